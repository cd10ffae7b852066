"""The Overview's view-model of what comes up and of what is worth a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.domain.money import Money
from app.domain.transaction import TransactionSearch
from app.ledger.upcoming import UpcomingPayment
from app.ledger.worth_a_look import LookReason, WorthALook
from app.presenters.formatting import money_text, month_short
from app.presenters.text import Ahead

_SHOWN = 3


class AheadSource(Protocol):
    """What the cards need of the book."""

    def upcoming(self) -> tuple[UpcomingPayment, ...]: ...
    def worth_a_look(self) -> tuple[WorthALook, ...]: ...


@dataclass(frozen=True, slots=True)
class UpcomingLine:
    """One payment that is expected, with the ones it was found in."""

    day: str
    payee: str
    amount: str
    search: TransactionSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One thing worth a look; `veiled` is said while amounts are hidden."""

    reason: str
    sentence: str
    veiled: str
    search: TransactionSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadView:
    """Both cards; `total` is the sum of all that comes up, in the currency most of it is in."""

    upcoming: tuple[UpcomingLine, ...]
    more: str
    total: str
    looks: tuple[LookLine, ...]
    more_looks: str


def load_ahead(source: AheadSource) -> AheadView:
    """Read both; may take a moment, so off the GUI thread."""
    upcoming = source.upcoming()
    looks = source.worth_a_look()
    return AheadView(
        upcoming=tuple(_upcoming_line(each) for each in upcoming[:_SHOWN]),
        more=Ahead.more(len(upcoming) - _SHOWN) if len(upcoming) > _SHOWN else "",
        total=Ahead.in_days(money_text(-sum_of([each.amount for each in upcoming]))) if upcoming else "",
        looks=tuple(_look_line(each) for each in looks[:_SHOWN]),
        more_looks=Ahead.more(len(looks) - _SHOWN) if len(looks) > _SHOWN else "",
    )


def sum_of(amounts: Sequence[Money]) -> Money:
    """The sum in the currency most of them are in; at least one amount."""
    codes = [amount.currency.code for amount in amounts]
    main = max(codes, key=codes.count)
    return Money.of(sum(amount.minor for amount in amounts if amount.currency.code == main), main)


def short_day(day: date) -> str:
    """`18 Dec`."""
    return f"{day.day} {month_short(day.isoformat())}"


def _upcoming_line(each: UpcomingPayment) -> UpcomingLine:
    return UpcomingLine(short_day(each.on), each.payee, money_text(-each.amount), TransactionSearch(ids=each.evidence))


def _look_line(each: WorthALook) -> LookLine:
    amount = money_text(each.amount)
    usual = money_text(each.usual) if each.usual else ""
    sentence = {
        LookReason.DOUBLED: Ahead.doubled(each.payee, amount),
        LookReason.RAISED: Ahead.raised(each.payee, before=usual, after=amount),
        LookReason.UNUSUAL: Ahead.unusual(each.payee, amount=amount, usual=usual),
    }[each.reason]
    return LookLine(
        reason=each.reason.value,
        sentence=sentence,
        veiled=Ahead.veiled(each.payee),
        search=TransactionSearch(ids=each.evidence),
    )
