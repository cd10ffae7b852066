"""The names a Linux library asks of others: the undefined entries of its dynamic symbol table (ELF, part 1)."""

import struct
from collections.abc import Iterator

MAGIC_64_LITTLE = b"\x7fELF\x02\x01"
DYNAMIC_SYMBOLS = 11  # SHT_DYNSYM
SECTION = struct.Struct("<IIQQQQIIQQ")
SYMBOL = struct.Struct("<IBBHQQ")


def imported(library: bytes) -> frozenset[str]:
    """The symbols a 64-bit little-endian ELF library takes from others; empty for a file of another kind."""
    if not library.startswith(MAGIC_64_LITTLE):
        return frozenset()
    sections = list(_sections(library))
    names: set[str] = set()
    for kind, offset, size, link in sections:
        if kind == DYNAMIC_SYMBOLS:
            names.update(_undefined(library[offset : offset + size], library[sections[link][1] :]))
    return frozenset(names)


def _sections(library: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Type, offset, size and linked section of every section."""
    (start,) = struct.unpack_from("<Q", library, 0x28)
    entry_size, count = struct.unpack_from("<HH", library, 0x3A)
    for number in range(count):
        _, kind, _, _, offset, size, link, _, _, _ = SECTION.unpack_from(library, start + number * entry_size)
        yield kind, offset, size, link


def _undefined(symbols: bytes, strings: bytes) -> Iterator[str]:
    for name, _, _, section, _, _ in SYMBOL.iter_unpack(symbols):
        if section == 0 and name:
            yield strings[name : strings.index(b"\0", name)].decode("ascii", errors="replace")
