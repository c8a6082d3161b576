/*
 * day_answers.c - when: the days near a word that tells what happened. A line that is no more than
 * a date is one of publication, and a day on which something was said is none of what happened.
 */
#include <stdio.h>
#include <string.h>

#include "account/found_answers.h"
#include "base/calendar.h"

enum { NEAR = 110, HEAD = 400, SHORT_LINE = 45 }; /* code points */

static bool is_of_saying(const lgm_record *r, uint32_t time)
{
    for (size_t i = 0; i < r->claims.n; i++)
        if (r->claims.at[i].said && r->claims.at[i].said->time == time) return true;
    return false;
}

/* Stands in a short line at the head of the report. */
static bool is_dateline(const lgm_record *r, const lgm_time *x)
{
    if (x->start >= HEAD) return false;
    const lgm_str words = lgm_record_quote(r, (lgm_cpspan){x->start, x->end});
    const char *from = words.ptr, *to = words.ptr + words.len;
    while (from > r->text.ptr && from[-1] != '\n') from--;
    while (to < r->text.ptr + r->text.len && *to != '\n') to++;
    return to - from < SHORT_LINE;
}

/* "Posted Monday", "posted in Accidents on Friday, 3 May 2024", "said on Monday". */
static bool is_of_page(const lgm_account_text *t, uint32_t word)
{
    enum { FAR = 10 };
    static const char *const words[] = {"posted", "published", "updated", "said", "told"};
    for (uint32_t i = word; i-- > 0 && i + FAR > word;)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (lgm_account_is(t, i, words[k]) && (k < 2 || i + 4 > word)) return true;
    return false;
}

static bool is_any(const lgm_account_text *t, uint32_t word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

static bool is_year(const lgm_account_word *w)
{
    return w->form.len == 4 && (w->form.ptr[0] == '1' || w->form.ptr[0] == '2') && w->plain &&
           w->form.ptr[1] >= '0' && w->form.ptr[1] <= '9';
}

/* "14 May 2024 11:41am", "8:44AM BST 16 Sep 2024": day, year and time of day without a word that
 * joins them, as pages have them. */
static bool is_stamp(const lgm_account_text *t, uint32_t word)
{
    enum { FAR = 8 };
    static const char *const joins[] = {"at", "on", "in", "around", "about", "when", "by"};
    bool year = false, clock = false;
    const uint32_t from = word > FAR ? word - FAR : 0;
    for (uint32_t i = from; i < t->n && i < word + FAR; i++) {
        if (i < word && is_any(t, i, joins, sizeof joins / sizeof *joins)) year = clock = false;
        if (i >= word && is_any(t, i, joins, sizeof joins / sizeof *joins)) break;
        year |= is_year(&t->words[i]);
        clock |= i > 0 && lgm_account_is(t, i, ":") && t->words[i - 1].form.ptr[0] >= '0' &&
                 t->words[i - 1].form.ptr[0] <= '9';
    }
    return year && clock;
}

/* "About 3pm", "early morning": of which day it does not say, and none stands near it. */
static bool is_hour(const lgm_account_text *t, const lgm_time *x)
{
    static const char *const no_days[] = {"about",     "around",
                                          "early",     "late",
                                          "the",       "at",
                                          "a",         "m",
                                          "p",         "am",
                                          "pm",        "morning",
                                          "afternoon", "evening",
                                          "night",     "noon",
                                          "midnight",  "shortly",
                                          "before",    "after",
                                          "just",      "approximately",
                                          "in",        "local",
                                          "time",      "gmt",
                                          "mid",       "dawn",
                                          "dusk"};
    for (uint32_t i = lgm_account_word_at(t, x->start); i < t->n && t->words[i].start < x->end; i++)
        if (t->words[i].plain && !is_any(t, i, no_days, sizeof no_days / sizeof *no_days) &&
            !(t->words[i].form.ptr[0] >= '0' && t->words[i].form.ptr[0] <= '9'))
            return false;
    return x->type == LGM_TIME_TIME && x->anchor == LGM_PUBLISHED;
}

static bool is_day(lgm_str value)
{
    return value.len >= 10 && value.ptr[4] == '-' && value.ptr[7] == '-' && value.ptr[8] != 'X' &&
           value.ptr[0] != 'X';
}

/* "Saturday", "yesterday" of a report without a date. */
static bool is_unknown_day(const lgm_record *r, const lgm_time *x)
{
    static const char *const ends[] = {"day", "tonight", "weekend"};
    const lgm_str words = lgm_record_quote(r, (lgm_cpspan){x->start, x->end});
    if (x->value.len >= 4 && x->value.ptr[0] >= '0' && x->value.ptr[0] <= '9') return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const size_t n = strlen(ends[i]);
        if (words.len >= n && memcmp(words.ptr + words.len - n, ends[i], n) == 0) return true;
    }
    return false;
}

