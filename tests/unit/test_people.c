/* test_people.c - which entities of a ledger are one, why, and what is said of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "legomena/person.h"
#include "people/held_office.h"
#include "people/person_name.h"
#include "sample_ledger.h"

/* ---- a ledger of reports that name somebody ---- */

enum { MOST = 16, ROOM = 8192 };

static size_t put_list(char *out, size_t at, const char *key, const char *items)
{
    at += (size_t)snprintf(out + at, ROOM - at, "\"%s\":[", key);
    for (const char *s = items; *s;) {
        const size_t n = strcspn(s, ";");
        at += (size_t)snprintf(out + at, ROOM - at, "%s\"%.*s\"", s == items ? "" : ",", (int)n, s);
        s += n + (s[n] == ';');
    }
    return at + (size_t)snprintf(out + at, ROOM - at, "],");
}

/* "PER|Ada Lind|roles;of hers|other;names|RUSGOV": all but the first two may be missing. */
static size_t put_entity(char *out, size_t at, const char *spec, int n)
{
    char fields[5][256] = {"", "", "", "", ""};
    for (int i = 0; i < 5 && *spec; i++) {
        const size_t len = strcspn(spec, "|");
        snprintf(fields[i], sizeof fields[i], "%.*s", (int)len, spec);
        spec += len + (spec[len] == '|');
    }
    at +=
        (size_t)snprintf(out + at, ROOM - at, "%s{\"id\":\"e%d\",\"type\":\"%s\",\"name\":\"%s\",",
                         n > 1 ? "," : "", n, fields[0], fields[1]);
    at = put_list(out, at, "aliases", fields[3]);
    at = put_list(out, at, "roles", fields[2]);
    at += (size_t)snprintf(out + at, ROOM - at, "\"place\":null,\"actor\":");
    at += (size_t)snprintf(out + at, ROOM - at, fields[4][0] ? "\"%s\"" : "null", fields[4]);
    return at + (size_t)snprintf(out + at, ROOM - at,
                                 ",\"mentions\":[{\"start\":0,\"end\":1,\"form\":\"name\"}]}");
}

/* A report of a day: entities, divided by newlines. */
static void put_report(sample_ledger *s, const char *date, const char *entities)
{
    static int number;
    char json[ROOM], sum[65], text[512];
    uint8_t bytes[32];
    lgm_err err = {0};
    lgm_record *r;
    int n = 0;
    snprintf(text, sizeof text, "Report %d: %s.", ++number, entities);
    for (char *c = text; *c; c++)
        if (*c == '\n' || *c == '|' || *c == ';') *c = ' ';
    lgm_sha256(text, strlen(text), bytes);
    lgm_hex(bytes, sizeof bytes, sum);
    size_t at = (size_t)snprintf(
        json, sizeof json,
        "{\"legomena\":1,\"id\":\"%.16s\",\"url\":null,\"title\":null,\"byline\":null,"
        "\"publisher\":null,\"date\":\"%s\",\"retrieved\":null,\"lang\":\"en\",\"sha256\":\"%s\","
        "\"raw_sha256\":\"%s\",\"model\":{\"name\":\"tiny\",\"version\":\"1\"},\"engine\":\"0\","
        "\"text\":\"%s\",\"sentences\":[],\"entities\":[",
        sum, date, sum, sum, text);
    for (const char *e = entities; *e;) {
        char spec[512];
        const size_t len = strcspn(e, "\n");
        snprintf(spec, sizeof spec, "%.*s", (int)len, e);
        at = put_entity(json, at, spec, ++n);
        e += len + (e[len] == '\n');
    }
    snprintf(json + at, sizeof json - at,
             "],\"times\":[],\"claims\":[],\"events\":[],\"incidents\":[],\"timeline\":[],"
             "\"disputes\":[],\"warnings\":[]}");
    if (lgm_record_read(&r, json, strlen(json), &err) != LGM_OK) fail_msg("%s", err.message);
    sample_ledger_put_record(s, r, NULL);
    lgm_record_free(r);
}

