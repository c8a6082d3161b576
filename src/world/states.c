/* states.c - looks phrases up. */
#include "world/states.h"

#include <string.h>

#include "world/names.h"

/* The first entry whose phrase is not before this one. */
static uint32_t first_at(const char *phrase)
{
    uint32_t lo = 0, hi = lgm_world_table_size;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        if (strcmp(lgm_world_table[mid].phrase, phrase) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static bool is_at(uint32_t i, const char *phrase)
{
    return i < lgm_world_table_size && strcmp(lgm_world_table[i].phrase, phrase) == 0;
}

static const lgm_world_entry *find(lgm_world_kind kind, const char *phrase)
{
    for (uint32_t i = first_at(phrase); is_at(i, phrase); i++)
        if (lgm_world_table[i].kind == kind) return &lgm_world_table[i];
    return NULL;
}

uint32_t lgm_world_kinds(const char *phrase)
{
    uint32_t kinds = 0;
    for (uint32_t i = first_at(phrase); is_at(i, phrase); i++)
        kinds |= 1u << lgm_world_table[i].kind;
    return kinds;
}

uint32_t lgm_world_begins(const char *folded)
{
    const size_t len = strcspn(folded, " ");
    uint32_t lo = 0, hi = lgm_world_begins_size;
    while (lo < hi) {
        const uint32_t mid = lo + (hi - lo) / 2;
        const lgm_world_begin *const at = &lgm_world_begins_table[mid];
        const int order = strncmp(at->word, folded, len);
        if (order == 0 && at->word[len] == 0) return at->kinds;
        if (order < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return 0;
}

const char *lgm_world_find(lgm_world_kind kind, const char *phrase)
{
    const lgm_world_entry *const e = find(kind, phrase);
    return e ? e->value : NULL;
}

const char *lgm_world_body(const char *phrase)
{
    const lgm_world_entry *const e = find(LGM_WORLD_BODY, phrase);
    return e ? e->first : NULL;
}

/* Is the folded phrase the name of a division of this value, and no short form? */
static bool is_in_full(const char *value, const char *folded)
{
    const size_t len = strlen(folded);
    for (const char *p = value; p; p = strchr(p, ';')) {
        p += *p == ';';
        const char *const name = p + 3; /* behind "US " */
        if (strncmp(name, folded, len) == 0 && (name[len] == 0 || name[len] == ';')) return true;
    }
    return false;
}

const char *lgm_world_division(lgm_slice written, bool period_behind)
{
    char folded[LGM_WORLD_FOLDED];
    uint32_t upper = 0, lower = 0, periods = period_behind;
    const size_t len = lgm_world_fold(written, folded);
    const char *const value = len > 1 ? lgm_world_find(LGM_WORLD_DIVISION, folded) : NULL;
    if (!value || written.ptr[0] < 'A' || written.ptr[0] > 'Z') return NULL;
    for (size_t i = 0; i < written.len; i++) {
        upper += written.ptr[i] >= 'A' && written.ptr[i] <= 'Z';
        lower += written.ptr[i] >= 'a' && written.ptr[i] <= 'z';
        periods += written.ptr[i] == '.';
    }
    /* Initials stand for several words: "N.H.", but "O.K." is not Oklahoma. */
    if (lower == 0 && periods > period_behind && !strchr(value + 3, ' ')) return NULL;
    const bool australian = strncmp(value, "AU", 2) == 0 && !strchr(value, ';');
    return lower == 0 || periods > 0 || australian || is_in_full(value, folded) ? value : NULL;
}

const char *lgm_world_alpha3(const char *alpha2)
{
    for (uint32_t i = 0; i < lgm_world_states_size; i++)
        if (strcmp(lgm_world_states[i].alpha2, alpha2) == 0) return lgm_world_states[i].alpha3;
    return NULL;
}

const char *lgm_world_alpha2(const char *alpha3)
{
    for (uint32_t i = 0; i < lgm_world_states_size; i++)
        if (strcmp(lgm_world_states[i].alpha3, alpha3) == 0) return lgm_world_states[i].alpha2;
    return NULL;
}
