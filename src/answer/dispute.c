/*
 * dispute.c - sides, by union and find with a side for each claim.
 *
 * Who denies is on the other side, who confirms or repeats on the same one. A reply that would put
 * a claim on both sides is left out. Groups without a denial are no dispute. The first side is that
 * of the claim that is denied first.
 */
#include "answer/dispute.h"

#include "doc/why.h"
#include "legomena/kinds.h"

typedef struct member {
    uint32_t up;   /* a claim nearer to the first of its group; itself */
    uint8_t other; /* 1 = it stands on the other side from `up` */
} member;

typedef struct groups {
    lgm_doc *doc;
    member *of;       /* [n_claims] */
    uint32_t *charge; /* [n_claims]: of the group's first claim: the one denied first, LGM_NONE */
} groups;

/* The first claim of the group, and the side seen from it; paths are halved on the way. */
static uint32_t root_of(member *of, uint32_t c, uint8_t *side)
{
    *side = 0;
    while (of[c].up != c) {
        const uint32_t up = of[c].up;
        of[c].other ^= of[up].other; /* 0 of a first claim */
        of[c].up = of[up].up;
        *side ^= of[c].other;
        c = of[c].up;
    }
    return c;
}

static void join(groups *g, const lgm_claim_reply *r)
{
    uint8_t a, b;
    const uint32_t x = root_of(g->of, r->claim, &a), y = root_of(g->of, r->to, &b);
    const uint8_t other = r->how == LGM_ANSWER_DENIES;
    if (x == y) return;
    const uint32_t first = x < y ? x : y, second = x < y ? y : x;
    g->of[second] = (member){first, (uint8_t)(a ^ b ^ other)};
}

static void note_charges(groups *g)
{
    const lgm_doc *const doc = g->doc;
    uint8_t side;
    for (uint32_t c = 0; c < doc->n_claims; c++) g->charge[c] = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_claim_replies; i++) {
        const lgm_claim_reply *const r = &doc->claim_replies[i];
        if (r->how != LGM_ANSWER_DENIES) continue;
        uint32_t *const charge = &g->charge[root_of(g->of, r->claim, &side)];
        if (*charge == LGM_NONE || r->to < *charge) *charge = r->to;
    }
}

typedef struct listed { /* claims of a group, one after another in `next` */
    uint32_t first, last;
} listed;

/* The claims of one side, in order; returns how many. */
static uint32_t write_side(groups *g, const listed *l, const uint32_t *next, uint8_t wanted)
{
    uint32_t n = 0;
    for (uint32_t c = l->first; c != LGM_NONE; c = next[c]) {
        uint8_t side;
        root_of(g->of, c, &side);
        if (side != wanted) continue;
        g->doc->sides[g->doc->n_sides++] = c;
        n++;
    }
    return n;
}

static void write_disputes(const lgm_trees *t, groups *g, const listed *of, const uint32_t *next)
{
    lgm_doc *const doc = g->doc;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        if (g->charge[c] == LGM_NONE) continue;
        uint8_t side;
        root_of(g->of, g->charge[c], &side);
        lgm_doc_dispute *const d = &doc->disputes[doc->n_disputes++];
        d->over = lgm_answer_over(t, g->charge[c]);
        d->first = doc->n_sides;
        d->n_one = write_side(g, &of[c], next, side);
        d->n_other = write_side(g, &of[c], next, !side);
    }
}

/* Notes of why each is one; `of` is the number of the dispute of a group, by its first claim. */
static void explain(groups *g, uint32_t *of)
{
    const lgm_doc *const doc = g->doc;
    uint32_t n = 0;
    for (uint32_t c = 0; c < doc->n_claims; c++) {
        of[c] = g->charge[c] == LGM_NONE ? LGM_NONE : n++;
        if (of[c] != LGM_NONE)
            LGM_WHY(doc, DISPUTE, of[c], "over", doc->disputes[of[c]].over,
                    "Of all that is denied here c%u is told first", g->charge[c] + 1);
    }
    for (uint32_t i = 0; i < doc->n_claim_replies; i++) {
        const lgm_claim_reply *const r = &doc->claim_replies[i];
        uint8_t a, b;
        const uint32_t d = of[root_of(g->of, r->claim, &a)];
        root_of(g->of, r->to, &b);
        if (d != LGM_NONE && r->how != LGM_ANSWER_ANSWERS &&
            (a != b) == (r->how == LGM_ANSWER_DENIES))
            LGM_WHY(doc, DISPUTE, d, "sides", lgm_doc_all_of(&doc->claims[r->claim].cue),
                    "By its words c%u %s c%u", r->claim + 1, lgm_answer_name(r->how), r->to + 1);
    }
}

static void list_groups(groups *g, listed *of, uint32_t *next)
{
    for (uint32_t c = 0; c < g->doc->n_claims; c++) of[c] = (listed){LGM_NONE, LGM_NONE};
    for (uint32_t c = 0; c < g->doc->n_claims; c++) {
        uint8_t side;
        listed *const l = &of[root_of(g->of, c, &side)];
        next[c] = LGM_NONE;
        if (l->first == LGM_NONE)
            l->first = c;
        else
            next[l->last] = c;
        l->last = c;
    }
}

lgm_status lgm_answer_disputes(const lgm_trees *t, lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    const uint32_t n = doc->n_claims;
    groups g = {.doc = doc};
    g.of = lgm_arena_alloc(scratch, n * sizeof *g.of);
    g.charge = lgm_arena_alloc(scratch, n * sizeof *g.charge);
    listed *const of = lgm_arena_alloc(scratch, n * sizeof *of);
    uint32_t *const next = lgm_arena_alloc(scratch, n * sizeof *next);
    doc->disputes = lgm_arena_calloc(doc->arena, n, sizeof *doc->disputes);
    doc->sides = lgm_arena_calloc(doc->arena, n, sizeof *doc->sides);
    if (!g.of || !g.charge || !of || !next) return lgm_arena_fail(scratch, err);
    if (!doc->disputes || !doc->sides) return lgm_arena_fail(doc->arena, err);
    for (uint32_t c = 0; c < n; c++) g.of[c] = (member){c, 0};
    for (uint32_t i = 0; i < doc->n_claim_replies; i++)
        if (doc->claim_replies[i].how != LGM_ANSWER_ANSWERS) join(&g, &doc->claim_replies[i]);
    note_charges(&g);
    list_groups(&g, of, next);
    write_disputes(t, &g, of, next);
    if (doc->why) explain(&g, next);
    return LGM_OK;
}
