/* csv.c - a row a claim, and which table is wanted. */
#include "csv.h"

#include "csv_events.h"
#include "shown.h"

static const char claim_header[] =
    "file,line,report_id,date,speaker,speaker_kind,source,cue,content,said,form,"
    "act,certainty,confidence,claim,replies,to,justification,"
    "justification_kind\r\n";

/* The speaker, or all who speak together. */
static void put_speakers(csv_table *t, const lgm_record *r, const lgm_claim *c)
{
    strbuf b = {0};
    const lgm_indices one = {&c->speaker, c->speaker != LGM_NONE};
    const lgm_indices all = c->speakers.n ? c->speakers : one;
    for (size_t i = 0; i < all.n; i++) csv_add(&b, i == 0, r->entities.at[all.at[i]].name);
    csv_items(t, &b);
}

static void put_replies(csv_table *t, const lgm_claim *c)
{
    strbuf b = {0};
    for (size_t i = 0; i < c->replies.n; i++)
        strbuf_printf(&b, "%s%s c%u", i ? "; " : "", lgm_answer_name(c->replies.at[i].how),
                      c->replies.at[i].to + 1);
    csv_items(t, &b);
}

/* By name; by the words of the report who has none. */
static void put_told(csv_table *t, const lgm_record *r, const lgm_claim *c)
{
    strbuf b = {0};
    for (size_t i = 0; i < c->to.n; i++) {
        const lgm_addressee *const a = &c->to.at[i];
        const bool known = a->entity != LGM_NONE && r->entities.at[a->entity].name.ptr;
        csv_add(&b, i == 0,
                known ? r->entities.at[a->entity].name
                      : lgm_record_quote(r, (lgm_cpspan){a->start, a->end}));
    }
    csv_items(t, &b);
}

static void put_justification(csv_table *t, const lgm_record *r, const lgm_justification *j)
{
    csv_str(t, j ? lgm_record_quote(r, j->span) : (lgm_str){NULL, 0});
    csv_text(t, j ? lgm_ground_name(j->kind) : NULL);
}

static void put_row(csv_table *t, const lgm_record *r, const lgm_claim *c, size_t text_line)
{
    const lgm_str none = {NULL, 0};
    csv_begin(t, r, text_line);
    put_speakers(t, r, c);
    csv_text(t, lgm_speaker_kind_name(c->speaker_kind));
    csv_spans(t, r, c->source);
    csv_spans(t, r, c->cue);
    csv_spans(t, r, c->content);
    csv_str(t, c->said ? c->said->value : none);
    csv_text(t, lgm_claim_form_name(c->form));
    csv_text(t, lgm_act_name(c->act));
    csv_text(t, lgm_certainty_name(c->certainty));
    csv_share(t, c->confidence);
    csv_id(t, 'c', (size_t)(c - r->claims.at));
    put_replies(t, c);
    put_told(t, r, c);
    put_justification(t, r, c->justification);
    csv_end(t);
}

static void put_claims(csv_table *t, const lgm_record *r)
{
    shown_lines lines = {0, 0};
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        put_row(t, r, c, shown_line_of(&lines, r, shown_first_span(c)));
    }
}

/* ---- which table ---- */

bool csv_has(page_part of)
{
    return of != PART_DISPUTES && of != PART_INCIDENTS && of != PART_NAMES && of != PART_TIMELINE;
}

void csv_header(strbuf *out, page_part of)
{
    strbuf_puts(out, of == PART_EVENTS    ? csv_event_header
                     : of == PART_FIGURES ? csv_figure_header
                                          : claim_header);
}

size_t csv_report(strbuf *out, const lgm_record *r, page_part of)
{
    csv_table t = {.out = out};
    (of == PART_EVENTS ? csv_events : of == PART_FIGURES ? csv_figures : put_claims)(&t, r);
    return t.n_guarded;
}
