/*
 * doc.h - the document and its layers: the only thing that the stages share.
 *
 * A stage reads layers below it and adds its own; it never includes another stage. All layers live
 * in doc->arena and go with lgm_doc_free, but for `vec`, which lives in the worker's scratch and is
 * NULL once the pipeline has ended.
 *
 * Units   token.start/end are bytes of text; every other layer counts tokens. Code points are what
 *         the record writes: lgm_doc_points.
 * Shapes  per-token arrays have n_tokens items. A report may have millions of tokens: they are kept
 *         small, and read by the functions below.
 * Files   doc.c, points.c, quoted.c.
 */
#ifndef LGM_DOC_H
#define LGM_DOC_H

#include <string.h>

#include "base/base.h"
#include "base/spill.h"
#include "legomena/input.h"
#include "legomena/kinds.h"
#include "legomena/input.h"

/* ---- tokens and quotation structure (room: text) --------------------------------------------- */

enum {
    LGM_TOK_SPACE = 1,    /* whitespace (or the start of the text) stands before the token */
    LGM_TOK_PAR = 2,      /* first token of a paragraph (after a blank line, or of the text) */
    LGM_TOK_LINE = 4,     /* first token of a line */
    LGM_TOK_JOINED = 8,   /* a word inside a multiword token, not its first ("n't" of "don't") */
    LGM_TOK_OPEN = 16,    /* an opening quotation mark */
    LGM_TOK_CLOSE = 32,   /* a closing quotation mark */
    LGM_TOK_QUOTED = 64   /* inside quotation marks (marks themselves not) */
};

typedef struct lgm_token {
    uint32_t start, end; /* bytes */
    uint8_t flags;       /* LGM_TOK_* */
} lgm_token;

/* ---- tags and lemmas ------------------------------------------------------------------------- */

/* A label a token, by its number among names; `of` is NULL where no room wrote any. */
enum { LGM_NO_LABEL = 255 };
typedef struct lgm_doc_labels {
    const uint8_t *of;
    const char *const *names; /* in the model's label table (lives with the engine) */
    const char *other;        /* what LGM_NO_LABEL stands for: NULL, of relations "root" */
} lgm_doc_labels;

/* A lemma a token: 0 its form, else 1 + its place in kept. */
typedef struct lgm_doc_lemmas {
    const uint32_t *of;
    const lgm_slice *kept;
} lgm_doc_lemmas;

/* One pair of marks. Text that runs over paragraphs, each opened anew and closed once, is one quote
 * per paragraph, linked by `next`. A mark without its partner ends at its paragraph. */
typedef struct lgm_quote {
    lgm_tokspan tokens;   /* the quoted tokens, marks left out */
    uint32_t open, close; /* token index of the marks; LGM_NONE where one is missing */
    uint32_t next;        /* the quote that goes on in the next paragraph, or LGM_NONE */
    uint8_t depth;        /* 0 = outermost */
} lgm_quote;

/* ---- names, times, claims -------------------------------------------------------------------- */

typedef struct lgm_name {
    lgm_tokspan tokens;
    uint8_t type;         /* lgm_entity_type */
    float confidence;     /* 0..1 */
} lgm_name;

typedef struct lgm_doc_entity {
    uint32_t name;        /* index in names: the best name; LGM_NONE where it has none */
    uint32_t first, n;    /* its names: name_order[first .. first + n), in text order */
    uint8_t type;
    int8_t gender; /* a person's, by its names: 1 a man, -1 a woman, 0 not known */
    uint32_t mention, n_mentions; /* all its mentions, names too: mention_order[mention ..), in text
                                     order; none where the model finds but names */
    uint32_t called;      /* index of the mention that tells most; without a name only */
} lgm_doc_entity;

/* Values of TIMEX3's mod, from 1 on: data/timex gives them by number. */
#define LGM_TIME_MODS(X)                                                                           \
    X(START) X(MID) X(END) X(APPROX) X(LESS_THAN) X(MORE_THAN) X(EQUAL_OR_MORE) X(EQUAL_OR_LESS)   \
    X(BEFORE) X(AFTER)
