/* description.c - clauses, appositions, titles, descriptions; what tells most goes first. */
#include "grounds/description.h"

#include "grounds/who_clause.h"
#include "grounds/ground_words.h"
#include "legomena/kinds.h"
#include "phrase/phrase.h"
#include "phrase/speaks.h"
#include "tree/shape.h"

static const lgm_doc_ground NOTHING = {{0, 0}, LGM_GROUND_NONE};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_noun(const lgm_trees *t, uint32_t w)
{
    return t->upos[w] == LGM_UPOS_NOUN || t->upos[w] == LGM_UPOS_PROPN;
}

/* ---- descriptions ---------------------------------------------------------------------------- */

/* "Familiar with the matter", "close to the family": phrases of data/phrase/anonymous.txt. */
static lgm_ground kind_by_phrase(const lgm_trees *t, lgm_tokspan s)
{
    for (uint32_t k = s.start; k < s.end; k++) {
        const lgm_slice w = lgm_doc_form(t->doc, k);
        if (k + 1 == s.end) break;
        const lgm_slice next = lgm_doc_form(t->doc, k + 1);
        if (lgm_slice_eq(w, LGM_SLICE("close")) && lgm_slice_eq(next, LGM_SLICE("to")))
            return LGM_GROUND_RELATION;
        if ((lgm_slice_eq(w, LGM_SLICE("familiar")) && lgm_slice_eq(next, LGM_SLICE("with"))) ||
            (lgm_slice_eq(w, LGM_SLICE("briefed")) && lgm_slice_eq(next, LGM_SLICE("on"))) ||
            (lgm_slice_eq(w, LGM_SLICE("privy")) && lgm_slice_eq(next, LGM_SLICE("to"))) ||
            (lgm_slice_eq(w, LGM_SLICE("knowledge")) && lgm_slice_eq(next, LGM_SLICE("of"))))
            return LGM_GROUND_EXPERTISE;
    }
    return LGM_GROUND_NONE;
}

/* "Her brother", "the girl's parents", "a friend of Lind". */
static bool is_of_somebody(const lgm_trees *t, uint32_t noun)
{
    for (uint32_t c = lgm_tree_left(t, noun); c != LGM_NONE && noun - c <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c)) {
        const char *const x = lgm_doc_xpos(t->doc, c);
        if (x && strcmp(x, "PRP$") == 0) return true;
        if (t->rel[c] == LGM_REL_nmod &&
            lgm_tree_is_possessive(lgm_doc_form(t->doc, lgm_tree_last(t, c) - 1)))
            return true;
    }
    const uint32_t of = lgm_tree_right_child(t, noun, LGM_REL_nmod);
    const uint32_t prep = of == LGM_NONE ? of : lgm_tree_left_child(t, of, LGM_REL_case);
    return prep != LGM_NONE && lgm_tree_form_is(t->doc, prep, "of");
}

/* Is something said of the noun: more than an article, a number or "other"? */
static bool has_modifier(const lgm_trees *t, uint32_t noun)
{
    for (uint32_t c = lgm_tree_left(t, noun); c != LGM_NONE && noun - c <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c))
        if (t->rel[c] == LGM_REL_compound || t->rel[c] == LGM_REL_nmod ||
            (t->rel[c] == LGM_REL_amod &&
             !LGM_SLICE_IN(lgm_doc_form(t->doc, c), "other", "many", "several", "same", "few",
                           "last", "first", "such", "more", "most", "own", "top")))
            return true;
    const uint32_t of = lgm_tree_right_child(t, noun, LGM_REL_nmod);
    return of != LGM_NONE && of - noun <= LGM_GROUNDS_FAR;
}

/* named: of who has a name. */
static lgm_ground kind_of_noun(const lgm_trees *t, uint32_t noun, lgm_tokspan words, bool named)
{
    const uint32_t kinds = lgm_grounds_word(t->doc, noun);
    const unsigned speaks = lgm_phrase_speaks(t->doc, noun, noun + 1);
    if (kinds & LGM_GROUNDS_WITNESS) return LGM_GROUND_EYEWITNESS;
    if ((kinds & LGM_GROUNDS_KIN) && is_of_somebody(t, noun)) return LGM_GROUND_RELATION;
    const lgm_ground phrase = kind_by_phrase(t, words);
    if (phrase != LGM_GROUND_NONE) return phrase;
    if (kinds & LGM_GROUNDS_EXPERT) return LGM_GROUND_EXPERTISE;
    if (kinds & LGM_GROUNDS_KIN) return LGM_GROUND_NONE;
    const char *value;
    if ((kinds & LGM_GROUNDS_ANYONE) || is_digit(lgm_doc_form(t->doc, noun).ptr[0]))
        return LGM_GROUND_NONE;
    if (lgm_phrase_from(t->doc, LGM_WORLD_ROLE_WORD, noun, noun + 1, &value) &&
        !(speaks & LGM_SPEAKS_PERSON))
        return LGM_GROUND_ROLE;
    if (!named && !has_modifier(t, noun)) return LGM_GROUND_NONE;
    const unsigned vague = LGM_SPEAKS_PERSON | LGM_SPEAKS_CROWD | LGM_SPEAKS_BODY |
                           LGM_SPEAKS_FIRM | LGM_SPEAKS_ANONYMOUS;
    if ((speaks & vague) && !has_modifier(t, noun)) return LGM_GROUND_NONE;
    return LGM_GROUND_ROLE;
}

