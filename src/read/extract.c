/* extract.c - from an item of a container to a report. */
#include <string.h>

#include "read/container.h"

lgm_status lgm_read_set(lgm_arena *call, const char **field, lgm_slice value, lgm_err *err)
{
    if (*field || !value.len) return LGM_OK;
    *field = lgm_arena_strndup(call, value.ptr, value.len);
    return *field ? LGM_OK : lgm_arena_fail(call, err);
}

lgm_status lgm_read_warn(lgm_arena *call, lgm_input *in, const char *sentence, lgm_err *err)
{
    const size_t old = in->warning ? strlen(in->warning) + 1 : 0, len = strlen(sentence);
    char *const both = lgm_arena_alloc(call, old + len + 1);
    if (!both) return lgm_arena_fail(call, err);
    if (old) memcpy(both, in->warning, old - 1), both[old - 1] = '\n';
    memcpy(both + old, sentence, len + 1);
    in->warning = both;
    return LGM_OK;
}

lgm_status lgm_read_extract_text(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in,
                                 lgm_err *err)
{
    (void)tools;
    (void)err;
    in->text = bytes.ptr;
    in->len = bytes.len;
    return LGM_OK;
}

lgm_status lgm_read_extract_json(lgm_read_tools *tools, lgm_slice bytes, lgm_input *in,
                                 lgm_err *err)
{
    const char *warning;
    const lgm_status st = lgm_read_jsonl_parse(tools->json, bytes, in, &warning, err);
    return st == LGM_OK && warning ? lgm_read_warn(tools->call, in, warning, err) : st;
}
