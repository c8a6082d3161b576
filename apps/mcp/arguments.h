/* arguments.h - what a tool is called with, against the schema that it shows. */
#ifndef MCP_ARGUMENTS_H
#define MCP_ARGUMENTS_H

#include <json-c/json.h>
#include <stdbool.h>

#include "strbuf.h"

/* Are they as the schema says: no other names, what is required, types, words of an enum, numbers
 * within bounds? false: `why` says what is wrong and what would be right. null is not given. What
 * schemas of tools.json do not use is not looked at. */
bool mcp_arguments_fit(json_object *arguments, json_object *schema, strbuf *why);

#endif
