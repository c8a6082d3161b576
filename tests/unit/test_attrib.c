/*
 * test_attrib.c - fragments, links, quotations without a cue, claims; with a model made by hand.
 *
 * Texts are written with their fragments: "{s1 The mayor} {c1 said} {k1 the bridge was safe}." The
 * number says which cue a fragment goes with; 0 or none: with no cue.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attrib/frags.h"
#include "legomena/engine.h"
#include "model_builder.h"
#include "sample_doc.h"

enum { DIM = 16, LINK = 16, MARKS = 4096, LABELS = 13 };

static const char LABEL_TEXT[] = "O\nB-SRC\nI-SRC\nE-SRC\nS-SRC\nB-CUE\nI-CUE\nE-CUE\nS-CUE\n"
                                 "B-CNT\nI-CNT\nE-CNT\nS-CNT\n";

/* ---- documents from marked text -------------------------------------------------------------- */

typedef struct mark {
    uint32_t start, end; /* bytes of the plain text */
    uint8_t role;
    unsigned number;
} mark;

typedef struct sample {
    lgm_doc *doc;
    lgm_arena *scratch;
    mark marks[MARKS];
    size_t n;
    lgm_frags set;
} sample;

static uint8_t role_of(char c)
{
    return c == 's' ? LGM_ROLE_SOURCE : c == 'c' ? LGM_ROLE_CUE : LGM_ROLE_CONTENT;
}

/* The plain text of a marked one, with its marks. */
static char *unmark(sample *s, const char *marked)
{
    char *const out = malloc(strlen(marked) + 1);
    uint32_t n = 0;
    assert_non_null(out);
    for (const char *p = marked; *p;) {
        if (*p == '{') {
            mark *const m = &s->marks[s->n];
            assert_true(s->n < MARKS);
            m->role = role_of(p[1]);
            m->start = n;
            m->number = (unsigned)strtoul(p + 2, (char **)&p, 10);
            p++;
        } else if (*p == '}') {
            s->marks[s->n++].end = n;
            p++;
        } else {
            out[n++] = *p++;
        }
    }
    out[n] = '\0';
    return out;
}

static void add_tags(lgm_doc *doc)
{
    static const char *const VERBS[] = {"is", "was", "lost", "have", "will", "go", "need", "stay"};
    sample_labels(doc, &doc->upos, doc->n_tokens);
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        const lgm_slice f = lgm_doc_form(doc, t);
        sample_label(doc, &doc->upos, t, "X");
        for (size_t v = 0; v < LGM_COUNT(VERBS); v++)
            if (f.len == strlen(VERBS[v]) && memcmp(f.ptr, VERBS[v], f.len) == 0)
                sample_label(doc, &doc->upos, t, "VERB");
    }
}

static void start(sample *s, const char *marked)
{
    memset(s, 0, sizeof *s);
    char *const text = unmark(s, marked);
    assert_int_equal(lgm_arena_new(&s->scratch, 0, NULL), LGM_OK);
    s->doc = sample_cut(text, strlen(text));
    free(text);
    sample_sentences(s->doc);
    add_tags(s->doc);
}

static void finish(sample *s)
{
    lgm_doc_free(s->doc);
    lgm_arena_free(s->scratch);
}

static lgm_tokspan tokens_of(const lgm_doc *doc, const mark *m)
{
    lgm_tokspan at = {0};
    while (at.start < doc->n_tokens && doc->tokens[at.start].start < m->start) at.start++;
    at.end = at.start;
    while (at.end < doc->n_tokens && doc->tokens[at.end].end <= m->end) at.end++;
    assert_true(at.start < at.end); /* marks stand at token boundaries */
    assert_int_equal(doc->tokens[at.start].start, m->start);
    assert_int_equal(doc->tokens[at.end - 1].end, m->end);
    return at;
}

/* Fragments and their links, as marked. */
static void make_frags(sample *s)
{
    uint32_t cue[64], source[64];
    memset(cue, 0xff, sizeof cue);
    memset(source, 0xff, sizeof source);
    assert_int_equal(lgm_attrib_pieces(s->doc, s->scratch, &s->set, NULL), LGM_OK);
    size_t piece = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        const lgm_frag f = {
            tokens_of(s->doc, &s->marks[i]), LGM_NONE, 0.5f, 1.0f, s->marks[i].role, NULL};
        while (s->set.pieces.at[piece].at.end <= f.at.start) {
            s->set.pieces.at[piece].end = i;
            s->set.pieces.at[++piece].first = i;
        }
        assert_true(lgm_vec_push(s->scratch, &s->set.frags, f));
        if (f.role == LGM_ROLE_CUE) cue[s->marks[i].number] = i;
        if (f.role == LGM_ROLE_SOURCE) source[s->marks[i].number] = i;
    }
    for (size_t p = piece; p < s->set.pieces.n; p++) {
        if (p > piece) s->set.pieces.at[p].first = (uint32_t)s->n;
        s->set.pieces.at[p].end = (uint32_t)s->n;
    }
    for (uint32_t i = 0; i < s->n; i++) {
        lgm_frag *const f = &s->set.frags.at[i];
        if (s->marks[i].number == 0 || f->role == LGM_ROLE_SOURCE) continue;
        f->link = f->role == LGM_ROLE_CUE ? source[s->marks[i].number] : cue[s->marks[i].number];
    }
}

/* ---- claims as text -------------------------------------------------------------------------- */

static void print_parts(FILE *to, const lgm_doc *doc, const char *name, const lgm_parts *p)
{
    for (uint8_t i = 0; i < p->n; i++) {
        const lgm_slice w = lgm_doc_words(doc, p->at[i]);
        fprintf(to, "%s%.*s", i == 0 ? name : " + ", (int)w.len, w.ptr);
    }
}

/* All that gathering asks of a head. */
static const lgm_attrib_head GATHERING = {.keep_cueless = true};

static char *claims_text(const lgm_doc *doc)
{
    char *out = NULL;
    size_t len = 0;
    FILE *const to = open_memstream(&out, &len);
    assert_non_null(to);
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        const lgm_doc_claim *const c = &doc->claims[i];
        static const char *const FORMS[] = {"direct", "indirect", "mixed"};
        fputs(FORMS[c->form], to);
        print_parts(to, doc, " S=", &c->source);
        print_parts(to, doc, " C=", &c->cue);
        print_parts(to, doc, " K=", &c->content);
        fputc('\n', to);
    }
    assert_int_equal(fclose(to), 0);
    return out;
}

static void check_claims(const lgm_doc *doc, const char *expected)
{
    char *const got = claims_text(doc);
    assert_string_equal(got, expected);
    free(got);
}

static lgm_status gather(const lgm_attrib_head *head, sample *s)
{
    lgm_attrib_claims claims = {0};
    const lgm_status st = lgm_attrib_gather(head, s->scratch, s->doc, &s->set, &claims, NULL);
    return st == LGM_OK ? lgm_attrib_finish(s->scratch, s->doc, &claims, NULL) : st;
}

