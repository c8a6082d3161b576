"""legomena reads news reports in English and writes down who said what, and when.

    import legomena

    report = legomena.read("Ada Lind, the mayor, said on Monday that the bridge was safe.", date="2024-05-24")
    for claim in report.claims:
        print(report.speaker(claim), "-", report.quote(claim.content))

A record has the exact words that carry it: `report.text[span.slice]`. What is true, legomena does not judge.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Iterable, Iterator

from .engine import Engine, OnError, engine_of
from .errors import *  # noqa: F403
from .errors import LegomenaError
from .inputs import Text
from .records import Addressee, Block, Bound, Claim, Count, Dated, Dispute, Entity, Event, Figure, From, Incident, Justification
from .records import Mention, Model, Note, Passage, Perpetrator, Place, Record, Reply, Scope, Span, Time, When
from .report import Report

if TYPE_CHECKING:
    from .ledger import Ledger as Ledger
    from .ledger import Story as Story
    from .tables import to_pandas as to_pandas

__version__ = "0.1.0"


def read(text: str | bytes, *, model: str = "en-accurate", **known: str | None) -> Report:
    """One report: Engine.read by an engine that the process keeps."""
    return engine_of(model).read(text, **known)


def read_many(texts: Iterable[Text], *, model: str = "en-accurate", on_error: OnError = None) -> Iterator[Report]:
    """Many reports in order, by one thread a processor: Engine.read_many."""
    return engine_of(model).read_many(texts, on_error=on_error)


def read_files(
    *paths: str | os.PathLike[str], model: str = "en-accurate", date: str | None = None, on_error: OnError = None
) -> Iterator[Report]:
    """What is in files, folders, web archives and at addresses: Engine.read_files."""
    return engine_of(model).read_files(*paths, date=date, on_error=on_error)


def __getattr__(name: str) -> Any:  # parts that a first reading does without
    if name in ("Ledger", "Story"):
        from . import ledger

        return getattr(ledger, name)
    if name == "to_pandas":
        from .tables import to_pandas

        return to_pandas
    raise AttributeError(f"module 'legomena' has no attribute {name!r}")
