"""Other people's parsers, run here as oracles and for comparison only; each gives its rows as day and amount.

They come from packaging/locks/bench.txt and are imported when first used, so that the rest runs without them.
"""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Row = tuple[str, Decimal]
"""ISO day and signed amount."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One library's parser for one format."""

    name: str
    kind: str
    package: str
    rows: Callable[[Path], list[Row]]
    """Every row of a file; raises whatever the library raises."""
    parse: Callable[[Path], object]
    """Parsing alone, for the clock."""

    @property
    def installed(self) -> bool:
        """Whether the library is here."""
        return find_spec(self.package) is not None


def _statement_parser(kind: str) -> Callable[[Path], Any]:
    def parse(path: Path) -> Any:
        from bankstatementparser import create_parser

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return create_parser(str(path), kind).parse()

    return parse


def _frame_rows(kind: str) -> Callable[[Path], list[Row]]:
    parse = _statement_parser(kind)

    def rows(path: Path) -> list[Row]:
        frame = parse(path)
        names = {str(name).lower(): name for name in frame.columns}
        amount, day = names["amount"], names.get("date") or names.get("bookgdt")
        return [
            (_day(item[day]) if day is not None else "", Decimal(str(item[amount])))
            for item in frame.to_dict("records")
        ]

    return rows


def _day(value: object) -> str:
    text = str(value)
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if text[:8].isdigit() else text[:10]


def _mt940(path: Path) -> Any:
    import mt940

    return mt940.parse(str(path))


def _mt940_rows(path: Path) -> list[Row]:
    return [(str(item.data["date"]), Decimal(item.data["amount"].amount)) for item in _mt940(path).transactions]


def _ofx(path: Path) -> Any:
    from ofxtools.Parser import OFXTree

    tree = OFXTree()
    tree.parse(str(path))
    return tree.convert()


def _ofx_rows(path: Path) -> list[Row]:
    statements: Iterable[Any] = _ofx(path).statements
    lists = [getattr(one, "banktranlist", None) or [] for one in statements]
    return [(item.dtposted.date().isoformat(), Decimal(item.trnamt)) for listed in lists for item in listed]


def _qif(path: Path) -> Any:
    from quiffen import Qif

    return Qif.parse(str(path))


def _qif_rows(path: Path) -> list[Row]:
    groups = [group for account in _qif(path).accounts.values() for group in account.transactions.values()]
    return [(item.date.date().isoformat(), Decimal(item.amount)) for group in groups for item in group]


def _of(kind: str) -> Peer:
    name = "camt" if kind == "camt" else kind
    return Peer("bankstatementparser", kind, "bankstatementparser", _frame_rows(name), _statement_parser(name))


PEERS: tuple[Peer, ...] = (
    *(_of(kind) for kind in ("csv", "ofx", "camt", "mt940")),
    Peer("ofxtools", "ofx", "ofxtools", _ofx_rows, _ofx),
    Peer("mt-940", "mt940", "mt940", _mt940_rows, _mt940),
    Peer("quiffen", "qif", "quiffen", _qif_rows, _qif),
)


def installed(kind: str) -> tuple[Peer, ...]:
    """The peers for a format that are here."""
    return tuple(peer for peer in PEERS if peer.kind == kind and peer.installed)
