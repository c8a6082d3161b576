/* who_clause.c - "who saw the blast", "seen by the Gazette". */
#include "grounds/who_clause.h"

#include "grounds/ground_words.h"
#include "legomena/kinds.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

static const lgm_doc_ground NOTHING = {{0, 0}, LGM_GROUND_NONE};

lgm_doc_ground lgm_grounds_make(lgm_tokspan s, lgm_ground kind)
{
    if (s.end <= s.start || s.end - s.start > LGM_GROUNDS_LONGEST || kind == LGM_GROUND_NONE)
        return NOTHING;
    return (lgm_doc_ground){s, (uint8_t)kind};
}

lgm_tokspan lgm_grounds_trimmed(const lgm_trees *t, lgm_tokspan s)
{
    while (s.start < s.end &&
           (t->upos[s.start] == LGM_UPOS_PUNCT || t->upos[s.start] == LGM_UPOS_CCONJ ||
            t->word[s.start] == LGM_PRO_THE || t->word[s.start] == LGM_PRO_A))
        s.start++;
    while (s.end > s.start && t->upos[s.end - 1] == LGM_UPOS_PUNCT &&
           !LGM_SLICE_IN(lgm_doc_form(t->doc, s.end - 1), ")", ".", "]"))
        s.end--;
    return s;
}

static bool is_negated(const lgm_trees *t, uint32_t verb)
{
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE && verb - c <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c))
        if (lgm_tree_is_not(t->doc, c)) return true;
    return false;
}

static bool is_of_document(const lgm_trees *t, uint32_t verb)
{
    const uint32_t what = lgm_tree_right_child(t, verb, LGM_REL_obj);
    return what != LGM_NONE &&
           (lgm_phrase_speaks(t->doc, what, what + 1) & LGM_SPEAKS_DOCUMENT) != 0;
}

static bool is_past(const lgm_trees *t, uint32_t verb)
{
    const char *const tag = lgm_doc_xpos(t->doc, verb);
    return tag && (strcmp(tag, "VBD") == 0 || strcmp(tag, "VBN") == 0);
}

/* Of what a verb tells: "lives next door", "feared reprisals". */
static bool tells_of(const lgm_trees *t, uint32_t verb, uint32_t kind)
{
    const uint32_t end = lgm_tree_last(t, verb);
    for (uint32_t k = verb + 1; k < end && k <= verb + LGM_GROUNDS_FAR; k++)
        if (lgm_grounds_word(t->doc, k) & kind) return true;
    return false;
}

/* Was it there? Who "sees" does not tell of what happened, nor who lives far away. */
static bool was_there(const lgm_trees *t, uint32_t verb)
{
    if (lgm_doc_lemma_is(t->doc, verb, "live")) return tells_of(t, verb, LGM_GROUNDS_NEAR);
    return is_past(t, verb) || lgm_tree_left_child(t, verb, LGM_REL_aux) != LGM_NONE;
}

/* "Who saw the blast". What one was not allowed to do is why one is not named. */
static lgm_ground kind_of_clause(const lgm_trees *t, uint32_t verb)
{
    const lgm_ground kind = lgm_grounds_of(lgm_grounds_word(t->doc, verb));
    if (kind == LGM_GROUND_ANONYMITY && lgm_doc_lemma_is(t->doc, verb, "fear"))
        return tells_of(t, verb, LGM_GROUNDS_HARM) ? kind : LGM_GROUND_NONE;
    if (is_negated(t, verb)) return kind == LGM_GROUND_ANONYMITY ? kind : LGM_GROUND_NONE;
    if (kind == LGM_GROUND_ANONYMITY) return LGM_GROUND_NONE;
    if ((kind == LGM_GROUND_DOCUMENT || kind == LGM_GROUND_EYEWITNESS) && is_of_document(t, verb))
        return LGM_GROUND_DOCUMENT;
    if (kind == LGM_GROUND_DOCUMENT || (kind == LGM_GROUND_EYEWITNESS && !was_there(t, verb)))
        return LGM_GROUND_NONE;
    return kind;
}

uint32_t lgm_grounds_who(const lgm_trees *t, uint32_t verb)
{
    uint32_t who = LGM_NONE;
    for (uint32_t c = lgm_tree_left(t, verb); c != LGM_NONE && verb - c <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c))
        if (t->word[lgm_tree_first(t, c)] == LGM_PRO_WHO) who = c;
    return who;
}

/* "Who ...", and of that clause and those joined to it the first that tells why. */
static lgm_doc_ground clause(const lgm_trees *t, uint32_t verb)
{
    const uint32_t who = lgm_grounds_who(t, verb);
    if (who == LGM_NONE) return NOTHING;
    lgm_ground kind = kind_of_clause(t, verb);
    for (uint32_t c = lgm_tree_right(t, verb);
         kind == LGM_GROUND_NONE && c != LGM_NONE && c - verb <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_conj && t->upos[c] == LGM_UPOS_VERB) kind = kind_of_clause(t, c);
    return lgm_grounds_make(
        lgm_grounds_trimmed(t, (lgm_tokspan){lgm_tree_first(t, who), lgm_tree_last(t, verb)}),
        kind);
}

/* "Seen by the Gazette", of a document. */
static lgm_doc_ground provenance(const lgm_trees *t, uint32_t verb)
{
    const lgm_slice form = lgm_doc_form(t->doc, verb);
    if (!LGM_SLICE_IN(form, "obtained", "seen", "reviewed", "leaked", "viewed", "read", "verified"))
        return NOTHING;
    return lgm_grounds_make(lgm_grounds_trimmed(t, lgm_grounds_all_of(t, verb)),
                            LGM_GROUND_DOCUMENT);
}

lgm_doc_ground lgm_grounds_clause(const lgm_trees *t, uint32_t head, bool document)
{
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE && c - head <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c)) {
        if (t->rel[c] != LGM_REL_acl) continue;
        const lgm_doc_ground g = document ? provenance(t, c) : clause(t, c);
        if (g.kind != LGM_GROUND_NONE) return g;
    }
    return NOTHING;
}
