/* test_origins.c - how many independent origins a claim of several reports has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/base.h"
#include "legomena/origins.h"

enum { MOST = 16, NAMES = 4 };

#define STR(literal) ((lgm_str){literal, sizeof(literal) - 1})

/* A report of one claim: entity 0 makes it, entity 1 relays it. */
typedef struct sample {
    lgm_record record;
    lgm_entity entities[NAMES];
    lgm_entity_mention name, nominal;
    lgm_claim claims[2];
    lgm_cpspan source;
    lgm_addressee to;
    uint32_t via;
    lgm_str role;
} sample;

static sample samples[MOST];
static lgm_told told[MOST];
static size_t n_told;
static lgm_origins *found;

static lgm_str text_of(const char *s)
{
    return s ? (lgm_str){s, strlen(s)} : (lgm_str){0};
}

static void name_of(sample *s, uint32_t i, lgm_entity_type type, const char *name, bool named)
{
    s->entities[i] = (lgm_entity){.type = type, .name = text_of(name)};
    s->entities[i].mentions.at = named ? &s->name : &s->nominal;
    s->entities[i].mentions.n = 1;
}

/* The publisher's report of `text`, in which entity 0 is the speaker; NULL: nobody is. */
static sample *report(const char *publisher, const char *text, lgm_entity_type type,
                      const char *speaker, bool named)
{
    assert_true(n_told < MOST);
    sample *const s = &samples[n_told];
    *s = (sample){.name = {.form = LGM_MENTION_NAME}, .nominal = {.form = LGM_MENTION_NOMINAL}};
    s->record = (lgm_record){
        .publisher = text_of(publisher), .date = STR("2015-05-12"), .text = text_of(text)};
    s->record.length = (uint32_t)strlen(text);
    s->record.entities.at = s->entities;
    s->record.entities.n = NAMES;
    s->record.claims.at = s->claims;
    s->record.claims.n = LGM_COUNT(s->claims);
    for (size_t i = 0; i < LGM_COUNT(s->claims); i++)
        s->claims[i].speaker = s->claims[i].parent = LGM_NONE;
    if (speaker) {
        name_of(s, 0, type, speaker, named);
        s->claims[0].speaker = 0;
        s->claims[0].speaker_kind = named ? LGM_SPEAKER_NAMED : LGM_SPEAKER_ROLE;
        s->source = (lgm_cpspan){0, (uint32_t)strlen(speaker)};
        s->claims[0].source.at = &s->source;
        s->claims[0].source.n = 1;
    }
    told[n_told] = (lgm_told){(int64_t)n_told + 1, &s->record, LGM_NONE};
    n_told++;
    return s;
}

static void relayed(sample *s, const char *outlet, bool named)
{
    name_of(s, 1, LGM_ENTITY_ORG, outlet, named);
    s->via = 1;
    s->claims[0].via.at = &s->via;
    s->claims[0].via.n = 1;
}

/* Claim 0 of all reports; claim LGM_NONE: their own voice. */
static const lgm_origins *origins(uint32_t claim)
{
    lgm_voice voices[MOST];
    lgm_err err;
    for (size_t i = 0; i < n_told; i++) voices[i] = (lgm_voice){(uint32_t)i, claim};
    lgm_origins_free(found);
    assert_int_equal(lgm_origins_of(&found, told, n_told, voices, n_told, &err), LGM_OK);
    size_t heard = 0;
    for (size_t i = 0; i < found->list.n; i++)
        for (size_t k = 0; k < found->list.at[i].hearings.n; k++)
            heard += found->list.at[i].hearings.at[k].voices.n;
    assert_int_equal(heard, n_told); /* each voice stands once */
    return found;
}

static void assert_words(lgm_str s, const char *words)
{
    assert_int_equal(s.len, strlen(words));
    assert_memory_equal(s.ptr, words, s.len);
}

static int begin(void **state)
{
    (void)state;
    n_told = 0;
    return 0;
}

static int end(void **state)
{
    (void)state;
    lgm_origins_free(found);
    found = NULL;
    return 0;
}

/* ---- who heard it ---- */

