"""What can go wrong, as in legomena/status.h: a class a status, all of them LegomenaError."""

from __future__ import annotations

from typing import Any


class LegomenaError(Exception):
    """What happened, where, and what to do about it: the message is that of the C library, whole."""

    code = 0  # of legomena/status.h

    def __init__(self, message: str, line: int = 0, byte: int = 0, name: str | None = None) -> None:
        super().__init__(message)
        self.line = line  # of the input, from 1; 0 = not known
        self.byte = byte  # of the input, from 0
        self.name = name  # of the report that could not be read, where there is one


class OutOfMemoryError(LegomenaError, MemoryError):
    code = 1


class LimitError(LegomenaError):
    """Over a limit of size, depth or time."""

    code = 2


class InputOutputError(LegomenaError):
    """A file could not be read or written."""

    code = 3


class NotFoundError(LegomenaError):
    """No such file, model or record."""

    code = 4


class FormatError(LegomenaError):
    """Input is not in the format expected."""

    code = 5


class VersionError(LegomenaError):
    """Written by another version of the format."""

    code = 6


class DamagedError(LegomenaError):
    """A checksum or a range does not hold."""

    code = 7


class NothingToReadError(LegomenaError):
    code = 8


class ArgumentError(LegomenaError, ValueError):
    """An argument is out of range."""

    code = 9


class UnsupportedError(LegomenaError):
    """Not supported by this build or machine."""

    code = 10


class CancelledError(LegomenaError):
    """Stopped before its end."""

    code = 11


BY_CODE = {c.code: c for c in LegomenaError.__subclasses__()}


def error_of(err: Any, name: str | None = None) -> LegomenaError:
    """The exception of an lgm_err."""
    from ._native import ffi, lib

    message = ffi.string(err.message).decode("utf-8", "replace") or ffi.string(lib.lgm_status_text(err.code)).decode()
    return BY_CODE.get(err.code, LegomenaError)(message, err.line, err.byte, name)
