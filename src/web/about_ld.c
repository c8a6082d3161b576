/* about_ld.c - objects become things as they are read, what is in them by the names of keys. */
#include "web/about_ld.h"

#include "about/letters.h"
#include "base/json_in.h"
#include "web/about_mend.h"

/* ---- keys ------------------------------------------------------------------------------------ */

static const struct {
    const char *key;
    lgm_web_ld_text text;
} text_keys[] = {
    {"@id", LGM_LD_ID},
    {"url", LGM_LD_URL},
    {"name", LGM_LD_NAME},
    {"headline", LGM_LD_HEADLINE},
    {"datePublished", LGM_LD_PUBLISHED},
    {"dateCreated", LGM_LD_CREATED},
    {"dateModified", LGM_LD_MODIFIED},
    {"articleSection", LGM_LD_SECTION},
};

static const struct {
    const char *key;
    lgm_web_ld_role role;
} role_keys[] = {
    {"@graph", LGM_LD_AS_WHOLE},        {"mainEntity", LGM_LD_AS_WHOLE},
    {"author", LGM_LD_AS_AUTHOR},       {"creator", LGM_LD_AS_CREATOR},
    {"publisher", LGM_LD_AS_PUBLISHER}, {"sourceOrganization", LGM_LD_AS_SOURCE},
    {"provider", LGM_LD_AS_SOURCE},     {"mainEntityOfPage", LGM_LD_AS_PAGE},
};

static lgm_web_ld_role role_of(lgm_slice key)
{
    for (size_t i = 0; i < LGM_COUNT(role_keys); i++)
        if (lgm_slice_eq(key, (lgm_slice){role_keys[i].key, strlen(role_keys[i].key)}))
            return role_keys[i].role;
    return LGM_LD_AS_PART;
}

/* "NewsArticle", "ReportageNewsArticle", "http://schema.org/BlogPosting" */
static void note_type(lgm_web_thing *thing, lgm_slice type)
{
    thing->is_article |=
        ends_in(type, "Article") || ends_in(type, "BlogPosting") || ends_in(type, "Report");
    thing->is_person |= ends_in(type, "Person") || ends_in(type, "person");
    thing->is_way |= ends_in(type, "BreadcrumbList");
    thing->is_body |= ends_in(type, "Organization") || ends_in(type, "Corporation");
}

/* ---- reading --------------------------------------------------------------------------------- */

typedef struct reader {
    lgm_json_in json;
    lgm_web_things *things;
} reader;

static void read_value(reader *r, uint32_t parent, lgm_web_ld_role role);

static uint32_t add_thing(reader *r, uint32_t parent, lgm_web_ld_role role)
{
    const lgm_web_thing thing = {.parent = parent, .role = role};
    if (lgm_vec_push(r->json.arena, r->things, thing)) return (uint32_t)r->things->n - 1;
    r->json.status = lgm_arena_fail(r->json.arena, r->json.err);
    return LGM_LD_NONE;
}

/* A string, or the first one of an array. */
static bool read_text(reader *r, lgm_slice *out)
{
    const char c = lgm_json_peek(&r->json);
    bool found = false;
    if (c == '"') return lgm_json_read_str(&r->json, out);
    if (c != '[') {
        lgm_json_skip(&r->json);
        return false;
    }
    lgm_json_enter(&r->json, '[');
    while (lgm_json_item(&r->json))
        if (!found && lgm_json_peek(&r->json) == '"')
            found = lgm_json_read_str(&r->json, out);
        else
            lgm_json_skip(&r->json);
    return found;
}

static void read_types(reader *r, lgm_web_thing *thing)
{
    lgm_slice type;
    const char c = lgm_json_peek(&r->json);
    if (c == '"') {
        if (lgm_json_read_str(&r->json, &type)) note_type(thing, type);
    } else if (c != '[')
        lgm_json_skip(&r->json);
    else {
        lgm_json_enter(&r->json, '[');
        while (lgm_json_item(&r->json))
            if (lgm_json_peek(&r->json) != '"')
                lgm_json_skip(&r->json);
            else if (lgm_json_read_str(&r->json, &type))
                note_type(thing, type);
    }
}

static void read_member(reader *r, uint32_t at, lgm_slice key)
{
    const lgm_web_ld_role role = role_of(key);
    if (lgm_slice_eq(key, LGM_SLICE("@type")) || lgm_slice_eq(key, LGM_SLICE("type"))) {
        lgm_web_thing thing = r->things->at[at];
        read_types(r, &thing);
        r->things->at[at] = thing;
        return;
    }
    for (size_t i = 0; i < LGM_COUNT(text_keys); i++)
        if (lgm_slice_eq(key, (lgm_slice){text_keys[i].key, strlen(text_keys[i].key)})) {
            lgm_slice text;
            if (read_text(r, &text) && !r->things->at[at].text[text_keys[i].text].ptr)
                r->things->at[at].text[text_keys[i].text] = text;
            return;
        }
    read_value(r, at, role);
}

