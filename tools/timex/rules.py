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


class Pattern:
    """Expands a pattern into sequences of (symbol, field, outside, number of its own or None), each
    with the settings of the whole."""

    def __init__(self, words, lets, where):
        self.words, self.lets, self.where = words, lets, where

    def expand(self, text):
        tokens = re.findall(r"\\[()]|\{[^}]*\}|[\[\]()<>|]|[^\s\[\]()<>|{}]+", text)
        out, at = self.alternatives(tokens, 0, "")
        if at != len(tokens):
            raise Wrong("%s: %s does not open" % (self.where, tokens[at]))
        return out

    def alternatives(self, tokens, at, close):
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

    def settle(self, sequence, sets, pairs):
        """A setting goes to the word before it if that gives no number, else to the whole rule."""
        for field, number in pairs:
            if sequence and sequence[-1][1] == "none":
                symbol, _, outside, _ = sequence[-1]
                sequence = sequence[:-1] + ((symbol, field, outside, number),)
            else:
                sets += ((field, number),)
        return sequence, sets

    def sequence(self, tokens, at):
        out = [((), ())]
        while at < len(tokens) and tokens[at] not in ("|", "]", ")", ">"):
            t = tokens[at]
            at += 1
            if t == "[":
                some, at = self.alternatives(tokens, at, "]")
                some = some + [((), ())]
            elif t == "(":
                some, at = self.alternatives(tokens, at, ")")
            elif t == "<":
                some, at = self.alternatives(tokens, at, ">")
                some = [(tuple((s, f, 1, n) for s, f, _, n in seq), sets) for seq, sets in some]
            elif t.startswith("{"):
                pairs = tuple((k, int(v)) for k, v in (p.split("=") for p in t[1:-1].split()))
                out = [self.settle(seq, sets, pairs) for seq, sets in out]
                continue
            elif t.startswith("$"):
                if t[1:] not in self.lets:
                    raise Wrong("%s: no pattern %s" % (self.where, t))
                some = self.lets[t[1:]]
            else:
                symbol, field = self.words.atom(t.lstrip("\\"), self.where)
                some = [(((symbol, field, 0, None),), ())]
            out = [(a + b, x + y) for a, x in out for b, y in some]
        return out, at


def read_rules(folder, words):
    """[(where, type, way, [(sequence, settings)], example or None)]"""
    rules = []
    for name in FILES:
        lets, kind, way = {}, None, None
        for where, line in lines(folder, name):
            head = re.fullmatch(r"== (DATE|TIME|DURATION|SET) (\w+)", line)
            let = re.fullmatch(r"let (\w+) = (.*)", line)
            if head:
                kind, way = head.groups()
            elif let:
                lets[let.group(1)] = Pattern(words, lets, where).expand(let.group(2))
            else:
                pattern, _, example = line.partition(" | ") if "   |" in line else (line, "", "")
                if "   |" in line:
                    pattern, _, example = [x.strip() for x in line.rpartition("   |")]
                rules.append((where, kind, way, Pattern(words, lets, where).expand(pattern),
                              example.strip() or None))
    return rules


def edge_key(edge):
    symbol, field, outside, number = edge
    return symbol, outside, field, number is not None, number or 0


class Trie:
    def __init__(self):
        self.nodes = [({}, [None])]  # edges, rule

    def add(self, sequence, rule):
        at = 0
        for edge in sequence:
            edges = self.nodes[at][0]
            if edge not in edges:
                edges[edge] = len(self.nodes)
                self.nodes.append(({}, [None]))
            at = edges[edge]
        if self.nodes[at][1][0] is None:
            self.nodes[at][1][0] = rule

    def shared(self):
        """Nodes as [(edges, rule)], what goes on alike kept once; the first is the root."""
        number, out, place = {}, [], [0] * len(self.nodes)
        for i in range(len(self.nodes) - 1, -1, -1):  # children come after their parents
            edges, rule = self.nodes[i]
            key = (tuple(sorted((edge_key(e), place[to]) for e, to in edges.items())), rule[0])
            if key not in number:
                number[key] = len(out)
                out.append(({e: place[to] for e, to in edges.items()}, rule[0]))
            place[i] = number[key]
        last = len(out) - 1  # the root was the last to come
        return [({e: last - to for e, to in edges.items()}, rule) for edges, rule in reversed(out)]


def build(folder, header):
    words = Words(folder, header)
    fields = [f for f, _ in listed(header, "LGM_TIMEX_FIELDS")]
    ways = [w for w, _ in listed(header, "LGM_TIMEX_WAYS")]
    rules, trie = {}, Trie()
    for where, kind, way, sequences, _ in read_rules(folder, words):
        if way not in ways:
            raise Wrong("%s: no way %s" % (where, way))
        for sequence, sets in sequences:
            inside = [o for _, _, o, _ in sequence]
            if 0 not in inside:
                raise Wrong("%s: an expression without words" % where)
            if len(sequence) > ITEMS:
                raise Wrong("%s: more than %d items" % (where, ITEMS))
            unknown = [f for _, f, _, _ in sequence if f != "none" and f not in fields]
            unknown += [f for f, _ in sets if f not in fields]
            if unknown or len(sets) > SETS:
                raise Wrong("%s: %s" % (where, unknown or "too many settings"))
            rule = rules.setdefault((kind, way, sets), len(rules))
            trie.add(sequence, rule)
    return words, rules, trie


def write(out, words, rules, trie):
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
    nodes = trie.shared()
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
        words, rules, trie = build(folder, header)
        with open(out, "w", encoding="utf-8") as f:
            write(f, words, rules, trie)
    except Wrong as e:
        sys.exit(str(e))


main()
