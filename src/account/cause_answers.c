/*
 * cause_answers.c - why: what stands behind "due to" and the like, and words that misfortunes are
 * put down to, in a report that tells of one.
 */
#include "account/found_answers.h"

enum { MOST = 6, LONGEST = 3 }; /* words */

/* "Were not due to", "had nothing to do with it, nor was it due to". */
static bool is_negated(const lgm_account_text *t, uint32_t opener)
{
    static const char *const words[] = {"not", "never", "nor", "t"};
    for (uint32_t i = opener; i-- > 0 && i + 3 > opener;)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (lgm_account_is(t, i, words[k])) return true;
    return false;
}

/* Behind "due to" it was found before. */
static bool is_found(const lgm_account_found *f, uint32_t at)
{
    for (size_t i = 0; i < f->answers.n; i++) {
        const lgm_account_answer *const a = &f->answers.at[i];
        if (a->question == LGM_ACCOUNT_CAUSE && a->span.start <= at && at < a->span.end)
            return true;
    }
    return false;
}

static void add(lgm_account_found *f, uint32_t first, uint32_t end, lgm_account_stance stance)
{
    const lgm_account_text *const t = f->text;
    if (first >= end || is_found(f, t->words[first].start)) return;
    lgm_account_answer a = lgm_account_blank(
        LGM_ACCOUNT_CAUSE, (lgm_cpspan){t->words[first].start, t->words[end - 1].end});
    a.words = lgm_record_quote(t->record, a.span);
    a.stance = stance;
    lgm_account_add(f, a);
}

static void find_behind(lgm_account_found *f, uint32_t first, lgm_account_stance stance)
{
    const lgm_account_text *const t = f->text;
    uint32_t i = first;
    while (i < t->n && i < first + MOST && (t->words[i].plain || lgm_account_is(t, i, "-")) &&
           !(t->words[i].kinds & LGM_ACCOUNT_IS_OFFENCE_END) && !lgm_account_is(t, i, "and"))
        i++;
    add(f, first, i, stance);
}

static bool is_any(const lgm_account_text *t, uint32_t word, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lgm_account_is(t, word, words[i])) return true;
    return false;
}

/* "Is due to arrive", "not due to open until May": what is planned has no cause. */
static bool is_planned(const lgm_account_text *t, uint32_t word)
{
    static const char *const be[] = {"is", "are", "was", "were", "be", "been", "s"},
                             *const verbs[] = {"arrive", "be",    "appear", "return", "start",
                                               "begin",  "leave", "expire", "open",   "close",
                                               "take",   "meet",  "go",     "end",    "speak",
                                               "stand",  "face",  "retire", "hold",   "play"};
    if (!word || !lgm_account_is(t, word, "due")) return false;
    return is_any(t, word - 1, be, sizeof be / sizeof *be) ||
           is_any(t, word + 2, verbs, sizeof verbs / sizeof *verbs);
}

void lgm_account_find_causes(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; f->deeds.n && i < t->n && !f->failed; i++) {
        if (lgm_account_two(t, i) & LGM_ACCOUNT_IS_CAUSE_OPENER) {
            if (!is_planned(t, i))
                find_behind(f, i + 2, is_negated(t, i) ? LGM_ACCOUNT_DENIES : LGM_ACCOUNT_SAYS);
            continue;
        }
        for (uint32_t n = LONGEST; n > 0; n--)
            if (lgm_account_row(t, i, n) & LGM_ACCOUNT_IS_CAUSE) {
                add(f, i, i + n, LGM_ACCOUNT_SAYS);
                i += n - 1;
                break;
            }
    }
}
