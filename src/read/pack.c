/*
 * pack.c - the container of archives of files (zip, tar, 7z, rar), by libarchive: an item is a
 * member that a folder would give too, a file whose name ends as those of a format that is read.
 * Of a WACZ it is each WARC file: its other files say the same again.
 *
 * Limits   members, and how far all of them together grow. Names are for messages and records, and
 *          no file is ever written.
 * Order    as in the archive.
 */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "read/container.h"
#include "read/format.h"
#include "read/walk.h"

enum { MAX_MEMBERS = 1 << 20 };
static const uint64_t RATIO_FROM = 1u << 20;

typedef struct pack {
    struct archive *a;
    lgm_intake *f;
    uint64_t n_members, n_in, n_out;
    lgm_slice block;   /* of the member in hand, not yet used */
    bool wacz, secret; /* secret: that there are members with a password was told */
} pack;

static void done(void *own)
{
    archive_read_free(((pack *)own)->a);
    lgm_free(own);
}

/* ---- the bytes of the archive, for libarchive ------------------------------------------------ */

static la_ssize_t read_bytes(struct archive *a, void *own, const void **bytes)
{
    pack *const p = own;
    if (!lgm_read_intake_more(p->f)) {
        if (p->f->broken.code == LGM_OK) return 0;
        archive_set_error(a, EIO, "%s", p->f->broken.message);
        return ARCHIVE_FATAL;
    }
    const size_t n = p->f->chunk.len;
    *bytes = p->f->chunk.ptr;
    lgm_read_intake_skip(p->f, n);
    p->n_in += n;
    return (la_ssize_t)n;
}

static la_int64_t skip_bytes(struct archive *a, void *own, la_int64_t n)
{
    (void)a;
    return n > 0 ? (la_int64_t)lgm_read_intake_pass(((pack *)own)->f, (uint64_t)n) : 0;
}

static la_int64_t cannot_seek(lgm_intake *f)
{
    if (f->broken.code == LGM_OK) (void)lgm_fail_errno(&f->broken, f->name, errno ? errno : EIO);
    return ARCHIVE_FATAL;
}

static la_int64_t seek(struct archive *a, void *own, la_int64_t offset, int whence)
{
    lgm_intake *const f = ((pack *)own)->f;
    uint64_t size;
    (void)a;
    errno = 0;
    if (!lgm_read_stream_size(f->stream, &size)) return cannot_seek(f);
    const uint64_t from = whence == SEEK_SET   ? 0
                          : whence == SEEK_END ? size
                                               : lgm_read_stream_place(f->stream, f->chunk.len);
    const la_int64_t to = (la_int64_t)from + offset;
    if (to < 0 || (uint64_t)to > size) return ARCHIVE_FATAL;
    if (!lgm_read_stream_seek(f->stream, (uint64_t)to)) return cannot_seek(f);
    f->chunk = (lgm_slice){0};
    return to;
}

static bool can_seek(const lgm_intake *f)
{
    uint64_t size;
    return !lgm_read_stream_packed(f->stream) && lgm_read_stream_size(f->stream, &size);
}

