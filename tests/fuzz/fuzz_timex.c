/*
 * fuzz_timex.c - a text, and behind its first NUL what taggers and parsers might say of it: times
 * stand in order without overlapping, their values are TIMEX3, what they are counted from is there,
 * the timeline is in order; when and where claims are made are words of it; the same document gives
 * the same times. Numbers end within it.
 */
#include "fuzz_bytes.h"
#include "fuzz_timex3.h"
#include "fuzz_utf8.h"
#include "number/number.h"
#include "occasion/occasion.h"
#include "text/text.h"
#include "timex/timex.h"

static void *layer(const lgm_doc *doc, size_t size)
{
    void *const at = lgm_arena_calloc(doc->arena, (size_t)doc->n_tokens + 1, size);
    CHECK(at);
    return at;
}

/* Heads point back within the sentence: a tree. */
static void add_trees(lgm_doc *doc, fuzz_bytes *b)
{
    static const char *const upos[] = {"NOUN", "VERB"};
    static const char *const xpos[] = {"NN", "NNP", "VBD", "VBZ", "VBG", "VB", "MD",
                                       "IN", "CD",  "JJ",  "CC",  "DT",  ",",  "WP"};
    static const char *const rels[] = {"nsubj", "obl",    "obl:tmod", "aux",  "compound",
                                       "flat",  "advmod", "conj",     "ccomp"};
    uint8_t *const u = layer(doc, sizeof *u), *const x = layer(doc, sizeof *x);
    uint8_t *const r = layer(doc, sizeof *r);
    doc->upos = (lgm_doc_labels){u, upos, NULL};
    doc->xpos = (lgm_doc_labels){x, xpos, NULL};
    doc->rel = (lgm_doc_labels){r, rels, "root"};
    doc->head = layer(doc, sizeof *doc->head);
    doc->sents = layer(doc, sizeof *doc->sents);
    for (uint32_t i = 0, first = 0; i < doc->n_tokens; i++) {
        if (i == 0 || fuzz_below(b, 12) == 11) {
            if (i > 0) doc->sents[doc->n_sents - 1].end = i;
            doc->sents[doc->n_sents++] = (lgm_tokspan){i, doc->n_tokens};
            first = i;
        }
        x[i] = (uint8_t)fuzz_below(b, LGM_COUNT(xpos));
        u[i] = xpos[x[i]][0] == 'V';
        r[i] = i == first ? LGM_NO_LABEL : (uint8_t)fuzz_below(b, LGM_COUNT(rels));
        doc->head[i] = i == first ? LGM_NONE : first + fuzz_below(b, i - first);
    }
}

static lgm_tokspan span_of(const lgm_doc *doc, fuzz_bytes *b, uint32_t from)
{
    const uint32_t start = from + fuzz_below(b, doc->n_tokens - from);
    return (lgm_tokspan){start, start + 1 + fuzz_below(b, doc->n_tokens - start)};
}

static void add_names(lgm_doc *doc, fuzz_bytes *b)
{
    doc->names = layer(doc, sizeof *doc->names);
    for (uint32_t from = 0; from < doc->n_tokens && fuzz_below(b, 3);) {
        const lgm_tokspan s = span_of(doc, b, from);
        doc->names[doc->n_names++] = (lgm_name){s, (uint8_t)fuzz_below(b, 7), 0.5f};
        from = s.end;
    }
}

static void add_claims(lgm_doc *doc, fuzz_bytes *b)
{
    doc->claims = layer(doc, sizeof *doc->claims);
    for (uint32_t from = 0; from < doc->n_tokens && fuzz_below(b, 3); from++) {
        lgm_doc_claim *const c = &doc->claims[doc->n_claims++];
        lgm_parts *const parts[] = {&c->source, &c->cue, &c->content};
        for (size_t i = 0; i < LGM_COUNT(parts); i++) {
            parts[i]->n = i == 2 || fuzz_below(b, 3) > 0;
            if (parts[i]->n) parts[i]->at[0] = span_of(doc, b, from);
        }
    }
}

/* A few entities, mentioned anywhere, make the claims; some claims stand in an earlier one. */
static void add_speakers(lgm_doc *doc, fuzz_bytes *b)
{
    enum { FEW = 3 };
    doc->entities = layer(doc, FEW * sizeof *doc->entities);
    doc->mentions = layer(doc, sizeof *doc->mentions);
    doc->claim_who = lgm_doc_nobody(doc);
    doc->claim_parent = layer(doc, sizeof *doc->claim_parent);
    CHECK(doc->claim_who);
    doc->n_entities = FEW;
    for (uint32_t i = 0; i < FEW; i++) doc->entities[i].type = (uint8_t)fuzz_below(b, 7);
    for (; doc->n_mentions < doc->n_tokens && fuzz_below(b, 3); doc->n_mentions++) {
        const lgm_tokspan s = span_of(doc, b, 0);
        doc->mentions[doc->n_mentions] = (lgm_doc_mention){
            .tokens = s, .head = s.start, .name = LGM_NONE, .entity = fuzz_below(b, FEW)};
    }
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        doc->claim_who[i].speaker = fuzz_below(b, FEW);
        if (fuzz_below(b, 4) == 3) lgm_relays_add(&doc->claim_who[i].via, fuzz_below(b, FEW));
        doc->claim_parent[i] = i && !fuzz_below(b, 4) ? fuzz_below(b, i) : LGM_NONE;
    }
}

