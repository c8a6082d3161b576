/* dispatch.c - which kernels run on this machine. */
#include <string.h>

#include "nn/kernels.h"

#if defined(__aarch64__) && defined(LGM_HAVE_NEON)
#include <sys/auxv.h>
#define HWCAP_DOT_PRODUCT (1ul << 20) /* HWCAP_ASIMDDP of <asm/hwcap.h> */
#endif
#ifdef LGM_HAVE_AVXVNNI
#include <cpuid.h>

/* Not every compiler's __builtin_cpu_supports knows it: leaf 7, subleaf 1, EAX bit 4. */
static bool has_avxvnni(void)
{
    unsigned a, b, c, d;
    return __builtin_cpu_supports("avx2") && __get_cpuid_count(7, 1, &a, &b, &c, &d) &&
           (a >> 4 & 1);
}
#endif

/* From the slowest to the fastest. */
size_t lgm_nn_kernels_all(const lgm_kernels **out, size_t room)
{
    const lgm_kernels *all[8];
    size_t n = 0;
    all[n++] = &lgm_nn_ref;
#ifdef LGM_HAVE_AVX2
    if (__builtin_cpu_supports("avx2")) all[n++] = &lgm_nn_avx2;
#endif
#ifdef LGM_HAVE_AVXVNNI
    if (has_avxvnni()) all[n++] = &lgm_nn_avxvnni;
#endif
#ifdef LGM_HAVE_AVX512VNNI
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512f") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
        all[n++] = &lgm_nn_avx512vnni;
#endif
#if defined(__aarch64__) && defined(LGM_HAVE_NEON)
    if (getauxval(AT_HWCAP) & HWCAP_DOT_PRODUCT) all[n++] = &lgm_nn_neon;
#endif
    for (size_t i = 0; i < n && i < room; i++) out[i] = all[i];
    return n < room ? n : room;
}

const lgm_kernels *lgm_nn_kernels_get(const char *name)
{
    const lgm_kernels *all[8];
    const size_t n = lgm_nn_kernels_all(all, LGM_COUNT(all));
    if (!name) return all[n - 1];
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i]->name, name) == 0) return all[i];
    return NULL;
}
