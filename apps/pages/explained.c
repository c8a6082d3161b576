/* explained.c - see explained.h. */
#include "explained.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explained_title.h"
#include "field_values.h"
#include "shown.h"
#include "tree_words.h"
#include "wrap.h"

enum { INDENT = 4, COLUMN = 19 };

struct explainer {
    wrapper w;
    const lgm_record *r;
    size_t *lines; /* bytes of text at which its lines end */
    size_t n_lines;
    lgm_link of;       /* what is explained */
    size_t first, end; /* its reasons */
};

/* Text that was put together, and is freed. */
static void put_owned(wrapper *w, text_style style, strbuf *b)
{
    wrap_text(w, style, b->at, b->len);
    if (b->failed) w->out->failed = true;
    strbuf_done(b);
}

static size_t line_of(const explainer *x, lgm_cpspan at)
{
    const size_t byte = (size_t)(lgm_record_quote(x->r, at).ptr - x->r->text.ptr);
    size_t lo = 0, hi = x->n_lines;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (x->lines[mid] < byte)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo + 1;
}

/* ---- one of them ----------------------------------------------------------------------------- */

static void put_content(void *ctx, shown_kind kind, lgm_str s)
{
    static const text_style styles[] = {
        [SHOWN_PLAIN] = STYLE_PLAIN, [SHOWN_QUOTED] = STYLE_QUOTE, [SHOWN_BETWEEN] = STYLE_DIM};
    wrap_text(ctx, styles[kind], s.ptr, s.len);
}

/* What it is, in bold, and where it begins; below it what a claim says. */
static void write_head(explainer *x)
{
    wrapper *const w = &x->w;
    strbuf title = {0};
    char id[16], tail[32];
    const lgm_cpspan at = explained_title(&title, x->r, x->of);
    const int n = snprintf(id, sizeof id, "%c%u", x->of.kind, x->of.index + 1);
    snprintf(tail, sizeof tail, "line %zu", line_of(x, at));
    strbuf_puts(w->out, id);
    strbuf_fill(w->out, " ", n < INDENT - 1 ? (size_t)(INDENT - n) : 1);
    wrap_indent(w, 0, INDENT);
    w->col = n < INDENT - 1 ? INDENT : n + 1;
    if (at.end > at.start) wrap_tail(w, tail);
    put_owned(w, STYLE_BOLD, &title);
    wrap_end(w);
    if (x->of.kind == 'c') {
        wrap_indent(w, INDENT, INDENT);
        shown_content(x->r, &x->r->claims.at[x->of.index], put_content, w);
        wrap_end(w);
    }
    strbuf_puts(w->out, "\n");
}

/* ---- its fields ------------------------------------------------------------------------------ */

static bool is_about(const lgm_why *why, const char *key)
{
    return why->field.len == strlen(key) && memcmp(why->field.ptr, key, why->field.len) == 0;
}

