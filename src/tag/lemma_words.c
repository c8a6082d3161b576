/* lemma_words.c - words by a binary search among their hashes. */
#include "tag/lemma_words.h"

lgm_status lgm_tag_lemma_words_bind(lgm_lemma_words *out, const lgm_model *model,
                                    uint32_t n_scripts, lgm_err *err)
{
    const lgm_tensor *key, *script;
    *out = (lgm_lemma_words){0};
    if (!lgm_model_find(model, "lemma.key")) return LGM_OK;
    lgm_status st = lgm_model_need(model, "lemma.key", LGM_DTYPE_U32, 0, 1, 1, &key, err);
    if (st == LGM_OK)
        st = lgm_model_need(model, "lemma.script", LGM_DTYPE_U16, key->dims[0], 1, 1, &script, err);
    if (st != LGM_OK) return st;
    const lgm_lemma_words lex = {key->data, script->data, key->dims[0]};
    for (uint32_t i = 0; i < lex.n; i++)
        if (lex.script[i] > n_scripts || (i > 0 && lex.key[i - 1] >= lex.key[i]))
            return lgm_fail(err, LGM_E_CORRUPT,
                            "lemma.key is not in order, or lemma.script not in labels.lemma, at %u",
                            i);
    *out = lex;
    return LGM_OK;
}

bool lgm_tag_lemma_words_find(const lgm_lemma_words *lex, lgm_slice lower, uint32_t upos,
                              uint32_t *script)
{
    const uint32_t key = (uint32_t)lgm_hash64(LGM_LEMMA_WORDS_SEED + upos, lower.ptr, lower.len);
    uint32_t at = 0; /* the last key that is not above, if there is one */
    for (uint32_t left = lex->n; left > 1;) {
        const uint32_t half = left / 2;
        at += lex->key[at + half] <= key ? half : 0;
        left -= half;
    }
    if (lex->n == 0 || lex->key[at] != key) return false;
    *script = lex->script[at];
    return true;
}
