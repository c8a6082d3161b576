/*
 * was_now.c - what a note says was said, and what is right.
 *
 *     said 12 people were killed; it was 10       was "12 people were killed", now "10"
 *     gave the age of Lind as 14. She is 41.      was "14", now "41"
 *     corrected to say that 10 died, not 12       now "10 died", was "12"
 *     (Corrects toll to 10 from 12)               now "10", was "12"
 */
#include "notes/note_draft.h"
#include "tree/shape.h"

static bool is(const lgm_doc *doc, uint32_t token, uint32_t end, const char *word)
{
    return token < end && lgm_tree_form_is(doc, token, word);
}

static bool is_comma(const lgm_doc *doc, uint32_t token)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, token), ",", "-", "–", "—", "--", ";", "(");
}

static bool is_be(const lgm_doc *doc, uint32_t token, uint32_t end)
{
    return token < end &&
           LGM_SLICE_IN(lgm_doc_form(doc, token), "is", "was", "are", "were", "'s", "’s");
}

/* Behind "in fact", "it was", "the correct figure is". */
static uint32_t without_opening(const lgm_doc *doc, uint32_t at, uint32_t end)
{
    while (at < end && (is_comma(doc, at) || is(doc, at, end, "in") || is(doc, at, end, "fact") ||
                        is(doc, at, end, "actually") || is(doc, at, end, "and") ||
                        is(doc, at, end, "but") || is(doc, at, end, "when"))) {
        if (is(doc, at, end, "in") && !is(doc, at + 1, end, "fact")) break;
        at++;
    }
    if ((is(doc, at, end, "it") || is(doc, at, end, "he") || is(doc, at, end, "she") ||
         is(doc, at, end, "they") || is(doc, at, end, "that")) &&
        is_be(doc, at + 1, end) && at + 2 < end && !lgm_tree_is_not(doc, at + 2))
        return at + 2;
    if (is(doc, at, end, "the") && at + 1 < end &&
        LGM_SLICE_IN(lgm_doc_form(doc, at + 1), "correct", "right", "actual", "true"))
        for (uint32_t i = at + 2; i + 1 < end && i < at + 8; i++)
            if (is_be(doc, i, end)) return i + 1;
    return at;
}

static lgm_tokspan trimmed(const lgm_trees *t, uint32_t at, uint32_t end)
{
    while (end > at && t->upos[end - 1] == LGM_UPOS_PUNCT &&
           !(t->doc->tokens[end - 1].flags & LGM_TOK_CLOSE))
        end--;
    while (at < end && t->upos[at] == LGM_UPOS_PUNCT && !(t->doc->tokens[at].flags & LGM_TOK_OPEN))
        at++;
    return (lgm_tokspan){at, end};
}

static void put_was(const lgm_trees *t, uint32_t at, uint32_t end, lgm_doc_editors_note *to)
{
    const lgm_tokspan s = trimmed(t, at, end);
    if (s.start >= s.end || to->n_was == LGM_COUNT(to->was)) return;
    if (to->n_was && s.start < to->was[to->n_was - 1].end) return;
    to->was[to->n_was++] = s;
}

/* "..., not 12", "rather than 12", "instead of 12": the word; `end` for none. *behind: what it
 * leads to. */
static uint32_t find_not(const lgm_doc *doc, uint32_t at, uint32_t end, uint32_t *behind)
{
    for (uint32_t i = at + 1; i + 1 < end; i++) {
        const bool two = (is(doc, i, end, "rather") && is(doc, i + 1, end, "than")) ||
                         (is(doc, i, end, "instead") && is(doc, i + 1, end, "of"));
        *behind = i + (two ? 2 : 1);
        if (*behind < end && (two || (is(doc, i, end, "not") && is_comma(doc, i - 1)))) return i;
    }
    return end;
}

bool lgm_notes_sets_right(const lgm_doc *doc, lgm_tokspan s)
{
    uint32_t behind;
    if (s.end > s.start + LGM_NOTES_LONGEST) s.end = s.start + LGM_NOTES_LONGEST;
    return find_not(doc, s.start, s.end, &behind) < s.end;
}

/* What is right, up to "in paragraph 2", and what "not" says behind it. */
static void put_now(const lgm_trees *t, uint32_t at, uint32_t end, lgm_doc_editors_note *to)
{
    const lgm_doc *const doc = t->doc;
    uint32_t behind = end;
    at = without_opening(doc, at, end);
    const uint32_t not_at = find_not(doc, at, end, &behind);
    uint32_t stop = not_at;
    for (uint32_t i = at + 1; i + 1 < stop; i++)
        if (is(doc, i, end, "in") &&
            LGM_SLICE_IN(lgm_doc_form(doc, i + 1), "paragraph", "paragraphs", "headline", "lede",
                         "para", "story"))
            stop = i;
    const lgm_tokspan s = trimmed(t, at, stop);
    if (s.start < s.end && !to->n_now) to->now[to->n_now++] = s;
    if (not_at == end) return;
    uint32_t last = behind;
    while (last < end && !(is_comma(doc, last) && !is(doc, last, end, "-"))) last++;
    put_was(t, behind, last, to);
}

