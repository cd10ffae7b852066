"""Runs one command of the terminal face and turns what goes wrong into the contract's error and exit code."""

import os
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.base.log import logger, shown
from app.cli.ask_commands import ask
from app.cli.import_commands import import_statements, undo
from app.cli.listing_commands import accounts, audit, transactions
from app.cli.privacy_commands import check, wipe
from app.cli.services import Services
from app.cli.vault_commands import export, new, restore
from app.domain.errors import CancelledError, CofferError

Command = Callable[[Services], int]
_log = logger(__name__)

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "new": new,
        "import": import_statements,
        "undo": undo,
        "transactions": transactions,
        "accounts": accounts,
        "ask": ask,
        "wipe": wipe,
        "check": check,
        "audit": audit,
        "export": export,
        "restore": restore,
    }
)


def run_command(services: Services) -> int:
    """Run the command of the options; returns the exit code of the contract, 1 for a fault of the program."""
    try:
        code = COMMANDS[services.options.command](services)
    except CofferError as error:
        code = services.out.failure(error)
    except BrokenPipeError:
        # Who read our output has gone, as with `| head`; nobody is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), services.out.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = services.out.failure(CancelledError())
    except Exception as error:  # noqa: BLE001 - the last line before a person
        _log.exception("a command failed")
        code = services.out.failure(error)
    _log.info("command %s ended with %s", shown(services.options.command), shown(code))
    return code
