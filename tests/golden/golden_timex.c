/*
 * golden_timex.c - time expressions of the cases in tests/golden/timex and tests/gaps/timex, and
 * when claims were made.
 *
 * A time: its span in code points, type, value, mod, and what it was counted from ("published", or
 * the words of another one). A claim that has a date: its cue and the words of that time. Needs the
 * model (tense): without it the test is skipped (exit code 77).
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "golden.h"
#include "legomena/engine.h"
#include "legomena/records.h"

static void write_quote(const lgm_doc *doc, lgm_cpspan span, FILE *out)
{
    const lgm_str s = lgm_doc_quote(doc, span);
    fprintf(out, "\"%.*s\"", (int)s.len, s.ptr);
}

static void write_time(const lgm_doc *doc, const lgm_time *t, FILE *out)
{
    lgm_time from;
    fprintf(out, "[%u,%u) ", t->span.start, t->span.end);
    write_quote(doc, t->span, out);
    fprintf(out, "  %s %s", lgm_time_type_name(t->type), t->value ? t->value : "-");
    if (t->mod) fprintf(out, "  mod=%s", t->mod);
    if (t->quant) fprintf(out, "  quant=%s", t->quant);
    if (t->anchor == LGM_TIME_PUBLISHED) fputs("  from published", out);
    if (t->anchor >= 0 && lgm_doc_time(doc, (size_t)t->anchor, &from) == LGM_OK) {
        fputs("  from ", out);
        write_quote(doc, from.span, out);
    }
    putc('\n', out);
}

static void write_said(const lgm_doc *doc, FILE *out)
{
    lgm_claim c;
    lgm_time t;
    bool any = false;
    for (size_t i = 0; lgm_doc_claim(doc, i, &c) == LGM_OK; i++) {
        if (c.said < 0 || lgm_doc_time(doc, (size_t)c.said, &t) != LGM_OK) continue;
        if (!any) fputs("--- said\n", out);
        any = true;
        write_quote(doc, c.cue[0], out);
        fprintf(out, "  %s\n", t.value);
    }
}

static void write_all(const lgm_doc *doc, FILE *out)
{
    lgm_time t;
    fputs("--- times\n", out);
    if (lgm_doc_n_times(doc) == 0) fputs("(none)\n", out);
    for (size_t i = 0; lgm_doc_time(doc, i, &t) == LGM_OK; i++) write_time(doc, &t, out);
    write_said(doc, out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_all);
}
