/* source_rows.c - how often each source speaks in a reading, by day: from the rows of claims. */
#include <stdlib.h>
#include <string.h>

#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_source_day = {
    .name = "source_day", .columns = "day name kind claims via answered denied"};

typedef struct source { /* of one claim, then of all that have the same key */
    lgm_str day, name, kind;
    int64_t claims, via, answered, denied;
} source;

static int compare_text(lgm_str a, lgm_str b)
{
    const size_t n = a.len < b.len ? a.len : b.len;
    const int order = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int by_key(const void *x, const void *y)
{
    const source *const a = x, *const b = y;
    int order = compare_text(a->day, b->day);
    if (!order) order = compare_text(a->name, b->name);
    return order ? order : compare_text(a->kind, b->kind);
}

/* The key and what claim i says of itself. */
static void look_at_claim(source *s, const lgm_record *r, uint32_t i, lgm_slice day)
{
    const lgm_claim *const c = &r->claims.at[i];
    const char *const kind = lgm_speaker_kind_name(c->speaker_kind);
    s->day = (lgm_str){day.ptr, day.len};
    s->name = c->speaker == LGM_NONE ? (lgm_str){"", 0} : r->entities.at[c->speaker].name;
    s->kind = kind ? (lgm_str){kind, strlen(kind)} : (lgm_str){"", 0};
    s->claims = 1;
    s->via = c->via.n > 0;
}

/* What other claims say of it. */
static void look_at_replies(source *s, const lgm_record *r)
{
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        for (size_t k = 0; k < c->replies.n; k++) {
            source *const to = &s[c->replies.at[k].to];
            to->answered = 1;
            if (c->replies.at[k].how == LGM_ANSWER_DENIES) to->denied = 1;
        }
    }
}

static void put(lgm_ledger_rows *r, const source *s)
{
    lgm_ledger_row_begin(r, &lgm_ledger_source_day);
    lgm_ledger_row_text(r, s->day);
    lgm_ledger_row_text(r, s->name);
    lgm_ledger_row_text(r, s->kind);
    lgm_ledger_row_int(r, s->claims);
    lgm_ledger_row_int(r, s->via);
    lgm_ledger_row_int(r, s->answered);
    lgm_ledger_row_int(r, s->denied);
}

static void put_sums(lgm_ledger_rows *r, source *s, size_t n)
{
    qsort(s, n, sizeof *s, by_key);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && by_key(&s[i], &s[end]) == 0; end++) {
            s[i].claims += s[end].claims;
            s[i].via += s[end].via;
            s[i].answered += s[end].answered;
            s[i].denied += s[end].denied;
        }
        put(r, &s[i]);
    }
}

void lgm_ledger_source_rows(lgm_ledger_rows *r)
{
    const size_t n = r->record->claims.n;
    uint32_t claim = 0;
    source *const s = lgm_arena_calloc(r->arena, n ? n : 1, sizeof *s);
    if (!s) r->failed = true;
    if (r->failed || !n) return;
    for (size_t i = 0; i < r->rows.n; i++)
        if (r->rows.at[i].table == &lgm_ledger_claim)
            look_at_claim(&s[claim], r->record, claim, lgm_ledger_row_listed(r, i)), claim++;
    look_at_replies(s, r->record);
    put_sums(r, s, n);
}
