/* reviewed_record.c - a reviewed record as JSON: its words, those around it, what it points to. */
#include "review/reviewed_record.h"

#include "record/json.h"
#include "record/one.h"

/* ---- words ---- */

static void put_str(lgm_json *w, const char *key, lgm_str s)
{
    lgm_json_key(w, key);
    lgm_json_str(w, (lgm_slice){s.ptr, s.len});
}

static void put_spans(lgm_json *w, lgm_spans spans)
{
    lgm_json_key(w, "spans");
    lgm_json_open(w, '[');
    for (size_t i = 0; i < spans.n; i++) {
        lgm_json_row(w, '[');
        lgm_json_uint(w, spans.at[i].start);
        lgm_json_uint(w, spans.at[i].end);
        lgm_json_close(w);
    }
    lgm_json_close(w);
}

/* The pieces with " … " between them. */
static void put_words(lgm_json *w, const lgm_record *r, lgm_spans spans)
{
    lgm_buf b = {0};
    for (size_t i = 0; i < spans.n; i++) {
        const lgm_str s = lgm_record_quote(r, spans.at[i]);
        if (i) lgm_buf_puts(&b, " … ");
        lgm_buf_put(&b, s.ptr, s.len);
    }
    if (b.failed) w->out->failed = true;
    lgm_json_key(w, "words");
    lgm_json_str(w, (lgm_slice){b.at ? b.at : "", b.len});
    lgm_buf_done(&b);
}

static uint32_t code_points(const char *s, size_t len)
{
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++) n += ((uint8_t)s[i] & 0xc0) != 0x80;
    return n;
}

/* All lines of the text in which the record has words. */
static void put_context(lgm_json *w, const lgm_record *r, lgm_cpspan all)
{
    const lgm_str words = lgm_record_quote(r, all);
    const char *from = words.ptr, *to = words.ptr + words.len;
    while (from > r->text.ptr && from[-1] != '\n') from--;
    while (to < r->text.ptr + r->text.len && *to != '\n') to++;
    const uint32_t start = all.start - code_points(from, (size_t)(words.ptr - from));
    lgm_json_key(w, "context");
    lgm_json_open(w, '{');
    lgm_json_key(w, "start");
    lgm_json_uint(w, start);
    lgm_json_key(w, "end");
    lgm_json_uint(w, start + code_points(from, (size_t)(to - from)));
    put_str(w, "text", (lgm_str){from, (size_t)(to - from)});
    lgm_json_close(w);
}

/* ---- what it points to ---- */

typedef struct pointing {
    lgm_json *w;
    const lgm_record *r;
    LGM_VEC(lgm_link) seen;
    lgm_arena *arena;
} pointing;

static void put_target(void *ctx, lgm_link of)
{
    pointing *const p = ctx;
    lgm_cpspan room;
    char id[16];
    for (size_t i = 0; i < p->seen.n; i++)
        if (p->seen.at[i].kind == of.kind && p->seen.at[i].index == of.index) return;
    if (!lgm_vec_push(p->arena, &p->seen, of)) p->w->out->failed = true;
    const lgm_spans spans = lgm_record_spans_of(p->r, of, &room);
    lgm_record_id(of.kind, of.index, id);
    lgm_json_key(p->w, id);
    lgm_json_open(p->w, '{');
    if (of.kind == 'e')
        put_str(p->w, "words", p->r->entities.at[of.index].name);
    else
        put_words(p->w, p->r, spans);
    put_spans(p->w, spans);
    lgm_json_close(p->w);
}

static lgm_status put_targets(lgm_json *w, const lgm_record *r, lgm_link of, lgm_err *err)
{
    pointing p = {.w = w, .r = r};
    const lgm_status st = lgm_arena_new(&p.arena, 0, err);
    if (st != LGM_OK) return st;
    lgm_json_key(w, "refs");
    lgm_json_open(w, '{');
    lgm_record_targets(r, of, put_target, &p);
    lgm_json_close(w);
    lgm_arena_free(p.arena);
    return LGM_OK;
}

/* ---- all of it ---- */

static void put_report(lgm_json *w, const lgm_record *r)
{
    char hex[65];
    lgm_hex(r->sha256, 32, hex);
    lgm_json_key(w, "report");
    lgm_json_open(w, '{');
    put_str(w, "id", r->id);
    put_str(w, "url", r->url);
    put_str(w, "title", r->title);
    put_str(w, "publisher", r->publisher);
    put_str(w, "date", r->date);
    put_str(w, "lang", r->lang);
    lgm_json_key(w, "sha256");
    lgm_json_text(w, hex);
    lgm_json_close(w);
}

static void put_model(lgm_json *w, const lgm_record *r)
{
    lgm_json_key(w, "model");
    if (r->model) {
        lgm_json_open(w, '{');
        put_str(w, "name", r->model->name);
        put_str(w, "version", r->model->version);
        lgm_json_close(w);
    } else {
        lgm_json_null(w);
    }
    put_str(w, "engine", r->engine);
}

lgm_status lgm_review_put_record(lgm_json *w, const lgm_record *r, lgm_link of, lgm_err *err)
{
    lgm_cpspan room;
    put_report(w, r);
    put_model(w, r);
    if (!of.kind) return LGM_OK;
    const lgm_spans spans = lgm_record_spans_of(r, of, &room);
    const lgm_cpspan all = lgm_record_extent(r, of);
    put_words(w, r, spans);
    put_spans(w, spans);
    if (all.end > all.start) put_context(w, r, all);
    lgm_json_key(w, "record");
    lgm_record_write_one(w, r, of);
    return put_targets(w, r, of, err);
}
