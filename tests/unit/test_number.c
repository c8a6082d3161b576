/* test_number.c - numbers in digits, in words, and what is no number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_doc.h"

#include "number/number.h"

/* The number at the first word of a text. */
static lgm_number number_of(const char *text, uint32_t *tokens)
{
    lgm_doc *const doc = sample_doc(text);
    const lgm_number n = lgm_number_at(doc, 0, 0);
    *tokens = n.tokens.end;
    lgm_doc_free(doc);
    return n;
}

static void numbers_have_values(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        lgm_number_kind kind;
        int64_t thousandths;
        uint32_t tokens;
        bool digits;
    } cases[] = {
        {"3 boats", LGM_NUMBER_CARDINAL, 3000, 1, true},
        {"1,250 boats", LGM_NUMBER_CARDINAL, 1250000, 1, true},
        {"2.5 miles", LGM_NUMBER_CARDINAL, 2500, 1, true},
        {"2 1/2 miles", LGM_NUMBER_CARDINAL, 2500, 2, true},
        {"22nd", LGM_NUMBER_ORDINAL, 22000, 1, true},
        {"five boats", LGM_NUMBER_CARDINAL, 5000, 1, false},
        {"Twenty-five boats", LGM_NUMBER_CARDINAL, 25000, 3, false},
        {"two hundred and five boats", LGM_NUMBER_CARDINAL, 205000, 4, false},
        {"two thousand boats", LGM_NUMBER_CARDINAL, 2000000, 2, false},
        {"nineteen ninety-six", LGM_NUMBER_YEAR, 1996000, 4, false},
        {"third boat", LGM_NUMBER_ORDINAL, 3000, 1, false},
        {"twenty-first boat", LGM_NUMBER_ORDINAL, 21000, 3, false},
        {"boats", LGM_NUMBER_NONE, 0, 1, false},
        {"7:15", LGM_NUMBER_NONE, 0, 1, true},
        {"1990s", LGM_NUMBER_NONE, 0, 1, true},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        uint32_t tokens;
        const lgm_number n = number_of(cases[i].text, &tokens);
        if (n.kind != cases[i].kind || tokens != cases[i].tokens)
            fail_msg("%s: kind %d, %u tokens", cases[i].text, (int)n.kind, tokens);
        if (n.kind == LGM_NUMBER_NONE) continue;
        assert_int_equal(n.value, cases[i].thousandths);
        assert_int_equal(n.digits, cases[i].digits);
    }
}

static void a_prefix_is_passed_over(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("1959");
    assert_int_equal(lgm_number_at(doc, 0, 2).value, 59000);
    assert_int_equal(lgm_number_at(doc, 0, 4).kind, LGM_NUMBER_NONE);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_values),
        cmocka_unit_test(a_prefix_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
