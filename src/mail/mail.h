/*
 * mail.h - one message of mail: what its header says, and its text or its page.
 *
 * Takes   a message as RFC 5322 and MIME (RFC 2045 to 2047, 2231) have it: an .eml, a message of an
 *         mbox, or a page saved as one file (MHTML, RFC 2557).
 * Method  of alternatives the plain text is taken where it has words; of a saved page the root
 *         page; of other multiparts the first part that is text. Soft line breaks of
 *         format=flowed (RFC 3676) are undone, and what follows the line "-- " is left out.
 * Units   slices of UTF-8. ptr NULL = not there.
 * Owns    everything lives in the arena or is borrowed from the message.
 * Errors  LGM_E_FORMAT no header, or no part that is text (the message says what there is instead);
 *         LGM_E_BUDGET parts within parts more than LGM_MAIL_DEPTH deep, or too many; LGM_E_NOMEM.
 *         A header, a boundary or an encoding that is broken is read as well as it goes.
 */
#ifndef LGM_MAIL_H
#define LGM_MAIL_H

#include "base/base.h"

enum { LGM_MAIL_DEPTH = 16, LGM_MAIL_PARTS = 1000 };

typedef struct lgm_mail {
    lgm_slice subject, from_name, date, id; /* date as it is written there */
    lgm_slice url;                          /* of a saved page */
    lgm_slice body;     /* UTF-8 where it is text; as it was sent where it is a page */
    lgm_slice charset;  /* of a page, as its part says; ptr NULL = it does not */
    bool is_page;       /* body is HTML */
    bool is_saved_page; /* MHTML: subject and date are those of the saving */
    size_t n_left_out;  /* attachments and other parts that were not taken */
    lgm_slice left_out; /* their names, with commas; at most a few */
    size_t n_bad;       /* bytes that were not of the encoding */
} lgm_mail;

LGM_NODISCARD lgm_status lgm_mail_read(lgm_arena *a, lgm_slice message, lgm_mail *out,
                                       lgm_err *err);

#endif
