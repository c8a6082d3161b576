/*
 * lexbor builds its tree token by token; what comes between tokenizer and tree is ours: it notes
 * where each node comes from, and keeps the limits. The tree is then laid out as an array.
 */
#include "web/html_tree.h"

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>
#include <lexbor_pool.h>

enum { LIMIT = LEXBOR_NO_MEMORY + 1 }; /* why lexbor was left */

struct lgm_web_parser {
    lexbor_pool pool;          /* all that lexbor has */
    lxb_html_parser_t *lexbor; /* NULL: not yet made, or without memory */
    lxb_html_document_t *document;
    lxb_dom_interface_create_f create; /* lexbor's own */
    lxb_html_tokenizer_token_f build;

    const lxb_char_t *html;
    uint32_t at;      /* of the token in hand */
    uint32_t n_nodes; /* made so far */
    uint32_t beyond;  /* open tags passed over for depth */
    bool cut, left;   /* left: by a jump, so lexbor is in no state to go on */
};

/* ---- between tokenizer and tree -------------------------------------------------------------- */

/* lexbor calls it for each node of a page. document->user is the parser. */
static lxb_dom_interface_t *make_node(lxb_dom_document_t *document, lxb_tag_id_t tag,
                                      lxb_ns_id_t ns)
{
    lgm_web_parser *p = document->user;
    if (p->n_nodes >= LGM_WEB_MAX_NODES) {
        p->cut = true;
        longjmp(p->pool.out, LIMIT);
    }
    p->n_nodes++;
    lxb_dom_node_t *node = p->create(document, tag, ns);
    if (node) node->user = (void *)(uintptr_t)p->at;
    return node;
}

/* Of tags that are too deep the opening one and its closing one are passed over: what is between
 * them stays in the deepest element there is. */
static bool too_deep(lgm_web_parser *p, const lxb_html_token_t *token)
{
    if (token->tag_id < LXB_TAG_A) return false; /* texts, comments, the end of the page */
    if (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) {
        if (p->beyond == 0) return false;
        p->beyond--;
        return true;
    }
    if (p->lexbor->tree->open_elements->length < LGM_WEB_MAX_DEPTH ||
        lxb_html_tag_is_void(token->tag_id))
        return false;
    p->beyond++;
    return true;
}

static void keep_attributes(lgm_web_parser *p, lxb_html_token_t *token)
{
    lxb_html_token_attr_t *attr = token->attr_first;
    for (size_t n = 1; attr && n < LGM_WEB_MAX_ATTRS; n++) attr = attr->next;
    if (!attr || !attr->next) return;
    attr->next = NULL;
    token->attr_last = attr;
    p->cut = true;
}

static lxb_html_token_t *take_token(lxb_html_tokenizer_t *tokenizer, lxb_html_token_t *token,
                                    void *user)
{
    lgm_web_parser *p = user;
    /* The last token, the end of the page, lies in a buffer of the tokenizer's own. */
    if (token->tag_id != LXB_TAG__END_OF_FILE) p->at = (uint32_t)(token->begin - p->html);
    keep_attributes(p, token);
    if (too_deep(p, token)) return token;
    return p->build(tokenizer, token, p->lexbor->tree);
}

/* ---- the parser ------------------------------------------------------------------------------ */

lgm_status lgm_web_parser_new(lgm_web_parser **out, lgm_err *err)
{
    *out = lgm_calloc(1, sizeof **out);
    return *out ? LGM_OK : lgm_fail(err, LGM_E_NOMEM, "out of memory for a parser of web pages");
}

void lgm_web_parser_free(lgm_web_parser *p)
{
    if (p) lexbor_pool_drop(&p->pool);
    lgm_free(p);
}

static void start(lgm_web_parser *p)
{
    p->lexbor = lxb_html_parser_create();
    lxb_html_parser_init(p->lexbor);
    lxb_html_tokenizer_t *tokenizer = p->lexbor->tkz;
    p->build = tokenizer->callback_token_done;
    lxb_html_tokenizer_callback_token_done_set(tokenizer, take_token, p);
    lxb_html_parser_scripting_set(p->lexbor, true); /* <noscript> as browsers have it */
    /* Attributes that are there twice: the first is found first. To look for them is quadratic. */
    lxb_html_tokenizer_keep_duplicate_set(tokenizer, true);
    /* Nothing of a page is ever changed: no callbacks on insertion, which are quadratic too. */
    p->lexbor->dom_opt = LXB_DOM_DOCUMENT_OPT_WO_EVENTS;
}

static void build(lgm_web_parser *p, lgm_slice html)
{
    /* These would copy chosen options of a menu to where they are shown. */
    static const lxb_html_document_open_elements_pop_f NO_CALLBACKS[LXB_TAG__LAST_ENTRY];
    if (!p->lexbor) start(p);
    if (p->document) lxb_html_document_destroy(p->document);
    p->document = lxb_html_parse_chunk_begin(p->lexbor);
    p->document->open_pop = NO_CALLBACKS;
    lxb_dom_document_t *d = lxb_dom_interface_document(p->document);
    p->create = d->create_interface;
    d->create_interface = make_node;
    d->user = p;
    lxb_html_parse_chunk_process(p->lexbor, (const lxb_char_t *)html.ptr, html.len);
    lxb_html_parse_chunk_end(p->lexbor);
}

static void drop(lgm_web_parser *p)
{
    lexbor_pool_drop(&p->pool);
    p->lexbor = NULL;
    p->document = NULL;
}

/* False without memory. What was built when a limit was reached is a tree; the parser that was
 * left in its middle is of no further use. */
