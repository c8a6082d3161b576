/* facts.h - what is known of a speech beside what a turn states. Internal. */
#ifndef LGM_OCCASION_FACTS_H
#define LGM_OCCASION_FACTS_H

#include "occasion/turn.h"

/* Of two times: are they one day, week, month...? */
bool lgm_occasion_same_day(const lgm_doc *doc, uint32_t a, uint32_t b);
/* A month, a year, a day that was long before the report. */
bool lgm_occasion_is_past(const lgm_doc *doc, int32_t published, uint32_t when);
/* May the turn be of a speech of which this is known? Agencies may relay one speech beside each
 * other; who tells it to two, speaks twice. */
bool lgm_occasion_agrees(const lgm_doc *doc, const lgm_occasion_facts *known,
                         const lgm_occasion_turn *x);
/* Has one of them no relay, or are theirs one: the same, or the first a programme by its name and
 * that of `x` the show of an outlet ("told Harbour Talk", "told TV9's weekly show")? */
bool lgm_occasion_are_one_relay(const lgm_doc *doc, const lgm_relays *known,
                                const lgm_occasion_turn *x);
/* Takes what is not known yet. */
void lgm_occasion_learn(lgm_occasion_facts *known, const lgm_occasion_facts *more);
/* The day that the report gives an event of that name once: "after Monday's debate, ... said during
 * the debate". LGM_NONE where it gives none, or several. */
uint32_t lgm_occasion_event_day(const lgm_doc *doc, int32_t published, uint32_t noun);

#endif
