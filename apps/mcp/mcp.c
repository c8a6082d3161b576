/* mcp.c - see mcp.h. */
#include "mcp.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "eras.h"
#include "json_make.h"

enum { MOST_OF_A_LIST = 100 };

json_object *mcp_fail(mcp_call *c, int code, json_object *data, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    vsnprintf(c->message, sizeof c->message, fmt, args);
    va_end(args);
    json_object_put(c->data);
    c->data = data;
    c->code = code;
    return NULL;
}

/* ---- results of the second era ---- */

/* They say that they are whole, who answers, and for how long they may be kept. */
static void dress(json_object *result, const mcp_method *method)
{
    json_object *const meta = json_object_new_object();
    make_text(result, "resultType", "complete");
    if (method->keep_ms >= 0) {
        make_number(result, "ttlMs", method->keep_ms);
        make_text(result, "cacheScope", method->open ? "public" : "private");
    }
    make_value(meta, "io.modelcontextprotocol/serverInfo", mcp_server_info());
    make_value(result, "_meta", meta);
}

static json_object *answer(mcp_call *c, const rpc_message *request)
{
    if (!mcp_era_admits(c, request)) return NULL;
    const mcp_method *const method = mcp_method_find(request->method, c->modern);
    if (!method)
        return mcp_fail(c, RPC_NO_METHOD, NULL, "there is no method %.60s", request->method);
    json_object *const result = method->answer(c);
    if (result && c->modern) dress(result, method);
    return result;
}

/* ---- messages ---- */

static json_object *refuse(mcp *m, json_object *id, int code, const char *why)
{
    m->code = code;
    return rpc_error(id, code, why, NULL);
}

/* NULL: there is no answer. */
static json_object *take_one(mcp *m, json_object *value)
{
    rpc_message r;
    const char *why;
    if (!rpc_read(&r, value, &why)) return refuse(m, r.id, RPC_NO_MESSAGE, why);
    if (r.kind != RPC_REQUEST) return NULL; /* nothing was asked of them, and nothing goes on */
    mcp_call c = {.mcp = m, .params = r.params};
    json_object *const result = answer(&c, &r);
    m->code = result ? 0 : c.code;
    if (result) return rpc_result(r.id, result);
    return m->apart ? NULL : rpc_error(r.id, c.code, c.message, c.data);
}

static json_object *take_list(mcp *m, json_object *list)
{
    const size_t n = json_object_array_length(list);
    if (!mcp_era_has_lists(m))
        return refuse(m, NULL, RPC_NO_MESSAGE,
                      "a list of messages: they should come one by one, from 2025-06-18 on");
    if (!n || n > MOST_OF_A_LIST)
        return refuse(m, NULL, RPC_NO_MESSAGE, "a list should have 1 to 100 messages");
    json_object *const answers = json_object_new_array();
    m->in_list = true;
    for (size_t i = 0; i < n; i++) {
        json_object *const one = take_one(m, json_object_array_get_idx(list, i));
        if (one) json_object_array_add(answers, one);
    }
    if (json_object_array_length(answers)) return answers;
    json_object_put(answers);
    return NULL;
}

void mcp_take(mcp *m, const char *bytes, size_t len, strbuf *out)
{
    char why[120];
    size_t n;
    m->code = 0;
    m->apart = m->modern = m->in_list = false;
    json_object *const value = rpc_parse(bytes, len, why);
    json_object *const answered = !value ? refuse(m, NULL, RPC_NO_JSON, why)
                                  : json_object_is_type(value, json_type_array)
                                      ? take_list(m, value)
                                      : take_one(m, value);
    const char *const line = answered && !m->apart ? made_line(answered, &n) : NULL;
    if (line) strbuf_put(out, line, n);
    if (answered && !m->apart && !line) out->failed = true;
    json_object_put(answered);
    json_object_put(value);
}
