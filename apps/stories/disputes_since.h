/*
 * disputes_since.h - what differs in all stories that reports came into since a day.
 */
#ifndef STORIES_DISPUTES_SINCE_H
#define STORIES_DISPUTES_SINCE_H

#include "accounts_page.h"

typedef enum disputes_form { DISPUTES_TEXT, DISPUTES_JSON, DISPUTES_CSV } disputes_form;

typedef struct disputes_asked {
    const char *since; /* a day, as lgm_question_day reads it */
    disputes_form form;
    lgm_account_question question; /* LGM_ACCOUNT_N = all */
    bool why, redact, color;
    int width;
} disputes_asked;

/* *n: stories in which something differs; only these are shown. LGM_E_ARG: it is no day. */
lgm_status disputes_since(const disputes_asked *asked, lgm_ledger *ledger, strbuf *out, size_t *n,
                          lgm_err *err);

#endif
