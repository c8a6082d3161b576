/* test_why.c - notes of rules become reasons of the record, each with what it is about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "doc/why.h"
#include "sample_record.h"

/* "Ada Lind said on Friday the dam held." with a tree: said > Lind > Ada; said > held > dam, the;
 * said > Friday > on. Its one claim was the third of a list of four. */
static lgm_doc *dam(void)
{
    static const uint32_t heads[] = {1, 2, LGM_NONE, 4, 2, 6, 7, 2, 2};
    static const char *const rels[] = {"flat", "nsubj", "root",  "case", "obl",
                                       "det",  "nsubj", "ccomp", "punct"};
    lgm_doc *const doc = sample_doc("Ada Lind said on Friday the dam held.");
    sample_claim(doc, NULL, "Ada Lind", "said", "the dam held", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_sentence(doc, "held.");
    doc->claims[0].origin = 2;
    doc->head = sample_array(doc, doc->n_tokens, sizeof *doc->head);
    sample_labels(doc, &doc->rel, doc->n_tokens);
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        doc->head[i] = heads[i];
        sample_label(doc, &doc->rel, i, rels[i]);
    }
    return doc;
}

static lgm_doc *asked(void)
{
    lgm_doc *const doc = dam();
    assert_int_equal(lgm_doc_explain(doc, NULL), LGM_OK);
    return doc;
}

static void assert_says(lgm_str s, const char *expected)
{
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr, expected, s.len);
}

static void nobody_asks_and_nothing_is_kept(void **state)
{
    (void)state;
    int evaluated = 0;
    lgm_doc *const doc = dam();
    LGM_WHY(doc, CLAIM, 0, "act", LGM_NO_WORDS, "never made %d", ++evaluated);
    assert_int_equal(evaluated, 0);
    assert_int_equal(lgm_doc_why_status(doc, NULL), LGM_OK);
    lgm_record *const r = sample_record(doc);
    assert_int_equal(r->why.n, 0);
    lgm_record_free(r);
    lgm_doc_free(doc);
}

/* By entity, then claim, and within each as they were made; what is about nothing that is left is
 * left out. */
static void notes_go_to_what_they_are_about(void **state)
{
    (void)state;
    lgm_doc *const doc = asked();
    LGM_WHY(doc, DRAFT, 3, "source", LGM_NO_WORDS, "of a claim that was dropped");
    LGM_WHY(doc, DRAFT, 2, "source", LGM_NO_WORDS, "first of the claim");
    LGM_WHY(doc, DRAFT, 9, "source", LGM_NO_WORDS, "of none");
    LGM_WHY(doc, CLAIM, 0, "act", LGM_ONE_WORD(2), "%u %% sure", lgm_doc_percent(0.934f));
    LGM_WHY(doc, CLAIM, 1, "act", LGM_NO_WORDS, "of none");
    LGM_WHY(doc, NAME, 0, "type", LGM_WORDS(0, 2), "of the name");
    LGM_WHY(doc, ENTITY, 0, "name", LGM_NO_WORDS, "of the entity");
    LGM_WHY(doc, MENTION, 0, "mentions", LGM_NO_WORDS, "of no mention");
    LGM_WHY(doc, TIME, 0, "value", LGM_NO_WORDS, "of no time");
    lgm_record *const r = sample_record(doc);
    lgm_doc_free(doc); /* the record stands without it */
    const lgm_why *const w = r->why.at;
    assert_int_equal(r->why.n, 4);
    assert_int_equal(w[0].of.kind, 'e');
    assert_says(w[0].rule, "of the name");
    assert_says(w[1].rule, "of the entity");
    assert_int_equal(w[2].of.kind, 'c');
    assert_says(w[2].rule, "first of the claim");
    assert_int_equal(w[2].words.n, 0);
    assert_says(w[3].rule, "93 % sure");
    assert_says(w[3].field, "act");
    assert_non_null(strstr(w[3].where.ptr, "unit/test_why.c"));
    assert_says(lgm_record_quote(r, w[3].words.at[0]), "said");
    lgm_record_free(r);
}

static void assert_path(const lgm_record *r, const lgm_why *w, const char *expected)
{
    char path[256];
    int n = 0;
    for (size_t i = 0; i < w->path.n; i++) {
        const lgm_why_step *const s = &w->path.at[i];
        const lgm_str word = lgm_record_quote(r, (lgm_cpspan){s->start, s->end});
        n += snprintf(path + n, sizeof path - (size_t)n, "%.*s", (int)word.len, word.ptr);
        if (s->rel.ptr)
            n += snprintf(path + n, sizeof path - (size_t)n, s->up ? " <%s " : " %s> ", s->rel.ptr);
    }
    path[n] = '\0';
    assert_string_equal(path, expected);
}

