/* codes.c - see legomena/codes.h. */
#include "legomena/codes.h"

#include <string.h>

#include "actor/code_table.h"

const char *lgm_code_words(const char *code, size_t len)
{
    uint32_t lo = 0, hi = lgm_actor_n_codes;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        const char *const at = lgm_actor_codes[mid].code;
        const int order = strncmp(at, code, len);
        if (order == 0 && !at[len]) return lgm_actor_codes[mid].words;
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return NULL;
}
