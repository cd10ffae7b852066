"""Errors: each class is raised with a message, a remedy, a stable code and an exit code of the contract."""

import inspect
import re

from app.domain import errors
from app.domain.errors import CofferError

CLASSES = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, CofferError)]


def test_codes_are_stable_snake_case_words_and_each_once() -> None:
    codes = [each.code for each in CLASSES]
    assert len(codes) == len(set(codes)) > 20
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in codes)


def test_exit_codes_are_those_of_the_contract() -> None:
    assert {each.exit_code for each in CLASSES} == {2, 3, 4, 5, 6}
    for each in CLASSES:
        parents = [parent for parent in each.__mro__[1:] if parent in CLASSES and parent is not CofferError]
        assert all(parent.exit_code == each.exit_code for parent in parents), each


def test_the_module_shows_the_whole_tree() -> None:
    shown = errors.__doc__ or ""
    assert all(each.__name__ in shown for each in CLASSES)


def test_an_error_carries_where_it_happened() -> None:
    error = CofferError("what", "do", file="a.csv", line=3, column="Amount")
    assert (error.message, error.remedy, error.file, error.line, error.column) == ("what", "do", "a.csv", 3, "Amount")
    assert str(error) == "what"
