/*
 * html.h - reports as one web page for people: the text with its claims lit up, a card a claim, a
 * picture of the timeline, the names. Functions of html.c and html_frame.c.
 *
 *     html_begin(&b, title);  html_report(&b, r, name, 1, options);  ...  html_end(&b, &closing);
 *
 * The page is one file that asks for nothing: no network, no fonts, no pictures. A
 * Content-Security-Policy lets it use its own styles and its few lines of script, by their
 * hashes, and nothing else; it reads the same without the script, which only lights up a claim's
 * parts together. Everything that comes from a report is written by markup.h.
 *
 * Ids   r1 report, r1-c3 card, r1-t3 the claim in the text, r1-e2 the first mention of a name;
 *       r1-lt and r1-ld name and describe the timeline.
 */
#ifndef PAGES_HTML_H
#define PAGES_HTML_H

#include <stdbool.h>

#include "legomena/record.h"
#include "outline.h"
#include "page_part.h"
#include "strbuf.h"

/* What stands before the first report of a page; title: as html_title wrote it, may be empty. A
 * page of a folder leads to its index. */
typedef enum html_page { HTML_ALONE, HTML_OF_FOLDER, HTML_INDEX } html_page;
void html_begin(strbuf *out, const strbuf *title, html_page page);
/* One report. number: from 1, unique in the page. name: where it came from; may be NULL. */
typedef struct html_options {
    outline_order order;
    page_part only; /* PART_TEXT: the text alone, without what was found in it */
} html_options;
void html_report(strbuf *out, const lgm_record *r, const char *name, unsigned long long number,
                 html_options o);
/* The title of a report on one line, escaped, at most some 90 letters. */
void html_title(strbuf *out, const lgm_record *r);

/* The file of a report in a folder of pages. */
enum { HTML_NAME_ROOM = 32 };
void html_name(char name[HTML_NAME_ROOM], unsigned long long number);
/* A line of the list of contents, which is all that grows with the number of reports. On a page of
 * several reports the list stands at the end of the file and at the top of the page. in_folder: it
 * leads to the file of html_name. */
void html_entry(strbuf *contents, const lgm_record *r, unsigned long long number, bool in_folder);
typedef struct html_closing {
    const strbuf *contents; /* NULL = none */
    bool is_index;          /* of a folder of pages */
    unsigned long long n_reports, n_claims, n_failed;
    const char *model, *version; /* NULL = not said */
} html_closing;
void html_end(strbuf *out, const html_closing *c);

/* html_style.c: the styles and the script as they stand in the page, and base64 of their
 * SHA-256. */
extern const char html_style[], html_style_sha256[], html_script[], html_script_sha256[];

#endif
