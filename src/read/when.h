/*
 * when.h - when a report was published and changed: days, and moments with a time and its zone.
 *
 * A day is YYYY-MM-DD. A moment is a day, "T" (or a blank), hours and minutes, perhaps seconds and
 * parts of one, and perhaps a zone: "2024-05-24T09:30:00+02:00" (ISO 8601 in the form of RFC 3339;
 * a moment without a zone is in the place's own time). The day of a moment is the one written
 * there.
 *
 * Reads   doc->date, date_source, published, modified as they were given.   Writes  the same.
 * Errors  LGM_E_NOMEM. What is no day and no moment is left out, with a warning of the document.
 */
#ifndef LGM_WHEN_H
#define LGM_WHEN_H

#include "doc/doc.h"
#include "about/about.h"

bool lgm_read_is_day(const char *s, size_t len); /* of the Gregorian calendar */
bool lgm_read_is_moment(const char *s, size_t len);

/* Checks what was given; the day and the moment of publication are taken from each other. */
LGM_NODISCARD lgm_status lgm_read_when_given(lgm_doc *doc, lgm_err *err);
/* What was not given, from the text, its dateline, or the name of the file, where it is sure. */
LGM_NODISCARD lgm_status lgm_read_when_from_text(lgm_doc *doc, const lgm_about *about,
                                                 lgm_err *err);

#endif
