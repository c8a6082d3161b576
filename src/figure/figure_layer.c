/* figure_layer.c - claims that give figures, and the layers of the document. */
#include "base/sorted.h"
#include "doc/why.h"
#include "figure/figure_draft.h"

enum { ONE = 1000, TOLD = 16 /* figures of one event that are looked at for the same */ };

/* The first draft at or behind a token. */
static size_t first_draft(const lgm_figure_room *room, uint32_t token)
{
    return LGM_SORTED_FIRST(lgm_figure_draft, room->drafts.at, room->drafts.n, number.start, token);
}

void lgm_figure_find_claims(lgm_figure_room *room)
{
    lgm_figure_draft *const at = room->drafts.at;
    for (uint32_t c = 0; c < room->doc->n_claims; c++) {
        const lgm_parts *const content = &room->doc->claims[c].content;
        for (uint32_t i = 0; i < content->n; i++)
            for (size_t k = first_draft(room, content->at[i].start);
                 k < room->drafts.n && at[k].number.start < content->at[i].end; k++)
                if (at[k].f.n_claims < LGM_FIGURE_CLAIMS) at[k].claims[at[k].f.n_claims++] = c;
    }
}

/* ---- the layers ------------------------------------------------------------------------------ */

/* What the counts of an event have: whole numbers of people or things. */
static bool is_count(const lgm_doc_figure *f)
{
    return f->event != LGM_NONE && f->value % ONE == 0 && !f->vague && !f->implied && f->is_count;
}

static bool is_told(const lgm_doc *doc, const uint32_t *at, uint32_t n, const lgm_doc_figure *f)
{
    for (uint32_t i = 0; i < n && i < TOLD; i++) {
        const lgm_doc_figure *const x = &doc->figures[at[i]];
        if (x->count_of == f->count_of && x->value == f->value && x->relation == f->relation &&
            (f->count_of || lgm_slice_eq(lgm_doc_form(doc, x->noun), lgm_doc_form(doc, f->noun))))
            return true;
    }
    return false;
}

/* The figures of each event, each once. */
static bool write_counts(lgm_doc *doc)
{
    uint32_t n = 0;
    for (uint32_t e = 0; e < doc->n_events; e++) doc->events[e].n_counts = 0;
    for (uint32_t i = 0; i < doc->n_figures; i++)
        if (is_count(&doc->figures[i])) doc->events[doc->figures[i].event].n_counts++;
    for (uint32_t e = 0; e < doc->n_events; n += doc->events[e++].n_counts)
        doc->events[e].count = n;
    for (uint32_t e = 0; e < doc->n_events; e++) doc->events[e].n_counts = 0;
    doc->event_counts = lgm_arena_alloc(doc->arena, (n + 1) * sizeof *doc->event_counts);
    for (uint32_t i = 0; doc->event_counts && i < doc->n_figures; i++) {
        const lgm_doc_figure *const f = &doc->figures[i];
        if (!is_count(f)) continue;
        lgm_doc_event *const e = &doc->events[f->event];
        uint32_t *const to = doc->event_counts + e->count;
        if (is_told(doc, to, e->n_counts, f)) continue;
        to[e->n_counts++] = i;
        LGM_WHY(doc, EVENT, f->event, "counts", f->tokens, "A figure is of this event");
    }
    return doc->event_counts != NULL;
}

/* Does it tell nothing? */
static bool is_bare(const lgm_figure_draft *d)
{
    return d->loose || (d->toll == LGM_FIGURE_NO_TOLL && d->f.noun == LGM_NONE && d->f.of == NULL);
}

/* Numbers of the figures that are kept; one that tells nothing is not. */
static uint32_t number_all(const lgm_figure_room *room, uint32_t *number, uint32_t *n_links)
{
    uint32_t n = 0;
    for (size_t i = 0; i < room->drafts.n; i++) {
        const lgm_figure_draft *const d = &room->drafts.at[i];
        number[i] = is_bare(d) ? LGM_NONE : n++;
        if (number[i] != LGM_NONE) *n_links += d->f.n_claims + d->f.n_wholes;
    }
    return n;
}

static void write_one(const lgm_figure_draft *d, const uint32_t *number, lgm_doc_figure *to,
                      uint32_t *links, uint32_t *at)
{
    *to = d->f;
    to->first = *at;
    if (d->toll != LGM_FIGURE_NO_TOLL) to->of = lgm_figure_toll_name(d->toll);
    to->is_count = !(d->unit_kinds & (LGM_FIGURE_MONEY | LGM_FIGURE_SHARE)) &&
                   (d->toll != LGM_FIGURE_NO_TOLL || d->f.noun != LGM_NONE ||
                    (d->unit_kinds & LGM_FIGURE_MEASURE));
    to->count_of =
        d->toll < LGM_FIGURE_COUNTED || d->f.noun == LGM_NONE || to->of == d->f.of ? to->of : NULL;
    for (uint32_t i = 0; i < d->f.n_claims; i++) links[(*at)++] = d->claims[i];
    to->n_wholes = 0;
    for (uint32_t i = 0; i < d->f.n_wholes; i++)
        if (number[d->wholes[i]] != LGM_NONE) {
            links[(*at)++] = number[d->wholes[i]];
            to->n_wholes++;
        }
    if (d->f.revised_from != LGM_NONE) to->revised_from = number[d->f.revised_from];
}

bool lgm_figure_write(const lgm_figure_room *room, lgm_doc *doc)
{
    const size_t n_drafts = room->drafts.n;
    uint32_t *const number = lgm_arena_alloc(room->scratch, (n_drafts + 1) * sizeof *number);
    uint32_t n_links = 0, at = 0;
    if (!number) return false;
    const uint32_t n = number_all(room, number, &n_links);
    lgm_doc_figure *const figures = lgm_arena_alloc(doc->arena, (n + 1) * sizeof *figures);
    uint32_t *const links = lgm_arena_alloc(doc->arena, (n_links + 1) * sizeof *links);
    if (!figures || !links) return false;
    for (size_t i = 0; i < n_drafts; i++)
        if (number[i] != LGM_NONE)
            write_one(&room->drafts.at[i], number, &figures[number[i]], links, &at);
    doc->figures = figures;
    doc->n_figures = n;
    doc->figure_links = links;
    for (size_t i = 0; doc->why && i < n_drafts; i++)
        if (number[i] != LGM_NONE) lgm_figure_explain(doc, &room->drafts.at[i], number[i]);
    return write_counts(doc);
}
