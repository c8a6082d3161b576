/* emit.c - the parts of a record in order, and the pieces that they are made of. */
#include "emit/emit.h"

#include <string.h>

#include "base/json_out.h"
#include "emit/parts.h"
#include "record/record_value.h"

/* ---- pieces ---------------------------------------------------------------------------------- */

void *lgm_emit_items(lgm_emitter *e, size_t n, size_t size)
{
    if (n == 0 || e->failed) return NULL;
    void *const at = lgm_arena_calloc(e->arena, n, size);
    e->failed = !at;
    return at;
}

lgm_str lgm_emit_str(lgm_emitter *e, lgm_slice s)
{
    if (!s.ptr || e->failed) return (lgm_str){NULL, 0};
    char *const copy = lgm_arena_strndup(e->arena, s.ptr, s.len);
    e->failed = !copy;
    return (lgm_str){copy, copy ? s.len : 0};
}

lgm_str lgm_emit_text(lgm_emitter *e, const char *s)
{
    return lgm_emit_str(e, (lgm_slice){s, s ? strlen(s) : 0});
}

lgm_str lgm_emit_day(lgm_emitter *e, const char *value)
{
    return lgm_emit_str(e, (lgm_slice){value, value ? strcspn(value, "T") : 0});
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

lgm_str lgm_emit_words(lgm_emitter *e, lgm_tokspan s)
{
    const lgm_str words = lgm_emit_str(e, lgm_doc_words(e->doc, s));
    if (!words.ptr) return words;
    char *const at = (char *)(uintptr_t)words.ptr; /* our own copy */
    size_t n = 0;
    for (size_t i = 0; i < words.len; i++) {
        const bool space = is_space(at[i]);
        if (space && (n == 0 || at[n - 1] == ' ')) continue;
        at[n++] = space ? ' ' : at[i];
    }
    if (n > 0 && at[n - 1] == ' ') n--;
    at[n] = '\0';
    return (lgm_str){at, n};
}

lgm_spans lgm_emit_spans(lgm_emitter *e, const lgm_tokspan *at, size_t n)
{
    lgm_cpspan *const to = LGM_EMIT_ITEMS(e, n, lgm_cpspan);
    for (size_t i = 0; to && i < n; i++) to[i] = lgm_emit_span(e->doc, at[i]);
    return (lgm_spans){to, to ? n : 0};
}

float lgm_emit_share(float value)
{
    return (float)lgm_json_hundredths(value) / 100.0f;
}

/* ---- the report ------------------------------------------------------------------------------ */

static void emit_report(lgm_emitter *e)
{
    const lgm_doc *const doc = e->doc;
    lgm_record *const to = e->to;
    to->id = lgm_emit_str(e, doc->id);
    to->url = lgm_emit_str(e, doc->url);
    to->title = lgm_emit_str(e, doc->title);
    to->byline = lgm_emit_str(e, doc->byline);
    to->publisher = lgm_emit_str(e, doc->publisher);
    to->date = lgm_emit_str(e, doc->date);
    to->date_source = lgm_emit_str(e, doc->date_source);
    to->published = lgm_emit_str(e, doc->published);
    to->modified = lgm_emit_str(e, doc->modified);
    to->agency = lgm_emit_str(e, doc->agency);
    to->section = lgm_emit_str(e, doc->section);
    to->retrieved = lgm_emit_str(e, doc->retrieved);
    to->lang = lgm_emit_str(e, doc->lang);
    memcpy(to->sha256, doc->sha256, sizeof to->sha256);
    memcpy(to->raw_sha256, doc->raw_sha256, sizeof to->raw_sha256);
    to->engine = lgm_emit_text(e, LGM_VERSION);
    to->n_words = doc->n_tokens;
    to->text = lgm_emit_str(e, doc->text.ptr ? doc->text : LGM_SLICE(""));
}

/* Code points of bytes that are asked for in order. */
typedef struct counter {
    const char *text;
    uint32_t byte, cp;
} counter;

static uint32_t code_point(counter *c, uint32_t byte)
{
    for (; c->byte < byte; c->byte++) c->cp += ((unsigned char)c->text[c->byte] & 0xC0) != 0x80;
    return c->cp;
}

static void emit_languages(lgm_emitter *e)
{
    const lgm_doc *const doc = e->doc;
    counter c = {.text = doc->text.ptr};
    lgm_passage *const to = LGM_EMIT_ITEMS(e, doc->foreign.n, lgm_passage);
    for (size_t i = 0; to && i < doc->foreign.n; i++) {
        const lgm_foreign *const f = &doc->foreign.at[i];
        to[i].start = code_point(&c, f->text.start);
        to[i].end = code_point(&c, f->text.end);
        to[i].lang = lgm_emit_text(e, f->lang);
    }
    e->to->languages.at = to;
    e->to->languages.n = to ? doc->foreign.n : 0;
}

static void emit_manifests(lgm_emitter *e)
{
    const lgm_doc *const doc = e->doc;
    counter c = {.text = doc->text.ptr};
    lgm_cpspan *const to = LGM_EMIT_ITEMS(e, doc->manifests.n, lgm_cpspan);
    for (size_t i = 0; to && i < doc->manifests.n; i++) {
        to[i].start = code_point(&c, doc->manifests.at[i].start);
        to[i].end = code_point(&c, doc->manifests.at[i].end);
    }
    e->to->c2pa = (lgm_spans){to, to ? doc->manifests.n : 0};
}

/* Blocks may stand within one another, so that an end is counted from its own start. */
static void emit_layout(lgm_emitter *e)
{
    const lgm_doc *const doc = e->doc;
    counter c = {.text = doc->text.ptr};
    lgm_block *const to = LGM_EMIT_ITEMS(e, doc->blocks.n, lgm_block);
    for (size_t i = 0; to && i < doc->blocks.n; i++) {
        const lgm_input_block *const b = &doc->blocks.at[i];
        to[i].start = code_point(&c, (uint32_t)b->start);
        counter end = c;
        to[i].end = code_point(&end, (uint32_t)b->end);
        to[i].kind = b->kind;
        to[i].number = b->number;
    }
    e->to->layout.at = to;
    e->to->layout.n = to ? doc->blocks.n : 0;
    e->to->extraction = doc->extraction > 0 ? doc->extraction : -1;
}

static void emit_map(lgm_emitter *e)
{
    const lgm_doc *const doc = e->doc;
    counter c = {.text = doc->text.ptr};
    lgm_map_place *const to = LGM_EMIT_ITEMS(e, doc->map.n, lgm_map_place);
    for (size_t i = 0; to && i < doc->map.n; i++) {
        to[i].text = code_point(&c, (uint32_t)doc->map.at[i].text);
        to[i].byte = (uint32_t)doc->map.at[i].raw;
    }
    e->to->map.at = to;
    e->to->map.n = to ? doc->map.n : 0;
}

static void emit_from(lgm_emitter *e)
{
    const lgm_doc *const doc = e->doc;
    if (!doc->file.ptr) return;
    lgm_from *const from = LGM_EMIT_ITEMS(e, 1, lgm_from);
    if (!from) return;
    from->file = lgm_emit_str(e, doc->file);
    from->member = lgm_emit_str(e, doc->member);
    from->byte = doc->at < INT64_MAX ? (int64_t)doc->at : INT64_MAX;
    from->line = doc->line < UINT32_MAX ? (uint32_t)doc->line : UINT32_MAX;
    e->to->from = from;
}

static void emit_model(lgm_emitter *e)
{
    if (!e->doc->model_name) return;
    lgm_model_id *const model = LGM_EMIT_ITEMS(e, 1, lgm_model_id);
    if (!model) return;
    const char *const version = e->doc->model_version;
    model->name = lgm_emit_text(e, e->doc->model_name);
    model->version =
        lgm_emit_text(e, version && *version ? version : NULL); /* a card may have none */
    e->to->model = model;
}

static void emit_warnings(lgm_emitter *e)
{
    const size_t n = e->doc->warnings.n;
    lgm_str *const to = LGM_EMIT_ITEMS(e, n, lgm_str);
    for (size_t i = 0; to && i < n; i++) to[i] = lgm_emit_text(e, e->doc->warnings.at[i].text);
    e->to->warnings = (lgm_strs){to, to ? n : 0};
}

lgm_status lgm_emit_record(const lgm_doc *doc, bool words, lgm_record **out, lgm_err *err)
{
    lgm_record *record;
    *out = NULL;
    lgm_status st = lgm_record_new(&record, err);
    if (st != LGM_OK) return st;
    lgm_emitter e = {.doc = doc, .to = record, .arena = record->arena};
    emit_report(&e);
    emit_languages(&e);
    emit_manifests(&e);
    emit_layout(&e);
    emit_map(&e);
    emit_from(&e);
    emit_model(&e);
    lgm_emit_sentences(&e);
    if (words) lgm_emit_all_words(&e);
    lgm_emit_entities(&e);
    lgm_emit_times(&e);
    lgm_emit_claims(&e);
    lgm_emit_events(&e);
    lgm_emit_figures(&e);
    lgm_emit_incidents(&e);
    lgm_emit_notes(&e);
    lgm_emit_timeline(&e);
    lgm_emit_why(&e);
    lgm_emit_disputes(&e);
    emit_warnings(&e);
    if (e.failed) st = lgm_arena_fail(record->arena, err);
    if (st == LGM_OK) st = lgm_record_index_text(record, err);
    if (st == LGM_OK)
        *out = record;
    else
        lgm_record_free(record);
    return st;
}
