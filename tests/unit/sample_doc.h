/*
 * sample_doc.h - the one maker of documents for tests: nothing else fills a lgm_doc by hand.
 *
 * sample_doc     text through the room `text`; the layers above are added by naming their words.
 *                Phrases are found in order of text from `from` on, so that a test reads like the
 *                page.
 * sample_empty   no text room: tokens are added one by one with sample_word.
 *
 * Owns    all that is added lives in doc->arena. A document has room for SAMPLE_MOST items of each
 *         layer, unless sample_room gives more.
 * Errors  a phrase that is not there or a full layer prints what was wrong and aborts, so that
 *         golden programs (without cmocka) can use it too.
 */
#ifndef SAMPLE_DOC_H
#define SAMPLE_DOC_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "text/text.h"

enum { SAMPLE_MOST = 64 };

static inline void sample_need(bool ok, const char *what, const char *which)
{
    if (ok) return;
    fprintf(stderr, "sample_doc.h: %s \"%s\"\n", what, which);
    abort();
}

/* ---- documents ------------------------------------------------------------------------------- */

static inline void *sample_array(const lgm_doc *doc, size_t n, size_t size)
{
    void *const at = lgm_arena_calloc(doc->arena, n + 1, size);
    sample_need(at != NULL, "no memory for", "a layer");
    return at;
}

/* Empty layers for claims, names, entities, mentions, times and sentences: room for n of each. */
static inline void sample_room(lgm_doc *doc, size_t n)
{
    doc->claims = sample_array(doc, n, sizeof *doc->claims);
    doc->n_claims = (uint32_t)n;
    doc->claim_who = lgm_doc_nobody(doc);
    doc->claim_when = sample_array(doc, doc->n_claims, sizeof *doc->claim_when);
    for (uint32_t i = 0; i < doc->n_claims; i++) doc->claim_when[i] = LGM_NONE;
    doc->n_claims = 0;
    doc->names = sample_array(doc, n, sizeof *doc->names);
    doc->name_order = sample_array(doc, n, sizeof *doc->name_order);
    doc->entities = sample_array(doc, n, sizeof *doc->entities);
    doc->sents = sample_array(doc, n, sizeof *doc->sents);
    doc->mentions = sample_array(doc, n, sizeof *doc->mentions);
    doc->mention_order = sample_array(doc, n, sizeof *doc->mention_order);
    doc->times = sample_array(doc, n, sizeof *doc->times);
    doc->timeline = sample_array(doc, n, sizeof *doc->timeline);
}

/* Text of a known length, cut into tokens; no layers above. The text is copied. */
static inline lgm_doc *sample_cut(const char *text, size_t len)
{
    lgm_doc *doc;
    sample_need(lgm_doc_new(&doc, 0, NULL) == LGM_OK, "no memory for", "a document");
    doc->text = (lgm_slice){lgm_arena_strndup(doc->arena, text, len), len};
    doc->id = LGM_SLICE("sample");
    sample_need(lgm_text_run(doc, NULL) == LGM_OK, "cannot be cut:", text);
    return doc;
}

static inline lgm_doc *sample_doc(const char *text)
{
    lgm_doc *const doc = sample_cut(text, strlen(text));
    sample_room(doc, SAMPLE_MOST);
    return doc;
}

/* A document for at most so many tokens and bytes of text (a space behind each token counts). */
static inline lgm_doc *sample_empty(size_t tokens, size_t bytes)
{
    lgm_doc *doc;
    sample_need(lgm_doc_new(&doc, 0, NULL) == LGM_OK, "no memory for", "a document");
    doc->tokens = sample_array(doc, tokens, sizeof *doc->tokens);
    doc->text = (lgm_slice){sample_array(doc, bytes, 1), 0};
    return doc;
}

