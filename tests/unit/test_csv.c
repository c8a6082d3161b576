/* test_csv.c - the table of claims. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_record.h"

#include "csv.h"

static const char *text_of(strbuf *b)
{
    strbuf_put(b, "", 1);
    assert_false(b->failed);
    return b->at;
}

static void a_row_has_what_the_record_has(void **state)
{
    (void)state;
    lgm_doc *const doc =
        sample_doc("Fire at the quay\n\nOn Friday, said harbour\nmaster “Ada” Lind, the "
                   "quay, “old as it is”, fell. It was  so.");
    sample_claim(doc, NULL, "harbour\nmaster “Ada” Lind", "said",
                 "the quay, “old as it is”|It was  so", LGM_FORM_MIXED);
    doc->date = LGM_SLICE("2024-05-27");
    lgm_claim_act act = {.act = LGM_ACT_DENY, .certainty = LGM_CERTAINTY_NOT_CERTAIN};
    doc->claim_act = &act;
    strbuf b = {0};
    csv_header(&b, PART_ALL);
    lgm_record *const r = sample_record(doc);
    r->from = &(lgm_from){.file = {"a, b.txt", 8}};
    assert_int_equal(csv_report(&b, r, PART_ALL), 0);
    r->from = &(lgm_from){.file = {"b.jsonl", 7}, .line = 12};
    assert_int_equal(csv_report(&b, r, PART_ALL), 0);
    lgm_record_free(r);
    assert_string_equal(
        text_of(&b),
        "file,line,report_id,date,speaker,speaker_kind,source,cue,content,said,form,"
        "act,certainty,confidence,claim,replies,to,justification,justification_kind\r\n"
        "\"a, b.txt\",3,sample,2024-05-27,,unknown,harbour master “Ada” Lind,said,\"the quay, “old "
        "as "
        "it is” … It was so\",,mixed,deny,CT-,0.88,c1,,,,\r\n"
        "b.jsonl,12,sample,2024-05-27,,unknown,harbour master “Ada” Lind,said,\"the quay, “old as "
        "it is” … It was so\",,mixed,deny,CT-,0.88,c1,,,,\r\n");
    strbuf_done(&b);
    lgm_doc_free(doc);
}

/* What it answers, whom it is told and why it is known: several in one cell. */
static void a_row_says_what_it_answers(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Lind told Jo Marsh and police, as a witness, it fell.\n"
                                    "It did not, Berg said.");
    sample_claim(doc, NULL, "Lind", "told", "it fell", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "Berg", "said", "It did not", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Jo Marsh");
    lgm_claim_reply replies[] = {{1, 0, LGM_ANSWER_DENIES}};
    doc->claim_replies = replies;
    doc->n_claim_replies = 1;
    doc->claim_who[0].n_to = 2;
    assert_true(lgm_vec_push(doc->arena, &doc->addressees,
                             ((lgm_doc_addressee){sample_span(doc, "Jo Marsh", 0), 0})));
    assert_true(lgm_vec_push(doc->arena, &doc->addressees,
                             ((lgm_doc_addressee){sample_span(doc, "police", 0), LGM_NONE})));
    lgm_doc_ground why[] = {{sample_span(doc, "as a witness", 0), LGM_GROUND_EYEWITNESS},
                            {{0, 0}, LGM_GROUND_NONE}};
    doc->claim_ground = why;
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    csv_report(&b, r, PART_ALL);
    lgm_record_free(r);
    assert_string_equal(text_of(&b),
                        ",1,sample,,,unknown,Lind,told,it fell,,indirect,,,0.88,c1,,Jo Marsh; "
                        "police,as a witness,eyewitness\r\n"
                        ",2,sample,,,unknown,Berg,said,It did not,,indirect,,,0.88,c2,denies "
                        "c1,,,\r\n");
    strbuf_done(&b);
    lgm_doc_free(doc);
}

/* Marks are doubled; a formula gets a ', and so does what begins with ' and would be one without
 * it. */
static void no_cell_is_a_formula(void **state)
{
    (void)state;
    lgm_doc *const doc =
        sample_doc("@ada said -5 and \"so\" on. '=x' and 'no' he told '' +1. \033[2J she cried.");
    sample_claim(doc, NULL, "@ada", "said", "-5 and \"so\" on", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "he", "told", "'=x' and 'no'", LGM_FORM_INDIRECT);
    sample_claim(doc, NULL, "she", "cried", "'' +1. \033[2J", LGM_FORM_INDIRECT);
    doc->id = LGM_SLICE("=1");
    strbuf b = {0};
    lgm_record *const r = sample_record(doc);
    assert_int_equal(csv_report(&b, r, PART_ALL), 6);
    lgm_record_free(r);
    assert_string_equal(
        text_of(&b),
        ",1,'=1,,,unknown,'@ada,said,\"'-5 and \"\"so\"\" on\",,indirect,,,0.88,c1,,,,\r\n"
        ",1,'=1,,,unknown,he,told,''=x' and 'no',,indirect,,,0.88,c2,,,,\r\n"
        ",1,'=1,,,unknown,she,cried,'' +1. \uFFFD[2J,,indirect,,,0.88,c3,,,,\r\n");
    strbuf_done(&b);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_has_what_the_record_has),
        cmocka_unit_test(a_row_says_what_it_answers),
        cmocka_unit_test(no_cell_is_a_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
