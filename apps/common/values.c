/* values.c - see values.h. */
#include "values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool parse_number(const char *s, uint64_t low, uint64_t high, uint64_t *out,
                         const char **end)
{
    char *stop;
    if (*s < '0' || *s > '9') return false;
    errno = 0;
    *out = strtoull(s, &stop, 10);
    *end = stop;
    return errno == 0 && *out >= low && *out <= high;
}

bool parse_count(const char *s, uint64_t low, uint64_t high, uint64_t *out)
{
    const char *end;
    return parse_number(s, low, high, out, &end) && *end == '\0';
}

bool parse_size(const char *s, uint64_t *out)
{
    static const char units[] = "KMG";
    const uint64_t most = UINT64_C(1) << 30;
    const char *end;
    if (!parse_number(s, 1, most, out, &end)) return false;
    const char *const unit = *end ? strchr(units, *end & ~32) : NULL;
    if (*end &&
        (!unit || (end[1] != '\0' && strcmp(end + 1, "B") != 0 && strcmp(end + 1, "iB") != 0)))
        return false;
    const unsigned shift = unit ? 10u * (unsigned)(unit - units + 1) : 0;
    if (*out > most >> shift) return false;
    *out <<= shift;
    return true;
}
