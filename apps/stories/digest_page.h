/*
 * digest_page.h - what is new in a ledger, for people, and for programs.
 *
 * Files   digest_page.c (text), digest_data.c (JSON).
 */
#ifndef STORIES_DIGEST_PAGE_H
#define STORIES_DIGEST_PAGE_H

#include "digest_facts.h"

/* Columns of the questions that both show, by their place in the kind. */
enum {
    DENIAL_ID = 0,
    DENIAL_SPEAKER = 2,
    DENIAL_CONTENT = 5,
    SPEAKER_NAME = 0,
    SPEAKER_CLAIMS = 2
};
enum { DIGEST_DENIALS = 10, DIGEST_SPEAKERS = 12 }; /* at most */

lgm_status digest_page_text(const digest *d, int width, bool color, strbuf *out, lgm_err *err);
lgm_status digest_page_json(const digest *d, strbuf *out, lgm_err *err);

#endif
