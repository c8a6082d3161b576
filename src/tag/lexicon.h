/*
 * lexicon.h - lemmas that were seen in training: a word's edit script, by its lower-cased form and
 *             its part of speech. Internal to the room tag.
 *
 * Shapes  tensors "lemma.key" u32 [n], ascending, and "lemma.script" u16 [n], rows of labels.lemma. A key is
 *         the low half of lgm_hash64(LGM_LEXICON_SEED + row of labels.upos, lower-cased form).
 * Owns    a view of the model.
 * Errors  LGM_E_CORRUPT: keys out of order, scripts that do not exist. A model without is fine: n = 0.
 * Source  dictionary first, network second: the lemmatiser of Stanza (Qi et al. 2020).
 *         Made by tools/train/lexicon.py.
 */
#ifndef LGM_TAG_LEXICON_H
#define LGM_TAG_LEXICON_H

#include "model/model.h"

enum { LGM_LEXICON_SEED = 256 };

typedef struct lgm_lexicon {
    const uint32_t *key;
    const uint16_t *script;
    uint32_t n;
} lgm_lexicon;

LGM_NODISCARD lgm_status lgm_lexicon_bind(lgm_lexicon *out, const lgm_model *model, uint32_t n_scripts,
                                          lgm_err *err);

/* lower: the form in lower case. False where the word was not seen, or not with one lemma. */
bool lgm_lexicon_find(const lgm_lexicon *lex, lgm_slice lower, uint32_t upos, uint32_t *script);

#endif
