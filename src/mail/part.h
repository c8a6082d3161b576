/*
 * part.h - the parts of a message, one after another, those within others too (RFC 2046).
 *
 * Owns    fields of a part live in the arena; its body is borrowed from the message.
 * Errors  LGM_E_EMPTY at the end, LGM_E_BUDGET, LGM_E_NOMEM. A multipart whose last boundary is not
 *         there ends where the message does.
 */
#ifndef LGM_MAIL_PART_H
#define LGM_MAIL_PART_H

#include "mail/mail.h"

typedef struct lgm_mail_part {
    lgm_slice type;              /* "text/plain", in lower case */
    lgm_slice charset, encoding; /* len 0 where it does not say so */
    lgm_slice name;              /* of a file */
    lgm_slice location;          /* Content-Location */
    lgm_slice body;              /* as it was sent */
    bool attached;               /* Content-Disposition: attachment */
    bool in_alternative;         /* one of several forms of the same */
    bool in_page;                /* of a multipart/related: a page, or what it is made of */
    bool flowed, delsp;
} lgm_mail_part;

typedef struct lgm_mail_level { /* a multipart that is being read */
    lgm_slice boundary, rest;
    bool alternative, related;
} lgm_mail_level;

typedef struct lgm_mail_parts {
    lgm_arena *arena;
    lgm_mail_level levels[LGM_MAIL_DEPTH];
    size_t depth, n;
    lgm_slice whole; /* the message, until it has been looked at */
} lgm_mail_parts;

void lgm_mail_parts_start(lgm_mail_parts *p, lgm_arena *a, lgm_slice message);
LGM_NODISCARD lgm_status lgm_mail_parts_next(lgm_mail_parts *p, lgm_mail_part *out, lgm_err *err);

/* The body with its transfer encoding undone. */
LGM_NODISCARD lgm_status lgm_mail_part_bytes(lgm_arena *a, const lgm_mail_part *part,
                                             lgm_slice *out, lgm_err *err);

#endif
