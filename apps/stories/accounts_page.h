/*
 * accounts_page.h - accounts of a story for people, and for programs.
 *
 * Files   accounts_page.c (text), accounts_data.c (JSON, CSV), accounts_view.c.
 */
#ifndef STORIES_ACCOUNTS_PAGE_H
#define STORIES_ACCOUNTS_PAGE_H

#include "legomena/account.h"
#include "story_facts.h"
#include "wrap.h"

typedef struct accounts_view {
    const story_facts *facts;
    const lgm_told *told; /* the reports as they may be shown */
    const lgm_accounts *accounts;
    lgm_account_question question; /* LGM_ACCOUNT_N = all */
    bool only_links;               /* what is at odds, and what changed */
    bool why;                      /* each report that says it */
} accounts_view;

/* All questions, all answers; accounts_view_close frees, whatever it returned. */
lgm_status accounts_view_open(accounts_view *v, const story_facts *f, lgm_err *err);
void accounts_view_close(accounts_view *v);

void accounts_page_text(const accounts_view *v, int width, bool color, strbuf *out);
void accounts_page_json(const accounts_view *v, strbuf *out);
/* A row an answer of a report. */
void accounts_page_csv(const accounts_view *v, strbuf *out);
/* A row a pair that differs. head: with the names of the columns; v NULL = these alone. */
void accounts_page_links_csv(const accounts_view *v, bool head, strbuf *out);

/* Is there anything to show? */
bool accounts_page_has(const accounts_view *v);
/* "more than 140", "Ada Lind", "2024-05-21"; of what was seized "7 rifles"; "denied: murder". */
void accounts_page_value(strbuf *b, const lgm_account_answer *a);
bool accounts_page_shows_link(const accounts_view *v, const lgm_account_link *l);
const char *accounts_page_link_words(lgm_account_link_kind kind); /* "changed by the same source" */

/* ---- of one link, for pages that show more than accounts ---- */

/* "22 (Ada Lind, report 3, 2024-05-21)" */
void accounts_page_put_side(wrapper *w, const accounts_view *v, const lgm_account_said *s);
void accounts_page_link_json(strbuf *out, const accounts_view *v, const lgm_account_link *l);

#endif
