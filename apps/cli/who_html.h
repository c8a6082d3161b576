/*
 * who_html.h - persons as a web page: their roles drawn over time, what they said, denied, are
 * accused of.
 */
#ifndef CLI_WHO_HTML_H
#define CLI_WHO_HTML_H

#include <stdint.h>

#include "legomena/person.h"
#include "legomena/question.h"
#include "strbuf.h"

void who_html_begin(strbuf *out, const char *words);
/* limit: so many lines a list at most; 0 = all. number: on the page, from 1. */
lgm_status who_html_person(strbuf *out, lgm_people *people, size_t i, size_t number, uint64_t limit,
                           bool why, lgm_redactions *redactions, lgm_err *err);
void who_html_end(strbuf *out);

#endif
