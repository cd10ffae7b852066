"""The encoding ladder: byte order mark, UTF-16 by its NULs, strict UTF-8, the declared code page, scored code pages."""

import codecs
from dataclasses import dataclass

from app.domain.statement import Finding
from app.domain.statement_kinds import Severity
from app.statements.encoding_alignment import out_of_step
from app.statements.encoding_scores import best_code_page, is_plausible

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ("ascii", "utf-8", "utf-16", "cp", "iso8859", "koi8", "mac", "shift_jis", "gb", "big5", "euc")
"""How the names of real code pages begin; Python's other codecs (rot-13, punycode, …) are no way to write a text."""
_LEAD_BYTES = bytes(range(0xC0, 0x100))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in, and what was odd about it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Turn a file's bytes into text without its byte order mark; never raises.

    `declared` is the code page the file itself names; it is believed only where the bytes agree with it.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    wide = _wide_encoding(data[:4096])
    if wide:
        return _decoded(data, wide)
    if data.isascii():
        return Decoded(data.decode("ascii"), "utf-8")
    if _is_utf8(data):
        return _decoded(data, "utf-8")
    return _legacy(data, declared)


def glance(data: bytes) -> str:
    """Text good enough to recognise a format by its ASCII words: never fails, keeps one character a byte."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return data.decode(_wide_encoding(data[:4096]) or "latin-1", "replace")


def codec_name(declared: str) -> str:
    """Python's name of a declared code page (`1252`, `ISO-8859-1`, `CP1252`); empty where there is none such."""
    wanted = declared.strip().lower()
    for name in (wanted, f"cp{wanted}", f"iso-{wanted}", wanted.replace("windows", "cp")):
        try:
            found = codecs.lookup(name).name
        except (LookupError, ValueError):
            continue
        if found.startswith(_CODE_PAGES):
            return found
    return ""


def _decoded(data: bytes, encoding: str) -> Decoded:
    """Decode, telling the line of the first byte that does not belong; an error where whole lines are lost by it."""
    if encoding.startswith("utf-16"):
        text = data.decode(encoding, "replace")
        line = out_of_step(data, text)
        if line is not None:
            return Decoded(text, encoding, (_broken(encoding, line),))
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        finding = Finding(
            severity=Severity.WARNING,
            code="undecodable_bytes",
            message=f"Some characters are damaged (no valid {encoding.upper()}); they are shown as �.",
            line=line,
        )
        return Decoded(data.decode(encoding, "replace"), encoding, (finding,))


def _broken(encoding: str, line: int) -> Finding:
    """The text from there on is not what the bank wrote, and rows of it are lost."""
    message = (
        f"From line {line} on a byte is missing or too many (no whole {encoding.upper()}), and rows may be lost: "
        "another program changed the file. Download it again."
    )
    return Finding(severity=Severity.ERROR, code="bytes_out_of_step", message=message, line=line)


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark: every other byte of mostly ASCII text is NUL, in its first words if not throughout."""
    return _nulls_apart(head) or _nulls_apart(head[:32].partition(b"\n")[0])


def _nulls_apart(part: bytes) -> str:
    if len(part) < 4 or b"\x00" not in part:
        return ""
    even, odd = part[0::2], part[1::2]
    if odd.count(0) > len(odd) * 0.7 and even.count(0) < len(even) * 0.1:
        return "utf-16-le"
    if even.count(0) > len(even) * 0.7 and odd.count(0) < len(odd) * 0.1:
        return "utf-16-be"
    return ""


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, allowing for a few damaged characters in much text that is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", "replace").count("�") - data.count("�".encode())
        whole = len(data) - len(data.translate(None, _LEAD_BYTES)) - damaged
        return damaged * 20 < whole
    return True


def _legacy(data: bytes, declared: str) -> Decoded:
    name = codec_name(declared)
    if name and name not in {"ascii", "utf-8"} and is_plausible(data, name):
        return _decoded(data, name)
    best = best_code_page(data)
    decoded = _decoded(data, best)
    if name in {"", best, "ascii"}:
        return decoded
    finding = Finding(
        severity=Severity.INFO,
        code="declared_encoding_wrong",
        message=f"The file says it is {declared}, but its characters are {best}; read as {best}.",
    )
    return Decoded(decoded.text, decoded.encoding, (*decoded.findings, finding))