static void read_object(reader *r, uint32_t parent, lgm_web_ld_role role)
{
    lgm_slice key;
    const uint32_t at = add_thing(r, parent, role);
    if (at == LGM_LD_NONE || !lgm_json_enter(&r->json, '{')) return;
    while (lgm_json_member(&r->json, &key)) read_member(r, at, key);
}

static void read_value(reader *r, uint32_t parent, lgm_web_ld_role role)
{
    const char c = lgm_json_peek(&r->json);
    if (c == '{') {
        read_object(r, parent, role);
    } else if (c == '[') {
        lgm_json_enter(&r->json, '[');
        while (lgm_json_item(&r->json)) read_value(r, parent, role);
    } else if (c == '"' && role != LGM_LD_AS_WHOLE && role != LGM_LD_AS_PART) {
        const uint32_t at = add_thing(r, parent, role);
        const lgm_web_ld_text text = role == LGM_LD_AS_PAGE ? LGM_LD_URL : LGM_LD_NAME;
        if (at != LGM_LD_NONE) lgm_json_read_str(&r->json, &r->things->at[at].text[text]);
    } else
        lgm_json_skip(&r->json);
}

lgm_status lgm_web_read_ld(lgm_arena *arena, lgm_slice json, lgm_web_things *things, lgm_err *err)
{
    lgm_err ours = {0};
    const lgm_slice s = lgm_web_mend_json(arena, json);
    if (!s.ptr) return lgm_arena_fail(arena, err);
    reader r = {.json = {.start = s.ptr,
                         .at = s.ptr,
                         .end = s.ptr + s.len,
                         .arena = arena,
                         .err = &ours,
                         .mend = true},
                .things = things};
    /* One value behind the other: some pages have them. */
    while (r.json.status == LGM_OK && r.json.at < r.json.end)
        read_value(&r, LGM_LD_NONE, LGM_LD_AS_WHOLE);
    const lgm_status spent = lgm_arena_status(arena);
    return spent == LGM_OK ? LGM_OK : lgm_arena_fail(arena, err);
}

/* ---- the article ----------------------------------------------------------------------------- */

/* Within a list, a comment, another article. */
static bool is_part(const lgm_web_things *things, const lgm_web_thing *thing)
{
    for (;; thing = &things->at[thing->parent]) {
        if (thing->role != LGM_LD_AS_WHOLE && thing->role != LGM_LD_AS_PAGE) return true;
        if (thing->parent == LGM_LD_NONE) return false;
    }
}

lgm_slice lgm_web_bare_address(lgm_slice url)
{
    static const char *const heads[] = {"https:", "http:", "//", "www."};
    for (size_t i = 0; i < LGM_COUNT(heads); i++) {
        if (begins(url, heads[i])) url = from(url, strlen(heads[i]));
    }
    while (url.len && (url.ptr[url.len - 1] == '/' || url.ptr[url.len - 1] == ' ')) url.len--;
    return url;
}

static bool is_of(const lgm_web_thing *thing, lgm_slice bare)
{
    return lgm_slice_eq(lgm_web_bare_address(thing->text[LGM_LD_URL]), bare) ||
           lgm_slice_eq(lgm_web_bare_address(thing->text[LGM_LD_ID]), bare);
}

static bool is_at(const lgm_web_things *things, uint32_t at, lgm_slice url)
{
    const lgm_slice wanted = lgm_web_bare_address(url);
    if (!wanted.len) return false;
    if (is_of(&things->at[at], wanted)) return true;
    /* What is below a thing follows it. */
    for (size_t i = at + 1; i < things->n; i++) {
        const lgm_web_thing *const page = &things->at[i];
        if (page->parent == LGM_LD_NONE || page->parent < at) break;
        if (page->parent == at && page->role == LGM_LD_AS_PAGE && is_of(page, wanted)) return true;
    }
    return false;
}

uint32_t lgm_web_find_article(const lgm_web_things *things, lgm_slice url, lgm_slice title)
{
    uint32_t first = LGM_LD_NONE, titled = LGM_LD_NONE;
    for (uint32_t i = 0; i < things->n; i++) {
        const lgm_web_thing *const thing = &things->at[i];
        if (!thing->is_article || is_part(things, thing)) continue;
        if (is_at(things, i, url)) return i;
        if (titled == LGM_LD_NONE && title.len && lgm_slice_eq(thing->text[LGM_LD_HEADLINE], title))
            titled = i;
        if (first == LGM_LD_NONE) first = i;
    }
    return titled != LGM_LD_NONE ? titled : first;
}

const lgm_web_thing *lgm_web_meant(const lgm_web_things *things, const lgm_web_thing *thing)
{
    const lgm_slice id = thing->text[LGM_LD_ID];
    if (!id.len || thing->text[LGM_LD_NAME].len) return thing;
    for (size_t i = 0; i < things->n; i++)
        if (things->at[i].text[LGM_LD_NAME].len && lgm_slice_eq(things->at[i].text[LGM_LD_ID], id))
            return &things->at[i];
    return thing;
}
