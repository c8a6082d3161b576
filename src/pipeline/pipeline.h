/*
 * pipeline.h - what an engine and a worker hold, and the main path.
 *
 * Reads   a report as it came in (lgm_input).        Writes  every layer of a document.
 * Owns    the engine owns the model and the heads bound to it, all read-only once open; the worker
 *         owns the scratch arena (one report's temporary memory, reused for the next) and the cache
 *         of forms. doc->vec lives in the scratch and is gone when lgm_read returns.
 * Errors  those of the stages, LGM_E_BUDGET above a limit, LGM_E_NOTFOUND for a model that is
 *         nowhere.
 * Files   run.c, worker.c, find.c, floats.c.
 */
#ifndef LGM_PIPELINE_H
#define LGM_PIPELINE_H

#include <fenv.h>

#include "actor/actor.h"
#include "attrib/attrib.h"
#include "coref/coref.h"
#include "act/act.h"
#include "answer/answer.h"
#include "doc/doc.h"
#include "emit/emit.h"
#include "entity/entity.h"
#include "event/event.h"
#include "figure/figure.h"
#include "grounds/grounds.h"
#include "incident/incident.h"
#include "legomena/engine.h"
#include "model/model.h"
#include "nn/encoder.h"
#include "nn/nn.h"
#include "notes/notes.h"
#include "parse/parse.h"
#include "place/place.h"
#include "occasion/occasion.h"
#include "speaker/speaker.h"
#include "tag/tag.h"
#include "timex/timex.h"
#include "world/places.h"

#define LGM_DEFAULT_MODEL "en-accurate"

struct lgm_engine {
    lgm_model *model;
    lgm_places *places; /* NULL = there is no table of places */
    const lgm_kernels *kernels;
    lgm_encoder encoder;
    lgm_tag_head tag;
    lgm_parse_head parse;
    lgm_entity_head entity;
    lgm_attrib_head attrib;
    lgm_coref_head coref;
    lgm_incident_head incident;
    uint64_t max_bytes;
    lgm_only only;
    bool any_language, words, map, why;
};

/* The rooms whose time is kept, in processing order. */
#define LGM_TIMED_ROOMS(X)                                                                         \
    X(read)                                                                                        \
    X(text)                                                                                        \
    X(nn)                                                                                          \
    X(tag)                                                                                         \
    X(parse)                                                                                       \
    X(entity)                                                                                      \
    X(timex)                                                                                       \
    X(attrib)                                                                                      \
    X(coref)                                                                                       \
    X(speaker)                                                                                     \
    X(grounds)                                                                                     \
    X(occasion) X(act) X(answer) X(notes) X(event) X(figure) X(place) X(actor) X(incident)         \
        X(record)
enum {
#define LGM_ROOM_ENUM(name) LGM_ROOM_##name,
    LGM_TIMED_ROOMS(LGM_ROOM_ENUM)
#undef LGM_ROOM_ENUM
        LGM_N_ROOMS
};

struct lgm_worker {
    const lgm_engine *engine;
    lgm_arena *scratch;
    atomic_bool cancelled;
    lgm_form_cache *forms;
    uint64_t clock; /* when the room that is at work began */
    lgm_room_time times[LGM_N_ROOMS];
};

/* The host may round another way, or have small numbers be zero: what is computed between these
 * two would not be the same. */
void lgm_pipeline_floats_begin(fenv_t *host);
void lgm_pipeline_floats_end(const fenv_t *host);

/* Time since the last call goes to this room. */
void lgm_pipeline_lap(lgm_worker *w, int room);

/* The main path: every stage, in order. */
LGM_NODISCARD lgm_status lgm_pipeline_run(lgm_worker *w, lgm_doc *doc, lgm_err *err);

/* Where a model is: a path as it stands, or NAME.lgm in the first folder that has it. *path is to
 * be freed with lgm_free. */
LGM_NODISCARD lgm_status lgm_pipeline_find_model(char **path, const char *model,
                                                 const char *model_dir, lgm_err *err);
/* The table of places, looked for as a model is. *path is NULL where there is none. */
LGM_NODISCARD lgm_status lgm_pipeline_find_places(char **path, const char *model_dir, lgm_err *err);

#endif
