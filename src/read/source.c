/* source.c - paths to files (walk.c), files to reports (infile.c), and how far we are. */
#include "legomena/source.h"

#include <string.h>
#include <sys/stat.h>

#include "base/base.h"
#include "fetch/fetch.h"
#include "read/decode.h"
#include "read/format.h"
#include "read/infile.h"
#include "read/left_out.h"
#include "read/source_bytes.h"
#include "read/wake.h"
#include "read/walk.h"
#include "read/when.h"

struct lgm_source {
    lgm_arena *arena; /* paths, date */
    const char **paths;
    size_t n_paths;
    const char *date;
    lgm_walk *walk; /* NULL for bytes in memory */
    lgm_infile *file;
    lgm_slice bytes;
    const char *file_name; /* as given; the walk's */
    bool in_file, counted, bytes_taken;
    uint64_t done, file_done, total; /* done: of the files before this one */
    lgm_wake wake;                   /* set: cancelled */
    lgm_fetch_options fetch;
    lgm_fetched fetched; /* the page in hand */
    int64_t after, until; /* of changes of files; 0 = no bound */
};

static lgm_status copy_paths(lgm_source *s, const char *const *paths, size_t n, lgm_err *err)
{
    s->n_paths = n;
    s->paths = lgm_arena_calloc(s->arena, n ? n : 1, sizeof *s->paths);
    if (!s->paths) return lgm_arena_fail(s->arena, err);
    for (size_t i = 0; i < n; i++)
        if (!(s->paths[i] = lgm_arena_strndup(s->arena, paths[i], strlen(paths[i]))))
            return lgm_arena_fail(s->arena, err);
    return LGM_OK;
}

static lgm_status copy_date(lgm_source *s, const char *date, lgm_err *err)
{
    if (!date) return LGM_OK;
    if (!lgm_read_is_day(date, strlen(date)))
        return lgm_fail(err, LGM_E_ARG, "\"%s\" is not a day written YYYY-MM-DD", date);
    s->date = lgm_arena_strndup(s->arena, date, strlen(date));
    return s->date ? LGM_OK : lgm_arena_fail(s->arena, err);
}

static bool is_cancelled(void *wake)
{
    return lgm_read_wake_is_set(wake);
}

static lgm_status make(lgm_source **out, const char *const *paths, size_t n_paths,
                       const lgm_source_options *options, lgm_err *err)
{
    static const lgm_source_options none = {0};
    const lgm_source_options *const o = options ? options : &none;
    uint64_t max_bytes = o->max_bytes ? o->max_bytes : LGM_DEFAULT_MAX_BYTES;
    if (max_bytes > LGM_DECODE_MAX) max_bytes = LGM_DECODE_MAX;

    *out = NULL;
    lgm_source *s = lgm_calloc(1, sizeof *s);
    if (!s) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_status st = lgm_read_wake_init(&s->wake, err);
    if (st == LGM_OK) st = lgm_arena_new(&s->arena, 0, err);
    if (st == LGM_OK) st = copy_paths(s, paths, n_paths, err);
    if (st == LGM_OK) st = copy_date(s, o->date, err);
    if (st == LGM_OK) st = lgm_read_infile_new(&s->file, max_bytes, err);
    s->fetch = (lgm_fetch_options){.most = max_bytes,
                                   .private_addresses = o->private_addresses != 0,
                                   .cancelled = is_cancelled,
                                   .ctx = &s->wake};
    s->after = o->changed_after;
    s->until = o->changed_until;
    if (st == LGM_OK)
        *out = s;
    else
        lgm_source_close(s);
    return st;
}

lgm_status lgm_source_open(lgm_source **out, const char *const *paths, size_t n_paths,
                           const lgm_source_options *options, lgm_err *err)
{
    lgm_status st = make(out, paths, n_paths, options, err);
    if (st == LGM_OK) st = lgm_read_walk_new(&(*out)->walk, (*out)->paths, n_paths, err);
    if (st == LGM_OK) return LGM_OK;
    lgm_source_close(*out);
    *out = NULL;
    return st;
}

lgm_status lgm_read_source_bytes(lgm_source **out, const char *name, const void *bytes, size_t len,
                                 const lgm_source_options *options, lgm_err *err)
{
    const lgm_status st = make(out, &name, 1, options, err);
    if (st != LGM_OK) return st;
    (*out)->bytes = (lgm_slice){bytes, len};
    (*out)->total = len;
    (*out)->counted = true;
    return LGM_OK;
}

void lgm_source_close(lgm_source *s)
{
    if (!s) return;
    lgm_read_infile_free(s->file);
    lgm_fetch_done(&s->fetched);
    lgm_read_walk_free(s->walk);
    lgm_arena_free(s->arena);
    lgm_read_wake_done(&s->wake);
    lgm_free(s);
}

void lgm_source_cancel(lgm_source *s)
{
    lgm_read_wake_set(&s->wake);
}

size_t lgm_source_left_out(const lgm_source *s, char *sentence, size_t room)
{
    size_t left[LGM_READ_N_LEFT_OUT];
    memcpy(left, lgm_read_infile_left_out(s->file), sizeof left);
    for (size_t i = 0; s->walk && i < LGM_COUNT(left); i++)
        left[i] += lgm_read_walk_left_out(s->walk)[i];
    return lgm_read_left_out_say(left, sentence, room);
}

int lgm_source_takes(const char *name)
{
    return lgm_read_walk_takes(name);
}

