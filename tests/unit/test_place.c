/*
 * test_place.c - places and actors where golden cases do not reach: no table, no memory, trees.
 * What is resolved to what stands in tests/golden/place and tests/golden/actor.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "actor/actor.h"
#include "phrase/phrase.h"
#include "place/place.h"
#include "sample_doc.h"

static lgm_places *tiny;

static int open_tiny(void **state)
{
    (void)state;
    char path[4096];
    snprintf(path, sizeof path, "%s/golden/place/tiny.tbl", getenv("LEGOMENA_TESTS"));
    return lgm_world_places_open(&tiny, path, NULL) == LGM_OK ? 0 : 1;
}

static int close_tiny(void **state)
{
    (void)state;
    lgm_world_places_close(tiny);
    return 0;
}

static lgm_arena *new_scratch(void)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    return a;
}

static lgm_doc *two_towns(void)
{
    lgm_doc *const doc =
        sample_doc("The mayor of Cologne, Ada Lind, met the German minister Jo Marsh in "
                   "Paris, Texas.");
    sample_sentence(doc, "Texas.");
    sample_entity(doc, LGM_ENTITY_GPE, "Cologne");
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_entity(doc, LGM_ENTITY_PER, "Jo Marsh");
    sample_entity(doc, LGM_ENTITY_GPE, "Paris");
    sample_entity(doc, LGM_ENTITY_GPE, "Texas");
    return doc;
}

static void assert_two_towns(const lgm_doc *doc)
{
    assert_string_equal(doc->places[0].name, "Köln");
    assert_string_equal(doc->places[0].cc, "DE");
    assert_null(doc->places[0].admin1);
    assert_int_equal(doc->places[1].geonames, 0);
    assert_string_equal(doc->places[3].admin1, "TX");
    assert_int_equal(doc->places[4].geonames, 4736286);
    assert_true(doc->places[3].confidence > 0.8f && doc->places[3].confidence <= 1.0f);
    assert_string_equal(doc->actors[1].code, "DEUGOV");
    assert_string_equal(doc->actors[2].code, "DEUGOV");
    assert_string_equal(doc->actors[3].code, "");
    assert_int_equal(doc->n_roles, 2);
    assert_true(lgm_slice_eq(lgm_doc_words(doc, doc->roles[0]), LGM_SLICE("mayor of Cologne")));
    assert_true(lgm_slice_eq(lgm_doc_words(doc, doc->roles[1]), LGM_SLICE("German minister")));
}

static void a_small_table_will_do(void **state)
{
    (void)state;
    lgm_arena *const scratch = new_scratch();
    lgm_doc *const doc = two_towns();
    assert_int_equal(lgm_place_run(tiny, scratch, doc, NULL), LGM_OK);
    assert_int_equal(lgm_actor_run(scratch, doc, NULL), LGM_OK);
    assert_two_towns(doc);
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
}

/* Without a table countries are still known by their names, and nothing has a place. */
static void no_table(void **state)
{
    (void)state;
    lgm_arena *const scratch = new_scratch();
    lgm_doc *const doc = sample_doc("Kenya sent the Kenyan judge Ada Lind to Tripoli.");
    sample_sentence(doc, "Tripoli.");
    sample_entity(doc, LGM_ENTITY_GPE, "Kenya");
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_entity(doc, LGM_ENTITY_GPE, "Tripoli");
    assert_int_equal(lgm_place_run(NULL, scratch, doc, NULL), LGM_OK);
    assert_null(doc->places);
    assert_int_equal(lgm_actor_run(scratch, doc, NULL), LGM_OK);
    assert_string_equal(doc->actors[0].code, "KEN");
    assert_string_equal(doc->actors[1].code, "KENJUD");
    assert_string_equal(doc->actors[2].code, "");
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
}

static void nothing_to_do(void **state)
{
    (void)state;
    lgm_arena *const scratch = new_scratch();
    lgm_doc *const doc = sample_doc("It rained.");
    sample_sentence(doc, "rained.");
    assert_int_equal(lgm_place_run(tiny, scratch, doc, NULL), LGM_OK);
    assert_int_equal(lgm_actor_run(scratch, doc, NULL), LGM_OK);
    assert_false(doc->places || doc->actors || doc->roles);
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
}

