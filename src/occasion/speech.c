/*
 * speech.c - which turns are of one speech, and what holds for all of it.
 *
 * Each speaker is in one speech at a time. A turn is of that speech unless it states another day,
 * venue or relay. A day that is long past opens an aside ("In June, she called on the party ..."),
 * which lasts as long as its paragraph or "she" goes on; then the speaker is back in the speech
 * before it. Behind an aside of the last days it is open where the speaker is: the next claim has
 * only what it states. What a speech lacks it takes from the turn that states it, wherever that
 * stands: a lead that sums up has the day that is told below.
 */
#include <stdlib.h>
#include <string.h>

#include "doc/why.h"
#include "legomena/kinds.h"
#include "occasion/facts.h"
#include "occasion/occasion_words.h"
#include "occasion/turn.h"

/* Speeches of a speaker that are looked at; the last paragraph that may sum up, a title counted. */
enum { BACK = 8, LEAD = 2 };

typedef struct speech {
    lgm_occasion_facts known;
    uint32_t before;            /* the speech of the same speaker before it, or LGM_NONE */
    uint32_t back;              /* where the speaker is again behind an aside, or LGM_NONE */
    uint32_t last;              /* its last turn */
    bool aside, past, definite; /* definite: "the debate", which may be told of elsewhere */
} speech;

typedef struct speeches {
    const lgm_trees *t;
    int32_t published;
    const lgm_occasion_turn *turns;
    LGM_VEC(speech) at;
    uint32_t *of;               /* [turns] the speech of each, or LGM_NONE */
    uint32_t *now;              /* [n_entities] the speech that each is in, or LGM_NONE */
    uint32_t *newest;           /* [n_entities] the last one that was opened */
    uint32_t floor, floor_turn; /* the press conference of a body, and the turn that tells of it */
} speeches;

/* ---- where a turn belongs ---- */

static uint32_t paragraph(const speeches *s, uint32_t turn)
{
    return lgm_tree_par(s->t, s->turns[turn].token);
}

/* Does the turn go on in the vein of the aside? */
static bool stays(const speeches *s, const speech *aside, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (x->present) return false;
    if (x->then || paragraph(s, aside->last) == paragraph(s, turn)) return true;
    return x->pronoun && aside->last + 1 == turn;
}

/* "In an interview, she said", below the lead: now she speaks elsewhere. */
static bool moves_on(const speeches *s, const speech *in, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    return x->in_front && !x->the_venue && !lgm_occasion_has_venue(&in->known) &&
           paragraph(s, in->last) > LEAD;
}

static bool states(const lgm_occasion_turn *x)
{
    return x->stated.when != LGM_NONE || x->stated.via.n > 0 || lgm_occasion_has_venue(&x->stated);
}

static bool open_speech(speeches *s, lgm_arena *scratch, const lgm_occasion_turn *x, bool aside,
                        uint32_t back)
{
    const bool past =
        x->stated.when != LGM_NONE && lgm_occasion_is_past(s->t->doc, s->published, x->stated.when);
    const speech new = {.known = {.when = LGM_NONE},
                        .before = s->newest[x->speaker],
                        .back = back,
                        .aside = aside,
                        .past = past};
    if (!lgm_vec_push(scratch, &s->at, new)) return false;
    s->now[x->speaker] = s->newest[x->speaker] = (uint32_t)s->at.n - 1;
    return true;
}

static void join(speeches *s, uint32_t turn, uint32_t which)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    speech *const to = &s->at.at[which];
    lgm_occasion_learn(&to->known, &x->stated);
    to->last = turn;
    to->definite |= x->the_venue;
    s->of[turn] = which;
    s->now[x->speaker] = which;
}