static void a_path_goes_up_and_down(void **state)
{
    (void)state;
    static const char *const expected[] = {"said nsubj> Lind", "Friday <obl said ccomp> held",
                                           "on <case Friday <obl said", ""};
    lgm_doc *const doc = asked();
    LGM_WHY_TREE(doc, CLAIM, 0, "source", 2, LGM_WORDS(0, 2), "down");
    LGM_WHY_TREE(doc, CLAIM, 0, "said", 4, LGM_WORDS(5, 8), "over the top");
    LGM_WHY_TREE(doc, CLAIM, 0, "cue", 3, LGM_ONE_WORD(2), "up");
    LGM_WHY_TREE(doc, CLAIM, 0, "cue", 2, LGM_ONE_WORD(2), "nowhere");
    lgm_record *const r = sample_record(doc);
    assert_int_equal(r->why.n, LGM_COUNT(expected));
    for (size_t i = 0; i < LGM_COUNT(expected); i++) assert_path(r, &r->why.at[i], expected[i]);
    lgm_record_free(r);
    lgm_doc_free(doc);
}

/* Two sentences have no word in common. */
static void no_path_leads_out_of_a_sentence(void **state)
{
    (void)state;
    lgm_doc *const doc = asked();
    doc->head[7] = LGM_NONE;
    LGM_WHY_TREE(doc, CLAIM, 0, "said", 4, LGM_ONE_WORD(7), "there is no way");
    lgm_record *const r = sample_record(doc);
    assert_int_equal(r->why.n, 1);
    assert_int_equal(r->why.at[0].path.n, 0);
    lgm_record_free(r);
    lgm_doc_free(doc);
}

static void a_record_with_reasons_is_read_back(void **state)
{
    (void)state;
    char *first, *second;
    size_t len;
    lgm_record *back;
    lgm_doc *const doc = asked();
    LGM_WHY_TREE(doc, CLAIM, 0, "source", 2, LGM_WORDS(0, 2), "it is \"so\"");
    LGM_WHY(doc, ENTITY, 0, "name", LGM_NO_WORDS, "the only one");
    lgm_record *const r = sample_record(doc);
    assert_int_equal(lgm_record_write(r, LGM_FORMAT_JSONL, &first, &len, NULL), LGM_OK);
    assert_non_null(strstr(first, "{\"of\":\"c1\",\"field\":\"source\",\"words\":[[0,8]],\"path\":"
                                  "[{\"start\":9,\"end\":13,\"rel\":\"nsubj\"},"
                                  "{\"start\":4,\"end\":8}],\"rule\":\"it is \\\"so\\\"\","));
    assert_int_equal(lgm_record_read(&back, first, len, NULL), LGM_OK);
    assert_int_equal(lgm_record_write(back, LGM_FORMAT_JSONL, &second, NULL, NULL), LGM_OK);
    assert_string_equal(first, second);
    lgm_string_free(first);
    lgm_string_free(second);
    lgm_record_free(back);
    lgm_record_free(r);
    lgm_doc_free(doc);
}

/* A note that has no room fails the report at its end, and nothing before. */
static void want_of_memory_is_told(void **state)
{
    (void)state;
    lgm_err err = {0};
    lgm_doc *const doc = asked();
    lgm_alloc_fail_after(0);
    for (int i = 0; i < 100000 && !doc->why->failed; i++)
        LGM_WHY(doc, CLAIM, 0, "act", LGM_NO_WORDS, "one of many");
    lgm_alloc_fail_after(-1);
    assert_true(doc->why->failed);
    assert_int_equal(doc->why->notes.n, 0);
    LGM_WHY(doc, CLAIM, 0, "act", LGM_NO_WORDS, "too late");
    assert_int_equal(lgm_doc_why_status(doc, &err), LGM_E_NOMEM);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_asks_and_nothing_is_kept),
        cmocka_unit_test(notes_go_to_what_they_are_about),
        cmocka_unit_test(a_path_goes_up_and_down),
        cmocka_unit_test(no_path_leads_out_of_a_sentence),
        cmocka_unit_test(a_record_with_reasons_is_read_back),
        cmocka_unit_test(want_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
