"""A model, opened, and what it reads."""

from __future__ import annotations

import os
import threading
import weakref
from collections import deque
from typing import Any, Callable, Iterable, Iterator, Sequence, Union

from ._native import ffi, lib
from .errors import ArgumentError, LegomenaError, error_of
from .inputs import Input, Text, input_of, inputs_in, inputs_of
from .report import Report

# One call of the library reads so many reports, or so many bytes of text, and lets Python go on meanwhile.
BATCH_REPORTS, BATCH_BYTES = 16, 64 << 10

OnError = Union[Callable[[LegomenaError], object], None]
Batch = Sequence[Union[Input, LegomenaError]]
Outcomes = Sequence[Union[bytes, LegomenaError]]

_ONLY = {"all": "LGM_ONLY_ALL", "read": "LGM_ONLY_READ", "trees": "LGM_ONLY_TREES", "claims": "LGM_ONLY_CLAIMS"}
_MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "models")


def models() -> str | None:
    """The folder of the models: $LEGOMENA_MODELS, else that of the package; None where the library looks by itself."""
    return os.environ.get("LEGOMENA_MODELS") or (_MODELS if os.path.isdir(_MODELS) else None)


class Engine:
    """A model, and workers that read with it. Threads may share one; several may live in one process.

    model         "en-accurate", "en-fast", or the path of a model file
    threads       workers of read_many and read_files; 0 = one a processor
    only          "claims" leaves out events, "trees" names and claims too; "read" takes no model at all
    kernel        "ref", "avx2", ...; None = the best that the machine has
    max_bytes     of one report; 0 = 16 MiB
    any_language  reads text that is not English too, as if it were
    map, why      the record says where its text stood in the bytes; why it says what it says
    """

    def __init__(
        self,
        model: str = "en-accurate",
        *,
        threads: int = 0,
        only: str = "all",
        kernel: str | None = None,
        max_bytes: int = 0,
        any_language: bool = False,
        map: bool = False,
        why: bool = False,
    ) -> None:
        if only not in _ONLY:
            raise ArgumentError(f"only={only!r}: there are {', '.join(_ONLY)}")
        if not 0 <= threads <= 256:
            raise ArgumentError(f"threads={threads}: 1 to 256, or 0 for one a processor")
        folder = models()
        keep = [ffi.new("char[]", os.fsencode(word)) if word else ffi.NULL for word in (model, folder, kernel)]
        o = ffi.new("lgm_engine_options *", lib.lgm_engine_default_options())
        o.model, o.model_dir, o.kernel = keep
        o.only, o.max_bytes = getattr(lib, _ONLY[only]), max_bytes
        o.any_language, o.map, o.why = any_language, map, why
        out, err = ffi.new("lgm_engine **"), ffi.new("lgm_err *")
        if lib.lgm_engine_open(out, o, err):
            raise error_of(err)
        self._at = out[0]
        self._idle: deque[Any] = deque()  # workers that read nothing just now
        self.threads = threads or len(os.sched_getaffinity(0))
        # Whoever reads holds the engine: when nobody does, all workers are idle.
        weakref.finalize(self, _close, self._at, self._idle).atexit = False

    @property
    def model(self) -> str:
        return ffi.string(lib.lgm_engine_model_name(self._at)).decode()  # type: ignore[no-any-return]

    @property
    def model_version(self) -> str:
        return ffi.string(lib.lgm_engine_model_version(self._at)).decode()  # type: ignore[no-any-return]

    @property
    def kernel(self) -> str:
        """The kernels in use: "avx512vnni"."""
        return ffi.string(lib.lgm_engine_kernel(self._at)).decode()  # type: ignore[no-any-return]

    # ---- reading ----

    def read(self, text: str | bytes, **known: str | None) -> Report:
        """One report. known: what is known of it (inputs.FIELDS), as date="2024-05-24", title=..., url=..."""
        outcome = self._read_batch([input_of(text, known)])[0]
        if isinstance(outcome, LegomenaError):
            raise outcome
        return Report(outcome)

    def read_many(self, texts: Iterable[Text], *, on_error: OnError = None) -> Iterator[Report]:
        """Many reports, in their order, by several threads. A text is a string, bytes, or a mapping with "text" and what is known
        (inputs.FIELDS; other keys are passed over). What is in flight is bounded: `texts` may have no end.

        on_error  is given the error of each report that cannot be read; without it the error is raised.
        """
        return self._read_all(inputs_of(texts), on_error)

    def read_files(
        self,
        *paths: str | os.PathLike[str],
        date: str | None = None,
        private_addresses: bool = False,
        max_bytes: int = 0,
        on_error: OnError = None,
    ) -> Iterator[Report]:
        """What is in files, folders, web archives and at addresses, as `legomena read` takes them; in order, by several threads.

        date  the day of publication of reports that state none
        """
        options = {"date": date, "private_addresses": private_addresses, "max_bytes": max_bytes}
        return self._read_all(inputs_in([os.fspath(path) for path in paths], options), on_error)

    def _read_all(self, inputs: Iterator[Input | LegomenaError], on_error: OnError) -> Iterator[Report]:
        from concurrent.futures import Future, ThreadPoolExecutor

        pool = ThreadPoolExecutor(self.threads, "legomena")
        reading: deque[Future[Outcomes]] = deque()
        try:
            for batch in _batches(inputs):
                reading.append(pool.submit(self._read_batch, batch))
                if len(reading) > 2 * self.threads:
                    yield from _reports(reading.popleft().result(), on_error)
            while reading:
                yield from _reports(reading.popleft().result(), on_error)
        finally:
            pool.shutdown(cancel_futures=True)

    def _read_batch(self, batch: Batch) -> Outcomes:
        inputs = [one for one in batch if isinstance(one, Input)]
        readings = ffi.new("readings[]", len(inputs))
        worker = self._take_worker()
        try:
            lib.read_each(worker, [one.at for one in inputs], len(inputs), readings)
        finally:
            self._idle.append(worker)
        found = iter([_outcome(reading, one) for reading, one in zip(readings, inputs)])
        return [next(found) if isinstance(one, Input) else one for one in batch]

    def _take_worker(self) -> Any:
        try:
            return self._idle.pop()
        except IndexError:
            out, err = ffi.new("lgm_worker **"), ffi.new("lgm_err *")
            if lib.lgm_worker_new(out, self._at, err):
                raise error_of(err) from None
            return out[0]


