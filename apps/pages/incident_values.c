/* incident_values.c - the fields of an incident. */
#include "value_pieces.h"

/* "six masked men; the Tide Front": each by its first wording. */
static bool put_fillers(strbuf *to, lgm_fillers list)
{
    for (size_t i = 0; i < list.n; i++) {
        if (i) strbuf_puts(to, "; ");
        if (list.at[i].n) value_str(to, list.at[i].at[0]);
    }
    return list.n > 0;
}

static bool put_bound(strbuf *to, const lgm_bound *b)
{
    if (b) strbuf_printf(to, "%s %lld", lgm_relation_name(b->relation), (long long)b->value);
    return b != NULL;
}

#define INCIDENT(name, value)                                                                      \
    static bool put_incident_##name(strbuf *to, const lgm_record *r, uint32_t i)                   \
    {                                                                                              \
        const lgm_incident *const x = &r->incidents.at[i];                                         \
        return (value);                                                                            \
    }
INCIDENT(type, value_word(to, lgm_incident_type_name(x->type)))
INCIDENT(stage, value_str(to, x->stage))
INCIDENT(date, value_str(to, x->date))
INCIDENT(place, value_entity(to, r, x->place))
INCIDENT(events, value_ids(to, 'v', x->events))
INCIDENT(perp_individuals, put_fillers(to, x->perp_individuals))
INCIDENT(perp_organisations, put_fillers(to, x->perp_organisations))
INCIDENT(targets, put_fillers(to, x->targets))
INCIDENT(victims, put_fillers(to, x->victims))
INCIDENT(weapons, put_fillers(to, x->weapons))
INCIDENT(killed, put_bound(to, x->killed))
INCIDENT(wounded, put_bound(to, x->wounded))

/* "e3 (the Tide Front), organisation, claimed" */
static bool put_incident_perpetrators(strbuf *to, const lgm_record *r, uint32_t i)
{
    const lgm_incident *const x = &r->incidents.at[i];
    for (size_t k = 0; k < x->perpetrators.n; k++) {
        const lgm_perpetrator *const p = &x->perpetrators.at[k];
        if (k) strbuf_puts(to, "; ");
        value_entity(to, r, p->entity);
        strbuf_printf(to, ", %.*s, %s", (int)p->kind.len, p->kind.ptr,
                      lgm_blame_name(p->confidence));
    }
    return x->perpetrators.n > 0;
}

#define OF_INCIDENT(key, label)                                                                    \
    {                                                                                              \
#key, label, put_incident_##key                                                            \
    }
const field_value incident_values[] = {OF_INCIDENT(type, "type"),
                                       OF_INCIDENT(stage, "stage"),
                                       OF_INCIDENT(date, "date"),
                                       OF_INCIDENT(place, "place"),
                                       OF_INCIDENT(events, "events"),
                                       OF_INCIDENT(perpetrators, "perpetrators"),
                                       OF_INCIDENT(perp_individuals, "individuals"),
                                       OF_INCIDENT(perp_organisations, "organisations"),
                                       OF_INCIDENT(targets, "targets"),
                                       OF_INCIDENT(victims, "victims"),
                                       OF_INCIDENT(weapons, "weapons"),
                                       OF_INCIDENT(killed, "killed"),
                                       OF_INCIDENT(wounded, "wounded"),
                                       {NULL, NULL, NULL}};
