/* same_source.c - which speakers are one, and which may be; said_by.h has both. */
#include <string.h>

#include "origin/said_by.h"

static lgm_slice slice_of(const lgm_origin_folded *f)
{
    return (lgm_slice){f->at, f->len};
}

/* Does one begin or end with all words of the other: "lind", "ada lind"? */
static bool is_within(lgm_slice part, lgm_slice all)
{
    if (part.len < 3 || part.len >= all.len) return false;
    const size_t rest = all.len - part.len;
    return (memcmp(all.ptr + rest, part.ptr, part.len) == 0 && all.ptr[rest - 1] == ' ') ||
           (memcmp(all.ptr, part.ptr, part.len) == 0 && all.ptr[part.len] == ' ');
}

bool lgm_origin_is_same(const lgm_origin_speaker *a, const lgm_origin_speaker *b)
{
    if (a->key.len || b->key.len) return lgm_slice_eq(a->key, b->key);
    if (a->kind != b->kind) return false;
    for (size_t i = 0; i < a->n_names; i++) /* the best name of either, in whatever words */
        if (lgm_slice_eq(slice_of(&a->names[i]), slice_of(&b->names[0]))) return true;
    for (size_t i = 0; i < b->n_names; i++)
        if (lgm_slice_eq(slice_of(&b->names[i]), slice_of(&a->names[0]))) return true;
    return false;
}

/* ---- may be one ---- */

static bool is_of_government(lgm_str code)
{
    static const char *const sectors[] = {"GOV", "MIL", "COP", "SPY"};
    if (code.len < 6) return code.len == 3; /* a state as such */
    return lgm_slice_in((lgm_slice){code.ptr + 3, 3}, sectors, LGM_COUNT(sectors));
}

static bool share_government(lgm_str a, lgm_str b)
{
    if (!a.len || !b.len || !is_of_government(a) || !is_of_government(b)) return false;
    return memcmp(a.ptr, b.ptr, 3) == 0;
}

static bool share_words(const lgm_origin_speaker *a, const lgm_origin_speaker *b)
{
    for (size_t i = 0; i < a->n_names; i++)
        if (is_within(slice_of(&a->names[i]), slice_of(&b->names[0]))) return true;
    return false;
}

/* "Spokesman for the Ostrel police" speaks for "Ostrel police". */
static const lgm_str *speaks_for(const lgm_origin_speaker *person, const lgm_origin_speaker *body)
{
    const lgm_slice name = slice_of(&body->names[0]);
    for (size_t i = 0; i < person->roles.n && name.len > 3; i++) {
        const lgm_origin_folded role = lgm_origin_fold(lgm_origin_slice(person->roles.at[i]));
        for (size_t k = 0; k + name.len <= role.len; k++)
            if ((k == 0 || role.at[k - 1] == ' ') && memcmp(role.at + k, name.ptr, name.len) == 0)
                return &person->roles.at[i];
    }
    return NULL;
}

bool lgm_origin_may_be_same(const lgm_origin_speaker *a, const lgm_origin_speaker *b,
                            lgm_arena *arena, lgm_str *why)
{
    const lgm_str *role = speaks_for(a, b);
    const lgm_origin_speaker *person = a, *body = b;
    if (!role && (role = speaks_for(b, a)) != NULL) person = b, body = a;
    if (role) {
        *why = lgm_origin_words(arena, "%.*s may speak for %.*s: “%.*s”", (int)person->name.len,
                                person->name.ptr, (int)body->name.len, body->name.ptr,
                                (int)role->len, role->ptr);
        return true;
    }
    const char *const reason =
        share_government(a->actor, b->actor)     ? "both may speak for one government"
        : share_words(a, b) || share_words(b, a) ? "the one name may be short for the other"
                                                 : NULL;
    if (!reason) return false;
    *why = lgm_origin_words(arena, "%.*s and %.*s: %s", (int)a->name.len, a->name.ptr,
                            (int)b->name.len, b->name.ptr, reason);
    return true;
}
