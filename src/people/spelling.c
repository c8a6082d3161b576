/* spelling.c - one key for all ways to write a word of a name. */
#include <stdio.h>
#include <string.h>

#include "people/people_words.h"
#include "people/person_name.h"

/* What transliterations of one letter become; the longest first. At the start and the end of a word
 * alone where it says so. */
static const struct {
    const char *from, *to;
    bool start, end;
} letters[] = {
    {"tsch", "c", false, false}, {"tch", "c", false, false}, {"sch", "s", false, false},
    {"shch", "s", false, false}, {"ye", "e", true, false},   {"iy", "i", false, true},
    {"ii", "i", false, true},    {"yi", "i", false, true},   {"ij", "i", false, true},
    {"off", "ov", false, true},  {"ow", "ov", false, true},  {"eff", "ev", false, true},
    {"ch", "c", false, false},   {"sh", "s", false, false},  {"zh", "j", false, false},
    {"kh", "h", false, false},   {"gh", "g", false, false},  {"ph", "f", false, false},
    {"dj", "j", false, false},   {"ou", "u", false, false},  {"oo", "u", false, false},
    {"ee", "i", false, false},   {"ck", "k", false, false},  {"ks", "x", false, false},
    {"y", "i", false, false},    {"q", "k", false, false},
};

static size_t put_letters(lgm_slice w, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < w.len && n + 4 < LGM_PEOPLE_KEY;) {
        size_t k = 0, len = 1;
        for (; k < LGM_COUNT(letters); k++) {
            len = strlen(letters[k].from);
            if (len <= w.len - i && memcmp(w.ptr + i, letters[k].from, len) == 0 &&
                (!letters[k].start || i == 0) && (!letters[k].end || i + len == w.len))
                break;
        }
        const char *const as = k < LGM_COUNT(letters) ? letters[k].to : NULL;
        if (!as) len = 1;
        const char *const from = as ? as : w.ptr + i;
        const size_t added = as ? strlen(as) : 1;
        for (size_t a = 0; a < added; a++)
            if (!n || out[n - 1] != from[a]) out[n++] = from[a]; /* "ll" is "l" */
        i += len;
    }
    return n;
}

static uint32_t family_of(lgm_slice word)
{
    char phrase[LGM_PEOPLE_KEY] = "s ";
    if (word.len + 2 >= sizeof phrase) return 0;
    memcpy(phrase + 2, word.ptr, word.len);
    return lgm_lexicon_kinds(&lgm_people_lexicon, phrase, word.len + 2) >> 8;
}

size_t lgm_people_word_key(lgm_slice word, char out[LGM_PEOPLE_KEY])
{
    const size_t n = put_letters(word, out);
    uint32_t family = family_of(word);
    if (!family) family = family_of((lgm_slice){out, n});
    if (family) return (size_t)snprintf(out, LGM_PEOPLE_KEY, "%u", family);
    out[n] = '\0';
    return n;
}

bool lgm_people_same_word(lgm_slice a, lgm_slice b)
{
    char x[LGM_PEOPLE_KEY], y[LGM_PEOPLE_KEY];
    if (a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0) return true;
    const size_t n = lgm_people_word_key(a, x);
    return n == lgm_people_word_key(b, y) && memcmp(x, y, n) == 0;
}
