#!/usr/bin/env python3
"""Turn the words and rules of data/timex into C tables: a hash of words, a trie of patterns.

usage: rules.py OUT.c DIR RULE_H
       rules.py --examples DIR RULE_H     the examples of the rules, a line each: file, way, sentence

Called by the build. data/timex/README.md says how rules are written, src/timex/rule.h what they become.
"""
import os
import re
import sys

FILES = ["dates", "references", "durations", "times", "sets"]
WORD, ITEMS, SETS = 15, 16, 6  # as in rule.h


class Wrong(Exception):
    pass


def fnv(word):
    h = 0x811C9DC5
    for b in word.encode():
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    return h


def listed(header, name):
    """The items of an X-macro of rule.h: [(name, second argument or None)]."""
    body = re.search(r"#define %s\(X\)(.*?)(?<!\\)\n" % name, header, re.S).group(1)
    return re.findall(r"\bX\((\w+)(?:, (\w+))?\)", body)


def lines(folder, name):
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            if line and not line.startswith("#"):
                yield "%s.txt:%d" % (name, number), line


class Words:
    """Classes, literal words and the symbols that stand for them."""

    def __init__(self, folder, header):
        self.classes = {}  # name -> (symbol, field)
        self.senses = {}   # word -> {symbol: number}
        for name, field in listed(header, "LGM_TIMEX_SHAPES"):
            self.classes[name] = (len(self.classes) + 1, field)
        self.next = len(self.classes) + 1
        self.literals = {}
        self.capitals = []
        current = None
        for where, line in lines(folder, "words"):
            m = re.fullmatch(r"\[(\w+)(?: (\w+))?(, capital)?\]", line)
            if m:
                if m.group(1) not in self.classes:  # DECADE has words too
                    self.classes[m.group(1)] = (self.symbol(), m.group(2) or "none")
                current = self.classes[m.group(1)][0]
                self.capitals += [current] if m.group(3) else []
                continue
            words, _, number = line.partition(" = ")
            for word in words.split():
                self.add(word, current, int(number or 0))

    def symbol(self):
        self.next += 1
        return self.next - 1

    def add(self, word, symbol, number):
        if len(word.encode()) > WORD or word != word.lower() or "." in word[1:]:
            raise Wrong("no word for a list: " + word)
        self.senses.setdefault(word, {})[symbol] = number

    def atom(self, text, where):
        """(symbol, field) of an atom of a pattern."""
        m = re.fullmatch(r"([A-Z][A-Z0-9]*)(?::(\w+))?", text)
        if m:
            if m.group(1) not in self.classes:
                raise Wrong("%s: no class %s" % (where, m.group(1)))
            symbol, field = self.classes[m.group(1)]
            return symbol, m.group(2) or field
        if text not in self.literals:
            self.literals[text] = self.symbol()
            self.add(text, self.literals[text], 0)
        return self.literals[text], "none"


class Atom:
    """A word of a pattern: an edge of the graph."""

    def __init__(self, symbol, field, number=None):
        self.symbol, self.field, self.number = symbol, field, number


class Setting:
    """A number of the whole rule."""

    def __init__(self, field, number):
        self.field, self.number = field, number


class Group:
    """One of several sequences; optional: or none of them; outside: context, no part of the time."""

    def __init__(self, choices, optional=False, outside=False):
        self.choices, self.optional, self.outside = choices, optional, outside


