/* why.c - see why.h. */
#include "doc/why.h"

#include <stdarg.h>
#include <stdio.h>

lgm_status lgm_doc_explain(lgm_doc *doc, lgm_err *err)
{
    doc->why = lgm_arena_calloc(doc->arena, 1, sizeof *doc->why);
    if (!doc->why) return lgm_arena_fail(doc->arena, err);
    doc->why->arena = doc->arena;
    return LGM_OK;
}

/* "../src/act/cue.c", as the compiler has it, from its last "src/" on. */
static const char *from_src(const char *file)
{
    const char *found = file;
    for (const char *at = file; (at = strstr(at, "src/")) != NULL; at++) found = at;
    return found;
}

static const char *sentence(lgm_arena *arena, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    const int len = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    const size_t size = len < 0 ? 1 : (size_t)len + 1;
    char *const text = lgm_arena_calloc(arena, size, 1);
    if (text) vsnprintf(text, size, fmt, args);
    return text;
}

void lgm_doc_why_note(lgm_doc_why *why, lgm_doc_note note, const char *fmt, ...)
{
    va_list args;
    if (why->failed) return;
    va_start(args, fmt);
    note.rule = sentence(why->arena, fmt, args);
    va_end(args);
    note.where = from_src(note.where);
    why->failed = !note.rule || !lgm_vec_push(why->arena, &why->notes, note);
    if (why->failed) why->notes.n = why->notes.room = 0;
}

void lgm_doc_why_renumber(const lgm_doc *doc, int of, const uint32_t *number, uint32_t n)
{
    for (size_t i = 0; doc->why && i < doc->why->notes.n; i++) {
        lgm_doc_note *const note = &doc->why->notes.at[i];
        if (note->of == of) note->index = note->index < n ? number[note->index] : LGM_NONE;
    }
}

lgm_status lgm_doc_why_status(const lgm_doc *doc, lgm_err *err)
{
    return doc->why && doc->why->failed ? lgm_arena_fail(doc->arena, err) : LGM_OK;
}

uint32_t lgm_doc_top_word(const lgm_doc *doc, lgm_tokspan s)
{
    for (uint32_t w = s.start; doc->head && w < s.end; w++)
        if (doc->head[w] == LGM_NONE || doc->head[w] < s.start || doc->head[w] >= s.end) return w;
    return s.start;
}

lgm_tokspan lgm_doc_all_of(const lgm_parts *parts)
{
    return parts->n ? (lgm_tokspan){parts->at[0].start, parts->at[parts->n - 1].end} : LGM_NO_WORDS;
}
