/* server.c - a visit is a request: what came of it so far, until it is answered. */
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "page_files.h"
#include "read_body.h"
#include "routes.h"
#include "server_state.h"
#include "over_wire.h"

enum {
    MOST_BODY = 16 << 20,
    SECONDS_IDLE = 60,
    MOST_CONNECTIONS = 12000, /* those that ask nothing hold nobody up */
    OTHER_FILES = 200,        /* that are open beside connections: the ledger, many times */
    CONNECTION_BYTES = 8 << 10,
    MOST_FIELDS = 64,
    LEAST_THREADS = 2,
    MOST_THREADS = 16
};

typedef enum visit_state { VISIT_NEW, VISIT_TAKING, VISIT_WAITING, VISIT_DONE } visit_state;

typedef struct visit {
    char *question; /* the address as it was asked for */
    char *rest;
    visit_state state;
    const route *route;
    struct MHD_Connection *connection;
    exchange x;
    asked_field fields[MOST_FIELDS];
    strbuf body;
    bool too_large;
} visit;

/* ---- answers ---- */

static enum MHD_Result answer(struct MHD_Connection *c, exchange *x)
{
    size_t bytes;
    struct MHD_Response *const r = wire_response(x, wire_accepts(c), &bytes);
    if (!r) return MHD_NO;
    const enum MHD_Result queued = wire_queue(c, x->status, r);
    MHD_destroy_response(r);
    return queued;
}

static enum MHD_Result refuse(struct MHD_Connection *c, exchange *x, int status, const char *why)
{
    exchange_problem(x, status, why);
    return answer(c, x);
}

static void resume(void *ctx)
{
    const visit *const v = ctx;
    MHD_resume_connection(v->connection);
}

static enum MHD_Result read_apart(struct MHD_Connection *c, visit *v,
                                  void (*read)(exchange *x, lgm_worker *worker))
{
    v->state = VISIT_WAITING;
    MHD_suspend_connection(c);
    if (reading_thread_add(v->x.server->reading, &v->x, read, resume, v)) return MHD_YES;
    exchange_problem(&v->x, MHD_HTTP_SERVICE_UNAVAILABLE, "too many wait to be read");
    MHD_resume_connection(c);
    return MHD_YES;
}

/* The same question in the same state of the ledger, packed in the same way. */
static enum MHD_Result ask_ledger(struct MHD_Connection *c, visit *v)
{
    server *const s = v->x.server;
    lgm_err err = {0};
    strbuf key = {0};
    size_t bytes;
    const wire_coding coding = wire_accepts(c);
    pooled *const one = ledger_pool_take(s->pool, &err);
    if (!one) {
        exchange_failed(&v->x, LGM_E_IO, &err);
        return answer(c, &v->x);
    }
    v->x.ledger = pooled_ledger(one);
    v->x.coverage = pooled_coverage(one);
    strbuf_printf(&key, "%d %s", coding, v->question);
    strbuf_put(&key, "", 1);
    const bool get = strcmp(v->x.method, "POST") != 0;
    struct MHD_Response *r = get && !key.failed ? pooled_answer(one, key.at) : NULL;
    enum MHD_Result queued = MHD_NO;
    if (r) {
        queued = wire_queue(c, MHD_HTTP_OK, r);
    } else {
        v->route->handle(&v->x);
        if (v->x.apart) {
            strbuf_done(&key);
            ledger_pool_give(s->pool, one);
            v->x.ledger = NULL;
            v->x.coverage = NULL;
            return read_apart(c, v, s->talk.read);
        }
        const bool lasting = v->x.lasting && v->x.status == MHD_HTTP_OK && get;
        r = wire_response(&v->x, coding, &bytes);
        if (r) queued = wire_queue(c, v->x.status, r);
        if (r && !(lasting && !key.failed && pooled_keep(one, key.at, r, bytes)))
            MHD_destroy_response(r);
    }
    strbuf_done(&key);
    ledger_pool_give(s->pool, one);
    return queued;
}

static enum MHD_Result listen_for_news(struct MHD_Connection *c, visit *v)
{
    struct MHD_Response *const r = news_listen(v->x.server->news, c);
    if (!r) return refuse(c, &v->x, MHD_HTTP_SERVICE_UNAVAILABLE, "too many listen");
    wire_headers(r);
    const enum MHD_Result queued = MHD_queue_response(c, MHD_HTTP_OK, r);
    MHD_destroy_response(r);
    return queued;
}

/* ---- the page ---- */

/* "/?once=…" gives the cookie and leads to the page. */
static enum MHD_Result enter(struct MHD_Connection *c, visit *v, const char *once)
{
    server *const s = v->x.server;
    char cookie[220];
    if (!access_enters(&s->access, once))
        return refuse(c, &v->x, MHD_HTTP_FORBIDDEN,
                      "this link was used, and opens the page once: start legomena serve again");
    struct MHD_Response *const r =
        MHD_create_response_from_buffer(0, (void *)"", MHD_RESPMEM_PERSISTENT);
    if (!r) return MHD_NO;
    snprintf(cookie, sizeof cookie, "legomena=%s; Path=/; HttpOnly; SameSite=Strict",
             s->access.token);
    MHD_add_response_header(r, MHD_HTTP_HEADER_SET_COOKIE, cookie);
    MHD_add_response_header(r, MHD_HTTP_HEADER_LOCATION, "/");
    wire_headers(r);
    const enum MHD_Result queued = MHD_queue_response(c, MHD_HTTP_SEE_OTHER, r);
    MHD_destroy_response(r);
    return queued;
}