/* What hangs on the noun, up to a name that it is the title of and to clauses behind it. */
static lgm_tokspan description(const lgm_trees *t, uint32_t noun)
{
    lgm_tokspan s = {noun, lgm_tree_last(t, noun)};
    if (s.end > noun + LGM_GROUNDS_LONGEST) s.end = noun + LGM_GROUNDS_LONGEST + 1; /* too long */
    for (uint32_t c = lgm_tree_left(t, noun); c != LGM_NONE && noun - c <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c)) {
        const uint8_t rel = t->rel[c];
        if (rel != LGM_REL_det && rel != LGM_REL_amod && rel != LGM_REL_compound &&
            rel != LGM_REL_nmod && rel != LGM_REL_nummod && rel != LGM_REL_advmod)
            break;
        s.start = lgm_tree_first(t, c);
    }
    for (uint32_t k = noun + 1; k < s.end; k++)
        if (lgm_tree_name(t, k) != LGM_NONE && t->doc->head[k] == noun &&
            t->doc->names[lgm_tree_name(t, k)].type == LGM_ENTITY_PER &&
            lgm_tree_left_child(t, k, LGM_REL_case) == LGM_NONE)
            s.end = k; /* whom it is the title of */
    for (uint32_t c = lgm_tree_right(t, noun); c != LGM_NONE && c - noun <= LGM_GROUNDS_LONGEST;
         c = lgm_tree_next(t, c)) {
        const uint8_t rel = t->rel[c];
        if (rel != LGM_REL_appos && rel != LGM_REL_acl && rel != LGM_REL_conj &&
            rel != LGM_REL_parataxis && rel != LGM_REL_advcl && rel != LGM_REL_punct &&
            rel != LGM_REL_flat)
            continue;
        if (rel == LGM_REL_acl && lgm_grounds_who(t, c) == LGM_NONE &&
            t->upos[lgm_tree_first(t, c)] != LGM_UPOS_PUNCT)
            continue;
        if (rel == LGM_REL_punct &&
            !LGM_SLICE_IN(lgm_doc_form(t->doc, c), ",", "-", "–", "—", "--", ":"))
            continue;
        if (lgm_tree_first(t, c) < s.end) s.end = lgm_tree_first(t, c);
        break;
    }
    return lgm_grounds_trimmed(t, s);
}

/* A name of a place or a day, an age, another person: no description of the one before it. */
static bool may_describe(const lgm_trees *t, uint32_t word)
{
    const uint32_t name = lgm_tree_name(t, word);
    if (!is_noun(t, word) || lgm_doc_form(t->doc, word).len < 2) return false; /* "(R-Ohio)" */
    if (name == LGM_NONE) return true;
    const uint8_t type = t->doc->names[name].type;
    return type == LGM_ENTITY_ORG && t->upos[word] == LGM_UPOS_NOUN;
}

/* ---- names ----------------------------------------------------------------------------------- */

static lgm_doc_ground apposition(const lgm_trees *t, uint32_t head)
{
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE && c - head <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c)) {
        if ((t->rel[c] != LGM_REL_appos && t->rel[c] != LGM_REL_parataxis) || !may_describe(t, c))
            continue;
        const lgm_tokspan s = description(t, c);
        const lgm_doc_ground g = lgm_grounds_make(s, kind_of_noun(t, c, s, true));
        if (g.kind != LGM_GROUND_NONE) return g;
    }
    return NOTHING;
}

static bool is_courtesy(const lgm_doc *doc, uint32_t word)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, word), "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss",
                        "Sir", "Dame", "Lord", "Lady", "St.", "St");
}

