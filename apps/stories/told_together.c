/* told_together.c - see told_together.h. */
#include "told_together.h"

#include <stdio.h>
#include <stdlib.h>

#include "happened.h"
#include "json_text.h"

enum { MOST_SHOWN = 12, COLUMN = 14 };

typedef struct kind { /* events or claims */
    char letter;
    const char *name, *heading;
    lgm_status (*why)(char **out, const lgm_told *reports, size_t n, lgm_same_one a, lgm_same_one b,
                      lgm_err *err);
} kind;

static const kind kinds[] = {
    {'v', "events", "Told by several reports", lgm_same_events_why},
    {'c', "claims", "Said in several reports", lgm_same_claims_why},
};

lgm_status told_together_read(told_together *t, const story_facts *f, lgm_err *err)
{
    *t = (told_together){.told = story_facts_told(f), .n = f->story->n};
    if (!t->told) return LGM_E_NOMEM;
    lgm_status st = lgm_same_events(&t->events, t->told, t->n, err);
    if (st == LGM_OK || st == LGM_E_BUDGET) st = lgm_same_claims(&t->claims, t->told, t->n, err);
    return st == LGM_E_BUDGET ? LGM_OK : st;
}

void told_together_done(told_together *t)
{
    lgm_same_free(t->events);
    lgm_same_free(t->claims);
    free(t->told);
}

/* ---- one of a group ---- */

static const lgm_event *event_of(const told_together *t, lgm_same_one one)
{
    return &t->told[one.report].record->events.at[one.index];
}

/* How much of it is known. */
static size_t known(const lgm_event *v)
{
    return v->agents.n + v->patients.n + (v->place != LGM_NONE) + (v->time != NULL);
}

static const lgm_claim *claim_of(const told_together *t, lgm_same_one one)
{
    return &t->told[one.report].record->claims.at[one.index];
}

static size_t length_of(const lgm_claim *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->content.n; i++) n += c->content.at[i].end - c->content.at[i].start;
    return n;
}

/* The one that tells most. */
static lgm_same_one fullest(const told_together *t, const kind *k, const lgm_same_group *g)
{
    lgm_same_one best = g->at[0];
    for (size_t i = 1; i < g->n; i++) {
        const bool more = k->letter == 'v'
                              ? known(event_of(t, g->at[i])) > known(event_of(t, best))
                              : length_of(claim_of(t, g->at[i])) > length_of(claim_of(t, best));
        if (more) best = g->at[i];
    }
    return best;
}

/* By two reports or more; what is known of an event by its word alone says too little. */
static bool is_shown(const told_together *t, const kind *k, const lgm_same_group *g)
{
    return g->n_reports > 1 && (k->letter == 'c' || known(event_of(t, fullest(t, k, g))) > 0);
}

static void put_claim_words(const told_together *t, lgm_same_one one, strbuf *out)
{
    const lgm_record *const r = t->told[one.report].record;
    const lgm_claim *const c = claim_of(t, one);
    for (size_t i = 0; i < c->content.n; i++) {
        const lgm_str words = lgm_record_quote(r, c->content.at[i]);
        if (i) strbuf_puts(out, " … ");
        strbuf_put(out, words.ptr, words.len);
    }
}

static void put_speaker(const told_together *t, lgm_same_one one, strbuf *out)
{
    const lgm_record *const r = t->told[one.report].record;
    const lgm_claim *const c = claim_of(t, one);
    const lgm_str words = c->speaker != LGM_NONE ? r->entities.at[c->speaker].name
                          : c->source.n          ? lgm_record_quote(r, c->source.at[0])
                                                 : (lgm_str){"nobody named", 12};
    strbuf_put(out, words.ptr, words.len);
}

/* "the coast guard: 24 people were killed", "killed: 24 people · Ostrel · 2024-05-21" */
static void put_words(const told_together *t, const kind *k, lgm_same_one one, strbuf *out)
{
    const lgm_record *const r = t->told[one.report].record;
    strbuf details = {0};
    if (k->letter == 'c') {
        put_speaker(t, one, out);
        strbuf_puts(out, ": ");
        put_claim_words(t, one, out);
        return;
    }
    happened_line(out, r, event_of(t, one));
    happened_details(&details, r, event_of(t, one), true);
    if (details.len) strbuf_puts(out, " · ");
    strbuf_put(out, details.at ? details.at : "", details.len);
    out->failed |= details.failed;
    strbuf_done(&details);
}

static void put_id(const told_together *t, const kind *k, lgm_same_one one, strbuf *out)
{
    strbuf_printf(out, "%lld:%c%u", (long long)t->told[one.report].report, k->letter,
                  one.index + 1);
}

/* ---- a page ---- */

static void put_members(const told_together *t, const kind *k, const lgm_same_group *g, wrapper *w)
{
    strbuf ids = {0};
    strbuf_puts(&ids, " (");
    for (size_t i = 0; i < g->n && i < MOST_SHOWN; i++) {
        if (i) strbuf_puts(&ids, ", ");
        put_id(t, k, g->at[i], &ids);
    }
    strbuf_puts(&ids, g->n > MOST_SHOWN ? ", ...)" : ")");
    wrap_text(w, STYLE_DIM, ids.failed ? "" : ids.at, ids.failed ? 0 : ids.len);
    w->out->failed |= ids.failed;
    strbuf_done(&ids);
}

