/*
 * among.c - which figures count others, too: of "30 people, among them 12 children" the 30 count
 * the 12, and so they do of "30 died. Twelve of them were children."
 */
#include "figure/figure_draft.h"
#include "tree/shape.h"

enum {
    LOOK = 6, /* figures before one that are looked at */
    NEAR = 2, /* sentences before it */
    LEAD = 4  /* words before a figure that may say it is a part */
};

static bool is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return lgm_tree_form_is(doc, token, word);
}

/* "Including 12 children", "among them 12", "of whom 12". */
bool lgm_figure_is_led(const lgm_doc *doc, uint32_t first, uint32_t at)
{
    for (uint32_t k = 1; k <= LEAD && at >= first + k; k++) {
        const uint32_t w = at - k;
        if (is(doc, w, "including")) return true;
        if (w > first &&
            (is(doc, w - 1, "of") || is(doc, w - 1, "among") || is(doc, w - 1, "amongst")) &&
            (is(doc, w, "whom") || is(doc, w, "them") || is(doc, w, "which") ||
             is(doc, w, "these") || is(doc, w, "those")))
            return true;
        if (is(doc, w, ",") || is(doc, w, ";")) return false;
    }
    return false;
}

/* Joined to a part that stands before it: "including 12 children and three nurses". */
static bool is_joined_part(const lgm_figure_room *room, const lgm_figure_draft *before,
                           const lgm_figure_draft *d)
{
    const lgm_trees *const t = room->trees;
    return before->f.n_wholes > 0 && t->rel[d->head] == LGM_REL_conj &&
           (t->doc->head[d->head] == before->head ||
            lgm_figure_first_of(t, d->head) == lgm_figure_first_of(t, before->head));
}

static bool can_count(const lgm_figure_draft *whole, const lgm_figure_draft *part)
{
    if (whole->loose || whole->unit != LGM_FIGURE_IN_NONE || whole->f.n_wholes > 0) return false;
    const int64_t most = whole->f.upper ? whole->f.upper : whole->f.value;
    const bool open = whole->f.vague || whole->f.relation == LGM_RELATION_MORE ||
                      whole->f.relation == LGM_RELATION_LEAST ||
                      whole->f.relation == LGM_RELATION_ABOUT;
    if (part->unit == LGM_FIGURE_IN_SHARE) return true;
    return part->unit == LGM_FIGURE_IN_NONE && (open || part->f.value <= most);
}

static bool are_joined(const lgm_trees *t, uint32_t a, uint32_t b)
{
    return t->rel[b] == LGM_REL_conj &&
           (t->doc->head[b] == a || lgm_figure_first_of(t, b) == lgm_figure_first_of(t, a));
}

static void put_whole(lgm_figure_room *room, lgm_figure_draft *d, uint32_t whole)
{
    const lgm_figure_draft *const w = &room->drafts.at[whole];
    if (d->f.n_wholes == LGM_FIGURE_WHOLES) return;
    d->wholes[d->f.n_wholes++] = whole;
    d->loose = false;
    if (d->toll == LGM_FIGURE_NO_TOLL) d->toll = w->toll;
    if (d->toll == LGM_FIGURE_NO_TOLL && d->f.noun == LGM_NONE)
        d->f.noun = w->f.noun; /* "40 boats, including 12" */
    if (d->f.event == LGM_NONE) d->f.event = w->f.event;
}

/* The figure before it, and those that are joined to that one. */
static void count_by(lgm_figure_room *room, uint32_t i, uint32_t last)
{
    lgm_figure_draft *const at = room->drafts.at;
    uint32_t first = last;
    while (first > 0 && last - first < LGM_FIGURE_WHOLES - 1 &&
           are_joined(room->trees, at[first - 1].head, at[last].head) &&
           can_count(&at[first - 1], &at[last]))
        first--;
    for (uint32_t w = first; w <= last; w++) put_whole(room, &at[i], w);
}

