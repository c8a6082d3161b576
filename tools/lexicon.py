#!/usr/bin/env python3
"""Turn the word lists of a room into one hash table in C: src/base/lexicon.h has its type.

usage: lexicon.py OUT.c OUT.d DATA ROOM
Called by the build. A list is DATA/ROOM/NAME.txt: an entry a line, "#" before a comment. A phrase of several
lists has all their kinds. OUT.d names the lists that were read, for ninja.
"""
import os
import re
import sys


def plain(words):
    assert words == words.lower(), words
    yield words, None


def spaced(words):
    """"passer-by" is two words."""
    yield words.replace("-", " "), None


def abbreviation(line):
    """"No. | number" keeps its period before a number only."""
    word, _, when = [x.strip() for x in line.partition("|")]
    assert word.endswith("."), word
    yield word[:-1], {"": "ABBR", "number": "ABBR_NUM", "name": "ABBR_NAME"}[when]


def affix(line):
    """"non-" is a prefix, "-wise" a suffix."""
    assert line.startswith("-") != line.endswith("-"), line
    yield (line[:-1], "PREFIX") if line.endswith("-") else (line[1:], "SUFFIX")


def contraction(line):
    """"can not" is "cannot", cut behind "can"."""
    parts = line.split()
    assert 2 <= len(parts) <= 3, line
    second = len(parts[0] + parts[1]) if len(parts) == 3 else 0
    yield "".join(parts), "PARTS | LGM_WORD_CUTS(%d, %d)" % (len(parts[0]), second)


def whole(line):
    word, _, when = [x.strip() for x in line.partition("|")]
    yield word, {"": "WHOLE", "lower": "WHOLE_LOWER"}[when]


def claim_noun(line):
    """"warning | that to | EXAMPLE": the example is for the reader."""
    word, begins, example = [x.strip() for x in line.split("|")]
    assert word in example or any(w.startswith(word[:4]) for w in example.split()), line
    for b in begins.split():
        yield word, {"that": "CLAIM_THAT", "to": "CLAIM_TO"}[b]


def unnamed(line):
    """"be named | not" needs a refusal before it."""
    phrase, _, when = [x.strip() for x in line.partition("|")]
    yield phrase, {"": "UNNAMED", "not": "UNNAMED_IF_NOT"}[when]
    yield phrase.split()[0], "UNNAMED_FIRST"


def unnamed_verb(line):
    """"decline | not" is a refusal."""
    verb, _, what = [x.strip() for x in line.partition("|")]
    yield verb, {"": "ASKS", "not": "ASKS | LGM_ATTRIB_REFUSES"}[what]


def liking_verb(line):
    """"want | want" is a verb of wanting too."""
    verb, _, what = [x.strip() for x in line.partition("|")]
    yield verb, {"": "LIKING", "want": "LIKING | LGM_ATTRIB_WANTING"}[what]


def nest_verb(line):
    """"hope | that to held": what may follow, and whether it is held or voiced."""
    verb, _, what = [x.strip() for x in line.partition("|")]
    if " " in verb:
        yield verb.split()[0], "NEST_WITH"
    for w in what.split():
        yield verb, {"that": "NEST_THAT", "to": "NEST_TO", "thing": "NEST_THING", "whom": "NEST_WHOM",
                     "held": "NEST_HELD"}[w]


def nest_noun(line):
    """"hope | of that to": a clause, an infinitive, else a preposition; "to+" is one too."""
    noun, _, what = [x.strip() for x in line.partition("|")]
    yield noun, "NEST_WITH"
    for w in what.split():
        kind = {"that": "NEST_NOUN_THAT", "to": "NEST_NOUN_TO"}.get(w, "NEST_WITH")
        yield noun, kind
        if kind == "NEST_WITH":
            yield noun + " " + w.replace("to+", "to"), kind


CERTAINTIES = {"said": "NONE", "CT+": "CERTAIN", "PR+": "PROBABLE", "PS+": "POSSIBLE", "Uu": "OPEN",
               "CT-": "NOT_CERTAIN", "PR-": "NOT_PROBABLE"}


