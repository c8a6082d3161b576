/*
 * code_table.h - what codes mean, as tools/places/codes.py writes it at build time from
 * data/states.
 */
#ifndef LGM_ACTOR_CODE_TABLE_H
#define LGM_ACTOR_CODE_TABLE_H

#include <stdint.h>

typedef struct lgm_actor_code {
    const char *code, *words;
} lgm_actor_code;

extern const lgm_actor_code lgm_actor_codes[]; /* ascending by code */
extern const uint32_t lgm_actor_n_codes;

#endif
