/*
 * said.c - the time among those of the sentence that is the claim's, by how it hangs on the cue.
 *
 * "said on Friday", "told reporters Tuesday": the time hangs on the cue in the tree (path.h), or
 * stands beside the cue with nothing but the speaker and those spoken to between them, or opens the
 * sentence before the speaker. A day may stand further off ("was quoted as saying by the Harbour
 * News agency on Friday"). A time inside what is said belongs to the content, never to the claim,
 * unless the content is a mere thing ("criticised the plan on Friday").
 */
#include "occasion/said.h"

#include <string.h>

#include "doc/why.h"
#include "legomena/kinds.h"
#include "occasion/by_words.h"
#include "occasion/occasion_words.h"
#include "occasion/path.h"
#include "phrase/speaks.h"

enum { EVENT_NEAR = 8 }; /* words between a time and the event that it is counted from */

enum { BY_WORDS = LGM_PATH_NONE + 1, NEVER }; /* ranks behind those of paths */

size_t lgm_occasion_day_len(const char *value)
{
    return strcspn(value, "T");
}

/* A year at least: a decade dates no claim. "XXXX-07-11" is a day of a report without a date. */
static bool is_when(const lgm_doc_time *t)
{
    if ((t->type != LGM_TIME_DATE && t->type != LGM_TIME_TIME) || !t->value) return false;
    if (strncmp(t->value, "XXXX-", 5) == 0) return strlen(t->value) == 10 && t->value[5] < '2';
    return t->first_day != LGM_NO_DAY && strlen(t->value) >= 4;
}

/* "Touring the valley last year, he said": what one did is told of longer times, too. */
static bool is_within_month(const lgm_doc_time *t)
{
    return strlen(t->value) > strlen("2024-05");
}

/* The time with the event that it is counted from: "three days before the attack". */
static lgm_tokspan part_of(const lgm_trees *t, const lgm_doc_time *time)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t prep = time->tokens.end;
    lgm_tokspan s = time->tokens;
    if (time->anchor == LGM_NONE || time->anchor == LGM_ANCHOR_PUBLISHED || prep >= doc->n_tokens)
        return s;
    if (!LGM_SLICE_IN(lgm_doc_form(doc, prep), "before", "after")) return s;
    const uint32_t noun = doc->head[prep];
    if (noun != LGM_NONE && noun > prep && noun - prep <= EVENT_NEAR) s.end = noun + 1;
    return s;
}

/* "Following Friday's vote". */
static bool is_owner_led_away(const lgm_doc *doc, lgm_tokspan time)
{
    return time.start > 0 && time.end < doc->n_tokens &&
           strcmp(lgm_doc_xpos(doc, time.end), "POS") == 0 &&
           LGM_SLICE_IN(lgm_doc_form(doc, time.start - 1), "after", "before", "After", "Before",
                        "since", "Since", "following", "Following", "despite", "Despite", "of",
                        "about", "until");
}

/* "Said before Friday's vote" was not said on Friday. */
static bool is_led_away(const lgm_trees *t, lgm_tokspan time)
{
    if (is_owner_led_away(t->doc, time)) return true;
    const uint32_t prep = lgm_tree_child(t, lgm_occasion_top(t->doc, time), LGM_REL_case);
    return prep != LGM_NONE && (prep < time.start || prep >= time.end) &&
           LGM_SLICE_IN(lgm_doc_form(t->doc, prep), "after", "before", "After", "Before", "since",
                        "Since", "until", "till", "for", "For", "about", "by", "By", "than", "to",
                        "of", "following", "Following", "between", "through", "despite", "with",
                        "ahead");
}

/* "Between January 1 and September 26". */
static bool ends_range(const lgm_doc *doc, const lgm_doc_time *time)
{
    if (time == doc->times || time->tokens.start == 0) return false;
    const lgm_tokspan before = time[-1].tokens;
    return before.start > 0 && before.end + 1 == time->tokens.start &&
           LGM_SLICE_IN(lgm_doc_form(doc, before.end), "and", "to", "through", "until", "till", "-",
                        "\u2013") &&
           LGM_SLICE_IN(lgm_doc_form(doc, before.start - 1), "between", "from", "Between", "From");
}

static bool is_verb(const lgm_trees *t, uint32_t w)
{
    return t->upos[w] == LGM_UPOS_VERB || t->upos[w] == LGM_UPOS_AUX;
}

/* "reported profit that beat estimates on Thursday", written that Thursday: the day of the news. */
static bool reported_today(const lgm_doc *doc, const lgm_doc_claim *c, const lgm_doc_time *t,
                           int32_t published)
{
    const uint32_t cue = c->cue.at[c->cue.n - 1].start, next = c->cue.at[c->cue.n - 1].end;
    if (t->first_day != published || !(lgm_occasion_is_day(t) && lgm_occasion_is_alone(doc, t)))
        return false;
    if (!lgm_doc_lemma_is(doc, cue, "report") || next >= doc->n_tokens) return false;
    return t->tokens.start > cue && lgm_doc_xpos(doc, next)[0] != 'I' &&
           lgm_doc_xpos(doc, next)[0] != 'W';
}

