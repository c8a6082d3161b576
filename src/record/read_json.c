/*
 * read_json.c - a record from JSON, by the tables of fields.c.
 *
 * What is read is checked as a whole at the end (check_record.c), since a span may stand before
 * the text that it points into. Keys that no table has are skipped; a key that is there twice is
 * refused.
 */
#include <string.h>

#include "record/read.h"

typedef struct reader {
    lgm_json_in in;
    lgm_arena *arena; /* the record's */
} reader;

static bool spent(reader *r)
{
    if (r->in.status == LGM_OK) r->in.status = lgm_arena_fail(r->arena, r->in.err);
    return false;
}

/* A string of the record: the input goes away, what had escapes is in the arena already. */
static bool read_str(reader *r, lgm_str *out)
{
    lgm_slice s;
    if (!lgm_json_read_str(&r->in, &s)) return false;
    if (s.ptr >= r->in.start && s.ptr <= r->in.end) {
        s.ptr = lgm_arena_strndup(r->arena, s.ptr, s.len);
        if (!s.ptr) return spent(r);
    }
    *out = (lgm_str){s.ptr, s.len};
    return true;
}

static bool read_uint(reader *r, int64_t most, int64_t *out)
{
    if (!lgm_json_read_number(&r->in, 0, out)) return false;
    return (*out >= 0 && *out <= most) ||
           lgm_json_refuse(&r->in, LGM_E_FORMAT, "a number from 0 to %lld was expected here",
                           (long long)most);
}

static bool read_u32(reader *r, uint32_t *out)
{
    int64_t n;
    if (!read_uint(r, UINT32_MAX, &n)) return false;
    *out = (uint32_t)n;
    return true;
}

static bool read_version(reader *r)
{
    int64_t version;
    if (!lgm_json_read_number(&r->in, 0, &version)) return false;
    return version == LGM_RECORD_VERSION ||
           lgm_json_refuse(&r->in, LGM_E_VERSION,
                           "a record of version %lld; this engine reads version %d",
                           (long long)version, LGM_RECORD_VERSION);
}

static bool read_hash(reader *r, uint8_t out[32])
{
    static const char digits[] = "0123456789abcdef";
    lgm_slice s;
    if (!lgm_json_read_str(&r->in, &s)) return false;
    for (size_t i = 0; s.len == 64 && i < 64; i++) {
        const char *const d = s.ptr[i] ? strchr(digits, s.ptr[i]) : NULL;
        if (!d) s.len = 0;
        if (d) out[i / 2] = (uint8_t)(out[i / 2] << 4 | (d - digits));
    }
    return s.len == 64 || lgm_json_refuse(&r->in, LGM_E_FORMAT, "a hash has 64 hexadecimal digits");
}

static bool read_enum(reader *r, const lgm_record_field *f, int *out)
{
    lgm_slice s;
    if (!lgm_json_read_str(&r->in, &s)) return false;
    for (int i = 0; i == 0 || f->name(i); i++) {
        const char *const name = f->name(i);
        *out = i;
        if (name && lgm_slice_eq(s, (lgm_slice){name, strlen(name)})) return true;
    }
    return lgm_json_refuse(&r->in, LGM_E_FORMAT, "\"%s\" cannot be \"%.*s\"", f->key,
                           (int)(s.len < 40 ? s.len : 40), s.ptr);
}

static bool read_span(reader *r, lgm_cpspan *out)
{
    if (!lgm_json_enter(&r->in, '[') || !lgm_json_item(&r->in) || !read_u32(r, &out->start))
        return false;
    if (!lgm_json_item(&r->in) || !read_u32(r, &out->end))
        return lgm_json_refuse(&r->in, LGM_E_FORMAT, "a span has two numbers");
    return !lgm_json_item(&r->in) ? r->in.status == LGM_OK
                                  : lgm_json_refuse(&r->in, LGM_E_FORMAT, "a span has two numbers");
}

/* An id of one of these letters: "e12" is the entity with index 11. */
static bool read_link(reader *r, const char *letters, lgm_link *out)
{
    lgm_slice s;
    if (!lgm_json_read_str(&r->in, &s)) return false;
    uint64_t n = 0;
    bool good = s.len > 1 && s.len < 12 && s.ptr[0] && strchr(letters, s.ptr[0]) && s.ptr[1] != '0';
    for (size_t i = 1; good && i < s.len; i++) {
        good = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        n = n * 10 + (uint64_t)(s.ptr[i] - '0');
    }
    if (!good || n > LGM_PUBLISHED)
        return lgm_json_refuse(&r->in, LGM_E_FORMAT, "an id such as \"%c1\" was expected here",
                               letters[0]);
    *out = (lgm_link){s.ptr[0], (uint32_t)(n - 1)};
    return true;
}

