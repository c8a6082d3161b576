/* nested.c - the container of one file that is packed once more: "a.txt.gz.xz". */
#include <string.h>

#include "read/container.h"

static lgm_status read_parent(void *ctx, void *to, size_t room, size_t *n, lgm_err *err)
{
    lgm_intake *const f = ctx;
    *n = 0;
    if (!lgm_read_intake_more(f)) {
        if (f->broken.code == LGM_OK) return LGM_OK;
        if (err) *err = f->broken;
        return f->broken.code;
    }
    *n = f->chunk.len < room ? f->chunk.len : room;
    memcpy(to, f->chunk.ptr, *n);
    lgm_read_intake_skip(f, *n);
    return LGM_OK;
}

lgm_status lgm_read_nested_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                                lgm_err *err)
{
    (void)tools;
    if (f->n_items) {
        lgm_read_intake_end(f);
        return LGM_E_EMPTY;
    }
    f->n_items++;
    item->known.name = f->name;
    return lgm_read_stream_open_over(&item->member, f->name,
                                     &(lgm_stream_over){.read = read_parent, .ctx = f}, err);
}
