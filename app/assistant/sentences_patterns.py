"""Sentences about patterns: subscriptions, changed amounts, doubled and unusual charges, what-if."""

from app.assistant.phrases import day_words, joined
from app.assistant.telling import Telling, row_money, when_words
from app.domain.money import Money
from app.domain.money_text import money_text
from app.domain.plan import Flow, SubscriptionView


def tell_subscriptions(telling: Telling) -> str:
    facts = dict(telling.result.facts)
    number = int(facts["number"])
    code = telling.vocabulary.currency
    rows = telling.result.rows
    if rows and rows[0].money is not None:
        code = rows[0].money.currency.code
    monthly, yearly = (money_text(Money.parse(facts[name], code)) for name in ("monthly", "yearly"))
    view = telling.plan.subscription or SubscriptionView.ACTIVE
    word = "regular payment" if telling.plan.all_recurring else "subscription"
    noun = word if number == 1 else f"{word}s"
    if view in {SubscriptionView.ACTIVE, SubscriptionView.COST}:
        verb = "costs" if number == 1 else "cost"
        return f"{number} active {noun} {verb} {monthly} a month, {yearly} a year." if number else f"No active {noun}."
    words = {SubscriptionView.NEW: "new", SubscriptionView.RAISED: "raised", SubscriptionView.ENDED: "ended"}
    lead = f"{number or 'No'} {words[view]} {noun}{when_words(telling)}"
    return f"{lead}: {joined([row.label for row in rows])}." if rows else f"{lead}."


def tell_price_changes(telling: Telling) -> str:
    rows, facts = telling.result.rows, dict(telling.result.facts)
    if len(rows) != 1 or rows[0].money is None or rows[0].on is None:
        if telling.plan.flow is Flow.INCOME:
            return _found(telling, one="changed amount of regular income", many="changed amounts of regular income")
        return _found(
            telling, one="changed amount of a recurring payment", many="changed amounts of recurring payments"
        )
    code = rows[0].money.currency.code
    before, after = (money_text(Money.parse(facts[name], code)) for name in ("before", "after"))
    return f"{rows[0].label} went from {before} to {after} on {day_words(rows[0].on)}."


def tell_duplicates(telling: Telling) -> str:
    return _found(telling, one="charge that looks doubled", many="charges that look doubled")


def tell_unusual(telling: Telling) -> str:
    return _found(telling, one="charge far above the usual", many="charges far above the usual")


def tell_what_if(telling: Telling) -> str:
    if len(telling.result.rows) < 4 or "nothing_found" in telling.result.notes:
        return f"You spent nothing{telling.scope}, so nothing would change."
    now, then, saved, yearly = telling.result.rows
    if saved.money is not None and saved.money.minor < 0:
        more, more_yearly = money_text(abs(saved.money)), money_text(abs(yearly.money or saved.money))
        lead = f"That would cost {more} more a month, {more_yearly} a year"
        return f"{lead}: {row_money(then)} instead of {row_money(now)}."
    lead = f"That would save {row_money(saved)} a month, {row_money(yearly)} a year"
    return f"{lead}: {row_money(then)} instead of {row_money(now)}."


def _found(telling: Telling, *, one: str, many: str) -> str:
    number = len(telling.result.rows)
    lead = f"{number or 'No'} {one if number == 1 else many}{telling.scope}"
    return f"{lead}: {joined([row.label for row in telling.result.rows])}." if number else f"{lead}."