static bool is_same(lgm_str a, lgm_str b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* The same rule of the same field, and no path of its own. */
static bool goes_with(const lgm_why *a, const lgm_why *b)
{
    return is_same(a->field, b->field) && is_same(a->rule, b->rule) && !a->path.n && !b->path.n;
}

/* With the one before it. */
static bool was_told(const explainer *x, size_t reason)
{
    return reason > x->first && goes_with(&x->r->why.at[reason - 1], &x->r->why.at[reason]);
}

static void put_words_of(const explainer *x, const lgm_why *why, const strbuf *value, bool first,
                         strbuf *to)
{
    for (size_t i = 0; i < why->words.n; i++) {
        const lgm_str s = lgm_record_quote(x->r, why->words.at[i]);
        const size_t line = line_of(x, why->words.at[i]);
        const bool known = value->len && s.len && memmem(value->at, value->len, s.ptr, s.len);
        if (known)
            strbuf_printf(to, "%s line\u00a0%zu", first ? "," : ";", line);
        else
            strbuf_printf(to, "%s\u201c%.*s\u201d, line\u00a0%zu", first ? ": " : "; ", (int)s.len,
                          s.ptr, line);
        first = false;
    }
}

/* The words of a reason and of those behind it by the same rule, with their lines; the line alone
 * where the value has the words. */
static void put_words(explainer *x, size_t reason, const strbuf *value)
{
    enum { MOST = 12 };
    const lgm_why *const all = x->r->why.at;
    strbuf b = {0};
    size_t n = 0;
    for (size_t i = reason; i < x->end && (i == reason || goes_with(&all[reason], &all[i])); i++)
        if (all[i].words.n && n++ < MOST) put_words_of(x, &all[i], value, n == 1, &b);
    if (n > MOST) strbuf_printf(&b, " and %zu more", n - MOST);
    put_owned(&x->w, STYLE_PLAIN, &b);
}

static void write_reason(explainer *x, size_t reason, const strbuf *value)
{
    const lgm_why *const why = &x->r->why.at[reason];
    const int column = x->w.width < WRAP_NARROW ? INDENT + 2 : COLUMN;
    wrap_indent(&x->w, column, column);
    wrap_text(&x->w, STYLE_PLAIN, why->rule.ptr, why->rule.len);
    put_words(x, reason, value);
    wrap_words(&x->w, STYLE_PLAIN, ".");
    if (why->path.n) {
        strbuf b = {0};
        strbuf_puts(&b, " In the tree of the sentence ");
        tree_words(&b, x->r, why);
        strbuf_puts(&b, ".");
        put_owned(&x->w, STYLE_PLAIN, &b);
    }
    if (why->where.ptr) {
        wrap_words(&x->w, STYLE_DIM, " (");
        wrap_text(&x->w, STYLE_DIM, why->where.ptr, why->where.len);
        wrap_words(&x->w, STYLE_DIM, ")");
    }
    wrap_end(&x->w);
}

/* Its value and its reasons. False: it has neither. */
static bool write_field(explainer *x, const field_value *f)
{
    strbuf value = {0};
    const bool known = f->put(&value, x->r, x->of.index);
    bool any = false;
    for (size_t i = x->first; i < x->end && !any; i++) any = is_about(&x->r->why.at[i], f->key);
    if (!known && !any) {
        strbuf_done(&value);
        return false;
    }
    wrap_item(&x->w, INDENT, COLUMN, STYLE_DIM, f->label);
    if (known)
        wrap_text(&x->w, STYLE_BOLD, value.at, value.len);
    else
        wrap_words(&x->w, STYLE_DIM, "not known");
    wrap_end(&x->w);
    for (size_t i = x->first; i < x->end; i++)
        if (is_about(&x->r->why.at[i], f->key) && !was_told(x, i)) write_reason(x, i, &value);
    if (value.failed) x->w.out->failed = true;
    strbuf_done(&value);
    strbuf_puts(x->w.out, "\n");
    return true;
}

static void write_unknown(explainer *x, const strbuf *labels)
{
    if (!labels->len) return;
    wrap_item(&x->w, INDENT, COLUMN, STYLE_DIM, "not known");
    wrap_text(&x->w, STYLE_DIM, labels->at, labels->len);
    wrap_end(&x->w);
    strbuf_puts(x->w.out, "\n");
}

static int place_of(char kind)
{
    static const char ORDER[] = LGM_WHY_ORDER;
    return (int)(strchr(ORDER, kind) - ORDER);
}

/* Is the i-th reason about what comes before this one? */
static bool is_before(const lgm_record *r, size_t i, lgm_link of)
{
    const lgm_link a = r->why.at[i].of;
    if (a.kind != of.kind) return place_of(a.kind) < place_of(of.kind);
    return a.index < of.index;
}

/* The first reason that is not about what comes before `of`. */
static size_t find_first(const lgm_record *r, lgm_link of)
{
    size_t lo = 0, hi = r->why.n;
    while (lo < hi) {
        const size_t mid = lo + (hi - lo) / 2;
        if (is_before(r, mid, of))
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

explainer *explained_start(strbuf *out, const lgm_record *r, int width, bool color)
{
    explainer *const x = calloc(1, sizeof *x);
    size_t n = 0;
    for (size_t i = 0; i < r->text.len; i++) n += r->text.ptr[i] == '\n';
    size_t *const lines = malloc((n + 1) * sizeof *lines);
    if (!x || !lines) {
        free(x);
        free(lines);
        return NULL;
    }
    x->r = r;
    x->lines = lines;
    for (size_t i = 0; i < r->text.len; i++)
        if (r->text.ptr[i] == '\n') lines[x->n_lines++] = i;
    wrap_start(&x->w, out, width, color);
    return x;
}

void explained_end(explainer *x)
{
    if (x) free(x->lines);
    free(x);
}

void explained_write(explainer *x, lgm_link of)
{
    strbuf unknown = {0};
    x->of = of;
    x->first = find_first(x->r, of);
    x->end = find_first(x->r, (lgm_link){of.kind, of.index + 1});
    write_head(x);
    for (const field_value *f = field_values_of(of.kind); f->key; f++)
        if (!write_field(x, f)) strbuf_printf(&unknown, "%s%s", unknown.len ? ", " : "", f->label);
    write_unknown(x, &unknown);
    if (unknown.failed) x->w.out->failed = true;
    strbuf_done(&unknown);
}
