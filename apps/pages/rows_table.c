/*
 * rows_table.c - rows as a table that fits the window.
 *
 * Of each kind of question the columns that a person wants to see stand in a plan, one after
 * another; those with a number share what the others leave of the width, by that number, and their
 * texts are wrapped. None is wider than its texts. Where the window is narrow, a row is a list of
 * its cells.
 */
#include <stdlib.h>
#include <string.h>

#include "result_rows.h"
#include "wrap.h"

enum { MOST_SHOWN = 12, GAP = 2, WIDEST = 16, LEAST = 8, MOST_LINES = 6 };

static const struct {
    const char *kind, *plan;
} plans[] = {
    {"claims", "day speaker:2 act content:5 review id"},
    {"events", "day who:3 words:2 whom:3 place review id"},
    {"figures", "day of words:2 what:2 said_by:2 place review id"},
    {"incidents", "day type place who:3 victims:3 killed review id"},
    {"timeline", "from what who:2 words:4 id"},
    {"sources", "speaker:1 claims reports answered denied first last"},
    {"reviews", "id day reviewer verdict field correction:2 note:2 words:5 fit"},
    {"stories", "story first last reports publishers copies place headline:5"},
    {"reports", "id date publisher title:5 claims"},
    {"stats", "what n"},
};

typedef struct shown { /* a column of the table */
    size_t column;     /* of the kind */
    int share;         /* 0: as wide as its texts */
    int width;
    bool number;
} shown;

typedef struct table {
    rows *r;
    shown at[MOST_SHOWN];
    size_t n;
    lgm_str *cells; /* of all rows, all columns of the kind */
    size_t n_rows;
} table;

/* ---- what is shown ---- */

static size_t find_column(const lgm_question_kind *kind, const char *name, size_t len)
{
    size_t i = 0;
    while (i < kind->n_columns &&
           (strlen(kind->columns[i].name) != len || memcmp(kind->columns[i].name, name, len) != 0))
        i++;
    return i;
}

static void read_plan(table *t)
{
    const lgm_question_kind *const kind = t->r->kind;
    const char *s = "";
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        if (strcmp(plans[i].kind, kind->name) == 0) s = plans[i].plan;
    while (*s && t->n < MOST_SHOWN) {
        const size_t len = strcspn(s, ": ");
        shown c = {.column = find_column(kind, s, len)};
        s += len;
        if (*s == ':') c.share = (int)strtol(s + 1, (char **)&s, 10);
        s += *s == ' ';
        if (c.column == kind->n_columns) continue;
        c.number = kind->columns[c.column].type == LGM_COLUMN_NUMBER;
        t->at[t->n++] = c;
    }
}

static lgm_str cell(const table *t, size_t row, const shown *c)
{
    return t->cells[row * t->r->kind->n_columns + c->column];
}

/* A column in which nothing stands is left out. */
static void drop_empty(table *t)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->n; i++) {
        bool any = false;
        for (size_t row = 0; row < t->n_rows && !any; row++) any = cell(t, row, &t->at[i]).len > 0;
        if (any) t->at[kept++] = t->at[i];
    }
    t->n = kept;
}

static bool read_cells(table *t)
{
    const size_t n = t->r->n * t->r->kind->n_columns;
    size_t at = 0, i = 0;
    t->cells = calloc(n ? n : 1, sizeof *t->cells);
    if (!t->cells) return false;
    while (i < n && rows_next_cell(t->r, &at, &t->cells[i])) i++;
    t->n_rows = t->r->n;
    return i == n;
}

/* ---- how wide ---- */

/* "said_by" as a heading. */
static int heading_width(const table *t, const shown *c)
{
    return (int)strlen(t->r->kind->columns[c->column].name);
}

/* As wide as its heading and its widest text. */
static int full_width(const table *t, const shown *c)
{
    int width = heading_width(t, c);
    for (size_t row = 0; row < t->n_rows; row++) {
        const lgm_str s = cell(t, row, c);
        const int w = s.len ? wrap_columns(s.ptr, s.len) : 0;
        if (w > width) width = w;
    }
    return width;
}

