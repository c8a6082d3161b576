/*
 * tense.c - the tense of the verb above an expression in the tree: past for "met on Friday", future
 * for "will meet on Friday" and "is expected to meet on Friday".
 */
#include <ctype.h>
#include <string.h>

#include "timex/resolve.h"

/* Steps up the tree, in all and from "Sunday's"; words before a verb: its auxiliaries are there. */
enum { STEPS = 12, OWNED = 3, BEFORE = 8 };

static bool tagged(const lgm_doc *doc, uint32_t t, const char *tag)
{
    return strcmp(doc->xpos[t], tag) == 0;
}

/* A modal that speaks of what is to come. */
static bool is_future_modal(const lgm_doc *doc, uint32_t t)
{
    static const char *const modals[] = {"will", "shall", "may", "must", "'ll", "wo", "would"};
    for (size_t i = 0; i < LGM_COUNT(modals); i++)
        if (lgm_doc_lemma_is(doc, t, modals[i])) return true;
    return false;
}

static bool looks_ahead(const lgm_doc *doc, uint32_t t)
{
    static const char *const verbs[] = {"expect",  "plan",    "schedule",  "due",    "set",
                                        "intend",  "aim",     "hope",      "likely", "prepare",
                                        "propose", "payable", "effective", "slate",  "postpone"};
    if (doc->xpos[t][0] == 'N') return false; /* "announced the plan on Aug. 21" */
    for (size_t i = 0; i < LGM_COUNT(verbs); i++)
        if (lgm_doc_lemma_is(doc, t, verbs[i])) return true;
    return false;
}

static lgm_tense tense_of_verb(const lgm_doc *doc, uint32_t v)
{
    lgm_tense tense = tagged(doc, v, "VBD")                            ? LGM_TENSE_PAST
                      : tagged(doc, v, "VBZ") || tagged(doc, v, "VBP") ? LGM_TENSE_PRESENT
                                                                       : LGM_TENSE_NONE;
    bool to = false;
    for (uint32_t t = v; t > 0 && v - t < BEFORE;) {
        t--;
        if (doc->head[t] != v) continue;
        if (tagged(doc, t, "MD"))
            return is_future_modal(doc, t) ? LGM_TENSE_FUTURE : LGM_TENSE_NONE;
        if (tagged(doc, t, "TO")) to = true;
        if (lgm_doc_lemma_is(doc, t, "due"))
            return LGM_TENSE_FUTURE; /* "due to meet", however it is cut */
        if (strncmp(doc->rel[t], "aux", 3) != 0 && strncmp(doc->rel[t], "cop", 3) != 0) continue;
        if (tagged(doc, t, "VBD")) tense = LGM_TENSE_PAST;
        /* "has met" is past to the calendar; "is met" and "is meeting" are not */
        if (tagged(doc, t, "VBZ") || tagged(doc, t, "VBP"))
            tense = lgm_doc_lemma_is(doc, t, "have") ? LGM_TENSE_PAST : LGM_TENSE_PRESENT;
    }
    if (!to) return tense;
    /* "is expected to meet" speaks of what is to come, "came to meet" does not */
    return doc->head[v] != LGM_NONE && looks_ahead(doc, doc->head[v]) ? LGM_TENSE_FUTURE
                                                                      : LGM_TENSE_NONE;
}

lgm_tense lgm_timex_tense(const lgm_doc *doc, lgm_tokspan tokens)
{
    if (!doc->head || !doc->rel || !doc->xpos) return LGM_TENSE_NONE;
    uint32_t t = tokens.start;
    const bool until =
        t > 0 && (lgm_doc_lemma_is(doc, t - 1, "until") || lgm_doc_lemma_is(doc, t - 1, "till"));
    /* "Sunday's vote will decide" looks ahead; "will learn to live with Sunday's loss" does not */
    const bool owns = tokens.end < doc->n_tokens && tagged(doc, tokens.end, "POS");
    for (int i = 0; i < (owns ? OWNED : STEPS); i++) {
        const bool inside = t >= tokens.start && t < tokens.end;
        if (!inside && !tagged(doc, t, "VBD") && looks_ahead(doc, t)) return LGM_TENSE_FUTURE;
        if (!inside) {
            /* "is ready", "will be in town": the copula has the tense */
            const lgm_tense tense = tense_of_verb(doc, t);
            /* "gave him until Friday" looks ahead, "until Friday, they had held him" does not */
            if (until && t < tokens.start) return LGM_TENSE_FUTURE;
            if (tense != LGM_TENSE_NONE) return tense;
        }
        if (doc->head[t] == LGM_NONE) break;
        t = doc->head[t];
    }
    return LGM_TENSE_NONE;
}

/* Nothing but "in", "on", "during" and marks before it in its sentence. */
static bool opens_sentence(const lgm_doc *doc, uint32_t token)
{
    for (uint32_t t = lgm_doc_sentence_of(doc, token).start; t < token; t++)
        if (isalpha((unsigned char)doc->xpos[t][0]) && !lgm_doc_lemma_is(doc, t, "in") &&
            !lgm_doc_lemma_is(doc, t, "on") && !lgm_doc_lemma_is(doc, t, "during"))
            return false;
    return true;
}

bool lgm_timex_is_over(const lgm_doc *doc, lgm_tokspan tokens)
{
    if (!doc->head || !doc->xpos || doc->n_sents == 0) return false;
    const uint32_t first = tokens.start;
    if (first > 0 && lgm_doc_lemma_is(doc, first - 1, "end") && doc->xpos[first - 1][0] == 'V' &&
        !tagged(doc, first - 1, "VBG"))
        return true;
    if (!opens_sentence(doc, first)) return false;
    uint32_t t = first; /* its own head word, then the verb that it says the time of */
    while (doc->head[t] != LGM_NONE && doc->head[t] >= first && doc->head[t] < tokens.end)
        t = doc->head[t];
    const uint32_t verb = doc->head[t];
    return verb != LGM_NONE && doc->xpos[verb][0] == 'V' && strncmp(doc->rel[t], "obl", 3) == 0 &&
           tense_of_verb(doc, verb) == LGM_TENSE_PAST;
}
