/*
 * test_incident.c - the head of the room incident: the network against plain loops over the
 * formulas of incident_net.h, the same bits by every kernel, models that do not fit.
 *
 * A text is written as words, each FORM/UPOS/HEAD/RELATION with the head counted from 1 within its
 * sentence, 0 for none; "|" ends a sentence.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "incident/clues.h"
#include "incident/incident.h"
#include "incident/incident_net.h"
#include "model_builder.h"
#include "sample_doc.h"

enum { DIM = 32, W = 16, LAYERS = LGM_INCIDENT_NEAR + 2, SEEN = LGM_INCIDENT_WIDE + 2, MOST = 64 };

static const char TEXT[] = "Gunmen/NOUN/2/nsubj kill/VERB/0/root the/DET/4/det mayor/NOUN/2/obj "
                           "of/ADP/6/case Ostrel/PROPN/4/nmod | They/PRON/2/nsubj fled/VERB/0/root "
                           "with/ADP/5/case a/DET/5/det rifle/NOUN/2/obl";

/* ---- a document and a head ------------------------------------------------------------------- */

static void add_word(lgm_doc *doc, const char *word, uint32_t first)
{
    char form[64], upos[16], rel[16];
    unsigned head = 0;
    assert_int_equal(sscanf(word, "%63[^/]/%15[^/]/%u/%15s", form, upos, &head, rel), 4);
    const uint32_t i = sample_word(doc, form, strlen(form), LGM_TOK_SPACE);
    sample_label(doc, &doc->upos, i, upos);
    sample_label(doc, &doc->xpos, i, "");
    sample_label(doc, &doc->rel, i, rel);
    doc->head[i] = head == 0 ? LGM_NONE : first + head - 1;
}

