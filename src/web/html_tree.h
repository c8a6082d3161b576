/*
 * html_tree.h - a web page as its elements and texts, in the order of the page.
 *
 * All nodes stand in one array, each before what is in it: the subtree of node i is [i, end of i).
 *
 *     for (uint32_t i = n->first + 1; i < tree->node[n].end; i++)      all that is below n
 *     for (i = n + 1; i < tree->node[n].end; i = tree->node[i].end)    its children
 *
 * Reads   a page in UTF-8, however broken: every sequence of bytes has a tree, the one that the
 *         HTML standard says (WHATWG HTML, 13.2), with the limits below.
 * Limits  LGM_WEB_MAX_DEPTH: tags deeper than this are passed over, their texts are kept.
 *         LGM_WEB_MAX_NODES and LGM_WEB_MAX_ATTRS: what is over is left out; `cut` says so.
 * Left    comments, what is in <template>, and names of elements and attributes that are not HTML's
 *         are no tags of ours (LGM_HTML_OTHER).
 * Owns    nodes live in the arena; texts and attributes in the parser, until its next page.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET.
 * Cost    linear: 30,000 tags within one another take no longer than beside one another.
 * Files   html_tree.c, node_text.c.
 * Source  lexbor (third_party/lexbor), docs/decisions say why.
 */
#ifndef LGM_WEB_HTML_TREE_H
#define LGM_WEB_HTML_TREE_H

#include "base/base.h"

enum {
    LGM_WEB_MAX_DEPTH = 512,
    LGM_WEB_MAX_NODES = 1 << 19,
    LGM_WEB_MAX_ATTRS = 256, /* of one element */
};

#define LGM_WEB_TAGS(X)                                                                            \
    X(A)                                                                                           \
    X(ABBR)                                                                                        \
    X(ADDRESS)                                                                                     \
    X(ARTICLE)                                                                                     \
    X(ASIDE)                                                                                       \
    X(AUDIO) X(B) X(BASE) X(BLOCKQUOTE) X(BODY) X(BR) X(BUTTON) X(CAPTION) X(CENTER) X(CITE)       \
        X(CODE) X(DATALIST) X(DD) X(DEL) X(DETAILS) X(DIALOG) X(DIR) X(DIV) X(DL) X(DT) X(EM)      \
            X(EMBED) X(FIELDSET) X(FIGCAPTION) X(FIGURE) X(FONT) X(FOOTER) X(FORM) X(FRAME)        \
                X(FRAMESET) X(H1) X(H2) X(H3) X(H4) X(H5) X(H6) X(HEAD) X(HEADER) X(HGROUP) X(HR)  \
                    X(HTML) X(I) X(IFRAME) X(IMG) X(INPUT) X(INS) X(LABEL) X(LEGEND) X(LI) X(LINK) \
                        X(MAIN) X(MAP) X(MARK) X(MENU) X(META) X(NAV) X(NOFRAMES) X(NOSCRIPT)      \
                            X(OBJECT) X(OL) X(OPTGROUP) X(OPTION) X(P) X(PICTURE) X(PLAINTEXT)     \
                                X(PRE) X(Q) X(RP) X(RT) X(S) X(SCRIPT) X(SECTION) X(SELECT)        \
                                    X(SMALL) X(SOURCE) X(SPAN) X(STRIKE) X(STRONG) X(STYLE) X(SUB) \
                                        X(SUMMARY) X(SUP) X(SVG) X(TABLE) X(TBODY) X(TD)           \
                                            X(TEMPLATE) X(TEXTAREA) X(TFOOT) X(TH) X(THEAD)        \
                                                X(TIME) X(TITLE) X(TR) X(TRACK) X(TT) X(U) X(UL)   \
                                                    X(VAR) X(VIDEO) X(WBR) X(XMP)

typedef enum lgm_web_tag {
    LGM_HTML_OTHER, /* an element of another name */
    LGM_HTML_TEXT,  /* no element: characters */
#define LGM_WEB_TAG_ENUM(name) LGM_HTML_##name,
    LGM_WEB_TAGS(LGM_WEB_TAG_ENUM)
#undef LGM_WEB_TAG_ENUM
        LGM_HTML_N_TAGS
} lgm_web_tag;

typedef struct lgm_web_node {
    uint32_t parent, end; /* the subtree is [this, end); the root is its own parent */
    uint32_t at;          /* byte of the page (in UTF-8) where its tag or its characters begin; of
                             an element that no tag made, that of the tag that needed it */
    uint8_t tag;          /* lgm_web_tag */
    lgm_slice text;       /* of LGM_HTML_TEXT: its characters, references (&amp;) resolved */
    const void *element;  /* for lgm_web_attr */
} lgm_web_node;

typedef struct lgm_web_tree {
    const lgm_web_node *node; /* [0] is the root, <html> */
    uint32_t n;               /* at least 1 */
    lgm_slice html;           /* what was parsed */
    bool cut;                 /* the page went on behind the limits */
} lgm_web_tree;

typedef struct lgm_web_parser lgm_web_parser; /* one thread; memory reused from page to page */

LGM_NODISCARD lgm_status lgm_web_parser_new(lgm_web_parser **out, lgm_err *err);
void lgm_web_parser_free(lgm_web_parser *p); /* NULL is fine */

/* html: valid UTF-8, under 4 GiB, borrowed as long as the tree is used. */
LGM_NODISCARD lgm_status lgm_web_parse(lgm_web_parser *p, lgm_slice html, lgm_arena *a,
                                       lgm_web_tree *out, lgm_err *err);

/* The value of an attribute, its name in small letters; ptr NULL where there is none. */
lgm_slice lgm_web_attr(const lgm_web_node *node, const char *name);
/* The same for the two that are asked for most. */
lgm_slice lgm_web_class_of(const lgm_web_node *node);
lgm_slice lgm_web_id_of(const lgm_web_node *node);

/* White space as HTML has it; a hard space is none. */
static inline bool lgm_web_is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Is it not shown: "hidden", or "display: none" among its styles? */
bool lgm_web_is_hidden(const lgm_web_node *node);

/* The characters below node i in the arena, runs of white space as one space, none at the ends;
 * nothing of scripts and styles. ptr NULL without memory. */
lgm_slice lgm_web_text_of(const lgm_web_tree *tree, uint32_t i, lgm_arena *a);

#endif
