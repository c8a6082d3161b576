/*
 * golden_place.c - places of the cases in tests/golden/place: name, then the place as the table has
 * it, country and division; "-" where it stays open. Names are marked in the text (marked.h).
 */
#include "place/place.h"

#include "golden.h"
#include "marked.h"

static int render(lgm_slice text, FILE *out)
{
    lgm_arena *scratch;
    if (lgm_arena_new(&scratch, 0, NULL) != LGM_OK) return 1;
    lgm_doc *const doc = marked_doc(text, scratch);
    const int bad = lgm_place_run(marked_places, scratch, doc, NULL) != LGM_OK;
    fputs("--- places\n", out);
    for (uint32_t e = 0; !bad && e < doc->n_entities; e++) {
        const lgm_doc_place *const p = &doc->places[e];
        marked_name(doc, e, out);
        if (p->geonames)
            fprintf(out, " = %s, %s%s%s\n", p->name, p->admin1 ? p->admin1 : "",
                    p->admin1 ? " " : "", p->cc ? p->cc : "no country");
        else
            fputs(" -\n", out);
    }
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
    return bad;
}

int main(int argc, char **argv) { return marked_main(argc, argv, render); }
