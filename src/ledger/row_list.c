/* row_list.c - see row_list.h. */
#include "ledger/row_list.h"

#include <stdio.h>
#include <string.h>

#include "base/day_range.h"

void lgm_ledger_rows_start(lgm_ledger_rows *r, lgm_arena *arena, const lgm_record *record)
{
    *r = (lgm_ledger_rows){.arena = arena, .record = record};
}

lgm_status lgm_ledger_rows_made(lgm_ledger_rows *r, lgm_err *err)
{
    r->record = NULL;
    return r->failed ? lgm_arena_fail(r->arena, err) : LGM_OK;
}

void lgm_ledger_row_begin(lgm_ledger_rows *r, const lgm_ledger_table *table)
{
    const lgm_ledger_row row = {table, r->values.n};
    if (!r->failed && !lgm_vec_push(r->arena, &r->rows, row)) r->failed = true;
}

static void put(lgm_ledger_rows *r, lgm_ledger_value value)
{
    if (!r->failed && !lgm_vec_push(r->arena, &r->values, value)) r->failed = true;
}

void lgm_ledger_row_null(lgm_ledger_rows *r)
{
    put(r, (lgm_ledger_value){0});
}

void lgm_ledger_row_int(lgm_ledger_rows *r, int64_t value)
{
    put(r, (lgm_ledger_value){LGM_LEDGER_INT, {.number = value}});
}

void lgm_ledger_row_index(lgm_ledger_rows *r, uint32_t index)
{
    if (index == LGM_NONE)
        lgm_ledger_row_null(r);
    else
        lgm_ledger_row_int(r, (int64_t)index + 1);
}

void lgm_ledger_row_real(lgm_ledger_rows *r, double value)
{
    put(r, (lgm_ledger_value){LGM_LEDGER_REAL, {.real = value}});
}

static void put_text(lgm_ledger_rows *r, const char *s, size_t len)
{
    put(r, (lgm_ledger_value){LGM_LEDGER_TEXT, {.text = {s, len}}});
}

static char *room(lgm_ledger_rows *r, size_t size)
{
    char *const at = r->failed ? NULL : lgm_arena_alloc(r->arena, size);
    if (!at) r->failed = true;
    return at;
}

void lgm_ledger_row_text(lgm_ledger_rows *r, lgm_str text)
{
    if (!text.ptr) {
        lgm_ledger_row_null(r);
        return;
    }
    char *const copy = room(r, text.len + 1);
    if (!copy) return;
    if (text.len) memcpy(copy, text.ptr, text.len);
    put_text(r, copy, text.len);
}

void lgm_ledger_row_name(lgm_ledger_rows *r, const char *name)
{
    if (name)
        put_text(r, name, strlen(name));
    else
        lgm_ledger_row_null(r);
}

void lgm_ledger_row_bytes(lgm_ledger_rows *r, lgm_slice bytes)
{
    char *const copy = room(r, bytes.len + 1);
    if (!copy) return;
    if (bytes.len) memcpy(copy, bytes.ptr, bytes.len);
    put(r, (lgm_ledger_value){LGM_LEDGER_BYTES, {.text = {copy, bytes.len}}});
}

void lgm_ledger_row_lines(lgm_ledger_rows *r, const lgm_str *at, size_t n)
{
    size_t len = 0;
    for (size_t i = 0; i < n; i++) len += at[i].len + 1;
    if (n <= 1) {
        lgm_ledger_row_text(r, n ? at[0] : (lgm_str){0});
        return;
    }
    char *const lines = room(r, len);
    if (!lines) return;
    len = 0;
    for (size_t i = 0; i < n; i++) {
        if (i) lines[len++] = '\n';
        if (at[i].len) memcpy(lines + len, at[i].ptr, at[i].len);
        len += at[i].len;
    }
    put_text(r, lines, len);
}

void lgm_ledger_row_quote(lgm_ledger_rows *r, lgm_cpspan span)
{
    lgm_ledger_row_text(r, lgm_record_quote(r->record, span));
}

void lgm_ledger_row_words(lgm_ledger_rows *r, lgm_spans spans)
{
    static const char between[] = " … ";
    size_t len = 0;
    if (spans.n <= 1) {
        if (spans.n)
            lgm_ledger_row_quote(r, spans.at[0]);
        else
            lgm_ledger_row_null(r);
        return;
    }
    for (size_t i = 0; i < spans.n; i++)
        len += lgm_record_quote(r->record, spans.at[i]).len + strlen(between);
    char *const words = room(r, len);
    if (!words) return;
    len = 0;
    for (size_t i = 0; i < spans.n; i++) {
        const lgm_str piece = lgm_record_quote(r->record, spans.at[i]);
        if (i) memcpy(words + len, between, strlen(between));
        if (i) len += strlen(between);
        if (piece.len) memcpy(words + len, piece.ptr, piece.len);
        len += piece.len;
    }
    put_text(r, words, len);
}

void lgm_ledger_row_spans(lgm_ledger_rows *r, lgm_spans spans)
{
    enum { A_SPAN = 28 }; /* "[4294967295,4294967295]," and the brackets around all */
    if (!spans.n) {
        lgm_ledger_row_null(r);
        return;
    }
    char *const json = room(r, spans.n * A_SPAN);
    if (!json) return;
    size_t len = 0;
    for (size_t i = 0; i < spans.n; i++)
        len += (size_t)snprintf(json + len, A_SPAN, "%s[%u,%u]", i ? "," : "[", spans.at[i].start,
                                spans.at[i].end);
    json[len++] = ']';
    put_text(r, json, len);
}

static void put_day(lgm_ledger_rows *r, int32_t day)
{
    enum { ROOM = 40 };
    const lgm_ymd d = lgm_calendar_date(day);
    char *const text = room(r, ROOM);
    if (text)
        put_text(r, text, (size_t)snprintf(text, ROOM, "%04d-%02d-%02d", d.year, d.month, d.day));
}

void lgm_ledger_row_days(lgm_ledger_rows *r, lgm_str value)
{
    lgm_day_range days;
    if (value.ptr && lgm_day_range_of(&days, (lgm_slice){value.ptr, value.len})) {
        put_day(r, days.from);
        put_day(r, days.to);
        return;
    }
    lgm_ledger_row_null(r);
    lgm_ledger_row_null(r);
}

void lgm_ledger_row_first_day(lgm_ledger_rows *r, lgm_str value, lgm_str other)
{
    lgm_day_range days;
    if ((value.ptr && lgm_day_range_of(&days, (lgm_slice){value.ptr, value.len})) ||
        (other.ptr && lgm_day_range_of(&days, (lgm_slice){other.ptr, other.len})))
        put_day(r, days.from);
    else
        put_text(r, "", 0);
}
