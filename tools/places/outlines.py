#!/usr/bin/env python3
"""outlines.py countries-110m.json OUT.json - outlines of land and borders of countries, for the map of the page.

The input is that of the npm package world-atlas 2.0.2 (ISC): Natural Earth 4.1.0, 1:110m, public domain, as TopoJSON.
Points are rounded to a tenth of a degree, those in one line are left out, and so is what lies south of 60 degrees.

OUT: {"scale": 0.1, "lines": [[x, y, dx, dy, ...]], "land": [[line, ...]]}. A line is in tenths of degrees, the first point
and then steps; a border that two countries share stands once. A ring of land is lines in order, ~n that of n backwards.
"""
import json
import sys

SCALE, SOUTH = 0.1, -60


def points_of(arc, transform):
    """Degrees of an arc, which TopoJSON has as steps of a grid."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield tuple(round((c * s + t) / SCALE) for c, s, t in zip((x, y), transform["scale"], transform["translate"]))


def plain(points):
    """Without points twice, and without those within a straight line."""
    out = []
    for p in points:
        if out and p == out[-1]:
            continue
        if len(out) > 1:
            (ax, ay), (bx, by) = out[-2:]
            if (bx - ax) * (p[1] - by) == (by - ay) * (p[0] - bx) and (bx - ax) * (p[0] - bx) + (by - ay) * (p[1] - by) > 0:
                out.pop()
        out.append(p)
    return out


def steps(points):
    flat = list(points[0])
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        flat += [bx - ax, by - ay]
    return flat


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        world = json.load(f)
    arcs = [plain(points_of(arc, world["transform"])) for arc in world["arcs"]]
    rings = [ring for shape in world["objects"]["land"]["geometries"] for polygon in shape["arcs"] for ring in polygon]
    north = [ring for ring in rings if max(y for a in ring for _, y in arcs[a if a >= 0 else ~a]) * SCALE > SOUTH]
    far = {a if a >= 0 else ~a for ring in rings if ring not in north for a in ring}
    kept = [i for i, arc in enumerate(arcs) if i not in far]
    number = {old: new for new, old in enumerate(kept)}
    land = [[number[a] if a >= 0 else ~number[~a] for a in ring] for ring in north]
    with open(sys.argv[2], "w", encoding="utf-8") as f:
        json.dump({"scale": SCALE, "lines": [steps(arcs[i]) for i in kept], "land": land}, f, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
