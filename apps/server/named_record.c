/* named_record.c - see named_record.h. */
#include "named_record.h"

#include <stdlib.h>
#include <string.h>

#include "legomena/custody.h"
#include "legomena/redact.h"
#include "values.h"

bool named_report_number(exchange *x, const char *what, int64_t *report)
{
    int64_t *found;
    size_t n;
    lgm_err err = {0};
    const lgm_status st = lgm_custody_find(x->ledger, what, &found, &n, &err);
    if (st != LGM_OK) {
        exchange_failed(x, st, &err);
        return false;
    }
    *report = found[n - 1];
    lgm_string_free((char *)found);
    return true;
}

static bool parse_part(lgm_link *of, const char *s)
{
    uint64_t number;
    if (!*s || !strchr("cevfti", *s) || !parse_count(s + 1, 1, UINT32_MAX - 2, &number))
        return false;
    *of = (lgm_link){*s, (uint32_t)(number - 1)};
    return true;
}

static bool has(const lgm_record *r, lgm_link of)
{
    return !of.kind || of.index < lgm_record_count(r, of.kind);
}

/* "12:c7" in two; the address of a report has colons too. */
static bool find_report(exchange *x, const char *named, int64_t *report, lgm_link *of)
{
    char *const what = strdup(named);
    if (!what) {
        exchange_problem(x, 503, "out of memory");
        return false;
    }
    char *const colon = strrchr(what, ':');
    if (colon && parse_part(of, colon + 1)) *colon = '\0';
    const bool found = named_report_number(x, what, report);
    free(what);
    return found;
}

bool named_claim_number(exchange *x, const char *what, int64_t *report, lgm_link *claim)
{
    *claim = (lgm_link){0};
    if (!find_report(x, what, report, claim)) return false;
    if (claim->kind != 'c') exchange_problem(x, 400, "claim: 12:c3 is the third of report 12");
    return claim->kind == 'c';
}

bool named_record_find(named_record *out, exchange *x)
{
    bool redact;
    lgm_err err = {0};
    *out = (named_record){0};
    if (!exchange_switch(x, "redact", &redact) || !find_report(x, x->rest, &out->report, &out->of))
        return false;
    lgm_status st = lgm_ledger_get(x->ledger, out->report, &out->record, &err);
    if (st == LGM_OK && redact) {
        lgm_record *const whole = out->record;
        st = lgm_redact(&out->record, whole, &err);
        lgm_record_free(whole);
        if (st != LGM_OK) out->record = NULL;
    }
    if (st == LGM_OK && has(out->record, out->of)) return true;
    if (st == LGM_OK)
        exchange_problem(x, 404, "the report has no such record");
    else
        exchange_failed(x, st, &err);
    lgm_record_free(out->record);
    return false;
}
