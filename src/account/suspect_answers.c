/* suspect_answers.c - who: "the suspect's name is Orlo Berg", "the gunman, named as Orlo Berg". */
#include "account/found_answers.h"

enum { NEAR = 7 }; /* words between */

static bool may_stand_between(const lgm_account_text *t, uint32_t word)
{
    static const char *const words[] = {"s",     "name", "is",  "was",    "as", "identified",
                                        "named", ",",    "by",  "police", "a",  "the",
                                        "has",   "been", "man", "woman",  "'",  "\xe2\x80\x99"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

/* A word for a suspect stands before it, with nothing but what says that this is the name. */
static bool names_suspect(const lgm_account_text *t, uint32_t first)
{
    const uint32_t begin = t->first[t->words[first].sentence];
    for (uint32_t i = first; i-- > begin && i + NEAR > first;) {
        if (t->words[i].kinds & LGM_ACCOUNT_IS_SUSPECT) return i + 1 < first;
        if (!may_stand_between(t, i)) return false;
    }
    return false;
}

void lgm_account_find_suspects(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    const lgm_record *const r = t->record;
    for (uint32_t i = 0; i < r->entities.n && !f->failed; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        for (size_t k = 0; e->type == LGM_ENTITY_PER && k < e->mentions.n; k++) {
            const lgm_entity_mention *const m = &e->mentions.at[k];
            const uint32_t first = lgm_account_word_at(t, m->start);
            if (m->form != LGM_MENTION_NAME || first >= t->n || !names_suspect(t, first)) continue;
            lgm_account_answer a =
                lgm_account_blank(LGM_ACCOUNT_WHO, (lgm_cpspan){m->start, m->end});
            a.words = lgm_record_quote(r, a.span);
            a.entity = i;
            lgm_account_add(f, a);
            break;
        }
    }
}
