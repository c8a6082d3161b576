/* worker.c - the memory of one thread, reused from report to report, and the clock of the rooms. */
#include "doc/why.h"
#include "pipeline/pipeline.h"
#include "read/report.h"

/* Scratch above this is given back after the report that needed it. */
#define KEEP_BYTES (64u << 20)
/* Ceilings of one report's memory, far above what a report that passes lgm_pipeline_check takes. */
#define DOC_BYTES(len) ((64u << 20) + (uint64_t)(len)*96)
#define SCRATCH_BYTES(max, dim) ((128u << 20) + (uint64_t)(max) * (48 + (dim) / 4))

static lgm_status new_scratch(lgm_worker *w, lgm_err *err)
{
    lgm_arena_free(w->scratch);
    w->scratch = NULL;
    const lgm_engine *const e = w->engine;
    const lgm_status st =
        lgm_arena_new(&w->scratch, SCRATCH_BYTES(e->max_bytes, e->encoder.dim), err);
    if (st == LGM_OK) lgm_arena_stop_by(w->scratch, &w->cancelled);
    return st;
}

lgm_status lgm_worker_new(lgm_worker **out, const lgm_engine *engine, lgm_err *err)
{
    static const char *const rooms[LGM_N_ROOMS] = {
#define NAME(name) #name,
        LGM_TIMED_ROOMS(NAME)
#undef NAME
    };
    *out = NULL;
    lgm_worker *w = lgm_calloc(1, sizeof *w);
    if (!w) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    w->engine = engine;
    for (size_t i = 0; i < LGM_N_ROOMS; i++) w->times[i].room = rooms[i];
    lgm_status st = new_scratch(w, err);
    if (st == LGM_OK && engine->model) st = lgm_nn_form_cache_new(&w->forms, &engine->encoder, err);
    if (st != LGM_OK) goto done;
    *out = w;
    w = NULL;
done:
    lgm_worker_free(w);
    return st;
}

void lgm_worker_cancel(lgm_worker *worker)
{
    atomic_store(&worker->cancelled, true);
}

void lgm_worker_free(lgm_worker *worker)
{
    if (!worker) return;
    lgm_nn_form_cache_free(worker->forms);
    lgm_arena_free(worker->scratch);
    lgm_free(worker);
}

void lgm_pipeline_lap(lgm_worker *w, int room)
{
    const uint64_t now = lgm_now_ns();
    w->times[room].ns += now - w->clock;
    w->clock = now;
}

size_t lgm_worker_times(const lgm_worker *worker, const lgm_room_time **out)
{
    *out = worker->times;
    return LGM_N_ROOMS;
}

static void end_scratch(lgm_worker *w)
{
    if (w->scratch && lgm_arena_peak(w->scratch) > KEEP_BYTES) {
        lgm_arena_free(w->scratch);
        w->scratch = NULL;
    } else if (w->scratch) {
        lgm_arena_reset(w->scratch);
    }
}

static lgm_status read_report(lgm_worker *worker, const lgm_input *in, lgm_record **out,
                              lgm_err *err)
{
    lgm_doc *doc = NULL;
    lgm_status st = worker->scratch ? LGM_OK : new_scratch(worker, err);
    if (st == LGM_OK) st = lgm_doc_new(&doc, DOC_BYTES(in->len), err);
    if (st == LGM_OK && worker->engine->why) st = lgm_doc_explain(doc, err);
    if (st == LGM_OK) st = lgm_read_report_fill(doc, in, err);
    lgm_pipeline_lap(worker, LGM_ROOM_read);
    if (st == LGM_OK) st = lgm_pipeline_run(worker, doc, err);
    if (st == LGM_OK) st = lgm_spill_status(doc->vec.spill, err);
    if (st == LGM_OK) st = lgm_doc_why_status(doc, err);
    if (st == LGM_OK && !worker->engine->map) doc->map.n = 0;
    end_scratch(worker); /* before the record takes its memory */
    if (st == LGM_OK) st = lgm_emit_record(doc, worker->engine->words, out, err);
    lgm_pipeline_lap(worker, LGM_ROOM_record);
    lgm_doc_free(doc);
    return st;
}

lgm_status lgm_read(lgm_worker *worker, const lgm_input *in, lgm_record **out, lgm_err *err)
{
    const uint64_t max = worker->engine->max_bytes;
    *out = NULL;
    if (in->len && !in->text) return lgm_fail(err, LGM_E_ARG, "a report without text");
    if (in->len > max)
        return lgm_fail(err, LGM_E_BUDGET,
                        "the report has %llu bytes, the limit is %llu; split it, or raise "
                        "--max-size",
                        (unsigned long long)in->len, (unsigned long long)max);

    fenv_t host;
    lgm_pipeline_floats_begin(&host);
    worker->clock = lgm_now_ns();
    const lgm_status st = read_report(worker, in, out, err);
    lgm_pipeline_floats_end(&host);
    return st;
}
