/*
 * joining.c - see joining.h.
 *
 * A line begins a paragraph where it stands further from the line above than lines of its block
 * do, is indented, has larger letters, or follows a short line that ends a sentence. A block that
 * breaks off in a sentence goes on in the next one, at the head of the next column or page.
 */
#include "pdf/joining.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "pdf/hyphens.h"

typedef struct measure { /* of the file */
    float height, pitch; /* of most lines: their letters, and from line to line */
} measure;

static float height_of(const lgm_pdf_line *l)
{
    return l->bottom - l->top;
}

static int by_value(const void *x, const void *y)
{
    const float a = *(const float *)x, b = *(const float *)y;
    return a < b ? -1 : a > b;
}

static float median(float *at, size_t n)
{
    if (!n) return 0;
    qsort(at, n, sizeof *at, by_value);
    return at[n / 2];
}

static bool is_below(const lgm_pdf_line *above, const lgm_pdf_line *l)
{
    return l->page == above->page && l->block == above->block && l->top > above->top;
}

static lgm_status measure_lines(lgm_arena *a, const lgm_pdf_lines *lines, measure *m, lgm_err *err)
{
    const size_t n = lines->line.n;
    float *const v = lgm_arena_calloc(a, n + 1, sizeof *v);
    if (!v) return lgm_arena_fail(a, err);
    for (size_t i = 0; i < n; i++) v[i] = height_of(&lines->line.at[i]);
    m->height = median(v, n);
    size_t k = 0;
    for (size_t i = 1; i < n; i++) {
        const lgm_pdf_line *const l = &lines->line.at[i];
        if (is_below(l - 1, l)) v[k++] = l->top - l[-1].top;
    }
    m->pitch = k ? median(v, k) : m->height * 1.2f;
    return LGM_OK;
}

/* ---- what a line says of itself -------------------------------------------------------------- */

static bool ends_sentence(lgm_slice s)
{
    static const char *const marks[] = {"\u201d", "\u2019", "\u00bb"}; /* behind the stop */
    for (bool again = true; again;) {
        again = s.len && strchr("\"')", s.ptr[s.len - 1]);
        if (again) s.len--;
        for (size_t i = 0; i < LGM_COUNT(marks); i++) {
            const size_t n = strlen(marks[i]);
            if (s.len < n || memcmp(s.ptr + s.len - n, marks[i], n) != 0) continue;
            s.len -= n;
            again = true;
        }
    }
    return s.len && strchr(".?!:", s.ptr[s.len - 1]);
}

static bool begins_small(lgm_slice s)
{
    return s.len && s.ptr[0] >= 'a' && s.ptr[0] <= 'z';
}

static bool is_heading(const lgm_pdf_line *l, const measure *m)
{
    return height_of(l) > m->height * 1.2f;
}

/* Its block's lines reach further to the right: only the last of a paragraph is so short. */
static bool is_short(const lgm_pdf_line *l, float right)
{
    return l->right < right - (right - l->left) * 0.12f;
}

/* ---- joining --------------------------------------------------------------------------------- */

static bool begins_paragraph(const lgm_pdf_line *last, const lgm_pdf_line *l, float left,
                             float right, const measure *m)
{
    const bool large = is_heading(l, m);
    if (large != is_heading(last, m)) return true;
    if (l->block != last->block || l->page != last->page)
        return large || (ends_sentence(last->text) && !begins_small(l->text));
    if (l->top - last->top > m->pitch * 1.35f && !large) return true;
    if (l->left > left + m->height * 0.7f && last->left < left + m->height * 0.7f &&
        ends_sentence(last->text))
        return true;
    return !large && is_short(last, right) && ends_sentence(last->text) && !begins_small(l->text);
}

/* The edges of the lines of a block from i on. */
static void edges_of(const lgm_pdf_lines *lines, size_t i, float *left, float *right)
{
    const uint32_t block = lines->line.at[i].block;
    *left = lines->line.at[i].left;
    *right = lines->line.at[i].right;
    for (; i < lines->line.n && lines->line.at[i].block == block; i++) {
        const lgm_pdf_line *const l = &lines->line.at[i];
        if (l->left < *left) *left = l->left;
        if (l->right > *right) *right = l->right;
    }
}

typedef struct writer {
    lgm_arena *arena;
    lgm_pdf *out;
    lgm_buf text;
    bool in_heading;
} writer;

static void end_paragraph(writer *w)
{
    if (w->in_heading) w->out->headings.at[w->out->headings.n - 1].end = (uint32_t)w->text.len;
    w->in_heading = false;
    if (w->text.len) lgm_buf_puts(&w->text, "\n\n");
}

static bool begin_paragraph(writer *w, bool heading)
{
    end_paragraph(w);
    w->in_heading = heading;
    const lgm_pdf_heading h = {(uint32_t)w->text.len, 0};
    return !heading || lgm_vec_push(w->arena, &w->out->headings, h);
}

static bool begin_page(writer *w, const lgm_pdf_line *l)
{
    const lgm_pdf_page p = {(uint32_t)w->text.len, l->page};
    const bool known = w->out->pages.n && w->out->pages.at[w->out->pages.n - 1].number == l->page;
    return known || lgm_vec_push(w->arena, &w->out->pages, p);
}

static void join(writer *w, const lgm_pdf_hyphens *hyphens, lgm_slice next)
{
    const lgm_slice before = {w->text.at, w->text.len};
    size_t n;
    if (lgm_pdf_hyphen_goes(hyphens, before, next, &n))
        w->text.len -= n;
    else if (!n)
        lgm_buf_putc(&w->text, ' ');
}

lgm_status lgm_pdf_paragraphs(lgm_arena *a, const lgm_pdf_lines *lines, size_t max_bytes,
                              lgm_pdf *out, lgm_err *err)
{
    measure m = {0};
    lgm_pdf_hyphens hyphens;
    writer w = {.arena = a, .out = out};
    const lgm_pdf_line *last = NULL;
    float left = 0, right = 0;
    lgm_status st = measure_lines(a, lines, &m, err);
    if (st == LGM_OK) st = lgm_pdf_hyphens_of(a, lines, &hyphens, err);
    bool ok = st == LGM_OK;
    for (size_t i = 0; ok && i < lines->line.n && w.text.len <= max_bytes; i++) {
        const lgm_pdf_line *const l = &lines->line.at[i];
        if (!i || l->block != l[-1].block) edges_of(lines, i, &left, &right);
        if (!l->text.len) continue;
        if (!last || begins_paragraph(last, l, left, right, &m))
            ok = begin_paragraph(&w, is_heading(l, &m));
        else
            join(&w, &hyphens, l->text);
        ok = ok && begin_page(&w, l);
        lgm_buf_put(&w.text, l->text.ptr, l->text.len);
        last = l;
    }
    if (w.in_heading) out->headings.at[out->headings.n - 1].end = (uint32_t)w.text.len;
    out->n_without_text = lines->n_pages - (uint32_t)out->pages.n;
    if (st == LGM_OK && w.text.len > max_bytes)
        st = lgm_fail(err, LGM_E_BUDGET, "the text is larger than the limit of %zu bytes",
                      max_bytes);
    char *const copy = lgm_arena_strndup(a, w.text.len ? w.text.at : "", w.text.len);
    out->text = (lgm_slice){copy, w.text.len};
    if (st == LGM_OK && (!ok || !copy || w.text.failed))
        st = lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_buf_done(&w.text);
    return st;
}
