/* blame.c - how sure it is that they did it, and who says so: words of the sentence. */
#include "incident/incident_draft.h"
#include "tree/shape.h"

enum { REACH = 40 };

static uint8_t blame_of(const lgm_incident_room *room, uint32_t word)
{
    const lgm_doc *const doc = room->doc;
    const lgm_tokspan s = lgm_tree_around(room->trees, word, REACH);
    uint8_t blame = LGM_BLAME_REPORTED_AS_FACT;
    for (uint32_t i = s.start; i < s.end; i++) {
        const lgm_slice lemma = lgm_doc_lemma(doc, i);
        if (LGM_SLICE_IN(lemma, "claim", "admit") && i + 1 < s.end &&
            lgm_tree_form_is(doc, i + 1, "responsibility"))
            return LGM_BLAME_CLAIMED;
        if (LGM_SLICE_IN(lemma, "accuse", "blame", "charge", "attribute"))
            blame = LGM_BLAME_ACCUSED_BY_AUTHORITIES;
        else if (blame == LGM_BLAME_REPORTED_AS_FACT &&
                 (LGM_SLICE_IN(lemma, "suspect", "allegedly", "allege") ||
                  lgm_tree_form_is(doc, i, "suspected") || lgm_tree_form_is(doc, i, "alleged") ||
                  lgm_tree_form_is(doc, i, "presumed")))
            blame = LGM_BLAME_SUSPECTED;
        else if (blame == LGM_BLAME_REPORTED_AS_FACT &&
                 (lgm_tree_form_is(doc, i, "possibly") || lgm_tree_form_is(doc, i, "apparently")))
            blame = LGM_BLAME_POSSIBLE;
    }
    return blame;
}

void lgm_incident_find_blame(lgm_incident_room *room)
{
    for (size_t i = 0; i < room->fillers.n; i++) {
        lgm_incident_filler *const f = &room->fillers.at[i];
        if (f->role <= LGM_ROLE_BODY) f->blame = blame_of(room, f->head);
    }
}
