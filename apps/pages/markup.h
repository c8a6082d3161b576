/*
 * markup.h - text of strangers into HTML, so that it is read and never obeyed.
 *
 * & < > " and ' are written as references, so the same words are safe between tags and in
 * attributes. Control characters, those that turn the direction of writing and bytes that are not
 * UTF-8 come out as U+FFFD; line ends and tabs stay.
 */
#ifndef PAGES_MARKUP_H
#define PAGES_MARKUP_H

#include "legomena/kinds.h"
#include "strbuf.h"

void markup_text(strbuf *out, lgm_str s);
/* On one line, every run of white space one space. At most so many columns, "…" for the rest; 0 =
 * all. A column is somewhat less than the width of a lower case letter. */
void markup_line(strbuf *out, lgm_str s, double columns);
void markup_take(strbuf *out, strbuf *text); /* all of it on one line; text is freed */
void markup_puts(strbuf *out, const char *s);

#endif
