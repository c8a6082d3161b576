/* by_words.c - looks at the words between the time, the speaker and the cue, a bounded number. */
#include "occasion/by_words.h"

#include <string.h>

#include "legomena/kinds.h"
#include "occasion/occasion_words.h"
#include "occasion/path.h"
#include "tree/shape.h"

/* Words between a cue and its time; its day; its day, where a venue is among them; a time in front
 * and the speaker; "when" and the cue. */
enum { NEAR = 3, NEAR_DAY = 8, NEAR_VENUE = 16, IN_FRONT = 12, WHEN = 8 };

bool lgm_occasion_is_day(const lgm_doc_time *time)
{
    return strlen(time->value) >= strlen("2024-05-24") && time->value[4] == '-' &&
           time->value[7] == '-';
}

bool lgm_occasion_is_alone(const lgm_doc *doc, const lgm_doc_time *time)
{
    const uint32_t next = time->tokens.end;
    if (next >= doc->n_tokens) return true;
    const char *const tag = lgm_doc_xpos(doc, next);
    return !strchr("NJ", tag[0]) && strcmp(tag, "POS") != 0;
}

/* A word that begins a clause of its own: "was jailed on Wednesday after a jury found". "When" is
 * none of them: "gathered on Sunday when the mayor announced" tells the day of both. */
static bool begins_clause(const lgm_doc *doc, uint32_t t)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, t), "after", "before", "because", "since", "although",
                        "though", "despite", "if", "unless", "than", "that", "what", "which",
                        "who");
}

static bool has_tag(const lgm_doc *doc, uint32_t w, const char *tag)
{
    return strcmp(lgm_doc_xpos(doc, w), tag) == 0;
}

static bool is_comma(const lgm_doc *doc, uint32_t w)
{
    return lgm_slice_eq(lgm_doc_form(doc, w), LGM_SLICE(","));
}

/* "Buffalo, New York". */
static bool is_in_place(const lgm_trees *t, uint32_t comma)
{
    return is_comma(t->doc, comma) && comma > 0 && comma + 1 < t->doc->n_tokens &&
           t->upos[comma - 1] == LGM_UPOS_PROPN && t->upos[comma + 1] == LGM_UPOS_PROPN;
}

/* Is this a word beyond which the cue has no time? "In an interview aired on Friday" goes on. */
static bool parts(const lgm_trees *t, const lgm_doc_claim *c, uint32_t w)
{
    const lgm_doc *const doc = t->doc;
    const lgm_slice f = lgm_doc_form(doc, w);
    if (lgm_parts_have(&c->content, w) || doc->tokens[w].flags & LGM_TOK_PAR) return true;
    if (f.len == 1 && strchr(".;:,", f.ptr[0])) return true;
    if (has_tag(doc, w, "VBN") || has_tag(doc, w, "VBD")) /* as of a broken tree */
        return !(lgm_occasion_kinds(doc, w) & LGM_OCCASION_PUBLISHED);
    return lgm_doc_xpos(doc, w)[0] == 'V' || has_tag(doc, w, "CC");
}

static bool stands_behind(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t from = c->cue.at[c->cue.n - 1].end, to = time->tokens.start;
    const bool alone = lgm_occasion_is_alone(doc, time);
    if (to - from > NEAR_VENUE || (!alone && to - from > NEAR)) return false;
    bool venue = false, clause = false;
    for (uint32_t k = from; k < to; k++) {
        if (parts(t, c, k) && !is_in_place(t, k)) return false;
        venue |= (lgm_occasion_kinds(doc, k) & LGM_OCCASION_VENUE) != 0;
        clause |= begins_clause(doc, k);
    }
    const bool day = lgm_occasion_is_day(time);
    return to - from <= NEAR || (day && to - from <= NEAR_DAY) || (venue && !clause);
}

bool lgm_occasion_stands_by(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const uint32_t to = c->cue.at[0].start;
    if (time->tokens.start >= c->cue.at[c->cue.n - 1].end) return stands_behind(t, c, time);
    if (time->tokens.end > to || to - time->tokens.end > NEAR) return false;
    for (uint32_t k = time->tokens.end; k < to; k++)
        if (parts(t, c, k) || begins_clause(t->doc, k)) return false;
    return true;
}

/* The first word of "on Friday", "late on Friday". */
static uint32_t start_of(const lgm_trees *t, const lgm_doc_time *time)
{
    const uint32_t w = time->tokens.start;
    return w > 0 && LGM_SLICE_IN(lgm_doc_form(t->doc, w - 1), "on", "in", "early", "late") ? w - 1
                                                                                           : w;
}

