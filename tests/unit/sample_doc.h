/*
 * sample_doc.h - documents made by hand: text through the room `text`, the layers above it by
 * naming their words. Phrases are found in order of text from `from` on, so that a test reads like
 * the page.
 */
#ifndef SAMPLE_DOC_H
#define SAMPLE_DOC_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "doc/doc.h"
#include "legomena/records.h"
#include "text/text.h"

static inline lgm_doc *sample_doc(const char *text)
{
    lgm_doc *doc;
    assert_int_equal(lgm_doc_new(&doc, 0, NULL), LGM_OK);
    doc->text = (lgm_slice){lgm_arena_strndup(doc->arena, text, strlen(text)), strlen(text)};
    doc->id = LGM_SLICE("sample");
    assert_int_equal(lgm_text_run(doc, NULL), LGM_OK);
    doc->claims = lgm_arena_calloc(doc->arena, 64, sizeof *doc->claims);
    doc->n_claims = 64;
    doc->claim_who = lgm_doc_nobody(doc);
    doc->n_claims = 0;
    doc->names = lgm_arena_calloc(doc->arena, 64, sizeof *doc->names);
    doc->name_order = lgm_arena_calloc(doc->arena, 64, sizeof *doc->name_order);
    doc->entities = lgm_arena_calloc(doc->arena, 64, sizeof *doc->entities);
    doc->sents = lgm_arena_calloc(doc->arena, 64, sizeof *doc->sents);
    doc->mentions = lgm_arena_calloc(doc->arena, 64, sizeof *doc->mentions);
    doc->mention_order = lgm_arena_calloc(doc->arena, 64, sizeof *doc->mention_order);
    return doc;
}

/* The tokens of a phrase, looked for from byte `from` of the text. */
static inline lgm_tokspan sample_span(const lgm_doc *doc, const char *phrase, size_t from)
{
    const char *const at = strstr(doc->text.ptr + from, phrase);
    if (!at) fail_msg("no \"%s\" in the text", phrase);
    const size_t start = (size_t)(at - doc->text.ptr), end = start + strlen(phrase);
    lgm_tokspan s = {0, 0};
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        if (doc->tokens[t].end <= start) s.start = t + 1;
        if (doc->tokens[t].start < end) s.end = t + 1;
    }
    return s;
}

/* Fragments of one role, divided by "|". */
static inline lgm_parts sample_parts(const lgm_doc *doc, const char *phrases, size_t from)
{
    lgm_parts p = {0};
    char part[512];
    while (phrases && *phrases) {
        const size_t len = strcspn(phrases, "|");
        assert_true(len < sizeof part && p.n < LGM_MAX_PARTS);
        memcpy(part, phrases, len);
        part[len] = '\0';
        p.at[p.n++] = sample_span(doc, part, from);
        phrases += len + (phrases[len] == '|');
    }
    return p;
}

/* A claim whose phrases are looked for behind the phrase `after` (NULL = from the start). */
static inline void sample_claim(lgm_doc *doc, const char *after, const char *source,
                                const char *cue, const char *content, lgm_claim_form form)
{
    const size_t from = after ? (size_t)(strstr(doc->text.ptr, after) - doc->text.ptr) : 0;
    lgm_claim_layer *const c = &doc->claims[doc->n_claims++];
    *c = (lgm_claim_layer){
        .source = sample_parts(doc, source, from),
        .cue = sample_parts(doc, cue, from),
        .content = sample_parts(doc, content, from),
        .form = (uint8_t)form,
        .confidence = 0.875f,
    };
    assert_int_equal(lgm_doc_find_quoted(doc, c, NULL), LGM_OK);
}

/* An entity by its mentions, divided by "|", in order of text; the first one is its name. */
static inline void sample_entity(lgm_doc *doc, lgm_entity_type type, const char *mentions)
{
    lgm_entity_layer *const e = &doc->entities[doc->n_entities++];
    *e = (lgm_entity_layer){.name = doc->n_names, .first = doc->n_names, .type = (uint8_t)type};
    size_t from = 0;
    while (*mentions) {
        char part[128];
        const size_t len = strcspn(mentions, "|");
        assert_true(len < sizeof part);
        memcpy(part, mentions, len);
        part[len] = '\0';
        const lgm_tokspan s = sample_span(doc, part, from);
        from = doc->tokens[s.end - 1].end;
        doc->names[doc->n_names] = (lgm_name){s, (uint8_t)type, 0.75f};
        doc->name_order[doc->n_names] = doc->n_names;
        doc->n_names++;
        e->n++;
        mentions += len + (mentions[len] == '|');
    }
}

/* The mentions of the last entity, divided by "|", in order of text: "=Ada Lind" is its next name,
 * "the mayor" describes it, "~she" is a pronoun. For an entity without a name sample_unnamed first. */
static inline void sample_mentions(lgm_doc *doc, const char *mentions)
{
    lgm_entity_layer *const e = &doc->entities[doc->n_entities - 1];
    size_t from = 0;
    uint32_t names = 0;
    e->mention = doc->n_mentions;
    while (*mentions) {
        char part[128];
        const size_t len = strcspn(mentions, "|");
        const bool is_name = *mentions == '=', is_pronoun = *mentions == '~', mark = is_name || is_pronoun;
        assert_true(len < sizeof part);
        memcpy(part, mentions + mark, len - mark);
        part[len - mark] = '\0';
        const lgm_tokspan s = sample_span(doc, part, from);
        from = doc->tokens[s.end - 1].end;
        doc->mention_order[doc->n_mentions] = doc->n_mentions;
        doc->mentions[doc->n_mentions++] = (lgm_mention_layer){
            .tokens = s,
            .head = s.end - 1,
            .name = is_name ? doc->name_order[e->first + names++] : LGM_NONE,
            .entity = doc->n_entities - 1,
            .form = is_name      ? LGM_MENTION_NAME
                    : is_pronoun ? LGM_MENTION_PRONOUN
                                 : LGM_MENTION_NOMINAL};
        e->n_mentions++;
        mentions += len + (mentions[len] == '|');
    }
}

/* An entity without a name: it is called by its first mention. */
static inline void sample_unnamed(lgm_doc *doc, lgm_entity_type type, const char *mentions)
{
    doc->entities[doc->n_entities++] = (lgm_entity_layer){
        .name = LGM_NONE, .called = doc->n_mentions, .type = (uint8_t)type};
    sample_mentions(doc, mentions);
}

/* One sentence up to and with the phrase. */
static inline void sample_sentence(lgm_doc *doc, const char *up_to)
{
    const uint32_t start = doc->n_sents ? doc->sents[doc->n_sents - 1].end : 0;
    doc->sents[doc->n_sents++] = (lgm_tokspan){start, sample_span(doc, up_to, 0).end};
}

#endif
