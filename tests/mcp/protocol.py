#!/usr/bin/env python3
"""protocol.py LEGOMENA MODEL - the server of the Model Context Protocol, message by message: both eras, and what is no message."""
import json
import signal
import unicodedata

from asking import LEGACY, META, MODERN, Pipe, TRICK, error_of, ledger_of, quoted_of
from command import case, check, main, same

TOOLS = ["read_report", "search_claims", "accounts", "timeline", "disputes", "show"]


@case
def each_old_version_is_answered_with_itself(place):
    """initialize: a version that is known comes back, another is answered with the last; what a version lacks is left out"""
    ledger_of(place)
    for version in LEGACY + ["2099-01-01"]:
        s = Pipe(place)
        got = s.open(version)["result"]
        same(got["protocolVersion"], version if version in LEGACY else "2025-11-25")
        same(got["serverInfo"]["name"], "legomena")
        same(sorted(got["capabilities"]), ["resources", "tools"])
        s.send({"jsonrpc": "2.0", "method": "notifications/initialized"})
        same(s.ask("ping")["result"], {})
        tools = s.ask("tools/list")["result"]["tools"]
        same([t["name"] for t in tools], TOOLS)
        later = version >= "2025-06-18"
        same([("outputSchema" in t, "annotations" in t) for t in tools], [(later, version >= "2025-03-26")] * len(TOOLS))
        got = s.ask("tools/call", {"name": "search_claims", "arguments": {"limit": 2}})["result"]
        same("structuredContent" in got, later)
        same({b["type"] for b in got["content"]}, {"text", "resource_link"} if later else {"text"})
        check("resultType" not in got and "_meta" not in got, got)
        same(error_of(s.ask("resources/read", {"uri": "legomena://report/99"})), -32002)
        same(error_of(s.ask("server/discover")), -32601)
        same(s.modern("tools/list")["result"]["resultType"], "complete", "a request that says its version stands alone:")
        same(s.end(), (0, b""))


@case
def the_new_version_stands_in_each_request(place):
    """2026-07-28: discover, resultType, ttlMs and cacheScope, and no session: each request says its version"""
    ledger_of(place)
    s = Pipe(place)
    got = s.modern("server/discover")["result"]
    same((got["supportedVersions"], got["resultType"], got["cacheScope"]), ([MODERN], "complete", "public"))
    check(got["ttlMs"] > 0 and got["instructions"] and got["_meta"]["io.modelcontextprotocol/serverInfo"]["version"], got)
    got = s.modern("tools/list")["result"]
    same(([t["name"] for t in got["tools"]], got["resultType"]), (TOOLS, "complete"))
    same(s.modern("tools/list")["result"], got, "the order is always the same:")
    for tool in got["tools"]:
        check(tool["annotations"]["readOnlyHint"] is True and tool["inputSchema"]["type"] == "object", tool)
    got = s.modern("resources/list")["result"]
    same((got["ttlMs"], got["cacheScope"], len(got["resources"])), (0, "private", 3))
    same(error_of(s.ask("tools/list", {"_meta": {**META, "io.modelcontextprotocol/protocolVersion": "2027-01-01"}})), -32022)
    answer = s.ask("tools/list", {"_meta": {**META, "io.modelcontextprotocol/protocolVersion": "2027-01-01"}})
    same(answer["error"]["data"], {"supported": [MODERN, *reversed(LEGACY)], "requested": "2027-01-01"})
    for params in (None, {}, {"_meta": {}}, {"_meta": 1}, {"_meta": {"io.modelcontextprotocol/protocolVersion": MODERN}},
                   {"_meta": {**META, "io.modelcontextprotocol/protocolVersion": 7}}):
        same(error_of(s.ask("tools/list", params)), -32602, params)
    for method in ("ping", "logging/setLevel", "nothing", ""):
        same(error_of(s.modern(method)), -32601, method)
    same(error_of(s.modern("resources/read", uri="legomena://report/99")), -32602)
    same(s.end(), (0, b""))


@case
def a_version_that_is_not_served_settles_nothing(place):
    """a client that asks by a version to come, and is refused, may begin with initialize"""
    ledger_of(place)
    s = Pipe(place)
    same(error_of(s.ask("server/discover", {"_meta": {**META, "io.modelcontextprotocol/protocolVersion": "2027-01-01"}})), -32022)
    same(s.open("2025-11-25")["result"]["protocolVersion"], "2025-11-25")


