/*
 * golden_event.c - what happened, of the cases in tests/golden/event and tests/gaps/event.
 *
 * An event: category, mode, code, polarity, modality, then its words, who takes part, where, when,
 * and the content of the claims that assert it. Needs the model: without it the test is skipped
 * (exit code 77).
 */
#include "golden.h"

static void write_entities(const lgm_record *r, const char *role, lgm_indices list, FILE *out)
{
    for (size_t i = 0; i < list.n; i++) {
        fprintf(out, "  %-8s ", role);
        golden_words(r->entities.at[list.at[i]].name, out);
        putc('\n', out);
    }
}

static void write_line(const char *role, lgm_str words, FILE *out)
{
    fprintf(out, "  %-8s ", role);
    golden_words(words, out);
    putc('\n', out);
}

static void write_words(const lgm_record *r, const char *role, lgm_cpspan span, FILE *out)
{
    fprintf(out, "  %-8s ", role);
    golden_span(r, span, out);
    putc('\n', out);
}

static void write_event(const lgm_record *r, const lgm_event *e, FILE *out)
{
    fwrite(e->plover.ptr, 1, e->plover.len, out);
    if (e->mode.ptr) fprintf(out, " %.*s", (int)e->mode.len, e->mode.ptr);
    if (e->cameo.ptr) fprintf(out, " %.*s", (int)e->cameo.len, e->cameo.ptr);
    fprintf(out, " %s %s\n", lgm_polarity_name(e->polarity), lgm_modality_name(e->modality));
    write_words(r, "trigger", e->trigger, out);
    for (size_t i = 1; i < e->mentions.n; i++) write_words(r, "again", e->mentions.at[i], out);
    write_entities(r, "agent", e->agents, out);
    write_entities(r, "patient", e->patients, out);
    for (size_t i = 0; i < e->instruments.n; i++) write_line("with", e->instruments.at[i], out);
    if (e->place != LGM_NONE) write_line("place", r->entities.at[e->place].name, out);
    if (e->time) write_line("time", e->time->value, out);
    for (size_t i = 0; i < e->counts.n; i++) {
        const lgm_count *const c = &e->counts.at[i];
        fprintf(out, "  count    %.*s %s %lld ", (int)c->of.len, c->of.ptr,
                lgm_relation_name(c->relation), (long long)c->value);
        golden_span(r, (lgm_cpspan){c->start, c->end}, out);
        putc('\n', out);
    }
    for (size_t i = 0; i < e->asserted_by.n; i++)
        write_words(r, "claim", r->claims.at[e->asserted_by.at[i]].content.at[0], out);
}

static void write_events(const lgm_record *r, FILE *out)
{
    fputs("--- events\n", out);
    if (r->events.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->events.n; i++) write_event(r, &r->events.at[i], out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_events);
}
