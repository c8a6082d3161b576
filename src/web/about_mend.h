/*
 * about_mend.h - JSON as pages have it becomes JSON as RFC 8259 has it.
 *
 * Structured data of pages is written by templates. What browsers and search engines overlook is
 * mended: comments and CDATA around and in it, raw line ends and tabs in strings, commas before a
 * closing bracket, strings in apostrophes, quotation marks within a string, escapes that are none,
 * and a value that is missing behind its colon. What is JSON already stays as it is, byte for byte.
 * What cannot be mended is left for the reader to refuse: what it read before then stays good.
 *
 * Reads   valid UTF-8.
 * Owns    the result is in the arena; NULL without memory.
 */
#ifndef LGM_ABOUT_MEND_H
#define LGM_ABOUT_MEND_H

#include "base/base.h"

lgm_slice lgm_web_mend_json(lgm_arena *arena, lgm_slice s);

#endif