/* Who is meant, and in how many reports: "Ada Lind 3, Bo Lind 1". */
static const char *who(const sample_ledger *s, const char *words)
{
    static char out[512];
    lgm_people *people;
    lgm_err err = {0};
    size_t at = 0;
    if (lgm_people_find(&people, s->ledger, words, NULL, &err) != LGM_OK)
        fail_msg("%s", err.message);
    out[0] = '\0';
    for (size_t i = 0; i < lgm_people_count(people); i++) {
        const lgm_person p = lgm_people_person(people, i);
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%.*s %zu", i ? ", " : "",
                               (int)p.name.len, p.name.ptr, p.n_reports);
    }
    lgm_people_free(people);
    return out;
}

/* ---- cases ---- */

typedef struct who_case {
    const char *reports[6][2]; /* the day, the entities */
    const char *words, *expected;
} who_case;

/* Every third case in the other order of its reports, too. */
static void check(const who_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int backwards = 0; backwards < (i % 3 ? 1 : 2); backwards++) {
            sample_ledger s = sample_ledger_open();
            size_t k = 0;
            while (k < 6 && cases[i].reports[k][0]) k++;
            for (size_t j = 0; j < k; j++) {
                const size_t at = backwards ? k - 1 - j : j;
                put_report(&s, cases[i].reports[at][0], cases[i].reports[at][1]);
            }
            const char *const got = who(&s, cases[i].words);
            if (strcmp(got, cases[i].expected) != 0)
                fail_msg("case %zu, who %s%s: %s; should be %s", i + 1, cases[i].words,
                         backwards ? " (backwards)" : "", got, cases[i].expected);
            sample_ledger_close(&s);
        }
}
#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

#define D24 "2024-05-20"
#define D25 "2025-02-11"

static void persons_of_one_name_are_one(void **state)
{
    (void)state;
    static const who_case cases[] = {
        {{{D24, "PER|Ada Lind"}, {D25, "PER|ADA LIND"}}, "lind", "Ada Lind 2"},
        {{{D24, "PER|Ada Lind|||MDAGOV"}, {D25, "PER|Ada Lind"}}, "Lind", "Ada Lind 2"},
        {{{D24, "PER|President Ada Lind"}, {D25, "PER|Ada Lind"}, {D25, "PER|Mrs. Ada Lind"}},
         "Lind",
         "President Ada Lind 3"},
        {{{D24, "PER|Ada B. Lind"}, {D25, "PER|Ada Lind"}}, "Lind", "Ada B. Lind 2"},
        {{{D24, "PER|Ada Bea Lind"}, {D25, "PER|Ada B. Lind"}, {D25, "PER|Ada Lind"}},
         "Lind",
         "Ada Bea Lind 3"},
        {{{D24, "PER|Alexander Keldov"}, {D25, "PER|Aleksandr Keldov"}},
         "Keldov",
         "Alexander Keldov 2"},
        {{{D24, "PER|Sergei Keldov"}, {D25, "PER|Sergey Keldoff"}, {D25, "PER|Serguei Keldov"}},
         "Keldov",
         "Serguei Keldov 3"},
        {{{D24, "PER|Muhammad Orlani"}, {D25, "PER|Mohamed Orlani"}},
         "Muhammad Orlani",
         "Muhammad Orlani 2"},
        {{{D24, "PER|Moammar Gaddafi"}, {D25, "PER|Muammar Qadhafi"}},
         "Qadhafi",
         "Muammar Qadhafi 2"},
        {{{D24, "PER|William Orlan"}, {D25, "PER|Bill Orlan"}}, "Orlan", "William Orlan 2"},
        {{{D24, "PER|A. Lind"}, {D25, "PER|Ada Lind"}}, "Lind", "Ada Lind 2"},
        {{{D24, "PER|Ada Lind|striker"},
          {D25, "PER|Ada Lind|minister|||"},
          {D25, "PER|Ada Lind|minister and former striker"}},
         "Lind",
         "Ada Lind 3"},
        {{{D24, "PER|Ada Lind|34-year-old nurse"}, {D25, "PER|Ada Lind|35-year-old nurse"}},
         "Lind",
         "Ada Lind 2"},
        {{{D24, "PER|Ada Lind||Ada Vale"}, {D25, "PER|Ada Vale"}}, "Lind", "Ada Vale 2"},
        {{{D24, "PER|Ada Lind|||MDAGOV\nPER|Bo Vale\nPER|Tomas Keld"},
          {D25, "PER|Ada Lind|||ROUGOV\nPER|Bo Vale\nPER|Tomas Keld"}},
         "Lind",
         "Ada Lind 2"},
    };
    CHECK(cases);
}

