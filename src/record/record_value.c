/*
 * record_value.c - a record as a value: made, freed, and where its code points are.
 *
 * byte_of[k] is the byte at which code point k * STRIDE begins, so that a span is found in at most
 * STRIDE steps. A text that is all ASCII needs no table.
 */
#include "record/record_value.h"

enum { STRIDE = 64 };

lgm_status lgm_record_new(lgm_record **out, lgm_err *err)
{
    lgm_arena *arena;
    *out = NULL;
    const lgm_status st = lgm_arena_new(&arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_record *const record = lgm_arena_calloc(arena, 1, sizeof *record);
    if (!record) {
        lgm_arena_free(arena);
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    }
    record->arena = arena;
    *out = record;
    return LGM_OK;
}

void lgm_record_free(lgm_record *record)
{
    if (record) lgm_arena_free(record->arena);
}

static bool begins(char c)
{
    return ((unsigned char)c & 0xc0) != 0x80;
}

static uint32_t count_points(lgm_str text)
{
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++) n += begins(text.ptr[i]);
    return n;
}

lgm_status lgm_record_index_text(lgm_record *record, lgm_err *err)
{
    const lgm_str text = record->text;
    if (text.len > UINT32_MAX / 2) return lgm_fail(err, LGM_E_BUDGET, "a text of over 2 GiB");
    record->length = count_points(text);
    if (record->length == text.len) return LGM_OK;
    uint32_t *const at = lgm_arena_calloc(record->arena, record->length / STRIDE + 1, sizeof *at);
    if (!at) return lgm_arena_fail(record->arena, err);
    uint32_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!begins(text.ptr[i])) continue;
        if (n % STRIDE == 0) at[n / STRIDE] = (uint32_t)i;
        n++;
    }
    record->byte_of = at;
    return LGM_OK;
}

/* The byte at which a code point begins; the end of the text for `length`. */
static size_t byte_of(const lgm_record *record, uint32_t point)
{
    if (!record->byte_of || point == record->length)
        return point == record->length ? record->text.len : point;
    size_t i = record->byte_of[point / STRIDE];
    for (uint32_t left = point % STRIDE; left > 0; left--)
        for (i++; !begins(record->text.ptr[i]); i++) continue;
    return i;
}

lgm_str lgm_record_quote(const lgm_record *record, lgm_cpspan span)
{
    if (span.start > span.end || span.end > record->length) return (lgm_str){"", 0};
    const size_t from = byte_of(record, span.start), to = byte_of(record, span.end);
    return (lgm_str){record->text.ptr + from, to - from};
}
