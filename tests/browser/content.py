#!/usr/bin/env python3
"""content.py LEGOMENA MODEL - what the views show is what the ledger has, each part leading to its words."""
import json
import pathlib

from browser import HERE, Server, case, check, run, same


@case
def a_report_is_lit(place):
    """claims of a report are lit where the record has them, and the card says who, and who answers"""
    s = Server(place)
    v = s.visit("#/report/1")
    record = v.page.evaluate("fetch('/api/reports/1').then((r) => r.json())")
    same(v.see(".text .n").count(), len(record["claims"]))
    for number, claim in enumerate(record["claims"], 1):
        v.go(f"#/report/1/claim/{claim['id']}")
        start, end = claim["content"][0]
        v.see(f"aside h2 .n:text-is('{number}')")
        check(record["text"][start:end].split() == v.text("aside blockquote").split()[:len(record["text"][start:end].split())], claim["id"])
    v.end()


@case
def no_word_of_a_text_is_lost(place):
    """the text that is shown is the text of the record, with nothing left out or put in between, whatever characters it has"""
    s = Server(place)
    v = s.visit("#/report/1")
    for number, line in enumerate((HERE / "reports.jsonl").read_text().splitlines(), 1):
        v.go(f"#/report/{number}")
        v.see(f"h1:text-is({json.dumps(json.loads(line)['title'])})")
        v.see(".text p")
        shown = v.page.evaluate("""() => {
            const text = document.querySelector(".text").cloneNode(true);
            text.querySelectorAll(".n, .sign, .end").forEach((e) => e.remove());
            return [...text.children].map((p) => p.textContent).join("\\n");
        }""")
        same(shown, json.loads(line)["text"])
    v.end()


@case
def a_story_is_laid_side_by_side(place):
    """answers of a story by publisher and by speaker, each leading to its words; what differs; who stands behind it"""
    s = Server(place)
    v = s.visit("#/story/1")
    v.see("#reports li")
    data = v.page.evaluate("fetch('/api/stories/1/accounts').then((r) => r.json())")
    publishers = {a["publisher"] for account in data["accounts"] for a in account["said"] if not account["aside"]}
    same({h.removesuffix(" copies") for h in v.page.locator("#answers thead th").all_inner_texts()[1:]}, publishers)
    wounded = v.see("#answers tr:has(th:text('wounded'))").first
    check("15" in wounded.inner_text() and "12" in wounded.inner_text(), wounded.inner_text())
    v.page.locator("#answers button:text-is('speaker')").click()
    v.see("#answers th:has-text('health ministry')")
    v.see("#figures canvas")
    v.see("#timeline svg")
    v.see("#origins svg a")
    v.see("#differences .sides li")
    together = v.page.evaluate("fetch('/api/stories/1').then((r) => r.json())")["events"]
    check(together, "no two reports tell of one event")
    check(together[0]["words"] in v.see("#together li").first.inner_text().replace("\n", " "), v.text("#together"))
    v.page.locator("#answers tr:has(th:text('wounded')) a").first.click()
    v.see(".text .on, .text .here")
    v.end()


@case
def sentences_are_told_apart(place):
    """sentences that another report has lead there; what only this report tells has a sign; the card says who has it elsewhere"""
    s = Server(place)
    v = s.visit("#/report/4")
    same(v.see(".text a.end[aria-label^='repeated elsewhere: also in Norlan Post']").first.get_attribute("href"), "#/report/2")
    check("repeated elsewhere" in v.text(".legend"))
    v.go("#/report/1/claim/c1")
    v.see(".text .end[aria-label^='only here'][aria-label*='12']")
    check("12" in v.text(".elsewhere") and "15" in v.text(".elsewhere"), v.text(".elsewhere"))
    same(v.barriers(), [])
    v.end()


@case
def places_are_on_the_map(place):
    """places that the gazetteer knows are where they are, on outlines; of others it is said that they are not"""
    s = Server(place)
    v = s.visit("#/places")
    v.see(".map .land")
    same(set(v.see("tbody th").all_inner_texts()), {"Germany", "Paris"})
    check("Selmark" in v.page.locator("details").inner_text() or "other name" in v.text("main .lead"), v.text("main .lead"))
    paris = v.page.locator(".map a[aria-label^=Paris] circle").bounding_box()
    germany = v.page.locator(".map a[aria-label^=Germany] rect").bounding_box()
    check(paris["x"] < germany["x"] and paris["y"] > germany["y"], paris, germany)
    v.press("+", "ArrowUp", "0")
    same(v.page.locator(".map a[aria-label^=Paris] circle").bounding_box(), paris)
    v.go("#/places?in=7")
    v.see("main p:has-text('There is no map')")
    v.end()


@case
def what_is_shown_is_saved(place):
    """tables are saved as CSV, answers as JSON, pictures as SVG and PNG"""
    s = Server(place)
    v = s.visit("#/story/1")
    for part, kind, begins in (("answers", "CSV", b"question,answer,"), ("answers", "JSON", b"{"), ("timeline", "SVG", b"<svg"),
                               ("origins", "PNG", b"\x89PNG"), ("figures", "PNG", b"\x89PNG"), ("reports", "CSV", b"report,")):
        with v.page.expect_download() as saved:
            v.see(f"#{part} .exports button:text-is('{kind}')").first.click()
        content = pathlib.Path(saved.value.path()).read_bytes()
        check(content.startswith(begins) and len(content) > 100, part, kind, content[:40])
        check(saved.value.suggested_filename.endswith("." + kind.lower()), saved.value.suggested_filename)
    v.end()


@case
def conditions_are_those_of_the_command(place):
    """the form of claims has each condition of the question, and what is asked is in the address"""
    s = Server(place)
    v = s.visit("#/claims")
    shown = {e.get_attribute("name") for e in v.see(".conditions [name]").all()}
    api = v.page.evaluate("fetch('/api').then((r) => r.json())")
    have = {p["name"] for p in api["paths"]["/api/claims"]["get"]["parameters"] if "name" in p}
    same(shown, have - {"limit", "cursor", "reverse", "redact"})
    v.page.locator("[name=act]").select_option("deny")
    v.page.locator("[name=by]").fill("Orlan")
    v.press("Enter")
    v.page.wait_for_url("**#/claims?*by=Orlan*")
    v.see("main .list li:has-text('denies')")
    check("act=deny" in v.page.url, v.page.url)
    v.end()


@case
def a_person_has_a_page(place):
    """roles, what was said, denied and accused of; names of nobody are said"""
    s = Server(place)
    v = s.visit("#/person/Ruve%20Orlan")
    text = v.text(".person")
    check("Denied" in text and "ignor" in text, text)
    v.go("#/person/Nobody%20Known")
    v.allowed = ("404",)
    v.see("[role=alert]:has-text('Nobody Known')")
    v.end()


if __name__ == "__main__":
    run()