static lgm_status put_reasons(const told_together *t, const kind *k, const lgm_same_group *g,
                              wrapper *w, lgm_err *err)
{
    for (size_t i = 1; i < g->n && i < MOST_SHOWN; i++) {
        strbuf words = {0};
        char *why;
        const lgm_status st = k->why(&why, t->told, t->n, g->at[0], g->at[i], err);
        if (st != LGM_OK) return st;
        wrap_indent(w, COLUMN, COLUMN + 2);
        put_id(t, k, g->at[0], &words);
        strbuf_puts(&words, " and ");
        put_id(t, k, g->at[i], &words);
        strbuf_printf(&words, ": %s", *why ? why : "by what ties them to others");
        lgm_string_free(why);
        wrap_text(w, STYLE_DIM, words.failed ? "" : words.at, words.failed ? 0 : words.len);
        w->out->failed |= words.failed;
        strbuf_done(&words);
        wrap_end(w);
    }
    return LGM_OK;
}

static lgm_status put_section(const told_together *t, const kind *k, const lgm_same *all, bool why,
                              wrapper *w, lgm_err *err)
{
    size_t shown = 0, more = 0;
    if (!all) strbuf_printf(w->out, "\n%s: more %s than can be compared\n", k->heading, k->name);
    if (!all) return LGM_OK;
    for (size_t i = 0; i < all->n; i++) {
        const lgm_same_group *const g = &all->at[i];
        char reports[32];
        strbuf words = {0};
        if (!is_shown(t, k, g)) continue;
        if (shown == MOST_SHOWN) {
            more++;
            continue;
        }
        if (!shown++) strbuf_printf(w->out, "\n%s\n", k->heading);
        snprintf(reports, sizeof reports, "%zu reports", g->n_reports);
        wrap_item(w, 2, COLUMN, STYLE_DIM, reports);
        put_words(t, k, fullest(t, k, g), &words);
        wrap_text(w, STYLE_PLAIN, words.failed ? "" : words.at, words.failed ? 0 : words.len);
        w->out->failed |= words.failed;
        strbuf_done(&words);
        put_members(t, k, g, w);
        wrap_end(w);
        const lgm_status st = why ? put_reasons(t, k, g, w, err) : LGM_OK;
        if (st != LGM_OK) return st;
    }
    if (more) strbuf_printf(w->out, "  and %zu more; -f json has all\n", more);
    return LGM_OK;
}

lgm_status told_together_text(const told_together *t, bool why, wrapper *w, lgm_err *err)
{
    const lgm_status st = put_section(t, &kinds[0], t->events, why, w, err);
    return st == LGM_OK ? put_section(t, &kinds[1], t->claims, why, w, err) : st;
}

/* ---- JSON ---- */

static lgm_status put_json_why(const told_together *t, const kind *k, const lgm_same_group *g,
                               strbuf *out, lgm_err *err)
{
    strbuf_puts(out, ", \"why\": [");
    for (size_t i = 1; i < g->n; i++) {
        char *why;
        const lgm_status st = k->why(&why, t->told, t->n, g->at[0], g->at[i], err);
        if (st != LGM_OK) return st;
        if (i > 1) strbuf_puts(out, ", ");
        json_textz(out, why);
        lgm_string_free(why);
    }
    strbuf_puts(out, "]");
    return LGM_OK;
}

static lgm_status put_json(const told_together *t, const kind *k, const lgm_same *all, bool why,
                           strbuf *out, lgm_err *err)
{
    lgm_status st = LGM_OK;
    size_t n = 0;
    strbuf_printf(out, all ? "\"%s\": [" : "\"%s\": null", k->name);
    if (!all) return LGM_OK;
    for (size_t i = 0; i < all->n && st == LGM_OK; i++) {
        const lgm_same_group *const g = &all->at[i];
        strbuf words = {0};
        if (!is_shown(t, k, g)) continue;
        strbuf_printf(out, "%s\n    {\"reports\": %zu, \"words\": ", n++ ? "," : "", g->n_reports);
        put_words(t, k, fullest(t, k, g), &words);
        json_text(out, (lgm_str){words.at ? words.at : "", words.len});
        out->failed |= words.failed;
        strbuf_done(&words);
        strbuf_puts(out, ", \"members\": [");
        for (size_t m = 0; m < g->n; m++) {
            strbuf_puts(out, m ? ", \"" : "\"");
            put_id(t, k, g->at[m], out);
            strbuf_puts(out, "\"");
        }
        strbuf_puts(out, "]");
        if (why) st = put_json_why(t, k, g, out, err);
        strbuf_puts(out, "}");
    }
    strbuf_puts(out, "]");
    return st;
}

lgm_status told_together_json(const told_together *t, bool why, strbuf *out, lgm_err *err)
{
    lgm_status st = put_json(t, &kinds[0], t->events, why, out, err);
    strbuf_puts(out, ",\n  ");
    return st == LGM_OK ? put_json(t, &kinds[1], t->claims, why, out, err) : st;
}
