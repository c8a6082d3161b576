/* test_tag.c - sentences, tags and lemmas from scores that the test writes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/head.h"
#include "sample_doc.h"
#include "tag/tag.h"
#include "tag/noun_forms.h"
#include "tag/verb_forms.h"

/* ---- scripts --------------------------------------------------------------------------------- */

static void apply(const char *script, const char *form, const char *want)
{
    lgm_lemma_script s;
    assert_true(lgm_tag_lemma_parse(script, &s));
    const lgm_slice f = {form, strlen(form)};
    char *const buf = malloc(lgm_tag_lemma_room(&s, f));
    size_t len = 0;
    const bool applies = lgm_tag_lemma_apply(&s, f, buf, &len);
    assert_int_equal(applies, want != NULL);
    if (want) {
        assert_int_equal(len, strlen(want));
        assert_memory_equal(buf, want, len);
    }
    free(buf);
}

static void scripts_edit_forms(void **state)
{
    (void)state;
    apply("k|0|", "said", "said");
    apply("k|3|y", "said", "sy");
    apply("l|0|", "REPORTS", "reports");
    apply("l|1|", "REPORTS", "report");
    apply("t|0|", "KELLER", "Keller");
    apply("t|1|", "ÉCOLES", "École");
    apply("l|0|", "ÉCOLE", "école");
    apply("k|1|", "café", "caf");
    apply("k|2|be", "is", "be");
    apply("k|3|not", "n't", "not");
    apply("l|0|", "ȺȺȺ", "ⱥⱥⱥ"); /* two bytes become three */
    apply("l|0|", "İ", "İ");     /* its lower case is two code points: stays */
    apply("k|0|||", "a", "a||");
    apply("k|3|not", "nt", NULL);
    apply("k|2|", "is", NULL); /* would leave nothing */
    apply("k|1|", "é", NULL);
}

static void what_is_no_script_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "k", "k|", "k|1", "x|1|", "k1|", "k||s", "k|-1|s", "k|99999999999999999999|", "kl|1|"};
    lgm_lemma_script s;
    for (size_t i = 0; i < LGM_COUNT(bad); i++) assert_false(lgm_tag_lemma_parse(bad[i], &s));
}

/* ---- forms of verbs -------------------------------------------------------------------------- */

static void form_of(const char *form, const char *xpos, const char *want)
{
    char buf[32 + LGM_TAG_VERB_MORE];
    size_t len = 0;
    const bool told = lgm_tag_verb_lemma((lgm_slice){form, strlen(form)}, xpos, buf, &len);
    if (told != (want != NULL)) fail_msg("%s", form);
    if (want && (len != strlen(want) || memcmp(buf, want, len) != 0))
        fail_msg("%s is of %.*s, not of %s", form, (int)len, buf, want);
}

static void spelling_tells_lemmas_of_verbs(void **state)
{
    (void)state;
    static const char *const past[][2] = {
        {"blamed", "blame"},       {"visited", "visit"},   {"stopped", "stop"},
        {"carried", "carry"},      {"died", "die"},        {"agreed", "agree"},
        {"needed", "need"},        {"quoted", "quote"},    {"travelled", "travel"},
        {"installed", "install"},  {"created", "create"},  {"treated", "treat"},
        {"focused", "focus"},      {"raised", "raise"},    {"belonged", "belong"},
        {"exchanged", "exchange"}, {"owed", "owe"},        {"showed", "show"},
        {"added", "add"},          {"stole", "steal"},     {"underwent", "undergo"},
        {"brought", "bring"},      {"re-sold", "re-sell"}, {"ex-voted", "ex-vote"},
        {"echoed", "echo"},        {"fired", "fire"},      {"offered", "offer"}};
    static const char *const going[][2] = {
        {"voting", "vote"},  {"dying", "die"},    {"seeing", "see"},
        {"running", "run"},  {"killing", "kill"}, {"bringing", "bring"},
        {"fleeing", "flee"}, {"playing", "play"}, {"settling", "settle"}};
    for (size_t i = 0; i < LGM_COUNT(past); i++) form_of(past[i][0], "VBD", past[i][1]);
    for (size_t i = 0; i < LGM_COUNT(going); i++) form_of(going[i][0], "VBG", going[i][1]);
}

static void plural_of(const char *form, const char *want)
{
    char buf[32];
    size_t len = 0;
    const bool told = lgm_tag_noun_lemma((lgm_slice){form, strlen(form)}, "NNS", buf, &len);
    if (told != (want != NULL)) fail_msg("%s", form);
    if (want && (len != strlen(want) || memcmp(buf, want, len) != 0))
        fail_msg("%s is of %.*s, not of %s", form, (int)len, buf, want);
}

