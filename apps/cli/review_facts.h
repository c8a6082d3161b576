/*
 * review_facts.h - what people said of a record, and decided of it: lines of legomena show.
 */
#ifndef CLI_REVIEW_FACTS_H
#define CLI_REVIEW_FACTS_H

#include "legomena/redact.h"
#include "record_ids.h"
#include "wrap.h"

/* A line: what it is, and its value; none where that is empty. */
void review_facts_line(wrapper *w, const char *name, lgm_str value);

/* redaction: of the report; NULL = all is shown. */
lgm_status review_facts_put(wrapper *w, lgm_ledger *ledger, record_id id, lgm_redaction *redaction,
                            lgm_err *err);

#endif
