/* mcp_http.c - see mcp_http.h. */
#include "mcp_http.h"

#include <microhttpd.h>
#include <strings.h>

#include "exchange.h"
#include "mcp.h"

/* Of the second era errors have statuses of their own; of the first an error is an answer. */
static int status_of(const mcp *m)
{
    switch (m->code) {
    case 0:
    case RPC_FAILED: return MHD_HTTP_OK;
    case RPC_NO_JSON:
    case RPC_NO_MESSAGE: return MHD_HTTP_BAD_REQUEST;
    case RPC_NO_METHOD: return m->modern ? MHD_HTTP_NOT_FOUND : MHD_HTTP_OK;
    default: return m->modern ? MHD_HTTP_BAD_REQUEST : MHD_HTTP_OK;
    }
}

static lgm_worker *the_worker(void *ctx, lgm_err *err)
{
    (void)err;
    return ctx;
}

static void talk(exchange *x, lgm_worker *worker)
{
    if (strncasecmp(x->body_type, "application/json", 16) != 0) {
        exchange_problem(x, MHD_HTTP_UNSUPPORTED_MEDIA_TYPE, "the body should be application/json");
        return;
    }
    mcp_headers h = {0};
    h.version = exchange_header(x, "MCP-Protocol-Version", &h.twice);
    h.method = exchange_header(x, "Mcp-Method", &h.twice);
    h.name = exchange_header(x, "Mcp-Name", &h.twice);
    bool redact; /* of the address, which is not the assistant's to choose */
    if (!exchange_switch(x, "redact", &redact)) return;
    mcp m = {.ledger = x->ledger,
             .coverage = x->coverage,
             .redact = redact,
             .worker = worker ? the_worker : NULL,
             .ctx = worker,
             .headers = &h};
    mcp_take(&m, x->body, x->body_len, &x->out);
    x->apart = m.apart;
    x->status = x->out.len ? status_of(&m) : MHD_HTTP_ACCEPTED;
}

static void answer(exchange *x)
{
    talk(x, NULL);
}

const server_talk mcp_http = {answer, talk};
