/* story_data.c - a story for programs. */
#include <inttypes.h>
#include <string.h>

#include "csv_table.h"
#include "json_text.h"
#include "story_page.h"
#include "told_together.h"

static void put_key(strbuf *out, const char *key, lgm_str value)
{
    strbuf_printf(out, ", \"%s\": ", key);
    json_text(out, value);
}

static void put_number(strbuf *out, const char *key, int64_t n)
{
    if (n)
        strbuf_printf(out, ", \"%s\": %" PRId64, key, n);
    else
        strbuf_printf(out, ", \"%s\": null", key);
}

static lgm_str str(const char *s)
{
    return (lgm_str){s, strlen(s)};
}

static int64_t copy_of(const story_facts *f, size_t i)
{
    const uint32_t k = f->story->reports[i].copy_of;
    return k == LGM_NONE ? 0 : f->story->reports[k].report;
}

/* ---- JSON ---- */

static lgm_status put_reasons(const story_facts *f, size_t i, bool apart, strbuf *out, lgm_err *err)
{
    lgm_story_reason *reasons;
    size_t n;
    int64_t with;
    const lgm_status st = story_facts_why(f, i, apart, &with, &reasons, &n, err);
    if (st != LGM_OK) return st;
    strbuf_printf(out, ", \"%s\": [", apart ? "why_not_near" : "why");
    for (size_t k = 0; k < n; k++) {
        strbuf_puts(out, k ? ", {\"kind\": " : "{\"kind\": ");
        json_text(out, str(lgm_story_reason_name(reasons[k].kind)));
        put_key(out, "words", reasons[k].words);
        if (reasons[k].other.ptr) put_key(out, "other", reasons[k].other);
        strbuf_puts(out, "}");
    }
    strbuf_puts(out, "]");
    lgm_string_free((char *)reasons);
    return st;
}

static lgm_status put_report(const story_facts *f, size_t i, bool why, strbuf *out, lgm_err *err)
{
    const lgm_record *const r = story_facts_record(f, i);
    const lgm_story_member *const m = &f->story->members[i];
    lgm_status st = LGM_OK;
    strbuf_printf(out, "%s\n    {\"report\": %" PRId64, i ? "," : "", f->story->reports[i].report);
    put_key(out, "id", r->id);
    put_key(out, "date", r->date);
    put_key(out, "publisher", r->publisher);
    put_key(out, "title", r->title);
    put_key(out, "url", r->url);
    put_number(out, "copy_of", copy_of(f, i));
    put_key(out, "how", str(lgm_story_how_name(m->how)));
    put_number(out, "like", m->like);
    if (m->like) strbuf_printf(out, ", \"likeness\": %.3f", m->likeness);
    put_number(out, "near", m->near);
    if (m->near) strbuf_printf(out, ", \"near_likeness\": %.3f", m->near_likeness);
    if (why) st = put_reasons(f, i, false, out, err);
    if (why && st == LGM_OK) st = put_reasons(f, i, true, out, err);
    strbuf_puts(out, "}");
    return st;
}

static void put_change(const lgm_story_change *c, bool first, strbuf *out)
{
    strbuf_printf(out, "%s\n    {\"what\": \"%s\", \"story\": %" PRId64 ", \"other\": %" PRId64,
                  first ? "" : ",", c->merged ? "merged" : "split", c->story, c->other);
    put_key(out, "at", c->at);
    put_number(out, "report", c->report);
    put_number(out, "other_report", c->other_report);
    strbuf_printf(out, ", \"decided\": %s}", c->decided ? "true" : "false");
}

static lgm_status put_together(const story_facts *f, bool why, strbuf *out, lgm_err *err)
{
    told_together t;
    lgm_status st = told_together_read(&t, f, err);
    if (st == LGM_OK) st = told_together_json(&t, why, out, err);
    told_together_done(&t);
    return st;
}

lgm_status story_page_json(const story_facts *f, bool why, strbuf *out, lgm_err *err)
{
    const lgm_story *const s = f->story;
    lgm_status st = LGM_OK;
    strbuf_printf(out, "{\"story\": %" PRId64, s->number);
    put_key(out, "headline", story_facts_headline(f));
    strbuf_puts(out, ",\n  \"coverage\": ");
    story_facts_put_coverage_json(f, out);
    strbuf_puts(out, ",\n  \"reports\": [");
    for (size_t i = 0; i < s->n && st == LGM_OK; i++) st = put_report(f, i, why, out, err);
    strbuf_puts(out, "],\n  ");
    if (st == LGM_OK) st = put_together(f, why, out, err);
    strbuf_puts(out, ",\n  \"changes\": [");
    for (size_t i = 0; i < s->n_changes; i++) put_change(&s->changes[i], i == 0, out);
    strbuf_puts(out, "]}\n");
    return st;
}

/* ---- CSV ---- */

static void put_cell(csv_table *t, int64_t n)
{
    if (n)
        csv_number(t, (unsigned long long)n);
    else
        csv_str(t, (lgm_str){0});
}

void story_page_csv(const story_facts *f, strbuf *out)
{
    const lgm_story *const s = f->story;
    strbuf_puts(out, "story,report,date,publisher,title,url,copy_of,how,like,near\r\n");
    for (size_t i = 0; i < s->n; i++) {
        const lgm_record *const r = story_facts_record(f, i);
        csv_table t = {.out = out};
        put_cell(&t, s->number);
        put_cell(&t, s->reports[i].report);
        csv_str(&t, r->date);
        csv_str(&t, r->publisher);
        csv_str(&t, r->title);
        csv_str(&t, r->url);
        put_cell(&t, copy_of(f, i));
        csv_str(&t, str(lgm_story_how_name(s->members[i].how)));
        put_cell(&t, s->members[i].like);
        put_cell(&t, s->members[i].near);
        csv_end(&t);
    }
}