static bool read_index(reader *r, const lgm_record_field *f, uint32_t *out)
{
    lgm_json_in ahead = r->in;
    lgm_slice s;
    if (f->type == LGM_FIELD_ANCHOR && lgm_json_read_str(&ahead, &s) &&
        lgm_slice_eq(s, LGM_SLICE("published"))) {
        r->in = ahead;
        *out = LGM_PUBLISHED;
        return true;
    }
    lgm_link link;
    if (!read_link(r, f->letters, &link)) return false;
    *out = link.index;
    return true;
}

static bool read_self(reader *r, const lgm_record_field *f, uint32_t self)
{
    lgm_link link;
    if (!read_link(r, f->letters, &link)) return false;
    return link.index == self ||
           lgm_json_refuse(&r->in, LGM_E_FORMAT, "the id of this one is \"%c%u\": ids count from 1",
                           f->letters[0], self + 1);
}

/* ---- lists ----------------------------------------------------------------------------------- */

static bool read_object(reader *r, const lgm_record_shape *shape, char *at, uint32_t self);
static bool read_list(reader *r, const lgm_record_field *f, char *at);

static size_t item_size(const lgm_record_field *f)
{
    switch (f->type) {
    case LGM_FIELD_SPANS: return sizeof(lgm_cpspan);
    case LGM_FIELD_STRS: return sizeof(lgm_str);
    case LGM_FIELD_INDICES: return sizeof(uint32_t);
    case LGM_FIELD_LINKS: return sizeof(lgm_link);
    case LGM_FIELD_FILLERS:
    case LGM_FIELD_SIDES: return sizeof(lgm_record_list);
    default: return f->shape->size;
    }
}

static bool read_item(reader *r, const lgm_record_field *f, void *at, uint32_t i)
{
    static const lgm_record_field strs = {.type = LGM_FIELD_STRS};
    switch (f->type) {
    case LGM_FIELD_SPANS: return read_span(r, at);
    case LGM_FIELD_STRS: return read_str(r, at);
    case LGM_FIELD_INDICES: return read_index(r, f, at);
    case LGM_FIELD_LINKS: return read_link(r, f->letters, at);
    case LGM_FIELD_FILLERS: return read_list(r, &strs, at);
    case LGM_FIELD_SIDES: {
        const lgm_record_field ids = {.type = LGM_FIELD_INDICES, .letters = f->letters};
        return read_list(r, &ids, at);
    }
    default: return read_object(r, f->shape, at, i);
    }
}

static bool read_list(reader *r, const lgm_record_field *f, char *at)
{
    const size_t size = item_size(f);
    size_t n = 0, room = 0;
    char *items = NULL;
    if (!lgm_json_enter(&r->in, '[')) return false;
    while (lgm_json_item(&r->in)) {
        if (n == room && !(items = lgm_vec_grow(r->arena, items, n, &room, size))) return spent(r);
        memset(items + n * size, 0, size);
        if (!read_item(r, f, items + n * size, (uint32_t)n)) return false;
        n++;
    }
    const lgm_record_list list = {items, n};
    memcpy(at, &list, sizeof list);
    if (n == 0 && f->flags & LGM_FIELD_FILLED)
        return lgm_json_refuse(&r->in, LGM_E_FORMAT, "\"%s\" is empty", f->key);
    return r->in.status == LGM_OK;
}

/* ---- objects --------------------------------------------------------------------------------- */

static bool read_nested(reader *r, const lgm_record_field *f, char *at)
{
    char *const object = lgm_arena_calloc(r->arena, 1, f->shape->size);
    if (!object) return spent(r);
    memcpy(at, &object, sizeof object);
    return read_object(r, f->shape, object, 0);
}

static bool read_value(reader *r, const lgm_record_field *f, void *at, uint32_t self)
{
    int64_t n;
    bool yes;
    switch (f->type) {
    case LGM_FIELD_VERSION: return read_version(r);
    case LGM_FIELD_SELF: return read_self(r, f, self);
    case LGM_FIELD_STR: return read_str(r, at);
    case LGM_FIELD_HASH: return read_hash(r, at);
    case LGM_FIELD_U32:
    case LGM_FIELD_START:
    case LGM_FIELD_END: return read_u32(r, at);
    case LGM_FIELD_INT: return lgm_json_read_number(&r->in, 0, at);
    case LGM_FIELD_BOOL:
        if (!lgm_json_read_bool(&r->in, &yes)) return false;
        *(int *)at = yes;
        return true;
    case LGM_FIELD_SHARE:
        if (!lgm_json_read_number(&r->in, 2, &n)) return false;
        *(float *)at = (float)(n < 0 ? 0 : n > 100 ? 100 : n) / 100.0f;
        return true;
    case LGM_FIELD_DEGREES:
        if (!lgm_json_read_number(&r->in, 5, &n)) return false;
        *(double *)at = (double)n / 1e5;
        return (n >= -18000000 && n <= 18000000) ||
               lgm_json_refuse(&r->in, LGM_E_FORMAT, "degrees beyond 180");
    case LGM_FIELD_NUMBER:
        if (!lgm_json_read_number(&r->in, 3, &n)) return false;
        *(double *)at = (double)(n / 1000) + (double)(n % 1000) / 1e3;
        return n >= 0 || lgm_json_refuse(&r->in, LGM_E_FORMAT, "\"%s\" is less than 0", f->key);
    case LGM_FIELD_ENUM: return read_enum(r, f, at);
    case LGM_FIELD_SPAN: return read_span(r, at);
    case LGM_FIELD_INDEX:
    case LGM_FIELD_ANCHOR: return read_index(r, f, at);
    case LGM_FIELD_LINK: return read_link(r, f->letters, at);
    case LGM_FIELD_OBJECT: return read_nested(r, f, at);
    default: return read_list(r, f, at);
    }
}

