/* report_row.c - the row of a report: what is known of it, and where it came from. */
#include "ledger/entry.h"

const lgm_ledger_table lgm_ledger_report = {
    .name = "report",
    .columns = "id url sha256 raw_sha256 title byline publisher agency section date published "
               "modified retrieved lang file member line byte"};

static void put_from(lgm_ledger_rows *r, const lgm_from *from)
{
    lgm_ledger_row_text(r, from ? from->file : (lgm_str){0});
    lgm_ledger_row_text(r, from ? from->member : (lgm_str){0});
    if (from && from->line)
        lgm_ledger_row_int(r, from->line);
    else
        lgm_ledger_row_null(r);
    if (from && from->byte)
        lgm_ledger_row_int(r, from->byte);
    else
        lgm_ledger_row_null(r);
}

void lgm_ledger_report_row(lgm_ledger_entry *e, lgm_ledger_rows *r)
{
    const lgm_record *const x = r->record;
    lgm_ledger_row_begin(r, &lgm_ledger_report);
    lgm_ledger_row_text(r, x->id);
    lgm_ledger_row_text(r, x->url.ptr ? x->url : (lgm_str){"", 0});
    lgm_ledger_row_name(r, e->sha256);
    lgm_ledger_row_name(r, e->raw_sha256);
    lgm_ledger_row_text(r, x->title);
    lgm_ledger_row_text(r, x->byline);
    lgm_ledger_row_text(r, x->publisher);
    lgm_ledger_row_text(r, x->agency);
    lgm_ledger_row_text(r, x->section);
    lgm_ledger_row_text(r, x->date);
    lgm_ledger_row_text(r, x->published);
    lgm_ledger_row_text(r, x->modified);
    lgm_ledger_row_text(r, x->retrieved);
    lgm_ledger_row_text(r, x->lang);
    put_from(r, x->from);
}
