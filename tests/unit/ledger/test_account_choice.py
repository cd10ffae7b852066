"""Which account a statement belongs to, and why."""

from dataclasses import replace

import pytest

from app.domain.account import Account, AccountHint, AccountKind
from app.ledger.account_choice import AccountQuestion, choose_account, differs, stem

CHECKING = Account(
    id=1, name="Everyday", kind=AccountKind.CHECKING, currency="USD", number="000123454471", institution="Harbor"
)
CARD = Account(id=2, name="Lumen Card", kind=AccountKind.CARD, currency="USD", number="XXXXXXXXXXXX8802")
GIRO = Account(
    id=3, name="Giro", kind=AccountKind.CHECKING, currency="EUR", iban="DE89370400440532013000", number="532013000"
)
ACCOUNTS = (CHECKING, CARD, GIRO)
NOTHING = AccountQuestion(hint=AccountHint(), currency="USD", file="export.csv", accounts=ACCOUNTS)


@pytest.mark.parametrize(
    ("question", "account_id", "reason"),
    [
        (replace(NOTHING, wanted="everyday"), 1, "chosen by you"),
        (replace(NOTHING, wanted="2"), 2, "chosen by you"),
        (replace(NOTHING, hint=AccountHint(iban="DE89 3704 0044 0532 0130 00"), currency="EUR"), 3, "IBAN"),
        (replace(NOTHING, hint=AccountHint(number="000123454471")), 1, "account number"),
        (replace(NOTHING, hint=AccountHint(number="4111111111118802")), 2, "account number"),
        (replace(NOTHING, hint=AccountHint(number="XXXX8802")), 2, "account number"),
        (replace(NOTHING, file="harbor-4471-march.csv"), 1, "file name"),
        (replace(NOTHING, remembered={"export": frozenset({2})}), 2, "earlier import"),
    ],
)
def test_the_strongest_evidence_names_the_account(question: AccountQuestion, account_id: int, reason: str) -> None:
    choice = choose_account(question)
    assert (choice.account_id, choice.reason, choice.choices) == (account_id, reason, ())


def test_a_number_of_another_institution_is_another_account() -> None:
    choice = choose_account(replace(NOTHING, hint=AccountHint(number="000123454471", institution="Lumen")))
    assert choice.account_id is None


def test_an_earlier_import_of_two_accounts_under_one_name_is_asked_about() -> None:
    choice = choose_account(replace(NOTHING, remembered={"export": frozenset({1, 2})}))
    assert choice.account_id is None
    assert choice.choices == ("Everyday", "Lumen Card", "new account")


def test_an_earlier_import_never_beats_what_the_statement_says() -> None:
    question = replace(NOTHING, hint=AccountHint(number="999000111222"), remembered={"export": frozenset({1})})
    assert choose_account(question).account_id is None


def test_currencies_never_mix_in_one_account() -> None:
    choice = choose_account(replace(NOTHING, currency="EUR", wanted="Everyday"))
    assert (choice.account_id, choice.name) == (None, "Everyday EUR")


@pytest.mark.parametrize(
    ("hint", "file", "name", "kind"),
    [
        (AccountHint(institution="Harbor", number="777709035", kind=AccountKind.SAVINGS), "x.ofx", "Harbor Savings ..9035", "savings"),
        (AccountHint(), "visa-2026-03.csv", "Visa", "card"),
        (AccountHint(), "20260301.csv", "Checking", "checking"),
        (AccountHint(name="Holiday pot"), "x.csv", "Holiday pot", "checking"),
    ],
)  # fmt: skip
def test_a_new_account_is_proposed_with_name_and_kind(hint: AccountHint, file: str, *, name: str, kind: str) -> None:
    choice = choose_account(replace(NOTHING, hint=hint, file=file, accounts=()))
    assert (choice.account_id, choice.name, choice.kind, choice.reason) == (
        None,
        name,
        AccountKind(kind),
        "new account",
    )


def test_a_proposed_name_is_never_one_that_is_taken() -> None:
    taken = (replace(CHECKING, name="Visa", number=""), replace(CHECKING, id=9, name="Visa USD", number=""))
    assert choose_account(replace(NOTHING, file="visa.csv", accounts=taken)).name == "Visa USD 2"


def test_another_iban_or_number_is_noticed() -> None:
    assert differs(GIRO, AccountHint(iban="DE02120300000000202051"))
    assert differs(CHECKING, AccountHint(number="000123459999"))
    assert not differs(CHECKING, AccountHint())


def test_the_stem_of_a_file_name_leaves_out_what_changes_from_month_to_month() -> None:
    assert stem("Umsaetze_DE12_2026-03-31.csv") == stem("umsaetze_de12_2026-04-30.csv")
