/* shown_act.c - what a claim does, in a word. */
#include <stdio.h>

#include "shown.h"

#define DOT " \u00b7 "

/* NULL: nothing to add to what the cue says by itself. */
static const char *act_word(lgm_act act)
{
    static const char *const WORDS[] = {[LGM_ACT_REPORT] = "reports",
                                        [LGM_ACT_DENY] = "denies",
                                        [LGM_ACT_DISMISS] = "dismisses",
                                        [LGM_ACT_CONFIRM] = "confirms",
                                        [LGM_ACT_ACCUSE] = "accuses",
                                        [LGM_ACT_CLAIM_RESPONSIBILITY] = "claims responsibility",
                                        [LGM_ACT_WARN] = "warns",
                                        [LGM_ACT_PROMISE] = "promises",
                                        [LGM_ACT_DEMAND] = "demands",
                                        [LGM_ACT_ASK] = "asks",
                                        [LGM_ACT_PRAISE] = "praises",
                                        [LGM_ACT_CRITICISE] = "criticises",
                                        [LGM_ACT_ESTIMATE] = "estimates",
                                        [LGM_ACT_PREDICT] = "predicts",
                                        [LGM_ACT_BELIEVE] = "believes",
                                        [LGM_ACT_DOUBT] = "doubts",
                                        [LGM_ACT_REVEAL] = "reveals",
                                        [LGM_ACT_APOLOGISE] = "apologises",
                                        [LGM_ACT_OTHER] = NULL};
    return (size_t)act < sizeof WORDS / sizeof *WORDS ? WORDS[act] : NULL;
}

static const char *certainty_word(lgm_certainty certainty)
{
    switch (certainty) {
    case LGM_CERTAINTY_PROBABLE: return "probable";
    case LGM_CERTAINTY_POSSIBLE: return "possible";
    case LGM_CERTAINTY_NOT_PROBABLE: return "probably not";
    case LGM_CERTAINTY_NOT_POSSIBLE: return "possibly not";
    case LGM_CERTAINTY_OPEN: return "left open";
    case LGM_CERTAINTY_NOT_CERTAIN: /* its "not" can be read */
    case LGM_CERTAINTY_NONE:
    case LGM_CERTAINTY_CERTAIN: break;
    }
    return NULL;
}

/* How sure whoever does this is, as a rule. */
static lgm_certainty usual(lgm_act act)
{
    switch (act) {
    case LGM_ACT_DENY:
    case LGM_ACT_DISMISS: return LGM_CERTAINTY_NOT_CERTAIN;
    case LGM_ACT_DOUBT: return LGM_CERTAINTY_NOT_PROBABLE;
    case LGM_ACT_DEMAND:
    case LGM_ACT_ASK: return LGM_CERTAINTY_OPEN;
    case LGM_ACT_PROMISE:
    case LGM_ACT_ESTIMATE:
    case LGM_ACT_BELIEVE: return LGM_CERTAINTY_PROBABLE;
    default: return LGM_CERTAINTY_CERTAIN;
    }
}

static bool replies(const lgm_claim *c, lgm_answer how)
{
    for (size_t i = 0; i < c->replies.n; i++)
        if (c->replies.at[i].how == how) return true;
    return false;
}

/* "denies 3" has the word. */
static bool is_told(const lgm_claim *c)
{
    return (c->act == LGM_ACT_DENY && replies(c, LGM_ANSWER_DENIES)) ||
           (c->act == LGM_ACT_CONFIRM && replies(c, LGM_ANSWER_CONFIRMS));
}

void shown_act(char out[SHOWN_ACT_ROOM], const lgm_claim *c)
{
    const char *const act = is_told(c) ? NULL : act_word(c->act);
    const char *const sure = c->certainty == usual(c->act) ? NULL : certainty_word(c->certainty);
    snprintf(out, SHOWN_ACT_ROOM, "%s%s%s%s", act ? act : "", act ? DOT : "", sure ? sure : "",
             sure ? DOT : "");
}
