"""tap.py - results in the Test Anything Protocol, which meson counts case by case."""
import sys


class Tap:
    def __init__(self):
        self.n = 0
        self.failed = 0

    def case(self, name, problem=None, skip=None):
        """One case: problem is what went wrong (text), skip why it was not run."""
        self.n += 1
        name = name.replace("#", "")
        if skip:
            print(f"ok {self.n} - {name} # SKIP {skip}")
        elif problem:
            self.failed += 1
            print(f"not ok {self.n} - {name}")
            for line in str(problem).splitlines():
                print("#", line)
        else:
            print(f"ok {self.n} - {name}")

    def end(self):
        print(f"1..{self.n}")
        sys.exit(1 if self.failed else 0)