static void spelling_tells_lemmas_of_plurals(void **state)
{
    (void)state;
    size_t len;
    char buf[32];
    plural_of("supplies", "supply");
    plural_of("counties", "county");
    plural_of("movies", NULL);
    plural_of("lies", NULL);
    plural_of("series", NULL);
    plural_of("mines", NULL);
    assert_false(lgm_tag_noun_lemma(LGM_SLICE("supplies"), "VBZ", buf, &len));
}

static void other_forms_are_left_alone(void **state)
{
    (void)state;
    form_of("blamed", "JJ", NULL);
    form_of("blames", "VBZ", NULL);
    form_of("went-", "VBD", NULL);
    form_of("", "VBD", NULL);
    form_of("ed", "VBD", NULL);
    form_of("bcdfed", "VBD", NULL); /* no vowel is left */
    form_of("caféed", "VBD", NULL);
    form_of("2ed", "VBD", NULL);
}

/* ---- a document of words, and kernels that hand out prepared scores -------------------------- */

static lgm_doc *doc_of(const char *text)
{
    lgm_doc *const doc = sample_empty(strlen(text), strlen(text) + 1);
    sample_words(doc, text);
    return doc;
}

enum { UPOS = 2, XPOS = 3, LEMMA = 4, WIDE = 16 };
static const char *const upos[] = {"NOUN", "VERB"};
static const char *const xpos[] = {"NN", "NNS", "VBD"};
static const char *const lemma[] = {"k|0|", "l|1|", "k|3|y", "l|0|"};

static const float *prepared; /* [n_tokens][WIDE] */
static const uint8_t *prepared_rows;

static void hand_out(const uint8_t *a, size_t lda, float a_scale, size_t m, const int8_t *w,
                     const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                     size_t k_pad, float *out, size_t ldo)
{
    (void)a_scale, (void)w, (void)scale, (void)bias, (void)sum, (void)k_pad;
    assert_true(n_pad == WIDE && ldo == WIDE && m <= 64);
    const size_t first = (size_t)(a - prepared_rows) / lda;
    memcpy(out, prepared + first * WIDE, m * WIDE * sizeof *out);
}
static const lgm_kernels fake = {.name = "prepared", .linear = hand_out};

static lgm_lemma_script scripts[LEMMA];
static lgm_tag_head head_of(void)
{
    for (size_t i = 0; i < LEMMA; i++) assert_true(lgm_tag_lemma_parse(lemma[i], &scripts[i]));
    return (lgm_tag_head){
        .layer = {.n_out = 1 + UPOS + XPOS + LEMMA, .n_in = 4, .n_pad = WIDE, .k_pad = 4},
        .upos = {upos, UPOS},
        .xpos = {xpos, XPOS},
        .scripts = scripts,
        .n_scripts = LEMMA};
}

static void use(lgm_doc *doc, const float *scores)
{
    uint8_t *const rows = lgm_arena_calloc(doc->arena, doc->n_tokens + 1, 4);
    doc->vec = (lgm_vectors){.rows = rows, .dim = 4, .scale = 1.0f};
    prepared_rows = rows;
    prepared = scores;
}

static void one_hot(float *row, float start, int u, int x, int l)
{
    memset(row, 0, WIDE * sizeof *row);
    row[0] = start;
    row[1 + u] = 1;
    row[1 + UPOS + x] = 1;
    row[1 + UPOS + XPOS + l] = 1;
}

static void assert_lemma(const lgm_doc *doc, uint32_t i, const char *want)
{
    assert_int_equal(lgm_doc_lemma(doc, i).len, strlen(want));
    assert_memory_equal(lgm_doc_lemma(doc, i).ptr, want, strlen(want));
}

static void tokens_get_their_best_labels(void **state)
{
    (void)state;
    lgm_doc *const doc = doc_of("Reports said reports fell");
    float scores[4 * WIDE];
    one_hot(scores, -1, 0, 1, 1);
    one_hot(scores + WIDE, -1, 1, 2, 2);
    one_hot(scores + 2 * WIDE, 0.5f, 0, 1, 1);
    one_hot(scores + 3 * WIDE, 0, 1, 2, 0);
    use(doc, scores);
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    const lgm_tag_head head = head_of();
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);

    assert_int_equal(doc->n_sents, 2);
    assert_int_equal(doc->sents[0].start, 0);
    assert_int_equal(doc->sents[0].end, 2);
    assert_int_equal(doc->sents[1].end, 4);
    assert_string_equal(lgm_doc_upos(doc, 0), "NOUN");
    assert_string_equal(lgm_doc_xpos(doc, 3), "VBD");
    assert_lemma(doc, 0, "report");
    assert_lemma(doc, 1, "sy");
    assert_lemma(doc, 3, "fell");
    assert_ptr_equal(lgm_doc_lemma(doc, 3).ptr, doc->text.ptr + doc->tokens[3].start);
    assert_ptr_equal(lgm_doc_lemma(doc, 0).ptr, lgm_doc_lemma(doc, 2).ptr); /* kept once */
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