enum { LGM_QUANT_EVERY = 1, LGM_QUANT_EACH = 2 };

/* A time expression, as TIMEX3. */
typedef struct lgm_doc_time {
    lgm_tokspan tokens;
    const char *value;    /* NUL-terminated, in the arena; NULL = not known */
    int32_t first_day;    /* days since 1970-01-01 of the first day it may mean, or LGM_NO_DAY */
    uint32_t anchor;      /* what the value was counted from: an index in times, LGM_NONE where it
                             stands alone, or LGM_ANCHOR_PUBLISHED */
    uint8_t type;         /* lgm_time_type */
    uint8_t mod, quant;   /* 1 + place in LGM_TIME_MODS, LGM_QUANT_*; 0 = none */
} lgm_doc_time;

#define LGM_NO_DAY INT32_MIN
#define LGM_ANCHOR_PUBLISHED (UINT32_MAX - 1)

typedef struct lgm_doc_dated { /* something that has a day */
    char kind;                 /* what: 'c' a claim, 'v' an event */
    uint32_t index, time;
    uint32_t first_also, n_also; /* doc->timeline_also[first_also ..): claims of the same speech */
} lgm_doc_dated;

/* Where an entity is on the map (room: place). */
typedef struct lgm_doc_place {
    uint32_t geonames;    /* GeoNames id; 0 = not resolved, and all else is empty */
    const char *name;     /* of the table, which lives with the engine */
    const char *cc;       /* ISO 3166-1 alpha-2; NULL = none, as for a continent */
    const char *admin1;   /* GeoNames code of the first-order division; NULL = none */
    int32_t lat, lon;     /* 1e-5 degrees */
    bool is_country;
    float confidence;
} lgm_doc_place;

/* A capital that speaks for its state; entities (room: actor). */
typedef struct lgm_doc_seat {
    uint32_t city, state;
} lgm_doc_seat;

/* Who an entity is in the manner of CAMEO, and as what the report names it (room: actor). */
enum { LGM_ACTOR_CODE = 16 };
typedef struct lgm_doc_actor {
    char code[LGM_ACTOR_CODE]; /* "RUSGOV"; "" = unknown */
    uint32_t first_role, n_roles; /* doc->roles[first_role ..) */
} lgm_doc_actor;

/* Whatever the text speaks of, by a name, a description or a pronoun; those of no further use for
 * the record too. */
typedef struct lgm_doc_mention {
    lgm_tokspan tokens;   /* a possessive mark at its end left out */
    uint32_t head;        /* its head word */
    uint32_t name;        /* the name that it is, or LGM_NONE */
    uint32_t cluster;     /* mentions of one thing have the same: the first of them */
    uint32_t entity;      /* LGM_NONE: not among the entities */
    uint8_t form;         /* lgm_mention_form */
    uint8_t type;         /* lgm_entity_type */
    bool possessive;      /* a possessive mark follows */
} lgm_doc_mention;

/* Up to LGM_MAX_PARTS fragments a role; PolNeAR has 11 at most, and 99.98 % have one or two. */
enum { LGM_MAX_PARTS = 12 };
typedef struct lgm_parts {
    lgm_tokspan at[LGM_MAX_PARTS];
    uint8_t n;
} lgm_parts;

/* What the confidence of a claim is made of: attrib/trust.c. Kept for tools that calibrate it. */
typedef struct lgm_claim_odds {
    float cue, content, source; /* mean posterior of the tags of each role; 1 where there is none */
    float link;                 /* product of the probabilities of the claim's links */
    bool no_cue, no_source;     /* no_source: a cue is there, and none */
} lgm_claim_odds;

