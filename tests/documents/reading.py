"""What `legomena read --only read` makes of a file."""
import json
import pathlib
import subprocess
import tempfile


class Reading:
    def __init__(self, result):
        self.code, self.stdout, self.stderr = result.returncode, result.stdout, result.stderr
        self.records = [json.loads(line) for line in self.stdout.splitlines()]

    @property
    def record(self):
        return self.records[0] if self.records else {}

    @property
    def text(self):
        return self.record.get("text")


def read(legomena, name, content, *options, before=None):
    """The records of a file of that name with these bytes; before: called in the process before it starts."""
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / name).write_bytes(content)
        return Reading(subprocess.run(
            [str(pathlib.Path(legomena).resolve()), "read", "--only", "read", "-f", "jsonl", *options, name], cwd=folder,
            capture_output=True, text=True, timeout=120, preexec_fn=before))
