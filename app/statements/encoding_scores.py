"""Which legacy code page a text is in: the one under which its letters make words as people write them."""

import re
import unicodedata
from functools import lru_cache

from app.statements.encoding_alphabets import ALPHABETS, alphabet_fit

_MIDDLE_EUROPEAN = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžČŘŠŽőűÁÉÍÚÝöüÖÜăâîșțđ"
_CYRILLIC = "оеаинтсрвлОЕАИНТСРВЛ"
_RARE = frozenset("бчйхжшюцщэфъёБЧЙХЖШЮЦЩЭФЪЁ")
"""Seldom letters of Cyrillic: the commonest ones of one code page read as another's, the case turned round."""
_COMMON_LETTERS = {
    "cp1252": "äöüßÄÖÜéèêàâçñåøæÅØÆîïôûùáíóúëìòãõÉÈÑÇ",
    "cp1250": _MIDDLE_EUROPEAN,
    "cp1251": _CYRILLIC,
    "cp1253": "αοιετσνηυρή",
    "cp1254": "ğışçöüİŞĞÇÖÜ",
    "cp1255": "יוהלאברתשמ",
    "cp1256": "ايلمونرتبة",
    "cp1257": "āčēģīķļņšūžąęėįųõäöüŠŽĀĒĪŪ",
    "cp850": "äöüßÄÖÜéèêàâçñåøæÅØÆîôáíóú",
    "cp852": "ąćęłńóśźżáčďéěíňřšťúůýžőűöüĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜ",
    "iso8859_2": _MIDDLE_EUROPEAN,
    "cp866": _CYRILLIC,
    "koi8_r": _CYRILLIC,
    "mac_roman": "äöüßÄÖÜéèêàâçñåøæîïôûáíóú",
    "iso8859_15": "",
}
_CANDIDATES = (*_COMMON_LETTERS, "cp932", "gb18030", "big5", "cp949", "euc_jp")
_WIDE = frozenset({"cp932", "gb18030", "big5", "cp949", "euc_jp"})
_EVERYDAY = {
    "cp932": ((0x81, 0x83), (0x88, 0x97)), "euc_jp": ((0xA1, 0xA5), (0xB0, 0xCF)),
    "gb18030": ((0xA1, 0xA3), (0xB0, 0xD7)), "big5": ((0xA1, 0xA3), (0xA4, 0xC6)),
    "cp949": ((0xA1, 0xA3), (0xB0, 0xC8)),
}  # fmt: skip
"""First bytes of the characters in daily use (JIS X 0208 and GB 2312 level 1, Big5 level 1, KS X 1001 hangul)."""
_PREFERENCE = {
    "cp1252": 0.3, "cp1250": 0.15, "cp1251": 0.1, "cp1254": 0.1, "iso8859_15": 0.1, "cp932": 0.1, "gb18030": 0.1,
    "cp850": -0.3, "cp852": -0.3, "mac_roman": -0.3, "iso8859_2": -0.4,
}  # fmt: skip
"""A nudge towards what banks use most and away from what left with DOS, so that short texts are not read by chance."""
_FOREIGN_LETTERS = 0.6
"""What a text loses whose letters are of no one language of a Latin code page, held against another such page."""
_TRUST = 1.0
"""How much worse than the best a declared code page may score and still be believed."""

_SIGNS_WITH_WORDS = "€£¥§°’‘“”„–—…«»©®™ºª½¼²³µ·•№¿¡\u00a0"
_STRETCH = re.compile(rb"[\x20-\x7e]{0,12}[\x80-\xff](?:[\x20-\xff]{0,12}[\x80-\xff]){0,40}[\x20-\x7e]{0,12}")
_SAMPLE_BYTES = 30_000
_FATAL = -50.0


def best_code_page(data: bytes) -> str:
    """The code page under which the stretches around non-ASCII bytes read best; cp1252 where nothing fits."""
    sample = _sample(data)
    scored = {name: _score(sample, name) + _PREFERENCE.get(name, 0.0) for name in _CANDIDATES}
    best = max(scored, key=lambda name: scored[name])
    if best in ALPHABETS:
        best = max(ALPHABETS, key=lambda name: scored[name] + _FOREIGN_LETTERS * _fit(sample, name))
    return best if scored[best] > _FATAL else "cp1252"


def _fit(sample: bytes, name: str) -> float:
    return alphabet_fit(sample.decode(name, "ignore"), name) / 100


