/* html.c - the parts of the page, from top to bottom. */
#include "html.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cards.h"
#include "legomena/codes.h"
#include "legomena/engine.h"
#include "lit.h"
#include "longdate.h"
#include "markup.h"
#include "picture.h"
#include "shown.h"

#define DOT " \u00b7 "

enum { PREFIX_ROOM = 24 };

/* ---- small things ---- */

void html_title(strbuf *out, const lgm_record *r)
{
    const double columns = 96;
    strbuf title = {0};
    shown_title(&title, r);
    markup_line(out, (lgm_str){title.at, title.len}, columns);
    if (title.failed) out->failed = true;
    strbuf_done(&title);
}

/* One item of a list divided by dots. */
static void put_item(strbuf *out, bool *any, lgm_str s)
{
    if (!s.ptr || !s.len) return;
    if (*any) strbuf_puts(out, DOT);
    markup_line(out, s, 0);
    *any = true;
}

/* "14 March 2024", readable by programs too. */
static void put_date(strbuf *out, const char *value, const char *mod)
{
    char date[LONGDATE_ROOM];
    longdate(date, value, mod);
    markup_puts(out, date);
}

/* ---- head and text ---- */

static void write_facts(strbuf *out, const lgm_record *r, const char *name)
{
    char date[SHOWN_DATE_ROOM];
    bool any = false;
    strbuf_puts(out, "<p class=\"facts\">");
    put_item(out, &any, r->publisher);
    if (any) strbuf_puts(out, DOT);
    if (shown_published(r, date)) {
        strbuf_puts(out, "<time datetime=\"");
        markup_puts(out, date);
        strbuf_puts(out, "\">");
        put_date(out, date, NULL);
        strbuf_puts(out, "</time>");
        if (shown_date_source(r)) strbuf_printf(out, ", %s", shown_date_source(r));
    } else {
        strbuf_puts(out, "no date");
    }
    any = true;
    put_item(out, &any, r->byline);
    put_item(out, &any, (lgm_str){name, name ? strlen(name) : 0});
    put_item(out, &any, r->url);
    strbuf_puts(out, "<br>\n");
    strbuf_count(out, shown_word_count(r), "word", "words");
    strbuf_puts(out, DOT);
    strbuf_count(out, r->claims.n, "claim", "claims");
    strbuf_puts(out, DOT);
    strbuf_count(out, shown_name_count(r), "name", "names");
    strbuf_puts(out, "</p>\n");
}

/* A headline that stands in the text is the heading, with whatever is lit up in it; a title of the
 * report's own stands above the text, which then follows from its first line. */
static void write_text(strbuf *out, const lgm_record *r, const char *name, const char *prefix)
{
    const bool own_title = r->title.ptr && r->title.len;
    const bool in_text = shown_title_in_text(r);
    lit *const l = lit_start(r, prefix);
    if (!l) {
        out->failed = true;
        return;
    }
    strbuf_puts(out, own_title ? "<header>\n<h1>" : "<header>\n<h1 class=\"none\">");
    if (!in_text || !lit_paragraph(l, out)) html_title(out, r);
    strbuf_puts(out, "</h1>\n");
    write_facts(out, r, name);
    strbuf_puts(out, "</header>\n<section class=\"text\" aria-label=\"The text\">\n");
    while (!lit_at_end(l)) {
        strbuf paragraph = {0};
        if (lit_paragraph(l, &paragraph)) {
            strbuf_puts(out, "<p>");
            strbuf_put(out, paragraph.at, paragraph.len);
            strbuf_puts(out, "</p>\n");
        }
        if (paragraph.failed) out->failed = true;
        strbuf_done(&paragraph);
    }
    strbuf_puts(out, "</section>\n");
    lit_done(l);
}

/* ---- names ---- */

/* A country in words. */
static lgm_str words_of(lgm_str code)
{
    const char *const words = lgm_code_words(code.ptr, code.len);
    return words ? (lgm_str){words, strlen(words)} : code;
}

/* "RUSGOV" as "Russia, government"; the code is there for who points at it. */
static void put_actor(strbuf *out, const char *code, bool *any)
{
    enum { PART = 3 };
    if (*any) strbuf_puts(out, DOT);
    *any = true;
    strbuf_puts(out, "<span class=\"actor\" title=\"");
    markup_puts(out, code);
    strbuf_puts(out, "\">");
    for (size_t i = 0, len = strlen(code); i < len; i += PART) {
        const size_t n = len - i < PART ? len - i : PART;
        const char *const words = lgm_code_words(code + i, n);
        if (i) strbuf_puts(out, ", ");
        if (words)
            markup_puts(out, words);
        else
            markup_line(out, (lgm_str){code + i, n}, 0);
    }
    strbuf_puts(out, "</span>");
}

/* A state has its own name for a code. */
static bool is_itself(const lgm_entity *e)
{
    const char *const words = lgm_code_words(e->actor.ptr, e->actor.len);
    return words && strlen(words) == e->name.len && memcmp(words, e->name.ptr, e->name.len) == 0;
}

