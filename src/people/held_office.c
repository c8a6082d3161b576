/* held_office.c - roles as sets of words. */
#include "people/held_office.h"

#include <stdio.h>
#include <string.h>

#include "people/people_words.h"
#include "world/names.h"
#include "world/states.h"

enum { LONGEST = 4 }; /* words of a country or a body */

static bool says_nothing(const char *word)
{
    static const char *const list[] = {"the", "of",  "for",  "a",        "an",       "in", "at",
                                       "to",  "and", "then", "former",   "outgoing", "ex", "s",
                                       "new", "his", "her",  "longtime", "current"};
    for (size_t i = 0; i < LGM_COUNT(list); i++)
        if (strcmp(list[i], word) == 0) return true;
    return false;
}

static void add(lgm_people_office *o, const char *prefix, const char *word)
{
    char text[LGM_WORLD_FOLDED + 4];
    const int len = snprintf(text, sizeof text, "%s%s", prefix, word);
    const uint64_t h = lgm_hash64(0, text, (size_t)len);
    uint32_t at = 0;
    while (at < o->n && at < LGM_PEOPLE_OFFICE_WORDS && o->words[at] < h) at++;
    if (at < o->n && at < LGM_PEOPLE_OFFICE_WORDS && o->words[at] == h) return;
    if (o->n++ >= LGM_PEOPLE_OFFICE_WORDS) return;
    memmove(&o->words[at + 1], &o->words[at], (o->n - 1 - at) * sizeof h);
    o->words[at] = h;
}

/* Words from `phrase` on that are a country or a body; what they stand for, NULL = nothing. */
static const char *one_of(const char *phrase, const char **prefix)
{
    const char *found = lgm_world_find(LGM_WORLD_DEMONYM, phrase);
    if (!found) found = lgm_world_find(LGM_WORLD_COUNTRY, phrase);
    *prefix = "c ";
    if (found) return found;
    *prefix = "b ";
    return lgm_world_body(phrase);
}

static void add_word(lgm_people_office *o, const char *word)
{
    char phrase[LGM_WORLD_FOLDED + 2], number[16];
    const int len = snprintf(phrase, sizeof phrase, "o %s", word);
    const uint32_t family = lgm_lexicon_kinds(&lgm_people_lexicon, phrase, (size_t)len) >> 8;
    snprintf(number, sizeof number, "%u", family);
    if (family)
        add(o, "o ", number);
    else if (!says_nothing(word))
        add(o, "", word);
}

/* Cuts the string behind `words` words, if there are as many; puts it together again at *end. */
static char *cut(char *start, int words)
{
    char *end = start;
    for (int i = 0; i < words; i++) {
        end = strchr(end + (i > 0), ' ');
        if (!end) return i + 1 == words ? start + strlen(start) : NULL;
    }
    return end;
}

static char *take(lgm_people_office *o, char *at, uint32_t *kinds)
{
    for (int words = LONGEST; words > 0; words--) {
        const char *prefix;
        char *const end = cut(at, words);
        if (!end) continue;
        const char kept = *end;
        *end = '\0';
        const char *const found = one_of(at, &prefix);
        if (found) add(o, prefix, found);
        if (!found && words == 1) add_word(o, at);
        if (words == 1) *kinds |= lgm_lexicon_kinds(&lgm_people_lexicon, at, strlen(at));
        o->of_one = o->of_one || found;
        *end = kept;
        if (found || words == 1) return end + (kept == ' ');
    }
    return at + strlen(at);
}

lgm_people_office lgm_people_office_of(lgm_slice role)
{
    lgm_people_office o = {0};
    char folded[LGM_WORLD_FOLDED];
    if (!lgm_world_fold(role, folded)) return o;
    uint32_t kinds = 0;
    for (char *at = folded; *at;) at = take(&o, at, &kinds);
    if (o.n > LGM_PEOPLE_OFFICE_WORDS) o.n = 0;
    o.of_one = o.of_one && o.n > 1 && (kinds & LGM_PEOPLE_SOLE) && !(kinds & LGM_PEOPLE_RUNNER);
    return o;
}

bool lgm_people_same_office(const lgm_people_office *a, const lgm_people_office *b)
{
    return a->n && a->n == b->n && memcmp(a->words, b->words, a->n * sizeof *a->words) == 0;
}

bool lgm_people_office_fits(const lgm_people_office *a, const lgm_people_office *b)
{
    const lgm_people_office *const less = a->n <= b->n ? a : b, *const more = a->n <= b->n ? b : a;
    uint32_t k = 0;
    for (uint32_t i = 0; i < less->n; i++) {
        while (k < more->n && more->words[k] < less->words[i]) k++;
        if (k == more->n || more->words[k] != less->words[i]) return false;
    }
    return less->n > 0;
}