static void what_reuters_was_told_has_one_origin_in_all_papers(void **state)
{
    (void)state;
    const char *const papers[] = {"Ostrel Courier", "The Tolvan Post", "Merrow Daily"};
    for (size_t i = 0; i < LGM_COUNT(papers); i++)
        relayed(report(papers[i], "Ada Lind told Reuters", LGM_ENTITY_PER, "Ada Lind", true),
                i ? "Reuters" : "the Reuters news agency", true);
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->least, 1);
    assert_int_equal(o->most, 1);
    assert_words(o->list.at[0].name, "Ada Lind");
    assert_int_equal(o->list.at[0].kind, LGM_ORIGIN_PERSON);
    assert_int_equal(o->list.at[0].hearings.n, 1);
    assert_int_equal(o->list.at[0].hearings.at[0].kind, LGM_HEARING_RELAYED);
    assert_words(o->list.at[0].hearings.at[0].by, "Reuters");
    assert_words(o->list.at[0].hearings.at[0].voices.at[1].why, "has it from Reuters");
}

static void one_speaker_heard_by_two_is_one_origin_heard_twice(void **state)
{
    (void)state;
    relayed(report("Ostrel Courier", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true), "Reuters",
            true);
    relayed(report("Merrow Daily", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true), "AFP", true);
    report("Tolvan Post", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true);
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->most, 1);
    assert_int_equal(o->list.at[0].least, 2); /* the Post may have it from either */
    assert_int_equal(o->list.at[0].most, 3);
    assert_int_equal(o->list.at[0].hearings.at[2].kind, LGM_HEARING_UNTOLD);
}

static void a_reporter_who_saw_it_and_a_statement_are_hearings_of_their_own(void **state)
{
    (void)state;
    report("Ostrel Courier", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true)
        ->claims[0]
        .observed = 1;
    report("Merrow Daily", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true)->claims[0].venue =
        STR("joint news conference");
    sample *const s =
        report("Tolvan Post", "Ada Lind told reporters", LGM_ENTITY_PER, "Ada Lind", true);
    s->to = (lgm_addressee){14, 23, LGM_NONE};
    s->claims[0].to.at = &s->to;
    s->claims[0].to.n = 1;
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->list.at[0].least, 2);
    assert_int_equal(o->list.at[0].most, 2);
    assert_int_equal(o->list.at[0].hearings.at[0].kind, LGM_HEARING_WITNESSED);
    assert_int_equal(o->list.at[0].hearings.at[1].kind, LGM_HEARING_PUBLIC);
    assert_int_equal(o->list.at[0].hearings.at[1].voices.n, 2);
}

static void whoever_quotes_a_speaker_heard_it(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        sample *const s = report(i ? "Merrow Daily" : "Ostrel Courier", "The guard said",
                                 LGM_ENTITY_PER, "Joren Vale", true);
        name_of(s, 2, LGM_ENTITY_ORG, "Ostrel police", true);
        s->claims[1].speaker = 2;
        s->claims[1].speaker_kind = LGM_SPEAKER_NAMED;
        s->claims[0].parent = 1;
    }
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->list.at[0].most, 1);
    assert_int_equal(o->list.at[0].hearings.at[0].kind, LGM_HEARING_RELAYED);
    assert_words(o->list.at[0].hearings.at[0].by, "Ostrel police");
}

static void whom_an_outlet_cites_is_the_source(void **state)
{
    (void)state;
    static const lgm_cpspan sentence = {0, 54}, cue = {46, 50}, citing = {13, 19};
    static const lgm_cpspan said = {51, 54}, whom = {20, 37};
    static const lgm_entity_mention mention = {24, 37, LGM_MENTION_NAME, 1};
    for (int i = 0; i < 2; i++) {
        sample *const s = report(i ? "Merrow Daily" : "Ostrel Courier",
                                 "State media, citing the Lesk Ministry, briefly said so.",
                                 LGM_ENTITY_ORG, "State media", false);
        s->record.sentences.at = &sentence;
        s->record.sentences.n = 1;
        name_of(s, 2, LGM_ENTITY_ORG, "Lesk Ministry", true);
        s->entities[2].mentions.at = &mention;
        s->claims[1].speaker = 0;
        for (int k = 0; k < 2; k++) {
            s->claims[k].speaker_kind = LGM_SPEAKER_OUTLET;
            s->claims[k].cue.at = k ? &citing : &cue;
            s->claims[k].content.at = k ? &whom : &said;
            s->claims[k].cue.n = s->claims[k].content.n = 1;
        }
    }
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->most, 1);
    assert_words(o->list.at[0].name, "Lesk Ministry");
    assert_int_equal(o->list.at[0].hearings.n, 1);
    assert_int_equal(o->list.at[0].hearings.at[0].kind, LGM_HEARING_RELAYED);
    assert_words(o->list.at[0].hearings.at[0].by, "State media");
    samples[0].claims[1].speaker = 3; /* the other claim is another's */
    assert_int_equal(origins(0)->most, 2);
    assert_words(found->list.at[0].name, "State media");
}

