/* json_text.h - a text as a string of JSON. */
#ifndef PAGES_JSON_TEXT_H
#define PAGES_JSON_TEXT_H

#include "legomena/record.h"
#include "strbuf.h"

/* Unknown is null. The marks around a hit of a search are for those who draw them, and left out. */
void json_text(strbuf *out, lgm_str s);
void json_textz(strbuf *out, const char *s); /* ends in a NUL; NULL is null */

#endif
