/* incident_why.c - notes of why an incident is as it is. */
#include "doc/why.h"
#include "incident/incident_draft.h"

/* t: the first word that tells it. */
static void explain_type(const lgm_incident_room *room, uint32_t i, const lgm_incident_trigger *t)
{
    const lgm_doc_incident *const x = &room->incidents.at[i];
    const lgm_tokspan word = LGM_ONE_WORD(t->word);
    if (x->type == LGM_INCIDENT_BOMBING && !t->alone)
        LGM_WHY(room->doc, INCIDENT, i, "type", word,
                "A weapon that explodes (data/incident/arms.txt) is beside this word");
    else
        LGM_WHY(room->doc, INCIDENT, i, "type", word,
                "This word tells a violent act (data/incident/triggers.txt)");
    if (x->stage == LGM_STAGE_ACCOMPLISHED)
        LGM_WHY(room->doc, INCIDENT, i, "stage", word,
                "No word that governs it says that it was but tried or threatened");
    else
        LGM_WHY(room->doc, INCIDENT, i, "stage", word,
                "A word that governs this one says that it was but %s",
                x->stage == LGM_STAGE_ATTEMPTED ? "tried" : "threatened");
    if (x->time != LGM_NONE)
        LGM_WHY(
            room->doc, INCIDENT, i, "date", room->doc->times[x->time].tokens,
            "Of the days in its sentence this one is nearest to a word that tells the incident");
}

static void explain_events(const lgm_doc *doc, uint32_t i, const lgm_doc_incident *x)
{
    for (uint32_t k = 0; k < x->n_events; k++) {
        const lgm_doc_event *const v = &doc->events[doc->incident_events[x->first_event + k]];
        LGM_WHY(doc, INCIDENT, i, "events", doc->event_spans[v->mention],
                "A word that tells the incident is of the event");
    }
}

static void explain_filler(const lgm_incident_room *room, uint32_t i, const lgm_incident_filler *f,
                           uint8_t blame)
{
    static const char *const KEYS[LGM_N_ROLES] = {[LGM_ROLE_INDIVIDUAL] = "perp_individuals",
                                                  [LGM_ROLE_BODY] = "perp_organisations",
                                                  [LGM_ROLE_TARGET] = "targets",
                                                  [LGM_ROLE_VICTIM] = "victims",
                                                  [LGM_ROLE_WEAPON] = "weapons"};
    static const char *const BLAME[] = {
        [LGM_BLAME_REPORTED_AS_FACT] =
            "The report says so itself, and no word of its sentence makes it less sure",
        [LGM_BLAME_CLAIMED] = "They claim it themselves",
        [LGM_BLAME_SUSPECTED] =
            "One who is no authority says so, or a word such as \"suspected\" makes it less sure",
        [LGM_BLAME_ACCUSED_BY_AUTHORITIES] =
            "A state, its police or its army says so, or a word such as \"blamed\" accuses",
        [LGM_BLAME_POSSIBLE] = "It is denied, or a word such as \"possibly\" makes it less sure"};
    const uint32_t from = room->triggers.at[f->trigger].word;
    static const char *const BY[] = {
        "By the tree around a word that tells the incident it has this part in it",
        "It is an arm (data/incident/arms.txt) beside a word that tells the incident",
        "The model's head for incidents holds it for likely, near a word that tells the incident"};
    LGM_WHY_TREE(room->doc, INCIDENT, i, KEYS[f->role], from, f->words, "%s",
                 BY[!f->by_rule                  ? 2
                    : f->role == LGM_ROLE_WEAPON ? 1
                                                 : 0]);
    if (f->role <= LGM_ROLE_BODY && f->entity != LGM_NONE)
        LGM_WHY(room->doc, INCIDENT, i, "perpetrators", f->words, "%s", BLAME[blame]);
}

void lgm_incident_explain(const lgm_incident_room *room, const lgm_incident_kept *k)
{
    const lgm_doc *const doc = room->doc;
    const lgm_incident_trigger *t = room->triggers.at;
    for (uint32_t i = 0; i < doc->n_incidents; i++) {
        const lgm_doc_incident *const x = &doc->incidents[i];
        while (t->incident != i) t++; /* incidents are in order of the words that made them */
        explain_type(room, i, t);
        explain_events(doc, i, x);
        for (uint32_t f = 0; f < x->n_fillers; f++)
            explain_filler(room, i, &room->fillers.at[k->from[x->first + f]],
                           doc->fillers[x->first + f].blame);
    }
}