/* The source of what "State media, citing ..., said"; sentences of 13 characters before what is
 * cited. */
static lgm_str cited_in(const char *text, uint32_t to, lgm_cpspan *spans)
{
    n_told = 0;
    sample *const s = report("Ostrel Courier", text, LGM_ENTITY_ORG, "State media", false);
    spans[0] = (lgm_cpspan){0, (uint32_t)strlen(text)};
    spans[1] = (lgm_cpspan){13, 19};
    spans[2] = (lgm_cpspan){20, to};
    spans[3] = (lgm_cpspan){to + 2, to + 6};
    s->record.sentences.at = &spans[0];
    s->record.sentences.n = 1;
    s->claims[1].speaker = 0;
    for (int k = 0; k < 2; k++) {
        s->claims[k].speaker_kind = LGM_SPEAKER_OUTLET;
        s->claims[k].cue.at = &spans[k ? 1 : 3];
        s->claims[k].content.at = &spans[k ? 2 : 0];
        s->claims[k].cue.n = s->claims[k].content.n = 1;
    }
    return origins(0)->list.at[0].name;
}

static void what_is_cited_is_somebody(void **state)
{
    (void)state;
    lgm_cpspan spans[4];
    static const char text_of_ministry[] =
        "State media, citing a statement from the interior ministry, said so.";
    assert_words(cited_in(text_of_ministry, 58, spans), "the interior ministry");
    assert_words(cited_in("State media, citing two people familiar with it, said so.", 47, spans),
                 "two people familiar with it");
    assert_words(cited_in("State media, citing strong exports, said so.", 34, spans),
                 "State media");
    assert_words(cited_in("State media, citing concern at the ministry, said so.", 43, spans),
                 "State media");
}

static void what_was_said_on_a_medium_was_heard_there(void **state)
{
    (void)state;
    report("Ostrel Courier", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true)->claims[0].venue =
        STR("state radio");
    report("Merrow Daily", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true)->claims[0].venue =
        STR("state radio");
    sample *const s =
        report("Tolvan Post", "Ada Lind told our correspondent", LGM_ENTITY_PER, "Ada Lind", true);
    s->to = (lgm_addressee){14, 31, LGM_NONE};
    s->claims[0].to.at = &s->to;
    s->claims[0].to.n = 1;
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->list.at[0].hearings.n, 2);
    assert_words(o->list.at[0].hearings.at[0].by, "state radio");
    assert_words(o->list.at[0].hearings.at[1].by, "Tolvan Post");
    assert_words(o->list.at[0].hearings.at[1].voices.at[0].why, "says that it was told itself");
}

/* ---- whose text it is ---- */

static void copies_and_texts_of_one_agency_count_once(void **state)
{
    (void)state;
    report("Ostrel Courier", "Nine died.", LGM_ENTITY_PER, NULL, false)->record.agency =
        STR("Associated Press");
    report("Merrow Daily", "Nine died.", LGM_ENTITY_PER, NULL, false)->record.agency = STR("AP");
    report("Tolvan Post", "Nine died.", LGM_ENTITY_PER, NULL, false)->record.byline =
        STR("Ada Lind, The Associated Press");
    report(NULL, "Nine died.", LGM_ENTITY_PER, NULL, false)->record.url =
        STR("https://www.apnews.com/article/9");
    report("Lesk Echo", "Nine died.", LGM_ENTITY_PER, NULL, false);
    told[4].copy_of = 1;
    const lgm_origins *const o = origins(LGM_NONE);
    assert_int_equal(o->most, 1);
    assert_words(o->list.at[0].name, "Associated Press");
    assert_int_equal(o->list.at[0].kind, LGM_ORIGIN_AGENCY);
    const lgm_hearing *const h = &o->list.at[0].hearings.at[0];
    assert_words(h->voices.at[0].why, "has a text of Associated Press, by its credit");
    assert_words(h->voices.at[1].why, "has a text of Associated Press, by its credit");
    assert_words(h->voices.at[2].why, "has a text of Associated Press, by its byline");
    assert_words(h->voices.at[4].why,
                 "has the text of report 2, which is that of Associated Press");
}

