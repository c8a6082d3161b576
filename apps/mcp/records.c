/* records.c - see records.h. */
#include "records.h"

#include <stdio.h>

#include "named_record.h"

const lgm_record *mcp_record_of(mcp_records *all, int64_t report)
{
    const size_t i = (uint64_t)report % MCP_MOST_RECORDS;
    asked_field fields[] = {{"redact", "true"}};
    named_record found;
    char number[24];
    if (all->at[i].report == report) return all->at[i].record;
    exchange x = mcp_tool_exchange(all->tool, fields);
    x.n_fields = mcp_tool_redacts(all->tool) ? 1 : 0;
    snprintf(number, sizeof number, "%lld", (long long)report);
    x.rest = number;
    lgm_record_free(all->at[i].record);
    all->at[i].report = report;
    all->at[i].record = named_record_find(&found, &x) ? found.record : NULL;
    strbuf_done(&x.out);
    return all->at[i].record;
}

void mcp_records_done(mcp_records *all)
{
    for (size_t i = 0; i < MCP_MOST_RECORDS; i++) lgm_record_free(all->at[i].record);
}
