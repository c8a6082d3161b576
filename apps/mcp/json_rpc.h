/*
 * json_rpc.h - the frame that the protocol stands in: JSON-RPC 2.0, a message in, an answer out.
 *
 * Limits  a message has MCP_MOST_BYTES and is not nested deeper than 64. What is no JSON, has bytes
 *         that are no UTF-8, or something behind its end, is no message.
 */
#ifndef MCP_JSON_RPC_H
#define MCP_JSON_RPC_H

#include <json-c/json.h>
#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"

enum { MCP_MOST_BYTES = 16 << 20 };

/* Codes of JSON-RPC, and those that the protocol adds. */
enum {
    RPC_NO_JSON = -32700,
    RPC_NO_MESSAGE = -32600,
    RPC_NO_METHOD = -32601,
    RPC_BAD_PARAMS = -32602,
    RPC_FAILED = -32603,
    RPC_NO_RESOURCE = -32002, /* up to 2025-11-25; RPC_BAD_PARAMS behind it */
    RPC_HEADERS_DIFFER = -32020,
    RPC_NO_VERSION = -32022
};

typedef enum rpc_kind { RPC_REQUEST, RPC_NOTIFICATION, RPC_RESPONSE } rpc_kind;

typedef struct rpc_message { /* all of it borrowed from the value that was read */
    rpc_kind kind;
    json_object *id; /* of a request: a text or a whole number */
    const char *method;
    json_object *params; /* an object; NULL = none */
} rpc_message;

/* The value that the bytes are, to be put back with json_object_put. NULL: *why says what is wrong
 * and where, in words that end before its size. */
json_object *rpc_parse(const char *bytes, size_t len, char why[120]);
/* false: it is none, and *why says so; out->id is set where it could be told all the same. */
bool rpc_read(rpc_message *out, json_object *value, const char **why);

/* An answer. id NULL = null; result and data are taken; data NULL = none. */
json_object *rpc_result(json_object *id, json_object *result);
json_object *rpc_error(json_object *id, int code, const char *message, json_object *data);
/* The same to what cannot be told which request it was, as bytes. */
void rpc_put_error(strbuf *out, int code, const char *message);

#endif
