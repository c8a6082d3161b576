/* event_why.c - notes of why an event has its fields, once it has its number. */
#include "doc/why.h"
#include "event/event_draft.h"

static void explain_kind(const lgm_doc *doc, const lgm_event_draft *d, uint32_t event)
{
    enum { MODE = 3 };
    const char *const list = d->word == d->verb ? "verbs" : "nouns";
    static const char *const FIELDS[] = {"trigger", "plover", "cameo", "mode"};
    const bool has[] = {true, true, lgm_event_code_of(d->kinds) != 0,
                        lgm_event_mode_name(lgm_event_mode_of(d->kinds)) != NULL};
    if (d->lent)
        LGM_WHY(doc, EVENT, event, "mode", d->trigger, "Another mention of the event says how");
    for (size_t i = 0; i < LGM_COUNT(FIELDS); i++)
        if (has[i] && !(d->lent && i == MODE))
            LGM_WHY(doc, EVENT, event, FIELDS[i], d->trigger,
                    "These words stand in data/event/%s.txt, which says what they tell of", list);
}

static void explain_factual(const lgm_doc *doc, const lgm_event_draft *d, uint32_t event)
{
    static const char *const HOW[] = {
        [LGM_MODALITY_ACTUAL] =
            "No auxiliary, condition or governing word says that it is less than "
            "a fact",
        [LGM_MODALITY_PLANNED] =
            "\"Will\", \"to\" or a word of data/event/governors.txt says that it "
            "is to come",
        [LGM_MODALITY_POSSIBLE] =
            "\"May\", \"could\" or a word of data/event/governors.txt says that "
            "it is possible",
        [LGM_MODALITY_DENIED] = "A word of data/event/governors.txt, which governs it, denies it, "
                                "or a claim denies the report of it",
        [LGM_MODALITY_HYPOTHETICAL] =
            "\"If\", \"should\" or a word of data/event/governors.txt says "
            "that it is no more than thought of"};
    LGM_WHY(doc, EVENT, event, "polarity", LGM_ONE_WORD(d->word),
            d->negative ? "A negation stands beside it or above it in the tree"
                        : "No negation stands beside it or above it in the tree");
    LGM_WHY(doc, EVENT, event, "modality", LGM_ONE_WORD(d->word), "%s", HOW[d->modality]);
}

void lgm_event_explain(const lgm_doc *doc, const lgm_event_draft *d, uint32_t event,
                       uint32_t mentions, bool first)
{
    if (!first) return;
    explain_kind(doc, d, event);
    explain_factual(doc, d, event);
    for (uint8_t i = 0; i < d->n_claims; i++)
        LGM_WHY(doc, EVENT, event, "asserted_by", lgm_doc_all_of(&doc->claims[d->claims[i]].cue),
                "It stands within what a claim says, and nowhere in the report's own voice");
    if (mentions > 1)
        LGM_WHY(doc, EVENT, event, "mentions", d->trigger,
                "Words of one kind tell of it, and nothing of who, whom, when and whether differs");
    LGM_WHY(
        doc, EVENT, event, "confidence", LGM_NO_WORDS,
        "As often as readers who mark events agree on such ones: more where place or day is told, "
        "or who did it to whom");
}
