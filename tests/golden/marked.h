/*
 * marked.h - documents from marked text, without a model: "[GPE Kyiv]" is a name of that type, and
 * "{...}" the source of a claim. Names are grouped as the engine groups them.
 */
#ifndef LGM_MARKED_H
#define LGM_MARKED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"
#include "doc/doc.h"
#include "entity/entity.h"
#include "text/text.h"

typedef struct marked_span {
    size_t start, end;
    int type; /* -1: a source */
} marked_span;

static inline int marked_type(const char *s)
{
    static const char *const types[] = {"PER", "ORG", "GPE", "LOC", "FAC", "EVT", "OTH"};
    for (int i = 0; i < (int)LGM_COUNT(types); i++)
        if (strncmp(s, types[i], 3) == 0) return i;
    fprintf(stderr, "no such type: %.3s\n", s);
    abort();
}

static inline lgm_tokspan marked_tokens(const lgm_doc *doc, marked_span m)
{
    lgm_tokspan s = {0, 0};
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        if (doc->tokens[t].end <= m.start) s.start = t + 1;
        if (doc->tokens[t].start < m.end) s.end = t + 1;
    }
    return s;
}

/* Sentences end at a period, question or exclamation mark, and with a paragraph. */
static inline void marked_sentences(lgm_doc *doc)
{
    uint32_t start = 0;
    doc->sents = lgm_arena_calloc(doc->arena, doc->n_tokens + 1, sizeof *doc->sents);
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        const lgm_slice w = lgm_doc_form(doc, t);
        const bool ends = w.len == 1 && strchr(".!?", *w.ptr);
        const bool last = t + 1 == doc->n_tokens || (doc->tokens[t + 1].flags & LGM_TOK_PAR);
        if (!ends && !last) continue;
        doc->sents[doc->n_sents++] = (lgm_tokspan){start, t + 1};
        start = t + 1;
    }
}

static inline lgm_doc *marked_doc(lgm_slice in, lgm_arena *scratch)
{
    lgm_doc *doc;
    marked_span marks[256];
    size_t n = 0, n_marks = 0, open_name = 0, open_source = 0;
    if (lgm_doc_new(&doc, 0, NULL) != LGM_OK) abort();
    char *const text = lgm_arena_calloc(doc->arena, in.len + 1, 1);
    for (size_t i = 0; i < in.len; i++) {
        const char c = in.ptr[i];
        if (c == '[' || c == '{') {
            marks[n_marks] = (marked_span){n, n, c == '[' ? marked_type(in.ptr + i + 1) : -1};
            *(c == '[' ? &open_name : &open_source) = n_marks++;
            if (c == '[') i += 4;
        } else if (c == ']' || c == '}') {
            marks[c == ']' ? open_name : open_source].end = n;
        } else {
            text[n++] = c;
        }
        if (n_marks == LGM_COUNT(marks)) abort();
    }
    doc->text = (lgm_slice){text, n};
    if (lgm_text_run(doc, NULL) != LGM_OK) abort();
    marked_sentences(doc);
    doc->names = lgm_arena_calloc(doc->arena, n_marks + 1, sizeof *doc->names);
    doc->claims = lgm_arena_calloc(doc->arena, n_marks + 1, sizeof *doc->claims);
    for (size_t i = 0; i < n_marks; i++) {
        const lgm_tokspan s = marked_tokens(doc, marks[i]);
        if (marks[i].type >= 0) {
            doc->names[doc->n_names++] = (lgm_name){s, (uint8_t)marks[i].type, 1.0f};
        } else {
            lgm_claim_layer *const c = &doc->claims[doc->n_claims++];
            c->source.at[0] = c->content.at[0] = s;
            c->source.n = c->content.n = 1;
        }
    }
    if (lgm_entity_group(scratch, doc, NULL) != LGM_OK) abort();
    return doc;
}

/* The table of places of the folder that the environment names; NULL = there is none. */
static inline lgm_places *marked_places(void)
{
    const char *const dir = getenv("LEGOMENA_MODELS");
    char path[4096];
    lgm_places *places;
    lgm_err err = {0};
    snprintf(path, sizeof path, "%s/places.tbl", dir ? dir : "models");
    if (lgm_places_open(&places, path, &err) == LGM_OK) return places;
    printf("%s\n", err.message);
    return NULL;
}

static inline void marked_name(const lgm_doc *doc, uint32_t entity, FILE *out)
{
    const lgm_slice w = lgm_doc_words(doc, doc->names[doc->entities[entity].name].tokens);
    fprintf(out, "%.*s", (int)w.len, w.ptr);
}

#endif
