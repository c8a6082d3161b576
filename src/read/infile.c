/*
 * infile.c - a file goes to the container of its format, each item to the extractor. An item that
 * is a file of its own opens a level above the file that it is in.
 */
#include "read/infile.h"

#include <string.h>

#include "read/format.h"
#include "web/web.h"

typedef struct level {
    lgm_intake in;
    const lgm_read_format *format;
    lgm_input known; /* of every report in it; in the intake's arena, as the hint */
    lgm_read_hint hint;
    uint64_t starved_at; /* how far the intake was when there was no memory; only where starved */
    bool starved;        /* the container had none when it was asked last */
} level;

struct lgm_infile {
    uint64_t max_bytes;
    lgm_read_tools tools;
    level levels[LGM_READ_DEPTH];
    bool asked_for;       /* the file */
    size_t n_made, depth; /* levels[depth - 1] is read from */
    size_t left_out[LGM_READ_N_LEFT_OUT];
};

lgm_status lgm_read_infile_new(lgm_infile **out, uint64_t max_bytes, lgm_err *err)
{
    *out = NULL;
    lgm_infile *const f = lgm_calloc(1, sizeof *f);
    if (!f) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    f->max_bytes = f->tools.max_bytes = max_bytes;
    f->tools.left_out = f->left_out;
    lgm_status st = lgm_read_jsonl_new(&f->tools.json, err);
    if (st == LGM_OK) st = lgm_arena_new(&f->tools.call, 0, err);
    if (st == LGM_OK)
        *out = f;
    else
        lgm_read_infile_free(f);
    return st;
}

void lgm_read_infile_free(lgm_infile *f)
{
    if (!f) return;
    while (f->n_made) lgm_read_intake_done(&f->levels[--f->n_made].in);
    lgm_read_jsonl_free(f->tools.json);
    lgm_web_free(f->tools.web);
    lgm_arena_free(f->tools.call);
    lgm_free(f);
}

const size_t *lgm_read_infile_left_out(const lgm_infile *f)
{
    return f->left_out;
}

uint64_t lgm_read_infile_consumed(const lgm_infile *f)
{
    return lgm_read_intake_consumed(&f->levels[0].in);
}

/* ---- levels ---------------------------------------------------------------------------------- */

static bool keep(lgm_arena *arena, const char **to, const char *string)
{
    *to = string ? lgm_arena_strndup(arena, string, strlen(string)) : NULL;
    return *to || !string;
}

/* What is known of the file from outside is known of each report in it. */
static lgm_status keep_known(level *l, const lgm_read_item *item, lgm_err *err)
{
    const lgm_input *const known = &item->known;
    l->known = (lgm_input){.at = known->at};
    if (!keep(l->in.arena, &l->hint.content_type, item->hint.content_type) ||
        !keep(l->in.arena, &l->hint.charset, item->hint.charset))
        return lgm_arena_fail(l->in.arena, err);
#define KEEP(field)                                                                                \
    if (!keep(l->in.arena, &l->known.field, known->field)) return lgm_arena_fail(l->in.arena, err);
    LGM_INPUT_STRINGS(KEEP)
#undef KEEP
    return LGM_OK;
}

/* The stream moves here, also on an error. */
static lgm_status push(lgm_infile *f, const lgm_read_item *item, lgm_err *err)
{
    const char *const name = item->known.name;
    lgm_status st = LGM_OK;
    level *const l = &f->levels[f->depth];
    if (f->depth == LGM_READ_DEPTH)
        st = lgm_fail(err, LGM_E_BUDGET, "%s: more than %d files within one another", name,
                      LGM_READ_DEPTH);
    else if (f->depth == f->n_made &&
             (st = lgm_read_intake_init(&l->in, f->max_bytes, err)) == LGM_OK)
        f->n_made++;
    if (st != LGM_OK) {
        lgm_read_stream_close(item->member);
        return st;
    }
    st = lgm_read_intake_take(&l->in, item->member, name, err);
    if (st == LGM_OK) st = keep_known(l, item, err);
    if (st != LGM_OK) {
        lgm_read_intake_end(&l->in);
        return st;
    }
    l->format = lgm_read_format_of(&l->in, l->hint.content_type, f->tools.json);
    l->starved = false;
    f->depth++;
    return LGM_OK;
}

static void pop(lgm_infile *f)
{
    lgm_read_intake_end(&f->levels[--f->depth].in);
}

lgm_status lgm_read_infile_take(lgm_infile *f, lgm_stream *stream, const char *name, bool asked_for,
                                lgm_err *err)
{
    const lgm_status st =
        lgm_read_infile_take_item(f, &(lgm_read_item){.member = stream, .known.name = name}, err);
    f->asked_for = asked_for;
    return st;
}

