/* export_sources.c - see export_sources.h. */
#include "export_sources.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "interrupt.h"
#include "legomena/custody.h"
#include "legomena/question.h"
#include "legomena/story.h"
#include "opening.h"
#include "record_ids.h"

/* ---- read now ---- */

static void cancel(void *source)
{
    lgm_source_cancel(source);
}

static bool read_one(export_output *to, lgm_worker *worker, const lgm_input *in)
{
    lgm_record *record;
    lgm_err err = {0};
    if (lgm_read(worker, in, &record, &err) == LGM_OK) return export_output_put(to, record, NULL);
    to->n_failed++;
    cli_error("%s%s%s", in->name ? in->name : "", in->name ? ": " : "", err.message);
    return true;
}

static int read_all(export_output *to, lgm_source *source, const lgm_engine *engine)
{
    lgm_worker *worker;
    lgm_input in;
    lgm_err err = {0};
    lgm_status st;
    bool on = true;
    if (lgm_worker_new(&worker, engine, &err) != LGM_OK) {
        cli_error("%s", err.message);
        return EXIT_SOME_FAILED;
    }
    interrupt_call(cancel, source);
    while (on && (st = lgm_source_next(source, &in, &err)) != LGM_E_EMPTY && !interrupt_signal()) {
        if (st == LGM_OK) {
            on = read_one(to, worker, &in);
        } else {
            to->n_failed++;
            cli_error("%s", err.message);
        }
        err = (lgm_err){0};
    }
    interrupt_call(NULL, NULL);
    lgm_worker_free(worker);
    return interrupt_signal() || to->n_failed ? EXIT_SOME_FAILED : EXIT_DONE;
}

int export_reports(export_output *to, const cli_command *self, const reading_options *reading,
                   bool words, const char *const *paths, size_t n_paths)
{
    lgm_source *source = NULL;
    lgm_engine *engine = NULL;
    lgm_engine_options more = lgm_engine_default_options();
    more.words = words;
    int code = opening_source(&source, self, reading, paths, n_paths);
    if (code == EXIT_DONE) code = opening_engine(&engine, reading, more);
    if (code == EXIT_DONE) code = read_all(to, source, engine);
    lgm_source_close(source);
    lgm_engine_close(engine);
    return code;
}

/* ---- records on standard input ---- */

int export_lines(export_output *to)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    uint64_t number = 0;
    bool on = true;
    while (on && (len = getline(&line, &room, stdin)) >= 0) {
        lgm_record *record;
        lgm_err err = {0};
        number++;
        while (len && strchr("\r\n", line[len - 1])) len--;
        if (!len) continue;
        if (lgm_record_read(&record, line, (size_t)len, &err) == LGM_OK) {
            on = export_output_put(to, record, NULL);
        } else {
            cli_error("standard input, line %llu: %s", (unsigned long long)number, err.message);
            to->n_failed++;
        }
    }
    if (ferror(stdin)) {
        cli_error("standard input could not be read to its end");
        to->n_failed++;
    }
    free(line);
    return to->n_failed ? EXIT_SOME_FAILED : EXIT_DONE;
}

/* ---- the ledger ---- */

typedef struct numbers {
    int64_t *at;
    size_t n, room;
} numbers;

static lgm_status add(numbers *all, int64_t report)
{
    if (all->n == all->room) {
        const size_t room = all->room ? all->room * 2 : 64;
        int64_t *const grown = realloc(all->at, room * sizeof *grown);
        if (!grown) return LGM_E_NOMEM;
        all->at = grown;
        all->room = room;
    }
    all->at[all->n++] = report;
    return LGM_OK;
}

static lgm_status list_all(numbers *all, lgm_ledger *ledger, lgm_err *err)
{
    lgm_question *q;
    lgm_question_row row;
    lgm_status st = lgm_question_new(&q, ledger, "reports", err);
    if (st != LGM_OK) return st;
    const lgm_question_kind *const kind = lgm_question_kind_of(q);
    size_t id = 0;
    while (id + 1 < kind->n_columns && kind->columns[id].type != LGM_COLUMN_ID) id++;
    lgm_question_reverse(q);
    while (st == LGM_OK && (st = lgm_question_next(q, &row, err)) == LGM_OK)
        st = add(all, strtoll(row.at[id].text.ptr, NULL, 10));
    lgm_question_free(q);
    return st == LGM_E_EMPTY ? LGM_OK : st;
}

static lgm_status list_story(numbers *all, lgm_ledger *ledger, int64_t number, lgm_err *err)
{
    lgm_story *story;
    lgm_status st = lgm_story_open(&story, ledger, number, err);
    if (st != LGM_OK) return st;
    for (size_t i = 0; i < story->n && st == LGM_OK; i++) st = add(all, story->reports[i].report);
    lgm_story_close(story);
    return st;
}

static int list_named(numbers *all, lgm_ledger *ledger, const export_choice *choice)
{
    for (size_t i = 0; i < choice->n_in; i++) {
        record_id id;
        char *const what = strdup(choice->in[i]);
        if (!what) return EXIT_SOME_FAILED;
        const int code = record_id_find(&id, ledger, what);
        free(what);
        if (code != EXIT_DONE) return code;
        if (add(all, id.report) != LGM_OK) return EXIT_SOME_FAILED;
    }
    return EXIT_DONE;
}

/* The last entry of the log that has a model. */
static lgm_status last_reading(void *ctx, const lgm_custody_entry *entry)
{
    struct tm at = {0};
    if (entry->model && strptime(entry->at, "%Y-%m-%dT%H:%M:%S", &at))
        *(int64_t *)ctx = timegm(&at);
    return LGM_OK;
}

static int put_all(export_output *to, lgm_ledger *ledger, const numbers *all)
{
    bool on = true;
    for (size_t i = 0; i < all->n && on && !interrupt_signal(); i++) {
        lgm_export_report report = {.number = all->at[i]};
        lgm_record *record;
        lgm_err err = {0};
        lgm_status st =
            lgm_custody_history(ledger, report.number, last_reading, &report.moment, &err);
        if (st == LGM_OK) st = lgm_ledger_get(ledger, report.number, &record, &err);
        if (st != LGM_OK) return opening_ledger_failed(st, &err);
        on = export_output_put(to, record, &report);
    }
    return to->n_failed || interrupt_signal() ? EXIT_SOME_FAILED : EXIT_DONE;
}

int export_ledger(export_output *to, const ledger_options *options, const export_choice *choice)
{
    lgm_ledger *ledger = NULL;
    numbers all = {0};
    lgm_err err = {0};
    lgm_status st = LGM_OK;
    int code = opening_ledger(&ledger, options, (lgm_ledger_options){.read_only = 1});
    if (code == EXIT_DONE) {
        if (choice->n_in)
            code = list_named(&all, ledger, choice);
        else if (choice->story)
            st = list_story(&all, ledger, (int64_t)choice->story, &err);
        else
            st = list_all(&all, ledger, &err);
    }
    if (st != LGM_OK) code = opening_ledger_failed(st, &err);
    if (code == EXIT_DONE) code = put_all(to, ledger, &all);
    free(all.at);
    lgm_ledger_close(ledger);
    return code;
}
