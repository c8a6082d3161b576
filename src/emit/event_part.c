/* event_part.c - "events" of a record. */
#include <string.h>

#include "emit/parts.h"

static lgm_indices links_of(lgm_emitter *e, uint32_t first, uint8_t n)
{
    uint32_t *const to = LGM_EMIT_ITEMS(e, n, uint32_t);
    for (uint8_t i = 0; to && i < n; i++) to[i] = e->doc->event_links[first + i];
    return (lgm_indices){to, to ? n : 0};
}

static lgm_strs instruments_of(lgm_emitter *e, const lgm_doc_event *v)
{
    lgm_str *const to = LGM_EMIT_ITEMS(e, v->n_instruments, lgm_str);
    for (uint8_t i = 0; to && i < v->n_instruments; i++)
        to[i] = lgm_emit_words(e, e->doc->event_spans[v->instrument + i]);
    return (lgm_strs){to, to ? v->n_instruments : 0};
}

/* The day, without the hour. */
static const lgm_when *time_of(lgm_emitter *e, uint32_t time)
{
    lgm_when *const to = LGM_EMIT_ITEMS(e, time != LGM_NONE, lgm_when);
    if (!to) return NULL;
    const char *const value = e->doc->times[time].value;
    const lgm_slice day = {value, strcspn(value, "T")};
    *to = (lgm_when){lgm_emit_str(e, day), time};
    return to;
}

static const lgm_count *counts_of(lgm_emitter *e, const lgm_doc_event *v)
{
    lgm_count *const to = LGM_EMIT_ITEMS(e, v->n_counts, lgm_count);
    for (uint32_t i = 0; to && i < v->n_counts; i++) {
        const uint32_t figure = e->doc->event_counts[v->count + i];
        const lgm_doc_figure *const f = &e->doc->figures[figure];
        const lgm_cpspan s = lgm_emit_span(e->doc, f->tokens);
        const lgm_tokspan noun = {f->noun, f->noun + 1};
        to[i] =
            (lgm_count){.of = f->count_of ? lgm_emit_text(e, f->count_of) : lgm_emit_words(e, noun),
                        .value = f->value / 1000,
                        .relation = (lgm_relation)f->relation,
                        .start = s.start,
                        .end = s.end,
                        .figure = figure};
    }
    return to;
}

static lgm_event event_of(lgm_emitter *e, const lgm_doc_event *v)
{
    const lgm_tokspan *const spans = e->doc->event_spans + v->mention;
    const uint32_t patients = v->first + v->n_agents, claims = patients + v->n_patients;
    const lgm_count *const counts = counts_of(e, v);
    return (lgm_event){.trigger = lgm_emit_span(e->doc, spans[0]),
                       .mentions = lgm_emit_spans(e, spans, v->n_mentions > 1 ? v->n_mentions : 0),
                       .plover = lgm_emit_text(e, v->category),
                       .mode = lgm_emit_text(e, v->mode),
                       .cameo = lgm_emit_text(e, *v->cameo ? v->cameo : NULL),
                       .agents = links_of(e, v->first, v->n_agents),
                       .patients = links_of(e, patients, v->n_patients),
                       .instruments = instruments_of(e, v),
                       .place = v->place,
                       .time = time_of(e, v->time),
                       .counts = {counts, counts ? v->n_counts : 0},
                       .polarity = (lgm_polarity)v->polarity,
                       .modality = (lgm_modality)v->modality,
                       .asserted_by = links_of(e, claims, v->n_claims),
                       .confidence = lgm_emit_share(v->confidence)};
}

void lgm_emit_events(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_events;
    lgm_event *const to = LGM_EMIT_ITEMS(e, n, lgm_event);
    for (uint32_t i = 0; to && i < n; i++) to[i] = event_of(e, &e->doc->events[i]);
    e->to->events.at = to;
    e->to->events.n = to ? n : 0;
}
