/* coverage_note.c - see coverage_note.h. */
#include "coverage_note.h"

#include <inttypes.h>
#include <string.h>

#include "json_text.h"
#include "legomena/copy.h"

static void put_count(strbuf *b, uint64_t n, const char *one, const char *many)
{
    if (!n) return;
    strbuf_puts(b, "; ");
    strbuf_count(b, n, one, many);
}

static void put_days(strbuf *b, const lgm_coverage *c)
{
    if (!*c->first) return;
    strbuf_printf(b, ", %s", c->first);
    if (strcmp(c->first, c->last) != 0) strbuf_printf(b, " to %s", c->last);
}

lgm_status coverage_note_put(wrapper *w, lgm_ledger *ledger, lgm_err *err)
{
    lgm_coverage c;
    uint64_t left;
    strbuf b = {0};
    lgm_status st = lgm_ledger_coverage(ledger, &c, err);
    if (st == LGM_OK) st = lgm_copies_left(ledger, &left, err);
    if (st != LGM_OK) return st;
    strbuf_puts(&b, "Of ");
    strbuf_count(&b, c.reports, "report", "reports");
    if (c.publishers) strbuf_puts(&b, " of ");
    if (c.publishers) strbuf_count(&b, c.publishers, "publisher", "publishers");
    put_days(&b, &c);
    put_count(&b, c.withdrawn, "is withdrawn and left out", "are withdrawn and left out");
    put_count(&b, c.problems, "could not be read (legomena problems)",
              "could not be read (legomena problems)");
    put_count(&b, left, "is not compared yet: legomena add does it",
              "are not compared yet: legomena add does it");
    wrap_indent(w, 0, 2);
    wrap_text(w, STYLE_DIM, b.at ? b.at : "", b.len);
    wrap_end(w);
    w->out->failed |= b.failed;
    strbuf_done(&b);
    return LGM_OK;
}

lgm_status coverage_note_json(strbuf *out, lgm_ledger *ledger, lgm_err *err)
{
    lgm_coverage c;
    const lgm_status st = lgm_ledger_coverage(ledger, &c, err);
    if (st != LGM_OK) return st;
    strbuf_printf(out,
                  "{\"reports\": %" PRIu64 ", \"publishers\": %" PRIu64 ", \"first\": ", c.reports,
                  c.publishers);
    json_textz(out, *c.first ? c.first : NULL);
    strbuf_puts(out, ", \"last\": ");
    json_textz(out, *c.last ? c.last : NULL);
    strbuf_printf(out, ", \"withdrawn\": %" PRIu64 ", \"problems\": %" PRIu64 "}", c.withdrawn,
                  c.problems);
    return LGM_OK;
}