@case
def what_is_no_message_is_said(place):
    """half lines, wrong JSON, other types, lists, wrong ids: an error each, and the next message is answered"""
    ledger_of(place)
    s = Pipe(place)
    for line, code in [(b'{"jsonrpc": "2.0", "id": 1, "meth', -32700), (b"hello", -32700), (b'{"a": 1,}', -32700),
                       (b'{"jsonrpc":"2.0","id":1,"method":"ping"} x', -32700), (b"\xff\xfe", -32700), (b'{"a": "\xff"}', -32700),
                       (b"[" * 100 + b"]" * 100, -32700), (b"null", -32700), (b"7", -32600), (b'"x"', -32600), (b"[]", -32600),
                       (b'[{"jsonrpc":"2.0","id":1,"method":"ping"}]', -32600), (b"{}", -32600), (b'{"jsonrpc":"1.0","id":1,"method":"ping"}', -32600),
                       (b'{"jsonrpc":"2.0","id":1}', -32600), (b'{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600),
                       (b'{"jsonrpc":"2.0","id":[1],"method":"ping"}', -32600), (b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}', -32600),
                       (b'{"jsonrpc":"2.0","id":99999999999999999999,"method":"ping"}', -32600),
                       (b'{"jsonrpc":"2.0","id":1,"method":7}', -32600), (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}', -32600)]:
        s.send(line)
        same(s.receive()["error"]["code"], code, line)
    for line in (b"", b"   \t", b"\r", b'{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}',
                 b'{"jsonrpc":"2.0","method":"no/such/notification"}', b'{"jsonrpc":"2.0","id":9,"result":{}}',
                 b'{"jsonrpc":"2.0","id":9,"error":{"code":1,"message":"x"}}'):
        s.send(line)
    s.send(b'  {"jsonrpc":"2.0","id":"one \xe2\x80\x9ctext\xe2\x80\x9d","method":"ping"}\r')
    same(s.receive(), {"jsonrpc": "2.0", "id": "one “text”", "result": {}})
    s.send({"jsonrpc": "2.0", "id": 5, "method": "ping"})
    s.send({"jsonrpc": "2.0", "id": 5, "method": "ping"})
    same([s.receive()["id"] for _ in range(2)], [5, 5], "the same id again:")
    s.send({"jsonrpc": "2.0", "id": -9007199254740993, "method": "ping"})
    same(s.receive()["id"], -9007199254740993)
    s.run.stdin.write(b'{"jsonrpc":"2.0","id":6,"method":"ping"}')
    s.run.stdin.close()
    same(s.receive()["id"], 6, "a last line without its end:")
    same(s.run.wait(60), 0)


@case
def a_line_that_is_too_long_is_left_out(place):
    """a message of more than 16 MiB is refused, and the next one is answered"""
    ledger_of(place)
    s = Pipe(place)
    s.send(b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"' + b"x" * (17 << 20) + b'"}}')
    answer = s.receive()
    same((answer["id"], answer["error"]["code"]), (None, -32600))
    same(s.ask("ping")["result"], {})
    same(s.end(), (0, b""))


@case
def old_clients_may_send_lists(place):
    """a list of messages is answered with one of answers up to 2025-03-26, and refused later"""
    ledger_of(place)
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    for version in LEGACY:
        s = Pipe(place)
        s.open(version)
        s.send([ping, {"jsonrpc": "2.0", "method": "notifications/initialized"}, 7, {**ping, "id": 2}])
        answer = s.receive()
        if version >= "2025-06-18":
            same(answer["error"]["code"], -32600)
            continue
        same([(a["id"], "error" in a) for a in answer], [(1, False), (None, True), (2, False)])
        s.send([{"jsonrpc": "2.0", "method": "notifications/initialized"}])
        s.send([ping] * 101)
        same(s.receive()["error"]["code"], -32600)


@case
def answers_have_the_words(place):
    """every answer has the words of the report at their places, its number, and what was looked at"""
    ledger_of(place)
    s = Pipe(place)
    texts = {n: json.loads(place.run("--ledger", "l.db", "-f", "json", str(n), command="show")[1])["text"] for n in (1, 2, 3)}

    def hold(value, text):
        """Each {start, end, text} in it is a stretch of the report."""
        n = 0
        if isinstance(value, dict):
            if {"start", "end", "text"} <= set(value):
                same(value["text"], text[value["start"]:value["end"]])
                n += 1
            value = list(value.values())
        if isinstance(value, list):
            n += sum(hold(v, text) for v in value)
        return n

    result = s.call("search_claims", by="Lind")
    rows = quoted_of(result)["claims"]
    check(rows and all(r["report"] == 1 and r["id"].startswith("1:c") and r["spans"]["content"] for r in rows), rows)
    same(sum(hold(r, texts[r["report"]]) > 1 for r in rows), len(rows))
    coverage = result["structuredContent"]["coverage"]
    same((coverage["reports"], coverage["publishers"], coverage["first"], coverage["last"]), (3, 2, "2024-05-20", "2024-05-22"))
    check("Looked at: 3 reports of 2 publishers, 2024-05-20 to 2024-05-22." in result["structuredContent"]["note"], result)
    same([b.get("uri") for b in result["content"]], [None, "legomena://report/1"])
    same(rows, [r for r in quoted_of(s.call("search_claims", limit=200))["claims"] if r["id"] in {x["id"] for x in rows}])
    one = quoted_of(s.call("show", id=rows[0]["id"]))
    check(one["words"]["text"] in one["paragraph"] and hold(one, texts[1]) > 2 and one["custody"], one)
    same((one["kind"], one["report"], one["publisher"]), ("claim", 1, "Orvane Post"))
    whole = quoted_of(s.call("show", id=1))
    same((whole["kind"], whole["title"]), ("report", "Three hurt in fire at Tarn mill"))
    parts = ["text", "claims", "entities", "events", "figures", "incidents", "times", "timeline", "disputes"]
    read = quoted_of(s.call("read_report", report="1", parts=parts))
    same(read["text"], texts[1])
    check(all(hold(c, texts[1]) > 1 and c["content"] and c["names"].keys() >= {c["speaker"]} - {None} for c in read["claims"]), read["claims"])
    same(len(read["claims"]), read["counts"]["claims"])
    pages, cursor = [], None
    while cursor is not None or not pages:
        said = s.call("read_report", report=1, limit=1, parts=["claims"], **({"cursor": cursor} if cursor else {}))["structuredContent"]
        pages += said["quoted"]["claims"]
        cursor = said["next"]
    same(pages, read["claims"])
    rows, cursor = [], None
    while cursor is not None or not rows:
        said = s.call("search_claims", limit=2, **({"cursor": cursor} if cursor else {}))["structuredContent"]
        rows += said["quoted"]["claims"]
        cursor = said["next"]
    same(rows, quoted_of(s.call("search_claims", limit=200))["claims"])


@case
def stories_are_answered(place):
    """accounts, disputes and the timeline of a story, by its number or a report of it: words, sentences, who says so"""
    ledger_of(place)
    s = Pipe(place)
    texts = {n: json.loads(place.run("--ledger", "l.db", "-f", "json", str(n), command="show")[1])["text"] for n in (1, 2)}

    def hold(said):
        text = texts[said["report"]]
        for words in (said["words"], said["sentence"]):
            same(words["text"], text[words["start"]:words["end"]])
        check(said["sentence"]["start"] <= said["words"]["start"] < said["sentence"]["end"], said)

    result = s.call("accounts", story=1)
    accounts = quoted_of(result)["accounts"]
    tolls = [a for a in accounts if a["question"] == "wounded"]
    same([a["value"] for a in tolls], [3, 4])
    for account in accounts:
        for said in account["said"]:
            hold(said)
    same(tolls[0]["said"][0]["claim"], "1:c1")
    check("Lind" in tolls[0]["said"][0]["speaker"], tolls)
    coverage = result["structuredContent"]["coverage"]
    same((coverage["reports"], coverage["publishers"]), (2, 2))
    check("2 reports of 2 publishers" in result["structuredContent"]["note"], result)
    same({b["uri"] for b in result["content"][1:]}, {"legomena://report/1", "legomena://report/2"})
    same(quoted_of(s.call("accounts", report="https://herald.example/2"))["accounts"], accounts)
    same(quoted_of(s.call("accounts", story=1, question="wounded"))["accounts"], tolls)
    pages, cursor = [], None
    while cursor is not None or not pages:
        said = s.call("accounts", story=1, limit=1, **({"cursor": cursor} if cursor else {}))["structuredContent"]
        pages += said["quoted"]["accounts"]
        cursor = said["next"]
    same(pages, accounts)
    disputes = quoted_of(s.call("disputes", report=2))["disputes"]
    check(disputes and {d["question"] for d in disputes} == {"wounded"}, disputes)
    for d in disputes:
        hold(d["a"])
        hold(d["b"])
    rows = quoted_of(s.call("timeline", story=1, limit=100))["timeline"]
    check(rows and [r["from"] for r in rows] == sorted(r["from"] for r in rows), rows)
    for row in rows:
        for words in row["spans"]["content"]:
            same(words["text"], texts[row["report"]][words["start"]:words["end"]])


@case
def a_text_is_read_and_not_kept(place):
    """read_report reads a text that comes along; the ledger has nothing of it"""
    ledger_of(place)
    s = Pipe(place)
    text = "The mayor of Orvane, Ada Lind, said on Monday that the bridge was closed."
    result = s.call("read_report", text=text, date="2024-05-24", title="A bridge")
    read = quoted_of(result)
    same((read["report"], read["text"], read["title"], read["date"]), (None, text, "A bridge", "2024-05-24"))
    same(result["structuredContent"]["coverage"], None)
    same(len(result["content"]), 1, "no link:")
    check("bridge was closed" in read["claims"][0]["content"][0]["text"], read["claims"])
    same(place.run("--ledger", "l.db", "-f", "json", command="reports")[1].count('"id"'), 3)


@case
def what_a_tool_cannot_do_is_said_to_the_assistant(place):
    """arguments that do not fit are results with isError and help; a tool that there is not is an error of the protocol"""
    ledger_of(place)
    s = Pipe(place)
    for name, arguments, said in [
            ("show", {}, "id: is missing"), ("show", {"ide": "1:c1"}, "did you mean id?"), ("show", {"id": "1:c999"}, "no such record"),
            ("show", {"id": "99"}, "no report"), ("show", {"id": True}, "the type string"), ("show", {"id": "x\0y"}, "NUL"),
            ("show", {"id": ""}, "empty"), ("show", {"id": "1", "redact": "yes"}, "boolean"),
            ("search_claims", {"act": "lie"}, "should be one of state, report, deny"), ("search_claims", {"limit": 0}, "1 or more"),
            ("search_claims", {"limit": 201}, "at most 200"), ("search_claims", {"cursor": "7"}, "cursor"), ("search_claims", {"since": "soon"}, "soon"),
            ("search_claims", {"spaker": "Lind"}, "there is no such argument"),
            ("accounts", {}, "which story?"), ("accounts", {"story": 1, "report": "1"}, "which story?"), ("accounts", {"story": 0}, "1 or more"),
            ("accounts", {"story": 99}, "99"), ("disputes", {"report": "99"}, "99"), ("accounts", {"story": 1, "question": "why"}, "should be one of"),
            ("timeline", {"story": "x"}, "x"), ("read_report", {}, "one of both"), ("read_report", {"report": "1", "text": "x"}, "one of both"),
            ("read_report", {"report": "1", "parts": ["words"]}, "should be one of text"), ("read_report", {"report": "1", "parts": "text"}, "array"),
            ("read_report", {"report": "1", "cursor": "x"}, "cursor")]:
        result = s.call(name, **arguments)
        check(result.get("isError") is True and said in result["content"][0]["text"] and "structuredContent" not in result, name, arguments, result)
    check(not s.call("show", id="1", redact=None).get("isError"), "null is not given")
    for params in ({}, {"name": 7}, {"name": "nothing"}, {"name": "show", "arguments": []}, {"name": "show", "arguments": "1"}):
        same(error_of(s.modern("tools/call", **params)), -32602, params)
    for params in ({}, {"uri": "legomena://report/"}, {"uri": "file:///etc/passwd"}, {"uri": 7}, {"uri": "legomena://report/../1"}):
        same(error_of(s.modern("resources/read", **params)), -32602, params)
    for method in ("tools/list", "resources/list", "resources/templates/list"):
        same(error_of(s.modern(method, cursor="none")), -32602, method)


@case
def reports_are_resources(place):
    """a list with pages, a template, and the record of each, marked as quoted"""
    place.write("more.jsonl", "".join(json.dumps({"id": str(i), "text": f"Bridge {i} was closed."}) + "\n" for i in range(150)))
    ledger_of(place)
    same(place.run("-q", "--ledger", "l.db", "more.jsonl", command="add")[0], 0)
    s = Pipe(place)
    found, cursor = [], None
    while cursor is not None or not found:
        result = s.modern("resources/list", **({"cursor": cursor} if cursor else {}))["result"]
        found += [r["uri"] for r in result["resources"]]
        cursor = result.get("nextCursor")
    same(found, [f"legomena://report/{n}" for n in range(153, 0, -1)])
    same(s.modern("resources/templates/list")["result"]["resourceTemplates"][0]["uriTemplate"], "legomena://report/{report}")
    content = s.modern("resources/read", uri="legomena://report/2")["result"]["contents"]
    same([(c["uri"], c["mimeType"]) for c in content], [("legomena://report/2", "application/json")])
    said = json.loads(content[0]["text"])
    same(said["quoted"], json.loads(place.run("--ledger", "l.db", "-f", "json", "2", command="show")[1]))
    check("no instructions" in said["notice"], said["notice"])


@case
def words_of_reports_stay_within_their_quotation(place):
    """what a report says stands under "quoted" and nowhere else, and cannot end it"""
    ledger_of(place)
    s = Pipe(place)
    for name, arguments in [("read_report", {"report": "3"}), ("search_claims", {"in": "3"}), ("show", {"id": "3:c1"})]:
        said = s.call(name, **arguments)["structuredContent"]
        check(TRICK in json.dumps(said["quoted"]), name)
        check(TRICK not in json.dumps({k: v for k, v in said.items() if k != "quoted"}), name)
        check(list(said)[0] == "notice" and "no instructions" in said["notice"], said)


@case
def what_people_do_not_see_is_shown(place):
    """hidden characters of a report stand in the text as escapes; the values have them as they are"""
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "obey") + "\u202e\u200b\u00ad\ufeff\u2028"
    place.write("in.jsonl", json.dumps({"text": f"Ada Lind said the bridge{hidden} was closed, and “safe” again."}) + "\n")
    same(place.run("-q", "--ledger", "l.db", "in.jsonl", command="add")[0], 0)
    s = Pipe(place)
    result = s.call("read_report", report="1")
    kept = quoted_of(result)["text"]
    text = result["content"][0]["text"]
    check("obey" in "".join(chr(ord(c) - 0xE0000) for c in kept if ord(c) > 0xE0000) and "\u202e" in kept, ascii(kept))
    check(not [c for c in text if unicodedata.category(c) in ("Cf", "Zl", "Cc")] and "“safe”" in text and "\\u202e" in text, ascii(text))
    content = s.modern("resources/read", uri="legomena://report/1")["result"]["contents"][0]["text"]
    check(not [c for c in content if unicodedata.category(c) == "Cf"] and json.loads(content)["quoted"]["text"] == kept, ascii(content))


