/*
 * test_entity.c - names from prepared scores, and which of them name the same.
 *
 * Cases for grouping are written as text with names in brackets, words apart:
 * "[PER Maria Keller] said ...". Expected: one entity a line, its best name first, then all names.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "entity/repeats.h"
#include "entity/entity.h"
#include "entity/words.h"
#include "nn/detmath.h"
#include "sample_doc.h"

static const char *const types[] = {"PER", "ORG", "GPE", "LOC", "FAC", "EVT", "OTH"};

/* A document of the words of `marked`, its brackets taken out and kept as names. */
static lgm_doc *doc_of(const char *marked)
{
    const size_t len = strlen(marked);
    lgm_doc *const doc = sample_empty(len, len + 1);
    sample_room(doc, len);
    lgm_entity_type type = LGM_ENTITY_PER;
    uint32_t start = 0;
    for (const char *p = marked; *p;) {
        const size_t word = strcspn(p, " ");
        if (*p == '[') {
            for (type = 0; strncmp(types[type], p + 1, 3) != 0;) type++;
            start = doc->n_tokens;
        } else if (word > 0) {
            const bool last = p[word - 1] == ']';
            const uint32_t t = sample_word(doc, p, word - last, LGM_TOK_SPACE);
            if (last) sample_name(doc, (lgm_tokspan){start, t + 1}, type, 0);
        }
        p += word + (p[word] == ' ');
    }
    return doc;
}

static lgm_arena *scratch_of(void)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    return a;
}

/* "TYPE Best Name = mention | mention\n" for each entity. */
static void describe(const lgm_doc *doc, char *out)
{
    *out = 0;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        const lgm_doc_entity *const x = &doc->entities[e];
        const lgm_slice best = lgm_doc_words(doc, doc->names[x->name].tokens);
        out += sprintf(out, "%s %.*s =", types[x->type], (int)best.len, best.ptr);
        for (uint32_t i = 0; i < x->n; i++) {
            const lgm_slice m =
                lgm_doc_words(doc, doc->names[doc->name_order[x->first + i]].tokens);
            out += sprintf(out, "%s %.*s", i ? " |" : "", (int)m.len, m.ptr);
        }
        out += sprintf(out, "\n");
    }
}