/* "Yesterday police spokesmen said", where the source has the day. */
static bool begins_source(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const lgm_tokspan source = c->source.at[0];
    return time->tokens.start == source.start && time->tokens.end < source.end &&
           source.end == c->cue.at[0].start && time->tokens.end == time->tokens.start + 1 &&
           (lgm_tree_form_is(t->doc, source.start, "yesterday") ||
            lgm_tree_form_is(t->doc, source.start, "today")) &&
           lgm_doc_xpos(t->doc, time->tokens.end)[0] != 'P';
}

bool lgm_occasion_before_cue(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const uint32_t cue = c->cue.at[0].start, from = start_of(t, time);
    if (c->source.n > 0 && begins_source(t, c, time)) return true;
    if (c->source.n == 0 || time->tokens.end > cue || cue - time->tokens.end > NEAR ||
        strlen(time->value) <= strlen("2024"))
        return false;
    const lgm_tokspan source = c->source.at[c->source.n - 1];
    for (uint32_t k = time->tokens.end; k < cue; k++)
        if (t->upos[k] != LGM_UPOS_ADV && t->upos[k] != LGM_UPOS_AUX) return false;
    if (from <= source.start) return false;
    if (from >= source.end) return from == source.end;
    for (uint32_t k = source.start; k < from; k++) /* "a man held on Friday said" */
        if (lgm_doc_xpos(t->doc, k)[0] == 'V' || begins_clause(t->doc, k)) return false;
    const bool bare = from == time->tokens.start;
    return bare || lgm_tree_name(t, from - 1) != LGM_NONE;
}

/* Where the speaker begins, or who is asked: "on Friday the firm was asked". */
static uint32_t speaker_of(const lgm_trees *t, const lgm_doc_claim *c)
{
    if (c->source.n > 0) return c->source.at[0].start;
    const uint32_t who = lgm_tree_left_child(t, lgm_occasion_cue_word(t, c), LGM_REL_nsubj);
    return who == LGM_NONE ? LGM_NONE : lgm_tree_first(t, who);
}

/* Behind a clause of its own: "As talks broke down, on Friday the mayor said". */
static bool follows_clause(const lgm_trees *t, lgm_tokspan time, uint32_t speaker)
{
    const uint32_t next = time.end + (is_comma(t->doc, time.end) ? 1 : 0);
    uint32_t before = time.start;
    while (before > 0 && time.start - before < 2 &&
           LGM_SLICE_IN(lgm_doc_form(t->doc, before - 1), "on", "late", "early", "ON"))
        before--;
    if (before == 0 || speaker != next) return false;
    return is_comma(t->doc, before - 1) || has_tag(t->doc, before - 1, "CC");
}

/* The time opens the sentence and the speaker is the next who is named. */
bool lgm_occasion_opens(const lgm_trees *t, const lgm_doc_claim *c, lgm_tokspan time)
{
    const lgm_doc *const doc = t->doc;
    const lgm_tokspan s = lgm_tree_sentence(t, time.start);
    const uint32_t cue = c->cue.at[0].start, speaker = speaker_of(t, c);
    if (speaker == LGM_NONE || speaker < time.end || speaker >= cue) return false;
    const uint32_t end = c->source.n > 0 ? c->source.at[0].end : cue;
    if (end > cue || speaker - time.end > IN_FRONT) return false;
    for (uint32_t k = time.end; k < cue; k++) {
        if (k == speaker) k = end;
        if (k >= cue) break;
        if (t->upos[k] == LGM_UPOS_VERB || t->upos[k] == LGM_UPOS_AUX ||
            lgm_parts_have(&c->content, k) || begins_clause(doc, k) || t->upos[k] == LGM_UPOS_SCONJ)
            return false;
    }
    if (follows_clause(t, time, speaker)) return true;
    if (time.start - s.start > NEAR) return false;
    for (uint32_t k = s.start; k < time.start; k++)
        if (t->upos[k] == LGM_UPOS_VERB || t->upos[k] == LGM_UPOS_AUX || begins_clause(doc, k) ||
            t->upos[k] == LGM_UPOS_SCONJ || t->upos[k] == LGM_UPOS_NOUN ||
            t->upos[k] == LGM_UPOS_PROPN || lgm_parts_have(&c->content, k))
            return false;
    return true;
}

bool lgm_occasion_is_when(const lgm_trees *t, const lgm_doc_claim *c, const lgm_doc_time *time)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t cue = c->cue.at[0].start, end = time->tokens.end;
    if (end >= cue || cue - end > WHEN || strlen(time->value) <= strlen("2024")) return false;
    const uint32_t when = end + (is_comma(doc, end) ? 1 : 0);
    if (when >= cue || !lgm_slice_eq(lgm_doc_form(doc, when), LGM_SLICE("when"))) return false;
    for (uint32_t k = when + 1; k < cue; k++) /* the speaker and no other verb */
        if (lgm_doc_xpos(doc, k)[0] == 'V' || lgm_parts_have(&c->content, k)) return false;
    return true;
}
