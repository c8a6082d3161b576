/* told_event.c - see told_event.h. */
#include "base/sorted.h"
#include "same/told_event.h"

#include <string.h>

/* "shot down", "broke out": the word before says it. */
static bool is_particle(const lgm_profile_word *w)
{
    static const char *const all[] = {"up",   "down", "out", "off", "in",   "on",   "over",
                                      "away", "back", "to",  "for", "into", "from", "with"};
    return lgm_slice_in((lgm_slice){w->at, w->len}, all, LGM_COUNT(all));
}

static bool head_of(lgm_profile_word *head, lgm_str words)
{
    lgm_slice rest = {words.ptr, words.len};
    lgm_profile_word w;
    bool any = false;
    while (lgm_profile_next_word(&rest, &w)) {
        if (!any || !is_particle(&w)) *head = w;
        any = true;
    }
    return any;
}

static uint32_t sentence_of(const lgm_record *r, uint32_t at)
{
    const size_t behind =
        LGM_SORTED_FIRST(lgm_cpspan, r->sentences.at, r->sentences.n, start, at + 1);
    return behind ? (uint32_t)behind - 1 : 0;
}

static bool add(lgm_same_event_list *out, lgm_arena *arena, const lgm_record *r, lgm_same_one of,
                lgm_cpspan span)
{
    const lgm_event *const e = &r->events.at[of.index];
    lgm_same_event m = {.of = of,
                        .span = span,
                        .words = lgm_record_quote(r, span),
                        .sentence = sentence_of(r, span.start)};
    if (!head_of(&m.head, m.words)) return true;
    const lgm_cpspan sentence = r->sentences.n ? r->sentences.at[m.sentence] : span;
    m.dated = e->time && e->time->value.len &&
              lgm_day_range_of(&m.days, (lgm_slice){e->time->value.ptr, e->time->value.len});
    return lgm_same_terms_of(&m.around, arena, r, &sentence, 1, span) &&
           lgm_same_names_of(&m.names, arena, r, sentence) &&
           lgm_same_entities_of(&m.patients, arena, r, e->patients) && lgm_vec_push(arena, out, m);
}

bool lgm_same_events_of(lgm_same_event_list *out, lgm_arena *arena, const lgm_record *r,
                        uint32_t report)
{
    for (uint32_t i = 0; i < r->events.n; i++) {
        const lgm_event *const e = &r->events.at[i];
        const lgm_same_one of = {report, i};
        if (!add(out, arena, r, of, e->trigger)) return false;
        for (size_t k = 0; k < e->mentions.n; k++)
            if (e->mentions.at[k].start != e->trigger.start &&
                !add(out, arena, r, of, e->mentions.at[k]))
                return false;
    }
    return true;
}
