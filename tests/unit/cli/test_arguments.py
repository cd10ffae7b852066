"""The command line: options before or after the command, wrong usage raised and never printed."""

import pytest

from app.cli.arguments import parse
from app.domain.errors import UsageError

COMMANDS = ["new", "accounts", "transactions", "wipe", "check", "audit", "demo"]


@pytest.mark.parametrize("command", COMMANDS)
def test_shared_options_stand_before_or_after_the_command(command: str) -> None:
    options = ["--vault", "there", "--today", "2026-11-02", "--json"]
    before, after = parse([*options, command]), parse([command, *options])
    assert before == after
    assert (before.command, str(before.vault), before.json) == (command, "there", True)


def test_no_command_is_the_window() -> None:
    assert parse([]).command == ""


@pytest.mark.parametrize(
    "wrong", [["no"], ["import"], ["new", "--currency", "DOLLAR"], ["audit", "--today", "today"], ["new", "--vau", "x"]]
)
def test_wrong_usage_is_raised(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError) as raised:
        parse(wrong)
    assert raised.value.exit_code == 2
    assert capsys.readouterr() == ("", "")
