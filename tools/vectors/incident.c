/*
 * incident.c - what the head of the room incident reads beside the vectors, for training it.
 *
 *     legomena-incident MODEL OUT < reports.jsonl
 *         by the functions that the room uses itself, as rows of u4 without a header:
 *   OUT.clue      the word above in the tree, counted within the report (the root is above
 *                 itself), flags LGM_CLUE_* of src/incident/clues.h, relation: a row for a token
 *   OUT.clue.json {"width": 3, "relation": first row of the relations in the table of clues,
 *                 "rows": rows of that table}
 * A row belongs to the row of legomena-vectors with the same number.
 */
#include "incident/clues.h"
#include "reports.h"

static FILE *open_out(const char *stem, const char *suffix)
{
    char path[4096];
    const int n = snprintf(path, sizeof path, "%s%s", stem, suffix);
    return n > 0 && (size_t)n < sizeof path ? fopen(path, "wb") : NULL;
}

static bool write_report(FILE *to, reports *r)
{
    const lgm_doc *const doc = r->doc;
    lgm_trees t;
    if (doc->n_tokens == 0) return true;
    if (!lgm_tree_make(&t, r->worker->scratch, doc)) return false;
    lgm_incident_room room = {.trees = &t, .doc = doc, .scratch = r->worker->scratch};
    const uint32_t *const clues =
        lgm_incident_find_by_rules(&room) ? lgm_incident_clues(&room) : NULL;
    if (!clues) return false;
    for (uint32_t i = 0; i < doc->n_tokens; i++) {
        const uint32_t above = doc->head[i] == LGM_NONE ? i : doc->head[i];
        const uint32_t row[3] = {above, clues[i], t.rel[i]};
        if (fwrite(row, sizeof row, 1, to) != 1) return false;
    }
    return true;
}

static int dump(reports *r, FILE *to, FILE *json)
{
    int code = 0;
    bool ok = fprintf(json, "{\"width\": 3, \"relation\": %d, \"rows\": %d}\n", LGM_CLUE_REL,
                      LGM_N_CLUES) > 0;
    while (ok && reports_next(r, &code)) ok = write_report(to, r);
    if (!ok) fprintf(stderr, "%s: cannot write\n", r->tool);
    return ok ? code : 1;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: legomena-incident MODEL OUT < reports.jsonl\n");
        return 2;
    }
    FILE *const to = open_out(argv[2], ".clue"), *const json = open_out(argv[2], ".clue.json");
    reports r = {0};
    int code = 1;
    if (!to || !json)
        fprintf(stderr, "legomena-incident: cannot write %s.*\n", argv[2]);
    else if ((code = reports_open(&r, "legomena-incident", argv[1], LGM_ONLY_ALL)) == 0)
        code = dump(&r, to, json);
    reports_close(&r);
    if (to && fclose(to) != 0) code = 1;
    if (json && fclose(json) != 0) code = 1;
    return code;
}