/* May this field be null? What then stays is what clear() has put there. */
static bool takes_null(const lgm_record_field *f)
{
    switch (f->type) {
    case LGM_FIELD_STR:
    case LGM_FIELD_INDEX:
    case LGM_FIELD_ANCHOR:
    case LGM_FIELD_OBJECT: return !(f->flags & LGM_FIELD_SURE);
    case LGM_FIELD_SHARE: return (f->flags & LGM_FIELD_OPTIONAL) != 0;
    case LGM_FIELD_ENUM: return !(f->flags & LGM_FIELD_SURE);
    default: return (f->flags & LGM_FIELD_OPTIONAL) != 0;
    }
}

static void clear(const lgm_record_shape *shape, char *at)
{
    for (size_t i = 0; i < shape->n_fields; i++) {
        const lgm_record_field *const f = &shape->fields[i];
        const uint32_t none = LGM_NONE;
        const float unknown = -1;
        if (f->type == LGM_FIELD_INDEX || f->type == LGM_FIELD_ANCHOR)
            memcpy(at + f->at, &none, sizeof none);
        if (f->type == LGM_FIELD_SHARE) memcpy(at + f->at, &unknown, sizeof unknown);
    }
}

/* The field with this key; keys mostly come in the order of the table. */
static size_t find_field(const lgm_record_shape *shape, lgm_slice key, size_t guess)
{
    for (size_t k = 0; k < shape->n_fields; k++) {
        const size_t i = (guess + k) % shape->n_fields;
        if (lgm_slice_eq(key, (lgm_slice){shape->fields[i].key, strlen(shape->fields[i].key)}))
            return i;
    }
    return SIZE_MAX;
}

static bool all_there(reader *r, const lgm_record_shape *shape, uint64_t seen)
{
    for (size_t i = 0; i < shape->n_fields; i++)
        if (!(seen >> i & 1) && !(shape->fields[i].flags & LGM_FIELD_OPTIONAL))
            return lgm_json_refuse(&r->in, LGM_E_FORMAT, "a %s without \"%s\"", shape->what,
                                   shape->fields[i].key);
    return r->in.status == LGM_OK;
}

static bool read_object(reader *r, const lgm_record_shape *shape, char *at, uint32_t self)
{
    uint64_t seen = 0;
    size_t guess = 0;
    lgm_slice key;
    clear(shape, at);
    if (!lgm_json_enter(&r->in, '{')) return false;
    while (lgm_json_member(&r->in, &key)) {
        const size_t i = find_field(shape, key, guess);
        if (i == SIZE_MAX) {
            lgm_json_skip(&r->in);
            continue;
        }
        const lgm_record_field *const f = &shape->fields[i];
        if (seen >> i & 1)
            return lgm_json_refuse(&r->in, LGM_E_FORMAT, "a %s has \"%s\" twice", shape->what,
                                   f->key);
        seen |= (uint64_t)1 << i;
        guess = i + 1;
        if (takes_null(f) && lgm_json_peek(&r->in) == 'n')
            lgm_json_read_null(&r->in);
        else if (!read_value(r, f, at + f->at, self))
            return false;
    }
    return all_there(r, shape, seen);
}

/* ---- the whole ------------------------------------------------------------------------------- */

lgm_status lgm_record_read(lgm_record **out, const char *json, size_t len, lgm_err *err)
{
    lgm_record *record;
    *out = NULL;
    lgm_status st = lgm_record_new(&record, err);
    if (st != LGM_OK) return st;
    reader r = {
        .in = {.start = json, .at = json, .end = json + len, .arena = record->arena, .err = err},
        .arena = record->arena};
    read_object(&r, &lgm_record_root, (char *)record, 0);
    lgm_json_finish(&r.in);
    st = r.in.status;
    if (st == LGM_OK) st = lgm_record_index_text(record, err);
    if (st == LGM_OK) st = lgm_record_check(record, err);
    if (st == LGM_OK)
        *out = record;
    else
        lgm_record_free(record);
    return st;
}
