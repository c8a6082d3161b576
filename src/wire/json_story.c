/* json_story.c - a table of keys, and how the value of each is looked at. */
#include "wire/json_story.h"

#include <string.h>
#include <strings.h>

#include "wire/wire_story.h"

typedef enum how {
    WORDS, /* a string, or a number as it is written */
    HTML,
    NAMES,  /* an object with a name, a string, or an array of these */
    VALUES, /* an array of objects with "value" and "contenttype"; several of one kind: the first */
} how;

typedef struct key {
    const char *name; /* "body_*": any that begins so */
    how how;
    lgm_wire_field field;
    uint8_t rank;
} key;

static const key keys[] = {
    /* JSON Feed */
    {"id", WORDS, LGM_WIRE_ID, 3},
    {"url", WORDS, LGM_WIRE_URL, 3},
    {"external_url", WORDS, LGM_WIRE_URL, 2},
    {"title", WORDS, LGM_WIRE_TITLE, 3},
    {"content_html", HTML, LGM_WIRE_BODY, 7},
    {"content_text", WORDS, LGM_WIRE_BODY, 6},
    {"summary", WORDS, LGM_WIRE_SUMMARY, 4},
    {"date_published", WORDS, LGM_WIRE_PUBLISHED, 6},
    {"date_modified", WORDS, LGM_WIRE_MODIFIED, 6},
    {"authors", NAMES, LGM_WIRE_AUTHOR, 4},
    {"author", NAMES, LGM_WIRE_AUTHOR, 3},
    {"tags", NAMES, LGM_WIRE_SECTION, 1},
    /* ninjs */
    {"uri", WORDS, LGM_WIRE_ID, 4},
    {"guid", WORDS, LGM_WIRE_ID, 5},
    {"headline", WORDS, LGM_WIRE_TITLE, 6},
    {"headlines", VALUES, LGM_WIRE_TITLE, 5},
    {"headline_*", WORDS, LGM_WIRE_TITLE, 4},
    {"byline", WORDS, LGM_WIRE_AUTHOR, 6},
    {"by", WORDS, LGM_WIRE_AUTHOR, 5},
    {"body_html", HTML, LGM_WIRE_BODY, 5},
    {"body_xhtml", HTML, LGM_WIRE_BODY, 5},
    {"body_html5", HTML, LGM_WIRE_BODY, 5},
    {"bodies", VALUES, LGM_WIRE_BODY, 5},
    {"body_text", WORDS, LGM_WIRE_BODY, 4},
    {"body_*", HTML, LGM_WIRE_BODY, 2},
    {"description_text", WORDS, LGM_WIRE_SUMMARY, 3},
    {"descriptions", VALUES, LGM_WIRE_SUMMARY, 2},
    {"description_*", HTML, LGM_WIRE_SUMMARY, 1},
    {"firstcreated", WORDS, LGM_WIRE_PUBLISHED, 5},
    {"versioncreated", WORDS, LGM_WIRE_MODIFIED, 5},
    {"contentcreated", WORDS, LGM_WIRE_CREATED, 5},
    {"type", WORDS, LGM_WIRE_KIND, 3},
    {"pubstatus", WORDS, LGM_WIRE_STATUS, 3},
    {"embargoed", WORDS, LGM_WIRE_EMBARGO, 3},
    {"creditline", WORDS, LGM_WIRE_AGENCY, 4},
    {"source", NAMES, LGM_WIRE_AGENCY, 3},
    {"infosources", NAMES, LGM_WIRE_AGENCY, 2},
    {"infosource", NAMES, LGM_WIRE_AGENCY, 2},
    {"copyrightholder", WORDS, LGM_WIRE_PUBLISHER, 3},
    {"service", NAMES, LGM_WIRE_SECTION, 4},
    {"services", NAMES, LGM_WIRE_SECTION, 4},
    {"subject", NAMES, LGM_WIRE_SECTION, 3},
    {"subjects", NAMES, LGM_WIRE_SECTION, 3},
};

