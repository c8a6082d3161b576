/* told_text.c - see told_text.h. */
#include "account/told_text.h"

#include <string.h>

#include "base/fold.h"

typedef struct walk {
    const lgm_record *record;
    size_t byte;
    uint32_t at; /* code point */
} walk;

static int32_t peek(const walk *w, size_t *used)
{
    const lgm_str text = w->record->text;
    if (w->byte >= text.len) return -1;
    return lgm_utf8_next(text.ptr + w->byte, text.len - w->byte, used);
}

static bool is_space(int32_t cp)
{
    return cp == ' ' || cp == '\n' || cp == '\t' || cp == '\r' || cp == 0xa0;
}

/* The next word; false at the end. */
static bool next(walk *w, lgm_account_word *out)
{
    size_t used;
    int32_t cp;
    while (is_space(cp = peek(w, &used))) {
        w->byte += used;
        w->at++;
    }
    if (w->byte >= w->record->text.len) return false;
    *out = (lgm_account_word){.start = w->at, .plain = lgm_is_word_cp(cp)};
    const size_t from = w->byte;
    do {
        w->byte += used;
        w->at++;
        cp = peek(w, &used);
    } while (out->plain && w->byte < w->record->text.len && lgm_is_word_cp(cp));
    out->form = (lgm_slice){w->record->text.ptr + from, w->byte - from};
    out->end = w->at;
    return true;
}

uint32_t lgm_account_row(const lgm_account_text *t, uint32_t word, uint32_t n)
{
    lgm_lexicon_phrase p = {.len = 0};
    if (word + n > t->n) return 0;
    for (uint32_t i = 0; i < n; i++) lgm_lexicon_add(&p, t->words[word + i].form);
    return lgm_lexicon_find(&lgm_account_lexicon, &p);
}

uint32_t lgm_account_two(const lgm_account_text *t, uint32_t word)
{
    return lgm_account_row(t, word, 2);
}

/* "The firm from which he was fired last week": of the clause alone. */
static bool is_in_relative_clause(const lgm_account_text *t, uint32_t word)
{
    enum { FAR = 7 };
    static const char *const openers[] = {"who", "which", "whom", "whose", "where"};
    for (uint32_t i = word; i-- > 0 && i + FAR > word && t->words[i].plain;)
        for (size_t k = 0; k < sizeof openers / sizeof *openers; k++)
            if (lgm_account_is(t, i, openers[k])) return true;
    return false;
}

static void mark_asides(lgm_account_text *t)
{
    for (uint32_t i = 0; i < t->n; i++)
        if ((t->words[i].kinds | lgm_account_two(t, i)) & LGM_ACCOUNT_IS_BACKGROUND &&
            !is_in_relative_clause(t, i))
            t->aside[t->words[i].sentence] = 1;
}

lgm_status lgm_account_text_of(lgm_account_text *out, const lgm_record *r, lgm_arena *arena,
                               lgm_err *err)
{
    LGM_VEC(lgm_account_word) words = {0};
    walk w = {.record = r};
    lgm_account_word word;
    uint32_t sentence = 0;
    *out = (lgm_account_text){.record = r,
                              .n_sentences = r->sentences.n ? (uint32_t)r->sentences.n : 1};
    out->first = lgm_arena_calloc(arena, out->n_sentences + 1, sizeof *out->first);
    out->aside = lgm_arena_calloc(arena, out->n_sentences, 1);
    if (!out->first || !out->aside) return lgm_arena_fail(arena, err);
    while (next(&w, &word)) {
        while (sentence + 1 < r->sentences.n && r->sentences.at[sentence].end <= word.start)
            out->first[++sentence] = (uint32_t)words.n;
        word.sentence = sentence;
        if (!lgm_vec_push(arena, &words, word)) return lgm_arena_fail(arena, err);
    }
    while (sentence < out->n_sentences) out->first[++sentence] = (uint32_t)words.n;
    out->words = words.at;
    out->n = (uint32_t)words.n;
    for (uint32_t i = 0; i < out->n; i++)
        if (out->words[i].plain) out->words[i].kinds = lgm_account_row(out, i, 1);
    mark_asides(out);
    return LGM_OK;
}

uint32_t lgm_account_word_at(const lgm_account_text *t, uint32_t at)
{
    uint32_t low = 0, high = t->n;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (t->words[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t lgm_account_sentence_at(const lgm_account_text *t, uint32_t at)
{
    const uint32_t word = lgm_account_word_at(t, at);
    return word < t->n ? t->words[word].sentence : t->n_sentences - 1;
}

bool lgm_account_is(const lgm_account_text *t, uint32_t word, const char *lower)
{
    const size_t len = strlen(lower);
    if (word >= t->n || t->words[word].form.len != len) return false;
    for (size_t i = 0; i < len; i++)
        if (lgm_lower_cp((uint8_t)t->words[word].form.ptr[i]) != (uint8_t)lower[i]) return false;
    return true;
}

static bool all_digits(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] < '0' || s.ptr[i] > '9') return false;
    return s.len > 0 && s.len < 10;
}

static double value_of(double so_far, lgm_slice digits)
{
    for (size_t i = 0; i < digits.len; i++) so_far = so_far * 10 + (digits.ptr[i] - '0');
    return so_far;
}

double lgm_account_number(const lgm_account_text *t, uint32_t word, uint32_t *behind)
{
    if (word >= t->n || !all_digits(t->words[word].form)) return -1;
    double value = value_of(0, t->words[word].form);
    uint32_t at = word + 1;
    while (at + 1 < t->n && lgm_account_is(t, at, ",") && all_digits(t->words[at + 1].form) &&
           t->words[at + 1].form.len == 3) {
        value = value_of(value, t->words[at + 1].form);
        at += 2;
    }
    *behind = at;
    return value;
}
