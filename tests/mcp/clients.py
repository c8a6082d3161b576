#!/usr/bin/env python3
"""clients.py LEGOMENA MODEL - the official clients, of both eras, and the Inspector: each sees what is served.

They are looked for where LEGOMENA_TOOLS is a folder that install.sh filled.
"""
import json
import os
import pathlib
import re
import subprocess

from asking import MODERN, Pipe, ledger_of
from command import Lacking, case, check, main, same

HERE = pathlib.Path(__file__).resolve().parent
TOKEN = "a-token-of-twenty-characters"
ASKED = [("search_claims", {"by": "Lind", "limit": 2}), ("show", {"id": "1:c1"}), ("accounts", {"story": 1}), ("timeline", {"story": 1}),
         ("disputes", {"report": "2"}), ("show", {"id": "3"}), ("read_report", {"report": "2"}),
         ("read_report", {"text": "Ada Lind said on Monday that it rained.", "date": "2024-05-24"})]


def tool(path):
    tools = os.environ.get("LEGOMENA_TOOLS")
    found = pathlib.Path(tools).resolve() / path if tools else None
    if found and found.exists():
        return found
    if os.environ.get("CI") == "true":
        raise AssertionError(f"{path} is missing, and CI skips nothing")
    raise Lacking("the clients are not installed: tests/mcp/install.sh FOLDER, and LEGOMENA_TOOLS=FOLDER")


def served(place):
    """The ways to the server: by a pipe, over HTTP; and what its tools answer."""
    ledger_of(place)
    place.env["LEGOMENA_TOKEN"] = TOKEN
    run = place.start("--ledger", "l.db", "--port", "0", command="serve")
    port = re.search(r":(\d+)/", run.stdout.readline().decode())[1]
    s = Pipe(place)
    answers = [s.call(name, **arguments)["structuredContent"] for name, arguments in ASKED]
    return [["pipe", str(place.legomena), "l.db"], ["http", f"http://127.0.0.1:{port}/mcp", TOKEN]], answers


def node(place):
    program = tool("mcp-2/bin/node")
    place.write("client.mjs", (HERE / "client.mjs").read_text())
    os.symlink(tool("node/node_modules"), place.at / "node_modules")
    return program


def look(place, command, version, old=False):
    """All that a client sees over both ways, which is all that there is."""
    ways, answers = served(place)
    for way in ways:
        run = subprocess.run([*map(str, command), *way, json.dumps(ASKED)], cwd=place.at, env={**place.env, "HOME": str(place.at)},
                             capture_output=True, text=True, timeout=120)
        same(run.returncode, 0, run.stderr[-2000:])
        seen = json.loads(run.stdout)
        check(seen["version"] in (version, None if old else version), seen["version"])
        same(seen["tools"], ["read_report", "search_claims", "accounts", "timeline", "disputes", "show"])
        for got, wanted in zip(seen["answers"], answers, strict=True):
            same(got, wanted)
        check("did you mean id?" in seen["wrong"], seen["wrong"])
        same(seen["unknown"], -32602)
        # Version 2 for TypeScript makes the code of today of that of before.
        check(seen["missing"] in ([-32602] if version == MODERN else [-32002, -32602]), seen["missing"])
        same((seen["resources"], seen["templates"]), ([f"legomena://report/{n}" for n in (3, 2, 1)], ["legomena://report/{report}"]))
        same(seen["read"], "Mill fire: union blames alarms")


@case
def python_of_both_eras(place):
    """mcp for Python, version 2: by the new protocol"""
    look(place, [tool("mcp-2/bin/python"), HERE / "client.py", "auto"], MODERN)


@case
def python_that_falls_back(place):
    """mcp for Python, version 2: by the old protocol"""
    look(place, [tool("mcp-2/bin/python"), HERE / "client.py", "legacy"], "2025-11-25")


@case
def old_python(place):
    """mcp for Python, version 1"""
    look(place, [tool("mcp-1/bin/python"), HERE / "client.py", "old"], "2025-11-25")


@case
def typescript_of_both_eras(place):
    """the client for TypeScript, version 2: by the new protocol"""
    look(place, [node(place), "client.mjs", "auto"], MODERN)


@case
def typescript_that_falls_back(place):
    """the client for TypeScript, version 2: by the old protocol"""
    look(place, [node(place), "client.mjs", "legacy"], "2025-11-25")


@case
def old_typescript(place):
    """the client for TypeScript, version 1"""
    look(place, [node(place), "client.mjs", "old"], "2025-11-25", old=True)


@case
def the_inspector(place):
    """the Inspector lists tools and finds nothing to say of their schemas, calls one, and reads a report"""
    program, inspector = tool("mcp-2/bin/node"), tool("node/node_modules/.bin/mcp-inspector")
    ways, answers = served(place)

    def inspect(way, *args):
        target = ["--", way[1], "mcp", "--ledger", way[2]] if way[0] == "pipe" else \
            ["--server-url", way[1], "--transport", "http", "--header", f"Authorization: Bearer {way[2]}"]
        run = subprocess.run([str(program), str(inspector), "--cli", *args, *target], cwd=place.at,
                             env={**place.env, "HOME": str(place.at)}, capture_output=True, text=True, timeout=120)
        same((run.returncode, run.stderr), (0, ""), args)
        return json.loads(run.stdout)

    same(len(inspect(ways[0], "--strict", "--method", "tools/list")["tools"]), 6)
    for way in ways:
        got = inspect(way, "--method", "tools/call", "--tool-name", "show", "--tool-arg", "id=1:c1")
        same(got["structuredContent"], answers[1])
    check("Mill fire" in json.dumps(inspect(ways[1], "--method", "resources/read", "--uri", "legomena://report/2")))


if __name__ == "__main__":
    main()
