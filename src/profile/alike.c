/* alike.c - two profiles compared. */
#include "profile/alike.h"

static double cosine(const lgm_profile_terms *a, const lgm_profile_terms *b)
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
        features[i] = cosine(&a->aspects[i], &b->aspects[i]);
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

double lgm_profile_alike(const lgm_profile *a, const lgm_profile *b)
{
    double f[LGM_PROFILE_FEATURES], sum = bias;
    lgm_profile_compare(a, b, f);
    for (int i = 0; i < LGM_PROFILE_FEATURES; i++) sum += weights[i] * f[i];
    return sum;
}
