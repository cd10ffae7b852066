"""The Overview's view-model, without Qt."""

from dataclasses import dataclass, field, replace

from app.domain.account import Account, AccountKind, AccountSummary, MonthCoverage
from app.domain.digest import Digest
from app.domain.money import Money
from app.domain.overview import CategoryTotal, MonthFlow, Overview
from app.domain.statement_kinds import ProofState
from app.domain.vocabulary import Vocabulary
from app.ledger.upcoming import UpcomingPayment
from app.ledger.worth_a_look import WorthALook
from app.presenters.overview import Mood, OverviewPresenter, account_search, month_search
from tests.ui.helpers.household import Household


def usd(minor: int) -> Money:
    return Money.of(minor, "USD")


def flow(month: str, *, income: int, spending: int, worth: int) -> MonthFlow:
    return MonthFlow(month=month, income=usd(income), spending=usd(spending), net_worth=usd(worth))


FIGURES = Overview(
    month="2025-11",
    net_worth=usd(5_821_406),
    months=(
        flow("2025-10", income=498000, spending=324000, worth=5_683_616),
        flow("2025-11", income=498000, spending=294655, worth=5_821_406),
    ),
    categories=(
        CategoryTotal(category="Housing", spending=usd(141000), transactions=1),
        CategoryTotal(category="", spending=usd(-500), transactions=2),
    ),
    months_covered=24,
    months_proved=24,
)


@dataclass
class Source:
    figures: Overview = FIGURES
    summaries: tuple[AccountSummary, ...] = ()
    asked: list[str | None] = field(default_factory=list)

    def overview(self, month: str | None = None, /) -> Overview:
        self.asked.append(month)
        return self.figures

    def accounts(self) -> tuple[AccountSummary, ...]:
        return self.summaries

    def upcoming(self) -> tuple[UpcomingPayment, ...]:
        return ()

    def worth_a_look(self) -> tuple[WorthALook, ...]:
        return ()

    def vocabulary(self) -> Vocabulary:
        return Household().vocabulary()

    def digest(self, _month: str | None, _vocabulary: Vocabulary, /) -> Digest | None:
        return None


def summary(proof: ProofState) -> AccountSummary:
    return AccountSummary(
        account=Account(id=7, name="Blue Card ..8810", kind=AccountKind.CARD, currency="USD"),
        balance=usd(-200755),
        transactions=1,
        first="2025-10-02",
        last="2025-11-29",
        proof=proof,
        coverage=(
            MonthCoverage(month="2025-09", state=None),
            MonthCoverage(month="2025-10", state=ProofState.PROVED, overlapping=True),
            MonthCoverage(month="2025-11", state=ProofState.BROKEN),
        ),
    )


def test_figures_in_words() -> None:
    view = OverviewPresenter(Source()).load()
    worth, spent, earned, left = view.figures
    assert (worth.title, worth.amount, worth.note, worth.mood) == (
        "Net worth",
        "$58,214.06",
        "+$1,377.90 this month",
        Mood.GOOD,
    )
    assert (spent.title, spent.amount, spent.note, spent.mood) == (
        "Spent in November",
        "−$2,946.55",
        "9\u00a0% less than October",
        Mood.GOOD,
    )
    assert (earned.amount, earned.note, earned.mood) == ("+$4,980.00", "same as October", Mood.QUIET)
    assert (left.amount, left.note) == ("$2,033.45", "40.8\u00a0% of income")


def test_more_spending_is_said_quietly_and_not_as_good() -> None:
    months = (FIGURES.months[1], replace(FIGURES.months[1], month="2025-12", spending=usd(589310)))
    view = OverviewPresenter(Source(replace(FIGURES, month="2025-12", months=months))).load()
    assert view.figures[1].note == "100\u00a0% more than November"
    assert view.figures[1].mood is Mood.QUIET


def test_without_an_earlier_month_nothing_is_compared() -> None:
    view = OverviewPresenter(Source(replace(FIGURES, months=FIGURES.months[1:]))).load()
    assert view.figures[0].note == "no earlier month to compare with"
    assert view.figures[1].note == "no earlier month to compare with"


def test_a_month_without_transactions_is_all_zero() -> None:
    view = OverviewPresenter(Source(replace(FIGURES, month="2026-01"))).load("2026-01")
    assert [figure.amount for figure in view.figures[1:]] == ["$0.00", "$0.00", "$0.00"]
    assert view.figures[3].note == ""


def test_flow_and_categories_can_be_read() -> None:
    view = OverviewPresenter(Source()).load()
    assert view.flow[1].reading == "Nov 2025\nIncome $4,980.00\nSpending $2,946.55"
    assert view.categories[0].reading == "Housing: $1,410.00, 1 transaction"
    assert view.categories[1].label == "Not sorted yet"
    assert view.categories[1].amount == "5.00"
    assert view.categories[1].size == 0
    assert view.months == (("2025-11", "Nov 2025"), ("2025-10", "Oct 2025"))


def test_the_pill_says_how_many_months_are_proved() -> None:
    assert OverviewPresenter(Source()).load().all_proved
    view = OverviewPresenter(Source(replace(FIGURES, months_proved=22))).load()
    assert view.proved == "22 of 24 months proved"
    assert not view.all_proved
    nothing = OverviewPresenter(Source(replace(FIGURES, months_proved=0, months_covered=0))).load()
    assert not nothing.all_proved


def test_an_account_says_balance_proof_and_coverage() -> None:
    view = OverviewPresenter(Source(summaries=(summary(ProofState.BROKEN),))).load()
    line = view.accounts[0]
    assert not view.empty
    assert (line.name, line.balance, line.proof, line.proof_word) == (
        "Blue Card ..8810",
        "−$2,007.55",
        "broken",
        "Broken",
    )
    assert line.details == "Card · 1 transaction · up to 29 Nov 2025"
    assert [month.state for month in line.coverage] == ["", "proved", "broken"]
    assert line.coverage[0].reading == "Sep 2025: no statement"
    assert line.coverage[1].reading == "Oct 2025: Proved, statements overlap"
    assert line.coverage_spoken.endswith("2 are covered by statements, 1 proved; in 1 of them statements overlap")
    assert line.proof_lines == (
        ("Months covered by statements", "2"),
        ("Months proved", "1"),
        ("Months without a statement", "1"),
        ("Months where statements overlap", "1"),
    )


def test_other_currencies_are_named_not_added() -> None:
    view = OverviewPresenter(Source(replace(FIGURES, other_currencies=(Money.of(120000, "EUR"),)))).load()
    assert view.other_currencies.endswith("€1,200.00")


def test_empty_without_accounts_and_the_month_is_passed_on() -> None:
    source = Source()
    assert OverviewPresenter(source).load("2025-08").empty
    assert source.asked == ["2025-08"]


def test_searches() -> None:
    search = month_search("2024-02", category="Housing")
    assert (str(search.first), str(search.last), search.categories) == ("2024-02-01", "2024-02-29", ("Housing",))
    assert month_search("2024-02").categories == ()
    assert month_search("2024-02", category="").categories == ("",)
    assert account_search(7).account_ids == (7,)
