"""The plans that a follow-up may come after: their outlines, and what a follow-up's head takes from them."""

from random import Random

from app.assistant.plan_text import SEPARATOR

AFTER = "after "
"""How the head of a section of follow-ups begins; `@` in it is the last head, `@flow` the last flow."""
STANDS_ALONE = 0.12
"""Share of other questions that are asked after one, and mean nothing of it."""
_FLOWS = ("spending",) * 8 + ("income", "any", "refunds", "transfers")
_HEADS = (
    ("total @", 14), ("count @", 3), ("average @", 2), ("average @ by month", 2), ("largest @", 3), ("smallest @", 1),
    ("list @", 4), ("ranking @ by payee", 3), ("ranking @ by category", 2), ("ranking @ by month", 2),
    ("breakdown @ by month", 2), ("breakdown @ by category", 3), ("breakdown @ by payee", 1), ("first @", 1),
    ("last @", 2), ("share @", 2), ("compare @", 4), ("compare @ percent", 1), ("compare @ in count", 1), ("net", 1),
    ("rate", 1), ("suppose", 2), ("balance", 1), ("duplicates", 0.3), ("unusual", 0.3), ("prices", 0.3),
)  # fmt: skip
_OWN = {"balance": "balance", "subscriptions": "subscriptions active", "suppose": ""}
"""Heads of follow-ups that come after their like."""


def last_before(random: Random, head: str) -> str:
    """The outline of a plan that a question of this section may come after; empty for none."""
    if not head.startswith(AFTER):
        return _outline(random, _any_head(random)) if random.random() < STANDS_ALONE else ""
    own = _OWN.get(head.removeprefix(AFTER).partition(" ")[0], "")
    return _outline(random, own if own and random.random() < 0.85 else _any_head(random))


def head_after(head: str, last: str) -> str:
    """A section's head with what it takes from the last one."""
    before = last.partition(SEPARATOR)[0]
    flow = next((word for word in before.split() if word in _FLOWS), "spending")
    return head.removeprefix(AFTER).replace("@flow", flow).replace("@", before)


def _any_head(random: Random) -> str:
    heads, weights = zip(*_HEADS, strict=True)
    return str(random.choices(heads, weights)[0]).replace("@", random.choice(_FLOWS))


def _outline(random: Random, head: str) -> str:
    """A head with the keys that some question of it had."""
    compared = head.startswith("compare")
    sided = random.random() < 0.4 if compared else head.startswith("share") and random.random() < 0.4
    keys = (
        ("name", random.random() < 0.65 or sided),
        ("not", random.random() < 0.1),
        ("vs", sided),
        ("when", random.random() < 0.75 or (compared and not sided)),
        ("than", compared and not sided),
        ("over", random.random() < 0.06),
        ("under", random.random() < 0.02),
        ("top", head.startswith(("ranking", "largest", "list")) and random.random() < 0.25),
        ("change", head == "suppose"),
    )
    return SEPARATOR.join((head, *(key for key, there in keys if there)))
