/*
 * vectors.c - the token vectors that the heads read, for training a head on what the engine
 * computes.
 *
 *     legomena-vectors MODEL OUT < reports.jsonl
 *
 * Reads   JSON lines with "text". Writes three files that numpy opens as they are:
 *   OUT.vec.npy   u1 [tokens][dim]: value = (byte - 128) * scale, exactly what lgm_nn_head_linear
 *                 reads
 *   OUT.tok.npy   <u4 [tokens][4]: number of the report (its line, from 0), start and end in code
 *                 points, flags: LGM_TOK_* of src/doc/doc.h, and 128 at the first token of a
 *                 sentence, as the model cuts them
 *   OUT.json      {"model", "version", "dim", "scale", "reports", "tokens"}
 */
#include <inttypes.h>
#include <string.h>

#include "nn/head.h"
#include "reports.h"

enum { NPY_HEADER = 128, SENTENCE = 128 };

typedef struct npy {
    FILE *to;
    const char *type;
    uint32_t width;
} npy;

/* The header of a whole file, written twice: first to keep its room, then with the count. */
static bool head(const npy *f, uint64_t n)
{
    char h[NPY_HEADER + 1];
    memset(h, ' ', NPY_HEADER);
    memcpy(h, "\x93NUMPY\x01\x00", 8);
    h[8] = (char)(NPY_HEADER - 10);
    h[9] = 0;
    const int used = snprintf(h + 10, NPY_HEADER - 10, "{'descr': '%s', 'fortran_order': False, "
                              "'shape': (%" PRIu64 ", %" PRIu32 "), }", f->type, n, f->width);
    h[10 + used] = ' '; /* the NUL: 20 digits and 10 leave room */
    h[NPY_HEADER - 1] = '\n';
    rewind(f->to);
    return fwrite(h, NPY_HEADER, 1, f->to) == 1;
}

static FILE *open_out(const char *stem, const char *suffix)
{
    char path[4096];
    const int n = snprintf(path, sizeof path, "%s%s", stem, suffix);
    return n > 0 && (size_t)n < sizeof path ? fopen(path, "wb") : NULL;
}

static bool write_tokens(FILE *to, const lgm_doc *doc, uint32_t report)
{
    uint32_t sent = 0;
    for (uint32_t t = 0; t < doc->n_tokens; t++) {
        uint32_t flags = doc->tokens[t].flags;
        if (sent < doc->n_sents && doc->sents[sent].start == t) {
            flags |= SENTENCE;
            sent++;
        }
        const lgm_cpspan cp = lgm_doc_points(doc, (lgm_tokspan){t, t + 1});
        const uint32_t row[4] = {report, cp.start, cp.end, flags};
        if (fwrite(row, sizeof row, 1, to) != 1) return false;
    }
    return true;
}

static bool write_json(FILE *to, const reports *r, const lgm_vectors *v, uint64_t tokens)
{
    return fprintf(to, "{\"model\": \"%s\", \"version\": \"%s\", \"dim\": %" PRIu32
                   ", \"scale\": %.9g, \"reports\": %lu, \"tokens\": %" PRIu64 "}\n",
                   lgm_engine_model_name(r->engine), lgm_engine_model_version(r->engine), v->dim,
                   (double)v->scale, r->number, tokens) > 0;
}

static bool write_vectors(FILE *to, const lgm_doc *doc)
{
    bool ok = true;
    for (uint32_t t = 0; ok && t < doc->n_tokens; t++)
        ok = fwrite(lgm_nn_head_rows(doc, t, 1), doc->vec.dim, 1, to) == 1;
    return ok && lgm_spill_status(doc->vec.spill, NULL) == LGM_OK;
}

static int dump(reports *r, npy *vec, npy *tok, FILE *json)
{
    int code = 0;
    uint64_t tokens = 0;
    lgm_vectors v = {0};
    bool ok = head(vec, 0) && head(tok, 0);
    while (ok && code == 0 && reports_next(r, &code)) {
        if (r->doc->n_tokens == 0) continue;
        v = r->doc->vec;
        vec->width = v.dim;
        tokens += r->doc->n_tokens;
        ok = write_vectors(vec->to, r->doc) &&
             write_tokens(tok->to, r->doc, (uint32_t)r->number - 1);
    }
    ok = ok && head(vec, tokens) && head(tok, tokens) && write_json(json, r, &v, tokens);
    if (!ok) fprintf(stderr, "%s: cannot write\n", r->tool);
    return ok ? code : 1;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: legomena-vectors MODEL OUT < reports.jsonl\n");
        return 2;
    }
    npy vec = {open_out(argv[2], ".vec.npy"), "|u1", 0};
    npy tok = {open_out(argv[2], ".tok.npy"), "<u4", 4};
    FILE *const json = open_out(argv[2], ".json");
    reports r = {0};
    int code = 1;
    if (!vec.to || !tok.to || !json)
        fprintf(stderr, "legomena-vectors: cannot write %s.*\n", argv[2]);
    else if ((code = reports_open(&r, "legomena-vectors", argv[1], LGM_ONLY_TREES)) == 0)
        code = dump(&r, &vec, &tok, json);
    reports_close(&r);
    FILE *const all[] = {vec.to, tok.to, json};
    for (size_t i = 0; i < LGM_COUNT(all); i++)
        if (all[i] && fclose(all[i]) != 0) code = 1;
    return code;
}
