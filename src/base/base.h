/*
 * base.h - what every room stands on: slices, spans, errors, the arena, growing arrays.
 *
 * Units   lgm_span is half-open and counts bytes; lgm_tokspan is half-open and counts tokens.
 * Owns    an arena owns all that was allocated from it; it is freed as one. See README.md for the
 *         lifetimes of memory.
 * Files   alloc.c, arena.c, error.c, hash.c, map.c, sha256.c, utf8.c.
 * Errors  LGM_E_NOMEM when the system has no memory, LGM_E_BUDGET when the arena's own ceiling is
 *         reached: a hostile report ends in a message and not in an exhausted machine.
 */
#ifndef LGM_BASE_H
#define LGM_BASE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "legomena/status.h"

typedef struct lgm_slice { /* borrowed bytes, not NUL-terminated */
    const char *ptr;
    size_t len;
} lgm_slice;

typedef struct lgm_span { /* bytes of a document's text */
    uint32_t start, end;
} lgm_span;

typedef struct lgm_tokspan { /* tokens of a document */
    uint32_t start, end;
} lgm_tokspan;

#define LGM_SLICE(literal) ((lgm_slice){(literal), sizeof(literal) - 1})
#define LGM_COUNT(array) (sizeof(array) / sizeof((array)[0]))

