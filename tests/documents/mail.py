#!/usr/bin/env python3
"""mail.py LEGOMENA - messages and mailboxes, as Python's email and mailbox write them."""
import email.policy
import mailbox
import pathlib
import sys
import tempfile
from email.message import EmailMessage

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from documents.reading import read
from tap import Tap

LONG = "The mill at Venn burned down on Monday night, the fire chief said. " * 4


def message(subject, body, page=None, attachment=False):
    m = EmailMessage()
    m["From"] = "Ada Lind <ada@mill.example>"
    m["To"] = "desk@courier.example"
    m["Subject"] = subject
    m["Date"] = "Mon, 04 Mar 2024 09:30:00 +0100"
    m["Message-ID"] = f"<{len(subject)}@mill.example>"
    m.set_content(body)
    if page:
        m.add_alternative(page, subtype="html")
    if attachment:
        m.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="plan.pdf")
    return m


def box(messages):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "box"
        b = mailbox.mbox(path)
        for m in messages:
            b.add(m)
        b.flush()
        b.close()
        return path.read_bytes()


def check(got, wanted):
    return None if got == wanted else f"{got!r}\nshould be\n{wanted!r}"


def fields(r):
    return {k: r.get(k) for k in ("title", "byline", "date", "published", "id")}


def main():
    legomena, tap = sys.argv[1], Tap()
    wanted = {"title": "Feuer in der Mühle – „schlimm“", "byline": "Ada Lind", "date": "2024-03-04",
              "published": "2024-03-04T09:30:00+01:00", "id": "<30@mill.example>"}
    for name, policy in (("LF", email.policy.default), ("CR LF", email.policy.SMTP)):
        m = message(wanted["title"], LONG, "<p>page</p>", attachment=True)
        got = read(legomena, "a.eml", m.as_bytes(policy=policy))
        tap.case(f"a message, {name}", check(
            (got.text, fields(got.record), got.record.get("warnings")),
            (LONG + "\n", wanted, ["1 attachment was left out: plan.pdf"])))
    bodies = ["The mill burned.\n\nFrom here on nobody was hurt.\n", "Second.\n", "Third.\n"]
    many = box([message(f"Mail {i}", b) for i, b in enumerate(bodies)])
    got = read(legomena, "a.mbox", many)
    tap.case("a mailbox", check([r["text"] for r in got.records],
                               [*bodies[:-1], bodies[-1] + "\n"]))
    tap.case("members of a mailbox", check([r["from"].get("member") for r in got.records],
                                           ["message 1", "message 2", "message 3"]))
    page = "<html><body><article><h1>Fire</h1>" + "".join(
        f"<p>{LONG}{i}</p>" for i in range(4)) + "</article></body></html>"
    m = EmailMessage()
    m["From"] = "Courier <news@courier.example>"
    m["Subject"] = "Fire"
    m["Date"] = "Mon, 04 Mar 2024 09:30:00 +0100"
    m.set_content(page, subtype="html", cte="base64", charset="windows-1252")
    got = read(legomena, "a.eml", m.as_bytes())
    tap.case("a message that is a page",
             None if got.text and got.text.count(LONG.strip()) == 4 and "<p>" not in got.text
             else f"{got.stderr}{got.text!r}")
    tap.end()


main()
