"""Other people's tools: a table of pandas, a page in a notebook."""
import re
from html.parser import HTMLParser

import pytest
from conftest import ASTRAL, ROOT

import legomena
import legomena.tables


def test_tables(fast):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    reports = [fast.read(ASTRAL, id="a"), fast.read((ROOT / "data/samples/report.txt").read_text(), id="b"), fast.read("It rained.", id="c")]
    for kind in legomena.tables.KINDS:
        table = legomena.to_pandas(reports, kind)
        assert isinstance(table, pandas.DataFrame)
        assert len(table) == sum(len(getattr(r, kind)) for r in reports)
    table = reports[1].to_pandas()
    assert list(table.content) == [reports[1].quote(c.content) for c in reports[1].claims]
    assert "Ilsa Renmark" in set(table.speaker_name) and set(table.report) == {"b"}
    assert list(reports[2].to_pandas("events").columns) == list(reports[1].to_pandas("events").columns)
    with pytest.raises(legomena.ArgumentError, match="claims, entities"):
        reports[0].to_pandas("nothing")


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.text, self.seen, self.number = [], "", set(), False

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "pre" in self.open and "sup" not in self.open:
            self.text += data


def test_a_page_in_a_notebook(fast, texts):
    hostile = "Ada Lind said \u201c<script>alert(1)</script> & <b>bold</b>\u201d. Bob Ost said that Ada Lind had said that <i>it</i> rained.\n"
    for text in [*texts, hostile]:
        page = Page()
        page.feed(fast.read(text, title="<script>")._repr_html_())
        assert page.text == text and not page.open
        assert not page.seen & {"script", "i"}
    html = fast.read(hostile).to_html()
    assert "<mark>" in html and len(re.findall("<tr>", html)) == 1 + len(fast.read(hostile).claims)
