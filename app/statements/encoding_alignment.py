"""Where a UTF-16 text falls out of step: a byte too many or too few makes other characters of all that follow."""

import re

_ASCII = (9, 10, 13, *range(32, 127))
_SWAPPED = re.compile(f"[{''.join(chr(byte << 8) for byte in _ASCII)}]{{4,}}")
"""ASCII with the two bytes of each unit the wrong way round: U+4100 for A."""
_LINE_END = re.compile("\n|\u0a00|\u0a0d")
"""As it is written, out of step, and with the byte that put it out of step; the last two are no characters else."""
_DIFFERENT = 3
"""A run of one or two such characters is a ruler or an indent: ──── and the ideographic space are among them."""


def out_of_step(data: bytes, text: str) -> int | None:
    """The 1-based line from which the bytes of a UTF-16 file are out of step; None where none are.

    `data` has no byte order mark, `text` is what decoding it gave. Line ends rewritten byte by byte put every other
    line out of step; an odd number of bytes shows even where no line is.
    """
    run = next((found for found in _SWAPPED.finditer(text) if len(set(found.group())) >= _DIFFERENT), None)
    if run is not None:
        return len(_LINE_END.findall(text, 0, run.start() + 1)) + 1
    return text.count("\n") + 1 if len(data) % 2 else None
