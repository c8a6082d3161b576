/* story_fields.c - one field at a time is gathered. */
#include "wire/story_fields.h"

#include <string.h>

#include "wire/html_markup.h"
#include "wire/wire_story.h"

static void no_memory(lgm_wire_elements *e)
{
    lgm_wire_parser_fail(e->parser, LGM_E_NOMEM, "out of memory");
}

static void put(lgm_wire_elements *e, const lgm_wire_rule *rule, bool html, lgm_slice words)
{
    const bool in_story = e->story_depth > 0;
    if (!lgm_wire_story_put(in_story ? e->of_story : e->of_file, in_story ? e->story : e->file,
                            rule->field, rule->rank, html, words))
        no_memory(e);
}

static lgm_slice attribute(lgm_wire_elements *e, const XML_Char **attributes, uint16_t name)
{
    for (; *attributes; attributes += 2)
        if (lgm_wire_names_find(e->names, attributes[0]) == name)
            return (lgm_slice){attributes[1], strlen(attributes[1])};
    return (lgm_slice){NULL, 0};
}

static void gather(lgm_wire_elements *e, const lgm_wire_rule *rule, bool html, bool markup)
{
    e->now.rule = rule;
    e->now.depth = e->depth;
    e->now.skip_depth = 0;
    e->now.html = html;
    e->now.markup = markup;
    e->now.has_elements = false;
    e->now.text.len = 0;
}

/* RFC 4287, 3.1.1 and 4.1.3; Atom 0.3 says with `mode` whether characters are escaped. What is
 * elsewhere or neither text nor HTML is no body. "CDATA" is no type, and written all the same. */
static void gather_typed(lgm_wire_elements *e, const lgm_wire_rule *rule, const XML_Char **atts)
{
    const lgm_slice mode = attribute(e, atts, e->mode);
    lgm_slice type = attribute(e, atts, e->type);
    if (!type.ptr) type = attribute(e, atts, e->contenttype); /* of NewsML */
    const bool html = LGM_SLICE_IN(type, "html", "text/html", "HTML", "CDATA");
    const bool xhtml = LGM_SLICE_IN(type, "xhtml", "application/xhtml+xml");
    const bool text = !type.ptr || LGM_SLICE_IN(type, "", "text", "text/plain", "TEXT");
    if (attribute(e, atts, e->src).ptr || lgm_slice_eq(mode, LGM_SLICE("base64"))) return;
    if (!html && !xhtml && !text) return;
    const bool inside = xhtml || (html && lgm_slice_eq(mode, LGM_SLICE("xml")));
    gather(e, rule, html || xhtml, inside && !lgm_slice_eq(mode, LGM_SLICE("escaped")));
}

/* A link that leads to the story (or the feed) itself, to a page before any other kind of file. */
static void put_link(lgm_wire_elements *e, const lgm_wire_rule *rule, const XML_Char **atts)
{
    const lgm_slice rel = attribute(e, atts, e->rel), type = attribute(e, atts, e->type);
    if (rel.ptr && !lgm_slice_eq(rel, LGM_SLICE("alternate"))) return;
    lgm_wire_rule as = *rule;
    if (type.ptr && !memmem(type.ptr, type.len, "html", 4)) as.rank--;
    put(e, &as, false, attribute(e, atts, e->href));
}

/* "stat:usable" */
static void put_code(lgm_wire_elements *e, const lgm_wire_rule *rule, lgm_slice code)
{
    const char *const colon = code.len ? memrchr(code.ptr, ':', code.len) : NULL;
    if (colon) code = (lgm_slice){colon + 1, (size_t)(code.ptr + code.len - colon - 1)};
    put(e, rule, false, code);
}

void lgm_wire_fields_apply(lgm_wire_elements *e, const lgm_wire_element_rule *rule,
                           const XML_Char **atts)
{
    switch (rule->is->how) {
    case LGM_WIRE_WORDS: gather(e, rule->is, false, false); break;
    case LGM_WIRE_OPEN:
    case LGM_WIRE_ESCAPED: gather(e, rule->is, true, false); break;
    case LGM_WIRE_MARKUP: gather(e, rule->is, true, true); break;
    case LGM_WIRE_TYPED: gather_typed(e, rule->is, atts); break;
    case LGM_WIRE_LINK: put_link(e, rule->is, atts); break;
    case LGM_WIRE_CODE: put_code(e, rule->is, attribute(e, atts, rule->attribute)); break;
    case LGM_WIRE_ATTRIBUTE: put(e, rule->is, false, attribute(e, atts, rule->attribute)); break;
    case LGM_WIRE_STORY:
    case LGM_WIRE_SKIP: break;
    }
}

/* ---- while something is gathered ------------------------------------------------------------- */

void lgm_wire_fields_open(lgm_wire_elements *e, const XML_Char *in_full, const XML_Char **atts)
{
    e->now.has_elements = true;
    if (e->now.html && !e->now.skip_depth) lgm_wire_markup_open(&e->now.text, in_full, atts);
}

static bool looks_like_html(lgm_slice s)
{
    return memmem(s.ptr, s.len, "</", 2) || memmem(s.ptr, s.len, "<p>", 3) ||
           memmem(s.ptr, s.len, "<br", 3);
}

static void finish(lgm_wire_elements *e)
{
    const lgm_slice words = {e->now.text.at, e->now.text.len};
    const bool plain = e->now.rule->how == LGM_WIRE_OPEN && !e->now.has_elements && words.len &&
                       !looks_like_html(words);
    put(e, e->now.rule, e->now.html && !plain, words);
    if (e->now.text.failed) no_memory(e);
    e->now.rule = NULL;
}

void lgm_wire_fields_close(lgm_wire_elements *e, const XML_Char *in_full)
{
    if (e->depth == e->now.depth)
        finish(e);
    else if (e->now.html && !e->now.skip_depth)
        lgm_wire_markup_close(&e->now.text, in_full);
    else if (e->now.skip_depth == e->depth)
        e->now.skip_depth = 0;
}

void lgm_wire_fields_words(lgm_wire_elements *e, lgm_slice words)
{
    if (e->now.skip_depth) return;
    if (e->now.text.len + words.len > e->parser->max_kept)
        lgm_wire_parser_fail_long(e->parser);
    else if (e->now.html && (e->now.markup || e->depth > e->now.depth))
        lgm_wire_markup_words(&e->now.text, words);
    else
        lgm_buf_put(&e->now.text, words.ptr, words.len);
}

/* As it stands: whoever reads HTML knows it. */
void lgm_wire_fields_name(lgm_wire_elements *e, const XML_Char *name)
{
    if (e->now.skip_depth) return;
    lgm_buf_putc(&e->now.text, '&');
    lgm_buf_puts(&e->now.text, name);
    lgm_buf_putc(&e->now.text, ';');
}