typedef struct lgm_doc_claim {
    lgm_parts source, cue, content;
    lgm_tokspan *quoted;  /* the runs of quoted tokens within content, in order; marks left out */
    uint32_t n_quoted;
    uint8_t form;         /* lgm_claim_form */
    lgm_claim_odds odds;
    uint32_t origin;      /* its place in the list from which attrib chose: why.h */
    float confidence;     /* 0..1 */
} lgm_doc_claim;

/* Those who pass a claim on, the nearest to the report first: "Veld told Echo, according to
 * Interfax" has Interfax before Echo. Words or entities. */
enum { LGM_MOST_RELAYS = 3 };
typedef struct lgm_relays {
    uint32_t at[LGM_MOST_RELAYS];
    uint32_t n;
} lgm_relays;

/* Whom a claim is told. */
typedef struct lgm_doc_addressee {
    lgm_tokspan tokens;
    uint32_t entity; /* LGM_NONE: not among the entities */
} lgm_doc_addressee;

/* Who makes a claim. Several may speak together: then the first of them is `speaker`. */
typedef struct lgm_claim_who {
    uint32_t speaker;           /* the entity that the source is; LGM_NONE = not known */
    uint32_t first, n_speakers; /* doc->speakers[first ..): all of them, where they are several */
    uint8_t kind;               /* lgm_speaker_kind */
    lgm_relays via;             /* entities */
    bool observed;              /* the reporter saw it: "a Reuters witness saw" */
    uint32_t first_to, n_to;    /* doc->addressees[first_to ..): whom it is told */
} lgm_claim_who;

/* Why the report gives the source of a claim: the words that say so. Empty where none do. */
typedef struct lgm_doc_ground {
    lgm_tokspan tokens;
    uint8_t kind; /* lgm_ground */
} lgm_doc_ground;

/* What a claim does, and how. The spans are empty where the text says nothing of it. */
typedef struct lgm_claim_act {
    uint8_t act, certainty, evidence, repetition; /* lgm_act and the like */
    lgm_tokspan evidence_span, repetition_span;
    uint32_t first_about, n_about; /* doc->about[first_about ..): whom it is aimed at */
} lgm_claim_act;

/* The head word of what takes part in an event, or of where it may have been. */
typedef struct lgm_doc_partner {
    uint32_t word;
    bool is_place;
} lgm_doc_partner;

/* A figure (room: figure). */
typedef struct lgm_doc_figure {
    lgm_tokspan tokens;    /* the number, with the words that bound it */
    int64_t value, upper;  /* thousandths; upper: of a range, else 0 */
    uint8_t relation;      /* lgm_relation */
    uint8_t extent;        /* lgm_extent */
    bool vague;            /* "dozens" */
    bool implied;          /* "a child" */
    const char *of;        /* "killed"; static; NULL = what its noun says */
    const char *unit;      /* "USD"; static; NULL = so many */
    uint32_t noun;         /* a token: what is counted; LGM_NONE = the number stands alone */
    lgm_tokspan what;      /* the words of what is counted; empty where the number stands alone */
    uint32_t event;        /* LGM_NONE = of no event */
    uint32_t place, time;  /* what it covers: an entity, an index in times, or LGM_NONE */
    uint32_t revised_from; /* a figure, or LGM_NONE */
    bool is_count;         /* of people or things, as the counts of its event have them */
    const char *count_of;  /* what these call it; static; NULL = what its noun says */
    uint32_t first, n_claims, n_wholes; /* doc->figure_links[first ..): claims that give it, the
                                           outermost first, then figures that it is a part of */
} lgm_doc_figure;

/* A correction, an update, an editor's note (room: notes). */
enum { LGM_NOTE_PARTS = 2 };
typedef struct lgm_doc_editors_note {
    lgm_tokspan tokens;
    lgm_tokspan word; /* its label, or the verb that tells what was done */
    lgm_tokspan was[LGM_NOTE_PARTS], now[LGM_NOTE_PARTS]; /* what was said, what is right */
    uint8_t n_was, n_now;
    uint8_t kind;  /* lgm_note_kind */
    uint32_t time; /* an index in times, or LGM_NONE */
} lgm_doc_editors_note;

