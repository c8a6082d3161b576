/* test_emit.c - the record says what the document holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "sample_doc.h"

#include <json-c/json.h>
#include <stdio.h>

#include "emit/emit.h"

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
    lgm_record *r;
    char *out;
    size_t len;
    assert_int_equal(lgm_emit_record(doc, format == LGM_FORMAT_CONLLU, &r, NULL), LGM_OK);
    assert_int_equal(lgm_record_write(r, format, &out, &len, NULL), LGM_OK);
    assert_int_equal(strlen(out), len);
    lgm_record_free(r);
    return out;
}

static lgm_record *record_of(const lgm_doc *doc)
{
    lgm_record *r;
    assert_int_equal(lgm_emit_record(doc, false, &r, NULL), LGM_OK);
    return r;
}

static void assert_str(lgm_str s, const char *expected)
{
    assert_int_equal(s.len, strlen(expected));
    assert_memory_equal(s.ptr, expected, s.len);
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
    doc->claim_who[0].speaker = 0;
    doc->claim_who[0].kind = LGM_SPEAKER_ROLE;
    sample_unnamed(doc, LGM_ENTITY_PER, "The mayor|~She");
    sample_unnamed(doc, LGM_ENTITY_PER, "A clerk, in tears,");
    doc->mentions[2].head = doc->mentions[2].tokens.start + 1;
    lgm_record *const r = record_of(doc);
    lgm_doc_free(doc); /* the record stands without it */
    assert_int_equal(r->entities.n, 2);
    const lgm_entity *const mayor = &r->entities.at[0];
    assert_str(mayor->name, "The mayor");
    assert_int_equal(mayor->aliases.n, 0);
    assert_int_equal(mayor->mentions.n, 2);
    assert_int_equal(mayor->mentions.at[0].form, LGM_MENTION_NOMINAL);
    assert_true(mayor->mentions.at[0].confidence < 0);
    assert_int_equal(mayor->mentions.at[1].form, LGM_MENTION_PRONOUN);
    assert_int_equal(mayor->mentions.at[1].start, 19);
    assert_str(r->entities.at[1].name, "A clerk");
    assert_int_equal(r->claims.at[0].speaker, 0);
    assert_int_equal(r->claims.at[0].speaker_kind, LGM_SPEAKER_ROLE);
    lgm_record_free(r);
}

