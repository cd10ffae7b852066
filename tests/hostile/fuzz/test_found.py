"""What the fuzzing found, each as the smallest file that showed it; all are mended."""

from zipfile import ZIP_STORED

import pytest

from app.domain.errors import StatementRefusedError
from app.domain.statement import StatementFile
from app.domain.statement_kinds import Severity
from app.statements.dialect import Dialect
from app.statements.reader import ReadOptions, StatementSource
from app.statements.readers.ofx.reader import OfxReader
from app.statements.table import split_lines
from tests.helpers.archives import packed
from tests.helpers.statement_texts import read
from tests.hostile.fuzz.judge import judge
from tests.hostile.fuzz.targets import readers


@pytest.mark.parametrize("figures", [20, 5_000])
def test_an_amount_that_no_vault_holds_is_an_unread_row(figures: int) -> None:
    data = f"Date,Description,Amount\n13/01/2025,Tea,-2.50\n14/01/2025,Pay,{'9' * figures}\n15/01/2025,Tram,-1.00\n".encode()
    judge(readers()["csv"], data, "input.csv")
    file = read(data, "input.csv")
    assert file.refused or any(finding.severity is Severity.ERROR for finding in file.findings)


def test_a_line_quoted_as_a_whole_that_breaks_inside_is_refused_with_its_line() -> None:
    text = '"Date,Description,Amount"\n"13/01/2025,Tea,-2.50"\n"14/01/2025,Pay\r,100.00"\n"15/01/2025,Tram,-1.00"\n'
    with pytest.raises(StatementRefusedError) as refusal:
        split_lines(text, Dialect(","))
    assert refusal.value.line == 3


def test_money_out_and_money_in_on_one_row_are_not_added_up() -> None:
    data = (
        b"Date,Description,Debit,Credit\n2025-01-13,Tea,2.50,\n2025-01-14,Pay,,100.00\n2025-01-15,Odd,12.50,12.00\n"
        b"2025-01-16,Tram,1.00,\n2025-01-17,Bus,1.20,\n"
    )
    file = read(data, "input.csv")
    assert [row.amount for statement in file.statements for row in statement.rows] == [-250, 10000, -100, -120]
    assert any(finding.severity is Severity.ERROR and finding.line == 4 for finding in file.findings)


def test_a_camt_amount_that_no_vault_holds_is_an_unread_entry() -> None:
    entry = (
        '<Ntry><Amt Ccy="EUR">{}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
        "<BookgDt><Dt>2025-01-13</Dt></BookgDt></Ntry>"
    )
    balance = '<Bal><Tp><CdOrPrtry><Cd>{}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>'
    space = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
    huge = "9" * 20
    data = (
        f'<Document xmlns="{space}"><BkToCstmrStmt><Stmt>{balance.format("OPBD", huge)}{balance.format("CLBD", "1.00")}'
        f"{entry.format('1.00')}{entry.format(huge)}</Stmt></BkToCstmrStmt></Document>"
    ).encode()
    file = judge(readers()["camt"], data, "input.xml")
    assert file is not None
    assert [row.amount for row in file.statements[0].rows] == [100]
    assert [finding.code for finding in file.findings] == ["bad_amount"]


def test_a_currency_in_small_letters_is_the_currency() -> None:
    data = b":20:A\n:25:1\n:34F:EuRC0,\n:61:2511031103DR4,07NTRF\n:86:Tea\n"
    file = judge(readers()["mt940"], data, "input.sta")
    assert file is not None
    assert [(one.currency, one.rows[0].amount) for one in file.statements] == [("EUR", -407)]


