/*
 * told_text.h - the text of a record as words, each with its place, its sentence and its lists. For
 * the room account: a record read back has no words of its own.
 *
 * Owns    words live in the arena; forms are borrowed from the record.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 */
#ifndef LGM_ACCOUNT_TOLD_TEXT_H
#define LGM_ACCOUNT_TOLD_TEXT_H

#include "account/account_words.h"
#include "legomena/record.h"

typedef struct lgm_account_word { /* letters and digits, or one other character */
    lgm_slice form;
    uint32_t start, end; /* code points */
    uint32_t sentence;
    uint32_t kinds; /* of data/account: of itself alone */
    bool plain;     /* letters and digits */
} lgm_account_word;

typedef struct lgm_account_text {
    const lgm_record *record;
    lgm_account_word *words; /* [n] */
    uint32_t n;
    uint32_t *first; /* [sentences + 1]: the first word of each */
    uint8_t *aside;  /* [sentences]: 1 = it tells of another time */
    uint32_t n_sentences;
} lgm_account_text;

LGM_NODISCARD lgm_status lgm_account_text_of(lgm_account_text *out, const lgm_record *record,
                                             lgm_arena *arena, lgm_err *err);

/* The first word that ends behind this code point; n where there is none. */
uint32_t lgm_account_word_at(const lgm_account_text *t, uint32_t at);
uint32_t lgm_account_sentence_at(const lgm_account_text *t, uint32_t at);
/* Lists of two, and of n, words in a row. */
uint32_t lgm_account_two(const lgm_account_text *t, uint32_t word);
uint32_t lgm_account_row(const lgm_account_text *t, uint32_t word, uint32_t n);
/* In lower case, is the word this one? */
bool lgm_account_is(const lgm_account_text *t, uint32_t word, const char *lower);
/* A number in digits, with or without commas; -1 where it is none. */
double lgm_account_number(const lgm_account_text *t, uint32_t word, uint32_t *behind);

#endif
