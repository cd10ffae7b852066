"""Where the peers are installed, they and we read our own goldens alike, but for differences that are written down."""

from pathlib import Path

import pytest

from tests.bench.peers import Outcome, ours, same, theirs
from tests.bench.peers_parsers import PEERS, Peer

_GOLDENS = Path(__file__).resolve().parents[1] / "golden" / "statements"
_ENDINGS = {"ofx": (".ofx", ".qfx"), "qif": (".qif",), "mt940": (".sta",), "camt": (".xml",)}
_PAIRS = [
    (peer, path)
    for peer in PEERS
    for path in sorted((_GOLDENS / peer.kind).iterdir())
    if path.suffix in _ENDINGS.get(peer.kind, ()) and "broken" not in path.name and "cut" not in path.name
]


@pytest.mark.parametrize(("peer", "path"), _PAIRS, ids=lambda value: getattr(value, "name", ""))
def test_a_peer_that_reads_a_golden_reads_what_we_do(peer: Peer, path: Path, logged: object) -> None:
    if not peer.installed:
        pytest.skip("the peers of packaging/locks/bench.txt are not installed")
    their = theirs(peer, path)
    if their.refused or (peer.name, path.name) in KNOWN:
        return
    assert same(ours(path), their), their.text()


KNOWN = frozenset({
    ("mt-940", "swift_blocks_and_words.sta"),  # takes RD, a credit taken back, for money in (SWIFT: money out)
    ("quiffen", "lists_and_investments.qif"),  # takes an investment entry's share price for a cash transaction
})  # fmt: skip
"""Peer and golden that differ, we being right by the golden."""


def test_agreement_is_not_vacuous() -> None:
    one = Outcome(1, ours(_GOLDENS / "ofx" / "travel_card.qfx").total)
    assert not same(ours(_GOLDENS / "ofx" / "everyday_checking.ofx"), one)