static lgm_doc *sample_of(const char *written)
{
    const size_t most = strlen(written) + 1;
    lgm_doc *const doc = sample_empty(most, most);
    sample_room(doc, most);
    sample_labels(doc, &doc->upos, most);
    sample_labels(doc, &doc->xpos, most);
    sample_labels(doc, &doc->rel, most);
    doc->head = lgm_arena_calloc(doc->arena, most, sizeof *doc->head);
    sample_lemmas(doc, most, NULL);
    char text[512];
    assert_true(most <= sizeof text);
    memcpy(text, written, most);
    uint32_t first = 0;
    for (char *save, *w = strtok_r(text, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
        if (strcmp(w, "|") != 0) {
            add_word(doc, w, first);
            continue;
        }
        doc->sents[doc->n_sents++] = (lgm_tokspan){first, doc->n_tokens};
        first = doc->n_tokens;
    }
    doc->sents[doc->n_sents++] = (lgm_tokspan){first, doc->n_tokens};
    return doc;
}

static lgm_doc *sample(void)
{
    lgm_doc *const doc = sample_of(TEXT);
    sample_named(doc, (lgm_tokspan){5, 6}, LGM_ENTITY_GPE, true);
    uint8_t *const rows = lgm_arena_calloc(doc->arena, doc->n_tokens, DIM);
    for (size_t i = 0; i < (size_t)doc->n_tokens * DIM; i++)
        rows[i] = (uint8_t)(128 + (int)((i * 2654435761u >> 7) % 120u) - 60);
    doc->vec = (lgm_vectors){.rows = rows, .dim = DIM, .scale = 0.04f};
    return doc;
}

typedef struct tables {
    int8_t near[LAYERS * W * DIM];
    float clue[LGM_N_CLUES * 2 * W], wide[SEEN * W * W], bias[W], sentence[W * W],
        section[2 * W * W], out[W * LGM_INCIDENT_OUT], types[2 * W * LGM_INCIDENT_OUT],
        none[LGM_INCIDENT_OUT];
} tables;

static void fill(float *to, size_t n, uint32_t seed)
{
    for (size_t i = 0; i < n; i++)
        to[i] = (float)((int)((i * 2654435761u + seed * 40503u) >> 9 & 255) - 128) / 400.0f;
}

static tables *some_tables(void)
{
    tables *const t = calloc(1, sizeof *t);
    assert_non_null(t);
    for (size_t i = 0; i < sizeof t->near; i++)
        t->near[i] = (int8_t)((int)((i * 40503u >> 4) % 15u) - 7);
    fill(t->clue, LGM_COUNT(t->clue), 1);
    fill(t->wide, LGM_COUNT(t->wide), 2);
    fill(t->bias, LGM_COUNT(t->bias), 3);
    fill(t->sentence, LGM_COUNT(t->sentence), 4);
    fill(t->section, LGM_COUNT(t->section), 5);
    fill(t->out, LGM_COUNT(t->out), 6);
    fill(t->types, LGM_COUNT(t->types), 7);
    return t;
}

typedef struct bound {
    uint8_t *bytes;
    lgm_model *model;
    lgm_incident_head head;
} bound;

/* The status of binding a head of this width and of so many rows of clues. */
static lgm_status bind(bound *to, const tables *t, float width, uint32_t clues, lgm_err *err)
{
    model_builder b = {0};
    size_t len;
    mb_number(&b, "dim", DIM);
    mb_number(&b, "incident.width", width);
    mb_linear(&b, "incident.near", LAYERS * W, DIM, t->near, 0.01f, 0.05f);
    mb_f32(&b, "incident.clue", clues, 2 * W, t->clue);
    mb_f32(&b, "incident.wide", SEEN * W, W, t->wide);
    mb_f32(&b, "incident.wide.bias", W, 1, t->bias);
    mb_f32(&b, "incident.sentence", W, W, t->sentence);
    mb_f32(&b, "incident.section", 2 * W, W, t->section);
    mb_f32(&b, "incident.out", W, LGM_INCIDENT_OUT, t->out);
    mb_f32(&b, "incident.out.bias", LGM_INCIDENT_OUT, 1, t->none);
    mb_f32(&b, "incident.types", 2 * W, LGM_INCIDENT_OUT, t->types);
    mb_f32(&b, "incident.types.bias", LGM_INCIDENT_OUT, 1, t->none);
    to->bytes = mb_bytes(&b, &len);
    assert_int_equal(lgm_model_open_bytes(&to->model, to->bytes, len, "test", err), LGM_OK);
    return lgm_incident_bind(&to->head, to->model, err);
}

static void unbind(bound *b)
{
    lgm_model_close(b->model);
    free(b->bytes);
}

/* ---- the formulas, word by word -------------------------------------------------------------- */

static double near_of(const tables *t, const lgm_doc *doc, uint32_t token, size_t n)
{
    const size_t row = n;
    double sum = 0;
    for (size_t k = 0; k < DIM; k++)
        sum += t->near[row * DIM + k] * (doc->vec.rows[token * DIM + k] - 128.0);
    return sum * 0.01 * 0.04 + 0.05;
}

static uint32_t above(const lgm_doc *doc, uint32_t i)
{
    return doc->head[i] == LGM_NONE ? i : doc->head[i];
}

static void plain_h(const tables *t, const lgm_trees *trees, const uint32_t *clues,
                    double h[MOST][W])
{
    const lgm_doc *const doc = trees->doc;
    for (uint32_t i = 0; i < doc->n_tokens; i++)
        for (size_t j = 0; j < W; j++) {
            const uint32_t g = above(doc, i), gg = above(doc, g);
            double sum = near_of(t, doc, g, LGM_INCIDENT_NEAR * W + j) +
                         near_of(t, doc, gg, (LGM_INCIDENT_NEAR + 1) * W + j);
            for (int k = -2; k <= 2; k++)
                if ((int)i + k >= 0 && i + (uint32_t)k < doc->n_tokens)
                    sum += near_of(t, doc, i + (uint32_t)k, (size_t)(k + 2) * W + j);
            for (size_t c = 0; c < LGM_CLUE_REL; c++)
                sum += (clues[i] >> c & 1 ? t->clue[c * 2 * W + j] : 0) +
                       (clues[g] >> c & 1 ? t->clue[c * 2 * W + W + j] : 0);
            sum += t->clue[(LGM_CLUE_REL + trees->rel[i]) * 2 * W + j] +
                   t->clue[(LGM_CLUE_REL + trees->rel[g]) * 2 * W + W + j];
            h[i][j] = sum > 0 ? sum : 0;
        }
}

static double times(const float *w, size_t cols, size_t j, const double *x, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i] * w[i * cols + j];
    return sum;
}

