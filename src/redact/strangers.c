/*
 * strangers.c - persons whom no entity is: a name in a list of victims, or capitals with an age.
 *
 *     "Their daughter Mia, 4, carried the rings."     Mia
 */
#include "redact/hiding.h"

enum { LONGEST = 3 };

bool lgm_redact_add_stranger(lgm_redact_people *p, lgm_str words, unsigned is)
{
    lgm_redact_person person = {.entity = LGM_NONE, .is = is};
    lgm_redact_words w;
    if (!lgm_redact_words_of(&w, p->arena, words)) return false;
    for (size_t i = 0; i < w.n; i++)
        if (!w.at[i].capital) return true;
    if (w.n < 2 || w.n > 5) return true;
    return lgm_redact_add_name(p, &person, words) && lgm_vec_push(p->arena, &p->list, person);
}

/* Words of the text that a name covers. */
static bool *named_words(lgm_redact_people *p)
{
    const lgm_record *const r = p->record;
    bool *const named = lgm_arena_calloc(p->arena, p->words.n + 1, sizeof *named);
    for (size_t e = 0; named && e < r->entities.n; e++)
        for (size_t m = 0; m < r->entities.at[e].mentions.n; m++) {
            const lgm_entity_mention *const at = &r->entities.at[e].mentions.at[m];
            size_t from, end;
            if (at->form != LGM_MENTION_NAME) continue;
            lgm_redact_span(p, at->start, at->end, &from, &end);
            for (size_t i = from; i < end; i++) named[i] = true;
        }
    for (size_t t = 0; named && t < r->times.n; t++) { /* "May, 4" */
        size_t from, end;
        lgm_redact_span(p, r->times.at[t].start, r->times.at[t].end, &from, &end);
        for (size_t i = from; i < end; i++) named[i] = true;
    }
    return named;
}

/* ", 4," or "(4)" behind word i: the age; -1 = none. */
static int age_behind(const lgm_redact_words *w, size_t i)
{
    if (i + 1 >= w->n || !lgm_redact_gap_has(lgm_redact_gap(w, i + 1), ",(")) return -1;
    if (!lgm_redact_gap_has(lgm_redact_gap(w, i + 2), ",.;)")) return -1;
    const lgm_str s = lgm_redact_word_text(w, i + 1);
    return s.len < 4 && s.ptr[0] >= '1' && s.ptr[0] <= '9' ? lgm_redact_number(w, i + 1) : -1;
}

bool lgm_redact_aged_strangers(lgm_redact_people *p)
{
    const lgm_redact_words *const w = &p->words;
    bool *const named = named_words(p);
    if (!named) return false;
    for (size_t i = 0; i < w->n; i++) {
        const int age = w->at[i].capital && !named[i] ? age_behind(w, i) : -1;
        if (age < 0) continue;
        size_t from = i;
        while (from > 0 && i - from + 1 < LONGEST && w->at[from - 1].capital && !named[from - 1] &&
               lgm_redact_gap(w, from).len == 1)
            from--;
        const uint32_t at = w->at[from].at, to = w->at[i].at + w->at[i].len;
        lgm_redact_person person = {.entity = LGM_NONE, .is = lgm_redact_of_age(age)};
        if (!lgm_redact_add_name(p, &person, (lgm_str){w->text.ptr + at, to - at}) ||
            !lgm_vec_push(p->arena, &p->list, person))
            return false;
    }
    return true;
}
