/* figure_part.c - "figures" of a record. */
#include "emit/parts.h"

static lgm_indices links_of(lgm_emitter *e, uint32_t first, uint32_t n)
{
    uint32_t *const to = LGM_EMIT_ITEMS(e, n, uint32_t);
    for (uint32_t i = 0; to && i < n; i++) to[i] = e->doc->figure_links[first + i];
    return (lgm_indices){to, to ? n : 0};
}

static const lgm_scope *scope_of(lgm_emitter *e, const lgm_doc_figure *f)
{
    const bool any = f->place != LGM_NONE || f->time != LGM_NONE || f->extent != LGM_EXTENT_NONE;
    lgm_scope *const to = LGM_EMIT_ITEMS(e, any, lgm_scope);
    if (to) *to = (lgm_scope){f->place, f->time, (lgm_extent)f->extent};
    return to;
}

static double number_of(int64_t thousandths)
{
    return (double)(thousandths / 1000) + (double)(thousandths % 1000) / 1e3;
}

static lgm_str name_of(lgm_emitter *e, const lgm_doc_figure *f)
{
    return f->of ? lgm_emit_text(e, f->of) : lgm_emit_words(e, (lgm_tokspan){f->noun, f->noun + 1});
}

static lgm_figure figure_of(lgm_emitter *e, const lgm_doc_figure *f)
{
    const lgm_cpspan s = lgm_emit_span(e->doc, f->tokens);
    const bool alone = f->what.start == f->what.end;
    return (lgm_figure){.of = name_of(e, f),
                        .what = alone ? (lgm_str){0} : lgm_emit_words(e, f->what),
                        .value = number_of(f->value),
                        .upper = number_of(f->upper),
                        .relation = (lgm_relation)f->relation,
                        .unit = lgm_emit_text(e, f->unit),
                        .vague = f->vague,
                        .implied = f->implied,
                        .start = s.start,
                        .end = s.end,
                        .event = f->event,
                        .asserted_by = links_of(e, f->first, f->n_claims),
                        .scope = scope_of(e, f),
                        .part_of = links_of(e, f->first + f->n_claims, f->n_wholes),
                        .revised_from = f->revised_from};
}

void lgm_emit_figures(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_figures;
    lgm_figure *const to = LGM_EMIT_ITEMS(e, n, lgm_figure);
    for (uint32_t i = 0; to && i < n; i++) to[i] = figure_of(e, &e->doc->figures[i]);
    e->to->figures.at = to;
    e->to->figures.n = to ? n : 0;
}