/* Was the file changed within the bounds? A file that was moved has changed, too. */
static bool is_due(const lgm_source *s, const lgm_walk_file *file)
{
    struct stat info;
    if ((!s->after && !s->until) || file->address || strcmp(file->path, "-") == 0) return true;
    if (stat(file->path, &info) != 0 || !S_ISREG(info.st_mode)) return true;
    return (!s->after || info.st_ctime > s->after) && (!s->until || info.st_ctime <= s->until);
}

/* The next file that is due. */
static lgm_status next_file(const lgm_source *s, lgm_walk *walk, lgm_walk_file *file, lgm_err *err)
{
    for (;;) {
        const lgm_status st = lgm_read_walk_next(walk, file, err);
        if (st != LGM_OK || is_due(s, file)) return st;
    }
}

/* A first walk adds up the sizes; one that fails leaves the total unknown, and no more. */
static void count_total(lgm_source *s)
{
    s->counted = true;
    lgm_walk *walk;
    if (lgm_read_walk_new(&walk, s->paths, s->n_paths, NULL) != LGM_OK) return;
    uint64_t total = 0;
    bool known = true;
    lgm_walk_file file;
    for (lgm_status st; (st = next_file(s, walk, &file, NULL)) != LGM_E_EMPTY;) {
        struct stat info;
        if (st == LGM_E_NOMEM) known = false;
        if (st != LGM_OK) continue;
        if (file.address || strcmp(file.path, "-") == 0)
            known = false;
        else if (stat(file.path, &info) != 0)
            continue;
        else if (S_ISREG(info.st_mode))
            total += (uint64_t)info.st_size;
        else if (file.named)
            known = false;
    }
    lgm_read_walk_free(walk);
    s->total = known ? total : 0;
}

static lgm_status open_address(lgm_source *s, const char *address, lgm_err *err)
{
    lgm_read_item item = {.known.name = address};
    lgm_fetch_done(&s->fetched);
    lgm_status st = lgm_fetch_get(&s->fetched, address, &s->fetch, err);
    if (st != LGM_OK) return st;
    lgm_fetched *const page = &s->fetched;
    st = lgm_read_stream_open_bytes(&item.member, address, page->body, page->len, err);
    if (st != LGM_OK) return st;
    item.known.url = *page->url ? page->url : address;
    item.known.retrieved = *page->at ? page->at : NULL;
    item.hint.content_type = *page->content_type ? page->content_type : NULL;
    item.hint.charset = *page->charset ? page->charset : NULL;
    return lgm_read_infile_take_item(s->file, &item, err);
}

static lgm_status open_next(lgm_source *s, lgm_err *err)
{
    lgm_stream *stream = NULL;
    const char *name = s->paths[0];
    bool asked_for = true;
    lgm_status st;
    if (!s->walk) {
        if (s->bytes_taken) return LGM_E_EMPTY;
        s->bytes_taken = true;
        s->file_name = name;
        st = lgm_read_stream_open_bytes(&stream, name, s->bytes.ptr, s->bytes.len, err);
    } else {
        lgm_walk_file file;
        st = next_file(s, s->walk, &file, err);
        if (st != LGM_OK) return st;
        s->file_name = file.path;
        if (file.address) {
            st = open_address(s, file.path, err);
            s->in_file = st == LGM_OK;
            return st;
        }
        asked_for = file.named;
        name = strcmp(file.path, "-") == 0 ? "standard input" : file.path;
        st = lgm_read_stream_open(&stream, file.path, file.named, &s->wake, err);
    }
    if (st == LGM_OK) st = lgm_read_infile_take(s->file, stream, name, asked_for, err);
    s->in_file = st == LGM_OK;
    return st;
}

static lgm_status next_report(lgm_source *s, lgm_input *in, lgm_err *err)
{
    for (;;) {
        if (!s->in_file) {
            const lgm_status st = open_next(s, err);
            if (st == LGM_E_EMPTY) s->done = s->total ? s->total : s->done;
            if (st != LGM_OK) return st;
        }
        const lgm_status st = lgm_read_infile_next(s->file, in, err);
        s->file_done = lgm_read_infile_consumed(s->file);
        if (st != LGM_E_EMPTY) return st;
        s->in_file = false;
        s->done += s->file_done;
        s->file_done = 0;
    }
}

/* What the source knows of a report beside its container. */
static void complete(const lgm_source *s, lgm_input *in)
{
    in->file = s->file_name;
    const bool stated = (in->date && *in->date) || (in->published && *in->published);
    if (!stated)
        in->date = s->date;
    else if (!in->date_source)
        in->date_source = "metadata";
}

lgm_status lgm_source_next(lgm_source *s, lgm_input *in, lgm_err *err)
{
    *in = (lgm_input){0};
    if (err) *err = (lgm_err){0};
    if (!s->counted) count_total(s);
    const lgm_status st = lgm_read_wake_is_set(&s->wake) ? LGM_OK : next_report(s, in, err);
    if (lgm_read_wake_is_set(&s->wake)) {
        *in = (lgm_input){0};
        return lgm_fail(err, LGM_E_CANCELLED, "%s", lgm_status_text(LGM_E_CANCELLED));
    }
    if (st == LGM_OK) complete(s, in);
    if (st == LGM_E_EMPTY && err) *err = (lgm_err){.code = LGM_E_EMPTY};
    return st;
}

void lgm_source_progress(const lgm_source *s, uint64_t *done, uint64_t *total)
{
    const uint64_t sum = s->done + s->file_done;
    *done = s->total && sum > s->total ? s->total : sum; /* a file may grow while we read */
    *total = s->total;
}