/* Adds a token and a space behind it; returns its index. */
static inline uint32_t sample_word(lgm_doc *doc, const char *form, size_t len, uint8_t flags)
{
    const uint32_t start = (uint32_t)doc->text.len, i = doc->n_tokens++;
    bool ascii = doc->points == NULL;
    char *const text = (char *)(uintptr_t)doc->text.ptr;
    for (size_t k = 0; k < len; k++) ascii = ascii && (unsigned char)form[k] < 0x80;
    memcpy(text + start, form, len);
    text[start + len] = ' ';
    doc->tokens[i] = (lgm_token){start, start + (uint32_t)len, flags};
    doc->text.len += len + 1;
    if (!ascii) sample_need(lgm_doc_count_points(doc), "no memory for", "code points");
    return i;
}

/* Adds the words of a text that are divided by spaces. */
static inline void sample_words(lgm_doc *doc, const char *text)
{
    while (*text) {
        const size_t n = strcspn(text, " ");
        if (n > 0) sample_word(doc, text, n, LGM_TOK_SPACE);
        text += n + (text[n] == ' ');
    }
}

/* ---- tags and lemmas ------------------------------------------------------------------------- */

/* ---- tags and lemmas ------------------------------------------------------------------------ */
static inline void sample_labels(const lgm_doc *doc, lgm_doc_labels *l, size_t n)
{
    uint8_t *const of = sample_array(doc, n, 1);
    memset(of, LGM_NO_LABEL, n + 1);
    *l = (lgm_doc_labels){of, sample_array(doc, LGM_NO_LABEL, sizeof *l->names), NULL};
}

/* Gives a token this label, a copy of it. */
static inline void sample_label(const lgm_doc *doc, lgm_doc_labels *l, uint32_t token,
                                const char *label)
{
    const char **const names = (const char **)(uintptr_t)l->names;
    uint8_t k = 0;
    while (names[k] && strcmp(names[k], label) != 0) k++;
    sample_need(k < LGM_NO_LABEL, "too many labels:", label);
    if (!names[k]) names[k] = lgm_arena_strndup(doc->arena, label, strlen(label));
    ((uint8_t *)(uintptr_t)l->of)[token] = k;
}

/* All of n tokens have the lemma of their form, or this one. */
static inline void sample_lemmas(lgm_doc *doc, size_t n, const char *lemma)
{
    uint32_t *const of = sample_array(doc, n, sizeof *of);
    lgm_slice *const kept = sample_array(doc, 1, sizeof *kept);
    if (lemma) *kept = (lgm_slice){lemma, strlen(lemma)};
    for (size_t i = 0; lemma && i < n; i++) of[i] = 1;
    doc->lemma = (lgm_doc_lemmas){of, kept};
}

/* ---- where something stands ------------------------------------------------------------------ */

/* The tokens that touch the bytes [start, end). */
static inline lgm_tokspan sample_bytes(const lgm_doc *doc, size_t start, size_t end)
{
    lgm_tokspan s = {0, 0};
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        if (doc->tokens[t].end <= start) s.start = t + 1;
        if (doc->tokens[t].start < end) s.end = t + 1;
    }
    return s;
}

/* The tokens of a phrase, looked for from byte `from` of the text. */
static inline lgm_tokspan sample_span(const lgm_doc *doc, const char *phrase, size_t from)
{
    const char *const at = strstr(doc->text.ptr + from, phrase);
    sample_need(at != NULL, "not in the text:", phrase);
    const size_t start = (size_t)(at - doc->text.ptr);
    return sample_bytes(doc, start, start + strlen(phrase));
}

/* Copies what stands before the next "|" of a list, and steps over it; false at its end. */
static inline bool sample_next(const char **list, char *part, size_t room)
{
    if (!*list || !**list) return false;
    const size_t len = strcspn(*list, "|");
    sample_need(len < room, "too long:", *list);
    memcpy(part, *list, len);
    part[len] = '\0';
    *list += len + ((*list)[len] == '|');
    return true;
}

/* ---- sentences ------------------------------------------------------------------------------- */