static void several_speak_together(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Ada Lind and Jo Marsh said no.");
    sample_claim(doc, NULL, "Ada Lind and Jo Marsh", "said", "no", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Ada Lind");
    sample_entity(doc, LGM_ENTITY_PER, "Jo Marsh");
    uint32_t both[] = {0, 1};
    doc->speakers = both;
    doc->n_speakers = 2;
    doc->claim_who[0] =
        (lgm_claim_who){.speaker = 0, .n_speakers = 2, .kind = LGM_SPEAKER_NAMED};
    char *const text = written(doc, LGM_FORMAT_JSONL);
    assert_non_null(strstr(text, "\"speaker\":\"e1\",\"speaker_kind\":\"named\","
                                 "\"speakers\":[\"e1\",\"e2\"],"));
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void why_a_source_is_one_is_written(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Mayor Ada Lind said no.");
    sample_claim(doc, NULL, "Mayor Ada Lind", "said", "no", LGM_FORM_INDIRECT);
    lgm_doc_ground ground = {sample_span(doc, "Mayor", 0), LGM_GROUND_ROLE};
    doc->claim_ground = &ground;
    char *const text = written(doc, LGM_FORMAT_JSONL);
    assert_non_null(strstr(text, "\"justification\":{\"span\":[0,5],\"kind\":\"role\"},"));
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void whom_a_claim_is_told_is_written(void **state)
{
    (void)state;
    lgm_doc *const doc = sample_doc("Ada Lind told Jo Marsh and police no.");
    sample_claim(doc, NULL, "Ada Lind", "told", "no", LGM_FORM_INDIRECT);
    sample_entity(doc, LGM_ENTITY_PER, "Jo Marsh");
    assert_true(lgm_vec_push(doc->arena, &doc->addressees,
                             ((lgm_doc_addressee){sample_span(doc, "Jo Marsh", 0), 0})));
    assert_true(lgm_vec_push(doc->arena, &doc->addressees,
                             ((lgm_doc_addressee){sample_span(doc, "police", 0), LGM_NONE})));
    doc->claim_who[0].n_to = 2;
    char *const text = written(doc, LGM_FORMAT_JSONL);
    assert_non_null(strstr(text, "\"to\":[{\"start\":14,\"end\":22,\"entity\":\"e1\"},"
                                 "{\"start\":27,\"end\":33,\"entity\":null}],"));
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void places_and_actors_are_written(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    lgm_doc_place place = {.geonames = 7,
                             .name = "Norvik",
                             .cc = "IS",
                             .lat = -5,
                             .lon = -12345600,
                             .confidence = 0.75f};
    lgm_doc_actor actor = {.code = "ISLGOV", .n_roles = 1};
    lgm_tokspan role = sample_span(doc, "know\nher", 0);
    doc->places = &place;
    doc->actors = &actor;
    doc->roles = &role;
    doc->n_roles = 1;
    lgm_record *const r = record_of(doc);
    const lgm_entity *const e = &r->entities.at[0];
    assert_str(e->actor, "ISLGOV");
    assert_int_equal(e->roles.n, 1);
    assert_str(e->roles.at[0], "know her");
    assert_float_equal(e->place->lon, -123.456, 1e-9);
    assert_null(e->place->admin1.ptr);
    lgm_record_free(r);

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
    static const char CONTENT[] = "it was “a” and “b” and “c” and “d” and “e” and “f” and “g” and "
                                  "“h” and “i” and “j” and “k” "
                                  "and “l” and “m” and “n” and “o”";
    char text[256];
    snprintf(text, sizeof text, "Jo said %s.", CONTENT);
    lgm_doc *const doc = sample_doc(text);
    sample_claim(doc, NULL, "Jo", "said", CONTENT, LGM_FORM_MIXED);
    lgm_record *const r = record_of(doc);
    const lgm_claim *const c = &r->claims.at[0];
    assert_int_equal(c->quoted.n, 15);
    for (size_t i = 0; i < c->quoted.n; i++) {
        const lgm_str word = lgm_record_quote(r, c->quoted.at[i]);
        assert_int_equal(word.len, 1);
        assert_int_equal(word.ptr[0], 'a' + i);
    }
    lgm_record_free(r);
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
    sample_labels(doc, &doc->rel, doc->n_tokens);
    for (uint32_t t = 0; t < doc->n_tokens; t++)
        sample_label(doc, &doc->rel, t, heads[t] == LGM_NONE ? "root" : "dep");
    char *const text = written(doc, LGM_FORMAT_CONLLU);
    assert_string_equal(text, "# newdoc id = sample\n"
                              "# newpar\n"
                              "# sent_id = sample-1\n"
                              "# text = They don't know her.\n"
                              "1\tThey\t_\t_\t_\t_\t4\tdep\t_\t_\n"
                              "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                              "2\tdo\t_\t_\t_\t_\t4\tdep\t_\t_\n"
                              "3\tn't\t_\t_\t_\t_\t4\tdep\t_\t_\n"
                              "4\tknow\t_\t_\t_\t_\t0\troot\t_\t_\n"
                              "5\ther\t_\t_\t_\t_\t4\tdep\t_\tSpaceAfter=No\n"
                              "6\t.\t_\t_\t_\t_\t4\tdep\t_\t_\n"
                              "\n"
                              "# newpar\n"
                              "# sent_id = sample-2\n"
                              "# text = Go on\n"
                              "1\tGo\t_\t_\t_\t_\t0\troot\t_\t_\n"
                              "2\ton\t_\t_\t_\t_\t1\tdep\t_\t_\n"
                              "\n");
    lgm_string_free(text);
    lgm_doc_free(doc);
}

static void a_failed_allocation_is_a_status(void **state)
{
    (void)state;
    lgm_doc *const doc = harbour();
    for (int words = 0; words < 2; words++) {
        lgm_status st = LGM_E_NOMEM;
        for (int64_t n = 0; st != LGM_OK; n++) {
            lgm_record *r;
            lgm_alloc_fail_after(n);
            st = lgm_emit_record(doc, words, &r, NULL);
            lgm_alloc_fail_after(-1);
            assert_true((st == LGM_OK) == (r != NULL));
            assert_true(st == LGM_OK || st == LGM_E_NOMEM);
            assert_true(n < 1000);
            lgm_record_free(r);
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
        cmocka_unit_test(several_speak_together),
        cmocka_unit_test(whom_a_claim_is_told_is_written),
        cmocka_unit_test(why_a_source_is_one_is_written),
        cmocka_unit_test(pretty_is_the_same_record),
        cmocka_unit_test(conllu_has_ranges_and_spaces),
        cmocka_unit_test(places_and_actors_are_written),
        cmocka_unit_test(quoted_parts_have_no_limit),
        cmocka_unit_test(a_failed_allocation_is_a_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
