/* mail.c - the header of a message, and which of its parts is the text. */
#include "mail/mail.h"

#include <string.h>
#include <strings.h>

#include "base/charset.h"
#include "mail/flowed.h"
#include "mail/header.h"
#include "mail/part.h"

static bool equal(lgm_slice s, const char *word)
{
    return s.len == strlen(word) && strncasecmp(s.ptr, word, s.len) == 0;
}

/* ---- the header ------------------------------------------------------------------------------ */

/* Who sends it: of "Ada Lind <ada@mill.example>" the name. ptr NULL: an address alone. */
static lgm_slice name_of(lgm_slice from)
{
    const char *const open = from.len ? memchr(from.ptr, '<', from.len) : NULL;
    if (!open || !memchr(open, '>', (size_t)(from.ptr + from.len - open))) return (lgm_slice){0};
    lgm_slice n = {from.ptr, (size_t)(open - from.ptr)};
    while (n.len && strchr(" \"'", n.ptr[n.len - 1])) n.len--;
    while (n.len && strchr(" \"'", n.ptr[0])) n.ptr++, n.len--;
    return n.len ? n : (lgm_slice){0};
}

static lgm_status read_header(lgm_arena *a, lgm_slice *rest, lgm_mail *out, lgm_err *err)
{
    lgm_mail_field f;
    lgm_slice from = {0};
    size_t n = 0;
    const struct {
        const char *name;
        lgm_slice *to;
    } wanted[] = {{"Subject", &out->subject},
                  {"From", &from},
                  {"Date", &out->date},
                  {"Message-ID", &out->id},
                  {"Snapshot-Content-Location", &out->url}};
    for (; lgm_mail_next_field(rest, &f); n++)
        for (size_t i = 0; i < LGM_COUNT(wanted); i++) {
            if (!lgm_mail_is(&f, wanted[i].name) || wanted[i].to->len) continue;
            *wanted[i].to = lgm_mail_words(a, f.value);
            if (!wanted[i].to->ptr) return lgm_arena_fail(a, err);
        }
    out->from_name = name_of(from);
    return n ? LGM_OK : lgm_fail(err, LGM_E_FORMAT, "no header of mail");
}

/* ---- parts ----------------------------------------------------------------------------------- */

static bool is_text(const lgm_mail_part *p)
{
    return !p->attached && (equal(p->type, "text/plain") || equal(p->type, "text/html"));
}

static void leave_out(lgm_mail *out, const lgm_mail_part *p, lgm_arena *a)
{
    out->n_left_out++;
    if (!p->name.len || out->n_left_out > 5) return;
    char *const both = lgm_arena_alloc(a, out->left_out.len + p->name.len + 2);
    if (!both) return; /* the count says as much */
    size_t n = out->left_out.len;
    if (n) memcpy(both, out->left_out.ptr, n);
    if (n) memcpy(both + n, ", ", 2), n += 2;
    memcpy(both + n, p->name.ptr, p->name.len);
    out->left_out = (lgm_slice){both, n + p->name.len};
}

static bool has_words(lgm_slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] > ' ') return true;
    return false;
}

static lgm_status take_page(const lgm_mail_part *p, lgm_slice bytes, lgm_mail *out)
{
    out->body = bytes;
    out->charset = p->charset;
    out->is_page = true;
    if (p->location.len && !out->url.len) out->url = p->location;
    return LGM_OK;
}

static lgm_status take_text(lgm_arena *a, const lgm_mail_part *p, lgm_slice bytes, lgm_mail *out,
                            lgm_err *err)
{
    const lgm_slice label = p->charset.len ? p->charset : LGM_SLICE("utf-8");
    lgm_status st = lgm_charset_decode(a, label, bytes, &out->body, &out->n_bad, err);
    if (st == LGM_E_UNSUPPORTED || (st == LGM_OK && out->n_bad && !p->charset.len))
        st = lgm_charset_decode(a, LGM_SLICE("windows-1252"), bytes, &out->body, &out->n_bad, err);
    if (st != LGM_OK) return st;
    return lgm_mail_unflow(a, &out->body, p->flowed, p->delsp, err);
}

/* The better one of two parts of one multipart: true where the part is to replace what there is. */
static bool is_better(const lgm_mail *out, const lgm_mail_part *p)
{
    if (!out->body.ptr) return true;
    if (p->in_alternative) return out->is_page && equal(p->type, "text/plain");
    return false;
}

static lgm_status take(lgm_arena *a, const lgm_mail_part *p, lgm_mail *out, lgm_err *err)
{
    lgm_slice bytes;
    if (!is_text(p) || !is_better(out, p)) {
        if (!p->in_alternative && !p->in_page) leave_out(out, p, a);
        return LGM_OK;
    }
    lgm_status st = lgm_mail_part_bytes(a, p, &bytes, err);
    if (st != LGM_OK || !has_words(bytes)) return st;
    const bool page = equal(p->type, "text/html");
    out->is_page = false;
    out->is_saved_page |= page && p->in_page && out->url.len;
    return page ? take_page(p, bytes, out) : take_text(a, p, bytes, out, err);
}

lgm_status lgm_mail_read(lgm_arena *a, lgm_slice message, lgm_mail *out, lgm_err *err)
{
    *out = (lgm_mail){0};
    lgm_slice rest = message;
    lgm_mail_parts parts;
    lgm_mail_part part;
    lgm_status st = read_header(a, &rest, out, err);
    lgm_mail_parts_start(&parts, a, message);
    while (st == LGM_OK && (st = lgm_mail_parts_next(&parts, &part, err)) == LGM_OK)
        st = take(a, &part, out, err);
    if (st != LGM_E_EMPTY) return st;
    if (out->body.ptr) return LGM_OK;
    return lgm_fail(err, LGM_E_FORMAT, "this mail has no text%s%.*s",
                    out->left_out.len ? ", only " : "",
                    (int)(out->left_out.len < 200 ? out->left_out.len : 200),
                    out->left_out.len ? out->left_out.ptr : "");
}
