/* warc_page.c - the head of an answer, its body, and what is known of both. */
#include "read/warc_page.h"

#include <stdio.h>
#include <string.h>

#include "read/format.h"
#include "read/warc_block.h"
#include "warc/digest.h"
#include "warc/head_fields.h"

enum { MAX_HEAD = 256 << 10 };

typedef struct page {
    lgm_warc_head head; /* copied, as all that is of it */
    lgm_warc_http http;
    lgm_slice http_head, stored, body; /* stored: the body as it is in the record */
    uint64_t left;                     /* of the block, not yet read */
    bool cut, ends;                    /* ends: where it says that it does */
} page;

static bool keep(lgm_arena *call, lgm_slice *s)
{
    if (s->len) s->ptr = lgm_arena_strndup(call, s->ptr, s->len);
    return s->ptr || !s->len;
}

static bool keep_head(lgm_arena *call, lgm_warc_head *h)
{
    return keep(call, &h->id) && keep(call, &h->uri) && keep(call, &h->type) &&
           keep(call, &h->date) && keep(call, &h->block_digest) && keep(call, &h->payload_digest) &&
           keep(call, &h->truncated);
}

lgm_status lgm_read_warc_leave(lgm_intake *f, lgm_warc_archive *a, uint64_t n, lgm_err *err)
{
    lgm_slice none = {0};
    const uint64_t from = lgm_read_stream_place(f->stream, f->chunk.len);
    f->buf.n = 0;
    if (lgm_read_warc_pass(f, n, a->arc ? 1 : 4) < n)
        return lgm_read_warc_broken_off(f, a, "the file ends early, in this record", err);
    if (!a->arc && !lgm_read_warc_ends(f, &none))
        return lgm_read_warc_resync(f, a, from, "the record is not as long as it says", err);
    a->ahead = f->buf.n;
    return LGM_OK;
}

/* ---- the head of the answer ------------------------------------------------------------------ */

static bool is_http(const lgm_warc_archive *a, const lgm_warc_head *h)
{
    if (a->arc) return lgm_warc_begins(h->uri, "http");
    return h->kind == LGM_WARC_RESPONSE &&
           (!h->type.len || lgm_warc_begins(h->type, "application/http"));
}

/* Is the answer a page? Without memory it is none, and the arena says so. */
static bool take_http(lgm_intake *f, lgm_arena *call, page *p)
{
    const uint64_t before = f->n_used;
    p->http_head = lgm_read_intake_take_head(f, p->left < MAX_HEAD ? (size_t)p->left : MAX_HEAD);
    p->left -= f->n_used - before;
    return keep(call, &p->http_head) && lgm_warc_http_read(p->http_head, &p->http) &&
           p->http.status == 200;
}

/* Whether to read on; what is left out is counted. */
static bool is_wanted(lgm_intake *f, lgm_read_tools *tools, const lgm_warc_archive *a, page *p)
{
    p->http = (lgm_warc_http){.type = p->head.type};
    f->buf.n = 0;
    if (is_http(a, &p->head) && !take_http(f, tools->call, p)) {
        tools->left_out[LGM_READ_OTHER_ANSWERS]++;
        return false;
    }
    if (lgm_warc_may_be_text(p->http.type, p->head.uri)) return true;
    tools->left_out[LGM_READ_NO_NEWS]++;
    return false;
}

/* ---- the body -------------------------------------------------------------------------------- */

/* Where in the block another record begins, perhaps with its first bytes alone; the length of the
 * block if nowhere. */
static size_t next_record(lgm_slice block)
{
    static const char sign[] = "\nWARC/1.";
    const size_t n = sizeof sign - 1;
    const char *const found = block.len ? memmem(block.ptr, block.len, sign, n) : NULL;
    if (found) return (size_t)(found - block.ptr);
    for (size_t k = block.len < n ? block.len : n - 1; k > 1; k--)
        if (memcmp(block.ptr + block.len - k, sign, k) == 0) return block.len - k;
    return block.len;
}

/* The length was too great where another record begins in the block: it ends there. */
static void end_block(lgm_intake *f, lgm_slice *block, uint64_t from)
{
    const size_t n = next_record(*block);
    if (n == block->len || !lgm_read_stream_seek(f->stream, from + n)) return;
    f->chunk = (lgm_slice){0};
    block->len = n;
    while (block->len && strchr("\r\n", block->ptr[block->len - 1])) block->len--;
}

static lgm_status take_body(lgm_intake *f, lgm_warc_archive *a, page *p, lgm_err *err)
{
    const uint64_t from = lgm_read_stream_place(f->stream, f->chunk.len);
    f->buf.n = 0;
    p->stored = lgm_read_warc_take(f, (size_t)p->left);
    const size_t n = f->buf.n;
    p->cut = p->stored.len < p->left;
    p->ends = p->cut || a->arc || lgm_read_warc_ends(f, &p->stored);
    a->ahead = f->buf.n - n;
    if (!p->ends) {
        a->ahead = 0;
        end_block(f, &p->stored, from);
        a->find = true;
    }
    return lgm_warc_body_decode(&a->body, &p->http, p->stored, f->max_bytes, &p->body, err);
}

