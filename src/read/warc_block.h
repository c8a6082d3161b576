/*
 * warc_block.h - from record to record of a web archive: where one begins, its block, the way to
 * the next one when something is wrong.
 *
 * A record begins with "WARC/" at the start of a line or of a gzip member. Where a member begins
 * with it, a block that was to go on is cut.
 *
 * Owns    a block is borrowed from the intake, until the next call for it.
 */
#ifndef LGM_WARC_BLOCK_H
#define LGM_WARC_BLOCK_H

#include "read/intake.h"

/* Does a record begin at the next byte? Bytes of its first line may move to the buffer, from `from`
 * on, where they are the first ones of it. */
bool lgm_read_warc_begins(lgm_intake *f, size_t from);
/* From the start of a line: passes over what is before the next record; false at the end of the
 * file. */
bool lgm_read_warc_find(lgm_intake *f);
/* Passes over line ends. False at the end of the file. */
bool lgm_read_warc_blank(lgm_intake *f);

/* The next n bytes; less where the file or the record is cut there. */
lgm_slice lgm_read_warc_take(lgm_intake *f, size_t n);
/* The same, passed over: how many. tail: the line ends that a record of this kind has behind it. */
uint64_t lgm_read_warc_pass(lgm_intake *f, uint64_t n, unsigned tail);
/* True where a record has ended here: blank lines, then another one, another member or the end. A
 * block that lgm_read_warc_take returned stays; it is updated. */
bool lgm_read_warc_ends(lgm_intake *f, lgm_slice *block);

#endif
