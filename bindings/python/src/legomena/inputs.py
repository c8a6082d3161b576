"""Reports on their way in: as lgm_input has them, with all the memory that they need."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Mapping, Sequence, Union

from ._native import ffi, lib
from .errors import ArgumentError, LegomenaError, error_of

# What may be known of a report: LGM_INPUT_FIELDS of legomena/input.h, the keys of a line of JSONL.
FIELDS = ("id", "title", "byline", "publisher", "agency", "section", "date", "published", "modified", "url", "retrieved")

Text = Union[str, bytes, Mapping[str, Any]]


class Input:
    """One lgm_input. `keep` is what it points to."""

    __slots__ = ("at", "keep", "name", "size")

    def __init__(self, at: Any, keep: Any, name: str | None, size: int) -> None:
        self.at, self.keep, self.name, self.size = at, keep, name, size


def _utf8(value: object, what: str) -> bytes:
    if isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise ArgumentError(f"{what} is {type(value).__name__}: it takes a string")
    try:
        return value.encode()
    except UnicodeEncodeError as e:
        raise ArgumentError(
            f"{what} has half a surrogate pair at character {e.start}, which no text has: decode it with errors='replace'"
        ) from e


def input_of(text: object, known: Mapping[str, Any], name: str | None = None) -> Input:
    """known: some of FIELDS; None is not known."""
    data = _utf8(text, "the text")
    at, keep = ffi.new("lgm_input *"), [ffi.from_buffer("char[]", data)]
    at.text, at.len = keep[0], len(data)
    for key, value in known.items():
        if key not in FIELDS:
            raise ArgumentError(f"no report has {key!r}: there are text, {', '.join(FIELDS)}")
        if value is not None:
            words = _utf8(value, key)
            if b"\0" in words:
                raise ArgumentError(f"{key} has a NUL character")
            keep.append(ffi.new("char[]", words))
            setattr(at, key, keep[-1])
    return Input(at, keep, name, len(data))


def inputs_of(texts: Iterable[Text]) -> Iterator[Input | LegomenaError]:
    """Of texts, or of mappings with the keys of a line of JSONL. One that cannot be a report is an error in its place."""
    for number, text in enumerate(texts, 1):
        known = {key: value for key, value in text.items() if key in FIELDS} if isinstance(text, Mapping) else {}
        name = str(known.get("id") or f"report {number}")
        try:
            if isinstance(text, Mapping) and "text" not in text:
                raise ArgumentError(f"{name}: no key 'text'")
            yield input_of(text["text"] if isinstance(text, Mapping) else text, known, name)
        except LegomenaError as e:
            e.name = name
            yield e


def inputs_in(paths: Sequence[str], options: Mapping[str, Any]) -> Iterator[Input | LegomenaError]:
    """What lgm_source finds in files, folders and addresses."""
    err = ffi.new("lgm_err *")
    names = [ffi.new("char[]", path.encode("utf-8", "surrogateescape")) for path in paths]
    o = ffi.new("lgm_source_options *")
    keep = {key: ffi.new("char[]", _utf8(value, key)) if isinstance(value, str) else value for key, value in options.items()}
    for key, value in keep.items():
        if value is not None:
            setattr(o, key, value)
    out = ffi.new("lgm_source **")
    if lib.lgm_source_open(out, ffi.new("char *[]", names), len(names), o, err):
        raise error_of(err)
    source = ffi.gc(out[0], lib.lgm_source_close)
    borrowed, copy = ffi.new("lgm_input *"), ffi.new("lgm_input **")
    size = ffi.new("size_t *")
    while True:
        status = lib.lgm_source_next(source, borrowed, err)
        if status == lib.LGM_E_EMPTY and err.message[0] == b"\0":
            break
        if status == lib.LGM_OK:
            status = lib.lgm_input_copy(copy, borrowed, size, err)
        if status:
            yield error_of(err)
            continue
        at = ffi.gc(copy[0], lib.lgm_input_free, size[0])
        yield Input(at, None, ffi.string(at.name).decode("utf-8", "replace") if at.name else None, at.len)
    _warn_of_what_is_left_out(source)


def _warn_of_what_is_left_out(source: Any) -> None:
    sentence = ffi.new("char[]", 1024)
    if lib.lgm_source_left_out(source, sentence, 1024):
        import warnings

        warnings.warn(ffi.string(sentence).decode("utf-8", "replace"), stacklevel=2)
