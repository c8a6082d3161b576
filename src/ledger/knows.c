/*
 * knows.c - is a report there? Asked by the threads that read reports, before they read one.
 *
 * They share a connection of their own, which sees the last commit and is not kept waiting by the
 * one that writes.
 */
#include <string.h>

#include "ledger/ledger_file.h"

/* The hash of the text tells where the text is kept as it came in; where it had to be decoded, the
 * hash of the bytes does. */
static const char knows_sql[] =
    "SELECT 1 FROM report JOIN reading USING (report) WHERE url=?1 AND sha256=?2 "
    "AND model=?4 AND model_version=?5 "
    "UNION ALL "
    "SELECT 1 FROM report JOIN reading USING (report) WHERE raw_sha256=?3 AND url=?1 "
    "AND model=?4 AND model_version=?5 LIMIT 1";

static bool open_asked(lgm_ledger *l)
{
    if (l->knows) return true;
    const char *const path = lgm_ledger_store_path(l->store);
    return (l->asked || lgm_ledger_store_open(&l->asked, path, LGM_LEDGER_READ, NULL) == LGM_OK) &&
           lgm_ledger_query_new(&l->knows, l->asked, knows_sql, NULL) == LGM_OK;
}

static lgm_slice slice(const char *s)
{
    return (lgm_slice){s ? s : "", s ? strlen(s) : 0};
}

static bool ask(lgm_ledger *l, const lgm_input *in, const char *text, const char *raw,
                const char *model, const char *version)
{
    bool row = false;
    if (!open_asked(l)) return false;
    lgm_ledger_query_text(l->knows, 1, slice(in->url));
    lgm_ledger_query_text(l->knows, 2, slice(text));
    lgm_ledger_query_text(l->knows, 3, slice(raw));
    lgm_ledger_query_text(l->knows, 4, slice(model));
    lgm_ledger_query_text(l->knows, 5, slice(version));
    const lgm_status st = lgm_ledger_query_step(l->knows, &row, NULL);
    if (row) lgm_ledger_query_reset(l->knows);
    return st == LGM_OK && row;
}

int lgm_ledger_knows(lgm_ledger *l, const lgm_input *in, const char *model,
                     const char *model_version)
{
    uint8_t sum[32];
    char text[LGM_LEDGER_HEX + 1], raw[LGM_LEDGER_HEX + 1];
    lgm_sha256(in->text, in->len, sum);
    lgm_hex(sum, sizeof sum, text);
    memcpy(raw, text, sizeof raw);
    if (in->raw) {
        lgm_sha256(in->raw, in->raw_len, sum);
        lgm_hex(sum, sizeof sum, raw);
    }
    pthread_mutex_lock(&l->asking);
    const bool known = ask(l, in, text, raw, model, model_version);
    pthread_mutex_unlock(&l->asking);
    return known;
}
