/*
 * golden_coref.c - entities with their mentions, and the speakers of claims, of the cases in
 * tests/golden/coref and tests/gaps/coref.
 *
 * An entity: its type and name, then a line a mention with its form. A claim: its source and cue,
 * then the kind of its speaker and who that is. Needs the model: without it the test is skipped
 * (exit code 77).
 */
#include <stdlib.h>

#include "golden.h"

static void write_mentions(const lgm_doc *doc, size_t entity, FILE *out)
{
    lgm_cpspan at;
    lgm_mention_form form;
    for (size_t i = 0; lgm_doc_mention(doc, entity, i, &at) == LGM_OK; i++) {
        if (lgm_doc_mention_form(doc, entity, i, &form) != LGM_OK) abort();
        fprintf(out, "  %-7s [%u,%u) ", lgm_mention_form_name(form), at.start, at.end);
        golden_words(lgm_doc_quote(doc, at), out);
        putc('\n', out);
    }
}

static void write_entities(const lgm_doc *doc, FILE *out)
{
    lgm_entity e;
    fputs("--- entities\n", out);
    if (lgm_doc_n_entities(doc) == 0) fputs("(none)\n", out);
    for (size_t i = 0; lgm_doc_entity(doc, i, &e) == LGM_OK; i++) {
        fprintf(out, "%s ", lgm_entity_type_name(e.type));
        golden_words(e.name, out);
        fputs(e.named ? "\n" : " (unnamed)\n", out);
        write_mentions(doc, i, out);
    }
}

static void write_speakers(const lgm_doc *doc, FILE *out)
{
    lgm_claim c;
    fputs("--- speakers\n", out);
    for (size_t i = 0; lgm_doc_claim(doc, i, &c) == LGM_OK; i++) {
        lgm_entity e = {.name = {"nobody known", 12}};
        for (size_t k = 0; k < c.n_source; k++) {
            golden_words(lgm_doc_quote(doc, c.source[k]), out);
            putc(' ', out);
        }
        fputs("— ", out);
        for (size_t k = 0; k < c.n_cue; k++) {
            golden_words(lgm_doc_quote(doc, c.cue[k]), out);
            putc(' ', out);
        }
        if (c.speaker >= 0 && lgm_doc_entity(doc, (size_t)c.speaker, &e) != LGM_OK) abort();
        fprintf(out, "= %s ", lgm_speaker_kind_name(c.speaker_kind));
        golden_words(e.name, out);
        putc('\n', out);
    }
}

static void write_all(const lgm_doc *doc, FILE *out)
{
    write_entities(doc, out);
    write_speakers(doc, out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_all);
}
