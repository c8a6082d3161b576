/*
 * read.c - the smallest program that uses legomena: who said what in one file.
 *
 *     cc read.c $(pkg-config --cflags --libs legomena) -o read && ./read report.txt
 */
#include <legomena/engine.h>
#include <legomena/source.h>
#include <stdio.h>

static void print(const lgm_record *r)
{
    for (size_t i = 0; i < r->claims.n; i++) {
        const lgm_claim *const c = &r->claims.at[i];
        const lgm_str who = c->source.n ? lgm_record_quote(r, c->source.at[0]) : (lgm_str){"?", 1};
        const lgm_str what = lgm_record_quote(r, c->content.at[0]);
        printf("%.*s: %.*s\n", (int)who.len, who.ptr, (int)what.len, what.ptr);
    }
}

int main(int argc, char **argv)
{
    lgm_engine *engine = NULL;
    lgm_worker *worker = NULL;
    lgm_source *source = NULL;
    lgm_record *record = NULL;
    lgm_input in;
    lgm_err err = {LGM_OK, 0, 0, ""};
    const char *const path = argc > 1 ? argv[1] : "-";

    lgm_status st = lgm_engine_open(&engine, NULL, &err);
    if (st == LGM_OK) st = lgm_worker_new(&worker, engine, &err);
    if (st == LGM_OK) st = lgm_source_open(&source, &path, 1, NULL, &err);
    if (st == LGM_OK) st = lgm_source_next(source, &in, &err);
    if (st == LGM_OK) st = lgm_read(worker, &in, &record, &err);
    if (st == LGM_OK)
        print(record);
    else
        fprintf(stderr, "%s\n", err.message);

    lgm_record_free(record);
    lgm_source_close(source);
    lgm_worker_free(worker);
    lgm_engine_close(engine);
    return st == LGM_OK ? 0 : 1;
}
