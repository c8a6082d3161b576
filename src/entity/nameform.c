/* nameform.c - takes names apart. */
#include "entity/nameform.h"

#include <string.h>

#include "base/fold.h"
#include "phrase/gender.h"
#include "tree/shape.h"
#include "world/names.h"
#include "world/states.h"

enum { ACRONYM_MIN = 2, ACRONYM_MAX = 8 }; /* letters */

static uint64_t mix(uint64_t seed, uint64_t x)
{
    return lgm_hash64(seed, (const char *)&x, sizeof x);
}

uint64_t lgm_entity_form_part(const lgm_form *f, uint32_t from, uint32_t to)
{
    uint64_t h = 0;
    for (uint32_t i = from; i < to; i++) h = mix(h, f->word[i]);
    return h;
}

/* The name as it is written, for those without words or with too many. */
static lgm_form as_written(const lgm_doc *doc, lgm_tokspan name)
{
    lgm_form f = {.all = 1};
    for (uint32_t t = name.start; t < name.end; t++) {
        const lgm_slice form = lgm_doc_form(doc, t);
        f.all = mix(f.all, lgm_hash64(2, form.ptr, form.len));
    }
    return f;
}

static bool take_words(const lgm_doc *doc, lgm_tokspan name, lgm_form *f)
{
    for (uint32_t t = name.start; t < name.end; t++) {
        char word[LGM_NAME_FOLDED];
        const size_t len = lgm_entity_fold(lgm_doc_form(doc, t), word);
        if (len == 0) {
            if (lgm_doc_form(doc, t).len > LGM_NAME_WORD) return false;
            continue;
        }
        if (f->n == LGM_FORM_WORDS) return false;
        size_t used;
        f->word[f->n] = lgm_hash64(0, word, len);
        f->initial[f->n] = (uint32_t)lgm_utf8_next(word, len, &used);
        f->is_initial[f->n] = used == len;
        f->kinds[f->n] = (uint16_t)lgm_entity_kinds(word);
        f->n++;
    }
    return f->n > 0;
}

static void drop_first(lgm_form *f)
{
    f->n--;
    memmove(f->word, f->word + 1, f->n * sizeof *f->word);
    memmove(f->initial, f->initial + 1, f->n * sizeof *f->initial);
    memmove(f->is_initial, f->is_initial + 1, f->n * sizeof *f->is_initial);
    memmove(f->kinds, f->kinds + 1, f->n * sizeof *f->kinds);
}

/* One word, at least two letters or digits, no letter of it in lower case. */
static bool is_acronym(const lgm_doc *doc, lgm_tokspan name)
{
    uint32_t letters = 0;
    for (uint32_t t = name.start; t < name.end; t++) {
        const lgm_slice form = lgm_doc_form(doc, t);
        size_t used;
        for (size_t i = 0; i < form.len; i += used) {
            const int32_t cp = lgm_utf8_next(form.ptr + i, form.len - i, &used);
            if (cp == '.') continue;
            const bool digit = cp >= '0' && cp <= '9';
            if (cp < 0 || (!digit && lgm_lower_cp((uint32_t)cp) == (uint32_t)cp)) return false;
            if (++letters > ACRONYM_MAX) return false;
        }
    }
    return letters >= ACRONYM_MIN;
}

/* The hash that the name's initials would have as a word; 0 for fewer than two. */
static uint64_t initials(const lgm_form *f, bool small_words)
{
    char word[4 * LGM_FORM_WORDS];
    size_t len = 0;
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->n; i++) {
        if (!small_words && (f->kinds[i] & LGM_NAME_SMALL)) continue;
        len += lgm_utf8_put(word + len, f->initial[i]);
        n++;
    }
    return n < ACRONYM_MIN ? 0 : lgm_hash64(0, word, len);
}

/* Is the word a name only by what follows it: a country, a people, "House", "UN"? */
static bool is_known_word(lgm_slice form)
{
    enum {
        KINDS = 1 << LGM_WORLD_COUNTRY | 1 << LGM_WORLD_DEMONYM | 1 << LGM_WORLD_CAPITAL |
                1 << LGM_WORLD_BODY | 1 << LGM_WORLD_BODY_WORD | 1 << LGM_WORLD_ROLE_WORD |
                1 << LGM_WORLD_DIVISION
    };
    char folded[LGM_WORLD_FOLDED];
    return lgm_world_fold(form, folded) == 0 || (lgm_world_kinds(folded) & KINDS);
}

/* The word by which a body is called later: the last of a club ("Ashby Rovers", "Rovers"), else the
 * first: "Orvane Mining", "Orvane". Not "National Grid", "House Committee", "Bank of Velden". */
static uint64_t brief_of(const lgm_doc *doc, lgm_tokspan span, const lgm_form *f)
{
    enum { AT_LEAST = 3 }; /* letters */
    if (f->n < 2 || span.end - span.start < 2) return 0;
    if (f->kinds[f->n - 1] & LGM_NAME_CLUB) return f->word[f->n - 1];
    lgm_slice first = lgm_doc_form(doc, span.start);
    if (LGM_SLICE_IN(first, "The", "the", "THE")) first = lgm_doc_form(doc, span.start + 1);
    if (f->kinds[0] || (f->kinds[1] & LGM_NAME_SMALL) || first.len < AT_LEAST) return 0;
    if (!lgm_tree_is_capital(first) || (first.ptr[1] >= 'A' && first.ptr[1] <= 'Z')) return 0;
    return is_known_word(first) ? 0 : f->word[0];
}

/* Puts the words of "Harrow, Peter" in order; "Ann Lee, Jr." is in order. */
static void put_in_order(const lgm_doc *doc, lgm_tokspan span, lgm_form *f)
{
    if (f->n != 2 && f->n != 3) return;
    if (span.end - span.start < 3 ||
        !lgm_slice_eq(lgm_doc_form(doc, span.start + 1), LGM_SLICE(",")) || f->kinds[1])
        return;
    const lgm_form old = *f;
    for (uint32_t i = 0; i < f->n; i++) {
        const uint32_t from = (i + 1) % f->n;
        f->word[i] = old.word[from];
        f->initial[i] = old.initial[from];
        f->is_initial[i] = old.is_initial[from];
        f->kinds[i] = old.kinds[from];
    }
}

lgm_form lgm_entity_form_of(const lgm_doc *doc, const lgm_name *name)
{
    lgm_form f = {0};
    lgm_tokspan span = lgm_tree_without_possessive(doc, name->tokens);
    if (!take_words(doc, span, &f)) return as_written(doc, span);

    if (name->type == LGM_ENTITY_PER) {
        put_in_order(doc, span, &f);
        if (f.n > 1 && (f.kinds[f.n - 1] & LGM_NAME_SUFFIX)) f.suffix = f.word[--f.n];
        f.gender = lgm_phrase_gender_of_name(doc, span);
    } else {
        if (f.n > 1 && f.word[0] == lgm_hash64(0, "the", 3)) drop_first(&f);
        while (name->type == LGM_ENTITY_ORG && f.n > 1 && (f.kinds[f.n - 1] & LGM_NAME_LEGAL))
            f.n--;
        f.acronym = f.n == 1 && is_acronym(doc, span);
        if (name->type == LGM_ENTITY_ORG) f.brief = brief_of(doc, span, &f);
        f.initials[0] = initials(&f, false);
        f.initials[1] = initials(&f, true);
    }
    f.all = lgm_entity_form_part(&f, 0, f.n);
    if (f.suffix) f.all = mix(f.all, f.suffix);
    return f;
}
