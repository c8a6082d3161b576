/*
 * gdelt_mentions.c - the table of mentions of GDELT 2.0: 16 columns, a row for each place where a
 * report tells of an event.
 */
#include "export/cameo.h"
#include "export/gdelt.h"

bool lgm_export_gdelt_holds(lgm_export *x, const lgm_record *r, const lgm_event *v, int32_t *day)
{
    int32_t to;
    bool held = lgm_export_cameo_root(lgm_export_slice(v->cameo)) != 0 &&
                v->polarity == LGM_POLARITY_POSITIVE && v->modality == LGM_MODALITY_ACTUAL;
    if (held && lgm_export_days(r, v, day, &to) == LGM_EXPORT_NO_DAY) {
        const int64_t moment = lgm_export_moment(x, r);
        *day = (int32_t)(moment / 86400);
        held = moment > 0;
    }
    x->left_out += !held;
    return held;
}

uint64_t lgm_export_gdelt_sentence(const lgm_record *r, uint32_t point)
{
    size_t from = 0, to = r->sentences.n;
    while (from < to) {
        const size_t middle = (from + to) / 2;
        if (r->sentences.at[middle].end <= point)
            from = middle + 1;
        else
            to = middle;
    }
    return from + 1;
}

void lgm_export_gdelt_moment(lgm_export *x, const lgm_record *r, int32_t day)
{
    const int64_t moment = lgm_export_moment(x, r);
    const int64_t second = moment % 86400;
    lgm_export_put_day(&x->out, moment ? (int32_t)(moment / 86400) : day, "");
    const int64_t clock = second / 3600 * 10000 + second / 60 % 60 * 100 + second % 60;
    for (int64_t unit = 100000; unit; unit /= 10)
        lgm_buf_putc(&x->out, (char)('0' + clock / unit % 10));
}

void lgm_export_gdelt_address(lgm_export *x, const lgm_record *r)
{
    const size_t start = x->out.len;
    lgm_export_put_address(&x->out, r);
    if (x->out.failed) return;
    for (size_t i = start; i < x->out.len; i++)
        if ((unsigned char)x->out.at[i] <= ' ' || x->out.at[i] == '"') x->out.at[i] = '_';
}

/* The mention that is nearest to an event; -1 = there is nobody. */
static void put_actor(lgm_export *x, const lgm_record *r, lgm_indices who, uint32_t near)
{
    lgm_buf_putc(&x->out, '\t');
    if (!who.n) {
        lgm_buf_puts(&x->out, "-1");
        return;
    }
    lgm_buf_uint(&x->out, lgm_export_nearest(&r->entities.at[who.at[0]], near)->start);
}

static void put_mention(lgm_export *x, const lgm_record *r, size_t i, lgm_cpspan span, int32_t day)
{
    const lgm_event *const v = &r->events.at[i];
    lgm_buf *const b = &x->out;
    lgm_buf_uint(b, x->ids[i]);
    for (int k = 0; k < 2; k++) { /* of the event, which is read where it is mentioned */
        lgm_buf_putc(b, '\t');
        lgm_export_gdelt_moment(x, r, day);
    }
    lgm_buf_puts(b, "\t1");
    lgm_export_tab(b, false, lgm_export_slice(r->publisher));
    lgm_buf_putc(b, '\t');
    lgm_export_gdelt_address(x, r);
    lgm_buf_putc(b, '\t');
    lgm_buf_uint(b, lgm_export_gdelt_sentence(r, span.start));
    put_actor(x, r, v->agents, span.start);
    put_actor(x, r, v->patients, span.start);
    lgm_buf_putc(b, '\t');
    lgm_buf_uint(b, span.start);
    lgm_buf_puts(b, "\t1\t");
    lgm_buf_uint(b, lgm_json_hundredths(v->confidence));
    lgm_buf_putc(b, '\t');
    lgm_buf_uint(b, r->length);
    lgm_buf_puts(b, "\t0\t\t\n"); /* no tone, not translated, nothing more */
}

static void record(lgm_export *x, const lgm_record *r)
{
    int32_t day;
    for (size_t i = 0; i < r->events.n; i++) {
        const lgm_event *const v = &r->events.at[i];
        if (!lgm_export_gdelt_holds(x, r, v, &day)) continue;
        const lgm_spans at = v->mentions.n ? v->mentions : (lgm_spans){&v->trigger, 1};
        for (size_t k = 0; k < at.n; k++) put_mention(x, r, i, at.at[k], day);
    }
}

const lgm_export_writer lgm_export_gdelt_mentions = {NULL, record, NULL};
