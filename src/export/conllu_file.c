/* conllu_file.c - sentences, words and trees, as the record writes them. */
#include "export/exporting.h"
#include "record/json.h"

static void record(lgm_export *x, const lgm_record *r)
{
    lgm_record_write_conllu(r, &x->out);
}

const lgm_export_writer lgm_export_conllu = {NULL, record, NULL};
