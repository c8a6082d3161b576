/* fuzz_maker_text.h - the text of a record of any bytes, and spans and strings for what is in it:
 * fuzz_maker.h. */
#ifndef LGM_FUZZ_MAKER_TEXT_H
#define LGM_FUZZ_MAKER_TEXT_H

#include <utf8proc.h>

#include "fuzz_bytes.h"
#include "fuzz_utf8.h"
#include "record/record_value.h"

typedef struct maker {
    fuzz_bytes bytes;
    lgm_record *record;
    uint32_t n_entities, n_times, n_claims, n_events; /* known before any is made */
    uint32_t from;                                    /* spans of this list begin behind it */
    bool *gap; /* of each code point: no token has it at its ends */
} maker;

static inline void *maker_room(maker *m, size_t n, size_t size)
{
    void *const at = lgm_arena_calloc(m->record->arena, n ? n : 1, size);
    CHECK(at);
    return at;
}

/* ---- the text -------------------------------------------------------------------------------- */

static inline bool maker_is_gap(int32_t c)
{
    const utf8proc_category_t k = utf8proc_category(c);
    return k == UTF8PROC_CATEGORY_CC || k == UTF8PROC_CATEGORY_CF ||
           (k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP);
}

/* Fills gap; false where all of the text is. */
static inline bool maker_find_gaps(maker *m)
{
    const lgm_str text = m->record->text;
    bool all = true;
    m->gap = maker_room(m, m->record->length, sizeof *m->gap);
    for (size_t at = 0, used, i = 0; at < text.len; at += used, i++) {
        m->gap[i] = maker_is_gap(lgm_utf8_next(text.ptr + at, text.len - at, &used));
        all &= m->gap[i];
    }
    return !all;
}

static inline bool maker_set_text(maker *m, const char *s, size_t len)
{
    m->record->text = (lgm_str){lgm_arena_strndup(m->record->arena, s, len), len};
    CHECK(m->record->text.ptr && lgm_record_index_text(m->record, NULL) == LGM_OK);
    return maker_find_gaps(m);
}

/* Never blank: things of a record stand somewhere in its text. */
static inline void maker_text(maker *m)
{
    size_t taken, len;
    const uint8_t *const raw = fuzz_take(&m->bytes, fuzz_below(&m->bytes, 400), &taken);
    char *const clean = fuzz_utf8(raw, taken, &len);
    if (!maker_set_text(m, clean, len)) CHECK(maker_set_text(m, "Said.", 5));
    free(clean);
}

/* ---- what stands in it ----------------------------------------------------------------------- */

/* Values that the pages know, and such as they do not; else bytes of the input. */
static inline lgm_str maker_str(maker *m)
{
    static const char *const known[] = {"2024-03-14",
                                        "2024-03-14TNI",
                                        "2024-02-30",
                                        "2024-03",
                                        "2024-W11",
                                        "2024-W11-WE",
                                        "2024-Q3",
                                        "2024-H2",
                                        "2024-SP",
                                        "2024",
                                        "202X",
                                        "20",
                                        "PAST_REF",
                                        "P3D",
                                        "2024-03-14T08",
                                        "0001-01-01",
                                        "9999-12-31",
                                        "2024-13-01",
                                        "START",
                                        "APPROX",
                                        "EVERY",
                                        "metadata",
                                        "dateline",
                                        "Ada Lind",
                                        "she",
                                        "=1+1",
                                        "",
                                        "<b>&\"'",
                                        "a\tb\r\nc",
                                        "\u202ex\u2066",
                                        "\xc2\x85",
                                        "-",
                                        "a, \"b\"",
                                        "'=x",
                                        "\u0645\u0646",
                                        "\u6f22\u5b57"};
    const uint32_t pick = fuzz_byte(&m->bytes);
    if (pick < 2 * LGM_COUNT(known)) return (lgm_str){known[pick / 2], strlen(known[pick / 2])};
    size_t taken, len;
    const uint8_t *const raw = fuzz_take(&m->bytes, pick & 31, &taken);
    char *const clean = fuzz_utf8(raw, taken, &len);
    const char *const kept = lgm_arena_strndup(m->record->arena, clean, len);
    CHECK(kept);
    free(clean);
    return (lgm_str){kept, len};
}

/* Behind m->from, from a word to a word; false where the text ends. */
static inline bool maker_span(maker *m, lgm_cpspan *out)
{
    const uint32_t length = m->record->length;
    if (m->from == length) return false;
    const uint32_t left = length - m->from;
    out->start = m->from + fuzz_below(&m->bytes, left < 12 ? left : 12);
    while (out->start < length && m->gap[out->start]) out->start++;
    if (out->start == length) return false;
    const uint32_t room = length - out->start;
    out->end = out->start + 1 + fuzz_below(&m->bytes, room < 40 ? room : 40);
    while (m->gap[out->end - 1]) out->end--;
    m->from = out->end;
    return true;
}

/* The same, from the start of the text again where that ends: it has a word. */
static inline void maker_somewhere(maker *m, lgm_cpspan *out)
{
    while (!maker_span(m, out)) m->from = 0;
}

#endif
