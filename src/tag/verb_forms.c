/* verb_forms.c - irregular forms by list, others by the ending of what is left of them. */
#include "tag/verb_forms.h"

#include <string.h>

#include "tag/verb_words.h"

enum { LONGEST_ENDING = 9, LONGEST_IRREGULAR = 14 };

/* ---- irregular forms ------------------------------------------------------------------------- */

static bool irregular(lgm_slice form, char *buf, size_t *len)
{
    char word[1 + LONGEST_IRREGULAR] = {'='};
    if (form.len > LONGEST_IRREGULAR) return false;
    memcpy(word + 1, form.ptr, form.len);
    const uint32_t edit = lgm_lexicon_kinds(&lgm_tag_lexicon, word, form.len + 1);
    if (edit == 0) return false;
    *len = form.len - LGM_TAG_DROP_OF(edit);
    memcpy(buf, form.ptr, *len);
    for (int i = 0; i < LGM_TAG_VERB_MORE; i++) {
        const uint32_t letter = LGM_TAG_LETTER_OF(edit, i);
        if (letter > 0) buf[(*len)++] = (char)('a' + letter - 1);
    }
    return true;
}

/* ---- endings --------------------------------------------------------------------------------- */

static bool is_vowel(lgm_slice s, size_t i)
{
    if (s.ptr[i] == 'u') return i == 0 || s.ptr[i - 1] != 'q';
    return strchr("aeioy", s.ptr[i]) != NULL;
}

static bool has_vowel(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_vowel(s, i)) return true;
    return false;
}

/* "vot", "quot": consonants, one vowel, one consonant that could be doubled. */
static bool is_short(lgm_slice s)
{
    if (s.len < 2 || is_vowel(s, s.len - 1) || strchr("wxyh", s.ptr[s.len - 1])) return false;
    for (size_t i = 0; i + 1 < s.len; i++)
        if (is_vowel(s, i) != (i + 2 == s.len)) return false;
    return true;
}

/* What the list has of the longest ending of at least `least` letters; 0 for none. */
static uint32_t longest_ending(lgm_slice s, size_t least)
{
    const size_t most = s.len < LONGEST_ENDING ? s.len : LONGEST_ENDING;
    for (size_t n = most; n >= least && n > 0; n--) {
        const uint32_t kinds = lgm_lexicon_kinds(&lgm_tag_lexicon, s.ptr + s.len - n, n);
        if (kinds) return kinds;
    }
    return 0;
}

static uint32_t whole_stem(lgm_slice s)
{
    char word[1 + LONGEST_ENDING] = {'^'};
    if (s.len > LONGEST_ENDING) return 0;
    memcpy(word + 1, s.ptr, s.len);
    return lgm_lexicon_kinds(&lgm_tag_lexicon, word, s.len + 1);
}

static uint32_t kind_of(lgm_slice stem)
{
    uint32_t kind = whole_stem(stem);
    if (!kind) kind = longest_ending(stem, 3);
    if (!kind && is_short(stem)) return LGM_TAG_E;
    return kind ? kind : longest_ending(stem, 1);
}

static void finish(uint32_t kind, char *buf, size_t *len)
{
    if (kind & (LGM_TAG_HALF | LGM_TAG_Y | LGM_TAG_IE)) (*len)--;
    if (kind & LGM_TAG_Y) buf[(*len)++] = 'y';
    if (kind & LGM_TAG_IE) buf[(*len)++] = 'i';
    if (kind & (LGM_TAG_IE | LGM_TAG_E)) buf[(*len)++] = 'e';
}

static bool ends_in(lgm_slice form, const char *ending)
{
    const size_t n = strlen(ending);
    return form.len > n && memcmp(form.ptr + form.len - n, ending, n) == 0;
}

/* The form without "-ed", "-ing", or the "-d" of "agreed"; empty where it has none. */
static lgm_slice stem_of(lgm_slice form, bool past)
{
    if (past && ends_in(form, "eed")) return (lgm_slice){form.ptr, form.len - 1};
    if (past && ends_in(form, "ed")) return (lgm_slice){form.ptr, form.len - 2};
    if (!past && ends_in(form, "ing")) return (lgm_slice){form.ptr, form.len - 3};
    return (lgm_slice){form.ptr, 0};
}

/* ---- both ------------------------------------------------------------------------------------ */

static bool is_plain(lgm_slice form)
{
    for (size_t i = 0; i < form.len; i++)
        if (form.ptr[i] < 'a' || form.ptr[i] > 'z') return false;
    return true;
}

static bool lemma_of(lgm_slice form, bool past, char *buf, size_t *len)
{
    if (!is_plain(form)) return false;
    if (past && irregular(form, buf, len)) return true;
    const lgm_slice stem = stem_of(form, past);
    if (!has_vowel(stem)) return false;
    memcpy(buf, stem.ptr, stem.len);
    *len = stem.len;
    finish(kind_of(stem), buf, len);
    return true;
}

bool lgm_tag_verb_lemma(lgm_slice form, const char *xpos, char *buf, size_t *len)
{
    const bool past = strcmp(xpos, "VBD") == 0 || strcmp(xpos, "VBN") == 0;
    if (!past && strcmp(xpos, "VBG") != 0) return false;
    size_t before = form.len; /* up to the last hyphen */
    while (before > 0 && form.ptr[before - 1] != '-') before--;
    memcpy(buf, form.ptr, before);
    if (!lemma_of((lgm_slice){form.ptr + before, form.len - before}, past, buf + before, len))
        return false;
    *len += before;
    return true;
}
