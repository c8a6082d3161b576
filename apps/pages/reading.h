/*
 * reading.h - the text of a report, to be read at a terminal: what `--only read` shows.
 */
#ifndef PAGES_READING_H
#define PAGES_READING_H

#include "legomena/record.h"
#include "wrap.h"

/* Paragraph by paragraph; lines within one stay lines. */
void reading_write(wrapper *w, const lgm_record *r);

#endif
