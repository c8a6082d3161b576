/* wrap.c - see wrap.h. */
#include "wrap.h"

#include <string.h>
#include <utf8proc.h>

static const char *const sgr[] = {
    [STYLE_PLAIN] = "\033[0m",    [STYLE_BOLD] = "\033[0;1m", [STYLE_DIM] = "\033[0;2m",
    [STYLE_QUOTE] = "\033[0;32m", [STYLE_HEAD] = "\033[0;1m",
};

static void set_style(wrapper *w, text_style style)
{
    if (w->color && style != w->now) strbuf_puts(w->out, sgr[style]);
    w->now = style;
}

/* ---- characters ---- */

static bool is_space(utf8proc_int32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Characters that would act on the terminal instead of being shown: C0, DEL, C1, direction. */
static bool acts(utf8proc_int32_t cp)
{
    return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x61c ||
           (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
}

/* Next character of s, made harmless; its bytes and columns. */
static utf8proc_int32_t next_char(const char *s, size_t len, size_t *used, int *cols)
{
    utf8proc_int32_t cp;
    const utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)len, &cp);
    *used = n > 0 ? (size_t)n : 1;
    if (n > 0 && is_space(cp)) {
        *cols = 1;
        return ' ';
    }
    if (n <= 0 || acts(cp)) cp = 0xfffd;
    *cols = cp == 0xfffd ? 1 : utf8proc_charwidth(cp);
    return cp;
}

void wrap_shown(strbuf *out, const char *s)
{
    wrap_shown_text(out, s, strlen(s));
}

void wrap_shown_text(strbuf *out, const char *s, size_t len)
{
    for (size_t i = 0, used; i < len; i += used) {
        int cols;
        utf8proc_uint8_t bytes[4];
        const utf8proc_int32_t cp = next_char(s + i, len - i, &used, &cols);
        strbuf_put(out, (const char *)bytes, (size_t)utf8proc_encode_char(cp, bytes));
    }
}

int wrap_columns(const char *s, size_t len)
{
    int sum = 0;
    for (size_t i = 0, used; i < len; i += used) {
        int cols;
        next_char(s + i, len - i, &used, &cols);
        sum += cols;
    }
    return sum;
}

/* ---- lines ---- */

void wrap_start(wrapper *w, strbuf *out, int width, bool color)
{
    *w = (wrapper){.out = out, .width = width, .color = color};
}

void wrap_indent(wrapper *w, int first, int hanging)
{
    strbuf_fill(w->out, " ", (size_t)first);
    w->col = first;
    w->hanging = hanging;
    w->line_has_words = w->glued = false;
    w->word_len = w->word_cols = 0;
    w->tail = NULL;
}

void wrap_tail(wrapper *w, const char *tail)
{
    w->tail = tail;
}

static int tail_columns(const wrapper *w)
{
    return w->tail ? wrap_columns(w->tail, strlen(w->tail)) : 0;
}

/* May the tail stand in a line with words? Not, where it would leave them less than a third. */
static bool tail_fits(const wrapper *w)
{
    return w->tail && w->width >= WRAP_NARROW &&
           w->width - tail_columns(w) - 2 - w->hanging >= w->width / 3;
}

static int line_end(const wrapper *w)
{
    return tail_fits(w) ? w->width - tail_columns(w) - 2 : w->width;
}

/* Columns between what stands in the line and the tail at its end. */
static int tail_gap(const wrapper *w)
{
    return w->width - tail_columns(w) - w->col;
}

static void put_tail(wrapper *w)
{
    set_style(w, STYLE_PLAIN);
    strbuf_fill(w->out, " ", (size_t)tail_gap(w));
    set_style(w, STYLE_DIM);
    strbuf_puts(w->out, w->tail);
    w->tail = NULL;
}

/* A tail for which there is no room waits for the end of the paragraph. */
static void end_line(wrapper *w)
{
    if (tail_fits(w) && tail_gap(w) >= 2) put_tail(w);
    set_style(w, STYLE_PLAIN);
    if (w->filled && w->col < w->width) strbuf_fill(w->out, " ", (size_t)(w->width - w->col));
    strbuf_puts(w->out, "\n");
}

static void new_line(wrapper *w)
{
    end_line(w);
    strbuf_fill(w->out, " ", (size_t)w->hanging);
    w->col = w->hanging;
    w->line_has_words = false;
}

static void flush_word(wrapper *w)
{
    if (w->word_len == 0) return;
    const int space = w->line_has_words && !w->glued;
    if (w->line_has_words && w->col + space + w->word_cols > line_end(w))
        new_line(w);
    else if (space) {
        /* Between two words of one style the space has it too; else it is plain. */
        if (w->now != w->style[0]) set_style(w, STYLE_PLAIN);
        strbuf_puts(w->out, " ");
        w->col++;
    }
    for (int i = 0; i < w->word_len; i++) {
        set_style(w, (text_style)w->style[i]);
        strbuf_put(w->out, &w->word[i], 1);
    }
    w->col += w->word_cols;
    w->line_has_words = true;
    w->glued = false;
    w->word_len = w->word_cols = 0;
}

static void add_char(wrapper *w, text_style style, utf8proc_int32_t cp, int cols)
{
    /* A word longer than a line is cut where the line ends. */
    const int room = w->width - w->hanging;
    if (w->word_len + 4 > WRAP_WORD_MAX || (cols > 0 && w->word_cols + cols > room)) {
        flush_word(w);
        w->glued = true;
    }
    utf8proc_uint8_t bytes[4];
    const utf8proc_ssize_t n = utf8proc_encode_char(cp, bytes);
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        w->word[w->word_len] = (char)bytes[i];
        w->style[w->word_len++] = (unsigned char)style;
    }
    w->word_cols += cols;
}

void wrap_text(wrapper *w, text_style style, const char *s, size_t len)
{
    for (size_t i = 0, used; i < len; i += used) {
        int cols;
        const utf8proc_int32_t cp = next_char(s + i, len - i, &used, &cols);
        if (cp == ' ') {
            flush_word(w);
            w->glued = false;
        } else {
            add_char(w, style, cp, cols);
        }
    }
}

void wrap_words(wrapper *w, text_style style, const char *s)
{
    wrap_text(w, style, s, strlen(s));
}

void wrap_item(wrapper *w, int indent, int column, text_style style, const char *heading)
{
    const bool narrow = w->width < WRAP_NARROW && column > w->width / 3;
    wrap_indent(w, indent, narrow ? indent + 2 : column);
    wrap_words(w, style, heading);
    if (narrow) {
        flush_word(w);
        new_line(w);
        return;
    }
    wrap_text(w, STYLE_PLAIN, " ", 1);
    strbuf_fill(w->out, " ", (size_t)(column - 1 - w->col));
    w->col = column - 1;
}

void wrap_end(wrapper *w)
{
    flush_word(w);
    if (w->tail && w->width >= WRAP_NARROW && tail_gap(w) >= 2) { /* no words are pushed aside */
        put_tail(w);
    } else if (w->tail) {
        const char *const tail = w->tail;
        w->tail = NULL;
        new_line(w);
        wrap_words(w, STYLE_DIM, tail);
        flush_word(w);
    }
    end_line(w);
}
