/*
 * golden_entity.c - named entities of the cases in tests/golden/entity and tests/gaps/entity.
 *
 * A line an entity: its type and name, then its names in the order of the text. Needs the model:
 * without it the test is skipped (exit code 77).
 */
#include <stdbool.h>

#include "golden.h"

static void write_entity(const lgm_record *r, const lgm_entity *e, FILE *out)
{
    bool any = false;
    for (size_t i = 0; i < e->mentions.n; i++) {
        const lgm_entity_mention *const m = &e->mentions.at[i];
        if (m->form != LGM_MENTION_NAME) continue;
        if (!any) {
            fprintf(out, "%s ", lgm_entity_type_name(e->type));
            golden_words(e->name, out);
        }
        fputs(any ? " | " : " = ", out);
        golden_words(lgm_record_quote(r, (lgm_cpspan){m->start, m->end}), out);
        any = true;
    }
    if (any) putc('\n', out);
}

static void write_entities(const lgm_record *r, FILE *out)
{
    fputs("--- entities\n", out);
    for (size_t i = 0; i < r->entities.n; i++) write_entity(r, &r->entities.at[i], out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_entities);
}
