/*
 * about_facts.h - what a page says of itself, by where it says it. Between the about_*.c files.
 *
 * Each source notes what it finds; the first of a cell stays. about_page.c asks them all.
 * Functions of about_article.c (JSON-LD), about_meta.c, about_markup.c, about_lines.c,
 * about_section.c, about_near.c, about_people.c and about_plain.c.
 *
 * Owns    texts in the tree or the arena, with one space for each white space; names cleaned.
 */
#ifndef LGM_ABOUT_FACTS_H
#define LGM_ABOUT_FACTS_H

#include "about/moment.h"
#include "web/block.h"

typedef enum lgm_web_source {
    LGM_FROM_LD,     /* JSON-LD of the article */
    LGM_FROM_META,   /* <meta>, <link> */
    LGM_FROM_MARKUP, /* microdata, <time>, classes, beside the headline */
    LGM_FROM_LINE,   /* a line beside the headline, or with a label */
    LGM_FROM_BARE,   /* a day without a label beside the headline */
    LGM_N_SOURCES
} lgm_web_source;

typedef enum lgm_web_fact {
    LGM_FACT_TITLE,
    LGM_FACT_PUBLISHER,
    LGM_FACT_URL,
    LGM_FACT_SECTION,
    LGM_N_FACTS
} lgm_web_fact;

#define LGM_NO_BLOCK UINT32_MAX
enum { LGM_WEB_MOST_PEOPLE = 12, LGM_WEB_MOST_TITLES = 8, LGM_WEB_LONGEST_TITLE = 500 };

typedef struct lgm_web_people { /* each once, in order */
    lgm_slice name[LGM_WEB_MOST_PEOPLE];
    size_t n;
} lgm_web_people;

typedef struct lgm_web_facts {
    lgm_arena *arena;
    const lgm_web_tree *tree;
    lgm_slice text[LGM_N_FACTS][LGM_N_SOURCES];
    lgm_slice titles[LGM_WEB_MOST_TITLES]; /* all that is stated as title, <title> too */
    size_t n_titles;
    lgm_web_people people[LGM_N_SOURCES];
    lgm_moment published[LGM_N_SOURCES], modified[LGM_N_SOURCES]; /* year 0: not stated */
    bool bare_is_above; /* the day without a label stands above the headline */
    lgm_slice agency;
    lgm_slice host; /* of the page's address, without "www." */
    lgm_day_order order;
    uint32_t headline; /* its node; LGM_NO_BLOCK where it is not known */
    bool failed;       /* the arena is spent */
} lgm_web_facts;

/* A copy with one space for each white space, references of HTML resolved; empty stays empty. */
lgm_slice lgm_web_plain(lgm_web_facts *f, lgm_slice s);

void lgm_web_note(lgm_web_facts *f, lgm_web_fact fact, lgm_web_source from, lgm_slice value);
/* Of 1800 on; not the moment from which machines count. */
void lgm_web_note_moment(lgm_moment *to, lgm_slice value, lgm_day_order order);
void lgm_web_note_title(lgm_web_facts *f, lgm_web_source from, lgm_slice value);

/* ---- the sources ----------------------------------------------------------------------------- */

LGM_NODISCARD lgm_status lgm_web_facts_of_ld(lgm_web_facts *f, lgm_err *err);
void lgm_web_facts_of_meta(lgm_web_facts *f);

typedef struct lgm_web_near { /* blocks from a few before the headline to the first of the report */
    uint32_t first, headline, body, last; /* headline: LGM_NO_BLOCK where it was not found; last:
                                             behind the last block of the report */
} lgm_web_near;

lgm_web_near lgm_web_find_near(lgm_web_facts *f, const lgm_web_blocks *blocks);
void lgm_web_facts_of_markup(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near);
/* The last label of a day in a text: LGM_ABOUT_PUBLISHED, LGM_ABOUT_MODIFIED or 0. */
uint32_t lgm_web_label_of(lgm_slice text);
void lgm_web_facts_of_lines(lgm_web_facts *f, const lgm_web_blocks *blocks, lgm_web_near near);

/* A step on the way from the home page to the report: the last that is a section counts. */
void lgm_web_note_step(lgm_web_facts *f, lgm_slice step);
void lgm_web_sections_of_markup(lgm_web_facts *f);

/* ---- names ----------------------------------------------------------------------------------- */

/* The people in a value or a line; a label ("By"), offices and outlets are left out, an agency is
 * noted. */
void lgm_web_add_people(lgm_web_facts *f, lgm_web_people *to, lgm_slice s);
/* A name of one word is a person's where the page says so. */
void lgm_web_add_person(lgm_web_facts *f, lgm_web_people *to, lgm_slice s);
/* Notes s where it is the name of an agency. */
bool lgm_web_note_agency(lgm_web_facts *f, lgm_slice s);

/* Letters and digits alone, in lower case, in the arena: to compare names and titles. */
lgm_slice lgm_web_key(lgm_web_facts *f, lgm_slice s);
bool lgm_web_same(lgm_web_facts *f, lgm_slice a, lgm_slice b); /* by their keys; false of none */
bool lgm_web_holds(lgm_slice s, lgm_slice part);
/* "https://www.facebook.com/ada.lind" is no name. */
bool lgm_web_is_address(lgm_slice s);
/* Of a teaser, a comment, a menu: beside the report. */
bool lgm_web_is_apart(const lgm_web_facts *f, uint32_t node);

#endif
