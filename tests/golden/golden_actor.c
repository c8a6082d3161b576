/*
 * golden_actor.c - actors of the cases in tests/golden/actor: name, code ("-" where it is not
 * known), and the roles. Names and sources are marked in the text (marked.h).
 */
#include "actor/actor.h"

#include <string.h>

#include "golden.h"
#include "place/place.h"
#include "marked.h"

static int render(lgm_slice text, FILE *out)
{
    lgm_arena *scratch;
    if (lgm_arena_new(&scratch, 0, NULL) != LGM_OK) return 1;
    lgm_doc *const doc = marked_doc(text, scratch);
    const char *const date = golden_published();
    if (doc && date[0]) doc->date = (lgm_slice){date, strlen(date)};
    const int bad = lgm_place_run(marked_places, scratch, doc, NULL) != LGM_OK ||
                    lgm_actor_run(scratch, doc, NULL) != LGM_OK;
    fputs("--- actors\n", out);
    for (uint32_t e = 0; !bad && e < doc->n_entities; e++) {
        const lgm_doc_actor *const a = &doc->actors[e];
        marked_name(doc, e, out);
        fprintf(out, " %s", *a->code ? a->code : "-");
        for (uint32_t i = 0; i < a->n_roles; i++) {
            const lgm_slice w = lgm_doc_words(doc, doc->roles[a->first_role + i]);
            fprintf(out, " | %.*s", (int)w.len, w.ptr);
        }
        putc('\n', out);
    }
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
    return bad;
}

int main(int argc, char **argv) { return marked_main(argc, argv, render); }
