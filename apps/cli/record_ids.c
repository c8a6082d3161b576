/* record_ids.c - see record_ids.h. */
#include "record_ids.h"

#include <string.h>

#include "args.h"
#include "legomena/custody.h"
#include "opening.h"
#include "values.h"

static bool parse_part(lgm_link *of, const char *s)
{
    uint64_t number;
    if (!*s || !strchr("cevfti", *s) || !parse_count(s + 1, 1, UINT32_MAX - 2, &number))
        return false;
    *of = (lgm_link){*s, (uint32_t)(number - 1)};
    return true;
}

/* The part stands behind the last colon. */
int record_id_find(record_id *out, lgm_ledger *ledger, char *what)
{
    char *const colon = strrchr(what, ':');
    int64_t *found;
    size_t n;
    lgm_err err = {0};
    *out = (record_id){0};
    if (colon && parse_part(&out->of, colon + 1)) *colon = '\0';
    const lgm_status st = lgm_custody_find(ledger, what, &found, &n, &err);
    if (st != LGM_OK) return opening_ledger_failed(st, &err);
    out->report = found[n - 1];
    lgm_string_free((char *)found);
    return EXIT_DONE;
}

void record_id_put(strbuf *b, record_id id)
{
    strbuf_printf(b, "%lld", (long long)id.report);
    if (id.of.kind) strbuf_printf(b, ":%c%u", id.of.kind, id.of.index + 1);
}
