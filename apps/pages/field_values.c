/* field_values.c - the fields of entities and times, and the kinds of records. */
#include "field_values.h"

#include <stdio.h>

#include "value_pieces.h"

/* ---- entities -------------------------------------------------------------------------------- */

static bool put_entity_type(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_word(to, lgm_entity_type_name(r->entities.at[i].type));
}

static bool put_entity_name(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->entities.at[i].name);
}

static bool put_aliases(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_strs(to, r->entities.at[i].aliases);
}

static bool put_roles(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_strs(to, r->entities.at[i].roles);
}

static bool put_place(strbuf *to, const lgm_record *r, uint32_t i)
{
    const lgm_entity_place *const p = r->entities.at[i].place;
    if (!p) return false;
    value_str(to, p->name);
    if (p->country.ptr) strbuf_printf(to, ", %s", p->country.ptr);
    if (p->admin1.ptr) strbuf_printf(to, ".%s", p->admin1.ptr);
    strbuf_printf(to, " (GeoNames %u", p->geonames);
    if (p->confidence >= 0) strbuf_printf(to, ", confidence %.2f", (double)p->confidence);
    strbuf_puts(to, ")");
    return true;
}

static bool put_actor(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->entities.at[i].actor);
}

static bool put_mentions(strbuf *to, const lgm_record *r, uint32_t i)
{
    const lgm_entity *const e = &r->entities.at[i];
    size_t n[LGM_MENTION_PRONOUN + 1] = {0};
    const char *between = "";
    for (size_t k = 0; k < e->mentions.n; k++) n[e->mentions.at[k].form]++;
    for (int form = 0; form <= LGM_MENTION_PRONOUN; form++) {
        static const char *const WORDS[] = {[LGM_MENTION_NAME] = "name",
                                            [LGM_MENTION_NOMINAL] = "description",
                                            [LGM_MENTION_PRONOUN] = "pronoun"};
        if (!n[form]) continue;
        strbuf_printf(to, "%s%zu %s%s", between, n[form], WORDS[form], n[form] == 1 ? "" : "s");
        between = ", ";
    }
    return e->mentions.n > 0;
}

static const field_value entity_values[] = {
    {"name", "name", put_entity_name},   {"type", "type", put_entity_type},
    {"aliases", "aliases", put_aliases}, {"mentions", "mentions", put_mentions},
    {"roles", "roles", put_roles},       {"place", "place", put_place},
    {"actor", "actor", put_actor},       {NULL, NULL, NULL}};

/* ---- times ----------------------------------------------------------------------------------- */

static bool put_time_type(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_word(to, lgm_time_type_name(r->times.at[i].type));
}

static bool put_time_value(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->times.at[i].value);
}

static bool put_mod(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->times.at[i].mod);
}

static bool put_quant(strbuf *to, const lgm_record *r, uint32_t i)
{
    return value_str(to, r->times.at[i].quant);
}

static bool put_anchor(strbuf *to, const lgm_record *r, uint32_t i)
{
    const uint32_t anchor = r->times.at[i].anchor;
    if (anchor == LGM_NONE) return false;
    if (anchor == LGM_PUBLISHED) {
        strbuf_puts(to, "the day of publication, ");
        return value_str(to, r->date) || value_word(to, "which is not known");
    }
    strbuf_printf(to, "t%u: ", anchor + 1);
    return value_quoted(to, r, (lgm_cpspan){r->times.at[anchor].start, r->times.at[anchor].end});
}

static const field_value time_values[] = {
    {"type", "type", put_time_type}, {"value", "value", put_time_value}, {"mod", "mod", put_mod},
    {"quant", "quant", put_quant},   {"anchor", "anchor", put_anchor},   {NULL, NULL, NULL}};

/* ---- kinds ----------------------------------------------------------------------------------- */

const field_value *field_values_of(char kind)
{
    switch (kind) {
    case 'c': return claim_values;
    case 'e': return entity_values;
    case 't': return time_values;
    case 'v': return event_values;
    case 'f': return figure_values;
    case 'i': return incident_values;
    case 'd': return dispute_values;
    case 'l': return dated_values;
    case 'n': return note_values;
    default: return NULL;
    }
}

const char *field_values_kind(char kind, bool several)
{
    switch (kind) {
    case 'c': return several ? "claims" : "claim";
    case 'e': return several ? "entities" : "entity";
    case 't': return several ? "time expressions" : "time expression";
    case 'f': return several ? "figures" : "figure";
    case 'i': return several ? "incidents" : "incident";
    case 'd': return several ? "disputes" : "dispute";
    case 'l': return several ? "lines in its timeline" : "line in its timeline";
    case 'n': return several ? "editor's notes" : "editor's note";
    default: return several ? "events" : "event";
    }
}