static void a_copy_that_credits_an_agency_tells_whose_the_original_is(void **state)
{
    (void)state;
    report("Ostrel Courier", "Nine died.", LGM_ENTITY_PER, NULL, false);
    report("Merrow Daily", "Nine died.", LGM_ENTITY_PER, NULL, false)->record.agency = STR("AFP");
    told[1].copy_of = 0;
    assert_int_equal(origins(LGM_NONE)->most, 1);
    assert_words(found->list.at[0].name, "Agence France-Presse");
}

static void papers_of_one_owner_count_once_while_they_are_his(void **state)
{
    (void)state;
    report("The Wall Street Journal", "Nine died.", LGM_ENTITY_PER, NULL, false);
    report("New York Post", "Nine died.", LGM_ENTITY_PER, NULL, false);
    report(NULL, "Nine died.", LGM_ENTITY_PER, NULL, false)->record.url =
        STR("https://www.thetimes.co.uk/x");
    assert_int_equal(origins(LGM_NONE)->most, 1);
    samples[0].record.date = STR("2005-05-12"); /* before Dow Jones was bought */
    assert_int_equal(origins(LGM_NONE)->most, 2);
}

static void what_publishers_say_themselves_is_not_known_to_be_independent(void **state)
{
    (void)state;
    report("Ostrel Courier", "Nine died.", LGM_ENTITY_PER, NULL, false);
    report("Merrow Daily", "Nine died.", LGM_ENTITY_PER, NULL, false);
    report(NULL, "Nine died.", LGM_ENTITY_PER, NULL, false);
    const lgm_origins *const o = origins(LGM_NONE);
    assert_int_equal(o->least, 1);
    assert_int_equal(o->most, 3);
    assert_words(o->list.at[2].name, "report 3");
    assert_words(o->list.at[1].why.at[0], "Merrow Daily does not say where it has it from");
}

static void publishers_are_known_in_the_words_of_reports(void **state)
{
    (void)state;
    static const char *const of[][2] = {{"CBS' Face the Nation", "CBS News"},
                                        {"CNN\xe2\x80\x99s Ada Lind", "CNN"},
                                        {"BBC radio", "BBC"},
                                        {"the TASS news agency", "TASS"},
                                        {"The Wall Street Journal", "Wall Street Journal"},
                                        {"Ostrel Courier", NULL},
                                        {"CNNs", NULL},
                                        {"", NULL}};
    for (size_t i = 0; i < LGM_COUNT(of); i++) {
        lgm_publisher p;
        assert_int_equal(lgm_publisher_by_name(text_of(of[i][0]), (lgm_str){0}, &p),
                         of[i][1] != NULL);
        if (of[i][1]) assert_words(p.name, of[i][1]);
    }
    lgm_publisher p;
    assert_int_equal(lgm_publisher_by_address(STR("https://uk.Reuters.com/a"), STR("2010"), &p), 1);
    assert_words(p.name, "Reuters");
    assert_int_equal(lgm_publisher_by_address(STR("https://notreuters.com/"), STR("2010"), &p), 0);
    assert_int_equal(lgm_publisher_by_address(STR(""), STR("2010"), &p), 0);
}

static void the_newspaper_of_two_texts_is_not_one(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++)
        relayed(
            report(i ? "Merrow Daily" : "Ostrel Courier", "x", LGM_ENTITY_PER, "Ada Lind", true),
            "the newspaper", false);
    assert_int_equal(origins(0)->list.at[0].most, 2);
    assert_int_equal(found->list.at[0].least, 1);
}

static void a_pronoun_is_nobody_elsewhere(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++)
        report(i ? "Merrow Daily" : "Ostrel Courier", "they said", LGM_ENTITY_PER, "they", false);
    assert_int_equal(origins(0)->most, 2);
    assert_null(found->list.at[0].name.ptr);
}

