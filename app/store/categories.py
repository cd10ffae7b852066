"""The table of categories."""

import json
from collections.abc import Iterable

from app.domain.category import Category
from app.store.connection import Connection


def categories(connection: Connection) -> tuple[Category, ...]:
    """All categories, by name."""
    rows = connection.execute("SELECT name, parent, income, words, keywords, icon FROM category ORDER BY name")
    return tuple(
        Category(
            name=name,
            parent=parent,
            income=bool(income),
            words=tuple(json.loads(words)),
            keywords=tuple(json.loads(keywords)),
            icon=icon,
        )
        for name, parent, income, words, keywords, icon in rows
    )


def put_categories(connection: Connection, wanted: Iterable[Category]) -> None:
    """Add categories, or replace those of the same name."""
    connection.executemany(
        "INSERT OR REPLACE INTO category (name, parent, income, words, keywords, icon) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                category.name,
                category.parent,
                int(category.income),
                json.dumps(category.words, ensure_ascii=False),
                json.dumps(category.keywords, ensure_ascii=False),
                category.icon,
            )
            for category in wanted
        ),
    )
