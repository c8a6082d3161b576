/*
 * csv.h - claims as a table for spreadsheets: a row a claim (RFC 4180, UTF-8, a header).
 *
 * Columns are the fields of the record under their names; new ones come last. `claim` is the number
 * that `replies` of other rows of the same report mean ("denies c4"). Several speakers, replies or
 * who is told (`to`) have "; " between them.
 *
 * Cells are on one line: white space is one space, pieces of a span have " … " between them, and
 * what would steer a terminal is U+FFFD. A cell that begins with = + - @, which a spreadsheet
 * would take for a formula, has a ' before it, and so has one that begins with ' and one of these:
 * who takes one ' away from such a cell has the words back.
 */
#ifndef PAGES_CSV_H
#define PAGES_CSV_H

#include "legomena/record.h"
#include "strbuf.h"

void csv_header(strbuf *out);
/* The claims of a report. Returns how many cells got a '. */
size_t csv_report(strbuf *out, const lgm_record *r);

#endif
