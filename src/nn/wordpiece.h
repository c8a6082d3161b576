/*
 * wordpiece.h - word pieces of a form, as docs/notes/en-accurate.md defines them.
 *
 * Reads   the bytes of a form (valid UTF-8; a malformed byte is dropped as a control is).
 * Writes  1 to LGM_MAX_PIECES ids.
 * Time    in proportion to the bytes of the form; a word of at most 100 code points costs at most
 *         5,050 lookups, of a few steps each.
 * Owns    lgm_pieces_vocab borrows from the model; read-only and shareable.
 * Errors  bind: LGM_E_NOTFOUND, LGM_E_CORRUPT. Cutting cannot fail: what no piece fits is
 *         `unknown`.
 * Source  BERT's tokenizer (Devlin et al. 2019), without its special words.
 *         tools/train/data/pieces.py computes the same: the two must never differ.
 */
#ifndef LGM_NN_WORDPIECE_H
#define LGM_NN_WORDPIECE_H

#include "model/model.h"

enum { LGM_MAX_PIECES = 32, LGM_VOCAB_BUCKETS = 4096 };

typedef struct lgm_pieces_vocab {
    const uint64_t *hash; /* ascending */
    const uint16_t *row;
    uint16_t first[LGM_VOCAB_BUCKETS + 1]; /* where the hashes with these upper 12 bits begin */
    uint16_t unknown;
} lgm_pieces_vocab;

/* vocab.hash u64, vocab.row u16 of at most 65,535 pieces; config.unk. All ids are below n_rows. */
LGM_NODISCARD lgm_status lgm_nn_pieces_bind(lgm_pieces_vocab *out, const lgm_model *m,
                                            uint32_t n_rows, lgm_err *err);

/* How many pieces the form has; their ids go to `out`. */
uint32_t lgm_nn_pieces_cut(const lgm_pieces_vocab *v, lgm_slice form, uint16_t out[LGM_MAX_PIECES]);

/* A piece of the vocabulary by its name in the configuration ("cls"), below n_rows. */
LGM_NODISCARD lgm_status lgm_nn_pieces_id(const lgm_model *m, const char *what, uint32_t n_rows,
                                          uint16_t *out, lgm_err *err);

#endif