class Pattern:
    """Parses a pattern into a list of sequences, each a list of the three above."""

    def __init__(self, words, lets, where):
        self.words, self.lets, self.where = words, lets, where

    def parse(self, text):
        tokens = re.findall(r"\\[()]|\{[^}]*\}|[\[\]()<>|]|[^\s\[\]()<>|{}]+", text)
        out, at = self.choices(tokens, 0, "")
        if at != len(tokens):
            raise Wrong("%s: %s does not open" % (self.where, tokens[at]))
        return out

    def choices(self, tokens, at, close):
        out = []
        while True:
            some, at = self.sequence(tokens, at)
            out += some
            if at < len(tokens) and tokens[at] == "|":
                at += 1
                continue
            if close:
                if at >= len(tokens) or tokens[at] != close:
                    raise Wrong("%s: %s is missing" % (self.where, close))
                at += 1
            return out, at

    def settle(self, sequence, field, number, whole=True):
        """A setting goes to the word before it if that gives no number, else to the whole rule. Where
        the word before it is one of several, or may be missing, there is a sequence for each."""
        last = len(sequence) - 1
        while last >= 0 and isinstance(sequence[last], Setting):
            last -= 1
        if last < 0:
            if not whole:
                raise Wrong("%s: a setting behind what may be empty" % self.where)
            return [sequence + [Setting(field, number)]]
        before, behind, it = sequence[:last], sequence[last + 1:], sequence[last]
        if isinstance(it, Atom):
            if it.field != "none":
                return [sequence + [Setting(field, number)]]
            return [before + [Atom(it.symbol, field, number)] + behind]
        choices = [s for c in it.choices for s in self.settle(c, field, number, False)]
        out = [before + [Group(choices, outside=it.outside)] + behind]
        return out + ([s + behind for s in self.settle(before, field, number, whole)] if it.optional else [])

    def sequence(self, tokens, at):
        """The sequences up to the next | or closing bracket: several only for the sake of a setting."""
        out = [[]]
        while at < len(tokens) and tokens[at] not in ("|", "]", ")", ">"):
            t = tokens[at]
            at += 1
            if t in ("[", "(", "<"):
                close = {"[": "]", "(": ")", "<": ">"}[t]
                some, at = self.choices(tokens, at, close)
                item = Group(some, t == "[", t == "<")
            elif t.startswith("{"):
                for field, number in (p.split("=") for p in t[1:-1].split()):
                    out = [s for o in out for s in self.settle(o, field, int(number))]
                continue
            elif t.startswith("$"):
                if t[1:] not in self.lets:
                    raise Wrong("%s: no pattern %s" % (self.where, t))
                item = Group(self.lets[t[1:]])
            else:
                item = Atom(*self.words.atom(t.lstrip("\\"), self.where))
            out = [o + [item] for o in out]
        return out, at


def read_rules(folder, words):
    """[(where, type, way, sequences, example or None)]"""
    rules = []
    for name in FILES:
        lets, kind, way = {}, None, None
        for where, line in lines(folder, name):
            head = re.fullmatch(r"== (DATE|TIME|DURATION|SET) (\w+)", line)
            let = re.fullmatch(r"let (\w+) = (.*)", line)
            if head:
                kind, way = head.groups()
            elif let:
                lets[let.group(1)] = Pattern(words, lets, where).parse(let.group(2))
            else:
                pattern, _, example = line.partition(" | ") if "   |" in line else (line, "", "")
                if "   |" in line:
                    pattern, _, example = [x.strip() for x in line.rpartition("   |")]
                rules.append((where, kind, way, Pattern(words, lets, where).parse(pattern),
                              example.strip() or None))
    return rules


def edge_key(edge):
    symbol, field, outside, number = edge
    return symbol, outside, field, number is not None, number or 0


