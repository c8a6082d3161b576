/* language.c - English by its commonest words, any other language by CLD2. */
#include "about/language.h"

#include <string.h>

#include "about/cld2.h"

/* At least one word in SHARE is one of the commonest, in a text of FEW words or more. In English
 * wire reports one word in eight is; our texts in 33 other languages have none. */
enum { SHARE = 20, FEW = 40 };
/* CLD2 is asked about the first part of a long text. */
enum { MOST_BYTES = 1 << 20 };
/* On fewer bytes of letters CLD2 called English another language: pieces of 20 words, with foreign
 * names. */
enum { LEAST_BYTES = 200, LEAST_ENGLISH = 40 };
/* Percent of the text: another language has at least the first, English at most the second. */
enum { MOST_OF_IT = 70, HARDLY_ENGLISH = 25, MAINLY_ENGLISH = 50 };

static bool is_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Words that are common in English and are no words of its neighbours: "of" and "was" are Dutch,
 * "to" and "for" are Danish, "but" is French. */
static bool is_english(const char *word, size_t len)
{
    static const char common[][5] = {"the",  "and",  "that", "with", "from",
                                     "said", "were", "they", "this"};
    char low[5] = {0};
    if (len < 3 || len > 4) return false;
    for (size_t i = 0; i < len; i++) low[i] = (char)(word[i] | 32);
    for (size_t i = 0; i < LGM_COUNT(common); i++)
        if (memcmp(low, common[i], sizeof low) == 0) return true;
    return false;
}

static size_t count_words(lgm_slice text, size_t *n_english)
{
    size_t n = 0;
    *n_english = 0;
    for (size_t i = 0, start; i < text.len; i++) {
        start = i;
        while (i < text.len && (is_letter(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80)) i++;
        n += i > start;
        *n_english += is_english(text.ptr + start, i - start);
    }
    return n;
}

bool lgm_about_looks_english(lgm_slice text)
{
    size_t n_english;
    const size_t n = count_words(text, &n_english);
    return n_english && n_english * SHARE >= n;
}

static void set(lgm_language *out, const char *code, const char *name)
{
    out->code = code;
    for (size_t i = 0; name[i] && i + 1 < sizeof out->name; i++) { /* "GERMAN" */
        const bool first = i == 0 || !is_letter(name[i - 1]);
        out->name[i] = (char)(is_letter(name[i]) && !first ? name[i] | 32 : name[i]);
    }
}

static lgm_slice first_part(lgm_slice text)
{
    size_t len = text.len < MOST_BYTES ? text.len : MOST_BYTES;
    while (len < text.len && len > 0 && ((unsigned char)text.ptr[len] & 0xc0) == 0x80) len--;
    return (lgm_slice){text.ptr, len};
}

static bool is_english_code(const lgm_cld2_guess *guess)
{
    return strcmp(guess->code, "en") == 0;
}

/* Another language is sure, and most of the text. */
static bool is_other(const lgm_cld2_guess *guess)
{
    return !is_english_code(guess) && guess->percent >= MOST_OF_IT &&
           guess->percent_english <= HARDLY_ENGLISH && guess->n_bytes >= LEAST_BYTES;
}

/* What CLD2 says; without a code where it is not reliable. */
static lgm_status ask(lgm_slice text, lgm_cld2_guess *guess, lgm_err *err)
{
    const lgm_slice part = first_part(text);
    *guess = (lgm_cld2_guess){0};
    if (!part.len) return LGM_OK;
    if (!lgm_about_cld2_guess(part.ptr, part.len, guess))
        return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (!guess->reliable) guess->code = NULL;
    return LGM_OK;
}

lgm_status lgm_about_other_language(lgm_slice text, lgm_language *out, lgm_err *err)
{
    lgm_cld2_guess guess;
    *out = (lgm_language){0};
    const lgm_status st = ask(text, &guess, err);
    if (st == LGM_OK && guess.code && is_other(&guess)) set(out, guess.code, guess.name);
    return st;
}

lgm_status lgm_about_language(lgm_slice text, lgm_language *out, lgm_err *err)
{
    lgm_cld2_guess guess;
    size_t n_english;
    *out = (lgm_language){0};
    const size_t n = count_words(text, &n_english);
    if (n >= FEW && n_english * SHARE >= n) {
        set(out, "en", "ENGLISH");
        return LGM_OK;
    }
    const lgm_status st = ask(text, &guess, err);
    if (st != LGM_OK || !guess.code) return st;
    const bool english = is_english_code(&guess) && guess.percent >= MAINLY_ENGLISH &&
                         guess.n_bytes >= LEAST_ENGLISH;
    if (english || is_other(&guess)) set(out, guess.code, guess.name);
    return LGM_OK;
}
