/*
 * test_coref.c - mentions, links and speakers over trees made by hand and prepared scores.
 *
 * A text is written as words, each FORM/UPOS/HEAD/RELATION with the head counted from 1 within its
 * sentence, 0 for none; "|" ends a sentence.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coref/coref.h"
#include "coref/links/linker.h"
#include "coref/mentions/features.h"
#include "coref/mentions/mention_span.h"
#include "legomena/kinds.h"
#include "model_builder.h"
#include "sample_doc.h"
#include "speaker/speaker.h"

enum { DIM = 32, HIDDEN = 16, BRANCH = 16, ANA = 16, PAIR = 16, MAX_WORDS = 1 << 17 };

/* ---- documents ------------------------------------------------------------------------------- */

static void add_word(lgm_doc *doc, const char *word, uint32_t first)
{
    char form[64], upos[16], rel[16], xpos[8] = "";
    unsigned head = 0;
    assert_int_equal(sscanf(word, "%63[^/]/%15[^/]/%u/%15s", form, upos, &head, rel), 4);
    const size_t n = strlen(form);
    const uint32_t i = sample_word(doc, form, n, LGM_TOK_SPACE);
    if (strncmp(upos, "NOUN", 4) == 0) strcpy(xpos, form[n - 1] == 's' ? "NNS" : "NN");
    sample_label(doc, &doc->upos, i, upos);
    sample_label(doc, &doc->xpos, i, xpos);
    sample_label(doc, &doc->rel, i, rel);
    doc->head[i] = head == 0 ? LGM_NONE : first + head - 1;
}

static lgm_doc *doc_of(const char *words)
{
    const size_t most = strlen(words) + 1;
    lgm_doc *const doc = sample_empty(most, most);
    sample_room(doc, most);
    sample_labels(doc, &doc->upos, most);
    sample_labels(doc, &doc->xpos, most);
    sample_labels(doc, &doc->rel, most);
    doc->head = lgm_arena_calloc(doc->arena, most, sizeof *doc->head);
    sample_lemmas(doc, most, NULL);
    uint32_t first = 0;
    for (const char *p = words; *p;) {
        char word[160];
        const size_t n = strcspn(p, " ");
        assert_true(n < sizeof word);
        memcpy(word, p, n);
        word[n] = '\0';
        p += n + (p[n] == ' ');
        if (strcmp(word, "|") != 0) add_word(doc, word, first);
        if (strcmp(word, "|") != 0 && *p) continue;
        doc->sents[doc->n_sents++] = (lgm_tokspan){first, doc->n_tokens};
        first = doc->n_tokens;
    }
    uint8_t *const rows = lgm_arena_calloc(doc->arena, doc->n_tokens, DIM);
    for (size_t i = 0; i < (size_t)doc->n_tokens * DIM; i++)
        rows[i] = (uint8_t)(128 + (i * 2654435761u >> 28));
    doc->vec = (lgm_vectors){.rows = rows, .dim = DIM, .scale = 0.04f};
    return doc;
}

static uint32_t token_of(const lgm_doc *doc, const char *form, uint32_t from)
{
    for (uint32_t i = from; i < doc->n_tokens; i++) {
        const lgm_slice s = lgm_doc_form(doc, i);
        if (s.len == strlen(form) && memcmp(s.ptr, form, s.len) == 0) return i;
    }
    fail_msg("no \"%s\"", form);
    return 0;
}

/* A name of n words from this one on, of entity e: the next, or one that is there. */
static void name(lgm_doc *doc, uint32_t token, uint32_t n, lgm_entity_type type, uint32_t e)
{
    assert_true(e == doc->n_entities || e + 1 == doc->n_entities);
    sample_named(doc, (lgm_tokspan){token, token + n}, type, e == doc->n_entities);
}

static lgm_arena *new_scratch(void)
{
    lgm_arena *a;
    assert_int_equal(lgm_arena_new(&a, 0, NULL), LGM_OK);
    return a;
}

/* ---- a head: all weights of the layers random, tables as a test sets them -------------------- */

typedef struct tables {
    float mention[LGM_COREF_MENTION_ROWS * HIDDEN], mention_out[HIDDEN];
    float span[LGM_COREF_SPAN_ROWS * BRANCH], span_out[BRANCH];
    float pair[LGM_COREF_PAIR_ROWS * PAIR], flat[LGM_COREF_FIRST_ROWS],
        fresh[LGM_COREF_NEW_ROWS * PAIR];
    float link_out[2 * PAIR], bias[4];
} tables;