static void persons_who_may_be_two_stay_two(void **state)
{
    (void)state;
    static const who_case cases[] = {
        {{{D24, "PER|Ada Lind"}, {D25, "PER|Bo Lind"}}, "Lind", "Ada Lind 1, Bo Lind 1"},
        {{{D24, "PER|Ada Lind|||MDAGOV"}, {D25, "PER|Ada Lind|||FINGOV"}},
         "Lind",
         "Ada Lind 1, Ada Lind 1"},
        {{{D24, "PER|Ada Lind|||MDAGOV"}, {D24, "PER|Ada Lind|||FINGOV"}, {D25, "PER|Ada Lind"}},
         "Lind",
         "Ada Lind 1, Ada Lind 1, Ada Lind 1"},
        {{{D24, "PER|Ada B. Lind"}, {D24, "PER|Ada C. Lind"}, {D25, "PER|Ada Lind"}},
         "Lind",
         "Ada B. Lind 1, Ada C. Lind 1, Ada Lind 1"},
        {{{D24, "PER|Tomas H.W. Keld"}, {D25, "PER|Tomas W. Keld"}},
         "Keld",
         "Tomas H.W. Keld 1, Tomas W. Keld 1"},
        {{{D24, "PER|Tomas Keld Jr.\nPER|Tomas Keld"}, {D25, "PER|Tomas Keld"}},
         "Keld",
         "Tomas Keld 2, Tomas Keld Jr. 1"},
        {{{D24, "ORG|Foreign Ministry"}, {D25, "ORG|Foreign Ministry|||FINGOV"}},
         "Foreign Ministry",
         "Foreign Ministry 1, Foreign Ministry 1"},
        {{{D24, "PER|Ada Lind|GOP nominee"}, {D25, "PER|the GOP nominee"}}, "Lind", "Ada Lind 1"},
        {{{D24, "PER|Ada Lind|U.S. president"},
          {D24, "PER|Bo Vale|President of the United States"},
          {D25, "PER|the president of the United States"}},
         "Lind",
         "Ada Lind 1"},
        {{{D24, "PER|Tomas Keld Jr."}, {D25, "PER|Tomas Keld Sr."}},
         "Keld",
         "Tomas Keld Jr. 1, Tomas Keld Sr. 1"},
        {{{D24, "PER|Ada Lind|striker"}, {D25, "PER|Ada Lind|judge"}},
         "Lind",
         "Ada Lind 1, Ada Lind 1"},
        {{{D24, "PER|Ada Lind|34-year-old nurse"}, {D24, "PER|Ada Lind|61-year-old nurse"}},
         "Lind",
         "Ada Lind 1, Ada Lind 1"},
        {{{"1911-03-02", "PER|Ada Lind"}, {D24, "PER|Ada Lind"}}, "Lind", "Ada Lind 1, Ada Lind 1"},
        {{{D24, "PER|Ada Lind"}, {D25, "PER|Ada Lindqvist"}},
         "lin*",
         "Ada Lind 1, Ada Lindqvist 1"},
        {{{D24, "PER|A. Lind"}, {D24, "PER|Ada Lind"}, {D24, "PER|Arno Lind"}},
         "Lind",
         "Ada Lind 1, Arno Lind 1, A. Lind 1"},
        {{{D24, "PER|Ada Lind"}, {D24, "ORG|Ada Lind"}}, "Lind", "Ada Lind 1, Ada Lind 1"},
        {{{D24, "PER|Ada Lind"}, {D25, "PER|aides of Ada Lind"}},
         "Lind",
         "Ada Lind 1, aides of Ada Lind 1"},
        {{{D24, "PER|Anna Lind"}, {D25, "PER|Anton Lind"}, {D25, "PER|Antonia Lind"}},
         "Lind",
         "Anna Lind 1, Antonia Lind 1, Anton Lind 1"},
    };
    CHECK(cases);
}

