/* common_words.c - see common_words.h. */
#include "story/common_words.h"

#include <stdlib.h>
#include <string.h>

#include "profile/profile_words.h"

enum { MOST = 6 };

typedef struct term {
    lgm_profile_word word;
    const char *end; /* in the text */
    double rarity;
} term;

typedef struct terms {
    term *at;
    size_t n, room;
} terms;

static lgm_slice slice(lgm_str s)
{
    return (lgm_slice){s.ptr ? s.ptr : "", s.ptr ? s.len : 0};
}

static int compare(const lgm_profile_word *a, const lgm_profile_word *b)
{
    const int c = memcmp(a->at, b->at, a->len < b->len ? a->len : b->len);
    return c ? c : (a->len > b->len) - (a->len < b->len);
}

static int by_word(const void *x, const void *y) /* the first in the text before the others */
{
    const term *const a = x, *const b = y;
    const int c = compare(&a->word, &b->word);
    return c ? c : (a->end > b->end) - (a->end < b->end);
}

static int by_rarity(const void *x, const void *y)
{
    const term *const a = x, *const b = y;
    return a->rarity != b->rarity ? (a->rarity < b->rarity) - (a->rarity > b->rarity)
                                  : (a->end > b->end) - (a->end < b->end);
}

/* Doubles the room where it is full. */
static bool has_room(terms *t)
{
    if (t->n < t->room) return true;
    const size_t room = t->room ? 2 * t->room : 256;
    term *const more = lgm_realloc(t->at, room * sizeof *more);
    if (!more) return false;
    t->at = more;
    t->room = room;
    return true;
}

/* Each word that says something, once. */
static bool read_terms(terms *t, const lgm_record *r)
{
    lgm_slice text = slice(r->text);
    size_t kept = 0;
    lgm_profile_word w;
    while (lgm_profile_next_word(&text, &w)) {
        const double rarity = w.number ? 0 : lgm_profile_rarity(&w);
        if (rarity <= 0) continue;
        if (!has_room(t)) return false;
        t->at[t->n++] = (term){w, text.ptr, rarity};
    }
    if (t->n) qsort(t->at, t->n, sizeof *t->at, by_word);
    for (size_t i = 0; i < t->n; i++)
        if (i == 0 || compare(&t->at[kept - 1].word, &t->at[i].word) != 0) t->at[kept++] = t->at[i];
    t->n = kept;
    return true;
}

bool lgm_story_is_name(const lgm_entity *e)
{
    const unsigned char first = e->name.len ? (unsigned char)e->name.ptr[0] : 'a';
    return (first < 'a' || first > 'z') && strncmp(e->name.ptr, "The ", 4) != 0;
}

static bool is_in_name(const lgm_record *r, const lgm_profile_word *w)
{
    for (size_t i = 0; i < r->entities.n; i++) {
        lgm_slice name = slice(r->entities.at[i].name);
        lgm_profile_word part;
        while (lgm_story_is_name(&r->entities.at[i]) && lgm_profile_next_word(&name, &part))
            if (compare(&part, w) == 0) return true;
    }
    return false;
}

/* Those that the other one has, too. */
static void keep_common(terms *a, const terms *b)
{
    size_t kept = 0;
    for (size_t i = 0, k = 0; i < a->n; i++) {
        while (k < b->n && compare(&b->at[k].word, &a->at[i].word) < 0) k++;
        if (k < b->n && compare(&b->at[k].word, &a->at[i].word) == 0) a->at[kept++] = a->at[i];
    }
    a->n = kept;
}

static bool is_of_word(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80);
}

/* The word as it stands in the text, with its ending. */
static void put(lgm_buf *out, const lgm_record *r, const term *t)
{
    const char *start = t->end;
    while (start > r->text.ptr && is_of_word(start[-1])) start--;
    if (out->len) lgm_buf_puts(out, "; ");
    lgm_buf_put(out, start, (size_t)(t->end - start));
}

bool lgm_story_common_words(lgm_buf *out, const lgm_record *a, const lgm_record *b)
{
    terms x = {0}, y = {0};
    size_t shown = 0;
    const bool whole = read_terms(&x, a) && read_terms(&y, b);
    if (whole) keep_common(&x, &y);
    if (whole && x.n) qsort(x.at, x.n, sizeof *x.at, by_rarity);
    for (size_t i = 0; whole && i < x.n && shown < MOST; i++) {
        if (is_in_name(a, &x.at[i].word)) continue;
        put(out, a, &x.at[i]);
        shown++;
    }
    lgm_free(x.at);
    lgm_free(y.at);
    return whole;
}
