/*
 * cameo.h - what formats of event data make of CAMEO codes. Internal.
 *
 * Files   cameo.c. Classes and scale of a root code: Schrodt, CAMEO Conflict and Mediation Event
 *         Observations Codebook 1.1b3 (2012), with Goldstein's scale (Journal of Conflict
 *         Resolution 36, 1992) as its authors gave it for CAMEO.
 */
#ifndef LGM_EXPORT_CAMEO_H
#define LGM_EXPORT_CAMEO_H

#include "base/base.h"

int lgm_export_cameo_root(lgm_slice code);    /* 1 to 20; 0 = no code */
int lgm_export_cameo_quad(int root);          /* 1 to 4 */
const char *lgm_export_cameo_scale(int root); /* "-10.0" */

/* Parts of an actor code, three letters each: "RUSMIL" is RUS, a country, and MIL, a type. */
typedef struct lgm_export_actor {
    lgm_slice country, group, type[3];
} lgm_export_actor;
lgm_export_actor lgm_export_actor_of(lgm_slice code);

#endif
