"""Tests of the package as it is installed, or on PYTHONPATH. LEGOMENA_BINARY is the command that records are compared with."""
import os
import pathlib

import pytest

import legomena

ROOT = pathlib.Path(__file__).resolve().parents[3]

# Characters beyond 16 bits, combining marks, a byte-order mark inside, an emoji of several code points, right to left.
ASTRAL = (
    "\U0001F4F0 O\u0301stborg, 14 March 2024 \U0001F1E6\U0001F1F6\n\n"
    "Ada Lind \U0001D49C\u0301, the mayor of O\u0301stborg, said on Monday that the bridge was \u201csafe \U0001F468\u200D\U0001F469\u200D\U0001F467 "
    "and sound\u201d.\n\n\u202bBob Re\u0301nmark\u202c, who leads the union, denied it \u2014 \U0001F525 \u201cIt is not safe,\u201d he told reporters. "
    "At least 11 people were injured in the collapse.\n"
)


@pytest.fixture(scope="session")
def fast():
    return legomena.Engine("en-fast", threads=2)


@pytest.fixture(scope="session")
def texts():
    sample = (ROOT / "data/samples/report.txt").read_text()
    return [ASTRAL, sample, "", "The weather was fine.", sample.replace("Renmark", "Re\u0301nmark"), ASTRAL + sample]


@pytest.fixture(scope="session")
def binary():
    path = os.environ.get("LEGOMENA_BINARY")
    if not path:
        pytest.skip("LEGOMENA_BINARY names no command to compare with")
    return path
