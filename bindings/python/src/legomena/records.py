"""What a report's record is made of: the objects of docs/schema/report-1.json, with its names.

Offsets count Unicode code points of the report's text, as Python's strings do: `report.text[m.start:m.end]`. Ids ("c3", "e1")
lead to other records of the same report: `report["c3"]`. What is unknown is None, False or an empty list. Keys that a newer engine
adds become attributes too.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Callable, Mapping, NamedTuple, Sequence, TypeVar

R = TypeVar("R", bound="Record")


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    @property
    def slice(self) -> slice:
        return slice(self.start, self.end)

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True)
class Record:
    """Each class says how the values of its keys are made out of JSON, where they are more than they are there."""

    @classmethod
    def one(cls: type[R], data: Mapping[str, Any]) -> R:
        defaults, nested = _shape(cls)
        self = cls.__new__(cls)
        values = self.__dict__
        values.update(defaults)
        values.update(data)
        for key, make in nested:
            value = values[key]
            if value:
                values[key] = make(value)
        return self

    @classmethod
    def many(cls: type[R], data: Sequence[Mapping[str, Any]]) -> list[R]:
        return [cls.one(each) for each in data]


# Of a class: defaults, and which keys have a value that is made, by what.
_shapes: dict[type, Any] = {}


def _shape(cls: type[Record]) -> tuple[dict[str, Any], list[tuple[str, Callable[[Any], Any]]]]:
    shape = _shapes.get(cls)
    if shape is None:
        nested = [(f.name, f.metadata["make"]) for f in fields(cls) if "make" in f.metadata]
        defaults = {f.name: f.metadata.get("unknown") if f.default is MISSING else f.default for f in fields(cls)}
        shape = _shapes[cls] = (defaults, nested)
    return shape


def made(make: Callable[[Any], Any], unknown: Any = None) -> Any:
    """A field whose value is made out of JSON."""
    return field(default_factory=lambda: unknown, metadata={"make": make, "unknown": unknown})


def listed(make: Callable[[Any], Any]) -> Any:
    return made(make, ())


def spans(data: Sequence[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in data]


def _span(data: Sequence[int]) -> Span:
    return Span(data[0], data[1])


@dataclass(frozen=True)
class Placed(Record):
    """Stands in the text once, in one piece."""

    start: int = 0
    end: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


# ---- entities and times ------------------------------------------------------------------------


@dataclass(frozen=True)
class Mention(Placed):
    form: str = ""  # "name", "nominal", "pronoun"
    confidence: float | None = None


@dataclass(frozen=True)
class Place(Record):
    geonames: int = 0
    name: str = ""
    lat: float = 0.0  # degrees
    lon: float = 0.0
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    is_country: bool = False
    confidence: float | None = None


@dataclass(frozen=True)
class Entity(Record):
    id: str = ""
    type: str = ""  # PER ORG GPE LOC FAC EVT OTH
    name: str = ""
    aliases: Sequence[str] = ()
    roles: Sequence[str] = ()
    actor: str | None = None  # CAMEO-style code
    place: Place | None = made(Place.one)
    mentions: Sequence[Mention] = listed(Mention.many)


@dataclass(frozen=True)
class Time(Placed):
    id: str = ""
    type: str = ""  # DATE TIME DURATION SET
    value: str | None = None  # of TIMEX3
    mod: str | None = None
    quant: str | None = None
    anchor: str | None = None


@dataclass(frozen=True)
class When(Record):
    value: str | None = None
    time: str | None = None


# ---- claims ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Justification(Record):
    span: Span = made(_span)
    kind: str = ""


@dataclass(frozen=True)
class Addressee(Placed):
    entity: str | None = None


@dataclass(frozen=True)
class Reply(Record):
    to: str = ""
    how: str = ""


@dataclass(frozen=True)
class Claim(Record):
    id: str = ""
    source: Sequence[Span] = listed(spans)  # who says it; empty where nobody is named
    cue: Sequence[Span] = listed(spans)  # the words that say that it is said
    content: Sequence[Span] = listed(spans)  # what is said
    quoted: Sequence[Span] = listed(spans)  # what of it stands in quotation marks
    form: str = ""  # direct indirect mixed
    act: str = ""
    speaker: str | None = None
    speaker_kind: str = ""
    speakers: Sequence[str] = ()
    via: Sequence[str] = ()
    justification: Justification | None = made(Justification.one)
    to: Sequence[Addressee] = listed(Addressee.many)
    venue: str | None = None
    said: When | None = made(When.one)
    parent: str | None = None
    certainty: str | None = None
    evidence: str | None = None
    evidence_span: Sequence[Span] = listed(spans)
    repetition: str | None = None
    repetition_span: Sequence[Span] = listed(spans)
    about: Sequence[str] = ()
    replies: Sequence[Reply] = listed(Reply.many)
    observed: bool = False
    confidence: float = 0.0


# ---- what happened -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Count(Placed):
    of: str = ""
    value: int = 0
    relation: str = ""
    figure: str | None = None


@dataclass(frozen=True)
class Event(Record):
    id: str = ""
    trigger: Span = made(_span)
    mentions: Sequence[Span] = listed(spans)
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None
    agents: Sequence[str] = ()
    patients: Sequence[str] = ()
    instruments: Sequence[str] = ()
    place: str | None = None
    time: When | None = made(When.one)
    counts: Sequence[Count] = listed(Count.many)
    polarity: str = ""
    modality: str = ""
    asserted_by: Sequence[str] = ()
    confidence: float = 0.0


@dataclass(frozen=True)
class Scope(Record):
    place: str | None = None
    time: str | None = None
    extent: str | None = None


@dataclass(frozen=True)
class Figure(Placed):
    id: str = ""
    of: str = ""
    what: str | None = None
    value: float = 0
    upper: float | None = None
    relation: str = ""
    unit: str | None = None
    vague: bool = False
    implied: bool = False
    event: str | None = None
    asserted_by: Sequence[str] = ()
    scope: Scope | None = made(Scope.one)
    part_of: Sequence[str] = ()
    revised_from: str | None = None


@dataclass(frozen=True)
class Perpetrator(Record):
    entity: str | None = None
    kind: str | None = None
    confidence: str = ""
    asserted_by: Sequence[str] = ()


@dataclass(frozen=True)
class Bound(Record):
    value: int = 0
    relation: str = ""
    figure: str | None = None


@dataclass(frozen=True)
class Incident(Record):
    type: str = ""
    events: Sequence[str] = ()
    date: str | None = None
    place: str | None = None
    stage: str | None = None
    perpetrators: Sequence[Perpetrator] = listed(Perpetrator.many)
    perp_individuals: Sequence[Sequence[str]] = ()  # each in one or several wordings
    perp_organisations: Sequence[Sequence[str]] = ()
    targets: Sequence[Sequence[str]] = ()
    victims: Sequence[Sequence[str]] = ()
    weapons: Sequence[Sequence[str]] = ()
    killed: Bound | None = made(Bound.one)
    wounded: Bound | None = made(Bound.one)


@dataclass(frozen=True)
class Note(Record):
    """A correction, an update or an editors' note: what stands under `was` is not what the report says."""

    id: str = ""
    span: Span = made(_span)
    kind: str = ""  # "correction", "update", "clarification", "editors-note", "retraction"
    was: Sequence[Span] = listed(spans)
    now: Sequence[Span] = listed(spans)
    figures_was: Sequence[str] = ()
    figures_now: Sequence[str] = ()
    time: str | None = None


# ---- the report --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dated(Record):
    """An entry of the timeline."""

    value: str = ""
    record: str = ""
    also: Sequence[str] = ()


@dataclass(frozen=True)
class Dispute(Record):
    over: str = ""
    sides: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class From(Record):
    """Where a report came from."""

    file: str = ""
    line: int = 0
    member: str | None = None
    byte: int = 0


@dataclass(frozen=True)
class Model(Record):
    name: str = ""
    version: str | None = None


@dataclass(frozen=True)
class Passage(Placed):
    """In another language."""

    lang: str = ""


@dataclass(frozen=True)
class Block(Placed):
    """A part of the text that is more than a paragraph."""

    kind: str = ""
    number: int | None = None
