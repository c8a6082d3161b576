/*
 * golden.h - runs files of golden cases: "=== title", "text: ...", then sections "--- name" that
 * the program under test writes.
 *
 * A file is read, every section is written anew, and the outcome must be the file itself; with
 * --update it is written back, and the diff is reviewed as code. In a text \n, \t, \r, \\ and
 * \u{hex} are escapes. "published: 2024-03-13" before the text is the report's date. Other lines
 * before the first section of a case that are not "text:" pass through.
 */
#ifndef LGM_GOLDEN_H
#define LGM_GOLDEN_H

#include <stdio.h>

#include "base/base.h"
#include "legomena/engine.h"

/* Writes the sections of one text, "--- name" lines included. Returns 0, or 1 where it failed. */
typedef int (*golden_render)(lgm_slice text, FILE *out);

/* What the line "published: ..." of the case says; "" without one. */
const char *golden_published(void);

/* argv: [--update] FILE... Returns the exit code: 0, or 1 where a file differs. */
int golden_main(int argc, char **argv, golden_render render);

/* Words of a text on one line: its line breaks and backslashes as escapes. */
void golden_words(lgm_str s, FILE *out);
/* "[3,8) the words" of a span. */
void golden_span(const lgm_record *r, lgm_cpspan span, FILE *out);

/* Writes the sections of one record. */
typedef void (*golden_write)(const lgm_record *r, FILE *out);

/* The same with every text read by the default model first. 77 where there is no model: skipped. */
int golden_read_main(int argc, char **argv, golden_write write);

#endif
