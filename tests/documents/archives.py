#!/usr/bin/env python3
"""archives.py LEGOMENA - web archives and packed files as other tools write them.

warcio, FastWARC and wacz (packages of Python of these names) are looked for where LEGOMENA_TOOLS, a
virtual environment, has them, else here; wget and zstd are programs. What is not installed is
skipped.
"""
import bz2
import functools
import gzip
import http.server
import io
import lzma
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import zipfile
import zlib

TOOLS = os.environ.get("LEGOMENA_TOOLS")
if TOOLS and os.environ.get("LEGOMENA_TOOLS_USED") != "1":
    os.environ["LEGOMENA_TOOLS_USED"] = "1"
    os.execv(f"{TOOLS}/bin/python", [f"{TOOLS}/bin/python", *sys.argv])

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from documents.reading import read
from tap import Tap

try:
    import warcio
    from warcio.archiveiterator import ArchiveIterator
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter
except ImportError:
    warcio = None
try:
    import fastwarc.stream_io
    import fastwarc.warc
except ImportError:
    fastwarc = None

TEXT = "Fire at the mill\n\nThe mill at Venn burned down on Monday, the mayor of Ostrel said. That was fire {}.\n"
PLAIN = ("Content-Type", "text/plain; charset=utf-8")


def text(n):
    return TEXT.format(n).encode()


