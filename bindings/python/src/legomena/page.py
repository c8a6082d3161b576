"""A report as notebooks show it: the text with its claims marked, and who says what. Needs no script and nothing from outside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Iterator

if TYPE_CHECKING:
    from .report import Report

_STYLE = (
    ".legomena{font:15px/1.5 system-ui,sans-serif;max-width:50em}.legomena pre{white-space:pre-wrap;font:inherit}"
    ".legomena mark{background:#fff1b8;color:inherit}.legomena b.source{font-weight:600;border-bottom:2px solid #2a6fdb}"
    ".legomena sup{color:#666}.legomena td,.legomena th{text-align:left;vertical-align:top;padding:.2em .6em}"
)


def page_of(report: Report) -> str:
    head = f"<h3>{escape(report.title)}</h3>" if report.title else ""
    rows = "".join(
        f"<tr><td>{escape(c.id[1:])}</td><td>{escape(report.speaker(c) or '—')}</td><td>{escape(c.act)}</td>"
        f"<td>{escape(report.quote(c.content))}</td></tr>"
        for c in report.claims
    )
    table = f"<table><tr><th></th><th>who</th><th>does</th><th>what is said</th></tr>{rows}</table>" if rows else "<p>No claims.</p>"
    return f'<div class="legomena"><style>{_STYLE}</style>{head}<pre>{"".join(_marked(report))}</pre>{table}</div>'


def _marked(report: Report) -> Iterator[str]:
    """Claims within others open and close within them or across: at each border of a span all tags are closed and opened anew."""
    inside = {"mark": 0, "b": 0}
    borders: list[tuple[int, int, str, str]] = []  # where, +1 or -1, which tag, the number that stands there
    for claim in report.claims:
        for tag, pieces in (("mark", claim.content), ("b", claim.source)):
            for n, piece in enumerate(pieces):
                borders.append((piece.start, 1, tag, claim.id[1:] if tag == "mark" and n == 0 else ""))
                borders.append((piece.end, -1, tag, ""))
    at = 0
    for where, step, tag, number in sorted(borders):
        yield _wrapped(report.text[at:where], inside)
        at = where
        inside[tag] += step
        if number:
            yield f"<sup>{number}</sup>"
    yield _wrapped(report.text[at:], inside)


def _wrapped(words: str, inside: dict[str, int]) -> str:
    out = escape(words)
    if out and inside["b"]:
        out = f'<b class="source">{out}</b>'
    return f"<mark>{out}</mark>" if out and inside["mark"] else out
