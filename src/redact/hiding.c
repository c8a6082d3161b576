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
    if (person != LGM_NONE) return !p->list.at[person].hidden && !is_private(p->list.at[person].is);
    return e->place || e->actor.len;
}

static bool is_suspect(unsigned is)
{
    if (is & LGM_REDACT_IS_SUSPECT) return true;
    return is & LGM_REDACT_IS_BLAMED && !(is & LGM_REDACT_IS_VICTIM);
}

/* Who speaks of what happened, of kin, or with an age, has no office here and is no suspect. */
static bool is_witness(unsigned is, bool harm)
{
    const unsigned close = LGM_REDACT_IS_AGED | LGM_REDACT_IS_KIN;
    if (is & LGM_REDACT_IS_WITNESS) return true;
    return harm && is & LGM_REDACT_IS_SPEAKER && is & close;
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

/* Who shares the last name of somebody who is hidden would name them. */
static bool shares_name(const lgm_redact_people *p, const lgm_redact_person *person)
{
    for (size_t i = 0; i < p->list.n; i++) {
        const lgm_redact_person *const other = &p->list.at[i];
        if (!other->hidden || other == person) continue;
        if (person->last.len && lgm_redact_has_part(other, person->last)) return true;
        if (other->last.len && lgm_redact_has_part(person, other->last)) return true;
        if (lgm_redact_is_short_for(person, other)) return true;
    }
    return false;
}

static void decide_all(lgm_redact_people *p)
{
    for (size_t i = 0; i < p->list.n; i++) decide(&p->list.at[i], p->harm);
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (person->hidden || !is_private(person->is) || !shares_name(p, person)) continue;
        person->hidden = true;
        person->kind = LGM_HIDDEN_PERSON;
    }
}

/* ---- placeholders ---- */

/* The one who has this name and more of it: the two are one to a reader. */
static const lgm_redact_person *same_as(const lgm_redact_people *p, size_t i)
{
    for (size_t k = 0; k < p->list.n; k++) {
        const lgm_redact_person *const other = &p->list.at[k];
        if (k == i || !other->hidden || !lgm_redact_is_short_for(&p->list.at[i], other)) continue;
        if (other->parts.n > p->list.at[i].parts.n || k < i) return other;
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
        for (size_t k = 0; person->hidden && !other->placeholder && k < p->list.n; k++)
            other = same_as(p, (size_t)(other - p->list.at));
        if (!person->hidden || person->placeholder) continue;
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
    decide_all(p);
    if (!lgm_redact_title_names(p)) return false;
    decide_all(p);
    if (!lgm_redact_nicknames(p)) return false;
    decide_all(p);
    return name_all(p);
}
