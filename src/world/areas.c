/* areas.c - looks areas up. */
#include "world/areas.h"

#include <string.h>

const char *lgm_world_area_codes(const char *phrase)
{
    uint32_t lo = 0, hi = lgm_world_areas_size;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        const int c = strcmp(lgm_world_areas[mid].phrase, phrase);
        if (c == 0) return lgm_world_areas[mid].codes;
        if (c < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return NULL;
}
