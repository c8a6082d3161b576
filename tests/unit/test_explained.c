/* test_explained.c - the page of reasons. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "doc/why.h"
#include "sample_record.h"

#include "explained.h"

/* "Ada Lind said\nthe dam held." with a tree: said > Lind > Ada; said > held > dam > the. */
static lgm_doc *dam(void)
{
    static const uint32_t heads[] = {1, 2, LGM_NONE, 4, 5, 2, 2};
    static const char *const rels[] = {"flat", "nsubj", "root", "det", "nsubj", "ccomp", "punct"};
    lgm_doc *const doc = sample_doc("Ada Lind said\nthe dam held.");
    sample_claim(doc, NULL, "Ada Lind", "said", "the dam held", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_sentence(doc, "held.");
    doc->head = sample_array(doc, doc->n_tokens, sizeof *doc->head);
    sample_labels(doc, &doc->rel, doc->n_tokens);
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        doc->head[i] = heads[i];
        sample_label(doc, &doc->rel, i, rels[i]);
    }
    assert_int_equal(lgm_doc_explain(doc, NULL), LGM_OK);
    return doc;
}

/* The page begins so: fields without a value, which it ends with, may become more. */
static void assert_explained(const lgm_doc *doc, lgm_link of, int width, const char *expected)
{
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    explainer *const x = explained_start(&b, r, width, false);
    assert_non_null(x);
    explained_write(x, of);
    explained_end(x);
    lgm_record_free(r);
    assert_false(b.failed);
    assert_true(b.len >= strlen(expected));
    b.len = strlen(expected);
    strbuf_put(&b, "", 1);
    assert_string_equal(b.at, expected);
    strbuf_done(&b);
}

static void a_claim_has_words_lines_and_ways(void **state)
{
    (void)state;
    lgm_doc *const doc = dam();
    LGM_WHY_AT(doc, CLAIM, 0, "source", "src/a/b.c", 2, LGM_WORDS(0, 2), "A rule found it");
    LGM_WHY_AT(doc, CLAIM, 0, "form", "src/a/b.c", LGM_NONE, LGM_ONE_WORD(5), "It is so");
    LGM_WHY_AT(doc, CLAIM, 0, "venue", "src/a/b.c", LGM_NONE, LGM_NO_WORDS, "It was taken away");
    assert_explained(doc, (lgm_link){'c', 0}, 60,
                     "c1  Ada Lind — said                                   line 1\n"
                     "    the dam held\n"
                     "\n"
                     "    source         “Ada Lind”\n"
                     "                   A rule found it, line 1. In the tree of\n"
                     "                   the sentence “Lind” is the subject of\n"
                     "                   “said”. (src/a/b.c)\n"
                     "\n"
                     "    cue            “said”\n"
                     "\n"
                     "    content        “the dam held”\n"
                     "\n"
                     "    form           indirect\n"
                     "                   It is so: “held”, line 2. (src/a/b.c)\n"
                     "\n"
                     "    speaker kind   unknown\n"
                     "\n"
                     "    venue          not known\n"
                     "                   It was taken away. (src/a/b.c)\n"
                     "\n"
                     "    confidence     0.88\n"
                     "\n"
                     "    not known      quoted, speaker, ");
    lgm_doc_free(doc);
}

static void reasons_of_one_rule_are_told_once(void **state)
{
    (void)state;
    lgm_doc *const doc = dam();
    LGM_WHY_AT(doc, NAME, 0, "mentions", "src/a/b.c", LGM_NONE, LGM_ONE_WORD(0), "A name");
    LGM_WHY_AT(doc, NAME, 0, "mentions", "src/a/b.c", LGM_NONE, LGM_ONE_WORD(4), "A name");
    assert_explained(doc, (lgm_link){'e', 0}, 40,
                     "e1  Ada Lind\n"
                     "    line 1\n"
                     "\n"
                     "    name\n"
                     "      Ada Lind\n"
                     "\n"
                     "    type\n"
                     "      PER\n"
                     "\n"
                     "    mentions\n"
                     "      1 name\n"
                     "      A name: “Ada”, line 1; “dam”,\n"
                     "      line 2. (src/a/b.c)\n"
                     "\n"
                     "    not known\n"
                     "      aliases, roles, place, actor\n"
                     "\n");
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_has_words_lines_and_ways),
        cmocka_unit_test(reasons_of_one_rule_are_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
