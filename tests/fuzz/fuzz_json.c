/*
 * fuzz_json.c - any bytes as JSON: what our reader takes json-c takes too; what is a record is
 * safe to follow, and written and read again it has the same bytes, in one line or many.
 */
#include <json-c/json.h>
#include <string.h>

#include "base/json_in.h"
#include "fuzz.h"
#include "legomena/record.h"

static bool we_take(const uint8_t *data, size_t size)
{
    lgm_arena *arena;
    CHECK(lgm_arena_new(&arena, 0, NULL) == LGM_OK);
    const char *const s = (const char *)data;
    lgm_json_in r = {.start = s, .at = s, .end = s + size, .arena = arena};
    lgm_json_skip(&r);
    lgm_json_finish(&r);
    lgm_arena_free(arena);
    return r.status == LGM_OK;
}

static bool json_c_takes(const uint8_t *data, size_t size)
{
    struct json_tokener *const tok = json_tokener_new_ex(LGM_JSON_IN_DEPTH + 8);
    CHECK(tok);
    json_tokener_set_flags(tok, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    struct json_object *const o = json_tokener_parse_ex(tok, (const char *)data, (int)size);
    enum json_tokener_error e = json_tokener_get_error(tok);
    if (e == json_tokener_continue) { /* a number at the very end */
        json_object_put(json_tokener_parse_ex(tok, "", 1));
        e = json_tokener_get_error(tok);
    }
    json_object_put(o);
    json_tokener_free(tok);
    return e == json_tokener_success;
}

static char *written(const lgm_record *r, lgm_format format, size_t *len)
{
    char *out;
    CHECK(lgm_record_write(r, format, &out, len, NULL) == LGM_OK);
    return out;
}

static void follow(const lgm_record *r)
{
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        CHECK(c->content.n > 0 && c->confidence >= 0 && c->confidence <= 1);
        for (size_t k = 0; k < c->content.n; k++)
            CHECK(lgm_record_quote(r, c->content.at[k]).len > 0);
        CHECK(c->speaker == LGM_NONE || r->entities.at[c->speaker].mentions.n > 0);
        CHECK(!c->said || c->said->time == LGM_NONE || c->said->time < r->times.n);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (we_take(data, size)) CHECK(json_c_takes(data, size));
    lgm_record *r;
    if (lgm_record_read(&r, (const char *)data, size, NULL) != LGM_OK) return 0;
    follow(r);
    size_t len, again_len;
    for (lgm_format f = LGM_FORMAT_JSON; f <= LGM_FORMAT_JSONL; f++) {
        lgm_record *back;
        char *const text = written(r, f, &len);
        CHECK(lgm_record_read(&back, text, len, NULL) == LGM_OK);
        char *const again = written(back, f, &again_len);
        CHECK(len == again_len && memcmp(text, again, len) == 0);
        lgm_string_free(text);
        lgm_string_free(again);
        lgm_record_free(back);
    }
    lgm_record_free(r);
    return 0;
}