static void put_place(strbuf *out, const lgm_entity *e, bool *any)
{
    const lgm_entity_place *const p = e->place;
    if (!p) return;
    if (p->name.len != e->name.len || memcmp(p->name.ptr, e->name.ptr, e->name.len) != 0)
        put_item(out, any, p->name);
    if (p->is_country) return;
    if (p->country.ptr) put_item(out, any, words_of(p->country));
    char at[64];
    snprintf(at, sizeof at, "%.2f\u00b0\u00a0%c %.2f\u00b0\u00a0%c", p->lat < 0 ? -p->lat : p->lat,
             p->lat < 0 ? 'S' : 'N', p->lon < 0 ? -p->lon : p->lon, p->lon < 0 ? 'W' : 'E');
    put_item(out, any, (lgm_str){at, strlen(at)});
}

static void write_name(strbuf *out, const lgm_entity *e, size_t number, const char *prefix)
{
    bool any = false;
    strbuf_printf(out, "<li><a href=\"#%s-e%zu\">", prefix, number);
    markup_line(out, e->name, 0);
    strbuf_puts(out, "</a>");
    if (e->mentions.n > 1) strbuf_printf(out, "\u00a0<small>\u00d7%zu</small>", e->mentions.n);
    strbuf known = {0};
    for (size_t k = 0; k < e->roles.n; k++) put_item(&known, &any, e->roles.at[k]);
    put_place(&known, e, &any);
    if (e->actor.ptr && !is_itself(e)) put_actor(&known, e->actor.ptr, &any);
    if (known.len) strbuf_puts(out, " <span>");
    strbuf_put(out, known.at, known.len);
    strbuf_puts(out, known.len ? "</span></li>\n" : "</li>\n");
    if (known.failed) out->failed = true;
    strbuf_done(&known);
}

static void write_names(strbuf *out, const lgm_record *r, const char *prefix)
{
    if (shown_name_count(r) == 0) return;
    strbuf_puts(out, "<section class=\"names\">\n<h2>Names</h2>\n");
    for (unsigned g = 0; g < SHOWN_N_GROUPS; g++) {
        bool any = false;
        for (size_t i = 0; i < r->entities.n; i++) {
            const lgm_entity *const e = &r->entities.at[i];
            if (shown_group(e->type) != g || !shown_is_named(e)) continue;
            if (!any) strbuf_printf(out, "<div><h3>%s</h3>\n<ul>\n", shown_group_names[g]);
            any = true;
            write_name(out, e, i + 1, prefix);
        }
        if (any) strbuf_puts(out, "</ul></div>\n");
    }
    strbuf_puts(out, "</section>\n");
}

static void write_warnings(strbuf *out, const lgm_record *r)
{
    const size_t n = r->warnings.n;
    if (n) strbuf_puts(out, "<section class=\"warnings\">\n<h2>Warnings</h2>\n<ul>\n");
    for (size_t i = 0; i < n; i++) {
        strbuf_puts(out, "<li>");
        markup_puts(out, r->warnings.at[i].ptr);
        strbuf_puts(out, "</li>\n");
    }
    if (n) strbuf_puts(out, "</ul>\n</section>\n");
}

static void write_timeline(strbuf *out, const lgm_record *r, const char *prefix)
{
    if (r->timeline.n == 0) return;
    strbuf_puts(out, "<section class=\"timeline\">\n<h2>Timeline</h2>\n");
    picture_write(out, r, prefix);
    strbuf_puts(out, "</section>\n");
}

/* What stands below the text. */
static void write_aside(strbuf *out, const lgm_record *r, const char *prefix, html_options o)
{
    static const struct {
        page_part which;
        void (*write)(strbuf *, const lgm_record *, const char *);
    } parts[] = {{PART_TIMELINE, cards_write_notes},      {PART_DISPUTES, cards_write_disputes},
                 {PART_INCIDENTS, cards_write_incidents}, {PART_FIGURES, cards_write_figures},
                 {PART_EVENTS, cards_write_events},       {PART_CLAIMS, cards_write_speakers},
                 {PART_TIMELINE, write_timeline},         {PART_NAMES, write_names}};
    strbuf_puts(out, "<div class=\"aside\">\n");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].which == PART_CLAIMS && o.order == OUTLINE_SPEAKER) continue;
        if (part_is_shown(o.only, parts[i].which)) parts[i].write(out, r, prefix);
    }
    write_warnings(out, r);
    strbuf_puts(out, "</div>\n");
}

void html_report(strbuf *out, const lgm_record *r, const char *name, unsigned long long number,
                 html_options o)
{
    char prefix[PREFIX_ROOM];
    snprintf(prefix, sizeof prefix, "r%llu", number);
    strbuf_printf(out, "<article id=\"%s\">\n", prefix);
    write_text(out, r, name, prefix);
    if (part_is_shown(o.only, PART_CLAIMS)) cards_write(out, r, prefix, o.order);
    write_aside(out, r, prefix, o);
    strbuf_puts(out, "</article>\n");
}
