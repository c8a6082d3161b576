/*
 * story_rules.h - which element of which format is which field of a story.
 *
 * Names   "title" is one without a namespace, of RSS or of a format of the IPTC; others have the
 *         prefix that xml_names.c gives to their namespace, whatever the file calls it.
 * Tables  feed_rules.c, news_rules.c.
 */
#ifndef LGM_WIRE_STORY_RULES_H
#define LGM_WIRE_STORY_RULES_H

#include "wire/wire.h"

typedef enum lgm_wire_how {
    LGM_WIRE_STORY,   /* the element is a story, unless within one; rank 1: it never is */
    LGM_WIRE_WORDS,   /* its characters, and those of the elements in it */
    LGM_WIRE_ESCAPED, /* its characters are HTML */
    LGM_WIRE_TYPED,   /* as the attributes type and mode of Atom say */
    LGM_WIRE_MARKUP,  /* the elements in it are HTML */
    LGM_WIRE_OPEN,    /* as one of these, by what is in it, unless a rule knows an element in it */
    LGM_WIRE_SKIP,    /* nothing in it is gathered for the field around it */
    LGM_WIRE_ATTRIBUTE, /* the value of an attribute */
    LGM_WIRE_CODE,      /* the same, of a code ("stat:usable") what is behind the colon */
    LGM_WIRE_LINK,      /* a link of Atom: href, where it leads to the story itself */
} lgm_wire_how;

typedef struct lgm_wire_rule {
    const char *in; /* the element around it; NULL: any */
    const char *name;
    lgm_wire_how how;
    lgm_wire_field field;
    uint8_t rank;          /* higher: better */
    const char *attribute; /* of LGM_WIRE_ATTRIBUTE and LGM_WIRE_CODE */
} lgm_wire_rule;

typedef struct lgm_wire_rules {
    const lgm_wire_rule *at;
    size_t n;
} lgm_wire_rules;

/* A row: LGM_WIRE_RULE("item", "guid", WORDS, ID, 3, NULL). */
#define LGM_WIRE_RULE(around, name, how, field, rank, attribute)                                   \
    {                                                                                              \
        (around), (name), LGM_WIRE_##how, LGM_WIRE_##field, (rank), (attribute)                    \
    }

extern const lgm_wire_rules lgm_wire_feed_rules, lgm_wire_news_rules;

#endif
