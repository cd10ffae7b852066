"""Findings: errors one by one up to a limit, warnings once, rightly left-out lines counted."""

from app.domain.statement_kinds import Severity
from app.statements.table_findings import Findings


def test_errors_are_shown_one_by_one_up_to_a_limit_then_counted() -> None:
    findings = Findings()
    for line in range(1, 61):
        findings.error("bad_date", f"Line {line}", line=line, column="Date")
    shown = [item for item in findings.all() if item.code == "bad_date"]
    (more,) = [item for item in findings.all() if item.code == "more_errors"]
    assert [(item.line, item.column) for item in shown] == [(line, "Date") for line in range(1, 51)]
    assert more.severity is Severity.ERROR
    assert more.message.startswith("10 more lines could not be read, the first is line 51")


def test_a_warning_that_would_repeat_is_said_once() -> None:
    findings = Findings()
    findings.once("odd", "First", line=1)
    findings.once("odd", "Second", line=2)
    assert [(item.severity, item.message, item.line) for item in findings.all()] == [(Severity.WARNING, "First", 1)]


def test_warnings_are_shown_one_by_one_up_to_a_limit_then_counted() -> None:
    findings = Findings()
    for line in range(1, 1001):
        findings.warn("bad_balance", "x", line=line, column="Balance")
    *shown, more = findings.all()
    assert [item.line for item in shown] == list(range(1, 201))
    assert (more.severity, more.code) == (Severity.WARNING, "more_warnings")
    assert more.message.startswith("800 more cells are odd in the same ways, the first is in line 201")


def test_left_out_lines_are_counted_by_what_they_are() -> None:
    findings = Findings()
    for line in (3, 4, 9):
        findings.count("total_line", "totals and left out", line=line)
    findings.count("not_booked", "not booked yet and left out", line=5)
    findings.info("date_order_chosen", "Dates are read day first.")
    first, totals, pending = findings.all()
    assert first.code == "date_order_chosen"
    assert (totals.message, totals.line) == ("Lines that are totals and left out: 3, the first is line 3.", 3)
    assert (pending.code, pending.line, pending.severity) == ("not_booked", 5, Severity.INFO)