def test_a_workbook_of_an_unknown_encoding_is_refused() -> None:
    sheet = b'<?xml version="1.0" encoding="UTF-8UTF-8"?><worksheet/>'
    data = packed([("[Content_Types].xml", sheet), ("xl/workbook.xml", sheet), ("_rels/.rels", sheet)])
    assert judge(readers()["xlsx"], data, "input.xlsx") is None
    ods = packed(
        [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", sheet)], method=ZIP_STORED
    )
    assert judge(readers()["xlsx"], ods, "input.ods") is None


@pytest.mark.parametrize(
    ("before", "amount", "after"),
    [
        ("<X><![CDATA[a<!--b]]>", "-15.99", "-->"),
        ("<X><![CDATA[a<?b]]>", "-15.99", "?>"),
        ("", "-15.<![CDATA[9]]><!-- 7 -->9", ""),
        ("", "-15&#46;99&#10;", ""),
    ],
)
def test_an_amount_beside_markup_stands_in_the_file(before: str, amount: str, after: str) -> None:
    row = f"<STMTTRN><TRNTYPE>POS<DTPOSTED>20251001<TRNAMT>{amount}<FITID>a{after}</STMTTRN>"
    data = f"<OFX><STMTRS><CURDEF>USD<BANKTRANLIST>{before}{row}</BANKTRANLIST></STMTRS></OFX>".encode()
    file = judge(readers()["ofx"], data, "input.ofx")
    assert file is not None
    assert [line.amount for line in file.statements[0].rows] == [-1599]


@pytest.mark.parametrize("mark", ["&nbsp;", "&apos;", "&#10;", "&#0;", "&#8239;"])
def test_a_mark_between_thousands_may_be_a_reference(mark: str) -> None:
    row = f"<STMTTRN><TRNTYPE>POS<DTPOSTED>20251001<TRNAMT>-1{mark}599.00<FITID>a</STMTTRN>"
    data = f"<OFX><STMTRS><CURDEF>USD<BANKTRANLIST>{row}</BANKTRANLIST></STMTRS></OFX>".encode()
    file = judge(readers()["ofx"], data, "input.ofx")
    assert file is not None
    assert [line.amount for line in file.statements[0].rows] == [-159900]


class _ReadsComments(OfxReader):
    """A reader that takes what stands in a comment for a part of the statement."""

    def read(self, source: StatementSource, options: ReadOptions) -> StatementFile:
        data = source.data.replace(b"<!--", b"").replace(b"-->", b"")
        return super().read(StatementSource(source.name, data), options)


def test_an_amount_that_stands_only_in_a_comment_is_a_fault() -> None:
    row = "<STMTTRN><TRNTYPE>POS<DTPOSTED>20251001<TRNAMT><!-- -15.99 --><FITID>a</STMTTRN>"
    data = f"<OFX><STMTRS><CURDEF>USD<BANKTRANLIST>{row}</BANKTRANLIST></STMTRS></OFX>".encode()
    assert judge(OfxReader(), data, "input.ofx") is None
    with pytest.raises(AssertionError, match="stands nowhere in the file"):
        judge(_ReadsComments(), data, "input.ofx")


def test_a_comment_is_none_in_a_format_without_markup() -> None:
    data = b"Date,Description,Amount\n2025-01-13,Tea <!--,-2.50\n2025-01-14,Bus,-1.75\n2025-01-15,-->,-9.00\n"
    file = judge(readers()["csv"], data, "input.csv")
    assert file is not None
    assert [row.amount for row in file.statements[0].rows] == [-250, -175, -900]


def test_an_amount_grouped_by_a_backtick_is_printed_so() -> None:
    data = "Dato;Tekst;Beløp;Valuta\n14.03.2024;Butikk;10,50;NOK\n18.03.2024;Lønn;1`099,00;NOK\n".encode()
    file = judge(readers()["csv"], data, "input.csv")
    assert file is not None
    assert [row.amount for statement in file.statements for row in statement.rows] == [1050, 109900]


def test_a_net_of_gross_and_fee_without_their_leading_zeros_is_a_sum_that_is_printed() -> None:
    data = b"Date;Name;Gross;Fee;Currency\n14/03/2024;Tea;-12,00;0,00;EUR\n16/03/2024;Bob;,36;-0,64;EUR\n"
    file = judge(readers()["csv"], data, "input.csv")
    assert file is not None
    assert [row.amount for statement in file.statements for row in statement.rows] == [-1200, -28]
