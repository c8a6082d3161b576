/*
 * elements.h - elements as they open and close become the fields of a story, by the rules.
 *
 * Reads   events of the parser.     Writes  the story in hand, and what the file says of all.
 * Stops   the parser where a story ends, and where something is over a limit.
 * Owns    lgm_wire_elements owns what it gathers; the story's strings last until the next begins.
 */
#ifndef LGM_WIRE_ELEMENTS_H
#define LGM_WIRE_ELEMENTS_H

#include "wire/xml_names.h"
#include "wire/parser.h"
#include "wire/story_rules.h"

typedef struct lgm_wire_element_rule {
    const lgm_wire_rule *is;
    uint16_t in, attribute; /* as names; 0: none */
} lgm_wire_element_rule;

typedef struct lgm_wire_elements {
    lgm_wire_parser *parser;
    lgm_wire_names *names;
    lgm_wire_element_rule *rules; /* those of a name follow one another */
    uint16_t n_rules;
    uint16_t first[LGM_WIRE_NAMES / 2 + 2];           /* by name */
    uint16_t type, contenttype, mode, src, rel, href; /* names of attributes */

    uint16_t open[LGM_WIRE_DEPTH]; /* names of the open elements */
    uint32_t depth, story_depth;   /* story_depth 0: not in a story */

    struct {                        /* what is being gathered */
        const lgm_wire_rule *rule;  /* NULL: nothing */
        uint32_t depth, skip_depth; /* of its element; of one in it that is passed over */
        bool html, markup;          /* markup: its characters are not HTML themselves */
        bool has_elements;
        lgm_buf text;
    } now;

    lgm_arena *of_file, *of_story;
    lgm_wire_value file[LGM_WIRE_N_FIELDS]; /* what is said of all stories */
    lgm_wire_value story[LGM_WIRE_N_FIELDS];
    uint64_t n_stories, begins, ends;
    lgm_buf context;                   /* tags around a story, as they stand in the file */
    lgm_buf around;                    /* of the last story */
    size_t tag_starts[LGM_WIRE_DEPTH]; /* in context */
    char story_tag[64];                /* "item", as it stands in the file */
} lgm_wire_elements;

LGM_NODISCARD lgm_status lgm_wire_elements_init(lgm_wire_elements *e, lgm_wire_parser *parser,
                                                lgm_err *err);
void lgm_wire_elements_done(lgm_wire_elements *e);
lgm_wire_set_up lgm_wire_elements_set_up; /* ctx: lgm_wire_elements */

#endif
