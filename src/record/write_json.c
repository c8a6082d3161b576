/*
 * write_json.c - a record as JSON, by the tables of fields.c.
 *
 * The tables nest, so the recursion is as deep as they are; what a record holds does not matter.
 */
#include <string.h>

#include "record/json.h"

static void write_id(lgm_json *w, char letter, uint32_t index)
{
    char id[16];
    lgm_json_str(w, (lgm_slice){id, lgm_record_id(letter, index, id)});
}

static void write_str(lgm_json *w, lgm_str s)
{
    lgm_json_str(w, (lgm_slice){s.ptr, s.len});
}

static void write_span(lgm_json *w, lgm_cpspan s)
{
    lgm_json_row(w, '[');
    lgm_json_uint(w, s.start);
    lgm_json_uint(w, s.end);
    lgm_json_close(w);
}

static void write_hash(lgm_json *w, const uint8_t *sha)
{
    char hex[65];
    lgm_hex(sha, 32, hex);
    lgm_json_text(w, hex);
}

static void write_strs(lgm_json *w, const lgm_strs *list)
{
    for (size_t i = 0; i < list->n; i++) write_str(w, list->at[i]);
}

static void write_indices(lgm_json *w, const lgm_indices *list, char letter)
{
    for (size_t i = 0; i < list->n; i++) write_id(w, letter, list->at[i]);
}

static void write_items(lgm_json *w, const lgm_record_field *f, const char *at)
{
    switch (f->type) {
    case LGM_FIELD_SPANS: {
        const lgm_spans *const list = (const void *)at;
        for (size_t i = 0; i < list->n; i++) write_span(w, list->at[i]);
        break;
    }
    case LGM_FIELD_STRS: write_strs(w, (const void *)at); break;
    case LGM_FIELD_INDICES: write_indices(w, (const void *)at, f->letters[0]); break;
    case LGM_FIELD_FILLERS: {
        const lgm_fillers *const list = (const void *)at;
        for (size_t i = 0; i < list->n; i++) {
            lgm_json_row(w, '[');
            write_strs(w, &list->at[i]);
            lgm_json_close(w);
        }
        break;
    }
    case LGM_FIELD_SIDES: {
        const lgm_sides *const list = (const void *)at;
        for (size_t i = 0; i < list->n; i++) {
            lgm_json_row(w, '[');
            write_indices(w, &list->at[i], f->letters[0]);
            lgm_json_close(w);
        }
        break;
    }
    case LGM_FIELD_LINKS: {
        const lgm_links *const list = (const void *)at;
        for (size_t i = 0; i < list->n; i++) write_id(w, list->at[i].kind, list->at[i].index);
        break;
    }
    default: {
        const lgm_record_list *const list = (const void *)at;
        for (size_t i = 0; i < list->n; i++)
            lgm_record_write_object(w, f->shape, (const char *)list->at + i * f->shape->size,
                                    (uint32_t)i);
    }
    }
}

static void write_list(lgm_json *w, const lgm_record_field *f, const char *at)
{
    const lgm_record_list *const list = (const void *)at;
    if (f->flags & LGM_FIELD_LINE || list->n == 0)
        lgm_json_row(w, '[');
    else
        lgm_json_open(w, '[');
    write_items(w, f, at);
    lgm_json_close(w);
}

static void write_index(lgm_json *w, const lgm_record_field *f, uint32_t index)
{
    if (index == LGM_NONE)
        lgm_json_null(w);
    else if (f->type == LGM_FIELD_ANCHOR && index == LGM_PUBLISHED)
        lgm_json_text(w, "published");
    else
        write_id(w, f->letters[0], index);
}

static void write_value(lgm_json *w, const lgm_record_field *f, const char *at, uint32_t self)
{
    switch (f->type) {
    case LGM_FIELD_VERSION: lgm_json_uint(w, LGM_RECORD_VERSION); break;
    case LGM_FIELD_SELF: write_id(w, f->letters[0], self); break;
    case LGM_FIELD_STR: write_str(w, *(const lgm_str *)(const void *)at); break;
    case LGM_FIELD_HASH: write_hash(w, (const uint8_t *)at); break;
    case LGM_FIELD_U32:
    case LGM_FIELD_START:
    case LGM_FIELD_END: lgm_json_uint(w, *(const uint32_t *)(const void *)at); break;
    case LGM_FIELD_INT: lgm_json_int(w, *(const int64_t *)(const void *)at); break;
    case LGM_FIELD_BOOL: lgm_json_bool(w, *(const int *)(const void *)at != 0); break;
    case LGM_FIELD_SHARE: lgm_json_share(w, *(const float *)(const void *)at); break;
    case LGM_FIELD_NUMBER: lgm_json_number(w, *(const double *)(const void *)at); break;
    case LGM_FIELD_DEGREES: lgm_json_degrees(w, *(const double *)(const void *)at); break;
    case LGM_FIELD_ENUM: lgm_json_text(w, f->name(*(const int *)(const void *)at)); break;
    case LGM_FIELD_SPAN: write_span(w, *(const lgm_cpspan *)(const void *)at); break;
    case LGM_FIELD_INDEX:
    case LGM_FIELD_ANCHOR: write_index(w, f, *(const uint32_t *)(const void *)at); break;
    case LGM_FIELD_LINK: {
        const lgm_link *const l = (const void *)at;
        write_id(w, l->kind, l->index);
        break;
    }
    case LGM_FIELD_OBJECT: {
        const char *const object = *(const char *const *)(const void *)at;
        if (object)
            lgm_record_write_object(w, f->shape, object, 0);
        else
            lgm_json_null(w);
        break;
    }
    default: write_list(w, f, at);
    }
}

/* Is there nothing to say? Of optional fields only. */
static bool is_unknown(const lgm_record_field *f, const char *at)
{
    switch (f->type) {
    case LGM_FIELD_STR: return !((const lgm_str *)(const void *)at)->ptr;
    case LGM_FIELD_BOOL: return *(const int *)(const void *)at == 0;
    case LGM_FIELD_SHARE: return !(*(const float *)(const void *)at >= 0);
    case LGM_FIELD_NUMBER: return !(*(const double *)(const void *)at > 0);
    case LGM_FIELD_INDEX: return *(const uint32_t *)(const void *)at == LGM_NONE;
    case LGM_FIELD_U32: return *(const uint32_t *)(const void *)at == 0;
    case LGM_FIELD_INT: return *(const int64_t *)(const void *)at == 0;
    case LGM_FIELD_ENUM: return !f->name(*(const int *)(const void *)at);
    case LGM_FIELD_OBJECT: return !*(const char *const *)(const void *)at;
    default: return ((const lgm_record_list *)(const void *)at)->n == 0;
    }
}

void lgm_record_write_object(lgm_json *w, const lgm_record_shape *shape, const char *at,
                             uint32_t index)
{
    if (shape->line)
        lgm_json_row(w, '{');
    else
        lgm_json_open(w, '{');
    for (size_t i = 0; i < shape->n_fields; i++) {
        const lgm_record_field *const f = &shape->fields[i];
        if (f->flags & LGM_FIELD_OPTIONAL && is_unknown(f, at + f->at)) continue;
        lgm_json_key(w, f->key);
        write_value(w, f, at + f->at, index);
    }
    lgm_json_close(w);
}

void lgm_record_write_json(const lgm_record *record, bool pretty, lgm_buf *out)
{
    lgm_json w = {.out = out, .pretty = pretty};
    lgm_record_write_object(&w, &lgm_record_root, (const char *)record, 0);
    lgm_buf_putc(out, '\n');
}
