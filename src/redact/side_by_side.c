/* side_by_side.c - names one behind the other. */
#include <stdlib.h>

#include "redact/hiding.h"

/* "Mirela Danko, 12, and Pavle Orr": a few numbers, commas and "and" between two names. */
static bool are_beside(const lgm_redact_people *p, uint32_t end, uint32_t start)
{
    size_t from, to;
    lgm_redact_span(p, end, start, &from, &to);
    if (to > from + 3) return false;
    for (size_t i = from; i < to; i++) {
        const lgm_str s = lgm_redact_word_text(&p->words, i);
        const bool number = s.len < 3 && s.ptr[0] >= '0' && s.ptr[0] <= '9';
        if (!number && !lgm_redact_word_is(&p->words, i, "and") &&
            !lgm_redact_word_is(&p->words, i, "aged"))
            return false;
    }
    return from == p->words.n || !lgm_redact_gap_has(lgm_redact_gap(&p->words, to), ".;:\n");
}

typedef struct named {
    uint32_t start, end;
    lgm_redact_person *person;
} named;

static int by_start(const void *a, const void *b)
{
    const named *const x = a, *const y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

bool lgm_redact_share_harm(lgm_redact_people *p)
{
    LGM_VEC(named) all = {0};
    for (size_t i = 0; i < p->list.n; i++) {
        lgm_redact_person *const person = &p->list.at[i];
        if (person->entity == LGM_NONE) continue;
        const lgm_entity *const e = &p->record->entities.at[person->entity];
        for (size_t m = 0; m < e->mentions.n; m++)
            if (e->mentions.at[m].form == LGM_MENTION_NAME &&
                !lgm_vec_push(p->arena, &all,
                              (named){e->mentions.at[m].start, e->mentions.at[m].end, person}))
                return false;
    }
    if (all.n) qsort(all.at, all.n, sizeof *all.at, by_start);
    for (size_t i = 1; i < all.n; i++)
        if (all.at[i].start >= all.at[i - 1].end &&
            are_beside(p, all.at[i - 1].end, all.at[i].start))
            all.at[i].person->is |= all.at[i - 1].person->is & LGM_REDACT_IS_VICTIM;
    for (size_t i = all.n; i-- > 1;)
        if (all.at[i].start >= all.at[i - 1].end &&
            are_beside(p, all.at[i - 1].end, all.at[i].start))
            all.at[i - 1].person->is |= all.at[i].person->is & LGM_REDACT_IS_VICTIM;
    return true;
}
