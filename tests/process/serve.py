#!/usr/bin/env python3
"""serve.py LEGOMENA MODEL - the server: who may ask, what is answered, and that it goes on while the ledger grows."""
import contextlib
import csv
import gzip
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import threading

from command import Lacking, case, check, line, main, same, until

TOKEN = "a-token-of-twenty-characters"


FAST = pathlib.Path(__file__).resolve().parents[2] / "models/en-fast.lgm"
FERRY = [
    ("Merrow Post", "2024-05-21", "Ferry sinks off Ostrel", "At least 22 people were killed when a ferry sank off Ostrel on Tuesday, "
     "the coast guard said. \"We are still searching,\" said Ada Lind, the mayor of Ostrel. The ferry was overloaded, Lind said."),
    ("Ostrel Courier", "2024-05-22", "Ferry toll rises in Ostrel", "The ferry that sank off Ostrel on Tuesday killed 24 people, the coast "
     "guard said on Wednesday. The owner of the ferry denied that it was overloaded. \"We are still searching,\" Ada Lind said."),
    ("Tarn Daily", "2024-05-22", "Ostrel ferry: 19 dead", "Omar Vael, the director of the hospital, said that 19 people were killed when the "
     "ferry sank off Ostrel. Mayor Ada Lind said that the ferry was overloaded."),
]


class Server:
    def __init__(self, place, *args, reports=30, ferry=False):
        place.env["LEGOMENA_TOKEN"] = TOKEN
        lines = [json.dumps(dict(zip(("publisher", "date", "title", "text"), r), id=f"ferry-{i}")) + "\n" for i, r in enumerate(FERRY)]
        place.write("in.jsonl", "".join(lines if ferry else [line(i) for i in range(reports)]))
        code, _, err = place.run("-q", *(["-m", FAST] if ferry else []), "--ledger", "l.db", "in.jsonl", command="add")
        same((code, err), (0, ""))
        self.run = place.start("--ledger", "l.db", "--port", "0", *args, command="serve")
        said = self.run.stdout.readline().decode()
        self.link = re.fullmatch(r"legomena serves at (http://127\.0\.0\.1:(\d+)(/\?once=\S+))\n", said)
        check(self.link, said)
        self.port = int(self.link[2])

    def ask(self, path, method="GET", body=None, token=TOKEN, **headers):
        headers = {k.replace("_", "-"): v for k, v in headers.items()}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(c):
            c.request(method, path, body, headers)
            answer = c.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()

    def json(self, path, status=200, **more):
        got, headers, body = self.ask(path, **more)
        same(got, status, path)
        check(headers["Content-Type"] == ("application/json" if status < 400 else "application/problem+json"), headers)
        return json.loads(body)


@case
def who_may_ask(place):
    """whoever has the token, or came by the link; not who names another host or comes from another page"""
    s = Server(place)
    same(s.ask("/api/stats", token=None)[0], 401)
    same(s.ask("/api/stats", token=TOKEN + "x")[0], 401)
    same(s.ask("/api/stats", token=TOKEN[:-1])[0], 401)
    same(s.ask("/", token=None)[0], 401)
    same(s.ask("/api/stats")[0], 200)
    same(s.ask("/api/stats", Host="news.example")[0], 403)
    same(s.ask("/api/stats", Host=f"localhost:{s.port}")[0], 200)
    same(s.ask("/api/stats", Origin="http://news.example")[0], 403)
    same(s.ask("/api/stats", Origin=f"http://127.0.0.1:{s.port}")[0], 200)
    status, headers, _ = s.ask(s.link[3], token=None)
    same((status, headers["Location"]), (303, "/"))
    cookie = headers["Set-Cookie"]
    check("HttpOnly" in cookie and "SameSite=Strict" in cookie, cookie)
    same(s.ask(s.link[3], token=None)[0], 403, "the link again:")
    same(s.ask("/", token=None, Cookie=cookie.split(";")[0])[0], 200)
    same(s.ask("/", token=None, Cookie="legomena=nothing")[0], 401)


