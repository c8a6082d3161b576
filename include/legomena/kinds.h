/*
 * kinds.h - the small types and the closed lists of values that records are made of.
 *
 * Each list is written once, as LIST(X) with the name that it has in the JSON record. NAME_name()
 * gives that name, and NULL for a number that is none of the list's.
 */
#ifndef LEGOMENA_KINDS_H
#define LEGOMENA_KINDS_H

#include <stddef.h>
#include <stdint.h>

#include "legomena/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lgm_cpspan { /* half-open range of Unicode code points of a report's text */
    uint32_t start, end;
} lgm_cpspan;

typedef struct lgm_str { /* borrowed UTF-8, not NUL-terminated; ptr NULL = unknown */
    const char *ptr;
    size_t len;
} lgm_str;

#define LGM_VERSION "0.1.0" /* of the engine */

/* Formats that a record is written in: JSON pretty-printed, JSON as one line, and sentences,
 * words and trees as CoNLL-U. */
typedef enum lgm_format { LGM_FORMAT_JSON, LGM_FORMAT_JSONL, LGM_FORMAT_CONLLU } lgm_format;

LGM_API void lgm_string_free(char *s); /* what the library wrote; NULL is fine */

/* An index that leads nowhere: what it would point to is not known. */
#define LGM_NONE UINT32_MAX

/* What an entity is. */
#define LGM_ENTITY_TYPES(X) X(PER) X(ORG) X(GPE) X(LOC) X(FAC) X(EVT) X(OTH)
typedef enum lgm_entity_type {
#define LGM_ENTITY_ENUM(name) LGM_ENTITY_##name,
    LGM_ENTITY_TYPES(LGM_ENTITY_ENUM)
#undef LGM_ENTITY_ENUM
} lgm_entity_type;
LGM_API const char *lgm_entity_type_name(lgm_entity_type type); /* "PER" */

/* How the text speaks of an entity: "Ada Lind", "the minister", "she". */
#define LGM_MENTION_FORMS(X) X(NAME, "name") X(NOMINAL, "nominal") X(PRONOUN, "pronoun")
typedef enum lgm_mention_form {
#define LGM_MENTION_ENUM(name, text) LGM_MENTION_##name,
    LGM_MENTION_FORMS(LGM_MENTION_ENUM)
#undef LGM_MENTION_ENUM
} lgm_mention_form;
LGM_API const char *lgm_mention_form_name(lgm_mention_form form); /* "nominal" */

/* Types of TIMEX3. */
#define LGM_TIME_TYPES(X) X(DATE) X(TIME) X(DURATION) X(SET)
typedef enum lgm_time_type {
#define LGM_TIME_ENUM(name) LGM_TIME_##name,
    LGM_TIME_TYPES(LGM_TIME_ENUM)
#undef LGM_TIME_ENUM
} lgm_time_type;
LGM_API const char *lgm_time_type_name(lgm_time_type type); /* "DATE" */

/* How much of a claim's content stands in quotation marks: all, nothing, some. */
#define LGM_CLAIM_FORMS(X) X(DIRECT, "direct") X(INDIRECT, "indirect") X(MIXED, "mixed")
typedef enum lgm_claim_form {
#define LGM_FORM_ENUM(name, text) LGM_FORM_##name,
    LGM_CLAIM_FORMS(LGM_FORM_ENUM)
#undef LGM_FORM_ENUM
} lgm_claim_form;
LGM_API const char *lgm_claim_form_name(lgm_claim_form form); /* "direct" */

/*
 * What the source of a claim is to a reader.
 *   UNKNOWN    no source, or none of the others
 *   NAMED      a person, a body or a state with a name
 *   ROLE       one person, by office alone: "the spokesman"
 *   GROUP      a body without a name, or several people
 *   ANONYMOUS  a source that is kept unnamed: "people familiar with the matter"
 *   OUTLET     a newspaper, an agency, a broadcaster
 *   DOCUMENT   a text, figures or a recording by nobody known: "court papers"
 */
