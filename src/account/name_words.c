/* name_words.c - see name_words.h. */
#include "account/name_words.h"

#include <string.h>

#include "account/account_words.h"
#include "base/fold.h"

bool lgm_account_same_letters(lgm_slice a, lgm_slice b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (lgm_lower_cp((uint8_t)a.ptr[i]) != lgm_lower_cp((uint8_t)b.ptr[i])) return false;
    return true;
}

static bool is_of_word(char c)
{
    return (uint8_t)c >= 0x80 || lgm_is_word_cp(c);
}

static bool next_word(lgm_str s, size_t *at, lgm_slice *word)
{
    size_t i = *at;
    while (i < s.len && !is_of_word(s.ptr[i])) i++;
    size_t end = i;
    while (end < s.len && is_of_word(s.ptr[end])) end++;
    *word = (lgm_slice){s.ptr + i, end - i};
    *at = end;
    return end > i;
}

/* "The", "Mr", "MV": nothing that tells two names apart. */
static bool says_nothing(lgm_slice word)
{
    static const char *const words[] = {"the", "a",  "an", "mr",  "mrs", "ms",  "dr",
                                        "mv",  "of", "in", "ins", "iii", "and", "s"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lgm_account_same_letters(word, (lgm_slice){words[i], strlen(words[i])})) return true;
    return false;
}

void lgm_account_name_of(lgm_account_name *out, lgm_str words)
{
    size_t at = 0;
    lgm_slice word;
    *out = (lgm_account_name){.n = 0};
    while (next_word(words, &at, &word)) {
        if (says_nothing(word)) continue;
        out->cut = out->n == LGM_ACCOUNT_MOST_NAME_WORDS;
        if (out->cut) return;
        out->at[out->n++] = word;
    }
}

bool lgm_account_name_has(const lgm_account_name *name, lgm_slice word)
{
    for (uint32_t i = 0; i < name->n; i++)
        if (lgm_account_same_letters(name->at[i], word)) return true;
    return false;
}

bool lgm_account_name_within(const lgm_account_name *a, const lgm_account_name *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        if (!lgm_account_name_has(b, a->at[i])) return false;
    return a->n > 0 && !a->cut;
}

static uint32_t kinds_of(lgm_slice word)
{
    lgm_lexicon_phrase p = {.len = 0};
    lgm_lexicon_add(&p, word);
    return lgm_lexicon_find(&lgm_account_lexicon, &p);
}

uint32_t lgm_account_head_kinds(lgm_str words)
{
    size_t at = 0;
    lgm_slice word, head = {0};
    while (next_word(words, &at, &word)) {
        if (head.len && lgm_account_same_letters(word, LGM_SLICE("of"))) break;
        head = word;
    }
    return head.len ? kinds_of(head) : 0;
}
