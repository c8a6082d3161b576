/* layer.c - claims that assert events, and the layers of the document. */
#include <stdio.h>
#include <string.h>

#include "base/sorted.h"
#include "doc/why.h"
#include "event/event_draft.h"

size_t lgm_event_first_draft(const lgm_event_drafts *v, uint32_t token)
{
    return LGM_SORTED_FIRST(lgm_event_draft, v->at, v->n, word, token);
}

/* "Denied reports that soldiers had burned it": who denies the report denies what it says. */
static bool is_denied(const lgm_event_room *room, const lgm_event_draft *d)
{
    const lgm_doc *const doc = room->doc;
    for (uint8_t i = 1; i < d->n_claims; i++) {
        const uint8_t act = lgm_doc_act(doc, d->claims[i - 1]).act;
        const lgm_doc_claim *const outer = &doc->claims[d->claims[i - 1]];
        const lgm_parts *const cue = &doc->claims[d->claims[i]].cue;
        if ((act == LGM_ACT_DENY || act == LGM_ACT_DISMISS) && cue->n == 1 &&
            room->trees->upos[cue->at[0].end - 1] == LGM_UPOS_NOUN &&
            lgm_parts_have(&outer->content, cue->at[0].start))
            return true;
    }
    return false;
}

void lgm_event_find_claims(lgm_event_room *room)
{
    lgm_event_drafts *const v = &room->drafts;
    for (uint32_t c = 0; c < room->doc->n_claims; c++) {
        const lgm_parts *const content = &room->doc->claims[c].content;
        for (uint8_t i = 0; i < content->n; i++)
            for (size_t k = lgm_event_first_draft(v, content->at[i].start);
                 k < v->n && v->at[k].word < content->at[i].end; k++)
                if (v->at[k].n_claims < LGM_EVENT_CLAIMS) v->at[k].claims[v->at[k].n_claims++] = c;
    }
    for (size_t i = 0; i < v->n; i++)
        if (v->at[i].modality == LGM_MODALITY_ACTUAL && is_denied(room, &v->at[i]))
            v->at[i].modality = LGM_MODALITY_DENIED;
}

/* ---- the layers ------------------------------------------------------------------------------ */

/* How often people who marked 24 reports agree that there is one: half of those of which no more is
 * told, and eight in ten where place or day is, or that somebody does it to somebody. */
static float confidence_of(const lgm_event_draft *d)
{
    const bool set = d->place != LGM_NONE || d->time != LGM_NONE;
    if (set || (d->n_agents > 0 && d->n_patients > 0)) return 0.78f;
    return d->n_agents + d->n_patients > 0 ? 0.63f : 0.52f;
}

/* A weekday of no week and an hour of no day tell two events apart, and date none. */
static uint32_t day_of(const lgm_doc *doc, uint32_t time)
{
    const char *const value = time == LGM_NONE ? "" : doc->times[time].value;
    const bool none = strncmp(value, "XXXX-W", 6) == 0 || strncmp(value, "XXXX-XX-XX", 10) == 0;
    return none ? LGM_NONE : time;
}

static void put_code(char *to, uint32_t code)
{
    if (code) snprintf(to, LGM_EVENT_CAMEO, "%u", (unsigned)code);
    if (code) memmove(to, to + 1, LGM_EVENT_CAMEO - 1); /* the 1 before the digits */
}

static uint32_t *put_links(uint32_t *to, const uint32_t *from, uint8_t n)
{
    for (uint8_t i = 0; i < n; i++) *to++ = from[i];
    return to;
}

static void write_event(const lgm_event_draft *d, lgm_doc *doc, lgm_doc_event *e, uint32_t **links,
                        lgm_tokspan **spans)
{
    *e = (lgm_doc_event){.mention = e->mention,
                         .n_mentions = e->n_mentions,
                         .first = (uint32_t)(*links - doc->event_links),
                         .n_agents = d->n_agents,
                         .n_patients = d->n_patients,
                         .n_claims = d->n_claims,
                         .instrument = (uint32_t)(*spans - doc->event_spans),
                         .n_instruments = d->n_instruments,
                         .place = d->place,
                         .time = day_of(doc, d->time),
                         .category = lgm_event_category_name(lgm_event_category_of(d->kinds)),
                         .mode = lgm_event_mode_name(lgm_event_mode_of(d->kinds)),
                         .polarity = d->negative ? LGM_POLARITY_NEGATIVE : LGM_POLARITY_POSITIVE,
                         .modality = d->modality,
                         .confidence = confidence_of(d)};
    put_code(e->cameo, lgm_event_code_of(d->kinds));
    *links = put_links(*links, d->agents, d->n_agents);
    *links = put_links(*links, d->patients, d->n_patients);
    *links = put_links(*links, d->claims, d->n_claims);
    for (uint8_t i = 0; i < d->n_instruments; i++) *(*spans)++ = d->instruments[i];
}

