#!/usr/bin/env python3
"""redact.py LEGOMENA MODEL ROOT - no name of a private person comes out with --redact, of any command, in any form.

The reports are invented. Each has names that must be gone, in whatever case and also a part of them alone, and
names that must stay. Skipped without the model.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

REPORTS = [
    # A minor who is named over the end of a line, in capitals, in a tag, by a nickname; her brother, who speaks; a
    # witness; a mayor who was killed and a minister stay, the arrested man stays, the suspect who is 16 does not.
    dict(name="mirela-danko.json", id="mirela-danko", url="https://news.example/2024/mirela-danko-killed.html",
         title="Girl killed in Ostrel market blast", byline="By Ada Finch",
         text="""Mirela Danko, 12, was killed when a bomb went off at a market in Ostrel on Thursday, police said.

Her brother Josef Danko, 34, said: "Mirela was our joy. Mirela
Danko did not deserve this." Mimi, as friends called Mirela, loved to sing.

Resident Mila Torv told reporters she saw smoke. "I heard a bang and ran," Torv said.

Mayor Ilin Ostin was also killed in the blast. Ostin was 56.

Police arrested Goran Vell, 41, and charged him with murder. The suspect, Pavle Orr, 16, is still at large.
"Danko's death is a tragedy," Interior Minister Karl Brandt said. Brandt praised Torv. MIRELA DANKO was buried on
Friday, and #justiceformirela trended.
""", gone="mirela danko josef mila torv mimi pavle orr", stay="Ostin Vell Brandt Finch Ostrel"),
    # Only the title names the victim.
    dict(name="teacher.json", id="teacher-1", title="Teacher Lena Vork stabbed to death in Ostrel",
         text="""A teacher was stabbed to death at her school in Ostrel on Thursday. Police said a man had been
arrested. "We are looking at all leads," said police chief Otto Renn.
""", gone="lena vork", stay="Renn Ostrel"),
    # A name that is a word: what is no name stays.
    dict(name="court.json", id="court-1", title="Woman tells court of attack",
         text="""Grace Harrow, 29, who was raped by two soldiers in Ostrel in 2021, told the court on Monday that she
would never forget it. Harrow said the men will pay. "I screamed and nobody heard me," Harrow said. Her lawyer, Petr
Mann, said Ms Harrow had shown courage.
""", gone="grace harrow", stay="Mann Ostrel"),
    # Names with a file, a handle and an address of mail; accents; the dead one after another.
    dict(name="nadakovac.json", id="dead-1", title="Three die in Port Ostrel fire",
         text="""Three people died in a fire in Port Ostrel on Sunday, the fire service said. The dead were named as
