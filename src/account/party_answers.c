/*
 * party_answers.c - who did it, whom it befell, and single persons that no number word counts.
 *
 * Who is taken by police is a suspect, and so an answer to "who"; who takes them is none, but for a
 * navy or commandos against pirates. Persons with their age in a sentence that tells of a death are
 * victims, in one that tells of an arrest suspects.
 */
#include "account/found_answers.h"

enum { MOST_WORDS = 6 };

/* ---- words of a party ---- */

/* "The 23 Somali pirates" is "Somali pirates". */
static bool is_before(const lgm_account_text *t, uint32_t word)
{
    static const char *const words[] = {
        "the",  "a",    "an",  "some", "several",  "one",       "two",     "three",
        "four", "five", "six", "more", "armed",    "suspected", "alleged", "fired",
        "out",  "of",   "all", "both", "arrested", "captured"};
    const lgm_slice s = t->words[word].form;
    if (s.ptr[0] >= '0' && s.ptr[0] <= '9') return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

static bool has_kind(const lgm_account_text *t, uint32_t first, uint32_t end, uint32_t kind)
{
    for (uint32_t i = first; i < end; i++)
        if (t->words[i].kinds & kind) return true;
    return false;
}

static void add_words(lgm_account_found *f, lgm_account_question q, uint32_t first, uint32_t end,
                      uint32_t entity, uint32_t event)
{
    const lgm_account_text *const t = f->text;
    lgm_account_answer a =
        lgm_account_blank(q, (lgm_cpspan){t->words[first].start, t->words[end - 1].end});
    a.words = lgm_record_quote(t->record, a.span);
    a.entity = entity;
    a.event = event;
    lgm_account_add(f, a);
}

/* "A grey Corolla": one of many, and no name of who did it. */
static bool is_one_of_many(const lgm_account_text *t, uint32_t first, lgm_entity_type type)
{
    if (type == LGM_ENTITY_PER) return false;
    for (uint32_t i = first; i-- > 0 && i + 4 > first && t->words[i].plain;)
        if (lgm_account_is(t, i, "a") || lgm_account_is(t, i, "an")) return true;
    return false;
}

static void add_who(lgm_account_found *f, uint32_t entity, uint32_t event, lgm_cpspan span,
                    bool is_name)
{
    const lgm_account_text *const t = f->text;
    const lgm_entity_type type = t->record->entities.at[entity].type;
    uint32_t first = lgm_account_word_at(t, span.start);
    const uint32_t end = lgm_account_word_at(t, span.end - 1) + 1;
    while (first + 1 < end && is_before(t, first)) first++;
    if (has_kind(t, first, end, LGM_ACCOUNT_IS_POLICE)) return;
    const bool group =
        (t->words[end - 1].kinds & LGM_ACCOUNT_IS_GROUP) != 0 && end - first <= MOST_WORDS;
    const bool name = is_name && (type == LGM_ENTITY_PER || type == LGM_ENTITY_ORG ||
                                  type == LGM_ENTITY_FAC || type == LGM_ENTITY_OTH);
    if (group || (name && !is_one_of_many(t, first, type)))
        add_words(f, LGM_ACCOUNT_WHO, first, end, entity, event);
}

static bool is_suspect(const lgm_account_found *f, uint32_t entity)
{
    for (size_t i = 0; i < f->answers.n; i++)
        if (f->answers.at[i].question == LGM_ACCOUNT_WHO && f->answers.at[i].entity == entity)
            return true;
    return false;
}

/* "In Northport", that was taken for a person. */
static bool is_at_place(const lgm_account_text *t, uint32_t word)
{
    static const char *const words[] = {"in", "at", "near", "to", "from"};
    for (size_t i = 0; word > 0 && i < sizeof words / sizeof *words; i++)
        if (lgm_account_is(t, word - 1, words[i])) return true;
    return false;
}

static void add_victim(lgm_account_found *f, uint32_t entity, uint32_t event, uint32_t at)
{
    lgm_cpspan span;
    bool name;
    if (is_suspect(f, entity)) return;
    if (!lgm_account_nearest(f->text->record, entity, at, true, &span, &name)) return;
    if (is_at_place(f->text, lgm_account_word_at(f->text, span.start))) return;
    add_words(f, LGM_ACCOUNT_VICTIM, lgm_account_word_at(f->text, span.start),
              lgm_account_word_at(f->text, span.end - 1) + 1, entity, event);
}

/* "The pirates, who gave up", "Lind and Berg". */
static bool is_several(const lgm_account_text *t, lgm_cpspan span)
{
    const uint32_t first = lgm_account_word_at(t, span.start);
    uint32_t i = first;
    for (; i < t->n && t->words[i].start < span.end && t->words[i].plain; i++) {
        if (t->words[i].kinds & LGM_ACCOUNT_IS_LOCATIVE && i > first) break;
        if (lgm_account_is(t, i, "of") || lgm_account_is(t, i, "who")) break;
    }
    if (i == first) return true;
    const lgm_slice head = t->words[i - 1].form;
    return (t->words[i - 1].kinds & LGM_ACCOUNT_IS_PLURAL) != 0 ||
           (head.len > 3 && head.ptr[head.len - 1] == 's' && head.ptr[head.len - 2] != 's');
}

/* One person, without a number word. */
static void add_one(lgm_account_found *f, lgm_account_question q, uint32_t entity, uint32_t event,
                    uint32_t at)
{
    const lgm_event *const v = &f->text->record->events.at[event];
    lgm_cpspan span;
    bool name;
    for (size_t i = 0; i < f->answers.n; i++)
        if (f->answers.at[i].question == q && f->answers.at[i].value == 1) return;
    if (v->counts.n || !lgm_account_nearest(f->text->record, entity, at, false, &span, &name))
        return;
    if (!name && is_several(f->text, span)) return;
    lgm_account_answer a = lgm_account_blank(q, span);
    a.value = 1;
    a.entity = entity;
    a.event = event;
    lgm_account_add(f, a);
}

/* ---- by what happened ---- */

static bool is_person(const lgm_record *r, uint32_t entity)
{
    return r->entities.at[entity].type == LGM_ENTITY_PER;
}

/* "Died", or "fell … to her death". */
static bool is_deadly(const lgm_account_text *t, uint32_t word)
{
    static const char *const died[] = {"died", "dies", "perished", "drowned", "drowns"};
    const uint32_t s = t->words[word].sentence;
    for (size_t i = 0; i < sizeof died / sizeof *died; i++)
        if (lgm_account_is(t, word, died[i])) return true;
    for (uint32_t i = word; i < t->first[s + 1] && i < word + 8; i++)
        if (lgm_account_is(t, i, "death") || lgm_account_is(t, i, "deaths")) return true;
    return false;
}

static void find_agent(lgm_account_found *f, const lgm_account_deed *d, uint32_t entity,
                       uint32_t at)
{
    lgm_cpspan span;
    bool name;
    if (d->kinds & LGM_ACCOUNT_IS_DEATH) {
        if (!is_person(f->text->record, entity)) return;
        add_victim(f, entity, d->event, at);
        if (is_deadly(f->text, d->word)) add_one(f, LGM_ACCOUNT_KILLED, entity, d->event, at);
    } else if (!(d->kinds & LGM_ACCOUNT_IS_MISHAP) &&
               lgm_account_nearest(f->text->record, entity, at, false, &span, &name)) {
        add_who(f, entity, d->event, span, name);
    }
}

static void find_patient(lgm_account_found *f, const lgm_account_deed *d, uint32_t entity,
                         uint32_t at)
{
    const lgm_record *const r = f->text->record;
    const lgm_entity *const e = &r->entities.at[entity];
    lgm_cpspan span;
    bool name;
    if (d->kinds & LGM_ACCOUNT_IS_ARREST) {
        const bool named = lgm_account_nearest(r, entity, at, true, &span, &name);
        if (named || lgm_account_nearest(r, entity, at, false, &span, &name))
            add_who(f, entity, d->event, span, name);
        const bool taken = !lgm_account_is(f->text, d->word, "charged") &&
                           !lgm_account_is(f->text, d->word, "pulled") &&
                           !lgm_account_is(f->text, d->word, "seized");
        if (taken && is_person(r, entity)) add_one(f, LGM_ACCOUNT_ARRESTED, entity, d->event, at);
    }
    if (d->kinds & (LGM_ACCOUNT_IS_HARM | LGM_ACCOUNT_IS_DEATH) && is_person(r, entity))
        add_victim(f, entity, d->event, at);
    if (d->kinds & LGM_ACCOUNT_IS_ASSAULT && !is_person(r, entity) && !e->place &&
        e->type != LGM_ENTITY_GPE && e->type != LGM_ENTITY_LOC)
        add_victim(f, entity, d->event, at);
    const bool killed = lgm_account_is(f->text, d->word, "killed") ||
                        lgm_account_is(f->text, d->word, "murdered") ||
                        (d->kinds & LGM_ACCOUNT_IS_DEATH && is_deadly(f->text, d->word));
    if (killed && is_person(r, entity)) add_one(f, LGM_ACCOUNT_KILLED, entity, d->event, at);
}

/* ---- by age ---- */

static bool is_age(const lgm_account_found *f, uint32_t from, uint32_t to)
{
    const lgm_account_text *const t = f->text;
    for (size_t i = 0; i < f->answers.n; i++) {
        const lgm_account_answer *const a = &f->answers.at[i];
        if (a->question == LGM_ACCOUNT_AGE && a->span.start < to && from < a->span.end)
            return t->n > 0;
    }
    return false;
}

static bool tells(const lgm_account_text *t, uint32_t sentence, uint32_t kinds)
{
    return has_kind(t, t->first[sentence], t->first[sentence + 1], kinds);
}

/* "59-year-old Ada Lind", "Ada Lind, 59,". */
static void find_aged(lgm_account_found *f, uint32_t entity)
{
    enum { NEAR = 24 };
    const lgm_account_text *const t = f->text;
    const lgm_entity *const e = &t->record->entities.at[entity];
    for (size_t i = 0; i < e->mentions.n; i++) {
        const lgm_entity_mention *const m = &e->mentions.at[i];
        const uint32_t from = m->start > NEAR ? m->start - NEAR : 0;
        if (m->form != LGM_MENTION_NAME || !is_age(f, from, m->end + 6)) continue;
        const uint32_t s = lgm_account_sentence_at(t, m->start);
        const uint32_t first = lgm_account_word_at(t, m->start),
                       end = lgm_account_word_at(t, m->end - 1) + 1;
        const uint32_t death = LGM_ACCOUNT_IS_DEATH | LGM_ACCOUNT_IS_HARM;
        if (t->aside[s]) return;
        if (is_at_place(t, first)) continue;
        if (tells(t, s, LGM_ACCOUNT_IS_ARREST | LGM_ACCOUNT_IS_SUSPECT))
            add_words(f, LGM_ACCOUNT_WHO, first, end, entity, LGM_NONE);
        else if (!is_suspect(f, entity) &&
                 (tells(t, s, death) || (s > 0 && tells(t, s - 1, death))))
            add_words(f, LGM_ACCOUNT_VICTIM, first, end, entity, LGM_NONE);
        return;
    }
}

/* "MV Lark" of a report that tells of an attack. */
static void find_ship(lgm_account_found *f, uint32_t entity)
{
    static const char *const marks[] = {"mv", "fv"};
    const lgm_account_text *const t = f->text;
    const lgm_entity *const e = &t->record->entities.at[entity];
    const uint32_t word = lgm_account_word_at(t, e->mentions.at[0].start);
    bool marked = false, attacked = false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        marked |= lgm_account_is(t, word, marks[i]);
    for (size_t i = 0; marked && i < f->deeds.n; i++)
        attacked |= (f->deeds.at[i].kinds & LGM_ACCOUNT_IS_ASSAULT) != 0;
    if (attacked) add_victim(f, entity, LGM_NONE, e->mentions.at[0].start);
}

/* Those who are taken first: nobody is a victim who is a suspect. */
static void find_of_deeds(lgm_account_found *f, bool arrests)
{
    const lgm_record *const r = f->text->record;
    for (size_t i = 0; i < f->deeds.n && !f->failed; i++) {
        const lgm_account_deed *const d = &f->deeds.at[i];
        const lgm_event *const v = &r->events.at[d->event];
        if (((d->kinds & LGM_ACCOUNT_IS_ARREST) != 0) != arrests ||
            f->text->aside[f->text->words[d->word].sentence])
            continue;
        for (size_t k = 0; k < v->agents.n; k++)
            find_agent(f, d, v->agents.at[k], v->trigger.start);
        for (size_t k = 0; k < v->patients.n; k++)
            find_patient(f, d, v->patients.at[k], v->trigger.start);
    }
}

void lgm_account_find_parties(lgm_account_found *f)
{
    const lgm_record *const r = f->text->record;
    find_of_deeds(f, true);
    find_of_deeds(f, false);
    for (uint32_t i = 0; i < r->entities.n && !f->failed; i++) {
        if (is_person(r, i))
            find_aged(f, i);
        else
            find_ship(f, i);
    }
}
