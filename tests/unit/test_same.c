/* test_same.c - which events, and which claims, of several reports are one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/base.h"
#include "base/linkage.h"
#include "legomena/same.h"
#include "same/told_event.h"

enum { MOST = 8 };

#define STR(literal) ((lgm_str){literal, sizeof(literal) - 1})

/* A report of ASCII text: one sentence a line; its events and claims are added. */
typedef struct sample {
    lgm_record record;
    lgm_cpspan sentences[MOST], content[MOST], source[MOST];
    lgm_event events[MOST];
    lgm_claim claims[MOST];
    lgm_entity speakers[MOST];
    lgm_entity_mention mentions[MOST];
    lgm_when times[MOST];
} sample;

static sample samples[MOST];
static lgm_told told[MOST];
static size_t n_told;

static int start(void **state)
{
    (void)state;
    memset(samples, 0, sizeof samples);
    n_told = 0;
    return 0;
}

static lgm_cpspan span_of(const char *text, const char *words)
{
    const char *const at = strstr(text, words);
    assert_non_null(at);
    return (lgm_cpspan){(uint32_t)(at - text), (uint32_t)((size_t)(at - text) + strlen(words))};
}

static sample *last(void)
{
    return &samples[n_told - 1];
}

static void report(const char *text)
{
    assert_true(n_told < MOST);
    sample *const s = &samples[n_told];
    size_t n = 0;
    for (const char *from = text; *from; n++) {
        const size_t len = strcspn(from, "\n"), at = (size_t)(from - text);
        s->sentences[n] = (lgm_cpspan){(uint32_t)at, (uint32_t)(at + len)};
        from += len + (from[len] == '\n');
    }
    s->record = (lgm_record){.text = {text, strlen(text)}, .length = (uint32_t)strlen(text)};
    s->record.sentences.at = s->sentences;
    s->record.sentences.n = n;
    s->record.events.at = s->events;
    s->record.claims.at = s->claims;
    s->record.entities.at = s->speakers;
    told[n_told] = (lgm_told){(int64_t)n_told + 1, &s->record, LGM_NONE};
    n_told++;
}

static void event(const char *trigger, const char *day)
{
    sample *const s = last();
    const size_t n = s->record.events.n++;
    s->events[n] = (lgm_event){.trigger = span_of(s->record.text.ptr, trigger), .place = LGM_NONE};
    if (!day) return;
    s->times[n] = (lgm_when){{day, strlen(day)}, LGM_NONE};
    s->events[n].time = &s->times[n];
}

static void claim(const char *source, const char *content, lgm_act act)
{
    sample *const s = last();
    const size_t n = s->record.claims.n++;
    s->source[n] = span_of(s->record.text.ptr, source);
    s->content[n] = span_of(s->record.text.ptr, content);
    s->mentions[n] = (lgm_entity_mention){.start = s->source[n].start, .end = s->source[n].end};
    s->speakers[n] = (lgm_entity){.type = LGM_ENTITY_PER, .name = {source, strlen(source)}};
    s->speakers[n].mentions.at = &s->mentions[n];
    s->speakers[n].mentions.n = 1;
    s->record.entities.n = n + 1;
    s->claims[n] = (lgm_claim){
        .act = act, .speaker = (uint32_t)n, .speaker_kind = LGM_SPEAKER_NAMED, .parent = LGM_NONE};
    s->claims[n].source.at = &s->source[n];
    s->claims[n].source.n = 1;
    s->claims[n].content.at = &s->content[n];
    s->claims[n].content.n = 1;
}

static lgm_same *same_events(void)
{
    lgm_same *same;
    lgm_err err;
    assert_int_equal(lgm_same_events(&same, told, n_told, &err), LGM_OK);
    return same;
}

static lgm_same *same_claims(void)
{
    lgm_same *same;
    lgm_err err;
    assert_int_equal(lgm_same_claims(&same, told, n_told, &err), LGM_OK);
    return same;
}

