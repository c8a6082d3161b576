/*
 * fuzz_maker.h - a record of any bytes, without an engine: its lists, strings and numbers are drawn
 * by the record's own table of fields, so that a field which is added there is drawn here.
 *
 * What comes out keeps what the engine's records keep: spans lie inside the text and in order,
 * ids lead somewhere, things stand in order of their first span. All else may be anything.
 * Freed with lgm_record_free.
 */
#ifndef LGM_FUZZ_MAKER_H
#define LGM_FUZZ_MAKER_H

#include "fuzz_maker_text.h"
#include "record/fields.h"

enum { MAKER_LONGEST = 5 }; /* list */

static inline uint32_t maker_count(const maker *m, char letter)
{
    return letter == 'e'   ? m->n_entities
           : letter == 't' ? m->n_times
           : letter == 'c' ? m->n_claims
                           : m->n_events;
}

/* One of the letters leads somewhere (maker_leads). */
static inline lgm_link maker_link(maker *m, const char *letters)
{
    char kind = letters[fuzz_below(&m->bytes, (uint32_t)strlen(letters))];
    for (size_t i = 0; maker_count(m, kind) == 0; i++) kind = letters[i];
    return (lgm_link){kind, fuzz_below(&m->bytes, maker_count(m, kind))};
}

static inline bool maker_leads(const maker *m, const char *letters)
{
    while (*letters && maker_count(m, *letters) == 0) letters++;
    return *letters != 0;
}

/* Is there what the fields that are never null need? */
static inline bool maker_can(const maker *m, const lgm_record_shape *shape)
{
    for (size_t i = 0; i < shape->n_fields; i++) {
        const lgm_record_field *const f = &shape->fields[i];
        const bool needs =
            f->type == LGM_FIELD_LINK || (f->type == LGM_FIELD_INDEX && f->flags & LGM_FIELD_SURE);
        if (needs && !maker_leads(m, f->letters)) return false;
    }
    return true;
}

static inline void maker_object(maker *m, const lgm_record_shape *shape, char *at);

static inline size_t maker_list(maker *m, const lgm_record_field *f, void *at);

/* One item of a list that is none of structs; false: the list ends before it. */
static inline bool maker_item(maker *m, const lgm_record_field *f, void *at)
{
    static const lgm_record_field strs = {.type = LGM_FIELD_STRS};
    const lgm_record_field ids = {.type = LGM_FIELD_INDICES, .letters = f->letters};
    switch (f->type) {
    case LGM_FIELD_SPANS: return maker_span(m, at);
    case LGM_FIELD_STRS: *(lgm_str *)at = maker_str(m); return true;
    case LGM_FIELD_FILLERS: maker_list(m, &strs, at); return true;
    case LGM_FIELD_SIDES: maker_list(m, &ids, at); return true;
    case LGM_FIELD_LINKS:
        if (!maker_leads(m, f->letters)) return false;
        *(lgm_link *)at = maker_link(m, f->letters);
        return true;
    case LGM_FIELD_INDICES:
        if (!maker_leads(m, f->letters)) return false;
        *(uint32_t *)at = maker_link(m, f->letters).index;
        return true;
    default: maker_object(m, f->shape, at); return true;
    }
}

static inline size_t maker_item_size(const lgm_record_field *f)
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

/* How many there are of a list at the top is known before. */
static inline uint32_t maker_length(maker *m, const lgm_record_field *f)
{
    static const struct {
        const char *key;
        char letter;
    } top[] = {
        {"entities", 'e'}, {"times", 't'}, {"claims", 'c'}, {"events", 'v'}, {"figures", 'f'}};
    for (size_t i = 0; f->key && i < LGM_COUNT(top); i++)
        if (f->type == LGM_FIELD_LIST && strcmp(f->key, top[i].key) == 0)
            return maker_count(m, top[i].letter);
    if (f->type == LGM_FIELD_LIST && !maker_can(m, f->shape)) return 0;
    const uint32_t n = fuzz_below(&m->bytes, MAKER_LONGEST + 1);
    return n == 0 && f->flags & LGM_FIELD_FILLED ? 1 : n;
}

static inline size_t maker_list(maker *m, const lgm_record_field *f, void *at)
{
    const uint32_t n = maker_length(m, f), outer = m->from;
    const size_t size = maker_item_size(f);
    char *const items = maker_room(m, n, size);
    lgm_record_list list = {items, 0};
    m->from = 0;
    while (list.n < n && maker_item(m, f, items + list.n * size)) list.n++;
    if (list.n == 0 && f->type == LGM_FIELD_SPANS && f->flags & LGM_FIELD_FILLED) {
        maker_somewhere(m, (void *)items);
        list.n = 1;
    }
    m->from = outer;
    memcpy(at, &list, sizeof list);
    return list.n;
}

static inline int maker_enum(maker *m, const lgm_record_field *f)
{
    uint32_t n = 0;
    while (n == 0 || f->name((int)n)) n++;
    const int v = (int)fuzz_below(&m->bytes, n);
    return f->flags & LGM_FIELD_SURE && !f->name(v) ? (int)n - 1 : v;
}

