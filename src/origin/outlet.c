/* outlet.c - outlets by the table, by name, by description. */
#include "origin/outlet.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

lgm_str lgm_origin_words(lgm_arena *arena, const char *format, ...)
{
    char at[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(at, sizeof at, format, args);
    va_end(args);
    if (n < 0) n = 0;
    if (n >= (int)sizeof at) n = (int)sizeof at - 1;
    while (n && n == (int)sizeof at - 1 && (at[n - 1] & 0xc0) == 0x80) n--; /* whole characters */
    const char *const copy = lgm_arena_strndup(arena, at, (size_t)n);
    return (lgm_str){copy, copy ? (size_t)n : 0};
}

bool lgm_origin_is_named(const lgm_entity *e)
{
    for (size_t i = 0; i < e->mentions.n; i++)
        if (e->mentions.at[i].form == LGM_MENTION_NAME) return true;
    return false;
}

/* "State media", "Chinese official media": outlets by a description. */
bool lgm_origin_is_state_media(lgm_str name)
{
    const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(name));
    static const char *const outlets[] = {"media",       "television", "tv",      "radio",
                                          "news agency", "newspaper",  "agencies"};
    bool of_state = false, outlet = false;
    const lgm_slice s = {f.at, f.len};
    for (size_t i = 0; i < s.len; i++) {
        if (i && s.ptr[i - 1] != ' ') continue;
        const lgm_slice from = {s.ptr + i, s.len - i};
        of_state |= (from.len > 5 && memcmp(from.ptr, "state ", 6) == 0) ||
                    (from.len > 8 && memcmp(from.ptr, "official ", 9) == 0);
        for (size_t k = 0; k < LGM_COUNT(outlets); k++)
            outlet |= lgm_slice_eq(from, (lgm_slice){outlets[k], strlen(outlets[k])});
    }
    return of_state && outlet;
}

static lgm_origin_kind kind_of(const lgm_publisher *p)
{
    if (p->of_state) return LGM_ORIGIN_STATE_MEDIA;
    return p->kind == LGM_PUBLISHER_AGENCY ? LGM_ORIGIN_AGENCY : LGM_ORIGIN_PUBLISHER;
}

bool lgm_origin_listed(lgm_origin_text *out, lgm_arena *arena, const lgm_publisher *p)
{
    const lgm_str key = lgm_origin_words(arena, "f:%.*s", (int)p->family.len, p->family.ptr);
    *out = (lgm_origin_text){
        .name = p->name, .kind = kind_of(p), .key = lgm_origin_slice(key), .known = true};
    return key.ptr != NULL;
}

bool lgm_origin_outlet(lgm_origin_text *out, lgm_arena *arena, lgm_str name, lgm_str day)
{
    lgm_publisher p;
    if (lgm_publisher_by_name(name, day, &p)) return lgm_origin_listed(out, arena, &p);
    const lgm_origin_folded f = lgm_origin_fold(lgm_origin_slice(name));
    const lgm_str key = lgm_origin_words(arena, "p:%.*s", (int)f.len, f.at);
    *out =
        (lgm_origin_text){.name = name, .kind = LGM_ORIGIN_PUBLISHER, .key = lgm_origin_slice(key)};
    if (lgm_origin_is_state_media(name)) out->kind = LGM_ORIGIN_STATE_MEDIA;
    return key.ptr != NULL;
}

bool lgm_origin_outlet_of(lgm_origin_text *out, lgm_arena *arena, const lgm_record *r,
                          const lgm_entity *e, const lgm_origin_text *text)
{
    if (!lgm_origin_outlet(out, arena, e->name, r->date)) return false;
    out->known |= lgm_origin_is_named(e);
    if (out->known || lgm_origin_is_state_media(e->name)) return true;
    const lgm_str key = lgm_origin_words(arena, "%.*s@%.*s", (int)out->key.len, out->key.ptr,
                                         (int)text->key.len, text->key.ptr);
    out->key = lgm_origin_slice(key);
    return key.ptr != NULL;
}
