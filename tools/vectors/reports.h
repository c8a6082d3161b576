/*
 * reports.h - for the tools of this folder: reports from standard input, one after another, read as
 * far as the pipeline goes, with the token vectors still there.
 *
 *     reports r;
 *     int code = reports_open(&r, "legomena-vectors", model, only);
 *     while (code == 0 && reports_next(&r, &code)) { ... r.doc, r.doc->vec, r.id ... }
 *     reports_close(&r);
 *
 * Reads   JSON lines {"text": ..., "id": ...}; "id" may be missing.
 * Owns    r.doc and r.id live until the next call.
 * Errors  a sentence on standard error, with the number of the line; code is 1 then.
 */
#ifndef REPORTS_H
#define REPORTS_H

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>

#include "pipeline/pipeline.h"
#include "read/report.h"

typedef struct reports {
    const char *tool;
    lgm_engine *engine;
    lgm_worker *worker;
    lgm_doc *doc;
    const char *id; /* NULL: none given */
    struct json_object *row;
    char *line;
    size_t room;
    unsigned long number;
} reports;

static inline int reports_open(reports *r, const char *tool, const char *model, lgm_only only)
{
    *r = (reports){.tool = tool};
    lgm_err err = {0};
    lgm_engine_options o = lgm_engine_default_options();
    o.model = model;
    o.only = only;
    lgm_status st = lgm_engine_open(&r->engine, &o, &err);
    if (st == LGM_OK) st = lgm_worker_new(&r->worker, r->engine, &err);
    if (st != LGM_OK) fprintf(stderr, "%s: %s\n", tool, err.message);
    return st == LGM_OK ? 0 : 1;
}

static inline void reports_drop(reports *r)
{
    lgm_doc_free(r->doc);
    r->doc = NULL;
    if (r->worker) lgm_arena_reset(r->worker->scratch);
    json_object_put(r->row);
    r->row = NULL;
}

static inline lgm_status reports_read(reports *r, struct json_object *text, lgm_err *err)
{
    const lgm_input in = {.text = json_object_get_string(text),
                          .len = (size_t)json_object_get_string_len(text),
                          .id = r->id};
    lgm_status st = lgm_doc_new(&r->doc, 0, err);
    if (st == LGM_OK) st = lgm_read_report_fill(r->doc, &in, err);
    if (st == LGM_OK) st = lgm_pipeline_run(r->worker, r->doc, err);
    return st;
}

static inline bool reports_next(reports *r, int *code)
{
    struct json_object *text, *id;
    lgm_err err = {0};
    reports_drop(r);
    if (getline(&r->line, &r->room, stdin) < 0) return false;
    r->number++;
    r->row = json_tokener_parse(r->line);
    lgm_status st = LGM_E_FORMAT;
    snprintf(err.message, sizeof err.message, "not an object with a \"text\"");
    if (r->row && json_object_object_get_ex(r->row, "text", &text) &&
        json_object_is_type(text, json_type_string)) {
        r->id = json_object_object_get_ex(r->row, "id", &id) ? json_object_get_string(id) : NULL;
        st = reports_read(r, text, &err);
    }
    if (st != LGM_OK) {
        fprintf(stderr, "%s: line %lu: %s\n", r->tool, r->number, err.message);
        *code = 1;
    }
    return st == LGM_OK;
}

static inline void reports_close(reports *r)
{
    reports_drop(r);
    lgm_worker_free(r->worker);
    lgm_engine_close(r->engine);
    free(r->line);
}

#endif
