/*
 * golden_answer.c - which claims answer which, of the cases in tests/golden/answer and
 * tests/gaps/answer.
 *
 * A claim: its number and cue, without a cue its content; "denies 1" under it where it answers. A
 * dispute: what it is over, and the claims of its sides. Needs the model: without it the test is
 * skipped (exit code 77).
 */
#include "golden.h"

static void write_words(const lgm_record *r, lgm_spans parts, FILE *out)
{
    for (size_t i = 0; i < parts.n; i++) {
        fputs(i ? " / " : "  ", out);
        golden_span(r, parts.at[i], out);
    }
    if (parts.n > 0) putc('\n', out);
}

static void write_side(const lgm_indices *side, FILE *out)
{
    for (size_t i = 0; i < side->n; i++) fprintf(out, " %u", side->at[i] + 1);
}

static void write_disputes(const lgm_record *r, FILE *out)
{
    if (r->disputes.n > 0) fputs("--- disputes\n", out);
    for (size_t i = 0; i < r->disputes.n; i++) {
        const lgm_dispute *const d = &r->disputes.at[i];
        golden_words(d->over, out);
        putc(':', out);
        for (size_t k = 0; k < d->sides.n; k++) {
            if (k > 0) fputs(" against", out);
            write_side(&d->sides.at[k], out);
        }
        putc('\n', out);
    }
}

static void write_claims(const lgm_record *r, FILE *out)
{
    fputs("--- claims\n", out);
    if (r->claims.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        fprintf(out, "%zu", i + 1);
        write_words(r, c->cue.n ? c->cue : c->content, out);
        for (size_t k = 0; k < c->replies.n; k++)
            fprintf(out, "  %s %u\n", lgm_answer_name(c->replies.at[k].how),
                    c->replies.at[k].to + 1);
    }
    write_disputes(r, out);
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_claims);
}
