"""Keys: costs never below the floor in the product, wrapping, and the recovery code."""

import ast
import random
from pathlib import Path

import pytest

from app.domain.errors import UsageError, WrongPassphraseError
from app.store.keys import FLOOR_MEMORY_KIB, FLOOR_PASSES, KeyDerivation, new_key, tuned_derivation, unwrap, wrap
from app.store.recovery_code import new_recovery_code, recovery_secret

APP = Path(__file__).resolve().parents[3] / "app"


def test_measured_costs_keep_the_floor() -> None:
    for target in (0.0, 0.3):
        derivation = tuned_derivation(target)
        assert derivation.memory_kib >= FLOOR_MEMORY_KIB
        assert derivation.passes >= FLOOR_PASSES
        assert not derivation.for_tests


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [(65_535, 3, 4), (65_536, 2, 4), (8, 1, 1), (10**9, 3, 4), (65_536, 65, 4), (65_536, 3, 0), (65_536, 3, 99)],
)
def test_costs_out_of_bounds_are_refused(memory: int, passes: int, lanes: int) -> None:
    with pytest.raises(UsageError):
        KeyDerivation(memory_kib=memory, passes=passes, lanes=lanes)


def test_no_file_of_the_product_makes_a_derivation_for_tests() -> None:
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not (isinstance(node, ast.keyword) and node.arg == "for_tests"), path


def test_a_wrapped_key_opens_under_its_key_and_context_alone() -> None:
    key, under = new_key(), new_key()
    wrapped = wrap(key, under, context=b"here")
    assert unwrap(wrapped, under, context=b"here") == key
    assert key not in wrapped
    wrong = [
        (wrapped, new_key(), b"here"),
        (wrapped, under, b"there"),
        (wrapped[:-1], under, b"here"),
        (b"", under, b""),
    ]
    wrong += [
        (wrapped[:at] + bytes([wrapped[at] ^ 1]) + wrapped[at + 1 :], under, b"here") for at in range(len(wrapped))
    ]
    for sealed, opener, context in wrong:
        with pytest.raises(WrongPassphraseError):
            unwrap(sealed, opener, context=context)


def test_a_recovery_code_survives_how_people_type_it_and_no_single_slip() -> None:
    chance = random.Random(4)
    slips = caught = 0
    for _ in range(50):
        code = new_recovery_code()
        secret = recovery_secret(code)
        assert [len(group) for group in code.split("-")] == [4] * 7
        assert recovery_secret(code.lower().replace("0", "o").replace("1", "l").replace("-", " ")) == secret
        assert recovery_secret(f"  {code}\n") == secret
        at = chance.choice([place for place, letter in enumerate(code) if letter != "-"])
        letter = chance.choice([other for other in "23456789ABCDEFGH" if other != code[at]])
        slips += 1
        try:
            recovery_secret(code[:at] + letter + code[at + 1 :])
        except WrongPassphraseError:
            caught += 1
    assert caught >= slips - 1
    assert len({new_recovery_code() for _ in range(200)}) == 200


@pytest.mark.parametrize("text", ["", "-", "AAAA", "🔑" * 28, "İ" * 28, "A" * 1_000_000, "\0" * 28])
def test_what_is_no_recovery_code_is_just_wrong(text: str) -> None:
    with pytest.raises(WrongPassphraseError):
        recovery_secret(text)
