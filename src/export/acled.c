/*
 * acled.c - events in the columns of ACLED (codebook 2023, as its API gives them).
 *
 * It holds violence, protest and what armies do, on a day and a place of the map, told of as having
 * happened. Whose notes they are is in `notes`: ACLED's own researchers judge, and this is what one
 * report says.
 */
#include "base/calendar.h"
#include "export/cameo.h"
#include "export/exporting.h"
#include "legomena/codes.h"

static const char header[] =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp\n";

typedef struct kind {
    const char *disorder, *type, *sub;
} kind;

/* ---- what kind of event ---- */

static lgm_slice actor_code(const lgm_record *r, lgm_indices who)
{
    return who.n ? lgm_export_slice(r->entities.at[who.at[0]].actor) : (lgm_slice){0};
}

/* "State forces" and the like; "" = not known. */
static const char *side_of(lgm_slice code)
{
    const lgm_export_actor a = lgm_export_actor_of(code);
    for (size_t i = 0; i < LGM_COUNT(a.type) && a.type[i].ptr; i++) {
        if (LGM_SLICE_IN(a.type[i], "MIL", "COP", "GOV", "SPY", "JUD")) return "State forces";
        if (LGM_SLICE_IN(a.type[i], "REB", "SEP", "INS", "RAD")) return "Rebel group";
        if (LGM_SLICE_IN(a.type[i], "CVL", "REF", "EDU", "LAB", "MED", "HLH", "AGR"))
            return "Civilians";
    }
    return "";
}

static bool is_armed(const char *side)
{
    return side[0] == 'S' || side[0] == 'R';
}

static kind assault(const lgm_record *r, const lgm_event *v)
{
    static const char violence[] = "Political violence", civilians[] = "Violence against civilians";
    const lgm_slice mode = lgm_export_slice(v->mode);
    if (LGM_SLICE_IN(mode, "explosives"))
        return (kind){violence, "Explosions/Remote violence", "Remote explosive/landmine/IED"};
    if (LGM_SLICE_IN(mode, "heavy-weapons"))
        return (kind){violence, "Explosions/Remote violence", "Shelling/artillery/missile attack"};
    if (LGM_SLICE_IN(mode, "sexual")) return (kind){violence, civilians, "Sexual violence"};
    if (LGM_SLICE_IN(mode, "abduct"))
        return (kind){violence, civilians, "Abduction/forced disappearance"};
    if (is_armed(side_of(actor_code(r, v->agents))) &&
        is_armed(side_of(actor_code(r, v->patients))))
        return (kind){violence, "Battles", "Armed clash"};
    return (kind){violence, civilians, "Attack"};
}

/* type NULL: none of ACLED's. */
static kind kind_of(const lgm_record *r, const lgm_event *v)
{
    static const char developments[] = "Strategic developments";
    const lgm_slice plover = lgm_export_slice(v->plover), mode = lgm_export_slice(v->mode);
    if (LGM_SLICE_IN(plover, "ASSAULT")) return assault(r, v);
    if (LGM_SLICE_IN(plover, "PROTEST"))
        return LGM_SLICE_IN(mode, "riot")
                   ? (kind){"Demonstrations", "Riots", "Violent demonstration"}
                   : (kind){"Demonstrations", "Protests", "Peaceful protest"};
    if (LGM_SLICE_IN(plover, "MOBILIZE"))
        return (kind){developments, developments, "Change to group/activity"};
    if (LGM_SLICE_IN(plover, "RETREAT")) return (kind){developments, developments, "Other"};
    if (LGM_SLICE_IN(plover, "COERCE") && LGM_SLICE_IN(mode, "arrest"))
        return (kind){developments, developments, "Arrests"};
    return (kind){0};
}

/* ---- cells ---- */

static void cell(lgm_export *x, lgm_slice s)
{
    lgm_export_cell(&x->out, false, s);
}

static void cell_text(lgm_export *x, const char *s)
{
    lgm_export_cell(&x->out, false, (lgm_slice){s, __builtin_strlen(s)});
}

/* The first; the others stand beside it. */
static void put_actor(lgm_export *x, const lgm_record *r, lgm_indices who)
{
    lgm_buf others = {0};
    for (size_t i = 1; i < who.n; i++) {
        if (others.len) lgm_buf_puts(&others, "; ");
        lgm_buf_words(&others, lgm_export_slice(r->entities.at[who.at[i]].name));
    }
    cell(x, who.n ? lgm_export_slice(r->entities.at[who.at[0]].name) : (lgm_slice){0});
    cell(x, (lgm_slice){others.at, others.len});
    cell_text(x, side_of(actor_code(r, who)));
    if (others.failed) x->out.failed = true;
    lgm_buf_done(&others);
}

