/* records.h - the records that the rows of an answer are from, each read once. */
#ifndef MCP_RECORDS_H
#define MCP_RECORDS_H

#include "tools.h"

enum { MCP_MOST_RECORDS = 64 };

typedef struct mcp_records {
    mcp_tool *tool;
    struct {
        int64_t report;
        lgm_record *record; /* NULL: it cannot be had */
    } at[MCP_MOST_RECORDS]; /* a newer one takes the place of another that stands there */
} mcp_records;

/* Without names where the call wants that. NULL: there is none. Borrowed until the next one. */
const lgm_record *mcp_record_of(mcp_records *all, int64_t report);
void mcp_records_done(mcp_records *all);

#endif
