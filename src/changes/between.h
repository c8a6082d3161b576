/* between.h - changes of one kind. Internal. Functions of wording.c and things.c; false where
 * memory is spent. */
#ifndef LGM_CHANGES_BETWEEN_H
#define LGM_CHANGES_BETWEEN_H

#include "base/buf.h"
#include "legomena/changes.h"

/* Sentences, or claims. */
bool lgm_changes_of_words(const lgm_record *before, const lgm_record *after, bool claims,
                          lgm_buf *out);
/* 'f', 'v' or 'n'. */
bool lgm_changes_of_things(const lgm_record *before, const lgm_record *after, char kind,
                           lgm_buf *out);

/* Do the words stand in what a correction calls wrong? Of claims and events these are none. */
static inline bool lgm_changes_is_wrong(const lgm_record *r, lgm_cpspan span)
{
    for (size_t i = 0; i < r->notes.n; i++)
        for (size_t k = 0; k < r->notes.at[i].was.n; k++)
            if (r->notes.at[i].was.at[k].start <= span.start &&
                span.end <= r->notes.at[i].was.at[k].end)
                return true;
    return false;
}

static inline void lgm_changes_put(lgm_buf *out, char kind, uint32_t before, uint32_t after)
{
    const lgm_change change = {kind, before, after};
    lgm_buf_put(out, (const char *)&change, sizeof change);
}

#endif
