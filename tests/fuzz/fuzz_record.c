/*
 * fuzz_record.c - any bytes as a record: written and read back it is the same bytes, in one line or
 * many, json-c takes it too, and when memory runs out on the way that is said and nothing else.
 */
#include <json-c/json.h>

#include "fuzz_maker.h"

static char *written(const lgm_record *r, lgm_format format, size_t *len)
{
    char *out;
    CHECK(lgm_record_write(r, format, &out, len, NULL) == LGM_OK);
    CHECK(strlen(out) == *len && *len > 0 && out[*len - 1] == '\n');
    return out;
}

static void check_round_trip(const lgm_record *r, lgm_format format)
{
    lgm_record *back;
    lgm_err err = {0};
    size_t len, again_len;
    char *const text = written(r, format, &len);
    if (lgm_record_read(&back, text, len, &err) != LGM_OK) fprintf(stderr, "%s\n", err.message);
    CHECK(back);
    char *const again = written(back, format, &again_len);
    CHECK(len == again_len && memcmp(text, again, len) == 0);
    CHECK(format != LGM_FORMAT_JSONL || strchr(text, '\n') == text + len - 1);
    lgm_string_free(text);
    lgm_string_free(again);
    lgm_record_free(back);
}

static void check_json_c(const lgm_record *r)
{
    size_t len;
    char *const text = written(r, LGM_FORMAT_JSONL, &len);
    struct json_object *const o = json_tokener_parse(text);
    CHECK(o);
    json_object_put(o);
    lgm_string_free(text);
}

static void check_no_memory(const lgm_record *r, unsigned after)
{
    char *text;
    lgm_record *back;
    size_t len;
    lgm_err err = {0};
    lgm_alloc_fail_after(after);
    lgm_status st = lgm_record_write(r, LGM_FORMAT_JSON, &text, &len, &err);
    lgm_alloc_fail_after(-1);
    CHECK(st == LGM_OK || (st == LGM_E_NOMEM && err.code == st && err.message[0]));
    if (st != LGM_OK) return;
    lgm_alloc_fail_after(after);
    st = lgm_record_read(&back, text, len, &err);
    lgm_alloc_fail_after(-1);
    CHECK(st == LGM_OK || (st == LGM_E_NOMEM && !back));
    lgm_record_free(back);
    lgm_string_free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_bytes bytes = {data, data + size};
    const unsigned after = fuzz_below(&bytes, 16); /* allocations that succeed */
    lgm_record *const r = maker_record(bytes);
    check_round_trip(r, LGM_FORMAT_JSON);
    check_round_trip(r, LGM_FORMAT_JSONL);
    if (after == 0)
        check_json_c(r);
    else
        check_no_memory(r, after - 1);
    lgm_record_free(r);
    return 0;
}