/* "Foreign minister Ada Lind": what stands right before the name, without its article. */
static lgm_doc_ground title(const lgm_trees *t, uint32_t head, uint32_t name)
{
    const uint32_t end = t->doc->names[name].tokens.start;
    lgm_tokspan s = {end, end};
    bool noun = false;
    uint32_t last = LGM_NONE;
    for (uint32_t c = lgm_tree_left(t, head); c != LGM_NONE && head - c <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c)) {
        const uint8_t rel = t->rel[c];
        const bool part = rel == LGM_REL_nmod || rel == LGM_REL_compound || rel == LGM_REL_amod ||
                          rel == LGM_REL_flat || rel == LGM_REL_appos;
        if (c >= end || !part || lgm_tree_last(t, c) > s.start) break;
        if (is_courtesy(t->doc, c) ||
            lgm_tree_is_possessive(lgm_doc_form(t->doc, lgm_tree_last(t, c) - 1)))
            break;
        s.start = lgm_tree_first(t, c);
        if (last == LGM_NONE && is_noun(t, c)) last = c;
        noun = noun || (is_noun(t, c) && lgm_tree_name(t, c) == LGM_NONE);
    }
    if (!noun || last == LGM_NONE) return NOTHING;
    s = lgm_grounds_trimmed(t, s);
    const lgm_ground kind = kind_of_noun(t, last, s, true);
    return lgm_grounds_make(s, kind == LGM_GROUND_NONE ? LGM_GROUND_ROLE : kind);
}

/* "Ada Lind of the Harbour Institute". */
static lgm_doc_ground affiliation(const lgm_trees *t, uint32_t head)
{
    for (uint32_t c = lgm_tree_right(t, head); c != LGM_NONE && c - head <= LGM_GROUNDS_FAR;
         c = lgm_tree_next(t, c)) {
        const uint32_t name = lgm_tree_name(t, c);
        const uint32_t prep = lgm_tree_left_child(t, c, LGM_REL_case);
        if (t->rel[c] == LGM_REL_nmod && name != LGM_NONE && prep != LGM_NONE &&
            t->doc->names[name].type == LGM_ENTITY_ORG &&
            LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "of", "at", "from", "with", "for"))
            return lgm_grounds_make(lgm_grounds_trimmed(t, lgm_grounds_all_of(t, c)),
                                    LGM_GROUND_ROLE);
    }
    return NOTHING;
}

static lgm_doc_ground by_name(const lgm_trees *t, uint32_t head, uint32_t name)
{
    const bool person = t->doc->names[name].type == LGM_ENTITY_PER;
    lgm_doc_ground g = person ? lgm_grounds_clause(t, head, false) : NOTHING;
    if (g.kind == LGM_GROUND_NONE) g = apposition(t, head);
    if (g.kind == LGM_GROUND_NONE && person) g = title(t, head, name);
    if (g.kind == LGM_GROUND_NONE && person) g = affiliation(t, head);
    return g;
}

/* May somebody of this kind be described by a noun: a person, a body that has a name? */
static bool is_described(const lgm_trees *t, uint32_t noun, const lgm_doc_entity *e)
{
    const unsigned speaks = lgm_phrase_speaks(t->doc, noun, noun + 1);
    if (e && e->type == LGM_ENTITY_PER) return true;
    if (e && e->name != LGM_NONE)
        return e->type == LGM_ENTITY_ORG && has_modifier(t, noun) &&
               (!(speaks & LGM_SPEAKS_BODY) || (speaks & LGM_SPEAKS_FIRM));
    const uint32_t kinds = lgm_grounds_word(t->doc, noun);
    return (speaks & LGM_SPEAKS_PERSON) ||
           (kinds & (LGM_GROUNDS_EXPERT | LGM_GROUNDS_WITNESS | LGM_GROUNDS_KIN));
}

static lgm_doc_ground by_noun(const lgm_trees *t, uint32_t head, const lgm_doc_entity *e)
{
    if (lgm_phrase_speaks(t->doc, head, head + 1) & LGM_SPEAKS_DOCUMENT)
        return lgm_grounds_clause(t, head, true);
    lgm_doc_ground g = lgm_grounds_clause(t, head, false);
    if (g.kind == LGM_GROUND_ANONYMITY) return g;
    if (g.kind != LGM_GROUND_NONE) /* "a resident who saw the blast" */
        return lgm_grounds_make((lgm_tokspan){description(t, head).start, g.tokens.end},
                                (lgm_ground)g.kind);
    if (!is_described(t, head, e)) return NOTHING;
    const lgm_tokspan s = description(t, head);
    return lgm_grounds_make(s, kind_of_noun(t, head, s, e && e->name != LGM_NONE));
}

lgm_doc_ground lgm_grounds_describe(const lgm_trees *t, uint32_t head, const lgm_doc_entity *e)
{
    const uint32_t name = lgm_tree_name(t, head);
    if (name != LGM_NONE) return by_name(t, head, name);
    return t->upos[head] == LGM_UPOS_NOUN ? by_noun(t, head, e) : NOTHING;
}
