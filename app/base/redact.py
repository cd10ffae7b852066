"""Redaction: takes out of a text whatever may name the owner, an account or an amount."""

import re

MASK = "‹hidden›"

_LONGEST = 2_000
"""Letters of a line that are kept: some patterns take quadratic time, and no honest line is longer."""

_QUOTED = re.compile(r"“[^”]*”?|«[^»]*»?|\"[^\"\n]*\"?|`[^`\n]*`?|(?<!\w)'[^'\n]*'?|‘[^’]*’?")
_EMAIL = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,255}")
_IBAN = re.compile(r"(?<![^\W_])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{2,4}){3,8}(?![^\W_])")
_PATH = re.compile(r"(?:[A-Za-z]:)?(?:[/\\][^\s/\\:]+){2,}")
_AMOUNT = re.compile(
    r"[$€£¥₹₩₴₺₫₪₦₱]\s*[-+]?\d[\d.,' \u00a0\u202f]*"
    r"|[-+]?\d[\d,' \u00a0\u202f]*[.,]\d+(?:\s?[A-Z]{3}\b)?"
)
_DIGITS = re.compile(r"\d(?:[ \-./\u00a0\u202f]?\d){3,}")

_PATTERNS = (_QUOTED, _EMAIL, _IBAN, _PATH, _AMOUNT, _DIGITS)


def redact(text: str) -> str:
    """The text without quoted words, e-mail addresses, IBANs, paths, amounts and runs of four digits or more.

    The second net: the log writes only what its caller marked as harmless (`shown`) in the first place.
    """
    text = text[:_LONGEST]
    for pattern in _PATTERNS:
        text = pattern.sub(MASK, text)
    return text
