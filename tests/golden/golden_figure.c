/*
 * golden_figure.c - the figures of the cases in tests/golden/figure and tests/gaps/figure.
 *
 * A figure: what it tells, relation, value, unit and marks, its words; then what is counted, its
 * event, its claims, its scope, its whole, and what it replaces. Needs the model: without it the
 * test is skipped (exit code 77).
 */
#include "golden.h"

static void write_scope(const lgm_record *r, const lgm_scope *s, FILE *out)
{
    if (!s) return;
    fprintf(out, "  %-8s %s", "scope", s->extent ? lgm_extent_name(s->extent) : "-");
    if (s->time != LGM_NONE) {
        putc(' ', out);
        golden_span(r, (lgm_cpspan){r->times.at[s->time].start, r->times.at[s->time].end}, out);
    }
    if (s->place != LGM_NONE) {
        fputs(" in ", out);
        golden_words(r->entities.at[s->place].name, out);
    }
    putc('\n', out);
}

static void write_figure(const lgm_record *r, size_t i, FILE *out)
{
    const lgm_figure *const f = &r->figures.at[i];
    fprintf(out, "f%zu %.*s %s %.12g", i + 1, (int)f->of.len, f->of.ptr,
            lgm_relation_name(f->relation), f->value);
    if (f->upper > 0) fprintf(out, " to %.12g", f->upper);
    if (f->unit.ptr) fprintf(out, " %.*s", (int)f->unit.len, f->unit.ptr);
    fprintf(out, "%s%s ", f->vague ? " vague" : "", f->implied ? " implied" : "");
    golden_span(r, (lgm_cpspan){f->start, f->end}, out);
    putc('\n', out);
    if (f->what.ptr) {
        fprintf(out, "  %-8s ", "what");
        golden_words(f->what, out);
        putc('\n', out);
    }
    if (f->event != LGM_NONE) {
        fprintf(out, "  %-8s ", "event");
        golden_span(r, r->events.at[f->event].trigger, out);
        putc('\n', out);
    }
    for (size_t k = 0; k < f->asserted_by.n; k++) {
        fprintf(out, "  %-8s ", "claim");
        golden_span(r, r->claims.at[f->asserted_by.at[k]].content.at[0], out);
        putc('\n', out);
    }
    write_scope(r, f->scope, out);
    for (size_t k = 0; k < f->part_of.n; k++)
        fprintf(out, "  %-8s f%u\n", "part of", f->part_of.at[k] + 1);
    if (f->revised_from != LGM_NONE) fprintf(out, "  %-8s f%u\n", "revises", f->revised_from + 1);
}

static void write_figures(const lgm_record *r, FILE *out)
{
    fputs("--- figures\n", out);
    if (r->figures.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->figures.n; i++) write_figure(r, i, out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_figures);
}
