/*
 * origins.h - who stands behind a claim that several reports have: how many independent origins,
 * and who heard them first.
 *
 * A voice is a claim of a report, or the report in its own voice. Its origin is the last source
 * that is told: the speaker; of what a report says in its own voice, whose text it is. Whoever
 * heard the speaker first is the hearing:
 *
 *     "..." the mayor told Reuters       the mayor, heard by Reuters: one, however many papers
 *     according to state media           the state media
 *     an AP text in five papers          AP, once
 *     the ministry said in a statement   the ministry, in public
 *     a Gazette reporter saw ...         the Gazette itself
 *     the mayor said                     the mayor; who heard it is not told
 *
 * Publishers of one owner count as one, by a dated table of our own (data/origin). What is not
 * known to be independent is not counted as independent: there are at least `least` origins and at
 * most `most`. Speakers are known apart by their names; those who may speak for one another (a
 * ministry and its spokesman, two bodies of one government) count once in `least`.
 *
 *     lgm_origins *o;
 *     if (lgm_origins_of(&o, story->reports, story->n, voices, n_voices, &err) == LGM_OK) {
 *         printf("%zu to %zu origins\n", o->least, o->most);
 *         lgm_origins_free(o);
 *     }
 *
 * Errors  LGM_E_ARG a voice that leads nowhere, LGM_E_NOMEM.
 */
#ifndef LEGOMENA_ORIGINS_H
#define LEGOMENA_ORIGINS_H

#include "legomena/told.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- publishers ------------------------------------------------------------------------------ */

#define LGM_PUBLISHER_KINDS(X)                                                                     \
    X(UNKNOWN, "unknown")                                                                          \
    X(AGENCY, "agency")                                                                            \
    X(PAPER, "paper")                                                                              \
    X(BROADCASTER, "broadcaster") X(SITE, "site") X(OWNER, "owner") X(STATE, "state")
typedef enum lgm_publisher_kind {
#define LGM_PUBLISHER_ENUM(name, text) LGM_PUBLISHER_##name,
    LGM_PUBLISHER_KINDS(LGM_PUBLISHER_ENUM)
#undef LGM_PUBLISHER_ENUM
        LGM_PUBLISHER_N
} lgm_publisher_kind;
LGM_API const char *lgm_publisher_kind_name(lgm_publisher_kind kind); /* "agency" */

typedef struct lgm_publisher {
    lgm_str name; /* "Daily Telegraph" */
    lgm_publisher_kind kind;
    lgm_str family; /* whose it was on the day, in the end; itself where it is nobody's */
    int of_state;   /* 1: that is a state, or its ruling party */
} lgm_publisher;

/* By a name ("the AP"), an address or a host ("https://www.nytimes.com/..."); day: "2014-05-12",
 * or a part of it; unknown = today. 0: the table does not have it. */
LGM_API int lgm_publisher_by_name(lgm_str name, lgm_str day, lgm_publisher *out);
LGM_API int lgm_publisher_by_address(lgm_str url, lgm_str day, lgm_publisher *out);

/* ---- origins --------------------------------------------------------------------------------- */

typedef struct lgm_voice {
    uint32_t report; /* of the list of reports */
    uint32_t claim;  /* of its record; LGM_NONE = the report in its own voice */
} lgm_voice;

#define LGM_ORIGIN_KINDS(X)                                                                        \
    X(UNKNOWN, "unknown")                                                                          \
    X(PERSON, "person")                                                                            \
    X(BODY, "body") X(DOCUMENT, "document") X(AGENCY, "agency") X(STATE_MEDIA, "state_media")      \
        X(PUBLISHER, "publisher")
typedef enum lgm_origin_kind {
#define LGM_ORIGIN_ENUM(name, text) LGM_ORIGIN_##name,
    LGM_ORIGIN_KINDS(LGM_ORIGIN_ENUM)
#undef LGM_ORIGIN_ENUM
        LGM_ORIGIN_N
} lgm_origin_kind;
LGM_API const char *lgm_origin_kind_name(lgm_origin_kind kind); /* "state_media" */

/*
 * How what an origin says was heard.
 *   UNTOLD     nothing tells who heard it; `by` is whose text says so
 *   RELAYED    `by` was told, or carries it
 *   WITNESSED  a reporter of `by` saw or heard it himself
 *   PUBLIC     said or published for all: a statement, a news conference
 *   OWN        `by` is the origin, and says it
 */
#define LGM_HEARING_KINDS(X)                                                                       \
    X(UNTOLD, "untold")                                                                            \
    X(RELAYED, "relayed") X(WITNESSED, "witnessed") X(PUBLIC, "public") X(OWN, "own")
typedef enum lgm_hearing_kind {
#define LGM_HEARING_ENUM(name, text) LGM_HEARING_##name,
    LGM_HEARING_KINDS(LGM_HEARING_ENUM)
#undef LGM_HEARING_ENUM
        LGM_HEARING_N
} lgm_hearing_kind;
LGM_API const char *lgm_hearing_kind_name(lgm_hearing_kind kind); /* "relayed" */

typedef struct lgm_heard_voice {
    lgm_voice voice;
    lgm_str why; /* it is put here: "says that Reuters was told" */
} lgm_heard_voice;

typedef struct lgm_hearing {
    lgm_hearing_kind kind;
    lgm_str by; /* "Reuters"; of PUBLIC the occasion, where it is told: "statement" */
    LGM_LIST(lgm_heard_voice) voices;
} lgm_hearing;

typedef struct lgm_origin {
    lgm_origin_kind kind;
    lgm_str name;       /* "Ada Lind"; of one without a name the report's words */
    int known;          /* 1: known by name, and so to be another than those of other names */
    size_t least, most; /* hearings that are independent */
    LGM_LIST(lgm_hearing) hearings;
    lgm_strs why; /* it may be one with another: sentences */
} lgm_origin;

typedef struct lgm_origins {
    LGM_LIST(lgm_origin) list; /* by the order of their first voices */
    size_t least, most;
    struct lgm_arena *arena; /* what all of it lives in; names of the records are borrowed */
} lgm_origins;

LGM_NODISCARD LGM_API lgm_status lgm_origins_of(lgm_origins **out, const lgm_told *told, size_t n,
                                                const lgm_voice *voices, size_t n_voices,
                                                lgm_err *err);
LGM_API void lgm_origins_free(lgm_origins *origins); /* NULL is fine */

#ifdef __cplusplus
}
#endif
#endif
