/*
 * relations.h - how a claim stands to others, in words: "within 3 · denies 2, 5 · ".
 */
#ifndef PAGES_RELATIONS_H
#define PAGES_RELATIONS_H

#include "legomena/record.h"
#include "strbuf.h"

/* Each part ends in a dot. prefix: of the links of a web page, as in lit.h; NULL = plain text. */
void relations_write(strbuf *out, const lgm_claim *c, const char *prefix);
/* The number of a claim on a web page. */
void relations_link(strbuf *out, uint32_t claim, const char *prefix);

#endif
