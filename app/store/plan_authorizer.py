"""What a question may do to the database: SELECT over a closed list of tables, with a closed list of functions."""

PLAN_ACTIONS = ("SELECT", "READ", "FUNCTION", "RECURSIVE")

PLAN_TABLES = frozenset(
    {"entry", "entry_search", "account", "payee", "payee_alias", "category", "statement_span", "rate", "batch"}
)

PLAN_FUNCTIONS = frozenset(
    {
        "abs", "avg", "cast", "coalesce", "count", "date", "dense_rank", "first_value", "format", "group_concat",
        "ifnull", "iif", "instr", "json_each", "julianday", "lag", "last_value", "lead", "length", "like", "lower",
        "max", "min", "nullif", "printf", "rank", "replace", "round", "row_number", "strftime", "substr", "sum",
        "total", "trim", "upper",
    }
)  # fmt: skip

_NO_TABLE = ""
"""SQLite asks for a READ with an empty table where a query reads no column, such as count(*)."""


def permits(action: str, first: str, *, second: str) -> bool:
    """Whether a plan may do it. `first` is a table for READ, `second` a function's name for FUNCTION."""
    if action in ("SELECT", "RECURSIVE"):
        return True
    if action == "READ":
        return first in PLAN_TABLES or first in (_NO_TABLE, "json_each")
    if action == "FUNCTION":
        return second.lower() in PLAN_FUNCTIONS
    return False
