/* event_alike.c - how much two events are alike: logistic regression (data/same/SOURCE.md). */
#include "same/told_event.h"

#include <string.h>
#include <strings.h>

static const double weights[LGM_SAME_FEATURES] = {0.7451,  -0.6594, 0.4772,  0.1619, 1.6752,
                                                  0.8587,  0.2013,  -0.5382, 0.2324, 0.1243,
                                                  -0.1584, 0.8680,  -0.7523, 0.1351, -0.9581};
static const double bias = -0.0218;

static bool same_word(const lgm_profile_word *a, const lgm_profile_word *b)
{
    return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static bool same_text(lgm_str a, lgm_str b)
{
    return a.len == b.len && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

static bool days_apart(const lgm_same_event *a, const lgm_same_event *b)
{
    return a->dated && b->dated && (a->days.to < b->days.from || b->days.to < a->days.from);
}

void lgm_same_compare(const lgm_same_event *a, const lgm_same_event *b, int related,
                      double f[LGM_SAME_FEATURES])
{
    const bool word = same_word(&a->head, &b->head), one = a->of.report == b->of.report;
    const double around = lgm_profile_cosine(&a->around.words, &b->around.words);
    f[LGM_SAME_TEXT] = same_text(a->words, b->words);
    f[LGM_SAME_WORD] = word;
    f[LGM_SAME_FORM] = !word && related == LGM_SAME_FORMS;
    f[LGM_SAME_MEANING] = !word && related == LGM_SAME_RELATED;
    f[LGM_SAME_AROUND] = word ? around : 0;
    f[LGM_SAME_AROUND_RELATED] = word ? 0 : around;
    f[LGM_SAME_RARITY] = word ? lgm_profile_rarity(&a->head) : 0;
    f[LGM_SAME_NAMES_SHARED] = lgm_same_shared(&a->names, &b->names) != NULL;
    f[LGM_SAME_NAMES_APART] = lgm_same_apart(&a->names, &b->names);
    f[LGM_SAME_NUMBERS_SHARED] = lgm_same_shared(&a->around.numbers, &b->around.numbers) != NULL;
    f[LGM_SAME_NUMBERS_APART] = lgm_same_apart(&a->around.numbers, &b->around.numbers);
    f[LGM_SAME_PATIENT_SHARED] = lgm_same_shared(&a->patients, &b->patients) != NULL;
    f[LGM_SAME_DAYS_APART] = days_apart(a, b);
    f[LGM_SAME_ONE_REPORT] = one;
    f[LGM_SAME_ONE_SENTENCE] = one && a->sentence == b->sentence;
}

double lgm_same_event_alike(const lgm_same_event *a, const lgm_same_event *b, int related)
{
    double f[LGM_SAME_FEATURES], sum = bias;
    lgm_same_compare(a, b, related, f);
    for (size_t i = 0; i < LGM_SAME_FEATURES; i++) sum += weights[i] * f[i];
    return sum;
}
