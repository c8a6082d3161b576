/*
 * golden_occasion.c - when and where the claims of the cases in tests/golden/occasion were made.
 *
 * A claim: its source and cue, what it has of said, venue and via, and the claim of the same speech
 * that stands in the timeline. Expectations were written by
 * hand. Needs the model: without it the test is skipped (exit code 77).
 */
#include "golden.h"

static void write_part(const lgm_record *r, lgm_spans part, FILE *out)
{
    if (part.n == 0)
        fputc('-', out);
    else
        golden_words(lgm_record_quote(r, part.at[0]), out);
}

/* The claim that stands in the timeline for this one; 0 where it stands there itself, or none
 * does. */
static size_t told_with(const lgm_record *r, size_t claim)
{
    for (size_t i = 0; i < r->timeline.n; i++)
        for (size_t k = 0; k < r->timeline.at[i].also.n; k++)
            if (r->timeline.at[i].also.at[k] == claim) return r->timeline.at[i].record.index + 1;
    return 0;
}

static void write_claims(const lgm_record *r, FILE *out)
{
    fputs("--- claims\n", out);
    if (r->claims.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        write_part(r, c->source, out);
        fputs(" | ", out);
        write_part(r, c->cue, out);
        if (c->parent != LGM_NONE) fprintf(out, "  within %u", c->parent + 1);
        if (c->said) fprintf(out, "  said %s", c->said->value.ptr);
        if (c->venue.ptr) fprintf(out, "  at \"%s\"", c->venue.ptr);
        for (size_t k = 0; k < c->via.n; k++)
            fprintf(out, "  via %s", r->entities.at[c->via.at[k]].name.ptr);
        if (told_with(r, i)) fprintf(out, "  with %zu", told_with(r, i));
        putc('\n', out);
    }
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_claims);
}
