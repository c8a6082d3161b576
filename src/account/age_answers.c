/* age_answers.c - "59-year-old", "aged 59", "Ada Lind, 59,", "in her early 30s". */
#include "account/found_answers.h"

enum { LEAST = 1, MOST = 110 };

static bool is_any(const lgm_account_text *t, uint32_t word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

static uint32_t past_hyphen(const lgm_account_text *t, uint32_t word)
{
    return lgm_account_is(t, word, "-") ? word + 1 : word;
}

/* "-year-old", "years old" behind it. */
static bool years_follow(const lgm_account_text *t, uint32_t word)
{
    static const char *const years[] = {"year", "years"};
    word = past_hyphen(t, word);
    return is_any(t, word, years, 2) && lgm_account_is(t, past_hyphen(t, word + 1), "old");
}

/* "Lind, 59," or "Lind, 59 and": a name before it, and no month. */
static bool stands_apart(const lgm_account_text *t, uint32_t word, uint32_t behind)
{
    static const char *const months[] = {"january",  "february",  "march",  "april",   "may",
                                         "june",     "july",      "august", "october", "november",
                                         "december", "september", "sept",   "nov",     "dec"};
    if (word < 2 || !lgm_account_is(t, word - 1, ",") || !lgm_account_is(t, behind, ","))
        return false;
    const lgm_slice before = t->words[word - 2].form;
    const bool plain = t->words[word - 2].plain || lgm_account_is(t, word - 2, ".");
    return plain && !(before.ptr[0] >= '0' && before.ptr[0] <= '9') &&
           !is_any(t, word - 2, months, sizeof months / sizeof *months);
}

static bool divides(const lgm_account_text *t, uint32_t from, uint32_t to)
{
    for (uint32_t i = lgm_account_word_at(t, from); i < t->n && t->words[i].start < to; i++)
        if (lgm_account_is(t, i, ",") || lgm_account_is(t, i, ".") || lgm_account_is(t, i, "and"))
            return true;
    return false;
}

/* "Ada Lind, 59,", "59-year-old Ada Lind", "the 59-year-old": how near, or UINT32_MAX. */
static uint32_t nearness(const lgm_account_text *t, const lgm_entity_mention *m, lgm_cpspan age)
{
    enum { BEFORE = 3, BEHIND = 24, WITHIN = 100 };
    if (m->form == LGM_MENTION_PRONOUN) return UINT32_MAX;
    if (m->form != LGM_MENTION_NAME)
        return m->start <= age.start && age.end <= m->end ? WITHIN : UINT32_MAX;
    if (m->end <= age.start && age.start - m->end < BEFORE) return age.start - m->end;
    if (m->start < age.end || m->start - age.end >= BEHIND) return UINT32_MAX;
    return divides(t, age.end, m->start) ? UINT32_MAX : m->start - age.end;
}

/* Whose it is, by name: of mentions that stand by it, the nearest. */
static uint32_t whose(const lgm_account_text *t, lgm_cpspan age)
{
    const lgm_record *const r = t->record;
    uint32_t best = LGM_NONE, least = UINT32_MAX;
    for (size_t i = 0; i < r->entities.n; i++) {
        const lgm_entity *const e = &r->entities.at[i];
        bool named = false;
        if (e->type != LGM_ENTITY_PER) continue;
        for (size_t k = 0; k < e->mentions.n; k++)
            named |= e->mentions.at[k].form == LGM_MENTION_NAME;
        for (size_t k = 0; named && k < e->mentions.n; k++) {
            const uint32_t far = nearness(t, &e->mentions.at[k], age);
            if (far >= least) continue;
            least = far;
            best = (uint32_t)i;
        }
    }
    return best;
}

static void add(lgm_account_found *f, uint32_t word, uint32_t behind, double value,
                lgm_relation relation)
{
    const lgm_record *const r = f->text->record;
    lgm_account_answer a = lgm_account_blank(
        LGM_ACCOUNT_AGE, (lgm_cpspan){f->text->words[word].start, f->text->words[behind - 1].end});
    a.value = value;
    a.relation = relation;
    a.entity = whose(f->text, a.span);
    if (a.entity != LGM_NONE) a.words = r->entities.at[a.entity].name;
    lgm_account_add(f, a);
}

/* "In his 30s", "in her early 30s". */
static void find_decade(lgm_account_found *f, uint32_t word)
{
    static const char *const whose[] = {"his", "her", "their"}, *const part[] = {"early", "mid",
                                                                                 "late"};
    const lgm_account_text *const t = f->text;
    const lgm_slice s = t->words[word].form;
    if (s.len != 3 || s.ptr[1] != '0' || s.ptr[2] != 's' || s.ptr[0] < '1' || s.ptr[0] > '9')
        return;
    uint32_t before = word;
    if (before > 0 && lgm_account_is(t, before - 1, "-")) before--;
    if (before > 0 && is_any(t, before - 1, part, 3)) before--;
    if (before > 0 && is_any(t, before - 1, whose, 3))
        add(f, word, word + 1, (s.ptr[0] - '0') * 10, LGM_RELATION_ABOUT);
}

void lgm_account_find_ages(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; i < t->n; i++) {
        uint32_t behind;
        find_decade(f, i);
        const double value = lgm_account_number(t, i, &behind);
        if (value < LEAST || value > MOST) continue;
        if (years_follow(t, behind) || (i > 0 && lgm_account_is(t, i - 1, "aged")) ||
            (value > 9 && stands_apart(t, i, behind)))
            add(f, i, behind, value, LGM_RELATION_EXACT);
    }
}
