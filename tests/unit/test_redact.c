/* test_redact.c - who is hidden, where their names are found, and that a redacted record is one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "legomena/redact.h"

/* ---- records by hand ---- */

typedef struct person {
    const char *name, *role; /* every place of the name in the text is a mention */
} person;

static void put(char *out, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    vsnprintf(out + strlen(out), 8192 - strlen(out), fmt, args);
    va_end(args);
}

static void put_mentions(char *out, const char *text, const char *name)
{
    int n = 0;
    for (const char *at = text; (at = strstr(at, name)); at += strlen(name))
        put(out, "%s{\"start\":%d,\"end\":%d,\"form\":\"name\"}", n++ ? "," : "", (int)(at - text),
            (int)(at - text + (int)strlen(name)));
}

/* As a string of JSON. */
static const char *escaped(const char *text)
{
    static char out[1024];
    size_t n = 0;
    for (; *text && n + 3 < sizeof out; text++) {
        if (*text == '\n') out[n++] = '\\';
        out[n++] = *text == '\n' ? 'n' : *text;
    }
    out[n] = '\0';
    return out;
}

static lgm_record *record(const char *title, const char *text, const person *people, size_t n)
{
    static char json[8192];
    lgm_record *r;
    lgm_err err = {0};
    json[0] = '\0';
    put(json,
        "{\"legomena\":1,\"id\":\"r\",\"url\":null,\"title\":\"%s\",\"byline\":\"By Ada Finch\","
        "\"publisher\":null,\"date\":null,\"retrieved\":null,\"lang\":\"en\",\"sha256\":\"%064d\","
        "\"raw_sha256\":\"%064d\",\"model\":{\"name\":\"m\",\"version\":null},\"engine\":\"0\","
        "\"text\":\"%s\","
        "\"sentences\":[[0,%d]],\"entities\":[",
        title, 0, 0, escaped(text), (int)strlen(text));
    for (size_t i = 0; i < n; i++) {
        put(json, "%s{\"id\":\"e%zu\",\"type\":\"PER\",\"name\":\"%s\",\"aliases\":[],\"roles\":[",
            i ? "," : "", i + 1, people[i].name);
        if (people[i].role) put(json, "\"%s\"", people[i].role);
        put(json, "],\"place\":null,\"actor\":null,\"mentions\":[");
        put_mentions(json, text, people[i].name);
        put(json, "]}");
    }
    put(json, "],\"times\":[],\"claims\":[],\"events\":[],\"incidents\":[],\"timeline\":[],"
              "\"disputes\":[],"
              "\"warnings\":[]}");
    if (lgm_record_read(&r, json, strlen(json), &err) != LGM_OK)
        fail_msg("%s: %s", err.message, json);
    return r;
}

/* The text and the title of the redacted record, and that it reads back. */
static void expect(const char *title, const char *text, const person *people, size_t n,
                   const char *title_then, const char *text_then)
{
    lgm_record *const r = record(title, text, people, n);
    lgm_record *shown, *back;
    char *json;
    size_t len;
    assert_int_equal(lgm_redact(&shown, r, NULL), LGM_OK);
    lgm_record_free(r); /* the new one borrows nothing */
    assert_string_equal(shown->text.ptr, text_then);
    assert_string_equal(shown->title.ptr, title_then);
    for (size_t i = 0; i < shown->redacted.n; i++)
        assert_int_equal(lgm_record_quote(shown, shown->redacted.at[i]).ptr[0], '[');
    assert_int_equal(lgm_record_write(shown, LGM_FORMAT_JSON, &json, &len, NULL), LGM_OK);
    assert_int_equal(lgm_record_read(&back, json, len, NULL), LGM_OK);
    assert_int_equal(back->redacted.n, shown->redacted.n);
    lgm_string_free(json);
    lgm_record_free(back);
    lgm_record_free(shown);
}

#define EXPECT(title, text, title_then, text_then, ...)                                            \
    do {                                                                                           \
        const person people[] = {__VA_ARGS__};                                                     \
        expect(title, text, people, sizeof people / sizeof *people, title_then, text_then);        \
    } while (0)

/* ---- who ---- */

