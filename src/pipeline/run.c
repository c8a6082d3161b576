/*
 * run.c - the main path: one report through every room, in order.
 *
 * Each stage reads the layers below it and adds its own to the document (doc/doc.h has them all, in
 * the same order). A stage that fails ends the report, never the run.
 */
#include "pipeline/budget.h"
#include "pipeline/pipeline.h"
#include "text/text.h"

#define STAGE(room, call)                                                                          \
    do {                                                                                           \
        if (st == LGM_OK) st = (call);                                                             \
        lgm_pipeline_lap(w, LGM_ROOM_##room);                                                      \
    } while (0)

/* Without the table a report is read all the same: its places stay open, and a warning says why. */
static lgm_status warn_of_places(lgm_doc *doc, lgm_err *err)
{
    for (uint32_t i = 0; i < doc->n_entities; i++) {
        const uint8_t type = doc->entities[i].type;
        if (type != LGM_ENTITY_GPE && type != LGM_ENTITY_LOC && type != LGM_ENTITY_FAC) continue;
        return lgm_doc_warn(doc, err,
                            "no table of places (places.tbl) beside the models: places are "
                            "left open");
    }
    return LGM_OK;
}

/* False where the text is sure to be in a language that the model cannot read. */
static bool can_read(const lgm_engine *e, const lgm_doc *doc)
{
    return e->any_language || !doc->lang.ptr || lgm_slice_eq(doc->lang, LGM_SLICE("en"));
}

lgm_status lgm_pipeline_run(lgm_worker *w, lgm_doc *doc, lgm_err *err)
{
    const lgm_engine *const e = w->engine;
    const lgm_kernels *const k = e->kernels;
    lgm_arena *const scratch = w->scratch;
    lgm_trees trees; /* of the sentences, with names and quotations; in scratch */
    lgm_event_room *events = NULL;
    lgm_status st = LGM_OK;

    if (e->only == LGM_ONLY_READ) return LGM_OK;
    doc->model_name = lgm_model_name(e->model);
    doc->model_version = lgm_model_version(e->model);
    doc->any_language = e->any_language;

    STAGE(text, lgm_text_run(doc, err)); /* tokens, quotation marks */
    if (st == LGM_OK) st = lgm_pipeline_check(e->max_bytes, doc, err);
    if (st != LGM_OK || doc->n_tokens == 0 || !can_read(e, doc)) return st;
    STAGE(nn,
          lgm_nn_encoder_run(&e->encoder, k, w->forms, scratch, doc, err)); /* a vector a token */
    STAGE(tag, lgm_tag_run(&e->tag, k, scratch, doc, err));       /* sentences, tags, lemmas */
    STAGE(parse, lgm_parse_run(&e->parse, k, scratch, doc, err)); /* trees */
    if (st != LGM_OK || e->only == LGM_ONLY_TREES) return st;
    STAGE(entity, lgm_entity_run(&e->entity, k, e->places, scratch, doc, err)); /* names */
    STAGE(timex, lgm_timex_run(scratch, doc, err));                  /* dates, times, durations */
    if (st == LGM_OK && !lgm_tree_make(&trees, scratch, doc)) st = lgm_arena_fail(scratch, err);
    STAGE(attrib, lgm_attrib_run(&e->attrib, k, &trees, scratch, doc, err)); /* who said what */
    STAGE(event, lgm_event_find(&trees, scratch, doc, &events, err));     /* what tells of events */
    STAGE(coref, lgm_coref_run(&e->coref, k, &trees, scratch, doc, err)); /* who "he" is */
    STAGE(speaker, lgm_speaker_run(&trees, scratch, doc, err));           /* who speaks */
    STAGE(grounds, lgm_grounds_run(&trees, scratch, doc, err)); /* and why the report has them */
    STAGE(occasion, lgm_occasion_run(&trees, scratch, doc, err));         /* when and where */
    STAGE(act, lgm_act_run(&trees, doc, err)); /* what claims do, how surely */
    STAGE(answer, lgm_answer_run(&trees, scratch, doc, err)); /* who denies what */
    STAGE(notes, lgm_notes_run(&trees, doc, err));            /* what the text says of itself */
    if (e->only == LGM_ONLY_ALL) {
        STAGE(event, lgm_event_run(events, doc, err));            /* what happened */
        STAGE(figure, lgm_figure_run(&trees, scratch, doc, err)); /* how many */
    }
    STAGE(occasion, lgm_occasion_timeline(scratch, doc, err)); /* what has a day, in order */
    if (st == LGM_OK && !e->places) st = warn_of_places(doc, err);
    STAGE(place, lgm_place_run(e->places, scratch, doc, err));       /* places on the map */
    STAGE(actor, lgm_actor_run(scratch, doc, err));                  /* roles, actor codes */
    if (e->only != LGM_ONLY_ALL) return st;
    STAGE(incident,
          lgm_incident_run(&e->incident, k, &trees, scratch, doc, err)); /* violent incidents */
    return st;
}
