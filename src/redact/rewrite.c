/* rewrite.c - see rewrite.h. */
#include "redact/rewrite.h"

#include <string.h>

#include "record/fields.h"
#include "record/record_value.h"

typedef struct rewriter {
    lgm_redact_names *names;
    lgm_arena *arena; /* the new record's */
    lgm_redact_masks masks;
    lgm_redact_move move;
    bool verbatim; /* the names of who stays */
} rewriter;

/* ---- words ---- */

void lgm_redact_put(lgm_buf *out, const lgm_redact_names *names, lgm_str words,
                    const lgm_redact_masks *masks)
{
    size_t at = 0;
    for (size_t i = 0; i < masks->n; i++) {
        const lgm_redact_mask *const m = &masks->at[i];
        lgm_buf_put(out, words.ptr + at, m->at - at);
        lgm_buf_puts(out, names->people->list.at[m->person].placeholder);
        at = m->at + m->len;
    }
    lgm_buf_put(out, words.ptr + at, words.len - at);
}

static bool take(rewriter *w, lgm_buf *b, lgm_str *out)
{
    *out = (lgm_str){lgm_arena_strndup(w->arena, b->at ? b->at : "", b->len), b->len};
    const bool ok = out->ptr && !b->failed;
    lgm_buf_done(b);
    return ok;
}

static bool rewrite_words(rewriter *w, lgm_str *s, bool address)
{
    lgm_arena *const scratch = w->names->people->arena;
    const lgm_arena_mark mark = lgm_arena_save(scratch);
    lgm_redact_masks masks = {0};
    lgm_buf b = {0};
    if (!s->ptr) return true;
    if (!w->verbatim && !lgm_redact_mask_words(w->names, scratch, *s, address, &masks))
        return false;
    lgm_redact_put(&b, w->names, *s, &masks);
    const bool ok = take(w, &b, s);
    lgm_arena_rewind(scratch, mark);
    return ok;
}

/* An address with a name in it leads to the name: it is left out. */
static bool rewrite_url(rewriter *w, lgm_str *s)
{
    const lgm_str before = *s;
    if (!rewrite_words(w, s, true)) return false;
    if (before.len != s->len || (s->len && memcmp(before.ptr, s->ptr, s->len) != 0))
        *s = (lgm_str){0};
    return true;
}

/* ---- fields ---- */

static bool rewrite_object(rewriter *w, const lgm_record_shape *shape, char *at);

static size_t item_size(const lgm_record_field *f)
{
    switch (f->type) {
    case LGM_FIELD_SPANS: return sizeof(lgm_cpspan);
    case LGM_FIELD_STRS: return sizeof(lgm_str);
    case LGM_FIELD_INDICES: return sizeof(uint32_t);
    case LGM_FIELD_LINKS: return sizeof(lgm_link);
    case LGM_FIELD_FILLERS:
    case LGM_FIELD_SIDES: return sizeof(lgm_record_list);
    case LGM_FIELD_LIST: return f->shape->size;
    default: return 0;
    }
}

static bool copy_list(rewriter *w, lgm_record_list *list, size_t size)
{
    char *const items = lgm_arena_calloc(w->arena, list->n + 1, size);
    if (!items) return false;
    if (list->n) memcpy(items, list->at, list->n * size);
    list->at = items;
    return true;
}

static bool rewrite_item(rewriter *w, const lgm_record_field *f, char *at)
{
    static const lgm_record_field strs = {.type = LGM_FIELD_STRS};
    switch (f->type) {
    case LGM_FIELD_SPANS:
        *(lgm_cpspan *)at = lgm_redact_moved(&w->move, *(lgm_cpspan *)at);
        return true;
    case LGM_FIELD_STRS: return rewrite_words(w, (lgm_str *)at, false);
    case LGM_FIELD_SIDES: return copy_list(w, (lgm_record_list *)at, sizeof(uint32_t));
    case LGM_FIELD_LIST: return rewrite_object(w, f->shape, at);
    case LGM_FIELD_FILLERS: {
        lgm_record_list *const list = (lgm_record_list *)at;
        if (!copy_list(w, list, sizeof(lgm_str))) return false;
        for (size_t i = 0; i < list->n; i++)
            if (!rewrite_item(w, &strs, (char *)list->at + i * sizeof(lgm_str))) return false;
        return true;
    }
    default: return true;
    }
}

static bool rewrite_list(rewriter *w, const lgm_record_field *f, lgm_record_list *list)
{
    const size_t size = item_size(f);
    if (!copy_list(w, list, size)) return false;
    for (size_t i = 0; i < list->n; i++)
        if (!rewrite_item(w, f, (char *)list->at + i * size)) return false;
    return true;
}

static bool is_address(const lgm_record_field *f)
{
    static const char *const keys[] = {"id", "file", "member", NULL};
    for (size_t i = 0; keys[i]; i++)
        if (strcmp(f->key, keys[i]) == 0) return true;
    return false;
}

/* Who wrote and published a report is public. */
static bool is_of_publisher(const lgm_record_field *f)
{
    return strcmp(f->key, "byline") == 0 || strcmp(f->key, "publisher") == 0 ||
           strcmp(f->key, "agency") == 0;
}

static bool rewrite_str(rewriter *w, const lgm_record_field *f, lgm_str *s)
{
    const bool verbatim = w->verbatim;
    if (strcmp(f->key, "url") == 0) return rewrite_url(w, s);
    if (strcmp(f->key, "text") == 0) return true; /* it is there already */
    w->verbatim |= is_of_publisher(f);
    const bool ok = rewrite_words(w, s, is_address(f));
    w->verbatim = verbatim;
    return ok;
}

