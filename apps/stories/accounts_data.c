/* accounts_data.c - accounts as JSON and as a table: see accounts_page.h. */
#include "accounts_page.h"
#include "csv_table.h"
#include "json_text.h"

static void put_value(strbuf *out, const lgm_account_answer *a)
{
    switch (lgm_account_question_kind(a->question)) {
    case 'F':
        strbuf_printf(out, "\"value\": %.15g, \"upper\": ", a->value);
        a->upper > a->value ? strbuf_printf(out, "%.15g", a->upper) : strbuf_puts(out, "null");
        strbuf_printf(out, ", \"relation\": \"%s\", \"unit\": ", lgm_relation_name(a->relation));
        json_text(out, a->unit.len ? a->unit : (lgm_str){0});
        break;
    case 'D':
        strbuf_puts(out, "\"value\": ");
        json_text(out, a->day);
        break;
    default: strbuf_puts(out, "\"value\": "); json_text(out, a->words);
    }
}

static void put_said(strbuf *out, const accounts_view *v, const lgm_account_said *s)
{
    const lgm_told *const t = &v->told[s->report];
    const lgm_account_answer *const a = s->answer;
    strbuf_printf(out, "{\"report\": %lld, \"doc\": ", (long long)t->report);
    json_text(out, t->record->id);
    strbuf_printf(out, ", \"question\": \"%s\", ", lgm_account_question_name(a->question));
    put_value(out, a);
    strbuf_puts(out, ", \"what\": ");
    json_text(out, lgm_account_question_kind(a->question) == 'F' && a->words.len ? a->words
                                                                                 : (lgm_str){0});
    strbuf_printf(out, ", \"span\": [%u, %u], \"words\": ", a->span.start, a->span.end);
    json_text(out, lgm_record_quote(t->record, a->span));
    strbuf_printf(out, ", \"stance\": \"%s\"", lgm_account_stance_name(a->stance));
    strbuf_puts(out, ", \"speaker\": ");
    json_text(out, a->speaker.len ? a->speaker : (lgm_str){0});
    strbuf_puts(out, ", \"claim\": ");
    a->claim == LGM_NONE ? strbuf_puts(out, "null") : strbuf_printf(out, "\"c%u\"", a->claim + 1);
    strbuf_puts(out, ", \"date\": ");
    json_text(out, t->record->date);
    strbuf_puts(out, ", \"publisher\": ");
    json_text(out, t->record->publisher);
    strbuf_printf(out, ", \"copy\": %s}", t->copy_of == LGM_NONE ? "false" : "true");
}

static void put_account(strbuf *out, const accounts_view *v, const lgm_account *a)
{
    strbuf_printf(out, "{\"question\": \"%s\", ", lgm_account_question_name(a->answer->question));
    put_value(out, a->answer);
    strbuf_printf(out,
                  ", \"reports\": %zu, \"least_origins\": %zu, \"most_origins\": %zu, \"first\": ",
                  a->n_reports, a->least_origins, a->most_origins);
    json_text(out, a->first);
    strbuf_puts(out, ", \"last\": ");
    json_text(out, a->last);
    strbuf_printf(out, ", \"aside\": %s, \"said\": [", a->aside ? "true" : "false");
    for (size_t i = 0; i < a->said.n; i++) {
        strbuf_puts(out, i ? ",\n    " : "\n    ");
        put_said(out, v, &a->said.at[i]);
    }
    strbuf_puts(out, "]}");
}

void accounts_page_link_json(strbuf *out, const accounts_view *v, const lgm_account_link *l)
{
    strbuf_printf(out, "{\"kind\": \"%s\", \"question\": \"%s\", \"speaker\": ",
                  lgm_account_link_name(l->kind),
                  lgm_account_question_name(v->accounts->at[l->a].answer->question));
    json_text(out, l->speaker.len ? l->speaker : (lgm_str){0});
    strbuf_puts(out, ", \"a\": ");
    put_said(out, v, l->by_a);
    strbuf_puts(out, ",\n    \"b\": ");
    put_said(out, v, l->by_b);
    strbuf_puts(out, "}");
}

