/*
 * marked.h - documents from marked text, without a model: "[GPE Kyiv]" is a name of that type, and
 * "{...}" the source of a claim. Names are grouped as the engine groups them.
 */
#ifndef LGM_MARKED_H
#define LGM_MARKED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/sample_doc.h"
#include "entity/entity.h"
#include "golden.h"

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

static inline lgm_doc *marked_doc(lgm_slice in, lgm_arena *scratch)
{
    marked_span marks[256];
    size_t n = 0, n_marks = 0, open_name = 0, open_source = 0;
    char *const text = malloc(in.len + 1);
    if (!text) abort();
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
    lgm_doc *const doc = sample_cut(text, n);
    free(text);
    sample_room(doc, n_marks);
    sample_sentences(doc);
    for (size_t i = 0; i < n_marks; i++) {
        const lgm_tokspan s = sample_bytes(doc, marks[i].start, marks[i].end);
        if (marks[i].type >= 0)
            sample_name(doc, s, (lgm_entity_type)marks[i].type, 1.0f);
        else
            sample_claim_at(doc, s, s);
    }
    if (lgm_entity_group(scratch, doc, NULL) != LGM_OK) abort();
    return doc;
}

static lgm_places *marked_places; /* of this program: golden_render takes no context */

/* Opens the table of places of the folder that the environment names; false = there is none. */
static inline bool marked_open(void)
{
    const char *const dir = getenv("LEGOMENA_MODELS");
    char path[4096];
    lgm_err err = {0};
    snprintf(path, sizeof path, "%s/places.tbl", dir ? dir : "models");
    if (lgm_world_places_open(&marked_places, path, &err) == LGM_OK) return true;
    printf("%s\n", err.message);
    return false;
}

/* A golden program that reads marked text; skipped (exit code 77) without the table. */
static inline int marked_main(int argc, char **argv, golden_render render)
{
    enum { SKIPPED = 77 };
    if (!marked_open()) return SKIPPED;
    const int bad = golden_main(argc, argv, render);
    lgm_world_places_close(marked_places);
    return bad;
}

static inline void marked_name(const lgm_doc *doc, uint32_t entity, FILE *out)
{
    const lgm_slice w = lgm_doc_words(doc, doc->names[doc->entities[entity].name].tokens);
    fprintf(out, "%.*s", (int)w.len, w.ptr);
}

#endif
