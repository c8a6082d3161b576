/*
 * csv.h - claims, events or figures as a table for spreadsheets, a row each (RFC 4180, UTF-8, a
 * header).
 *
 * Columns are the fields of the record under their names; new ones come last. `claim` is the number
 * that `replies` of other rows of the same report mean ("denies c4"). Several speakers, replies or
 * who is told (`to`) have "; " between them.
 *
 * Files   csv.c and csv_events.c, over csv_table.c.
 *
 * Cells are on one line: white space is one space, pieces of a span have " … " between them, and
 * what would steer a terminal is U+FFFD. A cell that begins with = + - @, which a spreadsheet
 * would take for a formula, has a ' before it, and so has one that begins with ' and one of these:
 * who takes one ' away from such a cell has the words back.
 */
#ifndef PAGES_CSV_H
#define PAGES_CSV_H

#include <stdbool.h>

#include "legomena/record.h"
#include "page_part.h"
#include "strbuf.h"

/* Is there a table of this part? */
bool csv_has(page_part of);
/* PART_EVENTS and PART_FIGURES have tables of their own; all else is the table of claims. */
void csv_header(strbuf *out, page_part of);
/* The rows of a report. Returns how many cells got a '. */
size_t csv_report(strbuf *out, const lgm_record *r, page_part of);

#endif
