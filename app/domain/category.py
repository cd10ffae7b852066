"""Categories: a small tree of names that spending and income belong to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category; a parent groups several. `words` are what people call it, `keywords` what payees are called."""

    name: str
    parent: str = ""
    income: bool = False
    words: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    icon: str = ""