static bool rewrite_nested(rewriter *w, const lgm_record_field *f, char **at)
{
    if (!*at) return true;
    char *const object = lgm_arena_alloc(w->arena, f->shape->size);
    if (!object) return false;
    memcpy(object, *at, f->shape->size);
    *at = object;
    return rewrite_object(w, f->shape, object);
}

static bool rewrite_value(rewriter *w, const lgm_record_field *f, char *at)
{
    switch (f->type) {
    case LGM_FIELD_STR: return rewrite_str(w, f, (lgm_str *)at);
    case LGM_FIELD_START: /* the end is the next member */
    case LGM_FIELD_SPAN: {
        lgm_cpspan span;
        memcpy(&span, at, sizeof span);
        span = lgm_redact_moved(&w->move, span);
        memcpy(at, &span, sizeof span);
        return true;
    }
    case LGM_FIELD_OBJECT: return rewrite_nested(w, f, (char **)at);
    default: return item_size(f) == 0 || rewrite_list(w, f, (lgm_record_list *)at);
    }
}

static bool rewrite_object(rewriter *w, const lgm_record_shape *shape, char *at)
{
    for (size_t i = 0; i < shape->n_fields; i++)
        if (!rewrite_value(w, &shape->fields[i], at + shape->fields[i].at)) return false;
    return true;
}

/* ---- entities ---- */

/* The entity is the placeholder; its other names would all be the same. */
static bool hide_entity(rewriter *w, lgm_entity *e, const char *placeholder)
{
    const size_t len = strlen(placeholder);
    e->name = (lgm_str){lgm_arena_strndup(w->arena, placeholder, len), len};
    e->aliases.n = 0;
    return e->name.ptr != NULL;
}

/* Names of who stays are not to be taken for those of who shares a word of them. */
static bool restore_names(rewriter *w, lgm_entity *e, const lgm_entity *from)
{
    e->name = from->name;
    e->aliases.at = from->aliases.at;
    e->aliases.n = from->aliases.n;
    w->verbatim = true;
    bool ok = rewrite_words(w, &e->name, false) &&
              copy_list(w, (lgm_record_list *)&e->aliases, sizeof(lgm_str));
    for (size_t i = 0; ok && i < e->aliases.n; i++)
        ok = rewrite_words(w, (lgm_str *)&e->aliases.at[i], false);
    w->verbatim = false;
    return ok;
}

static bool rewrite_entities(rewriter *w, lgm_record *r)
{
    const lgm_redact_people *const p = w->names->people;
    for (uint32_t i = 0; i < r->entities.n; i++) {
        lgm_entity *const e = (lgm_entity *)&r->entities.at[i];
        const uint32_t k = lgm_redact_person_of(p, i);
        const bool hidden = k != LGM_NONE && p->list.at[k].hidden;
        if (hidden && !hide_entity(w, e, p->list.at[k].placeholder)) return false;
        if (lgm_redact_stays(p, i) && !restore_names(w, e, &p->record->entities.at[i]))
            return false;
    }
    return true;
}

/* ---- the record ---- */

static bool make_text(rewriter *w, lgm_record *r)
{
    const lgm_record *const from = w->names->people->record;
    lgm_buf b = {0};
    const size_t n = w->masks.n;
    w->move = (lgm_redact_move){&w->masks, lgm_arena_calloc(w->arena, n + 1, sizeof(uint32_t)),
                                lgm_arena_calloc(w->arena, n + 1, sizeof(uint32_t))};
    if (!w->move.start || !w->move.length) return false;
    for (size_t i = 0; i < n; i++) {
        const lgm_redact_mask *const m = &w->masks.at[i];
        const char *const as = w->names->people->list.at[m->person].placeholder;
        w->move.start[i] =
            i == 0 ? m->point
                   : w->move.start[i - 1] + w->move.length[i - 1] + m->point - m[-1].stop;
        w->move.length[i] = (uint32_t)strlen(as);
    }
    lgm_redact_put(&b, w->names, from->text, &w->masks);
    if (!take(w, &b, &r->text)) return false;
    lgm_sha256(r->text.ptr, r->text.len, r->sha256);
    return true;
}

static bool note_placeholders(rewriter *w, lgm_record *r)
{
    lgm_cpspan *const at = lgm_arena_calloc(w->arena, w->masks.n + 1, sizeof *at);
    if (!at) return false;
    for (size_t i = 0; i < w->masks.n; i++)
        at[i] = (lgm_cpspan){w->move.start[i], w->move.start[i] + w->move.length[i]};
    r->redacted.at = at;
    r->redacted.n = w->masks.n;
    return true;
}

lgm_status lgm_redact_rewrite(lgm_record **out, lgm_redact_names *names, lgm_err *err)
{
    const lgm_record *const from = names->people->record;
    rewriter w = {.names = names};
    lgm_record *r;
    lgm_status st = lgm_record_new(&r, err);
    if (st != LGM_OK) return st;
    w.arena = r->arena;
    *r = *from;
    r->arena = w.arena;
    r->byte_of = NULL;
    r->map.n = 0;
    r->redacted.n = 0;
    const bool ok = lgm_redact_mask_text(names, &w.masks) && make_text(&w, r) &&
                    rewrite_object(&w, &lgm_record_root, (char *)r) && rewrite_entities(&w, r) &&
                    note_placeholders(&w, r) && lgm_redact_words_anew(r, from, names, &w.move);
    if (!ok) {
        st = lgm_arena_status(w.arena) != LGM_OK ? lgm_arena_fail(w.arena, err)
                                                 : lgm_arena_fail(names->people->arena, err);
    } else {
        st = lgm_record_index_text(r, err);
    }
    if (st == LGM_OK)
        *out = r;
    else
        lgm_record_free(r);
    return st;
}
