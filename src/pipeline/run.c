/*
 * run.c - the main path: one report through every room, in order.
 *
 * Each stage reads the layers below it and adds its own to the document (doc/doc.h has them all, in
 * the same order). A stage that fails ends the report, never the run.
 */
#include "pipeline/pipeline.h"
#include "text/text.h"

#define STAGE(room, call)                                                                          \
    do {                                                                                           \
        if (st == LGM_OK) st = (call);                                                             \
        lgm_worker_lap(w, LGM_ROOM_##room);                                                        \
    } while (0)

lgm_status lgm_pipeline_run(lgm_worker *w, lgm_doc *doc, lgm_err *err)
{
    const lgm_engine *const e = w->engine;
    const lgm_kernels *const k = e->kernels;
    lgm_arena *const scratch = w->scratch;
    lgm_status st = LGM_OK;

    doc->model_name = lgm_model_name(e->model);
    doc->model_version = lgm_model_version(e->model);

    STAGE(text, lgm_text_run(doc, err)); /* tokens, quotation marks */
    if (st != LGM_OK || doc->n_tokens == 0) return st;
    STAGE(nn, lgm_encoder_run(&e->encoder, k, w->forms, scratch, doc, err)); /* a vector a token */
    STAGE(tag, lgm_tag_run(&e->tag, k, scratch, doc, err));       /* sentences, tags, lemmas */
    STAGE(parse, lgm_parse_run(&e->parse, k, scratch, doc, err)); /* trees */
    if (st != LGM_OK || e->syntax_only) return st;
    STAGE(entity, lgm_entity_run(&e->entity, k, scratch, doc, err)); /* names, entities */
    STAGE(attrib, lgm_attrib_run(&e->attrib, k, scratch, doc, err)); /* who said what */
    STAGE(coref, lgm_coref_run(&e->coref, k, scratch, doc, err));    /* who "he" is, who speaks */
    return st;
}
