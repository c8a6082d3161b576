/* part.c - see part.h. */
#include "mail/part.h"

#include <string.h>
#include <strings.h>

#include "mail/header.h"
#include "mail/transfer.h"

static bool begins(lgm_slice s, const char *word)
{
    const size_t n = strlen(word);
    return s.len >= n && strncasecmp(s.ptr, word, n) == 0;
}

static lgm_slice from(lgm_slice s, size_t at)
{
    return (lgm_slice){s.ptr + at, s.len - at};
}

/* ---- what the header of a part says ---------------------------------------------------------- */

static bool says(lgm_arena *a, lgm_slice value, const char *name, const char *word)
{
    const lgm_slice v = lgm_mail_parameter(a, value, name);
    return v.len == strlen(word) && strncasecmp(v.ptr, word, v.len) == 0;
}

static bool read_type(lgm_arena *a, lgm_slice value, lgm_mail_part *out, lgm_slice *boundary)
{
    out->type = lgm_mail_main(a, value);
    out->charset = lgm_mail_parameter(a, value, "charset");
    *boundary = lgm_mail_parameter(a, value, "boundary");
    if (!out->name.len) out->name = lgm_mail_words(a, lgm_mail_parameter(a, value, "name"));
    out->flowed = says(a, value, "format", "flowed");
    out->delsp = says(a, value, "delsp", "yes");
    return out->type.ptr && out->charset.ptr && boundary->ptr && out->name.ptr;
}

static bool read_disposition(lgm_arena *a, lgm_slice value, lgm_mail_part *out)
{
    const lgm_slice kind = lgm_mail_main(a, value), name = lgm_mail_parameter(a, value, "filename");
    out->attached = begins(kind, "attachment");
    if (name.len) out->name = lgm_mail_words(a, name);
    return kind.ptr && name.ptr && (!name.len || out->name.ptr);
}

/* *s moves behind the header. */
static lgm_status read_header(lgm_arena *a, lgm_slice *s, lgm_mail_part *out, lgm_slice *boundary,
                              lgm_err *err)
{
    lgm_mail_field f;
    bool ok = true;
    *out = (lgm_mail_part){.type = LGM_SLICE("text/plain")};
    *boundary = (lgm_slice){0};
    while (ok && lgm_mail_next_field(s, &f)) {
        if (lgm_mail_is(&f, "Content-Type"))
            ok = read_type(a, f.value, out, boundary);
        else if (lgm_mail_is(&f, "Content-Disposition"))
            ok = read_disposition(a, f.value, out);
        else if (lgm_mail_is(&f, "Content-Transfer-Encoding"))
            ok = (out->encoding = lgm_mail_main(a, f.value)).ptr != NULL;
        else if (lgm_mail_is(&f, "Content-Location"))
            ok = (out->location = lgm_mail_unfold(a, f.value)).ptr != NULL;
    }
    out->body = *s;
    return ok ? LGM_OK : lgm_arena_fail(a, err);
}

/* ---- boundaries ------------------------------------------------------------------------------ */

/* The line that is a boundary, from s on: where it begins, and behind it; last: "--" ends it. */
static bool find_boundary(lgm_slice s, lgm_slice boundary, size_t *at, size_t *behind, bool *last)
{
    for (size_t i = 0; i < s.len;) {
        const char *const lf = memchr(s.ptr + i, '\n', s.len - i);
        const size_t next = lf ? (size_t)(lf - s.ptr) + 1 : s.len, len = next - i;
        const char *const line = s.ptr + i;
        if (len >= boundary.len + 2 && line[0] == '-' && line[1] == '-' &&
            memcmp(line + 2, boundary.ptr, boundary.len) == 0) {
            const lgm_slice tail = from((lgm_slice){line, len}, boundary.len + 2);
            *last = begins(tail, "--");
            size_t k = *last ? 2 : 0;
            while (k < tail.len && strchr(" \t\r\n", tail.ptr[k]) && tail.ptr[k]) k++;
            *at = i;
            *behind = next;
            if (k == tail.len || *last) return true;
        }
        i = next;
    }
    return false;
}

