/*
 * note_draft.h - a note while the room is at work, and what each file finds out. Internal.
 *
 * Functions of note_label.c, telling.c and was_now.c.
 */
#ifndef LGM_NOTES_NOTE_DRAFT_H
#define LGM_NOTES_NOTE_DRAFT_H

#include "notes/note_words.h"

enum { LGM_NOTES_LONGEST = 120 }; /* tokens of a sentence that are looked at */

typedef struct lgm_note_label {
    uint32_t start, end; /* a bracket before it, and what follows the colon */
    lgm_tokspan words;
    lgm_note_kind kind;
    bool alone; /* a heading: no colon, and nothing behind it in its paragraph */
} lgm_note_label;

/* The label that a sentence begins with; false where it begins with none. */
bool lgm_notes_find_label(const lgm_trees *t, uint32_t token, lgm_note_label *to);
/* The end of the paragraph that a token is in: lines within a sentence go on. */
uint32_t lgm_notes_paragraph_end(const lgm_doc *doc, uint32_t token);
/* The same, or a place behind `most` tokens where it is farther: as much as a look may cost. */
uint32_t lgm_notes_paragraph_end_within(const lgm_doc *doc, uint32_t token, uint32_t most);

/* What a sentence tells of a text. */
typedef struct lgm_note_telling {
    uint32_t verb; /* the word that does; LGM_NONE = nothing */
    uint32_t how;  /* LGM_NOTES_WRONG, _SAID or one of _DONE */
    lgm_note_kind kind;
} lgm_note_telling;

/* labelled: within a note, where it need not say that it is of this text. */
lgm_note_telling lgm_notes_telling(const lgm_trees *t, lgm_tokspan sentence, bool labelled);
/* Is a bracket's first word one that opens a note: "(Corrects day)"? */
bool lgm_notes_is_bracket(const lgm_doc *doc, uint32_t token);

/* Does it say what is right and what is not: "10, not 12"? */
bool lgm_notes_sets_right(const lgm_doc *doc, lgm_tokspan sentence);
/* Fills was and now from a sentence; `open` says whether what is right is still to come, before and
 * after. */
void lgm_notes_was_now(const lgm_trees *t, lgm_tokspan sentence, const lgm_note_telling *telling,
                       bool *open, lgm_doc_editors_note *to);

#endif
