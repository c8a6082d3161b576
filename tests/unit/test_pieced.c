/* test_pieced.c - the encoder over word pieces: its windows change what they may and nothing
 * else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "encoding.h"
#include "nn/windows.h"

static lgm_model *model;
static lgm_encoder encoder;

static int open_model(void **state)
{
    (void)state;
    model = open_golden("tiny-pieces");
    return lgm_nn_encoder_bind(&encoder, model, NULL) != LGM_OK;
}

static int close_model(void **state)
{
    (void)state;
    lgm_model_close(model);
    return 0;
}

static void test_the_file_says_which_kind(void **state)
{
    (void)state;
    lgm_model *const tiny = open_golden("tiny");
    static lgm_encoder e;
    assert_int_equal(lgm_nn_encoder_bind(&e, tiny, NULL), LGM_OK);
    assert_int_equal(e.kind, LGM_ENCODER_HASHED);
    assert_int_equal(encoder.kind, LGM_ENCODER_PIECED);
    lgm_model_close(tiny);
}

/* Each window, read as a document of its own, gives its stretch the same vectors. */
static void test_windows(void **state)
{
    (void)state;
    const size_t d = encoder.dim;
    lgm_doc *const doc = new_doc();
    push_story(doc, 3000);
    uint8_t *const whole = encode(&encoder, all[n_all - 1], NULL, doc);
    for (size_t i = 3000 * d; i < 3002 * d; i++) assert_int_equal(whole[i], 128);

    static uint8_t counts[3000];
    uint16_t ids[LGM_MAX_PIECES];
    for (uint32_t t = 0; t < 3000; t++)
        counts[t] = (uint8_t)lgm_nn_pieces_cut(&encoder.as.pieced.vocab, lgm_doc_form(doc, t), ids);
    const lgm_token *const tokens = doc->tokens;
    lgm_windows w = lgm_nn_windows_of(doc, counts);
    uint32_t n = 0;
    for (lgm_window x; lgm_nn_windows_next(&w, &x); n++) {
        lgm_doc part = *doc;
        part.tokens = (lgm_token *)(uintptr_t)(tokens + x.read.start);
        part.n_tokens = x.read.end - x.read.start;
        uint8_t *const rows = encode(&encoder, all[n_all - 1], NULL, &part);
        assert_memory_equal(whole + x.own.start * d, rows + (x.own.start - x.read.start) * d,
                            (x.own.end - x.own.start) * d);
        free(rows);
    }
    assert_true(n > 5);
    free(whole);
    lgm_doc_free(doc);
}

/* What a token's vector depends on: place, flags, shape; not what a cache has seen. */
static void test_what_a_vector_depends_on(void **state)
{
    (void)state;
    const size_t d = encoder.dim;
    static const struct {
        const char *form;
        uint8_t flags;
    } others[] = {{"the", LGM_TOK_SPACE}, {"THE", LGM_TOK_SPACE}, {"The", LGM_TOK_SPACE},
                  {"the", 0},             {"the", LGM_TOK_PAR},   {"the", LGM_TOK_OPEN},
                  {"the", LGM_TOK_CLOSE}, {"the", LGM_TOK_QUOTED}, {"the", LGM_TOK_LINE}};
    uint8_t *rows[LGM_COUNT(others)];
    for (size_t i = 0; i < LGM_COUNT(others); i++) {
        lgm_doc *const doc = new_doc();
        push(doc, others[i].form, others[i].flags);
        rows[i] = encode(&encoder, all[0], NULL, doc);
        lgm_doc_free(doc);
        for (size_t k = 0; k < i; k++) assert_memory_not_equal(rows[i], rows[k], d);
    }
    for (size_t i = 0; i < LGM_COUNT(others); i++) free(rows[i]);
}

/* As many pieces as a token can have, so that windows hold few tokens. */
static void test_tokens_of_many_pieces(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {1, 15, 16, 17, 29, 30, 200};
    for (size_t i = 0; i < LGM_COUNT(sizes); i++) {
        lgm_doc *const doc = new_doc();
        for (uint32_t t = 0; t < sizes[i]; t++)
            push(doc, "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z", LGM_TOK_SPACE);
        uint8_t *const ref = encode(&encoder, all[0], NULL, doc);
        for (size_t v = 1; v < n_all; v++) {
            uint8_t *const rows = encode(&encoder, all[v], NULL, doc);
            assert_memory_equal(ref, rows, (sizes[i] + 2) * encoder.dim);
            free(rows);
        }
        free(ref);
        lgm_doc_free(doc);
    }
}

static void test_models_that_do_not_fit(void **state)
{
    (void)state;
    refuse("tiny-pieces", "", "", NULL, NULL); /* untouched it binds */
    static const char *const needed[] = {
        "config.dim",      "config.heads",   "config.ffn",   "config.depth",    "config.clip",
        "config.cls",      "config.sep",     "config.unk",   "vocab.hash",      "vocab.row",
        "emb.piece.scale", "emb.pos",        "emb.pos.scale", "emb.ctx",        "emb.ctx.scale",
        "emb.shape",       "emb.shape.scale", "emb.norm.g",   "emb.norm.b",     "t.0.norm1.g",
        "t.1.norm2.b"};
    for (size_t i = 0; i < LGM_COUNT(needed); i++)
        refuse("tiny-pieces", needed[i], "", NULL, needed[i]);
    static const char *const bent[] = {
        "emb.pos",         "emb.piece.scale", "emb.pos.scale", "emb.ctx",     "emb.ctx.scale",
        "emb.shape.scale", "emb.norm.g",      "t.0.norm1.b",   "vocab.hash",  "vocab.row"};
    for (size_t i = 0; i < LGM_COUNT(bent); i++) refuse("tiny-pieces", "", bent[i], NULL, bent[i]);
    refuse("tiny-pieces", "", "config.dim", NULL, "config.dim");
    refuse("tiny-pieces", "", "config.heads", NULL, "config.heads");
    refuse("tiny-pieces", "", "config.ffn", NULL, "config.ffn");
    refuse("tiny-pieces", "", "config.depth", NULL, "config.depth");
    refuse("tiny-pieces", "emb.piece", "", NULL, "config.vocab_rows"); /* of the other kind, then */
}

int main(void)
{
    n_all = lgm_nn_kernels_all(all, LGM_COUNT(all));
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_file_says_which_kind),
        cmocka_unit_test(test_windows),
        cmocka_unit_test(test_what_a_vector_depends_on),
        cmocka_unit_test(test_tokens_of_many_pieces),
        cmocka_unit_test(test_models_that_do_not_fit),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