/* Marked fragments in, claims out, by the stages that need no model. */
static void check_gathered(const char *marked, const char *expected)
{
    sample s;
    start(&s, marked);
    make_frags(&s);
    assert_int_equal(lgm_attrib_adopt(s.scratch, s.doc, &s.set, NULL), LGM_OK);
    assert_int_equal(gather(&GATHERING, &s), LGM_OK);
    check_claims(s.doc, expected);
    finish(&s);
}

/* ---- claims ---------------------------------------------------------------------------------- */

static void test_a_cue_with_content_is_a_claim(void **state)
{
    (void)state;
    check_gathered("{s1 The mayor} {c1 said} {k1 the bridge was safe}.",
                   "indirect S=The mayor C=said K=the bridge was safe\n");
    check_gathered("{k1 The bridge was safe}, {c1 reportedly}.",
                   "indirect C=reportedly K=The bridge was safe\n");
}

static void test_cues_and_contents_alone_are_left_out(void **state)
{
    (void)state;
    check_gathered("{s1 The mayor} {c1 spoke} for an hour.", "");
    check_gathered("He left {k the bridge was safe} there.", "");
    check_gathered("", "");
}

/* ---- what rules do to claims ----------------------------------------------------------------- */

static uint32_t *nothing(sample *s)
{
    uint32_t *const of = lgm_arena_alloc(s->scratch, s->doc->n_tokens * sizeof *of);
    assert_non_null(of);
    for (uint32_t t = 0; t < s->doc->n_tokens; t++) of[t] = LGM_NONE;
    return of;
}

static void mark_part(uint32_t *of, const lgm_parts *p, uint32_t claim)
{
    for (uint8_t i = 0; i < p->n; i++)
        for (uint32_t t = p->at[i].start; t < p->at[i].end; t++) of[t] = claim;
}

/* A claim by rule takes its content from another, with the quotations behind it. */
static void test_a_claim_by_rule_takes_its_content(void **state)
{
    (void)state;
    sample s;
    lgm_attrib_claims claims = {0};
    start(&s, "{k1 \"They are thieves,\"} {c1 said} {s1 one}. Another: {k1 \"I wait.\"} "
              "{k1 \"At home.\"}");
    make_frags(&s);
    assert_int_equal(
        lgm_attrib_gather(&GATHERING, s.scratch, s.doc, &s.set, &claims, NULL), LGM_OK);
    assert_int_equal(claims.at.n, 1);
    lgm_attrib_draft d = {.doc = s.doc, .scratch = s.scratch, .claims = &claims};
    d.cue = nothing(&s);
    d.content = nothing(&s);
    mark_part(d.cue, &claims.at.at[0].cue, 0);
    mark_part(d.content, &claims.at.at[0].content, 0);
    const lgm_tokspan said = claims.at.at[0].content.at[1];
    const uint32_t at = said.start;
    const lgm_attrib_found found = {
        {at - 2, at - 1}, {at - 1, at}, {at, at + 5}, 1, LGM_ATTRIB_RULE("a test")};
    assert_true(lgm_attrib_put(&d, &found));
    assert_int_equal(lgm_attrib_finish(s.scratch, s.doc, &claims, NULL), LGM_OK);
    char *const got = claims_text(s.doc);
    assert_non_null(strstr(got, "S=one C=said K=\"They are thieves,\"\n"));
    assert_non_null(strstr(got, "S=Another C=: K=\"I wait.\""));
    free(got);
    finish(&s);
}

static void test_order_is_that_of_the_first_span(void **state)
{
    (void)state;
    check_gathered(
        "{k2 The bridge was shut}, {s1 the mayor} {c1 said} {k1 on Monday}, {c2 according to} "
        "{s2 the police}.",
        "indirect S=the police C=according to K=The bridge was shut\n"
        "indirect S=the mayor C=said K=on Monday\n");
    check_gathered("{s1 The mayor} {c1 said} {k1 it was safe}, {c2 adding} {k2 it was old}.",
                   "indirect S=The mayor C=said K=it was safe\nindirect C=adding K=it was old\n");
}

static void test_one_source_serves_several_cues(void **state)
{
    (void)state;
    sample s;
    start(&s, "{s1 The mayor} {c1 said} {k1 it was safe}, {c2 adding} {k2 it was old}.");
    make_frags(&s);
    s.set.frags.at[3].link = 0; /* "adding" has the mayor too */
    assert_int_equal(gather(&GATHERING, &s), LGM_OK);
    check_claims(s.doc, "indirect S=The mayor C=said K=it was safe\n"
                        "indirect S=The mayor C=adding K=it was old\n");
    finish(&s);
}

static void test_adjacent_parts_are_joined(void **state)
{
    (void)state;
    check_gathered("{s1 He} {c1 said} {k1 it was}\n{k1 safe}, {k1 and dry}.",
                   "indirect S=He C=said K=it was\nsafe + and dry\n");
}

/* Of several contents the surest stays, others at 0.7 and more, and quotations. */
static void test_further_contents_have_to_be_sure(void **state)
{
    (void)state;
    static const struct {
        float first, second;
        const char *expected;
    } cases[] = {{0.6f, 0.5f, "mixed S=he C=said K=So + \"or not\"\n"},
                 {0.5f, 0.6f, "mixed S=he C=said K=it was \"or not\"\n"},
                 {0.6f, 0.75f, "mixed S=he C=said K=it was \"or not\"\n"},
                 {0.75f, 0.8f, "mixed S=he C=said K=So + it was \"or not\"\n"}};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        sample s;
        start(&s, "{k1 So}, {s1 he} {c1 said}, {k1 it was} {k1 \"or not\"}.");
        make_frags(&s);
        s.set.frags.at[0].prob = cases[i].first;
        s.set.frags.at[3].prob = cases[i].second;
        s.set.frags.at[4].prob = 0.1f;
        assert_int_equal(gather(&GATHERING, &s), LGM_OK);
        check_claims(s.doc, cases[i].expected);
        finish(&s);
    }
}

static void test_more_parts_than_fit_go_on_in_a_second_claim(void **state)
{
    (void)state;
    check_gathered(
        "{s1 He} {c1 listed} {k1 a}, {k1 b}, {k1 c}, {k1 d}, {k1 e}, {k1 f}, {k1 g}, {k1 h}, "
        "{k1 i}, {k1 j}, {k1 k}, {k1 l} {k1 m}, {k1 n}, {k1 o}.",
        "indirect S=He C=listed K=a + b + c + d + e + f + g + h + i + j + k + l m\n"
        "indirect S=He C=listed K=n + o\n");
}

/* ---- confidence ------------------------------------------------------------------------------ */

static double logistic(double x)
{
    return 1 / (1 + exp(-x));
}

static double logit(double p)
{
    return log(p / (1 - p));
}

static bool close_to(float got, double want)
{
    return fabs((double)got - want) < 1e-6;
}

static void test_confidence_without_calibration_is_a_product(void **state)
{
    (void)state;
    const lgm_claim_odds e = {.cue = 0.9f, .content = 0.8f, .source = 0.1f, .link = 0.5f};
    assert_true(close_to(lgm_attrib_trust(&GATHERING, &e), 0.9 * 0.8 * 0.5));
    sample s;
    start(&s, "{s1 She} {c1 said} {k1 all was lost}. {k \"We have to go on now.\"}");
    make_frags(&s); /* tags of 0.5, links of 1 */
    assert_int_equal(gather(&GATHERING, &s), LGM_OK);
    assert_int_equal(s.doc->n_claims, 2);
    assert_true(s.doc->claims[0].confidence == 0.25f && s.doc->claims[1].confidence == 0.5f);
    assert_false(s.doc->claims[0].odds.no_cue || s.doc->claims[0].odds.no_source);
    assert_true(s.doc->claims[1].odds.no_cue && !s.doc->claims[1].odds.no_source);
    finish(&s);
}