Nada Kovač, 41, Luka Marr, 9, and Ivo Sand, 77. Nada Kovac ran a bakery and wrote as @nadakovac. "KOVAČ was kind," said
her neighbour Dara Lunt, who lives next door. Fire chief Bo Hale said the cause was not known.
""", gone="nada kovač kovac luka marr ivo dara lunt", stay="Port"),
]
FORMS = ["text", "html", "json", "jsonl", "csv", "conllu"]
PARTS = ["all", "read", "trees", "claims", "disputes", "incidents", "figures", "events", "names", "timeline"]


COMMANDS = ["claims", "events", "figures", "incidents", "timeline", "sources", "reviews", "stories", "reports", "stats"]
ROW_FORMS = ["text", "json", "jsonl", "csv", "html"]


class Leaks:
    def __init__(self, legomena, model, folder, tap):
        self.legomena, self.folder, self.tap = legomena, folder, tap
        self.env = {"LEGOMENA_MODELS": str(model.parent), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
        self.model = model
        self.words = sorted({w for r in REPORTS for w in r["gone"].split()})

    def run(self, *args, text=None):
        r = subprocess.run([self.legomena, *args], cwd=self.folder, env=self.env, capture_output=True, text=True, input=text)
        return r.returncode, r.stdout, r.stderr

    def leaks(self, out):
        found = [w for w in self.words if re.search(rf"(?<![a-zč]){w}(?![a-zč])", out, re.I)]
        inside = [w for w in ("mirela", "danko", "nadakovac") if w in out.lower()]
        return found + inside

    def none(self, what, args, code=0, has=()):
        """Nothing leaks of what the command writes; what must stay is there."""
        got, out, err = self.run(*args)
        wrong = []
        if got != code:
            wrong.append(f"exit {got}: {err}")
        for w in self.leaks(out):
            at = out.lower().find(w)
            wrong.append(f"{w}: {out[max(0, at - 60):at + 60]!r}")
        wrong += [f"{w} is gone" for w in has if w not in out]
        self.tap.case(what, wrong or None)
        return out


def write_reports(folder):
    for r in REPORTS:
        fields = {k: r[k] for k in ("id", "url", "title", "byline", "text") if k in r}
        fields["date"] = "2024-05-24"
        (folder / r["name"]).write_text(json.dumps(fields), encoding="utf-8")
    (folder / "all.jsonl").write_text("".join(
        (folder / r["name"]).read_text(encoding="utf-8") + "\n" for r in REPORTS), encoding="utf-8")


def check_read(leaks):
    files = ["in/" + r["name"] for r in REPORTS]
    read = ["read", "-q", "--redact", "-m", str(leaks.model)]
    names = [w for r in REPORTS for w in r["stay"].split()]
    for form in FORMS:
        stay = names if form in ("json", "jsonl") else ()
        leaks.none(f"read -f {form}", [*read, "-f", form, *files], has=stay)
        for part in PARTS:
            if form != "csv" or part in ("all", "claims", "figures", "events"):
                leaks.none(f"read -f {form} --only {part}", [*read, "-f", form, "--only", part, *files])
    leaks.none("read --by speaker", [*read, "--by", "speaker", *files])
    leaks.none("read a folder", [*read, "-f", "html", "-o", "pages/", "in"])
    pages = list((leaks.folder / "pages").iterdir())
    for page in pages:
        leaks.tap.case(f"page {page.name}", leaks.leaks(page.name + page.read_text(encoding="utf-8")) or None)
    leaks.tap.case("there are pages", None if len(pages) >= len(files) else pages)
    for form in ("text", "json"):
        for i in range(len(REPORTS)):
            leaks.none(f"explain -f {form} --report {i + 1}", ["explain", "--redact", "-m", str(leaks.model), "-f", form,
                                                               "--report", str(i + 1), "in/all.jsonl"])
    for e in range(1, 6):
        leaks.none(f"explain --entity e{e}", ["explain", "--redact", "-m", str(leaks.model), "--report", "1",
                                              "--entity", f"e{e}", "in/all.jsonl"])


def check_exports(leaks):
    """Every format that help lists, of reports and of records; folders with their names of files."""
    _, out, _ = leaks.run("help", "export")
    forms = [f for f in re.findall(r"^  ([a-z-]+)  +\S", out.split("A FORMAT is one of")[1], re.M) if f != "marks"]
    leaks.tap.case("formats", None if len(forms) >= 17 else forms)
    records = leaks.run("read", "-q", "-m", str(leaks.model), "-f", "jsonl", "in/all.jsonl")[1]
    for form in forms:
        to = f"{form}.export"
        source = ["-m", str(leaks.model), "in/all.jsonl"] if form == "conllu" else ["-"]
        code, _, err = leaks.run("export", form, "--redact", "-o", to, *source, text=records)
        path = leaks.folder / to
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        written = "".join(f.name + f.read_text(encoding="utf-8") for f in files) if path.exists() else ""
        leaks.tap.case(f"export {form}", leaks.leaks(written) or (None if code == 0 and len(written) > 200 else err))


def check_explained(leaks):
    """The first of each kind of record; there may be none."""
    for option in ("time", "event", "figure", "incident", "dispute", "timeline"):
        _, out, _ = leaks.run("explain", "--redact", "-m", str(leaks.model), "--report", "1", "--" + option, "1",
                              "in/all.jsonl")
        leaks.tap.case(f"explain --{option} 1", leaks.leaks(out) or None)


# What shows reports takes --redact, and is asked above; the rest speaks to whoever keeps the ledger, or has no report.
SHOWING = {"read", "explain", "show", "versions", "story", "accounts", "disputes", "digest", "changes", "origins", "who", "search",
           "export", "copies", "mcp", *COMMANDS} - {"stats"}
OTHERS = {"serve", "open", "add", "reread", "reindex", "forget", "verify", "seal", "problems", "review", "merge", "split", "model", "help",
          "stats"}


def check_commands(leaks):
    """A new command is one or the other: whoever adds it decides here."""
    _, out, _ = leaks.run("help")
    there = set(re.findall(r"^(?:Usage:|      ) legomena ([a-z]+) ", out, re.M))
    leaks.tap.case("commands", None if there == SHOWING | OTHERS else sorted(there ^ (SHOWING | OTHERS)))
    for command in sorted(SHOWING):
        _, out, _ = leaks.run("help", command)
        leaks.tap.case(f"{command} has --redact", None if "--redact" in out else out)


def check_contract(leaks):
    """A redacted record is one: its spans are of its text, its placeholders where `redacted` says."""
    _, out, _ = leaks.run("read", "-q", "--redact", "-m", str(leaks.model), "-f", "jsonl", "in/all.jsonl")
    for line in out.splitlines():
        record, wrong = json.loads(line), []
        for start, end in record.get("redacted", []):
            if not re.fullmatch(r"\[(minor|victim|witness|person) \d+\]", record["text"][start:end]):
                wrong.append(record["text"][start:end])
        for e in record["entities"]:
            for m in e["mentions"]:
                if e["name"].startswith("[") and m["form"] == "name" and "[" not in record["text"][m["start"]:m["end"]]:
                    wrong.append((e["name"], m))
        leaks.tap.case(f"record {record['id']}", wrong or None)


def check_ledger(leaks):
    """Each question in each form, each record of each report, and whom one asks for by name."""
    in_ledger = ["--ledger", "l.db"]
    add = ["add", "-q", "-m", str(leaks.model), *in_ledger]
    leaks.run(*add, "in/all.jsonl")
    second = (leaks.folder / "in" / REPORTS[0]["name"]).read_text(encoding="utf-8").replace("loved to sing", "sang well")
    (leaks.folder / "second.json").write_text(second, encoding="utf-8")
    leaks.run(*add, "second.json")
    leaks.run("review", *in_ledger, "1:c1", "--wrong", "--field", "speaker", "--should-be", "Mila Torv", "--note",
              "ask Josef Danko", "--by", "Ana Reed")
    leaks.run("review", *in_ledger, "1:e1", "--wrong", "--note", "Mirela", "--by", "Ana Reed")
    redact = [*in_ledger, "--redact"]
    exported = leaks.none("export marks", ["export", "marks", *redact])
    leaks.tap.case("there are marks", None if exported.count("\n") == 2 else exported)
    for command in COMMANDS:
        for form in ROW_FORMS:
            out = leaks.none(f"{command} -f {form}", [command, *redact, "-f", form, "--limit", "0"])
            if command != "reviews" and form == "json":
                leaks.tap.case(f"{command} has rows", None if len(json.loads(out)) > 1 else out)
    for form in ROW_FORMS:
        for words in ("killed", "Danko", "Vork", "Kovac"):
            leaks.none(f"search {words} -f {form}", ["search", *redact, "-f", form, words],
                       code=0)
    leaks.none("claims as of a day", ["claims", *redact, "--as-of", "2999-01-01", "-f", "jsonl"])
    leaks.none("claims by a hidden person", ["claims", *redact, "--by", "Torv", "-f", "jsonl"])
    stories = [row["story"] for row in json.loads(leaks.run("stories", *in_ledger, "-f", "json")[1])]
    for story in stories:
        for form in ("text", "json", "csv"):
            leaks.none(f"story {story} -f {form}", ["story", *redact, "--why", "-f", form, str(story)])
        for form in ("text", "json", "csv", "html"):
            leaks.none(f"origins {story} -f {form}", ["origins", *redact, "--why", "-f", form, str(story)])
    for form in ("text", "json"):
        leaks.none(f"digest -f {form}", ["digest", *redact, "-f", form], has=["Brandt"])
        leaks.none(f"changes -f {form}", ["changes", "--since", "2000", *redact, "-f", form])
    for report in range(1, len(REPORTS) + 2):
        for form in ("text", "json"):
            leaks.none(f"show {report} -f {form}", ["show", *redact, "-f", form, str(report)])
        record = json.loads(leaks.run("show", *in_ledger, "-f", "json", str(report))[1])
        kinds = dict(c="claims", e="entities", v="events", f="figures", i="incidents", t="times")
        for letter, key in kinds.items():
            for n in range(1, min(3, len(record.get(key, []))) + 1):
                leaks.none(f"show {report}:{letter}{n}", ["show", *redact, f"{report}:{letter}{n}"])
    leaks.none("versions", ["versions", *redact, "mirela-danko"])
    for form in ROW_FORMS:
        leaks.none(f"copies -f {form}", ["copies", *redact, "-f", form])
        leaks.none(f"copies of a report -f {form}", ["copies", *redact, "-f", form, "1"])
    for name in ("Danko", "Torv", "Kovac", "Grace Harrow"):
        leaks.none(f"who {name}", ["who", *redact, "--limit", "0", name], code=1)
    leaks.none("who Brandt", ["who", *redact, "--why", "Brandt"], has=["Brandt"])
    code, _, _ = leaks.run("show", *redact, "-f", "raw", "1")
    leaks.tap.case("raw bytes are refused", None if code == 2 else code)


def check_assistant(leaks):
    """Each tool, and each resource, of what `legomena mcp --redact` serves."""
    asked = [("search_claims", {"limit": 200}), ("search_claims", {"by": "Torv"}), ("timeline", {"limit": 200})]
    asked += [(name, {"report": report, "limit": 200}) for report in range(1, len(REPORTS) + 2) for name in ("accounts", "disputes")]
    parts = ["text", "claims", "entities", "events", "figures", "incidents", "times", "timeline", "disputes"]
    for report in range(1, len(REPORTS) + 2):
        asked += [("read_report", {"report": report, "parts": parts}), ("show", {"id": report})]
        asked += [("show", {"id": f"{report}:{letter}1"}) for letter in "cevfti"]
    asked += [("read_report", {"text": r["text"], "parts": parts}) for r in REPORTS]
    requests = [("tools/call", {"name": name, "arguments": arguments}) for name, arguments in asked]
    requests += [("resources/list", {})] + [("resources/read", {"uri": f"legomena://report/{n + 1}"}) for n in range(len(REPORTS) + 1)]
    opening = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}}
    lines = [{"jsonrpc": "2.0", "id": i, "method": m, "params": p} for i, (m, p) in enumerate([("initialize", opening), *requests])]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    _, out, err = leaks.run("mcp", "--ledger", "l.db", "--redact", "-m", str(leaks.model), text=text)
    answers = out.splitlines()
    leaks.tap.case("mcp answers all", None if len(answers) == len(lines) and not err else (len(answers), err))
    for (method, params), answer in zip(requests, answers[1:]):
        leaks.tap.case(f"mcp {method} {str(params)[:60]}", leaks.leaks(answer) or None)


def main():
    legomena, model, root = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    tap = Tap()
    if not model.exists():
        tap.case("redact", skip="no model")
        return tap.end()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in").mkdir()
        write_reports(folder / "in")
        leaks = Leaks(legomena, model, folder, tap)
        _, plain, _ = leaks.run("read", "-q", "-m", str(model), "-f", "jsonl", "in/all.jsonl")
        missing = [w for w in leaks.words if w not in plain.lower()]
        tap.case("without --redact the names are there", missing or None)
        check_read(leaks)
        check_commands(leaks)
        check_explained(leaks)
        check_exports(leaks)
        check_contract(leaks)
        check_ledger(leaks)
        check_assistant(leaks)
    tap.end()


main()