static tables zero; /* every test fills its own copy */
static const lgm_kernels *ref;

static void add_layer(model_builder *b, const char *what, uint32_t n_out, int weight)
{
    int8_t *const w = calloc((size_t)n_out * DIM, 1);
    for (size_t i = 0; w && i < (size_t)n_out * DIM; i++)
        w[i] = (int8_t)(weight ? (int)((i * 40503u >> 4) % 15u) - 7 : 0);
    mb_linear(b, what, n_out, DIM, w, 0.01f, 0);
    free(w);
}

typedef struct shape {
    uint32_t pair_rows, labels;
    bool mention, link;
    float pair;
} shape;

static const shape RIGHT = {LGM_COREF_PAIR_ROWS, 2, true, true, PAIR};

/* The bytes of a model with nothing but this head. */
static uint8_t *head_bytes(const tables *t, shape s, int weight, size_t *len)
{
    model_builder b = {0};
    mb_number(&b, "dim", DIM);
    if (s.mention) {
        mb_number(&b, "coref.hidden", HIDDEN);
        mb_number(&b, "coref.branch", BRANCH);
        mb_number(&b, "coref.alone", 0);
        mb_number(&b, "coref.least", -3);
        char labels[512] = "";
        for (uint32_t i = 0; i < s.labels; i++) strcat(labels, i ? "organization\n" : "person\n");
        mb_text(&b, "labels.coref", labels);
        add_layer(&b, "coref.mention", HIDDEN + s.labels, weight);
        add_layer(&b, "coref.span", 2 * BRANCH, weight);
        mb_f32(&b, "coref.mention.feat", LGM_COREF_MENTION_ROWS, HIDDEN, t->mention);
        mb_f32(&b, "coref.mention.out", HIDDEN, 1, t->mention_out);
        mb_f32(&b, "coref.span.feat", LGM_COREF_SPAN_ROWS, BRANCH, t->span);
        mb_f32(&b, "coref.span.out", BRANCH, 1, t->span_out);
        mb_f32(&b, "coref.bias", 4, 1, t->bias);
    }
    if (s.link) {
        mb_number(&b, "coref.ana", ANA);
        mb_number(&b, "coref.behind", 4);
        mb_number(&b, "coref.pair", s.pair);
        add_layer(&b, "coref.link", 2 * ANA + 3 * PAIR, weight);
        mb_f32(&b, "coref.pair.feat", s.pair_rows, PAIR, t->pair);
        mb_f32(&b, "coref.pair.flat", LGM_COREF_FIRST_ROWS, 1, t->flat);
        mb_f32(&b, "coref.new.feat", LGM_COREF_NEW_ROWS, PAIR, t->fresh);
        mb_f32(&b, "coref.link.out", 2, PAIR, t->link_out);
    }
    return mb_bytes(&b, len);
}

typedef struct bound {
    uint8_t *bytes;
    lgm_model *model;
    lgm_coref_head head;
} bound;

static bound bind(const tables *t, int weight)
{
    bound out;
    size_t len;
    lgm_err err = {0};
    out.bytes = head_bytes(t, RIGHT, weight, &len);
    if (lgm_model_open_bytes(&out.model, out.bytes, len, "test", &err) != LGM_OK ||
        lgm_coref_bind(&out.head, out.model, &err) != LGM_OK)
        fail_msg("%s", err.message);
    return out;
}

static void unbind(bound *b)
{
    lgm_model_close(b->model);
    free(b->bytes);
}

/* The rows of the first score: place within feature k. */
static uint32_t likeness_row(uint32_t kind, uint32_t like)
{
    return 30 + kind * 8 + like;
}

/* Every word that may head a mention does; branches all belong; nothing is linked. */
static tables plain_tables(void)
{
    tables t = zero;
    t.bias[0] = 1; /* mentions */
    t.bias[1] = 1; /* branches */
    t.bias[2] = 0; /* pairs */
    t.bias[3] = 5; /* new */
    return t;
}