static void grouped(const char *marked, const char *want)
{
    lgm_doc *const doc = doc_of(marked);
    lgm_arena *const scratch = scratch_of();
    char got[4096];
    assert_int_equal(lgm_entity_group(scratch, doc, NULL), LGM_OK);
    describe(doc, got);
    assert_string_equal(got, want);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

/* ---- surnames again -------------------------------------------------------------------------- */

/* Names after lgm_entity_repeats as "TYPE words|". A word with a capital is a proper noun; `sure`
 * is the confidence of names of one word, and has no doubt of longer ones. */
static void again(const char *marked, float sure, const char *want)
{
    lgm_doc *const doc = doc_of(marked);
    lgm_arena *const scratch = scratch_of();
    char got[1024], *out = got;
    sample_labels(doc, &doc->upos, doc->n_tokens);
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const char c = lgm_doc_form(doc, i).ptr[0];
        sample_label(doc, &doc->upos, i, c >= 'A' && c <= 'Z' ? "PROPN" : "NOUN");
    }
    lgm_names names = {0};
    for (uint32_t i = 0; i < doc->n_names; i++) {
        lgm_name n = doc->names[i];
        n.confidence = n.tokens.end - n.tokens.start > 1 ? 1.0f : sure;
        assert_true(lgm_vec_push(scratch, &names, n));
    }
    assert_true(lgm_entity_repeats(scratch, doc, NULL, &names));
    for (uint32_t i = 0; i < names.n; i++) {
        const lgm_slice m = lgm_doc_words(doc, names.at[i].tokens);
        out += sprintf(out, "%s %.*s|", types[names.at[i].type], (int)m.len, m.ptr);
    }
    *out = 0;
    assert_string_equal(got, want);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

static void a_surname_is_a_person_again(void **state)
{
    (void)state;
    again("Keller resigned , [PER Maria Keller] said", 0, "PER Keller|PER Maria Keller|");
    again("[PER Maria Keller] spoke , and Keller 's aide , and Mr. Keller", 0,
          "PER Maria Keller|PER Keller|PER Keller|");
    again("[PER Maria Keller] met [ORG Keller]", 0.7f, "PER Maria Keller|PER Keller|");
    again("[PER Maria Keller] met [ORG Keller]", 0.95f, "PER Maria Keller|ORG Keller|");
    again("[PER Sam Houston] left [GPE Houston]", 0.7f, "PER Sam Houston|GPE Houston|");
    again("[PER Sam Houston] left [GPE Houston]", 0.4f, "PER Sam Houston|PER Houston|");
}

static void an_acronym_is_one_thing(void **state)
{
    (void)state;
    again("[ORG KUNA] wrote , and [PER KUNA] did , and [ORG KUNA]", 0.7f,
          "ORG KUNA|ORG KUNA|ORG KUNA|");
    again("[ORG Kuna] wrote , and [PER Kuna] did , and [ORG Kuna]", 0.7f,
          "ORG Kuna|ORG Kuna|ORG Kuna|");
    again("[ORG A] and [PER A] and [ORG A]", 0.7f, "ORG A|ORG A|ORG A|");
    again("the [ORG Harbour Union] ( [ORG Huno] ) and [PER Huno] and [PER Huno]", 0.7f,
          "ORG Harbour Union|ORG Huno|ORG Huno|ORG Huno|");
    again("the [ORG Ostrel Courier] ( [ORG Velmora] ) and [PER Velmora]", 0.7f,
          "ORG Ostrel Courier|ORG Velmora|ORG Velmora|");
}

static void a_body_is_one_by_its_first_word(void **state)
{
    (void)state;
    again("[ORG Orvane Mining] fell . [PER Orvane] said so , and [GPE Orvane] did", 0.9f,
          "ORG Orvane Mining|ORG Orvane|GPE Orvane|"); /* surely a place as well */
    again("[ORG Orvane Mining] fell . [PER Orvane] said so , and Orvane rose", 0.9f,
          "ORG Orvane Mining|ORG Orvane|ORG Orvane|");
    again("[ORG Ashby Rovers] lost . Rovers are last", 0, "ORG Ashby Rovers|ORG Rovers|");
    again("[ORG National Grid] fell . [PER National] said so", 0.5f,
          "ORG National Grid|PER National|");
    again("[PER Ann Brask] led [ORG Brask Steel] . [PER Brask] left", 0.9f,
          "PER Ann Brask|ORG Brask Steel|PER Brask|");
    again("[ORG Trask Steel] sued Mr [PER Trask]", 0.9f, "ORG Trask Steel|PER Trask|");
    again("oil group [PER Yarvos] , and [PER Yarvos]", 0.9f, "ORG Yarvos|ORG Yarvos|");
}

static void a_surname_is_nothing_else(void **state)
{
    (void)state;
    again("[PER Maria Keller] of Keller Street , Old Keller and keller", 0, "PER Maria Keller|");
    again("[PER Keller] said so , and Keller left", 0.9f, "PER Keller|PER Keller|");
    again("[PER Keller] said so , and Keller left", 0.4f, "PER Keller|"); /* too unsure */
    again("[PER Maria K.] met K. and [PER Ann Jr] saw Jr", 0, "PER Maria K.|PER Ann Jr|");
    again("", 0, "");
}

/* ---- grouping -------------------------------------------------------------------------------- */

static void persons_by_a_part_of_their_name(void **state)
{
    (void)state;
    grouped("[PER Maria Keller] spoke . [PER Keller] said [PER Maria] agreed .",
            "PER Maria Keller = Maria Keller | Keller | Maria\n");
    grouped("[PER Keller] resigns . [PER Maria Keller] said so . [PER Keller 's] aide left .",
            "PER Maria Keller = Keller | Maria Keller | Keller 's\n");
    grouped("[PER Maria Keller] met [PER Maria Anna Keller] and [PER M. Keller] , not [PER P. "
            "Keller] .",
            "PER Maria Anna Keller = Maria Keller | Maria Anna Keller | M. Keller\n"
            "PER P. Keller = P. Keller\n");
    grouped("[PER Omar bin Rashid] and [PER bin Rashid] and [PER Rashid]",
            "PER Omar bin Rashid = Omar bin Rashid | bin Rashid | Rashid\n");
    grouped("[PER bin Rashid] and [PER Omar bin Rashid]",
            "PER Omar bin Rashid = bin Rashid | Omar bin Rashid\n");
}

static void a_surname_joins_the_nearest_of_two(void **state)
{
    (void)state;
    grouped("[PER Maria Keller] met [PER Peter Keller] . [PER Keller] left . [PER Maria Keller] "
            "stayed . "
            "[PER Keller] said so .",
            "PER Maria Keller = Maria Keller | Maria Keller | Keller\n"
            "PER Peter Keller = Peter Keller | Keller\n");
}

static void a_surname_joins_the_one_named_more_often(void **state)
{
    (void)state;
    grouped(
        "[PER Maria Keller] came . [PER Maria Keller] met [PER Peter Keller] . [PER Keller] left .",
        "PER Maria Keller = Maria Keller | Maria Keller | Keller\nPER Peter Keller = Peter "
        "Keller\n");
}

static void a_surname_with_a_title_joins_the_man_or_the_woman(void **state)
{
    (void)state;
    grouped("[PER Maria Keller] met [PER Peter Keller] . Mrs. [PER Keller] left . Mr. [PER Keller] "
            "stayed .",
            "PER Maria Keller = Maria Keller | Keller\nPER Peter Keller = Peter Keller | Keller\n");
    grouped("[PER Peter Keller] came . Mrs . [PER Keller] left . Ms [PER Keller] said so . [PER "
            "Keller] was one .",
            "PER Peter Keller = Peter Keller\nPER Keller = Keller | Keller | Keller\n");
    grouped("Sir [PER Okke Rano] came with Lady [PER Okke Rano] .",
            "PER Okke Rano = Okke Rano\nPER Okke Rano = Okke Rano\n");
}

static void a_first_name_of_two_joins_neither(void **state)
{
    (void)state;
    grouped("[PER Maria Keller] met [PER Maria Lopez] . [PER Maria] left .",
            "PER Maria Keller = Maria Keller\nPER Maria Lopez = Maria Lopez\nPER Maria = Maria\n");
}

static void persons_who_are_two(void **state)
{
    (void)state;
    grouped("[PER John Keller] and [PER John Keller Jr.] and [PER John A. Brown] and [PER John B. "
            "Brown]",
            "PER John Keller = John Keller\nPER John Keller Jr. = John Keller Jr.\n"
            "PER John A. Brown = John A. Brown\nPER John B. Brown = John B. Brown\n");
    grouped(
        "[ORG Keller Foundation] thanked [PER Keller] and [GPE Keller] .",
        "ORG Keller Foundation = Keller Foundation\nPER Keller = Keller\nGPE Keller = Keller\n");
}

static void capitals_are_the_same_words(void **state)
{
    (void)state;
    grouped("[PER MARIA KELLER] IN [GPE GENEVA] . [PER Keller] left [GPE Geneva] .",
            "PER Keller = MARIA KELLER | Keller\nGPE Geneva = GENEVA | Geneva\n");
    grouped("[ORG UNITED NATIONS] CHIEF [PER ANNA LUND] SAYS [ORG UN] WAITS FOR [PER LUND]",
            "ORG UNITED NATIONS = UNITED NATIONS | UN\nPER ANNA LUND = ANNA LUND | LUND\n");
    grouped("[PER ÉLISE DURÁN] , [PER Élise Durán]",
            "PER Élise Durán = ÉLISE DURÁN | Élise Durán\n");
}

static void acronyms_stand_for_initials(void **state)
{
    (void)state;
    grouped("the [ORG United Nations] , the [ORG UN] , the [ORG U.N.] , [ORG The United Nations]",
            "ORG United Nations = United Nations | UN | U.N. | The United Nations\n");
    grouped("[ORG DOJ] , later the [ORG Department of Justice]",
            "ORG Department of Justice = DOJ | Department of Justice\n");
    grouped("the [GPE U.S.] and the [GPE United States] and [GPE US]",
            "GPE United States = U.S. | United States | US\n");
    grouped("[ORG Un] is no acronym of the [ORG United Nations]",
            "ORG Un = Un\nORG United Nations = United Nations\n");
    grouped("the [ORG Partisan Workers Front] ( [ORG FPO] ) . [ORG FPO] men fled [GPE Geneva] ( "
            "[ORG ABC] )",
            "ORG Partisan Workers Front = Partisan Workers Front | FPO | FPO\nGPE Geneva = Geneva\n"
            "ORG ABC = ABC\n");
    grouped("the [ORG Harbour Union] ( [ORG Huno] ) and the [ORG Courier] ( [ORG Velmora] ) : [ORG "
            "Huno]",
            "ORG Harbour Union = Harbour Union | Huno | Huno\nORG Courier = Courier\nORG Velmora = "
            "Velmora\n");
    grouped("the [ORG Ostrel Courier] ( [ORG Velmora] ) , a [ORG Union] ( [ORG Unio] )",
            "ORG Ostrel Courier = Ostrel Courier\nORG Velmora = Velmora\nORG Union = Union\nORG "
            "Unio = Unio\n");
}

static void names_that_the_tables_make_one(void **state)
{
    (void)state;
    grouped("[ORG ISIL] ( [ORG ISIS] ) or the [ORG Islamic State] group",
            "ORG Islamic State = ISIL | ISIS | Islamic State\n");
    grouped("[ORG MSF] that is [ORG Doctors Without Borders]",
            "ORG Doctors Without Borders = MSF | Doctors Without Borders\n");
    grouped("[GPE Britain] and [GPE France] and the [GPE UK] 's",
            "GPE Britain = Britain | UK\nGPE France = France\n");
    grouped("the [GPE United States] or [GPE America] not [ORG America]",
            "GPE United States = United States | America\nORG America = America\n");
    grouped("[GPE North Korea] and [GPE South Korea] and the [GPE DPRK]",
            "GPE North Korea = North Korea | DPRK\nGPE South Korea = South Korea\n");
}

static void organisations_without_their_last_noun(void **state)
{
    (void)state;
    grouped(
        "[ORG Lindqvist Steel Corp.] , [ORG Lindqvist Steel] ; [ORG Clearwater International] , "
        "[ORG Clearwater] ; [ORG Ford] , [ORG Ford Foundation]",
        "ORG Lindqvist Steel Corp. = Lindqvist Steel Corp. | Lindqvist Steel\n"
        "ORG Clearwater International = Clearwater International | Clearwater\n"
        "ORG Ford = Ford\nORG Ford Foundation = Ford Foundation\n");
    grouped("[FAC White House] and [ORG the White House] and [EVT White House]",
            "FAC White House = White House | the White House | White House\n");
}

static void odd_names_stand_alone(void **state)
{
    (void)state;
    grouped("[PER -] [PER -] [ORG .] [PER Jr.] [PER the]",
            "PER - = - | -\nORG . = .\nPER Jr. = Jr.\nPER the = the\n");
    grouped("[ORG a b c d e f g h i j k l m n] [ORG a b c d e f g h i j k l m n] [ORG a b c d e f "
            "g h i "
            "j k l m o]",
            "ORG a b c d e f g h i j k l m n = a b c d e f g h i j k l m n | a b c d e f g h i j k "
            "l m n\n"
            "ORG a b c d e f g h i j k l m o = a b c d e f g h i j k l m o\n");
    grouped("no names", "");
}

/* ---- what is not part of a name -------------------------------------------------------------- */

static void trimmed(const char *marked, const char *want)
{
    lgm_doc *const doc = doc_of(marked);
    const lgm_tokspan t = lgm_entity_trim(doc, doc->names[0].tokens, doc->names[0].type);
    const lgm_slice got = lgm_doc_words(doc, t);
    assert_int_equal(got.len, strlen(want));
    assert_memory_equal(got.ptr, want, got.len);
    lgm_doc_free(doc);
}

static void a_party_is_no_part_of_a_place(void **state)
{
    static const struct {
        const char *marked;
        bool has;
    } CASES[] = {{"[PER Ada Lind] ( [GPE D - Nev.] )", true},
                 {"[PER Ada Lind] ( [ORG R - Ohio] )", true},
                 {"[PER Ada Lind] , [GPE D - Nev.]", false},
                 {"[PER Ada Lind] ( [ORG X - Ray] )", false},
                 {"[PER Ada Lind] ( [GPE D -] )", false}};
    (void)state;
    for (size_t i = 0; i < LGM_COUNT(CASES); i++) {
        lgm_doc *const doc = doc_of(CASES[i].marked);
        assert_int_equal(lgm_entity_has_party(doc, doc->names[1].tokens), CASES[i].has);
        lgm_doc_free(doc);
    }
}

static void names_lose_titles_and_possessives(void **state)
{
    (void)state;
    trimmed("[PER Mr. Keller]", "Keller");
    trimmed("[PER Mr . Keller]", "Keller");
    trimmed("[PER former President Maria Keller 's]", "Maria Keller");
    trimmed("[PER former Prime Minister Keller]", "Keller");
    trimmed("[PER PRIME MINISTER KELLER]", "KELLER");
    trimmed("[PER Lt. Gen. Keller]", "Keller");
    trimmed("[PER the President]", "President");
    trimmed("[PER King Harald]", "King Harald");
    trimmed("[PER Prime Keller]", "Prime Keller");
    trimmed("[ORG the President 's Office]", "President 's Office");
    trimmed("[ORG Lloyd 's]", "Lloyd 's");
    trimmed("[GPE the Netherlands ’s]", "Netherlands");
    trimmed("[GPE The Hague]", "The Hague");
    trimmed("[PER 's]", "'s");
}

static void folding(void **state)
{
    (void)state;
    char out[LGM_NAME_FOLDED], wide[LGM_NAME_WORD + 2];
    assert_int_equal(lgm_entity_fold(LGM_SLICE("U.N."), out), 2);
    assert_string_equal(out, "un");
    lgm_entity_fold(LGM_SLICE("O’Hara"), out);
    assert_string_equal(out, "ohara");
    assert_int_equal(lgm_entity_fold(LGM_SLICE("–"), out), 0);
    assert_int_equal(lgm_entity_fold(LGM_SLICE("..."), out), 0);
    memset(wide, 'A', sizeof wide);
    assert_int_equal(lgm_entity_fold((lgm_slice){wide, LGM_NAME_WORD}, out), LGM_NAME_WORD);
    assert_int_equal(lgm_entity_fold((lgm_slice){wide, LGM_NAME_WORD + 1}, out), 0);
    for (size_t i = 0; i + 1 < LGM_NAME_WORD; i += 2) memcpy(wide + i, "Ⱥ", 2); /* grows */
    assert_int_equal(lgm_entity_fold((lgm_slice){wide, LGM_NAME_WORD}, out), LGM_NAME_WORD / 2 * 3);
    assert_true(lgm_entity_kinds("mr") == LGM_NAME_TITLE && lgm_entity_kinds("") == 0);
}

/* ---- names from scores ----------------------------------------------------------------------- */

enum { K = 10, WIDE = 16 };
static const char *const labels[K] = {"O",      "B-PER",  "I-PER",  "E-PER",  "S-PER",
                                      "B-NORP", "I-NORP", "E-NORP", "S-NORP", "S-GPE"};
static const char part[] = "OBIESBIESS";
static float trans[(K + 2) * (K + 2)];

static const float *prepared;
static const uint8_t *prepared_rows;
static void hand_out(const uint8_t *a, size_t lda, float a_scale, size_t m, const int8_t *w,
                     const float *scale, const float *bias, const int32_t *sum, size_t n_pad,
                     size_t k_pad, float *out, size_t ldo)
{
    (void)a_scale, (void)w, (void)scale, (void)bias, (void)sum, (void)k_pad;
    assert_true(n_pad == WIDE && ldo == WIDE);
    memcpy(out, prepared + (size_t)(a - prepared_rows) / lda * WIDE, m * WIDE * sizeof *out);
}
static const lgm_kernels fake = {.name = "prepared", .linear = hand_out};

static lgm_entity_head head_of(void)
{
    memset(trans, 0, sizeof trans);
    assert_int_equal(lgm_nn_crf_constrain(labels, K, trans, NULL), LGM_OK);
    lgm_entity_head h = {
        .layer = {.n_out = K, .n_in = 4, .n_pad = WIDE, .k_pad = 4}, .trans = trans, .n_labels = K};
    for (int i = 0; i < K; i++) {
        h.part[i] = part[i];
        h.type[i] = i >= 1 && i <= 4 ? LGM_ENTITY_PER
                    : i == 9         ? LGM_ENTITY_GPE
                                     : LGM_ENTITY_LEFT_OUT;
    }
    return h;
}

/* A document in sentences of at most `sent` tokens, and scores that prefer label[i] by `by`. */
static lgm_doc *scored(const char *text, uint32_t sent, const uint8_t *label, float by,
                       float *scores)
{
    lgm_doc *const doc = doc_of(text);
    sample_sentences_of(doc, sent);
    uint8_t *const rows = lgm_arena_calloc(doc->arena, doc->n_tokens + 1, 4);
    doc->vec = (lgm_vectors){.rows = rows, .dim = 4, .scale = 1.0f};
    prepared_rows = rows;
    prepared = scores;
    for (uint32_t t = 0; t < doc->n_tokens; t++)
        for (int i = 0; i < WIDE; i++) scores[t * WIDE + (uint32_t)i] = i == label[t] ? by : 0;
    return doc;
}

/* By all paths: how likely token t of a sentence of four has label[t], where each token prefers its
 * label by `by`. */
static double marginal(const uint8_t label[4], size_t t, double by)
{
    double all = 0, with = 0;
    for (int code = 0; code < K * K * K * K; code++) {
        const int at[] = {code % K, code / K % K, code / K / K % K, code / K / K / K};
        double score = trans[K * (K + 2) + at[0]] + trans[at[3] * (K + 2) + K + 1];
        for (int i = 0; i < 4; i++) {
            score += at[i] == label[i] ? by : 0;
            if (i > 0) score += trans[at[i - 1] * (K + 2) + at[i]];
        }
        all += exp(score);
        if (at[t] == label[t]) with += exp(score);
    }
    return with / all;
}

static void names_are_decoded_with_confidence(void **state)
{
    (void)state;
    static const uint8_t label[] = {1, 3, 0, 8, 9, 0, 1, 3};
    float scores[8 * WIDE];
    lgm_doc *const doc = scored("Mr. Keller met Swedes Oslo and Anna Lund", 8, label, 4, scores);
    lgm_arena *const scratch = scratch_of();
    const lgm_entity_head head = head_of();
    assert_int_equal(doc->n_tokens, 8);
    assert_int_equal(lgm_entity_run(&head, &fake, NULL, scratch, doc, NULL), LGM_OK);
    assert_int_equal(doc->n_names, 3); /* the Swedes are left out */
    assert_int_equal(doc->names[0].tokens.start, 1);
    assert_int_equal(doc->names[1].type, LGM_ENTITY_GPE);
    assert_int_equal(doc->names[2].tokens.end, 8);
    /* A name is as sure as its least sure label, with the title that was taken off it. */
    const double keller = fmin(marginal(label, 0, 4), marginal(label, 1, 4));
    const double lund = fmin(marginal(label + 4, 2, 4), marginal(label + 4, 3, 4));
    assert_true(fabs(doc->names[0].confidence - keller) < 1e-6);
    assert_true(fabs(doc->names[2].confidence - lund) < 1e-6);
    assert_int_equal(doc->n_entities, 3);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

/* The confidence of the one name of a text, with scores that make it p before calibration. */
static float confidence_with(lgm_entity_head head, float by)
{
    static const uint8_t label[] = {1, 3, 0};
    float scores[3 * WIDE];
    lgm_doc *const doc = scored("Anna Lund left", 3, label, 3, scores);
    for (int i = 0; i < 3 * WIDE; i++) scores[i] = scores[i] > 0 ? by : 0;
    lgm_arena *const scratch = scratch_of();
    assert_int_equal(lgm_entity_run(&head, &fake, NULL, scratch, doc, NULL), LGM_OK);
    assert_int_equal(doc->n_names, 1);
    const float c = doc->names[0].confidence;
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
    return c;
}

static void confidence_is_calibrated(void **state)
{
    (void)state;
    lgm_entity_head head = head_of();
    const double p = confidence_with(head, 4), odds = p / (1 - p);
    head.calibrated = true;
    head.calib_a = 1;
    head.calib_b = 0;
    assert_true(fabs(confidence_with(head, 4) - p) < 1e-6);
    head.calib_a = 0.5f;
    head.calib_b = -0.25f;
    const double want = 1 / (1 + exp(-(0.5 * log(odds) - 0.25)));
    assert_true(fabs(confidence_with(head, 4) - want) < 1e-6);
    float last = 0; /* what is surer stays surer, and no name is certain */
    for (float by = 3; by < 6; by += 0.5f) {
        const float c = confidence_with(head, by);
        assert_true(c > last && c < 1);
        last = c;
    }
    assert_true(confidence_with(head, 1e4f) < 1);
}

static void names_end_with_their_sentence(void **state)
{
    (void)state;
    enum { N = 300 };
    char text[2 * N + 1];
    uint8_t label[N];
    float *const scores = malloc(N * WIDE * sizeof *scores);
    for (int i = 0; i < N; i++) {
        memcpy(text + 2 * i, "a ", 3);
        label[i] = 2;
    }
    lgm_doc *const doc = scored(text, 3, label, 1, scores);
    lgm_arena *const scratch = scratch_of();
    const lgm_entity_head head = head_of();
    assert_int_equal(lgm_entity_run(&head, &fake, NULL, scratch, doc, NULL), LGM_OK);
    assert_int_equal(doc->n_names, N / 3);
    for (uint32_t i = 0; i < doc->n_names; i++)
        assert_true(doc->names[i].tokens.start / 3 == (doc->names[i].tokens.end - 1) / 3);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
    free(scores);
}

static void any_allocation_may_fail(void **state)
{
    (void)state;
    enum { N = 600 };
    static char text[8 * N];
    static uint8_t label[N];
    size_t len = 0;
    for (int i = 0; i < N; i++) {
        len += (size_t)sprintf(text + len, "N%d ", i);
        label[i] = i % 2 ? 3 : 1;
    }
    float *const scores = malloc(N * WIDE * sizeof *scores);
    const lgm_entity_head head = head_of();
    for (int64_t fail = 0;; fail++) {
        lgm_doc *const doc = scored(text, 20, label, 3, scores);
        lgm_name *const before = doc->names;
        lgm_arena *const scratch = scratch_of();
        lgm_alloc_fail_after(fail);
        const lgm_status st = lgm_entity_run(&head, &fake, NULL, scratch, doc, NULL);
        lgm_alloc_fail_after(-1);
        if (st != LGM_OK) {
            assert_int_equal(st, LGM_E_NOMEM);
            assert_true(doc->names == before && doc->n_names == 0 && doc->n_entities == 0);
        } else {
            assert_int_equal(doc->n_names, N / 2);
        }
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
        if (st == LGM_OK) break;
        assert_true(fail < 100);
    }
    free(scores);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_surname_is_a_person_again),
        cmocka_unit_test(an_acronym_is_one_thing),
        cmocka_unit_test(a_body_is_one_by_its_first_word),
        cmocka_unit_test(a_surname_is_nothing_else),
        cmocka_unit_test(persons_by_a_part_of_their_name),
        cmocka_unit_test(a_surname_joins_the_nearest_of_two),
        cmocka_unit_test(a_surname_joins_the_one_named_more_often),
        cmocka_unit_test(a_surname_with_a_title_joins_the_man_or_the_woman),
        cmocka_unit_test(a_first_name_of_two_joins_neither),
        cmocka_unit_test(persons_who_are_two),
        cmocka_unit_test(capitals_are_the_same_words),
        cmocka_unit_test(acronyms_stand_for_initials),
        cmocka_unit_test(names_that_the_tables_make_one),
        cmocka_unit_test(organisations_without_their_last_noun),
        cmocka_unit_test(odd_names_stand_alone),
        cmocka_unit_test(a_party_is_no_part_of_a_place),
        cmocka_unit_test(names_lose_titles_and_possessives),
        cmocka_unit_test(folding),
        cmocka_unit_test(names_are_decoded_with_confidence),
        cmocka_unit_test(confidence_is_calibrated),
        cmocka_unit_test(names_end_with_their_sentence),
        cmocka_unit_test(any_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
