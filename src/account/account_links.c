/*
 * account_links.c - see account_links.h. Time comes first: what one speaker says later revises what
 * the same one said before; a figure that nobody gives any more once a later one is there is
 * superseded. Only what is left is at odds.
 */
#include "account/account_links.h"

#include <string.h>

#include "account/replaced.h"
#include "account/same_answer.h"
#include "account/standing.h"

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
static bool revised(const lgm_account_field *f, uint32_t a, uint32_t b, lgm_account_link *link)
{
    for (size_t i = 0; i < f->at[a].said.n; i++)
        for (size_t k = 0; k < f->at[b].said.n; k++) {
            const lgm_account_said *const x = &f->at[a].said.at[i], *const y = &f->at[b].said.at[k];
            const lgm_str speaker = speaker_of(f->told, x);
            const int order =
                compare_days(lgm_account_day_of(f->told, x), lgm_account_day_of(f->told, y));
            if (order >= 0 || !same_text(speaker, speaker_of(f->told, y))) continue;
            if (!lgm_account_opposed(f, a, x, b, y)) continue;
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

/* Two who say it in the same days. */
static bool at_odds(const lgm_account_field *f, uint32_t a, uint32_t b, lgm_account_link *link)
{
    for (size_t i = 0; overlap(&f->at[a], &f->at[b]) && i < f->at[a].said.n; i++)
        for (size_t k = 0; k < f->at[b].said.n; k++) {
            const lgm_account_said *const x = &f->at[a].said.at[i], *const y = &f->at[b].said.at[k];
            const lgm_str one = speaker_of(f->told, x), other = speaker_of(f->told, y);
            const bool voices = x->answer->claim != LGM_NONE || y->answer->claim != LGM_NONE;
            if (!voices || !one.len || !other.len || same_text(one, other)) continue;
            if (!lgm_account_opposed(f, a, x, b, y)) continue;
            link->by_a = x;
            link->by_b = y;
            return true;
        }
    return false;
}

static void turn(lgm_account_link *link)
{
    *link = (lgm_account_link){
        .kind = link->kind, .a = link->b, .b = link->a, .by_a = link->by_b, .by_b = link->by_a};
}

/* Two that exclude each other: first comes time. */
static void link_opposed(const lgm_account_field *f, lgm_account_link *link)
{
    const lgm_account *const a = &f->at[link->a], *const b = &f->at[link->b];
    link->kind = LGM_ACCOUNT_LINK_REVISED;
    if (revised(f, link->a, link->b, link)) return;
    if (revised(f, link->b, link->a, link)) {
        const uint32_t earlier = link->b;
        link->b = link->a;
        link->a = earlier;
        return;
    }
    link->kind = LGM_ACCOUNT_LINK_SCOPE;
    if (lgm_account_told_together(f, link->a, link->b)) return;
    link->kind = LGM_ACCOUNT_LINK_SUPERSEDED;
    if (outgrown(a, b)) return;
    if (outgrown(b, a)) {
        turn(link);
        return;
    }
    link->kind = at_odds(f, link->a, link->b, link) ? LGM_ACCOUNT_LINK_CONTRADICTED
                                                    : LGM_ACCOUNT_LINK_DIFFERS;
}

/* A report says that its figure replaces the other. */
static bool link_replaced(const lgm_account_field *f, uint32_t a, uint32_t b,
                          lgm_account_link *link)
{
    const lgm_account_said *const by = lgm_account_replaces(f, a, b);
    *link = (lgm_account_link){.kind = LGM_ACCOUNT_LINK_SUPERSEDED,
                               .a = a,
                               .b = b,
                               .by_a = &f->at[a].said.at[0],
                               .by_b = by};
    return by != NULL;
}

static bool link_of(const lgm_account_field *f, uint32_t i, uint32_t k, lgm_account_link *link)
{
    if (link_replaced(f, i, k, link) || link_replaced(f, k, i, link)) return true;
    const lgm_account_said *by[2];
    const lgm_account_standing standing = lgm_account_stand(f, i, k, by);
    *link = (lgm_account_link){.a = i, .b = k, .by_a = by[0], .by_b = by[1]};
    switch (standing) {
    case LGM_ACCOUNT_BESIDE: return false;
    case LGM_ACCOUNT_OF_OTHERS: link->kind = LGM_ACCOUNT_LINK_SCOPE; break;
    case LGM_ACCOUNT_DENIED:
        link->kind = LGM_ACCOUNT_LINK_DENIED;
        if (f->at[i].answer->stance != LGM_ACCOUNT_SAYS) turn(link);
        break;
    case LGM_ACCOUNT_SPELLED: link->kind = LGM_ACCOUNT_LINK_SPELLING; break;
    case LGM_ACCOUNT_WITHIN:
        link->kind = LGM_ACCOUNT_LINK_HOLDS;
        if (!lgm_account_holds(f->at[i].answer, f->at[k].answer)) turn(link);
        break;
    case LGM_ACCOUNT_EXCLUDES: link_opposed(f, link);
    }
    return true;
}

/* Accounts of one question that are not aside, from i on. */
static uint32_t field_end(const lgm_accounts *accounts, uint32_t i)
{
    const lgm_account *const a = &accounts->at[i];
    while (i < accounts->n && accounts->at[i].answer->question == a->answer->question &&
           accounts->at[i].aside == a->aside)
        i++;
    return i;
}

lgm_status lgm_account_link_all(lgm_accounts *accounts, const lgm_told *told, lgm_arena *arena,
                                lgm_err *err)
{
    LGM_VEC(lgm_account_link) links = {0};
    lgm_account_link link;
    lgm_account_field f;
    uint32_t end;
    for (uint32_t from = 0; from < accounts->n; from = end) {
        end = field_end(accounts, from);
        if (accounts->at[from].aside) continue;
        if (lgm_account_field_of(&f, told, &accounts->at[from], end - from, arena, err) != LGM_OK)
            return lgm_arena_fail(arena, err);
        for (uint32_t i = 0; i < f.n; i++)
            for (uint32_t k = i + 1; k < f.n && k < i + MOST_OF_A_QUESTION; k++) {
                if (!link_of(&f, i, k, &link)) continue;
                link.a += from;
                link.b += from;
                if (!lgm_vec_push(arena, &links, link)) return lgm_arena_fail(arena, err);
            }
    }
    accounts->links = links.at;
    accounts->n_links = links.n;
    return LGM_OK;
}
