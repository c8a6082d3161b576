/* package.c - see package.h; libarchive reads the ZIP. */
#include "office/package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <string.h>

static lgm_status fail(struct archive *zip, lgm_err *err)
{
    const int e = archive_errno(zip);
    const char *const why = archive_error_string(zip);
    if (e == ENOMEM) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (archive_read_has_encrypted_entries(zip) == 1)
        return lgm_fail(err, LGM_E_UNSUPPORTED, "this file is locked by a password");
    return lgm_fail(err, LGM_E_FORMAT, "this file is damaged (%s)", why ? why : "no ZIP");
}

static lgm_status hand_on(struct archive *zip, uint64_t most, lgm_office_take *take, void *ctx,
                          lgm_err *err)
{
    char piece[1 << 14];
    uint64_t sum = 0;
    for (;;) {
        const la_ssize_t n = archive_read_data(zip, piece, sizeof piece);
        if (n < 0) return fail(zip, err);
        sum += (uint64_t)n;
        if (sum > most)
            return lgm_fail(err, LGM_E_BUDGET, "this file unpacks to more than %llu bytes",
                            (unsigned long long)most);
        const lgm_status st = take(ctx, (lgm_slice){piece, (size_t)n}, n == 0, err);
        if (st != LGM_OK || n == 0) return st;
    }
}

static lgm_status find(struct archive *zip, const char *name, lgm_err *err)
{
    struct archive_entry *entry;
    for (int r; (r = archive_read_next_header(zip, &entry)) != ARCHIVE_EOF;) {
        if (r < ARCHIVE_WARN) return fail(zip, err);
        const char *const path = archive_entry_pathname(entry);
        if (path && strcmp(path, name) == 0) return LGM_OK;
    }
    return lgm_fail(err, LGM_E_NOTFOUND, "there is no %s in this file", name);
}

lgm_status lgm_office_unpack(lgm_slice package, const char *name, uint64_t most,
                             lgm_office_take *take, void *ctx, lgm_err *err)
{
    struct archive *const zip = archive_read_new();
    if (!zip) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_status st = LGM_OK;
    if (archive_read_support_format_zip(zip) != ARCHIVE_OK ||
        archive_read_open_memory(zip, package.ptr, package.len) != ARCHIVE_OK)
        st = fail(zip, err);
    if (st == LGM_OK) st = find(zip, name, err);
    if (st == LGM_OK) st = hand_on(zip, most, take, ctx, err);
    archive_read_free(zip);
    return st;
}
