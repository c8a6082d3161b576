/* elements.c - a stack of open elements; rules apply to each as it opens. */
#include "wire/elements.h"

#include <string.h>

#include "wire/story_fields.h"

/* ---- rules by name --------------------------------------------------------------------------- */

static const lgm_wire_rules *const tables[] = {&lgm_wire_feed_rules, &lgm_wire_news_rules};

/* Rules of a name follow one another, from first[name] on, in the order of the tables. */
static void sort_rules(lgm_wire_elements *e)
{
    uint16_t n = 0;
    for (size_t t = 0; t < LGM_COUNT(tables); t++)
        for (size_t i = 0; i < tables[t]->n; i++)
            e->first[lgm_wire_names_add(e->names, tables[t]->at[i].name)]++;
    for (size_t id = 0; id < LGM_COUNT(e->first); id++) {
        n = (uint16_t)(n + e->first[id]);
        e->first[id] = n;
    }
    for (size_t t = LGM_COUNT(tables); t--;)
        for (size_t i = tables[t]->n; i--;) {
            const lgm_wire_rule *const r = &tables[t]->at[i];
            const uint16_t k = --e->first[lgm_wire_names_add(e->names, r->name)];
            e->rules[k].is = r;
            e->rules[k].in = r->in ? lgm_wire_names_add(e->names, r->in) : 0;
            e->rules[k].attribute = r->attribute ? lgm_wire_names_add(e->names, r->attribute) : 0;
        }
}

lgm_status lgm_wire_elements_init(lgm_wire_elements *e, lgm_wire_parser *parser, lgm_err *err)
{
    *e = (lgm_wire_elements){.parser = parser};
    for (size_t t = 0; t < LGM_COUNT(tables); t++) e->n_rules += (uint16_t)tables[t]->n;
    e->rules = lgm_calloc(e->n_rules, sizeof *e->rules);
    if (!e->rules) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    lgm_status st = lgm_wire_names_new(&e->names, err);
    if (st == LGM_OK) st = lgm_arena_new(&e->of_file, 0, err);
    if (st == LGM_OK) st = lgm_arena_new(&e->of_story, 0, err);
    if (st != LGM_OK) return st;
    sort_rules(e);
    e->contenttype = lgm_wire_names_add(e->names, "contenttype");
    e->type = lgm_wire_names_add(e->names, "type");
    e->mode = lgm_wire_names_add(e->names, "mode");
    e->src = lgm_wire_names_add(e->names, "src");
    e->rel = lgm_wire_names_add(e->names, "rel");
    e->href = lgm_wire_names_add(e->names, "href");
    return LGM_OK;
}

void lgm_wire_elements_done(lgm_wire_elements *e)
{
    lgm_free(e->rules);
    lgm_wire_names_free(e->names);
    lgm_arena_free(e->of_file);
    lgm_arena_free(e->of_story);
    lgm_buf_done(&e->now.text);
    lgm_buf_done(&e->context);
    lgm_buf_done(&e->around);
}

/* ---- stories --------------------------------------------------------------------------------- */

static lgm_slice tag_name(lgm_slice tag)
{
    size_t n = 1;
    while (n < tag.len && !strchr(" \t\r\n/>", tag.ptr[n])) n++;
    return tag.len > 1 ? (lgm_slice){tag.ptr + 1, n - 1} : LGM_SLICE("");
}

static void begin_story(lgm_wire_elements *e)
{
    const lgm_slice name = tag_name(lgm_wire_parser_markup(e->parser));
    e->n_stories++;
    e->story_depth = e->depth;
    e->begins = e->parser->keep = lgm_wire_parser_at(e->parser);
    e->parser->keeps = true;
    lgm_arena_reset(e->of_story);
    memset(e->story, 0, sizeof e->story);
    if (name.len < sizeof e->story_tag) {
        memcpy(e->story_tag, name.ptr, name.len);
        e->story_tag[name.len] = 0;
    }
    e->context.len = e->tag_starts[e->depth - 1]; /* the story's own tag is not around it */
    e->around.len = 0;
    lgm_buf_put(&e->around, e->context.at, e->context.len);
    if (e->around.failed || e->context.failed)
        lgm_wire_parser_fail(e->parser, LGM_E_NOMEM, "out of memory");
}

