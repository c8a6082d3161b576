/*
 * eras.h - versions of the protocol: which there are, and by which a request is.
 *
 * Source   the specification, revisions 2024-11-05 to 2026-07-28.
 */
#ifndef MCP_ERAS_H
#define MCP_ERAS_H

#include "mcp.h"

#define MCP_MODERN_VERSION "2026-07-28"

/* By which version is a request, and is it one that is served? false: the call has an error. An
 * "initialize" settles by which version a pipe's requests are that do not say it. */
bool mcp_era_admits(mcp_call *c, const rpc_message *request);
/* The version that "initialize" is answered with: the one that was asked for, or the last. */
const char *mcp_era_agree(const char *asked);
/* May messages come as a list? Of versions before 2025-06-18, and not of the second era. */
bool mcp_era_has_lists(const mcp *m);

#endif
