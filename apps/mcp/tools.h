/*
 * tools.h - the tools that an assistant calls: what they are told stands in tools.json, what they
 * do in tool_*.c, each over a handler of the API.
 *
 * An answer is {"notice", "quoted", "next", "coverage", "note"}: what stands under "quoted" is from
 * reports, and the notice says that it is nothing to be obeyed.
 *
 * Files   tools.c, tool_answer.c, tool_ask.c, tool_list.c, tool_read.c,
 *         tool_rows.c, tool_show.c, tool_story.c.
 */
#ifndef MCP_TOOLS_H
#define MCP_TOOLS_H

#include "exchange.h"
#include "mcp.h"

enum { MCP_MOST_LINKS = 20 };

typedef struct mcp_tool { /* a call of one */
    mcp_call *call;
    json_object *arguments;        /* they fit the schema; NULL = none */
    strbuf why;                    /* what was wrong: the assistant reads it, and may do better */
    size_t offset;                 /* what the cursor says: mcp_tool_reads_cursor */
    char next[64];                 /* the cursor of what follows; "" = nothing does */
    bool aside;                    /* the ledger was not asked */
    json_object *coverage; /* of the answer alone, its words too; NULL = that of the ledger */
    int64_t links[MCP_MOST_LINKS]; /* reports that the answer is from */
    size_t n_links;
} mcp_tool;

/* What stands under "quoted". NULL: `why` says why, or the call is to be made apart. */
json_object *mcp_read_report(mcp_tool *t);
json_object *mcp_search_claims(mcp_tool *t);
json_object *mcp_show(mcp_tool *t);
json_object *mcp_accounts(mcp_tool *t);
json_object *mcp_timeline(mcp_tool *t);
json_object *mcp_disputes(mcp_tool *t);

/* ---- for them ---- */

/* An argument as a text; NULL where it is not given. Borrowed. */
const char *mcp_tool_text(const mcp_tool *t, const char *name);
int64_t mcp_tool_number(const mcp_tool *t, const char *name, int64_t usual);
/* Are the names of private persons to be left out? */
bool mcp_tool_redacts(const mcp_tool *t);
/* A cursor that is a number of items. false: why. */
bool mcp_tool_reads_cursor(mcp_tool *t);
/* A report that the answer has something of; once each. */
void mcp_tool_link(mcp_tool *t, int64_t report);

/* An exchange for a handler of the API. To be ended with strbuf_done(&x.out). */
exchange mcp_tool_exchange(const mcp_tool *t, asked_field *fields);
/* What the handler answers, as a value. NULL: why. */
json_object *mcp_tool_ask(mcp_tool *t, exchange *x, void (*handle)(exchange *x));
/* The detail of a problem that an exchange has becomes why. */
void mcp_tool_refused(mcp_tool *t, exchange *x);

/* ---- lists and answers ---- */

/* A list of all tools, as they are told to clients. NULL: no memory. */
json_object *mcp_tool_list(void);
json_object *mcp_tool_said(mcp_tool *t, json_object *quoted); /* takes quoted */
json_object *mcp_tool_wrong(const mcp_tool *t);
/* {"notice", "quoted", "next", "coverage", "note"}; takes quoted. */
json_object *mcp_quoted(mcp_tool *t, json_object *quoted);
/* The number of the report of "12:c7". */
int64_t mcp_report_of(const char *id);

#endif