static void last_names_and_offices_are_joined_with_care(void **state)
{
    (void)state;
    static const who_case cases[] = {
        /* the report has to give the whole name, or an office that tells */
        {{{D24, "PER|Ada Lind"}, {D25, "PER|Lind"}}, "Lind", "Ada Lind 1, Lind 1"},
        {{{D24, "PER|Ada Lind||Lind"}, {D25, "PER|Ada Lind||Lind"}}, "Lind", "Ada Lind 2"},
        {{{D24, "PER|Ada Lind|President"}, {D25, "PER|Lind|President"}}, "Lind", "Ada Lind 2"},
        {{{D24, "PER|Ada Lind|Moldovan President"}, {D25, "PER|Lind|President"}},
         "Lind",
         "Ada Lind 2"},
        {{{D24, "PER|Ada Lind|President"},
          {D24, "PER|Bo Lind|President"},
          {D25, "PER|Lind|President"}},
         "Lind",
         "Ada Lind 1, Bo Lind 1, Lind 1"},
        {{{"1991-05-02", "PER|Ada Lind|President"}, {D25, "PER|Lind|President"}},
         "Lind",
         "Ada Lind 1, Lind 1"},
        {{{D24, "PER|Aleksandr Keldov|FSB chief"},
          {D25, "PER|Aleksandr Keldov|FSB chief"},
          {D25, "PER|the FSB chief"}},
         "Keldov",
         "Aleksandr Keldov 3"},
        {{{D24, "PER|Aleksandr Keldov|FSB chief"}, {D24, "PER|the FSB chief"}},
         "Keldov",
         "Aleksandr Keldov 1"},
        {{{D24, "PER|Aleksandr Keldov|director of the Federal Security Service"},
          {D25, "PER|Alexander Keldov|FSB chief"},
          {D25, "PER|The chief of the FSB"}},
         "Keldov",
         "Alexander Keldov 3"},
        {{{D24, "PER|Aleksandr Keldov|FSB chief"},
          {D24, "PER|Igor Vale|FSB chief"},
          {D25, "PER|the FSB chief"}},
         "Keldov",
         "Aleksandr Keldov 1"},
        {{{D24, "PER|Ada Lind|chairwoman"}, {D25, "PER|the chairwoman"}}, "Lind", "Ada Lind 1"},
    };
    CHECK(cases);
}

static void bodies_are_joined_by_name_and_country(void **state)
{
    (void)state;
    static const who_case cases[] = {
        {{{D24, "ORG|Northgate Terminals Ltd."}, {D25, "ORG|Northgate Terminals"}},
         "Northgate",
         "Northgate Terminals Ltd. 2"},
        {{{D24, "ORG|Free Coast Front||FCF"}, {D25, "ORG|FCF"}}, "FCF", "Free Coast Front 2"},
        {{{D24, "ORG|Free Coast Front||FCF"}, {D25, "ORG|Free Coast Front"}},
         "FCF",
         "Free Coast Front 2"},
        {{{D24, "ORG|Free Coast Front||FCF"},
          {D24, "ORG|Fishers of Caldora Fund||FCF"},
          {D25, "ORG|FCF"}},
         "FCF",
         "FCF 1, Fishers of Caldora Fund 1, Free Coast Front 1"},
        {{{D24, "ORG|UN"}, {D25, "ORG|United Nations"}}, "UN", "United Nations 2"},
        {{{D24, "ORG|FSB"}, {D25, "ORG|Federal Security Service"}},
         "Federal Security Service",
         "Federal Security Service 2"},
        {{{D24, "ORG|Foreign Ministry|||MDAGOV"}, {D25, "ORG|Foreign Ministry|||FINGOV"}},
         "Foreign Ministry",
         "Foreign Ministry 1, Foreign Ministry 1"},
        {{{D24, "ORG|Foreign Ministry"}, {D25, "ORG|Foreign Ministry"}},
         "Foreign Ministry",
         "Foreign Ministry 2"},
        {{{D24, "ORG|Finnish Foreign Ministry"},
          {D25, "ORG|Foreign Ministry|||FINGOV"},
          {D25, "ORG|the foreign ministry of Finland"}},
         "Foreign Ministry",
         "the foreign ministry of Finland 3"},
        {{{D24, "ORG|Finland's Supreme Court"},
          {D25, "ORG|Supreme Court|||FINJUD"},
          {D25, "ORG|Supreme Court"}},
         "Supreme Court",
         "Finland's Supreme Court 2, Supreme Court 1"},
        {{{D24, "ORG|police"}, {D25, "ORG|police"}}, "police", "police 2"},
        {{{D24, "ORG|the company"}, {D25, "ORG|the company"}}, "company", "the company 2"},
        {{{D24, "GPE|U.S."}, {D25, "GPE|United States"}, {D25, "GPE|America"}},
         "America",
         "United States 3"},
    };
    CHECK(cases);
}

