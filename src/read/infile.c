/* infile.c - a file goes to the container of its format, each item to the extractor. */
#include "read/infile.h"

#include "read/format.h"

struct lgm_infile {
    lgm_jsonl *json;
    lgm_arena *call; /* labels and warnings of the report handed out last */
    lgm_intake in;
    const lgm_read_format *format;
};

lgm_status lgm_read_infile_new(lgm_infile **out, uint64_t max_bytes, lgm_err *err)
{
    *out = NULL;
    lgm_infile *const f = lgm_calloc(1, sizeof *f);
    if (!f) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_status st = lgm_read_jsonl_new(&f->json, err);
    if (st == LGM_OK) st = lgm_read_intake_init(&f->in, max_bytes, err);
    if (st == LGM_OK) st = lgm_arena_new(&f->call, 0, err);
    if (st == LGM_OK)
        *out = f;
    else
        lgm_read_infile_free(f);
    return st;
}

void lgm_read_infile_free(lgm_infile *f)
{
    if (!f) return;
    lgm_read_intake_done(&f->in);
    lgm_read_jsonl_free(f->json);
    lgm_arena_free(f->call);
    lgm_free(f);
}

lgm_status lgm_read_infile_take(lgm_infile *f, lgm_stream *stream, const char *name, lgm_err *err)
{
    const lgm_status st = lgm_read_intake_take(&f->in, stream, name, err);
    if (st == LGM_OK) f->format = lgm_read_format_of(&f->in, f->json);
    return st;
}

uint64_t lgm_read_infile_consumed(const lgm_infile *f)
{
    return lgm_read_intake_consumed(&f->in);
}

static lgm_status extract(lgm_infile *f, const lgm_read_item *item, lgm_input *in, lgm_err *err)
{
    lgm_err why = {0};
    *in = item->known;
    const lgm_status st = f->format->extract(f->json, item->bytes, in, &why);
    if (st != LGM_OK)
        return lgm_fail_at(err, st, in->line, item->at + why.byte, "%s: %s", in->name, why.message);
    if (in->len > f->in.max_bytes)
        return lgm_fail_at(err, LGM_E_BUDGET, in->line, item->at,
                           "%s: the text is larger than the limit of %llu bytes", in->name,
                           (unsigned long long)f->in.max_bytes);
    return LGM_OK;
}

/* Said once of a file. */
static lgm_status refuse(lgm_infile *f, lgm_err *err)
{
    const lgm_status st = lgm_fail(err, LGM_E_UNSUPPORTED, "%s: this is %s; %s", f->in.name,
                                   f->format->is, f->format->advice);
    lgm_read_intake_end(&f->in);
    return st;
}

lgm_status lgm_read_infile_next(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    lgm_read_item item = {0};
    *in = (lgm_input){0};
    if (!f->in.stream) return LGM_E_EMPTY;
    lgm_arena_reset(f->call);
    if (!f->format->next) return refuse(f, err);
    const lgm_status st = f->format->next(&f->in, f->call, &item, err);
    return st == LGM_OK ? extract(f, &item, in, err) : st;
}