static void state_media_of_all_papers_are_one_origin(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        sample *const s = report(i ? "Merrow Daily" : "Ostrel Courier", "state media reported",
                                 LGM_ENTITY_ORG, i == 2 ? "State media" : "state media", false);
        s->claims[0].speaker_kind = LGM_SPEAKER_OUTLET;
    }
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->most, 1);
    assert_int_equal(o->list.at[0].kind, LGM_ORIGIN_STATE_MEDIA);
    assert_int_equal(o->list.at[0].hearings.n, 1);
}

static void agencies_of_one_state_are_one_origin(void **state)
{
    (void)state;
    const char *const outlets[] = {"Xinhua", "CCTV", "the Xinhua news agency"};
    for (size_t i = 0; i < LGM_COUNT(outlets); i++)
        report("Ostrel Courier", "reported", LGM_ENTITY_ORG, outlets[i], true)
            ->claims[0]
            .speaker_kind = LGM_SPEAKER_OUTLET;
    assert_int_equal(origins(0)->most, 1);
    assert_int_equal(found->list.at[0].kind, LGM_ORIGIN_STATE_MEDIA);
}

/* ---- who says it ---- */

static void two_who_are_named_are_two_origins(void **state)
{
    (void)state;
    report("Ostrel Courier", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true);
    report("Merrow Daily", "Joren Vale said", LGM_ENTITY_PER, "Joren Vale", true);
    report("Tolvan Post", "the mayor said", LGM_ENTITY_PER, "the mayor", false);
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->least, 2); /* the mayor may be either */
    assert_int_equal(o->most, 3);
    assert_words(o->list.at[2].why.at[0], "“the mayor” is not named and may be another of these");
}

static void a_spokeswoman_and_her_ministry_are_not_known_to_be_two(void **state)
{
    (void)state;
    report("Ostrel Courier", "Interior Ministry said", LGM_ENTITY_ORG, "Interior Ministry", true);
    sample *const s = report("Merrow Daily", "Ada Lind said", LGM_ENTITY_PER, "Ada Lind", true);
    s->role = STR("spokeswoman for the Interior Ministry");
    s->entities[0].roles.at = &s->role;
    s->entities[0].roles.n = 1;
    const lgm_origins *o = origins(0);
    assert_int_equal(o->least, 1);
    assert_int_equal(o->most, 2);
    assert_words(o->list.at[1].why.at[0], "Ada Lind may speak for Interior Ministry: "
                                          "“spokeswoman for the Interior Ministry”");
    s->role = STR("a baker");
    assert_int_equal(origins(0)->least, 2);
}

static void one_person_in_two_spellings_is_not_known_to_be_two(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t least, most;
    } pairs[] = {{"A. J. Lind", "A.J. Lind", 1, 1},
                 {"Ada Lind", "A. Lind", 1, 2},
                 {"Ada Lind", "Lind", 1, 2},
                 {"Ada Lind", "Joren Lind", 2, 2},
                 {"Ada Lind", "Ada Flind", 2, 2}};
    for (size_t i = 0; i < LGM_COUNT(pairs); i++) {
        n_told = 0;
        report("Ostrel Courier", "x", LGM_ENTITY_PER, pairs[i].a, true);
        report("Merrow Daily", "x", LGM_ENTITY_PER, pairs[i].b, true);
        assert_int_equal(origins(0)->least, pairs[i].least);
        assert_int_equal(found->most, pairs[i].most);
    }
}

static void a_body_is_one_by_name_or_by_its_words(void **state)
{
    (void)state;
    report("Ostrel Courier", "the harbour office", LGM_ENTITY_ORG, "the harbour office", false);
    report("Merrow Daily", "x", LGM_ENTITY_ORG, "Harbour Office", true);
    assert_int_equal(origins(0)->most, 1);
    assert_int_equal(found->list.at[0].known, 1);
    assert_words(found->list.at[0].name, "Harbour Office");
}

static void what_a_text_says_was_heard_by_all(void **state)
{
    (void)state;
    relayed(report("Ostrel Courier", "x", LGM_ENTITY_PER, "Ada Lind", true),
            "a statement released through the team", false);
    assert_int_equal(origins(0)->list.at[0].hearings.at[0].kind, LGM_HEARING_PUBLIC);
    name_of(&samples[0], 1, LGM_ENTITY_ORG, "Lesk Report", true);
    assert_int_equal(origins(0)->list.at[0].hearings.at[0].kind, LGM_HEARING_RELAYED);
}

