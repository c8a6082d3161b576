/*
 * fuzz_unpack.c - any bytes as packed data of each method: by small steps the same comes out as at
 * once, no more than there is room for, and steps come to an end; a gzip member that is unpacked as
 * a whole is what the steps make of it.
 */
#include "fuzz_bytes.h"
#include "unpack/unpack.h"

enum { ROOM = 1 << 16 };

typedef struct made {
    uint8_t *bytes;
    size_t n, used;
    lgm_unpack_state state;
} made;

/* step: bytes that go in, and room for what comes out, of each call. */
static made unpack(lgm_unpack_kind kind, const uint8_t *bytes, size_t len, size_t step)
{
    lgm_unpack *u;
    made m = {.bytes = malloc(ROOM), .state = LGM_UNPACK_ON};
    CHECK(m.bytes && lgm_unpack_new(&u, kind, NULL) == LGM_OK);
    for (size_t idle = 0; m.state == LGM_UNPACK_ON && idle < 3 && m.n < ROOM;) {
        const size_t in = len - m.used < step ? len - m.used : step;
        const size_t room = ROOM - m.n < step ? ROOM - m.n : step;
        lgm_unpack_io io = {bytes + m.used, in, m.bytes + m.n, room};
        m.state = lgm_unpack_run(u, &io);
        CHECK(io.n_in <= in && io.n_out <= room);
        CHECK(io.in + io.n_in == bytes + m.used + in && io.out + io.n_out == m.bytes + m.n + room);
        idle = io.n_in == in && io.n_out == room ? idle + 1 : 0;
        m.used += in - io.n_in;
        m.n += room - io.n_out;
    }
    lgm_unpack_free(u);
    return m;
}

static void check_whole(const uint8_t *bytes, size_t len, const made *steps)
{
    static lgm_unpack_whole *w;
    size_t used, n;
    bool full;
    uint8_t *const out = malloc(ROOM);
    CHECK(out && (w || lgm_unpack_whole_new(&w, NULL) == LGM_OK));
    if (lgm_unpack_whole_run(w, (lgm_slice){(const char *)bytes, len}, out, ROOM, &used, &n,
                             &full)) {
        CHECK(used <= len && n <= ROOM);
        if (steps->state == LGM_UNPACK_END)
            CHECK(used == steps->used && n == steps->n && memcmp(out, steps->bytes, n) == 0);
        else
            CHECK(n == ROOM); /* the steps stopped when there was no room, right before the end */
    }
    free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const lgm_unpack_kind kinds[] = {LGM_UNPACK_GZIP,    LGM_UNPACK_ZSTD,
                                            LGM_UNPACK_XZ,      LGM_UNPACK_BZIP2,
                                            LGM_UNPACK_DEFLATE, LGM_UNPACK_BROTLI};
    fuzz_bytes b = {data, data + size};
    const size_t step = 1 + fuzz_below(&b, 64);
    const lgm_unpack_kind known = lgm_unpack_kind_of(b.at, (size_t)(b.end - b.at));
    const lgm_unpack_kind kind =
        known != LGM_UNPACK_NONE ? known : kinds[fuzz_below(&b, LGM_COUNT(kinds))];
    const size_t len = (size_t)(b.end - b.at);
    uint8_t *const exact = malloc(len ? len : 1);
    CHECK(exact);
    if (len) memcpy(exact, b.at, len);

    const made at_once = unpack(kind, exact, len, ROOM), steps = unpack(kind, exact, len, step);
    const size_t n = at_once.n < steps.n ? at_once.n : steps.n;
    CHECK(memcmp(at_once.bytes, steps.bytes, n) == 0);
    if (at_once.state == LGM_UNPACK_END || steps.state == LGM_UNPACK_END)
        CHECK(at_once.n == ROOM || steps.n == ROOM ||
              (at_once.state == steps.state && at_once.n == steps.n && at_once.used == steps.used));
    if (kind == LGM_UNPACK_GZIP) check_whole(exact, len, &at_once);
    free(at_once.bytes);
    free(steps.bytes);
    free(exact);
    return 0;
}
