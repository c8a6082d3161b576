/* alike.c - two profiles compared. */
#include "profile/alike.h"

#include <math.h>

double lgm_profile_cosine(const lgm_profile_terms *a, const lgm_profile_terms *b)
{
    double sum = 0;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->at[i].hash == b->at[k].hash)
            sum += (double)a->at[i++].weight * b->at[k++].weight;
        else if (a->at[i].hash < b->at[k].hash)
            i++;
        else
            k++;
    }
    return sum > 0 ? sum / (a->length * b->length) : 0;
}

static bool share_one(const int32_t *a, size_t n_a, const int32_t *b, size_t n_b)
{
    for (size_t i = 0, k = 0; i < n_a && k < n_b;) {
        if (a[i] == b[k]) return true;
        if (a[i] < b[k])
            i++;
        else
            k++;
    }
    return false;
}

void lgm_profile_compare(const lgm_profile *a, const lgm_profile *b,
                         double features[LGM_PROFILE_FEATURES])
{
    for (int i = 0; i < LGM_PROFILE_ASPECTS; i++)
        features[i] = lgm_profile_cosine(&a->aspects[i], &b->aspects[i]);
    const bool places =
        a->aspects[LGM_PROFILE_PLACES].n > 0 && b->aspects[LGM_PROFILE_PLACES].n > 0;
    const bool year = share_one(a->years, a->n_years, b->years, b->n_years);
    features[LGM_PROFILE_PLACES_APART] = places && features[LGM_PROFILE_PLACES] == 0;
    features[LGM_PROFILE_YEARS_APART] = a->n_years > 0 && b->n_years > 0 && !year;
    features[LGM_PROFILE_YEAR_SHARED] = year;
    features[LGM_PROFILE_DAY_SHARED] = share_one(a->days, a->n_days, b->days, b->n_days);
}

/* As tools/train/alike.py printed them; the bias is shifted by the bound that was best in
 * training. */
static const double weights[LGM_PROFILE_FEATURES] = {
    [LGM_PROFILE_WORDS] = 9.3952,         [LGM_PROFILE_LEAD] = 10.5486,
    [LGM_PROFILE_NAMES] = 1.9954,         [LGM_PROFILE_PLACES] = 0.9170,
    [LGM_PROFILE_DEEDS] = -2.4478,        [LGM_PROFILE_NUMBERS] = 0.5746,
    [LGM_PROFILE_PLACES_APART] = -2.1019, [LGM_PROFILE_YEARS_APART] = -2.0269,
    [LGM_PROFILE_YEAR_SHARED] = 2.0353,   [LGM_PROFILE_DAY_SHARED] = 5.4474,
};
static const double bias = -5.8036 + 0.5;

/* Days between two publications; 0 where either is not known. */
static int64_t days_between(const lgm_profile *a, const lgm_profile *b)
{
    if (a->day == LGM_PROFILE_NO_DAY || b->day == LGM_PROFILE_NO_DAY) return 0;
    return a->day > b->day ? (int64_t)a->day - b->day : (int64_t)b->day - a->day;
}

/* A story may go on, but each doubling of the time between two reports makes it less likely. The
 * corpora that the weights are from have too few days to learn it: by hand. */
static double faded(int64_t days)
{
    enum { FRESH = 40, OLD = 360 };
    const int64_t d = days < OLD ? days : OLD;
    return d > FRESH ? log2((double)d / FRESH) : 0;
}

double lgm_profile_alike(const lgm_profile *a, const lgm_profile *b)
{
    double f[LGM_PROFILE_FEATURES], sum = bias - faded(days_between(a, b));
    lgm_profile_compare(a, b, f);
    for (int i = 0; i < LGM_PROFILE_FEATURES; i++) sum += weights[i] * f[i];
    return sum;
}

/* Of the pairs of ECB+ train and dev that tell two stories none has so many words in common; of
 * one day or the next there are 31, and these have next to none. */
static const double other_words = 0.6, on_a_day = 0.45;
enum { DAYS = 7 };

bool lgm_profile_retold(const lgm_profile *a, const lgm_profile *b)
{
    const int64_t days = days_between(a, b);
    const bool dated = a->day != LGM_PROFILE_NO_DAY && b->day != LGM_PROFILE_NO_DAY;
    return days <= DAYS &&
           lgm_profile_cosine(&a->aspects[LGM_PROFILE_WORDS], &b->aspects[LGM_PROFILE_WORDS]) >=
               (dated && days <= 1 ? on_a_day : other_words);
}
