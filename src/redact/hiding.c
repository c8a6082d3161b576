/* hiding.c - who is hidden. */
#include "redact/hiding.h"

#include <stdio.h>
#include <string.h>

void lgm_redact_span(const lgm_redact_people *p, uint32_t start, uint32_t stop, size_t *from,
                     size_t *end)
{
    *from = lgm_redact_word_from(&p->words, start);
    *end = *from;
    while (*end < p->words.n && p->words.at[*end].point < stop) (*end)++;
}

lgm_cpspan lgm_redact_sentence(const lgm_redact_people *p, uint32_t point)
{
    const lgm_spans s = p->record->sentences;
    size_t low = 0, high = s.n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (s.at[mid].end > point)
            high = mid;
        else
            low = mid + 1;
    }
    return low < s.n && s.at[low].start <= point ? s.at[low] : (lgm_cpspan){0, p->record->length};
}

uint32_t lgm_redact_person_of(const lgm_redact_people *p, uint32_t entity)
{
    size_t low = 0, high = p->list.n; /* by entity, those without one last */
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (p->list.at[mid].entity < entity)
            low = mid + 1;
        else
            high = mid;
    }
    return low < p->list.n && p->list.at[low].entity == entity ? (uint32_t)low : LGM_NONE;
}

/* ---- the rule ---- */

static bool is_private(unsigned is)
{
    return !(is & (LGM_REDACT_IS_PUBLIC | LGM_REDACT_IS_AUTHOR));
}

bool lgm_redact_stays(const lgm_redact_people *p, uint32_t entity)
{
    const lgm_entity *const e = &p->record->entities.at[entity];
    const uint32_t person = lgm_redact_person_of(p, entity);
    if (person == LGM_NONE) return e->place || e->actor.len;
    /* Who is private and shares more than a first name is hidden; a name of one word may be any. */
    const lgm_redact_person *const who = &p->list.at[person];
    return !who->hidden && (!is_private(who->is) || who->last.len);
}

static bool is_suspect(unsigned is)
{
    if (is & LGM_REDACT_IS_SUSPECT) return true;
    return is & LGM_REDACT_IS_BLAMED && !(is & LGM_REDACT_IS_VICTIM);
}

/* Who was there, or near; in a report of harm also who speaks of kin, or with an age, or by a
 * trade that anyone may have. */
static bool is_witness(unsigned is, bool harm)
{
    const unsigned close = LGM_REDACT_IS_AGED | LGM_REDACT_IS_KIN | LGM_REDACT_IS_BYSTANDER;
    const bool speaks = is & LGM_REDACT_IS_SPEAKER;
    if (is & LGM_REDACT_IS_WITNESS || (is & LGM_REDACT_IS_NEAR && (speaks || harm))) return true;
    return harm && speaks && is & close;
}

static bool decide(lgm_redact_person *person, bool harm)
{
    const unsigned is = person->is;
    const bool minor = is & LGM_REDACT_IS_CHILD_AGE || (is & LGM_REDACT_IS_MINOR && is_private(is));
    person->hidden = true;
    person->kind = LGM_HIDDEN_MINOR;
    if (minor) return true;
    person->kind = is & LGM_REDACT_IS_VICTIM ? LGM_HIDDEN_VICTIM : LGM_HIDDEN_WITNESS;
    const bool named = is & LGM_REDACT_IS_VICTIM || is_witness(is, harm);
    if (!is_private(is) || is_suspect(is)) return person->hidden = false;
    if (named) return true;
    person->kind = LGM_HIDDEN_PERSON;
    return person->hidden = harm && is & (LGM_REDACT_IS_AGED | LGM_REDACT_IS_KIN);
}

/* ---- by the words of their names ---- */

/* Would the name of this one tell that of the other, who is hidden? */
static bool tells(const lgm_redact_person *person, const lgm_redact_person *other)
{
    return (person->last.len && lgm_redact_has_part(other, person->last)) ||
           (other->last.len && lgm_redact_has_part(person, other->last)) ||
           lgm_redact_is_short_for(person, other);
}

static bool shares_name(const lgm_redact_people *p, const lgm_redact_person *person)
{
    for (size_t i = 0; i < person->parts.n; i++) {
        const lgm_redact_part *const part = &person->parts.at[i];
        const lgm_redact_entry *e = part->strong ? lgm_redact_find(p, part->key) : NULL;
        for (; e; e = lgm_redact_next(p, e))
            if (tells(person, &p->list.at[e->person])) return true;
    }
    return false;
}

static bool decide_all(lgm_redact_people *p)
{
    for (size_t i = 0; i < p->list.n; i++) decide(&p->list.at[i], p->harm);
    if (!lgm_redact_index_names(p)) return false;
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (person->hidden || !is_private(person->is) || !shares_name(p, person)) continue;
        person->hidden = true;
        person->kind = LGM_HIDDEN_PERSON;
    }
    return lgm_redact_index_names(p);
}

/* ---- placeholders ---- */

static const lgm_redact_part *first_strong(const lgm_redact_person *person)
{
    for (size_t i = 0; i < person->parts.n; i++)
        if (person->parts.at[i].strong) return &person->parts.at[i];
    return NULL;
}

/* The one who has this name and more of it, or the same before: the two are one to a reader. */
static const lgm_redact_person *same_as(const lgm_redact_people *p, size_t i)
{
    const lgm_redact_person *const person = &p->list.at[i];
    const lgm_redact_part *const part = first_strong(person);
    const lgm_redact_entry *e = part ? lgm_redact_find(p, part->key) : NULL;
    for (; e; e = lgm_redact_next(p, e)) {
        const lgm_redact_person *const other = &p->list.at[e->person];
        if (e->person == i || !lgm_redact_is_short_for(person, other)) continue;
        if (other->parts.n > person->parts.n ||
            (other->parts.n == person->parts.n && e->person < i))
            return other;
    }
    return NULL;
}

static bool name_it(lgm_redact_people *p, lgm_redact_person *person, uint32_t *numbers)
{
    char text[48];
    person->number = ++numbers[person->kind];
    const int n =
        snprintf(text, sizeof text, "[%s %u]", lgm_hidden_kind_name(person->kind), person->number);
    person->placeholder = lgm_arena_strndup(p->arena, text, (size_t)n);
    return person->placeholder != NULL;
}

/* same_as leads to more words, or further to the front: never round in a circle. */
static bool name_all(lgm_redact_people *p)
{
    uint32_t numbers[LGM_HIDDEN_N] = {0};
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (person->hidden && !same_as(p, i) && !name_it(p, person, numbers)) return false;
    }
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        const lgm_redact_person *other = person;
        if (!person->hidden || person->placeholder) continue;
        while (!other->placeholder) other = same_as(p, (size_t)(other - p->list.at));
        person->kind = other->kind;
        person->number = other->number;
        person->placeholder = other->placeholder;
    }
    return true;
}

bool lgm_redact_find_people(lgm_redact_people *p, lgm_arena *arena, const lgm_record *record)
{
    *p = (lgm_redact_people){.record = record, .arena = arena};
    if (!lgm_redact_words_of(&p->words, arena, record->text) || !lgm_redact_gather(p)) return false;
    return decide_all(p) && lgm_redact_title_names(p) && decide_all(p) && lgm_redact_nicknames(p) &&
           decide_all(p) && name_all(p);
}