static enum MHD_Result answer_page(struct MHD_Connection *c, visit *v, const page_file *f)
{
    v->x.type = f->type;
    strbuf_put(&v->x.out, f->at, f->len);
    return answer(c, &v->x);
}

/* ---- a request, from its head to its answer ---- */

/* What is too much is left out: no question takes as many. */
static enum MHD_Result add_field(void *ctx, enum MHD_ValueKind kind, const char *name,
                                 const char *value)
{
    visit *const v = ctx;
    (void)kind;
    if (v->x.n_fields < MOST_FIELDS) v->fields[v->x.n_fields++] = (asked_field){name, value};
    return MHD_YES;
}

static enum MHD_Result start(struct MHD_Connection *c, visit *v, const char *path)
{
    const char *why, *allowed;
    lgm_str rest;
    v->connection = v->x.connection = c;
    v->x.fields = v->fields;
    MHD_get_connection_values(c, MHD_GET_ARGUMENT_KIND, add_field, v);
    const char *const once = exchange_field(&v->x, "once");
    const page_file *const file = page_file_find(path);
    const bool enters = once && strcmp(path, "/") == 0;
    int status = enters ? access_refuses_host(&v->x.server->access, c, &why)
                        : access_refuses(&v->x.server->access, c, &why);
    v->state = VISIT_DONE;
    if (status) return refuse(c, &v->x, status, why);
    v->route = route_find(v->x.method, path, &rest, &allowed);
    v->rest = strndup(rest.ptr, rest.len);
    if (!v->rest) return MHD_NO;
    v->x.rest = v->rest;
    const bool get = strcmp(v->x.method, "GET") == 0 || strcmp(v->x.method, "HEAD") == 0;
    if (enters && get) return enter(c, v, once);
    if (file && get) return answer_page(c, v, file);
    if (!v->route && (*allowed || file)) {
        v->x.allowed = file ? "GET, HEAD" : allowed;
        return refuse(c, &v->x, MHD_HTTP_METHOD_NOT_ALLOWED,
                      "there is nothing of this method here");
    }
    if (!v->route)
        return refuse(c, &v->x, MHD_HTTP_NOT_FOUND,
                      "there is nothing here: GET /api says what there is");
    const char *const type =
        MHD_lookup_connection_value(c, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_TYPE);
    v->x.body_type = type ? type : "";
    v->state = VISIT_TAKING;
    return MHD_YES;
}

static void take(visit *v, const char *bytes, size_t len)
{
    if (v->body.len + len > MOST_BODY)
        v->too_large = true;
    else
        strbuf_put(&v->body, bytes, len);
}

static enum MHD_Result finish(struct MHD_Connection *c, visit *v)
{
    if (v->state == VISIT_WAITING) return answer(c, &v->x);
    if (v->too_large)
        return refuse(c, &v->x, MHD_HTTP_CONTENT_TOO_LARGE, "the body has more than 16 MiB");
    if (v->body.failed) return refuse(c, &v->x, MHD_HTTP_SERVICE_UNAVAILABLE, "out of memory");
    strbuf_put(&v->body, "", 1);
    v->x.body = v->body.at;
    v->x.body_len = v->body.len - 1;
    if (v->route->handle == NULL)
        return v->route->ledger ? listen_for_news(c, v) : read_apart(c, v, read_body);
    if (v->route->ledger) return ask_ledger(c, v);
    v->route->handle(&v->x);
    return answer(c, &v->x);
}

static enum MHD_Result serve(void *ctx, struct MHD_Connection *c, const char *path,
                             const char *method, const char *version, const char *bytes,
                             size_t *n_bytes, void **visited)
{
    visit *const v = *visited;
    (void)version;
    if (!v) return MHD_NO;
    if (v->state == VISIT_NEW) {
        v->x = (exchange){
            .server = ctx, .method = method, .status = MHD_HTTP_OK, .type = "application/json"};
        return start(c, v, path);
    }
    if (v->state == VISIT_DONE) return MHD_YES;
    if (*n_bytes) {
        take(v, bytes, *n_bytes);
        *n_bytes = 0;
        return MHD_YES;
    }
    return finish(c, v);
}

static void *begin(void *ctx, const char *uri, struct MHD_Connection *c)
{
    visit *const v = calloc(1, sizeof *v);
    (void)ctx;
    (void)c;
    if (v) v->question = strdup(uri);
    if (v && v->question) return v;
    free(v);
    return NULL;
}

static void end(void *ctx, struct MHD_Connection *c, void **visited,
                enum MHD_RequestTerminationCode how)
{
    visit *const v = *visited;
    (void)ctx;
    (void)c;
    (void)how;
    if (!v) return;
    strbuf_done(&v->x.out);
    strbuf_done(&v->body);
    free(v->question);
    free(v->rest);
    free(v);
}

