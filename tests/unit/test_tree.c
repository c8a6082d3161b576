/* test_tree.c - pronouns, the form of words, quotations. Trees themselves are tested where they are
 * read: test_coref.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "sample_doc.h"
#include "tree/pronouns.h"
#include "tree/shape.h"
#include "tree/tree.h"

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

/* A speech that quotes hundreds of others, and the next one right behind it. */
static void quotations_within_a_quotation_are_that_one(void **state)
{
    (void)state;
    enum { INNER = 400 };
    char text[INNER * 16 + 99] = "“The list has";
    for (int i = 0; i < INNER; i++) {
        char *const end = text + strlen(text);
        snprintf(end, sizeof text - (size_t)(end - text), " ‘ship’,");
    }
    strcat(text, " no more.” “It is long,” she said.");
    lgm_doc *const doc = sample_doc(text);
    assert_int_equal(doc->n_quotes, INNER + 2);
    sample_sentences(doc);
    sample_labels(doc, &doc->upos, doc->n_tokens);
    sample_labels(doc, &doc->rel, doc->n_tokens);
    doc->head = sample_array(doc, doc->n_tokens, sizeof *doc->head);
    for (uint32_t i = 0; i < doc->n_tokens; i++) doc->head[i] = LGM_NONE;
    lgm_trees t;
    assert_true(lgm_tree_make(&t, doc->arena, doc));
    assert_int_equal(lgm_tree_quote(&t, sample_span(doc, "list", 0).start), 0);
    assert_int_equal(lgm_tree_quote(&t, sample_span(doc, "ship", 0).start), 0);
    assert_int_equal(lgm_tree_quote(&t, sample_span(doc, "more", 0).start), 0);
    assert_int_equal(lgm_tree_quote(&t, sample_span(doc, "long", 0).start), 1);
    assert_int_equal(lgm_tree_quote(&t, sample_span(doc, "she", 0).start), LGM_NONE);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pronouns_are_found_in_any_case),
        cmocka_unit_test(capitals_of_any_script_are_seen),
        cmocka_unit_test(possessives_and_articles_are_told_by_form),
        cmocka_unit_test(quotations_within_a_quotation_are_that_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
