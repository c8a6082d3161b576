/* way_words.c - why a time expression has its value: the way in which it was made, in words. */
#include "doc/why.h"
#include "legomena/kinds.h"
#include "timex/resolve.h"

static const char *const WAYS[LGM_WAY_COUNT] = {
    [LGM_WAY_day] = "a day of the calendar: what it does not say of year and month is that which "
                    "brings it nearest to the day it counts from, by the tense of the verb",
    [LGM_WAY_month] = "a month: its year, where it is not said, is the nearest one by the tense",
    [LGM_WAY_year] = "a year",
    [LGM_WAY_decade] = "a decade",
    [LGM_WAY_century] = "a century",
    [LGM_WAY_quarter] = "a quarter of a year",
    [LGM_WAY_half] = "half a year",
    [LGM_WAY_season] = "a season",
    [LGM_WAY_weekday] = "a weekday: the nearest one before the day it counts from, or after it, as "
                        "the tense of the verb or \"next\" says",
    [LGM_WAY_holiday] = "a holiday, by the calendar",
    [LGM_WAY_holidayweek] = "the week of a holiday",
    [LGM_WAY_deictic] = "\"today\", \"yesterday\", \"tomorrow\": so many days from the day it "
                        "counts from",
    [LGM_WAY_nthday] = "a weekday of a month by its number",
    [LGM_WAY_unitref] = "this, the last or the next week, month or year",
    [LGM_WAY_weekof] = "the week of a day",
    [LGM_WAY_period] = "a length of time up to, or from, the day it counts from",
    [LGM_WAY_length] = "a length of time",
    [LGM_WAY_shift] = "a length of time before or after the day it counts from",
    [LGM_WAY_event] = "a length of time before or after an event, whose day is the one that stands "
                      "in a sentence with it",
    [LGM_WAY_clock] = "a time of day, of the day that it is said with or counts from",
    [LGM_WAY_part] = "a part of a day, of the day that it is said with or counts from",
    [LGM_WAY_every] = "what comes again",
    [LGM_WAY_ref] = "the present, the past or the future, and no more",
};

static const char *list_of(const lgm_timex_rule *rule)
{
    if (rule->way == LGM_WAY_ref) return "references";
    switch (rule->type) {
    case LGM_TIME_TIME: return "times";
    case LGM_TIME_DURATION: return "durations";
    case LGM_TIME_SET: return "sets";
    default: return "dates";
    }
}

static void explain_anchor(const lgm_timex_resolver *r, uint32_t index, const lgm_doc_time *t)
{
    if (t->anchor == LGM_NONE) return;
    if (t->anchor != LGM_ANCHOR_PUBLISHED)
        LGM_WHY(r->doc, TIME, index, "anchor", r->doc->times[t->anchor].tokens,
                "It counts from the day that was last spoken of");
    else if (r->published != LGM_NO_DAY)
        LGM_WHY(r->doc, TIME, index, "anchor", LGM_NO_WORDS,
                "It counts from the day of publication");
    else
        LGM_WHY(r->doc, TIME, index, "anchor", LGM_NO_WORDS,
                "It counts from the day of publication, which is not known: --date tells it");
}

void lgm_timex_explain(const lgm_timex_resolver *r, const lgm_timex_match *m, uint32_t index,
                       const lgm_doc_time *t)
{
    const char *const way = WAYS[m->rule->way] ? WAYS[m->rule->way] : "what it says";
    LGM_WHY(r->doc, TIME, index, "type", m->tokens,
            "A pattern of data/timex/%s.txt fits these words", list_of(m->rule));
    LGM_WHY(r->doc, TIME, index, "value", LGM_NO_WORDS, "It is %s", way);
    explain_anchor(r, index, t);
    if (t->mod)
        LGM_WHY(r->doc, TIME, index, "mod", m->tokens,
                "A word of the expression limits it (data/timex/words.txt)");
    if (t->quant)
        LGM_WHY(r->doc, TIME, index, "quant", m->tokens,
                "A word of the expression says that it comes again");
}
