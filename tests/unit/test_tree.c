/* test_tree.c - pronouns and the form of words. Trees themselves are tested where they are read:
 * test_coref.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "tree/pronouns.h"
#include "tree/shape.h"

static void pronouns_are_found_in_any_case(void **state)
{
    (void)state;
    static const struct {
        const char *form;
        lgm_pronoun kind;
    } cases[] = {{"a", LGM_PRO_A},        {"He", LGM_PRO_HE},     {"HERS", LGM_PRO_SHE},
                 {"whose", LGM_PRO_WHO},  {"yours", LGM_PRO_YOU}, {"yourselves", LGM_PRO_YOU},
                 {"these", LGM_PRO_THESE}, {"table", LGM_PRO_NONE}, {"", LGM_PRO_NONE},
                 {"themselves", LGM_PRO_THEY}, {"themselvesx", LGM_PRO_NONE}};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        const lgm_slice s = {cases[i].form, strlen(cases[i].form)};
        assert_int_equal(lgm_tree_pronoun(s), cases[i].kind);
    }
    assert_true(lgm_tree_is_reflexive(LGM_SLICE("himself")));
    assert_false(lgm_tree_is_reflexive(LGM_SLICE("self")));
}

static void capitals_of_any_script_are_seen(void **state)
{
    (void)state;
    assert_true(lgm_tree_is_capital(LGM_SLICE("Port")));
    assert_true(lgm_tree_is_capital(LGM_SLICE("\xc3\x89mile"))); /* Émile */
    assert_false(lgm_tree_is_capital(LGM_SLICE("port")));
    assert_false(lgm_tree_is_capital(LGM_SLICE("\xc3\xa9lan"))); /* élan */
    assert_false(lgm_tree_is_capital(LGM_SLICE("4th")));
}

static void possessives_and_articles_are_told_by_form(void **state)
{
    (void)state;
    assert_true(lgm_tree_is_possessive(LGM_SLICE("'s")));
    assert_true(lgm_tree_is_possessive(LGM_SLICE("\xe2\x80\x99"))); /* a bare apostrophe */
    assert_false(lgm_tree_is_possessive(LGM_SLICE("s")));
    assert_true(lgm_tree_is_the(LGM_SLICE("The")));
    assert_false(lgm_tree_is_the(LGM_SLICE("then")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pronouns_are_found_in_any_case),
        cmocka_unit_test(capitals_of_any_script_are_seen),
        cmocka_unit_test(possessives_and_articles_are_told_by_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
