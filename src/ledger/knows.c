/*
 * knows.c - is a report there? Asked by the threads that read reports, before they read one.
 *
 * They share a connection of their own, which sees the last commit and is not kept waiting by the
 * one that writes.
 */
#include <string.h>

#include "ledger/ledger_file.h"

/* The hash of the text tells where the text is kept as it came in; where it had to be decoded, the
 * hash of the bytes does. What may be a new version is not known. */
#define KNOWN(report)                                                                              \
    "SELECT 1 FROM report p JOIN reading r USING (report) WHERE " report                           \
    " AND r.model=?9 AND r.model_version=?10 AND (p.replaced IS NULL OR NOT EXISTS "               \
    "(SELECT 1 FROM report n WHERE n.url=?1 AND n.replaced IS NULL AND " LGM_LEDGER_CAME_BACK "))"

static const char knows_sql[] = /* each branch has an index */
    KNOWN("p.url=?1 AND p.sha256=?2") " UNION ALL " KNOWN("?1<>'' AND p.url=?1 AND "
                                                          "p.raw_sha256=?11") " UNION ALL " KNOWN(
        "?1='' AND p.url='' AND p.raw_sha256=?11") " LIMIT 1";

static bool open_asked(lgm_ledger *l)
{
    if (l->knows) return true;
    const char *const path = lgm_ledger_store_path(l->store);
    return (l->asked || lgm_ledger_store_open(&l->asked, path, LGM_LEDGER_READ, NULL) == LGM_OK) &&
           lgm_ledger_query_new(&l->knows, l->asked, knows_sql, NULL) == LGM_OK;
}

/* NULL is null. */
static void bind(lgm_ledger_query *q, int at, const char *s)
{
    lgm_ledger_query_text(q, at, (lgm_slice){s, s ? strlen(s) : 0});
}

static bool ask(lgm_ledger *l, const lgm_input *in, const char *text, const char *raw,
                const char *model, const char *version)
{
    bool row = false;
    if (!open_asked(l)) return false;
    lgm_ledger_query *const q = l->knows;
    bind(q, 1, in->url ? in->url : "");
    bind(q, 2, text);
    bind(q, 3, in->retrieved);
    bind(q, 4, in->modified);
    bind(q, 5, in->file);
    bind(q, 6, in->member);
    if (in->line) lgm_ledger_query_int(q, 7, (int64_t)in->line);
    if (in->at) lgm_ledger_query_int(q, 8, (int64_t)in->at);
    bind(q, 9, model ? model : "");
    bind(q, 10, version ? version : "");
    bind(q, 11, raw);
    const lgm_status st = lgm_ledger_query_step(q, &row, NULL);
    if (row) lgm_ledger_query_reset(q);
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
