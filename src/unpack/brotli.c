/* brotli.c - a brotli stream by libbrotlidec. */
#include <brotli/decode.h>

#include "unpack/codec.h"

typedef struct decoding {
    BrotliDecoderState *d;
} decoding;

static void *take(void *unused, size_t n)
{
    (void)unused;
    return lgm_malloc(n);
}

static void give(void *unused, void *p)
{
    (void)unused;
    lgm_free(p);
}

static void close_it(void *self)
{
    decoding *const s = self;
    if (s->d) BrotliDecoderDestroyInstance(s->d);
    s->d = NULL;
}

static bool again(void *self)
{
    close_it(self);
    return (((decoding *)self)->d = BrotliDecoderCreateInstance(take, give, NULL)) != NULL;
}

static bool is_memory(BrotliDecoderErrorCode code)
{
    return code <= BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES &&
           code >= BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES;
}

static lgm_unpack_state run(void *self, lgm_unpack_io *io)
{
    BrotliDecoderState *const d = ((decoding *)self)->d;
    const BrotliDecoderResult r =
        BrotliDecoderDecompressStream(d, &io->n_in, &io->in, &io->n_out, &io->out, NULL);
    if (r == BROTLI_DECODER_RESULT_SUCCESS) return LGM_UNPACK_END;
    if (r != BROTLI_DECODER_RESULT_ERROR) return LGM_UNPACK_ON;
    return is_memory(BrotliDecoderGetErrorCode(d)) ? LGM_UNPACK_NOMEM : LGM_UNPACK_DAMAGED;
}

const lgm_unpack_codec lgm_unpack_brotli = {"brotli", NULL, NULL,  0,        sizeof(decoding),
                                            again,    run,  again, close_it, NULL};
