/* test_world.c - names are folded, the table of places is read as it was written or refused, and
 * the tables of states tell what they were told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "legomena/codes.h"
#include "place_seal.h"
#include "world/names.h"
#include "world/places.h"
#include "world/states.h"

/* ---- names ----------------------------------------------------------------------------------- */

static void assert_folds(const char *name, const char *wanted)
{
    char out[LGM_WORLD_FOLDED];
    const size_t len = lgm_world_fold((lgm_slice){name, strlen(name)}, out);
    assert_string_equal(out, wanted);
    assert_int_equal(len, strlen(wanted));
}

static void names_are_folded(void **state)
{
    (void)state;
    assert_folds("Zürich", "zurich");
    assert_folds("SÃO PAULO", "sao paulo");
    assert_folds("U.S.", "us");
    assert_folds("the U.S.A.", "usa");
    assert_folds("The", "the");
    assert_folds("Sana'a", "sanaa");
    assert_folds("Sana’a", "sanaa");
    assert_folds("Łódź", "lodz");
    assert_folds("İzmir", "izmir");
    assert_folds("Saint-Denis", "st denis");
    assert_folds("Mount Cook", "mt cook");
    assert_folds("Trinidad & Tobago", "trinidad and tobago");
    assert_folds("New\n  York", "new york");
    assert_folds("Straße", "strasse");
    assert_folds("Київ", "киів");
    assert_folds("", "");
    assert_folds("—", "");
    assert_folds("...", "");
}

static void short_words_are_no_names(void **state)
{
    (void)state;
    assert_true(lgm_world_is_word(LGM_SLICE("Un"), 2));
    assert_true(lgm_world_is_word(LGM_SLICE("Who"), 3));
    assert_false(lgm_world_is_word(LGM_SLICE("U.N."), 2));
    assert_false(lgm_world_is_word(LGM_SLICE("WHO"), 3));
    assert_false(lgm_world_is_word(LGM_SLICE("Nato"), 4));
}

static void long_names_are_no_names(void **state)
{
    (void)state;
    char name[LGM_WORLD_NAME + 2], out[LGM_WORLD_FOLDED];
    memset(name, 'a', sizeof name);
    assert_int_equal(lgm_world_fold((lgm_slice){name, LGM_WORLD_NAME}, out), LGM_WORLD_NAME);
    assert_int_equal(lgm_world_fold((lgm_slice){name, LGM_WORLD_NAME + 1}, out), 0);
    memset(name, '&', sizeof name); /* each becomes a word */
    assert_int_equal(lgm_world_fold((lgm_slice){name, LGM_WORLD_NAME}, out), 0);
}

/* ---- the table of places --------------------------------------------------------------------- */

typedef struct table {
    uint8_t *bytes;
    size_t len;
} table;

static table read_tiny(void)
{
    char path[4096];
    lgm_map map;
    snprintf(path, sizeof path, "%s/golden/place/tiny.tbl", getenv("LEGOMENA_TESTS"));
    assert_int_equal(lgm_map_file(&map, path, NULL), LGM_OK);
    table t = {lgm_aligned_alloc(64, map.len), map.len};
    assert_non_null(t.bytes);
    memcpy(t.bytes, map.data, map.len);
    lgm_map_close(&map);
    return t;
}

static uint32_t find(const lgm_places *p, const char *folded, lgm_place_hit out[8])
{
    uint32_t n;
    const uint32_t first = lgm_world_places_find(p, folded, strlen(folded), &n);
    for (uint32_t i = 0; i < n && i < 8; i++) out[i] = lgm_world_places_hit(p, first, i);
    return n;
}

