/* clause.c - subjects, verb groups and yields. */
#include "attrib/clause.h"

#include <string.h>

#include "tree/shape.h"

enum { JOINED = 4 }; /* verbs in a row that share a subject */

bool lgm_attrib_is_passive(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = t->doc->xpos.of ? lgm_doc_xpos(t->doc, verb) : NULL;
    if (tag && strcmp(tag, "VBN") != 0) return false;
    const uint32_t aux = lgm_tree_left_child(t, verb, LGM_REL_aux);
    return aux != LGM_NONE &&
           (lgm_doc_lemma_is(t->doc, aux, "be") || lgm_doc_lemma_is(t->doc, aux, "get"));
}

bool lgm_attrib_is_possessor(const lgm_trees *t, uint32_t word)
{
    const uint32_t mark = lgm_tree_child(t, word, LGM_REL_case);
    if (mark != LGM_NONE) return lgm_tree_is_possessive(lgm_doc_form(t->doc, mark));
    const lgm_slice form = lgm_doc_form(t->doc, word);
    return LGM_SLICE_IN(form, "his", "her", "its", "their", "His", "Her", "Its", "Their");
}

uint32_t lgm_attrib_subject(const lgm_trees *t, uint32_t verb)
{
    for (int i = 0; i < JOINED && verb != LGM_NONE; i++, verb = t->doc->head[verb]) {
        const uint32_t own = lgm_tree_left_child(t, verb, LGM_REL_nsubj);
        if (own != LGM_NONE) return own;
        if (t->rel[verb] != LGM_REL_conj) break;
    }
    return LGM_NONE;
}

lgm_tokspan lgm_attrib_verb_group(const lgm_trees *t, uint32_t verb)
{
    lgm_tokspan s = {verb, verb + 1};
    while (s.start > 0) {
        const uint32_t c = s.start - 1;
        if (t->doc->head[c] != verb || (t->rel[c] != LGM_REL_aux && t->rel[c] != LGM_REL_advmod))
            break;
        s.start = c;
    }
    return s;
}

lgm_tokspan lgm_attrib_yield(const lgm_trees *t, uint32_t word, lgm_tokspan within)
{
    lgm_tokspan s = {lgm_tree_first(t, word), lgm_tree_last(t, word)};
    if (s.start < within.start) s.start = within.start;
    if (s.end > within.end) s.end = within.end;
    return s;
}

bool lgm_attrib_has_verb(const lgm_trees *t, lgm_tokspan s)
{
    for (uint32_t i = s.start; i < s.end; i++)
        if (t->upos[i] == LGM_UPOS_VERB || t->upos[i] == LGM_UPOS_AUX) return true;
    return false;
}