/* out [tokens][OUT] of one section that is the whole document; types behind it. */
static void plain(const tables *t, const lgm_trees *trees, const uint32_t *clues, double *out)
{
    static double h[MOST][W];
    const lgm_doc *const doc = trees->doc;
    double pool[2 * W] = {0};
    plain_h(t, trees, clues, h);
    for (uint32_t i = 0; i < doc->n_tokens; i++)
        for (size_t j = 0; j < W; j++) {
            pool[j] = fmax(pool[j], h[i][j]);
            pool[W + j] += h[i][j] / doc->n_tokens;
        }
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        double seen[SEEN * W] = {0}, top[W] = {0}, mid[W];
        const lgm_tokspan s = lgm_tree_sentence(trees, i);
        for (size_t j = 0; j < W; j++) {
            for (int k = -1; k <= 1; k++)
                if ((int)i + k >= 0 && i + (uint32_t)k < doc->n_tokens)
                    seen[(size_t)(k + 1) * W + j] = h[i + (uint32_t)k][j];
            seen[LGM_INCIDENT_WIDE * W + j] = h[above(doc, i)][j];
            for (uint32_t c = s.start; c < s.end; c++) {
                double *const below = &seen[(LGM_INCIDENT_WIDE + 1) * W + j];
                if (above(doc, c) == i) *below = fmax(*below, h[c][j]);
                top[j] = fmax(top[j], h[c][j]);
            }
        }
        for (size_t j = 0; j < W; j++) {
            const double sum = t->bias[j] + times(t->section, W, j, pool, 2 * W) +
                               times(t->sentence, W, j, top, W) +
                               times(t->wide, W, j, seen, SEEN * W);
            mid[j] = sum > 0 ? sum : 0;
        }
        for (size_t j = 0; j < LGM_INCIDENT_OUT; j++)
            *out++ = times(t->out, LGM_INCIDENT_OUT, j, mid, W);
    }
    for (size_t j = 0; j < LGM_INCIDENT_OUT; j++)
        *out++ = times(t->types, LGM_INCIDENT_OUT, j, pool, 2 * W);
}

/* ---- tests ----------------------------------------------------------------------------------- */

static lgm_arena *new_scratch(void)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    return a;
}

/* The same in the engine; returns how many numbers. */
static size_t engine(const bound *b, const lgm_kernels *kernels, const lgm_trees *trees,
                     lgm_arena *scratch, float *out)
{
    lgm_incident_room room = {.trees = trees, .doc = trees->doc, .scratch = scratch};
    lgm_incident_net net = {.room = &room, .head = &b->head, .kernels = kernels};
    assert_true(lgm_incident_net_make(&net));
    assert_true(lgm_incident_net_read(&net, 0));
    assert_int_equal(net.sents.end, trees->doc->n_sents);
    for (uint32_t i = 0; i < trees->doc->n_sents; i++)
        lgm_incident_net_score(&net, i,
                               out + (size_t)trees->doc->sents[i].start * LGM_INCIDENT_OUT);
    const size_t n = (size_t)trees->doc->n_tokens * LGM_INCIDENT_OUT;
    memcpy(out + n, net.types, sizeof net.types);
    return n + LGM_INCIDENT_OUT;
}

