/*
 * fuzz_source.c - bytes as text, JSONL and gzip: a source ends, within its limits, and says the
 * same of the same bytes. The first byte picks the name under which the rest is read, and whether
 * an allocation fails on the way.
 */
#include <string.h>

#include "base/base.h"
#include "fuzz.h"
#include "read/decode.h"
#include "read/source_bytes.h"

enum { MAX_BYTES = 2000 };

static const char *const names[] = {"a.txt", "a.jsonl", "a", "a.jsonl.gz", "a.html", "a.csv",
                                    "a.xml", "a.eml"};

static uint64_t mix(uint64_t h, const void *s, size_t len)
{
    return lgm_hash64(h, s, len);
}

static uint64_t mix_string(uint64_t h, const char *s)
{
    return s ? mix(h, s, strlen(s) + 1) : h + 1;
}

static uint64_t mix_report(uint64_t h, const lgm_input *in)
{
    CHECK(in->len > 0 && in->len <= MAX_BYTES && in->name);
    CHECK(!lgm_read_decode_blank(in->text, in->len));
    for (size_t i = 0; i < in->n_blocks; i++)
        CHECK(in->blocks[i].start < in->blocks[i].end && in->blocks[i].end <= in->len);
    for (size_t i = 0; i < in->n_map; i++)
        CHECK(in->map[i].text < in->len && in->map[i].raw < in->raw_len);
    const char *const fields[] = {
#define FIELD(field) in->field,
        LGM_INPUT_STRINGS(FIELD)
#undef FIELD
    };
    h = mix(h, in->text, in->len);
    if (in->raw) h = mix(h, (const char *)in->raw, in->raw_len);
    for (size_t i = 0; i < LGM_COUNT(fields); i++) h = mix_string(h, fields[i]);
    return h;
}

/* A hash of all that the source says; the number of calls is bounded by the bytes there are. */
static uint64_t read_all(const char *name, const uint8_t *data, size_t size, bool failing)
{
    const lgm_source_options o = {.max_bytes = MAX_BYTES, .date = "2024-05-24"};
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
        CHECK(calls < 20 + size * 1100); /* gzip cannot make more bytes, hence lines, than that */
        const lgm_status st = lgm_source_next(s, &in, &err);
        lgm_source_progress(s, &done, &total);
        CHECK(done <= size);
        if (st == LGM_E_EMPTY) break;
        CHECK(st == LGM_OK || (err.code == st && err.message[0]));
        CHECK(lgm_utf8_valid(err.message, strlen(err.message)) == strlen(err.message));
        h = st == LGM_OK ? mix_report(h, &in) : mix_string(h, err.message);
    }
    CHECK(err.message[0] == 0);
    lgm_source_close(s);
    return h;
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
