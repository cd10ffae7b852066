"""The strip of months: overlapping statements are drawn, told by the mouse and the screen reader, and explained."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.domain.account import AccountSummary
from app.presenters.accounts import account_line
from app.ui.pages.overview_cards import AccountsCard
from app.ui.theme.theme import Theme
from app.ui.widgets.coverage_strip import CoverageStrip
from tests.ui.helpers.household import accounts


def overlapping(summary: AccountSummary) -> AccountSummary:
    last = replace(summary.coverage[-1], overlapping=True)
    return replace(summary, coverage=(*summary.coverage[:-1], last))


def test_the_bar_is_explained_only_where_there_is_one(theme: Theme, qtbot: QtBot) -> None:
    card = AccountsCard(theme)
    qtbot.addWidget(card)
    plain = accounts()[0]
    card.show_accounts([account_line(plain)])
    assert card.legend.isHidden()
    card.show_accounts([account_line(plain), account_line(overlapping(plain))])
    assert not card.legend.isHidden()
    assert "counted once" in card.legend.text()


def test_an_overlapping_month_looks_and_sounds_different_and_takes_no_more_room(theme: Theme, qtbot: QtBot) -> None:
    plain, other = (account_line(summary) for summary in (accounts()[0], overlapping(accounts()[0])))
    strips = []
    for line in (plain, other):
        strip = CoverageStrip(theme, line.coverage, name=line.coverage_spoken)
        qtbot.addWidget(strip)
        strip.resize(strip.sizeHint())
        strips.append(strip)
    assert strips[0].sizeHint() == strips[1].sizeHint()
    assert strips[0].grab().toImage() != strips[1].grab().toImage()
    assert "statements overlap" in strips[1].accessibleName()
    assert other.coverage[-1].reading.endswith("statements overlap")
