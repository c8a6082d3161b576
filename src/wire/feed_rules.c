/*
 * feed_rules.c - RSS and Atom.
 *
 * Where the elements of the format and those of Dublin Core or Media RSS say the same, the rank
 * says who goes first: full text before a description, the date of publication before that of
 * change, an author who is named before one who has an address only.
 *
 * Source  RSS 2.0 (rssboard.org), RSS 1.0 and its modules (web.resource.org), RFC 4287 (Atom), the
 *         Atom 0.3 draft, Media RSS 1.5.
 */
#include "wire/story_rules.h"

#define IN(around, name, how, field, rank) LGM_WIRE_RULE(around, name, how, field, rank, NULL)
#define ITEM(name, how, field, rank) IN("item", name, how, field, rank)
#define ENTRY(name, how, field, rank) IN("atom:entry", name, how, field, rank)
#define ATTRIBUTE(around, name, attribute, field, rank)                                            \
    LGM_WIRE_RULE(around, name, ATTRIBUTE, field, rank, attribute)

static const lgm_wire_rule rules[] = {
    /* RSS: the channel */
    IN("channel", "title", ESCAPED, PUBLISHER, 2),
    IN("channel", "dc:publisher", WORDS, PUBLISHER, 1),
    IN("channel", "link", WORDS, BASE, 1),

    /* RSS: a story. In RSS 1.0 items stand beside the channel. */
    IN(NULL, "item", STORY, ID, 1),
    ATTRIBUTE(NULL, "item", "rdf:about", ID, 1),
    ITEM("guid", WORDS, ID, 3),
    ITEM("dc:identifier", WORDS, ID, 2),
    ITEM("title", ESCAPED, TITLE, 3),
    ITEM("dc:title", ESCAPED, TITLE, 2),
    ITEM("media:title", ESCAPED, TITLE, 1),
    ITEM("link", WORDS, URL, 3),
    ITEM("atom:link", LINK, URL, 2),
    ITEM("pubDate", WORDS, PUBLISHED, 4),
    ITEM("dc:date", WORDS, PUBLISHED, 3),
    ITEM("dcterms:issued", WORDS, PUBLISHED, 3),
    ITEM("dcterms:created", WORDS, PUBLISHED, 2),
    ITEM("atom:published", WORDS, PUBLISHED, 2),
    ITEM("dcterms:modified", WORDS, MODIFIED, 2),
    ITEM("atom:updated", WORDS, MODIFIED, 2),
    ITEM("dc:creator", WORDS, AUTHOR, 4),
    IN("atom:author", "atom:name", WORDS, AUTHOR, 3),
    ITEM("author", WORDS, AUTHOR, 2),
    ITEM("category", WORDS, SECTION, 2),
    ITEM("dc:subject", WORDS, SECTION, 1),
    ITEM("source", WORDS, PUBLISHER, 4),
    ITEM("dc:publisher", WORDS, PUBLISHER, 3),
    ITEM("content:encoded", ESCAPED, BODY, 5),
    ITEM("xhtml:body", MARKUP, BODY, 4),
    ITEM("xhtml:div", MARKUP, BODY, 4),
    ITEM("atom:content", TYPED, BODY, 3),
    ITEM("description", ESCAPED, SUMMARY, 4),
    ITEM("atom:summary", TYPED, SUMMARY, 3),
    ITEM("dc:description", ESCAPED, SUMMARY, 2),
    ITEM("media:description", ESCAPED, SUMMARY, 1),

    /* Atom: the feed */
    IN("atom:feed", "atom:title", TYPED, PUBLISHER, 1),
    IN("atom:feed", "atom:link", LINK, BASE, 1),
    ATTRIBUTE(NULL, "atom:feed", "xml:base", BASE, 2),

    /* Atom: a story. 0.3 has "issued", "modified" and "created". */
    IN(NULL, "atom:entry", STORY, ID, 1),
    ATTRIBUTE(NULL, "atom:entry", "xml:base", BASE, 3),
    ATTRIBUTE("atom:entry", "atom:content", "xml:base", BASE, 4),
    ENTRY("atom:id", WORDS, ID, 3),
    ENTRY("atom:title", TYPED, TITLE, 3),
    ENTRY("atom:link", LINK, URL, 3),
    ENTRY("atom:published", WORDS, PUBLISHED, 4),
    ENTRY("atom:issued", WORDS, PUBLISHED, 4),
    ENTRY("dc:date", WORDS, PUBLISHED, 3),
    ENTRY("atom:created", WORDS, PUBLISHED, 2),
    ENTRY("atom:updated", WORDS, MODIFIED, 3),
    ENTRY("atom:modified", WORDS, MODIFIED, 2),
    ENTRY("dc:creator", WORDS, AUTHOR, 2),
    ENTRY("dc:subject", WORDS, SECTION, 1),
    ATTRIBUTE("atom:entry", "atom:category", "term", SECTION, 2),
    ATTRIBUTE("atom:entry", "atom:category", "label", SECTION, 3),
    IN("atom:source", "atom:title", TYPED, PUBLISHER, 4),
    ENTRY("content:encoded", ESCAPED, BODY, 4),
    ENTRY("atom:content", TYPED, BODY, 3),
    ENTRY("atom:summary", TYPED, SUMMARY, 3),
    IN("media:group", "media:description", ESCAPED, SUMMARY, 1),
};

const lgm_wire_rules lgm_wire_feed_rules = {rules, LGM_COUNT(rules)};
