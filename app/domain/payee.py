"""Payees: the clean name of whom money went to or came from, out of the printed one."""

from dataclasses import dataclass, field

from app.domain.sensitivity import Sensitivity, tagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Payee:
    """A payee as people call it, with the printed payees that mean it."""

    id: int
    name: str = field(metadata=tagged(Sensitivity.PRIVATE))
    aliases: tuple[str, ...] = field(default=(), metadata=tagged(Sensitivity.PRIVATE))
