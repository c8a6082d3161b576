/*
 * noun_forms.h - the lemma of a plural that was not seen in training. Internal to the room tag.
 *
 *     supplies  supply      movies  movie
 *
 * The network may cut "supplies" as it cut "movies". Of English plurals in "-ies" only those of
 * words in "-ie" keep it; there are few, and they are listed.
 *
 * Functions of noun_forms.c.
 */
#ifndef LGM_TAG_NOUN_FORMS_H
#define LGM_TAG_NOUN_FORMS_H

#include "base/base.h"

/* The lemma of a form in lower case, tagged NNS, in buf (form.len bytes), and its length; false
 * where its ending tells none, as of any other tag. */
bool lgm_tag_noun_lemma(lgm_slice form, const char *xpos, char *buf, size_t *len);

#endif
