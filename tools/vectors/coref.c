/*
 * coref.c - mentions and pairs of them: for training the head of the room coref, and for scoring
 * it.
 *
 *     legomena-coref MODEL < reports.jsonl
 *         what the engine finds, all mentions: a JSON line a report,
 *         {"id", "entities": [{"start", "end", "cluster"}]}; a possessive mark is part of a
 *         mention here, as in GUM
 *     legomena-coref MODEL OUT < reports.jsonl
 *         what it looks at, by the functions it uses itself, as rows of u4 without a header:
 *   OUT.mention   report, head, start, end (code points), kept, is a group, type, the head's parent
 *                 (none: 4294967295), features
 *   OUT.span      number of the mention, child, features: a row for a branch of the head
 *   OUT.new       number of the mention, count of candidates, features: a row for a mention that is
 *                 kept
 *   OUT.pair      number of the antecedent, features: a row for a candidate, in the order of
 *                 OUT.new
 *   OUT.json      {"mention": [row, rows of the table], "span": ..., "new": ..., "pair": ...,
 *                 "first": [features, rows] of the first score, the first features of a pair}
 * Words count over all reports, as the rows of legomena-vectors do; a feature is a row of its
 * table.
 */
#include <inttypes.h>

#include "coref/links/linker.h"
#include "coref/links/pair.h"
#include "coref/mentions/mention_score.h"
#include "coref/mentions/mention_span.h"
#include "doc/doc.h"
#include "reports.h"

typedef struct files {
    FILE *mention, *span, *fresh, *pair, *json;
    uint32_t words, mentions; /* of the reports before */
} files;

static FILE *open_out(const char *stem, const char *suffix)
{
    char path[4096];
    const int n = snprintf(path, sizeof path, "%s%s", stem, suffix);
    return n > 0 && (size_t)n < sizeof path ? fopen(path, "wb") : NULL;
}

static void put(FILE *to, const uint32_t *x, size_t n)
{
    fwrite(x, sizeof *x, n, to);
}

static void write_mentions(files *f, const lgm_trees *t, const lgm_coref_mentions *all,
                           uint32_t report)
{
    for (size_t i = 0; i < all->n; i++) {
        const lgm_coref_mention *const m = &all->at[i];
        const lgm_cpspan s = lgm_doc_points(t->doc, m->span);
        const uint32_t parent = t->doc->head[m->head];
        uint32_t row[8 + LGM_N_MENTION_FEATURES] = {
            report,  f->words + m->head,
            s.start, s.end,
            m->kept, m->is_group,
            m->type, parent == LGM_NONE ? LGM_NONE : f->words + parent};
        lgm_coref_mention_rows(t, m, row + 8);
        put(f->mention, row, LGM_COUNT(row));
    }
}

static void write_side(files *f, const lgm_trees *t, const lgm_coref_mention *m, uint32_t number,
                       bool right)
{
    uint32_t at[LGM_COREF_SPAN_MOST];
    const uint32_t n = lgm_coref_branches(t, m, right, at);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t row[2 + LGM_N_SPAN_FEATURES] = {number, f->words + at[i]};
        lgm_coref_span_rows(t, m, at[i], i, row + 2);
        put(f->span, row, LGM_COUNT(row));
    }
}

static void write_pairs(files *f, const lgm_coref_linker *l, const uint32_t *number)
{
    for (uint32_t i = 0; i < l->n; i++) {
        uint32_t at[LGM_LINK_MOST], fresh[2 + LGM_N_NEW_FEATURES];
        fresh[0] = number[i];
        fresh[1] = lgm_coref_candidates(l, i, at);
        lgm_coref_new_rows(l, i, fresh + 2);
        put(f->fresh, fresh, LGM_COUNT(fresh));
        for (uint32_t c = 0; c < fresh[1]; c++) {
            uint32_t row[1 + LGM_N_PAIR_FEATURES] = {number[at[c]]};
            lgm_coref_pair_rows(l, i, at[c], row + 1);
            put(f->pair, row, LGM_COUNT(row));
        }
    }
}

