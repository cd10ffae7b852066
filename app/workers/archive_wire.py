"""What the statement worker tells of an archive. It held hostile bytes, so nothing it says is trusted."""

from typing import Any

from app.statements.member_names import is_shown_name
from app.statements.size_limits import MOST_STATEMENTS
from app.workers.protocol import Channel, ProtocolError


def names_in(message: dict[str, Any]) -> tuple[str, ...]:
    """The names of an archive's files; raises ProtocolError for anything that is no list of names as they are shown."""
    names = message.get("members")
    if not isinstance(names, list) or len(names) > MOST_STATEMENTS or len(set(map(str, names))) != len(names):
        raise ProtocolError("no list of names")
    if not all(isinstance(name, str) and is_shown_name(name) for name in names):
        raise ProtocolError("a name that is none")
    return tuple(names)


def unpacked_in(channel: Channel, *, most: int) -> bytes:
    """The raw frames up to the empty one, together; raises ProtocolError for more than so many bytes."""
    data = bytearray()
    while piece := channel.receive_bytes():
        data += piece
        if len(data) > most:
            raise ProtocolError("more bytes than a statement has")
    return bytes(data)
