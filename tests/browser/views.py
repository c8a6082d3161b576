#!/usr/bin/env python3
"""views.py LEGOMENA MODEL - every view of the page, on a ledger of invented reports, in a real Chromium."""
import gzip

from browser import DESK, HERE, PHONE, Server, case, check, run, same

# The address of a view, and an element that it has when all of it has come.
VIEWS = [("", "main .list li"), ("#/report/1", ".text mark"), ("#/report/1/claim/c1", "aside dl"), ("#/report/7", ".text mark"),
         ("#/search?text=ferry", "main .list li"),
         ("#/story/1", "#reports li"), ("#/person/Ada%20Lind", ".person .list li"), ("#/sources", "tbody tr"),
         ("#/claims?by=Lind", "main .list li"), ("#/events", "main .list li"), ("#/figures", "main .list li"),
         ("#/review", ".one .text .on"), ("#/add", ".drop"), ("#/places", ".map .place"), ("#/places?story=3", "main .lead"), ("#/problems", "main p")]


@case
def all_views_come(place):
    """every view loads, at desk and phone width, in light and dark, without errors, requests elsewhere or what axe-core calls serious"""
    s = Server(place)
    for size, scheme in ((DESK, "light"), (PHONE, "dark")):
        for hash, wanted in VIEWS:
            v = s.visit(hash, size, color_scheme=scheme)
            v.see(wanted)
            same(v.barriers(), [], f"{hash} in {scheme}:")
            v.fit()
            v.end()


@case
def texts_stay_texts(place):
    """a report with markup in its title, names, publisher and address is shown as it is, and obeyed nowhere"""
    s = Server(place)
    for hash in ("", "#/report/7", "#/report/7/claim/c1", "#/search?text=hall", "#/story/3", "#/claims?in=7", "#/events?in=7"):
        v = s.visit(hash)
        v.see("h1")
        v.see("main :text('onerror')")
        same(v.page.locator("main img, main script, main .text svg, main a[href^=javascript]").count(), 0, hash)
        v.end()
    v = s.visit("#/report/7")
    check("🚒" in v.text(".text"), "a character of two units")
    marked = v.page.locator(".text mark").all_inner_texts()
    check(any("hall was open" in m for m in marked) or any("hurt" in m for m in marked), marked)
    v.end()


@case
def the_page_is_small(place):
    """all of our own code, with the outlines of the map, has less than 120 kB when packed"""
    s = Server(place)
    v = s.visit("")
    v.see("main .list li")
    own = [p for p in sorted((HERE.parent.parent / "apps/web").rglob("*")) if p.suffix in (".js", ".css", ".html", ".svg", ".json")]
    check(len(own) > 20, own)
    total = sum(len(gzip.compress(p.read_bytes())) for p in own)
    check(total < 120_000, total)
    print("# own code and outlines, with gzip:", total)
    v.end()


@case
def what_is_new_comes(place):
    """a report that another program adds is on the front without a reload"""
    s = Server(place)
    v = s.visit("")
    v.see("main .list li")
    place.write("new.jsonl", '{"title": "Bridge of Orvane closes", "date": "2024-06-01", "text": "The bridge is closed, mayor Ada Finch said."}\n')
    same(place.run("-q", "--ledger", "l.db", "new.jsonl", command="add")[0], 0)
    v.see("main :text('Bridge of Orvane closes')")
    v.end()


if __name__ == "__main__":
    run()