static void the_table_is_read(void **state)
{
    (void)state;
    table t = read_tiny();
    lgm_places *p;
    lgm_err err = {0};
    assert_int_equal(lgm_world_places_open_bytes(&p, t.bytes, t.len, "tiny", &err), LGM_OK);
    assert_int_equal(lgm_world_places_n(p), 10);
    assert_int_equal(lgm_world_places_n_divisions(p), 2);
    assert_int_equal(lgm_world_places_country(p, "US"), 1);
    assert_int_equal(lgm_world_places_country(p, "FR"), LGM_PLACES_NO_COUNTRY);

    lgm_place_hit hits[8];
    assert_int_equal(find(p, "berlin", hits), 3);
    assert_int_equal(find(p, "nowhere", hits), 0);
    assert_int_equal(find(p, "", hits), 0);
    assert_int_equal(find(p, "colonia", hits), 1);
    assert_int_equal(hits[0].called, LGM_CALLED_OTHERWISE);
    assert_int_equal(find(p, "tex", hits), 1);
    assert_int_equal(hits[0].called, LGM_CALLED_USUALLY);
    assert_int_equal(find(p, "cologne", hits), 1);

    const lgm_place koeln = lgm_world_places_at(p, hits[0].place);
    assert_int_equal(koeln.geonames, 2886242);
    assert_string_equal(koeln.name, "Köln");
    assert_string_equal(koeln.cc, "DE");
    assert_null(koeln.admin1);
    assert_int_equal(koeln.lat, 5093333);
    assert_int_equal(koeln.kind, LGM_PLACE_TOWN);
    assert_int_equal(find(p, "paris", hits), 1);
    assert_string_equal(lgm_world_places_at(p, hits[0].place).admin1, "TX");
    assert_int_equal(lgm_world_places_at(p, hits[0].place).lon, -9555551);
    assert_int_equal(find(p, "europe", hits), 1);
    assert_null(lgm_world_places_at(p, hits[0].place).cc);
    lgm_world_places_close(p);
    lgm_free(t.bytes);
}

/* Opens a copy of exactly len bytes, so that the sanitizer sees a read past the end. */
static lgm_status open_copy(const uint8_t *bytes, size_t len, lgm_err *err)
{
    uint8_t *const copy = lgm_aligned_alloc(64, len ? len : 1);
    assert_non_null(copy);
    if (len) memcpy(copy, bytes, len);
    lgm_places *p;
    const lgm_status st = lgm_world_places_open_bytes(&p, copy, len, "test", err);
    assert_true((st == LGM_OK) == (p != NULL));
    for (uint32_t i = 0; p && i < lgm_world_places_n(p); i++) {
        const lgm_place x = lgm_world_places_at(p, i);
        assert_true(strlen(x.name) > 0 && (!x.cc || strlen(x.cc) == 2) && (!x.admin1 || *x.admin1));
    }
    lgm_world_places_close(p);
    lgm_free(copy);
    return st;
}

static void damage_is_told(void **state)
{
    (void)state;
    table t = read_tiny();
    lgm_err err = {0};
    for (size_t len = 0; len < t.len; len += len < 80 ? 1 : 37)
        assert_true(open_copy(t.bytes, len, &err) != LGM_OK && err.message[0]);
    for (size_t i = 0; i < t.len; i += 5) { /* any changed byte breaks a checksum */
        t.bytes[i] ^= 0x40;
        assert_int_not_equal(open_copy(t.bytes, t.len, &err), LGM_OK);
        t.bytes[i] ^= 0x40;
    }
    assert_int_equal(open_copy(t.bytes, t.len, &err), LGM_OK);
    assert_int_equal(open_copy((const uint8_t *)"LGMMODEL", 8, &err), LGM_E_FORMAT);
    lgm_free(t.bytes);
}

/* Fields that lie, with checksums that hold: refused, or safe to use to the last place. */
static void lies_are_found(void **state)
{
    (void)state;
    static const uint8_t values[] = {0x00, 0x01, 0x7f, 0x80, 0xff};
    table t = read_tiny();
    uint8_t *const copy = malloc(t.len);
    lgm_err err = {0};
    unsigned refused = 0;
    for (size_t i = 8; i < t.len; i++) {
        for (size_t v = 0; v < LGM_COUNT(values); v++) {
            memcpy(copy, t.bytes, t.len);
            if (copy[i] == values[v]) continue;
            copy[i] = values[v];
            place_seal(copy, t.len);
            err.message[0] = 0;
            if (open_copy(copy, t.len, &err) == LGM_OK) continue;
            assert_non_null(strstr(err.message, "test: "));
            refused++;
        }
    }
    assert_true(refused > 1000);
    free(copy);
    lgm_free(t.bytes);
}

