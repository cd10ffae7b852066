"""Hostile files, read in the real worker: none crashes the app, none runs past its limits, each gets a clear word (R6)."""

import time
from collections.abc import Callable
from datetime import date
from random import Random

import pytest

from app.domain.errors import InputRefusedError
from app.domain.statement_kinds import Severity
from app.statements.reader import ReadOptions, StatementSource
from app.statements.registry import read_statement
from app.workers.statement_client import StatementWorker

_OPTIONS = ReadOptions(today=date(2026, 1, 1), default_currency="USD")
_OFX = b"OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD<BANKTRANLIST>"
_CAMT = b'<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>'
_MT940 = b":20:X\n:25:1\n:60F:C250101EUR1,\n"
_BOMB = b"".join(b'<!ENTITY l%d "%s">' % (at, b"&l%d;" % (at - 1) * 10) for at in range(1, 10))


def hostile(size: int) -> dict[str, Callable[[], bytes]]:
    """What makes one file of each kind, about that many bytes long."""
    return {
        "entity bomb": lambda: (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">' + _BOMB + b"]>" + _CAMT[21:] + b"&l9;"
        ),
        "entity bomb in OFX": lambda: b"<!DOCTYPE x [" + _BOMB + b"]>" + _OFX + b"&l9;",
        "deep XML": lambda: _CAMT + b"<a>" * (size // 3),
        "deep XML with text": lambda: _CAMT + b"<a>x" * (size // 4),
        "deep OFX": lambda: _OFX + b"<STMTRS><BAL>" * (size // 13),
        "deep unknown OFX": lambda: _OFX + b"<ZZ>" * (size // 9) + b"</ZZ>" * (size // 9),
        "endless line": lambda: _OFX + b"<STMTTRN><NAME>" + b"A" * size,
        "open comments": lambda: _OFX + b"<!--" * (size // 4),
        "stray signs": lambda: _OFX + b"<" * size,
        "endless CDATA": lambda: _OFX + b"<NAME>" + b"<![CDATA[x]]>" * (size // 13),
        "references": lambda: _OFX + b"<STMTTRN><NAME>" + b"&#x41;" * (size // 6),
        "endless attributes": lambda: _OFX + b"<A " + b"x " * (size // 2),
        "endless amount": lambda: (
            _OFX + b"<STMTTRN><DTPOSTED>20250101<TRNAMT>" + b"1,111" * (size // 5) + b"</STMTTRN></OFX>"
        ),
        "NULs": lambda: b"\0" * size,
        "NULs in OFX": lambda: _OFX.replace(b"STMTRS", b"ST\0MTRS") * (size // len(_OFX)),
        "endless statement line": lambda: _MT940 + b":61:" + b"9" * size,
        "endless balance": lambda: _MT940 + b":62F:C250101EUR" + b"1 " * (size // 2),
        "endless details": lambda: _MT940 + b":61:2501010101D1,NTRFX\n:86:" + b"/NAME/" * (size // 6),
        "glued blocks": lambda: _MT940 + b"{1:" * (size // 3),
        "QIF that never ends an entry": lambda: b"!Type:Bank\n" + b"D1/1/25\n" * (size // 8),
        "endless QIF date": lambda: b"!Type:Bank\nD" + b"1" * size + b"\nT1\n^\n",
        "endless QIF amount": lambda: b"!Type:Bank\nD1/13/25\nT" + b"1" * size + b"\n^\n",
        "every byte": lambda: b"!Type:Bank\n" + bytes(range(128, 256)) * (size // 128),
        "a million columns": lambda: b"Date,Amount," + b"x," * (size // 2) + b"\n2025-01-01,1.00\n",
        "random": lambda: Random(7).randbytes(size),
    }


def judge(name: str, data: bytes, worker: StatementWorker, *, seconds: int) -> None:
    began = time.monotonic()
    try:
        file = worker.read(StatementSource(name, data), _OPTIONS)
    except InputRefusedError as refusal:
        told = (bool(refusal.message), refusal.file)
        assert told == (True, name)
    else:
        assert file.refused or file.findings or file.decisions, name
        assert all(finding.message for finding in file.findings)
        assert all(len(row.printed_payee) < 5_000 for statement in file.statements for row in statement.rows)
    assert time.monotonic() - began < seconds, name


def test_hostile_files_of_a_megabyte_are_answered_quickly() -> None:
    with StatementWorker(seconds=20.0) as worker:
        for name, make in hostile(1_000_000).items():
            judge(name, make(), worker, seconds=21)


@pytest.mark.long
@pytest.mark.parametrize("name", list(hostile(100)))
def test_hostile_files_of_fifty_megabytes_stay_within_the_limits(name: str) -> None:
    with StatementWorker() as worker:
        judge(name, hostile(50_000_000)[name](), worker, seconds=120)


def test_what_hides_in_a_payee_is_taken_out_and_told() -> None:
    payee = "Shop\u202e\u2066\x00\x1b[2J\u200b"
    data = f"!Type:Bank\nD1/13/25\nT-1.00\nP{payee}\n^\n".encode()
    with StatementWorker() as worker:
        file = worker.read(StatementSource("a.qif", data), _OPTIONS)
    assert file.statements[0].rows[0].printed_payee == "Shop[2J"
    assert [finding.code for finding in file.findings] == ["text_made_inert"]


_SEEDS = {
    "a.ofx": _OFX
    + b"<STMTTRN><DTPOSTED>20250101<TRNAMT>-1.00<NAME>Shop</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></OFX>",
    "a.xml": _CAMT + b'<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2025-01-01</Dt></BookgDt>'
    b"</Ntry></Stmt></BkToCstmrStmt></Document>",
    "a.sta": _MT940 + b":61:2501010101D1,00NTRFX\n:86:166?00KARTE?32Laden\n:62F:C250101EUR0,\n-\n",
    "a.qif": b"!Type:Bank\nD1/13/25\nT-1.00\nPShop\n^\n",
}


def _mutated(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at = random.randrange(len(changed))
        change = random.randrange(4)
        if change == 0:
            changed[at] = random.randrange(256)
        elif change == 1:
            del changed[at : at + random.randint(1, 20)]
        elif change == 2:
            changed[at:at] = changed[at : at + random.randint(1, 30)]
        else:
            changed[at:at] = random.choice([b"\0", b"<", b"-", b"9" * 50, b"\xff", b"^\n", b":61:", "é".encode()])
        if not changed:
            return b""
    return bytes(changed)


@pytest.mark.parametrize("name", _SEEDS)
@pytest.mark.parametrize("cases", [500, pytest.param(100_000, marks=pytest.mark.long)])
def test_mutated_files_never_break_a_reader(name: str, cases: int) -> None:
    random = Random(20251101)
    for _ in range(cases):
        file = read_statement(StatementSource(name, _mutated(_SEEDS[name], random)), _OPTIONS)
        assert not file.refused or any(finding.severity is Severity.ERROR for finding in file.findings)
