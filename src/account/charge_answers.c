/*
 * charge_answers.c - of what somebody is charged, suspected or convicted: what stands behind
 * "charged with", taken apart at commas and "and"; "murder charges".
 */
#include "account/found_answers.h"

enum { MOST = 45, LONGEST = 12, SHORTEST = 3 }; /* words; words; letters */

static bool ends(const lgm_account_text *t, uint32_t word)
{
    if (word >= t->n) return true;
    const lgm_account_word *const w = &t->words[word];
    /* "Driving while under the influence" is one offence. */
    static const char *const states[] = {"under",        "intoxicated", "impaired", "drunk",
                                         "disqualified", "suspended",   "banned",   "armed"};
    for (size_t i = 0; lgm_account_is(t, word, "while") && i < sizeof states / sizeof *states; i++)
        if (lgm_account_is(t, word + 1, states[i])) return false;
    if (w->kinds & LGM_ACCOUNT_IS_OFFENCE_END) return true;
    if (w->plain || lgm_account_is(t, word, ",") || lgm_account_is(t, word, "-")) {
        static const char *const in[] = {"the", "his", "her", "connection", "a", "an"};
        for (size_t i = 0; lgm_account_is(t, word, "in") && i < sizeof in / sizeof *in; i++)
            if (lgm_account_is(t, word + 1, in[i])) return true;
        return false;
    }
    return true;
}

static bool divides(const lgm_account_text *t, uint32_t word)
{
    return lgm_account_is(t, word, ",") || lgm_account_is(t, word, "and");
}

static void add(lgm_account_found *f, uint32_t first, uint32_t end, lgm_account_stance stance)
{
    const lgm_account_text *const t = f->text;
    while (first < end &&
           (t->words[first].kinds & LGM_ACCOUNT_IS_OFFENCE_OPENER || !t->words[first].plain))
        first++;
    while (end > first &&
           (lgm_account_is(t, end - 1, "charges") || lgm_account_is(t, end - 1, "charge") ||
            lgm_account_is(t, end - 1, "count") || !t->words[end - 1].plain))
        end--;
    if (first >= end || end - first > LONGEST) return;
    if (t->words[first].kinds & (LGM_ACCOUNT_IS_NO_OFFENCE | LGM_ACCOUNT_IS_LOCATIVE)) return;
    const char c = t->words[first].form.ptr[0];
    if (c >= '0' && c <= '9') return;
    if (end - first == 1 && t->words[first].form.len < SHORTEST) return;
    lgm_account_answer a = lgm_account_blank(
        LGM_ACCOUNT_CHARGE, (lgm_cpspan){t->words[first].start, t->words[end - 1].end});
    a.words = lgm_record_quote(t->record, a.span);
    a.stance = stance;
    lgm_account_add(f, a);
}

static uint32_t find_list(lgm_account_found *f, uint32_t word, lgm_account_stance stance)
{
    const lgm_account_text *const t = f->text;
    uint32_t first = word, i = word;
    for (; i < word + MOST && !ends(t, i); i++) {
        if (!divides(t, i)) continue;
        add(f, first, i, stance);
        first = i + 1;
    }
    add(f, first, i, stance);
    return i;
}

/* "Misdemeanor drunken-driving charges": up to four words in small letters before it. */
static void find_before(lgm_account_found *f, uint32_t word)
{
    const lgm_account_text *const t = f->text;
    uint32_t first = word;
    while (first > 0 && first + 5 > word) {
        const lgm_account_word *const w = &t->words[first - 1];
        const char c = w->form.ptr[0];
        const bool fits = lgm_account_is(t, first - 1, "-") ||
                          (w->plain && c >= 'a' && c <= 'z' && w->form.len > SHORTEST) ||
                          (w->plain && w->form.len <= SHORTEST && c >= 'A' && c <= 'Z');
        const uint32_t no = LGM_ACCOUNT_IS_OFFENCE_OPENER | LGM_ACCOUNT_IS_OFFENCE_END |
                            LGM_ACCOUNT_IS_NO_OFFENCE | LGM_ACCOUNT_IS_LOCATIVE;
        if (!fits || w->kinds & no) break;
        first--;
    }
    static const char *const verbs[] = {"file",     "face", "faces",  "faced", "facing", "filed",
                                        "criminal", "deny", "denied", "press", "bring",  "with"};
    while (first < word) {
        bool verb = false;
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            verb |= lgm_account_is(t, first, verbs[i]);
        if (!verb) break;
        first++;
    }
    if (first < word) add(f, first, word, LGM_ACCOUNT_SAYS);
}

static bool pleads_not_guilty(const lgm_account_text *t, uint32_t word)
{
    return word > 0 && lgm_account_is(t, word, "guilty") && lgm_account_is(t, word + 1, "to") &&
           lgm_account_is(t, word - 1, "not");
}

void lgm_account_find_charges(lgm_account_found *f)
{
    const lgm_account_text *const t = f->text;
    for (uint32_t i = 0; i < t->n && !f->failed; i++) {
        if (lgm_account_two(t, i) & LGM_ACCOUNT_IS_CHARGED)
            find_list(f, i + 2, pleads_not_guilty(t, i) ? LGM_ACCOUNT_DENIES : LGM_ACCOUNT_SAYS);
        else if (t->words[i].kinds & LGM_ACCOUNT_IS_CHARGED)
            find_list(f, i + 1, LGM_ACCOUNT_SAYS);
        else if (lgm_account_is(t, i, "charges"))
            find_before(f, i);
    }
}