static bool build_or_leave(lgm_web_parser *p, lgm_slice html)
{
    if (p->left) drop(p);
    p->left = true;
    lexbor_pool_use(&p->pool);
    const int why = setjmp(p->pool.out);
    if (why == 0) {
        build(p, html);
        p->left = false;
    }
    lexbor_pool_use(NULL);
    return why != LEXBOR_NO_MEMORY;
}

/* ---- the array ------------------------------------------------------------------------------- */

static uint8_t tag_of(const lxb_dom_node_t *node)
{
    static const uint8_t TAG[LXB_TAG__LAST_ENTRY] = {[LXB_TAG__TEXT] = LGM_HTML_TEXT,
#define LGM_WEB_TAG_OF(name) [LXB_TAG_##name] = LGM_HTML_##name,
                                                     LGM_WEB_TAGS(LGM_WEB_TAG_OF)
#undef LGM_WEB_TAG_OF
    };
    return node->local_name < LXB_TAG__LAST_ENTRY ? TAG[node->local_name] : LGM_HTML_OTHER;
}

static bool is_kept(const lxb_dom_node_t *node)
{
    return node->type == LXB_DOM_NODE_TYPE_ELEMENT || node->type == LXB_DOM_NODE_TYPE_TEXT;
}

static lgm_web_node node_of(const lxb_dom_node_t *from, uint32_t parent)
{
    lgm_web_node n = {.parent = parent, .at = (uint32_t)(uintptr_t)from->user};
    n.tag = tag_of(from);
    if (from->type == LXB_DOM_NODE_TYPE_TEXT) {
        const lexbor_str_t *s = &((const lxb_dom_character_data_t *)from)->data;
        n.text = (lgm_slice){(const char *)s->data, s->length};
    } else {
        n.element = from;
    }
    return n;
}

/* Depth first, without recursion: `open` is the node whose children come next. */
static uint32_t lay_out(const lxb_dom_node_t *root, lgm_web_node *nodes)
{
    const lxb_dom_node_t *at = root;
    uint32_t n = 0, open = 0;
    for (;;) {
        if (is_kept(at)) {
            nodes[n] = node_of(at, open);
            if (at->first_child) {
                open = n++;
                at = at->first_child;
                continue;
            }
            nodes[n].end = n + 1;
            n++;
        }
        while (at != root && !at->next) {
            at = at->parent;
            nodes[open].end = n;
            open = nodes[open].parent;
        }
        if (at == root) break;
        at = at->next;
    }
    nodes[0].end = n;
    return n;
}

lgm_status lgm_web_parse(lgm_web_parser *p, lgm_slice html, lgm_arena *a, lgm_web_tree *out,
                         lgm_err *err)
{
    *out = (lgm_web_tree){.html = html};
    if (html.len > UINT32_MAX) return lgm_fail(err, LGM_E_BUDGET, "the page is over 4 GiB");
    p->html = (const lxb_char_t *)html.ptr;
    p->at = p->n_nodes = p->beyond = 0;
    p->cut = false;
    if (!build_or_leave(p, html))
        return lgm_fail(err, LGM_E_NOMEM, "out of memory for the tree of a web page");

    const lxb_dom_node_t *root =
        lxb_dom_interface_node(lxb_dom_interface_document(p->document)->element);
    lgm_web_node *nodes = lgm_arena_alloc(a, (p->n_nodes + 1) * sizeof *nodes);
    if (!nodes) return lgm_arena_fail(a, err);
    if (root)
        out->n = lay_out(root, nodes);
    else
        nodes[out->n++] = (lgm_web_node){.tag = LGM_HTML_HTML, .end = 1};
    out->node = nodes;
    out->cut = p->cut;
    return LGM_OK;
}

/* ---- asking ---------------------------------------------------------------------------------- */

static lgm_slice value(const lxb_dom_attr_t *attr)
{
    if (!attr) return (lgm_slice){0};
    if (!attr->value || !attr->value->data) return (lgm_slice){"", 0};
    return (lgm_slice){(const char *)attr->value->data, attr->value->length};
}

lgm_slice lgm_web_attr(const lgm_web_node *node, const char *name)
{
    const lxb_dom_element_t *e = node->element;
    if (!e || !e->first_attr) return (lgm_slice){0};
    return value(lxb_dom_element_attr_is_exist(e, (const lxb_char_t *)name, strlen(name)));
}

lgm_slice lgm_web_class_of(const lgm_web_node *node)
{
    const lxb_dom_element_t *e = node->element;
    return value(e ? e->attr_class : NULL);
}

lgm_slice lgm_web_id_of(const lgm_web_node *node)
{
    const lxb_dom_element_t *e = node->element;
    return value(e ? e->attr_id : NULL);
}

static bool says_none(lgm_slice style)
{
    const char *at = memmem(style.ptr, style.len, "display", 7);
    if (!at) return false;
    size_t n = (size_t)(style.ptr + style.len - at);
    for (at += 7, n -= 7; n && (*at == ' ' || *at == ':');) at++, n--;
    return n >= 4 && memcmp(at, "none", 4) == 0;
}

/* lexbor numbers the names that it knows, and this is none of them. */
static bool is_named_hidden(const lxb_dom_attr_t *attr)
{
    size_t len;
    if (attr->node.local_name < LXB_DOM_ATTR__LAST_ENTRY) return false;
    const lxb_char_t *name = lxb_dom_attr_local_name(attr, &len);
    return len == 6 && memcmp(name, "hidden", 6) == 0;
}

bool lgm_web_is_hidden(const lgm_web_node *node)
{
    const lxb_dom_element_t *e = node->element;
    for (const lxb_dom_attr_t *at = e ? e->first_attr : NULL; at; at = at->next)
        if (is_named_hidden(at) ||
            (at->node.local_name == LXB_DOM_ATTR_STYLE && says_none(value(at))))
            return true;
    return false;
}
