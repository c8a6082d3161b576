/*
 * tense.c - the tense of the verb above an expression in the tree: past for "met on Friday", future
 * for "will meet on Friday" and "is expected to meet on Friday".
 */
#include <ctype.h>
#include <string.h>

#include "timex/resolve.h"
#include "timex/time_words.h"

/* Steps up the tree, in all and from "Sunday's"; words before a verb: its auxiliaries are there;
 * words between a quotation and a day. */
enum { STEPS = 12, OWNED = 3, BEFORE = 8, OUTSIDE = 32 };

static bool tagged(const lgm_doc *doc, uint32_t t, const char *tag)
{
    return strcmp(lgm_doc_xpos(doc, t), tag) == 0;
}

/* A modal that speaks of what is to come. */
static bool is_future_modal(const lgm_doc *doc, uint32_t t)
{
    static const char *const modals[] = {"will", "shall", "may", "must", "'ll",
                                         "wo",   "would", "can", "should"};
    for (size_t i = 0; i < LGM_COUNT(modals); i++)
        if (lgm_doc_lemma_is(doc, t, modals[i])) return true;
    return false;
}

/* "announced the plan on Aug. 21" does not look ahead */
static bool looks_ahead(const lgm_doc *doc, uint32_t t)
{
    return lgm_doc_xpos(doc, t)[0] != 'N' && lgm_timex_kinds(doc, t) & LGM_TIMEX_AHEAD;
}

static bool is_verb(const lgm_doc *doc, uint32_t t)
{
    return lgm_doc_xpos(doc, t)[0] == 'V';
}

static bool related(const lgm_doc *doc, uint32_t t, const char *rel)
{
    return strncmp(lgm_doc_rel(doc, t), rel, strlen(rel)) == 0;
}

/* A child of v between two tokens, with this relation; LGM_NONE where there is none. */
static uint32_t child(const lgm_doc *doc, uint32_t v, lgm_tokspan where, const char *rel)
{
    for (uint32_t t = where.start; t < where.end; t++)
        if (doc->head[t] == v && related(doc, t, rel)) return t;
    return LGM_NONE;
}

/* Is the infinitive v yet to come? "expected to meet", "told them to leave", "agreed to meet" are;
 * "came to meet" and "agreed to buy" are not. */
static bool is_to_come(const lgm_doc *doc, uint32_t v)
{
    const uint32_t above = doc->head[v];
    if (above == LGM_NONE) return false;
    const uint32_t kinds = lgm_timex_kinds(doc, above);
    if (looks_ahead(doc, above)) return true;
    if (!is_verb(doc, above)) return false;
    if (tagged(doc, above, "VBG") && lgm_doc_lemma_is(doc, above, "go")) return true;
    if (kinds & LGM_TIMEX_AGREEMENT) return lgm_timex_kinds(doc, v) & LGM_TIMEX_BEGINNING;
    return kinds & LGM_TIMEX_COMMAND;
}

static lgm_tense tense_of_verb(const lgm_doc *doc, uint32_t v)
{
    lgm_tense tense = tagged(doc, v, "VBD")                            ? LGM_TENSE_PAST
                      : tagged(doc, v, "VBZ") || tagged(doc, v, "VBP") ? LGM_TENSE_PRESENT
                                                                       : LGM_TENSE_NONE;
    bool to = false, be = false, helped = false, have = false;
    for (uint32_t t = v; t > 0 && v - t < BEFORE;) {
        t--;
        if (doc->head[t] != v) continue;
        if (tagged(doc, t, "MD")) /* "would have been 85" is not to come */
            return is_future_modal(doc, t) && !have ? LGM_TENSE_FUTURE : LGM_TENSE_NONE;
        if (tagged(doc, t, "TO")) to = true;
        if (lgm_doc_lemma_is(doc, t, "due"))
            return LGM_TENSE_FUTURE; /* "due to meet", however it is cut */
        if (!related(doc, t, "aux") && !related(doc, t, "cop")) continue;
        helped = true;
        have |= lgm_doc_lemma_is(doc, t, "have");
        if (tagged(doc, t, "VBD")) tense = LGM_TENSE_PAST;
        if (!tagged(doc, t, "VBZ") && !tagged(doc, t, "VBP")) continue;
        /* "has met" is past to the calendar; "is met" and "is meeting" are not */
        be = !lgm_doc_lemma_is(doc, t, "have");
        tense = be ? LGM_TENSE_PRESENT : LGM_TENSE_PAST;
    }
    if (to && be) return LGM_TENSE_FUTURE; /* "is to rule" */
    if (to) return is_to_come(doc, v) ? LGM_TENSE_FUTURE : LGM_TENSE_NONE;
    /* "nine people killed on Tuesday" */
    if (!helped && tagged(doc, v, "VBN") && related(doc, v, "acl")) return LGM_TENSE_PAST;
    return tense;
}

