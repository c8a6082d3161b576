/* paragraphs.c - a walk over paragraphs that gathers runs of those without English words. */
#include "read/paragraphs.h"

#include <string.h>

#include "about/language.h"
#include "about/letters.h"

enum { UNWRAPPED = 120, FEWEST_BYTES = 200 };

/* ---- paragraphs ------------------------------------------------------------------------------ */

static lgm_slice take_line(lgm_slice *rest)
{
    const char *const lf = memchr(rest->ptr, '\n', rest->len);
    const size_t n = lf ? (size_t)(lf - rest->ptr) : rest->len;
    const lgm_slice line = trimmed((lgm_slice){rest->ptr, n});
    *rest = from(*rest, n + (lf != NULL));
    return line;
}

/* Lines up to a blank one, or one long line; empty at the end of the text. */
static lgm_slice take_paragraph(lgm_slice *rest)
{
    lgm_slice all = {0};
    while (rest->len) {
        const lgm_slice before = *rest, line = take_line(rest);
        if (!line.len && !all.len) continue;
        if (!line.len) break;
        if (all.len && line.len > UNWRAPPED) {
            *rest = before;
            break;
        }
        if (!all.len) all.ptr = line.ptr;
        all.len = (size_t)(line.ptr + line.len - all.ptr);
        if (line.len > UNWRAPPED) break;
    }
    return all;
}

static size_t mark_at(lgm_slice s, const char *const *marks, size_t n, bool end)
{
    for (size_t i = 0; i < n; i++) {
        const size_t len = strlen(marks[i]);
        if (s.len >= len && memcmp(end ? s.ptr + s.len - len : s.ptr, marks[i], len) == 0)
            return len;
    }
    return 0;
}

/* A quotation as a whole: it is of the claim that it is the words of. */
static bool is_quotation(lgm_slice s)
{
    static const char *const open[] = {"\"", "\xe2\x80\x9c", "\xc2\xab", "\xe2\x80\x9e"};
    static const char *const close[] = {"\"", "\xe2\x80\x9d", "\xc2\xbb", "\xe2\x80\x9c"};
    while (s.len && strchr(".,", s.ptr[s.len - 1])) s.len--;
    const size_t first = mark_at(s, open, LGM_COUNT(open), false);
    return first && s.len > first && mark_at(s, close, LGM_COUNT(close), true);
}

/* ---- runs ------------------------------------------------------------------------------------ */

typedef struct walk {
    lgm_arena *arena;
    lgm_slice text;
    lgm_foreign_list *to;
    lgm_err *err;
} walk;

/* Only blanks stand between them. */
static bool touches(const walk *w, uint32_t end, uint32_t start)
{
    return trimmed((lgm_slice){w->text.ptr + end, start - end}).len == 0;
}

static lgm_status add(walk *w, lgm_slice s, const char *lang)
{
    const uint32_t start = (uint32_t)(s.ptr - w->text.ptr), end = start + (uint32_t)s.len;
    const lgm_foreign one = {.text = {start, end}, .lang = lang, .quoted = is_quotation(s)};
    lgm_foreign *const last = w->to->n ? &w->to->at[w->to->n - 1] : NULL;
    if (last && touches(w, last->text.end, start) && strcmp(last->lang, lang) == 0 &&
        last->quoted == one.quoted) {
        last->text.end = end;
        return LGM_OK;
    }
    return lgm_vec_push(w->arena, w->to, one) ? LGM_OK : lgm_arena_fail(w->arena, w->err);
}

/* Paragraphs too short to tell alone: as their neighbours on both sides, else by all of them. */
static lgm_status settle(walk *w, lgm_slice few, const char *before, const char *behind)
{
    lgm_language l = {0};
    lgm_status st = LGM_OK;
    if (!few.len) return LGM_OK;
    if (before && behind && strcmp(before, behind) == 0)
        l.code = before;
    else if (few.len >= FEWEST_BYTES)
        st = lgm_about_other_language(few, &l, w->err);
    return st == LGM_OK && l.code ? add(w, few, l.code) : st;
}

/* s: paragraphs without English words. */
static lgm_status look_at(walk *w, lgm_slice s)
{
    lgm_slice few = {0};
    const char *before = NULL;
    lgm_status st = LGM_OK;
    for (lgm_slice p; st == LGM_OK && (p = take_paragraph(&s)).len;) {
        lgm_language l = {0};
        if (p.len < FEWEST_BYTES) {
            if (!few.len) few.ptr = p.ptr;
            few.len = (size_t)(p.ptr + p.len - few.ptr);
            continue;
        }
        st = lgm_about_other_language(p, &l, w->err);
        if (st == LGM_OK) st = settle(w, few, before, l.code);
        if (st == LGM_OK && l.code) st = add(w, p, l.code);
        few.len = 0;
        before = l.code;
    }
    return st == LGM_OK ? settle(w, few, before, NULL) : st;
}

lgm_status lgm_read_foreign_paragraphs(lgm_arena *arena, lgm_slice text, lgm_foreign_list *to,
                                       lgm_err *err)
{
    walk w = {.arena = arena, .text = text, .to = to, .err = err};
    lgm_slice rest = text, run = {0};
    lgm_status st = LGM_OK;
    while (st == LGM_OK) {
        const lgm_slice p = take_paragraph(&rest);
        if (p.len && !lgm_about_looks_english(p)) {
            if (!run.len) run.ptr = p.ptr;
            run.len = (size_t)(p.ptr + p.len - run.ptr);
            continue;
        }
        st = look_at(&w, run);
        run.len = 0;
        if (!p.len) break;
    }
    return st;
}