/* The n-th allocation fails, for every n: a status, the layers as they were, then it works. */
static void a_failed_allocation_is_a_status(void **state)
{
    (void)state;
    lgm_status st = LGM_E_NOMEM;
    for (int64_t n = 0; st != LGM_OK; n++) {
        lgm_doc *const doc = two_towns();
        lgm_arena *scratch = NULL;
        lgm_alloc_fail_after(n);
        st = lgm_arena_new(&scratch, 0, NULL);
        if (st == LGM_OK) st = lgm_place_run(tiny, scratch, doc, NULL);
        if (st != LGM_OK) assert_null(doc->places);
        if (st == LGM_OK) st = lgm_actor_run(scratch, doc, NULL);
        lgm_alloc_fail_after(-1);
        assert_true(st == LGM_OK || st == LGM_E_NOMEM);
        if (st == LGM_OK)
            assert_two_towns(doc);
        else
            assert_null(doc->actors);
        lgm_doc_free(doc);
        lgm_arena_free(scratch);
    }
}

static void a_budget_that_is_spent(void **state)
{
    (void)state;
    lgm_arena *scratch;
    lgm_doc *const doc = two_towns();
    assert_int_equal(lgm_arena_new(&scratch, 4096, NULL), LGM_OK);
    assert_int_equal(lgm_place_run(tiny, scratch, doc, NULL), LGM_E_BUDGET);
    assert_null(doc->places);
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
}

/* "Berlin imposed sanctions", "they blamed Berlin": by the tree; "Berlin lay in the dark" is the
 * city. */
static bool stands(const char *text, const char *verb, const char *rel)
{
    lgm_arena *const scratch = new_scratch();
    lgm_doc *const doc = sample_doc(text);
    sample_sentence(doc, ".");
    sample_entity(doc, LGM_ENTITY_GPE, "Berlin");
    doc->head = lgm_arena_calloc(doc->arena, doc->n_tokens, sizeof *doc->head);
    sample_labels(doc, &doc->rel, doc->n_tokens);
    sample_lemmas(doc, doc->n_tokens, verb);
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        doc->head[t] = LGM_NONE;
        sample_label(doc, &doc->rel, t, "dep");
    }
    const uint32_t name = doc->names[0].tokens.start;
    doc->head[name] = name == 0 ? 1 : name - 1;
    sample_label(doc, &doc->rel, name, rel);
    assert_int_equal(lgm_place_run(tiny, scratch, doc, NULL), LGM_OK);
    assert_int_equal(lgm_actor_run(scratch, doc, NULL), LGM_OK);
    const bool yes = lgm_actor_stands(doc, 0);
    assert_string_equal(doc->actors[0].code, yes ? "DEUGOV" : "");
    assert_string_equal(doc->places[0].cc, "DE"); /* it stays a place */
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
    return yes;
}

static void a_capital_that_acts(void **state)
{
    (void)state;
    assert_true(stands("Berlin imposed sanctions.", "impose", "nsubj"));
    assert_true(stands("Berlin imposed sanctions.", "impos", "nsubj"));
    assert_true(stands("They blamed Berlin.", "blame", "obj"));
    assert_false(stands("Berlin lay in the dark.", "lie", "nsubj"));
    assert_false(stands("They left Berlin.", "leave", "obj"));
    assert_false(stands("They met in Berlin.", "blame", "obl"));
}

static void assert_says(const char *text, const char *code)
{
    lgm_arena *const scratch = new_scratch();
    lgm_doc *const doc = sample_doc(text);
    lgm_reader r;
    char out[LGM_ACTOR_CODE];
    assert_true(lgm_phrase_reader(&r, scratch, doc));
    const lgm_phrase p = lgm_phrase_read(&r, (lgm_tokspan){0, doc->n_tokens});
    lgm_phrase_code(&p, out);
    assert_string_equal(out, code);
    lgm_doc_free(doc);
    lgm_arena_free(scratch);
}

static void groups_have_codes_too(void **state)
{
    (void)state;
    assert_says("Syrian rebels", "SYRREB");
    assert_says("the Georgian government", "GEOGOV");
    assert_says("Ukrainian lawmakers", "UKRLEG");
    assert_says("ten US soldiers", "USAMIL");
    assert_says("South Korean police officers", "KORCOP");
    assert_says("two former Peruvian ministers", "PERELI");
    assert_says("residents of Nairobi", "KENCVL");
    assert_says("the Kremlin's spokesman", "RUSGOV");
    assert_says("a UN official", "IGOUNO");
    assert_says("officials told us", "");
    assert_says("two Brazilian men", "");
    assert_says("the police", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_table_will_do),  cmocka_unit_test(no_table),
        cmocka_unit_test(nothing_to_do),          cmocka_unit_test(a_failed_allocation_is_a_status),
        cmocka_unit_test(a_budget_that_is_spent), cmocka_unit_test(a_capital_that_acts),
        cmocka_unit_test(groups_have_codes_too),
    };
    return cmocka_run_group_tests(tests, open_tiny, close_tiny);
}
