/* wanted.c - what those that have the name lead to: other spellings, other names, offices. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/gathered.h"
#include "people/people_words.h"
#include "people/person_name.h"
#include "world/states.h"

enum { MOST_KEYS = 64, MOST_OFFICES = 16, MOST_EXPRESSIONS = 96, MOST_RIVALS = 4 };

typedef struct wanted {
    lgm_people_gathered *g;
    struct { /* of names that are looked for */
        lgm_slice type, key;
        bool last; /* any of that last name */
    } keys[MOST_KEYS];
    size_t n_keys;
    struct {
        lgm_people_office office;
        lgm_slice role; /* a way to write it */
        bool alone;     /* it stands for who holds it in some report */
    } offices[MOST_OFFICES];
    size_t n_offices;
    char *expressions[MOST_EXPRESSIONS]; /* of FTS5, that find these names among others */
    size_t n_expressions;
} wanted;

static bool same(lgm_slice a, lgm_slice b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* False: it is wanted already, or too much is. */
static bool want_key(wanted *w, lgm_slice type, lgm_slice key, bool last)
{
    for (size_t i = 0; i < w->n_keys; i++)
        if (same(w->keys[i].type, type) && same(w->keys[i].key, key) && w->keys[i].last == last)
            return false;
    if (w->n_keys == MOST_KEYS) return false;
    w->keys[w->n_keys].type = type;
    w->keys[w->n_keys].key = key;
    w->keys[w->n_keys++].last = last;
    return true;
}

/* Words in this order. */
static char *phrase_of(wanted *w, lgm_slice words)
{
    char *const text = lgm_arena_alloc(w->g->arena, words.len + 3);
    if (text) snprintf(text, words.len + 3, "\"%.*s\"", (int)words.len, words.len ? words.ptr : "");
    return text;
}

static void find_phrase(wanted *w, lgm_slice words)
{
    char *const text = phrase_of(w, words);
    if (!text || !words.len || w->n_expressions == MOST_EXPRESSIONS) return;
    for (size_t i = 0; i < w->n_expressions; i++)
        if (strcmp(w->expressions[i], text) == 0) return;
    w->expressions[w->n_expressions++] = text;
}

static void find_name(wanted *w, lgm_slice written)
{
    char folded[LGM_WORLD_FOLDED];
    bool plain = true;
    const size_t len = lgm_world_fold(written, folded);
    for (size_t i = 0; i < written.len; i++) /* '"' ends a phrase */
        plain = plain && written.ptr[i] != '"' && written.ptr[i] != '\0';
    if (len && plain) find_phrase(w, written);
}

/* ---- last names ---- */

static bool is_asked_for(const char *words, lgm_slice last)
{
    char folded[LGM_WORLD_FOLDED];
    lgm_world_fold((lgm_slice){words, strlen(words)}, folded);
    for (char *at = folded; *at;) {
        const size_t n = strcspn(at, " ");
        if (lgm_people_same_word((lgm_slice){at, n}, last)) return true;
        at += n + (at[n] == ' ');
    }
    return false;
}

/* All of its family: "gaddafi" leads to "qadhafi". */
static void find_family(wanted *w, lgm_slice word)
{
    char phrase[LGM_PEOPLE_KEY];
    const int len = snprintf(phrase, sizeof phrase, "s %.*s", (int)word.len, word.ptr);
    const uint32_t family = lgm_lexicon_kinds(&lgm_people_lexicon, phrase, (size_t)len) >> 8;
    for (uint32_t i = 0; family && i < lgm_people_lexicon.n_slots; i++) {
        const lgm_lexicon_slot *const s = &lgm_people_lexicon.slots[i];
        const char *const text = lgm_people_lexicon.text + s->at;
        if (s->len > 2 && s->kinds >> 8 == family && memcmp(text, "s ", 2) == 0)
            find_phrase(w, (lgm_slice){text + 2, s->len - 2});
    }
}

/* With one letter in another transliteration: "keldov" leads to "keldoff". */
static void find_spellings(wanted *w, lgm_slice word)
{
    static const char *const swaps[][2] = {
        {"ov", "off"},   {"ov", "ow"}, {"ev", "eff"}, {"sky", "ski"}, {"sky", "skiy"},
        {"sky", "skii"}, {"iy", "y"},  {"yi", "y"},   {"ch", "tch"},  {"sh", "sch"},
        {"kh", "h"},     {"zh", "j"},  {"ph", "f"},   {"q", "k"},     {"ou", "u"},
        {"oo", "u"},     {"ee", "i"},  {"y", "i"},    {"ks", "x"},    {"gh", "g"},
        {"dj", "j"},     {"ll", "l"},  {"ss", "s"},   {"mm", "m"}};
    for (size_t i = 0; i < 2 * LGM_COUNT(swaps); i++) {
        const char *const from = swaps[i / 2][i % 2], *const to = swaps[i / 2][1 - i % 2];
        const size_t len = strlen(from);
        for (size_t at = 1; at + len <= word.len; at++) {
            char text[LGM_PEOPLE_KEY];
            if (memcmp(word.ptr + at, from, len) != 0 || word.len + 4 > sizeof text) continue;
            const int n = snprintf(text, sizeof text, "%.*s%s%.*s", (int)at, word.ptr, to,
                                   (int)(word.len - at - len), word.ptr + at + len);
            if (lgm_people_same_word((lgm_slice){text, (size_t)n}, word))
                find_phrase(w, (lgm_slice){text, (size_t)n});
        }
    }
}

static void want_last_name(wanted *w, const lgm_people_entity *e, const char *words)
{
    const lgm_people_name name = lgm_people_name_of(e->folded);
    if (!is_asked_for(words, name.last) || !want_key(w, e->type, e->last, true)) return;
    if (strchr(words, ' ')) find_phrase(w, name.last); /* with another given name, too */
    find_family(w, name.last);
    find_spellings(w, name.last);
}

/* ---- other names ---- */

/* "us" may be written "U.S.", which is two words to FTS5. */
static void find_letters(wanted *w, const char *phrase)
{
    char spaced[16];
    size_t n = 0;
    if (strlen(phrase) > 5 || strchr(phrase, ' ')) return;
    for (const char *s = phrase; *s; s++) {
        if (n) spaced[n++] = ' ';
        spaced[n++] = *s;
    }
    find_phrase(w, (lgm_slice){spaced, n});
}

/* Of bodies and countries that data/states knows by several. */
static void want_known_names(wanted *w, const lgm_people_entity *e)
{
    const bool country = e->key.len > 2 && memcmp(e->key.ptr, "c ", 2) == 0;
    for (uint32_t i = 0; i < lgm_world_table_size; i++) {
        const lgm_world_entry *const one = &lgm_world_table[i];
        const bool is_one =
            country ? one->kind == LGM_WORLD_COUNTRY && strcmp(one->value, e->key.ptr + 2) == 0
                    : one->kind == LGM_WORLD_BODY && one->first &&
                          strcmp(one->first, e->key.ptr + 2) == 0;
        if (!is_one) continue;
        find_phrase(w, (lgm_slice){one->phrase, strlen(one->phrase)});
        find_letters(w, one->phrase);
    }
}

static void want_names(wanted *w, const lgm_people_entity *e)
{
    const bool person = e->last.len > 0;
    if (!person && e->kind == LGM_PEOPLE_BODY && want_key(w, e->type, e->key, false)) {
        find_name(w, e->name);
        want_known_names(w, e);
    }
    for (size_t i = 0; i < e->aliases.n; i++) {
        const lgm_slice key = lgm_people_key_as(e, e->aliases.at[i], w->g->arena);
        if (key.len && want_key(w, e->type, key, false)) find_name(w, e->aliases.at[i]);
    }
}

/* ---- offices ---- */

static void want_office(wanted *w, lgm_slice role)
{
    for (size_t i = 0; i < w->n_offices; i++)
        if (same(w->offices[i].role, role)) return;
    const lgm_people_office o = lgm_people_office_of(role);
    if (!o.of_one || w->n_offices == MOST_OFFICES) return;
    w->offices[w->n_offices].office = o;
    w->offices[w->n_offices].alone = false;
    w->offices[w->n_offices++].role = role;
}

/* All words of a role, in whatever order. */
static char *all_words(wanted *w, lgm_slice role)
{
    char folded[LGM_WORLD_FOLDED], text[2 * LGM_WORLD_FOLDED] = "";
    size_t n = 0;
    if (!lgm_world_fold(role, folded)) return NULL;
    for (char *at = folded; *at;) {
        const size_t len = strcspn(at, " ");
        const bool small = len < 3 || strncmp(at, "the ", 4) == 0 || strncmp(at, "for ", 4) == 0;
        if (!small && n + len + 8 < sizeof text)
            n += (size_t)snprintf(text + n, sizeof text - n, "%s\"%.*s\"", n ? " AND " : "",
                                  (int)len, at);
        at += len + (at[len] == ' ');
    }
    return n ? lgm_arena_strndup(w->g->arena, text, n) : NULL;
}

static void find_words(wanted *w, lgm_slice role)
{
    char *const words = all_words(w, role);
    if (words && w->n_expressions < MOST_EXPRESSIONS) w->expressions[w->n_expressions++] = words;
}

/* ---- found ---- */

static bool is_wanted(void *ctx, const lgm_people_entity *e)
{
    wanted *const w = ctx;
    for (size_t i = 0; i < w->n_keys; i++)
        if (same(w->keys[i].type, e->type) &&
            same(w->keys[i].last ? e->last : e->key, w->keys[i].key))
            return true;
    if (e->kind != LGM_PEOPLE_WORDS || memcmp(e->type.ptr, "PER", 3) != 0) return false;
    const lgm_people_office o = lgm_people_office_of(e->name);
    for (size_t i = 0; i < w->n_offices; i++)
        if (lgm_people_same_office(&w->offices[i].office, &o)) return w->offices[i].alone = true;
    return false;
}

/* Where an office alone stands for somebody, others who hold it have to be known, too. */
static lgm_status add_rivals(wanted *w, lgm_err *err)
{
    lgm_status st = LGM_OK;
    size_t looked_for = 0;
    for (size_t i = 0; i < w->n_offices && st == LGM_OK && looked_for < MOST_RIVALS; i++) {
        const lgm_slice role = w->offices[i].role;
        if (!w->offices[i].alone) continue;
        const lgm_people_search search = {.expression = all_words(w, role),
                                          .office = &w->offices[i].office};
        looked_for++;
        if (search.expression) st = lgm_people_add(w->g, &search, err);
    }
    return st;
}

lgm_status lgm_people_add_wanted(lgm_people_gathered *g, const char *words, lgm_err *err)
{
    wanted w = {.g = g};
    lgm_status st = LGM_OK;
    for (size_t i = 0; i < g->all.n; i++) {
        const lgm_people_entity *const e = &g->all.at[i];
        if (e->kind == LGM_PEOPLE_FULL) want_last_name(&w, e, words);
        if (e->kind == LGM_PEOPLE_FULL || e->kind == LGM_PEOPLE_BODY) want_names(&w, e);
        for (size_t k = 0; k < e->roles.n && e->kind == LGM_PEOPLE_FULL; k++)
            want_office(&w, e->roles.at[k]);
    }
    for (size_t i = 0; i < w.n_offices; i++) find_words(&w, w.offices[i].role);
    for (size_t i = 0; i < w.n_expressions && st == LGM_OK; i++) {
        const lgm_people_search search = {
            .expression = w.expressions[i], .takes = is_wanted, .ctx = &w};
        st = lgm_people_add(g, &search, err);
    }
    return st == LGM_OK ? add_rivals(&w, err) : st;
}
