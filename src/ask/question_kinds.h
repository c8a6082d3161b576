/*
 * question_kinds.h - what the tables of kinds share. Internal to question_kinds.c and *_kind.c.
 */
#ifndef LGM_ASK_QUESTION_KINDS_H
#define LGM_ASK_QUESTION_KINDS_H

#include "ask/kind.h"

/* A list has as many items as the one that is shown of it. */
#define LGM_ASK_SAME(list, shown)                                                                  \
    _Static_assert(LGM_COUNT(list) == LGM_COUNT(shown), "one for each that is shown")

#define LGM_ASK_ACTS                                                                               \
    "state report deny dismiss confirm accuse claim_responsibility warn promise demand ask "       \
    "praise "                                                                                      \
    "criticise estimate predict believe doubt reveal apologise other"
#define LGM_ASK_SPEAKER_KINDS "named role group anonymous outlet document unknown"

extern const lgm_question_column lgm_ask_claim_columns[16], lgm_ask_source_columns[10],
    lgm_ask_event_columns[16], lgm_ask_figure_columns[16], lgm_ask_incident_columns[15],
    lgm_ask_timeline_columns[10], lgm_ask_search_columns[7], lgm_ask_stats_columns[2],
    lgm_ask_review_columns[15], lgm_ask_story_columns[10], lgm_ask_report_columns[7];
extern const lgm_question_condition lgm_ask_claim_conditions[24], lgm_ask_source_conditions[18],
    lgm_ask_event_conditions[20], lgm_ask_figure_conditions[18], lgm_ask_incident_conditions[17],
    lgm_ask_timeline_conditions[14], lgm_ask_search_conditions[7], lgm_ask_review_conditions[9],
    lgm_ask_story_conditions[8], lgm_ask_report_conditions[7];
extern const lgm_ask_kind lgm_ask_claims, lgm_ask_sources, lgm_ask_events, lgm_ask_figures,
    lgm_ask_incidents, lgm_ask_timeline, lgm_ask_search, lgm_ask_stats, lgm_ask_reviews,
    lgm_ask_stories, lgm_ask_reports;

#endif
