/* record.c - the JSON record, version 1, field by field as in docs/schema/report-1.json. */
#include "record/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "legomena/engine.h"
#include "record/json.h"

/* ---- small pieces ---- */

static void text_field(lgm_json *w, const char *key, lgm_slice s)
{
    lgm_json_key(w, key);
    lgm_json_str(w, s);
}

static void null_field(lgm_json *w, const char *key)
{
    lgm_json_key(w, key);
    lgm_json_null(w);
}

static void empty_field(lgm_json *w, const char *key)
{
    lgm_json_key(w, key);
    lgm_json_row(w, '[');
    lgm_json_close(w);
}

static void id_text(lgm_json *w, char letter, uint64_t i)
{
    char id[24];
    snprintf(id, sizeof id, "%c%llu", letter, (unsigned long long)(i + 1));
    lgm_json_text(w, id);
}

static void id_field(lgm_json *w, char letter, uint64_t i)
{
    lgm_json_key(w, "id");
    id_text(w, letter, i);
}

static void hash_field(lgm_json *w, const char *key, const uint8_t sha[32])
{
    char hex[65];
    lgm_hex(sha, 32, hex);
    lgm_json_key(w, key);
    lgm_json_text(w, hex);
}

static void span(lgm_json *w, lgm_cpspan s)
{
    lgm_json_row(w, '[');
    lgm_json_uint(w, s.start);
    lgm_json_uint(w, s.end);
    lgm_json_close(w);
}

/* ---- the report ---- */

static void write_report(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "legomena");
    lgm_json_uint(w, 1);
    text_field(w, "id", doc->id);
    text_field(w, "url", doc->url);
    text_field(w, "title", doc->title);
    text_field(w, "byline", doc->byline);
    text_field(w, "publisher", doc->publisher);
    text_field(w, "date", doc->date);
    text_field(w, "retrieved", doc->retrieved);
    text_field(w, "lang", doc->lang);
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
    text_field(w, "text", doc->text.ptr ? doc->text : LGM_SLICE(""));
}

static void write_sentences(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "sentences");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_sents; i++) span(w, lgm_record_span(doc, doc->sents[i]));
    lgm_json_close(w);
}

/* ---- entities ---- */

typedef struct alias {
    lgm_slice words;
    uint32_t order; /* among the mentions of the entity */
} alias;

