/* body.c - chunks put together, codings undone. */
#include "warc/body.h"

#include <string.h>

void lgm_warc_body_done(lgm_warc_body *b)
{
    for (size_t i = 0; i < LGM_COUNT(b->buffers); i++) lgm_free(b->buffers[i].at);
    *b = (lgm_warc_body){0};
}

/* What was in it may be lost. */
static bool make_room(lgm_warc_buffer *to, size_t room)
{
    if (to->room >= room) return true;
    lgm_free(to->at);
    to->at = lgm_malloc(room);
    to->room = to->at ? room : 0;
    return to->at != NULL;
}

/* ---- chunks ---- */

/* The line "1a2f;extension" at the start of s: its length with the line end, and the size; 0 where
 * there is none. */
static size_t chunk_line(lgm_slice s, size_t *size)
{
    size_t i = 0, value = 0;
    for (; i < s.len && i < 8 && lgm_hex_digit(s.ptr[i]) >= 0; i++)
        value = value * 16 + (size_t)lgm_hex_digit(s.ptr[i]);
    const char *const lf = i ? memchr(s.ptr + i, '\n', s.len - i) : NULL;
    if (!lf || !strchr("; \t\r\n", s.ptr[i])) return 0;
    *size = value;
    return (size_t)(lf - s.ptr) + 1;
}

size_t lgm_warc_unchunk(lgm_slice bytes, uint8_t *to, bool *whole)
{
    size_t n = 0, size;
    *whole = false;
    for (size_t line; (line = chunk_line(bytes, &size)) != 0;) {
        bytes = (lgm_slice){bytes.ptr + line, bytes.len - line};
        if (size == 0) *whole = true;
        if (size == 0) break;
        const size_t part = size < bytes.len ? size : bytes.len;
        memcpy(to + n, bytes.ptr, part);
        n += part;
        bytes = (lgm_slice){bytes.ptr + part, bytes.len - part};
        if (bytes.len && bytes.ptr[0] == '\r') bytes.ptr++, bytes.len--;
        if (bytes.len && bytes.ptr[0] == '\n') bytes.ptr++, bytes.len--;
    }
    return n;
}

/* Many archives keep the field and store the body without its chunks. */
static lgm_status undo_chunks(lgm_warc_body *b, lgm_slice *bytes, lgm_err *err)
{
    size_t unused;
    bool whole;
    if (!chunk_line(*bytes, &unused)) return LGM_OK;
    lgm_warc_buffer *const to = &b->buffers[0];
    if (!make_room(to, bytes->len)) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const size_t n = lgm_warc_unchunk(*bytes, to->at, &whole);
    if (!whole) b->trouble = "the page is cut: the last part of its transfer is not there";
    *bytes = (lgm_slice){(const char *)to->at, n};
    return LGM_OK;
}

/* ---- codings ---- */

static bool grow(lgm_warc_buffer *to, size_t most)
{
    size_t room = to->room ? to->room * 2 : 64 << 10;
    if (room > most + 1) room = most + 1;
    uint8_t *const p = room > to->room ? lgm_realloc(to->at, room) : NULL;
    if (!p) return false;
    to->at = p;
    to->room = room;
    return true;
}

static lgm_unpack_state run(lgm_unpack *u, lgm_slice bytes, size_t most, lgm_warc_buffer *to)
{
    lgm_unpack_io io = {(const uint8_t *)bytes.ptr, bytes.len, NULL, 0};
    lgm_unpack_state state = LGM_UNPACK_ON;
    to->n = 0;
    while (state == LGM_UNPACK_ON && to->n <= most) {
        if (to->n == to->room && !grow(to, most)) return LGM_UNPACK_NOMEM;
        const size_t room = to->room - to->n, n_in = io.n_in;
        io.out = to->at + to->n, io.n_out = room;
        state = lgm_unpack_run(u, &io);
        to->n += room - io.n_out;
        if (state == LGM_UNPACK_END && io.n_in &&
            lgm_unpack_kind_of(io.in, io.n_in) == LGM_UNPACK_GZIP)
            state = lgm_unpack_again(u) ? LGM_UNPACK_ON : LGM_UNPACK_NOMEM;
        else if (io.n_out == room && io.n_in == n_in)
            break;
    }
    return state;
}

/* A body that is not packed as it says stays as it is: many archives unpack it and keep the
 * field. */
static lgm_status undo_coding(lgm_warc_body *b, lgm_unpack_kind kind, lgm_slice *bytes, size_t most,
                              lgm_err *err)
{
    lgm_unpack *u;
    lgm_warc_buffer *const to = &b->buffers[bytes->ptr != (const char *)b->buffers[1].at];
    if (to == &b->buffers[0]) b->unchunked = (lgm_slice){0}; /* was in it */
    lgm_status st = lgm_unpack_new(&u, kind, err);
    if (st != LGM_OK) return st;
    const lgm_unpack_state state = run(u, *bytes, most, to);
    lgm_unpack_free(u);
    if (state == LGM_UNPACK_NOMEM) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    if (to->n > most) b->too_large = true;
    if (to->n > most) to->n = most;
    if (state != LGM_UNPACK_END && to->n == 0) return LGM_OK;
    if (state == LGM_UNPACK_DAMAGED)
        b->trouble = "the page is cut: its packed body is damaged";
    else if (state != LGM_UNPACK_END)
        b->trouble = "the page is cut: its packed body ends early";
    *bytes = (lgm_slice){(const char *)to->at, to->n};
    return LGM_OK;
}

lgm_status lgm_warc_body_decode(lgm_warc_body *b, const lgm_warc_http *http, lgm_slice bytes,
                                size_t most, lgm_slice *out, lgm_err *err)
{
    lgm_status st = LGM_OK;
    b->trouble = http->unknown_coding ? "the page is packed in a way that is not known" : NULL;
    b->too_large = false;
    if (http->chunked) st = undo_chunks(b, &bytes, err);
    b->unchunked = bytes;
    for (size_t i = http->n_codings; st == LGM_OK && i-- > 0;)
        if (bytes.len) st = undo_coding(b, http->codings[i], &bytes, most, err);
    *out = bytes;
    return st;
}
