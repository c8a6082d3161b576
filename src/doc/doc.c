/* doc.c - making a document, its warnings, and what several rooms ask of its layers. */
#include <stdarg.h>
#include <stdio.h>

#include "doc/doc.h"

#include "base/calendar.h"
#include "base/sorted.h"

lgm_status lgm_doc_new(lgm_doc **out, uint64_t budget_bytes, lgm_err *err)
{
    *out = NULL;
    lgm_doc *const doc = lgm_calloc(1, sizeof *doc);
    if (!doc) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const lgm_status st = lgm_arena_new(&doc->arena, budget_bytes, err);
    if (st != LGM_OK) {
        lgm_free(doc);
        return st;
    }
    *out = doc;
    return LGM_OK;
}

void lgm_doc_free(lgm_doc *doc)
{
    if (!doc) return;
    lgm_spill_free(doc->vec.spill);
    lgm_arena_free(doc->arena);
    lgm_free(doc);
}

lgm_status lgm_doc_warn(lgm_doc *doc, lgm_err *err, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    const int len = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    const size_t size = len < 0 ? 1 : (size_t)len + 1;
    char *const text = lgm_arena_calloc(doc->arena, size, 1);
    if (!text) return lgm_arena_fail(doc->arena, err);
    va_start(args, fmt);
    vsnprintf(text, size, fmt, args);
    va_end(args);
    lgm_printable(text, size - 1);

    for (size_t i = 0; i < doc->warnings.n; i++)
        if (strcmp(doc->warnings.at[i].text, text) == 0) return LGM_OK;
    if (lgm_vec_push(doc->arena, &doc->warnings, (lgm_warning){text})) return LGM_OK;
    doc->warnings.n = doc->warnings.room = 0; /* the push lost them: stay readable */
    return lgm_arena_fail(doc->arena, err);
}

lgm_tokspan lgm_doc_sentence_of(const lgm_doc *doc, uint32_t token)
{
    uint32_t lo = 0, hi = doc->n_sents;
    while (hi - lo > 1) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (doc->sents[mid].start <= token)
            lo = mid;
        else
            hi = mid;
    }
    return doc->n_sents ? doc->sents[lo] : (lgm_tokspan){0, doc->n_tokens};
}

uint32_t lgm_doc_first_time(const lgm_doc *doc, uint32_t token)
{
    return (uint32_t)LGM_SORTED_FIRST(lgm_doc_time, doc->times, doc->n_times, tokens.start, token);
}

size_t lgm_doc_longest_form(const lgm_doc *doc)
{
    uint32_t longest = 0;
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const uint32_t len = doc->tokens[i].end - doc->tokens[i].start;
        longest = len > longest ? len : longest;
    }
    return longest;
}

lgm_claim_who *lgm_doc_nobody(const lgm_doc *doc)
{
    lgm_claim_who *const who = lgm_arena_calloc(doc->arena, doc->n_claims + 1, sizeof *who);
    for (uint32_t c = 0; who && c < doc->n_claims; c++) who[c].speaker = LGM_NONE;
    return who;
}

uint32_t *lgm_doc_name_owners(const lgm_doc *doc, lgm_arena *arena)
{
    uint32_t *const owner = lgm_arena_calloc(arena, doc->n_names, sizeof *owner);
    for (uint32_t e = 0; owner && e < doc->n_entities; e++)
        for (uint32_t i = 0; i < doc->entities[e].n; i++)
            owner[doc->name_order[doc->entities[e].first + i]] = e;
    return owner;
}

/* "the council that ...": does what describes it go on for too long at this token? */
static bool is_long_clause(const lgm_doc *doc, uint32_t token, uint32_t end)
{
    enum { CLAUSE = 8 }; /* tokens: "who asked not to be named" is worth a place in a name */
    return doc->xpos.of && lgm_doc_xpos(doc, token)[0] == 'W' && end - token > CLAUSE;
}

lgm_tokspan lgm_doc_entity_words(const lgm_doc *doc, const lgm_doc_entity *e)
{
    if (e->name != LGM_NONE) return doc->names[e->name].tokens;
    const lgm_doc_mention *const m = &doc->mentions[e->called];
    for (uint32_t i = m->head + 1; i < m->tokens.end; i++) {
        if (lgm_slice_eq(lgm_doc_form(doc, i), LGM_SLICE(",")))
            return (lgm_tokspan){m->tokens.start, i};
        if (!is_long_clause(doc, i, m->tokens.end)) continue;
        const bool in_which = i > m->head + 1 && strcmp(lgm_doc_xpos(doc, i - 1), "IN") == 0;
        return (lgm_tokspan){m->tokens.start, i - in_which};
    }
    return m->tokens;
}

int32_t lgm_doc_day_of(lgm_slice date)
{
    lgm_ymd d = {0, 0, 0};
    if (date.len < 10 || date.ptr[4] != '-' || date.ptr[7] != '-') return LGM_NO_DAY;
    for (size_t i = 0; i < 10; i++) {
        const char c = date.ptr[i];
        int32_t *const n = i < 4 ? &d.year : i < 7 ? &d.month : &d.day;
        if (i == 4 || i == 7) continue;
        if (c < '0' || c > '9') return LGM_NO_DAY;
        *n = *n * 10 + (c - '0');
    }
    return lgm_calendar_has(d) ? lgm_calendar_day(d) : LGM_NO_DAY;
}
