/* fuzz_engine.h - an engine with the model of random weights, opened once a process. */
#ifndef LGM_FUZZ_ENGINE_H
#define LGM_FUZZ_ENGINE_H

#include "fuzz.h"
#include "legomena/engine.h"

static lgm_engine *engine;
static lgm_worker *worker; /* reads report after report */

/* words: records with sentences and words. */
static inline void fuzz_open(int words)
{
    if (engine) return;
    const char *const tests = getenv("LEGOMENA_TESTS");
    char path[4096];
    snprintf(path, sizeof path, "%s/golden/nn/tiny.lgm", tests ? tests : "tests");
    lgm_engine_options o = lgm_engine_default_options();
    o.model = path;
    o.words = words;
    CHECK(lgm_engine_open(&engine, &o, NULL) == LGM_OK);
    CHECK(lgm_worker_new(&worker, engine, NULL) == LGM_OK);
}

#endif