/* One sentence up to and with the phrase. */
static inline void sample_sentence(lgm_doc *doc, const char *up_to)
{
    const uint32_t start = doc->n_sents ? doc->sents[doc->n_sents - 1].end : 0;
    doc->sents[doc->n_sents++] = (lgm_tokspan){start, sample_span(doc, up_to, 0).end};
}

/* All sentences: one begins with a paragraph, and behind a stop and the quotation mark that closes
 * it. */
static inline void sample_sentences(lgm_doc *doc)
{
    doc->sents = sample_array(doc, doc->n_tokens, sizeof *doc->sents);
    bool stop = true;
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        const lgm_slice f = lgm_doc_form(doc, t);
        const bool closes = (doc->tokens[t].flags & LGM_TOK_CLOSE) != 0;
        if ((stop && !closes) || (doc->tokens[t].flags & LGM_TOK_PAR) || t == 0)
            doc->sents[doc->n_sents++].start = t;
        doc->sents[doc->n_sents - 1].end = t + 1;
        if (!closes) stop = f.len == 1 && strchr(".!?", *f.ptr);
    }
}

/* All sentences: so many tokens each, the last one may be shorter. */
static inline void sample_sentences_of(lgm_doc *doc, uint32_t n)
{
    doc->sents = sample_array(doc, doc->n_tokens, sizeof *doc->sents);
    for (uint32_t t = 0; t < doc->n_tokens; t += n)
        doc->sents[doc->n_sents++] =
            (lgm_tokspan){t, t + n < doc->n_tokens ? t + n : doc->n_tokens};
}

/* ---- claims ---------------------------------------------------------------------------------- */

/* Fragments of one role, divided by "|". */
static inline lgm_parts sample_parts(const lgm_doc *doc, const char *phrases, size_t from)
{
    lgm_parts p = {0};
    for (char part[512]; sample_next(&phrases, part, sizeof part);) {
        sample_need(p.n < LGM_MAX_PARTS, "too many fragments at", part);
        p.at[p.n++] = sample_span(doc, part, from);
    }
    return p;
}

/* A claim by its tokens; an empty source is none. Returns its index. */
static inline uint32_t sample_claim_at(lgm_doc *doc, lgm_tokspan source, lgm_tokspan content)
{
    lgm_doc_claim *const c = &doc->claims[doc->n_claims];
    *c = (lgm_doc_claim){.content = {{content}, 1}};
    if (source.end > source.start) c->source = (lgm_parts){{source}, 1};
    return doc->n_claims++;
}

/* A claim whose phrases are looked for behind the phrase `after` (NULL = from the start). */
static inline void sample_claim(lgm_doc *doc, const char *after, const char *source,
                                const char *cue, const char *content, lgm_claim_form form)
{
    const size_t from = after ? doc->tokens[sample_span(doc, after, 0).start].start : 0;
    lgm_doc_claim *const c = &doc->claims[doc->n_claims++];
    *c = (lgm_doc_claim){
        .source = sample_parts(doc, source, from),
        .cue = sample_parts(doc, cue, from),
        .content = sample_parts(doc, content, from),
        .form = (uint8_t)form,
        .confidence = 0.875f,
    };
    sample_need(lgm_doc_find_quoted(doc, c, NULL) == LGM_OK, "no memory for", content);
}

/* The speaker of a claim is this entity. */
static inline void sample_speaker(lgm_doc *doc, uint32_t claim, uint32_t entity,
                                  lgm_speaker_kind kind)
{
    doc->claim_who[claim].speaker = entity;
    doc->claim_who[claim].kind = (uint8_t)kind;
}

/* ---- times ----------------------------------------------------------------------------------- */

/* A time expression; mod is 1 + its place in LGM_TIME_MODS, 0 = none. Returns its index. */
static inline uint32_t sample_time(lgm_doc *doc, const char *phrase, const char *value, uint8_t mod)
{
    doc->times[doc->n_times] = (lgm_doc_time){.tokens = sample_span(doc, phrase, 0),
                                                .value = value,
                                                .first_day = LGM_NO_DAY,
                                                .anchor = LGM_NONE,
                                                .mod = mod};
    return doc->n_times++;
}

