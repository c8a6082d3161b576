/* publisher.c - looks publishers up and follows their owners. */
#include "origin/publisher.h"

#include <string.h>

#include "base/fold.h"
#include "origin/publisher_table.h"

enum { LONGEST_CHAIN = 8, NOW = 999998 };

const char *lgm_publisher_kind_name(lgm_publisher_kind kind)
{
#define KIND_NAME(name, text) text,
    static const char *const names[] = {LGM_PUBLISHER_KINDS(KIND_NAME)};
#undef KIND_NAME
    return (unsigned)kind < LGM_PUBLISHER_N ? names[kind] : NULL;
}

/* ---- how names are compared ---- */

static size_t drop(lgm_slice s)
{
    static const char apostrophe[] = "\xe2\x80\x99";
    if (s.ptr[0] == '.' || s.ptr[0] == '\'') return 1;
    return s.len >= 3 && memcmp(s.ptr, apostrophe, 3) == 0 ? 3 : 0;
}

lgm_origin_folded lgm_origin_fold(lgm_slice name)
{
    lgm_origin_folded f = {.len = 0};
    char low[LGM_FOLD_ROOM(2 * LGM_ORIGIN_NAME)];
    if (name.len > 2 * LGM_ORIGIN_NAME) name.len = 2 * LGM_ORIGIN_NAME;
    lgm_slice s = {low, name.ptr ? lgm_fold_lower(name.ptr, name.len, low) : 0};
    while (s.len && f.len < sizeof f.at) {
        const size_t dropped = drop(s);
        if (!dropped) {
            const bool space = lgm_is_space(s.ptr[0]) || strchr("-_/,:!", s.ptr[0]);
            if (!space)
                f.at[f.len++] = s.ptr[0];
            else if (f.len && f.at[f.len - 1] != ' ')
                f.at[f.len++] = ' ';
        }
        s.ptr += dropped ? dropped : 1;
        s.len -= dropped ? dropped : 1;
    }
    while (f.len && f.at[f.len - 1] == ' ') f.len--;
    if (f.len > 4 && memcmp(f.at, "the ", 4) == 0) {
        f.len -= 4;
        memmove(f.at, f.at + 4, f.len);
    }
    return f;
}

/* ---- look-up ---- */

static const lgm_origin_line *find(const lgm_origin_key *keys, size_t n, const char *key,
                                   size_t len)
{
    for (size_t low = 0, high = n; low < high;) {
        const size_t mid = low + (high - low) / 2, own = strlen(keys[mid].key);
        const int order = memcmp(key, keys[mid].key, len < own ? len : own);
        if (order == 0 && len == own) return &lgm_origin_lines[keys[mid].line];
        if (order < 0 || (order == 0 && len < own))
            high = mid;
        else
            low = mid + 1;
    }
    return NULL;
}

static uint32_t month_of(lgm_str day)
{
    uint32_t digits = 0, n = 0;
    for (size_t i = 0; i < day.len && n < 6; i++) {
        if (day.ptr[i] == '-') continue;
        if (day.ptr[i] < '0' || day.ptr[i] > '9') break;
        digits = 10 * digits + (uint32_t)(day.ptr[i] - '0');
        n++;
    }
    return n == 6 ? digits : n == 4 ? 100 * digits + 1 : NOW;
}

static const lgm_origin_line *owner(const lgm_origin_line *line, uint32_t month)
{
    for (uint32_t i = line->tie; i < line->tie + line->n_ties; i++)
        if (lgm_origin_ties[i].from <= month && month < lgm_origin_ties[i].to)
            return &lgm_origin_lines[lgm_origin_ties[i].owner];
    return NULL;
}

static int tell(const lgm_origin_line *line, lgm_str day, lgm_publisher *out)
{
    *out = (lgm_publisher){0};
    if (!line) return 0;
    const uint32_t month = month_of(day);
    const lgm_origin_line *top = line, *up;
    for (int i = 0; i < LONGEST_CHAIN && (up = owner(top, month)) != NULL; i++) top = up;
    *out = (lgm_publisher){{line->name, strlen(line->name)},
                           line->kind,
                           {top->name, strlen(top->name)},
                           top->kind == LGM_PUBLISHER_STATE};
    return 1;
}

static const lgm_origin_line *named(const char *key, size_t len)
{
    return find(lgm_origin_names, lgm_origin_n_names, key, len);
}

/* "The Echo news agency", "BBC radio": a noun behind the name. */
static const lgm_origin_line *before_noun(const lgm_origin_folded *f)
{
    static const char *const ends[] = {" news agency", " newspaper", " agency",      " newswire",
                                       " daily",       " radio",     " tv",          " television",
                                       " website",     " news",      " news service"};
    for (size_t i = 0; i < LGM_COUNT(ends); i++) {
        const size_t n = strlen(ends[i]);
        if (f->len <= n || memcmp(f->at + f->len - n, ends[i], n) != 0) continue;
        const lgm_origin_line *const line = named(f->at, f->len - n);
        if (line) return line;
    }
    return NULL;
}

/* "CBS' Face the Nation", "CNN's Ada Lind": whose it is. */
static lgm_str owner_before(lgm_str name)
{
    for (size_t i = 1; i < name.len; i++) {
        const bool curly = name.len - i >= 3 && memcmp(name.ptr + i, "\xe2\x80\x99", 3) == 0;
        const size_t end = i + (curly ? 3 : 1);
        if ((curly || name.ptr[i] == '\'') && end < name.len &&
            (name.ptr[end] == ' ' ||
             (name.ptr[end] == 's' && end + 1 < name.len && name.ptr[end + 1] == ' ')))
            return (lgm_str){name.ptr, i};
    }
    return (lgm_str){0};
}

int lgm_publisher_by_name(lgm_str name, lgm_str day, lgm_publisher *out)
{
    const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(name));
    const lgm_origin_line *line = named(f.at, f.len);
    if (!line) line = before_noun(&f);
    const lgm_str owned_by = line ? (lgm_str){0} : owner_before(name);
    if (owned_by.len) {
        const lgm_origin_folded owner_name = lgm_origin_fold(lgm_origin_slice(owned_by));
        line = named(owner_name.at, owner_name.len);
    }
    return tell(line, day, out);
}

lgm_slice lgm_origin_host(lgm_slice url)
{
    for (size_t i = 0; i + 2 < url.len; i++)
        if (memcmp(url.ptr + i, "://", 3) == 0) {
            url = (lgm_slice){url.ptr + i + 3, url.len - i - 3};
            break;
        }
    size_t n = 0;
    while (n < url.len && !strchr("/?#:", url.ptr[n])) n++;
    return (lgm_slice){url.ptr, n};
}

int lgm_publisher_by_address(lgm_str url, lgm_str day, lgm_publisher *out)
{
    char low[256];
    lgm_slice host = lgm_origin_host(lgm_origin_slice(url));
    if (host.len == 0 || host.len > sizeof low) return tell(NULL, day, out);
    for (size_t i = 0; i < host.len; i++) /* letters of a host are ASCII */
        low[i] = (char)(host.ptr[i] >= 'A' && host.ptr[i] <= 'Z' ? host.ptr[i] + 32 : host.ptr[i]);
    host.ptr = low;
    for (;;) { /* "uk.reuters.com", "reuters.com" */
        const lgm_origin_line *line =
            find(lgm_origin_hosts, lgm_origin_n_hosts, host.ptr, host.len);
        const char *const dot = memchr(host.ptr, '.', host.len);
        if (line || !dot) return tell(line, day, out);
        host.len -= (size_t)(dot + 1 - host.ptr);
        host.ptr = dot + 1;
    }
}
