/* quoted_words.c - see quoted_words.h. */
#include "quoted_words.h"

#include <string.h>

#include "json_make.h"
#include "values.h"

static void put_words(json_object *o, const lgm_record *r, lgm_cpspan span)
{
    const lgm_str words = lgm_record_quote(r, span);
    make_value(o, "text", json_object_new_string_len(words.ptr ? words.ptr : "", (int)words.len));
}

json_object *mcp_quote_of(const lgm_record *r, lgm_cpspan span)
{
    json_object *const o = json_object_new_object();
    make_number(o, "start", span.start);
    make_number(o, "end", span.end);
    put_words(o, r, span);
    return o;
}

json_object *mcp_quotes_of(const lgm_record *r, lgm_spans spans)
{
    json_object *const list = json_object_new_array();
    for (size_t i = 0; i < spans.n; i++) json_object_array_add(list, mcp_quote_of(r, spans.at[i]));
    return list;
}

void mcp_put_sentence(json_object *o, const lgm_record *r, lgm_cpspan span)
{
    make_value(o, "sentence", NULL);
    for (size_t i = 0; i < r->sentences.n; i++)
        if (span.start >= r->sentences.at[i].start && span.start < r->sentences.at[i].end)
            make_value(o, "sentence", mcp_quote_of(r, r->sentences.at[i]));
}

static bool read_place(json_object *value, uint32_t *out)
{
    const int64_t n = json_object_is_type(value, json_type_int) ? json_object_get_int64(value) : -1;
    *out = (uint32_t)n;
    return n >= 0 && n <= UINT32_MAX;
}

static bool is_span(json_object *value, lgm_cpspan *out)
{
    return json_object_is_type(value, json_type_array) && json_object_array_length(value) == 2 &&
           read_place(json_object_array_get_idx(value, 0), &out->start) &&
           read_place(json_object_array_get_idx(value, 1), &out->end);
}

static void put_quote(strbuf *b, const lgm_record *r, lgm_cpspan span)
{
    const lgm_str words = lgm_record_quote(r, span);
    strbuf_put(b, words.ptr, words.len);
}

/* What an id stands for, in the report's words. */
static void put_meaning(strbuf *b, const lgm_record *r, char kind, size_t i)
{
    switch (kind) {
    case 'e': strbuf_put(b, r->entities.at[i].name.ptr, r->entities.at[i].name.len); break;
    case 'v': put_quote(b, r, r->events.at[i].trigger); break;
    case 't': put_quote(b, r, (lgm_cpspan){r->times.at[i].start, r->times.at[i].end}); break;
    case 'f': put_quote(b, r, (lgm_cpspan){r->figures.at[i].start, r->figures.at[i].end}); break;
    default:
        for (size_t k = 0; k < r->claims.at[i].content.n; k++) {
            if (k) strbuf_puts(b, " … ");
            put_quote(b, r, r->claims.at[i].content.at[k]);
        }
    }
}

static void name(json_object *names, const lgm_record *r, json_object *value)
{
    const char *const id =
        json_object_is_type(value, json_type_string) ? json_object_get_string(value) : "";
    uint64_t n;
    strbuf b = {0};
    if (!*id || !strchr("cevft", *id) || !parse_count(id + 1, 1, lgm_record_count(r, *id), &n))
        return;
    put_meaning(&b, r, *id, (size_t)n - 1);
    make_built(names, id, &b);
}

static void walk(json_object *value, const lgm_record *r, json_object *names);

static void walk_list(json_object *list, const lgm_record *r, json_object *names)
{
    for (size_t i = 0; i < json_object_array_length(list); i++) {
        lgm_cpspan span;
        json_object *const one = json_object_array_get_idx(list, i);
        if (is_span(one, &span))
            json_object_array_put_idx(list, i, mcp_quote_of(r, span));
        else
            walk(one, r, names);
    }
}

static void walk_object(json_object *o, const lgm_record *r, json_object *names)
{
    lgm_cpspan span;
    json_object_object_foreach (o, key, value) {
        if (is_span(value, &span))
            make_value(o, key, mcp_quote_of(r, span));
        else if (strcmp(key, "id") != 0)
            walk(value, r, names);
    }
    if (read_place(made_value(o, "start"), &span.start) &&
        read_place(made_value(o, "end"), &span.end))
        put_words(o, r, span);
}

static void walk(json_object *value, const lgm_record *r, json_object *names)
{
    if (json_object_is_type(value, json_type_array))
        walk_list(value, r, names);
    else if (json_object_is_type(value, json_type_object))
        walk_object(value, r, names);
    else
        name(names, r, value);
}

void mcp_quote_element(json_object *element, const lgm_record *r)
{
    json_object *const names = json_object_new_object();
    walk(element, r, names);
    make_value(element, "names", names);
}

json_object *mcp_counts_of(const lgm_record *r)
{
    static const struct {
        const char *name;
        char kind;
    } kinds[] = {{"claims", 'c'},  {"entities", 'e'},  {"times", 't'},   {"events", 'v'},
                 {"figures", 'f'}, {"incidents", 'i'}, {"disputes", 'd'}};
    json_object *const o = json_object_new_object();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        make_number(o, kinds[i].name, (int64_t)lgm_record_count(r, kinds[i].kind));
    return o;
}
