/*
 * golden_act.c - what claims do, of the cases in tests/golden/act and tests/gaps/act.
 *
 * A claim: act and certainty, then its cue and content; "evidence" and "repetition" with their
 * words where the text has them. Needs the model: without it the test is skipped (exit code 77).
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
        const char *const evidence = lgm_evidence_name(c->evidence);
        const char *const repetition = lgm_repetition_name(c->repetition);
        fprintf(out, "%s %s\n", lgm_act_name(c->act), lgm_certainty_name(c->certainty));
        write_parts(r, "cue", c->cue, out);
        write_parts(r, "content", c->content, out);
        for (size_t k = 0; k < c->about.n; k++)
            if (c->about.at[k].kind == 'e')
                fprintf(out, "  about   %s\n", r->entities.at[c->about.at[k].index].name.ptr);
        if (evidence) write_parts(r, evidence, c->evidence_span, out);
        if (repetition) write_parts(r, repetition, c->repetition_span, out);
    }
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_claims);
}
