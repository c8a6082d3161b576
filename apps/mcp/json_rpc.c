/* json_rpc.c - see json_rpc.h. */
#include "json_rpc.h"

#include <stdio.h>
#include <string.h>

#include "json_make.h"

enum { DEEPEST = 64 };

static bool is_blank(const char *s, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (!strchr(" \t\r\n", s[i]) || !s[i]) return false;
    return true;
}

json_object *rpc_parse(const char *bytes, size_t len, char why[120])
{
    json_tokener *const t = json_tokener_new_ex(DEEPEST);
    json_object *value = NULL;
    if (!t || len > MCP_MOST_BYTES) {
        snprintf(why, 120, "%s", t ? "the message is too long" : "out of memory");
    } else {
        json_tokener_set_flags(t, JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS |
                                      JSON_TOKENER_VALIDATE_UTF8);
        value = json_tokener_parse_ex(t, bytes, (int)len);
        enum json_tokener_error error = json_tokener_get_error(t);
        const size_t end = json_tokener_get_parse_end(t);
        if (error == json_tokener_continue) { /* a number goes on until something else comes */
            value = json_tokener_parse_ex(t, "", 1);
            error = json_tokener_get_error(t);
        }
        if (error != json_tokener_success || !is_blank(bytes + end, len - end)) {
            snprintf(why, 120, "no JSON: %s, at byte %zu",
                     error == json_tokener_success    ? "something stands behind its end"
                     : error == json_tokener_continue ? "it ends before its end"
                                                      : json_tokener_error_desc(error),
                     end + 1);
            json_object_put(value);
            value = NULL;
        } else if (!value) {
            snprintf(why, 120, "null is no message");
        }
    }
    if (t) json_tokener_free(t);
    return value;
}

/* A number that is too large for 64 bits became another one, and would not be known again. */
static bool is_id(json_object *id)
{
    const bool number = json_object_is_type(id, json_type_int);
    const int64_t n = number ? json_object_get_int64(id) : 0;
    return json_object_is_type(id, json_type_string) ||
           (number && n != INT64_MAX && n != INT64_MIN);
}

bool rpc_read(rpc_message *out, json_object *value, const char **why)
{
    json_object *id = NULL, *params;
    *out = (rpc_message){0};
    *why = "a message should be an object";
    if (!json_object_is_type(value, json_type_object)) return false;
    const bool has_id = json_object_object_get_ex(value, "id", &id);
    const bool good_id = is_id(id);
    const char *const version = made_text(value, "jsonrpc");
    out->id = good_id ? id : NULL;
    out->method = made_text(value, "method");
    *why = "jsonrpc: should be \"2.0\"";
    if (!version || strcmp(version, "2.0") != 0) return false;
    if (!out->method && (made_value(value, "result") || made_object(value, "error"))) {
        out->kind = RPC_RESPONSE;
        return true;
    }
    *why = "method: should be a text";
    if (!out->method) return false;
    *why = "id: should be a text or a whole number";
    if (has_id && !good_id) return false;
    *why = "params: should be an object";
    if (json_object_object_get_ex(value, "params", &params) &&
        !json_object_is_type(params, json_type_object))
        return false;
    out->params = made_object(value, "params");
    out->kind = has_id ? RPC_REQUEST : RPC_NOTIFICATION;
    return true;
}

static json_object *answer_to(json_object *id)
{
    json_object *const o = json_object_new_object();
    make_text(o, "jsonrpc", "2.0");
    make_value(o, "id", json_object_get(id));
    return o;
}

json_object *rpc_result(json_object *id, json_object *result)
{
    json_object *const o = answer_to(id);
    make_value(o, "result", result);
    return o;
}

json_object *rpc_error(json_object *id, int code, const char *message, json_object *data)
{
    json_object *const o = answer_to(id), *const error = json_object_new_object();
    make_number(error, "code", code);
    make_text(error, "message", message);
    if (data) make_value(error, "data", data);
    make_value(o, "error", error);
    return o;
}

void rpc_put_error(strbuf *out, int code, const char *message)
{
    json_object *const o = rpc_error(NULL, code, message, NULL);
    strbuf_puts(out, made_line(o, NULL));
    json_object_put(o);
}
