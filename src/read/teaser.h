/*
 * teaser.h - is the text of an item of a feed all of a report, or what leads to it?
 *
 * Method  it ends as teasers do ("...", "Read more"), or is one paragraph of fewer bytes than a
 *         report has. Sure enough for a warning, and no more.
 */
#ifndef LGM_TEASER_H
#define LGM_TEASER_H

#include "base/base.h"

bool lgm_read_is_teaser(lgm_slice text);

#endif
