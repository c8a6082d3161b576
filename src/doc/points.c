/* points.c - from bytes of the text to code points: counted from the last mark before. */
#include "doc/doc.h"

enum { STEP = 64 };

static bool begins(char c)
{
    return ((unsigned char)c & 0xc0) != 0x80;
}

bool lgm_doc_count_points(lgm_doc *doc)
{
    const lgm_slice text = doc->text;
    size_t first = 0; /* byte that is no ASCII */
    while (first < text.len && (unsigned char)text.ptr[first] < 0x80) first++;
    doc->points = NULL;
    if (first == text.len) return true;
    doc->points = lgm_arena_alloc(doc->arena, (text.len / STEP + 1) * sizeof *doc->points);
    uint32_t n = 0;
    for (size_t i = 0; doc->points && i <= text.len; i++) {
        if (i % STEP == 0) doc->points[i / STEP] = n;
        if (i < text.len) n += begins(text.ptr[i]);
    }
    return doc->points != NULL;
}

static uint32_t point_of(const lgm_doc *doc, uint32_t byte)
{
    if (!doc->points) return byte;
    uint32_t n = doc->points[byte / STEP];
    for (uint32_t i = byte / STEP * STEP; i < byte; i++) n += begins(doc->text.ptr[i]);
    return n;
}

lgm_cpspan lgm_doc_points(const lgm_doc *doc, lgm_tokspan s)
{
    return (lgm_cpspan){point_of(doc, doc->tokens[s.start].start),
                        point_of(doc, doc->tokens[s.end - 1].end)};
}
