/* test_foreign.c - paragraphs in another language, and invisible manifests, within English
 * reports. Texts are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "emit/emit.h"
#include "legomena/record.h"
#include "read/c2pa.h"
#include "read/paragraphs.h"
#include "read/report.h"
#include "text/text.h"

#define UNUSED __attribute__((unused))

#define ENGLISH                                                                                    \
    "The mayor of Hellbruck said on Tuesday that his deputy would go, and that the council "       \
    "would meet this week. They were told that the files from the mill were lost."
#define GERMAN                                                                                     \
    "Der B\xc3\xbcrgermeister von Hellbruck hat am Dienstag den R\xc3\xbc"                         \
    "cktritt seines Stellvertreters angek\xc3\xbcndigt. Nach Angaben der Staatsanwaltschaft "      \
    "wurden bei einer Durchsuchung mehrere Akten beschlagnahmt. Wir werden alles tun, sagte er."
#define SPANISH                                                                                    \
    "El alcalde de Villaverde anunci\xc3\xb3 el martes la renuncia de su adjunto. Seg\xc3\xban "   \
    "la fiscal\xc3\xad"                                                                            \
    "a, varios expedientes fueron incautados durante un registro. Haremos todo lo posible "        \
    "para aclarar estas acusaciones, dijo a los periodistas."
/* U+FEFF and "C2PATXT", NUL, 1, each byte a variation selector */
#define BYTE(last) "\xf3\xa0\x84" last
#define MANIFEST                                                                                   \
    "\xef\xbb\xbf" BYTE("\xb3") BYTE("\xa2") "\xf3\xa0\x85\x80" BYTE("\xb1") "\xf3\xa0\x85\x84"    \
                                                                             "\xf3\xa0\x85\x88"    \
                                                                             "\xf3\xa0\x85\x84"    \
                                                                             "\xef\xb8\x80"        \
                                                                             "\xef\xb8\x81"

static lgm_doc *doc_of(const char *text)
{
    lgm_doc *doc;
    const lgm_input in = {.text = text, .len = strlen(text)};
    assert_int_equal(lgm_doc_new(&doc, 0, NULL), LGM_OK);
    assert_int_equal(lgm_read_report_fill(doc, &in, NULL), LGM_OK);
    assert_int_equal(lgm_text_run(doc, NULL), LGM_OK);
    return doc;
}

static lgm_slice words(const lgm_doc *doc, lgm_span s)
{
    return (lgm_slice){doc->text.ptr + s.start, s.end - s.start};
}

static void a_paragraph_in_another_language_is_marked_and_passed_over(UNUSED void **state)
{
    lgm_doc *const doc = doc_of(ENGLISH "\n\n" GERMAN "\n\n" ENGLISH);
    assert_string_equal(doc->lang.ptr, "en");
    assert_int_equal(doc->foreign.n, 1);
    assert_string_equal(doc->foreign.at[0].lang, "de");
    assert_true(lgm_slice_eq(words(doc, doc->foreign.at[0].text), LGM_SLICE(GERMAN)));
    lgm_doc *const plain = doc_of(ENGLISH "\n\n" ENGLISH);
    assert_int_equal(doc->n_tokens, plain->n_tokens);
    uint32_t paragraphs = 0;
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        assert_int_equal(doc->tokens[i].flags, plain->tokens[i].flags);
        paragraphs += (doc->tokens[i].flags & LGM_TOK_PAR) != 0;
    }
    assert_int_equal(paragraphs, 2);
    lgm_doc_free(doc);
    lgm_doc_free(plain);
}

static void neighbours_of_one_language_are_one_passage(UNUSED void **state)
{
    lgm_doc *const doc =
        doc_of(GERMAN "\n\n" GERMAN "\n\nHellbruck\n\n" SPANISH "\n\n" ENGLISH "\n" ENGLISH);
    assert_int_equal(doc->foreign.n, 2);
    assert_string_equal(doc->foreign.at[0].lang, "de");
    assert_int_equal(doc->foreign.at[0].text.end, 2 * strlen(GERMAN) + 2);
    assert_string_equal(doc->foreign.at[1].lang, "es");
    lgm_doc_free(doc);
}

static void a_quotation_is_marked_and_read(UNUSED void **state)
{
    const char *const text =
        ENGLISH " He told the paper:\n\n\xe2\x80\x9c" GERMAN "\xe2\x80\x9d\n\n" ENGLISH;
    lgm_doc *const doc = doc_of(text);
    assert_int_equal(doc->foreign.n, 1);
    assert_true(doc->foreign.at[0].quoted);
    bool found = false;
    for (uint32_t i = 0; i < doc->n_tokens; i++)
        found |= lgm_slice_eq(lgm_doc_form(doc, i), LGM_SLICE("Stellvertreters"));
    assert_true(found);
    lgm_doc_free(doc);
}

