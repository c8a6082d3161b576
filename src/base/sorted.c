/* sorted.c - see sorted.h. */
#include "base/sorted.h"

#include <string.h>

size_t lgm_sorted_first(const void *items, size_t n, size_t size, size_t offset, uint32_t key)
{
    size_t lo = 0, hi = n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        uint32_t number;
        memcpy(&number, (const char *)items + mid * size + offset, sizeof number);
        if (number < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}
