/*
 * shown.h - what the pages for people have in common: how a date reads, what stands for a title,
 * which words of a claim are quoted and which are the report's own.
 *
 * All that is handed out is borrowed from the document, or is static.
 *
 * Files   shown.c, shown_act.c, shown_content.c.
 */
#ifndef PAGES_SHOWN_H
#define PAGES_SHOWN_H

#include <stdbool.h>

#include "legomena/record.h"
#include "strbuf.h"

#define SHOWN_UNSURE 0.5f    /* below this confidence a claim is marked: nobody takes it as read */
#define SHOWN_GAP " \u2026 " /* where something that is not part of the claim stands in between */
#define SHOWN_NO_SOURCE "(no source named)"
/* What stands in place of claims where there are none. */
const char *shown_no_claims(const lgm_record *r);

enum { SHOWN_DATE_ROOM = 32 }; /* bytes of a date */

/* A TIMEX3 value as a reader would write it: "2024-03-13TNI" is "2024-03-13 night". */
void shown_date(char out[SHOWN_DATE_ROOM], const char *value);

/* The day of publication, where it is known. */
bool shown_published(const lgm_record *r, char date[SHOWN_DATE_ROOM]);

/* "from the dateline", where the date is not one that was given with the report; else NULL. */
const char *shown_date_source(const lgm_record *r);

/* Is the title the first paragraph of the text, as the headline of a plain text is? */
bool shown_title_in_text(const lgm_record *r);

/* The title of a report, else the first words of the text. */
enum { SHOWN_TITLE_WORDS = 10, SHOWN_TITLE_BYTES = 90 }; /* of the last */
void shown_title(strbuf *out, const lgm_record *r);

/* First byte of a letter or a digit: not of a dash or a quotation mark. */
bool shown_is_letter(unsigned char c);

/* Words as a person counts them: "don't" is one, a comma is none. */
size_t shown_word_count(const lgm_record *r);

/* Entities that the report names; of the others only claims tell. */
size_t shown_name_count(const lgm_record *r);
bool shown_is_named(const lgm_entity *e); /* is one of its mentions a name? */
/* The time expression behind an entry of the timeline; NULL for none. */
const lgm_time *shown_time_of(const lgm_record *r, const lgm_dated *d);

/* The words without a comma at their end, which belongs to the sentence they come from. */
lgm_str shown_trimmed(lgm_str s);

/* Words in quotation marks; marks that they open and do not close are closed. */
void shown_quoted(strbuf *out, lgm_str words);

/* Has the cue a word? A mark such as ":" says nothing beside the source. */
bool shown_has_cue(const lgm_record *r, const lgm_claim *c);
/* Where one line must do: who, "the mayor (Ada Lind)", or for "she" the name; and how, with what
 * stands between them, " — told reporters". */
void shown_speaker(strbuf *out, const lgm_record *r, const lgm_claim *c);
void shown_cue(strbuf *out, const lgm_record *r, const lgm_claim *c);

/* What a claim does, and how surely, where that says more than that it is stated as certain: "warns
 * · possible · ", else "". What goes without saying of an act is left out: who denies is sure of
 * the contrary, what is demanded is open. */
enum { SHOWN_ACT_ROOM = 64 };
void shown_act(char out[SHOWN_ACT_ROOM], const lgm_claim *c);

/* Lines along the text; places are asked for in ascending order. Start with {0, 0}. */
typedef struct shown_lines {
    size_t at, line;
} shown_lines;

lgm_cpspan shown_first_span(const lgm_claim *c);
/* 1-based line on which the span begins. */
size_t shown_line_of(shown_lines *lines, const lgm_record *r, lgm_cpspan span);

/* Headings for names, in the order in which they are shown. */
enum { SHOWN_N_GROUPS = 6 };
extern const char *const shown_group_names[SHOWN_N_GROUPS];
unsigned shown_group(lgm_entity_type type);

/* What a stretch of a claim's content is. */
typedef enum shown_kind { SHOWN_PLAIN, SHOWN_QUOTED, SHOWN_BETWEEN } shown_kind;

/* The content of a claim, piece by piece: its quoted runs with their marks, the paraphrase, and
 * SHOWN_GAP between its parts. A quoted run whose mark stands in the text right outside of the
 * content gets it all the same: without it a reader would take the words for paraphrase. A mark
 * that the text does not have is never added. */
void shown_content(const lgm_record *r, const lgm_claim *c,
                   void (*put)(void *ctx, shown_kind kind, lgm_str s), void *ctx);

#endif
