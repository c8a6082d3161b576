/* quoted_words.h - an element of a record in JSON, with its words beside its places. */
#ifndef MCP_QUOTED_WORDS_H
#define MCP_QUOTED_WORDS_H

#include <json-c/json.h>

#include "legomena/record.h"

/* {"start", "end", "text"} */
json_object *mcp_quote_of(const lgm_record *r, lgm_cpspan span);
json_object *mcp_quotes_of(const lgm_record *r, lgm_spans spans);

/* In a claim, event, figure or the like: each span [4, 9] becomes {"start": 4, "end": 9, "text":
 * ...}, what has start and end gets its text, and "names" says what the ids in it stand for: {"e3":
 * "Ada Finch", "c9": "that the fans had been out of service"}. */
void mcp_quote_element(json_object *element, const lgm_record *r);

/* "sentence": the one in which the span begins, as {"start", "end", "text"}; null = in none. */
void mcp_put_sentence(json_object *o, const lgm_record *r, lgm_cpspan span);
/* How many of each kind a record has: {"claims": 17, ...} */
json_object *mcp_counts_of(const lgm_record *r);

#endif
