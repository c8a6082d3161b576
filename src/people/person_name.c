/* person_name.c - takes names apart, and compares them. */
#include "people/person_name.h"

#include <stdio.h>
#include <string.h>

#include "people/people_words.h"

static bool is_listed(lgm_slice words, uint32_t kind)
{
    return lgm_lexicon_kinds(&lgm_people_lexicon, words.ptr, words.len) & kind;
}

/* Up to the next space; *s goes behind it. */
static lgm_slice take_word(lgm_slice *s)
{
    const char *const space = memchr(s->ptr, ' ', s->len);
    const lgm_slice word = {s->ptr, space ? (size_t)(space - s->ptr) : s->len};
    const size_t used = word.len + (space != NULL);
    *s = (lgm_slice){s->ptr + used, s->len - used};
    return word;
}

static lgm_slice last_word(lgm_slice s)
{
    size_t start = s.len;
    while (start && s.ptr[start - 1] != ' ') start--;
    return (lgm_slice){s.ptr + start, s.len - start};
}

/* ---- pieces ---- */

lgm_slice lgm_people_without_titles(lgm_slice folded)
{
    lgm_slice left = folded;
    for (;;) {
        lgm_slice one = left, two;
        const lgm_slice first = take_word(&one);
        two = one;
        if (!one.len) return left; /* "King", "General": a name, for all that is known */
        const lgm_slice second = take_word(&two);
        const lgm_slice both = {first.ptr, (size_t)(second.ptr + second.len - first.ptr)};
        if (two.len && is_listed(both, LGM_PEOPLE_TITLE))
            left = two;
        else if (is_listed(first, LGM_PEOPLE_TITLE))
            left = one;
        else
            return left;
    }
}

static bool is_suffix(lgm_slice w)
{
    static const char *const list[] = {"jr", "sr", "junior", "senior", "ii", "iii", "iv"};
    for (size_t i = 0; i < LGM_COUNT(list); i++)
        if (strlen(list[i]) == w.len && memcmp(list[i], w.ptr, w.len) == 0) return true;
    return false;
}

static uint32_t short_family(lgm_slice w)
{
    char phrase[LGM_PEOPLE_KEY] = "g ";
    if (w.len + 2 >= sizeof phrase) return 0;
    memcpy(phrase + 2, w.ptr, w.len);
    return lgm_lexicon_kinds(&lgm_people_lexicon, phrase, w.len + 2) >> 8;
}

lgm_people_name lgm_people_name_of(lgm_slice folded)
{
    lgm_people_name n = {.last = last_word(folded)};
    if (n.last.len < folded.len && is_suffix(n.last)) {
        n.suffix = n.last;
        folded.len -= n.suffix.len + 1;
        n.last = last_word(folded);
    }
    folded.len -= n.last.len;
    if (!folded.len) return n;
    folded.len--; /* the space */
    char key[LGM_PEOPLE_KEY];
    n.given = take_word(&folded);
    n.middle = folded;
    n.given_key = lgm_hash64(0, key, lgm_people_word_key(n.given, key));
    n.short_family = short_family(n.given);
    return n;
}

/* ---- a name or words about somebody ---- */

static bool is_small(lgm_slice w)
{
    char folded[LGM_WORLD_FOLDED];
    const size_t n = lgm_world_fold(w, folded);
    return n && is_listed((lgm_slice){folded, n}, LGM_PEOPLE_PARTICLE);
}

/* "al-Keld", "d'Orlan". */
static bool has_article(lgm_slice w)
{
    size_t n = 0;
    while (n < w.len && w.ptr[n] >= 'a' && w.ptr[n] <= 'z') n++;
    return n < w.len && (n == 1 || is_small((lgm_slice){w.ptr, n}));
}

bool lgm_people_is_proper(lgm_slice written)
{
    size_t n = 0;
    bool capital = false;
    while (written.len) {
        const lgm_slice w = take_word(&written);
        const char c = w.len ? w.ptr[0] : '\0';
        if (!w.len) continue;
        if (++n > 7 || c == '@' || (c >= '0' && c <= '9') || c == '-') return false;
        if (c >= 'a' && c <= 'z' && !is_small(w) && !has_article(w)) return false;
        capital = capital || c < 'a' || c > 'z' || has_article(w);
    }
    return capital;
}

/* ---- compared ---- */

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* "hw" stands for two names. */
static bool is_initials(lgm_slice w)
{
    for (size_t i = 0; i < w.len; i++)
        if (memchr("aeiouy", w.ptr[i], 6)) return w.len == 1;
    return w.len <= 3;
}

/* The next middle name: all of it, or the initial that stands for it. */
static lgm_slice take_middle(lgm_slice *s)
{
    lgm_slice rest = *s;
    lgm_slice w = take_word(&rest);
    if (w.len > 1 && is_initials(w)) {
        *s = (lgm_slice){s->ptr + 1, s->len - 1};
        w.len = 1;
    } else {
        *s = rest;
    }
    return w;
}

static bool may_be_one(lgm_slice a, lgm_slice b)
{
    if (a.len == 1 || b.len == 1) return a.ptr[0] == b.ptr[0];
    return lgm_people_same_word(a, b);
}

/* One has no more than the other, in its order. */
bool lgm_people_middles_fit(lgm_slice a, lgm_slice b)
{
    while (a.len && b.len)
        if (!may_be_one(take_middle(&a), take_middle(&b))) return false;
    return true;
}

lgm_people_fit lgm_people_names_fit(const lgm_people_name *a, const lgm_people_name *b)
{
    if (!a->given.len || !b->given.len) return LGM_PEOPLE_NO_FIT;
    if (a->suffix.len && b->suffix.len && !same(a->suffix, b->suffix)) return LGM_PEOPLE_NO_FIT;
    if (!lgm_people_middles_fit(a->middle, b->middle)) return LGM_PEOPLE_NO_FIT;
    if (a->given_key == b->given_key) return LGM_PEOPLE_FIT_MIDDLE;
    if (a->short_family && a->short_family == b->short_family) return LGM_PEOPLE_FIT_SHORT;
    if ((a->given.len == 1) != (b->given.len == 1) && a->given.ptr[0] == b->given.ptr[0])
        return LGM_PEOPLE_FIT_INITIAL;
    return LGM_PEOPLE_NO_FIT;
}
