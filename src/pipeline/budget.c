/* budget.c - words times bytes a word. */
#include "pipeline/budget.h"

/* A_WORD: what newswire takes, and half as much again. A_BYTE: a text at the limit may have a word
 * every 3.6 bytes; English prose has one every 5.4. */
enum { BASE = 32 << 20, A_WORD = 160, A_BYTE = 44 };

uint64_t lgm_pipeline_need(uint32_t n_tokens)
{
    return BASE + (uint64_t)n_tokens * A_WORD;
}

uint64_t lgm_pipeline_most(uint64_t max_bytes)
{
    return 2 * (uint64_t)BASE + max_bytes * A_BYTE;
}

static unsigned long long mib(uint64_t bytes)
{
    return (bytes + (1 << 20) - 1) >> 20;
}

lgm_status lgm_pipeline_check(uint64_t max_bytes, const lgm_doc *doc, lgm_err *err)
{
    const uint64_t need = lgm_pipeline_need(doc->n_tokens), most = lgm_pipeline_most(max_bytes);
    if (need <= most) return LGM_OK;
    return lgm_fail(err, LGM_E_BUDGET,
                    "%u words and marks would need %llu MiB of memory, the limit is %llu MiB; "
                    "split the text into %llu parts",
                    doc->n_tokens, mib(need), mib(most), (unsigned long long)(need / most + 1));
}