static uint32_t find_before(const lgm_figure_room *room, uint32_t i, uint32_t sentences)
{
    const lgm_figure_draft *const at = room->drafts.at;
    const uint32_t here = lgm_tree_sent(room->trees, at[i].number.start);
    for (uint32_t k = 1; k <= LOOK && k <= i; k++) {
        const uint32_t w = i - k;
        if (here - lgm_tree_sent(room->trees, at[w].number.start) > sentences) break;
        if (can_count(&at[w], &at[i])) return w;
    }
    return LGM_NONE;
}

/* "12 of the 40 hostages", "of the 40 hostages, 12": the 40. */
static uint32_t find_stated(const lgm_figure_room *room, uint32_t i)
{
    const lgm_figure_draft *const at = room->drafts.at;
    const lgm_trees *const t = room->trees;
    if (i + 1 < room->drafts.n && at[i + 1].number.start > 1) {
        const uint32_t n = at[i + 1].f.tokens.start;
        const uint32_t the = LGM_SLICE_IN(lgm_doc_form(t->doc, n - 1), "the", "those", "these",
                                          "his", "her", "its", "their", "our")
                                 ? 1
                                 : 0;
        if (n >= 1 + the && n - the - 1 == at[i].f.tokens.end && is(t->doc, n - the - 1, "of") &&
            can_count(&at[i + 1], &at[i]))
            return i + 1;
    }
    if (i == 0) return LGM_NONE;
    const uint32_t n = at[i - 1].f.tokens.start;
    const lgm_tokspan s = lgm_tree_sentence(t, at[i].number.start);
    const uint32_t the = n >= 1 + s.start && is(t->doc, n - 1, "the");
    const bool of =
        n >= 1 + the + s.start && is(t->doc, n - the - 1, "of") && n - the - 1 <= s.start + 1;
    return of && can_count(&at[i - 1], &at[i]) ? i - 1 : LGM_NONE;
}

/* "Killed 13 guards, along with five nurses": what is told of the ones holds of the others. */
static void take_added(lgm_figure_room *room, uint32_t i)
{
    lgm_figure_draft *const d = &room->drafts.at[i];
    const lgm_figure_draft *const before = i > 0 ? d - 1 : NULL;
    const uint32_t n = d->f.tokens.start;
    if (!before || n < 2 || d->toll != LGM_FIGURE_NO_TOLL || d->unit != LGM_FIGURE_IN_NONE ||
        before->toll == LGM_FIGURE_NO_TOLL || before->toll == LGM_FIGURE_OF_perpetrators ||
        !is(room->doc, n - 1, "with") ||
        !(is(room->doc, n - 2, "along") || is(room->doc, n - 2, "together")) ||
        lgm_tree_sent(room->trees, n) != lgm_tree_sent(room->trees, before->number.start))
        return;
    d->toll = before->toll;
    d->loose = false;
    d->f.event = before->f.event;
}

void lgm_figure_find_wholes(lgm_figure_room *room)
{
    lgm_figure_draft *const at = room->drafts.at;
    for (uint32_t i = 0; i < room->drafts.n; i++) {
        const lgm_tokspan s = lgm_tree_sentence(room->trees, at[i].number.start);
        const uint32_t stated = find_stated(room, i);
        take_added(room, i);
        if (stated != LGM_NONE) {
            put_whole(room, &at[i], stated);
        } else if (lgm_figure_is_led(room->doc, s.start, at[i].f.tokens.start)) {
            const uint32_t w = find_before(room, i, 0);
            if (w != LGM_NONE) count_by(room, i, w);
        } else if (at[i].of_them) {
            const uint32_t w = find_before(room, i, NEAR);
            if (w != LGM_NONE) count_by(room, i, w);
        } else if (i > 0 && is_joined_part(room, &at[i - 1], &at[i])) {
            for (uint32_t k = 0; k < at[i - 1].f.n_wholes; k++)
                put_whole(room, &at[i], at[i - 1].wholes[k]);
        }
    }
}
