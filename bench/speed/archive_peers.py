#!/usr/bin/env python3
"""archive_peers.py READER FILE... - the same pages as bench_archive reads, by FastWARC or warcio.

READER is fastwarc or warcio (packages of these names). Records that are no response, resource or
conversion are passed over; of the others the body is read where the answer is 200 and its type is
text, as bench_archive does. Prints the same line.
"""
import resource
import sys


def wanted(status, kind):
    return status in (None, 200) and (not kind or kind.startswith(("text/html", "text/plain")))


def fastwarc(path):
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    with open(path, "rb") as f:
        for record in ArchiveIterator(f, record_types=kinds):
            http = record.http_headers
            if http is None or wanted(http.status_code, record.http_content_type):
                yield record.reader.read()


def warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    with open(path, "rb") as f:
        for record in ArchiveIterator(f):
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            http = record.http_headers
            if http is None or wanted(int(http.get_statuscode()), http.get_header("Content-Type")):
                yield record.content_stream().read()


def main():
    n = size = 0
    for path in sys.argv[2:]:
        for body in {"fastwarc": fastwarc, "warcio": warcio}[sys.argv[1]](path):
            n += 1
            size += len(body)
    use = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{n} reports, 0 not read, {size / 1e6:.1f} MB of text, "
          f"{use.ru_utime + use.ru_stime:.2f} s of CPU, {use.ru_maxrss // 1024} MB")


main()