/* The events that each claim tells of, as many as LGM_EVENT_ABOUT. */
static bool write_about(const lgm_event_drafts *v, const uint32_t *number, lgm_doc *doc)
{
    LGM_VEC(uint32_t) all = {0};
    uint32_t *const first =
        lgm_arena_alloc(doc->arena, (doc->n_claims + 1) * sizeof *doc->claim_event);
    if (!first) return false;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        const lgm_parts *const content = &doc->claims[c].content;
        first[c] = (uint32_t)all.n;
        for (uint8_t i = 0; i < content->n; i++)
            for (size_t k = lgm_event_first_draft(v, content->at[i].start);
                 k < v->n && v->at[k].word < content->at[i].end; k++) {
                size_t seen = first[c];
                while (seen < all.n && all.at[seen] != number[k]) seen++;
                if (seen < all.n) continue;
                if (all.n - first[c] == LGM_EVENT_ABOUT) break;
                if (!lgm_vec_push(doc->arena, &all, number[k])) return false;
                LGM_WHY(doc, CLAIM, c, "about", v->at[k].trigger,
                        "This word of the content tells of an event (data/event)");
            }
    }
    first[doc->n_claims] = (uint32_t)all.n;
    doc->claim_events = all.at;
    doc->claim_event = first;
    return true;
}

bool lgm_event_write(const lgm_event_room *room, lgm_doc *doc)
{
    const lgm_event_drafts *const v = &room->drafts;
    uint32_t *const number = lgm_arena_alloc(doc->arena, (v->n + 1) * sizeof *number);
    uint32_t n = 0, n_links = 0, n_spans = (uint32_t)v->n, at = 0;
    if (!number) return false;
    for (size_t i = 0; i < v->n; i++) {
        const bool first = v->at[i].event == i;
        number[i] = first ? n++ : number[v->at[i].event];
        if (first) n_links += v->at[i].n_agents + v->at[i].n_patients + v->at[i].n_claims;
        if (first) n_spans += v->at[i].n_instruments;
    }
    lgm_doc_event *const events = lgm_arena_calloc(doc->arena, n + 1, sizeof *events);
    lgm_tokspan *const spans = lgm_arena_alloc(doc->arena, (n_spans + 1) * sizeof *spans);
    uint32_t *links = lgm_arena_alloc(doc->arena, (n_links + 1) * sizeof *links);
    if (!events || !spans || !links) return false;
    for (size_t i = 0; i < v->n; i++) events[number[i]].n_mentions++;
    for (uint32_t e = 0; e < n; at += events[e++].n_mentions) events[e].mention = at;
    for (uint32_t e = 0; e < n; e++) events[e].n_mentions = 0;
    for (size_t i = 0; i < v->n; i++) {
        lgm_doc_event *const e = &events[number[i]];
        spans[e->mention + e->n_mentions++] = v->at[i].trigger;
    }
    lgm_doc_why_renumber(doc, LGM_WHY_EVENT, number, (uint32_t)v->n);
    if (!write_about(v, number, doc)) return false;
    doc->event_links = links;
    doc->event_spans = spans;
    lgm_tokspan *things = spans + v->n;
    for (size_t i = 0; i < v->n; i++)
        if (v->at[i].event == i) write_event(&v->at[i], doc, &events[number[i]], &links, &things);
    for (size_t i = 0; doc->why && i < v->n; i++)
        lgm_event_explain(doc, &v->at[i], number[i], events[number[i]].n_mentions,
                          v->at[i].event == i);
    doc->events = events;
    doc->n_events = n;
    return true;
}
