"""A9: a crafted GGUF ends the worker at most; the program gets a plain error and the next question works."""

import hashlib
import struct
from pathlib import Path
from random import Random

import pytest

from app.assistant.models import chosen_model, shipped_model
from app.domain.errors import CofferError
from app.workers.model_client import ModelClient
from tests.helpers.assistant_samples import models_folder

SHORT, LONG = 20, 200
GRAMMAR = 'root ::= " net\\n"'
HEAD = 6_000
"""Where the shipped adapter's counts, names and shapes stand."""


def _crafted(random: Random) -> bytes:
    """A GGUF with a true magic and a false inside: counts, lengths, types, offsets or tensors that are not there."""
    real = bytearray((models_folder() / "coffer-plans.gguf").read_bytes()[: random.choice((HEAD, 40_000, 200_000))])
    kind = random.randrange(5)
    if kind == 0:
        return b"GGUF" + struct.pack("<IQQ", 3, random.choice((1, 2**31, 2**63)), random.choice((1, 2**32, 2**63)))
    if kind == 1:
        return b"GGUF" + struct.pack("<I", random.choice((0, 1, 2, 4, 2**31))) + random.randbytes(4_000)
    if kind == 2:
        key = b"general.architecture"
        wrong = struct.pack("<QQ", 0, 1) + struct.pack("<Q", len(key)) + key + struct.pack("<IQ", 8, 2**60) + b"llama"
        return b"GGUF" + struct.pack("<I", 3) + wrong
    for _ in range(random.randint(1, 30)):
        place = random.randrange(4, min(HEAD, len(real) - 8))
        real[place : place + 8] = random.choice((b"\xff" * 8, bytes(8), random.randbytes(8), struct.pack("<Q", 2**62)))
    return bytes(real)


def test_a_crafted_model_is_survived(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    random = Random(9)
    for number in range(LONG if pytestconfig.getoption("--long") else SHORT):
        path = tmp_path / f"crafted-{number}.gguf"
        path.write_bytes(_crafted(random))
        client = ModelClient(chosen_model(path).files)
        try:
            with pytest.raises(CofferError) as refused:
                client.complete("Q: net\nP:", GRAMMAR)
            assert refused.value.message, hashlib.sha256(path.read_bytes()).hexdigest()
        finally:
            client.close()
    good = ModelClient(shipped_model(models_folder()).files)
    try:
        assert good.complete("Q: net\nP:", GRAMMAR).text == " net\n"
    finally:
        good.close()
