#!/usr/bin/env python3
"""How long the page of `legomena serve` takes to draw a story, in a real Chromium.

usage: page.py LEGOMENA [--reports 40] [--rounds 5] [--model en-fast]

Reads invented reports of one ferry accident into a ledger of its own, opens the front, goes to the story and waits until
all of it is drawn. Prints, of each round, the milliseconds from the click, those of the page's own thread (which a busy machine
leaves alone), and what came over the wire. Needs Chromium, and Playwright as tests/browser has it.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = "a-token-of-twenty-characters"
SOURCES = ["harbour police", "the health ministry", "harbour master Ada Lind", "union leader Tomas Vey", "prosecutor Mira Quell", "Baltia Lines"]
PUBLISHERS = ["Ostrel Courier", "Norlan Post", "Daily Harbour", "Valley Times", "Selmark Echo", "Coast Radio", "Evening Quay", "Orvane Mail"]
DRAWN = """["#reports li", "#answers table", "#differences .sides, #differences p", "#timeline svg", "#origins svg", "#figures canvas"]
    .every((part) => document.querySelector(part))"""
GO = f"""async (to) => {{
    const from = performance.now(), frame = () => new Promise(requestAnimationFrame);
    location.hash = to;
    while (!({DRAWN})) await frame();
    await frame();
    return performance.now() - from;
}}"""


def report(i, chance):
    n, killed = chance.choice([12, 13, 15, 15, 17, 19]), chance.choice([2, 2, 3])
    more = ['"The engines failed seconds before the impact," harbour master Ada Lind told reporters.',
            "Baltia Lines denied that the engines failed.",
            f"At least {killed} people were killed, {chance.choice(SOURCES)} said on {chance.choice(['Tuesday', 'Wednesday'])}.",
            "Captain Ruve Orlan denied that he had ignored a warning.",
            f"The ferry carried {chance.choice([180, 200, 210])} passengers, the company said.",
            "Prosecutor Mira Quell said an inquiry had been opened.",
            "Union leader Tomas Vey accused Baltia Lines of saving money on brakes.",
            f"The {chance.randint(20, 60)}-year-old mate was arrested on Thursday, police said."]
    chance.shuffle(more)
    text = f"A ferry struck the quay at Ostrel on Monday and {n} people were wounded, {chance.choice(SOURCES)} said. "
    return {"title": f"Ferry strikes quay at Ostrel, {n} hurt", "publisher": chance.choice(PUBLISHERS), "date": f"2024-05-{20 + i % 8}",
            "text": text + " ".join(more[:chance.randint(4, 8)])}


def rounds(link, n):
    from playwright.sync_api import sync_playwright
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for _ in range(n):
            context = chromium.new_context(viewport={"width": 1280, "height": 900})
            context.add_cookies([{"name": "legomena", "value": TOKEN, "url": link}])
            page = context.new_page()
            page.goto(link)
            page.wait_for_selector("main .list li")
            page.wait_for_timeout(500)
            session = context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})

            def busy():
                return {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}["TaskDuration"] * 1000
            before = busy()
            took = page.evaluate(GO, "#/story/1")
            thread = busy() - before
            wire = page.evaluate("performance.getEntriesByType('resource').reduce((n, r) => n + r.encodedBodySize, 0)")
            yield took, thread, wire
            context.close()
        chromium.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("legomena")
    parser.add_argument("--reports", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--model", default="en-fast")
    o = parser.parse_args()
    chance = random.Random(4)
    env = {"LEGOMENA_MODELS": str(ROOT / "models"), **os.environ, "LEGOMENA_TOKEN": TOKEN}
    with tempfile.TemporaryDirectory() as folder:
        lines = pathlib.Path(folder) / "in.jsonl"
        lines.write_text("".join(json.dumps(report(i, chance)) + "\n" for i in range(o.reports)))
        ledger = ["--ledger", f"{folder}/l.db"]
        subprocess.run([o.legomena, "add", "-q", "-m", o.model, *ledger, str(lines)], env=env, check=True)
        with subprocess.Popen([o.legomena, "serve", "--port", "0", *ledger], env=env, stdout=subprocess.PIPE, text=True) as server:
            link = server.stdout.readline().split()[-1].split("?")[0]
            try:
                for took, thread, wire in rounds(link, o.rounds):
                    print(f"{took:6.0f} ms, {thread:5.0f} ms of the thread; {wire / 1000:.0f} kB since the start")
            finally:
                server.terminate()


if __name__ == "__main__":
    sys.exit(main())
