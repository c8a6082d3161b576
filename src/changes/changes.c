/* changes.c - see legomena/changes.h. */
#include "legomena/changes.h"

#include "changes/between.h"

lgm_status lgm_changes_between(const lgm_record *before, const lgm_record *after, lgm_change **out,
                               size_t *n, lgm_err *err)
{
    lgm_buf b = {0};
    char *at = NULL;
    size_t len = 0;
    *out = NULL;
    *n = 0;
    const bool ok = lgm_changes_of_words(before, after, false, &b) &&
                    lgm_changes_of_words(before, after, true, &b) &&
                    lgm_changes_of_things(before, after, 'f', &b) &&
                    lgm_changes_of_things(before, after, 'v', &b) &&
                    lgm_changes_of_things(before, after, 'n', &b);
    const lgm_status st =
        ok ? lgm_buf_take(&b, &at, &len, err) : lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_buf_done(&b);
    *out = (lgm_change *)(void *)at;
    *n = len / sizeof **out;
    return st;
}
