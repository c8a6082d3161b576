/* tools.c - tools/list and tools/call: see tools.h. */
#include "tools.h"

#include <string.h>

#include "arguments.h"
#include "json_make.h"

static const struct {
    const char *name;
    json_object *(*run)(mcp_tool *t);
} tools[] = {
    {"read_report", mcp_read_report}, {"search_claims", mcp_search_claims},
    {"accounts", mcp_accounts},       {"timeline", mcp_timeline},
    {"disputes", mcp_disputes},       {"show", mcp_show},
};

enum { N_TOOLS = sizeof tools / sizeof *tools };

/* What clients of older versions do not know is left out for them: they may refuse it. */
static void take_out(json_object *tool, const char *version)
{
    if (strcmp(version, "2025-03-26") < 0) json_object_object_del(tool, "annotations");
    if (strcmp(version, "2025-06-18") >= 0) return;
    json_object_object_del(tool, "outputSchema");
    json_object_object_del(tool, "title");
}

json_object *mcp_tools_list(mcp_call *c)
{
    json_object *const o = json_object_new_object(), *const list = mcp_tool_list();
    if (made_value(c->params, "cursor")) {
        json_object_put(o);
        json_object_put(list);
        return mcp_fail(c, RPC_BAD_PARAMS, NULL, "cursor: there is one page of tools");
    }
    for (size_t i = 0; list && i < json_object_array_length(list); i++)
        take_out(json_object_array_get_idx(list, i), c->version);
    make_value(o, "tools", list);
    return o;
}

static json_object *schema_of(json_object *list, const char *name)
{
    for (size_t i = 0; i < json_object_array_length(list); i++) {
        json_object *const tool = json_object_array_get_idx(list, i);
        if (strcmp(made_text(tool, "name"), name) == 0) return made_object(tool, "inputSchema");
    }
    return NULL;
}

static json_object *run(mcp_call *c, size_t i)
{
    mcp_tool t = {.call = c, .arguments = made_object(c->params, "arguments")};
    json_object *const list = mcp_tool_list();
    json_object *const schema = list ? schema_of(list, tools[i].name) : NULL;
    const bool fit = schema && mcp_arguments_fit(t.arguments, schema, &t.why);
    json_object *const quoted = fit ? tools[i].run(&t) : NULL;
    json_object *result = NULL;
    if (quoted)
        result = mcp_tool_said(&t, quoted);
    else if (t.why.len && !t.why.failed)
        result = mcp_tool_wrong(&t);
    else if (!c->mcp->apart)
        mcp_fail(c, RPC_FAILED, NULL, "out of memory");
    json_object_put(list);
    json_object_put(t.coverage);
    strbuf_done(&t.why);
    return result;
}

json_object *mcp_tools_call(mcp_call *c)
{
    const char *const name = made_text(c->params, "name");
    json_object *const arguments = made_value(c->params, "arguments");
    if (!name) return mcp_fail(c, RPC_BAD_PARAMS, NULL, "name: which tool is to be called?");
    if (arguments && !json_object_is_type(arguments, json_type_object))
        return mcp_fail(c, RPC_BAD_PARAMS, NULL, "arguments: should be an object");
    for (size_t i = 0; i < N_TOOLS; i++)
        if (strcmp(tools[i].name, name) == 0) return run(c, i);
    return mcp_fail(c, RPC_BAD_PARAMS, NULL,
                    "there is no tool %.60s: tools/list has those there are", name);
}