static void english_stays_english(UNUSED void **state)
{
    static const char *const texts[] = {
        ENGLISH "\n\n\"Wir schaffen das,\" he said, and walked out.\n\n" ENGLISH,
        ENGLISH "\n\nVerdala: Marco Rossi; Luca Bianchi, Paolo Ferri, Andrea Conti; Gianni Verdi, "
                "Sandro Neri.\n\n" ENGLISH,
        ENGLISH "\n\nFeuer in Hellbruck!\n\n" ENGLISH,
        GERMAN,
        "",
    };
    for (size_t i = 0; i < LGM_COUNT(texts); i++) {
        lgm_doc *const doc = doc_of(texts[i]);
        if (doc->foreign.n) fail_msg("marked in %s", texts[i]);
        lgm_doc_free(doc);
    }
}

static void a_manifest_is_known_and_moves_no_token(UNUSED void **state)
{
    static const char *const texts[] = {
        ENGLISH MANIFEST,
        MANIFEST ENGLISH,
        ENGLISH "\n" MANIFEST "\n",
        "The mayor" MANIFEST " of Hellbruck said that",
    };
    static const char *const plain[] = {ENGLISH, ENGLISH, ENGLISH "\n\n",
                                        "The mayor of Hellbruck said that"};
    for (size_t i = 0; i < LGM_COUNT(texts); i++) {
        lgm_doc *const doc = doc_of(texts[i]), *const other = doc_of(plain[i]);
        assert_int_equal(doc->text.len, strlen(texts[i]));
        assert_int_equal(doc->warnings.n, 0);
        assert_int_equal(doc->manifests.n, 1);
        assert_true(lgm_slice_eq(words(doc, doc->manifests.at[0]), LGM_SLICE(MANIFEST)));
        assert_int_equal(doc->n_tokens, other->n_tokens);
        for (uint32_t k = 0; k < doc->n_tokens; k++)
            assert_true(lgm_slice_eq(lgm_doc_form(doc, k), lgm_doc_form(other, k)));
        lgm_doc_free(doc);
        lgm_doc_free(other);
    }
}

static void what_is_no_manifest_is_none(UNUSED void **state)
{
    static const char *const texts[] = {
        "A\xef\xbb\xbf mark alone", "Snow \xe2\x98\x83\xef\xb8\x8f fell", /* an emoji's selector */
        "Cut \xef\xbb\xbf" BYTE("\xb3") BYTE("\xa2") " short",
        "\xef\xbb\xbf"
        "A byte-order mark"};
    for (size_t i = 0; i < LGM_COUNT(texts); i++) {
        lgm_doc *const doc = doc_of(texts[i]);
        assert_int_equal(doc->manifests.n, 0);
        lgm_doc_free(doc);
    }
}

static void the_record_tells_both(UNUSED void **state)
{
    lgm_doc *const doc = doc_of("\xc3\x9c. " ENGLISH "\n\n" GERMAN "\n\n" ENGLISH MANIFEST);
    lgm_record *record, *back;
    char *json;
    size_t len;
    assert_int_equal(lgm_emit_record(doc, false, &record, NULL), LGM_OK);
    assert_int_equal(record->languages.n, 1);
    assert_int_equal(record->languages.at[0].start, 3 + strlen(ENGLISH) + 2);
    assert_string_equal(record->languages.at[0].lang.ptr, "de");
    assert_int_equal(record->c2pa.n, 1);
    assert_int_equal(record->c2pa.at[0].end, record->length);
    assert_int_equal(record->c2pa.at[0].end - record->c2pa.at[0].start, 10);
    assert_int_equal(lgm_record_write(record, LGM_FORMAT_JSONL, &json, &len, NULL), LGM_OK);
    assert_int_equal(lgm_record_read(&back, json, len, NULL), LGM_OK);
    assert_int_equal(back->languages.n, 1);
    assert_int_equal(back->c2pa.n, 1);
    lgm_string_free(json);
    lgm_record_free(back);
    lgm_record_free(record);
    lgm_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_in_another_language_is_marked_and_passed_over),
        cmocka_unit_test(neighbours_of_one_language_are_one_passage),
        cmocka_unit_test(a_quotation_is_marked_and_read),
        cmocka_unit_test(english_stays_english),
        cmocka_unit_test(a_manifest_is_known_and_moves_no_token),
        cmocka_unit_test(what_is_no_manifest_is_none),
        cmocka_unit_test(the_record_tells_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