def _outcome(reading: Any, one: Input) -> bytes | LegomenaError:
    if reading.err.code:
        return error_of(reading.err, one.name)
    json = bytes(ffi.buffer(reading.json, reading.len))
    lib.lgm_string_free(reading.json)
    return json


def _reports(outcomes: Outcomes, on_error: OnError) -> Iterator[Report]:
    for outcome in outcomes:
        if not isinstance(outcome, LegomenaError):
            yield Report(outcome)
        elif on_error is None:
            raise outcome
        else:
            on_error(outcome)


def _batches(inputs: Iterable[Input | LegomenaError]) -> Iterator[Batch]:
    batch: list[Input | LegomenaError] = []
    size = 0
    for one in inputs:
        batch.append(one)
        size += one.size if isinstance(one, Input) else 0
        if len(batch) == BATCH_REPORTS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _close(engine: Any, workers: deque[Any]) -> None:
    while workers:
        lib.lgm_worker_free(workers.pop())
    lib.lgm_engine_close(engine)


# ---- engines that nobody made -------------------------------------------------------------------

_engines: dict[str, Engine] = {}
_lock = threading.Lock()


def engine_of(model: str) -> Engine:
    """The process's engine of a model, opened when it is first asked for."""
    with _lock:
        if model not in _engines:
            _engines[model] = Engine(model)
        return _engines[model]