/* A speech of the same day that the speaker was in before; LGM_NONE for none. */
static uint32_t same_day(const speeches *s, const lgm_occasion_turn *x)
{
    uint32_t i = s->newest[x->speaker];
    for (int k = 0; k < BACK && i != LGM_NONE; k++, i = s->at.at[i].before) {
        const lgm_occasion_facts *const known = &s->at.at[i].known;
        if (known->when != LGM_NONE && x->stated.when != LGM_NONE &&
            lgm_occasion_same_day(s->t->doc, known->when, x->stated.when) &&
            lgm_occasion_agrees(s->t->doc, known, x))
            return i;
    }
    return LGM_NONE;
}

/* Is the day that the turn states before that of the speech, or long past where it has none? */
static bool is_before(const speeches *s, const lgm_occasion_facts *known, uint32_t when)
{
    if (when == LGM_NONE) return false;
    if (lgm_occasion_is_past(s->t->doc, s->published, when) &&
        (known->when == LGM_NONE || !lgm_occasion_is_past(s->t->doc, s->published, known->when)))
        return true;
    const lgm_doc_time *const times = s->t->doc->times;
    return known->when != LGM_NONE && times[when].first_day < times[known->when].first_day;
}

static bool place_stating(speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    const uint32_t when = x->stated.when;
    uint32_t now = s->now[x->speaker];
    if (now != LGM_NONE && s->at.at[now].aside && !stays(s, &s->at.at[now], turn))
        now = s->at.at[now].back;
    const speech *const in = now == LGM_NONE ? NULL : &s->at.at[now];
    if (in && lgm_occasion_agrees(s->t->doc, &in->known, x) && !moves_on(s, in, turn) &&
        !(in->known.when == LGM_NONE && is_before(s, &in->known, when))) {
        join(s, turn, now);
        return true;
    }
    const uint32_t same = same_day(s, x);
    if (same != LGM_NONE) {
        join(s, turn, same);
        return true;
    }
    const bool past = when != LGM_NONE && lgm_occasion_is_past(s->t->doc, s->published, when);
    const bool aside = in ? is_before(s, &in->known, when) : past;
    const uint32_t back = in && in->aside ? in->back : now;
    if (!open_speech(s, scratch, x, aside, aside ? back : LGM_NONE)) return false;
    join(s, turn, s->now[x->speaker]);
    return true;
}

/* "The party faced the press on Monday. Lind said": of those who speak in that paragraph, whose
 * occasion is not known, it is theirs. */
static void hold_floor(speeches *s, uint32_t turn)
{
    const lgm_doc *const doc = s->t->doc;
    const lgm_occasion_turn *const x = &s->turns[turn];
    const lgm_tokspan venue = x->stated.venue;
    if (x->claim != LGM_NONE || venue.start == venue.end || s->of[turn] == LGM_NONE) return;
    if (doc->entities[x->speaker].type != LGM_ENTITY_ORG) return;
    if (!LGM_SLICE_IN(lgm_doc_lemma(doc, venue.end - 1), "press", "conference", "briefing",
                      "presser"))
        return;
    s->floor = s->of[turn];
    s->floor_turn = turn;
}

static void take_floor(speeches *s, uint32_t turn, uint32_t which)
{
    lgm_occasion_facts *const known = &s->at.at[which].known;
    if (s->floor == LGM_NONE || paragraph(s, turn) != paragraph(s, s->floor_turn)) return;
    if (known->when != LGM_NONE || known->via.n || lgm_occasion_has_venue(known)) return;
    if (s->t->doc->entities[s->turns[turn].speaker].type == LGM_ENTITY_PER)
        lgm_occasion_learn(known, &s->at.at[s->floor].known);
}

static bool place_silent(speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    uint32_t now = s->now[x->speaker];
    if (x->then && (now == LGM_NONE || !s->at.at[now].aside)) return true;
    if (now != LGM_NONE && s->at.at[now].aside && !stays(s, &s->at.at[now], turn)) {
        if (!s->at.at[now].past) return true; /* open which it is */
        now = s->at.at[now].back;
    }
    if (now == LGM_NONE) {
        if (!open_speech(s, scratch, x, false, LGM_NONE)) return false;
        now = s->now[x->speaker];
    }
    join(s, turn, now);
    take_floor(s, turn, now);
    return true;
}