static int by_words(const void *x, const void *y)
{
    const alias *const a = x, *const b = y;
    const size_t n = a->words.len < b->words.len ? a->words.len : b->words.len;
    const int c = memcmp(a->words.ptr, b->words.ptr, n);
    if (c) return c;
    if (a->words.len != b->words.len) return a->words.len < b->words.len ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static int by_order(const void *x, const void *y)
{
    const alias *const a = x, *const b = y;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* Words as they are listed: a name that runs over a line break is one name. */
static bool one_line(lgm_arena *scratch, lgm_slice s, lgm_slice *out)
{
    lgm_buf b = {0};
    lgm_buf_words(&b, s);
    char *const copy = b.failed ? NULL : lgm_arena_strndup(scratch, b.len ? b.at : "", b.len);
    *out = (lgm_slice){copy, b.len};
    lgm_buf_done(&b);
    return copy != NULL;
}

/* The distinct mentions other than the name, in order of first mention; n of them left in at. */
static size_t distinct(alias *at, size_t n, lgm_slice name)
{
    size_t kept = 0;
    qsort(at, n, sizeof *at, by_words);
    for (size_t i = 0; i < n; i++) {
        if (lgm_slice_eq(at[i].words, name) ||
            (kept && lgm_slice_eq(at[kept - 1].words, at[i].words)))
            continue;
        at[kept++] = at[i];
    }
    qsort(at, kept, sizeof *at, by_order);
    return kept;
}

static bool write_names(lgm_json *w, const lgm_doc *doc, const lgm_entity_layer *e,
                        lgm_arena *scratch)
{
    lgm_slice name;
    alias *const at = lgm_arena_calloc(scratch, e->n, sizeof *at);
    if (!at || !one_line(scratch, lgm_doc_words(doc, lgm_doc_entity_words(doc, e)), &name))
        return false;
    for (uint32_t i = 0; i < e->n; i++) {
        const lgm_tokspan s = doc->names[doc->name_order[e->first + i]].tokens;
        at[i].order = i;
        if (!one_line(scratch, lgm_doc_words(doc, s), &at[i].words)) return false;
    }
    text_field(w, "name", name);
    lgm_json_key(w, "aliases");
    lgm_json_row(w, '[');
    const size_t n = distinct(at, e->n, name);
    for (size_t i = 0; i < n; i++) lgm_json_str(w, at[i].words);
    lgm_json_close(w);
    return true;
}

static bool write_roles(lgm_json *w, const lgm_doc *doc, uint32_t entity, lgm_arena *scratch)
{
    const lgm_actor_layer *const a = doc->actors ? &doc->actors[entity] : NULL;
    lgm_json_key(w, "roles");
    lgm_json_row(w, '[');
    for (uint32_t i = 0; a && i < a->n_roles; i++) {
        lgm_slice words;
        if (!one_line(scratch, lgm_doc_words(doc, doc->roles[a->first_role + i]), &words))
            return false;
        lgm_json_str(w, words);
    }
    lgm_json_close(w);
    return true;
}

static void write_place(lgm_json *w, const lgm_doc *doc, uint32_t entity)
{
    const lgm_place_layer *const p = doc->places ? &doc->places[entity] : NULL;
    lgm_json_key(w, "place");
    if (!p || p->geonames == 0) {
        lgm_json_null(w);
        return;
    }
    lgm_json_row(w, '{');
    lgm_json_key(w, "geonames");
    lgm_json_uint(w, p->geonames);
    lgm_json_key(w, "name");
    lgm_json_text(w, p->name);
    lgm_json_key(w, "country");
    lgm_json_text(w, p->cc);
    lgm_json_key(w, "admin1");
    lgm_json_text(w, p->admin1);
    lgm_json_key(w, "lat");
    lgm_json_degrees(w, p->lat);
    lgm_json_key(w, "lon");
    lgm_json_degrees(w, p->lon);
    lgm_json_key(w, "confidence");
    lgm_json_share(w, p->confidence);
    lgm_json_close(w);
}

static void write_actor(lgm_json *w, const lgm_doc *doc, uint32_t entity)
{
    const char *const code = doc->actors ? doc->actors[entity].code : "";
    lgm_json_key(w, "actor");
    lgm_json_text(w, *code ? code : NULL);
}

static void write_mentions(lgm_json *w, const lgm_doc *doc, const lgm_entity_layer *e)
{
    lgm_json_key(w, "mentions");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < lgm_record_n_mentions(e); i++) {
        const lgm_mention_ref m = lgm_record_mention(doc, e, i);
        const lgm_cpspan cp = lgm_record_span(doc, m.tokens);
        lgm_json_row(w, '{');
        lgm_json_key(w, "start");
        lgm_json_uint(w, cp.start);
        lgm_json_key(w, "end");
        lgm_json_uint(w, cp.end);
        lgm_json_key(w, "form");
        lgm_json_text(w, lgm_mention_form_name((lgm_mention_form)m.form));
        if (m.form == LGM_MENTION_NAME) {
            lgm_json_key(w, "confidence");
            lgm_json_share(w, m.confidence);
        }
        lgm_json_close(w);
    }
    lgm_json_close(w);
}

static lgm_status write_entities(lgm_json *w, const lgm_doc *doc, lgm_arena *scratch, lgm_err *err)
{
    lgm_json_key(w, "entities");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_entities; i++) {
        const lgm_entity_layer *const e = &doc->entities[i];
        lgm_json_open(w, '{');
        id_field(w, 'e', i);
        lgm_json_key(w, "type");
        lgm_json_text(w, lgm_entity_type_name((lgm_entity_type)e->type));
        if (!write_names(w, doc, e, scratch) || !write_roles(w, doc, i, scratch))
            return lgm_fail(err, LGM_E_NOMEM, "out of memory while the record was written");
        lgm_arena_reset(scratch);
        write_place(w, doc, i);
        write_actor(w, doc, i);
        write_mentions(w, doc, e);
        lgm_json_close(w);
    }
    lgm_json_close(w);
    return LGM_OK;
}

/* ---- times ---- */

static void anchor_field(lgm_json *w, uint32_t anchor)
{
    lgm_json_key(w, "anchor");
    if (anchor == LGM_NONE) {
        lgm_json_null(w);
    } else if (anchor == LGM_ANCHOR_PUBLISHED) {
        lgm_json_text(w, "published");
    } else {
        id_text(w, 't', anchor);
    }
}

