#!/usr/bin/env python3
"""over_http.py LEGOMENA MODEL - POST /mcp of the server: who may ask, headers and bodies that agree, statuses, both eras."""
import base64
import contextlib
import http.client
import json
import re
import threading

from asking import LEGACY, META, MODERN, error_of, ledger_of, quoted_of
from command import case, check, main, same

TOKEN = "a-token-of-twenty-characters"


class Server:
    def __init__(self, place):
        ledger_of(place)
        place.env["LEGOMENA_TOKEN"] = TOKEN
        self.run = place.start("--ledger", "l.db", "--port", "0", command="serve")
        self.port = int(re.search(r":(\d+)/", self.run.stdout.readline().decode())[1])

    def post(self, body, method="POST", token=TOKEN, kind="application/json", headers=(), path="/mcp"):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(c):
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
            c.putrequest(method, path)
            for name, value in [("Content-Type", kind), ("Accept", "application/json, text/event-stream"), ("Content-Length", str(len(body))),
                                *([("Authorization", f"Bearer {token}")] if token else []), *headers]:
                c.putheader(name, value)
            c.endheaders(body)
            answer = c.getresponse()
            data = answer.read()
            return answer.status, dict(answer.getheaders()), json.loads(data) if data else None

    def modern(self, method, name=None, headers=None, meta=META, **params):
        """A request of 2026-07-28 with the headers that it should have, or others."""
        usual = [("MCP-Protocol-Version", MODERN), ("Mcp-Method", method)] + ([("Mcp-Name", name)] if name else [])
        body = {"jsonrpc": "2.0", "id": 7, "method": method, "params": {"_meta": meta, **params}}
        return self.post(body, headers=usual if headers is None else headers)

    def legacy(self, method, params=None, version=None, **more):
        body = {"jsonrpc": "2.0", "id": 7, "method": method, **({} if params is None else {"params": params})}
        return self.post(body, headers=[("MCP-Protocol-Version", version)] if version else [], **more)


@case
def who_may_ask(place):
    """as of all that is served: the token, this host, no page of another origin; there is nothing to GET or DELETE"""
    s = Server(place)
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    same(s.post(ping, token=None)[0], 401)
    same(s.post(ping, token=TOKEN + "x")[0], 401)
    same(s.post(ping)[::2], (200, {"jsonrpc": "2.0", "id": 1, "result": {}}))
    same(s.post(ping, headers=[("Origin", "http://news.example")])[0], 403)
    same(s.post(ping, headers=[("Origin", f"http://127.0.0.1:{s.port}")])[0], 200)
    for method in ("GET", "DELETE", "PUT"):
        status, headers, _ = s.post(b"", method=method)
        same((status, headers["Allow"]), (405, "POST"))
    same(s.post(ping, kind="text/plain")[0], 415)
    same(s.post(b"x" * (17 << 20))[0], 413)