/* Something that happened, as the report tells it (room: event). */
enum { LGM_EVENT_CAMEO = 6 };
typedef struct lgm_doc_event {
    uint32_t mention, n_mentions; /* its words: doc->event_spans[mention ..), the first of them its
                                     trigger */
    uint32_t first; /* doc->event_links[first ..): entities that do it, those it is done to, and the
                       claims that assert it, outermost first */
    uint8_t n_agents, n_patients, n_claims, n_instruments;
    uint32_t instrument;         /* with what: doc->event_spans[instrument ..) */
    uint32_t count, n_counts;    /* doc->event_counts[count ..) */
    uint32_t place;              /* an entity, or LGM_NONE */
    uint32_t time;               /* an index in times, or LGM_NONE */
    const char *category, *mode; /* of PLOVER; static; mode NULL = none */
    char cameo[LGM_EVENT_CAMEO]; /* "" = none */
    uint8_t polarity, modality;  /* lgm_polarity, lgm_modality */
    float confidence;
} lgm_doc_event;

/* Who, what or whom an incident has in one of its roles, in the order in which they stand. */
enum {
    LGM_ROLE_INDIVIDUAL, /* who did it: persons */
    LGM_ROLE_BODY,       /* who did it: organisations */
    LGM_ROLE_TARGET,
    LGM_ROLE_VICTIM,
    LGM_ROLE_WEAPON,
    LGM_N_ROLES
};
typedef struct lgm_doc_filler {
    lgm_tokspan words;
    uint32_t entity;     /* LGM_NONE: not among the entities */
    uint32_t claim; /* of who did it: the innermost that says so; LGM_NONE: the report itself */
    uint8_t role, blame; /* lgm_blame, of who did it */
} lgm_doc_filler;

/* A violent incident (room: incident). */
enum { LGM_STAGE_ACCOMPLISHED, LGM_STAGE_ATTEMPTED, LGM_STAGE_THREATENED };
typedef struct lgm_doc_incident {
    uint8_t type, stage;            /* lgm_incident_type, LGM_STAGE_* */
    uint32_t time, place;           /* an index in times, an entity; LGM_NONE = not known */
    uint32_t first, n_fillers;      /* doc->fillers[first ..), by role and in text order */
    uint32_t first_event, n_events; /* doc->incident_events[first_event ..): indices of events */
    uint32_t killed, wounded;       /* indices of figures; LGM_NONE = not known */
} lgm_doc_incident;

/* One claim answers another: lgm_answer says how. */
typedef struct lgm_claim_reply {
    uint32_t claim, to;
    uint8_t how;
} lgm_claim_reply;

/* Claims that deny each other, in two sides. */
typedef struct lgm_doc_dispute {
    lgm_tokspan over; /* what it is over, in the words of the first side */
    uint32_t first;   /* sides[first ..): n_one claims, then n_other */
    uint32_t n_one, n_other;
} lgm_doc_dispute;

/* Paragraphs of an English report in another language (room: read). */
typedef struct lgm_foreign {
    lgm_span text;
    const char *lang; /* a code of ISO 639; static */
    bool quoted;      /* all of it is a quotation */
} lgm_foreign;
typedef LGM_VEC(lgm_foreign) lgm_foreign_list;
typedef LGM_VEC(lgm_input_block) lgm_block_list;
typedef LGM_VEC(lgm_input_place) lgm_place_list;
typedef LGM_VEC(lgm_span) lgm_manifest_list; /* invisible manifests: read/c2pa.h */

/* Token vectors as the heads read them (nn/head.h): u8 [n_tokens][dim], value = (row[k] - 128) *
 * scale. Those of a long report lie in `spill`, which goes with the document, and rows is NULL. */
typedef struct lgm_vectors {
    const uint8_t *rows;
    uint32_t dim;
    float scale;
    lgm_spill *spill;
} lgm_vectors;

