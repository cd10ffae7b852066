"""Fuzz one target, guided by coverage: `python -m tests.hostile.fuzz.one KIND FOLDER SECONDS`; one JSON line at the end."""

import json
import os
import sys
import threading
import time
import traceback
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["app.statements"], enable_loader_override=False):
    from tests.hostile.fuzz.targets import Target, targets  # and with it every reader, so that coverage guides

from tests.hostile.fuzz.mutate import mutated_container
from tests.hostile.fuzz.seeds import dictionary, seeds, words

_HANG_SECONDS = 20
_LONGEST = 6_000


class Fuzzing:
    """One target under fire; each kind of fault is kept once, by the place it came from."""

    def __init__(self, target: Target, folder: Path) -> None:
        self.executions = 0
        self.read = 0
        self.faults: dict[str, str] = {}
        self._target = target
        self._folder = folder

    def once(self, data: bytes) -> None:
        """Try one input."""
        self.executions += 1
        try:
            self.read += self._target(data) is not None
        except Exception as error:
            self._keep(error, data)

    def _keep(self, error: Exception, data: bytes) -> None:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/app/" in frame.filename]
        last = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "the rules"
        what = str(error).split(":")[-1].strip()[:40] if isinstance(error, AssertionError) else ""
        place = f"{type(error).__name__} at {last} {''.join(char for char in what if not char.isdigit())}".strip()
        if place not in self.faults:
            self.faults[place] = str(error)[:200]
            (self._folder / f"fault_{len(self.faults):03d}.bin").write_bytes(data)


def main(kind: str, folder: Path, *, seconds: int) -> None:
    """Fuzz until the time is over, then tell; the process ends there, since libFuzzer never comes back."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(own for own in seeds(kind) if len(own) <= _LONGEST):
        (corpus / f"seed_{number:03d}").write_bytes(seed)
    (folder / "words.dict").write_text(dictionary(kind), encoding="ascii")
    fuzzing = Fuzzing(targets()[kind], folder)
    threading.Thread(target=_end_after, args=(fuzzing, kind, seconds), daemon=True).start()
    arguments = [
        sys.argv[0],
        str(corpus),
        f"-dict={folder / 'words.dict'}",
        f"-max_len={_LONGEST}",
        f"-timeout={_HANG_SECONDS}",
        f"-artifact_prefix={folder}/hang_",
        "-rss_limit_mb=3000",
        "-verbosity=0",
    ]
    tokens = words(kind)

    def mutator(data: bytes, most: int, seed: int) -> bytes:
        """Half of the changes keep the grammar, so that whole rows are reached behind it."""
        random = Random(seed)
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, most))
        return _fitting(mutated_container(data, random, tokens), data, most)

    atheris.Setup(arguments, fuzzing.once, custom_mutator=mutator)
    atheris.Fuzz()


def _fitting(changed: bytes, before: bytes, most: int) -> bytes:
    """What was changed if it is short enough; a container cut short would be no container."""
    return changed if len(changed) <= most else before[:most]


def _end_after(fuzzing: Fuzzing, kind: str, seconds: int) -> None:
    time.sleep(seconds)
    told = {"kind": kind, "seconds": seconds, "executions": fuzzing.executions, "read": fuzzing.read}
    sys.stdout.write(json.dumps({**told, "faults": fuzzing.faults}) + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), seconds=int(sys.argv[3]))
