/* test_record.c - the record says what the document holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_doc.h"

#include <json-c/json.h>
#include <stdio.h>

#include "legomena/engine.h"
#include "record/json.h"

static lgm_doc *harbour(void)
{
    lgm_doc *const doc =
        sample_doc("“It\tis ‘odd’,” Ada Lind said. They don't know\nher.\n\nLind left — café.");
    sample_claim(doc, NULL, "Ada Lind", "said", "“It\tis ‘odd’,”", LGM_FORM_DIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind|Lind");
    sample_sentence(doc, "said.");
    sample_sentence(doc, "her.");
    sample_sentence(doc, "café.");
    return doc;
}

static char *written(const lgm_doc *doc, lgm_format format)
{
    char *out;
    size_t len;
    assert_int_equal(lgm_doc_write(doc, format, &out, &len, NULL), LGM_OK);
    assert_int_equal(strlen(out), len);
    return out;
}

static struct json_object *field(struct json_object *o, const char *name)
{
    struct json_object *value;
    assert_true(json_object_object_get_ex(o, name, &value));
    return value;
}

static void assert_json(struct json_object *o, const char *name, const char *expected)
{
    assert_string_equal(json_object_to_json_string_ext(field(o, name), JSON_C_TO_STRING_PLAIN),
                        expected);
}

static void a_model_without_version_has_none(void **state)
{
    (void)state;
    static const char *const versions[][2] = {{"7", "{\"name\":\"m\",\"version\":\"7\"}"},
                                              {"", "{\"name\":\"m\",\"version\":null}"}};
    for (size_t i = 0; i < LGM_COUNT(versions); i++) {
        lgm_doc *const doc = harbour();
        doc->model_name = "m";
        doc->model_version = versions[i][0];
        char *const text = written(doc, LGM_FORMAT_JSONL);
        struct json_object *const o = json_tokener_parse(text);
        assert_json(o, "model", versions[i][1]);
        json_object_put(o);
        lgm_string_free(text);
        lgm_doc_free(doc);
    }
}

static void every_field_is_there(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    char *const text = written(doc, LGM_FORMAT_JSONL);
    assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
    struct json_object *const o = json_tokener_parse(text);
    assert_non_null(o);
    assert_json(o, "legomena", "1");
    assert_json(o, "id", "\"sample\"");
    assert_json(o, "title", "null");
    assert_json(o, "model", "null");
    assert_json(o, "engine", "\"" LGM_VERSION "\"");
    assert_json(o, "sentences", "[[0,29],[30,50],[52,69]]");
    assert_json(o, "times", "[]");
    struct json_object *const e = json_object_array_get_idx(field(o, "entities"), 0);
    assert_json(e, "id", "\"e1\"");
    assert_json(e, "type", "\"PER\"");
    assert_json(e, "name", "\"Ada Lind\"");
    assert_json(e, "aliases", "[\"Lind\"]");
    assert_json(e, "mentions",
                "[{\"start\":15,\"end\":23,\"form\":\"name\",\"confidence\":0.75},"
                "{\"start\":52,\"end\":56,\"form\":\"name\",\"confidence\":0.75}]");
    struct json_object *const c = json_object_array_get_idx(field(o, "claims"), 0);
    assert_json(c, "id", "\"c1\"");
    assert_json(c, "source", "[[15,23]]");
    assert_json(c, "cue", "[[24,28]]");
    assert_json(c, "content", "[[0,14]]");
    assert_json(c, "quoted", "[[1,13]]");
    assert_json(c, "form", "\"direct\"");
    assert_json(c, "speaker", "null");
    assert_json(c, "confidence", "0.88");
    json_object_put(o);
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void mentions_have_a_form(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("The mayor said no. She left. A clerk, in tears, stayed.");
    sample_claim(doc, NULL, "The mayor", "said", "no", LGM_FORM_INDIRECT);
    sample_speaker(doc, 0, 0, LGM_SPEAKER_ROLE);
    sample_unnamed(doc, LGM_ENTITY_PER, "The mayor|~She");
    sample_unnamed(doc, LGM_ENTITY_PER, "A clerk, in tears,");
    doc->mentions[2].head = doc->mentions[2].tokens.start + 1;
    char *const text = written(doc, LGM_FORMAT_JSONL);
    struct json_object *const o = json_tokener_parse(text);
    struct json_object *e = json_object_array_get_idx(field(o, "entities"), 0);
    assert_json(e, "name", "\"The mayor\"");
    assert_json(e, "aliases", "[]");
    assert_json(e, "mentions", "[{\"start\":0,\"end\":9,\"form\":\"nominal\"},"
                               "{\"start\":19,\"end\":22,\"form\":\"pronoun\"}]");
    e = json_object_array_get_idx(field(o, "entities"), 1);
    assert_json(e, "name", "\"A clerk\"");
    struct json_object *const c = json_object_array_get_idx(field(o, "claims"), 0);
    assert_json(c, "speaker", "\"e1\"");
    assert_json(c, "speaker_kind", "\"role\"");
    json_object_put(o);
    lgm_string_free(text);

    lgm_entity entity;
    lgm_mention_form form;
    lgm_claim claim;
    float share;
    assert_int_equal(lgm_doc_entity(doc, 0, &entity), LGM_OK);
    assert_int_equal(entity.named, 0);
    assert_int_equal(entity.n_mentions, 2);
    assert_int_equal(lgm_doc_mention_form(doc, 0, 1, &form), LGM_OK);
    assert_string_equal(lgm_mention_form_name(form), "pronoun");
    assert_int_equal(lgm_doc_mention_form(doc, 0, 2, &form), LGM_E_ARG);
    assert_int_equal(lgm_doc_mention_confidence(doc, 0, 0, &share), LGM_E_NOTFOUND);
    assert_int_equal(lgm_doc_claim(doc, 0, &claim), LGM_OK);
    assert_int_equal(claim.speaker, 0);
    lgm_doc_free(doc);
}

static void pretty_is_the_same_record(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    char *const line = written(doc, LGM_FORMAT_JSONL), *const pretty =
                                                           written(doc, LGM_FORMAT_JSON);
    struct json_object *const a = json_tokener_parse(line), *const b = json_tokener_parse(pretty);
    assert_true(json_object_equal(a, b));
    assert_non_null(strstr(pretty, "\n  \"sentences\": [\n    [0, 29],\n"));
    json_object_put(a);
    json_object_put(b);
    lgm_string_free(line);
    lgm_string_free(pretty);
    lgm_doc_free(doc);
}

static void strings_are_escaped(void **state)
{
    (void)state;
    lgm_buf b = {0};
    lgm_json w = {.out = &b};
    lgm_json_text(&w, "a\"\\\n\x01\x7f\xc2\x9b\xc2\xa0\xe2\x80\x9c");
    char *out;
    assert_int_equal(lgm_buf_take(&b, &out, NULL, NULL), LGM_OK);
    assert_string_equal(out, "\"a\\\"\\\\\\n\\u0001\\u007f\\u009b\xc2\xa0\xe2\x80\x9c\"");
    lgm_string_free(out);
}

static void shares_have_two_decimals(void **state)
{
    (void)state;
    static const struct {
        float value;
        const char *text;
    } cases[] = {{0, "0.0"},
                 {1, "1.0"},
                 {0.5f, "0.5"},
                 {0.994f, "0.99"},
                 {0.996f, "1.0"},
                 {0.05f, "0.05"},
                 {-3, "0.0"},
                 {7, "1.0"},
                 {0.0f / 1, "0.0"},
                 {0.125f, "0.13"},
                 {__builtin_nanf(""), "0.0"}};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        lgm_buf b = {0};
        lgm_json w = {.out = &b};
        lgm_json_share(&w, cases[i].value);
        char *out;
        assert_int_equal(lgm_buf_take(&b, &out, NULL, NULL), LGM_OK);
        assert_string_equal(out, cases[i].text);
        lgm_string_free(out);
    }
}

static void conllu_has_ranges_and_spaces(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("They don't\tknow\nher.\n\nGo on");
    sample_sentence(doc, "her.");
    sample_sentence(doc, "Go on");
    doc->head = lgm_arena_calloc(doc->arena, doc->n_tokens, sizeof *doc->head);
    const uint32_t heads[] = {3, 3, 3, LGM_NONE, 3, 3, LGM_NONE, 6};
    assert_int_equal(doc->n_tokens, LGM_COUNT(heads));
    memcpy(doc->head, heads, sizeof heads);
    char *const text = written(doc, LGM_FORMAT_CONLLU);
    assert_string_equal(text, "# newdoc id = sample\n"
                              "# newpar\n"
                              "# sent_id = sample-1\n"
                              "# text = They don't know her.\n"
                              "1\tThey\t_\t_\t_\t_\t4\t_\t_\t_\n"
                              "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                              "2\tdo\t_\t_\t_\t_\t4\t_\t_\t_\n"
                              "3\tn't\t_\t_\t_\t_\t4\t_\t_\t_\n"
                              "4\tknow\t_\t_\t_\t_\t0\t_\t_\t_\n"
                              "5\ther\t_\t_\t_\t_\t4\t_\t_\tSpaceAfter=No\n"
                              "6\t.\t_\t_\t_\t_\t4\t_\t_\t_\n"
                              "\n"
                              "# newpar\n"
                              "# sent_id = sample-2\n"
                              "# text = Go on\n"
                              "1\tGo\t_\t_\t_\t_\t0\t_\t_\t_\n"
                              "2\ton\t_\t_\t_\t_\t1\t_\t_\t_\n"
                              "\n");
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void getters_check_their_index(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    lgm_claim c;
    lgm_entity e;
    lgm_cpspan s;
    lgm_word w;
    lgm_sentence n;
    assert_int_equal(lgm_doc_claim(doc, 0, &c), LGM_OK);
    assert_int_equal(c.n_quoted, 1);
    assert_int_equal(lgm_doc_claim_quoted(doc, 0, 0, &s), LGM_OK);
    const lgm_str quoted = lgm_doc_quote(doc, s);
    assert_memory_equal(quoted.ptr, "It\tis ‘odd’,", quoted.len);
    assert_int_equal(lgm_doc_claim_quoted(doc, 0, 1, &s), LGM_E_ARG);
    assert_int_equal(lgm_doc_claim_quoted(doc, 1, 0, &s), LGM_E_ARG);
    assert_int_equal(lgm_doc_claim(doc, 1, &c), LGM_E_ARG);
    assert_int_equal(lgm_doc_entity(doc, 0, &e), LGM_OK);
    assert_int_equal(e.n_mentions, 2);
    assert_int_equal(lgm_doc_entity(doc, 1, &e), LGM_E_ARG);
    assert_int_equal(lgm_doc_mention(doc, 0, 2, &s), LGM_E_ARG);
    assert_int_equal(lgm_doc_mention(doc, 1, 0, &s), LGM_E_ARG);
    float sure;
    assert_int_equal(lgm_doc_mention_confidence(doc, 0, 1, &sure), LGM_OK);
    assert_true(sure == 0.75f);
    assert_int_equal(lgm_doc_mention_confidence(doc, 0, 2, &sure), LGM_E_ARG);
    assert_int_equal(lgm_doc_mention_confidence(doc, 1, 0, &sure), LGM_E_ARG);
    assert_int_equal(lgm_doc_word(doc, 0, &w), LGM_OK);
    assert_int_equal(w.head, -1);
    assert_int_equal(lgm_doc_word(doc, doc->n_tokens, &w), LGM_E_ARG);
    assert_int_equal(lgm_doc_sentence(doc, 3, &n), LGM_E_ARG);
    assert_string_equal(lgm_claim_form_name(LGM_FORM_MIXED), "mixed");
    assert_string_equal(lgm_entity_type_name(LGM_ENTITY_FAC), "FAC");
    lgm_doc_free(doc);
}

static void places_and_actors_are_written(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    lgm_entity e;
    lgm_entity_place p;
    lgm_cpspan s;
    assert_int_equal(lgm_doc_place(doc, 0, &p), LGM_E_NOTFOUND);
    assert_int_equal(lgm_doc_role(doc, 0, 0, &s), LGM_E_ARG);

    lgm_place_layer place = {.geonames = 7,
                             .name = "Norvik",
                             .cc = "IS",
                             .lat = -5,
                             .lon = -12345600,
                             .confidence = 0.75f};
    lgm_actor_layer actor = {.code = "ISLGOV", .n_roles = 1};
    lgm_tokspan role = sample_span(doc, "know\nher", 0);
    doc->places = &place;
    doc->actors = &actor;
    doc->roles = &role;
    doc->n_roles = 1;
    assert_int_equal(lgm_doc_entity(doc, 0, &e), LGM_OK);
    assert_string_equal(e.actor, "ISLGOV");
    assert_int_equal(e.n_roles, 1);
    assert_int_equal(lgm_doc_role(doc, 0, 0, &s), LGM_OK);
    assert_int_equal(lgm_doc_role(doc, 0, 1, &s), LGM_E_ARG);
    assert_int_equal(lgm_doc_place(doc, 0, &p), LGM_OK);
    assert_int_equal(lgm_doc_place(doc, 1, &p), LGM_E_ARG);
    assert_string_equal(p.name, "Norvik");
    assert_float_equal(p.lon, -123.456, 1e-9);
    assert_null(p.admin1);

    char *const text = written(doc, LGM_FORMAT_JSONL);
    assert_non_null(strstr(text, "\"roles\":[\"know her\"],\"place\":{\"geonames\":7,\"name\":"
                                 "\"Norvik\",\"country\":\"IS\",\"admin1\":null,\"lat\":-0.00005,"
                                 "\"lon\":-123.456,\"confidence\":0.75},\"actor\":\"ISLGOV\""));
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void quoted_parts_have_no_limit(void **state)
{
    (void)state;
    static const char CONTENT[] =
        "it was “a” and “b” and “c” and “d” and “e” and “f” and “g” and “h” and “i” and “j” and “k” "
        "and “l” and “m” and “n” and “o”";
    char text[256];
    snprintf(text, sizeof text, "Jo said %s.", CONTENT);
    lgm_doc *const doc = sample_doc(text);
    sample_claim(doc, NULL, "Jo", "said", CONTENT, LGM_FORM_MIXED);
    lgm_claim c;
    assert_int_equal(lgm_doc_claim(doc, 0, &c), LGM_OK);
    assert_int_equal(c.n_quoted, 15);
    for (size_t i = 0; i < c.n_quoted; i++) {
        lgm_cpspan s;
        assert_int_equal(lgm_doc_claim_quoted(doc, 0, i, &s), LGM_OK);
        const lgm_str word = lgm_doc_quote(doc, s);
        assert_int_equal(word.len, 1);
        assert_int_equal(word.ptr[0], 'a' + i);
    }
    lgm_doc_free(doc);
}

static void a_failed_allocation_is_a_status(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    for (lgm_format f = LGM_FORMAT_JSON; f <= LGM_FORMAT_CONLLU; f++) {
        lgm_status st = LGM_E_NOMEM;
        for (int64_t n = 0; st != LGM_OK; n++) {
            char *out;
            lgm_alloc_fail_after(n);
            st = lgm_doc_write(doc, f, &out, NULL, NULL);
            lgm_alloc_fail_after(-1);
            assert_true((st == LGM_OK) == (out != NULL));
            assert_true(st == LGM_OK || st == LGM_E_NOMEM);
            assert_true(n < 1000);
            lgm_string_free(out);
        }
    }
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_is_there),
        cmocka_unit_test(a_model_without_version_has_none),
        cmocka_unit_test(mentions_have_a_form),
        cmocka_unit_test(pretty_is_the_same_record),
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(shares_have_two_decimals),
        cmocka_unit_test(conllu_has_ranges_and_spaces),
        cmocka_unit_test(getters_check_their_index),
        cmocka_unit_test(places_and_actors_are_written),
        cmocka_unit_test(quoted_parts_have_no_limit),
        cmocka_unit_test(a_failed_allocation_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
