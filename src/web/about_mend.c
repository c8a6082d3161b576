/* about_mend.c - one pass over the bytes, inside and outside of strings. */
#include "web/about_mend.h"

#include <string.h>

typedef struct mend {
    const char *at, *end;
    char *out; /* room for five bytes for each that is read: "}" may become "null}" */
    size_t n;
    size_t comma; /* where the last comma stands in out, with blanks alone behind it; or NONE */
    char last;    /* the last byte that was no blank, outside of strings */
} mend;

#define NONE SIZE_MAX

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

static bool is_blank(char c)
{
    return is_one_of(c, " \t\n\r");
}

static bool begins(const mend *m, const char *with)
{
    const size_t n = strlen(with);
    return (size_t)(m->end - m->at) >= n && memcmp(m->at, with, n) == 0;
}

static void put(mend *m, const char *s)
{
    while (*s) m->out[m->n++] = *s++;
}

/* ---- strings --------------------------------------------------------------------------------- */

/* A mark that ends a string stands before what may follow one. */
static bool ends_string(const mend *m, char mark)
{
    const char *p = m->at + 1;
    while (p < m->end && is_blank(*p)) p++;
    if (p == m->end || is_one_of(*p, ",:]}")) return true;
    return mark == '"' && (*p == '/' || *p == '<'); /* a comment */
}

/* Four hexadecimal digits follow "\u". */
static bool is_unicode(const char *p, const char *end)
{
    if (end - p < 5 || *p != 'u') return false;
    for (size_t i = 1; i < 5; i++)
        if (!is_one_of(p[i], "0123456789abcdefABCDEF")) return false;
    return true;
}

static void put_char(mend *m, char c)
{
    m->out[m->n++] = (unsigned char)c < 0x20 ? ' ' : c;
}

/* Moves to the escaped byte; the escape stays where it is one. */
static void mend_escape(mend *m)
{
    if (m->at + 1 == m->end) return;
    const char *const next = ++m->at;
    if (is_one_of(*next, "\"\\/bfnrt") || is_unicode(next, m->end)) m->out[m->n++] = '\\';
    put_char(m, *next);
}

static void mend_string(mend *m, char mark)
{
    m->out[m->n++] = '"';
    for (m->at++; m->at < m->end; m->at++) {
        const char c = *m->at;
        if (c == mark && ends_string(m, mark)) break;
        if (c == '\\')
            mend_escape(m);
        else {
            if (c == '"') m->out[m->n++] = '\\';
            put_char(m, c);
        }
    }
    m->out[m->n++] = '"';
    if (m->at < m->end) m->at++;
    m->last = '"';
    m->comma = NONE;
}

/* ---- between strings ------------------------------------------------------------------------- */

static void skip_to(mend *m, const char *mark)
{
    while (m->at < m->end && !begins(m, mark)) m->at++;
}

/* Comments, and what is put around scripts. */
static bool skip_comment(mend *m)
{
    static const char *const marks[] = {"<![CDATA[", "]]>", "<!--", "-->"};
    for (size_t i = 0; i < LGM_COUNT(marks); i++)
        if (begins(m, marks[i])) {
            m->at += strlen(marks[i]);
            return true;
        }
    if (begins(m, "/*")) {
        skip_to(m, "*/");
        m->at += begins(m, "*/") ? 2 : 0;
        return true;
    }
    if (!begins(m, "//")) return false;
    while (m->at < m->end && *m->at != '\n') {
        if (begins(m, "<![CDATA[") || begins(m, "]]>")) break;
        m->at++;
    }
    return true;
}

/* A comma waits for what follows: behind it a bracket must not close. */
static void mend_mark(mend *m, char c)
{
    if (is_one_of(c, "]},") && m->comma != NONE)
        memmove(m->out + m->comma, m->out + m->comma + 1, --m->n - m->comma);
    if (is_one_of(c, "]},") && m->last == ':') put(m, "null");
    const bool stray = c == ',' && (m->last == '[' || m->last == '{' || !m->last);
    m->comma = c == ',' && !stray ? m->n : NONE;
    if (stray) return;
    m->out[m->n++] = c;
    m->last = c;
}

lgm_slice lgm_web_mend_json(lgm_arena *arena, lgm_slice s)
{
    mend m = {.at = s.ptr, .end = s.ptr + s.len, .comma = NONE};
    m.out = s.len < SIZE_MAX / 8 ? lgm_arena_alloc(arena, 5 * s.len + 2) : NULL;
    if (!m.out) return (lgm_slice){0};
    while (m.at < m.end) {
        const char c = *m.at;
        if (c == '"' || c == '\'')
            mend_string(&m, c);
        else if (skip_comment(&m))
            continue;
        else {
            if (is_blank(c))
                m.out[m.n++] = c;
            else
                mend_mark(&m, c);
            m.at++;
        }
    }
    return (lgm_slice){m.out, m.n};
}
