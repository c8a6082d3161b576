/* reports_api.c - GET /api/reports/12, /api/raw/12, /api/problems. */
#include "handlers.h"
#include "json_text.h"
#include "named_record.h"

/* A record as `legomena read` prints it. */
void handle_report(exchange *x)
{
    named_record r;
    char *json;
    size_t len;
    lgm_err err = {0};
    if (!named_record_find(&r, x)) return;
    if (r.of.kind) {
        exchange_problem(x, 404, "this is a record of a report: see /api/records");
    } else {
        const lgm_status st = lgm_record_write(r.record, LGM_FORMAT_JSON, &json, &len, &err);
        if (st == LGM_OK) {
            strbuf_put(&x->out, json, len);
            lgm_string_free(json);
            x->lasting = true;
        } else {
            exchange_failed(x, st, &err);
        }
    }
    lgm_record_free(r.record);
}

void handle_raw(exchange *x)
{
    int64_t report;
    char *raw;
    size_t len;
    lgm_err err = {0};
    if (!named_report_number(x, x->rest, &report)) return;
    const lgm_status st = lgm_ledger_get_raw(x->ledger, report, &raw, &len, &err);
    if (st != LGM_OK) {
        exchange_failed(x, st, &err);
        return;
    }
    strbuf_put(&x->out, raw, len);
    lgm_string_free(raw);
    x->type = "application/octet-stream";
    x->attached = true;
}

typedef struct listing {
    strbuf *out;
    size_t n;
} listing;

static lgm_status put_problem(void *ctx, const lgm_ledger_problem *p)
{
    listing *const l = ctx;
    strbuf_puts(l->out, l->n++ ? ",\n  {\"file\": " : "\n  {\"file\": ");
    json_textz(l->out, p->name);
    strbuf_printf(l->out, ", \"line\": ");
    p->line ? strbuf_printf(l->out, "%llu", (unsigned long long)p->line)
            : strbuf_puts(l->out, "null");
    strbuf_puts(l->out, ", \"byte\": ");
    p->byte ? strbuf_printf(l->out, "%llu", (unsigned long long)p->byte)
            : strbuf_puts(l->out, "null");
    strbuf_puts(l->out, ", \"message\": ");
    json_textz(l->out, p->message);
    strbuf_puts(l->out, ", \"first\": ");
    json_textz(l->out, p->first);
    strbuf_puts(l->out, ", \"last\": ");
    json_textz(l->out, p->last);
    strbuf_printf(l->out, ", \"times\": %llu}", (unsigned long long)p->times);
    return l->out->failed ? LGM_E_NOMEM : LGM_OK;
}

void handle_problems(exchange *x)
{
    listing l = {&x->out, 0};
    lgm_err err = {0};
    strbuf_puts(&x->out, "{\"problems\": [");
    const lgm_status st = lgm_ledger_problems(x->ledger, put_problem, &l, &err);
    strbuf_puts(&x->out, "]}\n");
    x->lasting = true;
    if (st != LGM_OK) exchange_failed(x, st, &err);
}
