/*
 * hiding.h - the persons of a report, what is known of them, and who of them is hidden. Internal.
 *
 * Rule      docs/redaction.md: private persons who are minors, came to harm, were there, or share
 *           their last name with one of these.
 * Owns      all lives in the arena; strings of the record are borrowed.
 * Files     hiding.c, name_index.c, name_parts.c, harm_told.c, side_by_side.c,
 *           strangers.c, title_names.c, nicknames.c.
 */
#ifndef LGM_REDACT_HIDING_H
#define LGM_REDACT_HIDING_H

#include "legomena/record.h"
#include "legomena/redact.h"
#include "redact/described.h"

typedef struct lgm_redact_part { /* a word of a name */
    lgm_str key;
    bool strong;   /* it names alone: no title, particle or initial */
    bool ordinary; /* it is a word too */
} lgm_redact_part;
typedef LGM_VEC(lgm_redact_part) lgm_redact_parts;

typedef struct lgm_redact_person {
    uint32_t entity; /* LGM_NONE: only in a list of victims, or in the title */
    unsigned is;     /* LGM_REDACT_IS_* */
    lgm_redact_parts parts;
    lgm_str last; /* key of the last name */
    bool hidden;
    lgm_hidden_kind kind;
    uint32_t number; /* of its kind, from 1 */
    const char *placeholder;
} lgm_redact_person;

typedef struct lgm_redact_entry { /* a word of a hidden name */
    lgm_redact_part part;
    uint32_t person;
} lgm_redact_entry;

typedef struct lgm_redact_people {
    const lgm_record *record;
    lgm_arena *arena;
    lgm_redact_words words; /* of the text */
    LGM_VEC(lgm_redact_person) list;
    LGM_VEC(lgm_redact_entry) names; /* of the hidden: by key, then by person */
    bool harm; /* the report tells of violence, or of somebody who came to harm */
} lgm_redact_people;

/* False when the arena is spent, of all of these. */
bool lgm_redact_find_people(lgm_redact_people *p, lgm_arena *arena, const lgm_record *record);

/* ---- the steps ---- */

/* Adds the words of a name to a person: name_parts.c. */
bool lgm_redact_add_name(lgm_redact_people *p, lgm_redact_person *person, lgm_str name);
/* Are all words of `small` words of `large` too? */
bool lgm_redact_is_short_for(const lgm_redact_person *small, const lgm_redact_person *large);
bool lgm_redact_has_part(const lgm_redact_person *person, lgm_str key);
/* people->names anew. */
bool lgm_redact_index_names(lgm_redact_people *p);
/* The first word of a hidden name with this key, and the next of the same key; NULL = none. */
const lgm_redact_entry *lgm_redact_find(const lgm_redact_people *p, lgm_str key);
const lgm_redact_entry *lgm_redact_next(const lgm_redact_people *p, const lgm_redact_entry *e);
/* Persons and what the record and the words around their names say of them: harm_told.c. */
bool lgm_redact_gather(lgm_redact_people *p);
/* What befell one of several who are named side by side befell all: side_by_side.c. */
bool lgm_redact_share_harm(lgm_redact_people *p);
/* Persons whom no entity is: strangers.c. Words of two capitals or more; capitals with an age. */
bool lgm_redact_add_stranger(lgm_redact_people *p, lgm_str words, unsigned is);
bool lgm_redact_aged_strangers(lgm_redact_people *p);
/* Names that stand in the title alone: title_names.c. */
bool lgm_redact_title_names(lgm_redact_people *p);
/* "known as Mimi": nicknames.c. */
bool lgm_redact_nicknames(lgm_redact_people *p);

/* The place of an entity in the list; LGM_NONE where it is no person with a name. */
uint32_t lgm_redact_person_of(const lgm_redact_people *p, uint32_t entity);
/* Does a name of this entity stay, though somebody who is hidden shares a word of it? So do those
 * of public persons, places and known bodies. */
bool lgm_redact_stays(const lgm_redact_people *p, uint32_t entity);

/* The words of a span, as indices: *from to *end. */
void lgm_redact_span(const lgm_redact_people *p, uint32_t start, uint32_t stop, size_t *from,
                     size_t *end);
/* The sentence around a code point. */
lgm_cpspan lgm_redact_sentence(const lgm_redact_people *p, uint32_t point);

#endif
