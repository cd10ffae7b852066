"""How a staged file was read, proved and matched, in words."""

from dataclasses import dataclass

from app.domain.money import Money
from app.domain.staged import StagedAccount, StagedBatch, Verdict
from app.domain.statement import Reading, Statement
from app.domain.statement_kinds import ProofState
from app.presenters.formatting import money_text
from app.presenters.text import Importing, Proof
from app.presenters.texts_import import DATE_ORDERS, DECIMALS, DELIMITERS, FORMATS, SIGNS


@dataclass(frozen=True, slots=True)
class ProofView:
    """A proof as a badge shows it: state, word, sentence, and the small sum as (words, amount)."""

    state: str
    word: str
    sentence: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a staged account or file has, by what matching found."""

    rows: int
    new: int
    duplicates: int
    included: int


def format_word(batch: StagedBatch) -> str:
    """`CSV`, `OFX`; empty where the file was not recognised."""
    return FORMATS[batch.format.value] if batch.format else ""


def reading_words(reading: Reading) -> tuple[str, ...]:
    """The reading as short words, only what applies: `day first`, `decimal comma`, `semicolons`, `cp1252`."""
    parts = (
        DATE_ORDERS.get(reading.date_order, ""),
        DECIMALS.get(reading.decimal, ""),
        DELIMITERS.get(reading.delimiter, ""),
        SIGNS.get(reading.sign, ""),
        reading.encoding,
    )
    return tuple(part for part in parts if part)


def proof_view(statement: Statement) -> ProofView:
    """Opening, rows and closing as a small sum, with what is missing or where it breaks."""
    proof = statement.proof
    code = statement.currency
    total = sum(row.amount for row in statement.rows if not row.pending)
    lines = [(Proof.rows(len(statement.rows)), money_text(Money.of(total, code), plus=True))]
    if statement.opening is not None:
        lines.insert(0, (Proof.OPENING, money_text(Money.of(statement.opening.amount, code))))
    if statement.closing is not None:
        lines.append((Proof.CLOSING, money_text(Money.of(statement.closing.amount, code))))
    if proof.state is ProofState.PROVED:
        between = Importing.proved_between(proof.missing) if proof.missing else ""
        return ProofView(proof.state.value, Proof.PROVED, between, tuple(lines))
    if proof.broken_at is None:
        return ProofView(proof.state.value, Proof.UNPROVED, Importing.missing(proof.missing), tuple(lines))
    broken = proof.broken_at
    sentence = Importing.broken(
        broken.line,
        expected=money_text(Money.of(broken.expected, code)),
        found=money_text(Money.of(broken.found, code)),
    )
    word = Proof.BROKEN if broken.line is None else Proof.broken_at(broken.line)
    return ProofView(proof.state.value, word, sentence, tuple(lines))


def worst_proof(batch: StagedBatch) -> ProofView | None:
    """The proof of the account that is worst off; None for a file without rows."""
    order = (ProofState.BROKEN, ProofState.UNPROVED, ProofState.PROVED)
    accounts = sorted(batch.accounts, key=lambda account: order.index(account.statement.proof.state))
    return proof_view(accounts[0].statement) if accounts else None


def counts_of(accounts: tuple[StagedAccount, ...]) -> Counts:
    """Rows of all accounts together."""
    rows = [row for account in accounts for row in account.transactions]
    return Counts(
        rows=len(rows),
        new=sum(row.verdict is not Verdict.DUPLICATE for row in rows),
        duplicates=sum(row.verdict is Verdict.DUPLICATE for row in rows),
        included=sum(row.included for row in rows),
    )


def sums_text(accounts: tuple[StagedAccount, ...]) -> str:
    """The sum of all rows, one amount a currency."""
    sums: dict[str, int] = {}
    for account in accounts:
        code = account.statement.currency
        sums[code] = sums.get(code, 0) + sum(row.row.amount for row in account.transactions)
    return " · ".join(money_text(Money.of(minor, code), plus=True) for code, minor in sums.items())
