"""Abbreviations of names: `bcc` is Bristol City Council, `hvb` Hausverwaltung Berg, `rds` Rainy Day Savings."""

SHORTEST, LONGEST = 3, 5
LONGEST_WORD_APART = 10
"""So long a first word may be a compound whose parts have a letter each."""


def stands_for(letters: str, name: str) -> bool:
    """Whether a word of a few letters is made of the first letters of a folded name's first words."""
    words = name.split()
    if not letters.isalpha() or not SHORTEST <= len(letters) <= LONGEST or len(words) < 2:
        return False
    if "".join(word[0] for word in words[: len(letters)]) == letters:
        return True
    first, second = words[:2]
    compound = len(first) >= LONGEST_WORD_APART and first[0] == letters[0] and letters[-1] == second[0]
    return compound and _in_order(letters[1:-1], first[1:])


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
