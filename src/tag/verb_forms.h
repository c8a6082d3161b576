/*
 * verb_forms.h - the lemma of a verb's form that was not seen in training. Internal to the room
 * tag.
 *
 *     stole     steal      data/tag/irregular.txt
 *     blamed    blame      data/tag/stems.txt: what is left without "-ed" has an "e"
 *     stopping  stop       the same: two consonants are one
 *     re-sold   re-sell    what stands behind the last hyphen decides
 *
 * The network cuts such forms as it cut the most frequent like them ("blam", "vot"). English
 * spelling tells nearly always: of 3,482 forms in the training and development parts of EWT and GUM
 * that end in "-ed" or "-ing", 3,423 get their lemma, and most others are misspelt there.
 *
 * Functions of verb_forms.c.
 */
#ifndef LGM_TAG_VERB_FORMS_H
#define LGM_TAG_VERB_FORMS_H

#include "base/base.h"

/* Bytes that a lemma may have more than its form. */
enum { LGM_TAG_VERB_MORE = 5 };

/* The lemma of a form in lower case, tagged VBD, VBN or VBG, in buf (form.len + LGM_TAG_VERB_MORE
 * bytes), and its length; false where neither list tells, as of any other tag. */
bool lgm_tag_verb_lemma(lgm_slice form, const char *xpos, char *buf, size_t *len);

#endif
