/*
 * sketch.h - the sketch of a text: which runs of words stand where, in a few hundred bytes.
 *
 * Every five words in a row have a hash; of each six such runs the least is kept (winnowing:
 * Schleimer, Wilkerson, Aiken, SIGMOD 2003), with its place. So two texts that share ten words in a
 * row share a print, and some two runs of seven are kept. Words are letters and digits in lower
 * case, whatever stands between them: a text set anew, with other quotation marks and line ends,
 * has the same prints.
 *
 * Units   places count words from 0. A print covers LGM_REUSE_RUN words from its place.
 * Owns    a sketch lives in the arena that it was made in.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; LGM_E_CORRUPT for packed bytes that are no sketch.
 */
#ifndef LGM_REUSE_SKETCH_H
#define LGM_REUSE_SKETCH_H

#include "base/base.h"
#include "base/buf.h"

enum {
    LGM_REUSE_RUN = 5,   /* words of a print */
    LGM_REUSE_WINDOW = 6 /* runs of which the least is kept */
};

typedef struct lgm_reuse_print {
    uint32_t hash;
    uint32_t word;
    bool quoted; /* its first word stands between quotation marks */
    bool number; /* one of its words is a number in digits */
} lgm_reuse_print;

typedef struct lgm_reuse_sketch {
    uint64_t all; /* hash of all words */
    uint32_t n_words, n;
    lgm_reuse_print *at; /* [n], by place */
} lgm_reuse_sketch;

/* text: valid UTF-8. */
LGM_NODISCARD lgm_status lgm_reuse_sketch_of(lgm_reuse_sketch *out, lgm_slice text,
                                             lgm_arena *arena, lgm_err *err);

/* The same bytes on every machine: the hash of all words, how many words and prints there are, then
 * for each print its hash and how far it is from the one before. */
void lgm_reuse_pack(const lgm_reuse_sketch *s, lgm_buf *out);
LGM_NODISCARD lgm_status lgm_reuse_unpack(lgm_reuse_sketch *out, lgm_slice packed, lgm_arena *arena,
                                          lgm_err *err);

typedef struct lgm_reuse_word {
    uint64_t hash;
    lgm_span bytes, cps; /* where it stands, also in code points */
} lgm_reuse_word;

/* The words of a text, as sketches count them. */
LGM_NODISCARD lgm_status lgm_reuse_words_of(lgm_reuse_word **out, uint32_t *n, lgm_slice text,
                                            lgm_arena *arena, lgm_err *err);

#endif