static const float WEIGHTS[] = {0.1f, 0.4f, 0.5f, 0.2f, -3.0f, -1.0f, -0.5f};

static void test_calibrated_confidence(void **state)
{
    (void)state;
    const lgm_attrib_head h = {.keep_cueless = true, .trust = WEIGHTS};
    lgm_claim_odds e = {.cue = 0.9f, .content = 0.8f, .source = 0.7f, .link = 0.6f};
    const double content = 0.4 * logit(0.8), cue = 0.1 * logit(0.9), link = 0.2 * logit(0.6);
    assert_true(close_to(lgm_attrib_trust(&h, &e),
                         logistic(cue + content + 0.5 * logit(0.7) + link - 0.5)));
    e.no_source = true;
    assert_true(close_to(lgm_attrib_trust(&h, &e), logistic(cue + content + link - 1 - 0.5)));
    e = (lgm_claim_odds){.cue = 1, .content = 0.8f, .source = 1, .link = 1, .no_cue = true};
    assert_true(close_to(lgm_attrib_trust(&h, &e), logistic(content - 3 - 0.5)));
    e = (lgm_claim_odds){1, 1, 1, 1, false, false};
    assert_true(lgm_attrib_trust(&h, &e) < 1); /* nothing is certain */
    e = (lgm_claim_odds){0, 0, 0, 0, false, false};
    assert_true(lgm_attrib_trust(&h, &e) > 0);
    for (int i = 0; i < 4; i++) { /* more evidence, more trust */
        float last = 0;
        for (float p = 0.01f; p < 1; p += 0.05f) {
            e = (lgm_claim_odds){0.5f, 0.5f, 0.5f, 0.5f, false, false};
            *(float *[]){&e.cue, &e.content, &e.source, &e.link}[i] = p;
            const float now = lgm_attrib_trust(&h, &e);
            assert_true(now > last);
            last = now;
        }
    }
}

/* With calibration a claim below 0.30 goes, but for direct speech; without, all stay. */
static void test_unlikely_claims_are_left_out(void **state)
{
    (void)state;
    static const char TEXT[] = "{s1 Bo} {c1 said} {k1 so}. {s2 She} {c2 said} {k2 all was lost}. "
                               "{k \"We have to go on now.\"} {c3 Saying} {k3 \"it\"}.";
    static const struct {
        const float *trust;
        const char *expected;
    } cases[] = {{WEIGHTS, "indirect S=She C=said K=all was lost\n"
                           "direct K=\"We have to go on now.\"\n"
                           "direct C=Saying K=\"it\"\n"},
                 {NULL, "indirect S=Bo C=said K=so\n"
                        "indirect S=She C=said K=all was lost\n"
                        "direct K=\"We have to go on now.\"\n"
                        "direct C=Saying K=\"it\"\n"}};
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        const lgm_attrib_head h = {.keep_cueless = true, .trust = cases[i].trust};
        sample s;
        start(&s, TEXT);
        make_frags(&s);                    /* tags of 0.5, links of 1 */
        s.set.frags.at[2].link_prob = 0.05f; /* so */
        s.set.frags.at[8].link_prob = 0.01f; /* "it" */
        assert_int_equal(gather(&h, &s), LGM_OK);
        check_claims(s.doc, cases[i].expected);
        finish(&s);
    }
}

static lgm_status bind_weights(uint32_t n, const float *w, const float **trust)
{
    model_builder b = {0};
    mb_f32(&b, "calib.claims", n, 1, w);
    size_t len;
    uint8_t *const bytes = mb_bytes(&b, &len);
    lgm_model *m;
    lgm_err err = {0};
    lgm_attrib_head h = {0};
    assert_int_equal(lgm_model_open_bytes(&m, bytes, len, "test", &err), LGM_OK);
    const lgm_status st = lgm_attrib_bind_trust(&h, m, &err);
    *trust = h.trust;
    lgm_model_close(m);
    free(bytes);
    return st;
}

static void test_calibration_is_checked(void **state)
{
    (void)state;
    const float *trust;
    assert_int_equal(bind_weights(7, WEIGHTS, &trust), LGM_OK);
    assert_non_null(trust);
    assert_int_equal(bind_weights(6, WEIGHTS, &trust), LGM_E_CORRUPT);
    assert_null(trust);
    for (int i = 0; i < 7; i++) {
        for (int sign = -1; sign <= 1; sign += 2) {
            float w[7];
            memcpy(w, WEIGHTS, sizeof w);
            w[i] = 101.0f * (float)sign;
            assert_int_equal(bind_weights(7, w, &trust), LGM_E_CORRUPT);
            w[i] = 0.1f * (float)sign; /* evidence counts in favour only */
            assert_int_equal(bind_weights(7, w, &trust),
                             i < 4 && sign < 0 ? LGM_E_CORRUPT : LGM_OK);
        }
    }
}

/* ---- form ------------------------------------------------------------------------------------ */

static void test_form(void **state)
{
    (void)state;
    check_gathered("{k1 \"We will stay,\"} {s1 she} {c1 said}.",
                   "direct S=she C=said K=\"We will stay,\"\n");
    check_gathered("{s1 She} {c1 said} {k1 that they would \"stay and fight\"}.",
                   "mixed S=She C=said K=that they would \"stay and fight\"\n");
    check_gathered("{s1 She} {c1 called} {k1 him} {k1 \"a friend\"}.",
                   "mixed S=She C=called K=him \"a friend\"\n");
    check_gathered(
        "{k1 \xe2\x80\x9cHe told us \xe2\x80\x98go home\xe2\x80\x99 twice,\xe2\x80\x9d} {s1 she} "
        "{c1 said}.",
        "direct S=she C=said K=\xe2\x80\x9cHe told us \xe2\x80\x98go home\xe2\x80\x99 "
        "twice,\xe2\x80\x9d\n");
    check_gathered("{s1 She} {c1 said} {k1 \"...\"}.", "indirect S=She C=said K=\"...\"\n");
}

/* ---- quotations without a cue ---------------------------------------------------------------- */

static void test_the_next_sentence_goes_on(void **state)
{
    (void)state;
    check_gathered("{k1 \"We lost all,\"} {s1 she} {c1 said}. {k \"We have to go on now.\"}",
                   "direct S=she C=said K=\"We lost all,\" + \"We have to go on now.\"\n");
    /* A sentence between them: nobody knows who speaks. */
    check_gathered(
        "{k1 \"We lost all,\"} {s1 she} {c1 said}. Men ran. {k \"We have to go on now.\"}",
        "direct S=she C=said K=\"We lost all,\"\ndirect K=\"We have to go on now.\"\n");
    /* The claim before it is no quotation. */
    check_gathered("{s1 She} {c1 said} {k1 all was lost}. {k \"We have to go on now.\"}",
                   "indirect S=She C=said K=all was lost\ndirect K=\"We have to go on now.\"\n");
}

