/* story_voices.c - see story_voices.h. */
#include "story_voices.h"

#include <stdio.h>
#include <stdlib.h>

#include "legomena/same.h"

#define SAY(err, ...) snprintf((err)->message, sizeof(err)->message, __VA_ARGS__)

static lgm_status open_story(story_voices *v, lgm_ledger *ledger, int64_t number, bool redact,
                             lgm_err *err)
{
    const lgm_status st = story_facts_read(&v->facts, ledger, number, redact, err);
    if (st != LGM_OK) return st;
    v->told = story_facts_told(&v->facts);
    return v->told ? LGM_OK : LGM_E_NOMEM;
}

lgm_status story_voices_all(story_voices *v, lgm_ledger *ledger, int64_t story, bool redact,
                            lgm_err *err)
{
    const lgm_status st = open_story(v, ledger, story, redact, err);
    for (uint32_t i = 0; st == LGM_OK && i < v->facts.story->n; i++) {
        voice_list_add(&v->voices, (lgm_voice){i, LGM_NONE});
        for (uint32_t c = 0; c < v->told[i].record->claims.n; c++)
            voice_list_add(&v->voices, (lgm_voice){i, c});
    }
    return v->voices.failed ? LGM_E_NOMEM : st;
}

static lgm_status open_story_of(story_voices *v, lgm_ledger *ledger, int64_t report, bool redact,
                                lgm_err *err)
{
    int64_t story;
    const lgm_status st = lgm_story_of(ledger, report, &story, err);
    if (st != LGM_OK) return st;
    if (!v->facts.story && story) return open_story(v, ledger, story, redact, err);
    if (story && story == v->facts.story->number) return LGM_OK;
    if (story)
        SAY(err,
            "report %lld is of story %lld, and the others are of story %lld: claims of one story "
            "are compared",
            (long long)report, (long long)story, (long long)v->facts.story->number);
    else
        SAY(err, "report %lld is in no story yet: legomena add looks for it", (long long)report);
    return LGM_E_NOTFOUND;
}

static bool is_in(const lgm_same_group *g, lgm_voice voice)
{
    for (size_t i = 0; i < g->n; i++)
        if (g->at[i].report == voice.report && g->at[i].index == voice.claim) return true;
    return false;
}

/* With the claims that have its words, whoever says it, and those of its source in other words. */
static lgm_status add_like(story_voices *v, lgm_voice voice, lgm_err *err)
{
    lgm_same *same;
    bool whole = same_words_add(&v->voices, v->told, v->facts.story->n, voice);
    const lgm_status st = lgm_same_claims(&same, v->told, v->facts.story->n, err);
    if (st == LGM_E_BUDGET) return whole ? LGM_OK : LGM_E_NOMEM; /* then by the words alone */
    if (st != LGM_OK) return st;
    for (size_t i = 0; i < same->n && whole; i++)
        for (size_t k = 0; is_in(&same->at[i], voice) && k < same->at[i].n; k++) {
            const lgm_voice one = {same->at[i].at[k].report, same->at[i].at[k].index};
            if (!voice_list_has(&v->voices, one)) voice_list_add(&v->voices, one);
        }
    whole &= !v->voices.failed;
    lgm_same_free(same);
    return whole ? LGM_OK : LGM_E_NOMEM;
}

lgm_status story_voices_claim(story_voices *v, lgm_ledger *ledger, int64_t report, uint32_t claim,
                              bool redact, lgm_err *err)
{
    const lgm_status st = open_story_of(v, ledger, report, redact, err);
    if (st != LGM_OK) return st;
    const size_t n = v->facts.story->n;
    uint32_t i = 0;
    while (i < n && v->told[i].report != report) i++;
    if (i < n && claim < v->told[i].record->claims.n)
        return add_like(v, (lgm_voice){i, claim}, err);
    if (i < n)
        SAY(err, "report %lld has %zu claims", (long long)report, v->told[i].record->claims.n);
    else
        SAY(err, "report %lld does not count: it was withdrawn, or has a newer version",
            (long long)report);
    return LGM_E_NOTFOUND;
}

void story_voices_done(story_voices *v)
{
    story_facts_done(&v->facts);
    free(v->told);
    voice_list_done(&v->voices);
}
