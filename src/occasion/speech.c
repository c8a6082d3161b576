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
#include "legomena/kinds.h"
#include "occasion/facts.h"
#include "occasion/path.h"
#include "occasion/speech.h"
#include "tree/shape.h"

enum { BACK = 8 }; /* speeches of a speaker that are looked at */

/* ---- where a turn belongs ---- */

/* Does the turn go on in the vein of the aside? */
static bool stays(const lgm_occasion_speeches *s, const lgm_occasion_speech *aside, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (x->present) return false;
    const lgm_occasion_turn *const before = &s->turns[aside->last];
    if (before->next_only && aside->last + 1 == turn &&
        lgm_occasion_paragraph(s, turn) - lgm_occasion_paragraph(s, aside->last) <= 1)
        return true;
    if (x->then || lgm_occasion_paragraph(s, aside->last) == lgm_occasion_paragraph(s, turn))
        return true;
    return x->pronoun && aside->last + 1 == turn;
}

/* "In an interview, she said", below the lead: now she speaks elsewhere. */
static bool moves_on(const lgm_occasion_speeches *s, const lgm_occasion_speech *in, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    return x->in_front && !x->the_venue && !lgm_occasion_has_venue(&in->known) &&
           lgm_occasion_paragraph(s, in->last) > LGM_OCCASION_LEAD;
}

static bool states(const lgm_occasion_turn *x)
{
    return x->stated.when != LGM_NONE || x->stated.via.n > 0 || lgm_occasion_has_venue(&x->stated);
}

static bool open_speech(lgm_occasion_speeches *s, lgm_arena *scratch, const lgm_occasion_turn *x,
                        bool aside, uint32_t back)
{
    const bool past =
        x->stated.when != LGM_NONE && lgm_occasion_is_past(s->t->doc, s->published, x->stated.when);
    const lgm_occasion_speech new = {.known = {.when = LGM_NONE},
                                     .before = s->newest[x->speaker],
                                     .back = back,
                                     .aside = aside,
                                     .past = past};
    if (!lgm_vec_push(scratch, &s->at, new)) return false;
    s->now[x->speaker] = s->newest[x->speaker] = (uint32_t)s->at.n - 1;
    return true;
}

static void join(lgm_occasion_speeches *s, uint32_t turn, uint32_t which)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    lgm_occasion_speech *const to = &s->at.at[which];
    lgm_occasion_learn(&to->known, &x->stated);
    to->last = turn;
    to->definite |= x->the_venue;
    s->of[turn] = which;
    s->now[x->speaker] = which;
}

/* A speech of the same day that the speaker was in before; LGM_NONE for none. */
static uint32_t same_day(const lgm_occasion_speeches *s, const lgm_occasion_turn *x)
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
static bool is_before(const lgm_occasion_speeches *s, const lgm_occasion_facts *known,
                      uint32_t when)
{
    if (when == LGM_NONE) return false;
    if (lgm_occasion_is_past(s->t->doc, s->published, when) &&
        (known->when == LGM_NONE || !lgm_occasion_is_past(s->t->doc, s->published, known->when)))
        return true;
    const lgm_doc_time *const times = s->t->doc->times;
    return known->when != LGM_NONE && times[when].first_day < times[known->when].first_day;
}

/* "Lind opened the mill on Monday": is the next turn hers, and does it state no time? */
static bool leads_to_next(const lgm_occasion_speeches *s, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (turn + 1 >= s->n_turns || x[1].speaker != x->speaker || x[1].claim == LGM_NONE)
        return false;
    if (x[1].apart || x[1].stated.when != LGM_NONE) return false;
    if (x->stated.when != LGM_NONE && lgm_occasion_is_past(s->t->doc, s->published, x->stated.when))
        return false;
    return lgm_occasion_paragraph(s, turn + 1) - lgm_occasion_paragraph(s, turn) <= 1;
}

/* It is of the lead, or holds as long as an aside. */
static bool place_next_only(lgm_occasion_speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (!leads_to_next(s, turn)) return true;
    const uint32_t now = s->now[x->speaker];
    const bool lead = now == LGM_NONE && lgm_occasion_paragraph(s, turn) <= LGM_OCCASION_LEAD;
    const uint32_t back = now != LGM_NONE && s->at.at[now].aside ? s->at.at[now].back : now;
    if (!open_speech(s, scratch, x, !lead, lead ? LGM_NONE : back)) return false;
    join(s, turn, s->now[x->speaker]);
    return true;
}

static bool place_stating(lgm_occasion_speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    const uint32_t when = x->stated.when;
    uint32_t now = s->now[x->speaker];
    if (now != LGM_NONE && s->at.at[now].aside && !stays(s, &s->at.at[now], turn))
        now = s->at.at[now].back;
    const lgm_occasion_speech *const in = now == LGM_NONE ? NULL : &s->at.at[now];
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
    const uint32_t day = in && x->soon ? in->known.when : LGM_NONE; /* of the same day */
    if (!open_speech(s, scratch, x, aside, aside ? back : LGM_NONE)) return false;
    join(s, turn, s->now[x->speaker]);
    lgm_occasion_learn(&s->at.at[s->now[x->speaker]].known, &(lgm_occasion_facts){.when = day});
    return true;
}

/* "The party faced the press on Monday. Lind said": of those who speak in that paragraph, whose
 * occasion is not known, it is theirs. */
static void hold_floor(lgm_occasion_speeches *s, uint32_t turn)
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

static void take_floor(lgm_occasion_speeches *s, uint32_t turn, uint32_t which)
{
    lgm_occasion_facts *const known = &s->at.at[which].known;
    if (s->floor == LGM_NONE ||
        lgm_occasion_paragraph(s, turn) != lgm_occasion_paragraph(s, s->floor_turn))
        return;
    if (known->when != LGM_NONE || known->via.n || lgm_occasion_has_venue(known)) return;
    if (s->t->doc->entities[s->turns[turn].speaker].type == LGM_ENTITY_PER)
        lgm_occasion_learn(known, &s->at.at[s->floor].known);
}

static bool place_silent(lgm_occasion_speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    uint32_t now = s->now[x->speaker];
    if (x->away) return true;
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

static bool place(lgm_occasion_speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    const uint32_t introduced = lgm_occasion_introduced_by(s, turn);
    if (introduced != LGM_NONE) s->now[x->speaker] = s->of[introduced];
    const uint32_t now = s->now[x->speaker];
    if (x->apart) return true; /* has what it states */
    if (x->next_only) return place_next_only(s, scratch, turn);
    if (x->group && now != LGM_NONE &&
        lgm_occasion_paragraph(s, turn) - lgm_occasion_paragraph(s, s->at.at[now].last) > 1)
        s->now[x->speaker] = LGM_NONE;
    return states(x) ? place_stating(s, scratch, turn) : place_silent(s, scratch, turn);
}

bool lgm_occasion_place(lgm_occasion_speeches *s, lgm_arena *scratch)
{
    for (uint32_t i = 0; i < s->n_turns; i++) {
        if (!place(s, scratch, i)) return false;
        hold_floor(s, i);
    }
    return true;
}
