/*
 * fuzz_archive.c - bytes as archives of the web and of files: a source ends, within its limits, and
 * says the same of the same bytes. The first byte picks the name under which the rest is read, and
 * whether an allocation fails on the way.
 */
#include <string.h>

#include "base/base.h"
#include "fuzz.h"
#include "read/source_bytes.h"

enum { MAX_BYTES = 2000 };

static const char *const names[] = {"a.warc", "a.warc.gz", "a.arc", "a.zip",
                                    "a.wacz", "a.tar",     "a.7z",  "a.warc.zst"};

static uint64_t mix(uint64_t h, const char *s)
{
    return s ? lgm_hash64(h, s, strlen(s) + 1) : h + 1;
}

static uint64_t mix_report(uint64_t h, const lgm_input *in, size_t size)
{
    CHECK(in->len > 0 && in->name && in->at <= size + MAX_BYTES * 1100);
#define MIX(field) h = mix(h, in->field);
    LGM_INPUT_STRINGS(MIX)
#undef MIX
    return lgm_hash64(h + in->at, in->text, in->len);
}

static uint64_t read_all(const char *name, const uint8_t *data, size_t size, bool failing)
{
    const lgm_source_options o = {.max_bytes = MAX_BYTES};
    lgm_source *s;
    lgm_err err;
    uint64_t h = 0;
    if (lgm_read_source_bytes(&s, name, data, size, &o, &err) != LGM_OK) {
        CHECK(failing && err.code == LGM_E_NOMEM);
        return 0;
    }
    for (size_t calls = 0;; calls++) {
        lgm_input in;
        uint64_t done, total;
        CHECK(calls < 20 + size * 1100); /* no method packs more bytes, hence records, into one */
        const lgm_status st = lgm_source_next(s, &in, &err);
        lgm_source_progress(s, &done, &total);
        CHECK(done <= size);
        if (st == LGM_E_EMPTY) break;
        CHECK(st == LGM_OK || (err.code == st && err.message[0]));
        CHECK(lgm_utf8_valid(err.message, strlen(err.message)) == strlen(err.message));
        h = st == LGM_OK ? mix_report(h, &in, size) : mix(h, err.message);
    }
    char left_out[500];
    lgm_source_left_out(s, left_out, sizeof left_out);
    lgm_source_close(s);
    return mix(h, left_out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    const char *const name = names[data[0] % LGM_COUNT(names)];
    const int64_t fail_after = data[0] / LGM_COUNT(names);
    const uint64_t first = read_all(name, data + 1, size - 1, false);
    CHECK(first == read_all(name, data + 1, size - 1, false));
    lgm_alloc_fail_after(fail_after);
    read_all(name, data + 1, size - 1, true);
    lgm_alloc_fail_after(-1);
    return 0;
}