/* The next entry of the timeline. */
static inline void sample_dated(lgm_doc *doc, uint32_t claim, uint32_t time)
{
    doc->claim_when[claim] = time;
    doc->timeline[doc->n_timeline++] = (lgm_doc_dated){'c', claim, time, 0, 0};
}

/* A further claim of the only speech of the timeline. */
static inline void sample_also(lgm_doc *doc, uint32_t claim)
{
    lgm_doc_dated *const d = &doc->timeline[0];
    if (d->n_also == 0) doc->timeline_also = sample_array(doc, doc->n_claims, sizeof(uint32_t));
    doc->claim_when[claim] = d->time;
    doc->timeline_also[d->n_also++] = claim;
}

/* ---- names, entities, mentions --------------------------------------------------------------- */

/* A name of no entity yet. Returns its index. */
static inline uint32_t sample_name(lgm_doc *doc, lgm_tokspan at, lgm_entity_type type,
                                   float confidence)
{
    doc->names[doc->n_names] = (lgm_name){at, (uint8_t)type, confidence};
    return doc->n_names++;
}

/* A name of the last entity, or of a new one. Names of one entity come one after another. */
static inline void sample_named(lgm_doc *doc, lgm_tokspan at, lgm_entity_type type, bool is_new)
{
    const uint32_t k = sample_name(doc, at, type, 0.75f);
    doc->name_order[k] = k;
    if (is_new)
        doc->entities[doc->n_entities++] =
            (lgm_doc_entity){.name = k, .first = k, .type = (uint8_t)type};
    doc->entities[doc->n_entities - 1].n++;
}

/* An entity by its mentions, divided by "|", in order of text; the first one is its name. */
static inline void sample_entity(lgm_doc *doc, lgm_entity_type type, const char *mentions)
{
    size_t from = 0;
    bool first = true;
    for (char part[128]; sample_next(&mentions, part, sizeof part); first = false) {
        const lgm_tokspan s = sample_span(doc, part, from);
        from = doc->tokens[s.end - 1].end;
        sample_named(doc, s, type, first);
    }
}

/* The mentions of the last entity, divided by "|", in order of text: "=Ada Lind" is its next name,
 * "the mayor" describes it, "~she" is a pronoun. An entity without a name: sample_unnamed. */
static inline void sample_mentions(lgm_doc *doc, const char *mentions)
{
    lgm_doc_entity *const e = &doc->entities[doc->n_entities - 1];
    size_t from = 0;
    uint32_t names = 0;
    e->mention = doc->n_mentions;
    for (char part[128]; sample_next(&mentions, part, sizeof part); e->n_mentions++) {
        const bool is_name = *part == '=', is_pronoun = *part == '~';
        const lgm_tokspan s = sample_span(doc, part + (is_name || is_pronoun), from);
        from = doc->tokens[s.end - 1].end;
        doc->mention_order[doc->n_mentions] = doc->n_mentions;
        doc->mentions[doc->n_mentions++] = (lgm_doc_mention){
            .tokens = s,
            .head = s.end - 1,
            .name = is_name ? doc->name_order[e->first + names++] : LGM_NONE,
            .entity = doc->n_entities - 1,
            .form = is_name      ? LGM_MENTION_NAME
                    : is_pronoun ? LGM_MENTION_PRONOUN
                                 : LGM_MENTION_NOMINAL};
    }
}

/* An entity without a name: it is called by its first mention. */
static inline void sample_unnamed(lgm_doc *doc, lgm_entity_type type, const char *mentions)
{
    doc->entities[doc->n_entities++] = (lgm_doc_entity){
        .name = LGM_NONE, .called = doc->n_mentions, .type = (uint8_t)type};
    sample_mentions(doc, mentions);
}

#endif
