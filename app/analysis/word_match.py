"""Words in bank texts: folding them for comparison, and finding a phrase as whole words."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-zäöüéèêàâîïôûçñøåæ&+]+")


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """Lower case, apostrophes dropped, everything but letters, digits, & and + as single spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    return _NOT_WORD.sub(" ", plain).strip()


def holds_phrase(text: str, phrase: str) -> bool:
    """Whether the folded phrase stands in the folded text as whole words."""
    return f" {phrase} " in f" {text} "
