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

/* Speeches of a speaker that are looked at; the last paragraph that may sum up, a title counted;
 * turns until somebody is named; names that are looked at for a title. */
enum { BACK = 8, LEAD = 2, SOON = 4, NAMES = 8 };

/* ---- where a turn belongs ---- */

static uint32_t paragraph(const lgm_occasion_speeches *s, uint32_t turn)
{
    return lgm_tree_par(s->t, s->turns[turn].token);
}

/* Does the turn go on in the vein of the aside? */
static bool stays(const lgm_occasion_speeches *s, const lgm_occasion_speech *aside, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (x->present) return false;
    const lgm_occasion_turn *const before = &s->turns[aside->last];
    if (before->next_only && aside->last + 1 == turn &&
        paragraph(s, turn) - paragraph(s, aside->last) <= 1)
        return true;
    if (x->then || paragraph(s, aside->last) == paragraph(s, turn)) return true;
    return x->pronoun && aside->last + 1 == turn;
}

/* "In an interview, she said", below the lead: now she speaks elsewhere. */
static bool moves_on(const lgm_occasion_speeches *s, const lgm_occasion_speech *in, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    return x->in_front && !x->the_venue && !lgm_occasion_has_venue(&in->known) &&
           paragraph(s, in->last) > LEAD;
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
    return paragraph(s, turn + 1) - paragraph(s, turn) <= 1;
}

/* It is of the lead, or holds as long as an aside. */
static bool place_next_only(lgm_occasion_speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (!leads_to_next(s, turn)) return true;
    const uint32_t now = s->now[x->speaker];
    const bool lead = now == LGM_NONE && paragraph(s, turn) <= LEAD;
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
    if (s->floor == LGM_NONE || paragraph(s, turn) != paragraph(s, s->floor_turn)) return;
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

/* Does the source of the turn have the word that heads the other's? */
static bool has_head_of(const lgm_occasion_speeches *s, uint32_t turn, uint32_t other)
{
    const lgm_doc *const doc = s->t->doc;
    const lgm_parts *const mine = &doc->claims[s->turns[turn].claim].source;
    const lgm_tokspan theirs = doc->claims[s->turns[other].claim].source.at[0];
    const lgm_slice head = lgm_doc_lemma(doc, lgm_occasion_top(doc, theirs));
    for (uint32_t i = 0; i < mine->n; i++)
        for (uint32_t w = mine->at[i].start; w < mine->at[i].end; w++)
            if (s->t->upos[w] == LGM_UPOS_NOUN && lgm_slice_eq(lgm_doc_lemma(doc, w), head))
                return true;
    return false;
}

/* The same letters but for capitals: a title of more than ASCII has its small letters too. */
static bool is_like(lgm_slice a, lgm_slice b)
{
    if (a.len != b.len || a.len == 0) return false;
    for (size_t i = 0; i < a.len; i++)
        if ((a.ptr[i] | 0x20) != (b.ptr[i] | 0x20)) return false;
    return true;
}

/* "This week, the president declined ... Obama said": a title of the name, and nobody between. */
static bool is_title_of(const lgm_occasion_speeches *s, uint32_t turn, uint32_t other)
{
    const lgm_doc *const doc = s->t->doc;
    const lgm_occasion_turn *const x = &s->turns[turn], *const y = &s->turns[other];
    if (y->claim == LGM_NONE || doc->entities[y->speaker].name != LGM_NONE || y->group)
        return false;
    const lgm_parts *const source = &doc->claims[y->claim].source;
    if (source->n == 0 || paragraph(s, turn) - paragraph(s, other) > 1) return false;
    if (!lgm_tree_form_is(doc, source->at[0].start, "the") ||
        doc->entities[y->speaker].n_mentions > 1)
        return false;
    const lgm_slice title = lgm_doc_form(doc, lgm_occasion_top(doc, source->at[0]));
    const lgm_doc_entity *const e = &doc->entities[x->speaker];
    for (uint32_t i = 0; i < e->n && i < NAMES; i++) {
        const uint32_t at = doc->names[doc->name_order[e->first + i]].tokens.start;
        if (at > 0 && is_like(lgm_doc_form(doc, at - 1), title)) return true;
    }
    return false;
}

/* "..., an official said on Friday. ..., said Okke Berg, head of the port": the next speaker is the
 * one of the lead, by name; or one soon who is called the same: "a spokesman", "spokesman Okke
 * Berg". LGM_NONE where nobody is. */
static uint32_t introduced_by(const lgm_occasion_speeches *s, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    if (s->now[x->speaker] != LGM_NONE || turn == 0) return LGM_NONE;
    if (s->of[turn - 1] != LGM_NONE && is_title_of(s, turn, turn - 1)) return turn - 1;
    if (!x->described) return LGM_NONE;
    for (uint32_t k = 1; k <= SOON && k <= turn; k++)
        if (s->turns[turn - k].some_one && s->of[turn - k] != LGM_NONE &&
            (k == 1 || has_head_of(s, turn, turn - k)))
            return turn - k;
    return LGM_NONE;
}

static bool place(lgm_occasion_speeches *s, lgm_arena *scratch, uint32_t turn)
{
    const lgm_occasion_turn *const x = &s->turns[turn];
    const uint32_t introduced = introduced_by(s, turn);
    if (introduced != LGM_NONE) s->now[x->speaker] = s->of[introduced];
    const uint32_t now = s->now[x->speaker];
    if (x->apart) return true; /* has what it states */
    if (x->next_only) return place_next_only(s, scratch, turn);
    if (x->group && now != LGM_NONE && paragraph(s, turn) - paragraph(s, s->at.at[now].last) > 1)
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