def act(line):
    """"warn | warn | said | EXAMPLE": the example is a test."""
    words, what, sure = [x.strip() for x in line.split("|")][:3]
    yield words, "CUE | LGM_ACT_IS(LGM_ACT_%s) | LGM_ACT_SURE(LGM_CERTAINTY_%s)" % (what.upper(), CERTAINTIES[sure])


def point(line):
    """"claim | word charge | EXAMPLE": the example is a test."""
    noun, what = [x.strip() for x in line.split("|")][:2]
    for w in what.split():
        yield noun, "TO_" + w.upper()


def blank(line):
    yield line.split("|")[0].strip(), "BLANK"


def with_example(**kinds):
    """"probably | probable | EXAMPLE": the example is a test."""
    def read_line(line):
        words, kind = [x.strip() for x in line.split("|")][:2]
        yield words, kinds[kind]
    return read_line


HOW = {"suffered": "SUFFERED", "happens": "HAPPENS", "of": "OF", "with": "ONLY_WITH"}


def event(table):
    """"attack | ASSAULT firearms | 190 | EXAMPLE": category, mode, how; the example is a test."""
    def read_line(line):
        words, what, code = [x.strip() for x in line.split("|")][:3]
        category, *rest = what.split()
        kinds = ["LISTED", "LGM_EVENT_IS(LGM_EVENT_%s)" % category]
        kinds += ["LGM_EVENT_" + HOW[x] for x in rest if x in HOW]
        kinds += ["LGM_EVENT_BY(LGM_EVENT_BY_%s)" % x.replace("-", "_").upper() for x in rest if x not in HOW]
        kinds += ["LGM_EVENT_CODE(1%s)" % code] if code else []
        forms, *more = words.split()
        for first in forms.split("/"):
            yield " ".join([table, first, *more]), " | ".join(kinds)
            if more:
                yield table + " " + (first if table == "v" else more[-1]), "BEGINS"
    return read_line


def idiom(line):
    """"meet demand | EXAMPLE": no event; the example is a test."""
    forms, *more = line.split("|")[0].split()
    for first in forms.split("/"):
        yield " ".join(["v", first, *more]), "NO_EVENT"
        yield "v " + first, "BEGINS"


def light_verb(line):
    """"suffer | suffered | EXAMPLE": how is left out where the subject does it."""
    words, *rest = [x.strip() for x in line.split("|")]
    kinds = ["LIGHT"] + ["LGM_EVENT_" + HOW[x] for x in rest[:-1]]
    yield "l " + words, " | ".join(kinds)
    yield "v " + words.split()[0], "LIGHTENS"
    if " " in words:
        yield "l " + words.split()[0], "BEGINS"


def governor(line):
    """"plan | planned | EXAMPLE": the example is a test."""
    words, what = [x.strip() for x in line.split("|")][:2]
    yield "g " + words, what.upper()

def harm(line):
    """"kill | dead | EXAMPLE": the example is a test."""
    words, what = [x.strip() for x in line.split("|")][:2]
    yield "h " + words, what.upper()


def counted(line):
    """"flock | subject | EXAMPLE": the example is a test."""
    words, who = [x.strip() for x in line.split("|")][:2]
    yield "k " + words, who.upper()


def synonyms(line):
    """"buy purchase | EXAMPLE": words of one number, that of the first; the example is a test."""
    words = line.split("|")[0].split()
    number = fnv(words[0].encode()) & 0xffff | 1
    for word in words:
        yield "y " + word, "NTH(%d)" % number


def use(line):
    """"use | against | EXAMPLE": the example is a test."""
    words, what = [x.strip() for x in line.split("|")][:2]
    for verb in words.split("/"):
        yield "u " + verb, {"use": "LISTED", "against": "AGAINST"}[what]
        yield "v " + verb.split()[0], "USING"


def carrier(line):
    """"accuse | object of | EXAMPLE": "-" for no preposition; the example is a test."""
    words, what = [x.strip() for x in line.split("|")][:2]
    who, by = what.split()
    yield "c %s %s" % (words, by), {"does": "DOES", "subject": "SUBJECT", "object": "OBJECT"}[who]
    yield "c " + words.split()[0], "BEGINS"


