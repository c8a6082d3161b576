/*
 * undated.c - what no words of a speech give it.
 *
 *     after Monday's debate ... Lind said during the debate     the day that the report gives it
 *     marched on Friday ... shouted as they marched             the day that it gives the deed
 *     Monday night's debate ... "He won tonight," Lind said     the night that it tells of
 *     Lind said ... the former mayor said ... Lind said         between them, nobody else: Lind
 */
#include <string.h>

#include "legomena/kinds.h"
#include "occasion/facts.h"
#include "occasion/occasion_words.h"
#include "occasion/path.h"
#include "occasion/speech.h"
#include "tree/shape.h"

/* Times of the report that are looked at; days before it. */
enum { TOLD = 64, RECENT = 3 };

static void date_by_event(lgm_occasion_speeches *s)
{
    for (size_t i = 0; i < s->at.n; i++) {
        lgm_occasion_facts *const known = &s->at.at[i].known;
        if (known->when != LGM_NONE || !s->at.at[i].definite) continue;
        const uint32_t noun = known->venue.end - 1;
        if (lgm_occasion_kinds(s->t->doc, noun) & LGM_OCCASION_EVENT)
            known->when = lgm_occasion_event_day(s->t->doc, s->published, noun);
    }
}

static void date_by_deed(lgm_occasion_speeches *s)
{
    for (uint32_t i = 0; i < s->n_turns; i++) {
        const uint32_t deed = s->turns[i].deed;
        if (deed == LGM_NONE || s->of[i] == LGM_NONE) continue;
        lgm_occasion_facts *const known = &s->at.at[s->of[i]].known;
        if (known->when == LGM_NONE)
            known->when = lgm_occasion_event_day(s->t->doc, s->published, deed);
    }
}

/* ---- "tonight", in what is said ---- */

/* Is it a night or an evening, or of an event ("Monday's debate")? */
static bool is_evening(const lgm_doc *doc, const lgm_doc_time *time)
{
    if (strstr(time->value, "TNI") || strstr(time->value, "TEV")) return true;
    const uint32_t up = doc->head[lgm_occasion_top(doc, time->tokens)];
    return up != LGM_NONE && lgm_occasion_kinds(doc, up) & LGM_OCCASION_EVENT;
}

/* The one evening of the last days that the report itself tells of, and tells in its lead; LGM_NONE
 * for none, or more. */
static uint32_t evening_of(const lgm_trees *t, int32_t published)
{
    const lgm_doc *const doc = t->doc;
    uint32_t found = LGM_NONE;
    for (uint32_t i = 0; i < doc->n_times && i < TOLD; i++) {
        const lgm_doc_time *const time = &doc->times[i];
        if (!time->value || time->first_day == LGM_NO_DAY || strlen(time->value) < 10) continue;
        if (doc->tokens[time->tokens.start].flags & LGM_TOK_QUOTED) continue;
        if (time->first_day > published || published - time->first_day > RECENT) continue;
        if (!is_evening(doc, time)) continue;
        if (found != LGM_NONE && !lgm_occasion_same_day(doc, found, i)) return LGM_NONE;
        if (found == LGM_NONE) found = i;
    }
    const bool early =
        found != LGM_NONE && lgm_tree_par(t, doc->times[found].tokens.start) <= LGM_OCCASION_LEAD;
    return early ? found : LGM_NONE;
}

static bool says_tonight(const lgm_doc *doc, const lgm_doc_claim *c)
{
    for (uint32_t i = 0; i < c->content.n; i++) {
        const lgm_tokspan part = c->content.at[i];
        for (uint32_t k = lgm_doc_first_time(doc, part.start); k < doc->n_times; k++) {
            const uint32_t w = doc->times[k].tokens.start;
            if (w >= part.end) break;
            if (doc->tokens[w].flags & LGM_TOK_QUOTED && lgm_tree_form_is(doc, w, "tonight"))
                return true;
        }
    }
    return false;
}

static void date_tonight(lgm_occasion_speeches *s)
{
    const lgm_doc *const doc = s->t->doc;
    const uint32_t evening = s->published == LGM_NO_DAY ? LGM_NONE : evening_of(s->t, s->published);
    for (uint32_t i = 0; i < s->n_turns && evening != LGM_NONE; i++) {
        const uint32_t claim = s->turns[i].claim;
        if (claim == LGM_NONE || s->of[i] == LGM_NONE) continue;
        lgm_occasion_facts *const known = &s->at.at[s->of[i]].known;
        if (known->when == LGM_NONE && says_tonight(doc, &doc->claims[claim]))
            known->when = evening;
    }
}

/* ---- whom the report calls something else ---- */

/* "The former mayor", of whom the report has no other word? */
static bool is_called_once(const lgm_doc *doc, const lgm_occasion_turn *x)
{
    const lgm_doc_entity *const e = &doc->entities[x->speaker];
    if (x->claim == LGM_NONE || e->name != LGM_NONE || e->n_mentions != 1) return false;
    const lgm_claim_who *const who = &doc->claim_who[x->claim];
    const lgm_parts *const source = &doc->claims[x->claim].source;
    return source->n > 0 && lgm_tree_form_is(doc, source->at[0].start, "the") &&
           who->kind == LGM_SPEAKER_ROLE && e->type == LGM_ENTITY_PER && who->n_speakers < 2;
}

static void take_in(lgm_occasion_speeches *s)
{
    for (uint32_t i = 1; i + 1 < s->n_turns; i++) {
        const lgm_occasion_turn *const x = &s->turns[i];
        const uint32_t before = s->of[i - 1];
        if (x->apart || before == LGM_NONE || before != s->of[i + 1] || s->of[i] == before)
            continue;
        if (x->stated.when != LGM_NONE || x->stated.via.n || lgm_occasion_has_venue(&x->stated))
            continue;
        if (s->t->doc->entities[x[1].speaker].type != LGM_ENTITY_PER || x->group) continue;
        if (is_called_once(s->t->doc, x)) s->of[i] = before;
    }
}

void lgm_occasion_date_undated(lgm_occasion_speeches *s)
{
    take_in(s);
    date_by_event(s);
    date_by_deed(s);
    date_tonight(s);
}
