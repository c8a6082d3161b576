/* fuzz_text.c - tokens and gaps rebuild any text; quotes nest and agree with the flags. */
#include "../unit/text_properties.h"
#include "fuzz_utf8.h"
#include "text/text.h"

static lgm_doc *cut(lgm_slice text)
{
    lgm_doc *doc;
    CHECK(lgm_doc_new(&doc, 0, NULL) == LGM_OK);
    doc->text = text;
    CHECK(lgm_text_run(doc, NULL) == LGM_OK);
    return doc;
}

static void same(const lgm_doc *a, const lgm_doc *b)
{
    CHECK(a->n_tokens == b->n_tokens && a->n_quotes == b->n_quotes);
    for (uint32_t i = 0; i < a->n_tokens; i++)
        CHECK(a->tokens[i].end == b->tokens[i].end && a->tokens[i].flags == b->tokens[i].flags);
    for (uint32_t i = 0; i < a->n_quotes; i++) CHECK(a->quotes[i].next == b->quotes[i].next);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t n;
    char *const exact = fuzz_utf8(data, size, &n);
    lgm_doc *const a = cut((lgm_slice){exact, n}), *const b = cut((lgm_slice){exact, n});
    const char *const wrong = text_wrong(a);
    if (wrong) fprintf(stderr, "%s\n", wrong);
    CHECK(!wrong);
    same(a, b);
    lgm_doc_free(a);
    lgm_doc_free(b);
    free(exact);
    return 0;
}
