/* entities.c - "entities" of a record: names, roles, place, actor, mentions. */
#include <stdlib.h>
#include <string.h>

#include "legomena/engine.h"
#include "record/fields.h"

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
    lgm_field_text(w, "name", name);
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

lgm_status lgm_record_entities(lgm_json *w, const lgm_doc *doc, lgm_arena *scratch, lgm_err *err)
{
    lgm_json_key(w, "entities");
    lgm_json_open(w, '[');
    for (uint32_t i = 0; i < doc->n_entities; i++) {
        const lgm_entity_layer *const e = &doc->entities[i];
        lgm_json_open(w, '{');
        lgm_field_id(w, 'e', i);
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
