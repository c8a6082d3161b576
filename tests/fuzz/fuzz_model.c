/*
 * fuzz_model.c - a model file is refused or safe: what opens can be read to its last byte, and an
 * engine that binds to it reads a report.
 *
 * The checksums and the size in the header are made good first, else nothing would get past them.
 * Most bytes of a model are weights; the mutator (fuzz_model_mutate.h) turns to the directory, to
 * labels and numbers as often, and makes the sums of weights good again.
 */
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "fuzz_model_mutate.h"
#include "legomena/engine.h"

static volatile uint64_t sink;

static void touch(const void *p, size_t n)
{
    const uint8_t *const b = p;
    for (size_t i = 0; i < n; i++) sink += b[i];
}

static void use_tensor(const lgm_model *m, const lgm_tensor *t)
{
    CHECK(lgm_model_find(m, t->name) == t);
    touch(t->data, (size_t)t->size_bytes);

    lgm_linear lin;
    if (lgm_model_linear(m, t->name, 0, 0, &lin, NULL) == LGM_OK) {
        CHECK(lin.n_out > 0 && lin.n_out <= lin.n_pad && lin.n_in <= lin.k_pad);
        touch(lin.w, (size_t)lin.n_pad * lin.k_pad);
        touch(lin.scale, lin.n_pad * sizeof *lin.scale);
        touch(lin.bias, lin.n_pad * sizeof *lin.bias);
        touch(lin.sum, lin.n_pad * sizeof *lin.sum);
    }
    lgm_labels labels;
    if (strncmp(t->name, "labels.", 7) == 0) {
        CHECK(lgm_model_labels(m, t->name + 7, &labels, NULL) == LGM_OK && labels.n > 0);
        for (uint32_t j = 0; j < labels.n; j++) touch(labels.at[j], strlen(labels.at[j]));
    }
    float v;
    if (strncmp(t->name, "config.", 7) == 0 && lgm_model_number(m, t->name + 7, &v, NULL) == LGM_OK)
        CHECK(v <= LGM_MODEL_MAX_F32);
}

static void read_report(lgm_engine *e)
{
    static const char text[] = "OSTREL\n\nThe 3 élan boats left Merrow on Friday, “late,” said "
                               "Ada Lind. She told Tomas Keld so.";
    const lgm_input in = {.text = text, .len = sizeof text - 1, .date = "2024-03-14"};
    lgm_worker *w;
    lgm_record *r;
    char *json;
    size_t len;
    CHECK(lgm_worker_new(&w, e, NULL) == LGM_OK);
    CHECK(lgm_read(w, &in, &r, NULL) == LGM_OK);
    CHECK(lgm_record_write(r, LGM_FORMAT_JSON, &json, &len, NULL) == LGM_OK);
    lgm_record_free(r);
    CHECK(lgm_record_read(&r, json, len, NULL) == LGM_OK);
    lgm_record_free(r);
    lgm_string_free(json);
    lgm_worker_free(w);
}

/* An engine opens files: these bytes become one without a name. */
static void open_engine(const uint8_t *bytes, size_t size)
{
    static int fd = -1;
    char path[32];
    if (fd < 0) {
        fd = memfd_create("model", 0);
        unsetenv("LEGOMENA_MODELS"); /* no table of places: it would be checked every time */
    }
    CHECK(fd >= 0 && ftruncate(fd, (off_t)size) == 0);
    CHECK(pwrite(fd, bytes, size, 0) == (ssize_t)size);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    lgm_engine_options o = lgm_engine_default_options();
    o.model = path;
    lgm_engine *e;
    lgm_err err = {0};
    const lgm_status st = lgm_engine_open(&e, &o, &err);
    CHECK((st == LGM_OK) == (e != NULL) && (st == LGM_OK || err.message[0]));
    if (e) read_report(e);
    lgm_engine_close(e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *const copy = lgm_aligned_alloc(64, size ? size : 1);
    CHECK(copy);
    if (size) memcpy(copy, data, size);
    if (size >= MB_HEADER) mb_seal(copy, size);

    lgm_model *m;
    lgm_err err = {0};
    const lgm_status st = lgm_model_open_bytes(&m, copy, size, "fuzz", &err);
    CHECK((st == LGM_OK) == (m != NULL) && (st == LGM_OK || err.message[0]));
    if (m) {
        for (size_t i = 0; i < lgm_model_n_tensors(m); i++) use_tensor(m, lgm_model_tensor(m, i));
        touch(lgm_model_name(m), strlen(lgm_model_name(m)));
        touch(lgm_model_version(m), strlen(lgm_model_version(m)));
        open_engine(copy, size);
    }
    lgm_model_close(m);
    lgm_free(copy);
    return 0;
}
