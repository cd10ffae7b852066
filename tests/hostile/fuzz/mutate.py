"""Changes to a seed that keep its grammar: a value between two separators is replaced, doubled or taken away.

In a container the change is made to a member, and the container packed again.
"""

import io
import re
import zipfile
import zlib
from random import Random

_VALUE = re.compile(rb"[^<>\r\n;,:\t\"|^]+")
_CONTENT = re.compile(rb"(?<=>)[^<>]+(?=<)|<([A-Za-z]+)>[^<>]*</\1>\s*")
_SHOWN = re.compile(rb"(?<=\()[^()\n]*(?=\) Tj)|(?<=1 0 0 1 )[\d.]+ [\d.]+")
_LINE = re.compile(rb"[^\r\n]*\r?\n")
_MOST_CHANGES = 4


_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, OverflowError, RuntimeError)


def mutated_container(data: bytes, random: Random, words: list[bytes]) -> bytes:
    """The data as a ZIP with a few values in one of its members changed; as plain bytes where it is none, or by chance."""
    if not data.startswith(b"PK") or random.random() < 0.2:
        return mutated(data, random, words)
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
            members = before.infolist()
            chosen = random.randrange(len(members))
            for at, member in enumerate(members):
                content = before.read(member)
                after.writestr(member, mutated(content, random, words) if at == chosen else content)
    except _BROKEN:
        return mutated(data, random, words)
    return out.getvalue()


def mutated(data: bytes, random: Random, words: list[bytes]) -> bytes:
    """The data with a few values or lines changed."""
    strict = b"</Document>" in data
    values = _CONTENT if strict else _SHOWN if data.startswith(b"%PDF") and random.random() < 0.9 else _VALUE
    for _ in range(random.randint(1, _MOST_CHANGES)):
        chosen = _LINE if random.random() < 0.2 and not strict else values
        spans = [match.span() for match in chosen.finditer(data)]
        if not spans:
            return data
        begin, end = random.choice(spans)
        data = data[:begin] + _changed(data[begin:end], random, words=words) + data[end:]
    return data


def _changed(value: bytes, random: Random, *, words: list[bytes]) -> bytes:
    if value.startswith(b"<"):
        return random.choice((b"", value + value, value))
    at = random.randrange(len(value) + 1)
    figure = bytes([random.choice(b"0123456789.,-+'() eE/\xc3\xa0\x00")])
    return random.choice(
        (
            random.choice(words),
            value + value,
            b"",
            value[:at] + random.choice(words) + value[at:],
            value[:at] + figure + value[at:],
            value[:at] + bytes([random.randrange(256)]) + value[at + 1 :],
        )
    )
