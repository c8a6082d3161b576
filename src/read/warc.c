/*
 * warc.c - the container of web archives: an item is a page that a server answered with, or a text
 * that was made of one (warc_page.h). Requests and the like are no pages, and are not counted.
 *
 * A page that was archived twice is read twice: which reports are copies is for whoever reads the
 * records to say. A revisit says that a page had not changed, and has no text: it is counted.
 */
#include "read/container.h"
#include "read/format.h"
#include "read/warc_page.h"

static bool is_page(lgm_warc_kind kind)
{
    return kind == LGM_WARC_RESPONSE || kind == LGM_WARC_RESOURCE || kind == LGM_WARC_CONVERSION;
}

lgm_status lgm_read_warc_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                              lgm_err *err)
{
    lgm_status st = LGM_OK;
    while (st == LGM_OK && !item->member) {
        lgm_warc_archive *a;
        lgm_warc_head head;
        lgm_arena_reset(tools->call);
        st = lgm_read_warc_begin(f, &a, err);
        if (st == LGM_OK) st = lgm_read_warc_next_head(f, a, &head, err);
        if (st == LGM_E_EMPTY) {
            st = lgm_read_warc_at_end(f, a, err);
            continue;
        }
        if (st != LGM_OK) break;
        if (head.kind == LGM_WARC_REVISIT) tools->left_out[LGM_READ_REVISITS]++;
        if (is_page(head.kind))
            st = lgm_read_warc_page(f, tools, a, &head, item, err);
        else
            st = lgm_read_warc_leave(f, a, head.length, err);
    }
    if (st == LGM_E_NOMEM) lgm_read_intake_end(f); /* there is none for the next record either */
    return st;
}
