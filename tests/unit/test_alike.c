/* test_alike.c - what reports are about, and how much two are alike. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "profile/alike.h"
#include "profile/profile_words.h"
#include "sample_arena.h"
#include "sample_record.h"

static lgm_profile profile(const char *text)
{
    lgm_profile p;
    lgm_doc *const doc = sample_doc(text);
    lgm_record *const r = sample_record(doc);
    assert_int_equal(lgm_profile_of(&p, r, arena, NULL), LGM_OK);
    lgm_record_free(r);
    lgm_doc_free(doc);
    return p;
}

static const char *words(const char *text)
{
    static char out[256];
    lgm_slice rest = {text, strlen(text)};
    lgm_profile_word w;
    size_t len = 0;
    out[0] = 0;
    while (lgm_profile_next_word(&rest, &w))
        len += (size_t)snprintf(out + len, sizeof out - len, "%.*s ", (int)w.len, w.at);
    return out;
}

static void words_are_compared_without_their_endings(void **state)
{
    (void)state;
    assert_string_equal(words("The Divers, searching; searched"), "the diver search search ");
    assert_string_equal(words("2,500 men at 7.30, in 2004."), "2,500 men at 7.30 in 2004 ");
    assert_string_equal(words("Zo\xc3\xab\xe2\x80\x99s"), "zo\xc3\xab s ");
    assert_string_equal(words("..."), "");
    assert_string_equal(words("was"), "was "); /* too short to lose an ending */
}

static double rarity(const char *text)
{
    lgm_slice rest = {text, strlen(text)};
    lgm_profile_word w;
    assert_true(lgm_profile_next_word(&rest, &w));
    return lgm_profile_rarity(&w);
}

static void the_rarer_a_word_the_more_it_tells(void **state)
{
    (void)state;
    assert_true(rarity("the") == 0);
    assert_true(rarity("a") == 0);
    assert_true(rarity("election") > 0);
    assert_true(rarity("earthquake") > rarity("minister"));
    assert_true(rarity("xylotheque") >= rarity("earthquake"));
}

static void terms_are_in_order_and_each_once(void **state)
{
    (void)state;
    const lgm_profile p =
        profile("Divers found a wreck. The wreck lay off Ostrel; divers said it was old.");
    const lgm_profile_terms *const t = &p.aspects[LGM_PROFILE_WORDS];
    double square = 0;
    assert_true(t->n > 3);
    for (size_t i = 0; i < t->n; i++) {
        assert_true(i == 0 || t->at[i - 1].hash < t->at[i].hash);
        square += t->at[i].weight * t->at[i].weight;
    }
    assert_true(t->length * t->length / square < 1 + 1e-9);
    assert_true(t->length * t->length / square > 1 - 1e-9);
}

#define QUAKE                                                                                      \
    "An earthquake of magnitude 6.1 shook Ostrel, killing 22 people and burying a village under "  \
    "mud."
#define QUAKE_AGAIN                                                                                \
    "Rescuers dug in mud for survivors of the earthquake that buried a village near Ostrel; 24 "   \
    "people are dead."
#define STRIKE                                                                                     \
    "Nurses at four clinics walked out on Monday over pay, and the union said more strikes would " \
    "follow."

static double alike(const char *a, const char *b)
{
    const lgm_profile x = profile(a), y = profile(b);
    const double there = lgm_profile_alike(&x, &y), back = lgm_profile_alike(&y, &x);
    assert_true(there == back);
    return there;
}

static void one_story_is_more_alike_than_two(void **state)
{
    (void)state;
    assert_true(alike(QUAKE, QUAKE) > 0);
    assert_true(alike(QUAKE, QUAKE_AGAIN) > alike(QUAKE, STRIKE));
    assert_true(alike(QUAKE, STRIKE) < 0);
    assert_true(alike("", QUAKE) < 0);
    assert_true(alike("", "") < 0);
}

static void what_is_packed_is_the_same_again(void **state)
{
    (void)state;
    const lgm_profile p = profile(QUAKE), other = profile(QUAKE_AGAIN);
    lgm_profile again;
    lgm_buf b = {0};
    lgm_err err;
    lgm_profile_pack(&p, &b);
    assert_int_equal(lgm_profile_unpack(&again, (lgm_slice){b.at, b.len}, arena, &err), LGM_OK);
    assert_true(lgm_profile_alike(&again, &other) == lgm_profile_alike(&p, &other));
    assert_int_equal(again.aspects[LGM_PROFILE_LEAD].n, p.aspects[LGM_PROFILE_LEAD].n);
    for (size_t len = 0; len < b.len; len++)
        assert_int_equal(lgm_profile_unpack(&again, (lgm_slice){b.at, len}, arena, &err),
                         LGM_E_CORRUPT);
    lgm_buf_done(&b);
}

static void a_report_is_looked_for_by_its_rarest_words(void **state)
{
    (void)state;
    lgm_profile_term keys[4];
    const lgm_profile p = profile(QUAKE), none = profile("");
    assert_int_equal(lgm_profile_keys(&p, keys, 4), 4);
    for (int i = 1; i < 4; i++) assert_true(keys[i - 1].weight >= keys[i].weight);
    assert_int_equal(lgm_profile_keys(&none, keys, 4), 0);
}

static void no_memory_is_a_status(void **state)
{
    (void)state;
    lgm_arena *small;
    lgm_profile p;
    lgm_err err;
    lgm_doc *const doc = sample_doc(QUAKE);
    lgm_record *const r = sample_record(doc);
    assert_int_equal(lgm_arena_new(&small, 64, &err), LGM_OK);
    assert_int_equal(lgm_profile_of(&p, r, small, &err), LGM_E_BUDGET);
    lgm_arena_free(small);
    lgm_record_free(r);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_compared_without_their_endings),
        cmocka_unit_test(the_rarer_a_word_the_more_it_tells),
        cmocka_unit_test(terms_are_in_order_and_each_once),
        cmocka_unit_test(one_story_is_more_alike_than_two),
        cmocka_unit_test(what_is_packed_is_the_same_again),
        cmocka_unit_test(a_report_is_looked_for_by_its_rarest_words),
        cmocka_unit_test(no_memory_is_a_status),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