def trigger(line):
    """"murder | attack | alone | EXAMPLE": the example is a test."""
    words, kind, when = [x.strip() for x in line.split("|")][:3]
    yield words, "TELLS | LGM_INCIDENT_OF(LGM_INCIDENT_%s)" % kind.upper()
    for w in when.split():
        yield words, {"alone": "ALONE", "with": "TELLS", "verb": "VERB"}[w]


RELATIONS = {"=": "EXACT", ">": "MORE", ">=": "LEAST", "<": "LESS", "<=": "MOST", "~": "ABOUT"}

def figure_bound(line):
    """"or more | >= behind | EXAMPLE": the example is a test."""
    words, what = [x.strip() for x in line.split("|")][:2]
    relation, *how = what.split()
    yield ("a " if "behind" in how else "b ") + words, "NTH(LGM_RELATION_%s)" % RELATIONS[relation]
    if "beside" in how:
        yield "b " + words, "BESIDE"


def figure_toll(line):
    """"kill | killed | object | EXAMPLE": the example is a test."""
    words, of, how = [x.strip() for x in line.split("|")][:3]
    table = {"object": "v", "subject": "v", "state": "s", "noun": "n", "tells": "n"}[how]
    yield table + " " + words, "NTH(LGM_FIGURE_OF_%s)" % of
    yield table + " " + words, how.upper()
    if table == "v" and " " in words:
        yield "v " + words.split()[0], "BEGINS"


def figure_unit(line):
    """"us$ | USD | money | EXAMPLE": the example is a test."""
    words, unit, what = [x.strip() for x in line.split("|")][:3]
    yield "u " + words, "NTH(LGM_FIGURE_IN_%s)" % re.sub(r"\W", "_", unit).upper()
    yield "u " + words, what.upper()


def lettered(letter):
    """"rise | EXAMPLE": a word of a table."""
    def read_line(line):
        yield letter + " " + line.split("|")[0].strip(), "LISTED"
    return read_line


def named(prefix):
    """"head: head chief": words of one kind, which the line begins with."""
    def read_line(line):
        name, _, words = line.partition(":")
        for word in words.split():
            yield word, prefix + name.upper()
    return read_line


def families(letter):
    """"yuri yury": words for one thing, which is the number of their line among those of its list."""
    family = {}
    def read_line(line):
        number = len(set(family.values())) + 1
        for word in line.split():
            assert word not in family, word
            family[word] = number
            yield letter + " " + word, "FAMILY(%d)" % number
    return read_line


def month(line):
    """"march | 3"."""
    name, _, number = [x.strip() for x in line.partition("|")]
    assert 1 <= int(number) <= 12, line
    yield name, "MONTH | LGM_ABOUT_MONTH_IS(%s)" % number


def month_abroad(line):
    for name, kinds in month(line):
        yield name, kinds.replace("MONTH |", "MONTH_ABROAD |")


