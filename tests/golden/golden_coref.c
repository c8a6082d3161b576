/*
 * golden_coref.c - entities with their mentions, and the speakers of claims, of the cases in
 * tests/golden/coref and tests/gaps/coref.
 *
 * An entity: its type and name, then a line a mention with its form. A claim: its source and cue,
 * then the kind of its speaker and who that is, of several who speak together each. Needs the
 * model: without it the test is skipped (exit code 77).
 */
#include <stdbool.h>

#include "golden.h"

static bool is_named(const lgm_entity *e)
{
    for (size_t i = 0; i < e->mentions.n; i++)
        if (e->mentions.at[i].form == LGM_MENTION_NAME) return true;
    return false;
}

static void write_entities(const lgm_record *r, FILE *out)
{
    fputs("--- entities\n", out);
    if (r->entities.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        fprintf(out, "%s ", lgm_entity_type_name(e->type));
        golden_words(e->name, out);
        fputs(is_named(e) ? "\n" : " (unnamed)\n", out);
        for (size_t k = 0; k < e->mentions.n; k++) {
            const lgm_entity_mention *const m = &e->mentions.at[k];
            fprintf(out, "  %-7s ", lgm_mention_form_name(m->form));
            golden_span(r, (lgm_cpspan){m->start, m->end}, out);
            putc('\n', out);
        }
    }
}

static void write_parts(const lgm_record *r, lgm_spans parts, FILE *out)
{
    for (size_t k = 0; k < parts.n; k++) {
        golden_words(lgm_record_quote(r, parts.at[k]), out);
        putc(' ', out);
    }
}

static void write_speakers(const lgm_record *r, FILE *out)
{
    fputs("--- speakers\n", out);
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        write_parts(r, c->source, out);
        fputs("— ", out);
        write_parts(r, c->cue, out);
        fprintf(out, "= %s ", lgm_speaker_kind_name(c->speaker_kind));
        if (c->speaker == LGM_NONE)
            fputs("nobody known", out);
        else
            golden_words(r->entities.at[c->speaker].name, out);
        for (size_t k = 1; k < c->speakers.n; k++) {
            fputs(" + ", out);
            golden_words(r->entities.at[c->speakers.at[k]].name, out);
        }
        putc('\n', out);
    }
}

static void write_all(const lgm_record *r, FILE *out)
{
    write_entities(r, out);
    write_speakers(r, out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_all);
}
