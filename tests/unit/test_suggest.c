/* test_suggest.c - the word that was meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "suggest.h"

static void assert_meant(const char *typed, const char *words, const char *meant)
{
    suggestion s = suggest_start(typed, strlen(typed));
    suggest_list(&s, words);
    if (!meant) {
        if (s.best) fail_msg("%s: %.*s", typed, (int)s.best_len, s.best);
        return;
    }
    assert_non_null(s.best);
    assert_int_equal(s.best_len, strlen(meant));
    assert_memory_equal(s.best, meant, s.best_len);
}

static void the_nearest_word_is_meant(void **state)
{
    (void)state;
    static const char words[] = "read model help jsonl json no-progress";
    assert_meant("reed", words, "read");
    assert_meant("raed", words, "read");
    assert_meant("READ", words, "read");
    assert_meant("rea", words, "read");
    assert_meant("jsno", words, "json");
    assert_meant("jsonlines", words, NULL);
    assert_meant("noprogress", words, "no-progress");
    assert_meant("r", words, NULL);
    assert_meant("", words, NULL);
    assert_meant("x", words, NULL);
    assert_meant("frobnicate", words, NULL);
    assert_meant("a-word-that-is-longer-than-any-option-is", words, NULL);
    assert_meant("reed", "", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_nearest_word_is_meant)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