def zone(line):
    """"et | -300 us": minutes east of Greenwich, in quarters of an hour from -16:00."""
    name, _, rest = [x.strip() for x in line.partition("|")]
    minutes, *summer = rest.split()
    assert int(minutes) % 15 == 0 and summer in ([], ["us"]), line
    yield name, "ZONE | LGM_ABOUT_ZONE_IS(%d)" % (int(minutes) // 15 + 64)
    if summer:
        yield name, "ZONE_US"


def told(line):
    """"call | on upon | EXAMPLE": how a verb of telling names whom is told."""
    verb, how, _ = [x.strip() for x in line.split("|")]
    for w in how.split():
        yield verb, {"whom": "TELLS", "to": "TELLS_TO", "on": "TELLS_ON", "upon": "TELLS_ON",
                     "with": "TELLS_WITH", "before": "TELLS_BEFORE", "at": "TELLS_TO"}[w]


def letter(line):
    """letter | EXAMPLE"""
    yield line.split("|")[0].strip(), "LETTER"


def ground(line):
    """"see | eyewitness | EXAMPLE": why who does so is heard."""
    verb, kind, _ = [x.strip() for x in line.split("|")]
    yield verb, "CLAUSE | LGM_GROUNDS_IS(LGM_GROUND_%s)" % kind.upper()


def stem(line):
    """"blam | e": what the lemma of a verb has behind this ending of its form."""
    ending, what = [x.strip() for x in line.split("|")]
    yield ending, {"e": "E", "keep": "KEEP", "half": "HALF", "y": "Y", "ie": "IE"}[what]


def irregular(line):
    """"stole | steal": letters to drop at the end of the form, and letters to add."""
    form, lemma = [x.strip() for x in line.split("|")]
    same = len(os.path.commonprefix([form, lemma]))
    added = [ord(c) - ord("a") + 1 for c in lemma[same:]]
    assert len(form) - same < 8 and len(added) <= 5, line
    yield "=" + form, "EDIT(%s)" % ", ".join(str(n) for n in [len(form) - same] + added + [0] * (5 - len(added)))


def forms(line):
    """"fall fell falls": each is an entry."""
    for word in line.split():
        yield word, None


def note_label(line):
    """"editor's note | editors-note | EXAMPLE": possessive marks are left out."""
    words, kind, _ = [x.strip() for x in line.split("|")]
    yield re.sub(r"'s?(?= |$)", "", words), "LABEL | LGM_NOTES_IS(LGM_NOTE_%s)" % kind.replace("-", "_").upper()


def note_verb(line):
    """"amend | amend opens | EXAMPLE": the example is a test."""
    words, what, _ = [x.strip() for x in line.split("|")]
    for w in what.split():
        yield words, w.upper()


# room: header of its kinds, what their names begin with, longest phrase in bytes and in words,
# [(list, kind, how a line is read)]
def word_count(line):
    """"harbour | 312": in how many reports the word stands."""
    word, _, count = [x.strip() for x in line.partition("|")]
    yield word, "COUNT(%d)" % int(count)


def related(line):
    """"die died | 2": 1 = of one meaning, 2 = forms of one word."""
    words, _, level = [x.strip() for x in line.partition("|")]
    a, b = words.split()
    assert a.encode() < b.encode(), line
    yield words, "KIND(%d)" % int(level)


ROOMS = {
    "about": ("about/about_words.h", "LGM_ABOUT_", 31, 4, [
        ("published", "PUBLISHED", plain), ("modified", "MODIFIED", plain), ("byline", "BYLINE", plain),
        ("kickers", "KICKER", plain), ("months", None, month),
        ("months_abroad", None, month_abroad), ("weekdays", "WEEKDAY", plain),
        ("clock", "CLOCK", plain), ("name_words", "NAME_WORD", plain), ("desks", "DESK", plain),
        ("copies", "COPY", plain), ("zones", None, zone),
        ("agencies", "AGENCY", plain)]),
    "web": ("web/web_words.h", "LGM_WEB_", 24, 3, [
        ("never", "NEVER", plain), ("beside", "BESIDE", plain), ("pictures", "PICTURE", plain),
        ("about", "ABOUT", plain), ("lead_ins", "LEAD_IN", plain), ("labels", "LABEL", plain),
        ("credits", "CREDIT_WORD", plain)]),
    "text": ("text/word_lists.h", "LGM_WORD_", 15, 1, [
        ("abbreviations", None, abbreviation), ("affixes", None, affix), ("contractions", None, contraction),
        ("whole", None, whole), ("units", "UNIT", plain), ("endings", "ENDING", plain)]),
    "phrase": ("phrase/phrase_words.h", "LGM_", 47, 4, [
        ("titles_men", "GENDER_TITLE | LGM_GENDER_MAN", plain),
        ("titles_women", "GENDER_TITLE | LGM_GENDER_WOMAN", plain),
        ("men", "GENDER_NOUN | LGM_GENDER_MAN", plain), ("women", "GENDER_NOUN | LGM_GENDER_WOMAN", plain),
        ("given_men", "GENDER_GIVEN | LGM_GENDER_MAN", plain),
        ("given_women", "GENDER_GIVEN | LGM_GENDER_WOMAN", plain),
        ("outlets", "SPEAKS_OUTLET", plain), ("outlet_words", "SPEAKS_OUTLET_WORD", plain),
        ("outlet_endings", "SPEAKS_OUTLET_ENDING", plain), ("anonymous", "SPEAKS_ANONYMOUS", plain),
        ("crowds", "SPEAKS_CROWD", plain), ("bodies", "SPEAKS_BODY", plain), ("persons", "SPEAKS_PERSON", plain),
        ("documents", "SPEAKS_DOCUMENT", plain),
        ("recordings", "SPEAKS_DOCUMENT | LGM_SPEAKS_RECORDING", plain), ("issued", "SPEAKS_ISSUED", plain),
        ("firms", "SPEAKS_FIRM", plain),
        ("callings", "CALLING", plain),
        ("descriptors", "CALLING | LGM_CALLING_ONLY", plain)]),
    "account": ("account/account_words.h", "LGM_ACCOUNT_IS_", 31, 3, [
        ("harm", "HARM", forms), ("deaths", "DEATH", forms), ("arrests", "ARREST", forms),
        ("assaults", "ASSAULT", forms), ("mishaps", "MISHAP", forms), ("police", "POLICE", plain),
        ("groups", "GROUP", plain), ("arms", "ARM", plain), ("locatives", "LOCATIVE", plain),
        ("locals", "LOCAL", plain), ("bodies", "BODY", plain), ("charged", "CHARGED", plain),
        ("offence_ends", "OFFENCE_END", plain), ("no_offences", "NO_OFFENCE", plain),
        ("offence_openers", "OFFENCE_OPENER", plain), ("background", "BACKGROUND", plain),
        ("causes", "CAUSE", plain), ("cause_openers", "CAUSE_OPENER", plain),
        ("suspects", "SUSPECT", plain), ("plurals", "PLURAL", plain),
        ("roads", "ROAD", plain), ("numbered_roads", "NUMBERED_ROAD", plain), ("counted", None, named(""))]),
    "entity": ("entity/words.h", "LGM_NAME_", 31, 4, [
        ("titles", "TITLE", plain), ("capital_titles", "CAPITAL_TITLE", plain),
        ("letters", "LETTERS", plain), ("suffixes", "SUFFIX", plain), ("legal_forms", "LEGAL", plain),
        ("bodies", "BODY", plain), ("small_words", "SMALL", plain), ("place_words", "PLACE", plain),
        ("trades", "TRADE", plain), ("openers", "OPENER", plain), ("club_words", "CLUB", plain)]),
    "timex": ("timex/time_words.h", "LGM_TIMEX_", 15, 1, [
        ("ahead", "AHEAD", plain), ("commands", "COMMAND", plain), ("agreements", "AGREEMENT", plain),
        ("forecasts", "FORECAST", plain), ("beginnings", "BEGINNING", plain), ("terms", "TERM", plain),
        ("states", "STATE", plain), ("measures", "MEASURE", plain), ("numbered", "NUMBERED", plain),
        ("streets", "STREET", plain)]),
    "coref": ("coref/links/coref_words.h", "LGM_COREF_", 15, 1, [
        ("offices", None, named("OFFICE_")), ("ranks", None, named("RANK_")),
        ("honorifics", "HONORIFIC", plain), ("companies", "COMPANY", plain),
        ("sorts", None, named("SORT_"))]),
    "people": ("people/people_words.h", "LGM_PEOPLE_", 31, 4, [
        ("spellings", None, families("s")), ("short_names", None, families("g")), ("offices", None, families("o")),
        ("titles", "TITLE", plain), ("sports", "SPORT", plain), ("particles", "PARTICLE", plain),
        ("sole_offices", "SOLE", plain), ("runners", "RUNNER", plain), ("common_bodies", "COMMON_BODY", plain)]),
    "tag": ("tag/verb_words.h", "LGM_TAG_", 15, 1, [("stems", None, stem), ("irregular", None, irregular)]),
    "attrib": ("attrib/claim_words.h", "LGM_ATTRIB_", 31, 4, [
        ("claim_nouns", None, claim_noun), ("media", "MEDIUM", plain), ("tell_verbs", "TELL", plain),
        ("indefinites", "INDEFINITE", plain), ("ordinals", "ORDINAL", plain), ("people", "PEOPLE", plain),
        ("turn_words", "TURN", plain), ("unnamed", None, unnamed), ("unnamed_verbs", None, unnamed_verb), ("verdicts", "VERDICT", plain),
        ("liking_verbs", None, liking_verb), ("saying_verbs", "SAYING", plain), ("deed_verbs", "DEED", plain),
        ("animals", "ANIMAL", plain), ("wanted", "WANTED", plain),
        ("nest_verbs", None, nest_verb), ("nest_nouns", None, nest_noun),
        ("nest_states", "NEST_STATE", plain), ("hearsay", "HEARSAY", plain),
        ("interview_words", "INTERVIEW", plain)]),
    "speaker": ("speaker/speaker_words.h", "LGM_SPEAKER_", 31, 1, [
        ("told", None, told), ("letters", None, letter), ("meetings", "MEETING", plain)]),
    "grounds": ("grounds/ground_words.h", "LGM_GROUNDS_", 31, 1, [
        ("clauses", None, ground), ("experts", "EXPERT", plain), ("witnesses", "WITNESS", plain),
        ("kin", "KIN", plain), ("anyone", "ANYONE", plain), ("near", "NEAR", plain), ("harm", "HARM", plain)]),
    "notes": ("notes/note_words.h", "LGM_NOTES_", 31, 5, [
        ("labels", None, note_label), ("verbs", None, note_verb),
        ("wrongly", None, lambda line: [(line.split("|")[0].strip(), "WRONGLY")]),
        ("texts", None, with_example(text="TEXT", version="VERSION", earlier="EARLIER", before="BEFORE"))]),
    "occasion": ("occasion/occasion_words.h", "LGM_OCCASION_", 31, 1, [
        ("venues", None, with_example(event="EVENT", text="TEXT", medium="MEDIUM", name="NAME", audience="AUDIENCE")),
        ("parts", "PART", plain), ("speaking", "SPEAKING", plain), ("attending", "ATTENDING", plain),
        ("published", "PUBLISHED", plain), ("citing", "CITING", plain), ("remarks", "REMARK", plain),
        ("asked", "ASKED", plain), ("acting", "ACTING", plain)]),
    "act": ("act/act_words.h", "LGM_ACT_", 31, 4, [
        ("cues", None, act),
        ("hedges", None, with_example(probable="LIKELY", possible="MAYBE", contrary="UNLIKELY")),
        ("repetition", None, with_example(first="FIRST", again="AGAIN")),
        ("evidence", None, with_example(proof="PROOF", give="GIVE", back="BACK", bare="BARE", thing="THING"))]),
    "event": ("event/event_words.h", "LGM_EVENT_", 40, 4, [
        ("verbs", None, event("v")), ("nouns", None, event("n")), ("idioms", None, idiom),
        ("light", None, light_verb), ("governors", None, governor), ("carriers", None, carrier),
        ("harms", None, harm), ("causes", None, lettered("x")), ("instruments", None, event("i")),
        ("uses", None, use), ("counted", None, counted), ("synonyms", None, synonyms)]),
    "figure": ("figure/figure_words.h", "LGM_FIGURE_", 40, 5, [
        ("bounds", None, figure_bound), ("tolls", None, figure_toll), ("units", None, figure_unit),
        ("changes", None, lettered("c")), ("uncounted", None, lettered("x")), ("plurals", None, lettered("p"))]),
    "incident": ("incident/incident_words.h", "LGM_INCIDENT_", 31, 2, [
        ("triggers", None, trigger),
        ("arms", None, with_example(explosive="EXPLOSIVE", gun="GUN", other="ARM")),
        ("bands", None, with_example(person="ARMED", band="BAND")), ("targets", "TARGET", plain)]),
    "answer": ("answer/answer_words.h", "LGM_ANSWER_", 31, 2, [
        ("cues", None, with_example(turn="TURN", sides="SIDES", parts="PARTS", refuses="REFUSAL", asks="ASKING",
                                    insists="INSISTING", fact="OF_FACT", denies="DENYING", confirms="SHARING", blames="BLAMING")),
        ("points", None, point),
        ("blanks", None, blank),
        ("verdicts", None, with_example(false="FALSE", true="TRUE", ground="GROUND", real="REAL"))]),
    "profile": ("profile/profile_words.h", "LGM_PROFILE_", 47, 1, [("words", None, word_count)]),
    "same": ("same/told_words.h", "LGM_SAME_", 47, 2, [("related", None, related)]),
    "origin": ("origin/cited_words.h", "LGM_ORIGIN_", 47, 6, [
        ("../phrase/persons", "SOURCE", plain), ("../phrase/bodies", "SOURCE", plain), ("../phrase/crowds", "SOURCE", plain),
        ("../phrase/anonymous", "SOURCE", plain), ("../entity/titles", "SOURCE", plain), ("../redact/offices", "SOURCE", plain),
        ("../phrase/outlet_words", "SOURCE", plain)]),
    "redact": ("redact/redact_words.h", "LGM_REDACT_", 31, 4, [
        ("offices", "OFFICE", spaced), ("minors", "MINOR", spaced), ("victims", "VICTIM", spaced),
        ("witnesses", "NEAR", spaced), ("bystanders", "BYSTANDER", spaced), ("../grounds/witnesses", "WITNESS", spaced), ("../grounds/kin", "KIN", spaced),
        ("suspects", "SUSPECT", spaced), ("charged", "CHARGED", plain), ("harmed", "HARMED", plain),
        ("harming", "HARMING", plain), ("suffers", "SUFFERS", plain), ("harm_nouns", "HARM_NOUN", plain),
        ("saw", "SAW", plain), ("ages", "AGE", plain), ("particles", "PARTICLE", plain),
        ("../entity/titles", "TITLE", spaced), ("ordinary", "ORDINARY", plain)]),
}
EXCLUDE = {"phrase": ("MAN", "WOMAN")}  # kinds that no phrase has both of


def lines(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = " ".join(line.split())
            if line and not line.startswith("#"):
                yield line


def fnv(phrase):
    h = 0x811C9DC5
    for b in phrase:
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    return h


def read(folder, room):
    """{phrase: {kinds}}"""
    _, prefix, longest, words, lists = ROOMS[room]
    found = {}
    for name, kind, form in lists:
        for line in lines(os.path.join(folder, name + ".txt")):
            for phrase, own in form(line):
                assert len(phrase.encode()) <= longest and len(phrase.split()) <= words, phrase
                assert not set('"\\') & set(phrase), phrase
                found.setdefault(phrase.encode(), set()).add(prefix + (own or kind))
    for phrase, kinds in found.items():
        both = EXCLUDE.get(room)
        assert not (both and all(any(k.endswith("_" + x) for k in kinds) for x in both)), phrase
    return found


def slots(found):
    size = 64
    while size < 2 * len(found):
        size *= 2
    table = [None] * size
    for phrase in sorted(found):
        i = fnv(phrase) % size
        while table[i] is not None:
            i = (i + 1) % size
        table[i] = phrase
    return table


def lengths(found):
    """A mask of lengths for each hash of a phrase's ends: lgm_lexicon_kinds in src/base/lexicon.c has the same."""
    table = [0] * 256
    for phrase in found:
        table[(7 * phrase[0] + phrase[-1]) % 256] |= 1 << min(len(phrase), 31)
    return table


def main():
    out, depends, data, room = sys.argv[1:]
    header, _, _, _, lists = ROOMS[room]
    folder = os.path.join(data, room)
    found = read(folder, room)
    table, at = slots(found), 0
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/lexicon.py from data/%s: do not edit. */\n" % room)
        f.write('#include "%s"\n\n' % header)
        f.write("static const lgm_lexicon_slot slots[%d] = {\n" % len(table))
        for i, phrase in enumerate(table):
            if phrase is not None:
                kinds = " | ".join(sorted(found[phrase]))
                f.write("    [%d] = {%d, %d, %s}, /* %s */\n" % (i, at, len(phrase), kinds, phrase.decode()))
                at += len(phrase)
        f.write("};\n\nstatic const uint32_t lengths[LGM_LEXICON_ENDS] = {\n    %s\n" %
                ",\n    ".join("0x%08XU" % mask for mask in lengths(found)))
        f.write("};\n\nconst lgm_lexicon lgm_%s_lexicon = {\n" % room)
        f.writelines('    "%s"\n' % phrase.decode() for phrase in table if phrase is not None)
        f.write("    , slots, %d, lengths};\n" % len(table))
    with open(depends, "w", encoding="utf-8") as f:
        f.write("%s: %s\n" % (out, " ".join(os.path.join(folder, name + ".txt") for name, _, _ in lists)))


main()
