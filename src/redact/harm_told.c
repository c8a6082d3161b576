/* harm_told.c - persons, and what the record and the words around their names say of them. */
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

/* "Passenger Lucie Brand" is a person, whatever the model took it for. */
static bool may_be_person(lgm_redact_people *p, const lgm_entity *e)
{
    const uint32_t called = LGM_REDACT_WITNESS | LGM_REDACT_NEAR | LGM_REDACT_BYSTANDER |
                            LGM_REDACT_VICTIM | LGM_REDACT_MINOR | LGM_REDACT_KIN;
    lgm_redact_words w;
    if (e->type == LGM_ENTITY_PER) return true;
    if (e->place || e->actor.len) return false;
    const lgm_arena_mark mark = lgm_arena_save(p->arena);
    const bool ok = lgm_redact_words_of(&w, p->arena, e->name);
    const bool person = ok && w.n >= 3 && w.n <= 4 && w.at[1].capital && w.at[w.n - 1].capital &&
                        lgm_redact_kinds(&w, 0, 1) & called;
    lgm_arena_rewind(p->arena, mark);
    return person;
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

/* By the first word of a name: "Passenger Lucie Brand". */
static bool describe_first(lgm_redact_people *p, lgm_str name, unsigned *is)
{
    size_t len = 0;
    while (len < name.len && name.ptr[len] != ' ') len++;
    return describe(p, (lgm_str){name.ptr, len}, is);
}

static unsigned around(const lgm_redact_people *p, const lgm_entity_mention *m)
{
    const lgm_cpspan s = lgm_redact_sentence(p, m->start);
    lgm_redact_spot spot = {.first = lgm_redact_word_from(&p->words, s.start),
                            .last = lgm_redact_word_from(&p->words, s.end)};
    lgm_redact_span(p, m->start, m->end, &spot.from, &spot.end);
    if (spot.last < spot.end) spot.last = spot.end;
    if (spot.first > spot.from) spot.first = spot.from;
    return m->form == LGM_MENTION_PRONOUN ? lgm_redact_around_pronoun(&p->words, spot)
                                          : lgm_redact_around(&p->words, spot);
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
    if (e->type != LGM_ENTITY_PER && !describe_first(p, e->name, &person.is)) return false;
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

static void mark(lgm_redact_people *p, uint32_t entity, unsigned is)
{
    const uint32_t person = entity == LGM_NONE ? LGM_NONE : lgm_redact_person_of(p, entity);
    if (person != LGM_NONE) p->list.at[person].is |= is;
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

static bool of_claim(lgm_redact_people *p, const lgm_claim *c)
{
    unsigned is = LGM_REDACT_IS_SPEAKER;
    if (c->justification && c->justification->kind == LGM_GROUND_EYEWITNESS)
        is |= LGM_REDACT_IS_WITNESS;
    if (c->justification && c->justification->kind == LGM_GROUND_RELATION) is |= LGM_REDACT_IS_KIN;
    if (p->harm && was_there(p, c)) is |= LGM_REDACT_IS_WITNESS;
    mark(p, c->speaker, is);
    for (size_t i = 0; i < c->speakers.n; i++) mark(p, c->speakers.at[i], is);
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

static void of_event(lgm_redact_people *p, const lgm_event *e)
{
    const uint32_t kinds = trigger_kinds(p, e);
    const bool harms =
        is(e->plover, "ASSAULT") || kinds & (LGM_REDACT_HARMED | LGM_REDACT_HARMING |
                                             LGM_REDACT_SUFFERS | LGM_REDACT_HARM_NOUN);
    if (harms) p->harm = true;
    for (size_t i = 0; harms && i < e->patients.n; i++)
        mark(p, e->patients.at[i], LGM_REDACT_IS_VICTIM);
    for (size_t i = 0; kinds & LGM_REDACT_SUFFERS && i < e->agents.n; i++)
        mark(p, e->agents.at[i], LGM_REDACT_IS_VICTIM);
    if (!harms && is(e->cameo, "173"))
        for (size_t i = 0; i < e->patients.n; i++)
            mark(p, e->patients.at[i], LGM_REDACT_IS_SUSPECT);
}

/* ---- incidents ---- */

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
    return known || lgm_redact_add_stranger(p, words, LGM_REDACT_IS_VICTIM);
}

static bool of_incident(lgm_redact_people *p, const lgm_incident *n)
{
    for (size_t i = 0; i < n->perpetrators.n; i++)
        mark(p, n->perpetrators.at[i].entity, LGM_REDACT_IS_BLAMED);
    for (size_t i = 0; i < n->victims.n; i++)
        for (size_t k = 0; k < n->victims.at[i].n; k++)
            if (!of_victim(p, n->victims.at[i].at[k])) return false;
    return true;
}

bool lgm_redact_gather(lgm_redact_people *p)
{
    const lgm_record *const r = p->record;
    for (uint32_t e = 0; e < r->entities.n; e++)
        if (may_be_person(p, &r->entities.at[e]) && has_name(&r->entities.at[e]) &&
            !add_person(p, e))
            return false;
    p->harm = r->incidents.n > 0;
    for (size_t i = 0; i < p->list.n; i++) p->harm |= p->list.at[i].is & LGM_REDACT_IS_VICTIM;
    for (size_t i = 0; i < r->events.n; i++) of_event(p, &r->events.at[i]);
    for (size_t i = 0; i < r->claims.n; i++)
        if (!of_claim(p, &r->claims.at[i])) return false;
    if (!lgm_redact_share_harm(p)) return false;
    for (size_t i = 0; i < r->incidents.n; i++)
        if (!of_incident(p, &r->incidents.at[i])) return false;
    return lgm_redact_aged_strangers(p);
}