/* The word of an expression that stands highest in the tree. */
static uint32_t top_of(const lgm_doc *doc, lgm_tokspan s)
{
    uint32_t t = s.start;
    for (uint32_t i = s.start; i < s.end; i++) /* no more steps than words */
        if (doc->head[t] != LGM_NONE && doc->head[t] >= s.start && doc->head[t] < s.end)
            t = doc->head[t];
    return t;
}

/* The preposition in front of an expression, or its first word. */
static bool stands_behind(const lgm_doc *doc, lgm_tokspan s, const char *word)
{
    return s.start > 0 && lgm_doc_lemma_is(doc, s.start - 1, word);
}

/* "has met", "have been banned" */
static bool is_perfect(const lgm_doc *doc, uint32_t v)
{
    const lgm_tokspan before = {v > BEFORE ? v - BEFORE : 0, v};
    const uint32_t aux = child(doc, v, before, "aux");
    return aux != LGM_NONE && lgm_doc_lemma_is(doc, aux, "have") && !tagged(doc, aux, "VBD");
}

/* What is said in the present of a day: "the talks open on Monday", "the appeal is being heard on
 * Monday", "the deadline is Wednesday"; not "the dead include those of Tuesday". */
static bool is_arranged(const lgm_doc *doc, lgm_tokspan s, uint32_t top)
{
    const uint32_t v = doc->head[top];
    const lgm_tokspan before = {top > BEFORE ? top - BEFORE : 0, top};
    if (child(doc, top, before, "cop") != LGM_NONE)
        return tense_of_verb(doc, top) == LGM_TENSE_PRESENT;
    if (v == LGM_NONE || !related(doc, top, "obl") || !is_verb(doc, v)) return false;
    if (v == s.end) return false; /* "the Monday shootings" with a verb's tag */
    if (tense_of_verb(doc, v) != LGM_TENSE_PRESENT || stands_behind(doc, s, "since") ||
        stands_behind(doc, s, "after"))
        return false;
    const lgm_tokspan aux = {v > BEFORE ? v - BEFORE : 0, v};
    if (child(doc, v, aux, "aux") != LGM_NONE) return true;
    return !tagged(doc, v, "VBN") && !(lgm_timex_kinds(doc, v) & LGM_TIMEX_STATE);
}

/* "faces Ibarra in Sunday's final", "ahead of Sunday's vote": the event is yet to come. */
static bool owns_to_come(const lgm_doc *doc, uint32_t top)
{
    const uint32_t noun = doc->head[top];
    const uint32_t v = noun != LGM_NONE ? doc->head[noun] : LGM_NONE;
    if (v == LGM_NONE || !is_verb(doc, v) || !related(doc, noun, "obl")) return false;
    if (tense_of_verb(doc, v) != LGM_TENSE_PRESENT) return false;
    if (!(lgm_timex_kinds(doc, v) & LGM_TIMEX_BEGINNING)) return false;
    return top > 0 && !lgm_doc_lemma_is(doc, top - 1, "after");
}

/* "warned of rain on Saturday", "asked them to vote by Tuesday": what is told of lies ahead. */
static bool is_foretold(const lgm_doc *doc, lgm_tokspan s, uint32_t v)
{
    const uint32_t kinds = lgm_timex_kinds(doc, v);
    const lgm_tokspan between = {v + 1, s.start};
    if (v >= s.start || !is_verb(doc, v)) return false;
    if (kinds & LGM_TIMEX_FORECAST) {
        const uint32_t of = child(doc, v, between, "obl");
        if (of != LGM_NONE || child(doc, v, between, "obj") != LGM_NONE)
            return of == LGM_NONE ? !lgm_doc_lemma_is(doc, v, "warn") : true;
    }
    if (!(kinds & LGM_TIMEX_COMMAND)) return false;
    if (!stands_behind(doc, s, "by") && !stands_behind(doc, s, "before")) return false;
    return child(doc, v, between, "xcomp") != LGM_NONE ||
           child(doc, v, between, "ccomp") != LGM_NONE;
}

/* "until Friday": "gave him until Friday" looks ahead, "held him until Friday" does not. */
static lgm_tense tense_of_until(const lgm_doc *doc, uint32_t v)
{
    if (lgm_timex_kinds(doc, v) & (LGM_TIMEX_TERM | LGM_TIMEX_AHEAD)) return LGM_TENSE_FUTURE;
    if (is_perfect(doc, v)) return LGM_TENSE_FUTURE;
    return tense_of_verb(doc, v) == LGM_TENSE_PAST ? LGM_TENSE_PAST : LGM_TENSE_FUTURE;
}

/* "“It must go,” he said on Friday": the tree hangs the day on a verb that stands within quotation
 * marks, with another between it and the day. */
