/*
 * records.h - the records of a document: sentences, tokens, entities, times, claims.
 *
 * Every getter fills a plain struct by value; the strings and arrays in it are borrowed from the
 * document. Indices run from 0; a getter with an index out of range returns LGM_E_ARG.
 */
#ifndef LEGOMENA_RECORDS_H
#define LEGOMENA_RECORDS_H

#include "legomena/document.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- tokens and sentences -------------------------------------------------------------------- */

typedef struct lgm_word { /* a syntactic word, as Universal Dependencies has it */
    lgm_cpspan span;
    lgm_str form, lemma;
    const char *upos, *xpos, *rel; /* NULL where no model ran; borrowed from the engine */
    int64_t head;                  /* index of the head word; -1 = root, or no model ran */
    int space_before;              /* 1 = white space, or the start of the text, stands before */
    int joined; /* the word goes on a multiword token, as "n't" in "don't" */
} lgm_word;

LGM_API size_t lgm_doc_n_words(const lgm_doc *doc);
LGM_API lgm_status lgm_doc_word(const lgm_doc *doc, size_t i, lgm_word *out);

typedef struct lgm_sentence {
    lgm_cpspan span;
    size_t first_word, n_words;
} lgm_sentence;

LGM_API size_t lgm_doc_n_sentences(const lgm_doc *doc);
LGM_API lgm_status lgm_doc_sentence(const lgm_doc *doc, size_t i, lgm_sentence *out);

/* ---- entities -------------------------------------------------------------------------------- */

typedef struct lgm_entity {
    lgm_entity_type type;
    lgm_str name; /* best name in the report, as it stands there: it may run over a line break;
                     where it is never named, what the report calls it */
    size_t n_mentions; /* of any form */
    int named;         /* 1 = name is a name, 0 = a description */
    size_t n_roles;    /* lgm_doc_role */
    const char *actor; /* CAMEO-style code: "RUSGOV"; NULL = not known; the document's */
} lgm_entity;

typedef struct lgm_entity_place { /* strings are borrowed from the engine */
    uint32_t geonames;            /* GeoNames id */
    const char *name;             /* as GeoNames has it */
    const char *country;          /* ISO 3166-1 alpha-2; NULL = none */
    const char *admin1;           /* GeoNames code of the state or province; NULL = none */
    double lat, lon; /* degrees; of a country or division the middle of where people live */
    int is_country;
    float confidence; /* 0..1, set by hand from what speaks for it */
} lgm_entity_place;

LGM_API size_t lgm_doc_n_entities(const lgm_doc *doc);
LGM_API lgm_status lgm_doc_entity(const lgm_doc *doc, size_t i, lgm_entity *out);
LGM_API lgm_status lgm_doc_mention(const lgm_doc *doc, size_t entity, size_t i, lgm_cpspan *out);
LGM_API lgm_status lgm_doc_mention_form(const lgm_doc *doc, size_t entity, size_t i,
                                        lgm_mention_form *out);
/* 0..1: how likely the mention's words and type are right; LGM_E_NOTFOUND for mentions that are no
 * names, of which that is not known. */
LGM_API lgm_status lgm_doc_mention_confidence(const lgm_doc *doc, size_t entity, size_t i,
                                              float *out);

/* What the report calls a person: "spokesperson for ...". In text order. */
LGM_API lgm_status lgm_doc_role(const lgm_doc *doc, size_t entity, size_t i, lgm_cpspan *out);
/* Where an entity is. LGM_E_NOTFOUND where that is not known. */
LGM_NODISCARD LGM_API lgm_status lgm_doc_place(const lgm_doc *doc, size_t entity,
                                               lgm_entity_place *out);

/* ---- times ----------------------------------------------------------------------------------- */

/* Where a time expression's value was counted from, beside an index of another one. */
enum { LGM_TIME_ALONE = -1, LGM_TIME_PUBLISHED = -2 };

typedef struct lgm_time { /* a time expression, as TIMEX3 has it */
    lgm_cpspan span;
    lgm_time_type type;
    const char *value; /* "2024-03-22", "P3D", "PAST_REF"; NULL = not known */
    const char *mod;   /* "START", "APPROX", ...; NULL = none */
    const char *quant; /* of a SET: "EVERY", "EACH"; NULL = none */
    int64_t anchor;    /* index of another time, or one of the two above */
} lgm_time;

LGM_API size_t lgm_doc_n_times(const lgm_doc *doc);
LGM_API lgm_status lgm_doc_time(const lgm_doc *doc, size_t i, lgm_time *out);

/* ---- claims ---------------------------------------------------------------------------------- */

enum { LGM_CLAIM_PARTS = 12 }; /* most fragments a role may have */

typedef struct lgm_claim {
    lgm_cpspan source[LGM_CLAIM_PARTS], cue[LGM_CLAIM_PARTS], content[LGM_CLAIM_PARTS];
    size_t n_source, n_cue, n_content; /* n_source and n_cue may be 0 */
    size_t n_quoted; /* parts of the content inside quotation marks: lgm_doc_claim_quoted */
    lgm_claim_form form;
    int64_t said;     /* index of the time that says when it was said; -1 = not known */
    float confidence; /* 0..1: how likely the claim is right, its source and most of its content */
    lgm_speaker_kind speaker_kind;
    int64_t speaker; /* index of the entity that is the source; -1 = not known */
} lgm_claim;

LGM_API size_t lgm_doc_n_claims(const lgm_doc *doc);
LGM_API lgm_status lgm_doc_claim(const lgm_doc *doc, size_t i, lgm_claim *out);
/* Part i of the content inside quotation marks, the marks left out; in order, and without a
 * limit. */
LGM_API lgm_status lgm_doc_claim_quoted(const lgm_doc *doc, size_t claim, size_t i,
                                        lgm_cpspan *out);

/* ---- timeline -------------------------------------------------------------------------------- */

typedef struct lgm_timeline_entry { /* a claim and when it was made */
    size_t claim, time;
} lgm_timeline_entry;

LGM_API size_t lgm_doc_n_timeline(const lgm_doc *doc);
/* Earliest first; a week or month stands where it begins. */
LGM_API lgm_status lgm_doc_timeline(const lgm_doc *doc, size_t i, lgm_timeline_entry *out);

#ifdef __cplusplus
}
#endif
#endif
