/*
 * golden_entity.c - named entities of the cases in tests/golden/entity and tests/gaps/entity.
 *
 * A line an entity: its type and name, then its names in the order of the text. Needs the model:
 * without it the test is skipped (exit code 77).
 */
#include <stdlib.h>

#include "golden.h"

static void write_names(const lgm_doc *doc, size_t entity, FILE *out)
{
    const char *mark = " = ";
    lgm_cpspan at;
    lgm_mention_form form;
    for (size_t i = 0; lgm_doc_mention(doc, entity, i, &at) == LGM_OK; i++) {
        if (lgm_doc_mention_form(doc, entity, i, &form) != LGM_OK) abort();
        if (form != LGM_MENTION_NAME) continue;
        fputs(mark, out);
        golden_words(lgm_doc_quote(doc, at), out);
        mark = " | ";
    }
}

static void write_entities(const lgm_doc *doc, FILE *out)
{
    lgm_entity e;
    fputs("--- entities\n", out);
    for (size_t i = 0; lgm_doc_entity(doc, i, &e) == LGM_OK; i++) {
        if (!e.named) continue;
        fprintf(out, "%s ", lgm_entity_type_name(e.type));
        golden_words(e.name, out);
        write_names(doc, i, out);
        putc('\n', out);
    }
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_entities);
}
