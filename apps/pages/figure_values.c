/* figure_values.c - the fields of a figure. */
#include "value_pieces.h"

/* 140, 6.4: a whole number, or three decimals without the zeros at their end. */
static void put_number(strbuf *to, double value)
{
    const uint64_t whole = (uint64_t)value;
    unsigned rest = (unsigned)((value - (double)whole) * 1000 + 0.5);
    strbuf_printf(to, "%llu", (unsigned long long)whole + rest / 1000);
    rest %= 1000;
    if (rest > 0) strbuf_puts(to, ".");
    for (unsigned unit = 100; rest > 0; rest %= unit, unit /= 10)
        strbuf_printf(to, "%u", rest / unit);
}

#define FIGURE(name)                                                                               \
    static bool figure_##name(strbuf *to, const lgm_record *r, const lgm_figure *f);               \
    static bool put_figure_##name(strbuf *to, const lgm_record *r, uint32_t i)                     \
    {                                                                                              \
        return figure_##name(to, r, &r->figures.at[i]);                                            \
    }                                                                                              \
    static bool figure_##name(strbuf *to, const lgm_record *r, const lgm_figure *f)

FIGURE(of)
{
    (void)r;
    return value_str(to, f->of);
}
FIGURE(what)
{
    (void)r;
    return value_str(to, f->what);
}
FIGURE(value)
{
    put_number(to, f->value);
    strbuf_puts(to, ", ");
    return value_quoted(to, r, (lgm_cpspan){f->start, f->end});
}
FIGURE(relation)
{
    (void)r;
    return value_word(to, lgm_relation_name(f->relation));
}
FIGURE(upper)
{
    (void)r;
    if (f->upper > 0) put_number(to, f->upper);
    return f->upper > 0;
}
FIGURE(unit)
{
    (void)r;
    return value_str(to, f->unit);
}
FIGURE(vague)
{
    (void)r;
    return value_word(to, f->vague ? "yes" : NULL);
}
FIGURE(implied)
{
    (void)r;
    return value_word(to, f->implied ? "yes" : NULL);
}
FIGURE(event)
{
    if (f->event == LGM_NONE) return false;
    strbuf_printf(to, "v%u: ", f->event + 1);
    return value_quoted(to, r, r->events.at[f->event].trigger);
}
FIGURE(asserted_by)
{
    (void)r;
    return value_ids(to, 'c', f->asserted_by);
}
FIGURE(scope)
{
    const lgm_scope *const s = f->scope;
    if (!s) return false;
    value_word(to, lgm_extent_name(s->extent));
    if (s->time != LGM_NONE) {
        const lgm_time *const t = &r->times.at[s->time];
        strbuf_printf(to, "%st%u: ", s->extent ? ", " : "", s->time + 1);
        value_quoted(to, r, (lgm_cpspan){t->start, t->end});
    }
    if (s->place != LGM_NONE) {
        strbuf_puts(to, s->extent || s->time != LGM_NONE ? ", " : "");
        value_entity(to, r, s->place);
    }
    return s->extent || s->time != LGM_NONE || s->place != LGM_NONE;
}
FIGURE(part_of)
{
    (void)r;
    return value_ids(to, 'f', f->part_of);
}
FIGURE(revised_from)
{
    (void)r;
    return f->revised_from != LGM_NONE && value_ids(to, 'f', (lgm_indices){&f->revised_from, 1});
}

#define OF_FIGURE(key, label)                                                                      \
    {                                                                                              \
#key, label, put_figure_##key                                                              \
    }
const field_value figure_values[] = {OF_FIGURE(of, "of"),
                                     OF_FIGURE(what, "what"),
                                     OF_FIGURE(value, "value"),
                                     OF_FIGURE(upper, "upper"),
                                     OF_FIGURE(relation, "relation"),
                                     OF_FIGURE(unit, "unit"),
                                     OF_FIGURE(vague, "vague"),
                                     OF_FIGURE(implied, "implied"),
                                     OF_FIGURE(event, "event"),
                                     OF_FIGURE(asserted_by, "asserted by"),
                                     OF_FIGURE(scope, "scope"),
                                     OF_FIGURE(part_of, "part of"),
                                     OF_FIGURE(revised_from, "revised from"),
                                     {NULL, NULL, NULL}};