def is_plausible(data: bytes, name: str) -> bool:
    """Whether the bytes, read in the code page, look like words rather than like another code page's bytes."""
    sample = _sample(data)
    own = _score(sample, name)
    return own > 0 or own >= max(_score(sample, other) for other in _CANDIDATES) - _TRUST


def _sample(data: bytes) -> bytes:
    """The stretches around non-ASCII bytes, enough of them to judge, one a line."""
    stretches, size = [], 0
    for found in _STRETCH.finditer(data):
        stretches.append(found.group())
        size += len(found.group())
        if size >= _SAMPLE_BYTES:
            break
    return b"\n".join(stretches)


def _score(sample: bytes, name: str) -> float:
    """Mean score a non-ASCII byte, about -3 to 2; far below that where the bytes are not of the code page."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return _FATAL * 2
    common = _COMMON_LETTERS.get(name, "")
    total, count = 0.0, 0
    padded = f"\n{text}\n"
    for position in range(1, len(padded) - 1):
        here = padded[position]
        if here.isascii():
            continue
        count += 1
        total += _character_score(padded[position - 1], here, after=padded[position + 1])
        total += 0.5 if here in common else 0.0
        if name in _EVERYDAY and not _is_everyday(here, name):
            total -= 1.0
    return total / count if count else 0.0


@lru_cache(maxsize=65536)
def _is_everyday(here: str, name: str) -> bool:
    """Whether an East Asian code page keeps the character among those in daily use; half-width kana are."""
    first = here.encode(name)[0]
    return len(here.encode(name)) == 1 or any(low <= first <= high for low, high in _EVERYDAY[name])


@lru_cache(maxsize=65536)
def _character_score(before: str, here: str, *, after: str) -> float:
    """How natural a character is between its neighbours."""
    script, category = _script(here), unicodedata.category(here)
    if category in {"Cc", "Co", "Cn"}:
        return -6.0
    if not script:
        return _sign_score(before, here, after=after)
    neighbours = [letter for letter in (before, after) if letter.isalpha()]
    strangers = sum(1 for letter in neighbours if _script(letter) != script)
    if strangers:
        return -2.0 * strangers
    if script == "LATIN":
        return _latin_score(before, here, after=after)
    case = -1.5 if here.isupper() and before.islower() else 0.0
    case -= 0.5 if here in _RARE else 0.0
    case += 0.3 if script in {"HANGUL", "HEBREW"} else 0.0  # their code pages read as others give letters, not words
    return case + (1.0 if neighbours else -0.5) + (0.2 if here.islower() else 0.1 if here.isupper() else 0.0)


def _latin_score(before: str, here: str, *, after: str) -> float:
    if here.isupper() and before.islower():
        return -2.0
    if here.islower() and after.isupper() and not before.islower():
        return -1.0
    if here.isupper() and before.isupper() and after.islower():
        return -1.0
    if here.isupper() and after.isdigit():
        return -0.5
    if not (before.isalpha() or after.isalpha()) and (here.isupper() or before.isdigit() or after.isdigit()):
        return -0.5  # a lone letter beside figures or in brackets is a currency sign of another code page
    accented = sum(1 for letter in (before, after) if letter.isalpha() and not letter.isascii())
    plain = sum(1 for letter in (before, after) if letter.isalpha() and letter.isascii())
    return 0.5 * plain - 0.8 * accented


def _sign_score(before: str, here: str, *, after: str) -> float:
    inside_word = before.isalpha() and after.isalpha()
    if here in "’'·":
        return 0.3
    if here in _SIGNS_WITH_WORDS:
        return -1.5 if inside_word else 0.3
    name = unicodedata.name(here, "")
    if name.startswith(("IDEOGRAPHIC", "FULLWIDTH", "KATAKANA", "CJK")):
        return 0.3
    return -2.5 if inside_word or name.startswith(("BOX", "BLOCK")) else -1.0


@lru_cache(maxsize=65536)
def _script(letter: str) -> str:
    """The script of a letter by its Unicode name, Japanese and Chinese as one; empty for what is no letter."""
    if not letter.isalpha() or letter in "ºªµ":
        return ""
    name = unicodedata.name(letter, "").replace("HALFWIDTH ", "").split(" ", 1)[0]
    return "EAST ASIAN" if name in {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"} else name