class Graph:
    """All rules as one graph: a node is its edges and the rule that ends there, and nodes that are alike
    are one. The sequences of a pattern are many more than the nodes, so they are never written out: a
    node is made for each place in a pattern, what follows first, and patterns are united node by node."""

    def __init__(self):
        self.nodes, self.number = [], {}  # [(edges, (order, rule) or None)]
        self.united = {}
        self.what, self.places, self.known = [], {}, {}  # of the pattern in hand

    def node(self, edges, rule):
        key = (frozenset(edges.items()), rule)
        if key not in self.number:
            self.number[key] = len(self.nodes)
            self.nodes.append((edges, rule))
        return self.number[key]

    def union(self, a, b):
        """Of two rules for the same words the earlier one stays; within a pattern, that of a."""
        if a == b:
            return a
        if (a, b) not in self.united:
            edges = dict(self.nodes[a][0])
            for e, to in self.nodes[b][0].items():
                edges[e] = self.union(edges[e], to) if e in edges else to
            one, other = self.nodes[a][1], self.nodes[b][1]
            first = one if one and (not other or one[0] <= other[0]) else other
            self.united[a, b] = self.node(edges, first)
        return self.united[a, b]

    def from_place(self, place, sets, end):
        """The node of what may follow from here, with the settings so far."""
        if (place, sets) in self.known:
            return self.known[place, sets]
        sequence, i, outside, after = self.what[place]
        if i == len(sequence):
            out = end(sets) if after is None else self.from_place(after, sets, end)
        else:
            item, rest = sequence[i], self.at(sequence, i + 1, outside, after)
            if isinstance(item, Atom):
                edge = (item.symbol, item.field, outside, item.number)
                out = self.node({edge: self.from_place(rest, sets, end)}, None)
            elif isinstance(item, Setting):
                out = self.from_place(rest, sets + ((item.field, item.number),), end)
            else:
                inner = 1 if item.outside else outside
                ways = [self.from_place(self.at(c, 0, inner, rest), sets, end) for c in item.choices]
                ways += [self.from_place(rest, sets, end)] if item.optional else []
                out = ways[0]
                for other in ways[1:]:
                    out = self.union(out, other)
        self.known[place, sets] = out
        return out

    def at(self, sequence, i, outside, after):
        key = (id(sequence), i, outside, after)
        if key not in self.places:
            self.places[key] = len(self.what)
            self.what.append((sequence, i, outside, after))
        return self.places[key]

    def pattern(self, sequences, end):
        """The node of one pattern; end(settings) gives the rule."""
        self.places, self.what, self.known = {}, [], {}
        leaf = lambda sets: self.node({}, end(sets))
        out = self.from_place(self.at(sequences[0], 0, 0, None), (), leaf)
        for s in sequences[1:]:
            out = self.union(out, self.from_place(self.at(s, 0, 0, None), (), leaf))
        return out

    def shared(self, root):
        """Nodes as [(edges, rule)] that are reached from the root, which is the first; those that are
        alike, whatever pattern their rule came from, are one."""
        number, out, place = {}, [], {}

        def visit(i):
            if i in place:
                return
            edges, rule = self.nodes[i]
            for e in sorted(edges, key=edge_key):
                visit(edges[e])
            rule = rule and rule[1]
            key = (tuple(sorted((edge_key(e), place[to]) for e, to in edges.items())), rule)
            if key not in number:
                number[key] = len(out)
                out.append(({e: place[to] for e, to in edges.items()}, rule))
            place[i] = number[key]

        visit(root)
        last = len(out) - 1  # the root was the last to come
        return [({e: last - to for e, to in edges.items()}, rule) for edges, rule in reversed(out)]


def longest(sequence, fewest=False):
    """The most words that a sequence has, or with `fewest` the fewest that are no context."""
    n = 0
    for item in sequence:
        if isinstance(item, Atom):
            n += 1
        elif isinstance(item, Group) and not (fewest and (item.optional or item.outside)):
            n += (min if fewest else max)(longest(c, fewest) for c in item.choices)
    return n


def settings(sequence):
    for item in sequence:
        if isinstance(item, Group):
            for choice in item.choices:
                yield from settings(choice)
        else:
            yield item.field


