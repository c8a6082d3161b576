/* disputes.c - each side is set in lines of its own, and then the lines beside one another. */
#include "disputes.h"

#include <stdlib.h>
#include <string.h>

#include "claim_list.h"
#include "shown.h"

#define BETWEEN " \u2502" /* and a blank, where a line follows */

enum { INDENT = 4, GAP = 3, MOST = 8 }; /* columns; sides beside one another */

static void put_claim(wrapper *w, const lgm_record *r, uint32_t claim)
{
    const lgm_claim *const c = &r->claims.at[claim];
    const int column = claim_list_begin(w, claim + 1, 0, claim_list_columns(r));
    claim_list_put_speaker(w, r, c, false);
    wrap_end(w);
    wrap_indent(w, column, column);
    claim_list_put_content(w, r, c);
    wrap_end(w);
}

/* The claims of a side in so many columns. filled: to the end of each line, with blanks. */
static void put_side(strbuf *out, const lgm_record *r, lgm_indices side, int width, bool filled,
                     bool color)
{
    wrapper w;
    wrap_start(&w, out, width, color);
    w.filled = filled;
    for (size_t i = 0; i < side.n; i++) {
        if (i) wrap_indent(&w, 0, 0);
        if (i) wrap_end(&w);
        put_claim(&w, r, side.at[i]);
    }
}

/* The next line of a text, without its end. False: there is none. */
static bool next_line(const strbuf *b, size_t *at, lgm_str *line)
{
    const char *const from = b->at + *at;
    if (*at >= b->len) return false;
    const char *const end = memchr(from, '\n', b->len - *at);
    *line = (lgm_str){from, end ? (size_t)(end - from) : b->len - *at};
    *at += line->len + 1;
    return true;
}

static void put_beside(wrapper *w, const strbuf *sides, size_t n, int width)
{
    size_t at[MOST] = {0};
    for (bool any = true; any;) {
        strbuf row = {0};
        lgm_str line;
        any = false;
        for (size_t i = 0; i < n; i++) {
            const bool more = next_line(&sides[i], &at[i], &line);
            if (i) strbuf_puts(&row, BETWEEN);
            if (i && more) strbuf_puts(&row, " ");
            if (more)
                strbuf_put(&row, line.ptr, line.len);
            else if (i + 1 < n)
                strbuf_fill(&row, " ", (size_t)width + (i > 0));
            any |= more;
        }
        if (any) strbuf_fill(w->out, " ", INDENT);
        if (any) strbuf_put(w->out, row.at, row.len);
        if (any) strbuf_puts(w->out, "\n");
        if (row.failed) w->out->failed = true;
        strbuf_done(&row);
    }
}

/* One under the other, each line a little further in. */
static void put_under(wrapper *w, const strbuf *sides, size_t n, int indent)
{
    for (size_t i = 0; i < n; i++) {
        size_t at = 0;
        for (lgm_str line; next_line(&sides[i], &at, &line);) {
            if (line.len) strbuf_fill(w->out, " ", (size_t)indent);
            strbuf_put(w->out, line.ptr, line.len);
            strbuf_puts(w->out, "\n");
        }
        if (i + 1 == n) break;
        wrap_indent(w, indent, indent);
        wrap_words(w, STYLE_DIM, n == 2 ? "on the other side:" : "on another side:");
        wrap_end(w);
    }
}

/* The words are the report's, and no statement of ours. */
static void put_over(wrapper *w, lgm_str over)
{
    strbuf words = {0};
    if (over.len) shown_quoted(&words, over);
    wrap_words(w, STYLE_DIM, over.len ? "over " : "over what is said here");
    wrap_text(w, STYLE_BOLD, words.at, words.len);
    wrap_end(w);
    if (words.failed) w->out->failed = true;
    strbuf_done(&words);
}

static void write_dispute(wrapper *w, const lgm_record *r, const lgm_dispute *d)
{
    const size_t n = d->sides.n;
    const int room = w->width - INDENT - GAP * ((int)(n < MOST ? n : MOST) - 1);
    const int each = n ? room / (int)n : 0, indent = w->width < WRAP_NARROW ? 2 : INDENT;
    const bool beside = n <= MOST && each >= DISPUTES_LEAST;
    strbuf *const sides = calloc(n + 1, sizeof *sides);
    wrap_indent(w, indent, indent);
    put_over(w, d->over);
    if (!sides) {
        w->out->failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++)
        put_side(&sides[i], r, d->sides.at[i], beside ? each : w->width - indent,
                 beside && i + 1 < n, w->color);
    if (beside)
        put_beside(w, sides, n, each);
    else
        put_under(w, sides, n, indent);
    for (size_t i = 0; i < n; i++) {
        if (sides[i].failed) w->out->failed = true;
        strbuf_done(&sides[i]);
    }
    free(sides);
}

void disputes_write(wrapper *w, const lgm_record *r)
{
    for (size_t i = 0; i < r->disputes.n; i++) {
        strbuf_puts(w->out, "\n");
        if (i == 0) {
            wrap_indent(w, 0, 0);
            wrap_words(w, STYLE_HEAD, "Disputes");
            wrap_end(w);
        }
        write_dispute(w, r, &r->disputes.at[i]);
    }
}
