"""A component of spaCy: nlp.add_pipe("legomena", config={"model": "en-fast"}).

It reads doc.text and fills

    doc._.legomena         the Report
    doc.spans["claims"]    a span a piece of what is said, in order of claims; its label is the claim's act, its kb_id the speaker's name,
                           span._.claim the Claim
    doc.spans["sources"]   who says it; "cues": the words that say so; both have span._.claim too
    doc.spans["figures"], doc.spans["events"], doc.spans["names"]    span._.figure, span._.event, span._.entity

Code points are what spaCy counts too. A span of spaCy has whole tokens: where one begins or ends within a token it is widened to it.
"""

from __future__ import annotations

from typing import Any, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from .engine import Engine
from .records import Record
from .records import Span as Words
from .report import Report


def _extend() -> None:
    if not Doc.has_extension("legomena"):
        Doc.set_extension("legomena", default=None)
    for name in ("claim", "event", "figure", "entity"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


class Component:
    def __init__(self, model: str, threads: int) -> None:
        _extend()
        self.engine = Engine(model, threads=threads)

    def __call__(self, doc: Doc) -> Doc:
        return fill(doc, self.engine.read(doc.text))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Docs in order; the texts are read by several threads meanwhile. batch_size is spaCy's: batches are those of read_many."""
        waiting: list[Doc] = []

        def texts() -> Iterator[str]:
            for doc in stream:
                waiting.append(doc)
                yield doc.text

        for report in self.engine.read_many(texts()):
            yield fill(waiting.pop(0), report)

    # Nothing is learned and nothing kept: a pipeline that is saved has the component's configuration.
    def to_disk(self, path: Any, exclude: Any = ()) -> None: ...

    def from_disk(self, path: Any, exclude: Any = ()) -> Component:
        return self

    def to_bytes(self, exclude: Any = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, exclude: Any = ()) -> Component:
        return self


@Language.factory("legomena", default_config={"model": "en-accurate", "threads": 0}, assigns=["doc._.legomena"])
def make_component(nlp: Language, name: str, model: str, threads: int) -> Component:
    return Component(model, threads)


def fill(doc: Doc, report: Report) -> Doc:
    doc._.legomena = report
    claims, sources, cues = [], [], []
    for claim in report.claims:
        speaker = report.speaker(claim)
        claims += [_span(doc, piece, claim.act, "claim", claim, speaker) for piece in claim.content]
        sources += [_span(doc, piece, claim.speaker_kind, "claim", claim, speaker) for piece in claim.source]
        cues += [_span(doc, piece, claim.act, "claim", claim, "") for piece in claim.cue]
    events = [_span(doc, e.trigger, e.plover or "", "event", e, "") for e in report.events]
    figures = [_span(doc, f.span, f.of, "figure", f, "") for f in report.figures]
    names = [_span(doc, m.span, e.type, "entity", e, e.name) for e in report.entities for m in e.mentions if m.form == "name"]
    for key, spans in (("claims", claims), ("sources", sources), ("cues", cues), ("events", events), ("figures", figures), ("names", names)):
        doc.spans[key] = [span for span in spans if span is not None]
    return doc


def _span(doc: Doc, words: Words, label: str, attribute: str, record: Record, name: str) -> Span | None:
    """None where there is no token at all, as in an empty doc."""
    span = doc.char_span(words.start, words.end, label=label, kb_id=name, alignment_mode="expand")
    if span is not None:
        setattr(span._, attribute, record)
    return span
