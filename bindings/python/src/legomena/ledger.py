"""A ledger: the file that keeps reports and what was read in them, and the questions that it answers."""

from __future__ import annotations

import os
import threading
import weakref
from dataclasses import dataclass
from typing import Any, Iterator, Mapping, Sequence, Union

from ._native import ffi, lib
from .errors import error_of
from .report import Report

Cell = Union[str, float, None]
Row = Mapping[str, Cell]  # by the names of the columns, as `legomena claims -f json` has them
Condition = Union[str, int, bool, Sequence[str], None]


@dataclass(frozen=True)
class Story:
    """Reports that tell of one happening, the oldest first."""

    number: int
    headline: str | None
    reports: Mapping[int, Report]  # by their numbers in the ledger
    copies: Mapping[int, int]  # of a report: the earlier one whose text it has


class Ledger:
    """What `legomena add --ledger PATH` made. Opened to be read, unless write=True; create=True makes a file where there is none.

    Rows are what `legomena claims`, `events`, ... print, with their columns; conditions are their options: by="Renmark", act="deny",
    story=12, learned_since="2024-05-24". A condition that takes no value is True; a list is one of several.
    """

    def __init__(self, path: str | os.PathLike[str], *, write: bool = False, create: bool = False) -> None:
        self._lock = threading.RLock()  # a ledger belongs to one thread at a time
        o, err, out = ffi.new("lgm_ledger_options *"), ffi.new("lgm_err *"), ffi.new("lgm_ledger **")
        o.create, o.read_only = create, not (write or create)
        if lib.lgm_ledger_open(out, os.fsencode(path), o, err):
            raise error_of(err)
        self._at = out[0]
        self._questions: set[Any] = set()  # that are open: they go before the ledger does
        weakref.finalize(self, _close, self._at, self._questions)

    # ---- questions ----

    def ask(self, kind: str, *, limit: int = 0, offset: int = 0, reverse: bool = False, redact: bool = False, **where: Condition) -> Iterator[Row]:
        """Rows of a kind ("claims", "events", "stories" ...); limit 0 = all. redact hides the names of private persons."""
        with self._lock:
            question = self._question(kind, where)
            lib.lgm_question_page(question, limit, offset)
            if reverse:
                lib.lgm_question_reverse(question)
            rows = Rows(self, question)
            if redact:
                self._check(lib.lgm_question_redact, question)
        return rows

    def count(self, kind: str, **where: Condition) -> int:
        """How many rows there are."""
        n = ffi.new("uint64_t *")
        with self._lock:
            question = self._question(kind, where)
            try:
                self._check(lib.lgm_question_count, question, n)
            finally:
                self._free(question)
        return int(n[0])

    def claims(self, **where: Condition) -> Iterator[Row]:
        return self.ask("claims", **where)  # type: ignore[arg-type]

    def events(self, **where: Condition) -> Iterator[Row]:
        return self.ask("events", **where)  # type: ignore[arg-type]

    def figures(self, **where: Condition) -> Iterator[Row]:
        return self.ask("figures", **where)  # type: ignore[arg-type]

    def incidents(self, **where: Condition) -> Iterator[Row]:
        return self.ask("incidents", **where)  # type: ignore[arg-type]

    def timeline(self, **where: Condition) -> Iterator[Row]:
        return self.ask("timeline", **where)  # type: ignore[arg-type]

    def stories(self, **where: Condition) -> Iterator[Row]:
        return self.ask("stories", **where)  # type: ignore[arg-type]

    def reports(self, **where: Condition) -> Iterator[Row]:
        return self.ask("reports", **where)  # type: ignore[arg-type]

    def _question(self, kind: str, where: Mapping[str, Condition]) -> Any:
        out, err = ffi.new("lgm_question **"), ffi.new("lgm_err *")
        if lib.lgm_question_new(out, self._at, kind.encode(), err):
            raise error_of(err)
        question = out[0]
        self._questions.add(question)
        for name, value in where.items():
            for one in value if isinstance(value, (list, tuple)) else [value]:
                if one is None or one is False:
                    continue
                words = ffi.NULL if one is True else ffi.new("char[]", str(one).encode())
                if lib.lgm_question_where(question, name.replace("_", "-").encode(), words, err):
                    self._free(question)
                    raise error_of(err)
        return question

    def _free(self, question: Any) -> None:
        with self._lock:
            if question in self._questions:
                self._questions.remove(question)
                lib.lgm_question_free(question)

    # ---- reports and stories ----

    def report(self, number: int) -> Report:
        """The record of a report, in its newest reading."""
        out = ffi.new("lgm_record **")
        with self._lock:
            self._check(lib.lgm_ledger_get, self._at, number, out)
        return _report_of(ffi.gc(out[0], lib.lgm_record_free))

    def story(self, number: int) -> Story:
        out = ffi.new("lgm_story **")
        with self._lock:
            self._check(lib.lgm_story_open, out, self._at, number)
        story = ffi.gc(out[0], lib.lgm_story_close)  # all of it is in memory
        told = [story.reports[i] for i in range(story.n)]
        copies = {one.report: told[one.copy_of].report for one in told if one.copy_of != lib.LGM_NONE}
        return Story(story.number, _words(story.headline), {one.report: _report_of(one.record) for one in told}, copies)

    def add(self, report: Report) -> int:
        """Keeps a report and what was read in it, finds its story, and gives its number; one that is there stays as it is."""
        err, out, entry, place = ffi.new("lgm_err *"), ffi.new("lgm_record **"), ffi.new("lgm_ledger_entry **"), ffi.new("lgm_ledger_place *")
        json = report.to_json().encode()
        if lib.lgm_record_read(out, json, len(json), err):
            raise error_of(err)
        record = ffi.gc(out[0], lib.lgm_record_free)
        if lib.lgm_ledger_prepare(entry, record, ffi.NULL, 0, err):
            raise error_of(err)
        prepared = ffi.gc(entry[0], lib.lgm_ledger_entry_free)
        with self._lock:
            self._check(lib.lgm_ledger_put, self._at, prepared, place)
            self._check(lib.lgm_ledger_commit, self._at)
            self._check(lib.lgm_story_join, self._at)
        return int(place.report)

    @staticmethod
    def _check(call: Any, *args: Any) -> None:
        err = ffi.new("lgm_err *")
        if call(*args, err):
            raise error_of(err)