/* ---- the server ---- */

static lgm_status fail(lgm_err *err, lgm_status st, const char *fmt, const char *what)
{
    *err = (lgm_err){.code = st};
    snprintf(err->message, sizeof err->message, fmt, what);
    return st;
}

typedef union any_address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} any_address;

static bool parse_address(const server_options *o, any_address *out, bool *local)
{
    *out = (any_address){0};
    if (inet_pton(AF_INET, o->address, &out->v4.sin_addr) == 1) {
        out->v4.sin_family = AF_INET;
        out->v4.sin_port = htons((uint16_t)o->port);
        *local = ntohl(out->v4.sin_addr.s_addr) >> 24 == 127;
        return true;
    }
    if (inet_pton(AF_INET6, o->address, &out->v6.sin6_addr) != 1) return false;
    out->v6.sin6_family = AF_INET6;
    out->v6.sin6_port = htons((uint16_t)o->port);
    *local = IN6_IS_ADDR_LOOPBACK(&out->v6.sin6_addr);
    return true;
}

static unsigned n_threads(void)
{
    const long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < LEAST_THREADS ? LEAST_THREADS : n > MOST_THREADS ? MOST_THREADS : (unsigned)n;
}

/* As many as the system lets this program have open. */
static unsigned n_connections(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return OTHER_FILES;
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur < 2 * OTHER_FILES)
        return OTHER_FILES;
    const rlim_t most = files.rlim_cur - OTHER_FILES;
    return most < MOST_CONNECTIONS ? (unsigned)most : MOST_CONNECTIONS;
}

static lgm_status start_daemon(server *s, const server_options *o, const any_address *address,
                               lgm_err *err)
{
    const unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_TURBO |
                           MHD_ALLOW_SUSPEND_RESUME |
                           (address->any.sa_family == AF_INET6 ? MHD_USE_IPv6 : 0);
    s->daemon = MHD_start_daemon(
        flags, 0, NULL, NULL, serve, s, MHD_OPTION_SOCK_ADDR, &address->any,
        MHD_OPTION_THREAD_POOL_SIZE, n_threads(), MHD_OPTION_CONNECTION_LIMIT, n_connections(),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_BYTES, MHD_OPTION_CONNECTION_TIMEOUT,
        SECONDS_IDLE, MHD_OPTION_URI_LOG_CALLBACK, begin, NULL, MHD_OPTION_NOTIFY_COMPLETED, end,
        NULL, MHD_OPTION_END);
    if (!s->daemon) {
        fail(err, LGM_E_IO, "cannot listen: %s", strerror(errno));
        return LGM_E_IO;
    }
    const union MHD_DaemonInfo *const info =
        MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT);
    s->access.port = info ? info->port : o->port;
    snprintf(s->link, sizeof s->link,
             address->any.sa_family == AF_INET6 ? "http://[%s]:%u/?once=%s"
                                                : "http://%s:%u/?once=%s",
             o->address, s->access.port, s->access.once);
    return LGM_OK;
}

static char *copy(const char *s)
{
    return s ? strdup(s) : NULL;
}

lgm_status server_start(server **out, const server_options *o, lgm_err *err)
{
    any_address address;
    bool local;
    *out = NULL;
    if (!parse_address(o, &address, &local))
        return fail(err, LGM_E_ARG, "%s is no address: it should be one as 127.0.0.1 or ::1",
                    o->address);
    server *const s = calloc(1, sizeof *s);
    if (!s) return fail(err, LGM_E_NOMEM, "%s", "out of memory");
    lgm_status st = access_start(&s->access, o->token, local, err);
    if (st != LGM_OK) {
        free(s);
        return st;
    }
    s->ledger_path = copy(o->ledger);
    s->reviewer = copy(o->reviewer);
    s->talk = o->talk;
    fail(err, LGM_E_NOMEM, "%s", "out of memory");
    s->pool = ledger_pool_new(s->ledger_path, err);
    s->news = s->pool ? news_start(s->ledger_path, err) : NULL;
    s->reading = s->news ? reading_thread_start(&o->engine) : NULL;
    st = s->reading ? start_daemon(s, o, &address, err) : err->code;
    if (st != LGM_OK) {
        server_stop(s);
        return st;
    }
    *err = (lgm_err){0};
    *out = s;
    return LGM_OK;
}

/* Who waits for the reading thread is answered before the daemon ends. */
void server_stop(server *s)
{
    if (!s) return;
    if (s->daemon) MHD_quiesce_daemon(s->daemon);
    news_stop(s->news);
    reading_thread_end(s->reading);
    if (s->daemon) MHD_stop_daemon(s->daemon);
    news_free(s->news);
    ledger_pool_free(s->pool);
    access_end(&s->access);
    free(s->ledger_path);
    free(s->reviewer);
    free(s);
}

const char *server_token(const server *s)
{
    return s->access.token;
}

const char *server_link(const server *s)
{
    return s->link;
}
