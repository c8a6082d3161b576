/* tag.c - scores of the tag head, in blocks of tokens, and the best label of each kind. */
#include "tag/tag.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/fold.h"
#include "nn/head.h"
#include "tag/noun_forms.h"
#include "tag/verb_forms.h"

enum { BLOCK = 64 };

/* ---- bind ------------------------------------------------------------------------------------ */

static lgm_status bind_scripts(lgm_tag_head *h, lgm_labels labels, lgm_err *err)
{
    h->scripts = lgm_calloc(labels.n, sizeof *h->scripts);
    if (!h->scripts) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    h->n_scripts = labels.n;
    for (uint32_t i = 0; i < labels.n; i++)
        if (!lgm_tag_lemma_parse(labels.at[i], &h->scripts[i]))
            return lgm_fail(err, LGM_E_CORRUPT, "labels.lemma has \"%.40s\", not a script c|n|s",
                            labels.at[i]);
    return LGM_OK;
}

lgm_status lgm_tag_bind(lgm_tag_head *out, const lgm_model *model, lgm_err *err)
{
    lgm_tag_head h = {0};
    lgm_labels lemma = {0};
    *out = h;
    lgm_status st = lgm_model_labels(model, "upos", &h.upos, err);
    if (st == LGM_OK) st = lgm_model_labels(model, "xpos", &h.xpos, err);
    if (st == LGM_OK) st = lgm_nn_head_few(h.upos, "upos", err);
    if (st == LGM_OK) st = lgm_nn_head_few(h.xpos, "xpos", err);
    if (st == LGM_OK) st = lgm_model_labels(model, "lemma", &lemma, err);
    if (st == LGM_OK)
        st = lgm_nn_head_linear(model, "tag", 1 + h.upos.n + h.xpos.n + lemma.n, &h.layer, err);
    if (st == LGM_OK) st = bind_scripts(&h, lemma, err);
    if (st == LGM_OK) st = lgm_tag_lemma_words_bind(&h.known, model, h.n_scripts, err);
    if (st == LGM_OK)
        *out = h;
    else
        lgm_tag_done(&h);
    return st;
}

void lgm_tag_done(lgm_tag_head *head)
{
    lgm_free(head->scripts);
    *head = (lgm_tag_head){0};
}

/* UPOS and XPOS of closed classes, whose words are all in the dictionary. */
static bool is_closed(const char *label)
{
    static const char *const CLOSED[] = {
        "ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "CC",  "DT", "EX",  "IN",
        "MD",  "PDT", "POS",   "PRP", "PRP$", "RP",   "TO",    "WDT", "WP", "WP$", "WRB"};
    for (size_t i = 0; i < LGM_COUNT(CLOSED); i++)
        if (strcmp(label, CLOSED[i]) == 0) return true;
    return false;
}

/* ---- run ------------------------------------------------------------------------------------- */

typedef struct tagger {
    const lgm_tag_head *head;
    const lgm_doc *doc;
    lgm_arena *scratch;
    lgm_lemma_pool pool;
    char *buf; /* where lemmas are tried */
    size_t buf_room;
    char *low; /* a form in lower case */
    size_t low_room;
    float *scores; /* [BLOCK][n_pad] */
    float *start;  /* [n_tokens] */
    uint8_t *upos, *xpos;
    uint32_t *lemma;
} tagger;

enum { ITS_FORM = 0 }; /* lemma of a word that is its own; beside it, LGM_NONE: memory is spent */

/* At least `room` bytes to write a lemma in; NULL when memory is spent. */
static char *lemma_buffer(tagger *t, size_t room)
{
    if (room <= t->buf_room) return t->buf;
    t->buf_room = 0;
    t->buf = lgm_arena_alloc(t->scratch, 2 * room);
    if (t->buf) t->buf_room = 2 * room;
    return t->buf;
}

/* Room for the form in lower case, apart from where lemmas are tried. */
static char *lower_buffer(tagger *t, lgm_slice form)
{
    const size_t room = LGM_FOLD_ROOM(form.len);
    if (room <= t->low_room) return t->low;
    t->low_room = 0;
    t->low = lgm_arena_alloc(t->scratch, 2 * room);
    if (t->low) t->low_room = 2 * room;
    return t->low;
}

/* LGM_NONE when memory is spent. */
static uint32_t kept_lemma(tagger *t, lgm_slice form, lgm_slice lemma)
{
    if (lgm_slice_eq(lemma, form)) return ITS_FORM;
    const uint32_t kept = lgm_tag_lemma_keep(&t->pool, lemma);
    return kept ? kept : LGM_NONE;
}

/* The lemma of form by script s: true with *out, LGM_NONE when memory is spent. */
static bool try_script(tagger *t, const lgm_lemma_script *s, lgm_slice form, uint32_t *out)
{
    *out = ITS_FORM;
    if (s->how == 'k' && s->drop == 0 && s->add.len == 0) return true;
    char *const buf = lemma_buffer(t, lgm_tag_lemma_room(s, form));
    size_t len;
    *out = LGM_NONE;
    if (!buf) return true;
    if (!lgm_tag_lemma_apply(s, form, buf, &len)) return false;
    *out = kept_lemma(t, form, (lgm_slice){buf, len});
    return true;
}

static bool is_known(const tagger *t, lgm_slice lower, uint32_t upos, uint32_t *script)
{
    return lgm_tag_lemma_words_find(&t->head->known, lower, upos, script);
}

/* The lemma that the word had in training: true with *out, LGM_NONE when memory is spent; false for
 * an unknown word. */
static bool known_lemma(tagger *t, lgm_slice form, lgm_slice lower, uint32_t upos, uint32_t *out)
{
    uint32_t script;
    return is_known(t, lower, upos, &script) && script < t->head->n_scripts &&
           try_script(t, &t->head->scripts[script], form, out);
}

