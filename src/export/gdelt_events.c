/*
 * gdelt_events.c - the table of events of GDELT 2.0 (Event Database Codebook 2.0, 19 February
 * 2015): 61 columns divided by tabs, no header. Codes of FIPS 10-4 and of GNS are not known here:
 * their columns are empty, as the codebook has it for what is unknown.
 */
#include "export/cameo.h"
#include "export/gdelt.h"

static void tab(lgm_export *x, lgm_slice s)
{
    lgm_export_tab(&x->out, false, s);
}

static void tab_uint(lgm_export *x, uint64_t value)
{
    lgm_buf_putc(&x->out, '\t');
    lgm_buf_uint(&x->out, value);
}

static void tab_text(lgm_export *x, const char *s)
{
    lgm_buf_putc(&x->out, '\t');
    lgm_buf_puts(&x->out, s);
}

/* Ten columns. */
static void put_actor(lgm_export *x, const lgm_record *r, lgm_indices who)
{
    const lgm_entity *const e = who.n ? &r->entities.at[who.at[0]] : NULL;
    const lgm_slice code = e ? lgm_export_slice(e->actor) : (lgm_slice){0};
    const lgm_export_actor a = lgm_export_actor_of(code);
    tab(x, code);
    tab(x, e ? lgm_export_slice(e->name) : (lgm_slice){0});
    tab(x, a.country);
    tab(x, a.group);
    tab_text(x, "\t\t"); /* ethnic group, two religions */
    for (size_t i = 0; i < LGM_COUNT(a.type); i++) tab(x, a.type[i]);
}

/* Eight columns: of a country 1, of a city 4. */
static void put_place(lgm_export *x, const lgm_record *r, uint32_t entity)
{
    const lgm_entity_place *const p = entity == LGM_NONE ? NULL : r->entities.at[entity].place;
    if (!p) {
        tab_text(x, "0\t\t\t\t\t\t\t");
        return;
    }
    tab_uint(x, p->is_country ? 1 : 4);
    tab(x, lgm_export_slice(p->name));
    tab_text(x, "\t\t\t"); /* country, first and second division */
    lgm_export_put_degrees(&x->out, p->lat);
    lgm_buf_putc(&x->out, '\t');
    lgm_export_put_degrees(&x->out, p->lon);
    lgm_buf_putc(&x->out, '\t');
}

static uint32_t first_of(lgm_indices who)
{
    return who.n ? who.at[0] : LGM_NONE;
}

/* As the codebook has it: month and day over a year of 365 days. */
static void put_dates(lgm_export *x, int32_t day)
{
    const lgm_ymd d = lgm_calendar_date(day);
    const uint32_t part = (uint32_t)((d.month * 30 + d.day) * 10000 / 365);
    lgm_buf_putc(&x->out, '\t');
    lgm_export_put_day(&x->out, day, "");
    tab_uint(x, (uint64_t)d.year * 100 + (uint64_t)d.month);
    tab_uint(x, (uint64_t)d.year);
    tab_uint(x, (uint64_t)d.year);
    lgm_buf_putc(&x->out, '.');
    for (uint32_t unit = 1000; unit; unit /= 10)
        lgm_buf_putc(&x->out, (char)('0' + part / unit % 10));
}

/* Three codes, class and scale. */
static void put_codes(lgm_export *x, lgm_slice code)
{
    const int root = lgm_export_cameo_root(code);
    tab(x, code);
    tab(x, (lgm_slice){code.ptr, code.len < 3 ? code.len : 3});
    tab(x, (lgm_slice){code.ptr, 2});
    tab_uint(x, (uint64_t)lgm_export_cameo_quad(root));
    tab_text(x, lgm_export_cameo_scale(root));
}

static void put_event(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_event *const v = &r->events.at[i];
    int32_t day;
    if (!lgm_export_gdelt_holds(x, r, v, &day)) return;
    lgm_buf_uint(&x->out, x->ids[i]);
    put_dates(x, day);
    put_actor(x, r, v->agents);
    put_actor(x, r, v->patients);
    tab_uint(x, lgm_export_gdelt_sentence(r, v->trigger.start) <= 2);
    put_codes(x, lgm_export_slice(v->cameo));
    tab_uint(x, v->mentions.n ? v->mentions.n : 1);
    tab_text(x, "1\t1\t0"); /* sources, articles; the tone is not measured */
    put_place(x, r, first_of(v->agents));
    put_place(x, r, first_of(v->patients));
    put_place(x, r, v->place);
    lgm_buf_putc(&x->out, '\t');
    lgm_export_gdelt_moment(x, r, day);
    lgm_buf_putc(&x->out, '\t');
    lgm_export_gdelt_address(x, r);
    lgm_buf_putc(&x->out, '\n');
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->events.n; i++) put_event(x, r, i);
}

const lgm_export_writer lgm_export_gdelt_events = {NULL, record, NULL};