/* "0:the mayor 0:she 1:Ada": the mentions of the document with their clusters. */
static void show(const lgm_doc *doc, char *out, size_t room)
{
    size_t n = 0;
    out[0] = '\0';
    for (uint32_t i = 0; i < doc->n_mentions; i++) {
        const lgm_slice s = lgm_doc_words(doc, doc->mentions[i].tokens);
        n += (size_t)snprintf(out + n, room - n, "%s%u:%.*s", i ? "; " : "",
                              doc->mentions[i].cluster, (int)s.len, s.ptr);
        assert_true(n < room);
    }
}

static void check_layers(const lgm_doc *doc)
{
    for (uint32_t i = 1; i < doc->n_mentions; i++) {
        const lgm_tokspan a = doc->mentions[i - 1].tokens, b = doc->mentions[i].tokens;
        assert_true(a.start < b.start || (a.start == b.start && a.end + 1 >= b.end));
    }
    uint32_t names = 0;
    for (uint32_t e = 0; e < doc->n_entities; e++) {
        const lgm_doc_entity *const entity = &doc->entities[e];
        uint32_t before = 0;
        for (uint32_t i = 0; i < entity->n_mentions; i++) {
            const uint32_t at_i = doc->mention_order[entity->mention + i];
            const lgm_doc_mention *const m = &doc->mentions[at_i];
            const lgm_tokspan at = m->name == LGM_NONE ? m->tokens : doc->names[m->name].tokens;
            assert_true(at.start >= before && at.end > at.start);
            before = at.start;
        }
        names += doc->entities[e].n;
        if (doc->entities[e].name == LGM_NONE)
            assert_int_equal(doc->mentions[doc->entities[e].called].entity, e);
    }
    assert_int_equal(names, doc->n_names);
}

/* Trees, then coref and speaker, as the pipeline has them. */
static lgm_status run_rooms(const lgm_coref_head *head, const lgm_kernels *kernels,
                            lgm_arena *scratch, lgm_doc *doc, lgm_err *err)
{
    lgm_trees t;
    if (!lgm_tree_make(&t, scratch, doc)) return lgm_arena_fail(scratch, err);
    const lgm_status st = lgm_coref_run(head, kernels, &t, scratch, doc, err);
    return st == LGM_OK ? lgm_speaker_run(&t, scratch, doc, err) : st;
}

static void run(lgm_doc *doc, const tables *t, int weight)
{
    bound b = bind(t, weight);
    lgm_arena *const scratch = new_scratch();
    lgm_err err = {0};
    if (run_rooms(&b.head, ref, scratch, doc, &err) != LGM_OK) fail_msg("%s", err.message);
    check_layers(doc);
    lgm_arena_free(scratch);
    unbind(&b);
}

/* ---- words and trees ------------------------------------------------------------------------- */