static bool together(const lgm_same *same, lgm_same_one a, lgm_same_one b)
{
    for (size_t i = 0; i < same->n; i++) {
        size_t found = 0;
        for (size_t k = 0; k < same->at[i].n; k++) {
            const lgm_same_one one = same->at[i].at[k];
            found += (one.report == a.report && one.index == a.index) ||
                     (one.report == b.report && one.index == b.index);
        }
        if (found) return found == 2;
    }
    fail_msg("it is in no group");
    return false;
}

static void events_of_one_word_and_sentence_are_one(void **state)
{
    (void)state;
    report("A ferry sank off Ostrel on Tuesday.\nThe mayor resigned.");
    event("sank", "2024-05-21");
    event("resigned", NULL);
    report("Divers searched the ferry that sank off Ostrel.");
    event("searched", NULL);
    event("sank", "2024-05-21");
    lgm_same *const same = same_events();
    assert_true(together(same, (lgm_same_one){0, 0}, (lgm_same_one){1, 1}));
    assert_false(together(same, (lgm_same_one){0, 1}, (lgm_same_one){1, 0}));
    assert_int_equal(same->n, 3);
    assert_int_equal(same->at[0].n_reports, 2);
    assert_int_equal(same->at[0].at[0].report, 0);
    lgm_same_free(same);
}

static void forms_of_one_word_are_one_event(void **state)
{
    (void)state;
    report("Gunmen shot two guards at the Tarn depot.");
    event("shot", NULL);
    report("The shooting of two guards at the Tarn depot shocked Ostrel.");
    event("shooting", NULL);
    report("Two guards died at the Tarn depot.");
    event("died", NULL);
    report("The deaths of two guards at the Tarn depot are mourned.");
    event("deaths", NULL);
    lgm_same *const same = same_events();
    assert_true(together(same, (lgm_same_one){0, 0}, (lgm_same_one){1, 0}));
    assert_false(together(same, (lgm_same_one){0, 0}, (lgm_same_one){2, 0}));
    lgm_same_free(same);
}

static void copies_do_not_count(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        report("A dam burst above Merrow on Sunday.");
        event("burst", NULL);
    }
    told[2].copy_of = 0;
    lgm_same *const same = same_events();
    assert_int_equal(same->n, 1);
    assert_int_equal(same->at[0].n, 3);
    assert_int_equal(same->at[0].n_reports, 2);
    lgm_same_free(same);
}

static void why_says_what_is_in_common(void **state)
{
    (void)state;
    char *why;
    lgm_err err;
    report("A quake of magnitude 6.1 struck Merrow.");
    event("quake", NULL);
    report("The earthquake had a magnitude of 6.1.");
    event("earthquake", NULL);
    assert_int_equal(
        lgm_same_events_why(&why, told, 2, (lgm_same_one){0, 0}, (lgm_same_one){1, 0}, &err),
        LGM_OK);
    assert_string_equal(why, "“quake” and “earthquake” may mean the same; both give 6.1");
    lgm_string_free(why);
    assert_int_equal(
        lgm_same_events_why(&why, told, 2, (lgm_same_one){0, 1}, (lgm_same_one){1, 0}, &err),
        LGM_E_ARG);
}