static void who_came_to_harm_is_hidden(void **state)
{
    (void)state;
    EXPECT("Blast", "Mila Torv was killed. Nobody saw Torv again.", "Blast",
           "[victim 1] was killed. Nobody saw [victim 1] again.", {"Mila Torv", NULL});
    EXPECT("Blast", "The murder of Mila Torv shocked Ostrel.", "Blast",
           "The murder of [victim 1] shocked Ostrel.", {"Mila Torv", NULL});
    EXPECT("Blast", "The dead were named as Ivo Sand, 77, and Nada Lunt, 41.", "Blast",
           "The dead were named as [victim 1], 77, and [victim 2], 41.", {"Ivo Sand", NULL},
           {"Nada Lunt", NULL});
    EXPECT("Blast", "Mila Torv's body was found.", "Blast", "[victim 1]'s body was found.",
           {"Mila Torv", NULL});
    EXPECT("Blast", "Among the dead are Ivo Sand and Mila Torv.", "Blast",
           "Among the dead are [victim 1] and [victim 2].", {"Ivo Sand", NULL},
           {"Mila Torv", NULL});
    EXPECT("Wedding", "Their daughter Mia, 4, ran to Ivo Sand.", "Wedding",
           "Their daughter [minor 1], 4, ran to Ivo Sand.", {"Ivo Sand", NULL});
    EXPECT("Blast", "It left three workers dead: Ivo Sand and Mila Torv.", "Blast",
           "It left three workers dead: [victim 1] and [victim 2].", {"Ivo Sand", NULL},
           {"Mila Torv", NULL});
    EXPECT("Quake", "Rescuers found Mila Torv alive.", "Quake", "Rescuers found [victim 1] alive.",
           {"Mila Torv", NULL});
    EXPECT("Blast", "The president visited Mila Torv, who was wounded.", "Blast",
           "The president visited [victim 1], who was wounded.", {"Mila Torv", NULL});
    EXPECT("Talks", "Mila Torv met Ivo Sand.", "Talks", "Mila Torv met Ivo Sand.",
           {"Mila Torv", NULL}, {"Ivo Sand", NULL});
}

static void who_has_an_office_stays(void **state)
{
    (void)state;
    EXPECT("Blast", "Ilin Ostin was killed.", "Blast", "Ilin Ostin was killed.",
           {"Ilin Ostin", "mayor of Ostrel"});
    EXPECT("Blast", "Ilin Ostin, the interior minister, was killed.", "Blast",
           "Ilin Ostin, the interior minister, was killed.", {"Ilin Ostin", NULL});
    EXPECT("Blast", "Ada Finch was wounded.", "Blast", "Ada Finch was wounded.",
           {"Ada Finch", NULL}); /* the author */
    EXPECT("Blast", "Ilin Ostin was killed.", "Blast", "[victim 1] was killed.",
           {"Ilin Ostin", "widow of the president"});
    EXPECT("Blast", "Ilin Ostin was killed.", "Blast", "[victim 1] was killed.",
           {"Ilin Ostin", "the mayor's driver"});
}

static void who_is_no_adult_is_hidden(void **state)
{
    (void)state;
    EXPECT("Prize", "Mila Torv, 12, won.", "Prize", "[minor 1], 12, won.", {"Mila Torv", NULL});
    EXPECT("Prize", "Mila Torv, 21, won.", "Prize", "Mila Torv, 21, won.", {"Mila Torv", NULL});
    EXPECT("Prize", "The 9-year-old Mila Torv won.", "Prize", "The 9-year-old [minor 1] won.",
           {"Mila Torv", NULL});
    EXPECT("Prize", "A girl called Mila Torv won.", "Prize", "A girl called [minor 1] won.",
           {"Mila Torv", NULL});
    EXPECT("Prize", "Mila Torv, a pupil of two schools, won.", "Prize",
           "[minor 1], a pupil of two schools, won.", {"Mila Torv", NULL});
    EXPECT("Trial", "The suspect, Pavle Orr, 16, was charged.", "Trial",
           "The suspect, [minor 1], 16, was charged.", {"Pavle Orr", NULL});
    EXPECT("Trial", "The suspect, Pavle Orr, 26, was charged with killing Ivo Sand.", "Trial",
           "The suspect, Pavle Orr, 26, was charged with killing [victim 1].", {"Pavle Orr", NULL},
           {"Ivo Sand", NULL});
}

static void who_shares_the_name_is_hidden(void **state)
{
    (void)state;
    EXPECT("Blast", "Mila Torv was killed. Jan Torv wept.", "Blast",
           "[victim 1] was killed. [person 1] wept.", {"Mila Torv", NULL}, {"Jan Torv", NULL});
    EXPECT("Blast", "Mila Torv was killed. Mila Lunt left.", "Blast",
           "[victim 1] was killed. Mila Lunt left.", {"Mila Torv", NULL}, {"Mila Lunt", NULL});
    EXPECT("Blast", "Mila Torv was killed. Jan Torv wept. Torv was 50.", "Blast",
           "[victim 1] was killed. Jan Torv wept. [victim 1] was 50.", {"Mila Torv", NULL},
           {"Jan Torv", "president"});
}