@case
def answers_are_as_the_command_has_them(place):
    """rows and records are those of the command; unknown names and values are said"""
    s = Server(place)
    out = place.run("--ledger", "l.db", "-f", "json", "Orvane", command="search")[1]
    rows, cursor = [], ""
    while cursor is not None:
        page = s.json(f"/api/search?text=Orvane&limit=7&cursor={cursor}")
        rows += page["search"]
        cursor = page["next"]
    same(rows, json.loads(out))
    same(len(rows), 30)
    same(s.json("/api/claims?limit=1")["coverage"], {"reports": 30, "publishers": 0, "first": None, "last": None, "not_read": 0,
                                                   "withdrawn": 0})
    same(s.json("/api/reports/3"), json.loads(place.run("--ledger", "l.db", "-f", "json", "3", command="show")[1]))
    one = s.json("/api/records/3:e1")
    same(one["words"], s.json("/api/reports/3")["text"][one["start"]:one["end"]])
    same([e["what"] for e in one["custody"]], ["added", "read"])
    same(s.ask("/api/raw/3")[2], line(2).encode().rstrip(b"\n"))
    same(s.json("/api/problems"), {"problems": []})
    check("no condition" in s.json("/api/claims?nobody=x", 400)["detail"])
    check("true or false" in s.json("/api/claims?anonymous=perhaps", 400)["detail"])
    check("from 1 to 1000" in s.json("/api/claims?limit=0", 400)["detail"])
    check("cursor" in s.json("/api/claims?cursor=7", 400)["detail"])
    s.json("/api/nothing", 404)
    s.json("/api/reports/99", 404)
    s.json("/api/records/3:c9999", 404)
    s.json("/nothing", 404)
    status, headers, _ = s.ask("/api/claims", "DELETE")
    same((status, headers["Allow"]), (405, "GET, HEAD"))


@case
def a_page_stays_where_it_was(place):
    """pages are of the ledger as it stood at the first, also when reports come in between"""
    s = Server(place)
    first = s.json("/api/search?text=Orvane&limit=10")
    wanted = json.loads(place.run("--ledger", "l.db", "-f", "json", "Orvane", command="search")[1])
    moment = first["next"].split(".")[0]
    until(lambda: subprocess.check_output(["date", "-u", "+%FT%TZ"]).decode().strip() > moment, "the next second")
    place.write("more.jsonl", "".join(line(i) for i in range(100, 120)))
    same(place.run("-q", "--ledger", "l.db", "more.jsonl", command="add")[0], 0)
    rows, cursor = first["search"], first["next"]
    while cursor:
        page = s.json(f"/api/search?text=Orvane&limit=10&cursor={cursor}")
        rows += page["search"]
        cursor = page["next"]
    same(sorted(r["id"] for r in rows), sorted(r["id"] for r in wanted))
    check(s.json("/api/stats")["stats"][0]["n"] == 50, "what came in is counted")


@case
def what_has_not_changed_is_not_sent(place):
    """ETag and 304, gzip and zstd, HEAD; after a change the answer is another one"""
    s = Server(place)
    status, headers, body = s.ask("/api/search?text=Orvane")
    same(s.ask("/api/search?text=Orvane", If_None_Match=headers["ETag"])[0], 304)
    same(s.ask("/api/search?text=Orvane", If_None_Match='"other"')[0], 200)
    zipped = s.ask("/api/search?text=Orvane", Accept_Encoding="br, gzip")
    same((zipped[1]["Content-Encoding"], gzip.decompress(zipped[2])), ("gzip", body))
    same(s.ask("/api/search?text=Orvane", Accept_Encoding="zstd, gzip")[1]["Content-Encoding"], "zstd")
    check("Content-Encoding" not in s.ask("/api/search?text=Orvane", Accept_Encoding="gzip;q=0")[1])
    same(s.ask("/api/search?text=Orvane", "HEAD")[::2], (200, b""))
    check("script-src 'self'" in headers["Content-Security-Policy"], headers)
    place.write("more.jsonl", line(999))
    same(place.run("-q", "--ledger", "l.db", "more.jsonl", command="add")[0], 0)
    check(s.ask("/api/search?text=Orvane", If_None_Match=headers["ETag"])[0] == 200, "the ledger changed")


