/* html_frame.c - what stands around the reports: head, contents, foot. */
#include "html.h"

#include <stdio.h>
#include <string.h>

#include "legomena/engine.h"
#include "lit.h"
#include "longdate.h"
#include "markup.h"
#include "shown.h"

#define DOT " \u00b7 "

static const char up[] = "<p class=\"up\"><a href=\"index.html\">All reports</a></p>\n";
static const char key[] =
    " In the text: <b class=\"s\">source</b>, "
    "<i class=\"u\">cue</i>, <mark>what is said</mark>, <mark><u>words quoted</u></mark>, "
    "<span class=\"e\">name</span>, " LIT_OWN
    "what the report says itself. A number leads to the claim and back.";

void html_begin(strbuf *out, const strbuf *title, html_page page)
{
    strbuf_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    strbuf_printf(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'\">\n",
        html_style_sha256, html_script_sha256);
    strbuf_puts(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    strbuf_put(out, title->at, title->len);
    strbuf_puts(out, title->len ? " \u2014 who said what</title>\n" : "Who said what</title>\n");
    strbuf_puts(out, "<style>");
    strbuf_puts(out, html_style);
    strbuf_puts(out, "</style>\n</head>\n<body>\n");
    strbuf_puts(out, "<p class=\"key\"><span class=\"brand\">Who said what</span>");
    if (page != HTML_INDEX) strbuf_puts(out, key);
    strbuf_puts(out, "</p>\n");
    if (page == HTML_OF_FOLDER) strbuf_puts(out, up);
    strbuf_puts(out, "<main>\n");
}

void html_name(char name[HTML_NAME_ROOM], unsigned long long number)
{
    snprintf(name, HTML_NAME_ROOM, "%04llu.html", number);
}

void html_entry(strbuf *contents, const lgm_record *r, unsigned long long number, bool in_folder)
{
    char date[SHOWN_DATE_ROOM], name[HTML_NAME_ROOM], words[LONGDATE_ROOM];
    html_name(name, number);
    if (in_folder)
        strbuf_printf(contents, "<li><a href=\"%s\">", name);
    else
        strbuf_printf(contents, "<li><a href=\"#r%llu\">", number);
    html_title(contents, r);
    strbuf_puts(contents, "</a> <small>");
    if (shown_published(r, date)) {
        longdate(words, date, NULL);
        markup_puts(contents, words);
        strbuf_puts(contents, DOT);
    }
    strbuf_count(contents, r->claims.n, "claim", "claims");
    strbuf_puts(contents, "</small></li>\n");
}

/* The contents of a folder, under a heading. */
static void put_index(strbuf *out, const html_closing *c)
{
    strbuf_puts(out, "<header>\n<h1>");
    strbuf_count(out, c->n_reports, "report", "reports");
    strbuf_puts(out, "</h1>\n<p class=\"facts\">");
    strbuf_count(out, c->n_claims, "claim", "claims");
    strbuf_puts(out, "</p>\n</header>\n<ol class=\"index\">\n");
    strbuf_put(out, c->contents->at, c->contents->len);
    strbuf_puts(out, "</ol>\n");
}

void html_end(strbuf *out, const html_closing *c)
{
    if (c->is_index) put_index(out, c);
    strbuf_puts(out, "</main>\n");
    if (c->n_reports > 1 && !c->is_index) {
        strbuf_puts(out, "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
        strbuf_put(out, c->contents->at, c->contents->len);
        strbuf_puts(out, "</ol>\n</nav>\n");
    }
    strbuf_puts(out, "<footer>");
    if (c->n_failed) {
        strbuf_count(out, c->n_failed, "report", "reports");
        strbuf_puts(out, " could not be read and ");
        strbuf_puts(out, c->n_failed == 1 ? "is" : "are");
        strbuf_puts(out, c->is_index ? " not here.<br>\n" : " not on this page.<br>\n");
    }
    strbuf_puts(out, "legomena " LGM_VERSION);
    if (c->model && *c->model) {
        strbuf_puts(out, ", model ");
        markup_puts(out, c->model);
        if (c->version && *c->version) strbuf_puts(out, " ");
        markup_puts(out, c->version);
    }
    strbuf_puts(out,
                ". It reads who said what and judges nothing of it; it errs, and what is marked "
                "<em>unsure</em> errs more. Places: GeoNames, CC BY 4.0.</footer>\n<script>");
    strbuf_puts(out, html_script);
    strbuf_puts(out, "</script>\n</body>\n</html>\n");
}
