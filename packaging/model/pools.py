"""The pools that fill templates: names, amounts, periods; a draw marks its spans in square brackets."""

from collections.abc import Callable
from random import Random

from calendar_words import bare_period, period_tail
from day_words import day_tail
from pool_words import POOLS

CATEGORY_VERBS = ("on", "on", "on", "on", "for")
PAYEE_VERBS = ("at", "at", "at", "with", "on", "in", "from")


def payee(random: Random) -> str:
    """An invented payee's name."""
    first, second = random.choice(POOLS["first_parts"]), random.choice(POOLS["second_parts"])
    other = random.choice(POOLS["first_parts"])
    coined = "".join(random.choices(POOLS["syllables"], k=random.choice((2, 2, 3))))
    ending = random.choice(POOLS["short_ends"])
    shape = random.random()
    if shape < 0.1:
        return random.choice(POOLS["odd_payees"])
    if shape < 0.16:
        return person(random)
    shapes = (
        f"{first} {second}",
        f"{first} {second}",
        f"{first} {second}",
        f"{first}'s",
        f"{first}'s {second}",
        f"{coined}{ending}",
        f"{coined} {second}",
        f"{first}{ending}",
        f"{first} & {other}",
        f"the {first} {second}",
        f"{second} {first}",
        f"{first} {other} {second}",
        f"{coined}",
        f"{first}",
        f"{coined}.com",
        f"{first} {second} ltd",
        f"{random.choice(('cafe', 'casa', 'chez', 'la', 'st.', 'dr', 'haus'))} {first}",
        f"{coined}-{ending}",
    )
    return random.choice(shapes)


def person(random: Random) -> str:
    """A person's name as a payee."""
    first = random.choice(POOLS["first_names"])
    return first if random.random() < 0.5 else f"{first} {random.choice(POOLS['family_names'])}"


def category(random: Random) -> str:
    """A word for a category as people say it."""
    return random.choice(POOLS["categories"])


def account(random: Random) -> str:
    """A name for one's own account."""
    if random.random() < 0.35:
        return f"{random.choice(POOLS['banks'])} {random.choice(POOLS['account_kinds'])}"
    return random.choice(POOLS["accounts"])


def source(random: Random) -> str:
    """A word for a kind of income."""
    return random.choice(POOLS["sources"])


def name(random: Random) -> str:
    """A category or a payee."""
    return category(random) if random.random() < 0.55 else payee(random)


def _listed(random: Random, draw: Callable[[Random], str], *, mark: str) -> str:
    """One name, or now and then two or three of the same kind."""
    many = random.choices((1, 2, 3), (0.86, 0.11, 0.03))[0]
    items = [f"[{mark}:{draw(random)}]" for _ in range(many)]
    if many == 1:
        return items[0]
    joint = (
        random.choice((" and ", " and ", " plus ", " or ", " & "))
        if many == 2
        else random.choice((" and ", ", and ", ", "))
    )
    return ", ".join(items[:-1]) + joint + items[-1]


def on_phrase(random: Random) -> str:
    """What money went on, with its preposition."""
    if random.random() < 0.55:
        return f"{random.choice(CATEGORY_VERBS)} {_listed(random, category, mark='name')}"
    return f"{random.choice(PAYEE_VERBS)} {_listed(random, payee, mark='name')}"


def to_phrase(random: Random) -> str:
    """Whom or what was paid, with its preposition."""
    if random.random() < 0.5:
        return f"for {_listed(random, category, mark='name')}"
    return f"{random.choice(('to', 'to', 'at', 'for'))} {_listed(random, payee, mark='name')}"


def account_tail(random: Random) -> str:
    """Which account, said in passing."""
    lead = random.choice(POOLS["account_leads"])
    return f" {lead} [name:{account(random)}]" if random.random() < 0.93 else f", [name:{account(random)}] only"


def not_tail(random: Random) -> str:
    """What is left out."""
    lead = random.choice(POOLS["not_words"])
    return f" {lead} {_listed(random, name if random.random() < 0.85 else account, mark='not')}"


def amount_tail(random: Random) -> str:
    """An amount limit said in passing."""
    low, high = random.sample(POOLS["amounts"], 2)
    over = random.choice(POOLS["over_words"])
    under = random.choice(POOLS["under_words"])
    shape = random.random()
    if shape < 0.55:
        return f" {over} [over:{low}]"
    if shape < 0.8:
        return f" {under} [under:{high}]"
    joint = random.choice(POOLS["range_words"])
    return " " + joint.format(f"[over:{low}]", f"[under:{high}]")


def _when(text: str, *, mark: str = "when") -> str:
    return text.replace("[", f"[{mark}:")


def _pick(pool: str, mark: str) -> Callable[[Random], str]:
    return lambda random: f"[{mark}:{random.choice(POOLS[pool])}]"


def _maybe(chance: float, draw: Callable[[Random], str]) -> Callable[[Random], str]:
    return lambda random: draw(random) if random.random() < chance else ""


def _marked(draw: Callable[[Random], str], mark: str) -> Callable[[Random], str]:
    return lambda random: f"[{mark}:{draw(random)}]"


SLOTS: dict[str, Callable[[Random], str]] = {
    "{on}": on_phrase,
    "{to}": to_phrase,
    "{n}": _marked(name, "name"),
    "{cat}": _marked(category, "name"),
    "{payee}": _marked(payee, "name"),
    "{acct}": _marked(account, "name"),
    "{src}": _marked(source, "name"),
    "{v}": _marked(name, "vs"),
    "{a}": lambda random: _listed(random, name, mark="add"),
    "{x}": lambda random: _listed(random, name, mark="not"),
    "{xa}": _marked(account, "not"),
    "{my}": _maybe(0.2, account_tail),
    "{not}": _maybe(0.2, not_tail),
    "{over}": _maybe(0.4, amount_tail),
    "{w}": _maybe(0.6, lambda random: _when(period_tail(random))),
    "{w!}": lambda random: _when(period_tail(random)).strip(),
    "{p}": lambda random: _when(bare_period(random)),
    "{q}": lambda random: _when(bare_period(random), mark="than"),
    "{d}": _maybe(0.4, lambda random: _when(day_tail(random))),
    "{d!}": lambda random: _when(day_tail(random)).strip(),
    "{amt}": _pick("amounts", "over"),
    "{amt2}": _pick("amounts", "under"),
    "{k}": _pick("counts", "top"),
    "{ch}": _pick("changes", "change"),
    "{ch!}": lambda random: f"[change:{random.choice(('half', 'two', 'half', 'a third'))}]",
    "{can}": _pick("cancels", "change"),
    "{exact}": lambda random: f"[exact:{random.choice(POOLS['exact_amounts'])}]",
    "{person2}": lambda random: f"[name:{person(random)}]",
    "{person}": lambda random: random.choice(POOLS["people"]),
}
