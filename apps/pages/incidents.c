/* incidents.c - see incidents.h. */
#include "incidents.h"

#include <stdbool.h>
#include <string.h>

#include "figure_box.h"
#include "happened.h"
#include "longdate.h"
#include "markup.h"
#include "relations.h"
#include "shown.h"

#define DOT " \u00b7 "

const char *const incidents_headings[INCIDENTS_PARTS] = {"perpetrators", "targets", "victims",
                                                         "weapons",      "killed",  "wounded"};

static void put(strbuf *out, lgm_str s, const char *prefix)
{
    if (prefix)
        markup_line(out, s, 0);
    else
        strbuf_put(out, s.ptr, s.len);
}

/* ---- head ---- */

void incidents_kind(strbuf *out, const lgm_incident *i)
{
    static const char *const words[] = {
        [LGM_INCIDENT_ATTACK] = "Attack",
        [LGM_INCIDENT_ARSON] = "Arson",
        [LGM_INCIDENT_BOMBING] = "Bombing",
        [LGM_INCIDENT_KIDNAPPING] = "Kidnapping",
        [LGM_INCIDENT_ROBBERY] = "Robbery",
        [LGM_INCIDENT_FORCED_WORK_STOPPAGE] = "Forced work stoppage"};
    strbuf_puts(out, (size_t)i->type < sizeof words / sizeof *words ? words[i->type] : "Incident");
    if (!i->stage.len) return;
    strbuf_puts(out, ", ");
    strbuf_put(out, i->stage.ptr, i->stage.len);
}

/* The time expression with this value that comes first tells how sure the day is. */
static const char *mod_of(const lgm_record *r, const lgm_incident *i)
{
    for (size_t k = 0; k < i->events.n; k++) {
        const lgm_when *const when = r->events.at[i->events.at[k]].time;
        if (when && when->time != LGM_NONE && when->value.ptr &&
            strcmp(when->value.ptr, i->date.ptr) == 0)
            return r->times.at[when->time].mod.ptr;
    }
    return NULL;
}

void incidents_setting(strbuf *out, const lgm_record *r, const lgm_incident *i)
{
    if (i->place != LGM_NONE) {
        const lgm_str name = shown_trimmed(r->entities.at[i->place].name);
        strbuf_put(out, name.ptr, name.len);
    }
    if (!i->date.ptr) return;
    char date[LONGDATE_ROOM];
    longdate(date, i->date.ptr, mod_of(r, i));
    if (i->place != LGM_NONE) strbuf_puts(out, DOT);
    strbuf_puts(out, date);
}

/* ---- who did it ---- */

/* Does it accuse the entity? */
static bool accuses(const lgm_claim *c, uint32_t entity)
{
    if (c->act != LGM_ACT_ACCUSE) return false;
    for (size_t i = 0; i < c->about.n; i++)
        if (c->about.at[i].kind == 'e' && c->about.at[i].index == entity) return true;
    return false;
}

/* Does it assert an event of the incident that the entity does? */
static bool tells_of(const lgm_record *r, const lgm_incident *i, uint32_t claim, uint32_t entity)
{
    for (size_t k = 0; k < i->events.n; k++) {
        const lgm_event *const v = &r->events.at[i->events.at[k]];
        if (happened_has(v->agents, entity) && happened_has(v->asserted_by, claim)) return true;
    }
    return false;
}

static bool says_so(const lgm_record *r, const lgm_incident *i, uint32_t claim,
                    const lgm_perpetrator *p)
{
    const lgm_claim *const c = &r->claims.at[claim];
    if (p->confidence == LGM_BLAME_CLAIMED)
        return c->act == LGM_ACT_CLAIM_RESPONSIBILITY && c->speaker == p->entity;
    return accuses(c, p->entity) || tells_of(r, i, claim, p->entity);
}

/* ": 4, 9": the claims that say so. */
static void put_claims(strbuf *out, const lgm_record *r, const lgm_incident *i,
                       const lgm_perpetrator *p, const char *prefix)
{
    bool any = false;
    if (p->confidence == LGM_BLAME_REPORTED_AS_FACT) return;
    for (uint32_t c = 0; c < r->claims.n; c++) {
        if (!says_so(r, i, c, p)) continue;
        strbuf_puts(out, any ? ", " : ": ");
        any = true;
        if (prefix)
            relations_link(out, c, prefix);
        else
            strbuf_printf(out, "%u", c + 1);
    }
}

static const char *blame_words(lgm_blame how)
{
    switch (how) {
    case LGM_BLAME_REPORTED_AS_FACT: return "the report says so";
    case LGM_BLAME_CLAIMED: return "claims it";
    case LGM_BLAME_SUSPECTED: return "suspected";
    case LGM_BLAME_ACCUSED_BY_AUTHORITIES: return "accused by the authorities";
    case LGM_BLAME_POSSIBLE: return "possible";
    }
    return "not known how sure";
}

static void put_perpetrators(strbuf *out, const lgm_record *r, const lgm_incident *i,
                             const char *prefix)
{
    for (size_t k = 0; k < i->perpetrators.n; k++) {
        const lgm_perpetrator *const p = &i->perpetrators.at[k];
        if (k) strbuf_puts(out, DOT);
        if (p->entity != LGM_NONE) put(out, shown_trimmed(r->entities.at[p->entity].name), prefix);
        strbuf_printf(out, " (%s", blame_words(p->confidence));
        put_claims(out, r, i, p, prefix);
        strbuf_puts(out, ")");
    }
}

/* ---- whom, with what, how many ---- */

/* The fullest wording of each. */
static void put_fillers(strbuf *out, lgm_fillers all, const char *prefix)
{
    for (size_t i = 0; i < all.n; i++) {
        lgm_str longest = {NULL, 0};
        for (size_t k = 0; k < all.at[i].n; k++)
            if (all.at[i].at[k].len > longest.len) longest = all.at[i].at[k];
        if (i) strbuf_puts(out, ", ");
        put(out, longest, prefix);
    }
}

/* Who did it, where the report has no more than the words for them. */
static void put_doers(strbuf *out, const lgm_record *r, const lgm_incident *i, const char *prefix)
{
    const lgm_fillers persons = i->perp_individuals, bodies = i->perp_organisations;
    if (i->perpetrators.n) {
        put_perpetrators(out, r, i, prefix);
        return;
    }
    put_fillers(out, persons, prefix);
    if (persons.n && bodies.n) strbuf_puts(out, ", ");
    put_fillers(out, bodies, prefix);
}

static void put_bound(strbuf *out, const lgm_bound *b)
{
    if (b) figure_box_value(out, (double)b->value, 0, b->relation);
}

void incidents_part(strbuf *out, const lgm_record *r, const lgm_incident *i, unsigned part,
                    const char *prefix)
{
    switch (part) {
    case 0: put_doers(out, r, i, prefix); break;
    case 1: put_fillers(out, i->targets, prefix); break;
    case 2: put_fillers(out, i->victims, prefix); break;
    case 3: put_fillers(out, i->weapons, prefix); break;
    case 4: put_bound(out, i->killed); break;
    case 5: put_bound(out, i->wounded); break;
    default: break;
    }
}
