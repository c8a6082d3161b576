/* harm_told.c - persons, and what the record and the words around their names say of them. */
#include <stdlib.h>
#include <string.h>

#include "redact/hiding.h"

static lgm_str quote(const lgm_record *r, uint32_t start, uint32_t end)
{
    return lgm_record_quote(r, (lgm_cpspan){start, end});
}

/* ---- who there is ---- */

static bool has_name(const lgm_entity *e)
{
    for (size_t m = 0; m < e->mentions.n; m++)
        if (e->mentions.at[m].form == LGM_MENTION_NAME) return true;
    return false;
}

static bool add_names(lgm_redact_people *p, lgm_redact_person *person, const lgm_entity *e)
{
    if (!lgm_redact_add_name(p, person, e->name)) return false;
    for (size_t m = 0; m < e->mentions.n; m++)
        if (e->mentions.at[m].form == LGM_MENTION_NAME &&
            !lgm_redact_add_name(p, person,
                                 quote(p->record, e->mentions.at[m].start, e->mentions.at[m].end)))
            return false;
    for (size_t a = 0; a < e->aliases.n; a++)
        if (!lgm_redact_add_name(p, person, e->aliases.at[a])) return false;
    return true;
}

/* ---- what is said of them ---- */

static bool describe(lgm_redact_people *p, lgm_str words, unsigned *is)
{
    lgm_redact_words w;
    const lgm_arena_mark mark = lgm_arena_save(p->arena);
    if (!lgm_redact_words_of(&w, p->arena, words)) return false;
    *is |= lgm_redact_of_phrase(&w, 0, w.n);
    lgm_arena_rewind(p->arena, mark);
    return true;
}

static unsigned around(const lgm_redact_people *p, const lgm_entity_mention *m)
{
    const lgm_cpspan s = lgm_redact_sentence(p, m->start);
    lgm_redact_spot spot = {.first = lgm_redact_word_from(&p->words, s.start),
                            .last = lgm_redact_word_from(&p->words, s.end)};
    lgm_redact_span(p, m->start, m->end, &spot.from, &spot.end);
    if (spot.last < spot.end) spot.last = spot.end;
    if (spot.first > spot.from) spot.first = spot.from;
    return lgm_redact_around(&p->words, spot);
}

/* Sectors of actor codes that are public. */
static bool is_public_code(lgm_str code)
{
    static const char *const sectors[] = {"GOV", "LEG", "JUD", "OPP", "SPY", "ELI", "UNO", "IGO"};
    for (size_t i = 3; i + 3 <= code.len; i += 3)
        for (size_t k = 0; k < LGM_COUNT(sectors); k++)
            if (memcmp(code.ptr + i, sectors[k], 3) == 0) return true;
    return false;
}

static bool wrote_it(lgm_redact_people *p, const lgm_redact_person *person)
{
    lgm_redact_person author = {.entity = LGM_NONE};
    if (!p->record->byline.len || !lgm_redact_add_name(p, &author, p->record->byline)) return false;
    return person->last.len && lgm_redact_is_short_for(person, &author);
}

static bool add_person(lgm_redact_people *p, uint32_t entity)
{
    const lgm_entity *const e = &p->record->entities.at[entity];
    lgm_redact_person person = {.entity = entity};
    if (!add_names(p, &person, e)) return false;
    for (size_t i = 0; i < e->roles.n; i++)
        if (!describe(p, e->roles.at[i], &person.is)) return false;
    for (size_t m = 0; m < e->mentions.n; m++) {
        const lgm_entity_mention *const at = &e->mentions.at[m];
        person.is |= around(p, at);
        if (at->form == LGM_MENTION_NOMINAL &&
            !describe(p, quote(p->record, at->start, at->end), &person.is))
            return false;
    }
    if (is_public_code(e->actor)) person.is |= LGM_REDACT_IS_PUBLIC;
    if (wrote_it(p, &person)) person.is |= LGM_REDACT_IS_AUTHOR;
    return lgm_vec_push(p->arena, &p->list, person);
}

/* By entity; NULL = no person. */
static bool index_people(lgm_redact_people *p, lgm_redact_person ***by_entity)
{
    const size_t n = p->record->entities.n;
    *by_entity = lgm_arena_calloc(p->arena, n + 1, sizeof **by_entity);
    for (size_t i = 0; *by_entity && i < p->list.n; i++)
        (*by_entity)[p->list.at[i].entity] = &p->list.at[i];
    return *by_entity != NULL;
}