/* "Criticised the plan on Friday": the content is a thing and the day is the cue's. */
static bool ends_mere_thing(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const uint32_t cue = lgm_occasion_cue_word(t, c);
    if (t->doc->head[lgm_occasion_top(t->doc, time->tokens)] != cue || !lgm_occasion_is_day(time) ||
        !lgm_occasion_is_alone(t->doc, time))
        return false;
    if (time->tokens.start < cue || t->doc->tokens[time->tokens.start].flags & LGM_TOK_QUOTED)
        return false;
    if (LGM_SLICE_IN(lgm_doc_lemma(t->doc, cue), "announce", "plan", "schedule", "propose",
                     "expect", "set", "promise", "order"))
        return false;
    for (uint32_t k = cue + 1; k < time->tokens.start; k++) /* but "offered pointed advice" */
        if (is_verb(t, k) && t->rel[k] != LGM_REL_amod) return false;
    return true;
}

/* "Friday's report said"; "the June report" is of June. */
static bool dates_document(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t w = doc->head[lgm_occasion_top(doc, time->tokens)];
    const bool tied =
        time->tokens.end < doc->n_tokens && lgm_doc_xpos(doc, time->tokens.end)[0] == 'N';
    return !tied && w != LGM_NONE && !is_verb(t, w) && lgm_parts_have(&c->source, w) &&
           (lgm_occasion_kinds(doc, w) & LGM_OCCASION_TEXT ||
            lgm_phrase_speaks(doc, w, w + 1) & LGM_SPEAKS_DOCUMENT);
}

/* How surely the time is the claim's: the less the surer, NEVER where it is not. */
static int rank_of(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time,
                   int32_t published)
{
    const lgm_tokspan part = part_of(t, time);
    if (is_led_away(t, part) || ends_range(t->doc, time)) return NEVER;
    if (lgm_parts_have(&c->content, time->tokens.start)) {
        if (reported_today(t->doc, c, time, published)) return BY_WORDS;
        return ends_mere_thing(t, c, time) ? BY_WORDS : NEVER;
    }
    if (lgm_occasion_before_cue(t, c, time)) return LGM_PATH_CUE;
    if (lgm_occasion_dates_source(t, c, time)) return LGM_PATH_SOURCE;
    if (lgm_parts_have(&c->source, time->tokens.start))
        return dates_document(t, c, time) ? LGM_PATH_SOURCE : NEVER;
    const lgm_occasion_path path = lgm_occasion_path_of(t, c, part);
    if (path < LGM_PATH_MEANWHILE || (path < LGM_PATH_SOURCE && is_within_month(time)))
        return (int)path;
    if (lgm_occasion_stands_by(t, c, time) || lgm_occasion_opens(t, c, part) ||
        lgm_occasion_is_when(t, c, time))
        return BY_WORDS;
    return reported_today(t->doc, c, time, published) ? BY_WORDS : NEVER;
}

static void explain(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan time, int rank)
{
    static const char *const HOW[] = {
        [LGM_PATH_CUE] = "The time hangs on the cue",
        [LGM_PATH_THROUGH] =
            "The time hangs on the cue through the venue, or a text that is published "
            "(data/occasion)",
        [LGM_PATH_MEANWHILE] = "The speaker did something else at this time, and said it meanwhile",
        [LGM_PATH_SUBJECT] = "A verb that has the subject of the cue has the time",
        [LGM_PATH_SOURCE] = "The text that speaks has the time, or they were asked then",
        [BY_WORDS] = "The time stands beside the cue, opens the sentence before the speaker, or is "
                     "the day of the news"};
    LGM_WHY_TREE(t->doc, CLAIM, lgm_doc_number_of(t->doc, c), "said", lgm_occasion_cue_word(t, c),
                 time, "%s", HOW[rank] ? HOW[rank] : HOW[BY_WORDS]);
}

uint32_t lgm_occasion_said(const lgm_trees *t, const lgm_doc_claim *c, const lgm_parts *within,
                           int32_t published)
{
    const lgm_doc *const doc = t->doc;
    if (c->cue.n == 0) return LGM_NONE;
    const lgm_tokspan s = lgm_tree_around(t, c->cue.at[0].start, LGM_OCCASION_REACH);
    uint32_t best = LGM_NONE;
    int rank = NEVER;
    for (uint32_t i = lgm_doc_first_time(doc, s.start); i < doc->n_times; i++) {
        const lgm_doc_time *const time = &doc->times[i];
        if (time->tokens.start >= s.end) break;
        if (within && !lgm_parts_have(within, time->tokens.start)) continue;
        if (!is_when(time) || (published != LGM_NO_DAY && time->first_day > published)) continue;
        const int r = rank_of(t, c, time, published);
        if (r < rank) {
            best = i;
            rank = r;
        }
    }
    if (best != LGM_NONE) explain(t, c, doc->times[best].tokens, rank);
    return best;
}
