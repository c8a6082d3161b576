/* story_html.c - see story_html.h. Styles are those of html.h; it has no scripts of its own. */
#include "story_html.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "markup.h"
#include "origin_view.h"

enum { MOST_SOURCES = 10, MOST_VALUES = 12, LINE = 60 };

/* ---- the matrix: rows questions and answers, columns publishers ---- */

typedef struct column {
    lgm_str publisher; /* unknown: reports that do not say whose they are */
    size_t reports;
    bool shown; /* it answers the question at hand */
} column;

static bool same(lgm_str a, lgm_str b)
{
    return a.len == b.len && memcmp(a.ptr ? a.ptr : "", b.ptr ? b.ptr : "", a.len) == 0;
}

static int by_reports(const void *x, const void *y)
{
    const column *const a = x, *const b = y;
    if (a->reports != b->reports) return a->reports > b->reports ? -1 : 1;
    const size_t n = a->publisher.len < b->publisher.len ? a->publisher.len : b->publisher.len;
    const int order = n ? memcmp(a->publisher.ptr, b->publisher.ptr, n) : 0;
    return order ? order
                 : (a->publisher.len > b->publisher.len) - (a->publisher.len < b->publisher.len);
}

/* Those with most reports of their own first; to be freed. NULL: no memory. */
static column *columns_of(const accounts_view *v, size_t *n)
{
    const lgm_story *const s = v->facts->story;
    column *const at = calloc(s->n + 1, sizeof *at);
    *n = 0;
    for (size_t i = 0; at && i < s->n; i++) {
        size_t k = 0;
        if (v->told[i].copy_of != LGM_NONE) continue;
        while (k < *n && !same(at[k].publisher, v->told[i].record->publisher)) k++;
        if (k == *n) at[(*n)++].publisher = v->told[i].record->publisher;
        at[k].reports++;
    }
    if (at) qsort(at, *n, sizeof *at, by_reports);
    return at;
}

static void put_value(strbuf *out, const lgm_account_answer *a)
{
    strbuf value = {0};
    accounts_page_value(&value, a);
    if (value.at) markup_line(out, (lgm_str){value.at, value.len}, LINE);
    out->failed |= value.failed;
    strbuf_done(&value);
}

static bool is_in(const accounts_view *v, const lgm_account_said *s, const column *c)
{
    const lgm_told *const t = &v->told[s->report];
    return t->copy_of == LGM_NONE && same(t->record->publisher, c->publisher);
}

/* Columns that answer nothing of this question are left out. */
static void choose(const accounts_view *v, size_t first, size_t end, column *columns, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        columns[k].shown = false;
        for (size_t i = first; i < end; i++)
            for (size_t s = 0; s < v->accounts->at[i].said.n; s++)
                columns[k].shown |=
                    k < MOST_SOURCES && is_in(v, &v->accounts->at[i].said.at[s], &columns[k]);
    }
}

/* The speaker, or that the report itself says it; its words are the title. */
static void put_cell(const accounts_view *v, const lgm_account *a, const column *c, strbuf *out)
{
    size_t n = 0;
    strbuf_puts(out, "<td class=\"cell\">");
    for (size_t i = 0; i < a->said.n; i++) {
        const lgm_account_said *const s = &a->said.at[i];
        const lgm_told *const t = &v->told[s->report];
        if (!is_in(v, s, c)) continue;
        strbuf_puts(out, n++ ? "<br><span title=\"report " : "<span title=\"report ");
        strbuf_printf(out, "%lld, ", (long long)t->report);
        markup_text(out, t->record->date);
        strbuf_puts(out, ": ");
        markup_line(out, lgm_record_quote(t->record, s->answer->span), LINE);
        strbuf_puts(out, "\">");
        if (s->answer->speaker.len)
            markup_line(out, s->answer->speaker, 32);
        else
            strbuf_puts(out, "says so");
        strbuf_puts(out, "</span>");
    }
    strbuf_puts(out, "</td>");
}