static bool open_archive(pack *p)
{
    struct archive *const a = p->a = archive_read_new();
    if (!a) return false;
    archive_read_support_format_zip(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_7zip(a);
    archive_read_support_format_rar(a);
    archive_read_support_format_rar5(a);
    archive_read_set_read_callback(a, read_bytes);
    archive_read_set_skip_callback(a, skip_bytes);
    if (can_seek(p->f)) archive_read_set_seek_callback(a, seek);
    archive_read_set_callback_data(a, p);
    return archive_read_open1(a) >= ARCHIVE_WARN;
}

/* ---- members --------------------------------------------------------------------------------- */

static const char *why(struct archive *a)
{
    const char *const s = archive_error_string(a);
    return s ? s : "it is damaged";
}

/* The system failed, and not the archive: a failing disk, no memory. */
static bool is_failing(const pack *p)
{
    return (p->f->broken.code != LGM_OK && p->f->broken.code != LGM_E_CORRUPT) ||
           archive_errno(p->a) == ENOMEM;
}

static lgm_status failed(const pack *p, lgm_err *err)
{
    if (p->f->broken.code == LGM_OK)
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", p->f->name);
    if (err) *err = p->f->broken;
    return p->f->broken.code;
}

/* The next block of the member in hand. Holes are left out: no text has any. */
static int next_block(pack *p)
{
    int r = ARCHIVE_RETRY;
    const void *at = NULL;
    size_t n = 0;
    la_int64_t unused;
    for (int tries = 0; r == ARCHIVE_RETRY && tries < 100; tries++)
        r = archive_read_data_block(p->a, &at, &n, &unused);
    p->block = (lgm_slice){at, r == ARCHIVE_OK || r == ARCHIVE_WARN ? n : 0};
    p->n_out += p->block.len;
    return r;
}

/* The bytes of the member in hand, for its stream. */
static lgm_status read_member(void *own, void *to, size_t room, size_t *n, lgm_err *err)
{
    pack *const p = own;
    int r = ARCHIVE_OK;
    while (!p->block.len && (r == ARCHIVE_OK || r == ARCHIVE_WARN)) r = next_block(p);
    *n = p->block.len < room ? p->block.len : room;
    if (*n) memcpy(to, p->block.ptr, *n);
    p->block = (lgm_slice){p->block.ptr + *n, p->block.len - *n};
    if (!*n && r != ARCHIVE_EOF && is_failing(p)) return failed(p, err);
    if (!*n && r != ARCHIVE_EOF)
        return lgm_fail(err, LGM_E_CORRUPT, "%s: a member cannot be read: %s", p->f->name,
                        why(p->a));
    if (p->n_out > RATIO_FROM && p->n_out / LGM_STREAM_RATIO > p->n_in)
        return lgm_fail(err, LGM_E_BUDGET, "%s: an archive that grows more than %d times",
                        p->f->name, LGM_STREAM_RATIO);
    return LGM_OK;
}

static const char *path_of(struct archive_entry *e)
{
    const char *const path = archive_entry_pathname_utf8(e);
    return path ? path : archive_entry_pathname(e);
}

/* Hidden, or in a hidden folder, or what a Mac puts beside a file. */
static bool is_hidden(const char *path)
{
    for (const char *part = path; part; part = strchr(part, '/')) {
        part += *part == '/';
        if (part[0] == '.' && part[1] != '/' && strncmp(part, "../", 3) != 0) return true;
    }
    return strncmp(path, "__MACOSX/", 9) == 0;
}

static bool takes(const pack *p, const char *path, size_t *left_out)
{
    const char *const slash = strrchr(path, '/'), *const name = slash ? slash + 1 : path;
    const lgm_read_format *const format = lgm_read_format_by_name(name);
    if (p->wacz) return format && format->next == lgm_read_warc_next;
    if (lgm_read_walk_takes(name)) return true;
    left_out[format ? (size_t)(format - lgm_read_formats) : LGM_READ_NO_ENDING]++;
    return false;
}

static lgm_status make_item(pack *p, lgm_arena *call, const char *path, lgm_read_item *item,
                            lgm_err *err)
{
    const size_t n = strlen(path), size = strlen(p->f->name) + n + 3;
    char *const label = lgm_arena_alloc(call, size), *const member =
                                                         lgm_arena_strndup(call, path, n);
    if (!label || !member) return lgm_arena_fail(call, err);
    snprintf(label, size, "%s: %s", p->f->name, path);
    const la_int64_t at = archive_read_header_position(p->a);
    const int format = archive_format(p->a) & ARCHIVE_FORMAT_BASE_MASK; /* of 7z it says little */
    const bool known = at > 0 && !lgm_read_stream_packed(p->f->stream) &&
                       (format == ARCHIVE_FORMAT_ZIP || format == ARCHIVE_FORMAT_TAR);
    p->block = (lgm_slice){0};
    item->known = (lgm_input){.name = label, .member = member, .at = known ? (uint64_t)at : 0};
    return lgm_read_stream_open_over(&item->member, label,
                                     &(lgm_stream_over){.read = read_member, .ctx = p}, err);
}

/* LGM_OK without a member: the entry is none to read. */
static lgm_status look_at(pack *p, lgm_read_tools *tools, struct archive_entry *e,
                          lgm_read_item *item, lgm_err *err)
{
    const char *const path = path_of(e);
    if (++p->n_members > MAX_MEMBERS)
        return lgm_fail(err, LGM_E_BUDGET, "%s: more than %d files in this archive", p->f->name,
                        MAX_MEMBERS);
    if (!path || archive_entry_filetype(e) != AE_IFREG || archive_entry_hardlink(e) ||
        is_hidden(path) || !takes(p, path, tools->left_out))
        return LGM_OK;
    if (!archive_entry_is_data_encrypted(e)) return make_item(p, tools->call, path, item, err);
    if (p->secret) return LGM_OK;
    p->secret = true;
    return lgm_fail(err, LGM_E_UNSUPPORTED,
                    "%s: %s, and perhaps others in it, have a password; unpack the archive first",
                    p->f->name, path);
}

static lgm_status begin(lgm_intake *f, bool wacz, pack **out, lgm_err *err)
{
    if (f->own) {
        *out = f->own;
        return LGM_OK;
    }
    pack *const p = *out = lgm_calloc(1, sizeof *p);
    if (!p) return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", f->name);
    *p = (pack){.f = f, .wacz = wacz};
    f->own = p;
    f->own_done = done;
    if (open_archive(p)) return LGM_OK;
    if (!p->a || is_failing(p))
        return p->a ? failed(p, err) : lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", f->name);
    return lgm_fail(err, LGM_E_CORRUPT, "%s: the archive cannot be read: %s", f->name,
                    p->a ? why(p->a) : "out of memory");
}

static lgm_status next(lgm_intake *f, lgm_read_tools *tools, bool wacz, lgm_read_item *item,
                       lgm_err *err)
{
    pack *p;
    lgm_status st = begin(f, wacz, &p, err);
    while (st == LGM_OK && !item->member) {
        struct archive_entry *e;
        const int r = archive_read_next_header(p->a, &e);
        if (r == ARCHIVE_EOF && p->n_members)
            st = LGM_E_EMPTY;
        else if (r == ARCHIVE_EOF)
            st = lgm_fail(err, LGM_E_FORMAT, "%s: an archive without a file", f->name);
        else if (r < ARCHIVE_WARN && r != ARCHIVE_RETRY && is_failing(p))
            st = failed(p, err);
        else if (r < ARCHIVE_WARN && r != ARCHIVE_RETRY)
            st = lgm_fail(err, LGM_E_CORRUPT, "%s: the archive is damaged behind %llu files: %s",
                          f->name, (unsigned long long)p->n_members, why(p->a));
        else if ((st = look_at(p, tools, e, item, err)) == LGM_E_UNSUPPORTED)
            return st; /* one with a password: the next one may have none */
    }
    if (st != LGM_OK) lgm_read_intake_end(f);
    return st;
}

lgm_status lgm_read_pack_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                              lgm_err *err)
{
    return next(f, tools, false, item, err);
}

lgm_status lgm_read_wacz_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                              lgm_err *err)
{
    return next(f, tools, true, item, err);
}
