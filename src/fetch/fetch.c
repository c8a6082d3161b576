/* fetch.c - see fetch.h. */
#include "fetch/fetch.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "fetch/private_address.h"
#include "legomena/kinds.h"

typedef struct fetch {
    const char *address;
    const lgm_fetch_options *options;
    lgm_buf body;
    bool large, private, by_proxy, cancelled;
    char why[CURL_ERROR_SIZE];
} fetch;

bool lgm_fetch_takes(const char *address)
{
    return strncasecmp(address, "http://", 7) == 0 || strncasecmp(address, "https://", 8) == 0;
}

/* ---- what libcurl asks ----------------------------------------------------------------------- */

static size_t on_bytes(char *bytes, size_t one, size_t n, void *ctx)
{
    fetch *const f = ctx;
    f->large = f->body.len + n > f->options->most;
    if (!f->large) lgm_buf_put(&f->body, bytes, n * one);
    return f->large || f->body.failed ? 0 : n;
}

static curl_socket_t on_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *to)
{
    fetch *const f = ctx;
    (void)purpose;
    if (!f->by_proxy && !f->options->private_addresses && lgm_fetch_is_private(&to->addr)) {
        f->private = true;
        return CURL_SOCKET_BAD;
    }
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static int on_progress(void *ctx, curl_off_t all, curl_off_t done, curl_off_t up, curl_off_t sent)
{
    fetch *const f = ctx;
    (void)all, (void)done, (void)up, (void)sent;
    f->cancelled = f->options->cancelled && f->options->cancelled(f->options->ctx);
    return f->cancelled;
}

/* ---- the request ----------------------------------------------------------------------------- */

static bool has_proxy(void)
{
    static const char *const names[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy",
                                        "ALL_PROXY"};
    for (size_t i = 0; i < LGM_COUNT(names); i++) {
        const char *const value = getenv(names[i]);
        if (value && *value) return true;
    }
    return false;
}

static void set_up(CURL *c, fetch *f)
{
    curl_easy_setopt(c, CURLOPT_URL, f->address);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(c, CURLOPT_MAXREDIRS, (long)LGM_FETCH_REDIRECTS);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)LGM_FETCH_SECONDS);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, 15L);
    curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(c, CURLOPT_USERAGENT, "legomena/" LGM_VERSION);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_bytes);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, f);
    curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, f);
    curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(c, CURLOPT_XFERINFODATA, f);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, f->why);
}

static lgm_status outcome(const fetch *f, CURLcode code, long answer, lgm_err *err)
{
    if (f->cancelled) return lgm_fail(err, LGM_E_CANCELLED, "%s: not read to its end", f->address);
    if (f->body.failed || code == CURLE_OUT_OF_MEMORY)
        return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", f->address);
    if (f->private)
        return lgm_fail(err, LGM_E_UNSUPPORTED,
                        "%s: this leads to a private network; --private-addresses allows it",
                        f->address);
    if (f->large)
        return lgm_fail(err, LGM_E_BUDGET, "%s: larger than the limit of %llu bytes", f->address,
                        (unsigned long long)f->options->most);
    if (code == CURLE_OPERATION_TIMEDOUT)
        return lgm_fail(err, LGM_E_BUDGET, "%s: no whole answer within %d seconds", f->address,
                        LGM_FETCH_SECONDS);
    if (code != CURLE_OK)
        return lgm_fail(err, LGM_E_IO, "%s: %s", f->address,
                        *f->why ? f->why : curl_easy_strerror(code));
    if (answer == 404 || answer == 410)
        return lgm_fail(err, LGM_E_NOTFOUND, "%s: not there, the server says (%ld)", f->address,
                        answer);
    if (answer < 200 || answer > 299)
        return lgm_fail(err, LGM_E_IO, "%s: the server answers %ld and no page", f->address,
                        answer);
    return LGM_OK;
}

/* ---- the answer ------------------------------------------------------------------------------ */

static void copy(char *to, size_t room, const char *from, size_t len)
{
    const size_t n = len < room ? len : 0;
    memcpy(to, from, n);
    to[n] = 0;
}

static void take_type(lgm_fetched *out, const char *type)
{
    if (!type) return;
    copy(out->content_type, sizeof out->content_type, type, strcspn(type, "; \t"));
    for (char *c = out->content_type; *c; c++)
        if (*c >= 'A' && *c <= 'Z') *c |= 32;
    const char *charset = strcasestr(type, "charset=");
    if (!charset) return;
    charset += strlen("charset=");
    charset += *charset == '"';
    copy(out->charset, sizeof out->charset, charset, strcspn(charset, "\"; \t"));
}

static void take_time(lgm_fetched *out)
{
    const time_t now = time(NULL);
    struct tm t;
    if (!gmtime_r(&now, &t) || !strftime(out->at, sizeof out->at, "%Y-%m-%dT%H:%M:%SZ", &t))
        out->at[0] = 0;
}

static lgm_status take(CURL *c, fetch *f, lgm_fetched *out, lgm_err *err)
{
    const char *url = NULL, *type = NULL;
    curl_easy_getinfo(c, CURLINFO_EFFECTIVE_URL, &url);
    curl_easy_getinfo(c, CURLINFO_CONTENT_TYPE, &type);
    if (url) copy(out->url, sizeof out->url, url, strlen(url));
    take_type(out, type);
    take_time(out);
    return lgm_buf_take(&f->body, &out->body, &out->len, err);
}

static bool ready;

static void start_library(void)
{
    ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

lgm_status lgm_fetch_get(lgm_fetched *out, const char *address, const lgm_fetch_options *options,
                         lgm_err *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    fetch f = {.address = address, .options = options, .by_proxy = has_proxy()};
    *out = (lgm_fetched){0};
    pthread_once(&once, start_library);
    if (!ready)
        return lgm_fail(err, LGM_E_UNSUPPORTED,
                        "%s: pages are fetched by libcurl (libcurl.so.4), and there is none here "
                        "that starts; install it",
                        address);
    CURL *const c = curl_easy_init();
    if (!c) return lgm_fail(err, LGM_E_NOMEM, "%s: out of memory", address);
    set_up(c, &f);
    const CURLcode code = curl_easy_perform(c);
    long answer = 0;
    curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &answer);
    lgm_status st = outcome(&f, code, answer, err);
    if (st == LGM_OK) st = take(c, &f, out, err);
    lgm_buf_done(&f.body);
    curl_easy_cleanup(c);
    return st;
}

void lgm_fetch_done(lgm_fetched *f)
{
    lgm_free(f->body);
    *f = (lgm_fetched){0};
}
