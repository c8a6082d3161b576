/* check_record.c - a record from outside: every span and every id is proved before anybody follows
 * it. */
#include "record/one.h"
#include "record/read.h"

typedef struct checker {
    const lgm_record *record;
    lgm_err *err;
    const char *what; /* of the object that is looked at */
    uint32_t index;
} checker;

static lgm_status bad(const checker *c, const lgm_record_field *f, const char *why)
{
    return lgm_fail(c->err, LGM_E_CORRUPT, "%s %u: \"%s\" %s", c->what, c->index + 1, f->key, why);
}

static lgm_status check_index(const checker *c, const lgm_record_field *f, char kind,
                              uint32_t index)
{
    return index < lgm_record_count(c->record, kind) ? LGM_OK : bad(c, f, "leads nowhere");
}

static lgm_status check_span(const checker *c, const lgm_record_field *f, lgm_cpspan s)
{
    return s.start < s.end && s.end <= c->record->length ? LGM_OK
                                                         : bad(c, f, "lies outside of the text");
}

static lgm_status check_indices(const checker *c, const lgm_record_field *f,
                                const lgm_indices *list)
{
    lgm_status st = LGM_OK;
    for (size_t i = 0; st == LGM_OK && i < list->n; i++)
        st = check_index(c, f, f->letters[0], list->at[i]);
    return st;
}

static lgm_status check_object(checker *c, const lgm_record_shape *shape, const char *at,
                               uint32_t index);

static lgm_status check_value(checker *c, const lgm_record_field *f, const char *at)
{
    const void *const p = at;
    lgm_status st = LGM_OK;
    switch (f->type) {
    case LGM_FIELD_START: {
        const uint32_t *const start = p; /* the end is the next member */
        return check_span(c, f, (lgm_cpspan){start[0], start[1]});
    }
    case LGM_FIELD_SPAN: return check_span(c, f, *(const lgm_cpspan *)p);
    case LGM_FIELD_SPANS: {
        const lgm_spans *const list = p;
        for (size_t i = 0; st == LGM_OK && i < list->n; i++) st = check_span(c, f, list->at[i]);
        return st;
    }
    case LGM_FIELD_INDEX:
    case LGM_FIELD_ANCHOR: {
        const uint32_t index = *(const uint32_t *)p;
        const bool open =
            index == LGM_NONE || (f->type == LGM_FIELD_ANCHOR && index == LGM_PUBLISHED);
        return open ? LGM_OK : check_index(c, f, f->letters[0], index);
    }
    case LGM_FIELD_INDICES: return check_indices(c, f, p);
    case LGM_FIELD_SIDES: {
        const lgm_sides *const list = p;
        for (size_t i = 0; st == LGM_OK && i < list->n; i++) st = check_indices(c, f, &list->at[i]);
        return st;
    }
    case LGM_FIELD_LINK:
        return check_index(c, f, ((const lgm_link *)p)->kind, ((const lgm_link *)p)->index);
    case LGM_FIELD_LINKS: {
        const lgm_links *const list = p;
        for (size_t i = 0; st == LGM_OK && i < list->n; i++)
            st = check_index(c, f, list->at[i].kind, list->at[i].index);
        return st;
    }
    case LGM_FIELD_OBJECT: {
        const char *const object = *(const char *const *)p;
        return object ? check_object(c, f->shape, object, c->index) : LGM_OK;
    }
    case LGM_FIELD_LIST: {
        const lgm_record_list *const list = p;
        for (size_t i = 0; st == LGM_OK && i < list->n; i++)
            st =
                check_object(c, f->shape, (const char *)list->at + i * f->shape->size, (uint32_t)i);
        return st;
    }
    default: return LGM_OK;
    }
}

static lgm_status check_object(checker *c, const lgm_record_shape *shape, const char *at,
                               uint32_t index)
{
    const checker outer = *c;
    lgm_status st = LGM_OK;
    c->what = shape->what;
    c->index = index;
    for (size_t i = 0; st == LGM_OK && i < shape->n_fields; i++)
        st = check_value(c, &shape->fields[i], at + shape->fields[i].at);
    *c = outer;
    return st;
}

lgm_status lgm_record_check(const lgm_record *record, lgm_err *err)
{
    checker c = {.record = record, .err = err};
    return check_object(&c, &lgm_record_root, (const char *)record, 0);
}
