/* claims_table.c - a row a claim, for spreadsheets (RFC 4180). */
#include "export/exporting.h"

static const char header[] = "id,report,title,publisher,date,url,speaker,speaker_kind,act,form,"
                             "certainty,said,source,cue,content,start,end,confidence\n";

static void cell(lgm_buf *b, lgm_str s)
{
    lgm_export_cell(b, false, lgm_export_slice(s));
}

static void text(lgm_buf *b, const char *s)
{
    lgm_export_cell(b, false, (lgm_slice){s, s ? __builtin_strlen(s) : 0});
}

static void pieces(lgm_buf *b, const lgm_record *r, lgm_spans spans)
{
    lgm_buf words = {0};
    lgm_export_pieces(&words, r, spans);
    lgm_export_cell(b, false, (lgm_slice){words.at, words.len});
    if (words.failed) b->failed = true;
    lgm_buf_done(&words);
}

static void put_claim(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_claim *const c = &r->claims.at[i];
    lgm_buf *const b = &x->out;
    lgm_json w = {.out = b};
    lgm_export_put_hex(b, lgm_export_claim_id(x, r, i));
    cell(b, r->id), cell(b, r->title), cell(b, r->publisher), cell(b, r->date), cell(b, r->url);
    cell(b, lgm_export_speaker(r, c));
    text(b, lgm_speaker_kind_name(c->speaker_kind));
    text(b, lgm_act_name(c->act));
    text(b, lgm_claim_form_name(c->form));
    text(b, lgm_certainty_name(c->certainty));
    cell(b, c->said ? c->said->value : (lgm_str){0});
    pieces(b, r, c->source), pieces(b, r, c->cue), pieces(b, r, c->content);
    lgm_export_cell_uint(b, false, c->content.n ? c->content.at[0].start : 0);
    lgm_export_cell_uint(b, false, c->content.n ? c->content.at[c->content.n - 1].end : 0);
    lgm_buf_putc(b, ',');
    lgm_json_share(&w, c->confidence);
    lgm_buf_putc(b, '\n');
}

static void begin(lgm_export *x)
{
    lgm_buf_puts(&x->out, header);
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->claims.n; i++) put_claim(x, r, i);
}

const lgm_export_writer lgm_export_claims_table = {begin, record, NULL};
