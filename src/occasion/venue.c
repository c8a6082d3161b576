/*
 * venue.c - where a claim was made.
 *
 *     Veld said in a weekly radio address that the dam was safe.     weekly radio address
 *     In a statement, the bank said it would pay.                    statement
 *     "The dam is safe," Veld told a news conference.                news conference
 *     Veld wrote on Telegram that the dam was safe.                  Telegram
 *
 * A noun of data/occasion/venues.txt behind a preposition that goes with its kind, or who is told,
 * or what is attended, in the sentence of the cue and outside of what is said. It hangs on the cue
 * (path.h), stands right behind it, or opens the sentence. The words are the noun with what stands
 * before it, without an article; a name is whole.
 */
#include "occasion/venue.h"

#include <string.h>

#include "doc/why.h"
#include "legomena/kinds.h"
#include "occasion/occasion_words.h"
#include "occasion/path.h"
#include "tree/shape.h"

enum { NEAR = 6 }; /* words between the cue and a noun behind it */

static bool is_noun(const lgm_trees *t, uint32_t w)
{
    return t->upos[w] == LGM_UPOS_NOUN || t->upos[w] == LGM_UPOS_PROPN;
}

/* "News conference", "weekly radio address", "off-the-cuff remarks", "Ostrel Energy Forum": what
 * stands before the noun but for articles, owners and prepositions. */
static lgm_tokspan words_of(const lgm_trees *t, uint32_t noun)
{
    const uint32_t name = lgm_tree_name(t, noun);
    const lgm_tokspan self = {noun, noun + 1};
    const lgm_tokspan base = name == LGM_NONE ? self : t->doc->names[name].tokens;
    const uint32_t top = lgm_occasion_top(t->doc, base);
    lgm_tokspan s = {lgm_tree_first(t, top), base.end};
    for (uint32_t w = lgm_tree_left(t, top); w != LGM_NONE; w = lgm_tree_next(t, w)) {
        const uint8_t rel = t->rel[w];
        if (rel == LGM_REL_compound || rel == LGM_REL_amod || rel == LGM_REL_flat) continue;
        if (w < base.start || rel == LGM_REL_det) s.start = lgm_tree_last(t, w);
        break; /* the nearest that is none of the venue's words */
    }
    return s.start < s.end && s.start <= base.start ? s : self;
}

/* Behind "on", what else than a medium is where something is said, and not what it is about? */
static bool is_on(const lgm_doc *doc, uint32_t noun, uint32_t kinds)
{
    if (kinds & (LGM_OCCASION_MEDIUM | LGM_OCCASION_NAME | LGM_OCCASION_PART)) return true;
    return LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "visit", "trip", "tour", "call", "stop", "stand",
                        "panel", "march", "blog", "tape", "video", "recording", "post", "thread");
}

/* Is the preposition one behind which this kind of venue is where something is said? */
static bool leads_to(const lgm_doc *doc, uint32_t prep, uint32_t noun, uint32_t kinds)
{
    char low[8];
    const lgm_slice f = lgm_doc_form(doc, prep);
    if (f.len >= sizeof low) return false;
    for (size_t i = 0; i < f.len; i++) low[i] = (char)(f.ptr[i] | 0x20);
    const lgm_slice p = {low, f.len};
    if (LGM_SLICE_IN(p, "in", "during")) return true;
    if (LGM_SLICE_IN(p, "on")) return is_on(doc, noun, kinds);
    if (kinds & LGM_OCCASION_EVENT && LGM_SLICE_IN(p, "at", "before", "outside", "from"))
        return true;
    if (kinds & (LGM_OCCASION_MEDIUM | LGM_OCCASION_TEXT) &&
        LGM_SLICE_IN(p, "via", "through", "by"))
        return true;
    if (kinds & LGM_OCCASION_MEDIUM && LGM_SLICE_IN(p, "over"))
        return LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "phone", "telephone", "radio", "airwave");
    return kinds & (LGM_OCCASION_MEDIUM | LGM_OCCASION_NAME) && LGM_SLICE_IN(p, "to");
}

