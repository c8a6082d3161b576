/* test_people.c - which entities of a name are one, and what is said of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "people/joined.h"
#include "sample_ledger.h"

/* "PER Ada Lind MRW": type, name, country. */
static lgm_people_entity entity(const char *s, int64_t report)
{
    lgm_people_entity e = {.report = report, .n = 1};
    const char *const last = strrchr(s, ' ');
    e.type = (lgm_slice){s, 3};
    e.name = (lgm_slice){s + 4, (size_t)(last - s - 4)};
    if (strcmp(last + 1, "-") != 0) snprintf(e.country, sizeof e.country, "%s", last + 1);
    e.folded_len = (uint32_t)lgm_world_fold(e.name, e.folded);
    return e;
}

/* The groups of the names, a letter each: "aab". */
static void groups_are(const char *const *names, size_t n, const char *expected)
{
    lgm_people_entity e[8];
    char got[9] = "", by_report[9] = "";
    uint32_t groups;
    for (size_t turn = 0; turn < 2; turn++) { /* in either order */
        for (size_t i = 0; i < n; i++) {
            const size_t k = turn ? n - 1 - i : i;
            e[i] = entity(names[k], (int64_t)k);
        }
        assert_int_equal(lgm_people_join(e, n, &groups, NULL), LGM_OK);
        for (size_t i = 0; i < n; i++) by_report[e[i].report] = (char)('0' + e[i].group);
        char next = 'a', letter[8] = "";
        for (size_t i = 0; i < n; i++) {
            char *const mine = &letter[by_report[i] - '0'];
            if (!*mine) *mine = next++;
            got[i] = *mine;
        }
        assert_string_equal(got, expected);
    }
}
#define GROUPS(expected, ...)                                                                      \
    groups_are((const char *const[]){__VA_ARGS__},                                                 \
               sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), expected)

static void one_name_is_one(void **state)
{
    (void)state;
    GROUPS("aa", "PER Ada Lind -", "PER ada LIND -");
    GROUPS("aa", "PER Ada Lind RUS", "PER Ada Lind -");
    GROUPS("ab", "PER Ada Lind RUS", "PER Ada Lind USA");
    GROUPS("abc", "PER Ada Lind RUS", "PER Ada Lind USA", "PER Ada Lind -");
    GROUPS("ab", "PER Ada Lind -", "ORG Ada Lind -");
}

static void a_last_name_is_of_the_only_one(void **state)
{
    (void)state;
    GROUPS("aa", "PER Lind -", "PER Ada Lind -");
    GROUPS("abc", "PER Lind -", "PER Ada Lind -", "PER Bo Lind -");
    GROUPS("aba", "PER Lind RUS", "PER Ada Lind USA", "PER Bo Lind RUS");
    GROUPS("ab", "ORG Lind -", "ORG Ada Lind -");
}

static void a_middle_name_may_be_left_out(void **state)
{
    (void)state;
    GROUPS("aaa", "PER Ada B. Lind -", "PER Ada Lind -", "PER Lind -");
    GROUPS("abc", "PER Ada B. Lind -", "PER Ada Lind -", "PER Ada C. Lind -");
    GROUPS("ab", "PER Ada Lind -", "PER Ada Lindqvist -");
}

static lgm_status count(void *ctx, const lgm_person_fact *fact)
{
    assert_true(fact->words.len > 0);
    ++*(int *)ctx;
    return LGM_OK;
}

static void what_they_said_is_there(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_people *people;
    lgm_err err = {0};
    int said = 0, denied = 0;
    sample_ledger_put(&s, NULL, "Lind said that the mill burned.", "tiny");
    sample_ledger_put(&s, NULL, "Lind said that the port is shut.", "tiny");
    sample_ledger_put(&s, NULL, "Vale said that it is open.", "tiny");
    if (lgm_people_find(&people, s.ledger, "lind", &err) != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(lgm_people_count(people), 1);
    const lgm_person p = lgm_people_person(people, 0);
    assert_string_equal(p.name.ptr, "Lind");
    assert_int_equal(p.n_reports, 2);
    assert_int_equal(lgm_people_member(people, 0, 1).why, LGM_PERSON_SAME_NAME);
    assert_int_equal(lgm_people_each(people, 0, LGM_PERSON_SAID, count, &said, &err), LGM_OK);
    assert_int_equal(lgm_people_each(people, 0, LGM_PERSON_DENIED, count, &denied, &err), LGM_OK);
    assert_int_equal(said, 2);
    assert_int_equal(denied, 0);
    lgm_people_free(people);
    assert_int_equal(lgm_people_find(&people, s.ledger, "Marrow", &err), LGM_E_NOTFOUND);
    assert_int_equal(lgm_people_find(&people, s.ledger, "-x", &err), LGM_E_ARG);
    sample_ledger_close(&s);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name_is_one),
        cmocka_unit_test(a_last_name_is_of_the_only_one),
        cmocka_unit_test(a_middle_name_may_be_left_out),
        cmocka_unit_test(what_they_said_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