static void test_short_or_partly_quoted_content_is_no_claim(void **state)
{
    (void)state;
    check_gathered("A sign: {k \"Stay out!\"}", "");
    check_gathered("{k He \"will stay with us now\"}.", "");
    check_gathered("{k \"We will stay here.\"}", "direct K=\"We will stay here.\"\n");
}

static void test_a_paragraph_of_its_own(void **state)
{
    (void)state;
    check_gathered("{k1 \"We lost all,\"} {s1 she} {c1 said}.\n\n{k \"We have to go on now.\"}\n\n"
                   "{k \"The town is gone too.\"}",
                   "direct S=she C=said K=\"We lost all,\" + \"We have to go on now.\"\n\n"
                   "\"The town is gone too.\"\n");
    /* It shares its paragraph: the speaker may be in there, unseen. */
    check_gathered(
        "{k1 \"We lost all,\"} {s1 she} {c1 said}.\n\n{k \"We have to go on now.\"} Ann left.",
        "direct S=she C=said K=\"We lost all,\"\ndirect K=\"We have to go on now.\"\n");
    /* Nothing is quoted in the paragraph before: who alone says something in its last sentence goes
     * on. */
    check_gathered("{s1 She} {c1 said} {k1 all was lost}.\n\n{k \"We have to go on now.\"}",
                   "mixed S=She C=said K=all was lost + \"We have to go on now.\"\n");
    check_gathered("{k1 All was lost}, {c1 reportedly}.\n\n{k \"We have to go on now.\"}",
                   "indirect C=reportedly K=All was lost\ndirect K=\"We have to go on now.\"\n");
    check_gathered("{s1 She} {c1 said} {k1 all was lost}, and {s2 he} {c2 denied} {k2 it}.\n\n"
                   "{k \"We have to go on now.\"}",
                   "indirect S=She C=said K=all was lost\nindirect S=he C=denied K=it\n"
                   "direct K=\"We have to go on now.\"\n");
    check_gathered("{k \"We have to go on now.\"}", "direct K=\"We have to go on now.\"\n");
}

static void test_a_colon_before_it(void **state)
{
    (void)state;
    check_gathered("Late at night {s1 the union} {c1 replied}:\n\n{k \"We have to go on now.\"}",
                   "direct S=the union C=replied K=\"We have to go on now.\"\n");
    check_gathered("{s1 The union} {c1 replied}:\n\n{k \"We have to go on now.\"} It was late.",
                   "direct S=The union C=replied K=\"We have to go on now.\"\n");
    check_gathered("The list:\n\n{k \"We have to go on now.\"}",
                   "direct K=\"We have to go on now.\"\n");
}

static void test_a_quotation_over_paragraphs(void **state)
{
    (void)state;
    check_gathered("{s1 She} {c1 said}: {k1 \xe2\x80\x9cThe town is gone.}\n\n"
                   "{k \xe2\x80\x9cWe have to go on now.}\n\n{k \xe2\x80\x9cWe will.\xe2\x80\x9d}",
                   "direct S=She C=said K=\xe2\x80\x9cThe town is gone.\n\n"
                   "\xe2\x80\x9cWe have to go on now.\n\n\xe2\x80\x9cWe will.\xe2\x80\x9d\n");
    /* The cue stands in the last one. */
    check_gathered(
        "{k \xe2\x80\x9cThe town is gone.}\n\n{k \xe2\x80\x9cWe have to go on now.}\n\n"
        "{k1 \xe2\x80\x9cWe will,\xe2\x80\x9d} {s1 she} {c1 said}.",
        "direct S=she C=said K=\xe2\x80\x9cThe town is gone.\n\n\xe2\x80\x9cWe have to go on "
        "now.\n\n\xe2\x80\x9cWe will,\xe2\x80\x9d\n");
}

static bool first_is_speech(const char *text)
{
    sample s;
    start(&s, text);
    assert_true(s.doc->n_quotes > 0);
    const bool speech = lgm_attrib_is_speech(s.doc, &s.doc->quotes[0]);
    finish(&s);
    return speech;
}

static void test_what_is_speech(void **state)
{
    (void)state;
    assert_true(first_is_speech("\"We have to go on now.\" He left."));
    assert_true(first_is_speech("He read \"We have to go on now\"."));
    assert_true(first_is_speech("\"We have to go on now\"\n\nHe left."));
    assert_false(first_is_speech("\"We have to go on now\" was the title."));
    assert_false(first_is_speech("He read \"The Long Way Round Again.\""));
    assert_false(first_is_speech("\"We will stay.\" He left."));
}

/* ---- with a model ---------------------------------------------------------------------------- */

/* One lane a label. */
static void add_tag_layer(model_builder *b)
{
    int8_t w[LABELS * DIM] = {0};
    float trans[(LABELS + 2) * (LABELS + 2)] = {0};
    for (size_t i = 0; i < LABELS; i++) w[i * DIM + i] = 127;
    mb_number(b, "dim", DIM);
    mb_number(b, "link", LINK);
    mb_text(b, "labels.attrib", LABEL_TEXT);
    mb_linear(b, "attrib.tag", LABELS, DIM, w, 0.25f / 127, 0);
    mb_f32(b, "attrib.trans", LABELS + 2, LABELS + 2, trans);
}

/* The nearer the cue the better, and never past 8 tokens: lane 0 counts buckets down. */
static void add_near_layer(model_builder *b)
{
    const int8_t w[4 * LINK * DIM] = {0};
    float feat[48 * LINK] = {0}, out[2 * LINK] = {0};
    const float bias[2] = {0};
    for (size_t r = 0; r < 2; r++)
        for (size_t side = 0; side < 2; side++)
            for (size_t bucket = 0; bucket < 8; bucket++)
                feat[(r * 16 + side * 8 + bucket) * LINK] = 5.0f - (float)bucket;
    out[0] = out[LINK] = 1;
    mb_linear(b, "attrib.span", 4 * LINK, DIM, w, 1, 0);
    mb_f32(b, "attrib.feat", 48, LINK, feat);
    mb_f32(b, "attrib.out", 2, LINK, out);
    mb_f32(b, "attrib.out.bias", 2, 1, bias);
}

typedef struct fixture {
    uint8_t *bytes;
    lgm_model *model;
    lgm_attrib_head head;
} fixture;

static void open_fixture(fixture *f, model_builder *b)
{
    size_t len;
    lgm_err err;
    f->bytes = mb_bytes(b, &len);
    if (lgm_model_open_bytes(&f->model, f->bytes, len, "test", &err) != LGM_OK ||
        lgm_attrib_bind(&f->head, f->model, &err) != LGM_OK)
        fail_msg("%s", err.message);
}

static void make_fixture(fixture *f)
{
    model_builder b = {0};
    add_tag_layer(&b);
    add_near_layer(&b);
    open_fixture(f, &b);
}

static void close_fixture(fixture *f)
{
    lgm_model_close(f->model);
    free(f->bytes);
}

