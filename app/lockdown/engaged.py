"""What a platform's lock says of itself before anything is proved."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engaged:
    """How the app process came out of it.

    kernel: a kernel filter lies on this process; rule: some rule of the operating system does (a sandbox profile).
    descriptor: where the guard's rows are read, -1 without a guard. reason: why it is less than it could be.
    """

    kernel: bool
    mechanism: str
    descriptor: int = -1
    empty_namespace: bool = False
    reason: str = ""