static void end_story(lgm_wire_elements *e)
{
    e->story_depth = 0;
    e->parser->keeps = false;
    e->ends = lgm_wire_parser_behind(e->parser);
    lgm_wire_parser_stop(e->parser);
}

/* ---- handlers -------------------------------------------------------------------------------- */

static bool is_unclosed(const lgm_wire_elements *e, const lgm_wire_element_rule *rule)
{
    return rule->is->how == LGM_WIRE_STORY && rule->is->rank && e->story_depth;
}

static void apply(lgm_wire_elements *e, const lgm_wire_element_rule *rule, const XML_Char **atts)
{
    if (is_unclosed(e, rule))
        lgm_wire_parser_fail(e->parser, LGM_E_FORMAT, "an element in it is not closed");
    else if (e->now.rule && rule->is->how == LGM_WIRE_SKIP)
        e->now.skip_depth = e->now.skip_depth ? e->now.skip_depth : e->depth;
    else if (e->now.rule && e->now.rule->how != LGM_WIRE_OPEN)
        return;
    else if (rule->is->how != LGM_WIRE_STORY)
        e->now.rule = NULL, lgm_wire_fields_apply(e, rule, atts);
    else if (!e->story_depth)
        begin_story(e);
}

static void note_tag(lgm_wire_elements *e)
{
    const lgm_slice tag = lgm_wire_parser_markup(e->parser);
    e->tag_starts[e->depth - 1] = e->context.len;
    if (tag.len > 1 && tag.ptr[tag.len - 2] == '/') return; /* it ends at once */
    lgm_buf_put(&e->context, tag.ptr, tag.len);
}

static void XMLCALL on_start(void *ctx, const XML_Char *in_full, const XML_Char **atts)
{
    lgm_wire_elements *const e = ctx;
    const uint16_t name = lgm_wire_names_find(e->names, in_full);
    const uint16_t around = e->depth ? e->open[e->depth - 1] : 0;
    if (e->depth == LGM_WIRE_DEPTH) {
        lgm_wire_parser_fail(e->parser, LGM_E_BUDGET, "elements are more than 200 deep");
        return;
    }
    e->open[e->depth++] = name;
    if (!e->story_depth) note_tag(e);
    const bool within = e->now.rule != NULL;
    for (uint16_t i = e->first[name]; name && i < e->first[name + 1]; i++)
        if (!e->rules[i].in || e->rules[i].in == around) apply(e, &e->rules[i], atts);
    if (within && e->now.rule && e->now.depth < e->depth) lgm_wire_fields_open(e, in_full, atts);
}

static void XMLCALL on_end(void *ctx, const XML_Char *in_full)
{
    lgm_wire_elements *const e = ctx;
    const bool of_story = e->story_depth > 0;
    if (e->now.rule) lgm_wire_fields_close(e, in_full);
    if (of_story && e->depth == e->story_depth) end_story(e);
    if (!of_story) e->context.len = e->tag_starts[e->depth - 1];
    e->depth--;
}

static void XMLCALL on_words(void *ctx, const XML_Char *s, int len)
{
    lgm_wire_elements *const e = ctx;
    if (e->now.rule) lgm_wire_fields_words(e, (lgm_slice){s, (size_t)len});
}

/* A name that HTML has, and XML has not. */
static void XMLCALL on_unknown_name(void *ctx, const XML_Char *name, int is_parameter)
{
    lgm_wire_elements *const e = ctx;
    if (e->now.rule && !is_parameter) lgm_wire_fields_name(e, name);
}

void lgm_wire_elements_set_up(XML_Parser expat, void *ctx)
{
    lgm_wire_elements *const e = ctx;
    e->depth = e->story_depth = 0;
    e->now.rule = NULL;
    e->context.len = 0;
    XML_SetUserData(expat, e);
    XML_SetElementHandler(expat, on_start, on_end);
    XML_SetCharacterDataHandler(expat, on_words);
    XML_SetSkippedEntityHandler(expat, on_unknown_name);
}
