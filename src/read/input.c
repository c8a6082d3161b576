/* input.c - a copy of a report that came in. */
#include "legomena/input.h"

#include <string.h>

#include "base/base.h"

enum { HASH = 32 }; /* bytes */

static size_t string_size(const char *s)
{
    return s ? strlen(s) + 1 : 0;
}

static const void *put(char **at, const void *bytes, size_t size)
{
    char *const copy = *at;
    if (size) memcpy(copy, bytes, size);
    *at += size;
    return copy;
}

static bool has_own_raw(const lgm_input *in)
{
    return in->raw && ((const char *)in->raw != in->text || in->raw_len != in->len);
}

static size_t size_of(const lgm_input *in)
{
    size_t size = sizeof *in + in->len + (has_own_raw(in) ? in->raw_len : 0);
    size += in->raw_sha256 ? HASH : 0;
    size += in->n_blocks * sizeof *in->blocks + in->n_map * sizeof *in->map;
#define ADD(field) size += string_size(in->field);
    LGM_INPUT_STRINGS(ADD)
#undef ADD
    return size;
}

lgm_status lgm_input_copy(lgm_input **out, const lgm_input *in, size_t *size, lgm_err *err)
{
    const size_t n = size_of(in);
    lgm_input *const copy = *out = lgm_malloc(n);
    if (!copy) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    char *at = (char *)(copy + 1);
    *copy = *in;
    copy->blocks = put(&at, in->blocks, in->n_blocks * sizeof *in->blocks); /* aligned: first */
    copy->map = put(&at, in->map, in->n_map * sizeof *in->map);
    if (in->raw_sha256) copy->raw_sha256 = put(&at, in->raw_sha256, HASH);
    copy->text = put(&at, in->text, in->len);
    copy->raw = has_own_raw(in) ? put(&at, in->raw, in->raw_len) : NULL;
    copy->raw_len = has_own_raw(in) ? in->raw_len : 0;
#define COPY(field)                                                                                \
    if (in->field) copy->field = put(&at, in->field, string_size(in->field));
    LGM_INPUT_STRINGS(COPY)
#undef COPY
    if (size) *size = n;
    return LGM_OK;
}

void lgm_input_free(lgm_input *in)
{
    lgm_free(in);
}
