/*
 * why.h - why a record says what it says: notes that rules make beside what they decide.
 *
 *     LGM_WHY(doc, CLAIM, c, "act", words, "the cue stands in data/act/cues.txt");
 *     LGM_WHY_TREE(doc, CLAIM, c, "venue", verb, words, "\"on\" and a medium hang on the cue");
 *
 * As a rule nobody asks: then doc->why is NULL, a note costs one comparison, and its arguments are
 * not evaluated. Where somebody does (why, in legomena/engine.h), emit makes lgm_why of them. A
 * note is made where a rule decides, not where it tries; of several about one field all are shown,
 * in the order in which they were made.
 *
 * of      CLAIM      a claim of doc->claims;
 *         DRAFT      one that attrib is making, by its place in the list, which claim.origin keeps;
 *         ENTITY, TIME, EVENT, FIGURE, INCIDENT, DISPUTE, DATED, EDITORS_NOTE, NAME, MENTION:
 *                    of the layers; a name's and a mention's are their entity's, DATED is of the
 *                    timeline.
 * field   the key of the record that is explained, a literal
 * words   the tokens that decided it; LGM_NO_WORDS = none
 * from    the word from which the tree leads to them
 * ...     the rule: a sentence as printf makes it, for people who never saw a tree, without a stop
 *         at its end; with the word list (data/ROOM/NAME.txt) where one decided. Shares as
 *         %u\u00a0%% of lgm_doc_percent: no locale changes a point into a comma. The file of the
 *         source in which the rule stands is kept too.
 *
 * LGM_WHY_AT is for a rule that stands in another file than the note.
 *
 * Owns    notes live in doc->arena. A note for which there was no memory fails the report, at its
 *         end: lgm_doc_why_status.
 */
#ifndef LGM_DOC_WHY_H
#define LGM_DOC_WHY_H

#include "doc/doc.h"

enum {
    LGM_WHY_CLAIM,
    LGM_WHY_DRAFT,
    LGM_WHY_ENTITY,
    LGM_WHY_TIME,
    LGM_WHY_EVENT,
    LGM_WHY_FIGURE,
    LGM_WHY_INCIDENT,
    LGM_WHY_DISPUTE,
    LGM_WHY_DATED,
    LGM_WHY_EDITORS_NOTE,
    LGM_WHY_NAME,
    LGM_WHY_MENTION
};

typedef struct lgm_doc_note {
    uint8_t of; /* LGM_WHY_* */
    uint32_t index;
    const char *field; /* static */
    const char *where; /* file of the source, from its folder src on; static */
    lgm_tokspan words; /* empty = none */
    uint32_t from;     /* LGM_NONE = no tree led there */
    const char *rule;  /* in the arena */
} lgm_doc_note;

struct lgm_doc_why {
    lgm_arena *arena; /* the document's */
    LGM_VEC(lgm_doc_note) notes;
    bool failed;
};

#define LGM_WORDS(start, end) ((lgm_tokspan){(start), (end)})
#define LGM_NO_WORDS LGM_WORDS(0, 0)
#define LGM_ONE_WORD(token) LGM_WORDS((token), (token) + 1)

#define LGM_WHY_AT(doc, kind, i, key, file, from_, words_, ...)                                    \
    ((doc)->why ? lgm_doc_why_note((doc)->why,                                                     \
                                   (lgm_doc_note){.of = LGM_WHY_##kind,                            \
                                                  .index = (i),                                    \
                                                  .field = (key),                                  \
                                                  .where = (file),                                 \
                                                  .from = (from_),                                 \
                                                  .words = (words_)},                              \
                                   __VA_ARGS__)                                                    \
                : (void)0)
#define LGM_WHY_TREE(doc, kind, i, key, from, words, ...)                                          \
    LGM_WHY_AT(doc, kind, i, key, __FILE__, from, words, __VA_ARGS__)
#define LGM_WHY(doc, kind, i, key, words, ...)                                                     \
    LGM_WHY_AT(doc, kind, i, key, __FILE__, LGM_NONE, words, __VA_ARGS__)

/* From now on notes are made. */
LGM_NODISCARD lgm_status lgm_doc_explain(lgm_doc *doc, lgm_err *err);

void lgm_doc_why_note(lgm_doc_why *why, lgm_doc_note note, const char *fmt, ...) LGM_PRINTF(3, 4);

/* The notes of a kind were made by other numbers: index i becomes number[i]; those from n on are of
 * nothing. */
void lgm_doc_why_renumber(const lgm_doc *doc, int of, const uint32_t *number, uint32_t n);

/* Whether there was memory for all of them; LGM_OK where nobody asked. */
LGM_NODISCARD lgm_status lgm_doc_why_status(const lgm_doc *doc, lgm_err *err);

/* All tokens from the first part to the last; empty for none. */
lgm_tokspan lgm_doc_all_of(const lgm_parts *parts);

/* The word of a span (non-empty) that the others hang on; its first word without trees. */
uint32_t lgm_doc_top_word(const lgm_doc *doc, lgm_tokspan s);

/* The number of a claim of doc->claims, for rules that have but the claim. */
static inline uint32_t lgm_doc_number_of(const lgm_doc *doc, const lgm_doc_claim *claim)
{
    return (uint32_t)(claim - doc->claims);
}

/* 0.934 as 93. */
static inline unsigned lgm_doc_percent(float share)
{
    return (unsigned)((double)share * 100 + 0.5);
}

#endif