def chunked(body, size=40):
    parts = [body[i:i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts) + b"0\r\n\r\n"


def raw_deflate(body):
    c = zlib.compressobj(9, zlib.DEFLATED, -15)
    return c.compress(body) + c.flush()


def make(packed, version="1.0"):
    """An archive by warcio: pages of every coding, and much that is no page."""
    out = io.BytesIO()
    w = WARCWriter(out, gzip=packed, warc_version=version)
    w.write_record(w.create_warcinfo_record("a.warc.gz", {"software": "mill"}))

    def add(n, headers, body, status="200 OK"):
        uri = f"http://mill.example/{n}"
        w.write_record(w.create_warc_record(
            uri, "response", payload=io.BytesIO(body), warc_headers_dict={"WARC-Date": f"2024-03-04T09:00:{n:02}Z"},
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1")))
        w.write_record(w.create_warc_record(uri, "request", http_headers=StatusAndHeaders(
            f"GET /{n} HTTP/1.1", [("Host", "mill.example")], is_http_request=True)))

    add(1, [PLAIN], text(1))
    add(2, [PLAIN, ("Transfer-Encoding", "chunked")], chunked(text(2)))
    add(3, [PLAIN, ("Content-Encoding", "gzip")], gzip.compress(text(3)))
    add(4, [PLAIN, ("Content-Encoding", "deflate")], zlib.compress(text(4)))
    add(5, [PLAIN, ("Content-Encoding", "deflate"), ("Transfer-Encoding", "chunked")], chunked(raw_deflate(text(5))))
    add(6, [("Content-Type", "image/png")], b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 300)
    add(7, [PLAIN], b"Not here", "404 Not Found")
    w.write_record(w.create_revisit_record("http://mill.example/8", "sha1:B6QJ6BNJ3R4B23XXMRKZKHLPGJY2VE4O",
                                           "http://mill.example/1", "2024-03-04T09:00:00Z"))
    w.write_record(w.create_warc_record("http://mill.example/9", "conversion", payload=io.BytesIO(text(9)),
                                        warc_content_type="text/plain"))
    w.write_record(w.create_warc_record("http://mill.example/10", "resource", payload=io.BytesIO(text(10)),
                                        warc_content_type="text/plain"))
    return out.getvalue()


PAGES = (1, 2, 3, 4, 5, 9, 10)


def wrong_texts(reading, numbers=PAGES, warnings=False):
    got, wanted = [r["text"] for r in reading.records], [text(n).decode() for n in numbers]
    if got != wanted:
        return f"texts are {got}\n{reading.stderr}"
    if reading.code != 0 or ("warning" in reading.stderr) != warnings:
        return f"exit {reading.code}\n{reading.stderr}"
    return None


def wrong_places(reading, content):
    """What warcio says of each record: id, address, moment, place."""
    known = {}
    records = ArchiveIterator(io.BytesIO(content))
    for record in records:
        h = record.rec_headers
        known[h.get_header("WARC-Record-ID").strip("<>")] = (
            h.get_header("WARC-Target-URI"), h.get_header("WARC-Date"), records.get_record_offset())
    for r in reading.records:
        of = r["from"]
        if (r["url"], r["retrieved"], of["byte"]) != known.get(of["member"]):
            return f"{r['url']} {r['retrieved']} {of} is not {known.get(of['member'])}"
    return None


def by_warcio(tap, legomena):
    for version in ("1.0", "1.1"):
        for name in ("a.warc", "a.warc.gz"):
            content = make(name.endswith(".gz"), version)
            r = read(legomena, name, content)
            tap.case(f"warcio: {name}, WARC/{version}", wrong_texts(r))
            tap.case(f"warcio: {name}, WARC/{version}: id, address, moment and place", wrong_places(r, content))
            counts = ("an image, script or the like", "an answer other than 200", "a page that had not changed")
            tap.case(f"warcio: {name}, WARC/{version}: what is left out is counted",
                     None if all(c in r.stderr for c in counts) else r.stderr)
    old = make(False).replace(b"WARC/1.0\r\n", b"WARC/0.18\r\n")
    tap.case("an archive of version 0.18", wrong_texts(read(legomena, "a.warc", old)))
    bad = make(False).replace(text(1), text(1).replace(b"Venn", b"Vonn"))
    r = read(legomena, "a.warc", bad)
    tap.case("a digest that does not match is a warning", None if r.stderr.count("digest") == 1 else r.stderr)


def by_fastwarc(tap, legomena):
    io_ = fastwarc.stream_io
    records = records_of(make(False))
    small = io_.zstd_train_dictionary_from_samples(records * 20, 2000)
    for what, name, writer in (
            ("gzip", "a.warc.gz", io_.GzipWriter), ("zstd", "a.warc.zst", io_.ZstdWriter),
            ("zstd with a dictionary", "a.warc.zst",
             lambda out: io_.ZstdWriter(out, dictionary=small, compress_dictionary_frame=True))):
        out = io.BytesIO()
        w = writer(out)
        for record in fastwarc.warc.ArchiveIterator(io.BytesIO(make(False)), parse_http=False):
            record.write(w)
            w.finish()
        w.close()
        tap.case(f"FastWARC: {what}", wrong_texts(read(legomena, name, out.getvalue())))


def by_wacz(tap, legomena, folder):
    (folder / "data.warc.gz").write_bytes(make(True))
    program = pathlib.Path(sys.executable).with_name("wacz")
    result = subprocess.run([str(program), "create", "-o", "a.wacz", "-f", "data.warc.gz"], cwd=folder,
                            capture_output=True, text=True)
    if result.returncode:
        return tap.case("wacz: its archive", result.stderr)
    r = read(legomena, "a.wacz", (folder / "a.wacz").read_bytes())
    problem = wrong_texts(r)
    if not problem and not r.record["from"]["member"].startswith("archive/data.warc.gz!/urn:uuid:"):
        problem = r.record["from"]
    return tap.case("wacz: its archive", problem)


class Site(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def by_wget(tap, legomena, folder):
    site = folder / "site"
    site.mkdir()
    for n in (1, 2, 3):
        (site / f"{n}.txt").write_bytes(text(n))
    (site / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    (site / "robots.txt").write_text("User-agent: *\nDisallow: /private\n")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    for options in ([], ["--no-warc-compression"]):
        name = "a.warc" if options else "a.warc.gz"
        subprocess.run(["wget", "-q", "--no-config", "--delete-after", "--warc-file=a", *options,
                        *(f"{base}/{f}" for f in ("robots.txt", "1.txt", "2.txt", "a.png", "gone.txt", "3.txt"))],
                       cwd=folder, env={**os.environ, "no_proxy": "*"}, check=False)
        content = (folder / name).read_bytes()
        r = read(legomena, name, content)
        problem = wrong_texts(r, (1, 2, 3))
        if not problem and [x["url"] for x in r.records] != [f"{base}/{n}.txt" for n in (1, 2, 3)]:
            problem = [x["url"] for x in r.records]
        tap.case(f"wget: {name}", problem)
    server.shutdown()


def records_of(content):
    parts = content.split(b"WARC/1.0\r\n")
    return [b"WARC/1.0\r\n" + p for p in parts[1:]]


def by_zstd(tap, legomena, folder):
    """As the Archive Team packs: a dictionary in a frame that is skipped, then a frame a record."""
    def run(*args, content=b""):
        return subprocess.run(["zstd", "-q", "-c", *args], input=content, cwd=folder, capture_output=True,
                              check=True).stdout
    tap.case("zstd: a whole archive", wrong_texts(read(legomena, "a.warc.zst", run(content=make(False)))))
    records = records_of(make(False))
    (folder / "dict").write_bytes(b"".join(records)[:3000])
    body = b"".join(run("-D", "dict", content=r) for r in records)
    for what, content in (("as it is", (folder / "dict").read_bytes()), ("packed", run("dict"))):
        frame = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content
        r = read(legomena, "a.warc.zst", frame + body)
        tap.case(f"zstd: with a dictionary, {what}", wrong_texts(r))


def by_python(tap, legomena):
    for name, packed in (("a.txt.bz2", bz2.compress(text(1))), ("a.txt.xz", lzma.compress(text(1))),
                         ("a.txt.gz", gzip.compress(text(1)))):
        tap.case(f"Python: {name}", wrong_texts(read(legomena, name, packed), (1,)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for n in (1, 2):
            z.writestr(f"d/{n}.txt", text(n))
    tap.case("Python: a.zip", wrong_texts(read(legomena, "a.zip", out.getvalue()), (1, 2)))
    for kind in ("", "gz", "bz2", "xz"):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=f"w:{kind}") as t:
            for n in (1, 2):
                info = tarfile.TarInfo(f"d/{n}.txt")
                info.size = len(text(n))
                t.addfile(info, io.BytesIO(text(n)))
        name = "a.tar" + (f".{kind}" if kind else "")
        tap.case(f"Python: {name}", wrong_texts(read(legomena, name, out.getvalue()), (1, 2)))


def main():
    legomena = sys.argv[1]
    tap = Tap()
    by_python(tap, legomena)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        missing = None if warcio else "warcio is not installed"
        needed = [
            ("warcio", missing, lambda: by_warcio(tap, legomena)),
            ("FastWARC", missing or (None if fastwarc else "FastWARC is not installed"),
             lambda: by_fastwarc(tap, legomena)),
            ("wacz", missing or (None if pathlib.Path(sys.executable).with_name("wacz").exists() else
                                 "wacz is not installed"), lambda: by_wacz(tap, legomena, folder)),
            ("zstd", missing or (None if shutil.which("zstd") else "zstd is not installed"),
             lambda: by_zstd(tap, legomena, folder)),
            ("wget", None if shutil.which("wget") else "wget is not installed",
             lambda: by_wget(tap, legomena, folder))]
        for what, reason, run in needed:
            if reason:
                tap.case(what, skip=reason)
            else:
                run()
    tap.end()


main()