static inline uint32_t maker_index(maker *m, const lgm_record_field *f)
{
    const bool open = !(f->flags & LGM_FIELD_SURE);
    const uint32_t pick = open ? fuzz_below(&m->bytes, 4) : 1;
    if (pick == 0 || !maker_leads(m, f->letters)) return LGM_NONE;
    if (pick == 3 && f->type == LGM_FIELD_ANCHOR) return LGM_PUBLISHED;
    return maker_link(m, f->letters).index;
}

static inline void maker_value(maker *m, const lgm_record_field *f, char *at)
{
    void *const p = at;
    const bool open = !(f->flags & LGM_FIELD_SURE);
    lgm_cpspan span;
    switch (f->type) {
    case LGM_FIELD_VERSION:
    case LGM_FIELD_SELF:
    case LGM_FIELD_END: break;
    case LGM_FIELD_STR:
        if (!open || fuzz_below(&m->bytes, 4)) *(lgm_str *)p = maker_str(m);
        break;
    case LGM_FIELD_HASH: memset(p, fuzz_byte(&m->bytes), 32); break;
    case LGM_FIELD_U32: *(uint32_t *)p = fuzz_u32(&m->bytes); break;
    case LGM_FIELD_START:
    case LGM_FIELD_SPAN:
        m->from = fuzz_below(&m->bytes, m->record->length);
        maker_somewhere(m, &span);
        memcpy(p, &span, sizeof span); /* the end is the next member */
        break;
    case LGM_FIELD_INT: *(int64_t *)p = (int32_t)fuzz_u32(&m->bytes); break;
    case LGM_FIELD_BOOL: *(int *)p = fuzz_byte(&m->bytes) & 1; break;
    case LGM_FIELD_SHARE:
        *(float *)p = (float)fuzz_below(&m->bytes, open ? 102 : 101) / 100.0f;
        if (*(float *)p > 1) *(float *)p = -1;
        break;
    case LGM_FIELD_NUMBER: *(double *)p = (double)fuzz_u32(&m->bytes) / 1e3; break;
    case LGM_FIELD_DEGREES:
        *(double *)p = (double)((int32_t)fuzz_u32(&m->bytes) % 18000000) / 1e5;
        break;
    case LGM_FIELD_ENUM: *(int *)p = maker_enum(m, f); break;
    case LGM_FIELD_INDEX:
    case LGM_FIELD_ANCHOR: *(uint32_t *)p = maker_index(m, f); break;
    case LGM_FIELD_LINK: *(lgm_link *)p = maker_link(m, f->letters); break;
    case LGM_FIELD_OBJECT: {
        if (!fuzz_below(&m->bytes, 3)) break;
        char *const object = maker_room(m, 1, f->shape->size);
        maker_object(m, f->shape, object);
        memcpy(p, &object, sizeof object);
        break;
    }
    default: maker_list(m, f, p);
    }
}

static inline void maker_object(maker *m, const lgm_record_shape *shape, char *at)
{
    for (size_t i = 0; i < shape->n_fields; i++)
        if (shape != &lgm_record_root || strcmp(shape->fields[i].key, "text") != 0)
            maker_value(m, &shape->fields[i], at + shape->fields[i].at);
}

/* ---- in order of the text -------------------------------------------------------------------- */

static inline int maker_by_mention(const void *a, const void *b)
{
    const uint32_t x = ((const lgm_entity *)a)->mentions.at[0].start,
                   y = ((const lgm_entity *)b)->mentions.at[0].start;
    return (x > y) - (x < y);
}

static inline int maker_by_start(const void *a, const void *b)
{
    const uint32_t x = ((const lgm_time *)a)->start, y = ((const lgm_time *)b)->start;
    return (x > y) - (x < y);
}

static inline uint32_t maker_first(const lgm_claim *c)
{
    uint32_t first = c->content.at[0].start;
    if (c->source.n && c->source.at[0].start < first) first = c->source.at[0].start;
    if (c->cue.n && c->cue.at[0].start < first) first = c->cue.at[0].start;
    return first;
}

static inline int maker_by_span(const void *a, const void *b)
{
    const uint32_t x = maker_first(a), y = maker_first(b);
    return (x > y) - (x < y);
}

#define MAKER_SORT(list, by) qsort((void *)(uintptr_t)(list).at, (list).n, sizeof *(list).at, by)

static inline lgm_record *maker_record(fuzz_bytes bytes)
{
    maker m = {.bytes = bytes};
    CHECK(lgm_record_new(&m.record, NULL) == LGM_OK);
    lgm_record *const r = m.record;
    maker_text(&m);
    m.n_claims = fuzz_below(&m.bytes, 8);
    m.n_entities = fuzz_below(&m.bytes, 6);
    m.n_times = fuzz_below(&m.bytes, 6);
    m.n_events = fuzz_below(&m.bytes, 4);
    maker_object(&m, &lgm_record_root, (char *)r);
    MAKER_SORT(r->entities, maker_by_mention);
    MAKER_SORT(r->times, maker_by_start);
    MAKER_SORT(r->claims, maker_by_span);
    return r;
}

#endif