static void a_script_that_does_not_apply_gives_way(void **state)
{
    (void)state;
    lgm_doc *const doc = doc_of("He");
    float scores[WIDE];
    one_hot(scores, 0, 0, 0, 2); /* drop three of two */
    scores[1 + UPOS + XPOS + 3] = 0.5f;
    use(doc, scores);
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    lgm_tag_head head = head_of();
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_lemma(doc, 0, "he");
    head.scripts += 2; /* only that one: the form stays */
    head.n_scripts = 1;
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_lemma(doc, 0, "He");
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

static void a_known_word_has_the_lemma_it_had(void **state)
{
    (void)state;
    lgm_doc *const doc = doc_of("Reports fell réports");
    float scores[3 * WIDE];
    one_hot(scores, -1, 0, 1, 0);
    one_hot(scores + WIDE, -1, 1, 2, 0);
    one_hot(scores + 2 * WIDE, -1, 1, 1, 0);
    use(doc, scores);
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    const uint32_t key = (uint32_t)lgm_hash64(LGM_LEMMA_WORDS_SEED + 0, "reports", 7);
    const uint32_t keys[] = {key - 1, key, key + 1};
    const uint16_t rows[] = {2, 1, 2};
    lgm_tag_head head = head_of();
    for (uint32_t from = 0; from < 2; from++) { /* as the middle, as the first */
        head.known = (lgm_lemma_words){keys + from, rows + from, 3 - from};
        assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
        assert_lemma(doc, 0, "report");
        assert_lemma(doc, 1, "fall"); /* by its spelling */
        assert_lemma(doc, 2, "réports");
    }
    const uint16_t several[] = {LEMMA, LEMMA, LEMMA};
    head.known = (lgm_lemma_words){keys, several, 3}; /* seen, with no one lemma */
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_lemma(doc, 0, "Reports");
    head.known = (lgm_lemma_words){keys + 1, rows + 1, 1}; /* alone */
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_lemma(doc, 0, "report");
    one_hot(scores, -1, 1, 1, 0); /* as a verb it is not known */
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_lemma(doc, 0, "Reports");
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

static void a_name_is_of_no_closed_class(void **state)
{
    (void)state;
    static const char *const parts[] = {"PRON", "PROPN"}, *const fine[] = {"PRP", "NNP", "DT"};
    lgm_doc *const doc = doc_of("Keller keller He");
    float scores[3 * WIDE];
    for (int i = 0; i < 3; i++) {
        one_hot(scores + i * WIDE, -1, 0, 0, 0);
        scores[i * WIDE + 1 + UPOS + 1] = 0.5f;
    }
    use(doc, scores);
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    const uint32_t key = (uint32_t)lgm_hash64(LGM_LEMMA_WORDS_SEED + 0, "he", 2);
    const uint16_t row = 3;
    lgm_tag_head head = head_of();
    head.upos.at = parts;
    head.xpos.at = fine;
    head.known = (lgm_lemma_words){&key, &row, 1};
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_string_equal(lgm_doc_upos(doc, 0), "PROPN");
    assert_string_equal(lgm_doc_xpos(doc, 0), "NNP");
    assert_string_equal(lgm_doc_upos(doc, 1), "PRON"); /* a slip of the pen may be anything */
    assert_string_equal(lgm_doc_upos(doc, 2), "PRON");
    assert_string_equal(lgm_doc_xpos(doc, 2), "PRP");
    assert_lemma(doc, 2, "he");
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

/* ---- sentences ------------------------------------------------------------------------------- */

static lgm_doc *doc_of_n(uint32_t n)
{
    lgm_doc *const doc = sample_empty(n, 2 * n);
    for (uint32_t i = 0; i < n; i++) sample_word(doc, "x", 1, 0);
    return doc;
}

static void assert_covered(const lgm_doc *doc)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < doc->n_sents; i++) {
        assert_int_equal(doc->sents[i].start, at);
        assert_true(doc->sents[i].end > at && doc->sents[i].end - at <= LGM_SENT_MAX);
        at = doc->sents[i].end;
    }
    assert_int_equal(at, doc->n_tokens);
}

static void flags_overrule_scores(void **state)
{
    (void)state;
    lgm_doc *const doc = doc_of_n(6);
    const float start[] = {-9, 1, -1, 1, -5, NAN};
    doc->tokens[3].flags = LGM_TOK_JOINED;
    doc->tokens[4].flags = LGM_TOK_PAR;
    assert_int_equal(lgm_tag_sentences(start, doc, NULL), LGM_OK);
    assert_covered(doc);
    assert_int_equal(doc->n_sents, 3);
    assert_int_equal(doc->sents[1].start, 1);
    assert_int_equal(doc->sents[2].start, 4);
    lgm_doc_free(doc);
}

static void long_sentences_are_cut_at_the_best_place(void **state)
{
    (void)state;
    enum { N = 1300 };
    lgm_doc *const doc = doc_of_n(N);
    float start[N];
    for (int i = 0; i < N; i++) start[i] = -10;
    start[400] = -2;
    start[700] = -3;
    assert_int_equal(lgm_tag_sentences(start, doc, NULL), LGM_OK);
    assert_covered(doc);
    assert_int_equal(doc->sents[0].end, 400);
    assert_int_equal(doc->sents[1].end, 700);

    for (int i = 0; i < N; i++) doc->tokens[i].flags = LGM_TOK_JOINED;
    assert_int_equal(lgm_tag_sentences(start, doc, NULL), LGM_OK);
    assert_covered(doc);
    assert_int_equal(doc->n_sents, 3);
    lgm_doc_free(doc);

    lgm_doc *const exact = doc_of_n(LGM_SENT_MAX);
    assert_int_equal(lgm_tag_sentences(start, exact, NULL), LGM_OK);
    assert_int_equal(exact->n_sents, 1);
    lgm_doc_free(exact);
}

/* ---- failures -------------------------------------------------------------------------------- */

static void any_allocation_may_fail(void **state)
{
    (void)state;
    enum { N = 400 };
    char text[8 * N];
    size_t len = 0;
    for (int i = 0; i < N; i++) len += (size_t)sprintf(text + len, "Aa%dx ", i);
    float *const scores = malloc(N * WIDE * sizeof *scores);
    for (int i = 0; i < N; i++) one_hot(scores + i * WIDE, i % 9 == 0, 0, 0, 1);
    const lgm_tag_head head = head_of();
    for (int64_t fail = 0;; fail++) {
        lgm_arena *scratch;
        lgm_doc *const doc = doc_of(text);
        use(doc, scores);
        assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
        lgm_alloc_fail_after(fail);
        const lgm_status st = lgm_tag_run(&head, &fake, scratch, doc, NULL);
        lgm_alloc_fail_after(-1);
        if (st == LGM_OK)
            assert_covered(doc);
        else
            assert_true(st == LGM_E_NOMEM && doc->lemma.of == NULL && doc->upos.of == NULL);
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
        if (st == LGM_OK) break;
        assert_true(fail < 100);
    }
    free(scores);
}

static void empty_text_and_foreign_vectors(void **state)
{
    (void)state;
    const lgm_tag_head head = head_of();
    lgm_arena *scratch;
    assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
    lgm_doc *doc = doc_of("");
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_OK);
    assert_int_equal(doc->n_sents, 0);
    lgm_doc_free(doc);
    doc = doc_of("word");
    assert_int_equal(lgm_tag_run(&head, &fake, scratch, doc, NULL), LGM_E_ARG);
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts_edit_forms),
        cmocka_unit_test(what_is_no_script_is_refused),
        cmocka_unit_test(spelling_tells_lemmas_of_verbs),
        cmocka_unit_test(spelling_tells_lemmas_of_plurals),
        cmocka_unit_test(other_forms_are_left_alone),
        cmocka_unit_test(tokens_get_their_best_labels),
        cmocka_unit_test(a_script_that_does_not_apply_gives_way),
        cmocka_unit_test(a_known_word_has_the_lemma_it_had),
        cmocka_unit_test(a_name_is_of_no_closed_class),
        cmocka_unit_test(flags_overrule_scores),
        cmocka_unit_test(long_sentences_are_cut_at_the_best_place),
        cmocka_unit_test(any_allocation_may_fail),
        cmocka_unit_test(empty_text_and_foreign_vectors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
