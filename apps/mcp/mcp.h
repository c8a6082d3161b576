/*
 * mcp.h - the Model Context Protocol, for assistants that ask a ledger: a message in, an answer
 * out. How messages come is stdio.h's and mcp_http.h's.
 *
 *     mcp m = {.ledger = ledger, .coverage = &coverage, .worker = worker_of, .ctx = ctx};
 *     mcp_take(&m, line, len, &out);
 *
 * Two eras are served (eras.h). Of the first, up to 2025-11-25, a client opens with "initialize";
 * of the second, from 2026-07-28 on, each request says in its _meta by which version it is, and
 * stands alone, also where an "initialize" came before.
 *
 * Files   mcp.c, methods.c, eras.c, tools.c, resources.c, tool_*.c.
 */
#ifndef MCP_MCP_H
#define MCP_MCP_H

#include "json_rpc.h"
#include "legomena/engine.h"
#include "legomena/ledger.h"
#include "strbuf.h"

typedef struct mcp_headers { /* of a request over HTTP; NULL = it is not there */
    const char *version, *method, *name;
    bool twice; /* one of them came twice */
} mcp_headers;

typedef struct mcp {
    lgm_ledger *ledger; /* to be read; NULL: nothing but a text is read */
    strbuf *coverage;   /* as exchange.h has it */
    bool redact;        /* no answer has the names of private persons */
    /* Who reads texts; NULL where it cannot be told now: `apart` is set, and nothing is answered.
     * It returns NULL and says why where no model can be opened. */
    lgm_worker *(*worker)(void *ctx, lgm_err *err);
    void *ctx;
    const mcp_headers *headers; /* NULL: messages come by a pipe */

    const char *version; /* of the first era, that "initialize" agreed upon; static storage */
    bool in_list;        /* the message came with others: none of them can be asked again */
    bool apart;          /* set: to be asked again where there is a worker */
    int code;            /* of the error that the last message was answered with; 0 = none */
    bool modern;         /* the last message was of the second era */
} mcp;

/* Appends the answer, in one line without its end; nothing to what has none (a notification). */
void mcp_take(mcp *m, const char *bytes, size_t len, strbuf *out);

/* ---- inside: a request that is being answered ---- */

typedef struct mcp_call {
    mcp *mcp;
    bool modern;
    const char *version;
    json_object *params; /* NULL = none */
    int code;            /* of an error: set by mcp_fail */
    char message[300];
    json_object *data;
} mcp_call;

/* NULL, for the caller to return; data is taken. */
json_object *mcp_fail(mcp_call *c, int code, json_object *data, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

typedef struct mcp_method {
    const char *name;
    bool legacy, modern;
    int keep_ms; /* of the second era: how long an answer may be kept; -1 = not at all */
    bool open;   /* it is the same for all who ask */
    json_object *(*answer)(mcp_call *c); /* NULL: mcp_fail */
} mcp_method;
const mcp_method *mcp_method_find(const char *name, bool modern);

json_object *mcp_initialize(mcp_call *c);
json_object *mcp_discover(mcp_call *c);
json_object *mcp_ping(mcp_call *c);
json_object *mcp_tools_list(mcp_call *c);
json_object *mcp_tools_call(mcp_call *c);
json_object *mcp_resources_list(mcp_call *c);
json_object *mcp_resources_templates(mcp_call *c);
json_object *mcp_resources_read(mcp_call *c);
/* {"name": "legomena", ...} */
json_object *mcp_server_info(void);

#endif