/* Of what is left of the width, each that shares it gets its share, or what it needs where that is
 * less; false where a share is too narrow. */
static bool share_out(table *t, int left)
{
    int need[MOST_SHOWN] = {0};
    for (size_t i = 0; i < t->n; i++) need[i] = full_width(t, &t->at[i]);
    for (bool again = true; again;) {
        int shares = 0;
        again = false;
        for (size_t i = 0; i < t->n; i++) shares += t->at[i].width ? 0 : t->at[i].share;
        for (size_t i = 0; i < t->n && shares; i++) {
            shown *const c = &t->at[i];
            if (c->width || left * c->share / shares < need[i]) continue;
            c->width = need[i];
            left -= need[i];
            again = true;
            break;
        }
        for (size_t i = 0; i < t->n && shares && !again; i++) {
            shown *const c = &t->at[i];
            if (c->width) continue;
            c->width = left * c->share / shares;
            if (c->width < LEAST) return false;
        }
    }
    return left >= 0;
}

/* False where there is too little room for columns side by side. */
static bool set_widths(table *t)
{
    int left = t->r->width;
    for (size_t i = 0; i < t->n; i++) {
        shown *const c = &t->at[i];
        left -= i ? GAP : 0;
        if (c->share) continue;
        c->width = full_width(t, c);
        if (c->width > WIDEST) c->width = WIDEST;
        left -= c->width;
    }
    return share_out(t, left);
}

/* ---- cells ---- */

/* The lines of a cell. */
static void wrap_cell(strbuf *out, const shown *c, lgm_str s)
{
    wrapper w;
    wrap_start(&w, out, c->width, false);
    wrap_indent(&w, 0, 0);
    if (s.len) wrap_text(&w, STYLE_PLAIN, s.ptr, s.len);
    wrap_end(&w);
}

static lgm_str take_line(strbuf *b, size_t *at)
{
    const char *const start = b->len > *at ? b->at + *at : "";
    const char *const end = b->len > *at ? memchr(start, '\n', b->len - *at) : NULL;
    const size_t len = end ? (size_t)(end - start) : b->len > *at ? b->len - *at : 0;
    *at += len + (end != NULL);
    return (lgm_str){start, len};
}

static void put_padded(strbuf *out, lgm_str s, const shown *c, bool last)
{
    const int w = s.len ? wrap_columns(s.ptr, s.len) : 0;
    const size_t blanks = w < c->width ? (size_t)(c->width - w) : 0;
    if (c->number) strbuf_fill(out, " ", blanks);
    strbuf_put(out, s.ptr, s.len);
    if (!c->number && !last) strbuf_fill(out, " ", blanks);
}

static void put_line(table *t, strbuf lines[MOST_SHOWN], size_t at[MOST_SHOWN], bool cut)
{
    strbuf *const out = t->r->out;
    size_t last = 0, owed = 0;
    lgm_str pieces[MOST_SHOWN];
    for (size_t i = 0; i < t->n; i++) {
        pieces[i] = take_line(&lines[i], &at[i]);
        if (cut && at[i] < lines[i].len) pieces[i] = (lgm_str){"…", sizeof "…" - 1};
        if (pieces[i].len) last = i;
    }
    for (size_t i = 0; i <= last; i++) {
        strbuf_fill(out, " ", owed);
        put_padded(out, pieces[i], &t->at[i], i == last);
        owed = GAP;
    }
    strbuf_puts(out, "\n");
}

static bool any_left(const table *t, const strbuf *lines, const size_t *at)
{
    for (size_t i = 0; i < t->n; i++)
        if (at[i] < lines[i].len) return true;
    return false;
}

static void put_row(table *t, size_t row)
{
    strbuf lines[MOST_SHOWN] = {0};
    size_t at[MOST_SHOWN] = {0};
    for (size_t i = 0; i < t->n; i++) wrap_cell(&lines[i], &t->at[i], cell(t, row, &t->at[i]));
    for (int line = 1; any_left(t, lines, at) && line <= MOST_LINES; line++)
        put_line(t, lines, at, line == MOST_LINES);
    for (size_t i = 0; i < t->n; i++) {
        if (lines[i].failed) t->r->out->failed = true;
        strbuf_done(&lines[i]);
    }
}

