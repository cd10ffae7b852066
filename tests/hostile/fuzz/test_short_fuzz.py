"""The short form of the fuzzing: grammar-keeping changes to our own files, each reader, the same ones every time.

The long form is `python -m tests.hostile.fuzz.run`, guided by coverage.
"""

from random import Random

import pytest

from app.statements.reader import Reader
from tests.hostile.fuzz.judge import judge
from tests.hostile.fuzz.mutate import mutated
from tests.hostile.fuzz.seeds import seeds, words
from tests.hostile.fuzz.targets import readers

_TEXTS = [reader for kind, reader in readers().items() if kind in {"ofx", "camt", "mt940", "qif", "csv", "pdf"}]


@pytest.mark.parametrize("reader", _TEXTS, ids=lambda reader: reader.format.value)
def test_no_change_to_a_file_breaks_its_reader(reader: Reader) -> None:
    assert fuzz(reader, 400) > 40


@pytest.mark.long
@pytest.mark.parametrize("reader", _TEXTS, ids=lambda reader: reader.format.value)
def test_no_change_to_a_file_breaks_its_reader_in_many_rounds(reader: Reader) -> None:
    assert fuzz(reader, 40_000) > 4_000


def fuzz(reader: Reader, rounds: int) -> int:
    """How many of the changed files were still read; raises where a rule is broken."""
    kind = reader.format.value
    random, own, tokens = Random(20261122), list(seeds(kind)), words(kind)
    read = 0
    for _ in range(rounds):
        read += judge(reader, mutated(random.choice(own), random, tokens), f"file.{kind}") is not None
    return read
