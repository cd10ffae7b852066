"""What the owner decided for a layout of statement, so that it is asked once."""

from app.store.connection import Connection


def remembered_choices(connection: Connection, layout: str) -> dict[str, str]:
    """The choice for each question about a layout."""
    rows = connection.execute("SELECT question, choice FROM layout_memory WHERE layout = ?", (layout,))
    return {str(question): str(choice) for question, choice in rows}


def all_remembered_choices(connection: Connection) -> dict[str, dict[str, str]]:
    """The choices of every layout."""
    found: dict[str, dict[str, str]] = {}
    for layout, question, choice in connection.execute("SELECT layout, question, choice FROM layout_memory"):
        found.setdefault(str(layout), {})[str(question)] = str(choice)
    return found


def remember_choice(connection: Connection, layout: str, *, question: str, choice: str) -> None:
    """Remember a choice; a later one replaces it."""
    connection.execute("INSERT OR REPLACE INTO layout_memory VALUES (?, ?, ?)", (layout, question, choice))
