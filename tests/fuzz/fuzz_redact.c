/*
 * fuzz_redact.c - any record redacted is a record: its spans are of its text, its placeholders are
 * where it says, it reads back. Any words are redacted too.
 */
#include "fuzz.h"
#include "legomena/redact.h"

static void check(const lgm_record *shown)
{
    lgm_record *back;
    char *json;
    size_t len;
    for (size_t i = 0; i < shown->redacted.n; i++) {
        const lgm_str s = lgm_record_quote(shown, shown->redacted.at[i]);
        CHECK(s.len > 4 && s.ptr[0] == '[' && s.ptr[s.len - 1] == ']');
    }
    CHECK(lgm_record_write(shown, LGM_FORMAT_JSONL, &json, &len, NULL) == LGM_OK);
    CHECK(lgm_record_read(&back, json, len, NULL) == LGM_OK);
    CHECK(back->length == shown->length);
    lgm_string_free(json);
    lgm_record_free(back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    lgm_record *r, *shown;
    lgm_redaction *redaction;
    char *words;
    if (lgm_record_read(&r, (const char *)data, size, NULL) != LGM_OK) return 0;
    CHECK(lgm_redaction_new(&redaction, r, NULL) == LGM_OK);
    CHECK(lgm_redaction_record(redaction, &shown, NULL) == LGM_OK);
    check(shown);
    const lgm_str all = {(const char *)data, size};
    CHECK(lgm_redaction_words(redaction, all, &words, NULL, NULL) == LGM_OK);
    lgm_string_free(words);
    lgm_redaction_free(redaction);
    lgm_record_free(shown);
    lgm_record_free(r);
    return 0;
}
