/* speakers.c - a key for each claim's source; claims with the same key are a group. */
#include "speakers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "shown.h"

/* ---- keys ---- */

/* What a key begins with; the last two stand for nobody. */
enum { ENTITIES = 'e', WORDS = 'w', PRONOUN = 'p', NOBODY = 'n' };

typedef struct key {
    size_t at, len; /* in the letters of all keys */
    uint32_t claim;
    const strbuf *letters;
} key;

static bool is_one_of(const char *s, size_t len, const char *words)
{
    while (*words) {
        const size_t n = strcspn(words, " ");
        if (n == len && memcmp(s, words, n) == 0) return true;
        words += n + (words[n] == ' ');
    }
    return false;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Small letters, one blank for each run of white space, no article in front. */
static void put_words(strbuf *b, lgm_str s)
{
    const size_t start = b->len;
    bool space = false;
    s = shown_trimmed(s);
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i] >= 'A' && s.ptr[i] <= 'Z' ? (char)(s.ptr[i] | 32) : s.ptr[i];
        const size_t len = b->len - start;
        if (!is_blank(c)) {
            strbuf_put(b, &c, 1);
            space = false;
        } else if (len && is_one_of(b->at + start, len, "the a an some")) {
            b->len = start;
        } else if (len && !space) {
            strbuf_puts(b, " ");
            space = true;
        }
    }
}

static int by_number(const void *x, const void *y)
{
    const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

/* Together, in whatever order they are named. */
static void put_entities(strbuf *b, lgm_indices all)
{
    uint32_t *const sorted = malloc(all.n * sizeof *sorted);
    if (!sorted) {
        b->failed = true;
        return;
    }
    memcpy(sorted, all.at, all.n * sizeof *sorted);
    qsort(sorted, all.n, sizeof *sorted, by_number);
    strbuf_puts(b, "e");
    for (size_t i = 0; i < all.n; i++) strbuf_printf(b, ",%u", sorted[i]);
    free(sorted);
}

static void put_key(strbuf *b, const lgm_record *r, const lgm_claim *c)
{
    static const char pronouns[] = "i we you he she it they one who which that this these those "
                                   "him her them us me himself herself themselves "
                                   "all both each few many most others several some";
    const lgm_indices one = {&c->speaker, 1};
    const size_t start = b->len;
    if (c->speakers.n > 1) {
        put_entities(b, c->speakers);
    } else if (c->speaker != LGM_NONE && shown_is_named(&r->entities.at[c->speaker])) {
        put_entities(b, one);
    } else {
        strbuf_puts(b, "w");
        if (c->speaker != LGM_NONE)
            put_words(b, r->entities.at[c->speaker].name);
        else
            for (size_t i = 0; i < c->source.n; i++)
                put_words(b, lgm_record_quote(r, c->source.at[i]));
        if (b->failed) return;
        const size_t len = b->len - start - 1;
        const bool pronoun = is_one_of(b->at + start + 1, len, pronouns);
        if (len && !pronoun) return;
        b->len = start;
        strbuf_puts(b, pronoun ? "p" : "n");
    }
}

/* Equal keys beside one another, their claims in order of the text. */
static int by_key(const void *x, const void *y)
{
    const key *const a = x, *const b = y;
    const size_t n = a->len < b->len ? a->len : b->len;
    const int c = memcmp(a->letters->at + a->at, b->letters->at + b->at, n);
    if (c) return c;
    if (a->len != b->len) return a->len < b->len ? -1 : 1;
    return (a->claim > b->claim) - (a->claim < b->claim);
}

static bool same_key(const key *a, const key *b)
{
    return a->len == b->len && memcmp(a->letters->at + a->at, b->letters->at + b->at, a->len) == 0;
}

/* ---- groups ---- */

/* For each claim the first with its key; groups in the order of these. */
static void number_groups(speakers *s, const key *keys, size_t n)
{
    for (size_t i = 0, first = 0; i < n; i++) {
        if (!same_key(&keys[i], &keys[first])) first = i;
        s->of[keys[i].claim] = keys[first].claim;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (s->of[i] == i) {
            s->at[s->n] = (speaker_group){.first = i};
            s->of[i] = (uint32_t)s->n++;
        } else {
            s->of[i] = s->of[s->of[i]];
        }
        s->at[s->of[i]].n++;
    }
    for (size_t i = 0; i < n; i++) {
        const char kind = keys[i].letters->at[keys[i].at];
        s->at[s->of[keys[i].claim]].known = kind == ENTITIES || kind == WORDS;
    }
}

speakers *speakers_make(const lgm_record *r)
{
    const size_t n = r->claims.n;
    speakers *s = calloc(1, sizeof *s);
    key *const keys = calloc(n + 1, sizeof *keys);
    strbuf letters = {0};
    bool ok = s && keys;
    if (s) {
        s->at = calloc(n + 1, sizeof *s->at);
        s->of = calloc(n + 1, sizeof *s->of);
        ok = ok && s->at && s->of;
    }
    for (uint32_t i = 0; ok && i < n; i++) {
        const size_t at = letters.len;
        put_key(&letters, r, &r->claims.at[i]);
        keys[i] = (key){at, letters.len - at, i, &letters};
        ok = !letters.failed;
    }
    if (ok) {
        qsort(keys, n, sizeof *keys, by_key);
        number_groups(s, keys, n);
    } else {
        speakers_done(s);
        s = NULL;
    }
    strbuf_done(&letters);
    free(keys);
    return s;
}

void speakers_done(speakers *s)
{
    if (!s) return;
    free(s->at);
    free(s->of);
    free(s);
}

/* ---- words ---- */

void speakers_name(strbuf *out, const lgm_record *r, const speaker_group *g)
{
    const lgm_claim *const c = &r->claims.at[g->first];
    const lgm_indices one = {&c->speaker, c->speaker != LGM_NONE};
    const lgm_indices all = c->speakers.n > 1 ? c->speakers : one;
    if (!g->known) {
        strbuf_puts(out, c->source.n ? SPEAKERS_UNKNOWN : SHOWN_NO_SOURCE);
    } else if (all.n) {
        for (size_t i = 0; i < all.n; i++) {
            const lgm_str name = shown_trimmed(r->entities.at[all.at[i]].name);
            if (i) strbuf_puts(out, i + 1 < all.n ? ", " : " and ");
            strbuf_put(out, name.ptr, name.len);
        }
    } else {
        shown_speaker(out, r, c);
    }
}

void speakers_known_for(strbuf *out, const lgm_record *r, const speaker_group *g)
{
    const lgm_claim *const c = &r->claims.at[g->first];
    const bool role =
        c->speakers.n < 2 && c->speaker != LGM_NONE && r->entities.at[c->speaker].roles.n > 0;
    if (!g->known) return;
    if (role) {
        const lgm_str words = r->entities.at[c->speaker].roles.at[0];
        strbuf_put(out, words.ptr, words.len);
    } else if (c->speaker_kind == LGM_SPEAKER_ANONYMOUS || c->speaker_kind == LGM_SPEAKER_OUTLET ||
               c->speaker_kind == LGM_SPEAKER_DOCUMENT) {
        strbuf_puts(out, lgm_speaker_kind_name(c->speaker_kind));
    }
}
