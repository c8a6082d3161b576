/*
 * warc_page.h - a record of a web archive becomes the item of a page.
 *
 * Left out and counted: answers other than 200, what is no news by its type, pages without a byte.
 *
 * Owns    the item is borrowed until the next record; strings live in tools->call.
 */
#ifndef LGM_WARC_PAGE_H
#define LGM_WARC_PAGE_H

#include "read/container.h"
#include "read/warc_record.h"

/* head: of a record whose block comes next. Without a member the item is nothing to read. */
LGM_NODISCARD lgm_status lgm_read_warc_page(lgm_intake *f, lgm_read_tools *tools,
                                            lgm_warc_archive *a, const lgm_warc_head *head,
                                            lgm_read_item *item, lgm_err *err);
/* Passes over n bytes of the block in hand and its end. */
LGM_NODISCARD lgm_status lgm_read_warc_leave(lgm_intake *f, lgm_warc_archive *a, uint64_t n,
                                             lgm_err *err);

#endif