/* The plain loop: the test does not depend on which kernels there are. */
static void linear(const uint8_t *a, size_t lda, float a_scale, size_t m, const int8_t *w,
                   const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                   size_t k_pad, float *out, size_t ldo)
{
    for (size_t i = 0; i < m; i++) {
        for (size_t n = 0; n < n_pad; n++) {
            int32_t acc = 0;
            for (size_t k = 0; k < k_pad; k++)
                acc +=
                    a[i * lda + k] * w[((n / 16) * (k_pad / 4) + k / 4) * 64 + n % 16 * 4 + k % 4];
            out[i * ldo + n] = (float)(acc - 128 * sum[n]) * (a_scale * scale[n]) + bias[n];
        }
    }
}
static const lgm_kernels KERNELS = {.name = "test", .linear = linear};

static unsigned label_at(const sample *s, uint32_t token)
{
    for (size_t i = 0; i < s->n; i++) {
        const lgm_tokspan at = tokens_of(s->doc, &s->marks[i]);
        if (token < at.start || token >= at.end) continue;
        const unsigned base = 1 + 4 * s->marks[i].role;
        if (at.end - at.start == 1) return base + 3;
        return token == at.start ? base : token + 1 == at.end ? base + 2 : base + 1;
    }
    return 0;
}

static void set_vectors(sample *s)
{
    uint8_t *const rows = lgm_arena_aligned(s->scratch, 64, (size_t)s->doc->n_tokens * DIM);
    memset(rows, 128, (size_t)s->doc->n_tokens * DIM);
    for (uint32_t t = 0; t < s->doc->n_tokens; t++) rows[(size_t)t * DIM + label_at(s, t)] = 255;
    s->doc->vec = (lgm_vectors){.rows = rows, .dim = DIM, .scale = 1.0f / 8};
}

static void check_run(const char *marked, const char *expected)
{
    fixture f;
    sample s;
    lgm_err err;
    make_fixture(&f);
    start(&s, marked);
    set_vectors(&s);
    if (lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, &err) != LGM_OK)
        fail_msg("%s", err.message);
    check_claims(s.doc, expected);
    for (uint32_t i = 0; i < s.doc->n_claims; i++) {
        assert_true(s.doc->claims[i].confidence > 0);
        assert_true(s.doc->claims[i].confidence <= 1);
    }
    finish(&s);
    close_fixture(&f);
}

static void test_run(void **state)
{
    (void)state;
    check_run(
        "{s The mayor} {c said} {k the bridge was safe}, and {s the police} {c denied} {k it}.",
        "indirect S=The mayor C=said K=the bridge was safe\n"
        "indirect S=the police C=denied K=it\n");
    check_run("Nothing was said of it.", "");
    check_run("{k \"We lost all,\"} {s she} {c said}.\n\n\"We have to go on now.\"",
              "direct S=she C=said K=\"We lost all,\" + \"We have to go on now.\"\n");
    check_run(
        "\"We have to go on now,\" and \"The Long Way Round Again\" and \"We have to go on now.\"",
        "direct K=\"We have to go on now.\"\n");
    check_run(
        "{k \xe2\x80\x9cWe lost all,\xe2\x80\x9d} {s she} {c said}. \xe2\x80\x9cIt is gone.\n\n"
        "\xe2\x80\x9cGone.\xe2\x80\x9d",
        "direct S=she C=said K=\xe2\x80\x9cWe lost all,\xe2\x80\x9d + \xe2\x80\x9cIt is gone.\n\n"
        "\xe2\x80\x9cGone.\xe2\x80\x9d\n");
    check_run("\"We have to go on now.\" {s She} {c said} {k so}.",
              "mixed S=She C=said K=\"We have to go on now.\" + so\n");
}

/* Tags that end or start inside a quotation give way, if they are not very sure. */
static void test_quotations_stay_whole(void **state)
{
    (void)state;
    static const struct {
        float scale;
        const char *marked, *expected;
    } cases[] = {
        {1.0f / 64, "{k \"We will go back and stay} here,\" {s she} {c said}.",
         "direct S=she C=said K=\"We will go back and stay here,\"\n"},
        {1.0f / 64, "{s She} {c said} \"{k we will go back and stay here}.\"",
         "direct S=She C=said K=\"we will go back and stay here.\"\n"},
        {4.0f, "{s She} {c said} \"{k we will stay}.\"", "direct S=She C=said K=we will stay\n"},
        {1.0f / 64, "{s She} {c said} {k \"we will stay}.",
         "direct S=She C=said K=\"we will stay\n"},
    };
    fixture f;
    make_fixture(&f);
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        sample s;
        start(&s, cases[i].marked);
        set_vectors(&s);
        s.doc->vec.scale = cases[i].scale;
        assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
        check_claims(s.doc, cases[i].expected);
        finish(&s);
    }
    close_fixture(&f);
}

/* Outside of all roles scores `by` more than the roles that are marked. */
static void test_tags_are_generous(void **state)
{
    (void)state;
    static const float BY[] = {0.4f, 0.6f};
    fixture f;
    make_fixture(&f);
    for (size_t i = 0; i < LGM_COUNT(BY); i++) {
        sample s;
        start(&s, "{s She} {c said} {k so}.");
        set_vectors(&s);
        for (uint32_t t = 0; t < 3; t++) { /* one of a lane is 1/32 */
            uint8_t *const row = (uint8_t *)s.doc->vec.rows + (size_t)t * DIM;
            row[0] = 228;
            row[label_at(&s, t)] = (uint8_t)(228 - (int)(32 * BY[i]));
        }
        assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
        check_claims(s.doc, i == 0 ? "indirect S=She C=said K=so\n" : "");
        finish(&s);
    }
    close_fixture(&f);
}

/* The near layer gives 5 to neighbours; how much is taken off that. */
static void test_doubtful_links_are_taken(void **state)
{
    (void)state;
    static const struct {
        float off[2]; /* of sources, of contents */
        const char *expected;
    } cases[] = {
        {{6.5f, 5.5f}, "indirect S=She C=said K=so\n"}, /* -1.5 and -0.5 */
        {{7.5f, 5.5f}, "indirect C=said K=so\n"},
        {{6.5f, 6.5f}, ""},
    };
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        model_builder b = {0};
        fixture f;
        sample s;
        add_tag_layer(&b);
        add_near_layer(&b);
        for (size_t t = 0; t < b.n; t++)
            if (strcmp(b.at[t].name, "attrib.out.bias") == 0)
                for (size_t r = 0; r < 2; r++) ((float *)b.at[t].data)[r] = -cases[i].off[r];
        open_fixture(&f, &b);
        start(&s, "{s She} {c said} {k so}.");
        set_vectors(&s);
        assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
        check_claims(s.doc, cases[i].expected);
        finish(&s);
        close_fixture(&f);
    }
}

static void test_cueless_claims_can_be_left_out(void **state)
{
    (void)state;
    fixture f;
    sample s;
    make_fixture(&f);
    assert_true(f.head.keep_cueless);
    f.head.keep_cueless = false;
    start(&s, "{k \"We lost it all here.\"} Men ran. \"We have to go on now.\"");
    set_vectors(&s);
    assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
    assert_int_equal(s.doc->n_claims, 0);
    finish(&s);
    close_fixture(&f);
}

