/* profile_rows.c - what a report is about, packed, for whoever compares reports. */
#include "ledger/index_tables.h"
#include "profile/profile.h"

const lgm_ledger_table lgm_ledger_profile = {"profile", "packed", LGM_LEDGER_BY_READING};

void lgm_ledger_profile_rows(lgm_ledger_rows *r)
{
    lgm_profile p;
    lgm_buf b = {0};
    if (r->failed || lgm_profile_of(&p, r->record, r->arena, NULL) != LGM_OK) {
        r->failed = true;
        return;
    }
    lgm_profile_pack(&p, &b);
    if (b.failed) r->failed = true;
    lgm_ledger_row_begin(r, &lgm_ledger_profile);
    lgm_ledger_row_bytes(r, (lgm_slice){b.at, b.len});
    lgm_buf_done(&b);
}
