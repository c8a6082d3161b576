"""reports.py - the reports that pages.py shows. All of it is invented."""
from records import claim, entity, event, report

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


RAID = """Depot burns at Varnholm

Six masked men shot guards at the Varnholm depot on 20 May 2024 and then burned it, in the worst raid in years. More than 14 people died.

The Tide Front claimed responsibility for the raid. Police said on Thursday that at least 17 people were killed and that Ostrel had paid for the raid. Ostrel denied that it had paid.

The union had warned in early March of a raid. The depot may open again in June 2024. No talks were held. An inquiry goes on, and “a strike is planned”, the union said.
"""

RAID_TIMES = [("20 May 2024", "2024-05-20"), ("Thursday", "2024-05-23"), ("early March", "2024-03", "START"),
              ("June 2024", "2024-06")]
RAID_PEOPLE = [entity("Six masked men", named=False), entity("guards", named=False),
               entity("Varnholm", "Varnholm", type="GPE"), entity("Tide Front", "Tide Front", type="ORG"),
               entity("Police", named=False), entity("Ostrel", "Ostrel", type="GPE"), entity("The union", named=False),
               entity("More than 14 people", named=False), entity("at least 17 people", named=False),
               entity("The depot", named=False)]
RAID_CLAIMS = [
    claim("The Tide Front", "claimed", "responsibility for the raid", act="claim_responsibility", speaker="Tide Front"),
    claim("Police", "said", "that at least 17 people were killed and that Ostrel had paid for the raid", at="Police said",
          speaker="Police", kind="group", said="Thursday"),
    claim("Ostrel", "denied", "that it had paid", at="Ostrel denied", act="deny", certainty="CT-", speaker="Ostrel",
          replies=[(2, "denies")]),
    claim("The union", "had warned", "of a raid", at="The union had", act="warn", speaker="The union", said="early March"),
    claim("the union", "said", "“a strike is planned”", at="“a strike", quoted="a strike is planned", form="direct",
          speaker="The union"),
]
RAID_EVENTS = [
    event("shot", ["Six masked men"], ["guards"], place="Varnholm", time="20 May 2024", instruments=["rifles"],
          counts=[("Six", "perpetrators", 6, "=")]),
    event("burned", ["Six masked men"], ["The depot"], place="The depot", time="20 May 2024",
          counts=[("Six", "perpetrators", 6, "=")]),
    event("died", [], ["More than 14 people"], counts=[("More than 14", "killed", 14, ">")]),
    event("claimed", ["Tide Front"], at="The Tide Front"),
    event("raid", ["Tide Front"], at="raid. Police", by=[1, 2, 4], confidence=0.3),
    event("killed", [], ["at least 17 people"], place="Varnholm", by=[2],
          counts=[("at least 17", "killed", 17, ">=")]),
    event("paid", ["Ostrel"], at="had paid for", by=[2, 3]),
    event("open", [], ["The depot"], at="open again", modality="possible", time="June 2024"),
    event("talks", polarity="-", at="talks"), event("inquiry"),
    event("strike", ["The union"], modality="planned", by=[5]),
]
RAID_INCIDENT = {
    "type": "attack", "events": [1, 2, 5], "date": "2024-05-20", "place": "Varnholm",
    "perpetrators": [("Six masked men", "individual", "reported_as_fact"), ("Tide Front", "organisation", "claimed")],
    "individuals": [["masked men"]], "organisations": [["Tide Front"]], "targets": [["depot", "the Varnholm depot"]],
    "victims": [["guards"]], "killed": {"value": 14, "relation": ">"}}

TOLLS = """Police raised the toll in Varnholm from 11 to 14, among them 3 children. Dozens were hurt. At least 11 people died, the union said.

Between 20 and 30 boats sank since Monday. Damage was put at $2.5 million; 60 percent of the nets were lost.
"""
TOLL_FIGURES = [
    {"words": "11 to", "of": "killed", "value": 11, "by": [1]},
    {"words": "14", "of": "killed", "value": 14, "by": [1], "revised": 1, "scope": {"place": "Varnholm", "extent": "total"}},
    {"words": "3 children", "of": "killed", "what": "children", "value": 3, "by": [1], "part_of": [2]},
    {"words": "Dozens", "of": "wounded", "value": 24, "relation": ">=", "vague": True},
    {"words": "At least 11 people", "of": "killed", "what": "people", "value": 11, "relation": ">=", "by": [2]},
    {"words": "20 and 30", "of": "boats", "what": "boats", "value": 20, "upper": 30, "scope": {"time": "Monday", "extent": "since"}},
    {"words": "$2.5 million", "of": "money", "what": "Damage", "unit": "dollar", "value": 2500000},
    {"words": "60 percent", "of": "nets", "unit": "percent", "value": 60},
]

REPORTS = {
    "tolls": report(TOLLS, claim("Police", "raised the toll", "from 11 to 14", speaker="Police"),
                    claim("the union", "said", "At least 11 people died", at="At least", speaker="the union"),
                    entities=[entity("Police", named=False), entity("Varnholm", type="GPE"), entity("the union", named=False)],
                    times=[("Monday", "2024-05-20")], figures=TOLL_FIGURES),
    "raid": report(RAID, *RAID_CLAIMS, entities=RAID_PEOPLE, times=RAID_TIMES, events=RAID_EVENTS,
                   incidents=[RAID_INCIDENT, {"type": "arson", "events": [], "stage": "attempted", "organisations": [["Tide Front"]]}],
                   timeline=[("c4", "early March"), ("v1", "20 May 2024"), ("v2", "20 May 2024"), ("c2", "Thursday"),
                             ("v8", "June 2024")]),
    "quay": report(QUAY, *QUAY_CLAIMS, entities=PEOPLE, times=[("Thursday", "2024-05-23")],
                   disputes=[("how many boats burned", [[2], [4]]), ("whether the quay was closed", [[1], [3]])]),
    "circle": circle([(2, "denies")], [(1, "denies"), (3, "repeats")], [(2, "confirms")], [(7, "answers")], [], [],
                     [(4, "answers"), (1, "repeats"), (3, "repeats")]),
    "itself": circle([(1, "repeats")], [], [], [(6, "answers"), (5, "denies")], [], [], [(2, "denies"), (1, "denies")]),
    "nobody": report("The pumps at Norvik stood still."),
    "three sides": report(QUAY, *QUAY_CLAIMS, entities=PEOPLE, times=[("Thursday", "2024-05-23")],
                          disputes=[("the quay had been “closed", [[1, 2], [3, 4, 5], [9]])]),
}
