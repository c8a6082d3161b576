/*
 * read.c - the smallest program that uses legomena: who said what in one file.
 *
 *     cc read.c $(pkg-config --cflags --libs legomena) -o read && ./read report.txt
 */
#include <legomena/engine.h>
#include <legomena/records.h>
#include <legomena/source.h>
#include <stdio.h>

static void print(const lgm_doc *doc)
{
    lgm_claim c;
    for (size_t i = 0; lgm_doc_claim(doc, i, &c) == LGM_OK; i++) {
        const lgm_str who = c.n_source ? lgm_doc_quote(doc, c.source[0]) : (lgm_str){"?", 1};
        const lgm_str what = lgm_doc_quote(doc, c.content[0]);
        printf("%.*s: %.*s\n", (int)who.len, who.ptr, (int)what.len, what.ptr);
    }
}

int main(int argc, char **argv)
{
    lgm_engine *engine = NULL;
    lgm_worker *worker = NULL;
    lgm_source *source = NULL;
    lgm_doc *doc = NULL;
    lgm_input in;
    lgm_err err = {LGM_OK, 0, 0, ""};
    const char *const path = argc > 1 ? argv[1] : "-";

    lgm_status st = lgm_engine_open(&engine, NULL, &err);
    if (st == LGM_OK) st = lgm_worker_new(&worker, engine, &err);
    if (st == LGM_OK) st = lgm_source_open(&source, &path, 1, NULL, &err);
    if (st == LGM_OK) st = lgm_source_next(source, &in, &err);
    if (st == LGM_OK) st = lgm_read(worker, &in, &doc, &err);
    if (st == LGM_OK)
        print(doc);
    else
        fprintf(stderr, "%s\n", err.message);

    lgm_doc_free(doc);
    lgm_source_close(source);
    lgm_worker_free(worker);
    lgm_engine_close(engine);
    return st == LGM_OK ? 0 : 1;
}