lgm_status lgm_read_infile_take_item(lgm_infile *f, const lgm_read_item *item, lgm_err *err)
{
    while (f->depth) pop(f);
    f->asked_for = true;
    return push(f, item, err);
}

/* ---- items ----------------------------------------------------------------------------------- */

/* What an item does not say itself is what is known of the file that it is in. */
static void inherit(lgm_input *in, const lgm_input *known)
{
#define INHERIT(field)                                                                             \
    if (!in->field) in->field = known->field;
    LGM_INPUT_STRINGS(INHERIT)
#undef INHERIT
    if (!in->at) in->at = known->at;
}

/* "a.zip!/b.txt": of a file within a file within the file. */
static bool join_members(lgm_arena *call, lgm_input *in, const lgm_input *outer)
{
    if (!outer->member || !in->member) return true;
    const size_t n = strlen(outer->member), m = strlen(in->member);
    char *const both = lgm_arena_alloc(call, n + m + 3);
    if (!both) return false;
    memcpy(both, outer->member, n);
    memcpy(both + n, "!/", 2);
    memcpy(both + n + 2, in->member, m + 1);
    in->member = both;
    return true;
}

static lgm_status extract(lgm_infile *f, const level *l, const lgm_read_item *item, lgm_input *in,
                          lgm_err *err)
{
    lgm_err why = {0};
    *in = item->known;
    if (!join_members(f->tools.call, in, &l->known)) return lgm_arena_fail(f->tools.call, err);
    if (f->depth > 1) in->at = l->known.at; /* of the file that somebody has */
    inherit(in, &l->known);
    f->tools.hint = l->hint;
    const lgm_status st = l->format->extract(&f->tools, item->bytes, in, &why);
    if (st != LGM_OK)
        return lgm_fail_at(err, st, in->line, item->at + why.byte, "%s: %s", in->name, why.message);
    if (!in->raw) in->raw = (const uint8_t *)item->bytes.ptr, in->raw_len = item->bytes.len;
    if (in->len > f->max_bytes)
        return lgm_fail_at(err, LGM_E_BUDGET, in->line, item->at,
                           "%s: the text is larger than the limit of %llu bytes; split it, or "
                           "raise --max-size",
                           in->name, (unsigned long long)f->max_bytes);
    return LGM_OK;
}

/* Said once of a file; of one within another it is counted. */
static lgm_status refuse(lgm_infile *f, const level *l, lgm_err *err)
{
    lgm_status st = LGM_OK;
    if (f->depth > 1 || (!f->asked_for && lgm_read_format_is_named(l->format, l->in.name)))
        f->left_out[l->format - lgm_read_formats]++;
    else
        st = lgm_fail(err, LGM_E_UNSUPPORTED, "%s: this is %s; %s", l->in.name, l->format->is,
                      l->format->advice);
    pop(f);
    return st;
}

/* A container that had no memory may be asked again, as the next item may need less. One that has
 * none again, and has got no further, would say so for ever. */
static bool is_stuck(level *l)
{
    const uint64_t now = l->in.n_used + l->in.n_items + l->in.n_lines;
    const bool stuck = l->starved && l->starved_at == now;
    l->starved = true;
    l->starved_at = now;
    return stuck;
}

/* LGM_OK without a text: nothing yet. */
static lgm_status step(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    level *const l = &f->levels[f->depth - 1];
    lgm_read_item item = {0};
    if (!l->in.stream) {
        pop(f);
        return LGM_OK;
    }
    if (!l->format->next) return refuse(f, l, err);
    lgm_arena_reset(f->tools.call);
    const lgm_status st = l->format->next(&l->in, &f->tools, &item, err);
    if (st == LGM_E_EMPTY || (st == LGM_E_NOMEM && is_stuck(l))) pop(f);
    if (st != LGM_E_NOMEM) l->starved = false;
    if (st != LGM_OK) return st == LGM_E_EMPTY ? LGM_OK : st;
    if (!item.member) return extract(f, l, &item, in, err);
    if (!join_members(f->tools.call, &item.known, &l->known)) {
        lgm_read_stream_close(item.member);
        return lgm_arena_fail(f->tools.call, err);
    }
    inherit(&item.known, &l->known);
    return push(f, &item, err);
}

lgm_status lgm_read_infile_next(lgm_infile *f, lgm_input *in, lgm_err *err)
{
    *in = (lgm_input){0};
    while (f->depth) {
        const lgm_status st = step(f, in, err);
        if (st != LGM_OK || in->text) return st;
    }
    return LGM_E_EMPTY;
}