/* Is it a text that another person made ("in Lind's speech, Veld said")? */
static bool is_anothers(const lgm_trees *t, uint32_t top, uint32_t kinds)
{
    if (!(kinds & LGM_OCCASION_TEXT) && !lgm_doc_lemma_is(t->doc, top, "speech")) return false;
    for (uint32_t w = lgm_tree_left(t, top); w != LGM_NONE; w = lgm_tree_next(t, w)) {
        const uint32_t name = lgm_tree_name(t, w);
        if (t->rel[w] == LGM_REL_nmod && name != LGM_NONE &&
            t->doc->names[name].type == LGM_ENTITY_PER)
            return true;
    }
    return false;
}

/* "In talks about", "tells audiences": nobody tells which. "In March" is a month, and "in the event
 * that" no event. */
static bool is_none(const lgm_trees *t, uint32_t noun)
{
    if (noun >= 2 && noun + 1 < t->doc->n_tokens && lgm_tree_form_is(t->doc, noun, "event") &&
        lgm_tree_form_is(t->doc, noun - 1, "the") && lgm_tree_form_is(t->doc, noun - 2, "in"))
        return true;
    return LGM_SLICE_IN(lgm_doc_form(t->doc, noun), "talks", "discussions", "conversations",
                        "calls", "audiences", "March");
}

/* "Spoke to a rally", "writing for a panel". */
static bool is_addressed(const lgm_trees *t, uint32_t top, uint32_t prep, uint32_t kinds)
{
    const uint32_t verb = t->doc->head[top];
    return verb != LGM_NONE && kinds & LGM_OCCASION_EVENT &&
           LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "speak", "talk", "testify", "write", "lecture",
                        "report") &&
           LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "to", "for");
}

/* The outermost word of "a portion of the debate". */
static uint32_t whole_of(const lgm_trees *t, uint32_t top)
{
    const uint32_t up = t->doc->head[top], prep = lgm_tree_left_child(t, top, LGM_REL_case);
    if (up == LGM_NONE || prep == LGM_NONE || !lgm_doc_lemma_is(t->doc, prep, "of")) return top;
    return lgm_occasion_kinds(t->doc, up) & LGM_OCCASION_PART ? up : top;
}

/* "Told a rally", "addressed a rally", "faced the press", "issued a statement denying". */
static bool is_object(const lgm_trees *t, const lgm_doc_claim *c, uint32_t top, uint32_t kinds)
{
    const uint32_t verb = t->doc->head[top];
    if (t->rel[top] != LGM_REL_obj && t->rel[top] != LGM_REL_iobj) return false;
    if (verb == LGM_NONE) return false;
    if (kinds & LGM_OCCASION_TEXT && lgm_occasion_kinds(t->doc, verb) & LGM_OCCASION_PUBLISHED)
        return !LGM_SLICE_IN(lgm_doc_lemma(t->doc, verb), "make", "give", "carry", "hold", "bring",
                             "read", "quote", "cite", "date", "obtain", "report");
    if (!(kinds & (LGM_OCCASION_EVENT | LGM_OCCASION_AUDIENCE))) return false;
    if (kinds & LGM_OCCASION_EVENT && lgm_parts_have(&c->cue, verb) &&
        lgm_doc_lemma_is(t->doc, verb, "tell"))
        return true;
    return lgm_occasion_kinds(t->doc, verb) & LGM_OCCASION_ATTENDING;
}

bool lgm_occasion_is_near(const lgm_trees *t, const lgm_doc_claim *c, uint32_t word)
{
    const uint32_t from = c->cue.at[c->cue.n - 1].end;
    if (word < from || word - from > NEAR) return false;
    for (uint32_t w = from; w < word; w++)
        if (t->upos[w] == LGM_UPOS_PUNCT || t->upos[w] == LGM_UPOS_VERB ||
            t->upos[w] == LGM_UPOS_SCONJ || lgm_parts_have(&c->content, w))
            return false;
    return true;
}

