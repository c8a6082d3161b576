"""The component of spaCy, in a pipeline that has nothing else."""
import pytest
from conftest import ASTRAL, ROOT

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("en")
    made.add_pipe("legomena", config={"model": "en-fast", "threads": 2})
    return made


def test_spans_are_words_of_claims(nlp):
    for text in (ASTRAL, (ROOT / "data/samples/report.txt").read_text()):
        doc = nlp(text)
        report = doc._.legomena
        assert report.text == doc.text == text and report.claims
        pieces = [(c, piece) for c in report.claims for piece in c.content]
        assert len(doc.spans["claims"]) == len(pieces)
        for span, (claim, piece) in zip(doc.spans["claims"], pieces):
            assert span._.claim is claim and span.label_ == claim.act and span.kb_id_ == report.speaker(claim)
            assert report.quote(piece) in span.text and len(span.text) - len(report.quote(piece)) < 20
        assert [s._.figure for s in doc.spans["figures"]] == list(report.figures)
        assert [s._.event for s in doc.spans["events"]] == list(report.events)
        assert {s.kb_id_ for s in doc.spans["names"]} <= {e.name for e in report.entities}
        assert {s.text for s in doc.spans["cues"]} and doc.spans["sources"]


def test_pipe_keeps_the_order(nlp):
    texts = [f"Ada Lind said {n} times that it rained." for n in range(150)] + ["", " ", "\U0001F525"]
    docs = list(nlp.pipe(texts))
    assert [d.text for d in docs] == texts == [d._.legomena.text for d in docs]
    assert [len(d.spans["claims"]) for d in docs[:150]] == [len(nlp(t).spans["claims"]) for t in texts[:150]]


def test_a_pipeline_is_saved(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == ["legomena"]
    assert again("Ada Lind said so.")._.legomena == nlp("Ada Lind said so.")._.legomena
