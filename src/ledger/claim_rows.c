/* claim_rows.c - rows of claims: the claim, who has to do with it, what it answers, disputes. */
#include "ledger/index_tables.h"

const lgm_ledger_table lgm_ledger_claim = {
    .name = "claim",
    .columns = "n source cue content source_spans cue_spans content_spans quoted_spans start end "
               "form act certainty speaker speaker_kind venue said said_from said_to said_time "
               "parent evidence repetition observed ground confidence listed",
    .key = LGM_LEDGER_BY_CLAIM};
const lgm_ledger_table lgm_ledger_claim_search = {
    .name = "claim_search", .columns = "n source content", .key = LGM_LEDGER_BY_WORD};
const lgm_ledger_table lgm_ledger_claim_party = {.name = "claim_party",
                                                 .columns = "claim part n entity words"};
const lgm_ledger_table lgm_ledger_claim_about = {.name = "claim_about",
                                                 .columns = "claim n entity event"};
const lgm_ledger_table lgm_ledger_reply = {.name = "reply", .columns = "claim n to_claim how"};
const lgm_ledger_table lgm_ledger_dispute = {.name = "dispute", .columns = "n over"};
const lgm_ledger_table lgm_ledger_dispute_side = {.name = "dispute_side",
                                                  .columns = "dispute side claim"};

static void put_what(lgm_ledger_rows *r, uint32_t i, const lgm_claim *c)
{
    lgm_ledger_row_begin(r, &lgm_ledger_claim);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_words(r, c->source);
    lgm_ledger_row_words(r, c->cue);
    lgm_ledger_row_words(r, c->content);
    lgm_ledger_row_spans(r, c->source);
    lgm_ledger_row_spans(r, c->cue);
    lgm_ledger_row_spans(r, c->content);
    lgm_ledger_row_spans(r, c->quoted);
    lgm_ledger_row_int(r, c->content.at[0].start);
    lgm_ledger_row_int(r, c->content.at[c->content.n - 1].end);
}

static void put_said(lgm_ledger_rows *r, const lgm_when *said)
{
    const lgm_str value = said ? said->value : (lgm_str){0};
    lgm_ledger_row_text(r, value);
    lgm_ledger_row_days(r, value);
    lgm_ledger_row_index(r, said ? said->time : LGM_NONE);
}

static void put_claim(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_claim *const c = &r->record->claims.at[i];
    put_what(r, i, c);
    lgm_ledger_row_name(r, lgm_claim_form_name(c->form));
    lgm_ledger_row_name(r, lgm_act_name(c->act));
    lgm_ledger_row_name(r, lgm_certainty_name(c->certainty));
    lgm_ledger_row_index(r, c->speaker);
    lgm_ledger_row_name(r, lgm_speaker_kind_name(c->speaker_kind));
    lgm_ledger_row_text(r, c->venue);
    put_said(r, c->said);
    lgm_ledger_row_index(r, c->parent);
    lgm_ledger_row_name(r, lgm_evidence_name(c->evidence));
    lgm_ledger_row_name(r, lgm_repetition_name(c->repetition));
    lgm_ledger_row_int(r, c->observed);
    lgm_ledger_row_name(r, c->justification ? lgm_ground_name(c->justification->kind) : NULL);
    lgm_ledger_row_real(r, (double)c->confidence);
    lgm_ledger_row_first_day(r, c->said ? c->said->value : (lgm_str){0}, r->record->date);
}

static void put_words(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_claim *const c = &r->record->claims.at[i];
    lgm_ledger_row_begin(r, &lgm_ledger_claim_search);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_words(r, c->source);
    lgm_ledger_row_words(r, c->content);
}

static void put_party(lgm_ledger_rows *r, uint32_t claim, const char *part, uint32_t k,
                      uint32_t entity, const lgm_cpspan *words)
{
    lgm_ledger_row_begin(r, &lgm_ledger_claim_party);
    lgm_ledger_row_index(r, claim);
    lgm_ledger_row_name(r, part);
    lgm_ledger_row_index(r, k);
    lgm_ledger_row_index(r, entity);
    if (words)
        lgm_ledger_row_quote(r, *words);
    else
        lgm_ledger_row_null(r);
}

static void put_parties(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_claim *const c = &r->record->claims.at[i];
    for (uint32_t k = 0; k < c->speakers.n; k++)
        put_party(r, i, "speaker", k, c->speakers.at[k], NULL);
    for (uint32_t k = 0; k < c->via.n; k++) put_party(r, i, "via", k, c->via.at[k], NULL);
    for (uint32_t k = 0; k < c->to.n; k++) {
        const lgm_addressee *const a = &c->to.at[k];
        put_party(r, i, "to", k, a->entity, &(lgm_cpspan){a->start, a->end});
    }
}

static void put_about(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_links about = r->record->claims.at[i].about;
    for (uint32_t k = 0; k < about.n; k++) {
        const bool event = about.at[k].kind == 'v';
        lgm_ledger_row_begin(r, &lgm_ledger_claim_about);
        lgm_ledger_row_index(r, i);
        lgm_ledger_row_index(r, k);
        lgm_ledger_row_index(r, event ? LGM_NONE : about.at[k].index);
        lgm_ledger_row_index(r, event ? about.at[k].index : LGM_NONE);
    }
}

static void put_replies(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_claim *const c = &r->record->claims.at[i];
    for (uint32_t k = 0; k < c->replies.n; k++) {
        lgm_ledger_row_begin(r, &lgm_ledger_reply);
        lgm_ledger_row_index(r, i);
        lgm_ledger_row_index(r, k);
        lgm_ledger_row_index(r, c->replies.at[k].to);
        lgm_ledger_row_name(r, lgm_answer_name(c->replies.at[k].how));
    }
}

static void put_sides(lgm_ledger_rows *r, uint32_t i)
{
    const lgm_sides sides = r->record->disputes.at[i].sides;
    for (uint32_t side = 0; side < sides.n; side++)
        for (size_t k = 0; k < sides.at[side].n; k++) {
            lgm_ledger_row_begin(r, &lgm_ledger_dispute_side);
            lgm_ledger_row_index(r, i);
            lgm_ledger_row_index(r, side);
            lgm_ledger_row_index(r, sides.at[side].at[k]);
        }
}

static void put_dispute(lgm_ledger_rows *r, uint32_t i)
{
    lgm_ledger_row_begin(r, &lgm_ledger_dispute);
    lgm_ledger_row_index(r, i);
    lgm_ledger_row_text(r, r->record->disputes.at[i].over);
}

void lgm_ledger_claim_rows(lgm_ledger_rows *r)
{
    const uint32_t n = (uint32_t)r->record->claims.n;
    const uint32_t n_disputes = (uint32_t)r->record->disputes.n;
    for (uint32_t i = 0; i < n; i++) put_claim(r, i);
    for (uint32_t i = 0; i < n; i++) put_words(r, i);
    for (uint32_t i = 0; i < n; i++) put_parties(r, i);
    for (uint32_t i = 0; i < n; i++) put_about(r, i);
    for (uint32_t i = 0; i < n; i++) put_replies(r, i);
    for (uint32_t i = 0; i < n_disputes; i++) put_dispute(r, i);
    for (uint32_t i = 0; i < n_disputes; i++) put_sides(r, i);
}
