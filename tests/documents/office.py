#!/usr/bin/env python3
"""office.py LEGOMENA - files of word processors, as python-docx and odfpy write them."""
import io
import pathlib
import sys
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from documents.reading import read
from tap import Tap

try:
    import docx
except ImportError:
    docx = None
try:
    from odf.opendocument import OpenDocumentText
    from odf.office import Annotation
    from odf.table import Table, TableCell, TableRow
    from odf.text import H, List, ListItem, Note, NoteBody, P, S, Span
except ImportError:
    OpenDocumentText = None

TEXT = ("Fire at the mill\n\nThe mill at Venn burned down, Ada Lind said.\n\nWhat is known\n\n"
        "Nobody was hurt.\n\nThe owner was warned.\n\nKilled\t0\n\nHurt\t2")
KINDS = [("heading", 1, "Fire at the mill"), ("heading", 2, "What is known"),
         ("list_item", None, "Nobody was hurt."), ("list_item", None, "The owner was warned."),
         ("table_row", None, "Killed\t0"), ("table_row", None, "Hurt\t2")]


def word():
    d = docx.Document()
    d.add_heading("Fire at the mill", 0)
    p = d.add_paragraph("The mill at Venn ")
    p.add_run("burned").bold = True
    p.add_run(" down, Ada Lind said.")
    d.add_heading("What is known", 2)
    d.add_paragraph("Nobody was hurt.", style="List Bullet")
    d.add_paragraph("The owner was warned.", style="List Bullet")
    table = d.add_table(0, 2)
    for a, b in (("Killed", "0"), ("Hurt", "2")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = a, b
    out = io.BytesIO()
    d.save(out)
    return out.getvalue()


def open_document():
    d = OpenDocumentText()
    d.text.addElement(H(outlinelevel=1, text="Fire at the mill"))
    p = P(text="The mill at")
    p.addElement(S(c=1))
    p.addElement(Span(text="Venn"))
    p.addText(" burned \n down, Ada Lind said.")
    note = Note(noteclass="footnote")
    note.addElement(NoteBody())
    p.addElement(note)
    comment = Annotation()
    comment.addElement(P(text="Is that so?"))
    p.addElement(comment)
    d.text.addElement(p)
    d.text.addElement(H(outlinelevel=2, text="What is known"))
    items = List()
    for s in ("Nobody was hurt.", "The owner was warned."):
        item = ListItem()
        item.addElement(P(text=s))
        items.addElement(item)
    d.text.addElement(items)
    table = Table()
    for row in (("Killed", "0"), ("Hurt", "2")):
        r = TableRow()
        for s in row:
            c = TableCell()
            c.addElement(P(text=s))
            r.addElement(c)
        table.addElement(r)
    d.text.addElement(table)
    out = io.BytesIO()
    d.save(out)
    return out.getvalue()


# A box of text and a table stand within a paragraph: what follows them is not lost.
BOXES = {
    "box.docx": ("word/document.xml",
                 "<d><p><r><t>Ada Lind spoke.</t></r><txbxContent><p><r><t>A box.</t></r></p>"
                 "<tbl><tr><tc><p><r><t>Hurt</t></r></p></tc></tr></tbl></txbxContent>"
                 "<r><t>Nobody was hurt.</t></r></p></d>"),
    "box.odt": ("content.xml",
                "<d><p>Ada Lind spoke.<frame><text-box><p>A box.</p><table-row><table-cell><p>Hurt</p>"
                "</table-cell></table-row></text-box></frame>Nobody was hurt.</p></d>"),
}
BOX_TEXT = "Ada Lind spoke.\n\nA box.\n\nHurt\n\nNobody was hurt."


def package(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        if name == "content.xml":
            z.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        z.writestr(name, content)
    return out.getvalue()


def boxes(legomena, tap):
    for name, (part, content) in BOXES.items():
        got = read(legomena, name, package(part, content))
        tap.case(f"{name}: behind a box", None if got.text == BOX_TEXT else f"{got.stderr}{got.text!r}")


# Few bytes that become many: 11 of them are 99 blanks.
def blanks(legomena, tap):
    content = "<d><p>Ada Lind spoke." + '<s c="99"/>' * 2000 + "</p></d>"
    got = read(legomena, "a.odt", package("content.xml", content), "--max-size", "100K")
    tap.case("a.odt: blanks without end", refused(got, "limit of 102400 bytes"))


def problem(got):
    text = got.text or ""
    kinds = [(b["kind"], b.get("number"), text[b["start"]:b["end"]])
             for b in got.record.get("layout", [])]
    if (text, kinds) == (TEXT, KINDS):
        return None
    return f"{got.stderr}{text!r}\nshould be\n{TEXT!r}\n{kinds}\nshould be\n{KINDS}"


def refused(got, said):
    fine = got.code == 1 and said in got.stderr and not got.stdout
    return None if fine else f"exit {got.code}: {got.stderr}"


def main():
    legomena, tap = sys.argv[1], Tap()
    for name, library, make in (("a.docx", docx, word), ("a.odt", OpenDocumentText, open_document)):
        if library is None:
            tap.case(name, skip="no library here that writes it (python3-docx, python3-odf)")
            continue
        bytes_ = make()
        tap.case(name, problem(read(legomena, name, bytes_)))
        cuts = [read(legomena, name, bytes_[:len(bytes_) * i // 12]) for i in range(1, 12)]
        bad = [f"{i}: exit {got.code}, {got.stderr}{got.text!r}" for i, got in enumerate(cuts)
               if refused(got, name) and problem(got)]
        tap.case(f"{name}, cut", "\n".join(bad))
    boxes(legomena, tap)
    blanks(legomena, tap)
    tap.end()


main()