/* ---- why, and what they said ---- */

static void each_join_says_why(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_people *people;
    lgm_person_why whys[LGM_PERSON_COMPANY + 1] = {0};
    put_report(&s, D24, "PER|Aleksandr Keldov|FSB chief");
    put_report(&s, D24, "PER|Alexander Keldov");
    put_report(&s, D25, "PER|Aleksandr Keldov|FSB chief");
    put_report(&s, D25, "PER|the FSB chief");
    put_report(&s, D25, "PER|Keldov");
    assert_int_equal(lgm_people_find(&people, s.ledger, "Keldov", NULL, NULL), LGM_OK);
    assert_int_equal(lgm_people_count(people), 2);
    const lgm_person p = lgm_people_person(people, 0), alone = lgm_people_person(people, 1);
    assert_int_equal(p.apart, LGM_PERSON_NOT_APART);
    assert_int_equal(alone.apart, LGM_PERSON_ONE_NAME);
    for (size_t k = 0; k < p.n_members; k++) whys[lgm_people_member(people, 0, k).why]++;
    assert_int_equal(whys[LGM_PERSON_FIRST], 1);
    assert_int_equal(whys[LGM_PERSON_SPELLING], 1);
    assert_int_equal(whys[LGM_PERSON_ROLE], 1);
    lgm_people_free(people);
    put_report(&s, D25, "ORG|Free Coast Front||FCF");
    put_report(&s, D25, "ORG|FCF");
    assert_int_equal(lgm_people_find(&people, s.ledger, "FCF", NULL, NULL), LGM_OK);
    const lgm_person_member a = lgm_people_member(people, 0, 0);
    const lgm_person_member b = lgm_people_member(people, 0, 1);
    const lgm_person_member joined = a.why == LGM_PERSON_ALIAS ? a : b;
    assert_int_equal(joined.why, LGM_PERSON_ALIAS);
    assert_string_equal(joined.because.ptr, "report 6 has Free Coast Front with this name");
    lgm_people_free(people);
    for (int i = 0; i <= LGM_PERSON_COMPANY; i++)
        assert_true(strlen(lgm_person_why_text((lgm_person_why)i)) > 0);
    sample_ledger_close(&s);
}

static void what_keeps_two_apart_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *one, *other;
        lgm_person_apart apart;
    } cases[] = {
        {"PER|Ada Lind|||MDAGOV", "PER|Ada Lind|||FINGOV", LGM_PERSON_COUNTRY},
        {"PER|Ada Lind|striker", "PER|Ada Lind|judge", LGM_PERSON_WORK},
        {"PER|Ada Lind|34-year-old nurse", "PER|Ada Lind|61-year-old nurse", LGM_PERSON_AGE},
        {"PER|Ada Lind", "PER|friends of Ada Lind", LGM_PERSON_WORDS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sample_ledger s = sample_ledger_open();
        lgm_people *people;
        put_report(&s, D24, cases[i].one);
        put_report(&s, D24, cases[i].other);
        assert_int_equal(lgm_people_find(&people, s.ledger, "Lind", NULL, NULL), LGM_OK);
        assert_int_equal(lgm_people_person(people, 1).apart, cases[i].apart);
        assert_true(strlen(lgm_person_apart_text(cases[i].apart)) > 0);
        lgm_people_free(people);
        sample_ledger_close(&s);
    }
}

static lgm_status count(void *ctx, const lgm_person_fact *fact)
{
    assert_true(fact->words.len > 0);
    ++*(int *)ctx;
    return LGM_OK;
}