static void write_time(lgm_json *w, const lgm_doc *doc, uint32_t i)
{
    const lgm_time_layer *const t = &doc->times[i];
    const lgm_cpspan cp = lgm_record_span(doc, t->tokens);
    lgm_json_row(w, '{');
    id_field(w, 't', i);
    lgm_json_key(w, "start");
    lgm_json_uint(w, cp.start);
    lgm_json_key(w, "end");
    lgm_json_uint(w, cp.end);
    lgm_json_key(w, "type");
    lgm_json_text(w, lgm_time_type_name((lgm_time_type)t->type));
    lgm_json_key(w, "value");
    lgm_json_text(w, t->value);
    lgm_json_key(w, "mod");
    lgm_json_text(w, lgm_record_mod(t->mod));
    if (t->quant) {
        lgm_json_key(w, "quant");
        lgm_json_text(w, lgm_record_quant(t->quant));
    }
    anchor_field(w, t->anchor);
    lgm_json_close(w);
}

static void write_times(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "times");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_times; i++) write_time(w, doc, i);
    lgm_json_close(w);
}

static void write_said(lgm_json *w, const lgm_doc *doc, const lgm_claim_layer *c)
{
    lgm_json_key(w, "said");
    if (c->said == 0) {
        lgm_json_null(w);
        return;
    }
    lgm_json_row(w, '{');
    lgm_json_key(w, "value");
    lgm_json_text(w, doc->times[c->said - 1].value);
    lgm_json_key(w, "time");
    id_text(w, 't', c->said - 1);
    lgm_json_close(w);
}

static void write_timeline(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "timeline");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_timeline; i++) {
        lgm_json_row(w, '{');
        lgm_json_key(w, "value");
        lgm_json_text(w, doc->times[doc->timeline[i].time].value);
        lgm_json_key(w, "record");
        id_text(w, 'c', doc->timeline[i].claim);
        lgm_json_close(w);
    }
    lgm_json_close(w);
}

/* ---- claims ---- */

static void write_parts(lgm_json *w, const char *key, const lgm_doc *doc, const lgm_parts *p)
{
    lgm_json_key(w, key);
    lgm_json_row(w, '[');
    for (uint32_t i = 0; i < p->n; i++) span(w, lgm_record_span(doc, p->at[i]));
    lgm_json_close(w);
}

static void write_quoted(lgm_json *w, const lgm_doc *doc, const lgm_claim_layer *c)
{
    lgm_json_key(w, "quoted");
    lgm_json_row(w, '[');
    for (uint32_t i = 0; i < c->n_quoted; i++) span(w, lgm_record_span(doc, c->quoted[i]));
    lgm_json_close(w);
}

static void write_claim(lgm_json *w, const lgm_doc *doc, uint32_t i)
{
    const lgm_claim_layer *const c = &doc->claims[i];
    lgm_json_open(w, '{');
    id_field(w, 'c', i);
    write_parts(w, "source", doc, &c->source);
    write_parts(w, "cue", doc, &c->cue);
    write_parts(w, "content", doc, &c->content);
    lgm_json_key(w, "form");
    lgm_json_text(w, lgm_claim_form_name((lgm_claim_form)c->form));
    write_quoted(w, doc, c);
    null_field(w, "act");
    lgm_json_key(w, "speaker");
    if (c->speaker)
        id_text(w, 'e', c->speaker - 1);
    else
        lgm_json_null(w);
    lgm_json_key(w, "speaker_kind");
    lgm_json_text(w, lgm_speaker_kind_name((lgm_speaker_kind)c->speaker_kind));
    empty_field(w, "via");
    null_field(w, "venue");
    write_said(w, doc, c);
    null_field(w, "parent");
    null_field(w, "certainty");
    null_field(w, "evidence");
    null_field(w, "repetition");
    empty_field(w, "about");
    empty_field(w, "replies");
    lgm_json_key(w, "confidence");
    lgm_json_share(w, c->confidence);
    lgm_json_close(w);
}

static void write_claims(lgm_json *w, const lgm_doc *doc)
{
    lgm_json_key(w, "claims");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_claims; i++) write_claim(w, doc, i);
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
    st = write_entities(&w, doc, scratch, err);
    if (st == LGM_OK) {
        write_times(&w, doc);
        write_claims(&w, doc);
        empty_field(&w, "events");
        empty_field(&w, "incidents");
        write_timeline(&w, doc);
        empty_field(&w, "disputes");
        write_warnings(&w, doc);
        lgm_json_close(&w);
        lgm_buf_putc(out, '\n');
    }
    lgm_arena_free(scratch);
    return st;
}
