/*
 * golden_attrib.c - claims of the cases in tests/golden/attrib and tests/gaps/attrib.
 *
 * A claim: its form, then source, cue and content, a line a part, in code points. Expectations were
 * written by hand after the conventions of PolNeAR; what the model gets wrong stands in tests/gaps.
 * Needs the model: without it the test is skipped (exit code 77).
 */
#include <stdlib.h>

#include "golden.h"

static void write_parts(const lgm_doc *doc, const char *role, const lgm_cpspan *at, size_t n,
                        FILE *out)
{
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "  %-7s [%u,%u) ", role, at[i].start, at[i].end);
        golden_words(lgm_doc_quote(doc, at[i]), out);
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

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_claims);
}
