/*
 * cause_answers.c - why: what stands behind "due to" and the like, and words that misfortunes are
 * put down to, in a report that tells of one.
 */
#include "account/found_answers.h"

enum { MOST = 6, LONGEST = 3 }; /* words */

static void add(lgm_account_found *f, uint32_t first, uint32_t end)
{
    const lgm_account_text *const t = f->text;
    if (first >= end) return;
    lgm_account_answer a = lgm_account_blank(
        LGM_ACCOUNT_CAUSE, (lgm_cpspan){t->words[first].start, t->words[end - 1].end});
    a.words = lgm_record_quote(t->record, a.span);
    lgm_account_add(f, a);
}

static void find_behind(lgm_account_found *f, uint32_t first)
{
    const lgm_account_text *const t = f->text;
    uint32_t i = first;
    while (i < t->n && i < first + MOST && (t->words[i].plain || lgm_account_is(t, i, "-")) &&
           !(t->words[i].kinds & LGM_ACCOUNT_IS_OFFENCE_END) && !lgm_account_is(t, i, "and"))
        i++;
    add(f, first, i);
}

/* "Is due to arrive": what is planned has no cause. */
static bool is_planned(const lgm_account_text *t, uint32_t word)
{
    static const char *const be[] = {"is", "are", "was", "were", "be", "been", "s", "not"};
    for (size_t i = 0; word > 0 && lgm_account_is(t, word, "due") && i < sizeof be / sizeof *be;
         i++)
        if (lgm_account_is(t, word - 1, be[i])) return true;
    return false;
}

void lgm_account_find_causes(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; f->deeds.n && i < t->n && !f->failed; i++) {
        if (lgm_account_two(t, i) & LGM_ACCOUNT_IS_CAUSE_OPENER) {
            if (!is_planned(t, i)) find_behind(f, i + 2);
            continue;
        }
        for (uint32_t n = LONGEST; n > 0; n--)
            if (lgm_account_row(t, i, n) & LGM_ACCOUNT_IS_CAUSE) {
                add(f, i, i + n);
                i += n - 1;
                break;
            }
    }
}
