/*
 * timelinejs.c - a timeline of TimelineJS 3 (Knight Lab): an object with a list of events.
 *
 * Keys that are not known are left out, since null for an end loses the event. Headlines and texts
 * are HTML there, and escaped. Days of a week, a month or longer stand as start and end, with the
 * value in words beside them.
 */
#include "base/day_range.h"
#include "export/exporting.h"

static void put_date(lgm_json *w, const char *key, int32_t day)
{
    const lgm_ymd d = lgm_calendar_date(day);
    lgm_json_key(w, key);
    lgm_json_open(w, '{');
    lgm_json_key(w, "year"), lgm_json_int(w, d.year);
    lgm_json_key(w, "month"), lgm_json_int(w, d.month);
    lgm_json_key(w, "day"), lgm_json_int(w, d.day);
    lgm_json_close(w);
}

static void put_html(lgm_json *w, const char *key, lgm_slice s)
{
    lgm_buf b = {0};
    lgm_export_html(&b, s);
    lgm_json_key(w, key);
    lgm_json_str(w, (lgm_slice){b.at ? b.at : "", b.len});
    if (b.failed) w->out->failed = true;
    lgm_buf_done(&b);
}

/* "Ilsa Renmark: ..." or the sentence of an event. */
static void put_text(lgm_json *w, const lgm_record *r, lgm_link of)
{
    lgm_buf words = {0};
    lgm_str headline = {0};
    if (of.kind == 'c') {
        headline = lgm_export_speaker(r, &r->claims.at[of.index]);
        lgm_export_pieces(&words, r, r->claims.at[of.index].content);
    } else {
        const lgm_cpspan trigger = r->events.at[of.index].trigger;
        headline = lgm_record_quote(r, trigger);
        lgm_buf_words(&words, lgm_export_quote(r, lgm_export_sentence(r, trigger.start)));
    }
    lgm_json_key(w, "text");
    lgm_json_open(w, '{');
    put_html(w, "headline", headline.ptr ? lgm_export_slice(headline) : LGM_SLICE("(unnamed)"));
    put_html(w, "text", (lgm_slice){words.at, words.len});
    lgm_json_close(w);
    if (words.failed) w->out->failed = true;
    lgm_buf_done(&words);
}

static void put_entry(lgm_export *x, const lgm_record *r, const lgm_dated *d)
{
    lgm_json *const w = &x->json;
    lgm_day_range range;
    if (!lgm_day_range_of(&range, lgm_export_slice(d->value))) {
        x->left_out++;
        return;
    }
    lgm_json_open(w, '{');
    put_date(w, "start_date", range.from);
    if (range.to != range.from) {
        put_date(w, "end_date", range.to);
        lgm_json_key(w, "display_date"), lgm_json_str(w, lgm_export_slice(d->value));
    }
    put_text(w, r, d->record);
    lgm_json_key(w, "unique_id");
    lgm_buf_puts(&x->out, "\"");
    lgm_buf_puts(&x->out, x->key);
    lgm_buf_putc(&x->out, '-');
    lgm_buf_putc(&x->out, d->record.kind);
    lgm_buf_uint(&x->out, d->record.index + 1);
    lgm_buf_puts(&x->out, "\"");
    w->after_key = false;
    if (r->title.len) lgm_json_key(w, "group"), lgm_json_str(w, lgm_export_slice(r->title));
    lgm_json_close(w);
    lgm_buf_putc(&x->out, '\n');
}

static void begin(lgm_export *x)
{
    lgm_json_open(&x->json, '{');
    lgm_json_key(&x->json, "events");
    lgm_json_open(&x->json, '[');
    lgm_buf_putc(&x->out, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->timeline.n; i++) put_entry(x, r, &r->timeline.at[i]);
}

static void end(lgm_export *x)
{
    lgm_json_close(&x->json);
    lgm_json_close(&x->json);
    lgm_buf_putc(&x->out, '\n');
}

const lgm_export_writer lgm_export_timelinejs = {begin, record, end};
