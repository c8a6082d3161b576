#!/usr/bin/env python3
"""notes_examples.py BINARY DATA - corrections and editors' notes, in the examples of data/notes and below."""
from word_lists import entries, read_cases

HEAD = "Ten people died in Ostrel.\n\n"
# (text, kind of its only note, what was said, what is right); None: it has no note.
CASES = [
    (HEAD + "Correction: An earlier version of this article said 12 people were killed; it was 10.", "correction",
     ["12 people were killed"], ["10"]),
    ("(Corrects death toll to 10 from 12)\n\nTen people died in Ostrel.", "correction", ["12"], ["10"]),
    (HEAD + "(Corrects death toll to 10, not 12, in paragraph 2)", "correction", ["12"], ["10"]),
    (HEAD + "This story has been corrected to show that 10 people were killed in the blast, not 12.", "correction",
     ["12"], ["10 people were killed in the blast"]),
    (HEAD + "Correction, Nov. 15, 2019: This article originally misidentified the owner of the mill. It was Berg, "
     "not Feld.", "correction", ["Feld"], ["Berg"]),
    ("Ten people died. This article was amended on 3 May 2024. An earlier version said the dam burst on Monday, when "
     "in fact it burst on Sunday.", "correction", ["the dam burst on Monday"], ["it burst on Sunday"]),
    (HEAD + "Correction\n\nAn article on Monday misstated the number of miners killed. It was 10, not 12.",
     "correction", ["12"], ["10"]),
    (HEAD + "[Editor's note: An earlier version of this story gave the age of Ada Lind as 14. She is 41. We regret "
     "the error.]", "correction", ["14"], ["41"]),
    (HEAD + "* This article was amended on 3 May 2024 to make clear that Lind spoke for the union.", "clarification",
     [], ["Lind spoke for the union"]),
    (HEAD + "Update, 5 p.m.: The harbour board now says 14 people were killed.", "update", [], []),
    (HEAD + "Because of an editing error, an earlier version of this article misstated the day of the vote. It is "
     "on Friday.", "correction", [], ["on Friday"]),
    # what others say of a text, and what is said of another text
    (HEAD + "The ministry said an earlier version of this article was wrong.", None, [], []),
    (HEAD + "The union said the report has been updated to include 12 deaths.", None, [], []),
    (HEAD + "An earlier version of this article appeared in the Echo.", None, [], []),
    (HEAD + "This is a developing story and will be updated.", None, [], []),
    (HEAD + "The earlier version of the bill said 12 people could vote. It was 10.", None, [], []),
    (HEAD + '"This article has been corrected," Lind said.', None, [], []),
    (HEAD + "This interview has been edited and condensed for clarity.", None, [], []),
    (HEAD + "UPDATE 2-Blast kills 12 in Ostrel\n\nLind said so.", None, [], []),
    (HEAD + "This page was last updated on 3 May 2024.", None, [], []),
    ("Prices fell. The correction: a drop of 12 percent.", None, [], []),
]


def cases(data):
    for _, kind, text in entries(data / "labels.txt"):
        yield text, "correction" if kind == "editors-note" and "misstated" in text else kind, None, None
    of = {"wrong": "correction", "said": "correction", "correct": "correction", "amend": "correction",
          "update": "update", "edit": "update", "clarify": "clarification", "retract": "retraction"}
    for _, what, text in entries(data / "verbs.txt"):
        yield text, of[what.split()[0]], None, None
    for name in ("wrongly", "texts"):
        for entry in entries(data / (name + ".txt")):
            yield entry[-1], "correction", None, None
    yield from CASES


def judge(case, record):
    text, kind, was, now = case
    notes = record.get("notes", [])
    words = [[record["text"][slice(*s)] for s in n.get(key, [])] for n in notes for key in ("was", "now")]
    got = [n["kind"] for n in notes]
    good = got == ([kind] if kind else []) and (was is None or not kind or words == [was, now])
    return text, None if good else "%s %s, and not %s %s" % (got, words, kind, [was, now])


read_cases(cases, lambda case: case[0], judge)