/* "..., an official said on Friday. ..., said Okke Berg, head of the port": the next speaker is the
 * one of the lead, by name. */
static bool is_introduced(const speeches *s, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    return turn > 0 && x[-1].some_one && x->described && s->of[turn - 1] != LGM_NONE &&
           s->now[x->speaker] == LGM_NONE;
}

static bool place(speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (is_introduced(s, turn)) s->now[x->speaker] = s->of[turn - 1];
    const uint32_t now = s->now[x->speaker];
    if (x->apart) return true; /* has what it states */
    if (x->group && now != LGM_NONE && paragraph(s, turn) - paragraph(s, s->at.at[now].last) > 1)
        s->now[x->speaker] = LGM_NONE;
    return states(x) ? place_stating(s, scratch, turn) : place_silent(s, scratch, turn);
}

/* ---- carrying ---- */

static void date_by_event(speeches *s)
{
    for (size_t i = 0; i < s->at.n; i++) {
        lgm_occasion_facts *const known = &s->at.at[i].known;
        if (known->when != LGM_NONE || !s->at.at[i].definite) continue;
        const uint32_t noun = known->venue.end - 1;
        if (lgm_occasion_kinds(s->t->doc, noun) & LGM_OCCASION_EVENT)
            known->when = lgm_occasion_event_day(s->t->doc, s->published, noun);
    }
}

static int by_token(const void *a, const void *b)
{
    const lgm_occasion_turn *const x = a, *const y = b;
    if (x->token != y->token) return x->token < y->token ? -1 : 1;
    return x->claim < y->claim ? -1 : x->claim > y->claim;
}

static void fill(lgm_doc *doc, uint32_t claim, const lgm_occasion_facts *known)
{
    const lgm_occasion_facts own = {doc->claim_when[claim], doc->claim_who[claim].via,
                                    doc->claim_venue[claim]};
    lgm_occasion_facts f = own;
    lgm_occasion_learn(&f, known);
    if (f.when != own.when)
        LGM_WHY(doc, CLAIM, claim, "said", doc->times[f.when].tokens,
                "Another sentence gives this time to the speech that the claim is of");
    if (f.venue.start != own.venue.start)
        LGM_WHY(doc, CLAIM, claim, "venue", f.venue,
                "Another sentence gives this venue to the speech that the claim is of");
    if (f.via.n > own.via.n)
        LGM_WHY(doc, CLAIM, claim, "via", LGM_NO_WORDS,
                "Another sentence says who relays the speech that the claim is of");
    doc->claim_when[claim] = f.when;
    doc->claim_venue[claim] = f.venue;
    doc->claim_who[claim].via = f.via;
}

static uint32_t *nothing(lgm_arena *scratch, size_t n)
{
    uint32_t *const to = lgm_arena_alloc(scratch, (n + 1) * sizeof *to);
    for (size_t i = 0; to && i < n; i++) to[i] = LGM_NONE;
    return to;
}

bool lgm_occasion_carry(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc, int32_t published,
                        lgm_occasion_turns *turns)
{
    if (turns->n == 0) return true;
    qsort(turns->at, turns->n, sizeof *turns->at, by_token);
    speeches s = {.t = t,
                  .published = published,
                  .turns = turns->at,
                  .of = nothing(scratch, turns->n),
                  .now = nothing(scratch, doc->n_entities),
                  .newest = nothing(scratch, doc->n_entities),
                  .floor = LGM_NONE};
    if (!s.of || !s.now || !s.newest) return false;
    for (uint32_t i = 0; i < turns->n; i++) {
        if (!place(&s, scratch, i)) return false;
        hold_floor(&s, i);
    }
    date_by_event(&s);
    for (uint32_t i = 0; i < turns->n; i++)
        if (s.of[i] != LGM_NONE && turns->at[i].claim != LGM_NONE)
            fill(doc, turns->at[i].claim, &s.at.at[s.of[i]].known);
    return true;
}
