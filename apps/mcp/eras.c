/* eras.c - see eras.h. */
#include "eras.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#include "json_make.h"

#define VERSION_KEY "io.modelcontextprotocol/protocolVersion"
#define ABLE_KEY "io.modelcontextprotocol/clientCapabilities"
#define ASSUMED "2025-03-26" /* over HTTP, where no header says it */
#define LAST_LEGACY "2025-11-25"

static const char *const legacy_versions[] = {"2024-11-05", ASSUMED, "2025-06-18", LAST_LEGACY};

static const char *legacy(const char *version)
{
    for (size_t i = 0; version && i < sizeof legacy_versions / sizeof *legacy_versions; i++)
        if (strcmp(legacy_versions[i], version) == 0) return legacy_versions[i];
    return NULL;
}

const char *mcp_era_agree(const char *asked)
{
    const char *const known = legacy(asked);
    return known ? known : LAST_LEGACY;
}

/* Of a request of the first era: what the header says over HTTP, else what was agreed upon. */
static const char *version_of(const mcp *m)
{
    const char *const said = m->headers ? m->headers->version : NULL;
    if (!m->headers) return m->version;
    return said ? legacy(said) : ASSUMED;
}

bool mcp_era_has_lists(const mcp *m)
{
    const char *const version = version_of(m);
    return version && strcmp(version, "2025-06-18") < 0;
}

/* ---- the second era ---- */

/* All that are served, the newest first: a client may have only an old one. */
static json_object *served(const char *asked)
{
    json_object *const data = json_object_new_object(), *const list = json_object_new_array();
    json_object_array_add(list, json_object_new_string(MCP_MODERN_VERSION));
    for (size_t i = sizeof legacy_versions / sizeof *legacy_versions; i-- > 0;)
        json_object_array_add(list, json_object_new_string(legacy_versions[i]));
    make_value(data, "supported", list);
    make_text(data, "requested", asked);
    return data;
}

/* Is it the value, or "=?base64?...?=" of it, as clients send what a header cannot have? */
static bool carries(const char *header, const char *value)
{
    static const char before[] = "=?base64?";
    const size_t len = strlen(value), room = 4 * ((len + 2) / 3) + 1, from = sizeof before - 1;
    if (!header || strncmp(header, before, from) != 0) return header && strcmp(header, value) == 0;
    unsigned char *const coded = strlen(header) == from + room - 1 + 2 ? malloc(room) : NULL;
    if (!coded) return false;
    EVP_EncodeBlock(coded, (const unsigned char *)value, (int)len);
    const bool is = strncmp(header + from, (char *)coded, room - 1) == 0 &&
                    strcmp(header + from + room - 1, "?=") == 0;
    free(coded);
    return is;
}

/* What the headers repeat has to be what the body says, for who reads no bodies acts by them. */
static bool headers_agree(mcp_call *c, const rpc_message *request, json_object *version)
{
    const mcp_headers *const h = c->mcp->headers;
    const bool resource = strcmp(request->method, "resources/read") == 0;
    const char *const name = resource || strcmp(request->method, "tools/call") == 0
                                 ? made_text(request->params, resource ? "uri" : "name")
                                 : NULL;
    const char *const said = json_object_get_string(version);
    const char *wrong = NULL;
    if (!h->version || !said || strcmp(h->version, said) != 0) wrong = "MCP-Protocol-Version";
    if (!wrong && (!h->method || strcmp(h->method, request->method) != 0)) wrong = "Mcp-Method";
    if (!wrong && name && !carries(h->name, name)) wrong = "Mcp-Name";
    if (h->twice)
        mcp_fail(c, RPC_HEADERS_DIFFER, NULL, "a header of the protocol came twice");
    else if (wrong)
        mcp_fail(c, RPC_HEADERS_DIFFER, NULL, "the header %s does not say what the body says",
                 wrong);
    return !h->twice && !wrong;
}

static bool envelope_is_good(mcp_call *c, const rpc_message *request)
{
    json_object *const meta = made_object(request->params, "_meta");
    json_object *const version = made_value(meta, VERSION_KEY);
    if (!version || !made_value(meta, ABLE_KEY)) {
        mcp_fail(c, RPC_BAD_PARAMS, NULL,
                 "params._meta should have %s: a request by " MCP_MODERN_VERSION
                 " says it each time; a client of an older version sends initialize first",
                 version ? ABLE_KEY : VERSION_KEY);
        return false;
    }
    if (c->mcp->headers && !headers_agree(c, request, version)) return false;
    if (!json_object_is_type(version, json_type_string)) {
        mcp_fail(c, RPC_BAD_PARAMS, NULL, "%s should be a text", VERSION_KEY);
        return false;
    }
    const char *const asked = json_object_get_string(version);
    if (strcmp(asked, MCP_MODERN_VERSION) == 0) return true;
    mcp_fail(c, RPC_NO_VERSION, served(asked), "this version of the protocol is not served");
    return false;
}

/* ---- which of both ---- */

static bool has_envelope(const rpc_message *request)
{
    return made_value(made_object(request->params, "_meta"), VERSION_KEY) != NULL;
}

/* By a pipe, what says no version is of the first era once that was agreed upon. */
static bool is_modern(const mcp *m, const rpc_message *request)
{
    const char *const header = m->headers ? m->headers->version : NULL;
    if (m->headers) return (header && !legacy(header)) || has_envelope(request);
    if (strcmp(request->method, "initialize") == 0) return false;
    return has_envelope(request) || (!m->version && strcmp(request->method, "ping") != 0);
}

bool mcp_era_admits(mcp_call *c, const rpc_message *request)
{
    mcp *const m = c->mcp;
    c->modern = m->modern = is_modern(m, request);
    c->version = MCP_MODERN_VERSION;
    if (c->modern) return envelope_is_good(c, request);
    const bool opens = strcmp(request->method, "initialize") == 0;
    c->version =
        opens ? mcp_era_agree(made_text(request->params, "protocolVersion")) : version_of(m);
    if (!c->version) c->version = LAST_LEGACY;
    if (opens && !m->headers) m->version = c->version;
    return true;
}
