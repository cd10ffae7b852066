"""The names people see for batches: `s-000012` while staged, `b-000012` once committed, over one row number."""

import json
from collections.abc import Iterable

from app.domain.errors import NotFoundError


def staged_id(number: int) -> str:
    """The name of a staged batch."""
    return f"s-{number:06d}"


def batch_id(number: int) -> str:
    """The name of a committed batch."""
    return f"b-{number:06d}"


def number_of(name: str) -> int:
    """The row number in either name; raises NotFoundError."""
    kind, _, figures = name.partition("-")
    if kind not in {"s", "b"} or not (figures.isascii() and figures.isdigit()) or len(figures) > 12:
        raise NotFoundError("import", name)
    return int(figures)


def id_list(ids: Iterable[int]) -> str:
    """Ids as one bound value, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(ids))


def text_list(texts: Iterable[str]) -> str:
    """Texts as one bound value, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(texts), ensure_ascii=False)