static void what_they_said_is_there(void **state)
{
    (void)state;
    sample_ledger s = sample_ledger_open();
    lgm_people *people;
    lgm_err err = {0};
    int said = 0, denied = 0;
    sample_ledger_put(&s, NULL, "Lind said that the mill burned.", "tiny");
    sample_ledger_put(&s, NULL, "Lind said that the port is shut.", "tiny");
    sample_ledger_put(&s, NULL, "Vale said that it is open.", "tiny");
    if (lgm_people_find(&people, s.ledger, "lind", NULL, &err) != LGM_OK)
        fail_msg("%s", err.message);
    assert_int_equal(lgm_people_count(people), 1);
    const lgm_person p = lgm_people_person(people, 0);
    assert_string_equal(p.name.ptr, "Lind");
    assert_int_equal(p.n_reports, 2);
    assert_int_equal(lgm_people_member(people, 0, 1).why, LGM_PERSON_ALONE);
    assert_int_equal(lgm_people_each(people, 0, LGM_PERSON_SAID, count, &said, &err), LGM_OK);
    assert_int_equal(lgm_people_each(people, 0, LGM_PERSON_DENIED, count, &denied, &err), LGM_OK);
    assert_int_equal(said, 2);
    assert_int_equal(denied, 0);
    lgm_people_free(people);
    assert_int_equal(lgm_people_find(&people, s.ledger, "Marrow", NULL, &err), LGM_E_NOTFOUND);
    assert_int_equal(lgm_people_find(&people, s.ledger, "-x", NULL, &err), LGM_E_ARG);
    assert_int_equal(lgm_people_find(&people, s.ledger, "Lind", "2024", &err), LGM_E_NOTFOUND);
    assert_int_equal(lgm_people_find(&people, s.ledger, "Lind", "soon", &err), LGM_E_ARG);
    sample_ledger_close(&s);
}

/* ---- pieces ---- */

static void words_have_keys(void **state)
{
    (void)state;
    static const char *const one[][2] = {{"yuri", "iouri"},       {"dmitry", "dmitriy"},
                                         {"keldov", "keldow"},    {"khan", "han"},
                                         {"chernov", "tchernov"}, {"mohamed", "mohammad"},
                                         {"sharif", "sheriff"},   {"schmidov", "shmidov"}};
    static const char *const two[][2] = {
        {"anna", "anton"}, {"maria", "mario"}, {"lind", "lund"}, {"lee", "le"}, {"ivan", "ivanov"}};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        const bool same = lgm_people_same_word((lgm_slice){one[i][0], strlen(one[i][0])},
                                               (lgm_slice){one[i][1], strlen(one[i][1])});
        if (same == (strcmp(one[i][0], "sharif") == 0)) fail_msg("%s %s", one[i][0], one[i][1]);
    }
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        if (lgm_people_same_word((lgm_slice){two[i][0], strlen(two[i][0])},
                                 (lgm_slice){two[i][1], strlen(two[i][1])}))
            fail_msg("%s %s", two[i][0], two[i][1]);
}

static bool one_office(const char *a, const char *b)
{
    const lgm_people_office x = lgm_people_office_of((lgm_slice){a, strlen(a)});
    const lgm_people_office y = lgm_people_office_of((lgm_slice){b, strlen(b)});
    return lgm_people_same_office(&x, &y);
}

static void roles_are_offices(void **state)
{
    (void)state;
    assert_true(one_office("the FSB chief", "head of the Federal Security Service"));
    assert_true(one_office("Finnish president", "President of Finland"));
    assert_true(one_office("former Finnish president", "the Finnish president"));
    assert_false(one_office("Finnish president", "Finnish vice president"));
    assert_false(one_office("Finnish president", "president"));
    assert_false(one_office("", ""));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons_of_one_name_are_one),
        cmocka_unit_test(persons_who_may_be_two_stay_two),
        cmocka_unit_test(last_names_and_offices_are_joined_with_care),
        cmocka_unit_test(bodies_are_joined_by_name_and_country),
        cmocka_unit_test(each_join_says_why),
        cmocka_unit_test(what_keeps_two_apart_is_said),
        cmocka_unit_test(what_they_said_is_there),
        cmocka_unit_test(words_have_keys),
        cmocka_unit_test(roles_are_offices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
