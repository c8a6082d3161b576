/* test_host_floats.c - a host that rounds another way, or has small numbers be zero, gets the same
 * records, and is left as it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <fenv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "legomena/engine.h"
#include "pipeline/pipeline.h"

static const char text[] =
    "Fire at the quay\n\n“We are closed until Monday,” harbour master Ada Lind said, “and the "
    "pumps "
    "stay on.”\n\nThe firm Norvik denied any part in it. It didn't say more.\n";

/* ---- the word in which a processor keeps it -------------------------------------------------- */

#if defined(__x86_64__)
enum { TO_ZERO = 1 << 15 | 1 << 6 }; /* results that are denormal, and operands */

static unsigned control(void)
{
    return __builtin_ia32_stmxcsr();
}

static void set_control(unsigned word)
{
    __builtin_ia32_ldmxcsr(word);
}
#elif defined(__aarch64__)
enum { TO_ZERO = 1 << 24 };

static unsigned control(void)
{
    unsigned long word;
    __asm__ volatile("mrs %0, fpcr" : "=r"(word));
    return (unsigned)word;
}

static void set_control(unsigned word)
{
    __asm__ volatile("msr fpcr, %0" : : "r"((unsigned long)word));
}
#else
enum { TO_ZERO = 0 };

static unsigned control(void)
{
    return 0;
}

static void set_control(unsigned word)
{
    (void)word;
}
#endif

/* ---- what holds within (the linker sends the calls here) ------------------------------------- */

static unsigned n_looks;

static void look(void)
{
    n_looks++;
    assert_int_equal(fegetround(), FE_TONEAREST);
    assert_int_equal(control() & TO_ZERO, 0);
}

lgm_status __real_lgm_pipeline_run(lgm_worker *w, lgm_doc *doc, lgm_err *err);
lgm_status __wrap_lgm_pipeline_run(lgm_worker *w, lgm_doc *doc, lgm_err *err);
lgm_status __real_lgm_tag_bind(lgm_tag_head *head, const lgm_model *m, lgm_err *err);
lgm_status __wrap_lgm_tag_bind(lgm_tag_head *head, const lgm_model *m, lgm_err *err);

lgm_status __wrap_lgm_pipeline_run(lgm_worker *w, lgm_doc *doc, lgm_err *err)
{
    look();
    return __real_lgm_pipeline_run(w, doc, err);
}

lgm_status __wrap_lgm_tag_bind(lgm_tag_head *head, const lgm_model *m, lgm_err *err)
{
    look();
    return __real_lgm_tag_bind(head, m, err);
}

/* ---- the record ------------------------------------------------------------------------------ */

/* From an engine that is opened, used and closed under the host's setting, which stays. */
static char *record(const char *model, int rounding, unsigned to_zero)
{
    const char *const root = getenv("LEGOMENA_TESTS");
    char path[4096], *out = NULL;
    lgm_engine *e = NULL;
    lgm_worker *w = NULL;
    lgm_record *r = NULL;
    lgm_err err = {0};
    const lgm_input in = {.text = text, .len = sizeof text - 1};
    snprintf(path, sizeof path, "%s/golden/nn/%s.lgm", root ? root : "tests", model);
    const lgm_engine_options o = {.model = path};

    fesetround(rounding);
    set_control(control() | to_zero);
    lgm_status st = lgm_engine_open(&e, &o, &err);
    if (st == LGM_OK) st = lgm_worker_new(&w, e, &err);
    if (st == LGM_OK) st = lgm_read(w, &in, &r, &err);
    const int rounding_after = fegetround();
    const unsigned to_zero_after = control() & TO_ZERO;
    set_control(control() & ~(unsigned)TO_ZERO);
    fesetround(FE_TONEAREST);

    if (st != LGM_OK) fail_msg("%s", err.message);
    assert_int_equal(rounding_after, rounding);
    assert_int_equal(to_zero_after, to_zero);
    assert_int_equal(lgm_record_write(r, LGM_FORMAT_JSONL, &out, NULL, NULL), LGM_OK);
    lgm_record_free(r);
    lgm_worker_free(w);
    lgm_engine_close(e);
    return out;
}

static void the_records_are_the_same(void **state)
{
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    const char *const model = *state;
    char *const plain = record(model, FE_TONEAREST, 0);
    n_looks = 0;
    for (size_t i = 0; i < 2 * LGM_COUNT(modes); i++) {
        char *const other = record(model, modes[i / 2], i % 2 ? TO_ZERO : 0);
        assert_string_equal(plain, other);
        lgm_string_free(other);
    }
    assert_int_equal(n_looks, 2 * 2 * LGM_COUNT(modes));
    lgm_string_free(plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        {"hashed features", the_records_are_the_same, NULL, NULL, "tiny"},
        {"word pieces", the_records_are_the_same, NULL, NULL, "tiny-pieces"},
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
