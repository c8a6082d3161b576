/*
 * point.c - the noun that points to a claim: of which kind, whose, and about what.
 *
 *     the union's allegation        the allegation made by the union       criticism from the union
 *     allegations of fraud          reports that the mill would close      any suggestion that ...
 */
#include <string.h>

#include "answer/answer_words.h"
#include "answer/stance.h"
#include "tree/shape.h"

bool lgm_answer_is_this(const lgm_trees *t, uint32_t word)
{
    const char *const x = t->doc->xpos.of ? lgm_doc_xpos(t->doc, word) : "";
    if (x[0] == 'W') return false; /* "that" of a relative clause */
    switch (t->word[word]) {
    case LGM_PRO_IT:
    case LGM_PRO_THIS:
    case LGM_PRO_THESE: return t->upos[word] == LGM_UPOS_PRON;
    default: return false;
    }
}

static bool has_case(const lgm_trees *t, uint32_t word, const char *a, const char *b)
{
    const uint32_t c = lgm_tree_left_child(t, word, LGM_REL_case);
    return c != LGM_NONE && (lgm_tree_form_is(t->doc, c, a) || lgm_tree_form_is(t->doc, c, b));
}

/* "Made by the union", behind the noun. */
static uint32_t maker(const lgm_matters *m, uint32_t verb)
{
    const lgm_trees *const t = m->t;
    for (uint32_t c = lgm_tree_right(t, verb); c != LGM_NONE; c = lgm_tree_next(t, c))
        if (has_case(t, c, "by", "from")) return m->by_head[c];
    return LGM_NONE;
}

static void read_right(const lgm_matters *m, const lgm_doc_claim *own, uint32_t noun,
                       lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    for (uint32_t c = lgm_tree_right(t, noun); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (lgm_parts_have(&own->cue, c)) continue; /* "a charge that Berg denied" */
        if (t->rel[c] == LGM_REL_acl) {
            const uint32_t by = maker(m, c);
            if (by != LGM_NONE && lgm_tree_left_child(t, c, LGM_REL_nsubj) == LGM_NONE)
                to->holder = by;
            else
                to->told = true;
        }
        if (t->rel[c] == LGM_REL_ccomp) to->told = true;
        if (t->rel[c] != LGM_REL_nmod) continue;
        if (has_case(t, c, "by", "from"))
            to->holder = m->by_head[c];
        else
            to->told = true;
    }
}

static bool is_plural(const lgm_doc *doc, uint32_t noun)
{
    const char *const x = doc->xpos.of ? lgm_doc_xpos(doc, noun) : "";
    return x[0] == 'N' && x[strlen(x) - 1] == 'S';
}

bool lgm_answer_point(const lgm_matters *m, const lgm_doc_claim *own, uint32_t noun, lgm_stance *to)
{
    const lgm_trees *const t = m->t;
    const uint32_t kinds = lgm_answer_word(t->doc, noun) & LGM_ANSWER_TO_ANY;
    if (!kinds || (t->upos[noun] != LGM_UPOS_NOUN && t->upos[noun] != LGM_UPOS_PROPN)) return false;
    to->to = kinds;
    to->noun = noun;
    to->many = is_plural(t->doc, noun);
    bool known = false; /* "the", "these", "her" */
    for (uint32_t c = lgm_tree_left(t, noun); c != LGM_NONE; c = lgm_tree_next(t, c)) {
        if (t->rel[c] == LGM_REL_nmod) to->holder = m->by_head[c];
        known |= t->rel[c] == LGM_REL_nmod || t->rel[c] == LGM_REL_det ||
                 lgm_tree_form_is(t->doc, c, "such");
        if (t->rel[c] != LGM_REL_det) continue;
        const lgm_slice det = lgm_doc_lemma(t->doc, c);
        to->sweeping |= LGM_SLICE_IN(det, "any", "all");
        to->many |= LGM_SLICE_IN(det, "any", "all", "both");
    }
    to->bare = !known;
    read_right(m, own, noun, to);
    return true;
}
