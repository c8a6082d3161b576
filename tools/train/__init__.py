"""Makes the models that ship. Never needed to build, run or test the engine. README.md, recipes/."""
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
