/*
 * status.h - how every call of legomena says what went wrong.
 *
 * A function that can fail returns lgm_status; its result comes through a pointer. Where the
 * caller passes an lgm_err (it may be NULL) the call fills it with a sentence that a person can
 * act on. Numbers are kept for ever: a code that falls out of use is not given to another meaning.
 */
#ifndef LEGOMENA_STATUS_H
#define LEGOMENA_STATUS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define LGM_NODISCARD __attribute__((warn_unused_result))
#define LGM_API __attribute__((visibility("default")))
#define LGM_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define LGM_NODISCARD
#define LGM_API
#define LGM_PRINTF(fmt, args)
#endif

/* name, number, what it means in words */
#define LGM_STATUS_MAP(X)                                                    \
    X(OK, 0, "no error")                                                     \
    X(E_NOMEM, 1, "out of memory")                                           \
    X(E_BUDGET, 2, "over a limit of size, depth or time")                    \
    X(E_IO, 3, "could not read or write")                                    \
    X(E_NOTFOUND, 4, "no such file, model or record")                        \
    X(E_FORMAT, 5, "input is not in the format expected")                    \
    X(E_VERSION, 6, "written by another version of the format")              \
    X(E_CORRUPT, 7, "damaged: a checksum or a range does not hold")          \
    X(E_EMPTY, 8, "nothing to read")                                         \
    X(E_ARG, 9, "an argument is out of range")                               \
    X(E_UNSUPPORTED, 10, "not supported by this build or machine")         \
    X(E_CANCELLED, 11, "stopped before its end")

typedef enum lgm_status {
#define LGM_STATUS_ENUM(name, number, text) LGM_##name = number,
    LGM_STATUS_MAP(LGM_STATUS_ENUM)
#undef LGM_STATUS_ENUM
} lgm_status;

/* What happened, where, and what to do about it. Plain value; nothing to free. */
typedef struct lgm_err {
    lgm_status code;
    uint64_t line;     /* 1-based line of the input, 0 where lines mean nothing */
    uint64_t byte;     /* 0-based byte of the input, meaningful with code != LGM_OK */
    char message[256]; /* one sentence, NUL-terminated, UTF-8 */
} lgm_err;

/* The words of LGM_STATUS_MAP; "unknown status" for a number that is not in it. Static storage. */
LGM_API const char *lgm_status_text(lgm_status status);

#ifdef __cplusplus
}
#endif
#endif