static lgm_doc *doc_of(lgm_slice text, fuzz_bytes b)
{
    static const char *const days[] = {"2024-02-29", "",           "1999-12-31",
                                       "2024-01-01", "9999-12-31", "0001-01-01"};
    lgm_doc *doc;
    CHECK(lgm_doc_new(&doc, 0, NULL) == LGM_OK);
    doc->text = text;
    const char *const day = days[fuzz_below(&b, LGM_COUNT(days))];
    if (*day) doc->date = (lgm_slice){day, strlen(day)};
    CHECK(lgm_text_run(doc, NULL) == LGM_OK);
    if (fuzz_below(&b, 4) == 3) return doc; /* no model ran */
    add_trees(doc, &b);
    add_names(doc, &b);
    add_claims(doc, &b);
    add_speakers(doc, &b);
    return doc;
}

static void run(lgm_doc *doc)
{
    lgm_arena *scratch;
    CHECK(lgm_arena_new(&scratch, 0, NULL) == LGM_OK);
    CHECK(lgm_timex_run(scratch, doc, NULL) == LGM_OK);
    if (doc->head) {
        lgm_trees trees;
        CHECK(lgm_tree_make(&trees, scratch, doc));
        CHECK(lgm_occasion_run(&trees, scratch, doc, NULL) == LGM_OK);
    }
    lgm_arena_free(scratch);
}

static void check_times(const lgm_doc *doc)
{
    uint32_t last = 0;
    for (uint32_t i = 0; doc->claim_venue && i < doc->n_claims; i++) {
        const lgm_tokspan s = doc->claim_venue[i];
        CHECK(s.start <= s.end && s.end <= doc->n_tokens);
        CHECK(doc->claim_when[i] == LGM_NONE || doc->claim_when[i] < doc->n_times);
    }
    for (uint32_t i = 0; i < doc->n_times; i++) {
        const lgm_doc_time *const t = &doc->times[i];
        CHECK(t->tokens.start >= last && t->tokens.start < t->tokens.end);
        CHECK(t->tokens.end <= doc->n_tokens);
        CHECK(!t->value || fuzz_is_timex3(t->value));
        CHECK(t->anchor == LGM_NONE || t->anchor == LGM_ANCHOR_PUBLISHED ||
              t->anchor < doc->n_times);
        CHECK(t->anchor != i);
        last = t->tokens.end;
    }
    for (uint32_t i = 0; i < doc->n_timeline; i++) {
        const lgm_doc_dated *const d = &doc->timeline[i];
        CHECK(d->kind == 'c' && d->index < doc->n_claims && d->time < doc->n_times);
        CHECK(doc->claim_when[d->index] == d->time);
        CHECK(i == 0 || doc->times[d[-1].time].first_day <= doc->times[d->time].first_day);
    }
}

static void check_same(const lgm_doc *a, const lgm_doc *b)
{
    CHECK(a->n_times == b->n_times && a->n_timeline == b->n_timeline);
    for (uint32_t i = 0; i < a->n_times; i++) {
        const char *const x = a->times[i].value, *const y = b->times[i].value;
        CHECK(a->times[i].tokens.start == b->times[i].tokens.start && !x == !y);
        CHECK(!x || strcmp(x, y) == 0);
    }
}

static void check_numbers(const lgm_doc *doc)
{
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const lgm_number n = lgm_number_at(doc, i, 0);
        if (n.kind == LGM_NUMBER_NONE) continue;
        CHECK(n.tokens.start == i && n.tokens.end > i && n.tokens.end <= doc->n_tokens);
        CHECK(n.value >= 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *const nul = size ? memchr(data, 0, size) : NULL, *const end = data + size;
    const fuzz_bytes more = {nul ? nul + 1 : end, end};
    size_t len;
    char *const text = fuzz_utf8(data, nul ? (size_t)(nul - data) : size, &len);
    lgm_doc *const a = doc_of((lgm_slice){text, len}, more);
    lgm_doc *const b = doc_of((lgm_slice){text, len}, more);
    run(a);
    run(b);
    check_times(a);
    check_same(a, b);
    check_numbers(a);
    lgm_doc_free(a);
    lgm_doc_free(b);
    free(text);
    return 0;
}