/* Where what was said ends: at "; it was 10", ", when in fact ...". */
static uint32_t said_end(const lgm_doc *doc, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i + 2 < end; i++) {
        if (LGM_SLICE_IN(lgm_doc_form(doc, i), ";", "—", "--")) return i;
        if (is_comma(doc, i) &&
            (is(doc, i + 1, end, "but") || is(doc, i + 1, end, "when") ||
             is(doc, i + 1, end, "whereas") || is(doc, i + 1, end, "it") ||
             is(doc, i + 1, end, "in")) &&
            (is(doc, i + 1, end, "but") || is_be(doc, i + 2, end) || is(doc, i + 2, end, "fact") ||
             (is(doc, i + 1, end, "when") && !is(doc, i + 2, end, "the"))))
            return i;
        if (is(doc, i, end, "when") &&
            (is(doc, i + 1, end, "in") || is(doc, i + 1, end, "actually") ||
             is(doc, i + 1, end, "it")) &&
            (is(doc, i + 2, end, "fact") || is_be(doc, i + 2, end)))
            return i;
    }
    return end;
}

/* The "as" that leads to what somebody was wrongly called; LGM_NONE. */
static uint32_t as_of(const lgm_doc *doc, uint32_t verb, uint32_t end)
{
    for (uint32_t i = verb + 1; i + 1 < end; i++)
        if (is(doc, i, end, "as") && !is(doc, i + 1, end, "well") && !is(doc, i - 1, end, "such") &&
            !is(doc, i - 1, end, "well"))
            return i;
    return LGM_NONE;
}

static bool tells_whole(const lgm_doc *doc, uint32_t verb)
{
    return LGM_SLICE_IN(lgm_doc_lemma(doc, verb), "say", "state", "report", "suggest", "imply",
                        "indicate", "claim", "assert");
}

static void of_wrong(const lgm_trees *t, lgm_tokspan s, uint32_t verb, bool *open,
                     lgm_doc_editors_note *to)
{
    const lgm_doc *const doc = t->doc;
    const uint32_t end = said_end(doc, verb, s.end), as = as_of(doc, verb, end);
    uint32_t at = verb + 1;
    if (tells_whole(doc, verb)) {
        while (at < end && (is(doc, at, end, "that") || is_comma(doc, at) ||
                            lgm_slice_eq(lgm_doc_form(doc, at), LGM_SLICE(":"))))
            at++;
        put_was(t, at, end, to);
    } else if (as != LGM_NONE) {
        put_was(t, as + 1, end, to);
    }
    *open = true;
    if (end < s.end) {
        put_now(t, end, s.end, to);
        *open = false;
    }
}

/* Behind "to say that", "to make clear that", "corrects that"; LGM_NONE. */
static uint32_t that_of(const lgm_doc *doc, uint32_t verb, uint32_t end, bool update)
{
    for (uint32_t i = verb + 1; i + 2 < end; i++) {
        if (i == verb + 1 && is(doc, i, end, "that")) return i + 1;
        if (!is(doc, i, end, "to")) continue;
        const lgm_slice lemma = lgm_doc_lemma(doc, i + 1);
        uint32_t at = i + 2;
        if (lgm_slice_eq(lemma, LGM_SLICE("make")) && is(doc, at, end, "clear"))
            at++;
        else if (!LGM_SLICE_IN(lemma, "say", "show", "reflect", "state", "note", "read", "indicate",
                               "explain", "clarify"))
            continue;
        if (is(doc, at, end, "that")) return at + 1;
        return !update && LGM_SLICE_IN(lemma, "say", "read", "state", "show") ? at : LGM_NONE;
    }
    return LGM_NONE;
}

/* "From 12 to 10", "to 10 from 12", "to 10": of what was corrected. */
static void of_change(const lgm_trees *t, uint32_t verb, uint32_t end, lgm_doc_editors_note *to)
{
    const lgm_doc *const doc = t->doc;
    uint32_t from = LGM_NONE, target = LGM_NONE;
    for (uint32_t i = verb + 1; i + 1 < end; i++) {
        if (is(doc, i, end, "from") && from == LGM_NONE) from = i;
        if (is(doc, i, end, "to") && t->upos[i + 1] != LGM_UPOS_VERB &&
            t->upos[i + 1] != LGM_UPOS_AUX && target == LGM_NONE)
            target = i;
    }
    if (target == LGM_NONE) return;
    if (from != LGM_NONE && from < target) {
        put_was(t, from + 1, target, to);
        put_now(t, target + 1, end, to);
    } else {
        put_now(t, target + 1, from == LGM_NONE ? end : from, to);
        if (from != LGM_NONE) put_was(t, from + 1, end, to);
    }
}

static bool is_regret(const lgm_doc *doc, lgm_tokspan s)
{
    for (uint32_t i = s.start; i < s.end && i < s.start + 8; i++)
        if (LGM_SLICE_IN(lgm_doc_lemma(doc, i), "regret", "apologise", "apologize", "sorry",
                         "apology"))
            return true;
    return false;
}

void lgm_notes_was_now(const lgm_trees *t, lgm_tokspan s, const lgm_note_telling *telling,
                       bool *open, lgm_doc_editors_note *to)
{
    if (s.end > s.start + LGM_NOTES_LONGEST) s.end = s.start + LGM_NOTES_LONGEST;
    if (telling->verb == LGM_NONE) {
        if (*open && !is_regret(t->doc, s)) {
            put_now(t, s.start, s.end, to);
            *open = false;
        }
        return;
    }
    if (telling->how & (LGM_NOTES_WRONG | LGM_NOTES_SAID)) {
        of_wrong(t, s, telling->verb, open, to);
        return;
    }
    const bool corrects = (telling->how & (LGM_NOTES_CORRECT | LGM_NOTES_AMEND)) != 0;
    const uint32_t at = that_of(t->doc, telling->verb, s.end, !corrects);
    if (at != LGM_NONE)
        put_now(t, at, s.end, to);
    else if (corrects)
        of_change(t, telling->verb, s.end, to);
}
