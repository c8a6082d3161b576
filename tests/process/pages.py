#!/usr/bin/env python3
"""pages.py LEGOMENA MODEL - a folder of pages: each page is whole, and the index comes last."""
import resource
import signal
import subprocess

from command import case, check, line, main, same, until

OLD = "an index of before\n"


@case
def all_pages(place):
    """pages and their index"""
    code, _, err = place.run("-q", "-f", "html", "-o", "pages/", "-", text=line(1) + line(2))
    same((code, err), (0, ""))
    same(sorted(p.name for p in (place.at / "pages").iterdir()), ["0001.html", "0002.html", "index.html"])


@case
def stopped(place):
    """a run that is stopped: whole pages, the old index, no draft"""
    (place.at / "pages").mkdir()
    place.write("pages/index.html", OLD)
    run = place.start("-f", "html", "-o", "pages", "-", stdin=subprocess.PIPE)
    run.stdin.write((line(1) + line(2)).encode())
    until((place.at / "pages/0002.html").exists, "the second page")
    run.send_signal(signal.SIGTERM)
    err = run.communicate(timeout=60)[1].decode()
    same((run.returncode, err), (-signal.SIGTERM, "legomena: stopped by SIGTERM after 2 reports\n"))
    same((place.at / "pages/index.html").read_text(), OLD)
    for name in ("0001.html", "0002.html"):
        check((place.at / "pages" / name).read_text().endswith("</html>\n"), name, "is cut")
    same(place.drafts("pages"), [], "drafts")


@case
def full(place):
    """a page that cannot be written: said with its name, and the index is left"""
    (place.at / "pages").mkdir()
    place.write("pages/index.html", OLD)
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    code, _, err = place.run("-f", "html", "-o", "pages", "-", text=line(1), before=limit)
    same((code, err), (4, "legomena: cannot write to pages/0001.html: files of this process may have 100 bytes "
                          "(ulimit -f); it is left as it was\n"))
    same([p.name for p in (place.at / "pages").iterdir()], ["index.html"])
    same((place.at / "pages/index.html").read_text(), OLD)


@case
def no_report(place):
    """no report that can be read: no folder, and an old index is left"""
    place.write("empty.txt", "")
    code, _, err = place.run("-f", "html", "-o", "pages/", "empty.txt")
    same((code, (place.at / "pages").exists()), (1, False), err)
    (place.at / "pages").mkdir()
    place.write("pages/index.html", OLD)
    code, _, err = place.run("-f", "html", "-o", "pages/", "empty.txt")
    same((code, (place.at / "pages/index.html").read_text()), (1, OLD), err)


main()
