/* asked_values.c - days, names, places and numbers as people write them. */
#include "ask/asked_values.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ask/asked_words.h"
#include "base/day_range.h"
#include "world/areas.h"
#include "world/names.h"

static lgm_status put_text(lgm_ask_values *out, const char *s, size_t len, lgm_arena *arena,
                           lgm_err *err)
{
    const char *const copy = lgm_arena_strndup(arena, s, len);
    if (!copy) return lgm_arena_fail(arena, err);
    out->at[out->n++] = (lgm_ask_value){.kind = LGM_ASK_VALUE_TEXT, .text = {copy, len}};
    return LGM_OK;
}

/* ---- words ---- */

static lgm_status put_expression(lgm_ask_values *out, const char *value, lgm_arena *arena,
                                 lgm_err *err)
{
    lgm_buf b = {0};
    lgm_status st = lgm_ask_expression(value, &b, err);
    if (st == LGM_OK && b.failed) st = lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (st == LGM_OK) st = put_text(out, b.at, b.len, arena, err);
    lgm_buf_done(&b);
    return st;
}

/* The words with % around them, and with what LIKE would take for more than a letter left out. */
static lgm_status put_part(lgm_ask_values *out, const char *value, lgm_arena *arena, lgm_err *err)
{
    lgm_buf b = {0};
    lgm_buf_putc(&b, '%');
    for (const char *s = value; *s; s++) lgm_buf_putc(&b, *s == '%' ? '_' : *s);
    lgm_buf_putc(&b, '%');
    lgm_status st = b.failed ? lgm_fail(err, LGM_E_NOMEM, "out of memory") : LGM_OK;
    if (st == LGM_OK) st = put_text(out, b.at, b.len, arena, err);
    lgm_buf_done(&b);
    return st;
}

static const char *codes_of(const char *name, size_t len)
{
    char folded[LGM_WORLD_FOLDED];
    return lgm_world_fold((lgm_slice){name, len}, folded) ? lgm_world_area_codes(folded) : NULL;
}

/* "Punjab, Pakistan": the codes that lie in a country of two letters, NULL = all of them. */
static void put_codes(lgm_buf *b, const char *codes, const char *country)
{
    const char *before = "[";
    for (const char *s = codes; *s;) {
        const size_t n = strcspn(s, " ");
        if (!country || strncmp(s, country, 2) == 0) {
            lgm_buf_puts(b, before);
            lgm_buf_putc(b, '"');
            lgm_buf_put(b, s, n);
            lgm_buf_putc(b, '"');
            before = ",";
        }
        s += n + (s[n] == ' ');
    }
    if (*before == ',') lgm_buf_putc(b, ']');
}

static lgm_status put_area(lgm_ask_values *out, const char *codes, const char *country,
                           lgm_arena *arena, lgm_err *err)
{
    lgm_buf b = {0};
    if (codes) put_codes(&b, codes, country);
    lgm_status st = b.failed ? lgm_fail(err, LGM_E_NOMEM, "out of memory") : LGM_OK;
    if (st == LGM_OK && b.len) st = put_text(out, b.at, b.len, arena, err);
    if (st == LGM_OK && !b.len) out->at[out->n++] = (lgm_ask_value){.kind = LGM_ASK_VALUE_NULL};
    lgm_buf_done(&b);
    return st;
}

static lgm_status put_place(lgm_ask_values *out, const char *value, lgm_arena *arena, lgm_err *err)
{
    const char *const comma = strrchr(value, ',');
    const char *const country = comma ? codes_of(comma + 1, strlen(comma + 1)) : NULL;
    const bool of_country = country && strlen(country) == 2;
    const size_t len = of_country ? (size_t)(comma - value) : strlen(value);
    const char *const name = lgm_arena_strndup(arena, value, len);
    if (!name) return lgm_arena_fail(arena, err);
    const lgm_status st = put_expression(out, name, arena, err);
    if (st != LGM_OK) return st;
    return put_area(out, codes_of(name, len), of_country ? country : NULL, arena, err);
}

/* ---- days ---- */

