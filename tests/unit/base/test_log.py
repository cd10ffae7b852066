"""L3: only what is marked as harmless reaches the log; exceptions leave their kind and place, never their words."""

import logging
import sys
from pathlib import Path

import pytest

from app.base.log import (
    RedactingFormatter,
    close_log,
    describe_exception,
    hide_uncaught_exceptions,
    logger,
    open_log,
    shown,
)
from app.base.redact import MASK
from app.domain.errors import NotFoundError, UnknownCurrencyError

CANARIES = (
    "Alice Canary",
    "DE89370400440532013000",
    "correct horse",
    "1,234.56",
    "/home/alice/bank.csv",
    "CANARYPAYEE",
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "coffer.log"


def raised(error: Exception) -> Exception:
    """The error, as caught."""
    try:
        raise error  # noqa: TRY301 - only a raised one has a place
    except Exception as caught:
        return caught


@pytest.mark.parametrize("canary", CANARIES)
def test_nothing_unmarked_is_written(written: Path, logged: list[logging.LogRecord], canary: str) -> None:
    handler = open_log(written)
    log = logger("test")
    log.info("read %s", canary)
    log.info("read %(name)s", {"name": canary})
    log.info("took %d ms", 17)
    for error in (
        ValueError(canary),
        NotFoundError("account", canary),
        UnknownCurrencyError(canary),
        OSError(5, canary, canary),
    ):
        log.error("could not import %s", canary, exc_info=raised(error))
    log.info("quoted “" + canary + "” in a template")  # noqa: G003 - what nobody should write, caught by the second net
    close_log(handler)
    text = written.read_text("utf-8")
    assert canary not in text
    assert "NotFoundError not_found" in text
    assert "test_log.py:" in text


def test_a_template_that_does_not_fit_its_arguments_writes_none_of_them() -> None:
    slip = logging.LogRecord("coffer.test", logging.INFO, __file__, 1, "read %s %s", ("CANARY",), None)
    assert RedactingFormatter().format(slip).endswith(f"INFO coffer.test {MASK}")


def test_what_is_marked_is_written(written: Path) -> None:
    handler = open_log(written)
    logger("test").info("rows %s, phase %s, kind %s", shown(31), shown("reading"), ValueError)
    close_log(handler)
    assert "INFO coffer.test rows 31, phase reading, kind ValueError" in written.read_text("utf-8")


def test_the_file_is_turned_over_once_it_is_large(written: Path) -> None:
    handler = open_log(written)
    written.parent.mkdir(exist_ok=True)
    written.write_text("x" * 1_000_001, "utf-8")
    logger("test").info("before")
    logger("test").info("after")
    close_log(handler)
    assert sorted(path.name for path in written.parent.iterdir()) == ["coffer.1.log", "coffer.log"]
    assert "after" in written.read_text("utf-8")


def test_an_uncaught_exception_prints_its_kind_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], logged: list[logging.LogRecord]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    hide_uncaught_exceptions()
    error = ValueError("CANARY words")
    sys.excepthook(ValueError, error, None)
    shown_text = capsys.readouterr().err
    assert "CANARY" not in shown_text
    assert "ValueError" in shown_text
    assert "CANARY" not in describe_exception(error)