#define LGM_SPEAKER_KINDS(X)                                                                       \
    X(UNKNOWN, "unknown")                                                                          \
    X(NAMED, "named")                                                                              \
    X(ROLE, "role")                                                                                \
    X(GROUP, "group")                                                                              \
    X(ANONYMOUS, "anonymous")                                                                      \
    X(OUTLET, "outlet")                                                                            \
    X(DOCUMENT, "document")
typedef enum lgm_speaker_kind {
#define LGM_SPEAKER_ENUM(name, text) LGM_SPEAKER_##name,
    LGM_SPEAKER_KINDS(LGM_SPEAKER_ENUM)
#undef LGM_SPEAKER_ENUM
} lgm_speaker_kind;
LGM_API const char *lgm_speaker_kind_name(lgm_speaker_kind kind); /* "named" */

/*
 * What a block of a report's text is, where it is more than a paragraph.
 *   ENTRY   the time or the heading that begins an entry of a live page
 *   CREDIT  who wrote or sent it, within the text
 *   PAGE    all of a printed page
 */
#define LGM_BLOCK_KINDS(X)                                                                         \
    X(HEADING, "heading")                                                                          \
    X(LIST_ITEM, "list_item") X(QUOTATION, "quotation") X(CAPTION, "caption")                      \
        X(TABLE_ROW, "table_row") X(ENTRY, "entry") X(CREDIT, "credit") X(PAGE, "page")
typedef enum lgm_block_kind {
#define LGM_BLOCK_ENUM(name, text) LGM_BLOCK_##name,
    LGM_BLOCK_KINDS(LGM_BLOCK_ENUM)
#undef LGM_BLOCK_ENUM
} lgm_block_kind;
LGM_API const char *lgm_block_kind_name(lgm_block_kind kind); /* "heading" */

/* ---- kinds of claims, NONE where it is not known --------------------------------------------- */

/* What a claim does. */
#define LGM_ACTS(X)                                                                                \
    X(NONE, NULL)                                                                                  \
    X(STATE, "state") X(REPORT, "report") X(DENY, "deny") X(DISMISS, "dismiss")                    \
        X(CONFIRM, "confirm") X(ACCUSE, "accuse") X(CLAIM_RESPONSIBILITY, "claim_responsibility")  \
            X(WARN, "warn") X(PROMISE, "promise") X(DEMAND, "demand") X(ASK, "ask")                \
                X(PRAISE, "praise") X(CRITICISE, "criticise") X(ESTIMATE, "estimate")              \
                    X(PREDICT, "predict") X(BELIEVE, "believe") X(DOUBT, "doubt")                  \
                        X(REVEAL, "reveal") X(APOLOGISE, "apologise") X(OTHER, "other")
typedef enum lgm_act {
#define LGM_ACT_ENUM(name, text) LGM_ACT_##name,
    LGM_ACTS(LGM_ACT_ENUM)
#undef LGM_ACT_ENUM
} lgm_act;
LGM_API const char *lgm_act_name(lgm_act act); /* "deny" */

/* How sure the source is, as FactBank has it: certain, probable, possible; the same of the
 * contrary. */
#define LGM_CERTAINTIES(X)                                                                         \
    X(NONE, NULL)                                                                                  \
    X(CERTAIN, "CT+") X(PROBABLE, "PR+") X(POSSIBLE, "PS+") X(NOT_CERTAIN, "CT-")                  \
        X(NOT_PROBABLE, "PR-") X(NOT_POSSIBLE, "PS-") X(OPEN, "Uu")
typedef enum lgm_certainty {
#define LGM_CERTAINTY_ENUM(name, text) LGM_CERTAINTY_##name,
    LGM_CERTAINTIES(LGM_CERTAINTY_ENUM)
#undef LGM_CERTAINTY_ENUM
} lgm_certainty;
LGM_API const char *lgm_certainty_name(lgm_certainty certainty); /* "CT+" */

