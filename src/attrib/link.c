/*
 * link.c - which cue a content goes with, and which source a cue has.
 *
 * The first layer of the network is computed once a corner (first and last token of each cue and of
 * each fragment); a pair costs three additions and a product per lane. A fragment is compared with
 * the NEAR nearest cues on either side, so that the cost stays linear.
 * The choice is exact: a content has one cue, a cue one source, and nothing else binds them.
 * A link that is more likely wrong than right is taken too where the alternative is worse: of the
 * claims with a cue 94 % have a source, and doubtful claims are dropped as a whole (gather.c).
 */
#include <string.h>

#include "attrib/frags.h"
#include "nn/detmath.h"
#include "nn/head.h"

/* NEAR: in PolNeAR (training part) all 41,164 links within a paragraph are to one of the four
 * nearest cues on that side; twice that leaves room for cues that are none. */
enum { NEAR = 8, LANES = 16, N_FEATURES = 4 };

/* The score of a link must be above this: by role, source and content. Chosen on the held-out part
 * of PolNeAR's training documents. */
static const float LEAST[] = {-2.0f, -1.0f};

enum { CUE_FIRST, CUE_LAST, FRAG_FIRST, FRAG_LAST }; /* quarters of attrib.span */

typedef struct member { /* a fragment within its piece */
    const lgm_frag *frag;
    uint32_t index; /* in set->frags */
    uint32_t sentence;
    uint32_t before[3]; /* fragments of each role before it */
} member;

typedef struct work {      /* for the piece with most fragments; vectors are f32 [n][link] */
    member *cues, *others; /* others: sources and contents, in text order */
    uint32_t n_cues, n_others;
    float *score; /* of the best source of each cue so far */
    float *cue, *first, *last;
    uint8_t *rows; /* u8 [n][dim]: token vectors gathered for one product */
} work;

static lgm_status make_work(const lgm_attrib_head *h, const lgm_frags *set, lgm_arena *scratch,
                            work *w, lgm_err *err)
{
    size_t n = 1;
    for (size_t i = 0; i < set->pieces.n; i++) {
        const size_t here = set->pieces.at[i].end - set->pieces.at[i].first;
        if (here > n) n = here;
    }
    const size_t vectors = n * h->link * sizeof(float);
    *w = (work){.cues = lgm_arena_alloc(scratch, n * sizeof(member)),
                .others = lgm_arena_alloc(scratch, n * sizeof(member)),
                .score = lgm_arena_alloc(scratch, n * sizeof(float)),
                .cue = lgm_arena_aligned(scratch, 64, vectors),
                .first = lgm_arena_aligned(scratch, 64, vectors),
                .last = lgm_arena_aligned(scratch, 64, vectors),
                .rows = lgm_arena_aligned(scratch, 64, n * h->span.n_in)};
    const bool ok = w->cues && w->others && w->score && w->cue && w->first && w->last && w->rows;
    return ok ? LGM_OK : lgm_arena_fail(scratch, err);
}

/* *sentence is a cursor over doc->sents. */
static void sort_out(const lgm_doc *doc, const lgm_frags *set, const lgm_piece *p,
                     uint32_t *sentence, work *w)
{
    uint32_t count[3] = {0};
    w->n_cues = w->n_others = 0;
    for (uint32_t i = p->first; i < p->end; i++) {
        const lgm_frag *const f = &set->frags.at[i];
        while (*sentence < doc->n_sents && doc->sents[*sentence].end <= f->at.start) ++*sentence;
        const member m = {f, i, *sentence, {count[0], count[1], count[2]}};
        if (f->role == LGM_ROLE_CUE)
            w->cues[w->n_cues++] = m;
        else
            w->others[w->n_others++] = m;
        count[f->role]++;
    }
}

/* out[i] = quarter `corner` of attrib.span over the first or last token of each member. */
static void corners(const lgm_attrib_head *h, const lgm_kernels *kernels, const lgm_doc *doc,
                    const member *of, uint32_t n, int corner, uint8_t *rows, float *out)
{
    const size_t dim = doc->vec.dim;
    const bool is_last = corner == CUE_LAST || corner == FRAG_LAST;
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t token = is_last ? of[i].frag->at.end - 1 : of[i].frag->at.start;
        memcpy(rows + i * dim, lgm_nn_head_rows(doc, token, 1), dim);
    }
    const lgm_linear *const l = &h->span; /* packed in groups of 16 outputs: a quarter is a block */
    const size_t skip = (size_t)corner * h->link;
    kernels->linear(rows, dim, doc->vec.scale, n, l->w + skip * l->k_pad, l->scale + skip,
                    l->bias + skip, l->sum + skip, h->link, l->k_pad, out, h->link);
}

static uint32_t distance_bucket(uint32_t tokens)
{
    static const uint32_t UP_TO[] = {0, 1, 2, 4, 8, 16, 32};
    uint32_t b = 0;
    while (b < LGM_COUNT(UP_TO) && tokens > UP_TO[b]) b++;
    return b;
}

static uint32_t at_most_2(uint32_t n)
{
    return n < 2 ? n : 2;
}

