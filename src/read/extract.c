/* extract.c - from an item of a container to a report. */
#include "read/container.h"

lgm_status lgm_read_extract_text(lgm_jsonl *unused, lgm_slice bytes, lgm_input *in, lgm_err *err)
{
    (void)unused;
    (void)err;
    in->text = bytes.ptr;
    in->len = bytes.len;
    return LGM_OK;
}

lgm_status lgm_read_extract_json(lgm_jsonl *json, lgm_slice bytes, lgm_input *in, lgm_err *err)
{
    return lgm_read_jsonl_parse(json, bytes, in, err);
}
