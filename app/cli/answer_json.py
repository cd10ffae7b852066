"""An answer as the contract's JSON."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.plan import Plan
from app.domain.result import ResultRow, Value, ValueKind
from app.presenters.asking import Answered

Json = dict[str, Any]


def value_json(value: Value | None) -> Json | None:
    """The one figure asked for."""
    if value is None:
        return None
    if value.kind is ValueKind.MONEY and value.money is not None:
        return {"kind": "money", "amount": value.money.decimal(), "currency": value.money.currency.code}
    if value.kind is ValueKind.COUNT:
        return {"kind": "count", "number": value.number}
    if value.kind is ValueKind.DATE and value.on is not None:
        return {"kind": "date", "date": value.on.isoformat()}
    if value.kind is ValueKind.PERCENT and value.percent is not None:
        return {"kind": "percent", "number": percent_text(value.percent)}
    return {"kind": "text", "text": value.text or ""}


def row_json(row: ResultRow) -> Json:
    """One line of the table; what a row does not have is left out."""
    found: Json = {"label": row.label}
    if row.money is not None:
        found.update(amount=row.money.decimal(), currency=row.money.currency.code)
    if row.count is not None:
        found["count"] = row.count
    if row.on is not None:
        found["date"] = row.on.isoformat()
    if row.percent is not None:
        found["percent"] = percent_text(row.percent)
    return found


def answer_json(answer: Answered) -> Json:
    """The contract's object for one answer."""
    return {
        "status": answer.status,
        "text": answer.text,
        "value": value_json(answer.value),
        "rows": [row_json(row) for row in answer.rows],
        "reading": answer.reading,
        "choices": list(answer.choices),
        "evidence": list(answer.evidence),
        "plan": plan_json(answer.plan),
        "planned_by": answer.planned_by,
        "model": answer.model,
        "milliseconds": {
            "plan": answer.plan_milliseconds,
            "run": answer.run_milliseconds,
            "total": answer.total_milliseconds,
        },
    }


def plan_json(plan: Plan | None) -> Json | None:
    """The plan without what it leaves open."""
    return None if plan is None else _plain(plan)


def percent_text(percent: Decimal) -> str:
    """A percentage as a plain decimal, such as `-4.2`."""
    return format(percent, "f")


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        parts = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        return {name: part for name, part in parts.items() if not _open(part)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return _leaf(value)


def _leaf(value: object) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return percent_text(value) if isinstance(value, Decimal) else value


def _open(part: Any) -> bool:
    return part is None or part is False or part in ("", [], {})