/* Rows of attrib.feat for cue c and fragment f: docs/notes/en-fast.md. */
static void features(const member *c, const member *f, uint32_t row[N_FEATURES])
{
    const uint8_t role = f->frag->role;
    const uint32_t r = role == LGM_ROLE_CONTENT ? 1 : 0;
    const uint32_t side = f->frag->at.start < c->frag->at.start ? 0 : 1;
    const lgm_tokspan a = side == 0 ? f->frag->at : c->frag->at;
    const lgm_tokspan b = side == 0 ? c->frag->at : f->frag->at;
    const uint32_t cues = side == 0 ? c->before[LGM_ROLE_CUE] - f->before[LGM_ROLE_CUE]
                                    : f->before[LGM_ROLE_CUE] - c->before[LGM_ROLE_CUE] - 1;
    const uint32_t frags =
        side == 0 ? c->before[role] - f->before[role] - 1 : f->before[role] - c->before[role];
    row[0] = r * 16 + side * 8 + distance_bucket(b.start - a.end);
    row[1] = 32 + r * 3 + at_most_2(cues);
    row[2] = 38 + r * 3 + at_most_2(frags);
    row[3] = 44 + r * 2 + (c->sentence == f->sentence ? 1 : 0);
}

/* dot(relu(((cue + first) + last) + D), out): sixteen sums, added as a tree. */
static float score(const lgm_attrib_head *h, const float *cue, const float *first,
                   const float *last, const uint32_t row[N_FEATURES], uint32_t r)
{
    const size_t g = h->link;
    const float *const d0 = h->feat + row[0] * g, *const d1 = h->feat + row[1] * g;
    const float *const d2 = h->feat + row[2] * g, *const d3 = h->feat + row[3] * g;
    const float *const out = h->out + r * g;
    float sum[LANES] = {0};
    for (size_t k = 0; k < g; k += LANES) {
        for (size_t i = k; i < k + LANES; i++) {
            const float d = ((d0[i] + d1[i]) + d2[i]) + d3[i];
            const float v = ((cue[i] + first[i]) + last[i]) + d;
            sum[i - k] += (v > 0 ? v : 0) * out[i];
        }
    }
    for (size_t half = LANES / 2; half > 0; half /= 2)
        for (size_t i = 0; i < half; i++) sum[i] += sum[i + half];
    return sum[0] + h->out_bias[r];
}

static void set_link(lgm_frag *f, uint32_t to, float with)
{
    f->link = to;
    f->link_prob = (float)lgm_det_sigmoid((double)with);
}

/* Compares other `o` with the cues near it; a content takes the best, a source offers itself. */
static void compare(const lgm_attrib_head *h, work *w, uint32_t o, lgm_frags *set)
{
    const member *const f = &w->others[o];
    const size_t g = h->link;
    const uint32_t here = f->before[LGM_ROLE_CUE];
    const uint32_t from = here > NEAR ? here - NEAR : 0;
    const uint32_t to = w->n_cues - here > NEAR ? here + NEAR : w->n_cues;
    const bool is_content = f->frag->role == LGM_ROLE_CONTENT;
    float best = LEAST[1];
    for (uint32_t c = from; c < to; c++) {
        uint32_t row[N_FEATURES];
        features(&w->cues[c], f, row);
        const float s =
            score(h, w->cue + c * g, w->first + o * g, w->last + o * g, row, is_content ? 1 : 0);
        float *const most = is_content ? &best : &w->score[c];
        if (!(s > *most)) continue;
        *most = s;
        if (is_content)
            set_link(&set->frags.at[f->index], w->cues[c].index, s);
        else
            set_link(&set->frags.at[w->cues[c].index], f->index, s);
    }
}

static void link_piece(const lgm_attrib_head *h, const lgm_kernels *kernels, const lgm_doc *doc,
                       work *w, lgm_frags *set)
{
    if (w->n_cues == 0 || w->n_others == 0) return;
    corners(h, kernels, doc, w->cues, w->n_cues, CUE_FIRST, w->rows, w->cue);
    corners(h, kernels, doc, w->cues, w->n_cues, CUE_LAST, w->rows, w->last);
    for (size_t i = 0; i < (size_t)w->n_cues * h->link; i++) w->cue[i] += w->last[i];
    corners(h, kernels, doc, w->others, w->n_others, FRAG_FIRST, w->rows, w->first);
    corners(h, kernels, doc, w->others, w->n_others, FRAG_LAST, w->rows, w->last);
    for (uint32_t c = 0; c < w->n_cues; c++) w->score[c] = LEAST[0];
    for (uint32_t o = 0; o < w->n_others; o++) compare(h, w, o, set);
}

lgm_status lgm_attrib_link(const lgm_attrib_head *head, const lgm_kernels *kernels,
                           lgm_arena *scratch, const lgm_doc *doc, lgm_frags *set, lgm_err *err)
{
    work w;
    uint32_t sentence = 0;
    const lgm_status st = make_work(head, set, scratch, &w, err);
    for (size_t i = 0; st == LGM_OK && i < set->pieces.n; i++) {
        sort_out(doc, set, &set->pieces.at[i], &sentence, &w);
        link_piece(head, kernels, doc, &w, set);
    }
    return st;
}
