"""Choose the account a statement belongs to, with the reason, or propose a new one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from app.domain.account import Account, AccountHint, AccountKind

NEW_ACCOUNT = "new account"
FILE_NAME = "file name"
EARLIER_IMPORT = "earlier import"
_KIND_WORDS = {
    AccountKind.CARD: ("card", "visa", "mastercard", "amex", "credit", "kreditkarte", "carte"),
    AccountKind.SAVINGS: ("savings", "saving", "sparkonto", "livret", "tagesgeld"),
    AccountKind.LOAN: ("loan", "mortgage", "kredit"),
    AccountKind.INVESTMENT: ("brokerage", "invest", "depot"),
    AccountKind.CASH: ("cash", "wallet"),
}
_KIND_NAMES = {
    AccountKind.CHECKING: "Checking",
    AccountKind.SAVINGS: "Savings",
    AccountKind.CARD: "Card",
    AccountKind.CASH: "Cash",
    AccountKind.LOAN: "Loan",
    AccountKind.INVESTMENT: "Investment",
}
_MASK = re.compile(r"[xX*•.…#-]")
_SAID_BY_A_FILE_NAME = 4
"""So many digits of an account number in a file name are no accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChoice:
    """Where a statement goes. `choices` is filled where a person must decide between accounts."""

    account_id: int | None
    name: str
    kind: AccountKind
    reason: str
    choices: tuple[str, ...] = ()
    known: Account | None = None
    """The account as the vault knows it; None for a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountQuestion:
    """All that speaks for one account or another."""

    hint: AccountHint
    currency: str
    file: str
    accounts: Sequence[Account]
    remembered: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Accounts that earlier files went to, by file-name stem without digits."""
    wanted: str = ""
    """The owner's own choice: a name or an id."""
    wanted_kind: AccountKind | None = None


def choose_account(question: AccountQuestion) -> AccountChoice:
    """The account that the strongest evidence names: owner, IBAN, number, file, earlier imports; else a new one."""
    for rule in (_by_owner, _by_iban, _by_number, _by_file_name, _by_earlier):
        choice = rule(question)
        if choice is not None:
            return choice
    return _new(question, _new_name(question))


def differs(account: Account, hint: AccountHint) -> bool:
    """Whether the statement names another account than the one chosen."""
    if account.iban and hint.iban:
        return _plain(account.iban) != _plain(hint.iban)
    if account.number and hint.number:
        return not _same_number(account.number, hint.number)
    return False


def stem(file: str) -> str:
    """The file's name without digits, dates and ending, by which the next file of the same account is known."""
    return re.sub(r"[\W\d_]+", " ", PurePath(file).stem).strip().casefold()


def _chosen(account: Account, reason: str) -> AccountChoice:
    return AccountChoice(account_id=account.id, name=account.name, kind=account.kind, reason=reason, known=account)


def _by_owner(question: AccountQuestion) -> AccountChoice | None:
    wanted = question.wanted.strip()
    if not wanted:
        return None
    if wanted == NEW_ACCOUNT:
        return _new(question, _new_name(question))
    same = [item for item in question.accounts if item.name.casefold() == wanted.casefold() or str(item.id) == wanted]
    fitting = [item for item in same if item.currency == question.currency]
    if fitting:
        return _chosen(fitting[0], "chosen by you")
    return _new(question, f"{wanted} {question.currency}" if same else wanted)


def _by_iban(question: AccountQuestion) -> AccountChoice | None:
    iban = _plain(question.hint.iban)
    for account in _fitting(question) if iban else ():
        if _plain(account.iban) == iban:
            return _chosen(account, "IBAN")
    return None


def _by_number(question: AccountQuestion) -> AccountChoice | None:
    hint = question.hint
    if not hint.number:
        return None
    found = [
        item
        for item in _fitting(question)
        if item.number and _same_number(item.number, hint.number) and _institutions_agree(item, hint)
    ]
    return _chosen(found[0], "account number") if len(found) == 1 else None


def _by_file_name(question: AccountQuestion) -> AccountChoice | None:
    groups = set(re.findall(rf"\d{{{_SAID_BY_A_FILE_NAME},}}", PurePath(question.file).stem))
    found = [item for item in _possible(question) if item.number and _plain(item.number)[-4:] in groups]
    return _chosen(found[0], FILE_NAME) if len(found) == 1 else None


def _by_earlier(question: AccountQuestion) -> AccountChoice | None:
    ids = question.remembered.get(stem(question.file), frozenset())
    found = [item for item in _possible(question) if item.id in ids]
    if not found:
        return None
    if len(found) == 1:
        return _chosen(found[0], EARLIER_IMPORT)
    proposed = _new(question, _new_name(question))
    names = (*(item.name for item in found), NEW_ACCOUNT)
    return AccountChoice(account_id=None, name=proposed.name, kind=proposed.kind, reason=proposed.reason, choices=names)


def _fitting(question: AccountQuestion) -> list[Account]:
    return [item for item in question.accounts if item.currency == question.currency]


def _possible(question: AccountQuestion) -> list[Account]:
    """Accounts of the currency that the statement itself does not speak against."""
    return [item for item in _fitting(question) if not differs(item, question.hint)]


def _new(question: AccountQuestion, name: str) -> AccountChoice:
    kind = question.wanted_kind or question.hint.kind or _kind_from_name(question)
    return AccountChoice(account_id=None, name=name, kind=kind, reason=NEW_ACCOUNT)


def _new_name(question: AccountQuestion) -> str:
    hint = question.hint
    kind = question.wanted_kind or hint.kind or _kind_from_name(question)
    number = _plain(hint.number or hint.iban)
    bank = hint.institution if any(letter.isalpha() for letter in hint.institution) else ""
    word = "" if _KIND_NAMES[kind].casefold() in bank.casefold() else _KIND_NAMES[kind]
    named = hint.name or " ".join(part for part in (bank, word) if part)
    if number:
        base = f"{named} ..{number[-4:]}"
    elif hint.name or bank:
        base = named
    else:
        base = stem(question.file).title() or named
    return _free_name(base, question)


def _free_name(base: str, question: AccountQuestion) -> str:
    taken = {item.name.casefold() for item in question.accounts}
    name, count = base, 2
    if name.casefold() in taken and question.currency not in name:
        name = base = f"{base} {question.currency}"
    while name.casefold() in taken:
        name, count = f"{base} {count}", count + 1
    return name


def _kind_from_name(question: AccountQuestion) -> AccountKind:
    words = f"{question.hint.name} {question.wanted} {PurePath(question.file).stem}".casefold()
    for kind, known in _KIND_WORDS.items():
        if any(word in words for word in known):
            return kind
    return AccountKind.CHECKING


def _plain(number: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", number).upper()


def _same_number(one: str, other: str) -> bool:
    """Whether two numbers are one; a masked number (`XXXX8802`, `**8802`) is held against the other's end."""
    left, right = _plain(one), _plain(other)
    if left == right:
        return True
    if not (_MASK.match(one.strip()) or _MASK.match(other.strip())):
        return False
    ends = sorted((left.lstrip("X"), right.lstrip("X")), key=len)
    return len(ends[0]) >= _SAID_BY_A_FILE_NAME and ends[1].endswith(ends[0])


def _institutions_agree(account: Account, hint: AccountHint) -> bool:
    if not account.institution or not hint.institution:
        return True
    return account.institution.casefold() == hint.institution.casefold()