static const lgm_count *killed(const lgm_event *v)
{
    for (size_t i = 0; i < v->counts.n; i++)
        if (LGM_SLICE_IN(lgm_export_slice(v->counts.at[i].of), "killed", "dead", "deaths"))
            return &v->counts.at[i];
    return NULL;
}

/* The sentence, who says so, and a bound that a plain number cannot have. */
static void put_notes(lgm_export *x, const lgm_record *r, const lgm_event *v)
{
    lgm_buf b = {0};
    const lgm_count *const dead = killed(v);
    lgm_buf_words(&b, lgm_export_quote(r, lgm_export_sentence(r, v->trigger.start)));
    for (size_t i = 0; i < v->asserted_by.n; i++) {
        const lgm_str who = lgm_export_speaker(r, &r->claims.at[v->asserted_by.at[i]]);
        if (!who.ptr) continue;
        lgm_buf_puts(&b, " [said by: ");
        lgm_buf_words(&b, lgm_export_slice(who));
        lgm_buf_putc(&b, ']');
    }
    if (dead && dead->relation != LGM_RELATION_EXACT) {
        lgm_buf_puts(&b, " [fatalities ");
        lgm_buf_puts(&b, lgm_relation_name(dead->relation));
        lgm_buf_putc(&b, ' ');
        lgm_buf_uint(&b, dead->value > 0 ? (uint64_t)dead->value : 0);
        lgm_buf_putc(&b, ']');
    }
    cell(x, (lgm_slice){b.at, b.len});
    if (b.failed) x->out.failed = true;
    lgm_buf_done(&b);
}

/* 1 a day, 2 a week, 3 a month. */
static int time_precision(lgm_export_day_kind known, int32_t days)
{
    if (known == LGM_EXPORT_PUBLISHED) return 2;
    return days <= 1 ? 1 : days <= 7 ? 2 : 3;
}

static void put_days(lgm_export *x, int32_t from, int precision)
{
    lgm_buf_putc(&x->out, ',');
    lgm_export_put_day(&x->out, from, "-");
    lgm_export_cell_uint(&x->out, false, (uint64_t)lgm_calendar_date(from).year);
    lgm_export_cell_uint(&x->out, false, (uint64_t)precision);
}

static void put_place(lgm_export *x, const lgm_entity_place *p)
{
    const char *const country = lgm_code_words(p->country.ptr, p->country.len);
    cell_text(x, ""); /* ISO 3166-1 numeric: the record has letters */
    cell_text(x, "");
    cell_text(x, country ? country : "");
    cell_text(x, ""), cell_text(x, ""), cell_text(x, "");
    cell(x, lgm_export_slice(p->name));
    lgm_buf_putc(&x->out, ',');
    lgm_export_put_degrees(&x->out, p->lat);
    lgm_buf_putc(&x->out, ',');
    lgm_export_put_degrees(&x->out, p->lon);
    lgm_export_cell_uint(&x->out, false, p->is_country ? 3 : 1);
}

static void put_event(lgm_export *x, const lgm_record *r, size_t i)
{
    const lgm_event *const v = &r->events.at[i];
    const lgm_entity_place *const p = lgm_export_place_of(r, v);
    const kind k = kind_of(r, v);
    const lgm_count *const dead = killed(v);
    int32_t from, to;
    const lgm_export_day_kind day = lgm_export_days(r, v, &from, &to);
    if (!k.type || !p || day == LGM_EXPORT_NO_DAY || v->modality != LGM_MODALITY_ACTUAL ||
        v->polarity != LGM_POLARITY_POSITIVE) {
        x->left_out++;
        return;
    }
    lgm_export_put_hex(&x->out, x->ids[i]);
    put_days(x, from, time_precision(day, to - from + 1));
    cell_text(x, k.disorder), cell_text(x, k.type), cell_text(x, k.sub);
    put_actor(x, r, v->agents);
    put_actor(x, r, v->patients);
    cell_text(x, "");
    cell_text(x, k.sub[0] == 'A' && k.type[0] == 'V' ? "Civilian targeting" : "");
    put_place(x, p);
    cell(x, lgm_export_slice(r->publisher));
    cell_text(x, "");
    put_notes(x, r, v);
    lgm_export_cell_uint(&x->out, false, dead && dead->value > 0 ? (uint64_t)dead->value : 0);
    cell_text(x, "");
    lgm_export_cell_uint(&x->out, false, (uint64_t)lgm_export_moment(x, r));
    lgm_buf_putc(&x->out, '\n');
}

static void begin(lgm_export *x)
{
    lgm_buf_puts(&x->out, header);
}

static void record(lgm_export *x, const lgm_record *r)
{
    for (size_t i = 0; i < r->events.n; i++) put_event(x, r, i);
}

const lgm_export_writer lgm_export_acled = {begin, record, NULL};