/* The lemma that spelling tells of a form of a verb or a noun: true with *out, LGM_NONE when memory
 * is spent. */
static bool spelt_lemma(tagger *t, lgm_slice form, lgm_slice lower, const char *xpos, uint32_t *out)
{
    char *const buf = lemma_buffer(t, lower.len + LGM_TAG_VERB_MORE);
    size_t len;
    *out = LGM_NONE;
    if (!buf) return true;
    if (!lgm_tag_verb_lemma(lower, xpos, buf, &len) && !lgm_tag_noun_lemma(lower, xpos, buf, &len))
        return false;
    *out = kept_lemma(t, form, (lgm_slice){buf, len});
    return true;
}

/* The best script that applies; the form itself where none does. scores are used up. */
static uint32_t best_lemma(tagger *t, lgm_slice form, float *scores)
{
    for (uint32_t tries = 0; tries < t->head->n_scripts; tries++) {
        const uint32_t best = lgm_nn_argmax(scores, t->head->n_scripts);
        uint32_t lemma;
        if (scores[best] == -INFINITY) break;
        if (try_script(t, &t->head->scripts[best], form, &lemma)) return lemma;
        scores[best] = -INFINITY;
    }
    return ITS_FORM;
}

/* The best label. With `open`, the best of those that name no closed class. */
static uint32_t best_label(const lgm_labels *labels, float *scores, bool open)
{
    for (uint32_t i = 0; open && i < labels->n; i++)
        if (is_closed(labels->at[i])) scores[i] = -INFINITY;
    return lgm_nn_argmax(scores, labels->n);
}

static bool tag_token(tagger *t, uint32_t i, float *scores)
{
    const lgm_tag_head *const h = t->head;
    float *const upos = scores + 1, *const xpos = upos + h->upos.n, *const lemma = xpos + h->xpos.n;
    const lgm_slice form = lgm_doc_form(t->doc, i);
    uint32_t part = lgm_nn_argmax(upos, h->upos.n), script;
    lgm_slice lower = {NULL, 0};
    bool open = false, known = false;
    t->start[i] = scores[0];
    if (h->known.n > 0) {
        char *const low = lower_buffer(t, form);
        if (!low) return false;
        lower = (lgm_slice){low, lgm_fold_lower(form.ptr, form.len, low)};
        open = is_closed(h->upos.at[part]) && !lgm_slice_eq(lower, form) &&
               !is_known(t, lower, part, &script); /* a name: "Trump" is no pronoun */
        if (open) part = best_label(&h->upos, upos, true);
        known = known_lemma(t, form, lower, part, &t->lemma[i]);
    }
    t->upos[i] = (uint8_t)part;
    t->xpos[i] = (uint8_t)best_label(&h->xpos, xpos, open);
    const bool spelt =
        strcmp(h->upos.at[part], "VERB") == 0 || strcmp(h->upos.at[part], "NOUN") == 0;
    if (!known && h->known.n > 0 && spelt && !is_known(t, lower, part, &script))
        known = spelt_lemma(t, form, lower, h->xpos.at[t->xpos[i]], &t->lemma[i]);
    if (!known) t->lemma[i] = best_lemma(t, form, lemma);
    return t->lemma[i] != LGM_NONE;
}

static bool make_room(tagger *t, const lgm_doc *doc)
{
    const size_t n = doc->n_tokens;
    t->scores = lgm_arena_aligned(t->scratch, 64, BLOCK * t->head->layer.n_pad * sizeof *t->scores);
    t->start = lgm_arena_calloc(t->scratch, n, sizeof *t->start);
    t->upos = lgm_arena_calloc(doc->arena, n, sizeof *t->upos);
    t->xpos = lgm_arena_calloc(doc->arena, n, sizeof *t->xpos);
    t->lemma = lgm_arena_calloc(doc->arena, n, sizeof *t->lemma);
    return t->scores && t->start && t->upos && t->xpos && t->lemma;
}

static bool tag_tokens(tagger *t, const lgm_kernels *kernels)
{
    const uint32_t n = t->doc->n_tokens, wide = t->head->layer.n_pad;
    for (uint32_t first = 0; first < n; first += BLOCK) {
        const uint32_t rows = n - first < BLOCK ? n - first : BLOCK;
        lgm_nn_head_scores(&t->head->layer, kernels, t->doc, first, rows, t->scores);
        for (uint32_t i = 0; i < rows; i++)
            if (!tag_token(t, first + i, t->scores + (size_t)i * wide)) return false;
    }
    return true;
}

lgm_status lgm_tag_run(const lgm_tag_head *head, const lgm_kernels *kernels, lgm_arena *scratch,
                       lgm_doc *doc, lgm_err *err)
{
    lgm_status st = lgm_nn_head_fits(&head->layer, doc, err);
    if (st != LGM_OK || doc->n_tokens == 0) return st;
    assert(scratch != doc->arena);

    const lgm_arena_mark mark = lgm_arena_save(scratch);
    tagger t = {.head = head,
                .doc = doc,
                .scratch = scratch,
                .pool = {.keep = doc->arena, .scratch = scratch}};
    if (make_room(&t, doc) && tag_tokens(&t, kernels))
        st = lgm_tag_sentences(t.start, doc, err);
    else
        st = lgm_nn_head_spent(scratch, doc->arena, err);
    if (st == LGM_OK) {
        doc->upos = (lgm_doc_labels){t.upos, head->upos.at, NULL};
        doc->xpos = (lgm_doc_labels){t.xpos, head->xpos.at, NULL};
        doc->lemma = (lgm_doc_lemmas){t.lemma, t.pool.at.at};
    }
    lgm_arena_rewind(scratch, mark);
    return st;
}
