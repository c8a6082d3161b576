#!/usr/bin/env python3
"""tiny.py OUT - a table of a dozen places for tests, of which some have one name."""
import sys

import placefile
from placefile import ALTERNATE, KIND, USUAL, fold

#         id       name             lat       lon   division country kind      size code  other names
PLACES = [
    (2921044, "Germany", 5108290, 1023450, 0, 0, "country", 209, "DE", [("Federal Republic of Germany", 0)]),
    (6252001, "United States", 3891464, -9251801, 0, 1, "country", 226, "US", [("US", 0), ("USA", 0)]),
    (2950157, "Berlin", 5251667, 1340000, 1, 0, "admin1", 174, "16", []),
    (4736286, "Texas", 3099865, -9753187, 2, 1, "admin1", 196, "TX", [("Tex", USUAL)]),
    (6255148, "Europe", 4869096, 914062, 0, placefile.NO_COUNTRY, "continent", 237, None, []),
    (2950159, "Berlin", 5252437, 1341053, 1, 0, "capital", 174, None, [("Berlino", ALTERNATE)]),
    (2886242, "Köln", 5093333, 695000, 0, 0, "town", 159, None, [("Cologne", 0), ("Colonia", ALTERNATE)]),
    (4717560, "Paris", 3366094, -9555551, 2, 1, "town", 117, None, []),
    (4671654, "Austin", 3026715, -9774306, 2, 1, "seat", 158, None, []),
    (5245497, "Berlin", 4396804, -8894345, 0, 1, "town", 99, None, []),
]


def main():
    places, names = [], set()
    for ident, name, lat, lon, division, country, kind, size, code, others in PLACES:
        for other, flag in [(name, 0)] + others:
            names.add((fold(other), len(places), flag))
        places.append({"id": ident, "name": name, "lat": lat, "lon": lon, "admin1": division,
                       "country": country, "kind": KIND[kind], "size": size, "code": code})
    placefile.write(sys.argv[1], places, names, 2, 2, 3)


main()
