/* leader.c - see leader.h. */
#include "actor/leader.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "actor/listed.h"

/* The year of the report; 0 where it has no date. */
static int year_of(const lgm_doc *doc)
{
    char year[5] = "";
    if (!doc->date.ptr || lgm_doc_day_of(doc->date) == LGM_NO_DAY) return 0;
    memcpy(year, doc->date.ptr, 4);
    return atoi(year);
}

/* The code of who leads, "USAGOV 1993-2001", in a year (0 = not known); of a state's former leader,
 * an elite's; "" for none. */
static void leader_then(const char *leads, int year, const lgm_phrase *roles,
                        char out[LGM_ACTOR_CODE])
{
    char code[LGM_ACTOR_CODE];
    int from = 0, to = INT_MAX;
    out[0] = 0;
    if (sscanf(leads, "%11[A-Z] %d-%d", code, &from, &to) < 2) return;
    const bool state = strncmp(code, "IGO", 3) != 0;
    if (state && roles->sector && strcmp(roles->sector, code + 3) != 0) return;
    if (!roles->former && (year ? year >= from && year <= to : roles->sector != NULL))
        snprintf(out, LGM_ACTOR_CODE, "%s", code);
    else if (state && (roles->former || year > to)) {
        memcpy(code + 3, "ELI", 4);
        snprintf(out, LGM_ACTOR_CODE, "%s", code);
    }
}

void lgm_actor_leader(const lgm_doc *doc, const lgm_doc_entity *e, const lgm_phrase *roles,
                      char out[LGM_ACTOR_CODE])
{
    const int year = year_of(doc);
    const char *leads = lgm_actor_listed(doc, e, LGM_WORLD_LEADER);
    if (leads) leader_then(leads, year, roles, out);
    if (leads || !roles->sector || roles->former) return;
    leads = lgm_actor_listed(doc, e, LGM_WORLD_LEADER_CALLED);
    for (; leads; leads = strchr(leads, ';')) {
        char code[LGM_ACTOR_CODE];
        leads += *leads == ';';
        leader_then(leads, year, roles, code);
        if (!code[0] || strcmp(code + 3, "ELI") == 0) continue;
        if (out[0] && strcmp(out, code) != 0) { /* two of that name led then */
            out[0] = 0;
            return;
        }
        snprintf(out, LGM_ACTOR_CODE, "%s", code);
    }
}
