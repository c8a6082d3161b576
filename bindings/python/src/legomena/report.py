"""A report: its text, what is known of it, and the records that were read in it."""

from __future__ import annotations

import json as _json
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Mapping, Sequence, Union

from . import records as r
from .errors import FormatError
from .records import Record, Span, listed, made, spans

if TYPE_CHECKING:
    import pandas

Words = Union[Span, r.Placed, Sequence[Union[Span, r.Placed]]]
Listed = Union[r.Entity, r.Time, r.Claim, r.Event, r.Figure, r.Note]

GAP = " … "  # between pieces that do not touch
_LISTS = {"e": "entities", "t": "times", "c": "claims", "v": "events", "f": "figures", "n": "notes"}


@dataclass(frozen=True, repr=False, eq=False, init=False)
class Report(Record):
    """The record of one report, with the names of docs/schema/report-1.json.

    `text[span.slice]`, or `report.quote(claim.content)`, are the words of a span; `report["c3"]` is the record with that id.
    Nothing is made of the engine's JSON before it is asked for, and then only the list that is.
    """

    id: str
    text: str  # exactly what was read
    title: str | None
    byline: str | None
    publisher: str | None
    agency: str | None
    section: str | None
    url: str | None
    date: str | None  # of publication, YYYY-MM-DD
    date_source: str | None
    published: str | None
    modified: str | None
    retrieved: str | None
    lang: str | None
    sha256: str
    raw_sha256: str
    engine: str
    extraction: float | None
    model: r.Model | None = made(r.Model.one)
    from_: r.From | None = made(r.From.one)  # "from" in JSON
    languages: Sequence[r.Passage] = listed(r.Passage.many)
    layout: Sequence[r.Block] = listed(r.Block.many)
    c2pa: Sequence[Span] = listed(spans)
    redacted: Sequence[Span] = listed(spans)
    sentences: Sequence[Span] = listed(spans)
    entities: Sequence[r.Entity] = listed(r.Entity.many)
    times: Sequence[r.Time] = listed(r.Time.many)
    claims: Sequence[r.Claim] = listed(r.Claim.many)
    events: Sequence[r.Event] = listed(r.Event.many)
    figures: Sequence[r.Figure] = listed(r.Figure.many)
    incidents: Sequence[r.Incident] = listed(r.Incident.many)
    notes: Sequence[r.Note] = listed(r.Note.many)
    timeline: Sequence[r.Dated] = listed(r.Dated.many)
    disputes: Sequence[r.Dispute] = listed(r.Dispute.many)
    warnings: Sequence[str] = listed(list)
    map: Sequence[Mapping[str, int]] = listed(list)  # where Engine(map=True) asks for it
    why: Sequence[Mapping[str, Any]] = listed(list)  # where Engine(why=True) asks for it

    if TYPE_CHECKING:

        @property
        def _json(self) -> bytes | str: ...

    def __init__(self, json: bytes | str) -> None:
        """Of a line of `legomena read -f jsonl`."""
        self.__dict__["_json"] = json

    if not TYPE_CHECKING:  # hidden, so that a wrong name stays an error to mypy

        def __getattr__(self, name: str) -> Any:
            if name == "_data":
                value = _parsed(self._json)
            elif name in _MAKE:
                make, unknown = _MAKE[name]
                value = self._data.get(name.rstrip("_"), unknown)
                if make and value:
                    value = make(value)
            else:
                raise AttributeError(f"a report has no {name!r}")
            self.__dict__[name] = value
            return value

    def to_json(self) -> str:
        """The line that the engine wrote: the same bytes as `legomena read -f jsonl` writes."""
        return self._json if isinstance(self._json, str) else self._json.decode()

    def to_dict(self) -> dict[str, Any]:
        """What docs/schema/report-1.json describes, anew each time."""
        return _parsed(self._json)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Report, (self._json,))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Report) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"<Report {self.id}: {self.title or self.text[:40]!r}, {len(self.claims)} claims>"

    # ---- words and records ----

    def quote(self, where: Words) -> str:
        """The words of a span, of several ("…" stands between pieces), or of what stands in the text."""
        if isinstance(where, (Span, r.Placed)):
            return self.text[where.start : where.end]
        return GAP.join(self.text[one.start : one.end] for one in where)

    def __getitem__(self, id: str) -> Listed:
        listed: Sequence[Listed] = getattr(self, _LISTS.get(id[:1], ""), ())
        if id[1:].isdecimal() and 0 < int(id[1:]) <= len(listed):
            return listed[int(id[1:]) - 1]
        raise KeyError(id)

    def speaker(self, claim: r.Claim) -> str:
        """Who makes a claim: the entity's name, else the report's words for the source; "" where nobody is named."""
        if claim.speaker is None:
            return self.quote(claim.source)
        entity = self[claim.speaker]
        return entity.name if isinstance(entity, r.Entity) else ""

    # ---- other people's tools ----

    def to_pandas(self, kind: str = "claims") -> pandas.DataFrame:
        """One list as a table: tables.py."""
        from .tables import to_pandas

        return to_pandas([self], kind)

    def to_html(self) -> str:
        """The text with its claims marked, and a table of who says what: page.py."""
        from .page import page_of

        return page_of(self)

    _repr_html_ = to_html


def _parsed(line: bytes | str) -> dict[str, Any]:
    try:
        data = _json.loads(line)
    except ValueError as e:
        raise FormatError(f"this is no JSON, and so no record of legomena: {e}") from e
    if not isinstance(data, dict) or data.get("legomena") != 1:
        raise FormatError('this is no record of legomena, version 1: write one with "legomena read -f jsonl"')
    return data


# Of a field: what makes its value out of JSON, and what it is where the record has none.
_MAKE = {f.name: (f.metadata["make"], f.metadata["unknown"]) if f.metadata else (None, None) for f in fields(Report)}