static void test_vectors_of_another_model_are_refused(void **state)
{
    (void)state;
    fixture f;
    sample s;
    make_fixture(&f);
    start(&s, "A word.");
    set_vectors(&s);
    s.doc->vec.dim = 32;
    assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_E_ARG);
    s.doc->vec = (lgm_vectors){0};
    assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_E_ARG);
    finish(&s);
    close_fixture(&f);
}

static void test_allocation_failures(void **state)
{
    (void)state;
    fixture f;
    sample s;
    make_fixture(&f);
    start(&s, "{k \"We lost all,\"} {s she} {c said}.\n\n\"We have to go on now.\"");
    set_vectors(&s);
    bool failed = false;
    for (int64_t n = 0;; n++) {
        lgm_arena *scratch;
        assert_int_equal(lgm_arena_new(&scratch, 0, NULL), LGM_OK);
        lgm_alloc_fail_after(n);
        const lgm_status st = lgm_attrib_run(&f.head, &KERNELS, NULL, scratch, s.doc, NULL);
        lgm_alloc_fail_after(-1);
        lgm_arena_free(scratch);
        if (st == LGM_OK) break;
        failed = true;
        assert_int_equal(st, LGM_E_NOMEM);
        assert_int_equal(s.doc->n_claims, 0);
    }
    assert_true(failed);
    /* The same with a budget: many ceilings, from nothing to enough. */
    for (uint64_t budget = 16;; budget += 512) {
        lgm_arena *scratch;
        assert_int_equal(lgm_arena_new(&scratch, budget, NULL), LGM_OK);
        const lgm_status st = lgm_attrib_run(&f.head, &KERNELS, NULL, scratch, s.doc, NULL);
        lgm_arena_free(scratch);
        if (st == LGM_OK) break;
        assert_int_equal(st, LGM_E_BUDGET);
    }
    assert_int_equal(s.doc->n_claims, 1);
    finish(&s);
    close_fixture(&f);
}

static void test_models_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    static const char *const LABELS_BAD[] = {
        "O\nB-WHO\n", "B-SRC\nI-SRC\n", "O\nX-SRC\n", "",
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n"};
    for (size_t i = 0; i < 4 + LGM_COUNT(LABELS_BAD); i++) {
        model_builder b = {0};
        size_t len;
        lgm_model *m;
        lgm_attrib_head head;
        if (i != 0) add_tag_layer(&b);
        if (i != 1) add_near_layer(&b);
        if (i == 2) mb_number(&b, "unused", 1);
        for (size_t t = 0; t < b.n; t++) {
            if (i == 2 && strcmp(b.at[t].name, "config.link") == 0) *(float *)b.at[t].data = 24;
            if (i == 3 && strcmp(b.at[t].name, "attrib.trans") == 0)
                ((float *)b.at[t].data)[0] = 1e30f;
            if (i >= 4 && strcmp(b.at[t].name, "labels.attrib") == 0) {
                b.at[t].size = strlen(LABELS_BAD[i - 4]);
                b.at[t].dims[0] = (uint32_t)b.at[t].size;
                memcpy(b.at[t].data, LABELS_BAD[i - 4], b.at[t].size);
            }
        }
        uint8_t *const bytes = mb_bytes(&b, &len);
        if (lgm_model_open_bytes(&m, bytes, len, "test", NULL) == LGM_OK) {
            lgm_err err;
            assert_int_not_equal(lgm_attrib_bind(&head, m, &err), LGM_OK);
            assert_true(err.message[0] != '\0');
            lgm_model_close(m);
        }
        free(bytes);
    }
}

/* ---- the linker against a plain one ---------------------------------------------------------- */

static uint64_t seed = 7;
static uint32_t random_below(uint32_t n)
{
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(seed >> 33) % n;
}

typedef struct plain { /* weights in quarters: sums are exact in any order */
    int8_t span[4 * LINK * DIM];
    float feat[48 * LINK], out[2 * LINK], bias[2];
} plain;

static void random_layer(plain *w, model_builder *b)
{
    for (size_t i = 0; i < LGM_COUNT(w->span); i++) w->span[i] = (int8_t)((int)random_below(9) - 4);
    for (size_t i = 0; i < LGM_COUNT(w->feat); i++) w->feat[i] = ((float)random_below(9) - 4) / 4;
    for (size_t i = 0; i < LGM_COUNT(w->out); i++) w->out[i] = ((float)random_below(9) - 4) / 4;
    w->bias[0] = -0.25f;
    w->bias[1] = 0.5f;
    mb_linear(b, "attrib.span", 4 * LINK, DIM, w->span, 0.25f, 0);
    mb_f32(b, "attrib.feat", 48, LINK, w->feat);
    mb_f32(b, "attrib.out", 2, LINK, w->out);
    mb_f32(b, "attrib.out.bias", 2, 1, w->bias);
}

static float corner(const plain *w, const lgm_doc *doc, int quarter, uint32_t token, size_t lane)
{
    const int8_t *const row = &w->span[((size_t)quarter * LINK + lane) * DIM];
    int sum = 0;
    for (size_t k = 0; k < DIM; k++) sum += row[k] * (doc->vec.rows[(size_t)token * DIM + k] - 128);
    return (float)sum * (doc->vec.scale * 0.25f);
}

static uint32_t sentence_of(const lgm_doc *doc, uint32_t token)
{
    uint32_t i = 0;
    while (doc->sents[i].end <= token) i++;
    return i;
}

/* Fragments of this role that stand between tokens a and b. */
static uint32_t between(const lgm_frags *set, uint8_t role, uint32_t a, uint32_t b)
{
    uint32_t n = 0;
    for (size_t i = 0; i < set->frags.n; i++)
        n += set->frags.at[i].role == role && set->frags.at[i].at.start >= a &&
             set->frags.at[i].at.end <= b;
    return n < 2 ? n : 2;
}

static float plain_score(const plain *w, const lgm_doc *doc, const lgm_frags *set,
                         const lgm_frag *c, const lgm_frag *f)
{
    const uint32_t r = f->role == LGM_ROLE_CONTENT, side = f->at.start > c->at.start;
    const uint32_t a = side ? c->at.end : f->at.end, b = side ? f->at.start : c->at.start;
    const uint32_t d = b - a;
    const uint32_t bucket = d <= 2 ? d : d <= 4 ? 3 : d <= 8 ? 4 : d <= 16 ? 5 : d <= 32 ? 6 : 7;
    const uint32_t rows[4] = {
        r * 16 + side * 8 + bucket, 32 + r * 3 + between(set, LGM_ROLE_CUE, a, b),
        38 + r * 3 + between(set, f->role, a, b),
        44 + r * 2 + (sentence_of(doc, c->at.start) == sentence_of(doc, f->at.start))};
    float sum = w->bias[r];
    for (size_t k = 0; k < LINK; k++) {
        float v = corner(w, doc, 0, c->at.start, k) + corner(w, doc, 1, c->at.end - 1, k) +
                  corner(w, doc, 2, f->at.start, k) + corner(w, doc, 3, f->at.end - 1, k);
        for (size_t i = 0; i < 4; i++) v += w->feat[rows[i] * LINK + k];
        sum += (v > 0 ? v : 0) * w->out[r * LINK + k];
    }
    return sum;
}

