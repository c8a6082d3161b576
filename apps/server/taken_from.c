/* taken_from.c - counted once for each state of the ledger. */
#include "taken_from.h"

#include "json_text.h"

static void count(strbuf *out, lgm_ledger *ledger)
{
    lgm_coverage c;
    lgm_err err = {0};
    if (lgm_ledger_coverage(ledger, &c, &err) != LGM_OK) {
        strbuf_puts(out, "null");
        return;
    }
    strbuf_printf(out, "{\"reports\": %llu, \"publishers\": %llu, \"first\": ",
                  (unsigned long long)c.reports, (unsigned long long)c.publishers);
    json_textz(out, *c.first ? c.first : NULL);
    strbuf_puts(out, ", \"last\": ");
    json_textz(out, *c.last ? c.last : NULL);
    strbuf_printf(out, ", \"not_read\": %llu, \"withdrawn\": %llu}", (unsigned long long)c.problems,
                  (unsigned long long)c.withdrawn);
}

void taken_from_put(strbuf *out, exchange *x)
{
    if (!x->coverage->len) count(x->coverage, x->ledger);
    strbuf_put(out, x->coverage->at, x->coverage->len);
}
