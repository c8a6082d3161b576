/* Compiled into the extension module: see readings.h. */
static void read_each(lgm_worker *worker, lgm_input *const *in, size_t n, readings *out)
{
    for (size_t i = 0; i < n; i++) {
        lgm_record *record = NULL;
        lgm_status st = lgm_read(worker, in[i], &record, &out[i].err);
        if (st == LGM_OK)
            st = lgm_record_write(record, LGM_FORMAT_JSONL, &out[i].json, &out[i].len, &out[i].err);
        out[i].err.code = st;
        lgm_record_free(record);
    }
}
