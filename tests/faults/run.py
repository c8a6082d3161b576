#!/usr/bin/env python3
"""run.py LEGOMENA LIBRARY ROOT [--all] [--every N] [--seed N] [--without KIND...] [--case WORDS] [--fault FAULT]

The command under faults: memory that runs out, system calls that fail. Each case is run undisturbed once,
which counts its calls; then once for each call, which fails (verdict.py says what is right then). LIBRARY
is inject/, ROOT the project. Of a kind of calls that a case makes in thousands all of the first 200 fail,
and then each N-th, from the seed on: seeds 0 to N - 1 together cover all. --all leaves none out, --every N
leaves out all but each N-th of everything, for builds that are slow, --without some kinds, for builds that make such
calls of their own. --case takes the cases whose names
have these words, --fault one fault (inject/plan.h), and shows what came of it.
"""
import argparse
import collections
import concurrent.futures
import pathlib
import os
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
import cases
import process
import verdict
from tap import Tap

FIRST, STRIDE = 200, 37
SHOWN = 40
ONCE, ON = "", "+"  # a call fails, or it and all after it
WAYS = {
    "alloc": [(ONCE, ""), (ON, "")],
    "thread": [(ONCE, ":EAGAIN"), (ON, ":EAGAIN")],
    "read": [(ONCE, ":EIO"), (ON, ":EIO"), (ONCE, ":EINTR"), (ONCE, ":short"), (ON, ":short")],
    "write": [(ONCE, ":EIO"), (ONCE, ":ENOSPC"), (ON, ":ENOSPC"), (ONCE, ":EAGAIN"), (ONCE, ":EINTR"),
              (ONCE, ":short"), (ON, ":short")],
    "open": [(ONCE, ":EMFILE"), (ON, ":EMFILE"), (ONCE, ":ENOMEM")],
    "map": [(ONCE, ":ENOMEM"), (ON, ":ENOMEM")],
    "close": [(ONCE, ":EIO"), (ON, ":EIO")],
    "sync": [(ONCE, ":EIO"), (ON, ":ENOSPC")],
    "stat": [(ONCE, ":EIO"), (ON, ":EACCES"), (ONCE, ":ENOMEM")],
    "list": [(ONCE, ":EIO"), (ON, ":EIO")],
    "name": [(ONCE, ":EIO"), (ON, ":ENOSPC"), (ONCE, ":EACCES")],
    "wait": [(ONCE, ":EINTR"), (ON, ":ENOMEM")],
    "control": [(ONCE, ":EIO"), (ON, ":EIO")],
}


def faults_of(calls, options, case):
    """All that may befall a run which makes these calls."""
    made = []
    for kind, ways in WAYS.items():
        if kind in options.without or kind in case.without:
            continue
        for n in range(1, calls[kind] + 1):
            if options.all or n <= FIRST or n % STRIDE == options.seed % STRIDE:
                made += [f"{kind}:{n}{on}{how}" for on, how in ways]
    step = 1 if options.all else case.every * options.every
    return made[options.seed % step::step]


def start_worker(folder, inputs):
    process.place(tempfile.mkdtemp(dir=folder), inputs)


def run(job):
    options, env, case, fault = job
    return process.run([options.legomena, *case.args], env, fault, case.out, case.stdin)


def judge(job):
    *job, wanted = job
    ran = run(job)
    return verdict.of(job[2], job[3], ran, wanted), job[3]


def problem_of(options, case, found):
    lines = [f"{fault}: {problem}" for problem, fault in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"... {len(found)} faults in all")
    return "\n".join(lines) + f'\nto see one: {sys.argv[0]} {options.legomena} {options.library} ' \
        f'{options.root} --case "{case.name}" --fault {found[0][1]}'


def try_case(pool, options, env, case, tally):
    wanted = pool.submit(run, (options, env, case, "")).result()
    if wanted.status != case.status:
        return f"undisturbed, exit status {wanted.status}: {wanted.stderr}", 0
    faults = [options.fault] if options.fault else faults_of(wanted.calls, options, case)
    jobs = [(options, env, case, fault, wanted) for fault in faults]
    found = [f for f in pool.map(judge, jobs, chunksize=8) if f[0]]
    tally.update(fault.partition(":")[0] for fault in faults)
    if options.fault:
        print(pool.submit(run, jobs[0][:4]).result())
    return problem_of(options, case, found) if found else None, len(faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("legomena")
    parser.add_argument("library")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--without", nargs="*", default=(), choices=WAYS)
    parser.add_argument("--case", default="")
    parser.add_argument("--fault", default="")
    options = parser.parse_args()
    options.legomena, options.library = os.path.abspath(options.legomena), os.path.abspath(options.library)
    tap, tally = Tap(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        inputs, models = pathlib.Path(folder) / "inputs", pathlib.Path(folder) / "models"
        inputs.mkdir(), models.mkdir()
        cases.make_inputs(inputs, options.root.resolve())
        models = cases.make_models(models, options.root.resolve())
        with concurrent.futures.ProcessPoolExecutor(len(os.sched_getaffinity(0)), initializer=start_worker,
                                                    initargs=(folder, inputs)) as pool:
            for case in cases.CASES:
                if options.case not in case.name:
                    continue
                if case.model not in models:
                    tap.case(case.name, skip=f"no {case.model}.lgm")
                    continue
                env = process.environment(options.library, models[case.model])
                problem, n = try_case(pool, options, env, case, tally)
                tap.case(f"{case.name}: {n} faults", problem)
    print("#", sum(tally.values()), "faults:", ", ".join(f"{k} {n}" for k, n in tally.most_common()))
    tap.end()


if __name__ == "__main__":
    main()
