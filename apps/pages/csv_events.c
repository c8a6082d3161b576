/* csv_events.c - see csv_events.h. */
#include "csv_events.h"

#include <stdio.h>
#include <stdlib.h>

#include "figure_box.h"
#include "shown.h"

static void put_names(csv_table *t, const lgm_record *r, lgm_indices entities)
{
    strbuf b = {0};
    for (size_t i = 0; i < entities.n; i++)
        csv_add(&b, i == 0, r->entities.at[entities.at[i]].name);
    csv_items(t, &b);
}

static void put_one(csv_table *t, const lgm_record *r, uint32_t entity)
{
    put_names(t, r, (lgm_indices){&entity, entity != LGM_NONE});
}

static void put_ids(csv_table *t, char kind, lgm_indices all)
{
    strbuf b = {0};
    for (size_t i = 0; i < all.n; i++)
        strbuf_printf(&b, "%s%c%u", i ? "; " : "", kind, all.at[i] + 1);
    csv_items(t, &b);
}

static void put_id(csv_table *t, char kind, uint32_t index)
{
    put_ids(t, kind, (lgm_indices){&index, index != LGM_NONE});
}

/* The claims, and who makes them, each once; none where the report itself says it. */
static void put_asserted_by(csv_table *t, const lgm_record *r, lgm_indices claims)
{
    strbuf b = {0};
    bool any = false;
    put_ids(t, 'c', claims);
    for (size_t i = 0; i < claims.n; i++) {
        const uint32_t speaker = r->claims.at[claims.at[i]].speaker;
        bool seen = speaker == LGM_NONE;
        for (size_t k = 0; k < i && !seen; k++)
            seen = r->claims.at[claims.at[k]].speaker == speaker;
        if (seen) continue;
        csv_add(&b, !any, r->entities.at[speaker].name);
        any = true;
    }
    csv_items(t, &b);
}

/* ---- events ---- */

const char csv_event_header[] =
    "file,line,report_id,date,event,trigger,agents,patients,instruments,place,time,polarity,"
    "modality,plover,mode,cameo,asserted_by,speakers,confidence\r\n";

static void put_event(csv_table *t, const lgm_record *r, uint32_t i)
{
    const lgm_event *const v = &r->events.at[i];
    strbuf instruments = {0};
    csv_id(t, 'v', i);
    csv_str(t, lgm_record_quote(r, v->trigger));
    put_names(t, r, v->agents);
    put_names(t, r, v->patients);
    for (size_t k = 0; k < v->instruments.n; k++)
        csv_add(&instruments, k == 0, v->instruments.at[k]);
    csv_items(t, &instruments);
    put_one(t, r, v->place);
    csv_str(t, v->time ? v->time->value : (lgm_str){NULL, 0});
    csv_text(t, v->polarity == LGM_POLARITY_NEGATIVE ? "no" : "yes");
    csv_text(t, lgm_modality_name(v->modality));
    csv_str(t, v->plover);
    csv_str(t, v->mode);
    csv_str(t, v->cameo);
    put_asserted_by(t, r, v->asserted_by);
    csv_share(t, v->confidence);
}

void csv_events(csv_table *t, const lgm_record *r)
{
    shown_lines lines = {0, 0};
    for (uint32_t i = 0; i < r->events.n; i++) {
        csv_begin(t, r, shown_line_of(&lines, r, r->events.at[i].trigger));
        put_event(t, r, i);
        csv_end(t);
    }
}

/* ---- figures ---- */

const char csv_figure_header[] =
    "file,line,report_id,date,figure,of,what,value,upper,relation,unit,words,event,place,time,"
    "extent,part_of,revised_from,asserted_by,speakers\r\n";

static void put_value(csv_table *t, double value)
{
    char words[40];
    snprintf(words, sizeof words, "%.15g", value);
    csv_text(t, words);
}

/* A relation begins like a formula, and is a word here. */
static const char *relation_word(lgm_relation relation)
{
    static const char *const words[] = {
        [LGM_RELATION_EXACT] = "exactly",  [LGM_RELATION_MORE] = "more than",
        [LGM_RELATION_LEAST] = "at least", [LGM_RELATION_LESS] = "fewer than",
        [LGM_RELATION_MOST] = "at most",   [LGM_RELATION_ABOUT] = "about"};
    return (size_t)relation < sizeof words / sizeof *words ? words[relation] : NULL;
}

static void put_figure(csv_table *t, const lgm_record *r, const lgm_figure *f, size_t number)
{
    const lgm_scope none = {LGM_NONE, LGM_NONE, LGM_EXTENT_NONE};
    const lgm_scope *const scope = f->scope ? f->scope : &none;
    csv_id(t, 'f', number);
    csv_str(t, f->of);
    csv_str(t, f->what);
    put_value(t, f->value);
    if (f->upper > 0)
        put_value(t, f->upper);
    else
        csv_text(t, NULL);
    csv_text(t, relation_word(f->relation));
    csv_str(t, f->unit);
    csv_str(t, lgm_record_quote(r, (lgm_cpspan){f->start, f->end}));
    put_id(t, 'v', f->event);
    put_one(t, r, scope->place);
    csv_str(t, scope->time != LGM_NONE ? r->times.at[scope->time].value : (lgm_str){NULL, 0});
    csv_text(t, lgm_extent_name(scope->extent));
    put_ids(t, 'f', f->part_of);
    put_id(t, 'f', f->revised_from);
    put_asserted_by(t, r, f->asserted_by);
}

void csv_figures(csv_table *t, const lgm_record *r)
{
    lgm_figure *own;
    size_t n;
    uint32_t last = 0;
    const lgm_figure *const all = figure_box_all(r, &own, &n);
    shown_lines lines = {0, 0};
    if (!all) t->out->failed = true;
    for (size_t i = 0; all && i < n; i++) {
        if (all[i].start < last) lines = (shown_lines){0, 0};
        last = all[i].start;
        csv_begin(t, r, shown_line_of(&lines, r, (lgm_cpspan){all[i].start, all[i].end}));
        put_figure(t, r, &all[i], i);
        csv_end(t);
    }
    free(own);
}
