/*
 * codes.h - what the codes of a record mean, in English words. Functions of codes.c.
 */
#ifndef LEGOMENA_CODES_H
#define LEGOMENA_CODES_H

#include <stddef.h>

#include "legomena/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A country in two or three letters ("UA", "UKR": "Ukraine"), or one part of an actor code, which
 * is made of parts of three letters each: "RUSGOV" is "RUS", "Russia", and "GOV", "government".
 * NULL where the code is not known. Static storage.
 */
LGM_API const char *lgm_code_words(const char *code, size_t len);

#ifdef __cplusplus
}
#endif
#endif
