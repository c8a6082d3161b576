/* reviews_api.c - POST /api/reviews: what a person says of a record. */
#include <json-c/json.h>
#include <string.h>

#include "handlers.h"
#include "legomena/custody.h"
#include "legomena/review.h"
#include "named_record.h"
#include "server_state.h"

static const char *text_of(json_object *o, const char *key)
{
    json_object *value;
    if (!json_object_object_get_ex(o, key, &value) || !json_object_is_type(value, json_type_string))
        return NULL;
    return json_object_get_string(value);
}

static bool verdict_of(const char *name, lgm_verdict *out)
{
    for (int v = LGM_VERDICT_NOTE; name && v <= LGM_VERDICT_NONE; v++)
        if (strcmp(lgm_verdict_name((lgm_verdict)v), name) == 0) {
            *out = (lgm_verdict)v;
            return true;
        }
    return false;
}

/* Into a ledger of its own, open for the one review: others write meanwhile. */
static void put(exchange *x, const named_record *of, const lgm_review *review)
{
    lgm_ledger *ledger = NULL;
    lgm_err err = {0};
    int64_t number = 0;
    lgm_status st = lgm_ledger_open(&ledger, x->server->ledger_path, NULL, &err);
    if (st == LGM_OK) st = lgm_review_put(ledger, of->report, of->of, review, &number, &err);
    if (st == LGM_OK) st = lgm_ledger_commit(ledger, &err);
    lgm_ledger_close(ledger);
    if (st != LGM_OK) {
        exchange_failed(x, st, &err);
        return;
    }
    x->status = MHD_HTTP_CREATED;
    strbuf_printf(&x->out, "{\"review\": %lld}\n", (long long)number);
}

void handle_review(exchange *x)
{
    json_tokener *const tokener = json_tokener_new();
    json_object *const o =
        tokener ? json_tokener_parse_ex(tokener, x->body ? x->body : "", (int)x->body_len) : NULL;
    const char *const id = json_object_is_type(o, json_type_object) ? text_of(o, "id") : NULL;
    lgm_review review = {.reviewer = x->server->reviewer};
    named_record of;
    if (strncmp(x->body_type, "application/json", 16) != 0) {
        exchange_problem(x, 415, "the body should be application/json");
    } else if (!id || !*id) {
        exchange_problem(x, 400, "the body should be an object with an \"id\": \"12:c7\"");
    } else if (!verdict_of(text_of(o, "verdict"), &review.verdict)) {
        exchange_problem(x, 400, "verdict: should be note, right, wrong, withdrawn or none");
    } else {
        x->rest = id;
        review.field = text_of(o, "field");
        review.correction = text_of(o, "correction");
        review.note = text_of(o, "note");
        if (named_record_find(&of, x)) {
            put(x, &of, &review);
            lgm_record_free(of.record);
        }
    }
    json_object_put(o);
    json_tokener_free(tokener);
}