static inline bool lgm_slice_eq(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && (a.len == 0 || __builtin_memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool lgm_slice_in(lgm_slice s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lgm_slice_eq(s, (lgm_slice){words[i], __builtin_strlen(words[i])})) return true;
    return false;
}

/* As C has it, in any place of the world. */
static inline bool lgm_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Without white space around it. */
static inline lgm_slice lgm_slice_trimmed(lgm_slice s)
{
    while (s.len && lgm_is_space(s.ptr[s.len - 1])) s.len--;
    while (s.len && lgm_is_space(s.ptr[0])) s.ptr++, s.len--;
    return s;
}

/* Is it one of these words? LGM_SLICE_IN(form, "the", "The") */
#define LGM_SLICE_IN(s, ...)                             \
    lgm_slice_in((s), (const char *const[]){__VA_ARGS__}, \
                 LGM_COUNT(((const char *const[]){__VA_ARGS__})))

/* ---- errors ---------------------------------------------------------------------------------- */

/* Fills *err (NULL is fine) and returns code: a failing call reads `return lgm_fail(...)`. A
 * message that is too long is cut in its middle ("..."), since it starts with a path and ends with
 * what happened. */
lgm_status lgm_fail(lgm_err *err, lgm_status code, const char *fmt, ...) LGM_PRINTF(3, 4);
lgm_status lgm_fail_at(lgm_err *err, lgm_status code, uint64_t line, uint64_t byte,
                       const char *fmt, ...) LGM_PRINTF(5, 6);
/* "<path>: <what errno e means>"; LGM_E_NOTFOUND, LGM_E_NOMEM or LGM_E_IO by e. */
lgm_status lgm_fail_errno(lgm_err *err, const char *path, int e);
/* Overwrites malformed UTF-8, control characters and those that turn the direction of writing in
 * s[0..len) with '?': names of files and keys of JSON come from outside and must not steer a
 * terminal. lgm_fail calls it. */
void lgm_printable(char *s, size_t len);

/* ---- memory ---------------------------------------------------------------------------------- */

/* The one way to the system's allocator. Tests make the n-th call fail (lgm_alloc_fail_after). */
void *lgm_malloc(size_t size);
void *lgm_calloc(size_t n, size_t size);
void *lgm_realloc(void *p, size_t size);
void *lgm_aligned_alloc(size_t align, size_t size); /* freed with lgm_free */
void lgm_free(void *p);

/* Test hook, per thread: the n-th allocation from now (0 = the next) and all after it fail; a
 * negative n turns it off. Returns how many allocations were made since the last call. */
uint64_t lgm_alloc_fail_after(int64_t n);

typedef struct lgm_arena lgm_arena;

typedef struct lgm_arena_mark { /* a point to rewind to; valid until an earlier one is rewound to */
    void *block;
    size_t used;
    uint64_t total;
} lgm_arena_mark;

/* budget_bytes: ceiling of what is handed out and not rewound, 0 = none. */
LGM_NODISCARD lgm_status lgm_arena_new(lgm_arena **out, uint64_t budget_bytes, lgm_err *err);
void lgm_arena_free(lgm_arena *a); /* NULL is fine */
/* Once the flag (borrowed) is set, which another thread or a signal handler may do, allocations
 * fail with LGM_E_CANCELLED: whoever works with the arena comes to an end soon. */
void lgm_arena_stop_by(lgm_arena *a, const atomic_bool *flag);
/* LGM_E_CANCELLED where that flag is set: for long loops that allocate nothing. */
LGM_NODISCARD lgm_status lgm_arena_stopped(lgm_arena *a, lgm_err *err);
/* Aligned to 16 bytes. NULL when the budget or the memory is spent; lgm_arena_status tells
 * which. */
void *lgm_arena_alloc(lgm_arena *a, size_t size);
void *lgm_arena_calloc(lgm_arena *a, size_t n, size_t size); /* zeroed; n * size is checked */
void *lgm_arena_aligned(lgm_arena *a, size_t align, size_t size);
char *lgm_arena_strndup(lgm_arena *a, const char *s, size_t len); /* adds a NUL */
lgm_status lgm_arena_status(const lgm_arena *a); /* why the last allocation failed, else LGM_OK */
/* The same, with its message; LGM_E_NOMEM where it refused nothing, but a buffer beside it did. */
lgm_status lgm_arena_fail(const lgm_arena *a, lgm_err *err);
lgm_arena_mark lgm_arena_save(lgm_arena *a);
void lgm_arena_rewind(lgm_arena *a, lgm_arena_mark m);
void lgm_arena_reset(lgm_arena *a); /* keeps the blocks for the next use */
void lgm_arena_trim(lgm_arena *a);  /* gives back blocks that nothing is in, but for 4 MiB */
uint64_t lgm_arena_peak(const lgm_arena *a);

/*
 * A growing array in an arena:
 *
 *     LGM_VEC(lgm_token) v = {0};
 *     if (!lgm_vec_push(a, &v, token)) return lgm_arena_fail(a, err);
 *
 * Growth leaves the old block in the arena (doubling, so at most as much again). A push that fails
 * leaves `at` NULL and the vector is lost; the caller gives the report up.
 */
#define LGM_VEC(T)      \
    struct {            \
        T *at;          \
        size_t n, room; \
    }
void *lgm_vec_grow(lgm_arena *a, void *at, size_t n, size_t *room, size_t item_size);
#define lgm_vec_push(a, v, ...)                                                              \
    (((v)->n < (v)->room ||                                                                  \
      ((v)->at = lgm_vec_grow((a), (v)->at, (v)->n, &(v)->room, sizeof *(v)->at)) != NULL)   \
         ? ((v)->at[(v)->n++] = (__VA_ARGS__), true)                                         \
         : false)

/* ---- UTF-8 ----------------------------------------------------------------------------------- */

/* Next code point of s[0..len), len > 0; *used gets its bytes (1-4). Malformed: -1, *used = 1. */
int32_t lgm_utf8_next(const char *s, size_t len, size_t *used);
/* Bytes written to out (1-4). cp must be a scalar value. */
size_t lgm_utf8_put(char out[4], uint32_t cp);
/* Index of the first malformed byte, or len. Surrogates and overlong forms are malformed. */
size_t lgm_utf8_valid(const char *s, size_t len);
/* The code point of a byte in Windows-1252; the five that it does not assign are themselves. */
uint32_t lgm_cp1252(unsigned char byte);

/* ---- hashes ---------------------------------------------------------------------------------- */

/* FNV-1a, 64 bit, over seed and bytes, then the finaliser of MurmurHash3.
 * tools/train/data/features.py computes the same: the two must never differ. */
uint64_t lgm_hash64(uint64_t seed, const char *s, size_t len);
/* The same in steps, for the hashes of all prefixes in one pass: end(add(begin(seed), s, len)). */
uint64_t lgm_hash64_begin(uint64_t seed);
uint64_t lgm_hash64_add(uint64_t h, const char *s, size_t len);
uint64_t lgm_hash64_end(uint64_t h);
void lgm_sha256(const void *data, size_t len, uint8_t out[32]);
void lgm_hex(const uint8_t *bytes, size_t n, char *out); /* 2n characters and a NUL */
int lgm_hex_digit(char c);                               /* 0 to 15; -1: it is none */

/* ---- files ----------------------------------------------------------------------------------- */

typedef struct lgm_map { /* a file mapped read-only */
    const uint8_t *data;
    size_t len;
} lgm_map;
LGM_NODISCARD lgm_status lgm_map_file(lgm_map *out, const char *path, lgm_err *err);
void lgm_map_close(lgm_map *m); /* an empty map is fine */

/* Monotonic clock. */
uint64_t lgm_now_ns(void);

#endif
