"""The letters beyond ASCII of the languages a code page was made for: a text is mostly of one of them."""

from collections import Counter

_WESTERN = (
    "äöüß", "éèêëàâçîïôûùüÿœæ", "àèéìíîòóù", "áéíóúüñªº", "áâãàçéêíóôõúª", "åäöé", "æøåéäö", "áéíóúýþæöð", "éëïèöü",
)  # fmt: skip
_CENTRAL = (
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čšžćđ", "ăâîșțşţ", "äöüß",
)  # fmt: skip
ALPHABETS = {
    "cp1252": _WESTERN,
    "iso8859_15": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1254": ("çğıİöşüâîû", *_WESTERN),
    "cp1257": ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž", "äöüß"),
}
"""The Latin code pages of Windows, which differ in their letters only, and of Unix: each with its languages."""


def alphabet_fit(text: str, name: str) -> int:
    """How many percent of the text's letters beyond ASCII the one best language of the code page has.

    100 for a text without such letters, and for code pages of other scripts.
    """
    alphabets = ALPHABETS.get(name)
    letters = Counter(letter.casefold()[:1] for letter in text if not letter.isascii() and letter.isalpha())
    if alphabets is None or not letters:
        return 100
    best = max(sum(count for letter, count in letters.items() if letter in alphabet) for alphabet in alphabets)
    return best * 100 // letters.total()