/* Whether the source offers evidence, as the report tells it. */
#define LGM_EVIDENCES(X) X(NONE, NULL) X(OFFERED, "offered") X(WITHHELD, "withheld")
typedef enum lgm_evidence {
#define LGM_EVIDENCE_ENUM(name, text) LGM_EVIDENCE_##name,
    LGM_EVIDENCES(LGM_EVIDENCE_ENUM)
#undef LGM_EVIDENCE_ENUM
} lgm_evidence;
LGM_API const char *lgm_evidence_name(lgm_evidence evidence); /* "offered" */

/* Whether it is said for the first time. */
#define LGM_REPETITIONS(X) X(NONE, NULL) X(FIRST, "first") X(AGAIN, "again")
typedef enum lgm_repetition {
#define LGM_REPETITION_ENUM(name, text) LGM_REPETITION_##name,
    LGM_REPETITIONS(LGM_REPETITION_ENUM)
#undef LGM_REPETITION_ENUM
} lgm_repetition;
LGM_API const char *lgm_repetition_name(lgm_repetition repetition); /* "first" */

/* Why the report gives somebody as a source, in its own words.
 *   ROLE        an office or a trade: "the mayor of Ostrel"
 *   EXPERTISE   knowledge: "who studies floods"
 *   EYEWITNESS  it was there: "who saw the blast"
 *   RELATION    kinship or closeness to somebody: "her brother"
 *   DOCUMENT    what it has read, or by whom a document was seen: "who reviewed the filing"
 *   ANONYMITY   why it is not named: "was not authorised to speak" */
#define LGM_GROUNDS(X)                                                                             \
    X(NONE, NULL)                                                                                  \
    X(ROLE, "role")                                                                                \
    X(EXPERTISE, "expertise")                                                                      \
    X(EYEWITNESS, "eyewitness") X(RELATION, "relation") X(DOCUMENT, "document")                    \
        X(ANONYMITY, "anonymity")
typedef enum lgm_ground {
#define LGM_GROUND_ENUM(name, text) LGM_GROUND_##name,
    LGM_GROUNDS(LGM_GROUND_ENUM)
#undef LGM_GROUND_ENUM
} lgm_ground;
LGM_API const char *lgm_ground_name(lgm_ground ground); /* "role" */

/* How one claim answers another. */
#define LGM_ANSWERS(X)                                                                             \
    X(DENIES, "denies") X(CONFIRMS, "confirms") X(REPEATS, "repeats") X(ANSWERS, "answers")
typedef enum lgm_answer {
#define LGM_ANSWER_ENUM(name, text) LGM_ANSWER_##name,
    LGM_ANSWERS(LGM_ANSWER_ENUM)
#undef LGM_ANSWER_ENUM
} lgm_answer;
LGM_API const char *lgm_answer_name(lgm_answer answer); /* "denies" */

/*
 * What a note in a text says of the text itself.
 *   CORRECTION     something in it was wrong
 *   UPDATE         something was added or taken out
 *   CLARIFICATION  something could be misread
 *   EDITORS_NOTE   whatever else an editor adds
 *   RETRACTION     all of it is taken back
 */
#define LGM_NOTE_KINDS(X)                                                                          \
    X(CORRECTION, "correction")                                                                    \
    X(UPDATE, "update")                                                                            \
    X(CLARIFICATION, "clarification") X(EDITORS_NOTE, "editors-note") X(RETRACTION, "retraction")
typedef enum lgm_note_kind {
#define LGM_NOTE_ENUM(name, text) LGM_NOTE_##name,
    LGM_NOTE_KINDS(LGM_NOTE_ENUM)
#undef LGM_NOTE_ENUM
} lgm_note_kind;
LGM_API const char *lgm_note_kind_name(lgm_note_kind kind); /* "correction" */

/* ---- kinds of events ------------------------------------------------------------------------- */

/* How a figure is bounded: "more than 140" is > 140. */
#define LGM_RELATIONS(X)                                                                           \
    X(EXACT, "=") X(MORE, ">") X(LEAST, ">=") X(LESS, "<") X(MOST, "<=") X(ABOUT, "~")