static bool near(const lgm_frags *set, const lgm_frag *c, const lgm_frag *f)
{
    const uint32_t a = f->at.start < c->at.start ? f->at.end : c->at.end;
    const uint32_t b = f->at.start < c->at.start ? c->at.start : f->at.start;
    uint32_t n = 0;
    for (size_t i = 0; i < set->frags.n; i++)
        n += set->frags.at[i].role == LGM_ROLE_CUE && set->frags.at[i].at.start >= a &&
             set->frags.at[i].at.end <= b;
    return n < 8;
}

/* The best partner of fragment i, of those in its piece, by comparing all. */
static uint32_t plain_link(const plain *w, const lgm_doc *doc, const lgm_frags *set, uint32_t i)
{
    const lgm_frag *const x = &set->frags.at[i];
    const uint8_t wanted = x->role == LGM_ROLE_CUE ? LGM_ROLE_SOURCE : LGM_ROLE_CUE;
    uint32_t found = LGM_NONE;
    float best = wanted == LGM_ROLE_SOURCE ? -2 : -1;
    size_t p = 0;
    while (set->pieces.at[p].end <= i) p++;
    for (uint32_t j = set->pieces.at[p].first; j < set->pieces.at[p].end; j++) {
        const lgm_frag *const y = &set->frags.at[j];
        if (y->role != wanted) continue;
        const lgm_frag *const c = x->role == LGM_ROLE_CUE ? x : y, *const f = c == x ? y : x;
        if (!near(set, c, f)) continue;
        const float s = plain_score(w, doc, set, c, f);
        if (!(s > best)) continue;
        best = s;
        found = j;
    }
    return found;
}

static void test_links_are_those_of_a_plain_search(void **state)
{
    (void)state;
    size_t linked = 0;
    for (int round = 0; round < 20; round++) {
        model_builder b = {0};
        plain w;
        fixture f;
        sample s;
        char marked[8192];
        size_t n = 0;
        for (uint32_t i = 0; i < 150; i++) {
            const uint32_t kind = random_below(8);
            n += (size_t)snprintf(marked + n, sizeof marked - n,
                                  kind == 0   ? "{s Ann Lee} "
                                  : kind == 1 ? "{s Bo} "
                                  : kind <= 3 ? "{c said} "
                                  : kind == 4 ? "{k it was} "
                                  : kind == 5 ? "{k so} "
                                              : "and. ");
            if (random_below(90) == 0) n += (size_t)snprintf(marked + n, sizeof marked - n, "\n\n");
        }
        add_tag_layer(&b);
        random_layer(&w, &b);
        open_fixture(&f, &b);
        start(&s, marked);
        set_vectors(&s);
        make_frags(&s);
        for (size_t i = 0; i < s.set.frags.n; i++) s.set.frags.at[i].link = LGM_NONE;
        assert_int_equal(lgm_attrib_link(&f.head, &KERNELS, s.scratch, s.doc, &s.set, NULL),
                         LGM_OK);
        for (uint32_t i = 0; i < s.set.frags.n; i++) {
            if (s.set.frags.at[i].role == LGM_ROLE_SOURCE) continue;
            assert_int_equal(s.set.frags.at[i].link, plain_link(&w, s.doc, &s.set, i));
            linked += s.set.frags.at[i].link != LGM_NONE;
        }
        finish(&s);
        close_fixture(&f);
    }
    assert_true(linked > 100);
}

/* ---- whatever the tags ----------------------------------------------------------------------- */

static void check_parts(const lgm_doc *doc, const lgm_parts *p, uint32_t *uses)
{
    uint32_t end = 0;
    assert_true(p->n <= LGM_MAX_PARTS);
    for (uint8_t i = 0; i < p->n; i++) {
        assert_true(i == 0 || p->at[i].start > end); /* else they were one */
        assert_true(p->at[i].start < p->at[i].end && p->at[i].end <= doc->n_tokens);
        end = p->at[i].end;
        for (uint32_t t = p->at[i].start; uses != NULL && t < end; t++) uses[t]++;
    }
}

static uint32_t first_token(const lgm_doc_claim *c)
{
    uint32_t first = c->content.at[0].start;
    if (c->cue.n > 0 && c->cue.at[0].start < first) first = c->cue.at[0].start;
    return c->source.n > 0 && c->source.at[0].start < first ? c->source.at[0].start : first;
}

static void check_invariants(const lgm_doc *doc)
{
    uint32_t *const uses = calloc(doc->n_tokens + 1, sizeof *uses);
    assert_non_null(uses);
    for (uint32_t i = 0; i < doc->n_claims; i++) {
        const lgm_doc_claim *const c = &doc->claims[i];
        assert_true(c->content.n > 0 && c->cue.n <= 1 && c->source.n <= c->cue.n);
        check_parts(doc, &c->source, NULL);
        check_parts(doc, &c->cue, NULL);
        check_parts(doc, &c->content, uses);
        assert_true(c->confidence >= 0 && c->confidence <= 1);
        assert_true(i == 0 || first_token(&doc->claims[i - 1]) <= first_token(c));
    }
    for (uint32_t t = 0; t < doc->n_tokens; t++) assert_true(uses[t] <= 1);
    free(uses);
}

static void test_random_tags_keep_the_invariants(void **state)
{
    (void)state;
    static const char *const WORDS[] = {"Ann ", "is ",          "gone",         ". ",       "\" ",
                                        " \"",  "\xe2\x80\x9c", ", ",           ":\n\n",    "\n\n",
                                        " - ",  "\n",           "\xe2\x80\x9d", " we have "};
    fixture f;
    make_fixture(&f);
    for (int round = 0; round < 300; round++) {
        char text[2048] = "";
        for (uint32_t i = 0, n = random_below(200); i < n; i++)
            strcat(text, WORDS[random_below(LGM_COUNT(WORDS))]);
        sample s;
        start(&s, text);
        set_vectors(&s);
        uint8_t *const rows = (uint8_t *)s.doc->vec.rows;
        for (size_t i = 0; i < (size_t)s.doc->n_tokens * DIM; i++)
            rows[i] = (uint8_t)random_below(256);
        assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
        check_invariants(s.doc);
        finish(&s);
    }
    close_fixture(&f);
}

/* ---- hostile input --------------------------------------------------------------------------- */

/* A document of n one-letter words without a text room, each with a label of its own. */
static void start_flat(sample *s, uint32_t n, const uint8_t *labels, size_t n_labels)
{
    memset(s, 0, sizeof *s);
    assert_int_equal(lgm_arena_new(&s->scratch, 0, NULL), LGM_OK);
    s->doc = sample_empty(n, 2 * (size_t)n);
    uint8_t *const rows = lgm_arena_aligned(s->scratch, 64, (size_t)n * DIM);
    assert_non_null(rows);
    memset(rows, 128, (size_t)n * DIM);
    for (uint32_t t = 0; t < n; t++) {
        sample_word(s->doc, "a", 1, t ? LGM_TOK_SPACE : LGM_TOK_SPACE | LGM_TOK_PAR);
        rows[(size_t)t * DIM + labels[t % n_labels]] = 255;
    }
    s->doc->vec = (lgm_vectors){.rows = rows, .dim = DIM, .scale = 1.0f / 8};
}

