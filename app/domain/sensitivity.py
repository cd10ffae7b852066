"""How private a field is, said at the field itself, for redaction, export and the data map."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Sensitivity(StrEnum):
    """How private a value is."""

    PUBLIC = "public"
    PRIVATE = "private"
    """The owner's life: payees, amounts, memos, balances."""
    IDENTIFYING = "identifying"
    """Names the owner or an account to others: account numbers, IBANs, bank references."""
    SECRET = "secret"  # noqa: S105 - the word itself
    """Opens the vault: passphrases, recovery codes, keys."""


_KEY = "sensitivity"


def tagged(level: Sensitivity) -> Mapping[str, Any]:
    """Metadata for a dataclass field: `field(metadata=tagged(Sensitivity.PRIVATE))`."""
    return MappingProxyType({_KEY: level})


def sensitivity_of(owner: type, name: str) -> Sensitivity:
    """The tag of a dataclass field; private where none was given, so that forgetting errs on the safe side."""
    for item in fields(owner):
        if item.name == name:
            level = item.metadata.get(_KEY, Sensitivity.PRIVATE)
            return Sensitivity(level)
    raise AttributeError(name)
