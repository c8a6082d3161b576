/* deeds.c - events that happened, by the word that tells them. */
#include "account/found_answers.h"

void lgm_account_find_deeds(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    const lgm_record *const r = t->record;
    f->has_deed = lgm_arena_calloc(f->arena, t->n_sentences, 1);
    f->failed = !f->has_deed;
    for (uint32_t i = 0; i < t->n && !f->failed; i++)
        if (t->words[i].kinds & LGM_ACCOUNT_DEEDS) f->has_deed[t->words[i].sentence] = 1;
    for (size_t i = 0; i < r->events.n && !f->failed; i++) {
        const lgm_event *const v = &r->events.at[i];
        const uint32_t word = lgm_account_word_at(t, v->trigger.start);
        const bool happened =
            v->modality == LGM_MODALITY_ACTUAL && v->polarity == LGM_POLARITY_POSITIVE;
        if (!happened || word >= t->n) continue;
        const uint32_t kinds = t->words[word].kinds & LGM_ACCOUNT_DEEDS;
        if (!kinds) continue;
        f->has_deed[t->words[word].sentence] = 1;
        f->failed =
            !lgm_vec_push(f->arena, &f->deeds, (lgm_account_deed){(uint32_t)i, word, kinds});
    }
}

bool lgm_account_nearest(const lgm_record *r, uint32_t entity, uint32_t at, bool named,
                         lgm_cpspan *out, bool *is_name)
{
    const lgm_entity *const e = &r->entities.at[entity];
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < e->mentions.n; i++) {
        const lgm_entity_mention *const m = &e->mentions.at[i];
        const uint32_t far = m->start > at ? m->start - at : at - m->start;
        if ((named && m->form != LGM_MENTION_NAME) || m->form == LGM_MENTION_PRONOUN) continue;
        if (far >= least) continue;
        least = far;
        *out = (lgm_cpspan){m->start, m->end};
        *is_name = m->form == LGM_MENTION_NAME;
    }
    return least != UINT32_MAX && out->end > out->start;
}
