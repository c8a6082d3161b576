/*
 * page_part.h - the parts of a page, of which one may be shown alone.
 */
#ifndef PAGES_PAGE_PART_H
#define PAGES_PAGE_PART_H

typedef enum page_part {
    PART_ALL,  /* all but the next */
    PART_TEXT, /* the text of the report in place of what was found in it */
    PART_CLAIMS,
    PART_DISPUTES,
    PART_INCIDENTS,
    PART_FIGURES,
    PART_EVENTS,
    PART_NAMES,
    PART_TIMELINE
} page_part;

/* Does a page that was asked for `only` have this part? */
static inline int part_is_shown(page_part only, page_part which)
{
    return only == which || (only == PART_ALL && which != PART_TEXT);
}

#endif
