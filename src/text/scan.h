/*
 * scan.h - the state of one pass over the text, shared by the files of this room. Internal.
 *
 * Files   scan.c, chars.c, word.c, symbol.c, address.c, quotes.c.
 *
 * A chunk is what stands between two gaps. Each chunk is cut from left to right; look-ahead that
 * fails is remembered in the state, so that no byte is looked at more than a fixed number of times.
 */
#ifndef LGM_TEXT_SCAN_H
#define LGM_TEXT_SCAN_H

#include "doc/doc.h"

typedef enum lgm_kind {
    LGM_KIND_GAP,     /* white space, control characters */
    LGM_KIND_NEWLINE,
    LGM_KIND_HIDDEN,  /* zero-width characters: a gap that is no white space */
    LGM_KIND_LETTER,  /* letters and "_" */
    LGM_KIND_DIGIT,
    LGM_KIND_MARK,    /* combining: stays with what stands before */
    LGM_KIND_OTHER    /* punctuation and symbols, one token each unless a rule joins them */
} lgm_kind;

typedef struct lgm_scan {
    const uint8_t *s;
    uint32_t len;
    lgm_arena *arena;
    LGM_VEC(lgm_token) out;
    bool full;             /* an allocation failed */
    uint8_t flags;         /* for the next token */
    const lgm_foreign *foreign, *no_foreign; /* what is left of paragraphs to pass over */
    uint32_t no_mail;      /* no e-mail address starts before this byte */
    uint32_t dot_from, dot_to; /* run of dotted labels last looked at */
    bool dot_keep;
} lgm_scan;

extern const uint8_t lgm_text_ascii[128]; /* lgm_kind of each */

/* Kind of the code point at i < end; *len gets its bytes. */
lgm_kind lgm_text_kind_slow(const uint8_t *s, uint32_t i, uint32_t end, uint32_t *len);
static inline lgm_kind lgm_text_kind(const uint8_t *s, uint32_t i, uint32_t end, uint32_t *len)
{
    if (s[i] >= 0x80) return lgm_text_kind_slow(s, i, end, len);
    *len = 1;
    return (lgm_kind)lgm_text_ascii[s[i]];
}

static inline bool lgm_text_in_word(lgm_kind k)
{
    return k == LGM_KIND_LETTER || k == LGM_KIND_DIGIT || k == LGM_KIND_MARK;
}

/* True where a code point of a word (letter, digit, mark) starts at i. */
static inline bool lgm_text_word_at(const uint8_t *s, uint32_t i, uint32_t end)
{
    uint32_t len;
    return i < end && lgm_text_in_word(lgm_text_kind(s, i, end, &len));
}

static inline bool lgm_text_is_digit(const uint8_t *s, uint32_t i, uint32_t end)
{
    return i < end && s[i] >= '0' && s[i] <= '9';
}

/* Bytes of an apostrophe (', ’, or ‘ typed for it) at i, 0 where there is none. */
static inline uint32_t lgm_text_apostrophe(const uint8_t *s, uint32_t i, uint32_t end)
{
    if (i >= end) return 0;
    if (s[i] == '\'') return 1;
    return end - i >= 3 && s[i] == 0xE2 && s[i + 1] == 0x80 && (s[i + 2] & 0xFE) == 0x98 ? 3 : 0;
}

/* Bytes of the clitic ('s, 'm, 'd, 're, 've, 'll) behind an apostrophe of n bytes at i, that
 * included; 0 where there is none. */
uint32_t lgm_text_clitic(const uint8_t *s, uint32_t i, uint32_t n, uint32_t end);

/* Adds a token with the pending flags (and `more`), and clears these. */
void lgm_text_emit(lgm_scan *c, uint32_t start, uint32_t end, unsigned more);

/* Each cuts one stretch of the chunk that ends at `end`, and returns where it stopped. */
uint32_t lgm_text_word(lgm_scan *c, uint32_t p, uint32_t end);   /* at a word character */
uint32_t lgm_text_symbol(lgm_scan *c, uint32_t p, uint32_t end); /* at anything else */

/* End of the address (URL, e-mail) that starts at p, or p where none does. */
uint32_t lgm_text_address(lgm_scan *c, uint32_t p, uint32_t end);
/* End of a host or file name whose first inner "." is at q, or q where none is. */
uint32_t lgm_text_dotted(lgm_scan *c, uint32_t q, uint32_t end);

/* Finds the pairs of quotation marks: flags of doc->tokens, doc->quotes. */
LGM_NODISCARD lgm_status lgm_text_quotes(lgm_doc *doc, lgm_err *err);

#endif
