"""Whether an answer is right: the figure exactly, names without regard to case, rows where rows are asked for."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tests.helpers.question_oracle import Expected
from tests.helpers.question_set import Question, households

Answer = Mapping[str, Any]
HALF_UNIT = Decimal("0.0051")
"""Amounts are told to the hundredth, however it is rounded."""
HALF_TENTH = Decimal("0.0501")
# Where the plan set has one intent for several figures of a purchase (its day, its amount, its payee), and where a saving
# can be told by the month and by the year, the sentence may tell the one asked for.
TOLD_IN_WORDS = frozenset({"first", "last", "largest", "smallest", "what_if", "fixed"})


class Verdict(StrEnum):
    """How a question went."""

    RIGHT = "right"
    IN_WORDS = "right in words"
    ASKED_BACK = "asked back"
    REFUSED = "refused"
    WRONG = "wrong"
    """Answered, but wrong: the one that must not be."""

    @property
    def good(self) -> bool:
        """Whether the person has got what was asked for."""
        return self in (Verdict.RIGHT, Verdict.IN_WORDS)


def judge(question: Question, answer: Answer) -> Verdict:
    """The verdict on one answer; the best one over all fair readings."""
    rights = question.right()
    if any(_is_right(question, right, answer=answer) for right in rights):
        return Verdict.RIGHT
    if question.figure == "nothing" and _is_none(answer):
        return Verdict.RIGHT
    if answer.get("status") == "clarify":
        return Verdict.ASKED_BACK
    if answer.get("status") != "answered":
        return Verdict.REFUSED
    text = str(answer.get("text", ""))
    readings = zip(question.readings, rights, strict=True)
    if any(reading.get("figure") in TOLD_IN_WORDS and _told(right, text) for reading, right in readings):
        return Verdict.IN_WORDS
    return Verdict.WRONG


def _is_right(question: Question, right: Expected, *, answer: Answer) -> bool:
    if right.kind in ("unsupported", "clarify"):
        return answer.get("status") == right.kind
    if answer.get("status") != "answered":
        return False
    value, rows = answer.get("value") or {}, answer.get("rows") or ()
    if right.kind == "names":
        return _names_right(question, right, rows=rows)
    if right.kind == "groups":
        return _groups_right(question, right, rows=rows)
    if right.kind == "list":
        return right.number == value.get("number") or (bool(rows) and right.number == len(rows))
    return _value_right(question, right, value=value) and _rows_right(question, right, rows=rows)


def _is_none(answer: Answer) -> bool:
    """An answered zero, of money or of rows: `anything bought at …` is as well told by an empty list."""
    value = answer.get("value") or {}
    zero = value.get("kind") in {"money", "count"} and not Decimal(str(value.get("amount", value.get("number"))))
    return answer.get("status") == "answered" and zero and not answer.get("rows")


def _value_right(question: Question, right: Expected, *, value: Answer) -> bool:
    kind = value.get("kind")
    if kind == "text":
        return any(same_name(question.household, name, label=str(value["text"])) for name in right.names)
    if kind != right.kind:
        return False
    if kind == "date":
        return right.day == date.fromisoformat(value["date"])
    if kind == "money" and value["currency"] != households()[question.household].currency:
        return False
    number, expected = Decimal(str(value["amount" if kind == "money" else "number"])), right.number
    if right.unsigned:
        number, expected = abs(number), abs(expected)
    return abs(number - expected) <= (HALF_TENTH if kind == "percent" else HALF_UNIT)


def _rows_right(question: Question, right: Expected, *, rows: Sequence[Answer]) -> bool:
    """Whether the first rows are the groups asked for; groups of one size may stand in any order."""
    if not right.groups:
        return True
    if len(rows) < len(right.groups):
        return False
    return all(
        _measures(row, size) for row, (_, size) in zip(rows, right.groups, strict=False)
    ) and all(
        any(same_name(question.household, name, label=str(row["label"])) for row in rows[: len(right.groups)])
        for name, _ in right.groups
    )  # fmt: skip


def _groups_right(question: Question, right: Expected, *, rows: Sequence[Answer]) -> bool:
    left = [row for row in rows if not _measures(row, Decimal(0)) or row.get("amount") is None]
    for name, size in right.groups:
        found = [
            row for row in left if _measures(row, size) and same_name(question.household, name, label=str(row["label"]))
        ]
        if not found:
            return False
        left.remove(found[0])
    return not left


def _names_right(question: Question, right: Expected, *, rows: Sequence[Answer]) -> bool:
    labels = [str(row["label"]) for row in rows]

    def present(name: str) -> bool:
        return any(same_name(question.household, name, label=label) for label in labels)

    return all(map(present, right.includes)) and not any(map(present, right.excludes))


def _measures(row: Answer, size: Decimal) -> bool:
    figures = [row.get("amount"), row.get("count")]
    return any(abs(abs(Decimal(str(figure))) - abs(size)) <= HALF_UNIT for figure in figures if figure is not None)


def same_name(household: str, name: str, *, label: str) -> bool:
    """Whether a label names a group: a payee also as the bank prints it, a month or week also in words."""
    wanted = folded(label)
    if not wanted:
        return False
    printed = {row.printed for row in households()[household].rows if row.payee == name}
    for form in (name, *printed, *_calendar_forms(name)):
        if wanted == folded(form) or set(wanted.split()) >= set(folded(form).split()):
            return True
    return any(set(folded(form).split()) > set(wanted.split()) for form in printed)


def _calendar_forms(name: str) -> tuple[str, ...]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", name):
        day = date.fromisoformat(name)
        return (f"{day:%G-W%V}", f"{day.day} {day:%B %Y}", f"{day.day} {day:%b %Y}")
    if re.fullmatch(r"\d{4}-\d\d", name):
        day = date.fromisoformat(f"{name}-01")
        return (f"{day:%B %Y}", f"{day:%b %Y}")
    return ()


def folded(text: str) -> str:
    """Small letters without accents or punctuation, one space between words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


def _told(right: Expected, text: str) -> bool:
    if right.kind == "money":
        amount = f"{abs(right.number):,.2f}"
        return bool(re.search(rf"(?<![\d,.]){re.escape(amount)}(?![\d])", text))
    if right.kind == "date" and right.day:
        words = folded(text)
        forms = (
            f"{right.day.day} {right.day:%b}",
            f"{right.day:%b} {right.day.day}",
            f"{right.day:%B} {right.day.day}",
        )
        return right.day.isoformat() in text or any(folded(form) in words for form in forms)
    return any(folded(name) in folded(text) for name in right.names)
