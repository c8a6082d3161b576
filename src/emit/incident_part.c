/* incident_part.c - "incidents" of a record. */
#include "emit/parts.h"

static lgm_fillers fillers_of(lgm_emitter *e, const lgm_doc_incident *from, uint8_t role)
{
    const lgm_doc_filler *const at = e->doc->fillers + from->first;
    lgm_strs *const to = LGM_EMIT_ITEMS(e, from->n_fillers, lgm_strs);
    size_t n = 0;
    for (uint32_t i = 0; to && i < from->n_fillers; i++) {
        if (at[i].role != role) continue;
        lgm_str *const words = LGM_EMIT_ITEMS(e, 1, lgm_str);
        if (words) *words = lgm_emit_words(e, at[i].words);
        to[n++] = (lgm_strs){words, words ? 1 : 0};
    }
    return (lgm_fillers){to, n};
}

static void emit_perpetrators(lgm_emitter *e, const lgm_doc_incident *from, lgm_incident *to)
{
    const lgm_doc_filler *const at = e->doc->fillers + from->first;
    lgm_perpetrator *const out = LGM_EMIT_ITEMS(e, from->n_fillers, lgm_perpetrator);
    size_t n = 0;
    for (uint32_t i = 0; out && i < from->n_fillers; i++) {
        if (at[i].role > LGM_ROLE_BODY || at[i].entity == LGM_NONE) continue;
        const char *const kind = at[i].role == LGM_ROLE_BODY ? "organisation" : "individual";
        uint32_t *const claim = LGM_EMIT_ITEMS(e, at[i].claim != LGM_NONE, uint32_t);
        if (claim) *claim = at[i].claim;
        out[n++] = (lgm_perpetrator){.entity = at[i].entity,
                                     .kind = lgm_emit_text(e, kind),
                                     .confidence = (lgm_blame)at[i].blame,
                                     .asserted_by = {claim, claim ? 1 : 0}};
    }
    to->perpetrators.at = out;
    to->perpetrators.n = n;
}

static const lgm_bound *figure(lgm_emitter *e, uint32_t from)
{
    lgm_bound *const to = LGM_EMIT_ITEMS(e, from != LGM_NONE, lgm_bound);
    if (!to) return NULL;
    const lgm_doc_figure *const f = &e->doc->figures[from];
    *to = (lgm_bound){f->value / 1000, (lgm_relation)f->relation, from};
    return to;
}

/* The day, month or year of a time; a week or season is none of them. */
static lgm_str date_of(lgm_emitter *e, uint32_t time)
{
    const char *const value = time == LGM_NONE ? NULL : e->doc->times[time].value;
    size_t n = 0;
    while (value && ((value[n] >= '0' && value[n] <= '9') || value[n] == '-')) n++;
    const bool whole = value && (value[n] == '\0' || value[n] == 'T');
    return whole && (n == 4 || n == 7 || n == 10) ? lgm_emit_str(e, (lgm_slice){value, n})
                                                  : (lgm_str){NULL, 0};
}

static lgm_indices events_of(lgm_emitter *e, const lgm_doc_incident *from)
{
    uint32_t *const to = LGM_EMIT_ITEMS(e, from->n_events, uint32_t);
    for (uint32_t i = 0; to && i < from->n_events; i++)
        to[i] = e->doc->incident_events[from->first_event + i];
    return (lgm_indices){to, to ? from->n_events : 0};
}

static void emit_incident(lgm_emitter *e, const lgm_doc_incident *from, lgm_incident *to)
{
    static const char *const STAGES[] = {"accomplished", "attempted", "threatened"};
    to->type = (lgm_incident_type)from->type;
    to->stage = lgm_emit_text(e, STAGES[from->stage]);
    to->date = date_of(e, from->time);
    to->place = from->place;
    to->events = events_of(e, from);
    emit_perpetrators(e, from, to);
    to->perp_individuals = fillers_of(e, from, LGM_ROLE_INDIVIDUAL);
    to->perp_organisations = fillers_of(e, from, LGM_ROLE_BODY);
    to->targets = fillers_of(e, from, LGM_ROLE_TARGET);
    to->victims = fillers_of(e, from, LGM_ROLE_VICTIM);
    to->weapons = fillers_of(e, from, LGM_ROLE_WEAPON);
    to->killed = figure(e, from->killed);
    to->wounded = figure(e, from->wounded);
}

void lgm_emit_incidents(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_incidents;
    lgm_incident *const to = LGM_EMIT_ITEMS(e, n, lgm_incident);
    for (uint32_t i = 0; to && i < n; i++) emit_incident(e, &e->doc->incidents[i], &to[i]);
    e->to->incidents.at = to;
    e->to->incidents.n = to ? n : 0;
}
