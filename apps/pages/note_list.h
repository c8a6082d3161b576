/* note_list.h - what a report says of its own having been changed: corrections, editors' notes. */
#ifndef PAGES_NOTE_LIST_H
#define PAGES_NOTE_LIST_H

#include "legomena/record.h"
#include "wrap.h"

/* "correction: An earlier version of ..."; below it what was said and what is right. Nothing where
 * there is no note. */
void note_list_write(wrapper *w, const lgm_record *r);

#endif