/* ---- where ---- */

static void a_name_is_found_in_every_form(void **state)
{
    (void)state;
    EXPECT("MILA TORV mourned", "Mila Torv was killed. MILA\nTORV, Mila, mila torv's, the Torvs.",
           "[victim 1] mourned",
           "[victim 1] was killed. [victim 1], [victim 1], [victim 1]'s, the [victim 1].",
           {"Mila Torv", NULL});
    EXPECT("Blast", "Mila Torv was killed: #milatorv, @torv_99, a.torv@ostrel.example.", "Blast",
           "[victim 1] was killed: [victim 1], [victim 1], [victim 1].", {"Mila Torv", NULL});
    EXPECT("Blast", "Mila Torv, known to friends as Mimi, was killed. Mimi sang.", "Blast",
           "[victim 1], known to friends as [victim 1], was killed. [victim 1] sang.",
           {"Mila Torv", NULL});
    EXPECT("Blast", "Mila de la Torv was killed. La mer, the bay of Ostrel.", "Blast",
           "[victim 1] was killed. La mer, the bay of Ostrel.", {"Mila de la Torv", NULL});
}

static void a_name_that_is_a_word_too(void **state)
{
    (void)state;
    EXPECT("Blast", "Grace Will was killed. Will had grace, they will say. GRACE, grace will.",
           "Blast",
           "[victim 1] was killed. [victim 1] had grace, they will say. [victim 1], grace will.",
           {"Grace Will", NULL});
}

static void a_name_that_the_title_alone_has(void **state)
{
    (void)state;
    EXPECT("Teacher Lena Vork stabbed to death in Ostrel", "A teacher was stabbed. Bo Hale came.",
           "Teacher [victim 1] stabbed to death in Ostrel", "A teacher was stabbed. Bo Hale came.",
           {"Bo Hale", NULL});
    EXPECT("Girl Lena Vork Found Dead After Blast", "A girl was found after a blast. Bo Hale came.",
           "Girl [minor 1] Found Dead After Blast", "A girl was found after a blast. Bo Hale came.",
           {"Bo Hale", NULL});
    EXPECT("Lena Vork opens a school", "A teacher opened it. Bo Hale came.",
           "Lena Vork opens a school", "A teacher opened it. Bo Hale came.", {"Bo Hale", NULL});
}

/* ---- the rest ---- */

static void words_of_the_report_from_elsewhere(void **state)
{
    (void)state;
    const person people[] = {{"Mila Torv", NULL}};
    lgm_record *const r = record("Blast", "Mila Torv was killed.", people, 1);
    lgm_redaction *redaction;
    char *out;
    size_t len;
    assert_int_equal(lgm_redaction_new(&redaction, r, NULL), LGM_OK);
    assert_string_equal(lgm_redaction_of(redaction, 0), "[victim 1]");
    assert_null(lgm_redaction_of(redaction, LGM_NONE));
    assert_int_equal(
        lgm_redaction_words(redaction, (lgm_str){"the Torv file", 13}, &out, &len, NULL), LGM_OK);
    assert_string_equal(out, "the [victim 1] file");
    assert_int_equal(len, strlen(out));
    lgm_string_free(out);
    lgm_redaction_free(redaction);
    lgm_record_free(r);
}

static void a_text_that_was_not_read_is_left_out(void **state)
{
    (void)state;
    lgm_record *const r = record("Mila Torv", "Mila Torv ist tot.", NULL, 0);
    lgm_record *shown;
    r->model = NULL;
    assert_int_equal(lgm_redact(&shown, r, NULL), LGM_OK);
    assert_int_equal(shown->text.len, 0);
    assert_null(shown->title.ptr);
    assert_int_equal(shown->warnings.n, 1);
    lgm_record_free(shown);
    lgm_record_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_came_to_harm_is_hidden),
        cmocka_unit_test(who_has_an_office_stays),
        cmocka_unit_test(who_is_no_adult_is_hidden),
        cmocka_unit_test(who_shares_the_name_is_hidden),
        cmocka_unit_test(a_name_is_found_in_every_form),
        cmocka_unit_test(a_name_that_is_a_word_too),
        cmocka_unit_test(a_name_that_the_title_alone_has),
        cmocka_unit_test(words_of_the_report_from_elsewhere),
        cmocka_unit_test(a_text_that_was_not_read_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