static void computes_its_formulas(void **state)
{
    (void)state;
    tables *const t = some_tables();
    lgm_doc *const doc = sample();
    lgm_arena *const scratch = new_scratch();
    lgm_trees trees;
    bound b;
    lgm_err err = {0};
    static double want[(MOST + 1) * LGM_INCIDENT_OUT];
    static float first[(MOST + 1) * LGM_INCIDENT_OUT], got[(MOST + 1) * LGM_INCIDENT_OUT];
    const lgm_kernels *all[8];
    assert_int_equal(bind(&b, t, W, LGM_N_CLUES, &err), LGM_OK);
    assert_true(lgm_tree_make(&trees, scratch, doc));
    lgm_incident_room room = {.trees = &trees, .doc = doc, .scratch = scratch};
    const uint32_t *const clues = lgm_incident_clues(&room);
    assert_non_null(clues);
    assert_true(clues[0] & 1u << LGM_CLUE_ARMED);
    assert_true(clues[1] & 1u << (LGM_CLUE_TYPE + LGM_INCIDENT_ATTACK));
    assert_true(clues[5] & 1u << (LGM_CLUE_NAME + 2));
    assert_true(clues[10] & 1u << LGM_CLUE_GUN);
    plain(t, &trees, clues, want);
    const size_t n_kernels = lgm_nn_kernels_all(all, LGM_COUNT(all));
    for (size_t k = 0; k < n_kernels; k++) {
        const size_t n = engine(&b, all[k], &trees, scratch, k ? got : first);
        for (size_t i = 0; i < n && k == 0; i++)
            if (fabs(first[i] - want[i]) > 1e-4 * (1 + fabs(want[i])))
                fail_msg("output %zu is %g, should be %g", i, (double)first[i], want[i]);
        if (k > 0) assert_memory_equal(got, first, n * sizeof *got);
    }
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
    unbind(&b);
    free(t);
}

static void refuses_what_does_not_fit(void **state)
{
    (void)state;
    tables *const t = some_tables();
    static const struct {
        float width;
        uint32_t clues;
    } WRONG[] = {{W + 1, LGM_N_CLUES}, {0, LGM_N_CLUES}, {4096, LGM_N_CLUES}, {W, LGM_N_CLUES - 1}};
    for (size_t i = 0; i < LGM_COUNT(WRONG); i++) {
        bound b;
        lgm_err err = {0};
        assert_int_equal(bind(&b, t, WRONG[i].width, WRONG[i].clues, &err), LGM_E_CORRUPT);
        assert_true(err.message[0] != '\0' && !b.head.on);
        unbind(&b);
    }
    free(t);
}

/* The roles that a word may fill by the head, as a set of 1 << role. */
static unsigned roles_of(const lgm_incident_room *room, uint32_t word)
{
    unsigned set = 0;
    for (uint8_t role = 0; role < LGM_N_ROLES; role++)
        if (lgm_incident_may_fill(room, role, (lgm_tokspan){word, word + 1}, word))
            set |= 1u << role;
    return set & ~(1u << LGM_ROLE_BODY);
}

