/* one.c - one record of a report. */
#include "record/one.h"

#include "record/json.h"

size_t lgm_record_count(const lgm_record *r, char kind)
{
    switch (kind) {
    case 'e': return r->entities.n;
    case 't': return r->times.n;
    case 'c': return r->claims.n;
    case 'v': return r->events.n;
    case 'f': return r->figures.n;
    case 'i': return r->incidents.n;
    case 'd': return r->disputes.n;
    case 'l': return r->timeline.n;
    case 'n': return r->notes.n;
    default: return 0;
    }
}

/* ---- its words ---- */

static lgm_spans single(lgm_cpspan *room, lgm_cpspan span)
{
    *room = span;
    return (lgm_spans){room, 1};
}

lgm_spans lgm_record_spans_of(const lgm_record *r, lgm_link of, lgm_cpspan *one)
{
    switch (of.kind) {
    case 'c': return r->claims.at[of.index].content;
    case 'v': return single(one, r->events.at[of.index].trigger);
    case 'f': {
        const lgm_figure *const f = &r->figures.at[of.index];
        return single(one, (lgm_cpspan){f->start, f->end});
    }
    case 'n': return single(one, r->notes.at[of.index].span);
    case 't': {
        const lgm_time *const t = &r->times.at[of.index];
        return single(one, (lgm_cpspan){t->start, t->end});
    }
    case 'e': {
        const lgm_entity_mention *const m = &r->entities.at[of.index].mentions.at[0];
        return single(one, (lgm_cpspan){m->start, m->end});
    }
    case 'i': {
        const lgm_cpspan all = lgm_record_extent(r, of);
        return all.end > all.start ? single(one, all) : (lgm_spans){0};
    }
    default: return (lgm_spans){0};
    }
}

static void stretch(lgm_cpspan *all, lgm_spans spans)
{
    for (size_t i = 0; i < spans.n; i++) {
        if (all->end == 0 || spans.at[i].start < all->start) all->start = spans.at[i].start;
        if (spans.at[i].end > all->end) all->end = spans.at[i].end;
    }
}

lgm_cpspan lgm_record_extent(const lgm_record *r, lgm_link of)
{
    lgm_cpspan all = {0, 0}, one;
    if (of.kind == 'i') {
        const lgm_indices events = r->incidents.at[of.index].events;
        for (size_t i = 0; i < events.n; i++)
            stretch(&all, (lgm_spans){&r->events.at[events.at[i]].trigger, 1});
        return all;
    }
    stretch(&all, lgm_record_spans_of(r, of, &one));
    if (of.kind == 'c') {
        stretch(&all, r->claims.at[of.index].source);
        stretch(&all, r->claims.at[of.index].cue);
    }
    return all;
}

/* ---- by the tables of fields ---- */

/* The list of its kind: its items begin with an id of that letter. */
static const lgm_record_field *list_of(char kind)
{
    for (size_t i = 0; i < lgm_record_root.n_fields; i++) {
        const lgm_record_field *const f = &lgm_record_root.fields[i];
        if (f->type == LGM_FIELD_LIST && f->shape->fields[0].type == LGM_FIELD_SELF &&
            f->shape->fields[0].letters[0] == kind)
            return f;
    }
    return NULL;
}

static const char *item_of(const lgm_record *r, const lgm_record_field *f, uint32_t index)
{
    const lgm_record_list *const list = (const void *)((const char *)r + f->at);
    return (const char *)list->at + index * f->shape->size;
}

void lgm_record_write_one(lgm_json *w, const lgm_record *r, lgm_link of)
{
    const lgm_record_field *const f = list_of(of.kind);
    if (f)
        lgm_record_write_object(w, f->shape, item_of(r, f, of.index), of.index);
    else
        lgm_json_null(w);
}

typedef struct walk {
    void (*each)(void *ctx, lgm_link target);
    void *ctx;
} walk;

static void walk_object(const walk *x, const lgm_record_shape *shape, const char *at);

static void walk_indices(const walk *x, const lgm_record_field *f, const lgm_indices *list)
{
    for (size_t i = 0; i < list->n; i++) x->each(x->ctx, (lgm_link){f->letters[0], list->at[i]});
}

static void walk_value(const walk *x, const lgm_record_field *f, const char *at)
{
    const void *const p = at;
    switch (f->type) {
    case LGM_FIELD_INDEX:
    case LGM_FIELD_ANCHOR: {
        const uint32_t index = *(const uint32_t *)p;
        if (index != LGM_NONE && index != LGM_PUBLISHED)
            x->each(x->ctx, (lgm_link){f->letters[0], index});
        break;
    }
    case LGM_FIELD_INDICES: walk_indices(x, f, p); break;
    case LGM_FIELD_LINK: x->each(x->ctx, *(const lgm_link *)p); break;
    case LGM_FIELD_LINKS: {
        const lgm_links *const list = p;
        for (size_t i = 0; i < list->n; i++) x->each(x->ctx, list->at[i]);
        break;
    }
    case LGM_FIELD_OBJECT: {
        const char *const object = *(const char *const *)p;
        if (object) walk_object(x, f->shape, object);
        break;
    }
    case LGM_FIELD_LIST: {
        const lgm_record_list *const list = p;
        for (size_t i = 0; i < list->n; i++)
            walk_object(x, f->shape, (const char *)list->at + i * f->shape->size);
        break;
    }
    default: break;
    }
}

static void walk_object(const walk *x, const lgm_record_shape *shape, const char *at)
{
    for (size_t i = 0; i < shape->n_fields; i++)
        walk_value(x, &shape->fields[i], at + shape->fields[i].at);
}

void lgm_record_targets(const lgm_record *r, lgm_link of, void (*each)(void *ctx, lgm_link target),
                        void *ctx)
{
    const walk x = {each, ctx};
    const lgm_record_field *const f = list_of(of.kind);
    if (f) walk_object(&x, f->shape, item_of(r, f, of.index));
}
