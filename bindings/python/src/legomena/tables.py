"""Records as tables of pandas, a row a record."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Iterable, Mapping

from . import records as r
from .errors import ArgumentError
from .records import Record, Span

if TYPE_CHECKING:
    import pandas

    from .report import Report

KINDS: Mapping[str, type[Record]] = {
    "claims": r.Claim, "entities": r.Entity, "times": r.Time, "events": r.Event, "figures": r.Figure, "incidents": r.Incident,
}  # fmt: skip


def to_pandas(reports: Iterable[Report], kind: str = "claims") -> pandas.DataFrame:
    """The claims (or another of KINDS) of reports. Columns are the fields of the record. Spans become the words that they cover; ids of
    entities in `speaker`, `place` and the like stay ids, and "speaker_name" has the name. "report" is the report's id."""
    import pandas

    if kind not in KINDS:
        raise ArgumentError(f"no table of {kind!r}: there are {', '.join(KINDS)}")
    names = [f.name for f in fields(KINDS[kind])]
    columns = ["report", *names, *(["speaker_name"] if kind == "claims" else [])]
    rows = []
    for report in reports:
        for record in getattr(report, kind):
            row = {"report": report.id, **{name: _cell(report, getattr(record, name)) for name in names}}
            if isinstance(record, r.Claim):
                row["speaker_name"] = report.speaker(record) or None
            rows.append(row)
    return pandas.DataFrame(rows, columns=columns)


def _cell(report: Report, value: Any) -> Any:
    if isinstance(value, Span):
        return report.quote(value)
    if isinstance(value, (list, tuple)):
        if value and isinstance(value[0], (Span, r.Placed)):
            return report.quote(value)
        return "; ".join(str(_cell(report, one)) for one in value) or None
    if isinstance(value, r.When):
        return value.value
    if isinstance(value, Record):
        return getattr(value, "name", None) or "; ".join(str(v) for v in vars(value).values() if v is not None)
    return value
