/*
 * wrap.h - styled words set in lines for a terminal.
 *
 *     wrapper w;
 *     wrap_start(&w, out, width, color);
 *     wrap_indent(&w, 4, 4);                     first line, lines after it
 *     wrap_text(&w, STYLE_BOLD, "words", 5);
 *     wrap_end(&w);
 *
 * Words may be put together from several calls: only white space separates them, and every run of
 * it is one place to break. The text comes from strangers: control characters and those that turn
 * the direction of writing come out as U+FFFD, so that a report cannot steer the terminal.
 *
 * Units   columns, as utf8proc counts them (wide characters are two, combining ones none).
 */
#ifndef PAGES_WRAP_H
#define PAGES_WRAP_H

#include "strbuf.h"

typedef enum text_style { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_QUOTE, STYLE_HEAD } text_style;

enum { WRAP_NARROW = 60 };    /* below so many columns nothing stands side by side */
enum { WRAP_WORD_MAX = 512 }; /* bytes of a word; a longer one is cut there */

typedef struct wrapper {
    strbuf *out;
    int width;
    bool color;
    bool filled; /* blanks to the end of each line; may be set between wrap_start and the words */
    int col, hanging;
    bool line_has_words;
    text_style now;           /* the style in force in the output */
    const char *tail;         /* see wrap_tail; borrowed; may be NULL */
    char word[WRAP_WORD_MAX]; /* the word being put together, with the style of each byte */
    unsigned char style[WRAP_WORD_MAX];
    int word_len, word_cols;
    bool glued; /* what is flushed goes on with the word before it */
} wrapper;

void wrap_start(wrapper *w, strbuf *out, int width, bool color);
/* A paragraph from here on. */
void wrap_indent(wrapper *w, int first, int hanging);
/* A paragraph with a heading at `indent` and its words from `column` on; where the lines are narrow
 * they begin on the next line. */
void wrap_item(wrapper *w, int indent, int column, text_style style, const char *heading);
/* Words, dim, for the right end of the first line; where there is no room they end the paragraph.
 * Call it after wrap_indent. */
void wrap_tail(wrapper *w, const char *tail);
void wrap_text(wrapper *w, text_style style, const char *s, size_t len);
void wrap_words(wrapper *w, text_style style, const char *s);
void wrap_end(wrapper *w);
/* s on one line and as harmless as wrap_text makes it, for messages that name a file. */
void wrap_shown(strbuf *out, const char *s);
void wrap_shown_text(strbuf *out, const char *s, size_t len);
/* Columns of a text as wrap_text would write it on one line. */
int wrap_columns(const char *s, size_t len);

#endif
