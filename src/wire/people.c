/* people.c - each line without what is no name. */
#include "wire/people.h"

#include <string.h>
#include <strings.h>

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

static lgm_slice take_line(lgm_slice *s)
{
    const char *const lf = memchr(s->ptr, '\n', s->len);
    const lgm_slice line = {s->ptr, lf ? (size_t)(lf - s->ptr) : s->len};
    s->ptr += line.len + (lf != NULL);
    s->len -= line.len + (lf != NULL);
    return line;
}

/* What stands in brackets behind an address, or before one in angle brackets. */
static lgm_slice without_address(lgm_slice s)
{
    const char *const at = memchr(s.ptr, '@', s.len);
    if (!at) return s;
    const char *const open = memchr(s.ptr, '(', s.len), *const angle = memchr(s.ptr, '<', s.len);
    const char *const close = open ? memchr(open, ')', s.len - (size_t)(open - s.ptr)) : NULL;
    if (close && open > at)
        return lgm_slice_trimmed((lgm_slice){open + 1, (size_t)(close - open - 1)});
    if (open && open < at) return lgm_slice_trimmed((lgm_slice){s.ptr, (size_t)(open - s.ptr)});
    if (angle && angle < at) return lgm_slice_trimmed((lgm_slice){s.ptr, (size_t)(angle - s.ptr)});
    return LGM_SLICE("");
}

static lgm_slice without_marks(lgm_slice s)
{
    if (s.len > 3 && strncasecmp(s.ptr, "by ", 3) == 0) s.ptr += 3, s.len -= 3;
    s = lgm_slice_trimmed(s);
    if (s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') s.ptr++, s.len -= 2;
    if (s.len > 2 && s.ptr[0] == '"' && s.ptr[s.len - 1] == '"') s.ptr++, s.len -= 2;
    return lgm_slice_trimmed(s);
}

static bool is_person(lgm_slice s, lgm_slice outlet)
{
    static const char *const others[] = {"admin",        "administrator",   "editor",
                                         "editors",      "staff",           "newsroom",
                                         "author",       "webmaster",       "reporter",
                                         "reporters",    "newsdesk",        "news desk",
                                         "user",         "guest",           "root",
                                         "anonymous",    "news team",       "editorial team",
                                         "none",         "unknown",         "n/a",
                                         "noreply",      "web desk",        "staff reporter",
                                         "staff writer", "editorial staff", "editorial board",
                                         "online desk",  "no author"};
    if (!s.len || same(s, outlet) || memchr(s.ptr, '@', s.len) || memmem(s.ptr, s.len, "://", 3))
        return false;
    for (size_t i = 0; i < LGM_COUNT(others); i++)
        if (same(s, (lgm_slice){others[i], strlen(others[i])})) return false;
    return true;
}

void lgm_wire_people(lgm_slice lines, lgm_slice outlet, lgm_buf *out)
{
    lgm_slice before = LGM_SLICE("");
    size_t n = 0;
    while (lines.len) {
        const lgm_slice person =
            without_marks(without_address(lgm_slice_trimmed(take_line(&lines))));
        if (!is_person(person, outlet)) continue;
        if (n > 1) lgm_buf_puts(out, ", ");
        lgm_buf_put(out, before.ptr, before.len);
        before = person;
        n++;
    }
    if (n > 1) lgm_buf_puts(out, " and ");
    lgm_buf_put(out, before.ptr, before.len);
}
