"""Amount limits as a question says them: `over 50`, `100 dollars or more`, `ten bucks at most`, `between 20 and 30`."""

import re
from dataclasses import dataclass
from functools import cache

from app.assistant.language import Language

_FIGURE = r"[$€£]?\d(?:[\d.,]*\d)?k?[$€£]?"
_RANGE = re.compile(rf"({_FIGURE})-({_FIGURE})(?= ?(?:bucks|dollars|euros?|pounds|quid|usd|eur|gbp|€|\$|£))")
"""`50-60 bucks`"""
_LEFT_OUT = re.compile(
    r"\b(?:leaving out|leave out|excluding|exclude|ignoring|ignore|skipping|skip|not counting|without|except|"
    r"but not|disregarding) (?:for )?"
    r"(?:anything|everything|all|any|purchases|payments|ones|those|the ones|amounts|things|stuff)"
    r"(?: (?:purchases|payments|things|ones))? (?:(?P<low>under|below|less than|smaller than|cheaper than)|"
    r"(?:over|above|more than|bigger than|larger than)) (?=[a-z$\u20ac\u00a3\d])"
)
_ONE = r"(?:one|charge|payment|purchase|transaction|debit|bill|order|fee|expense|withdrawal|booking)"
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class SaidLimits:
    """Spans of the question that say amounts; empty where none does."""

    at_least: str = ""
    at_most: str = ""

    def __bool__(self) -> bool:
        return bool(self.at_least or self.at_most)


def limits_said(text: str, language: Language) -> SaidLimits:
    """The limits in a question's text; a figure counts with a currency, or where its words can mean nothing else."""
    text = _turned_round(_RANGE.sub(r"\1 to \2", text))
    patterns = _patterns(tuple(sorted(_phrases(language).items())), tuple(sorted(_amount_words(language))))
    both = patterns["between"].search(text)
    if both and any(_certain(both.group(name), language) for name in ("low", "high")):
        return SaidLimits(both.group("low").strip(), both.group("high").strip())
    low = _found(text, patterns, side="over", language=language)
    high = _found(text, patterns, side="under", language=language)
    return SaidLimits(low, high)


def of_one_charge(span: str, text: str) -> bool:
    """Whether an amount is one charge's own and no limit: `what was that twenty-five pound charge`."""
    return re.search(rf"\b(?:that|the|this) {re.escape(span)} {_ONE}\b", text) is not None


def _turned_round(text: str) -> str:
    """`leaving out anything under thirty` as `at least thirty`: what is left out limits the other way."""
    return _LEFT_OUT.sub(lambda found: "at least " if found["low"] else "at most ", text)


def _phrases(language: Language) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in language.table("limits").items()}


def _amount_words(language: Language) -> frozenset[str]:
    numbers = {
        word for word in language.table("numbers") if word not in {"a", "an", "few", "several", "couple", "pair", "k"}
    }
    return frozenset(numbers)


@cache
def _patterns(phrases: tuple[tuple[str, tuple[str, ...]], ...], numbers: tuple[str, ...]) -> dict[str, re.Pattern[str]]:
    said = dict(phrases)
    number = rf"(?:{_FIGURE}|(?:an? )?(?:{'|'.join(numbers)})(?:[ -](?:{'|'.join(numbers)}))*)"
    money = rf"{number}(?: ?(?:€|\$|£|{'|'.join(said['money'])}))?"
    joined = {name: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for name, words in said.items()}
    end = r"(?=\s|$)"
    return {
        "between": re.compile(
            rf"(?:\b(?:between|from|of)\s)?(?P<low>{money})\s"
            rf"(?:and|to|-|up to|but (?:{joined['under']}))\s(?P<high>{money}){end}"
        ),
        "over": re.compile(rf"(?:^|(?<!\bno)(?<!\bnot)\s)(?:{joined['over']})\s(?:the )?(?P<before>{money}){end}"),
        "under": re.compile(rf"(?:^|\s)(?:{joined['under']})\s(?:the )?(?P<before>{money}){end}"),
        "over_after": re.compile(rf"(?:^|\s)(?P<after>{money})\s?(?:{joined['over_after']}){end}"),
        "under_after": re.compile(rf"(?:^|\s)(?P<after>{money})\s?(?:{joined['under_after']}){end}"),
    }


def _found(text: str, patterns: dict[str, re.Pattern[str]], *, side: str, language: Language) -> str:
    for match in patterns[f"{side}_after"].finditer(text):
        return match.group("after").strip()
    for match in patterns[side].finditer(text):
        span = match.group("before").strip()
        rest = text[match.end() :].split()
        if "top" in text[match.start() : match.start("before")].split() and not _certain(span, language):
            continue  # `top 5` counts, `top $100` limits
        if not _other_measure(span, rest[0] if rest else "", language=language):
            return span
    return ""


def _other_measure(span: str, following: str, *, language: Language) -> bool:
    """Whether the figure counts something else: days, times, percent, or is a year."""
    if _certain(span, language):
        return False
    if _YEAR.fullmatch(span) or (following.rstrip("%") == "" and following):
        return True
    tables = ("units", "months", "weekdays")
    return any(following in language.table(name) for name in tables) or following in language.table("limits")["counted"]


def _certain(span: str, language: Language) -> bool:
    """Whether a figure says its currency."""
    return bool(set("$€£") & set(span)) or any(word in language.table("limits")["money"] for word in span.split())
