/* exchange.c - see exchange.h. */
#include "exchange.h"

#include <microhttpd.h>
#include <string.h>
#include <strings.h>

#include "json_text.h"
#include "values.h"

static const asked_field *find(const exchange *x, const char *name)
{
    for (size_t i = 0; i < x->n_fields; i++)
        if (strcmp(x->fields[i].name, name) == 0) return &x->fields[i];
    return NULL;
}

const char *exchange_field(const exchange *x, const char *name)
{
    const asked_field *const f = find(x, name);
    return f && f->value && *f->value ? f->value : NULL;
}

typedef struct sought {
    const char *name, *value;
    unsigned times;
} sought;

static enum MHD_Result look(void *ctx, enum MHD_ValueKind kind, const char *name, const char *value)
{
    sought *const s = ctx;
    (void)kind;
    if (strcasecmp(name, s->name) != 0) return MHD_YES;
    s->value = value ? value : "";
    s->times++;
    return MHD_YES;
}

const char *exchange_header(const exchange *x, const char *name, bool *twice)
{
    sought s = {.name = name};
    if (x->connection) MHD_get_connection_values(x->connection, MHD_HEADER_KIND, look, &s);
    if (s.times > 1) *twice = true;
    return s.value;
}

bool exchange_number(exchange *x, const char *name, uint64_t usual, uint64_t least, uint64_t most,
                     uint64_t *out)
{
    const char *const value = exchange_field(x, name);
    strbuf why = {0};
    *out = usual;
    if (!value || parse_count(value, least, most, out)) return true;
    strbuf_printf(&why, "%s: should be a number from %llu to %llu", name, (unsigned long long)least,
                  (unsigned long long)most);
    strbuf_put(&why, "", 1);
    exchange_problem(x, MHD_HTTP_BAD_REQUEST, why.failed ? "out of memory" : why.at);
    strbuf_done(&why);
    return false;
}

bool exchange_switch(exchange *x, const char *name, bool *out)
{
    const asked_field *const f = find(x, name);
    *out = f && (!f->value || strcmp(f->value, "true") == 0);
    if (!f || *out || !*f->value || strcmp(f->value, "false") == 0) return true;
    exchange_problem(x, MHD_HTTP_BAD_REQUEST, "a switch should be true or false");
    return false;
}

static const char *title_of(int status)
{
    switch (status) {
    case MHD_HTTP_BAD_REQUEST: return "Bad Request";
    case MHD_HTTP_UNAUTHORIZED: return "Unauthorized";
    case MHD_HTTP_FORBIDDEN: return "Forbidden";
    case MHD_HTTP_NOT_FOUND: return "Not Found";
    case MHD_HTTP_METHOD_NOT_ALLOWED: return "Method Not Allowed";
    case MHD_HTTP_CONTENT_TOO_LARGE: return "Content Too Large";
    case MHD_HTTP_UNSUPPORTED_MEDIA_TYPE: return "Unsupported Media Type";
    case MHD_HTTP_UNPROCESSABLE_CONTENT: return "Unprocessable Content";
    case MHD_HTTP_SERVICE_UNAVAILABLE: return "Service Unavailable";
    default: return "Internal Server Error";
    }
}

void exchange_problem(exchange *x, int status, const char *detail)
{
    x->status = status;
    x->type = "application/problem+json";
    x->lasting = x->attached = false;
    x->out.len = 0;
    strbuf_printf(&x->out, "{\"title\": \"%s\", \"status\": %d, \"detail\": ", title_of(status),
                  status);
    json_textz(&x->out, detail);
    strbuf_puts(&x->out, "}\n");
}

void exchange_failed(exchange *x, lgm_status st, const lgm_err *err)
{
    const char *const detail = err->message[0] ? err->message : lgm_status_text(st);
    int status = MHD_HTTP_INTERNAL_SERVER_ERROR;
    switch (st) {
    case LGM_E_ARG: status = MHD_HTTP_BAD_REQUEST; break;
    case LGM_E_NOTFOUND: status = MHD_HTTP_NOT_FOUND; break;
    case LGM_E_FORMAT:
    case LGM_E_UNSUPPORTED: status = MHD_HTTP_UNPROCESSABLE_CONTENT; break;
    case LGM_E_BUDGET: status = MHD_HTTP_CONTENT_TOO_LARGE; break;
    case LGM_E_IO:
    case LGM_E_CANCELLED: status = MHD_HTTP_SERVICE_UNAVAILABLE; break;
    default: break;
    }
    exchange_problem(x, status, detail);
}
