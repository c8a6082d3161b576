/*
 * figures.c - the numbers of those who take part: how many were killed, how many did it.
 *
 *     "at least 140 people were killed"      killed, 140, >=
 *     "nearly 1.8 million shares"            shares, 1800000, ~
 *
 * A number counts the noun that it hangs on, or stands for it ("killed 140"). Percentages, money
 * and measures of time are no counts.
 */
#include "event/event_draft.h"
#include "number/number.h"
#include "tree/shape.h"

enum {
    BEFORE = 3, /* words of a bound */
    THOUSANDTHS = 1000
};

static const char *toll_of(const lgm_doc *doc, const lgm_event_draft *d)
{
    static const char *const NAMES[] = {"killed", "wounded", "arrested", "missing",
                                        "displaced"};
    uint32_t kinds = 0;
    for (uint32_t n = d->trigger.end - d->trigger.start; n > 0 && !kinds; n--) {
        uint32_t words[BEFORE];
        if (n > BEFORE) continue;
        for (uint32_t i = 0; i < n; i++) words[i] = d->trigger.start + i;
        kinds = lgm_event_kinds(doc, LGM_EVENT_TOLLS, words, n);
    }
    return kinds ? NAMES[lgm_event_nth(kinds)] : NULL;
}

/* ---- bounds ---------------------------------------------------------------------------------- */

static bool take_bound(const lgm_doc *doc, lgm_tokspan words, lgm_doc_count *to)
{
    const uint32_t kinds = lgm_event_phrase(doc, LGM_EVENT_BOUNDS, words);
    if (!kinds) return false;
    to->relation = (uint8_t)lgm_event_nth(kinds);
    if (words.start < to->tokens.start) to->tokens.start = words.start;
    if (words.end > to->tokens.end) to->tokens.end = words.end;
    return true;
}

static void find_bound(const lgm_trees *t, lgm_doc_count *to)
{
    const lgm_tokspan s = lgm_tree_sentence(t, to->tokens.start), n = to->tokens;
    for (uint32_t k = BEFORE; k > 0; k--)
        if (n.start >= s.start + k && take_bound(t->doc, (lgm_tokspan){n.start - k, n.start}, to))
            return;
    if (n.end + 2 <= s.end) take_bound(t->doc, (lgm_tokspan){n.end, n.end + 2}, to);
}

/* ---- numbers --------------------------------------------------------------------------------- */

static int64_t scale_of(const lgm_doc *doc, uint32_t token)
{
    if (token >= doc->n_tokens) return 1;
    const lgm_slice word = lgm_doc_lemma(doc, token);
    if (LGM_SLICE_IN(word, "million", "Million", "MILLION")) return 1000000;
    if (LGM_SLICE_IN(word, "billion", "Billion", "BILLION")) return 1000000000;
    return 1;
}

/* Money, part of a range, and "several hundred". */
static bool spoils(const lgm_doc *doc, uint32_t before)
{
    return LGM_SLICE_IN(lgm_doc_form(doc, before), "$", "US$", "£", "€", "¥", "-", "/") ||
           lgm_tree_form_is(doc, before, "several") || lgm_tree_form_is(doc, before, "many");
}

/* The cardinal among the words up to `last`; false where there is none. */
static bool read_number(const lgm_doc *doc, uint32_t first, uint32_t last, lgm_doc_count *to)
{
    for (uint32_t w = first; w <= last; w++) {
        const lgm_number n = lgm_number_at(doc, w, 0);
        if (n.kind != LGM_NUMBER_CARDINAL || (w > 0 && spoils(doc, w - 1))) continue;
        const int64_t scale = scale_of(doc, n.tokens.end);
        if (n.value < 0 || n.value > INT64_MAX / scale) return false;
        if (n.value * scale % THOUSANDTHS != 0) return false;
        to->value = n.value * scale / THOUSANDTHS;
        to->tokens = (lgm_tokspan){n.tokens.start, n.tokens.end + (scale > 1)};
        return true;
    }
    return false;
}

static bool is_counted(const lgm_doc *doc, uint32_t noun)
{
    return !LGM_SLICE_IN(lgm_doc_lemma(doc, noun), "percent", "%", "cent", "dollar", "euro",
                         "pound", "yen", "year", "month", "week", "day", "hour", "minute", "time",
                         "point");
}

static bool count_noun(const lgm_event_room *room, uint32_t noun, lgm_doc_count *to)
{
    enum { FAR = 8 }; /* words between a number and its noun */
    const lgm_trees *const t = room->trees;
    if (room->marks[noun] & LGM_EVENT_IN_TIME) return false;
    if (t->upos[noun] == LGM_UPOS_NUM) /* "killed 140" */
        return read_number(t->doc, lgm_tree_first(t, noun), noun, to);
    const uint32_t number = lgm_tree_left_child(t, noun, LGM_REL_nummod);
    if (number == LGM_NONE || noun - number > FAR || !is_counted(t->doc, noun)) return false;
    return read_number(t->doc, lgm_tree_first(t, number), number, to);
}

static void put(const lgm_event_room *room, lgm_event_draft *d, uint32_t word, const char *of)
{
    lgm_doc_count c = {.relation = LGM_RELATION_EXACT, .noun = word, .of = of};
    if (d->n_counts == LGM_EVENT_COUNTS || !count_noun(room, word, &c)) return;
    if (!of && room->trees->upos[word] == LGM_UPOS_NUM) return; /* "killed two": two of whom? */
    find_bound(room->trees, &c);
    d->counts[d->n_counts++] = c;
}

void lgm_event_find_figures(const lgm_event_room *room, lgm_event_draft *d)
{
    const bool assault = lgm_event_category_of(d->kinds) == LGM_EVENT_ASSAULT;
    const char *const toll = toll_of(room->doc, d);
    for (uint8_t i = 0; i < d->n_patients; i++) put(room, d, d->patients[i], toll);
    for (uint8_t i = 0; i < d->n_agents; i++)
        put(room, d, d->agents[i], assault ? "perpetrators" : NULL);
    if (d->word != d->verb) put(room, d, d->word, NULL);
}
