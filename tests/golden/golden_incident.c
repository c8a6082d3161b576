/*
 * golden_incident.c - violent incidents, of the cases in tests/golden/incident and
 * tests/gaps/incident.
 *
 * An incident: type, stage, date and place, then a line a filler of each role, with how sure it is
 * of who did it and which claim says so, and the killed and wounded. Needs the model: without it
 * the test is skipped (exit code 77).
 */
#include "golden.h"

static void write_fillers(const char *role, const lgm_fillers *fillers, FILE *out)
{
    for (size_t i = 0; i < fillers->n; i++) {
        fprintf(out, "  %-12s ", role);
        golden_words(fillers->at[i].at[0], out);
        putc('\n', out);
    }
}

static void write_perpetrators(const lgm_record *r, const lgm_incident *x, FILE *out)
{
    for (size_t i = 0; i < x->perpetrators.n; i++) {
        const lgm_perpetrator *const p = &x->perpetrators.at[i];
        fprintf(out, "  %-12s ", lgm_blame_name(p->confidence));
        golden_words(r->entities.at[p->entity].name, out);
        if (p->asserted_by.n) fprintf(out, " (c%u)", p->asserted_by.at[0] + 1);
        putc('\n', out);
    }
}

static void write_figure(const char *of, const lgm_bound *figure, FILE *out)
{
    if (figure)
        fprintf(out, "  %-12s %s %lld\n", of, lgm_relation_name(figure->relation),
                (long long)figure->value);
}

static void write_incidents(const lgm_record *r, FILE *out)
{
    fputs("--- incidents\n", out);
    if (r->incidents.n == 0) fputs("(none)\n", out);
    for (size_t i = 0; i < r->incidents.n; i++) {
        const lgm_incident *const x = &r->incidents.at[i];
        fprintf(out, "%s, %s, %s, ", lgm_incident_type_name(x->type), x->stage.ptr,
                x->date.ptr ? x->date.ptr : "no date");
        if (x->place == LGM_NONE)
            fputs("no place", out);
        else
            golden_words(r->entities.at[x->place].name, out);
        putc('\n', out);
        write_fillers("individual", &x->perp_individuals, out);
        write_fillers("organisation", &x->perp_organisations, out);
        write_perpetrators(r, x, out);
        write_fillers("target", &x->targets, out);
        write_fillers("victim", &x->victims, out);
        write_fillers("weapon", &x->weapons, out);
        write_figure("killed", x->killed, out);
        write_figure("wounded", x->wounded, out);
    }
}

int main(int argc, char **argv)
{
    return golden_read_main(argc, argv, write_incidents);
}
