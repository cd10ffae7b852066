"""Names of members as shown: below their archive, seen as they are, of a sane length."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statements.member_names import LONGEST_NAME, is_hidden, is_shown_name, numbered, shown_name


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("/etc/jan.csv", "etc/jan.csv"),
        ("../../jan.csv", "jan.csv"),
        ("a\\b.csv", "a/b.csv"),
        ("vsc.\u202ejan\x07.csv", "vsc.jan.csv"),
        ("../..", "file"),
        ("a/b/c/d/e/f/jan.csv", "c/d/e/f/jan.csv"),
        ("x" * 5000 + ".csv", "x" * 96 + ".csv"),
    ],
)
def test_a_name_stays_below_its_archive(stored: str, shown: str) -> None:
    assert shown_name(stored) == shown


_STORED = st.text(max_size=40) | st.lists(st.sampled_from(["..", ".", "/", "\\", "a", "\0", "\u202e", " ", "~"])).map("".join)


@given(_STORED, st.integers(2, 300))
def test_any_name_is_shown_as_one_and_only_as_one(stored: str, number: int) -> None:
    shown = shown_name(stored)
    assert is_shown_name(shown)
    assert is_shown_name(numbered(shown, number))
    assert shown_name(shown) == shown
    assert (Path("/home/all.zip") / shown).resolve().is_relative_to("/home/all.zip")


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/./b", "a\\b", "a\0b", "a" * (LONGEST_NAME + 1)])
def test_what_a_worker_may_not_call_a_file(name: str) -> None:
    assert not is_shown_name(name)


@pytest.mark.parametrize("stored", ["__MACOSX/a.csv", ".hidden/a.csv", "a/.DS_Store", "x/Desktop.ini", "thumbs.db"])
def test_hidden_files(stored: str) -> None:
    assert is_hidden(stored)
    assert not is_hidden("../a.csv")
    assert not is_hidden("")
