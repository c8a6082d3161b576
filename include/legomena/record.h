/*
 * record.h - what was read from one report: the record, as a value.
 *
 * A record holds everything that docs/schema/report-1.json describes and borrows nothing: it
 * outlives the engine and the worker that made it, and a record read back from JSON is the same
 * value. All of it is read-only and belongs to one lgm_record; any number of threads may look.
 *
 * Units    lgm_cpspan: Unicode code points of `text`, as in the JSON record.
 * Indices  of entities, times, claims, events, figures and notes run from 0 here; in JSON they are
 *          the ids "e1", "t1", "c1", "v1", "f1", "n1". LGM_NONE is null.
 * Lists    {at, n}. They are in order of first span.
 * Strings  end in a NUL beside their length; what lgm_record_quote returns does not.
 * Unknown  a string with ptr NULL, an index LGM_NONE, a pointer NULL, an enumerator _NONE.
 * Growth   new fields are added behind the last one of a struct, with a new version of the library.
 */
#ifndef LEGOMENA_RECORD_H
#define LEGOMENA_RECORD_H

#include "legomena/kinds.h"

#ifdef __cplusplus
extern "C" {
#endif

#define LGM_LIST(T)                                                                                \
    struct {                                                                                       \
        const T *at;                                                                               \
        size_t n;                                                                                  \
    }

typedef LGM_LIST(lgm_cpspan) lgm_spans; /* the pieces of one thing, in order of text */
typedef LGM_LIST(lgm_str) lgm_strs;
typedef LGM_LIST(uint32_t) lgm_indices;

/* Something of one of several kinds: 'e' an entity, 't' a time, 'c' a claim, 'v' an event, 'f' a
 * figure. */
typedef struct lgm_link {
    char kind;
    uint32_t index;
} lgm_link;
typedef LGM_LIST(lgm_link) lgm_links;

/* When something was said or happened, and the time expression that tells. */
typedef struct lgm_when {
    lgm_str value; /* TIMEX3 */
    uint32_t time;
} lgm_when;

/* ---- entities -------------------------------------------------------------------------------- */

typedef struct lgm_entity_mention {
    uint32_t start, end; /* code points */
    lgm_mention_form form;
    float confidence; /* 0..1 that its words and type are right; below 0 = not known */
} lgm_entity_mention;

typedef struct lgm_entity_place {
    uint32_t geonames; /* GeoNames id */
    lgm_str name;      /* as GeoNames has it */
    lgm_str country;   /* ISO 3166-1 alpha-2 */
    lgm_str admin1;    /* GeoNames code of the state or province */
    double lat, lon;   /* degrees; of a country or division the middle of where people live */
    float confidence;  /* 0..1; below 0 = not known */
    int is_country;
} lgm_entity_place;

typedef struct lgm_entity {
    lgm_entity_type type;
    lgm_str name;     /* best name in the report; of what is never named the first description */
    lgm_strs aliases; /* other names used, in order of text */
    lgm_strs roles;   /* "spokesperson for ..." */
    const lgm_entity_place *place;
    lgm_str actor;                         /* CAMEO-style code: "RUSGOV" */
    LGM_LIST(lgm_entity_mention) mentions; /* at least one */
} lgm_entity;

/* ---- times ----------------------------------------------------------------------------------- */

#define LGM_PUBLISHED (UINT32_MAX - 1) /* counted from the day of publication */

typedef struct lgm_time { /* a time expression, as TIMEX3 has it */
    uint32_t start, end;  /* code points */
    lgm_time_type type;
    lgm_str value, mod;
    lgm_str quant;   /* of a SET: "EVERY", "EACH" */
    uint32_t anchor; /* the time that the value was counted from, or LGM_PUBLISHED */
} lgm_time;

/* ---- claims ---------------------------------------------------------------------------------- */

typedef struct lgm_reply {
    uint32_t to; /* a claim */
    lgm_answer how;
} lgm_reply;

typedef struct lgm_addressee { /* who is told */
    uint32_t start, end;       /* code points */
    uint32_t entity;
} lgm_addressee;

typedef struct lgm_justification { /* why it is a source */
    lgm_cpspan span;
    lgm_ground kind;
} lgm_justification;

typedef struct lgm_claim {
    lgm_spans source;  /* who says it, in the report's words; none where nobody is named */
    lgm_spans cue;     /* the words that say that it is said */
    lgm_spans content; /* what is said; at least one piece */
    lgm_claim_form form;
    lgm_spans quoted; /* the parts of content inside quotation marks, the marks left out */
    lgm_act act;
    uint32_t speaker; /* the entity that the source is */
    lgm_speaker_kind speaker_kind;
    lgm_indices speakers; /* all entities that speak together, where they are several */
    lgm_indices via;      /* entities that relay it, nearest first */
    const lgm_justification *justification; /* of the source */
    LGM_LIST(lgm_addressee) to; /* whom it is told; no media, which are in via */
    lgm_str venue;        /* where it was said */
    const lgm_when *said;
    uint32_t parent; /* the claim within whose content this one stands */
    lgm_certainty certainty;
    lgm_evidence evidence;
    lgm_spans evidence_span;
    lgm_repetition repetition;
    lgm_spans repetition_span;
    lgm_links about; /* events and entities inside the content: whom an accusation, a denial,
                        praise is aimed at */
    int observed;    /* 1: the reporter says that he saw or heard it himself */
    LGM_LIST(lgm_reply) replies;
    float confidence; /* 0..1 that it is right, its source and most of its content */
} lgm_claim;

/* ---- events and incidents -------------------------------------------------------------------- */

typedef struct lgm_count { /* a figure of those who take part in an event */
    lgm_str of;            /* "killed" */
    int64_t value;
    lgm_relation relation;
    uint32_t start, end; /* code points */
    uint32_t figure;     /* the same with all that is known of it */
} lgm_count;

typedef struct lgm_event {
    lgm_cpspan trigger;
    lgm_str plover, cameo;
    lgm_indices agents, patients; /* entities */
    lgm_strs instruments;
    uint32_t place; /* an entity */
    const lgm_when *time;
    LGM_LIST(lgm_count) counts;
    lgm_polarity polarity;
    lgm_modality modality;
    lgm_indices asserted_by; /* claims; none: the report says it in its own voice */
    float confidence;
    lgm_str mode;       /* of the PLOVER category: "firearms" */
    lgm_spans mentions; /* all its words, the trigger too, where the report tells of it more than
                           once */
} lgm_event;

typedef struct lgm_scope { /* what a figure covers */
    uint32_t place;        /* an entity: "in the capital" */
    uint32_t time;         /* a time: "since Monday" */
    lgm_extent extent;
} lgm_scope;

typedef struct lgm_figure {
    lgm_str of;   /* what the number tells: "killed", "money", or the noun that it counts */
    lgm_str what; /* of whom or of what: "Ostrelian miners"; unknown where a number stands alone */
    double value; /* in thousandths at the finest; of a range ("20 to 30") the lower end */
    double upper; /* the upper end; 0 = no range */
    lgm_relation relation;
    lgm_str unit;        /* "USD", "percent", "kg"; unknown: so many */
    int vague;           /* 1: no more than a size ("dozens"); value is the least it can be */
    int implied;         /* 1: no number word says it ("a child") */
    uint32_t start, end; /* code points */
    uint32_t event;
    lgm_indices asserted_by; /* claims that give it; none: the report does, in its own voice */
    const lgm_scope *scope;  /* NULL = the text says nothing of it */
    lgm_indices part_of;     /* figures that count these, too: of "30, among them 12" the 30 */
    uint32_t revised_from;   /* the figure that this one replaces */
} lgm_figure;

typedef struct lgm_perpetrator {
    uint32_t entity;
    lgm_str kind;
    lgm_blame confidence;
    lgm_indices asserted_by; /* claims; none: the report says it in its own voice */
} lgm_perpetrator;

typedef struct lgm_bound { /* a figure in short */
    int64_t value;
    lgm_relation relation;
    uint32_t figure; /* the same with its words, who gives it and the rest */
} lgm_bound;

typedef LGM_LIST(lgm_strs) lgm_fillers; /* each in one or several wordings */

typedef struct lgm_incident { /* as MUC-4 has it */
    lgm_incident_type type;
    lgm_indices events;
    lgm_str date;
    uint32_t place; /* an entity */
    lgm_str stage;
    LGM_LIST(lgm_perpetrator) perpetrators;
    lgm_fillers perp_individuals, perp_organisations, targets, victims, weapons;
    const lgm_bound *killed, *wounded;
} lgm_incident;

/* ---- the report ------------------------------------------------------------------------------ */

typedef struct lgm_dated { /* an entry of the timeline */
    lgm_str value;
    lgm_link record; /* a claim or an event */
    lgm_indices also; /* further claims of the same speech and day, in order of text */
} lgm_dated;

typedef LGM_LIST(lgm_indices) lgm_sides; /* claims */

typedef struct lgm_dispute {
    lgm_str over;
    lgm_sides sides;
} lgm_dispute;

/* A correction, an update, an editor's note: what a text says of itself. */
typedef struct lgm_note {
    lgm_cpspan span;
    lgm_note_kind kind;
    lgm_spans was; /* what it says was said before; none where it does not state it */
    lgm_spans now; /* what it says is right */
    lgm_indices figures_was, figures_now; /* the figures among these words */
    uint32_t time;                        /* when it was made, where the note says so */
} lgm_note;

typedef struct lgm_model_id {
    lgm_str name, version;
} lgm_model_id;

typedef struct lgm_passage { /* a part of the text in another language */
    uint32_t start, end;     /* code points */
    lgm_str lang;            /* a code of ISO 639 */
} lgm_passage;

typedef struct lgm_from { /* where a report came from */
    lgm_str file;  /* as the user named it, or as it was found in a folder; "-" is standard input */
    uint32_t line; /* from 1; 0 = the report is all of the file, or of its member */
    lgm_str member; /* the file within that file: its path in an archive, the id of a record in a
                       web archive */
    int64_t byte;   /* of the file at which that member begins, as packed; 0 = not told */
} lgm_from;

/* A syntactic word, as Universal Dependencies has it. Not part of the JSON record. */
typedef struct lgm_word {
    lgm_cpspan span;
    lgm_str lemma, upos, xpos, rel;
    uint32_t head;    /* index of the head word; LGM_NONE = root, or no model ran */
    int space_before; /* 1 = white space, or the start of the text, stands before */
    int joined;       /* 1 = it goes on a multiword token, as "n't" in "don't" */
    int paragraph;    /* 1 = a paragraph begins with it */
} lgm_word;

typedef struct lgm_block { /* a part of the text that is more than a paragraph */
    uint32_t start, end;
    lgm_block_kind kind;
    uint32_t number; /* of a page; of a heading its level, 1 to 6; else 0 */
} lgm_block;

typedef struct lgm_map_place { /* from this code point on, character by character, the text stands
                                  there in the bytes as they came in */
    uint32_t text, byte;
} lgm_map_place;

/* ---- why ------------------------------------------------------------------------------------- */

/* A word on the way through the tree of a sentence. */
typedef struct lgm_why_step {
    uint32_t start, end; /* code points */
    lgm_str rel;         /* of Universal Dependencies, between it and the next word on the way; none
                            behind the last one */
    int up;              /* 1 = it hangs on the next word; 0 = the next word hangs on it */
} lgm_why_step;

/* Kinds of what is explained, in the order of `why`: an entity, a time, a claim, an event, a
 * figure, an incident, a dispute, a line of the timeline, an editor's note. */
#define LGM_WHY_ORDER "etcvfidln"

/* Why a field has its value: what one rule, or the model, had to do with it. */
typedef struct lgm_why {
    lgm_link of;     /* one of LGM_WHY_ORDER; incidents, disputes and lines of the timeline have
                        no ids in the JSON record: "i2" is the second of its list */
    lgm_str field;   /* the key of the record that is explained: "act" */
    lgm_spans words; /* that decided it */
    LGM_LIST(lgm_why_step)
    path;          /* from the cue, or another word, to them; none where no tree led
                                    there */
    lgm_str rule;  /* a sentence in English, without a stop at its end */
    lgm_str where; /* it stands in the source of legomena: "src/act/cue.c" */
} lgm_why;

typedef struct lgm_record {
    lgm_str id; /* given by the input, else from the hash of the text */
    lgm_str url, title, byline, publisher;
    lgm_str date; /* YYYY-MM-DD: when the report was published */
    lgm_str retrieved, lang;
    uint8_t sha256[32];        /* of text */
    uint8_t raw_sha256[32];    /* of the bytes as they came in */
    const lgm_model_id *model; /* NULL = no model ran */
    lgm_str engine;            /* version of the engine that made it */
    lgm_str text;              /* exactly what was read */
    lgm_spans sentences;
    LGM_LIST(lgm_entity) entities;
    LGM_LIST(lgm_time) times;
    LGM_LIST(lgm_claim) claims;
    LGM_LIST(lgm_event) events;
    LGM_LIST(lgm_incident) incidents;
    LGM_LIST(lgm_dated) timeline; /* earliest first; a week or month stands where it begins */
    LGM_LIST(lgm_dispute) disputes;
    lgm_strs warnings;        /* what could not be read or was cut, in words */
    LGM_LIST(lgm_word) words; /* none unless they were asked for (engine.h) */

    uint32_t length;  /* of text, in code points */
    uint32_t n_words; /* as the engine counted them; 0 of a record that was read back */
    const uint32_t *byte_of; /* where code points are: record/record_value.c; NULL = all ASCII */
    struct lgm_arena *arena; /* what all of it lives in */

    lgm_str date_source;  /* where the date is from: "given", "metadata", "text", "dateline",
                             "address", "file name" */
    lgm_str published;    /* the same as `date`, with the time and its zone as they were stated:
                             2024-05-24T09:30:00+02:00 */
    lgm_str modified;     /* when the report was last changed: a day, or like `published` */
    lgm_str agency;       /* whose text it is, by its credit: "Reuters" */
    lgm_str section;      /* of the publication */
    const lgm_from *from; /* NULL = not from a file */
    LGM_LIST(lgm_passage) languages; /* paragraphs of an English text that are not English */
    LGM_LIST(lgm_block) layout;
    LGM_LIST(lgm_map_place) map; /* none unless it was asked for (engine.h) */
    float
        extraction; /* how sure it is that the text is the report of the page it was taken from and
                         nothing else; less than 0 = it was not taken from one */
    LGM_LIST(lgm_why)
    why;            /* none unless it was asked for (engine.h): in LGM_WHY_ORDER, of
                              each in the order in which the rules were at work */
    lgm_spans c2pa; /* invisible C2PA manifests in text; what they say is not checked */
    LGM_LIST(lgm_figure) figures;
    lgm_spans redacted; /* placeholders that stand in the text for names: legomena/redact.h */
    LGM_LIST(lgm_note) notes; /* in order of text */
} lgm_record;

LGM_API void lgm_record_free(lgm_record *record); /* NULL is fine */

/* How many records of a kind it has, by the letter of their ids: e entities, t times, c claims, v
 * events, f figures, i incidents, d disputes, l lines of the timeline, n notes; 0 of any other
 * letter. */
LGM_API size_t lgm_record_count(const lgm_record *record, char kind);

/* The words of a span; an empty string for a span outside of the text. */
LGM_API lgm_str lgm_record_quote(const lgm_record *record, lgm_cpspan span);

/* CoNLL-U is for a record with words. *out is a NUL-terminated string to be freed with
 * lgm_string_free; its bytes without the NUL go to *len (may be NULL). It ends in a newline.
 * LGM_E_ARG no such format, LGM_E_NOMEM. */
LGM_NODISCARD LGM_API lgm_status lgm_record_write(const lgm_record *record, lgm_format format,
                                                  char **out, size_t *len, lgm_err *err);

/*
 * Reads a record back: one JSON object, in one line or many, as lgm_record_write makes it. Keys
 * that are not known are skipped, so that records of later engines can be read. Written again, a
 * record has the same bytes. LGM_E_FORMAT for what is no JSON or no record (err has line and
 * byte), LGM_E_VERSION for another version of the format, LGM_E_CORRUPT where a span or an id
 * leads nowhere, LGM_E_BUDGET, LGM_E_NOMEM.
 */
LGM_NODISCARD LGM_API lgm_status lgm_record_read(lgm_record **out, const char *json, size_t len,
                                                 lgm_err *err);

#ifdef __cplusplus
}
#endif
#endif
