"""How much a run learns: until the first of --steps, --words and --minutes is reached.

Steps and words are the same on every machine; minutes are what the runs of RUNS.md were given.
"""


def add_limits(ap):
    ap.add_argument("--steps", type=int, default=10**9)
    ap.add_argument("--words", type=float, default=1e18, help="tokens that are learned from, again and again")
    ap.add_argument("--minutes", type=float, default=1e9)


def share(o, step, words, seconds):
    """0..1: how much of the run is over once this step is."""
    return min(1.0, max((step + 1) / o.steps, words / o.words, seconds / 60 / o.minutes))