/* "Meanwhile, in a statement, the bank said": the phrase stands in front, before a comma. */
static bool opens(const lgm_trees *t, const lgm_doc_claim *c, uint32_t top)
{
    const uint32_t cue = c->cue.at[0].start, end = lgm_tree_last(t, top);
    const uint32_t start = lgm_tree_first(t, top);
    if (end >= cue || !lgm_slice_eq(lgm_doc_form(t->doc, end), LGM_SLICE(","))) return false;
    const uint32_t first = lgm_tree_sentence(t, cue).start;
    if (start - first > NEAR) return false;
    for (uint32_t w = first; w < start; w++)
        if (is_noun(t, w) || t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_SCONJ)
            return false;
    return true;
}

/* "Mayor Lind at a rally said": between a person and the cue, wherever the source ends. */
static bool is_beside_person(const lgm_trees *t, const lgm_doc_claim *c, uint32_t top)
{
    const uint32_t up = t->doc->head[top], name = up == LGM_NONE ? up : lgm_tree_name(t, up);
    return name != LGM_NONE && t->doc->names[name].type == LGM_ENTITY_PER && top > up &&
           top < c->cue.at[0].start;
}

/* "A rally at which she said", "a march, during which he said", wherever the tree hangs it. */
static bool has_which(const lgm_trees *t, const lgm_doc_claim *c, uint32_t noun)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t cue = c->cue.at[0].start;
    uint32_t w = noun + 1;
    if (w < cue && lgm_slice_eq(lgm_doc_form(doc, w), LGM_SLICE(","))) w++;
    if (w + 1 >= cue || cue - w > NEAR) return false;
    if (!LGM_SLICE_IN(lgm_doc_form(doc, w), "in", "at", "during", "on") ||
        !lgm_slice_eq(lgm_doc_form(doc, w + 1), LGM_SLICE("which")))
        return false;
    for (w += 2; w < cue; w++)
        if (t->upos[w] == LGM_UPOS_VERB) return false;
    return true;
}

/* "A rally where she said", "a statement denying": the cue's clause goes with the noun. */
static bool has_clause(const lgm_trees *t, const lgm_doc_claim *c, uint32_t top)
{
    const uint32_t cue = lgm_occasion_cue_word(t, c);
    if (t->doc->head[cue] != top || cue < top || t->rel[cue] != LGM_REL_acl) return false;
    if (strcmp(lgm_doc_xpos(t->doc, cue), "VBG") == 0) return true;
    for (uint32_t w = top + 1; w < cue && w <= top + NEAR; w++) {
        const lgm_slice before = lgm_doc_form(t->doc, w - 1), form = lgm_doc_form(t->doc, w);
        if (lgm_slice_eq(form, LGM_SLICE("where"))) return true;
        if (lgm_slice_eq(form, LGM_SLICE("which")))
            return LGM_SLICE_IN(before, "in", "at", "during", "on");
    }
    return false;
}

/* "Lind at a rally said", as a part of the source or of the cue: it hangs on the cue. */
static bool is_in_claim(const lgm_trees *t, const lgm_doc_claim *c, uint32_t top)
{
    if (lgm_parts_have(&c->cue, top)) return true;
    return is_beside_person(t, c, top) ||
           (t->doc->head[top] != LGM_NONE && lgm_parts_have(&c->cue, t->doc->head[top]) &&
            top < c->cue.at[0].start);
}

