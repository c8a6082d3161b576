/* copy_rows.c - see copy_rows.h. */
#include "copy_rows.h"

#include <stdio.h>
#include <string.h>

#define PAIR_COLUMNS                                                                               \
    {"group", LGM_COLUMN_ID, "the earliest report of the group, or the one that was asked for"},   \
        {"report", LGM_COLUMN_ID, "the later of the two"},                                         \
        {"of", LGM_COLUMN_ID, "the earlier one, whose text it has"},                               \
        {"kind", LGM_COLUMN_TEXT, "what it is of the earlier one"},                                \
        {"share", LGM_COLUMN_NUMBER, "of its words, 0 to 1"},                                      \
        {"share_of", LGM_COLUMN_NUMBER, "of the words of the earlier one"},                        \
        {"words", LGM_COLUMN_NUMBER, "that are shared"},                                           \
        {"quoted", LGM_COLUMN_NUMBER, "of these between quotation marks"},                         \
        {"credit", LGM_COLUMN_TEXT, "the agency that makes them one"},                             \
        {"date", LGM_COLUMN_TEXT, "of the later one"}, {"publisher", LGM_COLUMN_TEXT, "of it"},    \
        {"title", LGM_COLUMN_TEXT, "of it"}, {"of_date", LGM_COLUMN_TEXT, "of the earlier one"},   \
        {"of_publisher", LGM_COLUMN_TEXT, "of it"},                                                \
    {                                                                                              \
        "of_title", LGM_COLUMN_TEXT, "of it"                                                       \
    }

static const lgm_question_column pair_columns[] = {PAIR_COLUMNS};
static const lgm_question_column passage_columns[] = {
    PAIR_COLUMNS,
    {"start", LGM_COLUMN_NUMBER, "of a passage, in code points of the later text"},
    {"end", LGM_COLUMN_NUMBER, "behind it"},
    {"of_start", LGM_COLUMN_NUMBER, "of it, in the earlier text"},
    {"of_end", LGM_COLUMN_NUMBER, "behind it"},
    {"text", LGM_COLUMN_TEXT, "its words, as the later report has them"},
};

const lgm_question_kind copy_rows_pairs = {.name = "copies",
                                           .help = "reports that have one text",
                                           .columns = pair_columns,
                                           .n_columns = sizeof pair_columns / sizeof *pair_columns},
                        copy_rows_passages = {.name = "passages",
                                              .help = "passages that reports share",
                                              .columns = passage_columns,
                                              .n_columns =
                                                  sizeof passage_columns / sizeof *passage_columns};

enum { MOST = 24 };

typedef struct cells {
    lgm_question_value at[MOST];
    char numbers[MOST][32];
    size_t n;
} cells;

static void put_text(cells *c, lgm_str s)
{
    c->at[c->n++] = (lgm_question_value){.is_null = !s.ptr, .text = s};
}

static void put_words(cells *c, const char *s)
{
    put_text(c, (lgm_str){s, s ? strlen(s) : 0});
}

static void put_number(cells *c, double value)
{
    char *const text = c->numbers[c->n];
    snprintf(text, sizeof *c->numbers, "%.15g", value);
    c->at[c->n++] = (lgm_question_value){.number = value, .text = {text, strlen(text)}};
}

static void put_id(cells *c, int64_t report)
{
    char *const text = c->numbers[c->n];
    snprintf(text, sizeof *c->numbers, "%lld", (long long)report);
    put_words(c, text);
}

/* Two digits: it is an estimate. */
static double hundredths(double share)
{
    return (double)(int)(share * 100 + 0.5) / 100;
}

static void put_pair(cells *c, const copy_shown *s)
{
    put_id(c, s->group);
    put_id(c, s->copy.report);
    put_id(c, s->copy.of);
    put_words(c, lgm_copy_kind_name(s->copy.kind));
    put_number(c, hundredths(s->copy.share));
    put_number(c, hundredths(s->copy.share_of));
    put_number(c, s->copy.words);
    put_number(c, s->copy.quoted);
    put_words(c, s->copy.credit);
    put_text(c, s->report.date);
    put_text(c, s->report.publisher);
    put_text(c, s->report.title);
    put_text(c, s->of.date);
    put_text(c, s->of.publisher);
    put_text(c, s->of.title);
}

void copy_rows_put_pair(rows *r, const copy_shown *s)
{
    cells c = {.n = 0};
    put_pair(&c, s);
    rows_put(r, &(lgm_question_row){c.at, c.n});
}

void copy_rows_put_passage(rows *r, const copy_shown *s, const lgm_copy_passage *p, lgm_str words)
{
    cells c = {.n = 0};
    put_pair(&c, s);
    put_number(&c, p->in.start);
    put_number(&c, p->in.end);
    put_number(&c, p->of.start);
    put_number(&c, p->of.end);
    put_text(&c, words);
    rows_put(r, &(lgm_question_row){c.at, c.n});
}
