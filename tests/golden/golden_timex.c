/*
 * golden_timex.c - time expressions of the cases in tests/golden/timex and tests/gaps/timex.
 *
 * A time: its span in code points, type, value, mod, and what it was counted from ("published", or
 * the words of another one). Needs the model (tense): without it the test is skipped (exit code
 * 77).
 */
#include <stdbool.h>

#include "golden.h"

static void write_str(lgm_str s, FILE *out)
{
    fprintf(out, "%.*s", (int)s.len, s.ptr ? s.ptr : "");
}

static void write_quote(const lgm_record *r, lgm_cpspan span, FILE *out)
{
    putc('"', out);
    write_str(lgm_record_quote(r, span), out);
    putc('"', out);
}

static void write_time(const lgm_record *r, const lgm_time *t, FILE *out)
{
    fprintf(out, "[%u,%u) ", t->start, t->end);
    write_quote(r, (lgm_cpspan){t->start, t->end}, out);
    fprintf(out, "  %s ", lgm_time_type_name(t->type));
    write_str(t->value.ptr ? t->value : (lgm_str){"-", 1}, out);
    if (t->mod.ptr) fprintf(out, "  mod=%s", t->mod.ptr);
    if (t->quant.ptr) fprintf(out, "  quant=%s", t->quant.ptr);
    if (t->anchor == LGM_PUBLISHED) {
        fputs("  from published", out);
    } else if (t->anchor != LGM_NONE) {
        const lgm_time *const from = &r->times.at[t->anchor];
        fputs("  from ", out);
        write_quote(r, (lgm_cpspan){from->start, from->end}, out);
    }
    putc('\n', out);
}

static void write_all(const lgm_record *r, FILE *out)
{
    fputs("--- times\n", out);
    if (r->times.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->times.n; i++) write_time(r, &r->times.at[i], out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_all);
}