static void one_source_in_other_words_is_one_claim(void **state)
{
    (void)state;
    char *why;
    lgm_err err;
    report("Ada Lind said the ferry was overloaded when it left the harbour.");
    claim("Ada Lind", "the ferry was overloaded when it left the harbour", LGM_ACT_STATE);
    report("When it left the harbour, the ferry was badly overloaded, Ada Lind said.");
    claim("Ada Lind", "When it left the harbour, the ferry was badly overloaded", LGM_ACT_STATE);
    report("Omar Vael said the ferry was overloaded when it left the harbour.");
    claim("Omar Vael", "the ferry was overloaded when it left the harbour", LGM_ACT_STATE);
    report("Ada Lind denied that the ferry was overloaded when it left the harbour.");
    claim("Ada Lind", "the ferry was overloaded when it left the harbour", LGM_ACT_DENY);
    lgm_same *const same = same_claims();
    const lgm_same_one first = {0, 0}, second = {1, 0};
    assert_true(together(same, first, second));
    assert_false(together(same, first, (lgm_same_one){2, 0}));
    assert_false(together(same, first, (lgm_same_one){3, 0}));
    lgm_same_free(same);
    assert_int_equal(lgm_same_claims_why(&why, told, n_told, first, second, &err), LGM_OK);
    assert_string_equal(why, "both are by Ada Lind; most words are the same");
    lgm_string_free(why);
}

static void other_numbers_are_another_claim(void **state)
{
    (void)state;
    report("Ada Lind said that 22 people had died in the sinking of the ferry.");
    claim("Ada Lind", "22 people had died in the sinking of the ferry", LGM_ACT_STATE);
    report("Ada Lind said that 24 people had died in the sinking of the ferry.");
    claim("Ada Lind", "24 people had died in the sinking of the ferry", LGM_ACT_STATE);
    lgm_same *const same = same_claims();
    assert_int_equal(same->n, 2);
    lgm_same_free(same);
}

static void no_reports_have_nothing_in_common(void **state)
{
    (void)state;
    lgm_same *same = same_events();
    assert_int_equal(same->n, 0);
    lgm_same_free(same);
    same = same_claims();
    assert_int_equal(same->n, 0);
    lgm_same_free(same);
    lgm_same_free(NULL);
}

/* The groups are those that a plain search for the best pair makes. */
static void linkage_takes_the_most_alike_first(void **state)
{
    (void)state;
    enum { N = 40 };
    lgm_arena *arena;
    lgm_linkage k;
    double like[N][N];
    uint32_t group[N], seed = 7;
    assert_int_equal(lgm_arena_new(&arena, 0, NULL), LGM_OK);
    assert_true(lgm_linkage_new(&k, N, arena));
    for (size_t i = 0; i < N; i++)
        for (size_t m = 0; m < i; m++) {
            seed = seed * 1664525u + 1013904223u;
            like[i][m] = like[m][i] = (double)(seed >> 16) / 65536 - 0.6;
            lgm_linkage_put(&k, i, m, like[i][m]);
        }
    lgm_linkage_run(&k);
    double size[N];
    for (uint32_t i = 0; i < N; i++) group[i] = i, size[i] = 1;
    for (;;) {
        size_t a = 0, b = 0;
        double best = 0;
        for (size_t i = 0; i < N; i++)
            for (size_t m = i + 1; m < N; m++)
                if (group[i] == i && group[m] == m && like[i][m] > best)
                    best = like[i][m], a = i, b = m;
        if (best <= 0) break;
        for (size_t i = 0; i < N; i++)
            like[a][i] = like[i][a] =
                (like[a][i] * size[a] + like[b][i] * size[b]) / (size[a] + size[b]);
        for (size_t i = 0; i < N; i++)
            if (group[i] == b) group[i] = (uint32_t)a;
        size[a] += size[b];
    }
    for (size_t i = 0; i < N; i++)
        for (size_t m = 0; m < N; m++)
            assert_int_equal(k.group[i] == k.group[m], group[i] == group[m]);
    lgm_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(events_of_one_word_and_sentence_are_one, start),
        cmocka_unit_test_setup(forms_of_one_word_are_one_event, start),
        cmocka_unit_test_setup(copies_do_not_count, start),
        cmocka_unit_test_setup(why_says_what_is_in_common, start),
        cmocka_unit_test_setup(one_source_in_other_words_is_one_claim, start),
        cmocka_unit_test_setup(other_numbers_are_another_claim, start),
        cmocka_unit_test_setup(no_reports_have_nothing_in_common, start),
        cmocka_unit_test(linkage_takes_the_most_alike_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
