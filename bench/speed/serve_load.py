#!/usr/bin/env python3
"""What the server bears: many who ask, many who do not finish asking.

usage: serve_load.py LEGOMENA LEDGER.db [--names FILE] [--datasette PROGRAM] [--add TEXTS.jsonl] [--soak N]

Needs wrk. The ledger is not changed but by --add, which a program of its own writes into it meanwhile (give a copy). Parts:
    rate      claims of a name, five at most, a new question each time, and one of 200 again and again; by wrk in one
              thread, the server held to one processor. With --datasette the same rows by the same conditions from it
    busy      200 connections while --add is read into the ledger: p50, p99
    memory    of the server, at its peak, through all of it
    slow      10,000 connections that send half a head and wait; whether another is answered meanwhile, and how soon
    broken    what is no request: wrong lengths, half bodies, no HTTP at all; whether it is answered, or closed
    soak      N requests of all kinds; memory in the first tenth and at the end
"""
import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

TOKEN = "a-token-of-twenty-characters"
LUA = """
local n, names = %d, {%s}
request = function()
  n = n + 1
  local name = names[n %% #names + 1]
  return wrk.format("GET", "%s" .. name .. "%s" .. (%s and "&since=" .. (1900 + n %% 97) .. "-0" .. (1 + n %% 9) or ""))
end
"""


class Server:
    def __init__(self, legomena, ledger, core=None):
        env = dict(os.environ, LEGOMENA_TOKEN=TOKEN)
        held = ["taskset", "-c", str(core)] if core is not None else []
        self.run = subprocess.Popen([*held, legomena, "serve", "--ledger", ledger, "--port", "0"], env=env, stdout=subprocess.PIPE)
        self.port = int(re.search(rb":(\d+)/", self.run.stdout.readline())[1])
        self.peak = 0

    def memory(self):
        with open("/proc/%d/status" % self.run.pid, encoding="ascii") as f:
            found = dict(re.findall(r"(Vm\w+):\s+(\d+) kB", f.read()))
        self.peak = int(found["VmHWM"]) / 1024
        return int(found["VmRSS"]) / 1024

    def get(self, path):
        ask = urllib.request.Request("http://127.0.0.1:%d%s" % (self.port, path), headers={"Authorization": "Bearer " + TOKEN})
        start = time.monotonic()
        with urllib.request.urlopen(ask, timeout=70) as answer:
            return answer.read(), time.monotonic() - start

    def end(self):
        self.memory()
        self.run.send_signal(signal.SIGINT)
        self.run.wait()


