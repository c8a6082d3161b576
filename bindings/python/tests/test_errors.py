"""Errors are those of the C library, with the whole message."""
import re

import pytest
from conftest import ROOT

import legomena
from legomena import errors


def test_a_class_for_each_status():
    text = (ROOT / "include/legomena/status.h").read_text()
    statuses = {int(n): name for name, n in re.findall(r"X\((E_\w+), (\d+),", text)}
    assert sorted(errors.BY_CODE) == sorted(statuses)


def test_no_such_model():
    with pytest.raises(legomena.NotFoundError, match="no model nope"):
        legomena.Engine("nope")


def test_no_model_at_all(tmp_path):
    path = tmp_path / "x.lgm"
    path.write_bytes(b"this is no model" * 100)
    with pytest.raises(legomena.LegomenaError) as e:
        legomena.Engine(str(path))
    assert str(path) in str(e.value) and e.value.code in errors.BY_CODE


def test_arguments(fast):
    for make in (lambda: legomena.Engine(only="nothing"), lambda: legomena.Engine(threads=-1), lambda: legomena.Engine(kernel="abacus")):
        with pytest.raises(legomena.LegomenaError, match="nothing|-1|abacus"):
            make()
    with pytest.raises(ValueError, match="no report has 'dat'"):
        fast.read("x", dat="2024-01-01")
    with pytest.raises(legomena.ArgumentError, match="surrogate pair at character 1"):
        fast.read("x\ud800")
    with pytest.raises(legomena.ArgumentError, match="takes a string"):
        fast.read(12)
    with pytest.raises(legomena.ArgumentError, match="NUL"):
        fast.read("x", title="a\0b")


def test_too_large():
    engine = legomena.Engine("en-fast", max_bytes=100)
    with pytest.raises(legomena.LimitError, match="100"):
        engine.read("word " * 100)
    assert engine.read("Ada Lind said so.").text  # and the engine is as good as before


def test_errors_keep_their_place():
    engine = legomena.Engine("en-fast", threads=2, max_bytes=100)
    texts = ["One.", "word " * 100, {"id": "three", "text": "Three."}, {"id": "four"}, "x\ud800", "Six."]
    problems = []
    assert [r.text for r in engine.read_many(texts, on_error=problems.append)] == ["One.", "Three.", "Six."]
    assert [(type(p), p.name) for p in problems] == [
        (legomena.LimitError, "report 2"), (legomena.ArgumentError, "four"), (legomena.ArgumentError, "report 5")]
    seen = engine.read_many(texts)
    assert next(seen).text == "One."
    with pytest.raises(legomena.LimitError):
        next(seen)


def test_files(tmp_path, fast):
    with pytest.raises(legomena.NotFoundError, match="gone.txt"):
        list(fast.read_files(tmp_path / "gone.txt"))
    (tmp_path / "a.jsonl").write_text('{"text": "Ada Lind said so."}\n{"text": 3}\n{"text": "Bob Ost denied it."}\n')
    problems = []
    assert len(list(fast.read_files(tmp_path, on_error=problems.append))) == 2
    assert len(problems) == 1 and "a.jsonl" in str(problems[0])
    with pytest.raises(legomena.ArgumentError, match="nonsense"):
        fast.read_files("x", date="nonsense").__next__()
