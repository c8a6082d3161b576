/* doc_record.c - the public way from a document to its record. */
#include "emit/emit.h"
#include "legomena/engine.h"

lgm_status lgm_doc_record(const lgm_doc *doc, int words, lgm_record **out, lgm_err *err)
{
    return lgm_emit_record(doc, words != 0, out, err);
}

lgm_status lgm_doc_write(const lgm_doc *doc, lgm_format format, char **out, size_t *len,
                         lgm_err *err)
{
    lgm_record *record;
    *out = NULL;
    lgm_status st = lgm_emit_record(doc, format == LGM_FORMAT_CONLLU, &record, err);
    if (st != LGM_OK) return st;
    st = lgm_record_write(record, format, out, len, err);
    lgm_record_free(record);
    return st;
}
