/*
 * mcp_http.h - messages that come to POST /mcp of the server, one a request, and the answers to
 * them. There are no sessions, and nothing is sent that was not asked for: GET and DELETE are not
 * there.
 */
#ifndef MCP_MCP_HTTP_H
#define MCP_MCP_HTTP_H

#include "server.h"

/* For server_options. */
extern const server_talk mcp_http;

#endif