@case
def who_listens_is_told(place):
    """/api/news sends an event when the ledger has changed"""
    s = Server(place)
    c = http.client.HTTPConnection("127.0.0.1", s.port, timeout=60)
    with contextlib.closing(c):
        c.request("GET", "/api/news", headers={"Authorization": f"Bearer {TOKEN}"})
        answer = c.getresponse()
        same(answer.getheader("Content-Type"), "text/event-stream")
        same(answer.readline(), b"retry: 2000\n")
        place.write("more.jsonl", line(999))
        same(place.run("-q", "--ledger", "l.db", "more.jsonl", command="add")[0], 0)
        said = answer.readline()
        while not said.startswith(b"event"):
            said = answer.readline()
        same(said, b"event: changed\n")


@case
def what_is_read_is_not_kept(place):
    """a text, a page or an object is read; what cannot be is said, and nothing of it is in the ledger"""
    s = Server(place)
    text = "The mayor of Orvane said on Monday that the bridge was closed."
    same(s.json("/api/read", method="POST", body=text, Content_Type="text/plain")["text"], text)
    body = json.dumps({"text": text, "title": "A bridge", "date": "2024-05-24"})
    got = s.json("/api/read", method="POST", body=body, Content_Type="application/json")
    same((got["text"], got["title"], got["date"]), (text, "A bridge", "2024-05-24"))
    page = f"<html><body><article><h1>A bridge</h1><p>{text}</p><p>{text * 5}</p></article></body></html>"
    check(text in s.json("/api/read", method="POST", body=page, Content_Type="text/html")["text"])
    for body, kind, status in [("", "text/plain", 400), ("x", "image/png", 415), ("[1]", "application/json", 400),
                               ('{"address": "file:///etc/passwd"}', "application/json", 400), ("{", "application/json", 400),
                               ('{"text": 1}', "application/json", 400), ("  \n", "text/plain", 422)]:
        s.json("/api/read", status, method="POST", body=body, Content_Type=kind)
    said = s.json("/api/read", 422, method="POST", body='{"address": "http://127.0.0.1:1/"}', Content_Type="application/json")
    check("private" in said["detail"] or "this machine" in said["detail"], said)
    s.json("/api/read", 413, method="POST", body="x" * (17 << 20), Content_Type="text/plain")
    same(s.json("/api/stats")["stats"][0]["n"], 30)


@case
def a_review_is_kept(place):
    """a mark is in the ledger, with who made it; a wrong one is refused"""
    s = Server(place, "--reviewer", "Mira Quell")
    body = json.dumps({"id": "3", "verdict": "note", "note": "seen"})
    check(s.json("/api/reviews", 201, method="POST", body=body, Content_Type="application/json")["review"] > 0)
    marks = s.json("/api/reviews")["reviews"]
    same([(m["note"], m["by"]) for m in marks] if "by" in marks[0] else [(m["note"], m["reviewer"]) for m in marks],
         [("seen", "Mira Quell")])
    for body, status in [("{}", 400), ('{"id": "3", "verdict": "maybe"}', 400), ('{"id": "99", "verdict": "right"}', 404),
                         ('{"id": "3:c9999", "verdict": "right"}', 404), ('{"id": "3", "verdict": "note"}', 400)]:
        s.json("/api/reviews", status, method="POST", body=body, Content_Type="application/json")
    s.json("/api/reviews", 415, method="POST", body="{}", Content_Type="text/plain")
    same(place.run("--ledger", "l.db", command="verify")[0], 0)


@case
def many_ask_while_it_grows(place):
    """eight that ask, one that writes: every answer is whole"""
    s = Server(place)
    wrong = []

    def ask():
        for i in range(40):
            try:
                s.json(f"/api/search?text=Orvane&limit={1 + i % 5}")
                s.json("/api/people?name=Orvane")
            except (AssertionError, OSError, ValueError) as problem:
                wrong.append(problem)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for t in threads:
        t.start()
    place.write("more.jsonl", "".join(line(i) for i in range(1000, 1200)))
    same(place.run("-q", "--ledger", "l.db", "more.jsonl", command="add")[0], 0)
    for t in threads:
        t.join()
    same(wrong, [])
    same(s.json("/api/stats")["stats"][0]["n"], 230)


