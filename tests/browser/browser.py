"""browser.py - the page in a real Chromium, by way of Playwright: a server on a ledger of invented reports, and a visit.

Playwright and axe-core (packages of Python) are looked for where LEGOMENA_TOOLS, a virtual environment, has them.
A visit notes each message of the console, each error and each request that leaves the server; whoever ends one
asks that there are none.
"""
import os
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = os.environ.get("LEGOMENA_TOOLS")
if TOOLS and os.environ.get("LEGOMENA_TOOLS_USED") != "1":
    os.environ["LEGOMENA_TOOLS_USED"] = "1"
    os.execv(f"{TOOLS}/bin/python", [f"{TOOLS}/bin/python", *sys.argv])
sys.path.insert(0, str(HERE.parent / "process"))
from command import CASES, PATIENCE_S, Lacking, case, check, main, same

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Error, expect, sync_playwright
except ImportError:
    Axe = None
CHROMIUM = shutil.which("chromium")
TOKEN = "a-token-of-twenty-characters"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def needed():
    lacks = "Playwright and axe-playwright-python, packages of Python, are" if not Axe else "chromium is" if not CHROMIUM else ""
    if lacks and os.environ.get("CI") == "true":
        raise AssertionError(f"{lacks} not installed, and CI skips nothing")
    if lacks:
        raise Lacking(f"{lacks} not installed")


class Chromium:
    """One process for all cases of a file."""
    running = None

    @classmethod
    def get(cls):
        if not cls.running:
            cls.play = sync_playwright().start()
            cls.running = cls.play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        return cls.running

    @classmethod
    def end(cls):
        if cls.running:
            cls.running.close()
            cls.play.stop()
        cls.running = None


class Server:
    def __init__(self, place, *args):
        needed()
        place.env["LEGOMENA_TOKEN"] = TOKEN
        code, _, err = place.run("-q", "--ledger", "l.db", HERE / "reports.jsonl", command="add")
        same((code, err), (0, ""))
        self.place = place
        self.run = place.start("--ledger", "l.db", "--port", "0", *args, command="serve")
        said = self.run.stdout.readline().decode()
        check(said.startswith("legomena serves at http://"), said)
        self.at = said.split()[-1].split("?")[0]

    def visit(self, hash="", size=DESK, **more):
        return Visit(self, hash, size, **more)


class Visit:
    """A window at a place of the page; more: color_scheme="dark" and the like."""
    def __init__(self, server, hash, size, allowed=(), **more):
        self.wrong, self.allowed, self.server = [], allowed, server
        self.context = Chromium.get().new_context(viewport=size, reduced_motion="reduce", **more)
        self.context.add_cookies([{"name": "legomena", "value": TOKEN, "url": server.at}])
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_S * 1000)
        self.page.on("console", lambda m: self.wrong.append(f"console: {m.type} {m.text}"))
        self.page.on("pageerror", lambda e: self.wrong.append(f"error: {e}"))
        self.page.on("request", self.requested)
        self.go(hash)

    def requested(self, request):
        if not request.url.startswith((self.server.at, "data:", "blob:")):
            self.wrong.append(f"leaves the server: {request.url}")

    def go(self, hash):
        self.page.goto(self.server.at + hash)

    def see(self, what, count=None):
        """Waits until there is such an element; gives it."""
        found = self.page.locator(what)
        if count is not None:
            expect(found).to_have_count(count, timeout=PATIENCE_S * 1000)
        else:
            found.first.wait_for()
        return found

    def text(self, what="main"):
        return self.see(what).first.inner_text()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def focused(self):
        return self.page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName")

    def fit(self):
        """Nothing is wider than the window."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(wide <= 0, "wider than the window by", wide)

    def barriers(self):
        """What axe-core finds that is serious."""
        found = Axe().run(self.page).response["violations"]
        return [(v["id"], v["nodes"][0]["target"], v["nodes"][0]["failureSummary"]) for v in found
                if v["impact"] in ("serious", "critical")]

    def end(self):
        broken = self.page.evaluate("window.broken")
        self.context.close()
        same(broken, None, "a report was obeyed:")
        same([w for w in self.wrong if not any(a in w for a in self.allowed)], [])


def run():
    for i, function in enumerate(CASES):
        CASES[i] = whole(function)
    try:
        main()
    finally:
        Chromium.end()


def whole(function):
    def called(place):
        try:
            function(place)
        except Exception as problem:
            if Axe and isinstance(problem, Error):
                raise AssertionError(str(problem)) from None
            raise
    called.__doc__, called.__name__ = function.__doc__, function.__name__
    return called
