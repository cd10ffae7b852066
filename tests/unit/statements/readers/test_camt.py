"""The CAMT reader: every version's ways, batches, currencies, balances, and broken XML."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import decimal_text
from app.domain.statement_kinds import ProofState, Severity
from tests.helpers.statement_texts import read

_ROOTS = {
    "052": ("BkToCstmrAcctRpt", "Rpt"),
    "053": ("BkToCstmrStmt", "Stmt"),
    "054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn"),
}


def camt(body: str, *, kind: str = "053", version: str = "02", prefix: str = "") -> bytes:
    root, statement = _ROOTS[kind]
    colon = f"{prefix}:" if prefix else ""
    space = f'xmlns{":" + prefix if prefix else ""}="urn:iso:std:iso:20022:tech:xsd:camt.{kind}.001.{version}"'
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Document {space}>\n<{root}>\n<{statement}><Acct><Id><IBAN>'
        f"CH9300762011623852957</IBAN></Id><Ccy>CHF</Ccy></Acct>\n{body}</{statement}></{root}></Document>"
    )
    if prefix:
        text = text.replace("</", f"</{colon}").replace("<", f"<{colon}").replace(f"<{colon}/{colon}", f"</{colon}")
        text = text.replace(f"<{colon}?", "<?")
    return text.encode()


def entry(amount: int, *, extra: str = "", sign: str = "", currency: str = "CHF", status: str = "BOOK") -> str:
    return (
        f'<Ntry><Amt Ccy="{currency}">{decimal_text(abs(amount), 2)}</Amt>'
        f"<CdtDbtInd>{sign or ('DBIT' if amount < 0 else 'CRDT')}</CdtDbtInd><Sts>{status}</Sts>"
        f"<BookgDt><Dt>2025-10-02+02:00</Dt></BookgDt>{extra}</Ntry>\n"
    )


def balance(kind: str, amount: int) -> str:
    sign = "DBIT" if amount < 0 else "CRDT"
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>"
        f'<Amt Ccy="CHF">{decimal_text(abs(amount), 2)}</Amt><CdtDbtInd>{sign}</CdtDbtInd></Bal>'
    )


def details(*amounts: int) -> str:
    parts = (f'<TxDtls><Amt Ccy="CHF">{decimal_text(abs(one), 2)}</Amt></TxDtls>' for one in amounts)
    return f"<NtryDtls>{''.join(parts)}</NtryDtls>"


@given(
    st.lists(st.integers(-(10**9), 10**9).filter(bool), max_size=12),
    st.integers(-(10**9), 10**9),
    st.sampled_from(sorted(_ROOTS)),
    st.sampled_from(["", "ns2"]),
)
def test_generated_statements_come_back_and_are_proved(
    amounts: list[int], opening: int, kind: str, prefix: str
) -> None:
    body = balance("OPBD", opening) + balance("CLBD", opening + sum(amounts)) + "".join(entry(one) for one in amounts)
    (statement,) = read(camt(body, kind=kind, prefix=prefix), "a.xml").statements
    assert [row.amount for row in statement.rows] == amounts
    assert statement.proof.state is ProofState.PROVED
    assert [row.line for row in statement.rows] == list(range(5, 5 + len(amounts)))


def test_a_file_cut_at_any_byte_is_refused() -> None:
    data = camt(entry(-100) + entry(200))
    for length in range(1, len(data)):
        file = read(data[:length], "a.xml")
        assert file.refused, length


def test_a_batch_becomes_its_parts_only_where_they_add_up() -> None:
    whole = read(camt(entry(-300, extra=details(-100, -200))), "a.xml").statements[0]
    assert [row.amount for row in whole.rows] == [-100, -200]
    short = read(camt(entry(-300, extra=details(-100, -100))), "a.xml").statements[0]
    assert [row.amount for row in short.rows] == [-300]


def test_the_parts_of_a_batch_go_by_their_own_references() -> None:
    parts = details(-100, -200)
    for number in (1, 2):
        refs = f"<Refs><TxId>PAY-{number}</TxId></Refs><Amt "
        parts = parts.replace("<TxDtls><Amt ", f"<TxDtls>{refs}", 1)
    file = read(camt(entry(-300, extra="<AcctSvcrRef>BATCH7</AcctSvcrRef>" + parts)), "a.xml")
    assert [row.bank_reference for row in file.statements[0].rows] == ["PAY-1", "PAY-2"]
    alone = f"<AcctSvcrRef>BATCH7</AcctSvcrRef>{details(-300).replace('<TxDtls>', f'<TxDtls>{refs[:-5]}')}"
    assert read(camt(entry(-300, extra=alone)), "a.xml").statements[0].rows[0].bank_reference == "BATCH7"


def test_a_minus_beside_a_debit_is_money_out_and_told() -> None:
    minus = entry(-300, extra=details(-100, -200)).replace('Ccy="CHF">', 'Ccy="CHF">-')
    file = read(camt(balance("OPBD", 500) + minus + balance("CLBD", 200)), "a.xml")
    assert [row.amount for row in file.statements[0].rows] == [-100, -200]
    assert file.statements[0].proof.state is ProofState.PROVED
    assert [(one.severity, one.code, one.line) for one in file.findings] == [(Severity.WARNING, "needless_minus", 5)]


def test_a_minus_beside_a_credit_says_two_things_and_is_an_error() -> None:
    file = read(camt(entry(500) + entry(300).replace('Ccy="CHF">', 'Ccy="CHF">-')), "a.xml")
    assert [(one.severity, one.code, one.line) for one in file.findings] == [(Severity.ERROR, "bad_amount", 6)]
    assert [row.amount for row in file.statements[0].rows] == [500]


def test_a_day_is_never_shifted_by_its_zone() -> None:
    late = entry(100).replace("<Dt>2025-10-02+02:00</Dt>", "<DtTm>2025-10-02T23:59:00-05:00</DtTm>")
    assert read(camt(late), "a.xml").statements[0].rows[0].booked_on == date(2025, 10, 2)


def test_a_pending_entry_is_pending() -> None:
    assert read(camt(entry(100, status="<Cd>PDNG</Cd>"), version="08"), "a.xml").statements[0].rows[0].pending


def test_the_amount_of_the_purchase_is_kept_in_its_currency() -> None:
    inner = '<NtryDtls><TxDtls><AmtDtls><InstdAmt><Amt Ccy="EUR">9.50</Amt></InstdAmt></AmtDtls></TxDtls></NtryDtls>'
    (row,) = read(camt(entry(-1000, extra=inner)), "a.xml").statements[0].rows
    assert row.original_amount is not None
    assert (row.original_amount.decimal(), row.original_amount.currency.code) == ("9.50", "EUR")


def test_currencies_are_never_mixed() -> None:
    file = read(camt(entry(-100) + entry(700, currency="EUR")), "a.xml")
    assert [(one.currency, [row.amount for row in one.rows]) for one in file.statements] == [
        ("CHF", [-100]),
        ("EUR", [700]),
    ]


@pytest.mark.parametrize(
    ("broken", "column"),
    [
        (entry(100).replace("1.00", "1.0O"), "Amt"),
        (entry(100).replace("1.00", "1.001"), "Amt"),
        (entry(100, sign="UP"), "CdtDbtInd"),
        (entry(100).replace("2025-10-02", "2025-13-02"), "BookgDt"),
        (entry(100, currency="ZZZ"), "Amt"),
    ],
)
def test_an_entry_that_cannot_be_read_is_an_error_with_its_line(broken: str, column: str) -> None:
    file = read(camt(entry(500) + broken), "a.xml")
    errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
    assert [(finding.line, finding.column) for finding in errors] == [(6, column)]
    assert [row.amount for row in file.statements[0].rows] == [500]


def test_a_booking_day_that_cannot_be_read_is_not_taken_from_the_value_day() -> None:
    broken = entry(100, extra="<ValDt><Dt>2025-10-05</Dt></ValDt>").replace("2025-10-02", "2025-1O-02")
    file = read(camt(entry(500) + broken), "a.xml")
    assert [(one.severity, one.code, one.line) for one in file.findings] == [(Severity.ERROR, "bad_date", 6)]
    assert [row.amount for row in file.statements[0].rows] == [500]


def test_an_entry_without_a_booking_day_is_booked_on_its_value_day() -> None:
    whole = entry(100, extra="<ValDt><Dt>2025-10-05</Dt></ValDt>")
    bare = whole.replace("<BookgDt><Dt>2025-10-02+02:00</Dt></BookgDt>", "")
    file = read(camt(bare), "a.xml")
    assert not file.findings
    assert [row.booked_on.isoformat() for row in file.statements[0].rows] == ["2025-10-05"]


def test_a_value_day_that_cannot_be_read_is_told_and_the_row_kept() -> None:
    broken = entry(100, extra="<ValDt><Dt>2025-10-0S</Dt></ValDt>")
    file = read(camt(entry(500) + broken), "a.xml")
    (told,) = file.findings
    assert (told.severity, told.code, told.line, told.column) == (Severity.WARNING, "bad_date", 6, "ValDt")
    assert "2025-10-0S" in told.message
    assert [(row.amount, row.value_on) for row in file.statements[0].rows] == [(500, None), (100, None)]


def test_entities_are_refused_before_they_are_read() -> None:
    bomb = camt(entry(100)).replace(b"<Document", b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document', 1)
    for data in (bomb, bomb.decode().encode("utf-16")):
        assert "DTD" in read(data, "a.xml").findings[0].message


@pytest.mark.parametrize(("stated", "codes"), [("2", []), ("3", ["count_differs"]), ("x", [])])
def test_a_statement_is_held_against_its_own_count_of_entries(stated: str, codes: list[str]) -> None:
    summary = f"<TxsSummry><TtlNtries><NbOfNtries>{stated}</NbOfNtries></TtlNtries></TxsSummry>"
    file = read(camt(summary + entry(100) + entry(-50)), "a.xml")
    assert [item.code for item in file.findings] == codes
    assert len(file.statements[0].rows) == 2


def test_the_old_code_of_the_ruble_is_the_currency_of_today() -> None:
    file = read(camt(entry(-500, currency="RUR")).replace(b"CHF", b"RUR"), "a.xml")
    assert {statement.currency for statement in file.statements} == {"RUB"}
    assert [row.amount for row in file.statements[0].rows] == [-500]


def test_an_entry_booked_on_a_value_day_that_cannot_be_read_names_that_day() -> None:
    whole = entry(100, extra="<ValDt><Dt>2025-10-0S</Dt></ValDt>")
    bare = whole.replace("<BookgDt><Dt>2025-10-02+02:00</Dt></BookgDt>", "")
    errors = [one for one in read(camt(entry(500) + bare), "a.xml").findings if one.severity is Severity.ERROR]
    assert [(one.code, one.column) for one in errors] == [("bad_date", "ValDt")]
