"""The one entry of a folder: `python -m train.FOLDER COMMAND ...`; without a command it lists them.

A command is a module with a function main(argv); its first line of documentation says what it does.
"""
import ast
import importlib
import pathlib
import sys


def commands(folder):
    """{name: first line} of the modules that are commands, without importing them."""
    out = {}
    for path in sorted(folder.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(x, ast.FunctionDef) and x.name == "main" for x in tree.body):
            out[path.stem] = (ast.get_docstring(tree) or "").split("\n\n")[0].replace("\n", " ")
    return out


def run(main_file):
    """main_file: __file__ of the folder's __main__.py."""
    folder = pathlib.Path(main_file).resolve().parent
    known = commands(folder)
    if len(sys.argv) < 2 or sys.argv[1] not in known:
        print("usage: python -m train.%s COMMAND ..." % folder.name)
        for name, line in known.items():
            print("  %-13s %s" % (name, line))
        sys.exit(2)
    importlib.import_module("train.%s.%s" % (folder.name, sys.argv[1])).main(sys.argv[2:])