typedef struct lgm_warning {
    const char *text; /* NUL-terminated sentence, in the arena */
} lgm_warning;

typedef struct lgm_doc_why lgm_doc_why; /* notes of rules: why.h */

typedef struct lgm_doc {
    lgm_arena *arena;
    lgm_doc_why *why; /* NULL = nobody asked */

    /* report (room: read) */
    lgm_slice text;       /* valid UTF-8, exactly what the spans point into */
#define LGM_DOC_FIELD(field) lgm_slice field; /* ptr NULL = unknown */
    LGM_INPUT_FIELDS(LGM_DOC_FIELD)
#undef LGM_DOC_FIELD
    lgm_slice date_source, lang;
    lgm_slice file; /* it came from; line: of that file, from 1, or 0 for all of it */
    lgm_slice member; /* the file within that file, which begins at its byte `at` */
    uint64_t line, at;
    float extraction; /* 0: the text is all there was */
    lgm_block_list blocks;
    lgm_place_list map;
    uint8_t sha256[32], raw_sha256[32];
    LGM_VEC(lgm_warning) warnings;
    lgm_foreign_list foreign;
    lgm_manifest_list manifests;

    /* text; of what is foreign only quotations become tokens, unless all shall be read */
    bool any_language;
    lgm_token *tokens;
    uint32_t n_tokens;
    uint32_t *points; /* [text.len / 64 + 1]: code points before every 64th byte; NULL: each byte is
                         one */
    lgm_quote *quotes;
    uint32_t n_quotes;

    /* nn; valid inside the pipeline only */
    lgm_vectors vec;

    /* tag */
    lgm_tokspan *sents;
    uint32_t n_sents;
    lgm_doc_labels upos, xpos;
    lgm_doc_lemmas lemma;

    /* parse: head is a token index of the document, LGM_NONE for the root of a sentence */
    uint32_t *head;
    lgm_doc_labels rel;

    /* entity */
    lgm_name *names;
    uint32_t n_names;
    lgm_doc_entity *entities;
    uint32_t n_entities;
    uint32_t *name_order; /* indices of names grouped by entity */

    /* timex */
    lgm_doc_time *times; /* in order of text, not overlapping */
    uint32_t n_times;

    /* notes: in order of text */
    lgm_doc_editors_note *editors_notes;
    uint32_t n_editors_notes;

    /* attrib */
    lgm_doc_claim *claims; /* in order of first span */
    uint32_t n_claims;
    /* [n_claims] the name of who makes it, where the form of the text tells and not its source
     * ("A: ..."), else LGM_NONE; NULL where no rule told */
    uint32_t *claim_teller;
    /* [n_claims] the innermost claim within whose content it stands, else LGM_NONE; NULL without
     * claims */
    uint32_t *claim_parent;
    /* [n_claims] the head words of those who pass it on, where the words alone tell; NULL without
     * trees */
    lgm_relays *claim_relay;
    LGM_VEC(lgm_tokspan) unnamed; /* words by which a source asks not to be named, in order */

    /* event, before there are entities: what takes part in events. Valid inside the pipeline
     * only. */
    LGM_VEC(lgm_doc_partner) partners;

    /* coref; without mentions where the model finds none */
    lgm_doc_mention *mentions; /* in order of start, the longer first */
    uint32_t n_mentions;
    uint32_t *mention_order; /* indices of mentions, grouped by entity */
    /* [n_claims]: the mention that the source of each is, or LGM_NONE; NULL without mentions */
    uint32_t *claim_source;

    /* speaker: [n_claims], NULL where the room did not run */
    lgm_claim_who *claim_who;
    uint32_t *speakers; /* entities, those of one claim together */
    uint32_t n_speakers;
    LGM_VEC(lgm_doc_addressee) addressees; /* those of one claim together, in order of text */

    /* grounds: [n_claims], NULL where the room did not run */
    lgm_doc_ground *claim_ground;

    /* occasion: [n_claims], NULL where the room did not run */
    uint32_t *claim_when;     /* when each was made, an index in times or LGM_NONE */
    lgm_tokspan *claim_venue; /* the words that tell where, empty where none do */
    uint32_t *claim_speech;   /* the first claim of the speech that each is of, or LGM_NONE */

    /* act: [n_claims], NULL where the room did not run */
    lgm_claim_act *claim_act;
    uint32_t *about; /* entities, those of one claim together */
    uint32_t n_about;

    /* event; in order of trigger */
    lgm_doc_event *events;
    uint32_t n_events;
    lgm_tokspan *event_spans; /* all mentions, those of one event together; then instruments */
    uint32_t *event_links;
    uint32_t *event_counts; /* figures, those of one event together */
    uint32_t *claim_events; /* events told of in the contents of claims, those of one together */
    uint32_t *claim_event;  /* [n_claims + 1] where those of each begin */

    /* figure: in order of text */
    lgm_doc_figure *figures;
    uint32_t n_figures;
    uint32_t *figure_links;

    /* occasion, when events are there: dated claims, a speech once, and events, earliest first */
    lgm_doc_dated *timeline;
    uint32_t n_timeline;
    uint32_t *timeline_also; /* claims, those of one entry together and in order of text */

    /* incident: in order of text */
    lgm_doc_incident *incidents;
    uint32_t n_incidents;
    lgm_doc_filler *fillers; /* of all incidents, an incident's together */
    uint32_t *incident_events;

    /* answer */
    lgm_claim_reply *claim_replies; /* in order of claim */
    uint32_t n_claim_replies;
    lgm_doc_dispute *disputes; /* in order of the first claim of each */
    uint32_t n_disputes;
    uint32_t *sides; /* claims, those of a side together and in order */
    uint32_t n_sides;

    /* place: [n_entities], or NULL where there is no table of places */
    lgm_doc_place *places;

    /* actor: [n_entities] and [n_names], or NULL where the room did not run */
    lgm_doc_actor *actors;
    lgm_tokspan *roles;      /* of all entities, an entity's together and in text order */
    uint32_t n_roles;
    LGM_VEC(lgm_doc_seat) seats;
    uint8_t *stands;         /* 1 = the name of a place stands for the government that sits there */

    const char *model_name, *model_version; /* NULL where no model ran; live with the engine */
} lgm_doc;