/* The line end before a boundary belongs to it. */
static lgm_slice without_line_end(lgm_slice s)
{
    if (s.len && s.ptr[s.len - 1] == '\n') s.len--;
    if (s.len && s.ptr[s.len - 1] == '\r') s.len--;
    return s;
}

/* The next part of the innermost multipart, header and body; false: there is none left. */
static bool next_piece(lgm_mail_level *l, lgm_slice *piece)
{
    size_t at, behind;
    bool last;
    if (!l->rest.ptr) return false;
    if (!find_boundary(l->rest, l->boundary, &at, &behind, &last)) {
        *piece = l->rest; /* cut: what there is goes out */
        l->rest = (lgm_slice){0};
        return piece->len > 0;
    }
    *piece = without_line_end((lgm_slice){l->rest.ptr, at});
    l->rest = last ? (lgm_slice){0} : from(l->rest, behind);
    return true;
}

/* ---- parts ----------------------------------------------------------------------------------- */

/* Goes behind the first boundary; without one the body is no multipart. */
static lgm_status enter(lgm_mail_parts *p, const lgm_mail_part *part, lgm_slice boundary,
                        lgm_err *err)
{
    size_t at, behind;
    bool last;
    if (p->depth == LGM_MAIL_DEPTH)
        return lgm_fail(err, LGM_E_BUDGET, "more than %d parts of mail within one another",
                        LGM_MAIL_DEPTH);
    lgm_mail_level *const l = &p->levels[p->depth++];
    *l = (lgm_mail_level){.boundary = boundary,
                          .alternative = begins(part->type, "multipart/alternative"),
                          .related = begins(part->type, "multipart/related")};
    if (boundary.len && find_boundary(part->body, boundary, &at, &behind, &last) && !last)
        l->rest = from(part->body, behind);
    return LGM_OK;
}

void lgm_mail_parts_start(lgm_mail_parts *p, lgm_arena *a, lgm_slice message)
{
    *p = (lgm_mail_parts){.arena = a, .whole = message};
}

static bool is_within(const lgm_mail_parts *p, bool related)
{
    for (size_t i = 0; i < p->depth; i++)
        if (related ? p->levels[i].related : p->levels[i].alternative) return true;
    return false;
}

lgm_status lgm_mail_parts_next(lgm_mail_parts *p, lgm_mail_part *out, lgm_err *err)
{
    for (;;) {
        lgm_slice piece = p->whole, boundary;
        if (!piece.ptr) {
            while (p->depth && !next_piece(&p->levels[p->depth - 1], &piece)) p->depth--;
            if (!p->depth) return LGM_E_EMPTY;
        }
        p->whole = (lgm_slice){0};
        if (++p->n > LGM_MAIL_PARTS)
            return lgm_fail(err, LGM_E_BUDGET, "mail of more than %d parts", LGM_MAIL_PARTS);
        lgm_status st = read_header(p->arena, &piece, out, &boundary, err);
        if (st != LGM_OK) return st;
        out->in_alternative = is_within(p, false);
        out->in_page = is_within(p, true);
        if (!begins(out->type, "multipart/")) return LGM_OK;
        st = enter(p, out, boundary, err);
        if (st != LGM_OK) return st;
    }
}

lgm_status lgm_mail_part_bytes(lgm_arena *a, const lgm_mail_part *part, lgm_slice *out,
                               lgm_err *err)
{
    bool ok = true;
    *out = part->body;
    if (begins(part->encoding, "base64"))
        ok = lgm_mail_base64(a, part->body, out);
    else if (begins(part->encoding, "quoted-printable"))
        ok = lgm_mail_quoted_printable(a, part->body, false, out);
    return ok ? LGM_OK : lgm_arena_fail(a, err);
}