static bool write_report(files *f, reports *r)
{
    const lgm_coref_head *const h = &r->engine->coref;
    const lgm_kernels *const k = r->engine->kernels;
    lgm_arena *const scratch = r->worker->scratch;
    lgm_trees t;
    lgm_coref_linker l;
    lgm_coref_mentions all = {0};
    if (r->doc->n_tokens == 0) return true;
    if (!lgm_tree_make(&t, scratch, r->doc) || !lgm_coref_collect(&t, scratch, &all)) return false;
    if (h->on && !lgm_coref_score(h, k, scratch, &t, &all)) return false;
    if (!lgm_coref_find_spans(h, k, scratch, &t, &all)) return false;
    const uint32_t n_mentions = (uint32_t)all.n;
    uint32_t *const number = lgm_arena_calloc(scratch, all.n, sizeof *number);
    if (!number) return false;
    write_mentions(f, &t, &all, (uint32_t)r->number - 1);
    for (size_t i = 0, n = 0; i < all.n; i++) {
        const lgm_coref_mention *const m = &all.at[i];
        write_side(f, &t, m, f->mentions + (uint32_t)i, false);
        write_side(f, &t, m, f->mentions + (uint32_t)i, true);
        if (m->kept) number[n++] = f->mentions + (uint32_t)i;
    }
    if (!lgm_coref_linker_make(&l, scratch, &t, &all)) return false;
    if (h->on) write_pairs(f, &l, number);
    f->mentions += n_mentions;
    f->words += r->doc->n_tokens;
    return true;
}

static int dump(reports *r, const char *stem)
{
    files f = {open_out(stem, ".mention"),
               open_out(stem, ".span"),
               open_out(stem, ".new"),
               open_out(stem, ".pair"),
               open_out(stem, ".json"),
               0,
               0};
    FILE *const each[] = {f.mention, f.span, f.fresh, f.pair, f.json};
    int code = 0;
    bool ok = f.mention && f.span && f.fresh && f.pair && f.json;
    while (ok && reports_next(r, &code)) ok = write_report(&f, r);
    if (ok)
        fprintf(
            f.json,
            "{\"mention\": [%d, %d], \"span\": [%d, %d], \"new\": [%d, %d], \"pair\": [%d, %d], "
            "\"first\": [%d, %d]}\n",
            8 + LGM_N_MENTION_FEATURES, LGM_COREF_MENTION_ROWS, 2 + LGM_N_SPAN_FEATURES,
            LGM_COREF_SPAN_ROWS, 2 + LGM_N_NEW_FEATURES, LGM_COREF_NEW_ROWS,
            1 + LGM_N_PAIR_FEATURES, LGM_COREF_PAIR_ROWS, LGM_N_FIRST_FEATURES,
            LGM_COREF_FIRST_ROWS);
    for (size_t i = 0; i < LGM_COUNT(each); i++) {
        if (!each[i]) continue;
        ok = ok && !ferror(each[i]);
        if (fclose(each[i]) != 0) ok = false;
    }
    if (!ok) fprintf(stderr, "%s: cannot write %s.*\n", r->tool, stem);
    return ok ? code : 1;
}

static void print(const reports *r)
{
    const lgm_doc *const doc = r->doc;
    struct json_object *const id = json_object_new_string(r->id ? r->id : "");
    printf("{\"id\":%s,\"entities\":[", json_object_to_json_string_ext(id, JSON_C_TO_STRING_PLAIN));
    json_object_put(id);
    for (uint32_t i = 0; i < doc->n_mentions; i++) {
        const lgm_doc_mention *const m = &doc->mentions[i];
        const lgm_tokspan s = {m->tokens.start, m->tokens.end + m->possessive};
        const lgm_cpspan cp = lgm_doc_points(doc, s);
        printf("%s{\"start\":%" PRIu32 ",\"end\":%" PRIu32 ",\"cluster\":\"%" PRIu32 "\"}",
               i ? "," : "", cp.start, cp.end, m->cluster);
    }
    printf("]}\n");
}

int main(int argc, char **argv)
{
    if (argc != 2 && argc != 3) {
        fprintf(stderr, "usage: legomena-coref MODEL [OUT] < reports.jsonl\n");
        return 2;
    }
    reports r;
    int code = reports_open(&r, "legomena-coref", argv[1], LGM_ONLY_ALL);
    if (code == 0 && argc == 3)
        code = dump(&r, argv[2]);
    else
        while (code == 0 && reports_next(&r, &code)) print(&r);
    reports_close(&r);
    return code;
}