/* NULL is fine. */
void lgm_doc_free(lgm_doc *doc);

/* A fresh document with an arena of at most budget_bytes (0 = none). */
LGM_NODISCARD lgm_status lgm_doc_new(lgm_doc **out, uint64_t budget_bytes, lgm_err *err);

/* Adds a sentence to doc->warnings. */
LGM_NODISCARD lgm_status lgm_doc_warn(lgm_doc *doc, lgm_err *err, const char *fmt, ...)
    LGM_PRINTF(3, 4);

/* Fills quoted and n_quoted of a claim from its content: as many as there are. */
LGM_NODISCARD lgm_status lgm_doc_find_quoted(const lgm_doc *doc, lgm_doc_claim *claim,
                                             lgm_err *err);

/* The sentence that a token is in; the whole document where none are marked. */
lgm_tokspan lgm_doc_sentence_of(const lgm_doc *doc, uint32_t token);

/* The first time that begins at or behind a token; n_times for none. */
uint32_t lgm_doc_first_time(const lgm_doc *doc, uint32_t token);

/* Bytes of the longest token, 0 without any. */
size_t lgm_doc_longest_form(const lgm_doc *doc);

/* The bytes of a token, and of a range of tokens (non-empty). */
static inline lgm_slice lgm_doc_form(const lgm_doc *doc, uint32_t token)
{
    const lgm_token *t = &doc->tokens[token];
    return (lgm_slice){doc->text.ptr + t->start, t->end - t->start};
}
static inline lgm_slice lgm_doc_words(const lgm_doc *doc, lgm_tokspan s)
{
    const uint32_t a = doc->tokens[s.start].start, b = doc->tokens[s.end - 1].end;
    return (lgm_slice){doc->text.ptr + a, b - a};
}