static bool is_quoted_off(const lgm_doc *doc, uint32_t t, lgm_tokspan tokens)
{
    if (!(doc->tokens[t].flags & LGM_TOK_QUOTED) || t >= tokens.start) return false;
    if (doc->tokens[tokens.start].flags & LGM_TOK_QUOTED) return false;
    for (uint32_t k = tokens.start; k-- > t && tokens.start - k < OUTSIDE;) {
        if (doc->tokens[k].flags & LGM_TOK_QUOTED) return false;
        if (tagged(doc, k, "VBD") || tagged(doc, k, "VBZ")) return true;
    }
    return false;
}

lgm_tense lgm_timex_tense(const lgm_doc *doc, lgm_tokspan tokens)
{
    if (!doc->head || !doc->rel.of || !doc->xpos.of) return LGM_TENSE_NONE;
    const uint32_t top = top_of(doc, tokens);
    const bool until = stands_behind(doc, tokens, "until") || stands_behind(doc, tokens, "till");
    /* "Sunday's vote will decide" looks ahead; "will learn to live with Sunday's loss" does not */
    const bool owns = tokens.end < doc->n_tokens && tagged(doc, tokens.end, "POS");
    if (is_arranged(doc, tokens, top) || (owns && owns_to_come(doc, top))) return LGM_TENSE_FUTURE;
    for (uint32_t t = doc->head[top], i = 1; t != LGM_NONE && i < (owns ? OWNED : STEPS); i++) {
        if (is_quoted_off(doc, t, tokens)) {
            t = doc->head[t];
            continue;
        }
        if (until && is_verb(doc, t) && t < tokens.start) return tense_of_until(doc, t);
        if (!tagged(doc, t, "VBD") && looks_ahead(doc, t)) return LGM_TENSE_FUTURE;
        if (is_foretold(doc, tokens, t)) return LGM_TENSE_FUTURE;
        /* "have banned marches from Friday night" */
        if (stands_behind(doc, tokens, "from") && is_perfect(doc, t)) return LGM_TENSE_FUTURE;
        const lgm_tense tense = tense_of_verb(doc, t);
        if (tense != LGM_TENSE_NONE) return tense;
        t = doc->head[t];
    }
    return until ? LGM_TENSE_FUTURE : LGM_TENSE_NONE;
}

bool lgm_timex_is_ahead(const lgm_doc *doc, lgm_tokspan tokens)
{
    if (!doc->head || !doc->rel.of || !doc->xpos.of) return false;
    const uint32_t top = top_of(doc, tokens), verb = doc->head[top];
    if (is_arranged(doc, tokens, top)) return true;
    return verb != LGM_NONE && related(doc, top, "obl") && is_verb(doc, verb) &&
           tense_of_verb(doc, verb) == LGM_TENSE_FUTURE;
}

/* Nothing but "in", "on", "during" and marks before it in its sentence. */
static bool opens_sentence(const lgm_doc *doc, uint32_t token)
{
    for (uint32_t t = lgm_doc_sentence_of(doc, token).start; t < token; t++)
        if (isalpha((unsigned char)lgm_doc_xpos(doc, t)[0]) && !lgm_doc_lemma_is(doc, t, "in") &&
            !lgm_doc_lemma_is(doc, t, "on") && !lgm_doc_lemma_is(doc, t, "during"))
            return false;
    return true;
}

bool lgm_timex_is_over(const lgm_doc *doc, lgm_tokspan tokens)
{
    if (!doc->head || !doc->xpos.of || doc->n_sents == 0) return false;
    const uint32_t first = tokens.start;
    if (first > 0 && lgm_doc_lemma_is(doc, first - 1, "end") &&
        lgm_doc_xpos(doc, first - 1)[0] == 'V' && !tagged(doc, first - 1, "VBG"))
        return true;
    const uint32_t top = top_of(doc, tokens);
    uint32_t verb = doc->head[top];
    /* "the attack on March 22 killed nine": the past verb's subject is past too */
    if (verb != LGM_NONE && related(doc, top, "nmod") && related(doc, verb, "nsubj"))
        verb = doc->head[verb];
    else if (!related(doc, top, "obl"))
        return false;
    if (verb == LGM_NONE || !is_verb(doc, verb)) return false;
    if (tense_of_verb(doc, verb) != LGM_TENSE_PAST) return false;
    if (opens_sentence(doc, first)) return true;
    const uint32_t ahead =
        LGM_TIMEX_AHEAD | LGM_TIMEX_AGREEMENT | LGM_TIMEX_TERM | LGM_TIMEX_COMMAND;
    return !(lgm_timex_kinds(doc, verb) & ahead) && lgm_timex_tense(doc, tokens) == LGM_TENSE_PAST;
}
