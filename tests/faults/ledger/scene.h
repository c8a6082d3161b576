/*
 * scene.h - a small ledger, what is done to it, and what it then holds, in one line of text.
 */
#ifndef FAULTS_SCENE_H
#define FAULTS_SCENE_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>

#include <cmocka.h>

#include "../../unit/sample_ledger.h"
#include "ledger/ledger_file.h"
#include "ledger/schema.h"
#include "legomena/custody.h"

enum { SCENE_LINE = 4096 };

typedef struct scene_step {
    const char *name;
    lgm_status (*take)(lgm_ledger *l, lgm_err *err);
} scene_step;

extern const scene_step scene_steps[];
extern const size_t scene_n_steps;

/* Makes the folder of the ledger, and the entries that steps put: a step is about the ledger
 * alone. */
void scene_start(void);
void scene_end(void);
extern char scene_path[64];

bool scene_all(void); /* FAULTS=all: is everything to be tried? */

typedef struct scene_copy { /* of the ledger's file, in memory */
    char *bytes;            /* to be freed */
    size_t n;
} scene_copy;

scene_copy scene_copy_of(void);
void scene_put_copy(scene_copy c); /* n 0: there is no file */
void scene_tidy(void);             /* no ledger, and no file beside it */
lgm_ledger *scene_opened(void);

/* What the ledger holds, its reports, readings, entries of the log and problems; times are left
 * out. It is verified, and read through. */
void scene_holds(lgm_ledger *l, char line[SCENE_LINE]);

#endif