static void another_version_is_told(void **state)
{
    (void)state;
    table t = read_tiny();
    lgm_err err = {0};
    t.bytes[8] = 2;
    place_seal(t.bytes, t.len);
    assert_int_equal(open_copy(t.bytes, t.len, &err), LGM_E_VERSION);
    lgm_free(t.bytes);
}

static void no_memory_is_a_status(void **state)
{
    (void)state;
    table t = read_tiny();
    lgm_places *p;
    lgm_alloc_fail_after(0);
    assert_int_equal(lgm_world_places_open_bytes(&p, t.bytes, t.len, "tiny", NULL), LGM_E_NOMEM);
    lgm_alloc_fail_after(-1);
    assert_null(p);
    lgm_free(t.bytes);
}

/* The one that ships: what a reader would look up first is there. */
static void the_table_that_ships(void **state)
{
    (void)state;
    char path[4096];
    lgm_places *p;
    lgm_err err = {0};
    lgm_place_hit hits[8];
    snprintf(path, sizeof path, "%s/places.tbl", getenv("LEGOMENA_MODELS"));
    const lgm_status st = lgm_world_places_open(&p, path, &err);
    if (st == LGM_E_NOTFOUND) skip();
    assert_int_equal(st, LGM_OK);
    assert_true(lgm_world_places_n(p) > 200000);
    static const char *const names[] = {"kiev",       "kyiv",   "mumbai", "bombay",
                                        "the hague",  "hague",  "zurich", "ny",
                                        "gaza strip", "crimea", "us",     "uae"};
    for (size_t i = 0; i < LGM_COUNT(names); i++)
        if (strcmp(names[i], "the hague") != 0) assert_true(find(p, names[i], hits) > 0);
    for (uint32_t i = 0; i < lgm_world_states_size; i++)
        assert_int_equal(lgm_world_places_country(p, lgm_world_states[i].alpha2), i);
    lgm_world_places_close(p);
}

/* ---- states ---------------------------------------------------------------------------------- */

static const char *value_of(lgm_world_kind kind, const char *phrase)
{
    char folded[LGM_WORLD_FOLDED];
    lgm_world_fold((lgm_slice){phrase, strlen(phrase)}, folded);
    const char *const value = lgm_world_find(kind, folded);
    return value ? value : "none";
}

static void states_are_known(void **state)
{
    (void)state;
    assert_string_equal(value_of(LGM_WORLD_COUNTRY, "the U.S."), "USA");
    assert_string_equal(value_of(LGM_WORLD_COUNTRY, "Ivory Coast"), "CIV");
    assert_string_equal(value_of(LGM_WORLD_DEMONYM, "Emirati"), "ARE");
    assert_string_equal(value_of(LGM_WORLD_DEMONYM, "Congolese"), "none"); /* of two states */
    assert_string_equal(value_of(LGM_WORLD_CAPITAL, "Kyiv"), "UKR");
    assert_string_equal(value_of(LGM_WORLD_CAPITAL, "Chicago"), "none");
    assert_string_equal(value_of(LGM_WORLD_SEAT, "Élysée Palace"), "FRAGOV");
    assert_string_equal(value_of(LGM_WORLD_BODY, "N.A.T.O."), "IGOWSTNAT");
    assert_string_equal(value_of(LGM_WORLD_BODY, "Daesh"), "IMGISI");
    assert_string_equal(value_of(LGM_WORLD_ROLE_WORD, "prime ministers"), "GOV");
    assert_string_equal(value_of(LGM_WORLD_ROLE_WORD, "policemen"), "COP");
    assert_string_equal(value_of(LGM_WORLD_BODY_WORD, "military intelligence agency"), "SPY");
    assert_string_equal(lgm_world_alpha3("UA"), "UKR");
    assert_string_equal(lgm_world_alpha2("UKR"), "UA");
    assert_string_equal(lgm_world_body("isis"), lgm_world_body("isil"));
    assert_null(lgm_world_body("harbour workers union"));
    assert_null(lgm_world_alpha3("ZZ"));
    assert_null(lgm_world_alpha2(""));
}

