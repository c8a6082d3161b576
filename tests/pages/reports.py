"""reports.py - the reports that pages.py shows. All of it is invented."""
from records import claim, entity, report

QUAY = """Quay at Norvik closed after the fire

Harbour master Ada Lind said on Thursday that the quay had been “closed for a week” before the fire. “Eleven boats burned,” she told reporters.

The fishermen's union denied that the quay was closed. Its chairman, Jo Marsh, said at least twenty boats had burned. He again accused the harbour of neglect, without giving evidence.

Lind rejected this in a statement carried by the Coast Agency. She said Marsh had told her in March that the pumps were sound.

Officials, who were not allowed to speak, said the cause may never be known. Some officials warned of more fires. Lind and Marsh asked the governor for help.
"""

PEOPLE = [entity("Ada Lind", "Ada Lind", "Lind rejected", "Lind and", roles=["harbour master"]),
          entity("The fishermen's union", "fishermen's union", type="ORG"),
          entity("Jo Marsh", "Jo Marsh", "said Marsh", "and Marsh", roles=["chairman"]),
          entity("the Coast Agency", "Coast Agency", type="ORG"),
          entity("Officials", "Officials", named=False), entity("Some officials", "Some officials", named=False)]

QUAY_CLAIMS = [
    claim("Harbour master Ada Lind", "said", "that the quay had been “closed for a week” before the fire",
          quoted="closed for a week", form="mixed", speaker="Ada Lind", said="Thursday"),
    claim("she", "told reporters", "Eleven boats burned,", at="“Eleven", form="direct", quoted="Eleven boats burned,",
          speaker="Ada Lind", to=[("reporters", None)]),
    claim("The fishermen's union", "denied", "that the quay was closed", act="deny", certainty="CT-",
          speaker="The fishermen's union", kind="group", replies=[(1, "denies")]),
    claim("Its chairman, Jo Marsh", "said", "at least twenty boats had burned", at="Its chairman", speaker="Jo Marsh",
          justification=("role", "Its chairman")),
    claim("He", "accused", "the harbour of neglect", act="accuse", speaker="Jo Marsh", repetition="again",
          repetition_span="again", evidence="withheld", evidence_span="without giving evidence", about=["Ada Lind"], at="He again"),
    claim("Lind", "rejected", "this", at="Lind rejected", act="dismiss", certainty="CT-", speaker="Ada Lind",
          venue="statement", via=["the Coast Agency"], replies=[(5, "denies")]),
    claim("She", "said", "Marsh had told her in March that the pumps were sound", at="She said Marsh", speaker="Ada Lind"),
    claim("Marsh", "had told", "that the pumps were sound", at="Marsh had", to=[("her", "Ada Lind")], speaker="Jo Marsh", parent=7, confidence=0.3),
    claim("Officials", "said", "the cause may never be known", at="Officials, who",
          justification=("anonymity", "were not allowed to speak"), speaker="Officials", kind="anonymous",
          certainty="PS+", observed=True),
    claim("Some officials", "warned", "of more fires", at="Some officials", act="warn", certainty="PS+",
          speaker="Some officials", kind="anonymous"),
    claim("Lind and Marsh", "asked", "for help", at="Lind and Marsh", to=[("the governor", None)], act="ask", certainty="Uu",
          speaker=["Ada Lind", "Jo Marsh"], kind="group"),
]

ROUND = "Ann says no. Bo says yes. Cy says perhaps. He says so. They said it. It was said to be over. Di says no."


def circle(*replies):
    """Claims that answer one another; replies of each, in order."""
    who = ["Ann", "Bo", "Cy", "He", "They", "", "Di"]
    cues = ["says", "says", "says", "says", "said", "was said", "says"]
    what = ["no", "yes", "perhaps", "so", "it", "to be over", "no"]
    at = ["Ann", "Bo", "Cy", "He says", "They", "It was", "Di"]
    named = [entity(n) for n in ("Ann", "Bo", "Cy", "Di")]
    return report(ROUND, *(claim(w, c, x, at=a, speaker=w if w in ("Ann", "Bo", "Cy", "Di") else [], replies=r)
                           for w, c, x, a, r in zip(who, cues, what, at, replies)), entities=named)


REPORTS = {
    "quay": report(QUAY, *QUAY_CLAIMS, entities=PEOPLE, times=[("Thursday", "2024-05-23")],
                   disputes=[("how many boats burned", [[2], [4]]), ("whether the quay was closed", [[1], [3]])]),
    "circle": circle([(2, "denies")], [(1, "denies"), (3, "repeats")], [(2, "confirms")], [(7, "answers")], [], [],
                     [(4, "answers"), (1, "repeats"), (3, "repeats")]),
    "itself": circle([(1, "repeats")], [], [], [(6, "answers"), (5, "denies")], [], [], [(2, "denies"), (1, "denies")]),
    "nobody": report("The pumps at Norvik stood still."),
    "three sides": report(QUAY, *QUAY_CLAIMS, entities=PEOPLE, times=[("Thursday", "2024-05-23")],
                          disputes=[("the quay had been “closed", [[1, 2], [3, 4, 5], [9]])]),
}
