/* engine.c - opens a model and binds the heads to it. */
#include <string.h>

#include "pipeline/pipeline.h"
#include "read/decode.h"

lgm_engine_options lgm_engine_default_options(void)
{
    return (lgm_engine_options){.max_bytes = LGM_DEFAULT_MAX_BYTES};
}

static lgm_status choose_kernels(lgm_engine *e, const char *name, lgm_err *err)
{
    e->kernels = lgm_nn_kernels_get(name);
    if (e->kernels) return LGM_OK;
    return lgm_fail(err, LGM_E_UNSUPPORTED, "no kernels named \"%s\" on this machine",
                    name ? name : "");
}

static lgm_status open_model(lgm_engine *e, const lgm_engine_options *o, lgm_err *err)
{
    char *path = NULL;
    lgm_status st = lgm_pipeline_find_model(&path, o->model, o->model_dir, err);
    if (st == LGM_OK) st = lgm_model_open(&e->model, path, err);
    lgm_free(path);
    return st;
}

static lgm_status open_places(lgm_engine *e, const lgm_engine_options *o, lgm_err *err)
{
    char *path = NULL;
    lgm_status st = lgm_pipeline_find_places(&path, o->model_dir, err);
    if (st == LGM_OK && path) st = lgm_world_places_open(&e->places, path, err);
    lgm_free(path);
    return st;
}

static bool has_claims(const lgm_engine *e)
{
    return e->only == LGM_ONLY_ALL || e->only == LGM_ONLY_CLAIMS;
}

static lgm_status bind_rooms(lgm_engine *e, lgm_err *err)
{
    const lgm_model *const m = e->model;
    lgm_status st = lgm_nn_encoder_bind(&e->encoder, m, err);
    if (st == LGM_OK) st = lgm_tag_bind(&e->tag, m, err);
    if (st == LGM_OK) st = lgm_parse_bind(&e->parse, m, err);
    if (st == LGM_OK && has_claims(e)) st = lgm_entity_bind(&e->entity, m, err);
    if (st == LGM_OK && has_claims(e)) st = lgm_attrib_bind(&e->attrib, m, err);
    if (st == LGM_OK && has_claims(e)) st = lgm_coref_bind(&e->coref, m, err);
    if (st == LGM_OK && e->only == LGM_ONLY_ALL) st = lgm_incident_bind(&e->incident, m, err);
    return st;
}

/* A room that refuses a model may not know its file: the message gets its name here. */
static lgm_status bind_heads(lgm_engine *e, lgm_err *err)
{
    lgm_err why = {0};
    fenv_t host;
    lgm_pipeline_floats_begin(&host);
    const lgm_status st = bind_rooms(e, &why);
    lgm_pipeline_floats_end(&host);
    if (st == LGM_OK) return LGM_OK;
    const char *const file = lgm_model_what(e->model);
    if (strncmp(why.message, file, strlen(file)) == 0) return lgm_fail(err, st, "%s", why.message);
    return lgm_fail(err, st, "%s: %s", file, why.message);
}

lgm_status lgm_engine_open(lgm_engine **out, const lgm_engine_options *options, lgm_err *err)
{
    const lgm_engine_options o = options ? *options : lgm_engine_default_options();
    *out = NULL;
    lgm_engine *e = lgm_calloc(1, sizeof *e);
    if (!e) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    e->max_bytes = o.max_bytes ? o.max_bytes : LGM_DEFAULT_MAX_BYTES;
    if (e->max_bytes > LGM_DECODE_MAX) e->max_bytes = LGM_DECODE_MAX;
    e->only = o.only;
    e->any_language = o.any_language != 0;
    e->words = o.words != 0;
    e->map = o.map != 0;
    e->why = o.why != 0;

    lgm_status st = choose_kernels(e, o.kernel, err);
    if (st == LGM_OK && e->only != LGM_ONLY_READ) st = open_model(e, &o, err);
    if (st == LGM_OK && e->model) st = bind_heads(e, err);
    if (st == LGM_OK && has_claims(e)) st = open_places(e, &o, err);
    if (st != LGM_OK) goto done;
    *out = e;
    e = NULL;
done:
    lgm_engine_close(e);
    return st;
}

void lgm_engine_close(lgm_engine *engine)
{
    if (!engine) return;
    lgm_tag_done(&engine->tag);
    lgm_entity_done(&engine->entity);
    lgm_world_places_close(engine->places);
    lgm_model_close(engine->model);
    lgm_free(engine);
}

const char *lgm_engine_model_name(const lgm_engine *engine)
{
    return engine->model ? lgm_model_name(engine->model) : "";
}

const char *lgm_engine_model_version(const lgm_engine *engine)
{
    return engine->model ? lgm_model_version(engine->model) : "";
}

const char *lgm_engine_kernel(const lgm_engine *engine)
{
    return engine->kernels->name;
}
