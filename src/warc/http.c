/* http.c - heads of answers, and types that hold no text. */
#include "warc/http.h"

#include <string.h>
#include <strings.h>

#include "warc/head_fields.h"

static void add_coding(lgm_slice name, lgm_warc_http *out)
{
    lgm_unpack_kind kind = LGM_UNPACK_NONE;
    if (lgm_warc_is(name, "gzip") || lgm_warc_is(name, "x-gzip"))
        kind = LGM_UNPACK_GZIP;
    else if (lgm_warc_is(name, "deflate"))
        kind = LGM_UNPACK_DEFLATE;
    else if (lgm_warc_is(name, "br"))
        kind = LGM_UNPACK_BROTLI;
    else if (lgm_warc_is(name, "zstd"))
        kind = LGM_UNPACK_ZSTD;
    else if (name.len && !lgm_warc_is(name, "identity") && !lgm_warc_is(name, "none"))
        out->unknown_coding = true;
    if (kind && out->n_codings < LGM_WARC_CODINGS) out->codings[out->n_codings++] = kind;
}

/* "gzip, chunked" */
static void add_codings(lgm_slice list, lgm_warc_http *out)
{
    while (list.len) {
        const char *const comma = memchr(list.ptr, ',', list.len);
        const size_t n = comma ? (size_t)(comma - list.ptr) : list.len;
        const lgm_slice name = lgm_warc_trim((lgm_slice){list.ptr, n});
        if (lgm_warc_is(name, "chunked"))
            out->chunked = true;
        else
            add_coding(name, out);
        list = (lgm_slice){list.ptr + n + (comma != NULL), list.len - n - (comma != NULL)};
    }
}

bool lgm_warc_http_read(lgm_slice head, lgm_warc_http *out)
{
    *out = (lgm_warc_http){0};
    lgm_slice line = lgm_warc_next_line(&head);
    const lgm_slice version = lgm_warc_next_word(&line), status = lgm_warc_next_word(&line);
    if (!lgm_warc_begins(version, "HTTP/") && !lgm_warc_begins(version, "ICY")) return false;
    if (!lgm_warc_number(status, &out->status)) return false;
    lgm_slice name, value;
    while (lgm_warc_next_field(&head, &name, &value)) {
        if (lgm_warc_is(name, "Content-Type"))
            out->type = value;
        else if (lgm_warc_is(name, "Content-Encoding"))
            add_codings(value, out);
        else if (lgm_warc_is(name, "Transfer-Encoding"))
            add_codings(value, out);
    }
    return true;
}

/* ---- types ---- */

static bool is_robots(lgm_slice uri)
{
    static const char name[] = "/robots.txt";
    const size_t n = sizeof name - 1;
    return uri.len >= n && strncasecmp(uri.ptr + uri.len - n, name, n) == 0;
}

bool lgm_warc_may_be_text(lgm_slice type, lgm_slice uri)
{
    static const char *const never[] = {"image/",
                                        "audio/",
                                        "video/",
                                        "font/",
                                        "application/font",
                                        "application/x-font",
                                        "application/vnd.ms-fontobject",
                                        "text/css",
                                        "text/javascript",
                                        "text/ecmascript",
                                        "text/dns",
                                        "application/javascript",
                                        "application/x-javascript",
                                        "application/ecmascript",
                                        "application/wasm",
                                        "application/x-shockwave-flash",
                                        "application/manifest",
                                        "application/opensearch"};
    /* Logs of wget, and what crawlers say of a page beside it. */
    static const char *const not_pages[] = {
        "dns:", "whois:", "metadata:", "urn:pageinfo:", "urn:text:", "urn:view:", "urn:thumbnail:"};
    for (size_t i = 0; i < LGM_COUNT(not_pages); i++)
        if (lgm_warc_begins(uri, not_pages[i])) return false;
    if (is_robots(uri)) return false;
    for (size_t i = 0; i < LGM_COUNT(never); i++)
        if (lgm_warc_begins(type, never[i])) return false;
    return true;
}