static bool is_venue_of(const lgm_trees *t, const lgm_doc_claim *c, uint32_t noun, uint32_t kinds)
{
    const uint32_t name = lgm_tree_name(t, noun);
    const lgm_tokspan self = {noun, noun + 1};
    const lgm_tokspan words = name == LGM_NONE ? self : t->doc->names[name].tokens;
    const uint32_t base = lgm_occasion_top(t->doc, words), top = whole_of(t, base);
    if (top != base) kinds |= LGM_OCCASION_PART;
    const uint32_t prep = lgm_tree_left_child(t, top, LGM_REL_case);
    const lgm_occasion_path path = lgm_occasion_path_of(t, c, (lgm_tokspan){top, top + 1});
    if (is_anothers(t, top, kinds)) return false;
    if (lgm_parts_have(&c->source, noun) || (prep != LGM_NONE && lgm_parts_have(&c->cue, top)))
        return prep != LGM_NONE && leads_to(t->doc, prep, noun, kinds) && is_in_claim(t, c, top);
    if (has_clause(t, c, top) || has_which(t, c, noun)) return true;
    if (prep == LGM_NONE) return is_object(t, c, top, kinds) && path < LGM_PATH_SOURCE;
    if (!leads_to(t->doc, prep, noun, kinds) && !is_addressed(t, top, prep, kinds)) return false;
    return path < LGM_PATH_SOURCE || (path == LGM_PATH_SOURCE && is_beside_person(t, c, top)) ||
           opens(t, c, top) || lgm_occasion_is_near(t, c, noun);
}

/* "Tweeted", "testified": the verb tells where. */
static lgm_tokspan in_cue(const lgm_trees *t, const lgm_doc_claim *c)
{
    const uint32_t cue = lgm_occasion_cue_word(t, c);
    const bool tells = LGM_SLICE_IN(lgm_doc_lemma(t->doc, cue), "tweet", "retweet", "blog", "email",
                                    "text", "testify");
    return (lgm_tokspan){cue, cue + (tells ? 1 : 0)};
}

/* "In her speech, Lind plans to call for": not said yet. */
static bool is_to_come(const lgm_trees *t, const lgm_doc_claim *c)
{
    return LGM_SLICE_IN(lgm_doc_lemma(t->doc, lgm_occasion_cue_word(t, c)), "plan", "expect",
                        "intend", "schedule");
}

/* *why: the rule. */
static lgm_tokspan find(const lgm_trees *t, const lgm_doc_claim *c, const char **why)
{
    const lgm_tokspan none = {0, 0};
    if (c->cue.n == 0 || is_to_come(t, c)) return none;
    const lgm_tokspan near = lgm_tree_around(t, c->cue.at[0].start, LGM_OCCASION_REACH);
    *why =
        "A word for where one speaks (data/occasion/venues.txt), led to by a preposition, told or "
        "attended";
    for (uint32_t w = near.start; w < near.end; w++) {
        const uint32_t kinds = is_noun(t, w) ? lgm_occasion_kinds(t->doc, w) : 0;
        if (!(kinds & (LGM_OCCASION_VENUE | LGM_OCCASION_AUDIENCE))) continue;
        if (lgm_parts_have(&c->content, w) || is_none(t, w)) continue;
        if (is_venue_of(t, c, w, kinds)) return words_of(t, w);
    }
    lgm_tokspan s = lgm_occasion_programme(t, c, near);
    *why = "A title that an outlet owns, or that stands in quotation marks behind \"on\"";
    if (s.start < s.end) return s;
    s = lgm_occasion_place_of(t, c, near);
    *why = "A place behind the verb of saying, or \"at\" one before the speaker";
    if (s.start < s.end) return s;
    *why = "The verb itself tells where";
    return in_cue(t, c);
}

lgm_tokspan lgm_occasion_venue(const lgm_trees *t, const lgm_doc_claim *c, const lgm_parts *within)
{
    const char *why = "";
    const lgm_tokspan none = {0, 0}, s = find(t, c, &why);
    if (s.start >= s.end || (within && !lgm_parts_have(within, s.start))) return none;
    LGM_WHY_TREE(t->doc, CLAIM, lgm_doc_number_of(t->doc, c), "venue", lgm_occasion_cue_word(t, c),
                 s, "%s", why);
    return s;
}
