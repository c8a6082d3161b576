/* event_values.c - the fields of an event. */
#include "value_pieces.h"

#define EVENT(name)                                                                                \
    static bool event_##name(strbuf *to, const lgm_record *r, const lgm_event *v);                 \
    static bool put_event_##name(strbuf *to, const lgm_record *r, uint32_t i)                      \
    {                                                                                              \
        return event_##name(to, r, &r->events.at[i]);                                              \
    }                                                                                              \
    static bool event_##name(strbuf *to, const lgm_record *r, const lgm_event *v)

EVENT(trigger)
{
    return value_quoted(to, r, v->trigger);
}
EVENT(mentions)
{
    return value_spans(to, r, v->mentions);
}
EVENT(plover)
{
    (void)r;
    return value_str(to, v->plover);
}
EVENT(mode)
{
    (void)r;
    return value_str(to, v->mode);
}
EVENT(cameo)
{
    (void)r;
    return value_str(to, v->cameo);
}
EVENT(agents)
{
    return value_entities(to, r, v->agents);
}
EVENT(patients)
{
    return value_entities(to, r, v->patients);
}
EVENT(instruments)
{
    (void)r;
    return value_strs(to, v->instruments);
}
EVENT(place)
{
    return value_entity(to, r, v->place);
}
EVENT(time)
{
    return value_when(to, r, v->time);
}
EVENT(polarity)
{
    (void)r;
    return value_word(to, lgm_polarity_name(v->polarity));
}
EVENT(modality)
{
    (void)r;
    return value_word(to, lgm_modality_name(v->modality));
}
EVENT(confidence)
{
    (void)r;
    return value_share(to, v->confidence);
}
EVENT(counts)
{
    (void)r;
    for (size_t i = 0; i < v->counts.n; i++)
        strbuf_printf(to, "%s%s %s %lld", i ? "; " : "", v->counts.at[i].of.ptr,
                      lgm_relation_name(v->counts.at[i].relation),
                      (long long)v->counts.at[i].value);
    return v->counts.n > 0;
}
EVENT(asserted_by)
{
    (void)r;
    return value_ids(to, 'c', v->asserted_by);
}

#define OF_EVENT(key, label)                                                                       \
    {                                                                                              \
#key, label, put_event_##key                                                               \
    }
const field_value event_values[] = {
    OF_EVENT(trigger, "trigger"),       OF_EVENT(mentions, "mentions"),
    OF_EVENT(plover, "plover"),         OF_EVENT(mode, "mode"),
    OF_EVENT(cameo, "cameo"),           OF_EVENT(agents, "agents"),
    OF_EVENT(patients, "patients"),     OF_EVENT(instruments, "instruments"),
    OF_EVENT(place, "place"),           OF_EVENT(time, "time"),
    OF_EVENT(counts, "counts"),         OF_EVENT(polarity, "polarity"),
    OF_EVENT(modality, "modality"),     OF_EVENT(asserted_by, "asserted by"),
    OF_EVENT(confidence, "confidence"), {NULL, NULL, NULL}};
