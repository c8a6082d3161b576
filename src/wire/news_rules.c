/*
 * news_rules.c - NewsML-G2 (newsItem, alone or in a newsMessage), NewsML 1, and NITF, alone or
 * within either of them: what the message says goes before what the document in it says.
 *
 * The day of a story is that of its first version; where only the version at hand has a date, that
 * is it. Packages, concepts and pictures are stories without a text.
 *
 * Source  NewsML-G2 2.36, NewsML 1.2, NITF 3.6 (iptc.org).
 */
#include "wire/story_rules.h"

#define STORY(name) LGM_WIRE_RULE(NULL, name, STORY, ID, 0, NULL)
#define SKIP(around, name) LGM_WIRE_RULE(around, name, SKIP, ID, 0, NULL)
#define IN(around, name, how, field, rank) LGM_WIRE_RULE(around, name, how, field, rank, NULL)
#define ATTRIBUTE(around, name, attribute, field, rank)                                            \
    LGM_WIRE_RULE(around, name, ATTRIBUTE, field, rank, attribute)
#define CODE(around, name, attribute, field, rank)                                                 \
    LGM_WIRE_RULE(around, name, CODE, field, rank, attribute)

static const lgm_wire_rule rules[] = {
    /* NewsML-G2 */
    STORY("newsItem"),
    STORY("packageItem"),
    STORY("conceptItem"),
    STORY("knowledgeItem"),
    STORY("planningItem"),
    STORY("catalogItem"),
    ATTRIBUTE(NULL, "newsItem", "guid", ID, 4),
    ATTRIBUTE(NULL, "packageItem", "guid", ID, 4),
    IN("itemMeta", "firstCreated", WORDS, PUBLISHED, 5),
    IN("itemMeta", "versionCreated", WORDS, MODIFIED, 5),
    IN("contentMeta", "contentCreated", WORDS, CREATED, 5),
    IN("contentMeta", "contentModified", WORDS, CREATED, 4),
    CODE("itemMeta", "itemClass", "qcode", KIND, 3),
    CODE("itemMeta", "pubStatus", "qcode", STATUS, 3),
    ATTRIBUTE("itemMeta", "pubStatus", "uri", STATUS, 2),
    IN("itemMeta", "embargoed", WORDS, EMBARGO, 3),
    IN("provider", "name", WORDS, PUBLISHER, 6),
    ATTRIBUTE("itemMeta", "provider", "literal", PUBLISHER, 5),
    CODE("itemMeta", "provider", "qcode", PUBLISHER, 4),
    IN("service", "name", WORDS, SECTION, 3),
    IN("itemMeta", "title", WORDS, TITLE, 2),
    IN("contentMeta", "headline", WORDS, TITLE, 6),
    IN("contentMeta", "by", WORDS, AUTHOR, 6),
    IN("creator", "name", WORDS, AUTHOR, 5),
    ATTRIBUTE("contentMeta", "creator", "literal", AUTHOR, 4),
    IN("contentMeta", "creditline", WORDS, AGENCY, 4),
    IN("infoSource", "name", WORDS, AGENCY, 2),
    IN("copyrightHolder", "name", WORDS, PUBLISHER, 3),
    IN("contentMeta", "description", WORDS, SUMMARY, 4),
    IN("contentSet", "inlineXML", OPEN, BODY, 4),
    IN("contentSet", "inlineData", TYPED, BODY, 3),

    /* HTML within the others; in the namespace of XHTML, or left without one */
    IN("xhtml:head", "xhtml:title", WORDS, TITLE, 1),
    IN("xhtml:html", "xhtml:body", MARKUP, BODY, 6),
    IN("html", "body", MARKUP, BODY, 6),

    /* NITF */
    STORY("nitf"),
    ATTRIBUTE("docdata", "doc-id", "id-string", ID, 1),
    ATTRIBUTE("docdata", "date.issue", "norm", PUBLISHED, 3),
    ATTRIBUTE("docdata", "date.release", "norm", PUBLISHED, 2),
    ATTRIBUTE("head", "pubdata", "date.publication", PUBLISHED, 1),
    ATTRIBUTE("head", "pubdata", "name", PUBLISHER, 2),
    ATTRIBUTE("head", "pubdata", "position.section", SECTION, 2),
    ATTRIBUTE("docdata", "doc.copyright", "holder", PUBLISHER, 1),
    ATTRIBUTE("dateline", "story.date", "norm", CREATED, 1),
    IN("head", "title", WORDS, TITLE, 1),
    IN("hedline", "hl1", WORDS, TITLE, 5),
    IN("body.head", "byline", WORDS, AUTHOR, 3),
    SKIP("byline", "byttl"),
    SKIP("byline", "bytag"),
    SKIP("byline", "location"),
    SKIP("byline", "virtloc"),
    IN("body.head", "distributor", WORDS, AGENCY, 2),
    IN("body.head", "abstract", MARKUP, SUMMARY, 3),
    IN("body", "body.content", MARKUP, BODY, 5),
    SKIP(NULL, "media"),

    /* NewsML 1 */
    STORY("NewsItem"),
    IN("NewsIdentifier", "PublicIdentifier", WORDS, ID, 3),
    IN("NewsIdentifier", "NewsItemId", WORDS, ID, 2),
    IN("NewsIdentifier", "ProviderId", WORDS, PUBLISHER, 1),
    IN("NewsIdentifier", "DateId", WORDS, CREATED, 2),
    IN("NewsManagement", "FirstCreated", WORDS, PUBLISHED, 5),
    IN("NewsManagement", "ThisRevisionCreated", WORDS, MODIFIED, 5),
    ATTRIBUTE("NewsManagement", "Status", "FormalName", STATUS, 3),
    ATTRIBUTE("Provider", "Party", "FormalName", PUBLISHER, 4),
    ATTRIBUTE("Source", "Party", "FormalName", AGENCY, 1),
    IN("NewsLines", "HeadLine", WORDS, TITLE, 6),
    IN("NewsLines", "ByLine", WORDS, AUTHOR, 6),
    IN("NewsLines", "CreditLine", WORDS, AGENCY, 3),
    IN("ContentItem", "DataContent", OPEN, BODY, 4),
};

const lgm_wire_rules lgm_wire_news_rules = {rules, LGM_COUNT(rules)};
