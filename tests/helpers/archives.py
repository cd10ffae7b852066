"""Archives for tests, good and hostile."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterable

CSV = b"Date,Description,Amount\n2026-01-15,GREEN GROCER,-12.30\n2026-01-16,PAYROLL,2000.00\n"


def packed(members: Iterable[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of the members in order; a name may come twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as container:
        warnings.simplefilter("ignore")
        for name, data in members:
            container.writestr(name, data)
    return out.getvalue()


def lying_about_sizes(data: bytes, size: int) -> bytes:
    """The archive with another unpacked size in its directory for the last member."""
    place = data.rindex(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4 :]


def overlapping(copies: int, megabytes: int) -> bytes:
    """A bomb whose many directory entries share one packed member (Fifield, 2019)."""
    one = packed([("a.csv", b"0" * (megabytes << 20))])
    start, end = one.rindex(b"PK\x01\x02"), one.rindex(b"PK\x05\x06")
    entry = one[start:end]
    entries = b"".join(entry[:-5] + b"%c.csv" % (97 + at) for at in range(copies))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, copies, copies, len(entries), start, 0)
    return one[:start] + entries + tail


def _nested() -> bytes:
    inner = packed([("jan.csv", CSV)])
    for _ in range(20):
        inner = packed([("inner.zip", inner)], method=zipfile.ZIP_STORED)
    return inner


def _bomb() -> bytes:
    return packed([("jan.csv", b"0" * (48 << 20))])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a bomb by its ratio": _bomb,
    "a bomb that lies about its size": lambda: lying_about_sizes(_bomb(), 1000),
    "entries that share one member": lambda: overlapping(20, 15),
    "archives in archives": _nested,
    "many members": lambda: packed((f"{number}.csv", CSV) for number in range(2500)),
    "names that climb": lambda: packed([("../../../etc/passwd", CSV), ("/etc/shadow", CSV), ("C:\\boot.ini", CSV)]),
    "a name of 60,000 characters": lambda: packed([("a/" * 20_000 + "b" * 20_000 + ".csv", CSV)]),
    "names with what is not seen": lambda: packed([("jan\u202evsc.exe.csv", CSV), ("\x1b[2Jfeb.csv", CSV)]),
    "one name ten times": lambda: packed([("jan.csv", CSV)] * 10),
    "a directory cut off": lambda: packed([("jan.csv", CSV)])[:-30],
    "nothing but the signature": lambda: b"PK\x03\x04" + bytes(1000),
}
"""Archives nobody packs by mistake, by what they are."""
