"""Amounts of a message that are written unlike the others: SWIFT demands a comma (field 61), few banks leave it out."""

from collections.abc import Mapping


def odd_lines(marks: Mapping[int, str]) -> list[int]:
    """The lines whose amount has another decimal mark than most, or none; empty where they are no small part.

    `marks`: the decimal mark of each line's amount by the line's number, empty where the amount has none,
    with `+` where more decimals follow than the currency has.
    """
    written = list(marks.values())
    usual = max(set(written), key=written.count, default="")
    odd = [line for line, mark in marks.items() if mark != usual]
    return odd if usual and len(odd) * 2 < len(written) else []
