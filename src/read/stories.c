/*
 * stories.c - the container of feeds: an item is a story, and its text the best that the feed has
 * of it.
 *
 * Text    the content, where it is there; else the description or summary. What is no more than a
 *         teaser by its length and its end is read as what it is, with a warning.
 * Fields  the publisher is who a story is from, where it says so ("source"), else the feed itself;
 *         the byline has people alone. `member` is the story's id, else its number.
 */
#include <stdio.h>
#include <string.h>

#include "read/container.h"
#include "read/decode.h"
#include "read/feed_date.h"
#include "read/html_text.h"
#include "read/teaser.h"
#include "wire/web_address.h"
#include "wire/people.h"
#include "wire/wire.h"

typedef unsigned long long ull; /* for %llu */

typedef struct stories { /* of the file in hand */
    lgm_wire *wire;
    lgm_buf line; /* scratch */
    uint64_t n, n_empty, first_empty;
} stories;

/* ---- the file -------------------------------------------------------------------------------- */

static bool more(void *ctx, lgm_slice *chunk)
{
    enum { MOST = 64 << 10 }; /* a file in memory comes as one chunk */
    lgm_intake *const f = ctx;
    if (!lgm_read_intake_more(f)) return false;
    *chunk = (lgm_slice){f->chunk.ptr, f->chunk.len < MOST ? f->chunk.len : MOST};
    lgm_read_intake_skip(f, chunk->len);
    return true;
}

static void done(void *own)
{
    stories *const s = own;
    lgm_wire_free(s->wire);
    lgm_buf_done(&s->line);
    lgm_free(s);
}

static lgm_status begin(lgm_intake *f, lgm_err *err)
{
    stories *const s = lgm_calloc(1, sizeof *s);
    if (!s) return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", f->name);
    f->own = s;
    f->own_done = done;
    const lgm_status st = lgm_wire_new(&s->wire, (lgm_wire_bytes){more, f}, f->max_line, err);
    if (st != LGM_OK) lgm_read_intake_end(f);
    return st;
}

/* ---- words ----------------------------------------------------------------------------------- */

static lgm_status keep(lgm_read_tools *tools, lgm_slice words, const char **out, lgm_err *err)
{
    *out = lgm_arena_strndup(tools->call, words.ptr, words.len);
    return *out ? LGM_OK : lgm_arena_fail(tools->call, err);
}

static lgm_status as_text(lgm_read_tools *tools, const lgm_wire_value *v, lgm_slice *text,
                          lgm_err *err)
{
    *text = v->words;
    if (!v->words.ptr || !v->html) return LGM_OK;
    return lgm_read_html_text(tools, v->words, text, err);
}

