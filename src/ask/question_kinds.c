/* question_kinds.c - all kinds of questions. */
#include "ask/question_kinds.h"

#define KIND(name, of, help)                                                                       \
    {                                                                                              \
        name, help, lgm_ask_##of##_columns, LGM_COUNT(lgm_ask_##of##_columns),                     \
            lgm_ask_##of##_conditions, LGM_COUNT(lgm_ask_##of##_conditions)                        \
    }

const lgm_question_kind lgm_ask_shown[] = {
    KIND("claims", claim, "who said what"),
    KIND("events", event, "what is said to have happened"),
    KIND("figures", figure, "numbers with their bounds, and who gives them"),
    KIND("incidents", incident, "violent incidents"),
    KIND("timeline", timeline, "dated claims and events, the oldest first"),
    KIND("sources", source, "who speaks how often, and how often is answered"),
    KIND("search", search, "reports with these words"),
    KIND("reviews", review, "what people said of records"),
    KIND("stories", story, "reports that tell of one happening"),
    KIND("reports", report, "which reports there are, those that came last first"),
    {"stats", "how much there is", lgm_ask_stats_columns, LGM_COUNT(lgm_ask_stats_columns), NULL,
     0},
    {0},
};

const lgm_ask_kind *const lgm_ask_kinds[] = {
    &lgm_ask_claims,   &lgm_ask_events,  &lgm_ask_figures, &lgm_ask_incidents,
    &lgm_ask_timeline, &lgm_ask_sources, &lgm_ask_search,  &lgm_ask_reviews,
    &lgm_ask_stories,  &lgm_ask_reports, &lgm_ask_stats,
};

const lgm_question_kind *lgm_question_kinds(void)
{
    return lgm_ask_shown;
}