static void mark(lgm_redact_person **by_entity, uint32_t entity, unsigned is)
{
    if (entity != LGM_NONE && by_entity[entity]) by_entity[entity]->is |= is;
}

/* ---- claims ---- */

/* "I heard", "we ran", "my house" near its beginning. */
static bool was_there(const lgm_redact_people *p, const lgm_claim *c)
{
    enum { LOOK = 60 };
    const lgm_redact_words *const w = &p->words;
    for (size_t s = 0; s < c->quoted.n; s++) {
        size_t from, end;
        lgm_redact_span(p, c->quoted.at[s].start, c->quoted.at[s].end, &from, &end);
        if (end > from + LOOK) end = from + LOOK;
        for (size_t i = from; i + 1 < end; i++) {
            const bool me = lgm_redact_word_is(w, i, "i") || lgm_redact_word_is(w, i, "we");
            const bool mine = lgm_redact_word_is(w, i, "my") || lgm_redact_word_is(w, i, "our");
            const uint32_t next = lgm_redact_kinds(w, i + 1, 1);
            const uint32_t then = i + 2 < end ? lgm_redact_kinds(w, i + 2, 1) : 0;
            if (me && (next | then) & LGM_REDACT_SAW) return true;
            if (mine && next & LGM_REDACT_KIN) return true;
        }
    }
    return false;
}

static bool of_claim(lgm_redact_people *p, lgm_redact_person **by_entity, const lgm_claim *c)
{
    unsigned is = LGM_REDACT_IS_SPEAKER;
    if (c->justification && c->justification->kind == LGM_GROUND_EYEWITNESS)
        is |= LGM_REDACT_IS_WITNESS;
    if (c->justification && c->justification->kind == LGM_GROUND_RELATION) is |= LGM_REDACT_IS_KIN;
    if (p->harm && was_there(p, c)) is |= LGM_REDACT_IS_WITNESS;
    mark(by_entity, c->speaker, is);
    for (size_t i = 0; i < c->speakers.n; i++) mark(by_entity, c->speakers.at[i], is);
    return true;
}

/* ---- events ---- */

static bool is(lgm_str s, const char *word)
{
    return s.len == strlen(word) && memcmp(s.ptr, word, s.len) == 0;
}

static uint32_t trigger_kinds(const lgm_redact_people *p, const lgm_event *e)
{
    size_t from, end;
    uint32_t kinds = 0;
    lgm_redact_span(p, e->trigger.start, e->trigger.end, &from, &end);
    for (size_t i = from; i < end; i++) kinds |= lgm_redact_kinds(&p->words, i, 1);
    return kinds;
}

static void of_event(lgm_redact_people *p, lgm_redact_person **by_entity, const lgm_event *e)
{
    const uint32_t kinds = trigger_kinds(p, e);
    const bool harms =
        is(e->plover, "ASSAULT") || kinds & (LGM_REDACT_HARMED | LGM_REDACT_HARMING |
                                             LGM_REDACT_SUFFERS | LGM_REDACT_HARM_NOUN);
    if (harms) p->harm = true;
    for (size_t i = 0; harms && i < e->patients.n; i++)
        mark(by_entity, e->patients.at[i], LGM_REDACT_IS_VICTIM);
    for (size_t i = 0; kinds & LGM_REDACT_SUFFERS && i < e->agents.n; i++)
        mark(by_entity, e->agents.at[i], LGM_REDACT_IS_VICTIM);
    if (!harms && is(e->cameo, "173"))
        for (size_t i = 0; i < e->patients.n; i++)
            mark(by_entity, e->patients.at[i], LGM_REDACT_IS_SUSPECT);
}

/* ---- incidents ---- */

/* A name among the victims that no entity has: two capitals or more. */
static bool add_stranger(lgm_redact_people *p, lgm_str words)
{
    lgm_redact_person person = {.entity = LGM_NONE, .is = LGM_REDACT_IS_VICTIM};
    lgm_redact_words w;
    if (!lgm_redact_words_of(&w, p->arena, words)) return false;
    for (size_t i = 0; i < w.n; i++)
        if (!w.at[i].capital) return true;
    if (w.n < 2 || w.n > 5) return true;
    return lgm_redact_add_name(p, &person, words) && lgm_vec_push(p->arena, &p->list, person);
}

