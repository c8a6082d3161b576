/*
 * fuzz_wire.c - any bytes as a feed or a message: they end after finitely many stories and
 * messages, a story's fields are UTF-8, its bytes are those of the file at its place, and all of it
 * is the same however the bytes are cut into chunks. The first byte says how, and whether an
 * allocation fails on the way.
 */
#include <string.h>

#include "base/base.h"
#include "fuzz.h"
#include "wire/wire.h"

enum { MAX_STORY = 1 << 20 };

typedef struct file {
    const char *at;
    size_t left, chunk;
} file;

static bool more(void *ctx, lgm_slice *chunk)
{
    file *const f = ctx;
    const size_t n = f->left < f->chunk ? f->left : f->chunk;
    *chunk = (lgm_slice){f->at, n};
    f->at += n;
    f->left -= n;
    return n > 0;
}

static uint64_t mix(uint64_t h, lgm_slice s)
{
    return lgm_hash64(h + 1, s.ptr, s.len);
}

static uint64_t mix_story(uint64_t h, const lgm_wire_story *s, lgm_slice all)
{
    CHECK(s->raw.len > 0 && s->at + s->raw.len <= all.len && s->line > 0 && s->number > 0);
    CHECK(memcmp(s->raw.ptr, all.ptr + s->at, s->raw.len) == 0);
    for (size_t i = 0; i < LGM_WIRE_N_FIELDS; i++) {
        const lgm_slice w = s->of[i].words;
        if (!w.ptr) continue;
        CHECK(w.len > 0 && w.ptr[w.len] == 0 && lgm_utf8_valid(w.ptr, w.len) == w.len);
        h = mix(h, w);
    }
    return lgm_hash64(h, (const char *)&s->line, sizeof s->line);
}

static uint64_t read_all(lgm_slice all, size_t chunk, bool failing)
{
    file f = {all.ptr, all.len, chunk};
    lgm_wire *w;
    lgm_err err = {0};
    uint64_t h = 0;
    if (lgm_wire_new(&w, (lgm_wire_bytes){more, &f}, MAX_STORY, &err) != LGM_OK) {
        CHECK(failing && err.code == LGM_E_NOMEM);
        return 0;
    }
    for (size_t calls = 0;; calls++) {
        lgm_wire_story story;
        CHECK(calls < 20 + all.len);
        const lgm_status st = lgm_wire_next(w, &story, &err);
        if (st == LGM_E_EMPTY) break;
        CHECK(st == LGM_OK || (err.code == st && err.message[0]));
        if (st == LGM_E_NOMEM && failing) break;
        h = st == LGM_OK ? mix_story(h, &story, all)
                         : mix(h, (lgm_slice){err.message, strlen(err.message)});
    }
    lgm_wire_free(w);
    return h;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    const lgm_slice all = {(const char *)data + 1, size - 1};
    const uint64_t whole = read_all(all, all.len + 1, false);
    CHECK(whole == read_all(all, 1 + data[0] % 50, false));
    lgm_alloc_fail_after(data[0]);
    read_all(all, 1 + data[0] % 50, true);
    lgm_alloc_fail_after(-1);
    return 0;
}
