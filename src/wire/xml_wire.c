/*
 * xml_wire.c - one story after another. Where XML is broken the parser begins anew at the next
 * story, as if the tags around it had just been read.
 */
#include "wire/xml_wire.h"

#include <string.h>

#include "wire/elements.h"

struct lgm_wire_xml {
    lgm_wire_window *window;
    lgm_wire_parser parser;
    lgm_wire_elements elements;
    uint64_t again; /* bytes that were looked at twice */
    bool begun, seeking, ended;
    uint64_t seek_from;
};

lgm_status lgm_wire_xml_new(lgm_wire_xml **out, lgm_wire_window *window, uint64_t max_story,
                            lgm_err *err)
{
    *out = NULL;
    lgm_wire_xml *const w = lgm_calloc(1, sizeof *w);
    if (!w) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    w->window = w->parser.window = window;
    w->parser.max_kept = max_story;
    const lgm_status st = lgm_wire_elements_init(&w->elements, &w->parser, err);
    if (st == LGM_OK)
        *out = w;
    else
        lgm_wire_xml_free(w);
    return st;
}

void lgm_wire_xml_free(lgm_wire_xml *w)
{
    if (!w) return;
    lgm_wire_parser_done(&w->parser);
    lgm_wire_elements_done(&w->elements);
    lgm_free(w);
}

/* ---- from where ------------------------------------------------------------------------------ */

static lgm_status begin(lgm_wire_xml *w, lgm_err *err)
{
    enum { HEAD = 16 << 10 }; /* always the same, so that chunks do not matter */
    w->begun = true;
    while (lgm_wire_window_end(w->window) < HEAD && lgm_wire_window_more(w->window)) continue;
    w->parser.charset = lgm_wire_charset_of(lgm_wire_window_part(w->window, 0, HEAD));
    return lgm_wire_parser_begin(&w->parser, 0, LGM_SLICE(""), lgm_wire_elements_set_up,
                                 &w->elements, err);
}

/* "<item" with a blank, a slash or an end behind it. */
static const char *find_tag(lgm_slice s, const char *name)
{
    const size_t n = strlen(name);
    for (const char *p = s.ptr, *const end = s.ptr + s.len; p < end; p++) {
        p = memchr(p, '<', (size_t)(end - p));
        if (!p || (size_t)(end - p) < n + 2) return NULL;
        if (memcmp(p + 1, name, n) == 0 && strchr(" \t\r\n/>", p[n + 1])) return p;
    }
    return NULL;
}

/* Where the next story begins; false where no other follows. */
static bool seek(lgm_wire_xml *w, uint64_t *at)
{
    const char *const tag = *w->elements.story_tag ? w->elements.story_tag : "item";
    const size_t overlap = strlen(tag) + 2;
    if (w->parser.charset.wide) return false;
    for (;;) {
        const uint64_t end = lgm_wire_window_end(w->window);
        const lgm_slice s = lgm_wire_window_part(w->window, w->seek_from, end);
        const char *const found = find_tag(s, tag);
        if (found) {
            *at = w->seek_from + (uint64_t)(found - s.ptr);
            return true;
        }
        if (s.len > overlap) w->seek_from = end - overlap;
        lgm_wire_window_drop(w->window, w->seek_from);
        if (!lgm_wire_window_more(w->window)) return false;
    }
}

static lgm_status go_on(lgm_wire_xml *w, lgm_err *err)
{
    uint64_t at;
    w->seeking = false;
    if (!seek(w, &at)) {
        w->ended = true;
        return LGM_OK;
    }
    lgm_wire_window_drop(w->window, at);
    const lgm_slice around = {w->elements.around.at, w->elements.around.len};
    return lgm_wire_parser_begin(&w->parser, at, around.ptr ? around : LGM_SLICE(""),
                                 lgm_wire_elements_set_up, &w->elements, err);
}

/* ---- what is wrong --------------------------------------------------------------------------- */

/* A story that is broken may have another one inside, whose tag was taken for a part of it: it is
 * looked at again, but only while a file as a whole is read twice at most. */
static void seek_behind(lgm_wire_xml *w, bool in_story, uint64_t at)
{
    w->seeking = true;
    w->seek_from = at + 1; /* a tag that is cut would be found again */
    if (!in_story) return;
    w->again += at - w->elements.begins;
    if (w->again <= at) w->seek_from = w->elements.begins + 1;
}

static lgm_status trouble(lgm_wire_xml *w, lgm_err *err)
{
    const lgm_err why = w->parser.why;
    const bool in_story = w->elements.story_depth > 0;
    const uint64_t at = lgm_wire_parser_at(&w->parser);
    const bool cut = w->parser.last && why.code == LGM_E_FORMAT;
    const uint64_t place = in_story ? w->elements.begins : at;
    const uint64_t line = lgm_wire_window_line_at(w->window, place);
    if (why.code == LGM_E_NOMEM || why.code == LGM_E_UNSUPPORTED || w->window->failed)
        w->ended = true;
    else
        seek_behind(w, in_story, at);
    if (w->window->failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (why.code == LGM_E_UNSUPPORTED) return lgm_fail(err, why.code, "%s", why.message);
    if (!cut) return lgm_fail_at(err, why.code, line, at, "%s", why.message);
    return lgm_fail_at(err, why.code, line, at,
                       in_story ? "the file ends in the middle of this story, which is lost"
                                : "the file ends early");
}

/* ---- stories --------------------------------------------------------------------------------- */

static void fill(lgm_wire_xml *w, lgm_wire_story *story)
{
    const lgm_wire_elements *const e = &w->elements;
    memset(story, 0, sizeof *story);
    for (size_t i = 0; i < LGM_WIRE_N_FIELDS; i++) {
        const bool of_all = i == LGM_WIRE_PUBLISHER || i == LGM_WIRE_BASE;
        story->of[i] = !e->story[i].words.ptr && of_all ? e->file[i] : e->story[i];
    }
    story->feed_author = e->file[LGM_WIRE_AUTHOR];
    story->number = e->n_stories;
    story->at = e->begins;
    story->line = lgm_wire_window_line_at(w->window, e->begins);
    story->raw = lgm_wire_window_part(w->window, e->begins, e->ends);
    if (w->parser.n_mended)
        story->mended = "bytes that are not UTF-8 were read as Windows-1252, control characters "
                        "left out";
    w->parser.n_mended = 0;
}

lgm_status lgm_wire_xml_next(lgm_wire_xml *w, lgm_wire_story *story, lgm_err *err)
{
    lgm_status st = w->begun ? LGM_OK : begin(w, err);
    if (st == LGM_OK && w->seeking) st = go_on(w, err);
    if (st != LGM_OK) {
        w->ended = true;
        return st;
    }
    if (w->ended) return LGM_E_EMPTY;
    switch (lgm_wire_parser_run(&w->parser)) {
    case LGM_WIRE_STOPPED: fill(w, story); return LGM_OK;
    case LGM_WIRE_FAILED: return trouble(w, err);
    case LGM_WIRE_ENDED: break;
    }
    w->ended = true;
    return LGM_E_EMPTY;
}
