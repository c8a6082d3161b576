/* name_index.c - the words of hidden names, sorted. */
#include <stdlib.h>
#include <string.h>

#include "redact/hiding.h"

enum { MOST_ALIKE = 64 }; /* persons of one word of a name that are looked at */

static int compare(lgm_str a, lgm_str b)
{
    const size_t len = a.len < b.len ? a.len : b.len;
    const int c = len ? memcmp(a.ptr, b.ptr, len) : 0;
    return c ? c : a.len < b.len ? -1 : a.len > b.len;
}

static int by_key(const void *x, const void *y)
{
    const lgm_redact_entry *const a = x, *const b = y;
    const int c = compare(a->part.key, b->part.key);
    return c ? c : a->person < b->person ? -1 : a->person > b->person;
}

/* Of one word only so many persons: the rest has the placeholder of one of these. */
static void thin_out(lgm_redact_people *p)
{
    size_t kept = 0, same = 0;
    for (size_t i = 0; i < p->names.n; i++) {
        const lgm_redact_entry e = p->names.at[i];
        same = kept && compare(p->names.at[kept - 1].part.key, e.part.key) == 0 ? same + 1 : 0;
        if (same < MOST_ALIKE) p->names.at[kept++] = e;
    }
    p->names.n = kept;
}

bool lgm_redact_index_names(lgm_redact_people *p)
{
    p->names.n = 0;
    for (uint32_t i = 0; i < p->list.n; i++) {
        const lgm_redact_person *const person = &p->list.at[i];
        for (size_t k = 0; person->hidden && k < person->parts.n; k++)
            if (!lgm_vec_push(p->arena, &p->names, (lgm_redact_entry){person->parts.at[k], i}))
                return false;
    }
    if (p->names.n) qsort(p->names.at, p->names.n, sizeof *p->names.at, by_key);
    thin_out(p);
    return true;
}

const lgm_redact_entry *lgm_redact_find(const lgm_redact_people *p, lgm_str key)
{
    size_t low = 0, high = p->names.n;
    while (low < high) {
        const size_t mid = low + (high - low) / 2;
        if (compare(p->names.at[mid].part.key, key) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    const bool found = low < p->names.n && compare(p->names.at[low].part.key, key) == 0;
    return found ? &p->names.at[low] : NULL;
}

const lgm_redact_entry *lgm_redact_next(const lgm_redact_people *p, const lgm_redact_entry *e)
{
    const lgm_redact_entry *const next = e + 1;
    const bool same = next < p->names.at + p->names.n && compare(next->part.key, e->part.key) == 0;
    return same ? next : NULL;
}
