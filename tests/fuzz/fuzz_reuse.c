/*
 * fuzz_reuse.c - a sketch that was packed comes back as it was, bytes that are none are refused or
 * are a sketch, and what two texts share stands where it is said to.
 *
 * The input is a text; where it has a NUL, what is behind it is another text, and a packed sketch.
 */
#include <string.h>

#include "fuzz.h"
#include "reuse/align.h"

static lgm_arena *arena;

static void check_passages(const lgm_reuse_shared *s, const lgm_reuse_sketch *a,
                           const lgm_reuse_sketch *b)
{
    uint32_t end = 0;
    CHECK(s->share_a >= 0 && s->share_a <= 1 && s->share_b >= 0 && s->share_b <= 1);
    for (size_t i = 0; i < s->n; i++) {
        const lgm_reuse_passage *const p = &s->at[i];
        CHECK(p->a_first >= end && p->a_first < p->a_end && p->a_end <= a->n_words);
        CHECK(p->b_first < p->b_end && p->b_end <= b->n_words);
        CHECK(p->quoted <= p->a_end - p->a_first);
        end = p->a_end;
    }
}

static void check_packed(const lgm_reuse_sketch *a)
{
    lgm_reuse_sketch back;
    lgm_buf out = {0};
    lgm_reuse_pack(a, &out);
    CHECK(!out.failed);
    CHECK(lgm_reuse_unpack(&back, (lgm_slice){out.at, out.len}, arena, NULL) == LGM_OK);
    CHECK(back.all == a->all && back.n == a->n && back.n_words == a->n_words);
    lgm_buf_done(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *const text = (const char *)data, *const nul = size ? memchr(text, 0, size) : NULL;
    const lgm_slice first = {text, nul ? (size_t)(nul - text) : size},
                    rest = {nul ? nul + 1 : text, nul ? size - first.len - 1 : size};
    lgm_reuse_sketch a, b;
    lgm_reuse_shared s;
    lgm_err err;
    if (!arena && lgm_arena_new(&arena, 0, NULL) != LGM_OK) return 0;
    lgm_arena_reset(arena);
    if (lgm_reuse_unpack(&b, rest, arena, &err) == LGM_OK) check_packed(&b);
    if (lgm_utf8_valid(first.ptr, first.len) != first.len ||
        lgm_utf8_valid(rest.ptr, rest.len) != rest.len)
        return 0;
    if (lgm_reuse_sketch_of(&a, first, arena, &err) != LGM_OK ||
        lgm_reuse_sketch_of(&b, rest, arena, &err) != LGM_OK ||
        lgm_reuse_align(&s, &a, &b, arena, &err) != LGM_OK)
        return 0;
    check_packed(&a);
    check_passages(&s, &a, &b);
    if (a.n_words > 0) {
        lgm_reuse_word *words;
        uint32_t n;
        if (lgm_reuse_words_of(&words, &n, first, arena, &err) != LGM_OK) return 0;
        CHECK(n == a.n_words);
        for (uint32_t i = 0; i < n; i++) {
            CHECK(words[i].bytes.start < words[i].bytes.end && words[i].bytes.end <= first.len);
            CHECK(words[i].cps.end - words[i].cps.start <=
                  words[i].bytes.end - words[i].bytes.start);
        }
    }
    return 0;
}
