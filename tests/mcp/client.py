"""client.py ERA pipe LEGOMENA LEDGER CALLS | ERA http URL TOKEN CALLS - what the official client for Python sees, as JSON; CALLS: which tools it
calls with what, as JSON.

ERA is auto or legacy of version 2 of the client, or old: version 1.
"""
import asyncio
import contextlib
import json
import os
import sys

async def look(c, calls, fields, refused):
    """The same of both versions, whose fields have other names."""
    structured, wrong, link, template = fields
    tools = (await c.list_tools()).tools
    seen = {"tools": [t.name for t in tools], "answers": [], "resources": []}
    for name, arguments in calls:
        result = await c.call_tool(name, arguments)
        assert not getattr(result, wrong), result
        assert json.loads(result.content[0].text) == getattr(result, structured)
        seen["answers"].append(getattr(result, structured))
    result = await c.call_tool("show", {"ide": "1"})
    assert getattr(result, wrong)
    seen["wrong"] = result.content[0].text
    for what, call in (("unknown", lambda: c.call_tool("nothing", {})), ("missing", lambda: c.read_resource(link("legomena://report/99")))):
        try:
            await call()
            seen[what] = None
        except refused as problem:
            seen[what] = problem.error.code
    seen["resources"] = [str(r.uri) for r in (await c.list_resources()).resources]
    templates = await c.list_resource_templates()
    seen["templates"] = [getattr(t, template) for t in getattr(templates, template.replace("uri_t", "resource_t").replace("uriT", "resourceT") + "s")]
    seen["read"] = json.loads((await c.read_resource(link("legomena://report/2"))).contents[0].text)["quoted"]["title"]
    return seen


async def new(era, transport, where, with_, calls):
    from mcp import Client, StdioServerParameters
    from mcp.client.streamable_http import streamable_http_client
    from mcp.shared._httpx_utils import create_mcp_http_client
    from mcp.shared.exceptions import MCPError
    async with contextlib.AsyncExitStack() as stack:
        if transport == "pipe":
            server = StdioServerParameters(command=where, args=["mcp", "--ledger", with_], env=dict(os.environ))
        else:
            http = await stack.enter_async_context(create_mcp_http_client(headers={"Authorization": f"Bearer {with_}"}))
            server = streamable_http_client(where, http_client=http)
        c = await stack.enter_async_context(Client(server, mode=era))
        seen = await look(c, calls, ("structured_content", "is_error", str, "uri_template"), MCPError)
        return {"version": c.protocol_version, **seen}


async def old(transport, where, with_, calls):
    from mcp import ClientSession, StdioServerParameters, stdio_client
    from mcp.client.streamable_http import streamablehttp_client
    from mcp.shared.exceptions import McpError
    from pydantic import AnyUrl
    streams = stdio_client(StdioServerParameters(command=where, args=["mcp", "--ledger", with_], env=dict(os.environ))) if transport == "pipe" \
        else streamablehttp_client(where, headers={"Authorization": f"Bearer {with_}"})
    async with streams as (read, write, *_), ClientSession(read, write) as c:
        version = (await c.initialize()).protocolVersion
        await c.send_ping()
        return {"version": version, **await look(c, calls, ("structuredContent", "isError", AnyUrl, "uriTemplate"), McpError)}


def main():
    era, *how, calls = sys.argv[1:]
    how.append(json.loads(calls))
    print(json.dumps(asyncio.run(old(*how) if era == "old" else new(era, *how))))


main()
