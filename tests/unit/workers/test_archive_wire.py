"""What a worker says of an archive gets past the types and the names, or it is no answer."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statements.member_names import is_shown_name
from app.statements.size_limits import MOST_STATEMENTS
from app.workers.archive_wire import names_in, unpacked_in
from app.workers.protocol import Channel, ProtocolError


@pytest.mark.parametrize(
    "told",
    [{}, {"members": None}, {"members": "a.csv"}, {"members": [1]}, {"members": ["../../etc/passwd"]},
     {"members": ["/etc/passwd"]}, {"members": ["a.csv", "a.csv"]}, {"members": [f"{n}.csv" for n in range(MOST_STATEMENTS + 1)]},
     {"members": ["a\0.csv"]}, {"members": ["a" * 2000]}, {"members": {"a.csv": 1}}],
)  # fmt: skip
def test_anything_but_a_list_of_names_breaks_the_protocol(told: dict[str, object]) -> None:
    with pytest.raises(ProtocolError):
        names_in(told)


@given(st.lists(st.text(max_size=20), max_size=5))
def test_names_are_taken_only_where_all_are_shown_names(names: list[str]) -> None:
    if all(map(is_shown_name, names)) and len(set(names)) == len(names):
        assert names_in({"members": names}) == tuple(names)
    else:
        with pytest.raises(ProtocolError):
            names_in({"members": names})


@pytest.fixture
def channel() -> Iterator[Channel]:
    made = Channel(*os.pipe())
    yield made
    made.close()


def test_frames_are_joined_up_to_the_empty_one(channel: Channel) -> None:
    for piece in (b"ab", b"c", b"", b"next"):
        channel.send_bytes(piece)
    assert unpacked_in(channel, most=3) == b"abc"
    assert channel.receive_bytes() == b"next"


def test_more_than_a_statement_has_breaks_the_protocol(channel: Channel) -> None:
    channel.send_bytes(b"abcd")
    with pytest.raises(ProtocolError):
        unpacked_in(channel, most=3)
