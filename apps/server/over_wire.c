/* over_wire.c - see over_wire.h. */
#include "over_wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
#include <zlib.h>
#include <zstd.h>

enum { WORTH_PACKING = 1024, LEVEL = 3 };

/* Is it in the list, and not with "q=0"? */
static bool accepts(const char *list, const char *coding)
{
    const size_t n = strlen(coding);
    for (const char *s = list; (s = strstr(s, coding)) != NULL; s += n) {
        const bool starts = s == list || s[-1] == ' ' || s[-1] == ',';
        const char *rest = s + n + strspn(s + n, " ");
        if (!starts || (*rest && *rest != ',' && *rest != ';')) continue;
        if (*rest != ';') return true;
        rest += 1 + strspn(rest + 1, " ");
        return strncmp(rest, "q=0", 3) != 0 ||
               (rest[3] == '.' && strspn(rest + 4, "0") < strcspn(rest + 4, " ,"));
    }
    return false;
}

wire_coding wire_accepts(struct MHD_Connection *c)
{
    const char *const list =
        MHD_lookup_connection_value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_ACCEPT_ENCODING);
    if (!list) return WIRE_PLAIN;
    return accepts(list, "zstd") ? WIRE_ZSTD : accepts(list, "gzip") ? WIRE_GZIP : WIRE_PLAIN;
}

static bool gzip(strbuf *b)
{
    z_stream z = {0};
    if (deflateInit2(&z, LEVEL, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return false;
    const size_t room = deflateBound(&z, b->len);
    char *const out = malloc(room);
    z.next_in = (Bytef *)b->at;
    z.avail_in = (uInt)b->len;
    z.next_out = (Bytef *)out;
    z.avail_out = (uInt)room;
    const bool done = out && deflate(&z, Z_FINISH) == Z_STREAM_END;
    const size_t len = z.total_out;
    deflateEnd(&z);
    if (!done) {
        free(out);
        return false;
    }
    strbuf_done(b);
    *b = (strbuf){.at = out, .len = len, .room = room};
    return true;
}

static bool zstd(strbuf *b)
{
    const size_t room = ZSTD_compressBound(b->len);
    char *const out = malloc(room);
    const size_t len = out ? ZSTD_compress(out, room, b->at, b->len, LEVEL) : 0;
    if (!out || ZSTD_isError(len)) {
        free(out);
        return false;
    }
    strbuf_done(b);
    *b = (strbuf){.at = out, .len = len, .room = room};
    return true;
}

static wire_coding pack(strbuf *b, wire_coding coding)
{
    if (b->len < WORTH_PACKING || b->len > UINT32_MAX / 2) return WIRE_PLAIN;
    if (coding == WIRE_ZSTD && zstd(b)) return WIRE_ZSTD;
    return coding == WIRE_GZIP && gzip(b) ? WIRE_GZIP : WIRE_PLAIN;
}

void wire_headers(struct MHD_Response *r)
{
    MHD_add_response_header(r, "Content-Security-Policy",
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src "
                            "'self' data:; connect-src 'self'; base-uri 'none'; form-action "
                            "'none'; frame-ancestors 'none'");
    MHD_add_response_header(r, "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(r, "Referrer-Policy", "no-referrer");
    MHD_add_response_header(r, "Cross-Origin-Resource-Policy", "same-origin");
    MHD_add_response_header(r, "Cache-Control", "private, no-cache");
}

struct MHD_Response *wire_response(exchange *x, wire_coding coding, size_t *bytes)
{
    static const char *const codings[] = {NULL, "gzip", "zstd"};
    char tag[40];
    if (x->out.failed) return NULL;
    const bool tagged = x->status == MHD_HTTP_OK && strcmp(x->method, "POST") != 0;
    const XXH64_hash_t hash = tagged ? XXH3_64bits(x->out.at, x->out.len) : 0;
    const wire_coding packed = x->attached ? WIRE_PLAIN : pack(&x->out, coding);
    struct MHD_Response *const r =
        MHD_create_response_from_buffer(x->out.len, x->out.at, MHD_RESPMEM_MUST_FREE);
    if (!r) return NULL;
    *bytes = x->out.len;
    x->out = (strbuf){0};
    snprintf(tag, sizeof tag, "\"%016llx-%d\"", (unsigned long long)hash, packed);
    if (tagged) MHD_add_response_header(r, MHD_HTTP_HEADER_ETAG, tag);
    MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, x->type);
    MHD_add_response_header(r, MHD_HTTP_HEADER_VARY, "Accept-Encoding");
    if (packed) MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_ENCODING, codings[packed]);
    if (x->allowed) MHD_add_response_header(r, MHD_HTTP_HEADER_ALLOW, x->allowed);
    if (x->attached) MHD_add_response_header(r, "Content-Disposition", "attachment");
    if (x->status == MHD_HTTP_UNAUTHORIZED)
        MHD_add_response_header(r, MHD_HTTP_HEADER_WWW_AUTHENTICATE, "Bearer");
    wire_headers(r);
    return r;
}

/* "*", or one of the list, weak or not. */
static bool is_known(struct MHD_Connection *c, const struct MHD_Response *r)
{
    const char *const list =
        MHD_lookup_connection_value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_NONE_MATCH);
    const char *const tag = MHD_get_response_header((struct MHD_Response *)r, MHD_HTTP_HEADER_ETAG);
    return list && tag && (strcmp(list, "*") == 0 || strstr(list, tag));
}

static struct MHD_Response *not_modified(struct MHD_Response *known)
{
    struct MHD_Response *const r =
        MHD_create_response_from_buffer(0, (void *)"", MHD_RESPMEM_PERSISTENT);
    if (!r) return NULL;
    MHD_add_response_header(r, MHD_HTTP_HEADER_ETAG,
                            MHD_get_response_header(known, MHD_HTTP_HEADER_ETAG));
    MHD_add_response_header(r, MHD_HTTP_HEADER_VARY, "Accept-Encoding");
    wire_headers(r);
    return r;
}

enum MHD_Result wire_queue(struct MHD_Connection *c, int status, struct MHD_Response *r)
{
    struct MHD_Response *const other =
        status == MHD_HTTP_OK && is_known(c, r) ? not_modified(r) : NULL;
    if (!other) return MHD_queue_response(c, (unsigned)status, r);
    const enum MHD_Result queued = MHD_queue_response(c, MHD_HTTP_NOT_MODIFIED, other);
    MHD_destroy_response(other);
    return queued;
}
