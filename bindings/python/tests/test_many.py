"""Many reports: order, threads, memory, and that records are the command's."""
import json
import os
import resource
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

from conftest import ASTRAL, ROOT

import legomena


def command(binary, tmp_path, texts, model):
    """What the command writes of the same texts."""
    path = tmp_path / f"{model}.jsonl"
    path.write_text("".join(json.dumps({"id": f"r{i}", "text": text}) + "\n" for i, text in enumerate(texts) if text.strip()))
    run = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", model, str(path)], capture_output=True, check=True,
                         env={**os.environ, "LEGOMENA_MODELS": legomena.engine.models() or ""})
    return path, run.stdout.decode()


def golden_texts():
    """The inputs of the engine's own golden cases that are plain texts, and the sample."""
    found = [(ROOT / "data/samples/report.txt").read_text(), ASTRAL]
    for path in sorted((ROOT / "tests/golden").rglob("*.txt")):
        found += [case.partition("\n")[2] for case in path.read_text(errors="replace").split("\n\n")[:20]]
    return [text for text in found if text.strip()]


def test_the_records_of_the_command(binary, tmp_path):
    texts = golden_texts()
    assert len(texts) > 100
    engine = legomena.Engine("en-fast", threads=2)
    path, wanted = command(binary, tmp_path, texts, "en-fast")
    assert "".join(r.to_json() for r in engine.read_files(path)) == wanted
    without_file = [{k: v for k, v in json.loads(line).items() if k not in ("from", "raw_sha256")} for line in wanted.splitlines()]
    many = engine.read_many({"id": f"r{i}", "text": text} for i, text in enumerate(texts))
    assert [{k: v for k, v in r.to_dict().items() if k not in ("from", "raw_sha256")} for r in many] == without_file


def test_two_engines_in_two_threads(binary, tmp_path, texts):
    texts = [text for text in texts if text.strip()] * 5
    expected = {model: command(binary, tmp_path, texts, model) for model in ("en-fast", "en-accurate")}

    def read(model):
        return "".join(r.to_json() for r in legomena.Engine(model, threads=2).read_files(expected[model][0]))

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(read, expected)) == [written for _, written in expected.values()]


def test_threads_share_an_engine(fast, texts):
    expected = [fast.read(text).to_json() for text in texts]

    def read_all(_):
        return [fast.read(text).to_json() for text in texts]

    with ThreadPoolExecutor(8) as pool:
        assert all(got == expected for got in pool.map(read_all, range(8)))


def test_order_and_an_endless_iterable(fast):
    def endless():
        n = 0
        while True:
            n += 1
            yield {"id": str(n), "text": f"Ada Lind said {n} times: no. " * (1 + n % 7)}

    seen = fast.read_many(endless())
    assert [next(seen).id for _ in range(300)] == [str(n) for n in range(1, 301)]
    seen.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("legomena")]


def test_an_iterable_that_breaks(fast):
    def texts():
        yield from ["Ada Lind said so."] * 40
        raise OSError("the disk")

    got = []
    try:
        for report in fast.read_many(texts()):
            got.append(report)
    except OSError as e:
        assert str(e) == "the disk"
    else:
        raise AssertionError("the iterable's own error is lost")


def test_python_goes_on_meanwhile(fast):
    """Python's lock is let go while the library reads: another thread counts on."""
    counted, stop = [0], threading.Event()

    def count():
        while not stop.wait(0.0005):
            counted[0] += 1

    thread = threading.Thread(target=count)
    thread.start()
    before = counted[0]
    fast.read((ROOT / "data/samples/report.txt").read_text() * 60)
    during = counted[0] - before
    stop.set()
    thread.join()
    assert during > 3


def memory():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * resource.getpagesize()


def test_no_memory_is_lost(fast):
    text = (ROOT / "data/samples/report.txt").read_text()[:1200]
    for _ in range(300):
        assert fast.read(text).claims
    before = memory()
    for _ in range(1700):
        fast.read(text).claims
    assert memory() - before < 4 << 20


def test_engines_are_given_back(tmp_path):
    def one():
        engine = legomena.Engine("en-fast")
        return len(engine.read("Ada Lind said so.").claims)

    assert one() == one()
    before = memory()
    for _ in range(20):
        one()
    assert memory() - before < 16 << 20