static int32_t digits(const char *s, size_t n)
{
    int32_t value = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9') return -1;
        value = value * 10 + (s[i] - '0');
    }
    return value;
}

/* The day of a report: its date, else the first whole date in a short line at its head. */
static bool own_day(const lgm_record *r, int32_t *out)
{
    lgm_str value = r->date;
    for (size_t i = 0; !value.len && i < r->times.n; i++)
        if (is_day(r->times.at[i].value) && is_dateline(r, &r->times.at[i]))
            value = r->times.at[i].value;
    if (value.len < 10) return false;
    const lgm_ymd d = {digits(value.ptr, 4), digits(value.ptr + 5, 2), digits(value.ptr + 8, 2)};
    if (!lgm_calendar_has(d)) return false;
    *out = lgm_calendar_day(d);
    return true;
}

/* "Friday" and "2 May" of a report with a date: the last one. false: not to be known. */
static bool give_day(lgm_account_found *f, lgm_str value, lgm_account_answer *a)
{
    int32_t own;
    if (value.len < 10 || memcmp(value.ptr, "XXXX-", 5) != 0 || !own_day(f->text->record, &own))
        return false;
    lgm_ymd d = lgm_calendar_date(own);
    if (value.ptr[5] == 'W' && value.ptr[9] >= '1' && value.ptr[9] <= '7') {
        const int32_t back = lgm_calendar_weekday(own) - (value.ptr[9] - '0');
        d = lgm_calendar_date(own - (back + 7) % 7);
    } else {
        d.month = digits(value.ptr + 5, 2);
        d.day = digits(value.ptr + 8, 2);
        if (d.month < 1 || d.day < 1) return false;
        if (lgm_calendar_has(d) && lgm_calendar_day(d) > own) d.year--;
    }
    enum { ROOM = 16 };
    char *const text = lgm_calendar_has(d) ? lgm_arena_alloc(f->arena, ROOM) : NULL;
    if (!text) return false;
    snprintf(text, ROOM, "%04d-%02d-%02d", (int)d.year, (int)d.month, (int)d.day);
    a->day = (lgm_str){text, 10};
    return true;
}

static uint32_t deed_near(const lgm_account_found *f, uint32_t sentence, uint32_t at)
{
    for (size_t i = 0; i < f->deeds.n; i++) {
        const lgm_account_word *const w = &f->text->words[f->deeds.at[i].word];
        const uint32_t far = w->start > at ? w->start - at : at - w->start;
        if (w->sentence == sentence && far < NEAR) return f->deeds.at[i].event;
    }
    return LGM_NONE;
}

void lgm_account_find_days(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    const lgm_record *const r = t->record;
    for (uint32_t i = 0; i < r->times.n && !f->failed; i++) {
        const lgm_time *const x = &r->times.at[i];
        if (x->type != LGM_TIME_DATE && x->type != LGM_TIME_TIME) continue;
        const uint32_t word = lgm_account_word_at(t, x->start);
        const uint32_t s = lgm_account_sentence_at(t, x->start);
        const uint32_t event = deed_near(f, s, x->start);
        if (event == LGM_NONE || is_dateline(r, x) || is_of_page(t, word)) continue;
        if (is_stamp(t, word) || is_hour(t, x)) continue;
        if (is_of_saying(r, i)) continue;
        lgm_account_answer a = lgm_account_blank(LGM_ACCOUNT_WHEN, (lgm_cpspan){x->start, x->end});
        a.words = lgm_record_quote(r, a.span);
        a.event = event;
        a.time = i;
        if (is_day(x->value))
            a.day = (lgm_str){x->value.ptr, 10};
        else if (!give_day(f, x->value, &a) && !is_unknown_day(r, x))
            continue;
        lgm_account_add(f, a);
    }
}
