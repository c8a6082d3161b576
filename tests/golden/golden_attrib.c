/*
 * golden_attrib.c - claims of the cases in tests/golden/attrib and tests/gaps/attrib.
 *
 * A claim: its form, then source, cue and content, a line a part, in code points. Expectations were
 * written by hand after the conventions of PolNeAR; what the model gets wrong stands in tests/gaps.
 * Needs the model: without it the test is skipped (exit code 77).
 */
#include <stdlib.h>

#include "golden.h"
#include "legomena/engine.h"

enum { SKIPPED = 77 };

static lgm_worker *worker; /* of this program: golden_render takes no context */

static void write_words(lgm_str s, FILE *out)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\n')
            fputs("\\n", out);
        else if (s.ptr[i] == '\\')
            fputs("\\\\", out);
        else
            putc(s.ptr[i], out);
    }
}

static void write_parts(const lgm_doc *doc, const char *role, const lgm_cpspan *at, size_t n,
                        FILE *out)
{
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "  %-7s [%u,%u) ", role, at[i].start, at[i].end);
        write_words(lgm_doc_quote(doc, at[i]), out);
        putc('\n', out);
    }
}

static void write_claims(const lgm_doc *doc, FILE *out)
{
    fputs("--- claims\n", out);
    const size_t n = lgm_doc_n_claims(doc);
    if (n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < n; i++) {
        lgm_claim c;
        if (lgm_doc_claim(doc, i, &c) != LGM_OK) abort();
        fprintf(out, "%s\n", lgm_claim_form_name(c.form));
        write_parts(doc, "source", c.source, c.n_source, out);
        write_parts(doc, "cue", c.cue, c.n_cue, out);
        write_parts(doc, "content", c.content, c.n_content, out);
    }
}

static int render(lgm_slice text, FILE *out)
{
    const lgm_input in = {.text = text.ptr, .len = text.len};
    lgm_doc *doc;
    lgm_err err = {0};
    if (lgm_read(worker, &in, &doc, &err) != LGM_OK) {
        fprintf(out, "--- error\n%s\n", err.message);
        return 1;
    }
    write_claims(doc, out);
    lgm_doc_free(doc);
    return 0;
}

int main(int argc, char **argv)
{
    lgm_engine *engine;
    lgm_err err = {0};
    const lgm_engine_options options = lgm_engine_default_options();
    const lgm_status st = lgm_engine_open(&engine, &options, &err);
    if (st == LGM_E_NOTFOUND) {
        printf("skipped: %s\n", err.message);
        return SKIPPED;
    }
    int bad = 1;
    if (st == LGM_OK && lgm_worker_new(&worker, engine, &err) == LGM_OK)
        bad = golden_main(argc, argv, render);
    else
        printf("%s\n", err.message);
    lgm_worker_free(worker);
    lgm_engine_close(st == LGM_OK ? engine : NULL);
    return bad;
}
