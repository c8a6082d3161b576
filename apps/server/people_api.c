/* people_api.c - GET /api/people?name=: who is meant by a name, and what each said, denied, was
 * accused of. */
#include <string.h>

#include "handlers.h"
#include "json_text.h"
#include "legomena/person.h"
#include "legomena/question.h"

enum { USUAL = 12, MOST = 100, LINES = 50 };

typedef struct telling {
    strbuf *out;
    size_t n, most;
} telling;

static void put_str(strbuf *out, const char *before, lgm_str s)
{
    strbuf_puts(out, before);
    json_text(out, s.len ? s : (lgm_str){0});
}

static lgm_status put_fact(void *ctx, const lgm_person_fact *f)
{
    telling *const t = ctx;
    if (t->n++ >= t->most) return LGM_OK;
    put_str(t->out, t->n > 1 ? ",\n    {\"id\": " : "\n    {\"id\": ", f->id);
    put_str(t->out, ", \"day\": ", f->day);
    put_str(t->out, ", \"who\": ", f->who);
    put_str(t->out, ", \"act\": ", f->act);
    put_str(t->out, ", \"words\": ", f->words);
    put_str(t->out, ", \"url\": ", f->url);
    strbuf_puts(t->out, "}");
    return t->out->failed ? LGM_E_NOMEM : LGM_OK;
}

static lgm_status put_person(exchange *x, lgm_people *people, size_t i, size_t lines, lgm_err *err)
{
    static const struct {
        lgm_person_part part;
        const char *name;
    } parts[] = {{LGM_PERSON_ROLES, "roles"},
                 {LGM_PERSON_ALIASES, "aliases"},
                 {LGM_PERSON_SAID, "said"},
                 {LGM_PERSON_DENIED, "denied"},
                 {LGM_PERSON_ACCUSED, "accused"}};
    const lgm_person p = lgm_people_person(people, i);
    strbuf *const out = &x->out;
    lgm_status st = LGM_OK;
    put_str(out, i ? ",\n  {\"name\": " : "\n  {\"name\": ", p.name);
    put_str(out, ", \"type\": ", p.type);
    put_str(out, ", \"country\": ", p.country);
    strbuf_printf(out, ", \"reports\": %zu, \"apart\": ", p.n_reports);
    json_textz(out, p.apart ? lgm_person_apart_text(p.apart) : NULL);
    for (size_t k = 0; k < sizeof parts / sizeof *parts && st == LGM_OK; k++) {
        telling t = {out, 0, lines};
        strbuf_printf(out, ",\n   \"%s\": [", parts[k].name);
        st = lgm_people_each(people, i, parts[k].part, put_fact, &t, err);
        strbuf_printf(out, "], \"n_%s\": %zu", parts[k].name, t.n);
    }
    strbuf_puts(out, ",\n   \"members\": [");
    for (size_t k = 0; k < p.n_members && k < lines; k++) {
        const lgm_person_member m = lgm_people_member(people, i, k);
        strbuf_printf(out, "%s{\"id\": \"%lld:e%u\"", k ? ", " : "", (long long)m.report, m.entity);
        put_str(out, ", \"name\": ", m.name);
        put_str(out, ", \"date\": ", m.date);
        strbuf_puts(out, ", \"why\": ");
        json_textz(out, lgm_person_why_text(m.why));
        strbuf_puts(out, "}");
    }
    strbuf_puts(out, "]}");
    return st;
}

void handle_people(exchange *x)
{
    const char *const name = exchange_field(x, "name");
    lgm_people *people = NULL;
    lgm_err err = {0};
    uint64_t limit, lines;
    if (!exchange_number(x, "limit", USUAL, 1, MOST, &limit) ||
        !exchange_number(x, "lines", LINES, 1, 1000, &lines))
        return;
    if (!name || !*name) {
        exchange_problem(x, 400, "name: whom to look for is missing");
        return;
    }
    x->lasting = true;
    lgm_status st = lgm_people_find(&people, x->ledger, name, exchange_field(x, "as-of"), &err);
    const size_t n = st == LGM_OK ? lgm_people_count(people) : 0;
    strbuf_printf(&x->out, "{\"found\": %zu, \"people\": [", n);
    for (size_t i = 0; i < n && i < limit && st == LGM_OK; i++)
        st = put_person(x, people, i, (size_t)lines, &err);
    strbuf_puts(&x->out, "]}\n");
    if (st != LGM_OK) exchange_failed(x, st, &err);
    lgm_people_free(people);
}