@case
def each_request_stands_alone(place):
    """2026-07-28: no session; headers have to say what the body says; errors have their statuses"""
    s = Server(place)
    status, headers, answer = s.modern("server/discover")
    same((status, headers["Content-Type"], answer["result"]["supportedVersions"]), (200, "application/json", [MODERN]))
    check("Mcp-Session-Id" not in headers, headers)
    status, _, answer = s.post(
        {"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"_meta": META, "name": "show", "arguments": {"id": "1"}}},
        headers=[("MCP-Protocol-Version", MODERN), ("mcp-method", "tools/call"), ("Mcp-Name", "show")])
    same((status, quoted_of(answer["result"])["kind"]), (200, "report"))
    uri = "legomena://report/2"
    good = [("MCP-Protocol-Version", MODERN), ("Mcp-Method", "resources/read")]
    coded = "=?base64?" + base64.b64encode(uri.encode()).decode() + "?="
    for name in (uri, coded):
        same(s.modern("resources/read", headers=good + [("Mcp-Name", name)], uri=uri)[0], 200, name)
    for wrong in ([], good[:1], good[1:], good, good + [("Mcp-Name", "legomena://report/1")], good + [("Mcp-Name", coded[:-3] + "?=")], good + [("Mcp-Name", "=?base64?x?=")],
                  good + [("Mcp-Name", uri), ("Mcp-Name", uri)], [("MCP-Protocol-Version", "2025-11-25"), good[1], ("Mcp-Name", uri)],
                  [good[0], ("Mcp-Method", "tools/list"), ("Mcp-Name", uri)]):
        status, _, answer = s.modern("resources/read", headers=wrong, uri=uri)
        same((status, error_of(answer), answer["id"]), (400, -32020, 7), wrong)
    later = {**META, "io.modelcontextprotocol/protocolVersion": "2027-01-01"}
    status, _, answer = s.modern("tools/list", headers=[("MCP-Protocol-Version", "2027-01-01"), ("Mcp-Method", "tools/list")], meta=later)
    same((status, error_of(answer), answer["error"]["data"]["supported"][0]), (400, -32022, MODERN))
    for method, params, wanted in [("nothing", {}, (404, -32601)), ("ping", {}, (404, -32601)), ("initialize", {}, (404, -32601)),
                                   ("tools/list", {"cursor": "x"}, (400, -32602)), ("tools/list", {"_meta": {}}, (400, -32602))]:
        meta = params.pop("_meta", META)
        status, _, answer = s.modern(method, meta=meta, **params)
        same((status, error_of(answer)), wanted, method)
    for body, code in [(b"{", -32700), (b"[]", -32600), (b"7", -32600)]:
        status, _, answer = s.post(body, headers=good)
        same((status, error_of(answer), answer["id"]), (400, code, None), body)
    for body in ({"jsonrpc": "2.0", "method": "notifications/cancelled"}, {"jsonrpc": "2.0", "id": 1, "result": {}}):
        same(s.post(body, headers=good)[::2], (202, None))


@case
def old_clients_need_no_session(place):
    """up to 2025-11-25: initialize, and then each request by its header, or by 2025-03-26 where there is none"""
    s = Server(place)
    for version in LEGACY:
        opening = {"protocolVersion": version, "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
        status, headers, answer = s.legacy("initialize", opening)
        same((status, answer["result"]["protocolVersion"]), (200, version))
        check("Mcp-Session-Id" not in headers, headers)
        same(s.post({"jsonrpc": "2.0", "method": "notifications/initialized"}, headers=[("MCP-Protocol-Version", version)])[::2], (202, None))
        result = s.legacy("tools/call", {"name": "show", "arguments": {"id": "1"}}, version)[2]["result"]
        same("structuredContent" in result, version >= "2025-06-18")
        status, _, answer = s.legacy("nothing", version=version)
        same((status, error_of(answer)), (200, -32601))
    same("structuredContent" in s.legacy("tools/call", {"name": "show", "arguments": {"id": "1"}})[2]["result"], False)
    status, _, answer = s.legacy("tools/list", {}, "1999-01-01")
    same((status, error_of(answer)), (400, -32602))
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    same([a["id"] for a in s.post([ping, {**ping, "id": 2}])[2]], [1, 2])
    same(s.post([ping], headers=[("MCP-Protocol-Version", "2025-11-25")])[0], 400)
    status, _, answer = s.post([{**ping, "method": "tools/call", "params": {"name": "read_report", "arguments": {"text": "A text."}}}])
    check(answer[0]["result"]["isError"] and "alone" in answer[0]["result"]["content"][0]["text"], answer)


@case
def an_address_leaves_names_out(place):
    """/mcp?redact=true: no answer has the names of private persons, whatever is asked; a value that is none is refused"""
    s = Server(place)
    text = "Tam Orlo, 34, was killed when a bridge fell in Tarn on Sunday, police said."
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "read_report", "arguments": {"text": text, "redact": False}}}
    check("Orlo" in json.dumps(s.post(body)[2]), "it is there")
    for path in ("/mcp?redact=true", "/mcp?redact"):
        status, _, answer = s.post(body, path=path)
        check(status == 200 and "Orlo" not in json.dumps(answer) and "bridge fell" in json.dumps(answer), answer)
    same(s.post(body, path="/mcp?redact=perhaps")[0], 400)


@case
def a_text_is_read_while_others_ask(place):
    """read_report of a text, and questions at the same time: every answer is whole"""
    s = Server(place)
    wrong = []

    def read(i):
        text = f"Ada Lind said on Monday that bridge {i} was closed."
        status, _, answer = s.post({"jsonrpc": "2.0", "id": i, "method": "tools/call",
                                    "params": {"name": "read_report", "arguments": {"text": text, "date": "2024-05-24"}}},
                                   headers=[("MCP-Protocol-Version", "2025-11-25")])
        if status != 200 or answer["id"] != i or quoted_of(answer["result"])["text"] != text:
            wrong.append(answer)

    def ask(i):
        status, _, answer = s.legacy("tools/call", {"name": "search_claims", "arguments": {"by": "Lind"}}, "2025-11-25")
        if status != 200 or not quoted_of(answer["result"])["claims"]:
            wrong.append(answer)

    threads = [threading.Thread(target=f, args=[i]) for i in range(8) for f in (read, ask)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    same(wrong, [])


if __name__ == "__main__":
    main()
