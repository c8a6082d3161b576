"""One report: its records, their words, and the types that they have."""
import dataclasses
import json
import pickle

import pytest
from conftest import ASTRAL, ROOT

import legomena
from legomena import records


def words_of(value):
    """All spans below a record, as pairs of offsets."""
    if isinstance(value, legomena.Span):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from words_of(one)
    elif isinstance(value, records.Placed):
        yield value.span
    elif isinstance(value, records.Record):
        for one in vars(value).values():
            yield from words_of(one)


def test_spans_slice(fast):
    report = fast.read(ASTRAL)
    assert report.text == ASTRAL
    by_words = {report.quote(claim.content): claim for claim in report.claims}
    claim = next(c for words, c in by_words.items() if "bridge was" in words)
    assert report.quote(claim.quoted) == "safe \U0001F468\u200D\U0001F469\u200D\U0001F467 and sound"
    assert report.text[claim.quoted[0].slice] == claim.quoted[0].of(report.text) == report.quote(claim.quoted)
    assert report.speaker(claim) == "Ada Lind \U0001D49C\u0301" or report.speaker(claim).startswith("Ada Lind")
    figure = next(f for f in report.figures if f.value == 11)
    assert "11" in report.text[figure.start : figure.end]
    names = [report.quote(m) for e in report.entities for m in e.mentions if m.form == "name"]
    assert any("nmark" in name for name in names)


def test_spans_are_those_of_utf8(fast, texts):
    """A span cut out of code points is what it is cut out of bytes."""
    for text in texts:
        report = fast.read(text)
        starts = [0]
        for character in report.text:
            starts.append(starts[-1] + len(character.encode()))
        found = [s for key in ("entities", "times", "claims", "events", "figures", "sentences") for s in words_of(getattr(report, key))]
        for start, end in found:
            assert 0 <= start <= end <= len(report.text)
            assert report.text.encode()[starts[start] : starts[end]].decode() == report.text[start:end]


def test_what_is_known(fast):
    report = fast.read("It rained.", date="2024-05-24", title="Rain", url="https://rain.example/1", id="r1")
    assert (report.id, report.date, report.title, report.url, report.date_source) == ("r1", "2024-05-24", "Rain", "https://rain.example/1", "given")
    assert report.model.name == fast.model and report.model.version == fast.model_version
    assert report.extraction is None and report.c2pa == () and report.byline is None


def test_bytes_are_decoded(fast):
    report = fast.read("Ada Lind said it was caf\u00e9 weather.".encode("cp1252"))
    assert "caf\u00e9" in report.text and report.warnings


def test_ids_lead_to_records(fast):
    report = fast.read(ASTRAL)
    for claim in report.claims:
        assert report[claim.id] is claim
        if claim.speaker:
            assert report[claim.speaker].id == claim.speaker
    for wrong in ("c0", "c999", "x1", "", "c", "c-1", "c\u00b2"):
        with pytest.raises(KeyError):
            report[wrong]


def test_json_both_ways(fast):
    report = fast.read(ASTRAL)
    assert legomena.Report(report.to_json()) == report
    assert report.to_dict() == json.loads(report.to_json()) and report.to_dict() is not report.to_dict()
    again = pickle.loads(pickle.dumps(report))
    assert again == report and again.claims == report.claims and hash(again) == hash(report)
    for wrong in ("", "{", "[]", '{"legomena": 2}'):
        with pytest.raises(legomena.FormatError, match="record of legomena"):
            legomena.Report(wrong).text


def test_records_are_read_only(fast):
    report = fast.read(ASTRAL)
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.title = "x"
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.claims[0].act = "x"
    with pytest.raises(AttributeError, match="no 'claim'"):
        report.claim



def test_classes_have_the_fields_of_the_schema():
    """What a class calls a field is what docs/schema/report-1.json calls it, and none is missing."""
    schema = json.loads((ROOT / "docs/schema/report-1.json").read_text())
    root, defs = schema["properties"], schema["$defs"]
    objects = {
        legomena.Report: schema, records.Entity: defs["entity"], records.Time: defs["time"], records.Claim: defs["claim"],
        records.Event: defs["event"], records.Figure: defs["figure"], records.Incident: defs["incident"], records.Bound: defs["count"],
        records.From: root["from"], records.Passage: root["languages"]["items"], records.Block: root["layout"]["items"],
        records.Dated: root["timeline"]["items"], records.Dispute: root["disputes"]["items"], records.Model: root["model"]["anyOf"][0],
        records.Mention: defs["entity"]["properties"]["mentions"]["items"], records.Place: defs["entity"]["properties"]["place"]["anyOf"][0],
        records.Justification: defs["claim"]["properties"]["justification"], records.Addressee: defs["claim"]["properties"]["to"]["items"],
        records.When: defs["claim"]["properties"]["said"]["anyOf"][0], records.Reply: defs["claim"]["properties"]["replies"]["items"],
        records.Count: defs["event"]["properties"]["counts"]["items"], records.Scope: defs["figure"]["properties"]["scope"],
        records.Note: root["notes"]["items"], records.Perpetrator: defs["incident"]["properties"]["perpetrators"]["items"],
    }
    for made, part in objects.items():
        names = {f.name.rstrip("_") for f in dataclasses.fields(made)}
        assert names == set(part["properties"]) - {"legomena"}, made.__name__
    listed = {c for c in vars(records).values() if isinstance(c, type) and issubclass(c, records.Record)}
    assert listed - {records.Record, records.Placed} <= set(objects)