/* Tools differ in whether the payload has its chunks. */
static bool differs(const lgm_warc_archive *a, const page *p)
{
    const lgm_slice none = {0};
    const lgm_slice block = p->head.block_digest, payload = p->head.payload_digest;
    const lgm_warc_match whole = lgm_warc_digest_check(block, p->http_head, p->stored);
    if (whole != LGM_WARC_UNKNOWN) return whole == LGM_WARC_DIFFERS;
    if (lgm_warc_digest_check(payload, p->stored, none) != LGM_WARC_DIFFERS) return false;
    if (p->http.chunked &&
        lgm_warc_digest_check(payload, a->body.unchunked, none) == LGM_WARC_MATCHES)
        return false;
    return lgm_warc_digest_check(payload, p->body, none) == LGM_WARC_DIFFERS;
}

static lgm_status warn(const lgm_intake *f, lgm_arena *call, const lgm_warc_archive *a,
                       const page *p, lgm_input *in, lgm_err *err)
{
    char sentence[160];
    lgm_status st = LGM_OK;
    if (p->cut) {
        snprintf(sentence, sizeof sentence,
                 "the page is cut: %s in its record, %zu of %llu bytes are there",
                 f->broken.code == LGM_OK ? "the file ends early"
                                          : "the data is damaged or ends early",
                 p->stored.len, (unsigned long long)p->left);
        st = lgm_read_warn(call, in, sentence, err);
    } else if (!p->ends) {
        st = lgm_read_warn(call, in,
                           "the record is not as long as it says, or what follows is damaged", err);
    } else if (differs(a, p)) {
        st = lgm_read_warn(call, in, "the digest of the record does not match its bytes", err);
    }
    if (st == LGM_OK && p->head.truncated.len) {
        snprintf(sentence, sizeof sentence, "the page is cut: who archived it stopped (%.40s)",
                 p->head.truncated.ptr);
        st = lgm_read_warn(call, in, sentence, err);
    }
    if (st == LGM_OK && p->head.segment)
        st = lgm_read_warn(call, in, "the page goes on in other records, which were left out", err);
    if (st == LGM_OK && a->body.trouble && !p->cut)
        st = lgm_read_warn(call, in, a->body.trouble, err);
    return st;
}

/* ---- the item -------------------------------------------------------------------------------- */

static const char *string(lgm_arena *call, lgm_slice s)
{
    return s.len ? lgm_arena_strndup(call, s.ptr, s.len) : NULL;
}

static lgm_status make_item(lgm_intake *f, lgm_arena *call, lgm_warc_archive *a, page *p,
                            lgm_read_item *item, lgm_err *err)
{
    const lgm_slice which = p->head.uri.len ? p->head.uri : p->head.id;
    const size_t size = strlen(f->name) + which.len + 3;
    char moment[LGM_WARC_MOMENT], *const label = lgm_arena_alloc(call, size);
    if (!label) return lgm_arena_fail(call, err);
    snprintf(label, size, "%s: %.*s", f->name, (int)which.len, which.ptr);
    item->at = a->place;
    item->hint.content_type = string(call, lgm_warc_bare_type(p->http.type));
    item->hint.charset = string(call, lgm_warc_parameter(p->http.type, "charset"));
    item->known = (lgm_input){.name = label,
                              .url = string(call, p->head.uri),
                              .member = string(call, p->head.id.len ? p->head.id : which),
                              .at = a->place};
    if (lgm_warc_moment(p->head.date, moment))
        item->known.retrieved = lgm_arena_strndup(call, moment, strlen(moment));
    lgm_status st = lgm_arena_status(call) == LGM_OK ? LGM_OK : lgm_arena_fail(call, err);
    if (st == LGM_OK) st = warn(f, call, a, p, &item->known, err);
    if (st != LGM_OK) return st;
    return lgm_read_stream_open_bytes(&item->member, label, p->body.ptr, p->body.len, err);
}

static lgm_status too_large(lgm_intake *f, lgm_warc_archive *a, uint64_t n, lgm_err *err)
{
    lgm_status st = n ? lgm_read_warc_leave(f, a, n, err) : LGM_OK;
    if (st != LGM_OK) return st;
    return lgm_fail_at(err, LGM_E_BUDGET, 0, a->place,
                       "%s: byte %llu: the page is larger than the limit of %llu bytes a report",
                       f->name, (unsigned long long)a->place, (unsigned long long)f->max_bytes);
}

lgm_status lgm_read_warc_page(lgm_intake *f, lgm_read_tools *tools, lgm_warc_archive *a,
                              const lgm_warc_head *head, lgm_read_item *item, lgm_err *err)
{
    page p = {.head = *head, .left = head->length};
    if (!keep_head(tools->call, &p.head)) return lgm_arena_fail(tools->call, err);
    const bool wanted = is_wanted(f, tools, a, &p);
    if (lgm_arena_status(tools->call) != LGM_OK) return lgm_arena_fail(tools->call, err);
    if (!wanted) return lgm_read_warc_leave(f, a, p.left, err);
    if (p.left > f->max_bytes) return too_large(f, a, p.left, err);
    const lgm_status st = take_body(f, a, &p, err);
    if (st != LGM_OK) return st;
    if (a->body.too_large) return too_large(f, a, 0, err);
    if (p.body.len) return make_item(f, tools->call, a, &p, item, err);
    if (p.cut) return lgm_read_warc_broken_off(f, a, "the file ends early, in this record", err);
    tools->left_out[LGM_READ_EMPTY_PAGES]++;
    return LGM_OK;
}
