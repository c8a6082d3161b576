/* note_part.c - "notes" of a record. */
#include "base/sorted.h"
#include "emit/parts.h"

/* Figures whose number stands within these words. */
static lgm_indices figures_of(lgm_emitter *e, const lgm_tokspan *at, uint32_t n)
{
    const lgm_doc *const doc = e->doc;
    uint32_t *to = NULL;
    size_t found = 0;
    for (int put = 0; put < 2; put++) {
        found = 0;
        for (uint32_t i = 0; i < n; i++)
            for (size_t f = LGM_SORTED_FIRST(lgm_doc_figure, doc->figures, doc->n_figures,
                                             tokens.start, at[i].start);
                 f < doc->n_figures && doc->figures[f].tokens.start < at[i].end; f++) {
                if (doc->figures[f].tokens.end > at[i].end) continue;
                if (to) to[found] = (uint32_t)f;
                found++;
            }
        if (!put) to = LGM_EMIT_ITEMS(e, found, uint32_t);
        if (!to) return (lgm_indices){0};
    }
    return (lgm_indices){to, found};
}

void lgm_emit_notes(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_editors_notes;
    lgm_note *const to = LGM_EMIT_ITEMS(e, n, lgm_note);
    for (uint32_t i = 0; to && i < n; i++) {
        const lgm_doc_editors_note *const x = &e->doc->editors_notes[i];
        to[i] = (lgm_note){.span = lgm_emit_span(e->doc, x->tokens),
                           .kind = (lgm_note_kind)x->kind,
                           .was = lgm_emit_spans(e, x->was, x->n_was),
                           .now = lgm_emit_spans(e, x->now, x->n_now),
                           .figures_was = figures_of(e, x->was, x->n_was),
                           .figures_now = figures_of(e, x->now, x->n_now),
                           .time = x->time};
    }
    e->to->notes.at = to;
    e->to->notes.n = to ? n : 0;
}