class Rows:
    """The answer to one question, row by row."""

    def __init__(self, ledger: Ledger, question: Any) -> None:
        self._ledger, self._question = ledger, question
        kind = lib.lgm_question_kind_of(question)
        self._columns = [(ffi.string(kind.columns[i].name).decode(), kind.columns[i].type) for i in range(kind.n_columns)]
        self._row, self._err = ffi.new("lgm_question_row *"), ffi.new("lgm_err *")
        self._ended = False

    def __iter__(self) -> Rows:
        return self

    def __next__(self) -> Row:
        with self._ledger._lock:
            status = lib.LGM_E_EMPTY if self._ended else lib.lgm_question_next(self._question, self._row, self._err)
            if status == lib.LGM_OK:
                return {name: _cell(self._row.at[i], type) for i, (name, type) in enumerate(self._columns)}
            if not self._ended:
                self._ended = True
                self._ledger._free(self._question)
                if status != lib.LGM_E_EMPTY or self._err.message[0] != b"\0":
                    raise error_of(self._err)
        raise StopIteration

    def __del__(self) -> None:
        if not getattr(self, "_ended", True):
            self._ledger._free(self._question)


def _close(ledger: Any, questions: set[Any]) -> None:
    while questions:
        lib.lgm_question_free(questions.pop())
    lib.lgm_ledger_close(ledger)


def kinds() -> Mapping[str, Mapping[str, str]]:
    """What a ledger can be asked for, and the conditions of each with what they mean."""
    found: dict[str, dict[str, str]] = {}
    at = lib.lgm_question_kinds()
    while at.name != ffi.NULL:
        conditions = [at.conditions[i] for i in range(at.n_conditions)]
        found[ffi.string(at.name).decode()] = {ffi.string(c.name).decode().replace("-", "_"): ffi.string(c.help).decode() for c in conditions}
        at += 1
    return found


def _words(s: Any) -> str | None:
    return None if s.ptr == ffi.NULL else ffi.unpack(s.ptr, s.len).decode("utf-8", "replace")


def _cell(value: Any, type: int) -> Cell:
    if value.is_null:
        return None
    return float(value.number) if type == lib.LGM_COLUMN_NUMBER else _words(value.text)


def _report_of(record: Any) -> Report:
    out, size, err = ffi.new("char **"), ffi.new("size_t *"), ffi.new("lgm_err *")
    if lib.lgm_record_write(record, lib.LGM_FORMAT_JSONL, out, size, err):
        raise error_of(err)
    json = bytes(ffi.buffer(out[0], size[0]))
    lib.lgm_string_free(out[0])
    return Report(json)
