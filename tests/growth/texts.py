"""texts.py - texts of any size, each with much of one thing: what could make the work grow faster than the text.

make(name, size) gives about `size` bytes, the same ones each time. Names and words are invented.
"""
import itertools
import random

FIRST = "Anselm Berthe Corvin Delia Emmo Fenja Gerlach Hedda Ivo Jorun Kalle Lioba Merten Nele Oswin Petra".split()
PLACES = "Springfield Paris Georgetown Alexandria Victoria London Richmond Kingston Santiago Salem".split()
SYLLABLES = "da du fi fo ga gri ha jo ku lo mei na or pu ra sil ta ul ve wo zan".split()
TIMES = ("on 14 March 2024", "03/04/05", "since the 1980s", "at half past five", "two weeks ago", "1,250,000.75", "Q2",
         "the second half of 1993", "6-8 months", "at 25:70", "'71", "last Tuesday", "2019-02-31")


class Words:
    def __init__(self, seed):
        self.pick = random.Random(seed)

    def surname(self):
        return "".join(self.pick.choices(SYLLABLES, k=self.pick.randint(2, 4))).capitalize()

    def person(self):
        return f"{self.pick.choice(FIRST)} {self.surname()}"

    def letters(self, n):
        return "".join(self.pick.choices("ABCDEFGHKLMNOPRST", k=n))


# What is repeated: a text, several texts in turn, or a function of Words and of how often it came before.
REPEATED = {
    # words and marks
    "one_letter": "x",
    "hyphens": "well-",
    "dotted": "n.o",
    "commas": "o,",
    "apostrophes": "fish'n'chips's' ",
    "digits": lambda w, i: f"{w.pick.randrange(10 ** 9)} ",
    "initials": "K. L. ",
    "address": "m.n/o@p?q=r&",
    "lines": "x\n",
    "blank_lines": "\n \n",
    "zero_width": "\u200b",
    "joiners": "m\u200bn\u200d \u200c\ufeffo\u0300\u0300\u0300 said\u2060 ",
    "right_to_left": "\u202e\u05de\u05dc\u05da \u0628\u064a\u062a said\u202c \u201c\u05d1\u05d9\u05ea\u201d ",
    "emoji": "\U0001F469\u200D\U0001F33E\u200D\U0001F466 said ",
    "control": "the pier of the old harbour\x02 was said\x1b[33m to be shut\x7f again ",
    # quotation marks
    "quotes_in_turn": ['"x" ', "'y' ", "\u201cz\u201d ", "\u2018v\u2019 ", '"', "'", "\u00abw\u00bb "],
    "opening_quotes": "\u201cx said y. ",
    "straight_quotes": '" x ',
    "paragraphs_of_a_quotation": "\u201cThe ferry was late and nobody at the pier knew why.\n\n",
    "turns": lambda w, i: f"{w.surname().upper()}: The ferry was late.\n",
    # sentences
    "short_sentences": "She stayed. ",
    "short_paragraphs": "She stayed.\n\n",
    "one_sentence": "the harbour master said that ",
    "who_which": "whom the girl which the boat who ",
    "and_so_on": "and the mayor and the clerk and ",
    "capitals": lambda w, i: f"MINISTER {w.person().upper()} SAID THE PORT OF {w.surname().upper()} WAS SHUT. ",
    "capitals_without_end": "CAPTAIN IVO MERK SAID ",
    # names
    "one_name": "Nele Orsan said that Nele Orsan told Nele Orsan. ",
    "names": lambda w, i: f"{w.person()} said that it snowed in {w.surname()}. ",
    "one_surname": lambda w, i: f"{w.surname()} Orsan said that Ms Orsan met the other Orsan. ",
    "long_name": lambda w, i: w.surname() + (" agreed. " if i % 2000 == 1999 else " "),
    "bodies": lambda w, i: f"{w.surname()} {w.surname()} Board of {w.surname()} ({w.letters(4)}) said. ",
    "ranks": "Captain Chancellor Mayor Admiral ",
    "roles": "adviser to the head of the office for ",
    "places": lambda w, i: f"in {w.pick.choice(PLACES)}, {w.pick.choice(PLACES)}; ",
    # pronouns, claims, times
    "pronouns": "She said he told them it knew her and him. ",
    "pronouns_without_end": "she said he said they said ",
    "claims": lambda w, i: f"\u201cIt snowed,\u201d said {w.person()}. ",
    "denials": lambda w, i: f"{w.person()} denied it, he said. The spokesman of the board said the mayor had denied it. ",
    "quarrels": lambda w, i: f"{w.person()} accused {w.surname()} of theft. {w.surname()} denied the allegations. "
                             f"\u201cThat is a lie,\u201d replied {w.person()}. ",
    "times": lambda w, i: w.pick.choice(TIMES) + " ",
    "figures": lambda w, i: f"{w.pick.randrange(10 ** 4)} miners, among them a nurse and {i % 9} clerks, were killed. "
                            f"The toll rose from {i % 99} to {w.pick.randrange(99)}. ",
    "figures_without_end": lambda w, i: f"at least {w.pick.randrange(10 ** 4)} of the {i % 99} men killed, up from a ",
}


def nested(depth):
    """Quotations within quotations, as deep as that."""
    opening = "".join("\u201c\u2018"[i % 2] + "x " for i in range(depth))
    return opening + "said she. " + "".join("\u2019\u201d"[i % 2] + " y" for i in range(depth))


NESTED = {
    "nested": lambda size: nested(size // 10),
    "nested_often": lambda size: (nested(500) + "\n\n") * (size // 5000 + 1),
}
NAMES = sorted([*REPEATED, *NESTED])


def repeated(unit, size):
    words = Words(3)
    if callable(unit):
        units = (unit(words, i) for i in itertools.count())
    else:
        units = itertools.cycle([unit] if isinstance(unit, str) else unit)
    pieces, n = ["It snowed. "], 0
    while n < size:
        pieces.append(next(units))
        n += len(pieces[-1].encode())
    return "".join(pieces)


def make(name, size):
    return NESTED[name](size) if name in NESTED else repeated(REPEATED[name], size)
