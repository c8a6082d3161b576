/*
 * fuzz_warc.c - any bytes as the head of a record in a web archive, WARC or ARC, up to its blank
 * line, and what is behind it as an answer of a server: what the heads say are parts of them, a
 * moment is one, the body is no more than it may be; the same bytes say the same twice.
 */
#include "fuzz.h"
#include "warc/body.h"
#include "warc/digest.h"
#include "warc/head_fields.h"
#include "warc/warc_head.h"

#include <string.h>

enum { MOST = 1 << 16 };

static void inside(lgm_slice part, lgm_slice whole)
{
    CHECK(part.len == 0 || (part.ptr >= whole.ptr && part.ptr + part.len <= whole.ptr + whole.len));
}

/* Up to the blank line; the rest goes to *behind. */
static lgm_slice head_of(lgm_slice all, lgm_slice *behind)
{
    const char *const end = memmem(all.ptr, all.len, "\r\n\r\n", 4);
    const size_t len = end ? (size_t)(end - all.ptr) + 2 : all.len;
    *behind = (lgm_slice){all.ptr + len, all.len - len};
    if (end) behind->ptr += 2, behind->len -= 2;
    return (lgm_slice){all.ptr, len};
}

static void check_moment(lgm_slice date)
{
    char moment[LGM_WARC_MOMENT];
    memset(moment, 1, sizeof moment);
    if (!lgm_warc_moment(date, moment)) return;
    CHECK(memchr(moment, 0, sizeof moment) && strlen(moment) >= 10);
    CHECK(moment[4] == '-' && moment[7] == '-' && (!moment[10] || moment[10] == 'T'));
}

static void check_head(const char *wrong, const lgm_warc_head *h, lgm_slice head)
{
    CHECK(!wrong || wrong[0]);
    if (wrong) return;
    const lgm_slice parts[] = {
        h->id, h->uri, h->date, h->type, h->block_digest, h->payload_digest, h->truncated};
    for (size_t i = 0; i < LGM_COUNT(parts); i++) inside(parts[i], head);
    check_moment(h->date);
    lgm_warc_may_be_text(h->type, h->uri);
}

static void check_fields(lgm_slice head)
{
    const lgm_slice whole = head;
    lgm_slice name, value;
    size_t n = 0;
    while (lgm_warc_next_field(&head, &name, &value)) {
        inside(name, whole), inside(value, whole);
        inside(lgm_warc_parameter(value, "charset"), value);
        inside(lgm_warc_bare_type(value), value);
        CHECK(n++ <= whole.len);
    }
}

/* A hash of the answer's body; its digest is that of the bytes. */
static uint64_t check_answer(lgm_slice answer)
{
    lgm_slice bytes, out = {0};
    lgm_warc_http http = {0};
    lgm_warc_body body = {0};
    const lgm_slice head = head_of(answer, &bytes);
    if (!lgm_warc_http_read(head, &http)) return 0;
    inside(http.type, head);
    CHECK(http.n_codings <= LGM_WARC_CODINGS);
    CHECK(lgm_warc_body_decode(&body, &http, bytes, MOST, &out, NULL) == LGM_OK);
    CHECK(out.len <= (MOST > bytes.len ? MOST : bytes.len));
    CHECK(!body.trouble || body.trouble[0]);
    const uint64_t h = lgm_hash64(body.too_large, out.len ? out.ptr : "", out.len);
    lgm_warc_body_done(&body);
    return h;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *const exact = malloc(size + 1); /* a byte more, so that there is a place to point to */
    CHECK(exact);
    if (size) memcpy(exact, data, size);
    lgm_slice behind;
    const lgm_slice head = head_of((lgm_slice){exact, size}, &behind);
    lgm_warc_head h = {0}, arc = {0};
    check_head(lgm_warc_head_read(head, &h), &h, head);
    lgm_slice rest = head;
    const lgm_slice line = lgm_warc_next_line(&rest);
    check_head(lgm_warc_arc_read(line, &arc), &arc, line);
    lgm_warc_is_arc(head);
    check_fields(head);
    check_moment(line);
    CHECK(check_answer(behind) == check_answer(behind));
    lgm_warc_digest_check(h.block_digest, behind, (lgm_slice){"", 0});
    free(exact);
    return 0;
}
