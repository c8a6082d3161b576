/* write.c - one document as one string, in the format asked for. */
#include "legomena/engine.h"
#include "record/record.h"

lgm_status lgm_doc_write(const lgm_doc *doc, lgm_format format, char **out, size_t *len,
                         lgm_err *err)
{
    lgm_buf b = {0};
    lgm_status st = LGM_OK;
    *out = NULL;
    switch (format) {
    case LGM_FORMAT_JSON: st = lgm_record_json(doc, true, &b, err); break;
    case LGM_FORMAT_JSONL: st = lgm_record_json(doc, false, &b, err); break;
    case LGM_FORMAT_CONLLU: lgm_record_conllu(doc, &b); break;
    default: st = lgm_fail(err, LGM_E_ARG, "no such format: %d", (int)format);
    }
    if (st != LGM_OK) {
        lgm_buf_done(&b);
        return st;
    }
    return lgm_buf_take(&b, out, len, err);
}

void lgm_string_free(char *s)
{
    lgm_free(s);
}
