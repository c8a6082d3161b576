/*
 * c2pa.h - C2PA manifests that stand in a plain text as invisible characters.
 *
 * Reads   valid UTF-8.     Writes  the bytes of each manifest, with the mark before it.
 * Method  a zero-width no-break space (U+FEFF) and variation selectors, one a byte: U+FE00 to FE0F
 *         are 0 to 15, U+E0100 to E01EF are 16 to 255. The first bytes are "C2PATXT" and a NUL.
 *         What the manifest says is not read, and whether it is true of the text is not checked.
 * Owns    `to` grows in the arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 * Source  C2PA Technical Specification, "Embedding manifests into unstructured text".
 */
#ifndef LGM_C2PA_H
#define LGM_C2PA_H

#include "doc/doc.h"

LGM_NODISCARD lgm_status lgm_read_manifests(lgm_arena *arena, lgm_slice text, lgm_manifest_list *to,
                                            lgm_err *err);

#endif