static void trees_know_yields_and_children(void **state)
{
    (void)state;
    lgm_doc *const doc =
        doc_of("the/DET/3/det old/ADJ/3/amod quay/NOUN/5/nsubj :/PUNCT/3/punct "
               "burnt/VERB/0/root down/ADP/5/compound | it/PRON/2/nsubj fell/VERB/0/root");
    lgm_arena *const scratch = new_scratch();
    lgm_trees t;
    assert_true(lgm_tree_make(&t, scratch, doc));
    assert_int_equal(lgm_tree_first(&t, 2), 0);
    assert_int_equal(lgm_tree_last(&t, 2), 4);
    assert_int_equal(lgm_tree_first(&t, 4), 0);
    assert_int_equal(lgm_tree_last(&t, 4), 6);
    assert_int_equal(lgm_tree_left(&t, 2), 1); /* the nearest first */
    assert_int_equal(lgm_tree_next(&t, 1), 0);
    assert_int_equal(lgm_tree_right(&t, 2), 3);
    assert_int_equal(lgm_tree_sent(&t, 6), 1);
    assert_int_equal(t.upos[0], LGM_UPOS_DET);
    assert_int_equal(t.rel[4], LGM_REL_root);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

/* ---- mentions -------------------------------------------------------------------------------- */

static const char HARBOUR[] =
    "the/DET/2/det mayor/NOUN/3/nsubj saw/VERB/0/root a/DET/5/det fire/NOUN/3/obj in/ADP/8/case "
    "the/DET/8/det harbour/NOUN/3/obl ./PUNCT/3/punct | she/PRON/2/nsubj left/VERB/0/root "
    "the/DET/4/det harbour/NOUN/2/obj ./PUNCT/2/punct";

static void branches_belong_by_their_scores(void **state)
{
    (void)state;
    char got[512];
    tables t = plain_tables();
    lgm_doc *doc = doc_of(HARBOUR);
    /* "in the harbour" hangs on "saw" and follows "a fire"; its "in" is no part of it */
    run(doc, &t, 0);
    show(doc, got, sizeof got);
    assert_string_equal(
        got, "0:the mayor; 1:a fire in the harbour; 2:the harbour; 3:she; 4:the harbour");
    lgm_doc_free(doc);

    doc = doc_of(HARBOUR);
    for (uint32_t i = 0; i < BRANCH; i++) { /* what does not hang on it is another's, "case" too */
        t.span_out[i] = -1;
        t.span[(4 * LGM_N_RELS + LGM_REL_obl) * BRANCH + i] = 1;
        t.span[LGM_REL_case * BRANCH + i] = 1;
    }
    run(doc, &t, 0);
    show(doc, got, sizeof got);
    assert_string_equal(got, "0:the mayor; 1:a fire; 2:the harbour; 3:she; 4:the harbour");
    lgm_doc_free(doc);
}

/* Trees that take a whole sentence for the one who says it. */
static void a_source_has_no_word_of_what_it_says(void **state)
{
    (void)state;
    char got[512];
    const tables t = plain_tables();
    lgm_doc *doc = doc_of(
        "boats/NOUN/2/nsubj wait/VERB/5/acl said/VERB/5/amod a/DET/5/det notice/NOUN/0/root");
    sample_claim_at(doc, (lgm_tokspan){3, 5}, (lgm_tokspan){0, 2});
    doc->claims[0].cue = (lgm_parts){{{2, 3}}, 1};
    run(doc, &t, 0);
    show(doc, got, sizeof got);
    assert_string_equal(got, "0:boats; 1:a notice");
    lgm_doc_free(doc);

    static const char TELLS[] =
        "a/DET/2/det notice/NOUN/0/root read/VERB/2/acl that/SCONJ/5/mark boats/NOUN/3/ccomp";
    static const char *const TAGS[] = {"VBD", "VBN"}, *const WANT[] = {"a notice",
                                                                       "a notice read that boats"};
    for (size_t i = 0; i < LGM_COUNT(TAGS); i++) { /* its own verb, or what was done to it */
        doc = doc_of(TELLS);
        sample_claim_at(doc, (lgm_tokspan){0, 2}, (lgm_tokspan){3, 5});
        doc->claims[0].cue = (lgm_parts){{{2, 3}}, 1};
        sample_label(doc, &doc->xpos, 2, TAGS[i]);
        run(doc, &t, 0);
        const lgm_slice first = lgm_doc_words(doc, doc->mentions[0].tokens);
        assert_int_equal(first.len, strlen(WANT[i]));
        assert_memory_equal(first.ptr, WANT[i], first.len);
        lgm_doc_free(doc);
    }
}

static void the_same_words_are_the_same_thing(void **state)
{
    (void)state;
    char got[512];
    tables t = plain_tables();
    t.span_out[0] = -100;
    t.span[(4 * LGM_N_RELS + LGM_REL_obl) * BRANCH] = 1;
    t.span[LGM_REL_case * BRANCH] = 1;
    t.flat[likeness_row(1, 7)] = 9; /* a definite description, the same words */
    lgm_doc *const doc = doc_of(HARBOUR);
    run(doc, &t, 0);
    show(doc, got, sizeof got);
    assert_string_equal(got, "0:the mayor; 1:a fire; 2:the harbour; 3:she; 2:the harbour");
    assert_int_equal(doc->n_entities, 1); /* a person or a body by its type, and told twice */
    assert_int_equal(doc->entities[0].name, LGM_NONE);
    assert_int_equal(doc->entities[0].n_mentions, 2);
    lgm_doc_free(doc);
}

static void what_is_no_mention_is_left_out(void **state)
{
    (void)state;
    tables t = plain_tables();
    t.bias[0] = -1;
    lgm_doc *const doc = doc_of(HARBOUR);
    name(doc, token_of(doc, "harbour", 0), 1, LGM_ENTITY_LOC, 0);
    run(doc, &t, 0);
    assert_int_equal(doc->n_mentions, 1); /* a name always is one */
    assert_int_equal(doc->n_entities, 1);
    lgm_doc_free(doc);
}

static void two_named_entities_are_never_joined(void **state)
{
    (void)state;
    tables t = plain_tables();
    t.bias[3] = -100; /* all that can be linked is */
    lgm_doc *const doc = doc_of("Ada/PROPN/2/nsubj met/VERB/0/root Bo/PROPN/2/obj | "
                                "she/PRON/2/nsubj saw/VERB/0/root Ada/PROPN/2/obj | "
                                "Bo/PROPN/2/nsubj left/VERB/0/root");
    name(doc, 0, 1, LGM_ENTITY_PER, 0);
    name(doc, 5, 1, LGM_ENTITY_PER, 0);
    name(doc, 2, 1, LGM_ENTITY_PER, 1);
    name(doc, 6, 1, LGM_ENTITY_PER, 1);
    /* names in text order, as the room entity has them */
    const lgm_name bo = doc->names[2], ada = doc->names[1];
    doc->names[1] = bo;
    doc->names[2] = ada;
    static const uint32_t order[] = {0, 2, 1, 3};
    memcpy(doc->name_order, order, sizeof order);
    doc->entities[1].name = 1;
    run(doc, &t, 0);
    assert_int_equal(doc->n_entities, 2);
    assert_int_equal(doc->entities[0].n + doc->entities[1].n, 4);
    assert_int_equal(doc->n_mentions, 5);
    assert_int_equal(doc->mentions[0].entity, doc->mentions[3].entity);
    assert_int_equal(doc->mentions[1].entity, doc->mentions[4].entity);
    assert_int_not_equal(doc->mentions[0].entity, doc->mentions[1].entity);
    assert_int_not_equal(doc->mentions[2].entity, LGM_NONE); /* "she" is one of them */
    lgm_doc_free(doc);
}

/* A description in front of the name of a person is that person, whatever the scores. */
static void a_description_goes_with_the_name_behind_it(void **state)
{
    (void)state;
    const tables t = plain_tables();
    lgm_doc *const doc =
        doc_of("the/DET/2/det mayor/NOUN/4/nsubj Ada/PROPN/2/appos left/VERB/0/root");
    name(doc, 2, 1, LGM_ENTITY_PER, 0);
    sample_claim_at(doc, (lgm_tokspan){0, 2}, (lgm_tokspan){3, 4});
    run(doc, &t, 0);
    assert_int_equal(doc->n_entities, 1);
    assert_int_equal(doc->entities[0].n_mentions, 2);
    assert_int_equal(doc->claim_who[0].speaker, 0);
    assert_int_equal(doc->claim_who[0].kind, LGM_SPEAKER_NAMED);
    lgm_doc_free(doc);
}

/* ---- speakers -------------------------------------------------------------------------------- */

static lgm_speaker_kind kind_of(const char *words, uint32_t source_words, bool is_name,
                                lgm_entity_type type)
{
    const tables t = plain_tables();
    lgm_doc *const doc = doc_of(words);
    if (is_name) name(doc, 0, source_words, type, 0);
    sample_claim_at(doc, (lgm_tokspan){0, source_words},
                    (lgm_tokspan){doc->n_tokens - 1, doc->n_tokens});
    run(doc, &t, 0);
    const lgm_speaker_kind kind = (lgm_speaker_kind)doc->claim_who[0].kind;
    lgm_doc_free(doc);
    return kind;
}

static void a_speaker_has_a_kind(void **state)
{
    (void)state;
    assert_int_equal(
        kind_of("Ada/PROPN/2/nsubj said/VERB/0/root so/ADV/2/advmod", 1, true, LGM_ENTITY_PER),
        LGM_SPEAKER_NAMED);
    assert_int_equal(
        kind_of("Norway/PROPN/2/nsubj said/VERB/0/root so/ADV/2/advmod", 1, true, LGM_ENTITY_GPE),
        LGM_SPEAKER_NAMED);
    assert_int_equal(
        kind_of("Reuters/PROPN/2/nsubj said/VERB/0/root so/ADV/2/advmod", 1, true, LGM_ENTITY_ORG),
        LGM_SPEAKER_OUTLET);
    assert_int_equal(
        kind_of("Quay/PROPN/2/compound Gazette/PROPN/3/nsubj said/VERB/0/root so/ADV/3/advmod", 2,
                true, LGM_ENTITY_ORG),
        LGM_SPEAKER_OUTLET);
    assert_int_equal(
        kind_of("the/DET/2/det spokesman/NOUN/3/nsubj said/VERB/0/root so/ADV/3/advmod", 2, false,
                0),
        LGM_SPEAKER_ROLE);
    assert_int_equal(
        kind_of("two/NUM/2/nummod officials/NOUN/3/nsubj said/VERB/0/root so/ADV/3/advmod", 2,
                false, 0),
        LGM_SPEAKER_GROUP);
    assert_int_equal(
        kind_of("the/DET/2/det report/NOUN/3/nsubj said/VERB/0/root so/ADV/3/advmod", 2, false, 0),
        LGM_SPEAKER_DOCUMENT);
    assert_int_equal(
        kind_of("the/DET/2/det police/NOUN/3/nsubj said/VERB/0/root so/ADV/3/advmod", 2, false, 0),
        LGM_SPEAKER_GROUP);
    assert_int_equal(
        kind_of("a/DET/2/det man/NOUN/6/nsubj familiar/ADJ/2/amod with/ADP/5/case it/PRON/3/obl "
                "said/VERB/0/root so/ADV/6/advmod",
                5, false, 0),
        LGM_SPEAKER_ANONYMOUS);
    assert_int_equal(kind_of("he/PRON/2/nsubj said/VERB/0/root so/ADV/2/advmod", 1, false, 0),
                     LGM_SPEAKER_UNKNOWN);
}

/* "the mayor, who said so": the speaker is the mayor. */
/* Nothing is linked by scores here. */
static void who_goes_on_speaking_spoke_last(void **state)
{
    (void)state;
    char got[512];
    const tables t = plain_tables();
    static const char WORDS[] =
        "Ada/PROPN/2/nsubj spoke/VERB/0/root | Bo/PROPN/2/nsubj slept/VERB/0/root | "
        "she/PRON/2/nsubj said/VERB/0/root | she/PRON/2/nsubj left/VERB/0/root";
    static const int8_t MAN_OR_NOT[] = {0, 1};
    static const char *const WANT[] = {"0:Ada; 1:Bo; 1:she; 3:she", "0:Ada; 1:Bo; 0:she; 3:she"};
    for (size_t i = 0; i < LGM_COUNT(WANT); i++) {
        lgm_doc *const doc = doc_of(WORDS);
        name(doc, 0, 1, LGM_ENTITY_PER, 0);
        name(doc, 2, 1, LGM_ENTITY_PER, 1);
        doc->entities[1].gender = MAN_OR_NOT[i];
        sample_claim_at(doc, (lgm_tokspan){0, 1}, (lgm_tokspan){1, 2});
        sample_claim_at(doc, (lgm_tokspan){4, 5}, (lgm_tokspan){5, 6});
        run(doc, &t, 0);
        show(doc, got, sizeof got);
        assert_string_equal(got, WANT[i]);
        lgm_doc_free(doc);
    }
}

static void a_relative_pronoun_leads_to_its_noun(void **state)
{
    (void)state;
    const tables t = plain_tables();
    static const char *const WORDS[] = {"the/DET/2/det mayor/NOUN/6/nsubj who/PRON/4/nsubj "
                                        "said/VERB/2/acl so/ADV/4/advmod left/VERB/0/root",
                                        "the/DET/2/det mayor/NOUN/6/nsubj who/PRON/4/nsubj "
                                        "said/VERB/6/advcl so/ADV/4/advmod left/VERB/0/root"};
    for (size_t i = 0; i < LGM_COUNT(WORDS); i++) { /* whatever the tree says of "said" */
        lgm_doc *const doc = doc_of(WORDS[i]);
        sample_claim_at(doc, (lgm_tokspan){2, 3}, (lgm_tokspan){4, 5});
        run(doc, &t, 0);
        assert_int_equal(doc->claim_who[0].speaker, 0);
        assert_int_equal(doc->entities[0].name, LGM_NONE);
        assert_int_equal(doc->mentions[doc->entities[0].called].head, 1);
        lgm_doc_free(doc);
    }
}

static void a_model_without_the_head_leaves_entities_alone(void **state)
{
    (void)state;
    lgm_doc *const doc =
        doc_of("mayor/NOUN/3/nsubj Ada/PROPN/1/flat said/VERB/0/root so/ADV/3/advmod");
    name(doc, 1, 1, LGM_ENTITY_PER, 0);
    sample_claim_at(doc, (lgm_tokspan){0, 2}, (lgm_tokspan){3, 4});
    const lgm_doc_entity *const before = doc->entities;
    const lgm_coref_head none = {0};
    lgm_arena *const scratch = new_scratch();
    assert_int_equal(run_rooms(&none, ref, scratch, doc, NULL), LGM_OK);
    assert_ptr_equal(doc->entities, before);
    assert_int_equal(doc->n_mentions, 0);
    assert_int_equal(doc->claim_who[0].speaker, 0);
    assert_int_equal(doc->claim_who[0].kind, LGM_SPEAKER_NAMED);
    lgm_arena_free(scratch);
    lgm_doc_free(doc);
}

/* ---- hostile texts --------------------------------------------------------------------------- */

static char *repeated(const char *sentence, size_t times)
{
    const size_t n = strlen(sentence);
    char *const out = malloc(n * times + 1);
    assert_non_null(out);
    for (size_t i = 0; i < times; i++) memcpy(out + i * n, sentence, n);
    out[n * times] = '\0';
    return out;
}

static tables wild_tables(void)
{
    tables t = plain_tables();
    float *const all = (float *)&t;
    for (size_t i = 0; i < sizeof t / sizeof *all; i++)
        all[i] = (float)((int)(i * 2654435761u >> 20) % 1000 - 500) * 0.002f;
    t.bias[0] = 2;
    return t;
}

/* Thousands of mentions of one word: each is compared with a bounded number, and only with those
 * before. */
static void a_mention_has_few_candidates(void **state)
{
    (void)state;
    char *const words =
        repeated("the/DET/2/det dog/NOUN/3/nsubj bit/VERB/0/root dogs/NOUN/3/obj | ", 12000);
    lgm_doc *const doc = doc_of(words);
    lgm_arena *const scratch = new_scratch();
    lgm_trees t;
    lgm_coref_mentions all = {0};
    lgm_coref_linker l;
    const lgm_coref_head none = {0};
    assert_true(lgm_tree_make(&t, scratch, doc) && lgm_coref_collect(&t, scratch, &all) &&
                lgm_coref_find_spans(&none, ref, scratch, &t, &all) &&
                lgm_coref_linker_make(&l, scratch, &t, &all));
    assert_int_equal(l.n, 24000);
    for (uint32_t i = 0; i < l.n; i++) {
        uint32_t at[LGM_LINK_MOST];
        const uint32_t n = lgm_coref_candidates(&l, i, at);
        assert_true(n <= LGM_LINK_MOST && n >= (i < LGM_LINK_WINDOW ? i : LGM_LINK_WINDOW));
        for (uint32_t k = 0; k < n; k++) assert_true(at[k] < i);
    }
    lgm_arena_free(scratch);
    lgm_doc_free(doc);

    lgm_doc *const again = doc_of(words);
    const tables wild = wild_tables();
    run(again, &wild, 1);
    lgm_doc_free(again);
    free(words);
}

/* Trees that no parser should make: all words on one, a chain, crossing branches, a loop. */
static void strange_trees_are_survived(void **state)
{
    (void)state;
    const tables wild = wild_tables();
    char *const flat = repeated("x/NOUN/1/nmod ", 500);
    lgm_doc *doc = doc_of(flat);
    doc->head[0] = LGM_NONE;
    for (int kind = 0; kind < 4; kind++) {
        doc->n_entities = doc->n_mentions = 0; /* as the room entity leaves a text without names */
        run(doc, &wild, 1);
        for (uint32_t i = 1; i < doc->n_tokens; i++) {
            if (kind == 0) doc->head[i] = i - 1;
            if (kind == 1) doc->head[i] = (i * 7 + 1) % doc->n_tokens;
            if (kind == 2) doc->head[i] = i;
        }
    }
    lgm_doc_free(doc);
    free(flat);
}

static void every_kernel_has_the_same_mentions(void **state)
{
    (void)state;
    const lgm_kernels *kernels[16];
    const size_t n = lgm_nn_kernels_all(kernels, LGM_COUNT(kernels));
    char *const words = repeated(HARBOUR, 1);
    const tables wild = wild_tables();
    bound b = bind(&wild, 1);
    char first[2048] = "", got[2048];
    for (size_t k = 0; k < n; k++) {
        lgm_doc *const doc = doc_of(words);
        lgm_arena *const scratch = new_scratch();
        assert_int_equal(run_rooms(&b.head, kernels[k], scratch, doc, NULL), LGM_OK);
        show(doc, got, sizeof got);
        if (k == 0) strcpy(first, got);
        assert_string_equal(got, first);
        lgm_arena_free(scratch);
        lgm_doc_free(doc);
    }
    unbind(&b);
    free(words);
}

/* The n-th allocation fails: a status, and the document as it was. */
static void a_failed_allocation_leaves_the_document(void **state)
{
    (void)state;
    char *const words =
        repeated("the/DET/2/det dog/NOUN/3/nsubj bit/VERB/0/root dogs/NOUN/3/obj | ", 400);
    const tables wild = wild_tables();
    bound b = bind(&wild, 1);
    lgm_doc *const doc = doc_of(words);
    name(doc, 1, 1, LGM_ENTITY_PER, 0);
    const lgm_doc_entity *const before = doc->entities;
    lgm_status st = LGM_E_NOMEM;
    int64_t n = 0;
    for (; st != LGM_OK; n++) {
        lgm_arena *const scratch = new_scratch();
        lgm_alloc_fail_after(n);
        st = run_rooms(&b.head, ref, scratch, doc, NULL);
        lgm_alloc_fail_after(-1);
        if (st != LGM_OK) {
            assert_int_equal(st, LGM_E_NOMEM);
            assert_ptr_equal(doc->entities, before);
            assert_int_equal(doc->n_mentions, 0);
        }
        lgm_arena_free(scratch);
    }
    assert_true(n > 1);
    check_layers(doc);
    lgm_doc_free(doc);
    unbind(&b);
    free(words);
}

/* ---- binding --------------------------------------------------------------------------------- */

static lgm_status try_bind(shape s)
{
    const tables t = plain_tables();
    size_t len;
    lgm_model *model;
    lgm_coref_head head;
    lgm_err err = {0};
    uint8_t *const bytes = head_bytes(&t, s, 0, &len);
    assert_int_equal(lgm_model_open_bytes(&model, bytes, len, "test", &err), LGM_OK);
    const lgm_status st = lgm_coref_bind(&head, model, &err);
    if (st != LGM_OK) assert_true(err.message[0] != '\0');
    lgm_model_close(model);
    free(bytes);
    return st;
}

static void a_head_of_another_shape_is_refused(void **state)
{
    (void)state;
    shape s = RIGHT;
    assert_int_equal(try_bind(s), LGM_OK);
    s.mention = s.link = false;
    assert_int_equal(try_bind(s), LGM_OK); /* there is none */
    s.link = true;
    assert_int_equal(try_bind(s), LGM_E_NOTFOUND); /* links of nothing */
    s = RIGHT;
    s.pair_rows--;
    assert_int_not_equal(try_bind(s), LGM_OK);
    s = RIGHT;
    s.pair = PAIR + 1;
    assert_int_equal(try_bind(s), LGM_E_CORRUPT);
    s.pair = 4096;
    assert_int_equal(try_bind(s), LGM_E_CORRUPT);
    s = RIGHT;
    s.labels = LGM_COREF_TYPES + 1;
    assert_int_equal(try_bind(s), LGM_E_CORRUPT);
}

int main(void)
{
    ref = lgm_nn_kernels_get("ref");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_know_yields_and_children),
        cmocka_unit_test(branches_belong_by_their_scores),
        cmocka_unit_test(a_source_has_no_word_of_what_it_says),
        cmocka_unit_test(the_same_words_are_the_same_thing),
        cmocka_unit_test(what_is_no_mention_is_left_out),
        cmocka_unit_test(two_named_entities_are_never_joined),
        cmocka_unit_test(a_description_goes_with_the_name_behind_it),
        cmocka_unit_test(a_speaker_has_a_kind),
        cmocka_unit_test(who_goes_on_speaking_spoke_last),
        cmocka_unit_test(a_relative_pronoun_leads_to_its_noun),
        cmocka_unit_test(a_model_without_the_head_leaves_entities_alone),
        cmocka_unit_test(a_mention_has_few_candidates),
        cmocka_unit_test(strange_trees_are_survived),
        cmocka_unit_test(every_kernel_has_the_same_mentions),
        cmocka_unit_test(a_failed_allocation_leaves_the_document),
        cmocka_unit_test(a_head_of_another_shape_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