static bool of_victim(lgm_redact_people *p, lgm_str words)
{
    lgm_redact_person named = {.entity = LGM_NONE};
    bool known = false;
    if (!lgm_redact_add_name(p, &named, words)) return false;
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (!lgm_redact_is_short_for(person, &named) && !lgm_redact_is_short_for(&named, person))
            continue;
        person->is |= LGM_REDACT_IS_VICTIM;
        known = true;
    }
    for (size_t i = 0; i < p->record->entities.n && !known; i++) {
        const lgm_str name = p->record->entities.at[i].name;
        known = name.len == words.len && memcmp(name.ptr, words.ptr, name.len) == 0;
    }
    return known || add_stranger(p, words);
}

static bool of_incident(lgm_redact_people *p, lgm_redact_person **by_entity, const lgm_incident *n)
{
    for (size_t i = 0; i < n->perpetrators.n; i++)
        mark(by_entity, n->perpetrators.at[i].entity, LGM_REDACT_IS_BLAMED);
    for (size_t i = 0; i < n->victims.n; i++)
        for (size_t k = 0; k < n->victims.at[i].n; k++)
            if (!of_victim(p, n->victims.at[i].at[k])) return false;
    return true;
}

/* ---- names side by side ---- */

/* "Mirela Danko, 12, and Pavle Orr": a few numbers, commas and "and" between two names. */
static bool are_beside(const lgm_redact_people *p, uint32_t end, uint32_t start)
{
    size_t from, to;
    lgm_redact_span(p, end, start, &from, &to);
    if (to > from + 3) return false;
    for (size_t i = from; i < to; i++) {
        const lgm_str s = lgm_redact_word_text(&p->words, i);
        const bool number = s.len < 3 && s.ptr[0] >= '0' && s.ptr[0] <= '9';
        if (!number && !lgm_redact_word_is(&p->words, i, "and") &&
            !lgm_redact_word_is(&p->words, i, "aged"))
            return false;
    }
    return from == p->words.n || !lgm_redact_gap_has(lgm_redact_gap(&p->words, to), ".;:\n");
}

typedef struct named {
    uint32_t start, end;
    lgm_redact_person *person;
} named;

static int by_start(const void *a, const void *b)
{
    const named *const x = a, *const y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

/* What befell one of several who are named side by side befell all. */
static bool share_harm(lgm_redact_people *p)
{
    LGM_VEC(named) all = {0};
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (person->entity == LGM_NONE) continue;
        const lgm_entity *const e = &p->record->entities.at[person->entity];
        for (size_t m = 0; m < e->mentions.n; m++)
            if (e->mentions.at[m].form == LGM_MENTION_NAME &&
                !lgm_vec_push(p->arena, &all,
                              (named){e->mentions.at[m].start, e->mentions.at[m].end, person}))
                return false;
    }
    if (all.n) qsort(all.at, all.n, sizeof *all.at, by_start);
    for (size_t i = 1; i < all.n; i++)
        if (all.at[i].start >= all.at[i - 1].end &&
            are_beside(p, all.at[i - 1].end, all.at[i].start))
            all.at[i].person->is |= all.at[i - 1].person->is & LGM_REDACT_IS_VICTIM;
    for (size_t i = all.n; i-- > 1;)
        if (all.at[i].start >= all.at[i - 1].end &&
            are_beside(p, all.at[i - 1].end, all.at[i].start))
            all.at[i - 1].person->is |= all.at[i].person->is & LGM_REDACT_IS_VICTIM;
    return true;
}

bool lgm_redact_gather(lgm_redact_people *p)
{
    const lgm_record *const r = p->record;
    lgm_redact_person **by_entity;
    for (uint32_t e = 0; e < r->entities.n; e++)
        if (r->entities.at[e].type == LGM_ENTITY_PER && has_name(&r->entities.at[e]) &&
            !add_person(p, e))
            return false;
    if (!index_people(p, &by_entity)) return false;
    p->harm = r->incidents.n > 0;
    for (size_t i = 0; i < p->list.n; i++) p->harm |= p->list.at[i].is & LGM_REDACT_IS_VICTIM;
    for (size_t i = 0; i < r->events.n; i++) of_event(p, by_entity, &r->events.at[i]);
    for (size_t i = 0; i < r->claims.n; i++)
        if (!of_claim(p, by_entity, &r->claims.at[i])) return false;
    if (!share_harm(p)) return false;
    for (size_t i = 0; i < r->incidents.n; i++)
        if (!of_incident(p, by_entity, &r->incidents.at[i])) return false;
    return true;
}
