/*
 * left_out.h - what was passed over, in a sentence: "left out 12 files: 7 PDF, 3 images".
 */
#ifndef LGM_LEFT_OUT_H
#define LGM_LEFT_OUT_H

#include "read/format.h"

/* left: how many of each, by format and what stands behind the formats; it is used up. The sentence
 * is cut to fit, the most frequent first, and empty where there are none. Returns how many in
 * all. */
size_t lgm_read_left_out_say(size_t left[LGM_READ_N_LEFT_OUT], char *sentence, size_t room);

#endif
