/* write.c - one record as one string, in the format asked for. */
#include "record/json.h"

lgm_status lgm_record_write(const lgm_record *record, lgm_format format, char **out, size_t *len,
                            lgm_err *err)
{
    lgm_buf b = {0};
    *out = NULL;
    switch (format) {
    case LGM_FORMAT_JSON: lgm_record_write_json(record, true, &b); break;
    case LGM_FORMAT_JSONL: lgm_record_write_json(record, false, &b); break;
    case LGM_FORMAT_CONLLU: lgm_record_write_conllu(record, &b); break;
    default: return lgm_fail(err, LGM_E_ARG, "no such format: %d", (int)format);
    }
    return lgm_buf_take(&b, out, len, err);
}

void lgm_string_free(char *s)
{
    lgm_free(s);
}
