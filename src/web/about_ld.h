/*
 * about_ld.h - JSON-LD of a page: its things as a flat list, and which of them is the article.
 *
 * Reads   the text of <script type="application/ld+json">, mended (about_mend.h); what stands
 *         behind a place that cannot be mended is lost, what stands before it counts.
 * Writes  a thing for each object, also within arrays and @graph, and for each name that stands
 *         where an object may ("author": "Ada Lind").
 * Units   strings are as JSON has them, HTML in them still escaped.
 * Owns    all is in the arena.
 * Errors  LGM_E_NOMEM, LGM_E_BUDGET; JSON that is none is not an error.
 */
#ifndef LGM_ABOUT_LD_H
#define LGM_ABOUT_LD_H

#include "base/base.h"

/* What a thing is to its parent. */
typedef enum lgm_web_ld_role {
    LGM_LD_AS_WHOLE, /* stands for itself */
    LGM_LD_AS_AUTHOR,
    LGM_LD_AS_CREATOR,
    LGM_LD_AS_PUBLISHER,
    LGM_LD_AS_SOURCE, /* sourceOrganization, provider */
    LGM_LD_AS_PAGE,   /* mainEntityOfPage */
    LGM_LD_AS_PART    /* something else: an image, a suggested article, a comment */
} lgm_web_ld_role;

/* What is kept of a thing. */
typedef enum lgm_web_ld_text {
    LGM_LD_ID,
    LGM_LD_URL,
    LGM_LD_NAME,
    LGM_LD_HEADLINE,
    LGM_LD_PUBLISHED,
    LGM_LD_CREATED,
    LGM_LD_MODIFIED,
    LGM_LD_SECTION,
    LGM_LD_N_TEXTS
} lgm_web_ld_text;

typedef struct lgm_web_thing {
    uint32_t parent; /* its place in the list; LGM_LD_NONE */
    lgm_web_ld_role role;
    bool is_article, is_person, is_body; /* of which type; none: not said */
    bool is_way;                         /* from the home page to this one */
    lgm_slice text[LGM_LD_N_TEXTS];
} lgm_web_thing;

#define LGM_LD_NONE UINT32_MAX

typedef LGM_VEC(lgm_web_thing) lgm_web_things;

LGM_NODISCARD lgm_status lgm_web_read_ld(lgm_arena *arena, lgm_slice json, lgm_web_things *things,
                                         lgm_err *err);

/* An address without scheme, "www." and last slash. */
lgm_slice lgm_web_bare_address(lgm_slice url);
/* The article whose address is url, else whose headline is title, else the first; articles within
 * lists, comments and other articles never. LGM_LD_NONE where there is none. */
uint32_t lgm_web_find_article(const lgm_web_things *things, lgm_slice url, lgm_slice title);

/* The thing that a thing stands for: that with its id and a name, else itself. */
const lgm_web_thing *lgm_web_meant(const lgm_web_things *things, const lgm_web_thing *thing);

#endif
