// client.mjs ERA pipe LEGOMENA LEDGER CALLS | ERA http URL TOKEN CALLS - what the official client for TypeScript sees, as JSON;
// CALLS: which tools it calls with what, as JSON.
// ERA is auto or legacy of version 2 of the client, or old: version 1.
import assert from "node:assert";

const [era, transport, where, with_, calls] = process.argv.slice(2);
const from = era === "old"
    ? {client: "@modelcontextprotocol/sdk/client/index.js", pipe: "@modelcontextprotocol/sdk/client/stdio.js",
        http: "@modelcontextprotocol/sdk/client/streamableHttp.js"}
    : {client: "@modelcontextprotocol/client", pipe: "@modelcontextprotocol/client/stdio", http: "@modelcontextprotocol/client"};
const {Client} = await import(from.client);
const {StdioClientTransport} = await import(from.pipe);
const {StreamableHTTPClientTransport} = await import(from.http);

const way = transport === "pipe"
    ? new StdioClientTransport({command: where, args: ["mcp", "--ledger", with_], env: process.env})
    : new StreamableHTTPClientTransport(new URL(where), {requestInit: {headers: {Authorization: `Bearer ${with_}`}}});
const client = new Client({name: "test", version: "1"}, era === "old" ? {} : {versionNegotiation: {mode: era}});
await client.connect(way);

const seen = {version: era === "old" ? way.protocolVersion ?? way._protocolVersion ?? null : client.getNegotiatedProtocolVersion(), answers: []};
seen.tools = (await client.listTools()).tools.map(t => t.name);
for (const [name, args] of JSON.parse(calls)) {
    const result = await client.callTool({name, arguments: args});
    assert(!result.isError, JSON.stringify(result));
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
    seen.answers.push(result.structuredContent);
}
const wrong = await client.callTool({name: "show", arguments: {ide: "1"}});
assert(wrong.isError);
seen.wrong = wrong.content[0].text;
const refused = async call => { try { await call(); return null; } catch (problem) { return problem.code; } };
seen.unknown = await refused(() => client.callTool({name: "nothing", arguments: {}}));
seen.missing = await refused(() => client.readResource({uri: "legomena://report/99"}));
seen.resources = (await client.listResources()).resources.map(r => r.uri);
seen.templates = (await client.listResourceTemplates()).resourceTemplates.map(t => t.uriTemplate);
seen.read = JSON.parse((await client.readResource({uri: "legomena://report/2"})).contents[0].text).quoted.title;
await client.close();
console.log(JSON.stringify(seen));
