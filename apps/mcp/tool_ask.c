/* tool_ask.c - arguments of a call, and the handlers of the API that answer it: see tools.h. */
#include <stdlib.h>
#include <string.h>

#include "json_make.h"
#include "tools.h"
#include "values.h"

enum { MOST_OFFSET = 1 << 30 };

const char *mcp_tool_text(const mcp_tool *t, const char *name)
{
    json_object *const value = made_value(t->arguments, name);
    return value ? json_object_get_string(value) : NULL;
}

int64_t mcp_tool_number(const mcp_tool *t, const char *name, int64_t usual)
{
    json_object *const value = made_value(t->arguments, name);
    return value ? json_object_get_int64(value) : usual;
}

bool mcp_tool_reads_cursor(mcp_tool *t)
{
    const char *const cursor = mcp_tool_text(t, "cursor");
    uint64_t n = 0;
    if (cursor && !parse_count(cursor, 1, MOST_OFFSET, &n)) {
        strbuf_puts(&t->why, "cursor: should be one that an answer had as next");
        return false;
    }
    t->offset = (size_t)n;
    return true;
}

bool mcp_tool_redacts(const mcp_tool *t)
{
    return t->call->mcp->redact || json_object_get_boolean(made_value(t->arguments, "redact"));
}

void mcp_tool_link(mcp_tool *t, int64_t report)
{
    for (size_t i = 0; i < t->n_links; i++)
        if (t->links[i] == report) return;
    if (t->n_links < MCP_MOST_LINKS) t->links[t->n_links++] = report;
}

int64_t mcp_report_of(const char *id)
{
    return id ? strtoll(id, NULL, 10) : 0;
}

exchange mcp_tool_exchange(const mcp_tool *t, asked_field *fields)
{
    return (exchange){.method = "GET",
                      .fields = fields,
                      .rest = "",
                      .body_type = "",
                      .ledger = t->call->mcp->ledger,
                      .coverage = t->call->mcp->coverage,
                      .status = 200,
                      .type = "application/json"};
}

void mcp_tool_refused(mcp_tool *t, exchange *x)
{
    strbuf_put(&x->out, "", 1);
    json_object *const problem = x->out.failed ? NULL : json_tokener_parse(x->out.at);
    const char *const detail = made_text(problem, "detail");
    strbuf_puts(&t->why, detail ? detail : "out of memory");
    json_object_put(problem);
}

json_object *mcp_tool_ask(mcp_tool *t, exchange *x, void (*handle)(exchange *x))
{
    handle(x);
    if (x->status >= 400) {
        mcp_tool_refused(t, x);
        return NULL;
    }
    strbuf_put(&x->out, "", 1);
    json_object *const value = x->out.failed ? NULL : json_tokener_parse(x->out.at);
    if (!value) strbuf_puts(&t->why, "out of memory");
    return value;
}
