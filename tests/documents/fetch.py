#!/usr/bin/env python3
"""fetch.py LEGOMENA - addresses, from a server of this test on this machine."""
import gzip
import http.server
import pathlib
import subprocess
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from documents.reading import Reading
from tap import Tap

TEXT = "The mill at Venn burned down, Ada Lind said. Nobody was hurt.\n"


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/fire.txt")
            self.end_headers()
            return
        if self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
            return
        body = {"/fire.txt": TEXT.encode("utf-16"), "/packed": gzip.compress(TEXT.encode()),
                "/large": b"a word " * 40000, "/empty": b""}.get(self.path)
        self.send_response(404 if body is None else 500 if self.path == "/empty" else 200)
        self.send_header("Content-Type", "text/plain")
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args):
        pass


def read(legomena, *args):
    return Reading(subprocess.run([legomena, "read", "--only", "read", "-f", "jsonl", *args],
                                  capture_output=True, text=True, timeout=120))


def refused(got, said):
    fine = got.code == 1 and said in got.stderr and not got.stdout
    return None if fine else f"exit {got.code}: {got.stderr}{got.stdout}"


def main():
    legomena, tap = sys.argv[1], Tap()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    at = f"http://127.0.0.1:{server.server_port}"
    ask = "--private-addresses"
    for name in ("/fire.txt", "/packed"):
        got = read(legomena, ask, at + name)
        fine = got.text == TEXT and got.record["url"] == at + name and got.record["retrieved"]
        tap.case(name, None if fine else f"{got.stderr}{got.record}")
    got = read(legomena, ask, at + "/moved")
    tap.case("/moved", None if got.record.get("url") == at + "/fire.txt" else got.stderr + got.stdout)
    tap.case("private", refused(read(legomena, at + "/fire.txt"), "private network"))
    tap.case("private by name", refused(
        read(legomena, f"http://localhost:{server.server_port}/fire.txt"), "private network"))
    tap.case("not there", refused(read(legomena, ask, at + "/none"), "not there"))
    tap.case("a server in trouble", refused(read(legomena, ask, at + "/empty"), "answers 500"))
    tap.case("round and round", refused(read(legomena, ask, at + "/round"), at))
    tap.case("too large", refused(read(legomena, ask, "--max-size", "100K", at + "/large"),
                                  "larger than the limit"))
    server.shutdown()
    tap.case("nobody answers", refused(read(legomena, ask, "http://127.0.0.1:1/"), "127.0.0.1:1"))
    tap.case("other schemes", refused(read(legomena, ask, "ftp://127.0.0.1/a.txt"), "ftp"))
    tap.end()


main()
