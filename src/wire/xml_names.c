/*
 * xml_names.c - two hash tables with open addressing: of the names in rules, and of those in files.
 */
#include "wire/xml_names.h"

#include <assert.h>
#include <string.h>

/* Without "http://www." and what stands at the end; namespaces are written with and without. An
 * element of an empty prefix is one of the formats that have none of their own. */
static const struct {
    const char *is, *prefix;
} namespaces[] = {
    {"purl.org/rss/1.0", ""},
    {"my.netscape.com/rdf/simple/0.9", ""},
    {"channel.netscape.com/rdf/simple/0.9", ""},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", ""},
    {"backend.userland.com/rss", ""},
    {"backend.userland.com/rss2", ""},
    {"backend.userland.com/rss091", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"iptc.org/std/nar/2006-10-01", ""},
    {"iptc.org/std/NITF/2006-10-18", ""},
    {"iptc.org/std/NewsML/2003-10-10", ""},
    {"w3.org/2005/Atom", "atom:"},
    {"purl.org/atom/ns", "atom:"},
    {"purl.org/dc/elements/1.1", "dc:"},
    {"purl.org/dc/elements/1.0", "dc:"},
    {"purl.org/dc/terms", "dcterms:"},
    {"purl.org/rss/1.0/modules/content", "content:"},
    {"purl.org/rss/1.0/modules/dcterms", "dcterms:"},
    {"search.yahoo.com/mrss", "media:"},
    {"w3.org/1999/02/22-rdf-syntax-ns", "rdf:"},
    {"w3.org/1999/xhtml", "xhtml:"},
    {"w3.org/XML/1998/namespace", "xml:"},
};

lgm_status lgm_wire_names_new(lgm_wire_names **out, lgm_err *err)
{
    lgm_wire_names *const n = *out = lgm_calloc(1, sizeof *n);
    if (!n) return lgm_fail(err, LGM_E_NOMEM, "out of memory");
    const lgm_status st = lgm_arena_new(&n->arena, 0, err);
    if (st == LGM_OK) return LGM_OK;
    lgm_free(n);
    *out = NULL;
    return st;
}

void lgm_wire_names_free(lgm_wire_names *n)
{
    if (!n) return;
    lgm_arena_free(n->arena);
    lgm_free(n);
}

static size_t slot_of(const char *name)
{
    return lgm_hash64(0, name, strlen(name)) & (LGM_WIRE_NAMES - 1);
}

static size_t next_slot(size_t slot)
{
    return (slot + 1) & (LGM_WIRE_NAMES - 1);
}

uint16_t lgm_wire_names_add(lgm_wire_names *n, const char *name)
{
    size_t i = slot_of(name);
    for (; n->known[i].name; i = next_slot(i))
        if (strcmp(n->known[i].name, name) == 0) return n->known[i].id;
    assert(n->n_known < LGM_WIRE_NAMES / 2);
    n->known[i].name = name;
    return n->known[i].id = ++n->n_known;
}

static uint16_t find_known(const lgm_wire_names *n, const char *name)
{
    for (size_t i = slot_of(name); n->known[i].name; i = next_slot(i))
        if (strcmp(n->known[i].name, name) == 0) return n->known[i].id;
    return 0;
}

static lgm_slice core_of(const char *uri, size_t len)
{
    static const char *const fronts[] = {"http://", "https://", "www."};
    for (size_t i = 0; i < LGM_COUNT(fronts); i++) {
        const size_t n = strlen(fronts[i]);
        if (len >= n && memcmp(uri, fronts[i], n) == 0) uri += n, len -= n;
    }
    while (len && (uri[len - 1] == '/' || uri[len - 1] == '#')) len--;
    return (lgm_slice){uri, len};
}

static const char *prefix_of(lgm_slice core)
{
    for (size_t i = 0; i < LGM_COUNT(namespaces); i++)
        if (lgm_slice_eq(core, (lgm_slice){namespaces[i].is, strlen(namespaces[i].is)}))
            return namespaces[i].prefix;
    return NULL;
}

static uint16_t resolve(const lgm_wire_names *n, const char *in_full)
{
    char name[64];
    const char *const end = strchr(in_full, LGM_WIRE_NS_END);
    if (!end) return find_known(n, in_full);
    const char *const prefix = prefix_of(core_of(in_full, (size_t)(end - in_full)));
    if (!prefix || strlen(prefix) + strlen(end) > sizeof name) return 0;
    strcpy(name, prefix);
    strcat(name, end + 1);
    return find_known(n, name);
}

uint16_t lgm_wire_names_find(lgm_wire_names *n, const char *in_full)
{
    size_t i = slot_of(in_full);
    for (; n->met[i].name; i = next_slot(i))
        if (strcmp(n->met[i].name, in_full) == 0) return n->met[i].id;
    const uint16_t id = resolve(n, in_full);
    if (n->n_met >= LGM_WIRE_NAMES / 2 || strlen(in_full) > 200) return id;
    const char *const kept = lgm_arena_strndup(n->arena, in_full, strlen(in_full));
    if (!kept) return id; /* found anew each time */
    n->met[i].name = kept;
    n->met[i].id = id;
    n->n_met++;
    return id;
}
