/*
 * notes.h - corrections, updates and editors' notes: what a text says of its own changes.
 *
 *     "Correction: An earlier version of this article said 12 people were killed; it was 10."
 *         a correction; was "12 people were killed", now "10"
 *
 * A note begins with a label before a colon ("Editor's note:", "Correction, 3 May:"), or its
 * sentence tells what was done to the text: "an earlier version of this story misstated ...", "this
 * article has been updated to ...", "(Corrects day in first paragraph)". What others say of a text
 * is none: a note stands at the beginning of a sentence, outside quotation marks, and tells of
 * "this" text. It ends with its paragraph where it has a label, else with its sentence and those
 * that say what is right. Of what was said and what is right only the words are kept that the note
 * states: most say no more than which matter was wrong.
 *
 * Reads   tokens, tags, lemmas, trees, times.
 * Writes  editors_notes, in order of text.
 * Owns    results live in the document's arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; then the document is left as it was.
 * Cost    linear in tokens: looks into a sentence are bounded.
 * Source  the lists of data/notes.
 */
#ifndef LGM_NOTES_NOTES_H
#define LGM_NOTES_NOTES_H

#include "tree/tree.h"

LGM_NODISCARD lgm_status lgm_notes_run(const lgm_trees *trees, lgm_doc *doc, lgm_err *err);

#endif
