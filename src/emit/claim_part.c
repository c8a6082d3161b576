/* claim_part.c - "claims" of a record. */
#include "emit/parts.h"

static lgm_spans parts_of(lgm_emitter *e, const lgm_parts *p)
{
    return lgm_emit_spans(e, p->at, p->n);
}

static const lgm_when *said_of(lgm_emitter *e, uint32_t claim)
{
    const uint32_t time = lgm_doc_said(e->doc, claim);
    lgm_when *const to = LGM_EMIT_ITEMS(e, time != LGM_NONE, lgm_when);
    if (to) *to = (lgm_when){lgm_emit_day(e, e->doc->times[time].value), time};
    return to;
}

static lgm_indices speakers_of(lgm_emitter *e, const lgm_claim_who *who)
{
    uint32_t *const to = LGM_EMIT_ITEMS(e, who->n_speakers, uint32_t);
    for (uint32_t i = 0; to && i < who->n_speakers; i++) to[i] = e->doc->speakers[who->first + i];
    return (lgm_indices){to, to ? who->n_speakers : 0};
}

static lgm_indices via_of(lgm_emitter *e, const lgm_claim_who *who)
{
    uint32_t *const to = LGM_EMIT_ITEMS(e, who->via.n, uint32_t);
    for (uint32_t i = 0; to && i < who->via.n; i++) to[i] = who->via.at[i];
    return (lgm_indices){to, to ? who->via.n : 0};
}

/* The events that it tells of, then whom it is aimed at. */
static lgm_links about_of(lgm_emitter *e, uint32_t claim, const lgm_claim_act *act)
{
    const lgm_doc *const doc = e->doc;
    const uint32_t first = doc->claim_event ? doc->claim_event[claim] : 0;
    const uint32_t n = doc->claim_event ? doc->claim_event[claim + 1] - first : 0;
    lgm_link *const to = LGM_EMIT_ITEMS(e, n + act->n_about, lgm_link);
    for (uint32_t i = 0; to && i < n; i++) to[i] = (lgm_link){'v', doc->claim_events[first + i]};
    for (uint32_t i = 0; to && i < act->n_about; i++)
        to[n + i] = (lgm_link){'e', doc->about[act->first_about + i]};
    return (lgm_links){to, to ? n + act->n_about : 0};
}

static const lgm_justification *justification_of(lgm_emitter *e, uint32_t claim)
{
    const lgm_doc_ground *const g = e->doc->claim_ground ? &e->doc->claim_ground[claim] : NULL;
    const bool known = g && g->kind != LGM_GROUND_NONE;
    lgm_justification *const to = LGM_EMIT_ITEMS(e, known, lgm_justification);
    if (to) *to = (lgm_justification){lgm_emit_span(e->doc, g->tokens), (lgm_ground)g->kind};
    return to;
}

static void put_addressees(lgm_emitter *e, const lgm_claim_who *who, lgm_claim *claim)
{
    lgm_addressee *const to = LGM_EMIT_ITEMS(e, who->n_to, lgm_addressee);
    for (uint32_t i = 0; to && i < who->n_to; i++) {
        const lgm_doc_addressee *const at = &e->doc->addressees.at[who->first_to + i];
        const lgm_cpspan s = lgm_emit_span(e->doc, at->tokens);
        to[i] = (lgm_addressee){s.start, s.end, at->entity};
    }
    claim->to.at = to;
    claim->to.n = to ? who->n_to : 0;
}

static lgm_str venue_of(lgm_emitter *e, uint32_t claim)
{
    const lgm_tokspan s = e->doc->claim_venue ? e->doc->claim_venue[claim] : (lgm_tokspan){0, 0};
    return s.start < s.end ? lgm_emit_words(e, s) : (lgm_str){NULL, 0};
}

static lgm_spans span_of(lgm_emitter *e, const lgm_tokspan *s)
{
    return lgm_emit_spans(e, s, s->end > s->start);
}

static lgm_claim claim_of(lgm_emitter *e, uint32_t i)
{
    const lgm_doc_claim *const c = &e->doc->claims[i];
    const lgm_claim_who who = lgm_doc_who(e->doc, i);
    const lgm_claim_act act = lgm_doc_act(e->doc, i);
    return (lgm_claim){.source = parts_of(e, &c->source),
                       .cue = parts_of(e, &c->cue),
                       .content = parts_of(e, &c->content),
                       .form = (lgm_claim_form)c->form,
                       .quoted = lgm_emit_spans(e, c->quoted, c->n_quoted),
                       .act = (lgm_act)act.act,
                       .speaker = who.speaker,
                       .speaker_kind = (lgm_speaker_kind)who.kind,
                       .speakers = speakers_of(e, &who),
                       .via = via_of(e, &who),
                       .justification = justification_of(e, i),
                       .venue = venue_of(e, i),
                       .said = said_of(e, i),
                       .parent = lgm_doc_parent(e->doc, i),
                       .certainty = (lgm_certainty)act.certainty,
                       .evidence = (lgm_evidence)act.evidence,
                       .evidence_span = span_of(e, &act.evidence_span),
                       .repetition = (lgm_repetition)act.repetition,
                       .repetition_span = span_of(e, &act.repetition_span),
                       .about = about_of(e, i, &act),
                       .observed = who.observed,
                       .confidence = lgm_emit_share(c->confidence)};
}

/* Replies lie in order of claim: `next` goes on with each. */
static void add_replies(lgm_emitter *e, lgm_claim *to, uint32_t claim, uint32_t *next)
{
    const lgm_doc *const doc = e->doc;
    const uint32_t first = *next;
    while (*next < doc->n_claim_replies && doc->claim_replies[*next].claim == claim) ++*next;
    lgm_reply *const at = LGM_EMIT_ITEMS(e, *next - first, lgm_reply);
    for (uint32_t i = first; at && i < *next; i++)
        at[i - first] =
            (lgm_reply){doc->claim_replies[i].to, (lgm_answer)doc->claim_replies[i].how};
    to->replies.at = at;
    to->replies.n = at ? *next - first : 0;
}

void lgm_emit_claims(lgm_emitter *e)
{
    const uint32_t n = e->doc->n_claims;
    lgm_claim *const to = LGM_EMIT_ITEMS(e, n, lgm_claim);
    uint32_t reply = 0;
    for (uint32_t i = 0; to && i < n; i++) {
        const lgm_claim_who who = lgm_doc_who(e->doc, i);
        to[i] = claim_of(e, i);
        put_addressees(e, &who, &to[i]);
        add_replies(e, &to[i], i, &reply);
    }
    e->to->claims.at = to;
    e->to->claims.n = to ? n : 0;
}