@case
def who_does_not_finish_asking_holds_nobody_up(place):
    """1,200 that send half a head and wait, wrong lengths, what is no HTTP: others are answered; a long address is, and a longer one refused"""
    s = Server(place)
    with contextlib.ExitStack() as held:
        for _ in range(1200):
            c = held.enter_context(socket.create_connection(("127.0.0.1", s.port)))
            c.sendall(b"GET /api/stats HTTP/1.1\r\nHost: 127")
        same(s.ask("/api/stats")[0], 200)
        for text in (b"\x16\x03\x01\x02\0\x01", b"GET\r\n\r\n", b"A" * 70000, b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
                     b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
                     b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
            c = held.enter_context(socket.create_connection(("127.0.0.1", s.port)))
            with contextlib.suppress(OSError):
                c.sendall(text)
        same(s.ask("/api/stats")[0], 200)
    same(s.ask("/api/search?text=" + "bridge+" * 600)[0], 200)
    check(s.ask("/api/search?text=" + "bridge+" * 6000)[0] in (414, 431))
    same(s.ask("/api/stats")[0], 200)


@case
def a_signal_ends_it(place):
    """a signal ends it at once, also while somebody listens and something is read"""
    s = Server(place)
    c = http.client.HTTPConnection("127.0.0.1", s.port, timeout=60)
    with contextlib.closing(c):
        c.request("GET", "/api/news", headers={"Authorization": f"Bearer {TOKEN}"})
        c.getresponse().readline()
        s.run.send_signal(signal.SIGTERM)
        same(s.run.wait(60), -signal.SIGTERM)


@case
def what_cannot_be_served_is_said(place):
    """no ledger, no address, a short token, a port that is taken"""
    code, _, err = place.run("--ledger", "none.db", command="serve")
    check(code == 5 and "none.db" in err, code, err)
    s = Server(place)
    code, _, err = place.run("--ledger", "l.db", "--port", str(s.port), command="serve")
    check(code == 5 and "cannot listen" in err, code, err)
    code, _, err = place.run("--ledger", "l.db", "--listen", "nowhere", command="serve")
    check(code == 2 and "no address" in err, code, err)
    place.write("token", "short\n")
    code, _, err = place.run("--ledger", "l.db", "--token", "token", command="serve")
    check(code == 2 and "16 to 128" in err, code, err)


@case
def stories_are_as_the_command_has_them(place):
    """a story, its accounts, disputes and origins, and the copies of a report: what the commands print"""
    if not FAST.exists():
        raise Lacking("models/en-fast.lgm is not there")
    s = Server(place, ferry=True)
    row = s.json("/api/stories")["stories"][0]
    story, members = row["story"], row["members"].split()
    check(len(members) > 1, row)

    def printed(command, *args):
        return json.loads(place.run("--ledger", "l.db", "-f", "json", *args, command=command)[1])

    same(s.json(f"/api/stories/{story}"), printed("story", str(story)))
    same(s.json(f"/api/stories/{story}?why=true"), printed("story", "--why", str(story)))
    same(s.json(f"/api/stories/{story}/origins"), printed("origins", str(story)))
    claim = next(c["id"] for c in s.json(f"/api/claims?story={story}&limit=1")["claims"])
    same(s.json(f"/api/stories/{story}/origins?claim={claim}"), printed("origins", claim))
    same(s.json(f"/api/reports/{members[0]}/copies")["copies"], printed("copies", members[0]))
    accounts = s.json(f"/api/stories/{story}/accounts")
    same(accounts["coverage"], s.json(f"/api/stories/{story}")["coverage"])
    same(accounts, printed("accounts", str(story)))
    same({a["value"] for a in accounts["accounts"] if a["question"] == "killed"}, {19, 22, 24})
    killed = s.json(f"/api/stories/{story}/accounts?question=killed")["accounts"]
    same(killed, [a for a in accounts["accounts"] if a["question"] == "killed"])
    same(s.json(f"/api/stories/{story}/disputes"), printed("disputes", str(story)))
    links = s.json(f"/api/stories/{story}/disputes")["links"]
    same(printed("disputes", "--since", "2000")["stories"], [printed("disputes", str(story))])
    same(place.run("--ledger", "l.db", "--since", "2999", command="disputes")[0], 1)
    same(place.run("--ledger", "l.db", "--since", "2000", str(story), command="disputes")[0], 2)
    check(links)
    rows = list(csv.DictReader(io.StringIO(place.run("--ledger", "l.db", "-f", "csv", str(story), command="disputes")[1])))
    same([(r["kind"], r["question"], r["report_a"], r["words_b"]) for r in rows],
         [(x["kind"], x["question"], str(x["a"]["report"]), x["b"]["words"]) for x in links])
    page = {c: place.run("--ledger", "l.db", "-f", "html", str(story), command=c)[1] for c in ("story", "accounts", "disputes")}
    same(page["story"], page["accounts"])
    check("What differs" in page["disputes"] and "Who answers what" not in page["disputes"])
    for path, status in (("/api/stories/999", 404), ("/api/stories/x", 404), (f"/api/stories/{story}/x", 404),
                         (f"/api/stories/{story}/accounts?question=x", 400), (f"/api/stories/{story}/origins?claim={members[0]}", 400),
                         (f"/api/stories/{story}/origins?claim=999:c1", 404), ("/api/reports/999/copies", 404)):
        check(s.json(path, status=status)["detail"], path)


@case
def open_shows_what_it_is_given(place):
    """a report without a ledger: served at its own address, and nothing is left behind; what is no report is said"""
    place.env.update(LEGOMENA_TOKEN=TOKEN, TMPDIR=str(place.at / "tmp"))
    (place.at / "tmp").mkdir()
    place.write("one.txt", "The mayor of Orvane said on Monday that the bridge was closed.")
    run = place.start("--no-browser", "-q", "one.txt", command="open")
    said = run.stdout.readline().decode()
    link = re.fullmatch(r"legomena serves at (http://127\.0\.0\.1:(\d+)/\?once=\S+)#/report/1\n", said)
    check(link, said)
    check(list((place.at / "tmp").iterdir()))
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", int(link[2]), timeout=60)) as c:
        c.request("GET", "/api/reports/1", headers={"Authorization": f"Bearer {TOKEN}"})
        check("bridge was closed" in json.loads(c.getresponse().read())["text"])
    run.send_signal(signal.SIGINT)
    run.wait(60)
    same(list((place.at / "tmp").iterdir()), [])
    place.write("none.txt", "")
    code, out, err = place.run("--no-browser", "-q", "none.txt", command="open")
    same((code, out), (1, ""))
    check("none.txt" in err, err)
    same(list((place.at / "tmp").iterdir()), [])
    same(place.run("--no-browser", command="open")[0], 2)


@case
def the_document_tells_the_truth(place):
    """schemathesis finds no answer that the document of the API does not describe"""
    tools = os.environ.get("LEGOMENA_TOOLS")
    st = pathlib.Path(tools) / "bin/st" if tools else shutil.which("st")
    if not st or not pathlib.Path(st).exists():
        if os.environ.get("CI") == "true":
            raise AssertionError("schemathesis is missing, and CI skips nothing")
        raise Lacking("schemathesis, a package of Python, is not installed")
    s = Server(place)
    place.write("api.json", s.ask("/api")[2].decode())
    # What a text has to be is more than a pattern can say; and an empty value says nothing.
    run = subprocess.run([st, "run", "api.json", "--url", f"http://127.0.0.1:{s.port}", "-H", f"Authorization: Bearer {TOKEN}",
                          "--exclude-operation-id", "news", "--phases", "examples,coverage,fuzzing", "-n", "5", "--seed", "1",
                          "--exclude-checks", "positive_data_acceptance,negative_data_rejection", "--no-color"],
                         cwd=place.at, capture_output=True, text=True, timeout=400)
    same(run.returncode, 0, run.stdout[-3000:] + run.stderr[-500:])


if __name__ == "__main__":
    main()
