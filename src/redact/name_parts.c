/* name_parts.c - the words of names. */
#include <string.h>

#include "redact/hiding.h"

static bool same(lgm_str a, lgm_str b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

bool lgm_redact_has_part(const lgm_redact_person *person, lgm_str key)
{
    for (size_t i = 0; i < person->parts.n; i++)
        if (same(person->parts.at[i].key, key)) return true;
    return false;
}

bool lgm_redact_is_short_for(const lgm_redact_person *small, const lgm_redact_person *large)
{
    bool any = false;
    for (size_t i = 0; i < small->parts.n; i++) {
        if (!small->parts.at[i].strong) continue;
        if (!lgm_redact_has_part(large, small->parts.at[i].key)) return false;
        any = true;
    }
    return any;
}

/* "Dr", "Col.", "Passenger" before the name itself. */
static size_t skip_titles(const lgm_redact_words *w)
{
    size_t i = 0;
    const uint32_t called = LGM_REDACT_WITNESS | LGM_REDACT_NEAR | LGM_REDACT_BYSTANDER |
                            LGM_REDACT_VICTIM | LGM_REDACT_MINOR | LGM_REDACT_KIN;
    while (i + 1 < w->n && lgm_redact_kinds(w, i, 1) & (LGM_REDACT_TITLE | LGM_REDACT_OFFICE)) i++;
    if (i + 2 < w->n && lgm_redact_kinds(w, i, 1) & called) i++;
    return i;
}

/* Without "Jr" and the "'s" of a possessive. */
static size_t end_of(const lgm_redact_words *w, size_t from)
{
    size_t end = w->n;
    while (end > from + 1 &&
           (w->at[end - 1].len == 1 || lgm_redact_kinds(w, end - 1, 1) & LGM_REDACT_PARTICLE))
        end--;
    return end;
}

static bool is_number(lgm_str s)
{
    return s.len && s.ptr[0] >= '0' && s.ptr[0] <= '9';
}

bool lgm_redact_add_name(lgm_redact_people *p, lgm_redact_person *person, lgm_str name)
{
    lgm_redact_words w;
    if (!lgm_redact_words_of(&w, p->arena, name)) return false;
    const size_t from = skip_titles(&w), end = end_of(&w, from);
    for (size_t i = from; i < w.n; i++) {
        char key[LGM_REDACT_KEY];
        const size_t len = lgm_redact_key(lgm_redact_word_text(&w, i), key);
        const uint32_t kinds = lgm_redact_kinds(&w, i, 1);
        const bool weak = i >= end || w.at[i].n_points < 2 || is_number((lgm_str){key, len}) ||
                          (kinds & LGM_REDACT_PARTICLE && i + 1 < end) || !w.at[i].capital;
        if (len == 0 || lgm_redact_has_part(person, (lgm_str){key, len})) continue;
        const lgm_redact_part part = {{lgm_arena_strndup(p->arena, key, len), len},
                                      !weak,
                                      kinds & LGM_REDACT_ORDINARY || w.at[i].n_points < 3};
        if (!part.key.ptr || !lgm_vec_push(p->arena, &person->parts, part)) return false;
        if (!weak && i + 1 == end && end - from > 1 && !person->last.len) person->last = part.key;
    }
    return true;
}