@case
def names_are_left_out_where_that_is_asked(place):
    """redact of a call, and --redact of the command for all calls"""
    place.write("in.jsonl", json.dumps({"text": "Tam Orlo, 34, was killed when a bridge fell in Tarn on Sunday, police said. His neighbour "
                                                "Bex Arn, who was injured, said that Orlo had warned of it.", "date": "2024-05-20"}) + "\n")
    same(place.run("-q", "--ledger", "l.db", "in.jsonl", command="add")[0], 0)
    open_, closed = Pipe(place), Pipe(place, "--redact")
    asked = [("read_report", {"report": "1"}), ("search_claims", {}), ("show", {"id": "1:c1"})]
    check(all("Orlo" in json.dumps(open_.call(n, **a)) for n, a in asked[:1]))
    for name, arguments in asked:
        check("Orlo" not in json.dumps(open_.call(name, **arguments, redact=True)), name)
        check("Orlo" not in json.dumps(closed.call(name, **arguments, redact=False)), name)
    check("Orlo" not in json.dumps(closed.modern("resources/read", uri="legomena://report/1")))
    text = "Tam Orlo, 34, was killed when a bridge fell in Tarn on Sunday, police said."
    check("Orlo" not in json.dumps(closed.call("read_report", text=text)))


@case
def it_goes_on_while_the_ledger_grows(place):
    """what another program adds is in the next answer"""
    ledger_of(place)
    s = Pipe(place)
    same(s.call("search_claims")["structuredContent"]["coverage"]["reports"], 3)
    place.write("more.jsonl", json.dumps({"text": "Ada Lind said that the road was closed too.", "date": "2024-05-23"}) + "\n")
    same(place.run("-q", "--ledger", "l.db", "more.jsonl", command="add")[0], 0)
    said = s.call("search_claims", text="road")["structuredContent"]
    same((said["coverage"]["reports"], len(said["quoted"]["claims"])), (4, 1))


@case
def it_ends_with_its_client(place):
    """the end of input, a reader that went away, a signal"""
    ledger_of(place)
    same(Pipe(place).end(), (0, b""))
    s = Pipe(place)
    s.run.stdout.close()
    s.send({"jsonrpc": "2.0", "id": 1, "method": "ping"})
    same((s.run.wait(60), s.run.stderr.read()), (4, b""))
    s = Pipe(place)
    s.ask("ping")
    s.run.send_signal(signal.SIGTERM)
    same(s.run.wait(60), -signal.SIGTERM)
    code, _, err = place.run("--ledger", "none.db", command="mcp")
    check(code == 5 and "none.db" in err, code, err)
    code, _, err = place.run("--ledger", "l.db", "x", command="mcp")
    check(code == 2 and "no operand" in err, code, err)


if __name__ == "__main__":
    main()
