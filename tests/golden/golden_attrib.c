/*
 * golden_attrib.c - claims of the cases in tests/golden/attrib and tests/gaps/attrib.
 *
 * A claim: its form and the number of the claim that it stands in, then source, cue and content, a
 * line a part, in code points; who relays it, and where it was made. Expectations were written by
 * hand after the conventions of PolNeAR; what the model gets wrong stands in tests/gaps.
 * Needs the model: without it the test is skipped (exit code 77).
 */
#include "golden.h"

static void write_parts(const lgm_record *r, const char *role, lgm_spans parts, FILE *out)
{
    for (size_t i = 0; i < parts.n; i++) {
        fprintf(out, "  %-7s ", role);
        golden_span(r, parts.at[i], out);
        putc('\n', out);
    }
}

static void write_claims(const lgm_record *r, FILE *out)
{
    fputs("--- claims\n", out);
    if (r->claims.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        fprintf(out, "%s", lgm_claim_form_name(c->form));
        if (c->parent != LGM_NONE) fprintf(out, ", within %u", c->parent + 1);
        if (c->observed) fputs(", observed", out);
        putc('\n', out);
        write_parts(r, "source", c->source, out);
        write_parts(r, "cue", c->cue, out);
        write_parts(r, "content", c->content, out);
        for (size_t k = 0; k < c->via.n; k++)
            fprintf(out, "  via     %s\n", r->entities.at[c->via.at[k]].name.ptr);
        if (c->venue.ptr) fprintf(out, "  venue   %s\n", c->venue.ptr);
    }
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_claims);
}
