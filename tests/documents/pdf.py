#!/usr/bin/env python3
"""pdf.py LEGOMENA - PDFs that ReportLab writes: columns, running heads, hyphens, pages of pictures."""
import io
import pathlib
import signal
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from documents.reading import read
from tap import Tap

try:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph
except ImportError:
    Canvas = None

PARAGRAPHS = [
    f"The mill at Venn burned to the ground on night {n}, the fire chief said, and nobody was hurt. "
    "“We had been warning them for years,” Ada Lind, who lives next to the mill, told the Courier. A "
    "long-term plan for the quay, which Northgate Mills had announced in spring, was put off again."
    for n in range(24)]


def newspaper():
    """Two columns on two pages, with a running head and page numbers."""
    def head(canvas, doc):
        canvas.drawString(40, 820, "The Ostrel Courier")
        canvas.drawRightString(550, 820, "4 March 2024")
        canvas.drawCentredString(300, 20, f"Page {doc.page}")
    out = io.BytesIO()
    doc = BaseDocTemplate(out, pagesize=A4)
    columns = [Frame(40, 50, 250, 740), Frame(300, 50, 250, 740)]
    doc.addPageTemplates([PageTemplate(frames=columns, onPage=head)])
    style = getSampleStyleSheet()
    doc.build([Paragraph("Fire at the mill", style["Heading1"])] +
              [Paragraph(p, style["BodyText"]) for p in PARAGRAPHS])
    return out.getvalue()


def lines(*pages):
    """Lines at the same distance, a list a page; an empty page is a picture of nothing."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in pages:
        for i, line in enumerate(page):
            canvas.drawString(60, 700 - 14 * i, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def expect(got, wanted):
    return None if got == wanted else f"{got!r}\nshould be\n{wanted!r}"


def main():
    legomena, tap = sys.argv[1], Tap()
    names = ["columns", "hyphens", "pages without text", "SIGCHLD is ignored", "pictures", "damaged"]
    if Canvas is None:
        for name in names:
            tap.case(name, skip="no ReportLab here (python3-reportlab)")
        tap.end()
    text = "\n\n".join(["Fire at the mill"] + PARAGRAPHS)
    tap.case("columns", expect(read(legomena, "a.pdf", newspaper()).text, text))
    tap.case("hyphens", expect(
        read(legomena, "a.pdf", lines(["A long-term plan for the har-", "bour and another long-",
                                       "term plan, in the years 1990-", "1995, the mayor said."])).text,
        "A long-term plan for the harbour and another long-term plan, in the years 1990-1995, the "
        "mayor said."))
    some = read(legomena, "a.pdf", lines(["The mill burned, and nobody", "was hurt in"], [],
                                         ["the fire, the chief said."]))
    tap.case("pages without text", expect(
        (some.text, some.record["warnings"]),
        ("The mill burned, and nobody was hurt in the fire, the chief said.",
         ["1 page of this PDF has no text: it is a picture, or empty"])))
    deaf = read(legomena, "a.pdf", lines(["The mill burned."]),
                before=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
    tap.case("SIGCHLD is ignored", expect(deaf.text, "The mill burned."))
    for name, bytes_, said in [
            ("pictures", lines([], []), "there is no text in this PDF, only pictures of its 2 pages"),
            ("damaged", b"%PDF-1.7\n", "this PDF is damaged or locked")]:
        got = read(legomena, "a.pdf", bytes_)
        fine = got.code == 1 and said in got.stderr and not got.stdout
        tap.case(name, None if fine else f"exit {got.code}: {got.stderr}")
    tap.end()


main()
