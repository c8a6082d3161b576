/* note_words.h - the lists of data/notes, and how this room looks words up. Internal. */
#ifndef LGM_NOTES_NOTE_WORDS_H
#define LGM_NOTES_NOTE_WORDS_H

#include "base/lexicon.h"
#include "tree/tree.h"

enum {
    LGM_NOTES_WRONG = 1, /* verbs.txt */
    LGM_NOTES_SAID = 2,
    LGM_NOTES_CORRECT = 4,
    LGM_NOTES_AMEND = 8,
    LGM_NOTES_UPDATE = 16,
    LGM_NOTES_EDIT = 32,
    LGM_NOTES_CLARIFY = 64,
    LGM_NOTES_RETRACT = 128,
    LGM_NOTES_OPENS = 256,
    LGM_NOTES_DONE = LGM_NOTES_CORRECT | LGM_NOTES_AMEND | LGM_NOTES_UPDATE | LGM_NOTES_EDIT |
                     LGM_NOTES_CLARIFY | LGM_NOTES_RETRACT,
    LGM_NOTES_WRONGLY = 512, /* wrongly.txt */
    LGM_NOTES_TEXT = 1024,   /* texts.txt */
    LGM_NOTES_VERSION = 2048,
    LGM_NOTES_EARLIER = 4096,
    LGM_NOTES_BEFORE = 8192,
    LGM_NOTES_LABEL = 16384 /* labels.txt: with a kind */
};
#define LGM_NOTES_IS(kind) ((uint32_t)(kind) << 16)
static inline lgm_note_kind lgm_notes_kind_of(uint32_t kinds)
{
    return (lgm_note_kind)(kinds >> 16 & 0xFF);
}

extern const lgm_lexicon lgm_notes_lexicon;

/* LGM_NOTES_* of a token, by its lemma or, where no list has that, by its form. */
uint32_t lgm_notes_word(const lgm_doc *doc, uint32_t token);
/* Of a label of n tokens as they are written; possessive marks are left out. */
uint32_t lgm_notes_label(const lgm_doc *doc, uint32_t token, uint32_t n);

#endif
