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

/* "A. J. Smith", "A.J. Smith": spaces do not count. */
static bool is_same_name(const lgm_origin_folded *a, const lgm_origin_folded *b)
{
    size_t i = 0, k = 0;
    for (;; i++, k++) {
        while (i < a->len && a->at[i] == ' ') i++;
        while (k < b->len && b->at[k] == ' ') k++;
        if (i == a->len || k == b->len) return i == a->len && k == b->len && a->len > 0;
        if (a->at[i] != b->at[k]) return false;
    }
}

/* A name, and the same words where another report has them for a description. */
static bool is_described(const lgm_origin_speaker *a)
{
    return a->key.len && a->n_names;
}

bool lgm_origin_is_same(const lgm_origin_speaker *a, const lgm_origin_speaker *b)
{
    if (a->key.len && b->key.len) return lgm_slice_eq(a->key, b->key);
    if (!a->n_names || !b->n_names) return false;
    if (a->kind != b->kind && !is_described(a) && !is_described(b)) return false;
    for (size_t i = 0; i < a->n_names; i++) /* the best name of either, in whatever words */
        if (is_same_name(&a->names[i], &b->names[0])) return true;
    for (size_t i = 0; i < b->n_names; i++)
        if (is_same_name(&b->names[i], &a->names[0])) return true;
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

/* "A. Lind", "Ada Lind", "Mr Lind": one last name, and given names that are not two. */
static bool share_last_name(const lgm_origin_speaker *a, const lgm_origin_speaker *b)
{
    const lgm_slice x = slice_of(&a->names[0]), y = slice_of(&b->names[0]);
    size_t n = 0;
    if (a->kind != LGM_ORIGIN_PERSON || b->kind != LGM_ORIGIN_PERSON) return false;
    while (n < x.len && n < y.len && x.ptr[x.len - n - 1] == y.ptr[y.len - n - 1] &&
           x.ptr[x.len - n - 1] != ' ')
        n++;
    const bool whole = n > 1 && n < x.len && n < y.len && x.ptr[x.len - n - 1] == ' ' &&
                       y.ptr[y.len - n - 1] == ' ';
    return whole && x.ptr[0] == y.ptr[0];
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
    const char *const reason = share_government(a->actor, b->actor)
                                   ? "both may speak for one government"
                               : share_words(a, b) || share_words(b, a) || share_last_name(a, b)
                                   ? "the one name may be short for the other"
                                   : NULL;
    if (!reason) return false;
    *why = lgm_origin_words(arena, "%.*s and %.*s: %s", (int)a->name.len, a->name.ptr,
                            (int)b->name.len, b->name.ptr, reason);
    return true;
}
