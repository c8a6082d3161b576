/*
 * title_names.c - names that only the title has: nobody looked for names in it.
 *
 * In a title that tells of harm or of a minor, capitals that nothing else explains are a name: no
 * entity of the report has them, its text has no such word in lower case, no word list does. Where
 * every word has a capital, it takes two of them side by side.
 */
#include <string.h>

#include "redact/hiding.h"

enum { MOST_WORDS = 64, STEM = 4 };

static bool tells_of_harm(const lgm_redact_words *w)
{
    const uint32_t telling = LGM_REDACT_HARMED | LGM_REDACT_HARMING | LGM_REDACT_SUFFERS |
                             LGM_REDACT_HARM_NOUN | LGM_REDACT_VICTIM | LGM_REDACT_MINOR |
                             LGM_REDACT_KIN | LGM_REDACT_WITNESS;
    for (size_t i = 0; i < w->n; i++)
        if (lgm_redact_kinds(w, i, 1) & telling) return true;
    return false;
}

static bool is_all_capitals(const lgm_redact_words *w)
{
    size_t small = 0;
    for (size_t i = 1; i < w->n; i++) small += !w->at[i].capital && w->at[i].n_points > 3;
    return small < 2;
}

/* Has the text this word in lower case, or one that begins as it does? */
static bool is_word_of_text(const lgm_redact_people *p, lgm_str key)
{
    for (size_t i = 0; i < p->words.n; i++) {
        char other[LGM_REDACT_KEY];
        if (p->words.at[i].capital) continue;
        const size_t len = lgm_redact_key(lgm_redact_word_text(&p->words, i), other);
        const size_t stem = key.len > STEM ? STEM + (key.len > STEM + 2) : key.len;
        if (len >= stem && memcmp(other, key.ptr, stem) == 0) return true;
    }
    return false;
}

static bool is_named_otherwise(const lgm_redact_people *p, const lgm_redact_person *others,
                               lgm_str key)
{
    for (size_t i = 0; i < p->list.n; i++)
        if (lgm_redact_has_part(&p->list.at[i], key)) return true;
    return lgm_redact_has_part(others, key);
}

/* The words of names of places, bodies and all that is no person. */
static bool other_names(lgm_redact_people *p, lgm_redact_person *all)
{
    const lgm_record *const r = p->record;
    *all = (lgm_redact_person){.entity = LGM_NONE};
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        if (e->type == LGM_ENTITY_PER) continue;
        if (!lgm_redact_add_name(p, all, e->name)) return false;
        for (size_t a = 0; a < e->aliases.n; a++)
            if (!lgm_redact_add_name(p, all, e->aliases.at[a])) return false;
    }
    return true;
}

/* "in Ostrel": one word behind a preposition of place. */
static bool is_place(const lgm_redact_words *w, size_t from, size_t end)
{
    static const char *const words[] = {"in", "at", "near", "from", "outside", "to", "off"};
    for (size_t i = 0; i < LGM_COUNT(words) && from && end == from + 1; i++)
        if (lgm_redact_word_is(w, from - 1, words[i])) return true;
    return false;
}

static bool add_run(lgm_redact_people *p, const lgm_redact_words *w, size_t from, size_t end)
{
    const lgm_redact_spot spot = {0, w->n, from, end};
    lgm_redact_person person = {.entity = LGM_NONE, .is = lgm_redact_around(w, spot)};
    const uint32_t at = w->at[from].at, to = w->at[end - 1].at + w->at[end - 1].len;
    const unsigned known = LGM_REDACT_IS_MINOR | LGM_REDACT_IS_CHILD_AGE | LGM_REDACT_IS_WITNESS;
    if (!(person.is & known)) person.is |= LGM_REDACT_IS_VICTIM;
    return lgm_redact_add_name(p, &person, (lgm_str){w->text.ptr + at, to - at}) &&
           lgm_vec_push(p->arena, &p->list, person);
}

bool lgm_redact_title_names(lgm_redact_people *p)
{
    lgm_redact_words w;
    lgm_redact_person others;
    if (!lgm_redact_words_of(&w, p->arena, p->record->title)) return false;
    if (w.n > MOST_WORDS) w.n = MOST_WORDS;
    if (!tells_of_harm(&w) || !other_names(p, &others)) return true;
    const bool capitals = is_all_capitals(&w);
    for (size_t i = 0; i < w.n;) {
        size_t end = i;
        for (; end < w.n && w.at[end].capital; end++) {
            char key[LGM_REDACT_KEY];
            const lgm_str s = {key, lgm_redact_key(lgm_redact_word_text(&w, end), key)};
            const uint32_t kinds = lgm_redact_kinds(&w, end, 1);
            const bool first = end == 0 || capitals;
            if (end > i && lgm_redact_gap_has(lgm_redact_gap(&w, end), ",.:;'\"|")) break;
            if (kinds & ~(uint32_t)LGM_REDACT_ORDINARY || (kinds && first)) break;
            if (is_named_otherwise(p, &others, s) || (first && is_word_of_text(p, s))) break;
        }
        if (end >= i + (capitals ? 2 : 1) && !(end == 1 && i == 0) && !is_place(&w, i, end) &&
            !add_run(p, &w, i, end))
            return false;
        i = end > i ? end : i + 1;
    }
    return true;
}