/* What hangs on no word of violence fills no role of those who did it or suffered. */
static void what_is_added_hangs_on_the_act(void **state)
{
    (void)state;
    enum { DOES = 1 << LGM_ROLE_INDIVIDUAL, SUFFERS = 1 << LGM_ROLE_TARGET | 1 << LGM_ROLE_VICTIM };
    static const char *const TEXTS[] = {
        TEXT,
        "Police/NOUN/2/nsubj questioned/VERB/0/root a/DET/4/det clerk/NOUN/2/obj "
        "over/ADP/7/case the/DET/7/det murder/NOUN/2/obl of/ADP/10/case the/DET/10/det "
        "mayor/NOUN/7/nmod and/CCONJ/13/cc his/PRON/13/nmod son/NOUN/10/conj",
        "Four/NUM/2/nummod men/NOUN/7/nsubj ,/PUNCT/2/punct including/ADP/5/case guard/NOUN/2/nmod "
        "have/AUX/7/aux die/VERB/0/root near/ADP/9/case consulates/NOUN/7/obl"};
    static const struct {
        size_t text;
        uint32_t word;
        unsigned roles;
    } WANT[] = {{0, 0, DOES},
                {0, 3, SUFFERS},
                {0, 5, 0},
                {0, 6, 0},
                {0, 10, 1 << LGM_ROLE_WEAPON},
                {1, 3, 0},
                {1, 9, SUFFERS},
                {1, 12, SUFFERS},
                {2, 4, SUFFERS}};
    for (size_t i = 0; i < LGM_COUNT(WANT); i++) {
        lgm_doc *const doc = sample_of(TEXTS[WANT[i].text]);
        if (WANT[i].text == 0) sample_named(doc, (lgm_tokspan){5, 6}, LGM_ENTITY_GPE, true);
        lgm_arena *const scratch = new_scratch();
        lgm_trees trees;
        assert_true(lgm_tree_make(&trees, scratch, doc));
        const lgm_incident_room room = {.trees = &trees,
                                        .doc = doc,
                                        .scratch = scratch,
                                        .mention_type =
                                            lgm_arena_calloc(scratch, doc->n_tokens, 1)};
        const unsigned got = roles_of(&room, WANT[i].word);
        if (got != WANT[i].roles)
            fail_msg("word %u of text %zu: roles %x, should be %x", WANT[i].word, WANT[i].text, got,
                     WANT[i].roles);
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
    }
}

static void an_attack_in_words_is_none(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t triggers;
    } WANT[] = {
        {"Gunmen/NOUN/2/nsubj launch/VERB/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/7/case "
         "the/DET/7/det convoy/NOUN/4/nmod",
         1},
        {"Orr/PROPN/2/nsubj launch/VERB/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/6/case "
         "him/PRON/4/nmod call/VERB/2/advcl him/PRON/7/obj names/NOUN/7/xcomp",
         0},
        {"Orr/PROPN/2/nsubj attack/VERB/0/root the/DET/4/det plan/NOUN/2/obj", 0},
        {"Orr/PROPN/2/nsubj regret/VERB/0/root a/DET/5/det verbal/ADJ/5/amod attack/NOUN/2/obj",
         0}};
    for (size_t i = 0; i < LGM_COUNT(WANT); i++) {
        lgm_doc *const doc = sample_of(WANT[i].text);
        lgm_arena *const scratch = new_scratch();
        lgm_trees trees;
        assert_true(lgm_tree_make(&trees, scratch, doc));
        lgm_incident_room room = {.trees = &trees, .doc = doc, .scratch = scratch};
        lgm_incident_find_triggers(&room);
        if (room.triggers.n != WANT[i].triggers)
            fail_msg("text %zu: %zu acts of violence", i, room.triggers.n);
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
    }
}

/* A head for vectors of another width says so, and no layer is written. */
static void refuses_other_vectors(void **state)
{
    (void)state;
    tables *const t = some_tables();
    lgm_doc *const doc = sample();
    lgm_arena *const scratch = new_scratch();
    lgm_trees trees;
    bound b;
    lgm_err err = {0};
    assert_int_equal(bind(&b, t, W, LGM_N_CLUES, &err), LGM_OK);
    assert_true(lgm_tree_make(&trees, scratch, doc));
    doc->vec.dim = DIM - 4;
    assert_int_equal(
        lgm_incident_run(&b.head, lgm_nn_kernels_get("ref"), &trees, scratch, doc, &err),
        LGM_E_ARG);
    assert_int_equal(doc->n_incidents, 0);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
    unbind(&b);
    free(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(computes_its_formulas), cmocka_unit_test(refuses_what_does_not_fit),
        cmocka_unit_test(what_is_added_hangs_on_the_act),
        cmocka_unit_test(an_attack_in_words_is_none), cmocka_unit_test(refuses_other_vectors)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