static void test_100000_cues_in_a_paragraph(void **state)
{
    (void)state;
    static const uint8_t CUES[] = {8}, MIXED[] = {4, 8, 12}, BACK[] = {12, 8};
    const struct {
        const uint8_t *labels;
        size_t n;
        uint32_t claims;
    } cases[] = {{CUES, 1, 0}, {MIXED, 3, 33333}, {BACK, 2, 50000}};
    fixture f;
    make_fixture(&f);
    for (size_t i = 0; i < LGM_COUNT(cases); i++) {
        sample s;
        start_flat(&s, 100000, cases[i].labels, cases[i].n);
        assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
        assert_in_range(s.doc->n_claims, cases[i].claims * 0.9, cases[i].claims * 1.1);
        for (uint32_t c = 1; c < s.doc->n_claims; c++)
            assert_true(s.doc->claims[c - 1].content.at[0].start <=
                        s.doc->claims[c].content.at[0].start);
        finish(&s);
    }
    close_fixture(&f);
}

static void test_one_content_without_end(void **state)
{
    (void)state;
    static const uint8_t INSIDE[] = {10};
    fixture f;
    sample s;
    make_fixture(&f);
    start_flat(&s, 30000, INSIDE, 1);
    assert_int_equal(lgm_attrib_run(&f.head, &KERNELS, NULL, s.scratch, s.doc, NULL), LGM_OK);
    assert_int_equal(s.doc->n_claims, 0);
    finish(&s);
    close_fixture(&f);
}

static void test_long_paragraphs_are_cut_at_a_sentence(void **state)
{
    (void)state;
    static const uint8_t NONE[] = {0};
    const uint32_t n = 3 * LGM_PIECE_TOKENS;
    sample s;
    start_flat(&s, n, NONE, 1);
    const lgm_tokspan sents[] = {{0, 3000}, {3000, 4000}, {4000, 9000}, {9000, n}};
    s.doc->sents = (lgm_tokspan *)sents;
    s.doc->n_sents = 4;
    assert_int_equal(lgm_attrib_pieces(s.doc, s.scratch, &s.set, NULL), LGM_OK);
    const uint32_t cuts[] = {0, 4000, 8096, 12192, n};
    assert_int_equal(s.set.pieces.n, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(s.set.pieces.at[i].at.start, cuts[i]);
        assert_int_equal(s.set.pieces.at[i].at.end, cuts[i + 1]);
    }
    finish(&s);
}

/* “-”“-”... for whole paragraphs: each fragment opens its paragraph, as no word stands before it.
 * Looking back to the start for each would run into the time limit of the test. */
static void test_paragraphs_of_nothing_but_marks(void **state)
{
    (void)state;
    enum { PARAGRAPHS = 100, EACH = LGM_PIECE_TOKENS / 3 };
    static const char FIRST[] = "They said: \"Go on.\"", ONE[] = "\xe2\x80\x9c-\xe2\x80\x9d";
    char *text = malloc(sizeof FIRST + PARAGRAPHS * (EACH * strlen(ONE) + 2)), *p;
    assert_non_null(text);
    p = stpcpy(text, FIRST);
    for (size_t i = 0; i < PARAGRAPHS; i++) {
        p = stpcpy(p, "\n\n");
        for (size_t k = 0; k < EACH; k++) p = stpcpy(p, ONE);
    }
    sample s;
    start(&s, text);
    free(text);
    assert_int_equal(lgm_attrib_pieces(s.doc, s.scratch, &s.set, NULL), LGM_OK);
    assert_int_equal(s.set.pieces.n, PARAGRAPHS + 1);
    const lgm_tokspan said = {1, 2};
    assert_true(lgm_vec_push(s.scratch, &s.set.frags,
                             ((lgm_frag){said, LGM_NONE, 0.5f, 1.0f, LGM_ROLE_CUE, NULL})));
    for (size_t i = 0; i <= PARAGRAPHS; i++) {
        lgm_piece *const at = &s.set.pieces.at[i];
        at->first = i == 0 ? 0 : (uint32_t)s.set.frags.n;
        for (uint32_t t = i == 0 ? 3 : at->at.start; t < at->at.end; t += 3) {
            const uint32_t end = i == 0 ? at->at.end : t + 3, cue = i == 0 ? 0 : LGM_NONE;
            const lgm_frag f = {{t, end}, cue, 0.5f, 1.0f, LGM_ROLE_CONTENT, NULL};
            assert_true(lgm_vec_push(s.scratch, &s.set.frags, f));
            if (i == 0) break;
        }
        at->end = (uint32_t)s.set.frags.n;
    }
    assert_int_equal(s.set.frags.n, 2 + PARAGRAPHS * EACH);
    assert_int_equal(lgm_attrib_adopt(s.scratch, s.doc, &s.set, NULL), LGM_OK);
    for (uint32_t i = 1; i < s.set.frags.n; i++) assert_int_equal(s.set.frags.at[i].link, 0);
    finish(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_cue_with_content_is_a_claim),
        cmocka_unit_test(test_cues_and_contents_alone_are_left_out),
        cmocka_unit_test(test_a_claim_by_rule_takes_its_content),
        cmocka_unit_test(test_order_is_that_of_the_first_span),
        cmocka_unit_test(test_one_source_serves_several_cues),
        cmocka_unit_test(test_adjacent_parts_are_joined),
        cmocka_unit_test(test_further_contents_have_to_be_sure),
        cmocka_unit_test(test_more_parts_than_fit_go_on_in_a_second_claim),
        cmocka_unit_test(test_confidence_without_calibration_is_a_product),
        cmocka_unit_test(test_calibrated_confidence),
        cmocka_unit_test(test_calibration_is_checked),
        cmocka_unit_test(test_unlikely_claims_are_left_out),
        cmocka_unit_test(test_form),
        cmocka_unit_test(test_the_next_sentence_goes_on),
        cmocka_unit_test(test_short_or_partly_quoted_content_is_no_claim),
        cmocka_unit_test(test_a_paragraph_of_its_own),
        cmocka_unit_test(test_a_colon_before_it),
        cmocka_unit_test(test_paragraphs_of_nothing_but_marks),
        cmocka_unit_test(test_a_quotation_over_paragraphs),
        cmocka_unit_test(test_what_is_speech),
        cmocka_unit_test(test_run),
        cmocka_unit_test(test_quotations_stay_whole),
        cmocka_unit_test(test_tags_are_generous),
        cmocka_unit_test(test_doubtful_links_are_taken),
        cmocka_unit_test(test_cueless_claims_can_be_left_out),
        cmocka_unit_test(test_vectors_of_another_model_are_refused),
        cmocka_unit_test(test_allocation_failures),
        cmocka_unit_test(test_models_that_do_not_fit_are_refused),
        cmocka_unit_test(test_links_are_those_of_a_plain_search),
        cmocka_unit_test(test_random_tags_keep_the_invariants),
        cmocka_unit_test(test_100000_cues_in_a_paragraph),
        cmocka_unit_test(test_one_content_without_end),
        cmocka_unit_test(test_long_paragraphs_are_cut_at_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
