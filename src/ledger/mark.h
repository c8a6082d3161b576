/*
 * mark.h - marks: hashes by which the log vouches for rows and for itself.
 *
 * A mark is the SHA-256, in hex, of values one after another as netstrings ("5:hello,"; numbers in
 * decimal; a null is "-,"), so that no two lists of values give the same bytes. docs/custody.md
 * names the values. Whoever has a row and its salt can make its mark; whoever has the mark alone
 * learns nothing about the row.
 *
 * Files   mark.c.
 * Source  D. J. Bernstein, Netstrings, 1997; FIPS 180-4.
 */
#ifndef LGM_LEDGER_MARK_H
#define LGM_LEDGER_MARK_H

#include "base/buf.h"
#include "ledger/entry.h"
#include "ledger/store.h"

enum { LGM_LEDGER_SALT = 32 }; /* characters: 16 bytes in hex */

/* Random bytes of the system. LGM_E_IO where it has none. */
LGM_NODISCARD lgm_status lgm_ledger_salt(char salt[LGM_LEDGER_SALT + 1], lgm_err *err);

void lgm_ledger_mark_slice(lgm_buf *b, lgm_slice value);  /* ptr NULL = null */
void lgm_ledger_mark_text(lgm_buf *b, const char *value); /* NULL = null */
void lgm_ledger_mark_int(lgm_buf *b, int64_t value);
void lgm_ledger_mark_values(lgm_buf *b, const lgm_ledger_value *values, size_t n);
/* The mark of what was put; the buffer is done with. */
LGM_NODISCARD lgm_status lgm_ledger_mark_end(lgm_buf *b, char mark[LGM_LEDGER_HEX + 1],
                                             lgm_err *err);

/* The mark of a review (schema/0004_review.sql), with those that it took the place of; "" where
 * there is no such row. */
LGM_NODISCARD lgm_status lgm_ledger_mark_review(lgm_ledger_store *s, int64_t review,
                                                char mark[LGM_LEDGER_HEX + 1], lgm_err *err);

/* The same of a decision (schema/0006_decisions.sql); the salts of both reports are in it. */
LGM_NODISCARD lgm_status lgm_ledger_mark_decision(lgm_ledger_store *s, int64_t decision,
                                                  char mark[LGM_LEDGER_HEX + 1], lgm_err *err);

/* The hash of the bytes themselves. */
void lgm_ledger_mark_bytes(lgm_slice bytes, char hex[LGM_LEDGER_HEX + 1]);

#endif
