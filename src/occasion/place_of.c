/*
 * place_of.c - "said in Ostrel", "told reporters outside Harbour House": where one speaks.
 *
 * A name of a place behind a verb of saying, which it hangs on. In front, "at Harbour House, Lind
 * said" is one, of a body too; "in Ostrel, officials said" may be what they speak of, and is none.
 */
#include "legomena/kinds.h"
#include "occasion/path.h"
#include "occasion/venue.h"
#include "tree/shape.h"

enum { FRONT = 8 }; /* words of a sentence before the name of a place */

/* "Said in Ostrel", "told a crowd in Ostrel". */
static bool hangs_on_cue(const lgm_trees *t, const lgm_doc_claim *c, uint32_t top)
{
    uint32_t up = t->doc->head[top];
    if (up != LGM_NONE &&
        LGM_SLICE_IN(lgm_doc_lemma(t->doc, up), "reporter", "journalist", "crowd", "supporter",
                     "audience", "voter", "lawmaker", "student", "worker", "delegate"))
        up = t->doc->head[up];
    return up != LGM_NONE && lgm_parts_have(&c->cue, up);
}

static bool is_place(const lgm_doc *doc, uint32_t name)
{
    const uint8_t type = doc->names[name].type;
    return type == LGM_ENTITY_GPE || type == LGM_ENTITY_LOC || type == LGM_ENTITY_FAC;
}

/* "At Harbour House, Lind said", "down the street at Ostrel Mills, Lind said". */
static bool opens(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan s, uint32_t first)
{
    const lgm_doc *const doc = t->doc;
    if (doc->names[lgm_tree_name(t, s.start)].type == LGM_ENTITY_PER || s.start == 0) return false;
    if (s.start - first > FRONT || !lgm_slice_eq(lgm_doc_form(doc, s.end), LGM_SLICE(",")))
        return false;
    uint32_t prep = s.start - 1;
    if (prep > first && lgm_tree_is_the(lgm_doc_form(doc, prep))) prep--;
    if (!LGM_SLICE_IN(lgm_doc_form(doc, prep), "at", "At", "outside", "Outside")) return false;
    for (uint32_t w = first; w < c->cue.at[0].start; w++) /* the speaker and no other verb */
        if (t->upos[w] == LGM_UPOS_VERB || lgm_parts_have(&c->content, w)) return false;
    return true;
}

static lgm_tokspan in_front(const lgm_trees *t, const lgm_doc_claim *c)
{
    const uint32_t cue = c->cue.at[0].start, first = lgm_tree_sentence(t, cue).start;
    for (uint32_t w = first; w < cue && w < first + FRONT; w++) {
        const uint32_t name = lgm_tree_name(t, w);
        if (name == LGM_NONE || lgm_parts_have(&c->source, w)) continue;
        const lgm_tokspan s = t->doc->names[name].tokens;
        if (s.start == w && s.end < cue && opens(t, c, s, first)) return s;
    }
    return (lgm_tokspan){0, 0};
}

lgm_tokspan lgm_occasion_place_of(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan within)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t cue = lgm_occasion_cue_word(t, c);
    if (!LGM_SLICE_IN(lgm_doc_lemma(doc, cue), "say", "tell", "add", "speak", "announce", "declare",
                      "warn", "vow", "pledge", "testify"))
        return (lgm_tokspan){0, 0};
    const lgm_tokspan front = in_front(t, c);
    if (front.start < front.end) return front;
    for (uint32_t w = cue + 1; w < within.end; w++) {
        const uint32_t name = lgm_tree_name(t, w);
        if (name == LGM_NONE || !is_place(doc, name)) continue;
        const lgm_tokspan s = doc->names[name].tokens;
        const uint32_t top = lgm_occasion_top(doc, s);
        const uint32_t prep = lgm_tree_left_child(t, top, LGM_REL_case);
        if (w != top || prep == LGM_NONE || lgm_parts_have(&c->content, w) ||
            lgm_parts_have(&c->source, w))
            continue;
        if (lgm_tree_right_child(t, top, LGM_REL_case) == LGM_NONE &&
            LGM_SLICE_IN(lgm_doc_form(doc, prep), "in", "at", "outside", "aboard", "near") &&
            hangs_on_cue(t, c, top) && lgm_occasion_is_near(t, c, w))
            return s;
    }
    return (lgm_tokspan){0, 0};
}
