/* number.c - numbers in words, those that several words make, and "2 1/2". */
#include "number/number_words.h"

#include <string.h>

#include "number/digits.h"

enum { JOINED = 10, /* tokens behind the first that are joined to it */
       FRACTION_OF = 1000 };

static const lgm_number_word *look_up(lgm_slice form)
{
    char s[LGM_NUMBER_WORD] = "";
    if (form.len < 3 || form.len >= LGM_NUMBER_WORD) return NULL;
    for (size_t i = 0; i < form.len; i++) s[i] = (char)(form.ptr[i] | 32);
    uint32_t lo = 0, hi = lgm_number_words_size;
    while (lo < hi) {
        const uint32_t mid = (lo + hi) / 2;
        if (memcmp(lgm_number_words[mid].word, s, sizeof s) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo < lgm_number_words_size && memcmp(lgm_number_words[lo].word, s, sizeof s) == 0
               ? &lgm_number_words[lo]
               : NULL;
}

/* The cardinal (or ordinal) that a token is in words; -1 where it is none. */
static int32_t word_at(const lgm_doc *doc, uint32_t token, lgm_number_kind kind)
{
    const lgm_number_word *const w =
        token < doc->n_tokens ? look_up(lgm_doc_form(doc, token)) : NULL;
    return w && w->kind == kind ? w->value : -1;
}

static bool is_form(const lgm_doc *doc, uint32_t token, const char *word)
{
    const lgm_slice f = token < doc->n_tokens ? lgm_doc_form(doc, token) : LGM_SLICE("");
    return f.len == strlen(word) && memcmp(f.ptr, word, f.len) == 0;
}

/* "two thousand", "one hundred and five", "twenty-five", "nineteen ninety-six": n has the first. */
static void join(const lgm_doc *doc, lgm_number *n, int32_t v)
{
    int32_t sum = v, low = v, total = 0; /* low: what was said since the last "hundred" */
    int32_t year = -1;
    uint32_t at = n->tokens.end;
    const uint32_t limit = at + JOINED;
    while (at < limit && at < doc->n_tokens && !(doc->tokens[at].flags & LGM_TOK_PAR)) {
        const bool hyphen = is_form(doc, at, "-");
        const bool and = sum >= 100 && is_form(doc, at, "and");
        const int32_t w = word_at(doc, at + (hyphen || and), LGM_NUMBER_CARDINAL);
        if (w < 0) break;
        if (w == 100 && low < 100 && !hyphen) {
            sum = sum - low + low * 100;
            low = 0;
        } else if (w == 1000 && sum < 1000 && !hyphen) {
            total += sum * 1000;
            sum = low = 0;
        } else if (low % 10 == 0 && (low >= 20 || low == 0) && w < 10 && (low || sum || total)) {
            sum += w;
            low += w;
            if (year >= 0) year += w;
        } else if (low == 0 && w < 100 && !hyphen && (sum || total)) {
            sum += w;
            low = w;
        } else if (total == 0 && sum >= 11 && sum <= 20 && w >= 10 && w < 100 && !hyphen &&
                   year < 0) {
            year = sum * 100 + w;
            low = w;
        } else {
            break;
        }
        at += 1 + (hyphen || and);
    }
    n->tokens.end = at;
    n->kind = year >= 0 ? LGM_NUMBER_YEAR : LGM_NUMBER_CARDINAL;
    n->value = (year >= 0 ? year : (int64_t)sum + total) * 1000;
}

/* "twenty-first": the ordinal behind a tens word and a hyphen. */
static bool join_ordinal(const lgm_doc *doc, lgm_number *n, int32_t v)
{
    const uint32_t at = n->tokens.end;
    if (v < 20 || v > 90 || v % 10 || !is_form(doc, at, "-")) return false;
    const int32_t nth = word_at(doc, at + 1, LGM_NUMBER_ORDINAL);
    if (nth < 0 || nth > 9) return false;
    n->tokens.end = at + 2;
    n->kind = LGM_NUMBER_ORDINAL;
    n->value = (int64_t)(v + nth) * 1000;
    return true;
}

/* "2 1/2", "2-1/2" */
static void add_fraction(const lgm_doc *doc, lgm_number *n)
{
    uint32_t at = n->tokens.end;
    if (n->kind != LGM_NUMBER_CARDINAL || n->value % 1000 || n->value > FRACTION_OF * 1000) return;
    if (is_form(doc, at, "-")) at++;
    if (at >= doc->n_tokens) return;
    const lgm_slice form = lgm_doc_form(doc, at);
    if (form.len != 3 || form.ptr[1] != '/') return;
    const lgm_number part = lgm_number_digits(form);
    if (part.kind == LGM_NUMBER_NONE) return;
    n->tokens.end = at + 1;
    n->value += part.value;
}

lgm_number lgm_number_at(const lgm_doc *doc, uint32_t token, uint32_t skip)
{
    const lgm_slice whole = lgm_doc_form(doc, token);
    if (skip >= whole.len) return (lgm_number){0};
    const lgm_slice form = {whole.ptr + skip, whole.len - skip};
    const bool digits = form.ptr[0] >= '0' && form.ptr[0] <= '9';
    const lgm_number_word *const w = digits ? NULL : look_up(form);
    lgm_number n = digits ? lgm_number_digits(form) : (lgm_number){0};
    n.tokens = (lgm_tokspan){token, token + 1};
    if (w) {
        n.kind = (lgm_number_kind)w->kind;
        n.value = (int64_t)w->value * 1000;
        if (n.kind == LGM_NUMBER_CARDINAL && !join_ordinal(doc, &n, w->value))
            join(doc, &n, w->value);
    }
    add_fraction(doc, &n);
    return n;
}