static const key feed_keys[] = {
    {"title", WORDS, LGM_WIRE_PUBLISHER, 1}, {"home_page_url", WORDS, LGM_WIRE_BASE, 2},
    {"feed_url", WORDS, LGM_WIRE_BASE, 1},   {"authors", NAMES, LGM_WIRE_AUTHOR, 2},
    {"author", NAMES, LGM_WIRE_AUTHOR, 1},
};

typedef struct target {
    lgm_json_in *r;
    lgm_wire_value *of;
} target;

static bool is_called(const char *name, lgm_slice s)
{
    const size_t n = strlen(name);
    if (name[n - 1] == '*') return s.len >= n && strncasecmp(name, s.ptr, n - 1) == 0;
    return s.len == n && strncasecmp(name, s.ptr, n) == 0;
}

static void put(const target *t, const key *k, bool html, lgm_slice words)
{
    if (words.ptr && !lgm_wire_story_put(t->r->arena, t->of, k->field, k->rank, html, words))
        lgm_json_refuse(t->r, LGM_E_NOMEM, "out of memory");
}

/* A string, or a number as it is written; ptr NULL for all else. */
static lgm_slice read_words(lgm_json_in *r)
{
    lgm_slice words = {NULL, 0};
    const char c = lgm_json_peek(r), *const from = r->at;
    if (c == '"') {
        lgm_json_read_str(r, &words);
        return words;
    }
    const bool number = c == '-' || (c >= '0' && c <= '9');
    if (lgm_json_skip(r) && number) words = (lgm_slice){from, (size_t)(r->at - from)};
    return words;
}

static void read_name(const target *t, const key *k)
{
    lgm_slice name;
    if (lgm_json_peek(t->r) != '{') {
        put(t, k, false, read_words(t->r));
        return;
    }
    lgm_json_enter(t->r, '{');
    while (lgm_json_member(t->r, &name))
        if (is_called("name", name))
            put(t, k, false, read_words(t->r));
        else
            lgm_json_skip(t->r);
}

static bool says_html(lgm_slice type)
{
    return memmem(type.ptr, type.len, "html", 4) || memmem(type.ptr, type.len, "xml", 3) ||
           memmem(type.ptr, type.len, "nitf", 4);
}

/* Text goes before what is neither text nor HTML. */
static void read_value(const target *t, const key *k)
{
    lgm_slice name, type = LGM_SLICE(""), value = {NULL, 0};
    if (lgm_json_peek(t->r) != '{') {
        put(t, k, false, read_words(t->r));
        return;
    }
    lgm_json_enter(t->r, '{');
    while (lgm_json_member(t->r, &name)) {
        const lgm_slice words = read_words(t->r);
        if (is_called("value", name)) value = words;
        if (is_called("contenttype", name) && words.ptr) type = words;
    }
    put(t, k, says_html(type), value);
}

static void read_key(const target *t, const key *k)
{
    const bool list = lgm_json_peek(t->r) == '[' && (k->how == NAMES || k->how == VALUES);
    if (list) {
        lgm_json_enter(t->r, '[');
        while (lgm_json_item(t->r))
            if (k->how == NAMES)
                read_name(t, k);
            else
                read_value(t, k);
    } else if (k->how == NAMES)
        read_name(t, k);
    else
        put(t, k, k->how == HTML, read_words(t->r));
}

static void read_object(const target *t, const key *table, size_t n)
{
    lgm_slice name;
    if (!lgm_json_enter(t->r, '{')) return;
    while (lgm_json_member(t->r, &name)) {
        size_t k = 0;
        while (k < n && !is_called(table[k].name, name)) k++;
        if (k < n)
            read_key(t, &table[k]);
        else
            lgm_json_skip(t->r);
    }
}

void lgm_wire_json_story(lgm_json_in *r, lgm_wire_value of[LGM_WIRE_N_FIELDS])
{
    read_object(&(target){r, of}, keys, LGM_COUNT(keys));
}

void lgm_wire_json_feed(lgm_json_in *r, lgm_wire_value of[LGM_WIRE_N_FIELDS])
{
    read_object(&(target){r, of}, feed_keys, LGM_COUNT(feed_keys));
}
