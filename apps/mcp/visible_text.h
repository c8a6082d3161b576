/*
 * visible_text.h - a line of JSON whose characters can all be seen.
 *
 * A report may have characters that people do not see and models read: tags (U+E0000), marks of
 * direction, spaces without width. As \u200b they stand there for both, and the JSON says the same.
 */
#ifndef MCP_VISIBLE_TEXT_H
#define MCP_VISIBLE_TEXT_H

#include <json-c/json.h>

/* A string that is the value in one line. NULL: no memory. */
json_object *mcp_visible_line(json_object *value);

#endif
