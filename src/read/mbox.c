/*
 * mbox.c - the container of mailboxes: an item is a message.
 *
 * A message begins behind a line "From ..." that is the first of the file or stands behind a blank
 * line (RFC 4155); ">From" in a message was "From" (mboxrd). One message is in the buffer at a
 * time.
 */
#include <stdio.h>
#include <string.h>

#include "read/container.h"

typedef unsigned long long ull; /* for %llu */

static bool begins(lgm_slice s, const char *word)
{
    const size_t n = strlen(word);
    return s.len >= n && memcmp(s.ptr, word, n) == 0;
}

/* ">From" and ">>From" lose a mark. */
static void unquote(lgm_intake *f)
{
    char *const line = f->buf.at + f->line_at;
    const size_t len = f->buf.n - f->line_at;
    size_t marks = 0;
    while (marks < len && line[marks] == '>') marks++;
    if (!marks || !begins((lgm_slice){line + marks, len - marks}, "From ")) return;
    memmove(line, line + 1, len - 1);
    f->buf.n--;
}

/* Lines up to the one that begins the next message, or the end of the file. False: too long; the
 * rest of it is passed over. */
static bool take_message(lgm_intake *f)
{
    bool after_blank = false, fits = true;
    size_t blank_at = 0;
    f->have_line = false;
    while (lgm_read_intake_line(f)) {
        const lgm_slice line = lgm_read_intake_line_of(f);
        if (after_blank && begins(line, "From ")) {
            f->have_line = true;
            f->buf.n = blank_at; /* the blank line is not of the message */
            break;
        }
        after_blank = line.len == 0 && !f->too_long;
        blank_at = f->line_at;
        unquote(f);
        if (f->too_long || f->buf.n > f->max_bytes) fits = false;
        if (!fits) f->buf.n = 0;
    }
    return fits;
}

/* Damage of packed data leaves what came before it; after a failing disk nobody knows. */
static bool is_lost(const lgm_intake *f)
{
    return f->broken.code != LGM_OK && f->broken.code != LGM_E_CORRUPT && !f->have_line;
}

static lgm_status end(lgm_intake *f, lgm_err *err)
{
    lgm_status st = LGM_E_EMPTY;
    if (f->broken.code != LGM_OK)
        st = lgm_fail_at(err, f->broken.code, f->n_lines, f->n_used, "%s", f->broken.message);
    lgm_read_intake_end(f);
    return st;
}

lgm_status lgm_read_mbox_next(lgm_intake *f, lgm_read_tools *tools, lgm_read_item *item,
                              lgm_err *err)
{
    f->line_by_line = true;
    f->buf.n = 0;
    if (!f->n_items && !f->have_line) f->have_line = lgm_read_intake_line(f); /* the first "From" */
    if (!f->have_line) return end(f, err);
    f->buf.n = 0;
    const uint64_t at = f->n_used, line = f->n_lines + 1;
    const size_t size = strlen(f->name) + 48;
    char *const label = lgm_arena_alloc(tools->call, size), *const member = label + size - 24;
    if (!label) return lgm_arena_fail(tools->call, err);
    snprintf(member, 24, "message %llu", (ull)++f->n_items);
    snprintf(label, size - 24, "%s:%llu", f->name, (ull)line);
    if (!take_message(f))
        return lgm_fail_at(err, LGM_E_BUDGET, line, at,
                           "%s: the message is larger than the limit of %llu bytes; raise "
                           "--max-size",
                           label, (ull)f->max_bytes);
    if (is_lost(f)) return end(f, err);
    item->bytes = (lgm_slice){f->buf.at, f->buf.n};
    item->at = at;
    item->known = (lgm_input){.name = label, .member = member, .line = line, .at = at};
    if (f->broken.code == LGM_OK || f->have_line) return LGM_OK;
    return lgm_read_warn(tools->call, &item->known,
                         "reading failed in this message: the rest is lost", err);
}
