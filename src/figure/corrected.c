/*
 * corrected.c - a figure that a correction puts right: "said 12 people were killed. It was 10."
 */
#include "base/sorted.h"
#include "figure/figure_draft.h"

/* The first draft of these words at or behind draft `from`; LGM_NONE. */
static uint32_t draft_in(const lgm_figure_room *room, const lgm_tokspan *at, uint32_t n,
                         uint32_t from)
{
    for (uint32_t i = 0; i < n; i++) {
        size_t d = LGM_SORTED_FIRST(lgm_figure_draft, room->drafts.at, room->drafts.n, number.start,
                                    at[i].start);
        if (d < from) d = from;
        if (d < room->drafts.n && room->drafts.at[d].number.start < at[i].end) return (uint32_t)d;
    }
    return LGM_NONE;
}

/* The first of what is right that is of the same thing. */
static void put_right(lgm_figure_room *room, const lgm_doc_editors_note *n, uint32_t before)
{
    for (uint32_t now = draft_in(room, n->now, n->n_now, 0); now != LGM_NONE;
         now = draft_in(room, n->now, n->n_now, now + 1)) {
        lgm_figure_draft *const d = &room->drafts.at[now];
        const bool other = d->f.value != room->drafts.at[before].f.value;
        if (other && d->f.revised_from == LGM_NONE &&
            lgm_figure_revise(d, &room->drafts.at[before], before))
            return;
    }
}

void lgm_figure_find_corrections(lgm_figure_room *room)
{
    for (uint32_t i = 0; i < room->doc->n_editors_notes; i++) {
        const lgm_doc_editors_note *const n = &room->doc->editors_notes[i];
        for (uint32_t was = draft_in(room, n->was, n->n_was, 0); was != LGM_NONE;
             was = draft_in(room, n->was, n->n_was, was + 1))
            put_right(room, n, was);
    }
}