/* ---- the table ---- */

static void put_heading(table *t)
{
    strbuf *const out = t->r->out;
    if (t->r->color) strbuf_puts(out, "\033[1m");
    for (size_t i = 0; i < t->n; i++) {
        const char *const name = t->r->kind->columns[t->at[i].column].name;
        strbuf_fill(out, " ", i ? GAP : 0);
        put_padded(out, (lgm_str){name, strlen(name)}, &t->at[i], i + 1 == t->n);
    }
    strbuf_puts(out, t->r->color ? "\033[0m\n" : "\n");
    for (size_t i = 0; i < t->n; i++) {
        strbuf_fill(out, " ", i ? GAP : 0);
        strbuf_fill(out, "─", (size_t)t->at[i].width);
    }
    strbuf_puts(out, "\n");
}

/* A row as a list: "content  that the fans …". */
static void put_list(table *t, size_t row)
{
    wrapper w;
    wrap_start(&w, t->r->out, t->r->width, t->r->color);
    for (size_t i = 0; i < t->n; i++) {
        const lgm_str s = cell(t, row, &t->at[i]);
        if (!s.len) continue;
        wrap_item(&w, 0, 12, STYLE_DIM, t->r->kind->columns[t->at[i].column].name);
        wrap_text(&w, STYLE_PLAIN, s.ptr, s.len);
        wrap_end(&w);
    }
    strbuf_puts(t->r->out, "\n");
}

void rows_table(rows *r)
{
    table t = {.r = r};
    if (!r->n) return;
    if (!read_cells(&t)) {
        r->out->failed = true;
        free(t.cells);
        return;
    }
    read_plan(&t);
    drop_empty(&t);
    const bool side_by_side = set_widths(&t);
    if (side_by_side) put_heading(&t);
    for (size_t row = 0; row < t.n_rows; row++) side_by_side ? put_row(&t, row) : put_list(&t, row);
    free(t.cells);
}

/* ---- a search ---- */

static void put_hits(wrapper *w, lgm_str s)
{
    bool hit = false;
    for (size_t i = 0; i < s.len; i++) {
        size_t n = 0;
        while (i + n < s.len && s.ptr[i + n] != 2 && s.ptr[i + n] != 3) n++;
        wrap_text(w, hit ? STYLE_BOLD : STYLE_PLAIN, s.ptr + i, n);
        hit = i + n < s.len && s.ptr[i + n] == 2;
        i += n;
    }
}

void rows_hits(rows *r)
{
    lgm_str id, date, publisher, title, words, url, claims;
    wrapper w;
    wrap_start(&w, r->out, r->width, r->color);
    for (size_t at = 0; rows_next_cell(r, &at, &id) && rows_next_cell(r, &at, &date) &&
                        rows_next_cell(r, &at, &publisher) && rows_next_cell(r, &at, &title) &&
                        rows_next_cell(r, &at, &words) && rows_next_cell(r, &at, &url) &&
                        rows_next_cell(r, &at, &claims);) {
        wrap_indent(&w, 0, 0);
        wrap_text(&w, STYLE_BOLD, title.len ? title.ptr : "Without a title",
                  title.len ? title.len : sizeof "Without a title" - 1);
        wrap_end(&w);
        wrap_indent(&w, 4, 4);
        put_hits(&w, words);
        wrap_end(&w);
        wrap_indent(&w, 4, 4);
        wrap_words(&w, STYLE_DIM, "report ");
        wrap_text(&w, STYLE_DIM, id.ptr, id.len);
        if (date.len) wrap_words(&w, STYLE_DIM, " · ");
        if (date.len) wrap_text(&w, STYLE_DIM, date.ptr, date.len);
        if (publisher.len) wrap_words(&w, STYLE_DIM, " · ");
        if (publisher.len) wrap_text(&w, STYLE_DIM, publisher.ptr, publisher.len);
        if (url.len) wrap_words(&w, STYLE_DIM, " · ");
        if (url.len) wrap_text(&w, STYLE_DIM, url.ptr, url.len);
        wrap_end(&w);
        strbuf_puts(r->out, "\n");
    }
}
