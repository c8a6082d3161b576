/* web_address.c - the front of the base, then the address. */
#include "wire/web_address.h"

#include <string.h>

static bool is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* The length of "https:", 0 where there is none. */
static size_t scheme(lgm_slice s)
{
    size_t n = 0;
    while (n < s.len && (is_letter(s.ptr[n]) || (n && strchr("0123456789+-.", s.ptr[n])))) n++;
    return n && n < s.len && s.ptr[n] == ':' ? n + 1 : 0;
}

/* The length of "https://mill.example". */
static size_t origin(lgm_slice s)
{
    size_t n = scheme(s);
    if (!n || s.len < n + 2 || memcmp(s.ptr + n, "//", 2) != 0) return 0;
    for (n += 2; n < s.len && !strchr("/?#", s.ptr[n]); n++) continue;
    return n;
}

/* Up to the last slash of the path, "/" where there is none. */
static lgm_slice folder(lgm_slice path)
{
    size_t n = 0, end = 0;
    while (n < path.len && path.ptr[n] != '?' && path.ptr[n] != '#') n++;
    for (size_t i = 0; i < n; i++)
        if (path.ptr[i] == '/') end = i + 1;
    return end ? (lgm_slice){path.ptr, end} : LGM_SLICE("/");
}

/* Takes the last folder off what is written from `root` on, but not the root. */
static void go_up(lgm_buf *out, size_t root)
{
    if (out->len > root + 1) out->len--;
    while (out->len > root + 1 && out->at[out->len - 1] != '/') out->len--;
}

void lgm_wire_address(lgm_slice a, lgm_slice base, lgm_buf *out)
{
    const size_t of_base = origin(base);
    if (scheme(a) || !of_base || !a.len) {
        lgm_buf_put(out, a.ptr, a.len);
        return;
    }
    if (a.len > 1 && a.ptr[0] == '/' && a.ptr[1] == '/') {
        lgm_buf_put(out, base.ptr, scheme(base));
        lgm_buf_put(out, a.ptr, a.len);
        return;
    }
    lgm_buf_put(out, base.ptr, of_base);
    const size_t root = out->len;
    if (a.ptr[0] != '/') {
        const lgm_slice path = folder((lgm_slice){base.ptr + of_base, base.len - of_base});
        lgm_buf_put(out, path.ptr, path.len);
    }
    for (; a.len >= 2 && a.ptr[0] == '.';) {
        const bool up = a.len >= 3 && memcmp(a.ptr, "../", 3) == 0;
        if (!up && memcmp(a.ptr, "./", 2) != 0) break;
        if (up) go_up(out, root);
        a.ptr += 2 + up, a.len -= 2 + up;
    }
    lgm_buf_put(out, a.ptr, a.len);
}
