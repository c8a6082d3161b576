/*
 * about.h - what a plain text says of itself: headline, byline, day of publication and of change.
 * Functions of about.c, day.c, date_line.c, byline.c, agency.c and headline.c.
 *
 * Reads   the first lines of a text, and labels in its last ones; the name of its file.
 * Units   slices of the text; a day with year 0 is not known.
 * Method  by rule, and only what is sure: a line must be a headline, a byline or a date as a whole.
 *         A day whose month cannot be told from its day (04/05/2024) or that has no year is not
 *         known; a day of change, of copying or of a copyright is never one of publication.
 * Owns    nothing, allocates nothing. Not knowing is a result; nothing can fail.
 */
#ifndef LGM_ABOUT_H
#define LGM_ABOUT_H

#include "base/base.h"
#include "base/calendar.h"

typedef struct lgm_about {
    lgm_slice title;             /* of a headline that runs over lines, with its line ends */
    lgm_slice byline;            /* names alone: "Ada Lind and Joren Vale" */
    lgm_slice agency;            /* whose text it is, by a credit above or below it */
    lgm_ymd published, modified; /* from lines that say so */
    lgm_ymd dateline;            /* "LONDON, 4 March 2024 -" */
} lgm_about;

/* text: valid UTF-8 with LF, as lgm_read_decode gives it. */
void lgm_about_text(lgm_slice text, lgm_about *out);

/* A day at the start of s ("Monday, March 4, 2024", "4 March 2024", "2024-03-04", "24/05/2024"):
 * how many bytes it has; 0 where there is none. A time of day behind it is not of it. Of one that
 * can be read in two ways ("04/05/2024") the year is 0. */
size_t lgm_about_day(lgm_slice s, lgm_ymd *day);
/* The same, with months in other languages: "24. Mai 2024", "24 de maio de 2024". */
size_t lgm_about_day_abroad(lgm_slice s, lgm_ymd *day);
/* The one day in the name of a file, without its folders: "report-2024-05-24.txt",
 * "20240524_x.txt". */
bool lgm_about_day_of_name(const char *file, lgm_ymd *day);

/* ---- names in a byline, for who reads one without its label ---------------------------------- */

/* "Ada Lind", "J. K. van der Lind": two words or more, of which two begin with a capital. */
bool lgm_about_is_person(lgm_slice s);
/* Up to the next comma, "and" or "&"; s moves behind it. joined: "and" or "&" was there. */
lgm_slice lgm_about_next_person(lgm_slice *s, bool *joined);
/* Where the names end: before " in Merrow", " for Caldpress", " - Political Editor". */
lgm_slice lgm_about_names_of(lgm_slice s);
/* Without offices before the names ("Staff Writer Ada Lind") and a period behind them. */
lgm_slice lgm_about_without_desk(lgm_slice s);

/* ---- between the files of this reader -------------------------------------------------------- */

typedef enum lgm_about_line_kind {
    LGM_LINE_TEXT,
    LGM_LINE_DATELINE, /* text that begins with a place, and a day or an agency */
    LGM_LINE_DATE,     /* labels and days alone */
    LGM_LINE_BYLINE,
    LGM_LINE_KICKER,
    LGM_LINE_CREDIT /* a copyright, an address of the web */
} lgm_about_line_kind;

typedef struct lgm_about_line { /* a line that is not blank */
    lgm_slice text;             /* without blanks around it */
    lgm_about_line_kind kind;
    bool after_blank; /* a blank line stands before it */
} lgm_about_line;

/* The longest label of these kinds at the start of s: how many bytes it has with a colon behind it,
 * and its kind (about_words.h); 0 where there is none. */
size_t lgm_about_label(lgm_slice s, uint32_t kinds, uint32_t *found);
/* A part of a line that is days and labels alone: true, and published and modified where they were
 * not known. A day without a label is of the kind `unlabelled`; 0: there must be a label. */
bool lgm_about_date_line(lgm_slice s, uint32_t unlabelled, lgm_about *out);
/* "date 2024-05-24 ...", as the first line of a file. */
bool lgm_about_top_date(lgm_slice line, lgm_about *out);
bool lgm_about_dateline(lgm_slice line, lgm_about *out);
bool lgm_about_byline(lgm_slice s, lgm_about *out);

/* The agency that a line names as its own; ptr NULL where there is none. */
lgm_slice lgm_about_agency_of_dateline(lgm_slice line);
lgm_slice lgm_about_agency_of_byline(lgm_slice line, bool is_byline); /* or a person's name */
lgm_slice lgm_about_agency_of_end(lgm_slice line);                    /* of the last ones */

/* The headline among the first lines; ptr NULL where none is sure. */
lgm_slice lgm_about_headline(const lgm_about_line *lines, size_t n);

#endif
