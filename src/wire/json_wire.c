/* json_wire.c - objects are found by their brackets, strings passed over. */
#include "wire/json_wire.h"

#include <stdio.h>
#include <string.h>

#include "wire/json_story.h"

struct lgm_wire_json {
    lgm_wire_window *window;
    uint64_t max_story, n_stories;
    lgm_arena *of_file, *of_story;
    lgm_wire_value file[LGM_WIRE_N_FIELDS];

    /* where we are */
    uint64_t at;    /* the next byte to look at */
    uint32_t depth; /* open brackets around it */
    bool in_string, escaped;
    uint32_t list_depth;            /* of the brackets around a story */
    uint64_t begins;                /* of the object in hand */
    uint64_t key_begins, key_ends;  /* the last string right within the file's own object */
    bool has_key, has_story, ended; /* has_key: a colon has followed it */
};

lgm_status lgm_wire_json_new(lgm_wire_json **out, lgm_wire_window *window, uint64_t max_story,
                             lgm_err *err)
{
    *out = NULL;
    lgm_wire_json *const w = lgm_calloc(1, sizeof *w);
    if (!w) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    w->window = window;
    w->max_story = max_story;
    lgm_status st = lgm_arena_new(&w->of_file, 0, err);
    if (st == LGM_OK) st = lgm_arena_new(&w->of_story, 0, err);
    if (st == LGM_OK)
        *out = w;
    else
        lgm_wire_json_free(w);
    return st;
}

void lgm_wire_json_free(lgm_wire_json *w)
{
    if (!w) return;
    lgm_arena_free(w->of_file);
    lgm_arena_free(w->of_story);
    lgm_free(w);
}

/* ---- brackets -------------------------------------------------------------------------------- */

static lgm_json_in reader(lgm_slice s, lgm_arena *arena, lgm_err *err)
{
    return (lgm_json_in){.start = s.ptr,
                         .at = s.ptr,
                         .end = s.ptr + s.len,
                         .arena = arena,
                         .err = err,
                         .mend = true};
}

/* What stands before "items" is said of all of them; that it is cut there is no error. */
static void begin_items(lgm_wire_json *w)
{
    lgm_err cut;
    lgm_json_in r =
        reader(lgm_wire_window_part(w->window, w->begins, w->key_begins), w->of_file, &cut);
    lgm_wire_json_feed(&r, w->file);
    w->list_depth = 2;
    w->has_story = false;
}

static bool is_items(const lgm_wire_json *w)
{
    return w->depth == 1 && w->list_depth == 0 && w->has_story && w->has_key &&
           lgm_slice_eq(lgm_wire_window_part(w->window, w->key_begins, w->key_ends),
                        LGM_SLICE("\"items\""));
}

/* True where a story has ended. */
static bool look_at(lgm_wire_json *w, char c)
{
    const bool within_file = w->depth == 1 && w->list_depth == 0;
    switch (c) {
    case '"':
        w->in_string = true;
        if (within_file && !w->has_key) w->key_begins = w->at;
        break;
    case ':': w->has_key |= within_file; break;
    case ',': w->has_key &= !within_file; break;
    case '[':
        if (is_items(w)) begin_items(w);
        if (w->depth == 0) w->list_depth = 1;
        w->depth++;
        break;
    case '{':
        if (w->depth == w->list_depth) {
            w->has_story = true;
            w->has_key = false;
            w->begins = w->at;
            w->n_stories++;
        }
        w->depth++;
        break;
    case ']':
    case '}':
        if (w->depth) w->depth--;
        if (c == ']' && w->list_depth == w->depth + 1) w->list_depth = 0;
        return c == '}' && w->has_story && w->depth == w->list_depth;
    default: break;
    }
    return false;
}

/* The bytes of a string from s on; up to its closing mark, or all there are. */
static size_t pass_string(lgm_wire_json *w, lgm_slice s)
{
    size_t i = 0;
    if (w->escaped && s.len) i = 1, w->escaped = false;
    for (; i < s.len; i++) {
        if (s.ptr[i] == '"') {
            w->in_string = false;
            if (!w->has_key) w->key_ends = w->at + i + 1;
            return i + 1;
        }
        if (s.ptr[i] == '\\' && ++i == s.len) w->escaped = true;
    }
    return s.len;
}

/* Looks at what is in hand; true where a story has ended, right before `at`. */
static bool scan(lgm_wire_json *w)
{
    lgm_slice s = lgm_wire_window_part(w->window, w->at, lgm_wire_window_end(w->window));
    while (s.len) {
        const bool in_string = w->in_string;
        const size_t n = in_string ? pass_string(w, s) : 1;
        const bool story = !in_string && look_at(w, *s.ptr);
        w->at += n;
        s.ptr += n;
        s.len -= n;
        if (story) return true;
    }
    return false;
}

/* ---- stories --------------------------------------------------------------------------------- */

static lgm_status fill(lgm_wire_json *w, lgm_wire_story *story, lgm_err *err)
{
    lgm_err why = {0};
    memset(story, 0, sizeof *story);
    lgm_arena_reset(w->of_story);
    w->has_story = false;
    story->number = w->n_stories;
    story->at = w->begins;
    story->line = lgm_wire_window_line_at(w->window, w->begins);
    story->raw = lgm_wire_window_part(w->window, w->begins, w->at);
    lgm_json_in r = reader(story->raw, w->of_story, &why);
    lgm_wire_json_story(&r, story->of);
    lgm_json_finish(&r);
    if (r.status != LGM_OK)
        return lgm_fail_at(err, r.status, story->line, w->begins + why.byte, "not JSON: %s",
                           why.message);
    if (r.n_mended) story->mended = "unpaired \\u escapes were replaced by U+FFFD";
    story->feed_author = w->file[LGM_WIRE_AUTHOR];
    for (size_t i = 0; i < LGM_WIRE_N_FIELDS; i++)
        if (!story->of[i].words.ptr && i != LGM_WIRE_AUTHOR) story->of[i] = w->file[i];
    return LGM_OK;
}

static lgm_status fail(lgm_wire_json *w, lgm_status st, const char *what, lgm_err *err)
{
    const uint64_t at = w->has_story ? w->begins : w->at;
    w->has_story = false;
    return lgm_fail_at(err, st, lgm_wire_window_line_at(w->window, at), at, "%s", what);
}

static lgm_status fail_long(lgm_wire_json *w, lgm_err *err)
{
    char what[80];
    snprintf(what, sizeof what, "longer than the limit of %llu bytes",
             (unsigned long long)w->max_story);
    return fail(w, LGM_E_BUDGET, what, err);
}

static lgm_status end(lgm_wire_json *w, lgm_err *err)
{
    w->ended = true;
    if (w->window->failed) return fail(w, LGM_E_NOMEM, "out of memory", err);
    if (w->has_story)
        return fail(w, LGM_E_FORMAT, "the file ends in the middle of this story, which is lost",
                    err);
    return w->depth ? fail(w, LGM_E_FORMAT, "the file ends early", err) : LGM_E_EMPTY;
}

lgm_status lgm_wire_json_next(lgm_wire_json *w, lgm_wire_story *story, lgm_err *err)
{
    if (w->ended) return LGM_E_EMPTY;
    while (!scan(w)) {
        if (w->has_story && w->at - w->begins > w->max_story) return fail_long(w, err);
        lgm_wire_window_drop(w->window, w->has_story ? w->begins : w->at);
        if (!lgm_wire_window_more(w->window)) return end(w, err);
    }
    return fill(w, story, err);
}