static void two_bodies_of_one_government_are_not_known_to_be_two(void **state)
{
    (void)state;
    report("Ostrel Courier", "x", LGM_ENTITY_ORG, "Foreign Ministry", true)->entities[0].actor =
        STR("RUSGOV");
    report("Merrow Daily", "x", LGM_ENTITY_ORG, "Kremlin", true)->entities[0].actor = STR("RUSMIL");
    assert_int_equal(origins(0)->least, 1);
    samples[1].entities[0].actor = STR("USAGOV");
    assert_int_equal(origins(0)->least, 2);
    samples[1].entities[0].actor = STR("RUSOPP");
    assert_int_equal(origins(0)->least, 2);
}

static void an_unnamed_source_is_one_in_one_text_only(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++)
        report(i == 2 ? "Tolvan Post" : "Ostrel Courier", "a diplomat said", LGM_ENTITY_PER,
               "a diplomat", false);
    const lgm_origins *const o = origins(0);
    assert_int_equal(o->least, 1);
    assert_int_equal(o->most, 2);
}

static void voices_that_lead_nowhere_are_refused(void **state)
{
    (void)state;
    lgm_err err;
    lgm_origins *o;
    report("Ostrel Courier", "x", LGM_ENTITY_PER, "Ada Lind", true);
    const lgm_voice wrong[] = {{1, LGM_NONE}, {0, 2}};
    for (size_t i = 0; i < LGM_COUNT(wrong); i++)
        assert_int_equal(lgm_origins_of(&o, told, 1, &wrong[i], 1, &err), LGM_E_ARG);
    assert_int_equal(lgm_origins_of(&o, told, 1, NULL, 0, &err), LGM_OK);
    assert_int_equal(o->least + o->most, 0);
    lgm_origins_free(o);
}

static void memory_that_is_short_is_told(void **state)
{
    (void)state;
    lgm_err err;
    lgm_origins *o;
    relayed(report("Ostrel Courier", "x", LGM_ENTITY_PER, "Ada Lind", true), "Reuters", true);
    report("Merrow Daily", "x", LGM_ENTITY_PER, "Joren Vale", true);
    const lgm_voice voices[] = {{0, 0}, {1, 0}, {1, LGM_NONE}};
    for (int n = 0;; n++) {
        lgm_alloc_fail_after(n);
        const lgm_status st = lgm_origins_of(&o, told, 2, voices, LGM_COUNT(voices), &err);
        lgm_alloc_fail_after(-1);
        if (st == LGM_OK) break;
        assert_int_equal(st, LGM_E_NOMEM);
    }
    lgm_origins_free(o);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_reuters_was_told_has_one_origin_in_all_papers),
        CASE(one_speaker_heard_by_two_is_one_origin_heard_twice),
        CASE(a_reporter_who_saw_it_and_a_statement_are_hearings_of_their_own),
        CASE(whoever_quotes_a_speaker_heard_it),
        CASE(whom_an_outlet_cites_is_the_source),
        CASE(what_is_cited_is_somebody),
        CASE(what_was_said_on_a_medium_was_heard_there),
        CASE(copies_and_texts_of_one_agency_count_once),
        CASE(a_copy_that_credits_an_agency_tells_whose_the_original_is),
        CASE(papers_of_one_owner_count_once_while_they_are_his),
        CASE(what_publishers_say_themselves_is_not_known_to_be_independent),
        CASE(publishers_are_known_in_the_words_of_reports),
        CASE(the_newspaper_of_two_texts_is_not_one),
        CASE(a_pronoun_is_nobody_elsewhere),
        CASE(state_media_of_all_papers_are_one_origin),
        CASE(agencies_of_one_state_are_one_origin),
        CASE(two_who_are_named_are_two_origins),
        CASE(a_spokeswoman_and_her_ministry_are_not_known_to_be_two),
        CASE(one_person_in_two_spellings_is_not_known_to_be_two),
        CASE(a_body_is_one_by_name_or_by_its_words),
        CASE(what_a_text_says_was_heard_by_all),
        CASE(two_bodies_of_one_government_are_not_known_to_be_two),
        CASE(an_unnamed_source_is_one_in_one_text_only),
        CASE(voices_that_lead_nowhere_are_refused),
        CASE(memory_that_is_short_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