void accounts_page_json(const accounts_view *v, strbuf *out)
{
    const lgm_accounts *const a = v->accounts;
    size_t n = 0;
    strbuf_printf(out, "{\"story\": %lld, \"headline\": ", (long long)v->facts->story->number);
    json_text(out, story_facts_headline(v->facts));
    strbuf_puts(out, ", \"accounts\": [");
    for (size_t i = 0; !v->only_links && i < a->n; i++) {
        if (v->question != LGM_ACCOUNT_N && a->at[i].answer->question != v->question) continue;
        strbuf_puts(out, n++ ? ",\n  " : "\n  ");
        put_account(out, v, &a->at[i]);
    }
    strbuf_puts(out, "],\n \"links\": [");
    n = 0;
    for (size_t i = 0; i < a->n_links; i++) {
        const lgm_account_question q = a->at[a->links[i].a].answer->question;
        if (v->question != LGM_ACCOUNT_N && q != v->question) continue;
        if (v->only_links && !accounts_page_shows_link(v, &a->links[i])) continue;
        strbuf_puts(out, n++ ? ",\n  " : "\n  ");
        accounts_page_link_json(out, v, &a->links[i]);
    }
    strbuf_puts(out, "],\n \"coverage\": ");
    story_facts_put_coverage_json(v->facts, out);
    strbuf_puts(out, "}\n");
}

/* ---- a table ---- */

static void put_row(const accounts_view *v, const lgm_account *account, const lgm_account_said *s,
                    strbuf *out)
{
    const lgm_record *const r = v->told[s->report].record;
    const lgm_account_answer *const a = s->answer;
    csv_table t = {.out = out};
    strbuf value = {0};
    accounts_page_value(&value, a);
    csv_number(&t, (unsigned long long)v->told[s->report].report);
    csv_text(&t, lgm_account_question_name(a->question));
    csv_items(&t, &value);
    csv_text(&t,
             lgm_account_question_kind(a->question) == 'F' ? lgm_relation_name(a->relation) : NULL);
    csv_str(&t, lgm_account_question_kind(a->question) == 'F' ? a->words : (lgm_str){0});
    csv_str(&t, a->speaker);
    csv_str(&t, r->date);
    csv_str(&t, r->publisher);
    csv_str(&t, lgm_record_quote(r, a->span));
    csv_number(&t, a->span.start);
    csv_number(&t, a->span.end);
    csv_number(&t, account->n_reports);
    csv_number(&t, account->least_origins);
    csv_number(&t, account->most_origins);
    csv_text(&t, a->aside ? "aside" : NULL);
    csv_end(&t);
}

void accounts_page_csv(const accounts_view *v, strbuf *out)
{
    strbuf_puts(out, "report,question,value,relation,what,speaker,date,publisher,words,start,end,"
                     "reports,least_origins,most_origins,aside\r\n");
    for (size_t i = 0; i < v->accounts->n; i++) {
        const lgm_account *const a = &v->accounts->at[i];
        if (v->question != LGM_ACCOUNT_N && a->answer->question != v->question) continue;
        for (size_t k = 0; k < a->said.n; k++) put_row(v, a, &a->said.at[k], out);
    }
}

/* ---- what differs, as a table ---- */

static void put_side(const accounts_view *v, const lgm_account_said *s, csv_table *t)
{
    const lgm_record *const r = v->told[s->report].record;
    const lgm_account_answer *const a = s->answer;
    const bool figure = lgm_account_question_kind(a->question) == 'F';
    strbuf value = {0};
    accounts_page_value(&value, a);
    csv_items(t, &value);
    csv_str(t, figure ? a->words : (lgm_str){0});
    csv_str(t, a->speaker);
    csv_number(t, (unsigned long long)v->told[s->report].report);
    csv_str(t, r->date);
    csv_str(t, r->publisher);
    csv_str(t, lgm_record_quote(r, a->span));
    csv_number(t, a->span.start);
    csv_number(t, a->span.end);
}

void accounts_page_links_csv(const accounts_view *v, bool head, strbuf *out)
{
    if (head)
        strbuf_puts(
            out, "story,kind,question,value_a,what_a,speaker_a,report_a,date_a,publisher_a,words_a,"
                 "start_a,end_a,value_b,what_b,speaker_b,report_b,date_b,publisher_b,words_b,"
                 "start_b,end_b\r\n");
    for (size_t i = 0; v && i < v->accounts->n_links; i++) {
        const lgm_account_link *const l = &v->accounts->links[i];
        csv_table t = {.out = out};
        if (!accounts_page_shows_link(v, l)) continue;
        csv_number(&t, (unsigned long long)v->facts->story->number);
        csv_text(&t, lgm_account_link_name(l->kind));
        csv_text(&t, lgm_account_question_name(v->accounts->at[l->a].answer->question));
        put_side(v, l->by_a, &t);
        put_side(v, l->by_b, &t);
        csv_end(&t);
    }
}
