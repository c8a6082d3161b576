/*
 * account_links.c - see account_links.h. Time comes first: what one speaker says later revises what
 * the same one said before; a figure that nobody gives any more once a later one is there is
 * superseded. Only what is left is at odds.
 */
#include "account/account_links.h"

#include <string.h>

#include "account/same_answer.h"

enum { MOST_OF_A_QUESTION = 64 }; /* accounts that are compared */

static const char *const names[] = {
#define NAME(name, text) text,
    LGM_ACCOUNT_LINKS(NAME)
#undef NAME
};

const char *lgm_account_link_name(lgm_account_link_kind kind)
{
    return names[kind];
}

static int compare_days(lgm_str a, lgm_str b)
{
    if (!a.len || !b.len) return 0;
    const size_t n = a.len < b.len ? a.len : b.len;
    return memcmp(a.ptr, b.ptr, n);
}

static bool same_text(lgm_str a, lgm_str b)
{
    return a.len == b.len && a.len > 0 && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* The name of who says it, by which speakers of two reports can be compared. */
static lgm_str speaker_of(const lgm_told *told, const lgm_account_said *s)
{
    const lgm_record *const r = told[s->report].record;
    if (s->answer->claim == LGM_NONE) return r->publisher;
    const uint32_t speaker = r->claims.at[s->answer->claim].speaker;
    return speaker == LGM_NONE ? s->answer->speaker : r->entities.at[speaker].name;
}

/* The first pair of one speaker with a before b; false where there is none. */
static bool revised(const lgm_told *told, const lgm_account *a, const lgm_account *b,
                    lgm_account_link *link)
{
    for (size_t i = 0; i < a->said.n; i++)
        for (size_t k = 0; k < b->said.n; k++) {
            const lgm_account_said *const x = &a->said.at[i], *const y = &b->said.at[k];
            const lgm_str speaker = speaker_of(told, x);
            const int order =
                compare_days(lgm_account_day_of(told, x), lgm_account_day_of(told, y));
            if (order >= 0 || !same_text(speaker, speaker_of(told, y))) continue;
            link->speaker = speaker;
            link->by_a = x;
            link->by_b = y;
            return true;
        }
    return false;
}

static bool grows(lgm_account_question q)
{
    switch (q) {
    case LGM_ACCOUNT_KILLED:
    case LGM_ACCOUNT_WOUNDED:
    case LGM_ACCOUNT_MISSING:
    case LGM_ACCOUNT_ARRESTED:
    case LGM_ACCOUNT_CASUALTIES:
    case LGM_ACCOUNT_DISPLACED:
    case LGM_ACCOUNT_RESCUED: return true;
    default: return false;
    }
}

/* A smaller figure of a number that grows, that nobody gives any more once b is there. */
static bool outgrown(const lgm_account *a, const lgm_account *b)
{
    return grows(a->answer->question) && a->answer->value < b->answer->value && a->last.len &&
           b->first.len && compare_days(a->last, b->first) < 0;
}

static bool overlap(const lgm_account *a, const lgm_account *b)
{
    if (!a->first.len || !b->first.len) return false;
    return compare_days(a->first, b->last) <= 0 && compare_days(b->first, a->last) <= 0;
}

/* A report that tells both tells them of two things: two falls, a part and the whole. */
static bool told_together(const lgm_account *a, const lgm_account *b)
{
    for (size_t i = 0; i < a->said.n; i++)
        for (size_t k = 0; k < b->said.n; k++)
            if (a->said.at[i].report == b->said.at[k].report) return true;
    return false;
}

/* Two who say it in the same days. */
static bool at_odds(const lgm_told *told, const lgm_account *a, const lgm_account *b,
                    lgm_account_link *link)
{
    for (size_t i = 0; overlap(a, b) && i < a->said.n; i++)
        for (size_t k = 0; k < b->said.n; k++) {
            const lgm_account_said *const x = &a->said.at[i], *const y = &b->said.at[k];
            const lgm_str one = speaker_of(told, x), other = speaker_of(told, y);
            const bool voices = x->answer->claim != LGM_NONE || y->answer->claim != LGM_NONE;
            if (!voices || !one.len || !other.len || same_text(one, other)) continue;
            link->by_a = x;
            link->by_b = y;
            return true;
        }
    return false;
}

/* Names are told side by side: victims, charges, places of different width; ages and sentences are
 * of several people, sums of several things. */
static bool excludes(lgm_account_question q)
{
    return lgm_account_question_kind(q) != 'W' && q != LGM_ACCOUNT_AGE && q != LGM_ACCOUNT_AMOUNT &&
           q != LGM_ACCOUNT_SENTENCED;
}

static bool link_of(const lgm_told *told, const lgm_accounts *accounts, uint32_t i, uint32_t k,
                    lgm_account_link *link)
{
    const lgm_account *const a = &accounts->at[i], *const b = &accounts->at[k];
    const lgm_account_question q = a->answer->question;
    const bool figures = lgm_account_question_kind(q) == 'F';
    *link = (lgm_account_link){.a = i, .b = k, .by_a = &a->said.at[0], .by_b = &b->said.at[0]};
    if (!excludes(q)) return false;
    if (figures && lgm_account_other_scope(a->answer, b->answer)) {
        link->kind = LGM_ACCOUNT_LINK_SCOPE;
        return true;
    }
    if (figures && lgm_account_holds(a->answer, b->answer)) {
        link->kind = LGM_ACCOUNT_LINK_HOLDS;
        return true;
    }
    if (figures && lgm_account_holds(b->answer, a->answer)) {
        *link = (lgm_account_link){.kind = LGM_ACCOUNT_LINK_HOLDS,
                                   .a = k,
                                   .b = i,
                                   .by_a = &b->said.at[0],
                                   .by_b = &a->said.at[0]};
        return true;
    }
    link->kind = LGM_ACCOUNT_LINK_REVISED;
    if (revised(told, a, b, link)) return true;
    if (revised(told, b, a, link)) {
        link->a = k;
        link->b = i;
        return true;
    }
    link->kind = LGM_ACCOUNT_LINK_SCOPE;
    if (told_together(a, b)) return true;
    link->kind = LGM_ACCOUNT_LINK_SUPERSEDED;
    if (outgrown(a, b)) return true;
    if (outgrown(b, a)) {
        link->a = k;
        link->b = i;
        link->by_a = &b->said.at[0];
        link->by_b = &a->said.at[0];
        return true;
    }
    link->kind =
        at_odds(told, a, b, link) ? LGM_ACCOUNT_LINK_CONTRADICTED : LGM_ACCOUNT_LINK_DIFFERS;
    return true;
}

lgm_status lgm_account_link_all(lgm_accounts *accounts, const lgm_told *told, lgm_arena *arena,
                                lgm_err *err)
{
    LGM_VEC(lgm_account_link) links = {0};
    lgm_account_link link;
    for (uint32_t i = 0; i < accounts->n; i++)
        for (uint32_t k = i + 1; k < accounts->n && k < i + MOST_OF_A_QUESTION; k++) {
            const lgm_account *const a = &accounts->at[i], *const b = &accounts->at[k];
            if (a->answer->question != b->answer->question) break;
            if (a->aside || b->aside || !link_of(told, accounts, i, k, &link)) continue;
            if (!lgm_vec_push(arena, &links, link)) return lgm_arena_fail(arena, err);
        }
    accounts->links = links.at;
    accounts->n_links = links.n;
    return LGM_OK;
}
