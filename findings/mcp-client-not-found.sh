#!/bin/sh
# @modelcontextprotocol/client 2.4.0 (TypeScript): a server of 2025-11-25 answers resources/read with error -32002, which
# that version of the protocol has for a resource that is not there. What the client throws has the code -32602, "invalid
# params", the code of 2026-07-28, though both agreed on 2025-11-25. It does so where data.uri is a text; without it -32002
# stays -32002. So who looks at the code gets another one than the server sent, by what else the error has in it.
#
# Ends with 0 as long as it is so. Needs Node 20 or newer with npm, and npm's index of packages.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
echo '{"private": true}' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @modelcontextprotocol/client@2.4.0
cat > server.mjs << 'END'
import readline from "node:readline";
for await (const line of readline.createInterface({input: process.stdin})) {
    const {id, method, params} = JSON.parse(line);
    if (id === undefined) continue;
    const answer = method === "initialize"
        ? {result: {protocolVersion: "2025-11-25", capabilities: {resources: {}}, serverInfo: {name: "s", version: "1"}}}
        : {error: {code: -32002, message: "Resource not found", ...(params?.uri === "x://with" ? {data: {uri: params.uri}} : {})}};
    console.log(JSON.stringify({jsonrpc: "2.0", id, ...answer}));
}
END
cat > client.mjs << 'END'
import {Client} from "@modelcontextprotocol/client";
import {StdioClientTransport} from "@modelcontextprotocol/client/stdio";
const client = new Client({name: "c", version: "1"}, {versionNegotiation: {mode: "legacy"}});
await client.connect(new StdioClientTransport({command: process.execPath, args: ["server.mjs"]}));
const code = uri => client.readResource({uri}).then(() => null, error => error.code);
const seen = [client.getNegotiatedProtocolVersion(), await code("x://with"), await code("x://without")].join(" ");
console.log(`version, code with data.uri, code without: ${seen}`);
await client.close();
process.exit(seen === "2025-11-25 -32602 -32002" ? 0 : 1);
END
node client.mjs
