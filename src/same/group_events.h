/* group_events.h - mentions of events in groups; of them lgm_same_events is made. Internal to the
 * room same.
 *
 * Files   same_events.c. */
#ifndef LGM_SAME_GROUP_EVENTS_H
#define LGM_SAME_GROUP_EVENTS_H

#include "same/same_group.h"
#include "same/told_event.h"

/* All in the arena. */
LGM_NODISCARD lgm_status lgm_same_group_events(lgm_same_grouping *g,
                                               const lgm_same_event_list *events, lgm_arena *arena,
                                               lgm_err *err);

#endif
