#!/usr/bin/env python3
"""keys.py LEGOMENA MODEL - the page without a mouse."""
from browser import PHONE, Server, case, check, run, same


@case
def the_search_suggests(place):
    """names, places and words are suggested as one types; arrows choose, Enter goes there"""
    s = Server(place)
    v = s.visit("")
    v.see("main .list li")
    v.press("/")
    same(v.focused(), "search")
    v.page.keyboard.type("lin")
    v.see("[role=option]:has-text('Lind')")
    v.press("ArrowDown")
    same(v.page.locator("#search").get_attribute("aria-activedescendant"), "suggestion-0")
    v.press("ArrowUp")
    v.press("Escape")
    same(v.page.locator("[role=listbox]").is_visible(), False)
    v.page.locator("#search").fill("engines")
    v.press("Enter")
    v.see("h1:has-text('engines')")
    v.see("main mark:text('engines')")
    v.end()


@case
def arrows_walk(place):
    """arrow keys go from claim to claim and round, Escape leaves, a link leads to the same claim"""
    s = Server(place)
    v = s.visit("#/report/1")
    n = v.see(".text .n").count()
    check(n > 1, n)
    seen = []
    for _ in range(n):
        v.press("ArrowRight")
        v.see("aside.has")
        seen.append(v.page.evaluate("location.hash"))
    same(len(set(seen)), n)
    v.press("ArrowRight")
    same(v.page.evaluate("location.hash"), seen[0])
    v.press("ArrowLeft")
    same(v.page.evaluate("location.hash"), seen[-1])
    v.page.reload()
    v.see("aside.has blockquote")
    v.press("Escape")
    v.see("aside:not(.has)")
    v.end()


@case
def keys_are_listed(place):
    """"?" lists the keys of the view; Tab comes to the skip link first, and that leads to the content"""
    s = Server(place)
    v = s.visit("#/report/1", PHONE)
    v.see(".text .n")
    v.press("Tab")
    same(v.focused(), "skip")
    v.press("Enter")
    same(v.focused(), "main")
    v.press("?")
    check("next claim" in v.text("dialog") and "search" in v.text("dialog"))
    same(v.barriers(), [])
    v.press("Escape")
    v.see("dialog", 0)
    v.end()


if __name__ == "__main__":
    run()
