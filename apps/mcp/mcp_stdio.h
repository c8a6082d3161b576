/* mcp_stdio.h - messages that come by a pipe, a line each, and answers that go back as lines. */
#ifndef MCP_MCP_STDIO_H
#define MCP_MCP_STDIO_H

#include "mcp.h"

/* Until the end of the input, a signal, or a reader that went away. 0, or the errno of what went
 * wrong. A line that is longer than a message may be is answered as no message, and left out. */
int mcp_stdio_serve(mcp *m, int in, int out);

#endif
