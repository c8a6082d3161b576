#!/usr/bin/env python3
"""work.py LEGOMENA MODEL - what one does with the page: read without keeping, review."""
import json

from browser import HERE, Server, case, check, run, same


def dropped(v, name, content):
    """A file of that name, dropped on the page as a mouse would."""
    v.page.evaluate("""([name, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content], name));
        for (const kind of ["dragover", "drop"])
            document.querySelector("main").dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
    }""", [name, content])


@case
def a_text_is_read_and_not_kept(place):
    """a text that is pasted, files that are dropped, lines of JSON: read, lit, and not in the ledger"""
    s = Server(place)
    v = s.visit("#/add")
    v.see("#text").fill("The bridge of Orvane is closed, mayor Ada Finch said.")
    v.page.locator("#title").fill("A bridge closes")
    v.page.locator("form:has(#text) button").click()
    v.see("a:text('A bridge closes')").click()
    v.see(".text mark:has-text('bridge of Orvane is closed')")
    v.press("ArrowRight")
    check("Ada Finch" in v.text("aside h2"), v.text("aside"))
    same(v.page.locator(".review").count(), 0)
    v.go("#/")
    v.see("main .list li")
    dropped(v, "one.txt", "The hall of Selmark is open, warden Ivo Brandt said.")
    v.see("main li:has-text('one.txt'):has-text('1 claim'), main li:has-text('1 claim')")
    dropped(v, "<img src=x onerror=window.broken=1>.jsonl", "".join(json.dumps({"title": f"Line {i}", "text": "It rains, Ada Finch said."}) + "\n" for i in (1, 2)))
    v.see("main h3:has-text('Line 2') + .facts:has-text('claim')")
    dropped(v, "picture.png", "x")
    v.see("main li:has-text('picture.png'):has-text('legomena add')")
    same(v.barriers(), [])
    n = v.page.evaluate("fetch('/api/stats').then((r) => r.json())")["stats"][0]["n"]
    same(n, len((HERE / "reports.jsonl").read_text().splitlines()))
    v.end()


def marks(v):
    return [(m["id"], m["verdict"], m["field"], m["correction"], m["note"])
            for m in v.page.evaluate("fetch('/api/reviews').then((r) => r.json())")["reviews"]]


@case
def records_are_reviewed_by_key(place):
    """r, w and n mark the claim one stands at, u takes back; the list goes on to the next"""
    s = Server(place, "--reviewer", "Mira Quell")
    v = s.visit("#/report/1/claim/c2")
    v.see("aside .review button")
    v.press("r")
    v.see("aside .marks .right")
    check("Mira Quell" in v.text("aside .marks"), v.text("aside"))
    v.press("u")
    v.see("aside .marks", 0)
    v.press("w")
    v.see("form.mark select").select_option("speaker")
    v.page.locator("[name=correction]").fill("Ada <b>Finch</b>")
    v.press("Enter")
    v.see("aside .marks .wrong")
    same(marks(v), [("1:c2", "wrong", "speaker", "Ada <b>Finch</b>", None)])
    same(v.barriers(), [])
    v.go("#/review")
    first = v.text(".one h2")
    v.press("ArrowRight")
    v.see(f".queue:has-text('2 of ')")
    check(v.text(".one h2") != first, first)
    v.see(".one .text .on")
    v.press("r")
    v.see(f".queue:has-text('3 of ')")
    v.press("n")
    v.see("[name=note]").fill("seen")
    v.press("Enter")
    v.see(f".queue:has-text('4 of ')")
    same(sorted(m[1] for m in marks(v)), ["note", "right", "wrong"])
    same(v.barriers(), [])
    v.end()


if __name__ == "__main__":
    run()
