/* sketch_rows.c - which runs of words stand where in a report: packed, to look for copies. */
#include "ledger/index_tables.h"
#include "reuse/sketch.h"

const lgm_ledger_table lgm_ledger_sketch = {"sketch", "packed", LGM_LEDGER_BY_READING};

void lgm_ledger_sketch_rows(lgm_ledger_rows *r)
{
    const lgm_slice text = {r->record->text.ptr, r->record->text.len};
    lgm_reuse_sketch s;
    lgm_buf packed = {0};
    if (r->failed || lgm_reuse_sketch_of(&s, text, r->arena, NULL) != LGM_OK) {
        r->failed = true;
        return;
    }
    lgm_reuse_pack(&s, &packed);
    lgm_ledger_row_begin(r, &lgm_ledger_sketch);
    lgm_ledger_row_bytes(r, (lgm_slice){packed.at, packed.len});
    r->failed |= packed.failed;
    lgm_buf_done(&packed);
}
