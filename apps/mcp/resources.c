/* resources.c - reports as resources: legomena://report/12 is the record of one. */
#include <stdio.h>
#include <string.h>

#include "handlers.h"
#include "json_make.h"
#include "tools.h"
#include "visible_text.h"

#define SCHEME "legomena://report/"
#define PAGE "100"

/* ---- which there are ---- */

static json_object *resource_of(json_object *row)
{
    json_object *const o = json_object_new_object();
    const char *const id = made_text(row, "id"), *const date = made_text(row, "date"),
                      *const publisher = made_text(row, "publisher");
    strbuf b = {0};
    strbuf_printf(&b, SCHEME "%s", id);
    make_built(o, "uri", &b);
    strbuf_printf(&b, "report %s", id);
    make_built(o, "name", &b);
    if (made_text(row, "title")) make_text(o, "title", made_text(row, "title"));
    strbuf_printf(&b, "A report%s%s%s%s; the title is quoted from it", publisher ? " of " : "",
                  publisher ? publisher : "", date ? ", published " : "", date ? date : "");
    make_built(o, "description", &b);
    make_text(o, "mimeType", "application/json");
    return o;
}

json_object *mcp_resources_list(mcp_call *c)
{
    const char *const cursor = made_text(c->params, "cursor");
    mcp_tool t = {.call = c};
    asked_field fields[3] = {{"limit", PAGE}, {"cursor", cursor}};
    exchange x = mcp_tool_exchange(&t, fields);
    x.n_fields = 2;
    if (mcp_tool_redacts(&t)) fields[x.n_fields++] = (asked_field){"redact", "true"};
    x.rest = "reports";
    json_object *const found = mcp_tool_ask(&t, &x, handle_question);
    json_object *const rows = made_list(found, "reports");
    json_object *o = NULL;
    if (rows) {
        json_object *const list = json_object_new_array();
        o = json_object_new_object();
        for (size_t i = 0; i < json_object_array_length(rows); i++)
            json_object_array_add(list, resource_of(json_object_array_get_idx(rows, i)));
        make_value(o, "resources", list);
        if (made_text(found, "next")) make_text(o, "nextCursor", made_text(found, "next"));
    } else {
        mcp_fail(c, RPC_BAD_PARAMS, NULL, "%.*s", (int)t.why.len, t.why.at ? t.why.at : "");
    }
    json_object_put(found);
    strbuf_done(&x.out);
    strbuf_done(&t.why);
    return o;
}

/* ---- what they are called, and what is in them ---- */

json_object *mcp_resources_templates(mcp_call *c)
{
    json_object *const o = json_object_new_object(), *const list = json_object_new_array();
    json_object *const one = json_object_new_object();
    if (made_value(c->params, "cursor")) {
        json_object_put(o);
        json_object_put(list);
        json_object_put(one);
        return mcp_fail(c, RPC_BAD_PARAMS, NULL, "cursor: there is one page of templates");
    }
    make_text(one, "uriTemplate", SCHEME "{report}");
    make_text(one, "name", "report");
    make_text(one, "title", "A report of the ledger");
    make_text(one, "description",
              "All that was read in a report, by its number: its text, claims, names, times, "
              "events, figures, disputes; quoted material.");
    make_text(one, "mimeType", "application/json");
    json_object_array_add(list, one);
    make_value(o, "resourceTemplates", list);
    return o;
}

static json_object *content_of(mcp_tool *t, const char *uri, json_object *record)
{
    json_object *const o = json_object_new_object(), *const list = json_object_new_array();
    json_object *const one = json_object_new_object(), *const answer = mcp_quoted(t, record);
    make_text(one, "uri", uri);
    make_text(one, "mimeType", "application/json");
    make_value(one, "text", mcp_visible_line(answer));
    json_object_array_add(list, one);
    make_value(o, "contents", list);
    json_object_put(answer);
    return o;
}

static json_object *missing(mcp_call *c, const char *uri, const char *why)
{
    json_object *const data = json_object_new_object();
    make_text(data, "uri", uri);
    return mcp_fail(c, c->modern ? RPC_BAD_PARAMS : RPC_NO_RESOURCE, data, "%s", why);
}

json_object *mcp_resources_read(mcp_call *c)
{
    const char *const uri = made_text(c->params, "uri");
    asked_field fields[] = {{"redact", "true"}};
    mcp_tool t = {.call = c};
    exchange x = mcp_tool_exchange(&t, fields);
    if (!uri) return mcp_fail(c, RPC_BAD_PARAMS, NULL, "uri: which resource is to be read?");
    if (strncmp(uri, SCHEME, sizeof SCHEME - 1) != 0 || !uri[sizeof SCHEME - 1])
        return missing(c, uri, "resources are " SCHEME "12 and the like");
    x.n_fields = mcp_tool_redacts(&t) ? 1 : 0;
    x.rest = uri + sizeof SCHEME - 1;
    json_object *const record = mcp_tool_ask(&t, &x, handle_report);
    json_object *result = NULL;
    if (record) {
        result = content_of(&t, uri, record);
    } else {
        strbuf_put(&t.why, "", 1);
        missing(c, uri, t.why.failed ? "out of memory" : t.why.at);
    }
    strbuf_done(&x.out);
    strbuf_done(&t.why);
    return result;
}
