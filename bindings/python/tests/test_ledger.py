"""A ledger made by the command, or here, and asked in Python."""
import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ROOT

import legomena
from legomena.ledger import kinds

TEXTS = [
    {"url": "https://a.example/1", "date": "2024-05-24", "title": "Mill fire", "publisher": "The Ostrel Courier",
     "text": "A fire at the Ostrel mill killed 4 people on Friday. Ada Lind, the mayor, said that the alarms had failed. Bob Renmark of the Mill Workers' Union denied it."},
    {"url": "https://b.example/1", "date": "2024-05-24", "title": "Fire at Ostrel mill", "publisher": "Caldpress",
     "text": "A fire at the Ostrel mill killed 5 people on Friday, mayor Ada Lind said. Bob Renmark of the Mill Workers' Union said that alarms had failed."},
    {"url": "https://c.example/1", "date": "2024-05-20", "title": "Football", "publisher": "Caldpress",
     "text": "Joren Vale, the coach, said on Monday that his players were tired after the cup."},
]


@pytest.fixture
def ledger(tmp_path, fast):
    made = legomena.Ledger(tmp_path / "l.db", create=True)
    assert [made.add(r) for r in fast.read_many(TEXTS)] == [1, 2, 3]
    return made


def test_rows_are_those_of_the_command(tmp_path, binary, ledger):
    for kind, where, options in [("claims", {"by": "Lind"}, ["--by", "Lind"]), ("figures", {}, []), ("stories", {}, []), ("events", {"story": 1}, ["--story", "1"]),
                                 ("claims", {"story": 1, "by": ["Lind", "Ada"]}, ["--story", "1", "--by", "Lind", "--by", "Ada"])]:
        run = subprocess.run([binary, kind, "--ledger", str(tmp_path / "l.db"), "-f", "jsonl", *options], capture_output=True, text=True, check=True,
                             env={**os.environ, "LEGOMENA_MODELS": legomena.engine.models() or ""})
        wanted = [json.loads(line) for line in run.stdout.splitlines()]
        rows = list(ledger.ask(kind, **where))
        assert wanted and rows == wanted, kind
        assert ledger.count(kind, **where) == len(rows)


def test_reports_and_stories(ledger, fast):
    assert ledger.report(1) == fast.read(**TEXTS[0]) and ledger.report(1).title == "Mill fire"
    numbers = [int(row["story"]) for row in ledger.stories()]
    story = next(s for s in map(ledger.story, numbers) if 1 in s.reports)
    assert set(story.reports) == {1, 2} and story.reports[2] == ledger.report(2) and story.headline in ("Mill fire", "Fire at Ostrel mill")
    assert {row["speaker"] for row in ledger.claims(story=story.number)} <= {"Ada Lind", "Bob Renmark"}
    assert len(list(ledger.claims(limit=2))) == 2 and len(list(ledger.reports())) == 3
    assert [r["id"] for r in ledger.reports(reverse=True)] != [r["id"] for r in ledger.reports()]


def test_errors(ledger, tmp_path, fast):
    for wrong in (lambda: ledger.ask("nothing"), lambda: ledger.claims(nothing="x"), lambda: ledger.claims(act="nothing"), lambda: ledger.claims(by=True)):
        with pytest.raises(legomena.ArgumentError):
            list(wrong())
    for wrong in (lambda: ledger.report(99), lambda: ledger.story(99), lambda: legomena.Ledger(tmp_path / "none.db")):
        with pytest.raises(legomena.NotFoundError):
            wrong()
    (tmp_path / "x.db").write_text("no ledger " * 500)
    with pytest.raises(legomena.FormatError, match="x.db"):
        legomena.Ledger(tmp_path / "x.db")
    with pytest.raises(legomena.ArgumentError):
        legomena.Ledger(tmp_path / "l.db").add(fast.read("It rained."))
    assert "by" in kinds()["claims"] and "learned_since" in kinds()["claims"]


def test_threads_ask_one_ledger(ledger):
    expected = list(ledger.claims())
    with ThreadPoolExecutor(4) as pool:
        assert all(rows == expected for rows in pool.map(lambda _: list(ledger.claims()), range(12)))
