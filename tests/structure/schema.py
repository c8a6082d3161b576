#!/usr/bin/env python3
"""schema.py RECORD_FIELDS SCHEMA - the published schema and the engine's tables say the same.

RECORD_FIELDS prints the tables of src/record/fields.c. Every key of a table is a property of the schema
and the other way about, required in both or in none; enumerations have the same values.
"""
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

def tables(program):
    """{shape: {key: (required, filled, enum values, nested shape)}}"""
    shapes = {}
    out = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        what, key, _, flags, rest = line.split("\t")
        words = rest.split(" ")
        shapes.setdefault(what, {})[key] = (flags.startswith("required"), "filled" in flags,
                                            words[:-1], words[-1])
    return shapes

def resolve(schema, node):
    while "$ref" in node:
        target = schema
        for part in node["$ref"].lstrip("#/").split("/"):
            target = target[part]
        node = target
    return node

def nested(schema, node):
    """The object that a property holds: itself, the items of its list, or what may also be null."""
    node = resolve(schema, node)
    for choice in node.get("anyOf", []):
        found = nested(schema, choice)
        if found:
            return found
    if "items" in node and isinstance(node["items"], dict):
        return nested(schema, node["items"])
    return node if "properties" in node else None

def compare(schema, node, shapes, what, seen):
    """Differences between one object of the schema and its table, and those within it."""
    if what in seen:
        return
    seen.add(what)
    table, properties, required = shapes[what], node["properties"], set(node.get("required", []))
    for key in sorted(set(table) ^ set(properties)):
        yield f"{what}.{key}: only in the {'table' if key in table else 'schema'}"
    for key in sorted(set(table) & set(properties)):
        must, filled, values, inner = table[key]
        if must != (key in required):
            yield f"{what}.{key}: required in the {'table' if must else 'schema'} only"
        prop = resolve(schema, properties[key])
        if filled != (prop.get("minItems") == 1):
            yield f"{what}.{key}: minItems"
        wanted = {None if v == "null" else v for v in values}
        if wanted and wanted - {None} != set(prop.get("enum", [])) - {None}:
            yield f"{what}.{key}: {sorted(wanted ^ set(prop.get('enum', [])), key=str)}"
        if inner:
            found = nested(schema, properties[key])
            if found:
                yield from compare(schema, found, shapes, inner.strip(), seen)
            else:
                yield f"{what}.{key}: no object in the schema"

def main():
    program, path = sys.argv[1:3]
    schema = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))

    shapes = tables(program)
    tap = Tap()
    seen = set()
    problems = list(compare(schema, schema, shapes, "record", seen))
    tap.case("schema and tables say the same", "\n".join(problems))
    tap.case("every table was compared", "\n".join(sorted(set(shapes) - seen)))
    text = json.dumps(schema)
    tap.case("keys that are not known are allowed",
             "additionalProperties" if "additionalProperties" in text else None)
    tap.end()

main()