static void divisions_have_short_forms(void **state)
{
    (void)state;
    assert_string_equal(lgm_world_division(LGM_SLICE("Ohio"), false), "US ohio");
    assert_string_equal(lgm_world_division(LGM_SLICE("OH"), false), "US ohio");
    assert_string_equal(lgm_world_division(LGM_SLICE("Ont."), false), "CA ontario");
    assert_string_equal(lgm_world_division(LGM_SLICE("Ont"), true), "CA ontario");
    assert_string_equal(lgm_world_division(LGM_SLICE("W. Va."), false), "US west virginia");
    assert_string_equal(lgm_world_division(LGM_SLICE("Qld"), false), "AU queensland");
    assert_string_equal(lgm_world_division(LGM_SLICE("WA"), false),
                        "AU western australia;US washington");
    assert_null(lgm_world_division(LGM_SLICE("Ont"), false));
    assert_null(lgm_world_division(LGM_SLICE("or"), false));
    assert_null(lgm_world_division(LGM_SLICE("O.K."), false));
    assert_null(lgm_world_division(LGM_SLICE("X"), true));
}

static void first_words_tell_what_may_follow(void **state)
{
    (void)state;
    assert_true(lgm_world_begins("ivory") >> LGM_WORLD_COUNTRY & 1);
    assert_true(lgm_world_begins("ivory coast") >> LGM_WORLD_COUNTRY & 1);
    assert_false(lgm_world_begins("ivory") >> LGM_WORLD_ROLE_WORD & 1);
    assert_int_equal(lgm_world_begins("ivor"), 0);
    assert_int_equal(lgm_world_begins("ivorys"), 0);
    assert_int_equal(lgm_world_begins(""), 0);
    for (uint32_t i = 0; i < lgm_world_table_size; i++)
        assert_true(lgm_world_begins(lgm_world_table[i].phrase) >> lgm_world_table[i].kind & 1);
}

static void the_tables_are_in_order(void **state)
{
    (void)state;
    for (uint32_t i = 0; i + 1 < lgm_world_table_size; i++)
        assert_true(strcmp(lgm_world_table[i].phrase, lgm_world_table[i + 1].phrase) <= 0);
    for (uint32_t i = 0; i < lgm_world_table_size; i++) {
        char folded[LGM_WORLD_FOLDED];
        const char *const phrase = lgm_world_table[i].phrase;
        lgm_world_fold((lgm_slice){phrase, strlen(phrase)}, folded);
        assert_string_equal(folded, phrase); /* tools and engine fold alike */
        assert_true(strlen(lgm_world_table[i].value) < LGM_WORLD_FOLDED);
    }
    for (uint32_t i = 0; i + 1 < lgm_world_states_size; i++)
        assert_true(strcmp(lgm_world_states[i].alpha2, lgm_world_states[i + 1].alpha2) < 0);
}

static void codes_have_words(void **state)
{
    (void)state;
    assert_string_equal(lgm_code_words("UA", 2), "Ukraine");
    assert_string_equal(lgm_code_words("UKRGOV", 3), "Ukraine");
    assert_string_equal(lgm_code_words("UKRGOV" + 3, 3), "government");
    assert_string_equal(lgm_code_words("IGO", 3), "international organisation");
    assert_null(lgm_code_words("UKRGOV", 6));
    assert_null(lgm_code_words("QQQ", 3));
    assert_null(lgm_code_words("U", 1));
    assert_null(lgm_code_words("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_words_are_no_names),
        cmocka_unit_test(names_are_folded),
        cmocka_unit_test(long_names_are_no_names),
        cmocka_unit_test(the_table_is_read),
        cmocka_unit_test(damage_is_told),
        cmocka_unit_test(lies_are_found),
        cmocka_unit_test(another_version_is_told),
        cmocka_unit_test(no_memory_is_a_status),
        cmocka_unit_test(the_table_that_ships),
        cmocka_unit_test(states_are_known),
        cmocka_unit_test(divisions_have_short_forms),
        cmocka_unit_test(first_words_tell_what_may_follow),
        cmocka_unit_test(the_tables_are_in_order),
        cmocka_unit_test(codes_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
