/*
 * steps.c MODEL FILE... - reads each file, makes all that the command makes of it, compares it
 * with a half of it, and prints the number of steps: basic blocks of our own code that were run.
 * The same on every machine.
 *
 * What is linked here is compiled with -fsanitize-coverage=trace-pc, which calls the counter in
 * each basic block. The kernels are not: they do the same for every token.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "csv.h"
#include "html.h"
#include "legomena/copy.h"
#include "legomena/engine.h"
#include "legomena/source.h"
#include "page.h"

void __sanitizer_cov_trace_pc(void);

static uint64_t n_steps;

void __sanitizer_cov_trace_pc(void)
{
    n_steps++;
}

static lgm_status write_all_forms(const lgm_record *r, lgm_err *err)
{
    strbuf out = {0};
    page_write(&out, r, "report", &(page_options){.width = 80});
    html_entry(&out, r, 1, false);
    html_report(&out, r, "report", 1, (html_options){0});
    csv_report(&out, r, PART_ALL);
    strbuf_done(&out);
    lgm_status st = LGM_OK;
    for (int format = LGM_FORMAT_JSON; st == LGM_OK && format <= LGM_FORMAT_CONLLU; format++) {
        char *text;
        size_t len;
        st = lgm_record_write(r, (lgm_format)format, &text, &len, err);
        lgm_string_free(text);
    }
    return st;
}

/* Where a text has half of its own words. */
static lgm_status share_half(const lgm_record *r, lgm_err *err)
{
    lgm_record half = *r;
    lgm_copy_passage *passages;
    size_t n;
    half.text.len /= 2;
    while (half.text.len && (half.text.ptr[half.text.len] & 0xc0) == 0x80) half.text.len--;
    const lgm_status st = lgm_copy_passages(r, &half, &passages, &n, err);
    lgm_string_free((char *)passages);
    return st;
}

static lgm_status read_file(lgm_worker *worker, const char *path, lgm_err *err)
{
    lgm_source *source = NULL;
    lgm_record *record = NULL;
    lgm_input in;
    n_steps = 0;
    lgm_status st = lgm_source_open(&source, &path, 1, NULL, err);
    if (st == LGM_OK) st = lgm_source_next(source, &in, err);
    if (st == LGM_OK) st = lgm_read(worker, &in, &record, err);
    if (st == LGM_OK) st = write_all_forms(record, err);
    if (st == LGM_OK) st = share_half(record, err);
    lgm_record_free(record);
    lgm_source_close(source);
    return st;
}

int main(int argc, char **argv)
{
    lgm_engine_options o = lgm_engine_default_options();
    lgm_engine *engine = NULL;
    lgm_worker *worker = NULL;
    lgm_err err = {0};
    if (argc < 2) return 2;
    o.model = argv[1];
    o.any_language = 1;
    o.words = 1;
    lgm_status st = lgm_engine_open(&engine, &o, &err);
    for (int i = 2; i < argc && st == LGM_OK; i++) {
        st = lgm_worker_new(&worker, engine, &err); /* a fresh one: its caches are no help */
        if (st == LGM_OK) st = read_file(worker, argv[i], &err);
        lgm_worker_free(worker);
        if (st == LGM_OK) printf("%s %llu\n", argv[i], (unsigned long long)n_steps);
    }
    if (st != LGM_OK) fprintf(stderr, "%s\n", err.message);
    lgm_engine_close(engine);
    return st != LGM_OK;
}
