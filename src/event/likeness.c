/* likeness.c - whether those who take part in two events are the same people or things. */
#include <string.h>

#include "event/event_draft.h"
#include "tree/shape.h"

static uint32_t head_of(const lgm_doc *doc, uint32_t entity)
{
    const uint32_t called = doc->entities[entity].called;
    return doc->entities[entity].name == LGM_NONE && called != LGM_NONE ? doc->mentions[called].head
                                                                        : LGM_NONE;
}

/* "A girl", "another girl", "two girls": not those of before. */
static bool is_new(const lgm_trees *t, uint32_t noun)
{
    const uint32_t det = lgm_tree_left_child(t, noun, LGM_REL_det);
    return lgm_tree_left_child(t, noun, LGM_REL_nummod) != LGM_NONE ||
           (det != LGM_NONE &&
            LGM_SLICE_IN(lgm_doc_lemma(t->doc, det), "a", "an", "another", "some", "no"));
}

/* "A man" and "Ada Lind": the one may be the other. "Two soldiers" and "the soldiers" are. */
static lgm_event_likeness compare(const lgm_trees *t, uint32_t a, uint32_t b)
{
    const lgm_doc *const doc = t->doc;
    if (a == b) return LGM_EVENT_SAME;
    const uint32_t x = head_of(doc, a), y = head_of(doc, b);
    if (x == LGM_NONE && y == LGM_NONE) return LGM_EVENT_OTHERS;
    if (x != LGM_NONE && y != LGM_NONE)
        return lgm_slice_eq(lgm_doc_lemma(doc, x), lgm_doc_lemma(doc, y)) && !is_new(t, y)
                   ? LGM_EVENT_SAME
                   : LGM_EVENT_OTHERS;
    const uint32_t named = x == LGM_NONE ? a : b, word = x == LGM_NONE ? y : x;
    return doc->entities[named].type == LGM_ENTITY_PER && (word == x || !is_new(t, word)) &&
                   strcmp(lgm_doc_xpos(doc, word), "NN") == 0
               ? LGM_EVENT_PERHAPS
               : LGM_EVENT_OTHERS;
}

/* Of two lists: the most that one of each has to do with the other. */
lgm_event_likeness lgm_event_likeness_of(const lgm_trees *t, const uint32_t *a, uint8_t n,
                                         const uint32_t *b, uint8_t m)
{
    lgm_event_likeness most = LGM_EVENT_OTHERS;
    for (uint8_t i = 0; i < n; i++)
        for (uint8_t k = 0; k < m; k++) {
            const lgm_event_likeness l = compare(t, a[i], b[k]);
            if (l > most) most = l;
        }
    return most;
}