static bool read_days(const char *value, lgm_day_range *days)
{
    const int32_t today = (int32_t)(time(NULL) / 86400);
    if (strcmp(value, "today") == 0)
        *days = (lgm_day_range){today, today};
    else if (strcmp(value, "yesterday") == 0)
        *days = (lgm_day_range){today - 1, today - 1};
    else
        return strlen(value) >= 4 && lgm_day_range_of(days, (lgm_slice){value, strlen(value)});
    return true;
}

static lgm_status no_day(const char *name, const char *value, lgm_err *err)
{
    return lgm_fail(err, LGM_E_ARG,
                    "%s '%s': should be a day (2024-05-24), a month (2024-05) or a year", name,
                    value);
}

lgm_status lgm_question_day(char day[11], const char *value, lgm_err *err)
{
    lgm_day_range days;
    if (!read_days(value, &days)) return no_day("day", value, err);
    const lgm_ymd d = lgm_calendar_date(days.from);
    snprintf(day, 11, "%04u-%02u-%02u", (unsigned)d.year % 10000, (unsigned)d.month % 100,
             (unsigned)d.day % 100);
    return LGM_OK;
}

static lgm_status put_day(lgm_ask_values *out, int32_t day, const char *end, lgm_arena *arena,
                          lgm_err *err)
{
    char text[40];
    const lgm_ymd d = lgm_calendar_date(day);
    const int len = snprintf(text, sizeof text, "%04d-%02d-%02d%s", d.year, d.month, d.day, end);
    return put_text(out, text, (size_t)len, arena, err);
}

static bool is_moment(const char *s)
{
    return strlen(s) == 20 && s[10] == 'T' && s[19] == 'Z';
}

static lgm_status put_days(lgm_ask_values *out, lgm_ask_take take, const char *name,
                           const char *value, lgm_arena *arena, lgm_err *err)
{
    lgm_day_range days;
    lgm_status st = LGM_OK;
    if (take == LGM_ASK_AS_OF && is_moment(value))
        return put_text(out, value, strlen(value), arena, err);
    if (!read_days(value, &days)) return no_day(name, value, err);
    if (take == LGM_ASK_FROM || take == LGM_ASK_DAY) st = put_day(out, days.from, "", arena, err);
    if (st == LGM_OK && (take == LGM_ASK_TO || take == LGM_ASK_DAY))
        st = put_day(out, days.to, "", arena, err);
    if (st == LGM_OK && take == LGM_ASK_AS_OF) st = put_day(out, days.to, "T23:59:59Z", arena, err);
    return st;
}

/* ---- numbers ---- */

static lgm_status put_number(lgm_ask_values *out, const char *name, const char *value, lgm_err *err)
{
    char *end;
    const double number = strtod(value, &end);
    if (end == value || *end || !(number > -1e15 && number < 1e15))
        return lgm_fail(err, LGM_E_ARG, "%s '%s': should be a number", name, value);
    out->at[out->n++] = (lgm_ask_value){.kind = LGM_ASK_VALUE_NUMBER, .number = number};
    return LGM_OK;
}

static lgm_status put_report(lgm_ask_values *out, const char *value, lgm_arena *arena, lgm_err *err)
{
    const size_t len = strlen(value);
    lgm_ask_value number = {.kind = LGM_ASK_VALUE_NULL};
    if (len && len < 16 && strspn(value, "0123456789") == len)
        number = (lgm_ask_value){.kind = LGM_ASK_VALUE_INT, .number = strtod(value, NULL)};
    out->at[out->n++] = number;
    return put_text(out, value, len, arena, err);
}

lgm_status lgm_ask_values_of(lgm_ask_values *out, lgm_ask_take take, const char *name,
                             const char *value, lgm_arena *arena, lgm_err *err)
{
    *out = (lgm_ask_values){0};
    switch (take) {
    case LGM_ASK_FLAG: return LGM_OK;
    case LGM_ASK_PLAIN: return put_text(out, value, strlen(value), arena, err);
    case LGM_ASK_PART: return put_part(out, value, arena, err);
    case LGM_ASK_WORDS: return put_expression(out, value, arena, err);
    case LGM_ASK_PLACE: return put_place(out, value, arena, err);
    case LGM_ASK_NUMBER: return put_number(out, name, value, err);
    case LGM_ASK_REPORT: return put_report(out, value, arena, err);
    default: return put_days(out, take, name, value, arena, err);
    }
}
