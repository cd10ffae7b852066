"""The commands and options of the terminal face, exactly as the contract lists them."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from app.domain.account import AccountKind
from app.domain.currency import currency
from app.domain.errors import UnknownCurrencyError, UsageError
from app.presenters.texts_terminal import Help, Messages


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing, so that `--json` stays the only voice on standard output."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(Messages.usage(message), Messages.SEE_HELP)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line; raises UsageError. `command` is empty where the window is asked for."""
    return _parser().parse_args(list(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="coffer", description=Help.PROGRAM, allow_abbrev=False)
    _shared(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    parser.set_defaults(command="", json=False, portable=False)
    _vault_commands(commands)
    _statement_commands(commands)
    _privacy_commands(commands)
    return parser


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse names the type of add_subparsers() nowhere else


def _command(commands: "_Commands[_Parser]", name: str, *, text: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    _shared(parser, default=argparse.SUPPRESS)
    return parser


def _shared(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument("--vault", type=Path, metavar="DIR", default=default, help=Help.VAULT)
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", default=default, help=Help.PASSPHRASE_FILE)
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", default=default, help=Help.TODAY)
    parser.add_argument("--json", action="store_true", default=default or argparse.SUPPRESS, help=Help.JSON)
    parser.add_argument("--portable", action="store_true", default=default or argparse.SUPPRESS, help=Help.PORTABLE)


def _vault_commands(commands: "_Commands[_Parser]") -> None:
    new = _command(commands, "new", text=Help.NEW)
    new.add_argument("--currency", type=_currency, metavar="CODE", default="USD", help=Help.OWN_CURRENCY)
    listed = _command(commands, "transactions", text=Help.TRANSACTIONS)
    listed.add_argument("--account", metavar="A", default="", help=Help.OF_ACCOUNT)
    listed.add_argument("--from", dest="first", type=_day, metavar="D", default=None, help=Help.FROM)
    listed.add_argument("--to", dest="last", type=_day, metavar="D", default=None, help=Help.TO)
    listed.add_argument("--search", metavar="TEXT", default="", help=Help.SEARCH)
    listed.add_argument("--csv", action="store_true", help=Help.CSV)
    _command(commands, "accounts", text=Help.ACCOUNTS)
    ask = _command(commands, "ask", text=Help.ASK)
    ask.add_argument("question", nargs="?", default="", metavar="QUESTION")
    ask.add_argument("--stdin", action="store_true", help=Help.STDIN)
    _command(commands, "demo", text=Help.DEMO)


def _statement_commands(commands: "_Commands[_Parser]") -> None:
    statements = _command(commands, "import", text=Help.IMPORT)
    statements.add_argument("files", nargs="+", type=Path, metavar="FILE")
    statements.add_argument("--account", metavar="NAME", default="", help=Help.INTO_ACCOUNT)
    statements.add_argument("--kind", choices=[kind.value for kind in AccountKind], default=None, help=Help.KIND)
    statements.add_argument("--currency", type=_currency, metavar="CODE", default=None, help=Help.CURRENCY)
    statements.add_argument("--dry-run", action="store_true", help=Help.DRY_RUN)
    statements.add_argument("--yes", action="store_true", help=Help.YES)
    undo = _command(commands, "undo", text=Help.UNDO)
    undo.add_argument("batch", metavar="BATCH")


def _privacy_commands(commands: "_Commands[_Parser]") -> None:
    wipe = _command(commands, "wipe", text=Help.WIPE)
    wipe.add_argument("--dry-run", action="store_true", help=Help.WIPE_DRY_RUN)
    _command(commands, "check", text=Help.CHECK)
    audit = _command(commands, "audit", text=Help.AUDIT)
    audit.add_argument("--verify", action="store_true", help=Help.VERIFY)
    for name, text in (("export", Help.EXPORT), ("restore", Help.RESTORE)):
        _command(commands, name, text=text).add_argument("file", type=Path, metavar="FILE")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(Messages.not_a_day(text)) from error


def _currency(text: str) -> str:
    try:
        return currency(text).code
    except UnknownCurrencyError as error:
        raise argparse.ArgumentTypeError(error.message) from error
