"""Texts and errors as people read them, and the status bar's words."""

from datetime import datetime

from app.domain.errors import StatementRefusedError
from app.presenters import text
from app.presenters.failure import failure_of
from app.presenters.shell import status_view
from app.presenters.text import Network, Progress, Proof, Unlock


def test_the_index_names_every_text_class() -> None:
    assert len(set(text.__all__)) == len(text.__all__)
    assert all(hasattr(text, name) for name in text.__all__)


def test_counts_agree_with_their_words() -> None:
    assert Network.attempts(1) == "1 attempt since start"
    assert Network.attempts(1000) == "1,000 attempts since start"
    assert Proof.rows(1) == "1 row"
    assert Progress.counted(1200, 90000) == "1,200 of 90,000"
    assert [Progress.elapsed(seconds) for seconds in (5, 65)] == ["5 s", "1 min 5 s"]
    assert Unlock.wait(2) == "Try again in 2 s"


def test_a_failure_says_what_where_and_what_to_do() -> None:
    error = StatementRefusedError("A row can't be read.", "Mend it.", file="card.csv", line=17, column="Amount")
    failure = failure_of(error)
    assert (failure.what, failure.remedy, failure.where) == (
        "A row can't be read.",
        "Mend it.",
        "card.csv · line 17 · Amount",
    )


def test_a_foreign_error_never_shows_its_content() -> None:
    failure = failure_of(KeyError("DE44 5001 0517 5407 3249 31"))
    assert "5001" not in f"{failure}"
    assert "KeyError" in failure.what


def test_the_status_bar() -> None:
    now = datetime(2025, 11, 29, 20, 0).astimezone()
    assert status_view(unlocked=False, auto_lock_minutes=5, last_import=None, now=now).words == "Vault locked"
    shown = status_view(unlocked=True, auto_lock_minutes=5, last_import=now.replace(hour=9, minute=41), now=now)
    assert shown.words == "Vault unlocked · locks after 5 min · last import today 09:41"
    never = status_view(unlocked=True, auto_lock_minutes=0, last_import=None, now=now)
    assert never.words == "Vault unlocked · nothing imported yet"
