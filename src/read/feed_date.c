/* feed_date.c - forms that feeds and agencies have beside those of moment.h. */
#include "read/feed_date.h"

#include <string.h>

#include "read/when.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "20240524T093000+0200", as agencies write it, with marks between its parts; 0: it is not so
 * written. */
static size_t spread(lgm_slice s, char out[LGM_MOMENT_ROOM])
{
    static const char form[] = "dddd-dd-ddTdd:dd:dd";
    size_t n = 0, i = 0;
    if (s.len < 15 || s.len > 25 || s.ptr[8] != 'T') return 0;
    for (; n < sizeof form - 1; n++) {
        const bool digit = form[n] == 'd';
        if (digit && (s.ptr[i] < '0' || s.ptr[i] > '9')) return 0;
        out[n] = digit || form[n] == 'T' ? s.ptr[i++] : form[n];
    }
    memcpy(out + n, s.ptr + i, s.len - i);
    return n + s.len - i;
}

/* "+0200" gets its colon. */
static size_t with_colon(char out[LGM_MOMENT_ROOM], size_t n)
{
    if (n < 21 || n + 1 >= LGM_MOMENT_ROOM || (out[n - 5] != '+' && out[n - 5] != '-')) return n;
    if (memchr(out + n - 4, ':', 4)) return n;
    memmove(out + n - 1, out + n - 2, 2);
    out[n - 2] = ':';
    return n + 1;
}

/* Where the year of "24 May 24 09:30" is, as RFC 822 has it; 0: it has four digits, or none. */
static size_t short_year(lgm_slice s)
{
    for (size_t i = 6; i + 2 <= s.len; i++) {
        size_t month = i - 1;
        if (s.ptr[month] != ' ' || !is_digit(s.ptr[i]) || !is_digit(s.ptr[i + 1])) continue;
        if (i + 2 < s.len && s.ptr[i + 2] != ' ') continue;
        while (month && (s.ptr[month - 1] | 32) >= 'a' && (s.ptr[month - 1] | 32) <= 'z') month--;
        if (i - month >= 4 && month >= 2 && s.ptr[month - 1] == ' ' && is_digit(s.ptr[month - 2]))
            return i;
    }
    return 0;
}

static lgm_slice with_century(lgm_slice s, char room[LGM_MOMENT_ROOM])
{
    const size_t year = short_year(s);
    if (!year || s.len + 2 > LGM_MOMENT_ROOM) return s;
    memcpy(room, s.ptr, year);
    memcpy(room + year, s.ptr[year] < '7' ? "20" : "19", 2);
    memcpy(room + year + 2, s.ptr + year, s.len - year);
    return (lgm_slice){room, s.len + 2};
}

/* In the form of RFC 3339; 0: it is no date. */
size_t lgm_read_feed_date(lgm_slice s, char out[LGM_MOMENT_ROOM])
{
    char room[LGM_MOMENT_ROOM];
    lgm_moment m;
    const size_t n = spread(s, out);
    if (n && lgm_read_is_moment(out, n)) return with_colon(out, n);
    if (s.len < LGM_MOMENT_ROOM && lgm_read_is_moment(s.ptr, s.len)) {
        memcpy(out, s.ptr, s.len);
        out[10] = 'T';
        return with_colon(out, s.len);
    }
    return lgm_about_moment(with_century(s, room), LGM_DAY_ORDER_UNKNOWN, &m, NULL)
               ? lgm_about_moment_write(&m, out)
               : 0;
}
