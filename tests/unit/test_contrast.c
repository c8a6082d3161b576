/* test_contrast.c - happenings that look alike are told apart. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "profile/alike.h"
#include "sample_arena.h"
#include "story/contrast.h"

enum { MOST = 8 };

static uint32_t hash(const char *word, size_t len)
{
    return (uint32_t)lgm_hash64(0, word, len);
}

/* Terms of equal weight, of words divided by spaces. */
static lgm_profile_terms terms(const char *words)
{
    lgm_profile_terms t = {.at = lgm_arena_calloc(arena, 64, sizeof *t.at)};
    for (const char *s = words; *s;) {
        const size_t len = strcspn(s, " ");
        const lgm_profile_term x = {hash(s, len), 256};
        size_t at = t.n++;
        for (; at > 0 && t.at[at - 1].hash > x.hash; at--) t.at[at] = t.at[at - 1];
        t.at[at] = x;
        s += len + (s[len] == ' ');
    }
    t.length = 256 * sqrt((double)t.n);
    return t;
}

static lgm_profile *report(const char *hero, const char *names, int day, const char *words)
{
    lgm_profile *const p = lgm_arena_calloc(arena, 1, sizeof *p);
    p->aspects[LGM_PROFILE_PEOPLE] = terms(hero);
    p->aspects[LGM_PROFILE_NAMES] = terms(names);
    p->aspects[LGM_PROFILE_WORDS] = terms(words);
    p->days = lgm_arena_calloc(arena, 1, sizeof *p->days);
    p->days[0] = day;
    p->n_days = day > 0;
    p->day = LGM_PROFILE_NO_DAY;
    return p;
}

static uint64_t second(lgm_profile **reports, size_t n)
{
    uint64_t out = 1;
    assert_int_equal(lgm_story_contrast(&out, (const lgm_profile *const *)reports, n, arena, NULL),
                     LGM_OK);
    return out;
}

#define COMMON "arrest driver river patrol coach"

static void two_arrests_are_told_apart_by_who_was_arrested(void **state)
{
    (void)state;
    lgm_profile *all[] = {
        report("lind", "lind", 0, COMMON " bridge night tram bail"),
        report("marr", "marr lind", 0, COMMON " quay dawn dog fine"),
        report("lind", "lind", 0, COMMON " bridge night tram"),
        report("marr", "marr", 0, COMMON " quay dawn fine"),
        report("lind", "lind", 0, COMMON " bridge tram bail"),
        report("marr", "marr lind", 0, COMMON " dawn dog fine"),
    };
    const uint64_t parted = second(all, LGM_COUNT(all));
    assert_true(parted == 0x2a || parted == 0x15);
    assert_int_equal(second(all, 5), 0); /* too few to tell */
}

static void two_persons_of_one_happening_do_not_part_it(void **state)
{
    (void)state;
    lgm_profile *all[] = {
        report("lind", "lind marr", 0, COMMON " bridge night tram bail"),
        report("marr", "marr lind", 0, COMMON " bridge night dog bail"),
        report("lind", "lind marr", 0, COMMON " bridge dog tram"),
        report("marr", "marr lind", 0, COMMON " night tram bail"),
        report("lind", "lind marr", 0, COMMON " dog tram bail"),
        report("marr", "marr lind", 0, COMMON " bridge night tram"),
    };
    assert_int_equal(second(all, LGM_COUNT(all)), 0);
}

static void days_exclude_each_other_a_week_apart(void **state)
{
    (void)state;
    for (int later = 3; later <= 30; later += 27) {
        lgm_profile *all[MOST];
        for (int i = 0; i < MOST; i++)
            all[i] = report("", "", i % 2 ? 1000 : 1000 + later,
                            i % 2 ? COMMON " valley mud school" : COMMON " coast wave harbour");
        assert_int_equal(second(all, MOST) != 0, later > 7);
    }
}

static void reports_of_one_text_in_other_words_are_known(void **state)
{
    (void)state;
    lgm_profile *const a = report("lind", "lind", 0, COMMON " bridge night tram bail"),
                       *const b = report("lind", "lind", 0, COMMON " bridge night tram"),
                       *const c = report("lind", "lind", 0, "arrest quay dawn fine");
    assert_true(lgm_profile_retold(a, b));
    assert_false(lgm_profile_retold(a, c));
    a->day = 1000;
    b->day = 1020; /* week by week in the same words */
    assert_false(lgm_profile_retold(a, b));
    b->day = 1003;
    assert_true(lgm_profile_retold(a, b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_arrests_are_told_apart_by_who_was_arrested),
        cmocka_unit_test(two_persons_of_one_happening_do_not_part_it),
        cmocka_unit_test(days_exclude_each_other_a_week_apart),
        cmocka_unit_test(reports_of_one_text_in_other_words_are_known),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