/* Code points of a range of tokens (non-empty), once the text has been counted: doc->points. */
lgm_cpspan lgm_doc_points(const lgm_doc *doc, lgm_tokspan s);
/* Writes doc->points; false when the arena is spent. */
bool lgm_doc_count_points(lgm_doc *doc);

/* Labels of a token: of a layer that is there. */
static inline const char *lgm_doc_label_of(const lgm_doc_labels *l, uint32_t token)
{
    return l->of[token] == LGM_NO_LABEL ? l->other : l->names[l->of[token]];
}
static inline const char *lgm_doc_upos(const lgm_doc *doc, uint32_t token)
{
    return lgm_doc_label_of(&doc->upos, token);
}
static inline const char *lgm_doc_xpos(const lgm_doc *doc, uint32_t token)
{
    return lgm_doc_label_of(&doc->xpos, token);
}
static inline const char *lgm_doc_rel(const lgm_doc *doc, uint32_t token)
{
    return lgm_doc_label_of(&doc->rel, token);
}

/* The lemma of a token; its form where there are no lemmas. */
static inline lgm_slice lgm_doc_lemma(const lgm_doc *doc, uint32_t token)
{
    const uint32_t kept = doc->lemma.of ? doc->lemma.of[token] : 0;
    return kept ? doc->lemma.kept[kept - 1] : lgm_doc_form(doc, token);
}
static inline bool lgm_doc_lemma_is(const lgm_doc *doc, uint32_t token, const char *word)
{
    return lgm_slice_eq(lgm_doc_lemma(doc, token), (lgm_slice){word, strlen(word)});
}

static inline bool lgm_parts_have(const lgm_parts *p, uint32_t token)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (token >= p->at[i].start && token < p->at[i].end) return true;
    return false;
}

/* The day in "2024-03-22..."; LGM_NO_DAY for anything else. */
int32_t lgm_doc_day_of(lgm_slice date);

/* When a claim was made: an index in times, or LGM_NONE. */
static inline uint32_t lgm_doc_said(const lgm_doc *doc, uint32_t claim)
{
    return doc->claim_when ? doc->claim_when[claim] : LGM_NONE;
}

/* The claim within whose content a claim stands, or LGM_NONE. */
static inline uint32_t lgm_doc_parent(const lgm_doc *doc, uint32_t claim)
{
    return doc->claim_parent ? doc->claim_parent[claim] : LGM_NONE;
}

/* Adds one that is not among them, while there is room. */
static inline void lgm_relays_add(lgm_relays *to, uint32_t one)
{
    for (uint32_t i = 0; i < to->n; i++)
        if (to->at[i] == one) return;
    if (to->n < LGM_MOST_RELAYS) to->at[to->n++] = one;
}

/* Who makes a claim; nobody known where the room did not run. */
static inline lgm_claim_who lgm_doc_who(const lgm_doc *doc, uint32_t claim)
{
    return doc->claim_who ? doc->claim_who[claim] : (lgm_claim_who){.speaker = LGM_NONE};
}

/* What a claim does; nothing known where the room did not run. */
static inline lgm_claim_act lgm_doc_act(const lgm_doc *doc, uint32_t claim)
{
    return doc->claim_act ? doc->claim_act[claim] : (lgm_claim_act){.act = LGM_ACT_NONE};
}

/* [n_claims] of nobody, from the document's arena; NULL when it is spent. */
lgm_claim_who *lgm_doc_nobody(const lgm_doc *doc);

/* [n_names]: the entity of each name, from the arena; NULL when it is spent. */
uint32_t *lgm_doc_name_owners(const lgm_doc *doc, lgm_arena *arena);

/* What an entity is called: its best name, or the description that tells most, up to a comma or a
 * long relative clause. */
lgm_tokspan lgm_doc_entity_words(const lgm_doc *doc, const lgm_doc_entity *e);

#endif
