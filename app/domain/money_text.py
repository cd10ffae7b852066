"""Money as people write it: `$1,402.18`, `−€12.00`; the minus is U+2212."""

from app.domain.money import Money

_MINUS = "\N{MINUS SIGN}"


def money_text(money: Money, *, plus: bool = False) -> str:
    """The amount with its currency's sign in front and grouped thousands; `plus` marks money in."""
    figures = grouped_figures(abs(money).decimal())
    symbol = money.currency.symbol
    gap = "\N{NO-BREAK SPACE}" if len(symbol) > 1 and symbol.isalpha() else ""
    sign = _MINUS if money.minor < 0 else "+" if plus and money.minor > 0 else ""
    return f"{sign}{symbol}{gap}{figures}"


def grouped_figures(decimal: str) -> str:
    """Group the thousands of a plain, unsigned decimal: `1402.18` becomes `1,402.18`."""
    whole, point, fraction = decimal.partition(".")
    return f"{int(whole):,}{point}{fraction}"
