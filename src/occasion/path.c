/* path.c - climbs from word to word until it meets the claim. */
#include "occasion/path.h"

#include <string.h>

#include "occasion/occasion_words.h"

enum { UP = 6, VERBS = 3 }; /* words on the way up, verbs that share a subject */

uint32_t lgm_occasion_top(const lgm_doc *doc, lgm_tokspan words)
{
    uint32_t w = words.start;
    for (uint32_t i = words.start; i < words.end; i++) {
        const uint32_t up = doc->head[w];
        if (up == LGM_NONE || up < words.start || up >= words.end) break;
        w = up;
    }
    return w;
}

uint32_t lgm_occasion_cue_word(const lgm_trees *t, const lgm_doc_claim *c)
{
    for (uint32_t i = 0; i < c->cue.n; i++)
        for (uint32_t w = c->cue.at[i].start; w < c->cue.at[i].end; w++)
            if (t->doc->head[w] == LGM_NONE || !lgm_parts_have(&c->cue, t->doc->head[w])) return w;
    return c->cue.at[0].start;
}

static bool has_tag(const lgm_trees *t, uint32_t w, const char *tag)
{
    return strcmp(lgm_doc_xpos(t->doc, w), tag) == 0;
}

bool lgm_occasion_shares_subject(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    uint32_t v = lgm_occasion_cue_word(t, c);
    for (int i = 0; i < VERBS && v != LGM_NONE; i++) {
        const uint32_t up = t->doc->head[v];
        if (up == LGM_NONE || lgm_tree_left_child(t, v, LGM_REL_nsubj) != LGM_NONE) return false;
        const bool speaks =
            lgm_occasion_kinds(t->doc, up) & (LGM_OCCASION_SPEAKING | LGM_OCCASION_ATTENDING);
        const bool while_at = t->rel[v] == LGM_REL_advcl && has_tag(t, v, "VBG");
        if (t->rel[v] == LGM_REL_conj && has_tag(t, v, "VBG") && has_tag(t, up, "VBG")) {
            v = up; /* "defying and condemning" */
            continue;
        }
        if (t->upos[up] != LGM_UPOS_VERB || has_tag(t, up, "VB") || up > v ||
            (!speaks && !while_at))
            return false;
        if (t->rel[v] != LGM_REL_advcl && t->rel[v] != LGM_REL_conj && t->rel[v] != LGM_REL_xcomp)
            return false;
        if (up == verb) return true;
        v = up;
    }
    return false;
}

/* "Touring the dam, she said", "she said, speaking in court": at the same time. Not "after leaving
 * court", "having left", "recalling a visit". */
static bool is_meanwhile(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    const uint32_t kinds = lgm_occasion_kinds(t->doc, verb);
    if (!has_tag(t, verb, "VBG") || t->rel[verb] != LGM_REL_advcl) return false;
    if (kinds & LGM_OCCASION_CITING || lgm_tree_left_child(t, verb, LGM_REL_aux) != LGM_NONE)
        return false;
    const uint32_t mark = lgm_tree_left_child(t, verb, LGM_REL_mark);
    if (mark != LGM_NONE &&
        !LGM_SLICE_IN(lgm_doc_form(t->doc, mark), "while", "While", "when", "When", "in", "In"))
        return false;
    return mark != LGM_NONE || verb < c->cue.at[0].start ||
           kinds & (LGM_OCCASION_SPEAKING | LGM_OCCASION_ATTENDING);
}

/* "Asked on Friday whether it would", "when approached by reporters". */
static bool is_asked(const lgm_trees *t, const lgm_doc_claim *c, uint32_t verb)
{
    return lgm_occasion_kinds(t->doc, verb) & LGM_OCCASION_ASKED && has_tag(t, verb, "VBN") &&
           (t->rel[verb] == LGM_REL_acl || t->rel[verb] == LGM_REL_advcl) &&
           !lgm_parts_have(&c->content, verb);
}

/* "A statement issued", "as quoted by". */
static bool is_published(const lgm_trees *t, uint32_t verb)
{
    return lgm_occasion_kinds(t->doc, verb) & LGM_OCCASION_PUBLISHED &&
           (has_tag(t, verb, "VBN") || has_tag(t, verb, "VBD")) &&
           (t->rel[verb] == LGM_REL_acl || t->rel[verb] == LGM_REL_advcl);
}

/* "Speaking to farmers on Friday": the tree may hang the day on the hearers. */
static bool is_hearer(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    const uint32_t up = t->doc->head[w];
    if (up == LGM_NONE || t->upos[up] != LGM_UPOS_VERB) return false;
    return (t->rel[w] == LGM_REL_obl || t->rel[w] == LGM_REL_obj || t->rel[w] == LGM_REL_iobj) &&
           (lgm_parts_have(&c->cue, up) || is_meanwhile(t, c, up));
}

/* May one go on upward from this word? */
static bool leads_on(const lgm_trees *t, uint32_t w)
{
    if (t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_AUX) return is_published(t, w);
    return lgm_occasion_kinds(t->doc, w) &
           (LGM_OCCASION_VENUE | LGM_OCCASION_PART | LGM_OCCASION_AUDIENCE);
}

lgm_occasion_path lgm_occasion_path_of(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan part)
{
    uint32_t w = t->doc->head[lgm_occasion_top(t->doc, part)];
    lgm_occasion_path through = LGM_PATH_THROUGH;
    bool speaks = false;
    for (int i = 0; i < UP && w != LGM_NONE; i++, w = t->doc->head[w]) {
        if (lgm_parts_have(&c->cue, w)) return i == 0 ? LGM_PATH_CUE : through;
        if (lgm_parts_have(&c->source, w)) return LGM_PATH_SOURCE;
        if (lgm_parts_have(&c->content, w)) return speaks ? LGM_PATH_MEANWHILE : LGM_PATH_NONE;
        if (lgm_occasion_shares_subject(t, c, w)) return LGM_PATH_SUBJECT;
        const bool asked = is_asked(t, c, w), meanwhile = asked || is_meanwhile(t, c, w);
        speaks = asked || (meanwhile && w > c->cue.at[0].start); /* wherever the tree hangs it */
        if (meanwhile)
            through = LGM_PATH_MEANWHILE;
        else if (!leads_on(t, w) && !(i == 0 && is_hearer(t, c, w)))
            return LGM_PATH_NONE;
    }
    return LGM_PATH_NONE;
}