typedef enum lgm_relation {
#define LGM_RELATION_ENUM(name, text) LGM_RELATION_##name,
    LGM_RELATIONS(LGM_RELATION_ENUM)
#undef LGM_RELATION_ENUM
} lgm_relation;
LGM_API const char *lgm_relation_name(lgm_relation relation); /* ">=" */

/*
 * What a figure covers, as the text has it.
 *   TOTAL   all of it, up to now: "in all", "the death toll", "so far"
 *   SINCE   from a time on: "since Monday"
 *   DURING  a time: "on Friday", "last year"
 *   EACH    every such time: "a day"
 */
#define LGM_EXTENTS(X)                                                                             \
    X(NONE, NULL) X(TOTAL, "total") X(SINCE, "since") X(DURING, "during") X(EACH, "each")
typedef enum lgm_extent {
#define LGM_EXTENT_ENUM(name, text) LGM_EXTENT_##name,
    LGM_EXTENTS(LGM_EXTENT_ENUM)
#undef LGM_EXTENT_ENUM
} lgm_extent;
LGM_API const char *lgm_extent_name(lgm_extent extent); /* "since" */

/* Whether an event is told of as happening or as not happening. */
#define LGM_POLARITIES(X) X(POSITIVE, "+") X(NEGATIVE, "-")
typedef enum lgm_polarity {
#define LGM_POLARITY_ENUM(name, text) LGM_POLARITY_##name,
    LGM_POLARITIES(LGM_POLARITY_ENUM)
#undef LGM_POLARITY_ENUM
} lgm_polarity;
LGM_API const char *lgm_polarity_name(lgm_polarity polarity); /* "+" */

/* How real an event is. */
#define LGM_MODALITIES(X)                                                                          \
    X(ACTUAL, "actual")                                                                            \
    X(PLANNED, "planned") X(POSSIBLE, "possible") X(DENIED, "denied")                              \
        X(HYPOTHETICAL, "hypothetical")
typedef enum lgm_modality {
#define LGM_MODALITY_ENUM(name, text) LGM_MODALITY_##name,
    LGM_MODALITIES(LGM_MODALITY_ENUM)
#undef LGM_MODALITY_ENUM
} lgm_modality;
LGM_API const char *lgm_modality_name(lgm_modality modality); /* "actual" */

/* Types of incidents, as MUC-4 has them. */
#define LGM_INCIDENT_TYPES(X)                                                                      \
    X(ATTACK, "attack")                                                                            \
    X(ARSON, "arson") X(BOMBING, "bombing") X(KIDNAPPING, "kidnapping") X(ROBBERY, "robbery")      \
        X(FORCED_WORK_STOPPAGE, "forced_work_stoppage")
typedef enum lgm_incident_type {
#define LGM_INCIDENT_ENUM(name, text) LGM_INCIDENT_##name,
    LGM_INCIDENT_TYPES(LGM_INCIDENT_ENUM)
#undef LGM_INCIDENT_ENUM
} lgm_incident_type;
LGM_API const char *lgm_incident_type_name(lgm_incident_type type); /* "attack" */

/* How sure it is who did it. */
#define LGM_BLAMES(X)                                                                              \
    X(REPORTED_AS_FACT, "reported_as_fact")                                                        \
    X(CLAIMED, "claimed") X(SUSPECTED, "suspected")                                                \
        X(ACCUSED_BY_AUTHORITIES, "accused_by_authorities") X(POSSIBLE, "possible")
typedef enum lgm_blame {
#define LGM_BLAME_ENUM(name, text) LGM_BLAME_##name,
    LGM_BLAMES(LGM_BLAME_ENUM)
#undef LGM_BLAME_ENUM
} lgm_blame;
LGM_API const char *lgm_blame_name(lgm_blame blame); /* "claimed" */

#ifdef __cplusplus
}
#endif
#endif
