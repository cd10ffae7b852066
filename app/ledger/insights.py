"""What the vault tells without being asked: what comes back, what comes up, what is worth a look, the digest."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from app.analysis.digest import digest_of
from app.domain.counted import CountedRow
from app.domain.digest import Digest
from app.domain.period import Period
from app.domain.selection import Selection
from app.domain.vocabulary import Vocabulary
from app.ledger.answering import plan_context
from app.ledger.recurring import ExpenseRows, RecurringPayment, expense_rows, recurring_of
from app.ledger.upcoming import UpcomingPayment, upcoming_of
from app.ledger.worth_a_look import WorthALook, worth_a_look_of
from app.store.session import VaultSession


class Insights:
    """The part of the book that notices. Calls block; what is computed does not hold up the vault's thread."""

    session: VaultSession

    def recurring(self) -> tuple[RecurringPayment, ...]:
        """What comes back at a steady interval, those still paid first."""
        return recurring_of(self._expenses())

    def upcoming(self) -> tuple[UpcomingPayment, ...]:
        """What is expected in the next thirty days, soonest first."""
        expenses = self._expenses()
        return upcoming_of(recurring_of(expenses), self.session.clock.today(), known_until=expenses.known_until)

    def worth_a_look(self) -> tuple[WorthALook, ...]:
        """Charges that look doubled, raised or unusual, newest first."""
        expenses = self._expenses()
        return worth_a_look_of(expenses, recurring_of(expenses))

    def digest(self, month: str | None, vocabulary: Vocabulary) -> Digest | None:
        """What changed in a month `YYYY-MM` and why; of one that is not over, the last before it that is.

        None stands for the newest month; the digest is None where no month is known whole.
        """

        @cache
        def fetch(selection: Selection) -> Sequence[CountedRow]:
            return self.session.read_plan(lambda connection: plan_context(connection, vocabulary).fetch(selection))

        context = self.session.read_plan(lambda connection: plan_context(connection, vocabulary))
        wanted = Period.month(int(month[:4]), int(month[5:7])) if month else None
        return digest_of(replace(context, fetch=fetch), wanted)

    def _expenses(self) -> ExpenseRows:
        today = self.session.clock.today()
        return self.session.read_plan(lambda connection: expense_rows(connection, today))
