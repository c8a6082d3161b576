/* casualties.c - how many were killed and how many wounded: figures of the events. */
#include <string.h>

#include "doc/why.h"
#include "incident/incident_draft.h"

/* Has the figure beside it, of what else happened, this noun: "nine deaths and 40 injuries"? */
static bool is_counted_apart(const lgm_doc *doc, uint32_t figure, uint32_t noun)
{
    const lgm_doc_figure *const f = &doc->figures[figure];
    const lgm_doc_figure *const near[] = {figure > 0 ? f - 1 : f,
                                          figure + 1 < doc->n_figures ? f + 1 : f};
    for (size_t i = 0; i < LGM_COUNT(near); i++)
        if (near[i]->noun == noun && near[i]->of && strcmp(near[i]->of, f->of) != 0) return true;
    return false;
}

/* The noun that stands beside a noun of the figure with an article, number or name of its own:
 * "three soldiers and a nurse", but not "twenty soldiers and nurses"; beside a single one, any.
 * LGM_NONE for none. */
static uint32_t others_beside(const lgm_trees *t, uint32_t noun, bool single)
{
    if (t->rel[noun] == LGM_REL_conj) return t->doc->head[noun];
    const uint32_t with = lgm_tree_right_child(t, noun, LGM_REL_conj);
    if (with == LGM_NONE || t->upos[with] == LGM_UPOS_PROPN) return with;
    const bool own = single || lgm_tree_left_child(t, with, LGM_REL_det) != LGM_NONE ||
                     lgm_tree_left_child(t, with, LGM_REL_nummod) != LGM_NONE ||
                     lgm_tree_left_child(t, with, LGM_REL_nmod) != LGM_NONE;
    return own ? with : LGM_NONE;
}

/* Are others harmed with those whom it counts: "the priest and two of his guards"? */
static bool is_joined(const lgm_trees *t, uint32_t figure)
{
    const lgm_doc_figure *const f = &t->doc->figures[figure];
    uint32_t w = f->noun == LGM_NONE ? f->tokens.end - 1 : f->noun;
    const uint32_t above = t->doc->head[w];
    if (above != LGM_NONE && above >= f->tokens.start && above < f->tokens.end) w = above;
    const uint32_t with = others_beside(t, w, f->implied);
    return with != LGM_NONE &&
           (t->upos[with] == LGM_UPOS_NOUN || t->upos[with] == LGM_UPOS_PROPN) &&
           !is_counted_apart(t->doc, figure, with);
}

/* Is its time of another year than that of the incident? */
static bool is_of_another_year(const lgm_doc *doc, uint32_t time, uint32_t other)
{
    const char *const a = time == LGM_NONE ? NULL : doc->times[time].value;
    const char *const b = other == LGM_NONE ? NULL : doc->times[other].value;
    const bool known = a && b && a[0] >= '0' && a[0] <= '9' && b[0] >= '0' && b[0] <= '9';
    return known && strncmp(a, b, 4) != 0;
}

/* Is it of something that happened, and of all whom that harmed? Not a part of another figure, nor
 * one that another replaces, nor so many "a year". */
static bool stands(const lgm_incident_room *room, uint32_t figure, const uint8_t *replaced)
{
    const lgm_doc_figure *const f = &room->doc->figures[figure];
    const lgm_doc_event *const e = &room->doc->events[f->event];
    return !f->unit && f->n_wholes == 0 && !replaced[figure] && f->extent != LGM_EXTENT_EACH &&
           e->polarity == LGM_POLARITY_POSITIVE && e->modality == LGM_MODALITY_ACTUAL &&
           !is_joined(room->trees, figure);
}

/* The one that is kept of two: what is told of all before what is told of some, a number before "a
 * guard", then what comes first. */
static bool is_better(const lgm_doc_figure *a, const lgm_doc_figure *b)
{
    const bool total = a->extent == LGM_EXTENT_TOTAL;
    if (total != (b->extent == LGM_EXTENT_TOTAL)) return total;
    return b->implied && !a->implied;
}

static void take(const lgm_doc *doc, uint32_t figure, uint32_t *kept)
{
    if (*kept == LGM_NONE || is_better(&doc->figures[figure], &doc->figures[*kept])) *kept = figure;
}

static void explain(const lgm_doc *doc, uint32_t incident, const char *key, uint32_t figure)
{
    if (figure != LGM_NONE)
        LGM_WHY(
            doc, INCIDENT, incident, key, doc->figures[figure].tokens,
            "This figure is of an event of the incident; it is no part of another, none replaces "
            "it, and nobody else is named beside those whom it counts");
}

bool lgm_incident_find_casualties(const lgm_incident_room *room, const uint32_t *incident_of,
                                  lgm_doc_incident *to)
{
    const lgm_doc *const doc = room->doc;
    uint8_t *const replaced = lgm_arena_calloc(room->scratch, doc->n_figures + 1, 1);
    if (!replaced) return false;
    for (uint32_t i = 0; i < doc->n_figures; i++)
        if (doc->figures[i].revised_from != LGM_NONE) replaced[doc->figures[i].revised_from] = 1;
    for (uint32_t i = 0; i < doc->n_figures; i++) {
        const lgm_doc_figure *const f = &doc->figures[i];
        const uint32_t incident = f->event == LGM_NONE ? LGM_NONE : incident_of[f->event];
        if (incident == LGM_NONE || !f->of || !stands(room, i, replaced)) continue;
        if (is_of_another_year(doc, f->time, to[incident].time)) continue;
        if (strcmp(f->of, "killed") == 0) take(doc, i, &to[incident].killed);
        if (strcmp(f->of, "wounded") == 0) take(doc, i, &to[incident].wounded);
    }
    for (uint32_t i = 0; doc->why && i < room->incidents.n; i++) {
        explain(doc, i, "killed", to[i].killed);
        explain(doc, i, "wounded", to[i].wounded);
    }
    return true;
}
