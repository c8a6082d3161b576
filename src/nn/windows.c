/* windows.c - shares of a document, borders near them, and what is read beside each. */
#include "nn/windows.h"

#include <assert.h>

enum {
    SLACK = LGM_WINDOW_OVERLAP / 4,  /* how far a border may move to where a paragraph starts */
    BESIDE = LGM_WINDOW_OVERLAP / 2, /* what a window reads on either side of its stretch */
    STEP = LGM_WINDOW_PIECES - LGM_WINDOW_OVERLAP
};

lgm_windows lgm_nn_windows_of(const lgm_doc *doc, const uint8_t *counts)
{
    lgm_windows w = {.doc = doc, .counts = counts};
    for (uint32_t i = 0; i < doc->n_tokens; i++) w.n_pieces += counts[i];
    w.n = w.n_pieces <= LGM_WINDOW_PIECES ? 1 : (w.n_pieces - LGM_WINDOW_OVERLAP + STEP - 1) / STEP;
    return w;
}

static uint64_t distance(uint64_t a, uint64_t b) { return a > b ? a - b : b - a; }

/* The token border nearest to the share's, or the start of a paragraph that is near enough; the
 * first of two that are equally near. *pieces becomes the pieces before it. */
static uint32_t border(const lgm_windows *w, uint64_t share, uint64_t *pieces)
{
    uint32_t best = w->at;
    uint64_t best_far = UINT64_MAX, before = w->n_before;
    bool best_par = false;
    for (uint32_t t = w->at; t < w->doc->n_tokens && before <= share + SLACK; t++) {
        const uint64_t far = distance(before, share);
        const bool par = far <= SLACK && (w->doc->tokens[t].flags & LGM_TOK_PAR);
        if (par > best_par || (par == best_par && far < best_far)) {
            best = t;
            best_far = far;
            best_par = par;
            *pieces = before;
        }
        before += w->counts[t];
    }
    return best;
}

/* Whole tokens on either side, as far as there is room. */
static lgm_tokspan widen(const lgm_windows *w, lgm_tokspan own, uint64_t n_own)
{
    const uint64_t room = LGM_WINDOW_PIECES - n_own;
    const bool inside = own.start > 0 && own.end < w->doc->n_tokens;
    const uint64_t share = inside ? room / 2 : room, beside = share < BESIDE ? share : BESIDE;
    lgm_tokspan s = own;
    for (uint64_t n = 0; s.start > 0 && n + w->counts[s.start - 1] <= beside;)
        n += w->counts[--s.start];
    for (uint64_t n = 0; s.end < w->doc->n_tokens && n + w->counts[s.end] <= beside;)
        n += w->counts[s.end++];
    return s;
}

bool lgm_nn_windows_next(lgm_windows *w, lgm_window *out)
{
    if (w->at >= w->doc->n_tokens) return false;
    uint64_t before = w->n_pieces;
    uint32_t end = w->doc->n_tokens;
    if (++w->i < w->n) end = border(w, w->n_pieces * w->i / w->n, &before);

    const lgm_tokspan own = {w->at, end};
    const uint64_t n_own = before - w->n_before;
    assert(own.start < own.end && n_own <= LGM_WINDOW_PIECES);
    *out = (lgm_window){.read = widen(w, own, n_own), .own = own};
    w->at = end;
    w->n_before = before;
    return true;
}