/* One line of words. */
static lgm_status get_words(lgm_read_tools *tools, stories *s, const lgm_wire_value *v,
                            const char **out, lgm_err *err)
{
    lgm_slice words = v->words;
    lgm_status st = LGM_OK;
    if (!words.ptr || *out) return LGM_OK;
    if (lgm_read_has_markup(words)) st = lgm_read_html_text(tools, words, &words, err);
    s->line.len = 0;
    lgm_buf_words(&s->line, words);
    if (s->line.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (st != LGM_OK || !s->line.len) return st;
    return keep(tools, (lgm_slice){s->line.at, s->line.len}, out, err);
}

/* ---- fields ---------------------------------------------------------------------------------- */

static lgm_status get_moment(lgm_read_tools *tools, const lgm_wire_value *v, const char *what,
                             lgm_input *in, const char **out, lgm_err *err)
{
    char moment[LGM_MOMENT_ROOM], sentence[120];
    if (!v->words.ptr) return LGM_OK;
    const size_t n = lgm_read_feed_date(v->words, moment);
    if (n) return keep(tools, (lgm_slice){moment, n}, out, err);
    snprintf(sentence, sizeof sentence, "the %s \"%.*s\" is no date that can be read", what,
             v->words.len < 40 ? (int)v->words.len : 40, v->words.ptr);
    lgm_printable(sentence, strlen(sentence));
    return lgm_read_warn(tools->call, in, sentence, err);
}

/* A feed that says only when a story was last touched says when it was published. */
static lgm_status get_dates(lgm_read_tools *tools, const lgm_wire_story *story, lgm_input *in,
                            lgm_err *err)
{
    lgm_status st = get_moment(tools, &story->of[LGM_WIRE_PUBLISHED], "date of publication", in,
                               &in->published, err);
    if (st == LGM_OK)
        st = get_moment(tools, &story->of[LGM_WIRE_MODIFIED], "date of change", in, &in->modified,
                        err);
    if (!in->published) in->published = in->modified;
    if (st == LGM_OK && !in->published)
        st = get_moment(tools, &story->of[LGM_WIRE_CREATED], "date of creation", in, &in->published,
                        err);
    return st;
}

static lgm_status get_address(lgm_read_tools *tools, stories *s, const lgm_wire_story *story,
                              lgm_input *in, lgm_err *err)
{
    const lgm_slice link = story->of[LGM_WIRE_URL].words, id = story->of[LGM_WIRE_ID].words;
    const bool by_id = !link.ptr && id.len > 7 &&
                       (memcmp(id.ptr, "http://", 7) == 0 || memcmp(id.ptr, "https://", 8) == 0);
    if (!link.ptr && !by_id) return LGM_OK;
    s->line.len = 0;
    lgm_wire_address(by_id ? id : link, story->of[LGM_WIRE_BASE].words, &s->line);
    if (s->line.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    return keep(tools, (lgm_slice){s->line.at, s->line.len}, &in->url, err);
}

/* A feed's own author wrote a story that names none. */
static lgm_status get_byline(lgm_read_tools *tools, stories *s, const lgm_wire_story *story,
                             lgm_input *in, lgm_err *err)
{
    const lgm_wire_value *const v =
        story->of[LGM_WIRE_AUTHOR].words.ptr ? &story->of[LGM_WIRE_AUTHOR] : &story->feed_author;
    lgm_slice lines = v->words;
    lgm_status st = LGM_OK;
    if (!lines.ptr) return LGM_OK;
    if (!memchr(lines.ptr, '@', lines.len) && lgm_read_has_markup(lines))
        st = lgm_read_html_text(tools, lines, &lines, err);
    const lgm_slice outlet =
        in->publisher ? (lgm_slice){in->publisher, strlen(in->publisher)} : LGM_SLICE("");
    s->line.len = 0;
    lgm_wire_people(lines, outlet, &s->line);
    if (s->line.failed) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (st != LGM_OK || !s->line.len) return st;
    return keep(tools, (lgm_slice){s->line.at, s->line.len}, &in->byline, err);
}

static lgm_status get_name(const lgm_intake *f, lgm_read_tools *tools, const lgm_wire_story *story,
                           lgm_input *in, lgm_err *err)
{
    char number[24];
    const size_t size = strlen(f->name) + 24;
    char *const name = lgm_arena_alloc(tools->call, size);
    if (!name) return lgm_arena_fail(tools->call, err);
    snprintf(name, size, "%s:%llu", f->name, (ull)story->line);
    in->name = name;
    in->line = story->line;
    in->member = in->id;
    if (in->member) return LGM_OK;
    snprintf(number, sizeof number, "%llu", (ull)story->number);
    return keep(tools, (lgm_slice){number, strlen(number)}, &in->member, err);
}

static lgm_status get_fields(const lgm_intake *f, lgm_read_tools *tools, stories *s,
                             const lgm_wire_story *story, lgm_input *in, lgm_err *err)
{
    lgm_status st = get_words(tools, s, &story->of[LGM_WIRE_ID], &in->id, err);
    if (st == LGM_OK) st = get_name(f, tools, story, in, err);
    if (st == LGM_OK) st = get_words(tools, s, &story->of[LGM_WIRE_TITLE], &in->title, err);
    if (st == LGM_OK) st = get_words(tools, s, &story->of[LGM_WIRE_PUBLISHER], &in->publisher, err);
    if (st == LGM_OK) st = get_words(tools, s, &story->of[LGM_WIRE_AGENCY], &in->agency, err);
    if (st == LGM_OK) st = get_words(tools, s, &story->of[LGM_WIRE_SECTION], &in->section, err);
    if (st == LGM_OK) st = get_dates(tools, story, in, err);
    if (st == LGM_OK) st = get_address(tools, s, story, in, err);
    if (st == LGM_OK) st = get_byline(tools, s, story, in, err);
    return st;
}

/* ---- text ------------------------------------------------------------------------------------ */

/* Its summary is a caption. */
static bool is_picture(const lgm_wire_story *story)
{
    const lgm_slice kind = story->of[LGM_WIRE_KIND].words;
    return LGM_SLICE_IN(kind, "picture", "graphic", "audio", "video", "animation");
}

/* The content, unless it is a picture with few words to it and the summary says more. */
static lgm_status get_text(lgm_read_tools *tools, const lgm_wire_story *story, lgm_slice *text,
                           bool *teaser, lgm_err *err)
{
    enum { FEW = 200 };
    lgm_slice summary;
    *teaser = false;
    lgm_status st = as_text(tools, &story->of[LGM_WIRE_BODY], text, err);
    if (st != LGM_OK || text->len > FEW || is_picture(story)) return st;
    st = as_text(tools, &story->of[LGM_WIRE_SUMMARY], &summary, err);
    if (st != LGM_OK || summary.len <= text->len) return st;
    *text = summary;
    *teaser = lgm_read_is_teaser(*text);
    return LGM_OK;
}

static lgm_status warn(lgm_read_tools *tools, const lgm_wire_story *story, bool teaser,
                       lgm_input *in, lgm_err *err)
{
    char sentence[120];
    lgm_status st = LGM_OK;
    if (teaser)
        st = lgm_read_warn(tools->call, in, "only a teaser: the feed has no more of this report",
                           err);
    if (st == LGM_OK && story->of[LGM_WIRE_EMBARGO].words.ptr) {
        snprintf(sentence, sizeof sentence, "under embargo until %.40s",
                 story->of[LGM_WIRE_EMBARGO].words.ptr);
        st = lgm_read_warn(tools->call, in, sentence, err);
    }
    if (st != LGM_OK || !story->mended) return st;
    return lgm_read_warn(tools->call, in, story->mended, err);
}

/* ---- stories --------------------------------------------------------------------------------- */

static lgm_status fail(const lgm_intake *f, const lgm_err *why, lgm_err *err)
{
    if (f->broken.code != LGM_OK)
        return lgm_fail_at(err, f->broken.code, why->line, why->byte, "%s; %s", f->broken.message,
                           why->message);
    if (!why->line) return lgm_fail(err, why->code, "%s: %s", f->name, why->message);
    return lgm_fail_at(err, why->code, why->line, why->byte, "%s:%llu: %s", f->name, (ull)why->line,
                       why->message);
}

static lgm_status end(lgm_intake *f, stories *s, lgm_err *err)
{
    lgm_status st = LGM_E_EMPTY;
    if (s->n_empty)
        st = lgm_fail_at(err, LGM_E_FORMAT, s->first_empty, 0,
                         "%s: %llu of %llu items have no text, the first in line %llu", f->name,
                         (ull)s->n_empty, (ull)s->n, (ull)s->first_empty);
    else if (!s->n)
        st = lgm_fail(err, LGM_E_FORMAT, "%s: a feed without an item", f->name);
    else if (lgm_read_stream_trailing(f->stream))
        st = lgm_fail(err, LGM_E_CORRUPT,
                      "%s: %llu bytes after the end of the %s data were left out", f->name,
                      (ull)lgm_read_stream_trailing(f->stream),
                      lgm_unpack_name(lgm_read_stream_packed(f->stream)));
    lgm_read_intake_end(f);
    return st;
}

/* An agency that takes a story back does not want it read. */
static lgm_status check_status(const lgm_wire_story *story, lgm_err *err)
{
    const lgm_slice s = story->of[LGM_WIRE_STATUS].words;
    const char *const is = !s.ptr                          ? NULL
                           : strcasestr(s.ptr, "cancel")   ? "canceled"
                           : strcasestr(s.ptr, "withheld") ? "withheld"
                                                           : NULL;
    if (!is) return LGM_OK;
    return lgm_fail_at(err, LGM_E_UNSUPPORTED, story->line, story->at,
                       "this story is %s by who sent it, and is not read", is);
}

/* LGM_E_EMPTY: a story without a text. */
static lgm_status take(const lgm_intake *f, lgm_read_tools *tools, stories *s,
                       const lgm_wire_story *story, lgm_read_item *item, lgm_err *err)
{
    bool teaser;
    s->n++;
    lgm_status st = check_status(story, err);
    if (st == LGM_OK) st = get_text(tools, story, &item->bytes, &teaser, err);
    if (st != LGM_OK) return st;
    if (lgm_read_decode_blank(item->bytes.ptr, item->bytes.len)) {
        if (!s->n_empty++) s->first_empty = story->line;
        return LGM_E_EMPTY;
    }
    item->at = story->at;
    item->known.raw = (const uint8_t *)story->raw.ptr;
    item->known.raw_len = story->raw.len;
    if (lgm_read_stream_packed(f->stream) == LGM_UNPACK_NONE) item->known.at = story->at;
    st = get_fields(f, tools, s, story, &item->known, err);
    return st == LGM_OK ? warn(tools, story, teaser, &item->known, err) : st;
}

lgm_status lgm_read_stories_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                                 lgm_err *err)
{
    lgm_err why = {0};
    lgm_status st = f->own ? LGM_OK : begin(f, &why);
    stories *const s = f->own; /* NULL after an error */
    while (st == LGM_OK) {
        lgm_wire_story story;
        lgm_arena_reset(tools->call);
        *item = (lgm_read_item){0};
        st = lgm_wire_next(s->wire, &story, &why);
        if (st == LGM_E_EMPTY) return end(f, s, err);
        if (st != LGM_OK) s->n++;
        if (st == LGM_OK) st = take(f, tools, s, &story, item, &why);
        if (st == LGM_OK) return LGM_OK;
        if (st == LGM_E_EMPTY) st = LGM_OK;
    }
    return fail(f, &why, err);
}
