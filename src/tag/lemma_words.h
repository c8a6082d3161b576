/*
 * lemma_words.h - words that were seen in training, by lower-cased form and part of speech, and the
 * edit script
 *                 of their lemma. Internal to the room tag.
 *
 * Shapes  tensors "lemma.key" u32 [n], ascending, and "lemma.script" u16 [n], rows of labels.lemma;
 *         the number behind the last row is for a word with several lemmas. A key is the low half
 *         of lgm_hash64(LGM_LEMMA_WORDS_SEED + row of labels.upos, lower-cased form). Closed
 *         classes (pronouns, determiners, ...) are complete; other classes have only words with one
 *         lemma.
 * Owns    a view of the model.
 * Errors  LGM_E_CORRUPT: keys out of order, scripts that do not exist. A model
 *         without these tensors is fine: n = 0.
 * Source  dictionary first, network second: the lemmatiser of Stanza (Qi et al. 2020).
 *         Made by tools/train/heads/lemma_words.py.
 */
#ifndef LGM_TAG_LEMMA_WORDS_H
#define LGM_TAG_LEMMA_WORDS_H

#include "model/model.h"

enum { LGM_LEMMA_WORDS_SEED = 256 };

typedef struct lgm_lemma_words {
    const uint32_t *key;
    const uint16_t *script;
    uint32_t n;
} lgm_lemma_words;

LGM_NODISCARD lgm_status lgm_tag_lemma_words_bind(lgm_lemma_words *out, const lgm_model *model,
                                                  uint32_t n_scripts, lgm_err *err);

/* lower: the form in lower case. False where the word was not seen; *script may be the number
 * behind the last. */
bool lgm_tag_lemma_words_find(const lgm_lemma_words *lex, lgm_slice lower, uint32_t upos,
                              uint32_t *script);

#endif