static void put_row(const accounts_view *v, const lgm_account *a, const column *columns, size_t n,
                    strbuf *out)
{
    strbuf_puts(out, "<tr><td class=\"cell\"><strong>");
    put_value(out, a->answer);
    strbuf_puts(out, "</strong></td><td class=\"cell\">");
    if (a->n_reports) strbuf_count(out, a->n_reports, "report", "reports");
    if (!a->n_reports) strbuf_puts(out, "copies alone");
    if (a->least_origins == a->most_origins)
        strbuf_printf(out, ", %zu origin%s", a->least_origins, a->least_origins == 1 ? "" : "s");
    else
        strbuf_printf(out, ", %zu to %zu origins", a->least_origins, a->most_origins);
    strbuf_puts(out, "</td>");
    for (size_t i = 0; i < n; i++)
        if (columns[i].shown) put_cell(v, a, &columns[i], out);
    strbuf_puts(out, "</tr>\n");
}

static void put_question(const accounts_view *v, size_t first, size_t end, column *columns,
                         size_t n, strbuf *out)
{
    const size_t shown = end - first < MOST_VALUES ? end - first : MOST_VALUES;
    choose(v, first, first + shown, columns, n);
    strbuf_puts(out, "<h3>");
    strbuf_puts(out, lgm_account_question_words(v->accounts->at[first].answer->question));
    strbuf_puts(out, "</h3>\n<div class=\"wide\"><table><thead><tr><th scope=\"col\">answer</th>"
                     "<th scope=\"col\">told by</th>");
    for (size_t i = 0; i < n; i++) {
        if (!columns[i].shown) continue;
        strbuf_puts(out, "<th scope=\"col\">");
        if (columns[i].publisher.len)
            markup_line(out, columns[i].publisher, 24);
        else
            strbuf_puts(out, "(not told)");
        strbuf_puts(out, "</th>");
    }
    strbuf_puts(out, "</tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++) put_row(v, &v->accounts->at[first + i], columns, n, out);
    strbuf_puts(out, "</tbody></table></div>\n");
    if (shown < end - first)
        strbuf_printf(out, "<p class=\"facts\">%zu more answers: legomena accounts</p>\n",
                      end - first - shown);
}

/* Accounts of another time stand behind the others of their question, and are left out here. */
static lgm_status put_matrix(const accounts_view *v, strbuf *out)
{
    size_t n, i = 0;
    column *const columns = columns_of(v, &n);
    if (!columns) return LGM_E_NOMEM;
    strbuf_puts(out, "<section><h2>Who answers what</h2>\n");
    while (i < v->accounts->n) {
        const lgm_account_question q = v->accounts->at[i].answer->question;
        size_t end = i, all = i;
        while (all < v->accounts->n && v->accounts->at[all].answer->question == q) all++;
        while (end < all && !v->accounts->at[end].aside) end++;
        if (end > i) put_question(v, i, end, columns, n, out);
        i = all;
    }
    if (n > MOST_SOURCES)
        strbuf_printf(out, "<p class=\"facts\">%zu more publishers have no column.</p>\n",
                      n - MOST_SOURCES);
    strbuf_puts(out, "</section>\n");
    free(columns);
    return LGM_OK;
}

/* ---- what differs ---- */

static void put_side(const accounts_view *v, const lgm_account_said *s, strbuf *out)
{
    const lgm_record *const r = v->told[s->report].record;
    strbuf_puts(out, "<strong>");
    put_value(out, s->answer);
    strbuf_puts(out, "</strong> (");
    if (s->answer->speaker.len) markup_line(out, s->answer->speaker, 40);
    if (s->answer->speaker.len) strbuf_puts(out, ", ");
    strbuf_printf(out, "report %lld", (long long)v->told[s->report].report);
    if (r->date.len) strbuf_puts(out, ", ");
    markup_text(out, r->date);
    strbuf_puts(out, ")");
}

static void put_differences(const accounts_view *v, strbuf *out)
{
    size_t n = 0;
    for (size_t i = 0; i < v->accounts->n_links; i++) {
        const lgm_account_link *const l = &v->accounts->links[i];
        if (!accounts_page_shows_link(v, l)) continue;
        if (!n++) strbuf_puts(out, "<section><h2>What differs, and what changed</h2>\n<ul>\n");
        strbuf_puts(out, "<li>");
        strbuf_puts(out, lgm_account_question_words(v->accounts->at[l->a].answer->question));
        strbuf_puts(out, ": ");
        put_side(v, l->by_a, out);
        strbuf_puts(out, " \u00b7 ");
        put_side(v, l->by_b, out);
        strbuf_puts(out, " <small>");
        strbuf_puts(out, accounts_page_link_words(l->kind));
        strbuf_puts(out, "</small></li>\n");
    }
    if (n) strbuf_puts(out, "</ul></section>\n");
}

/* ---- who stands behind it, and the reports ---- */

static lgm_status put_origins(const accounts_view *v, strbuf *out, lgm_err *err)
{
    const size_t n = v->facts->story->n;
    lgm_origins *origins = NULL;
    size_t n_voices = 0, most = n;
    for (size_t i = 0; i < n; i++) most += v->told[i].record->claims.n;
    lgm_voice *const voices = calloc(most + 1, sizeof *voices);
    if (!voices) return LGM_E_NOMEM;
    for (uint32_t i = 0; i < n; i++) {
        voices[n_voices++] = (lgm_voice){i, LGM_NONE};
        for (uint32_t c = 0; c < v->told[i].record->claims.n; c++)
            voices[n_voices++] = (lgm_voice){i, c};
    }
    const lgm_status st = lgm_origins_of(&origins, v->told, n, voices, n_voices, err);
    if (st == LGM_OK) {
        const origin_view view = {origins, v->told, n};
        strbuf_puts(out, "<section><h2>Who stands behind it</h2>\n<p class=\"facts\">");
        origin_count_words(out, origins->least, origins->most);
        strbuf_puts(out, "</p>\n<figure>");
        origin_picture(out, &view);
        strbuf_puts(out, "</figure></section>\n");
    }
    lgm_origins_free(origins);
    free(voices);
    return st;
}

static void put_reports(const accounts_view *v, strbuf *out)
{
    const lgm_story *const s = v->facts->story;
    strbuf_puts(out, "<section><h2>Reports, the oldest first</h2>\n<ol>\n");
    for (size_t i = 0; i < s->n; i++) {
        const lgm_told *const t = &v->told[i];
        strbuf_puts(out, "<li>");
        markup_line(out, story_facts_title(v->facts, i), 90);
        strbuf_printf(out, " <small>%lld", (long long)t->report);
        if (t->record->date.len) strbuf_puts(out, " \u00b7 ");
        markup_text(out, t->record->date);
        if (t->record->publisher.len) strbuf_puts(out, " \u00b7 ");
        markup_text(out, t->record->publisher);
        if (t->copy_of != LGM_NONE)
            strbuf_printf(out, " \u00b7 copy of %lld", (long long)v->told[t->copy_of].report);
        strbuf_puts(out, "</small></li>\n");
    }
    strbuf_puts(out, "</ol></section>\n");
}

lgm_status story_html(const accounts_view *v, strbuf *out, lgm_err *err)
{
    const html_closing closing = {0};
    strbuf title = {0}, note = {0};
    markup_line(&title, story_facts_headline(v->facts), 90);
    html_begin(out, &title, HTML_INDEX);
    strbuf_puts(out, "<header>\n<h1>");
    strbuf_put(out, title.at, title.len);
    strbuf_puts(out, "</h1>\n<p class=\"facts\">");
    story_facts_put_coverage(v->facts, &note);
    if (note.at) markup_text(out, (lgm_str){note.at, note.len});
    strbuf_puts(out, "</p>\n</header>\n");
    lgm_status st = v->only_links ? LGM_OK : put_matrix(v, out);
    if (!v->only_links) story_rise(v, out);
    put_differences(v, out);
    if (st == LGM_OK && !v->only_links) st = put_origins(v, out, err);
    if (!v->only_links) put_reports(v, out);
    html_end(out, &closing);
    out->failed |= title.failed || note.failed;
    strbuf_done(&title);
    strbuf_done(&note);
    return st;
}