def wrk(port, before, names, after, connections, seconds, new, core=1):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as f:
        f.write(LUA % (int(time.time()) % 9000, ", ".join(json.dumps(urllib.parse.quote(n)) for n in names), before, after,
                       "true" if new else "false"))
        f.flush()
        out = subprocess.run(["taskset", "-c", str(core), "wrk", "-t1", "-c", str(connections), "-d", "%ds" % seconds, "--latency", "-H",
                              "Authorization: Bearer " + TOKEN, "-s", f.name, "http://127.0.0.1:%d" % port],
                             capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    latency = {k: v for k, v in re.findall(r"(50|99)%\s+(\S+)", out)}
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return "%8.0f a second, p50 %s, p99 %s%s" % (rate, latency["50"], latency["99"], ", %s failed" % failed[1] if failed else "")


def names_of(legomena, ledger, n=200):
    rows = json.loads(subprocess.run([legomena, "sources", "--ledger", ledger, "-f", "json", "--limit", str(40 * n)],
                                     capture_output=True, text=True, check=True).stdout)
    return [r["speaker"] for r in rows if r["named"] == "yes"][::40][:n]


def datasette(program, ledger, names):
    sql = ("select c.content, e.name, p.title from claim c join entity e on e.reading = c.reading and e.n = c.speaker join reading r on "
           "r.reading = c.reading join report p on p.report = r.report where e.name = :name limit 5")
    run = subprocess.Popen(["taskset", "-c", "0", program, "serve", ledger, "--port", "8797", "--setting", "sql_time_limit_ms", "20000"],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = os.path.splitext(os.path.basename(ledger))[0]
    try:
        for _ in range(100):
            time.sleep(0.2)
            try:
                urllib.request.urlopen("http://127.0.0.1:8797/-/versions.json").read()
                break
            except OSError:
                continue
        before = "/%s.json?_shape=array&sql=%s&name=" % (base, urllib.parse.quote(sql))
        return wrk(8797, before, names, "", 4, 10, False)
    finally:
        run.terminate()
        run.wait()


async def hold(port, text, held):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(text)
        held.append(writer)
        await reader.read()
    except OSError:
        pass


async def slowly(server, n):
    held, half = [], b"GET /api/stats HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bea"
    tasks = [asyncio.create_task(hold(server.port, half, held)) for _ in range(n)]
    await asyncio.sleep(5)
    try:
        _, took = await asyncio.to_thread(server.get, "/api/stats")
        answer = "another is answered in %.0f ms" % (1000 * took)
    except OSError as e:
        answer = "another is not answered: %s" % e
    memory = server.memory()
    for t in tasks:
        t.cancel()
    for w in held:
        w.close()
    return "%d held, %s, %.0f MB" % (len(held), answer, memory)


BROKEN = [b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\0" * 4096, b"A" * 70000,
          b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Length: -5\r\n\r\n",
          b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Length: 99999999999999999999\r\n\r\n",
          b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nContent-Length: 10\r\n\r\nabc",
          b"POST /api/read HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
          b"GET /api/claims?limit=5 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\nRange: bytes=5-1\r\n\r\n"]


async def broken(server, times):
    async def one(text):
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(text % (server.port, TOKEN.encode()) if b"%d" in text else text)
        if b"Content-Length: 10" in text:
            writer.write_eof()
        try:
            await asyncio.wait_for(reader.read(100), 2)
        except (asyncio.TimeoutError, OSError):
            pass
        writer.close()
    for _ in range(times):
        await asyncio.gather(*(one(t) for t in BROKEN))
    _, took = await asyncio.to_thread(server.get, "/api/stats")
    return "%d of %d kinds, and then another is answered in %.0f ms" % (times * len(BROKEN), len(BROKEN), 1000 * took)


def soak(server, names, n):
    story = json.loads(server.get("/api/stories?limit=1")[0])["stories"]
    paths = ["/api/claims?limit=5&by=", "/api/search?limit=5&text=", "/api/events?limit=5&who=", "/api/people?limit=1&name="]
    marks, done = [], 0
    while done < n:
        for path in paths:
            out = wrk(server.port, path, names, "", 50, 5, True)
            done += int(float(out.split()[0]) * 5)
        if story:
            server.get("/api/stories/%d" % story[0]["story"])
        marks.append(server.memory())
    return "%d requests, %.0f MB behind the first round, %.0f MB at the end" % (done, marks[0], marks[-1])


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("legomena")
    p.add_argument("ledger")
    p.add_argument("--datasette")
    p.add_argument("--add")
    p.add_argument("--soak", type=int, default=0)
    p.add_argument("--slow", type=int, default=10000)
    o = p.parse_args()
    names = names_of(o.legomena, o.ledger)
    s = Server(o.legomena, o.ledger, core=0)
    wrk(s.port, "/api/claims?limit=5&by=", names, "", 4, 3, False)
    print("rate, the same 200 ", wrk(s.port, "/api/claims?limit=5&by=", names, "", 4, 10, False))
    print("rate, always new   ", wrk(s.port, "/api/claims?limit=5&by=", names, "", 4, 10, True))
    if o.datasette:
        print("datasette, the 200 ", datasette(o.datasette, o.ledger, names))
    print("memory              %.0f MB" % s.memory())
    s.end()
    s = Server(o.legomena, o.ledger)
    if o.add:
        adding = subprocess.Popen([o.legomena, "add", "-q", "--ledger", o.ledger, o.add], stderr=subprocess.DEVNULL)
        print("busy, 200 connections, while it grows", wrk(s.port, "/api/claims?limit=5&by=", names, "", 200, 15, False))
        print("   it was still growing" if adding.poll() is None else "   it had been added before the end")
        adding.terminate()
        adding.wait()
    print("slow    ", asyncio.run(slowly(s, o.slow)))
    print("broken  ", asyncio.run(broken(s, 50)))
    if o.soak:
        print("soak    ", soak(s, names, o.soak))
    s.end()
    print("memory at its peak %.0f MB" % s.peak)


if __name__ == "__main__":
    sys.exit(main())
