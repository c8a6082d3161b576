/* record.c - the JSON record, version 1, field by field as in docs/schema/report-1.json. */
#include "record/record.h"

#include "legomena/engine.h"
#include "record/fields.h"

static void hash_field(lgm_json *w, const char *key, const uint8_t sha[32])
{
    char hex[65];
    lgm_hex(sha, 32, hex);
    lgm_json_key(w, key);
    lgm_json_text(w, hex);
}

static void write_report(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "legomena");
    lgm_json_uint(w, 1);
    lgm_field_text(w, "id", doc->id);
    lgm_field_text(w, "url", doc->url);
    lgm_field_text(w, "title", doc->title);
    lgm_field_text(w, "byline", doc->byline);
    lgm_field_text(w, "publisher", doc->publisher);
    lgm_field_text(w, "date", doc->date);
    lgm_field_text(w, "retrieved", doc->retrieved);
    lgm_field_text(w, "lang", doc->lang);
    hash_field(w, "sha256", doc->sha256);
    hash_field(w, "raw_sha256", doc->raw_sha256);

    lgm_json_key(w, "model");
    if (doc->model_name) {
        lgm_json_row(w, '{');
        lgm_json_key(w, "name");
        lgm_json_text(w, doc->model_name);
        lgm_json_key(w, "version");
        const char *const version = doc->model_version;
        lgm_json_text(w, version && *version ? version : NULL); /* a card may have none */
        lgm_json_close(w);
    } else {
        lgm_json_null(w);
    }
    lgm_json_key(w, "engine");
    lgm_json_text(w, LGM_VERSION);
    lgm_field_text(w, "text", doc->text.ptr ? doc->text : LGM_SLICE(""));
}

static void write_sentences(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "sentences");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_sents; i++)
        lgm_json_span(w, lgm_record_span(doc, doc->sents[i]));
    lgm_json_close(w);
}

static void write_warnings(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "warnings");
    lgm_json_open(w, '[');
    for (size_t i = 0; i < doc->warnings.n; i++) lgm_json_text(w, doc->warnings.at[i].text);
    lgm_json_close(w);
}

lgm_status lgm_record_json(const lgm_doc *doc, bool pretty, lgm_buf *out, lgm_err *err)
{
    lgm_arena *scratch = NULL;
    lgm_status st = lgm_arena_new(&scratch, 0, err);
    if (st != LGM_OK) return st;
    lgm_json w = {.out = out, .pretty = pretty};
    lgm_json_open(&w, '{');
    write_report(&w, doc);
    write_sentences(&w, doc);
    st = lgm_record_entities(&w, doc, scratch, err);
    if (st == LGM_OK) {
        lgm_record_times(&w, doc);
        lgm_record_claims(&w, doc);
        lgm_field_empty(&w, "events");
        lgm_field_empty(&w, "incidents");
        lgm_record_timeline(&w, doc);
        lgm_field_empty(&w, "disputes");
        write_warnings(&w, doc);
        lgm_json_close(&w);
        lgm_buf_putc(out, '\n');
    }
    lgm_arena_free(scratch);
    return st;
}