def build(folder, header):
    words = Words(folder, header)
    fields = [f for f, _ in listed(header, "LGM_TIMEX_FIELDS")] + ["none"]
    ways = [w for w, _ in listed(header, "LGM_TIMEX_WAYS")]
    rules, graph = {}, Graph()
    root = graph.node({}, None)
    for order, (where, kind, way, sequences, _) in enumerate(read_rules(folder, words)):
        if way not in ways:
            raise Wrong("%s: no way %s" % (where, way))
        for sequence in sequences:
            if longest(sequence, fewest=True) == 0:
                raise Wrong("%s: an expression without words" % where)
            if longest(sequence) > ITEMS:
                raise Wrong("%s: more than %d items" % (where, ITEMS))
            unknown = [f for f in settings(sequence) if f not in fields]
            if unknown:
                raise Wrong("%s: %s" % (where, unknown))

        def end(sets):
            if len(sets) > SETS:
                raise Wrong("%s: too many settings" % where)
            return order, rules.setdefault((kind, way, sets), len(rules))
        root = graph.union(root, graph.pattern(sequences, end))
    return words, rules, graph.shared(root)


def write(out, words, rules, nodes):
    p = out.write
    p("/* Built by tools/timex/rules.py from data/timex: do not edit. */\n")
    p('#include "timex/rule.h"\n\n#include "legomena/kinds.h"\n\n')
    size = 64
    while size < 2 * len(words.senses):
        size *= 2
    table, senses = [None] * size, []
    for word in sorted(words.senses):
        i = fnv(word) % size
        while table[i] is not None:
            i = (i + 1) % size
        table[i] = (word, len(senses), len(words.senses[word]))
        senses += sorted(words.senses[word].items())
    p("const lgm_timex_sense lgm_timex_senses[%d] = {\n" % len(senses))
    for s in senses:
        p("    {%d, %d},\n" % s)
    p("};\n\nconst uint32_t lgm_timex_words_size = %d;\n" % size)
    p("const lgm_timex_entry lgm_timex_words[%d] = {\n" % size)
    for i, e in enumerate(table):
        if e:
            p('    [%d] = {"%s", %d, %d, %d},\n' % (i, e[0], len(e[0].encode()), e[2], e[1]))
    p("};\n\nconst uint32_t lgm_timex_n_names = %d;\n" % len(words.capitals))
    p("const uint16_t lgm_timex_names[%d] = {%s" % (len(words.capitals),
                                                   ", ".join(map(str, words.capitals))))
    edges = []
    p("};\n\nconst lgm_timex_node lgm_timex_nodes[%d] = {\n" % len(nodes))
    for out_edges, rule in nodes:
        p("    {%d, %d, %s},\n" % (len(edges), len(out_edges),
                                   "LGM_NO_RULE" if rule is None else rule))
        edges += [e + (out_edges[e],) for e in sorted(out_edges, key=edge_key)]
    p("};\n\nconst lgm_timex_edge lgm_timex_edges[%d] = {\n" % len(edges))
    for symbol, field, outside, number, to in edges:
        p("    {%d, %d, %s, LGM_TF_%s, %d},\n"
          % (symbol, to, "LGM_OF_WORD" if number is None else number, field, outside))
    p("};\n\nconst lgm_timex_rule lgm_timex_rules[%d] = {\n" % len(rules))
    for kind, way, sets in rules:
        said = ", ".join("{LGM_TF_%s, %d}" % s for s in sets)
        p("    {LGM_TIME_%s, LGM_WAY_%s, %d, {%s}},\n" % (kind, way, len(sets), said or "{0, 0}"))
    p("};\n")
    if max(len(edges), len(nodes), len(rules), len(senses)) >= 0xFFFF:
        raise Wrong("a table is too large")


def main():
    if sys.argv[1] == "--examples":
        folder, header = sys.argv[2], open(sys.argv[3], encoding="utf-8").read()
        for where, kind, way, _, example in read_rules(folder, Words(folder, header)):
            if example:
                print("%s\t%s %s\t%s" % (where.split(".")[0], kind, way, example))
        return
    out, folder, header = sys.argv[1], sys.argv[2], open(sys.argv[3], encoding="utf-8").read()
    try:
        words, rules, nodes = build(folder, header)
        with open(out, "w", encoding="utf-8") as f:
            write(f, words, rules, nodes)
    except Wrong as e:
        sys.exit(str(e))


main()
