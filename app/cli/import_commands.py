"""Commands that bring statements in and take them back: import, undo."""

import sys
from pathlib import Path

from app.cli.import_json import import_line, reading_json
from app.cli.services import Services
from app.domain.account import AccountKind
from app.domain.errors import CofferError
from app.domain.money import Money
from app.domain.staged import StagedBatch, StagedStatus, Verdict
from app.ledger.book import Book
from app.ledger.import_statement import ImportOptions
from app.presenters.texts_terminal import ImportLines, Messages

_EXIT_DECISION, _EXIT_REFUSED = 3, 4


def import_statements(services: Services) -> int:
    """Read the files one after the other in one worker; commit with --yes or a typed yes."""
    options = services.options
    wanted = ImportOptions(
        account=options.account,
        kind=AccountKind(options.kind) if options.kind else None,
        currency=options.currency,
    )
    worst = 0
    with services.open_book() as book:
        for file in [one for path in options.files for one in book.members(path)]:
            worst = max(worst, _import_one(services, book, file=file, wanted=wanted))
    return worst


def _import_one(services: Services, book: Book, *, file: Path, wanted: ImportOptions) -> int:
    try:
        staged = book.preview(file, wanted) if services.options.dry_run else book.stage(file, wanted)
    except CofferError as error:
        _show_failure(services, file, error=error)
        return error.exit_code
    batch = None
    if not services.options.dry_run:
        staged = _decide(services, book, staged=staged)
        if not services.out.json:
            _show(services, staged)
        batch = _commit(services, book, staged=staged)
    elif not services.out.json:
        _show(services, staged)
    if services.out.json:
        services.out.object(import_line(staged, batch=batch))
    return _exit_code(staged)


def _show_failure(services: Services, file: Path, *, error: CofferError) -> None:
    """A file that could not even be read is still one line of its own."""
    if not services.out.json:
        services.out.failure(error)
        return
    finding = {"severity": "error", "code": error.code, "message": f"{error.message} {error.remedy}"}
    services.out.object({
        "file": error.file or file.name, "status": "refused", "format": None, "batch": None, "preset": None,
        "reading": {}, "decisions": [], "accounts": [], "seconds": 0.0,
        "findings": [{**finding, "line": error.line, "column": error.column}],
    })  # fmt: skip


def _decide(services: Services, book: Book, *, staged: StagedBatch) -> StagedBatch:
    """Ask a person what only a person can decide; without a terminal it stays open."""
    while staged.decisions and _can_ask(services):
        decision = staged.decisions[0]
        for choice, examples in zip(decision.choices, decision.examples, strict=False):
            services.out.note(f"  {choice}: {' | '.join(examples)}")
        services.out.note(Messages.choose(decision.question) + ", ".join(decision.choices) + ": ", end="")
        answer = sys.stdin.readline().strip()
        if answer not in decision.choices:
            break
        staged = book.decide(staged.id, decision.question, answer)
    return staged


def _commit(services: Services, book: Book, *, staged: StagedBatch) -> str | None:
    if staged.status is not StagedStatus.STAGED:
        book.discard(staged.id)
        return None
    if services.options.yes or _typed_yes(services):
        batch, _ = book.commit(staged.id)
        return batch
    book.discard(staged.id)
    services.out.note(Messages.NOT_COMMITTED)
    return None


def _typed_yes(services: Services) -> bool:
    if not _can_ask(services):
        return False
    services.out.note(Messages.COMMIT, end="")
    return sys.stdin.readline().strip().casefold() == Messages.YES


def _can_ask(services: Services) -> bool:
    return sys.stdin.isatty() and not services.out.json


def _exit_code(staged: StagedBatch) -> int:
    if staged.status is StagedStatus.REFUSED:
        return _EXIT_REFUSED
    return _EXIT_DECISION if staged.status is StagedStatus.NEEDS_DECISION else 0


def _show(services: Services, staged: StagedBatch) -> None:
    out = services.out
    out.line(ImportLines.head(staged.file, staged.status.value, seconds=staged.seconds))
    reading = reading_json(staged.reading)
    if reading:
        out.line(ImportLines.reading(tuple(str(part) for part in reading.values())))
    for account in staged.accounts:
        rows = account.transactions
        duplicates = sum(item.verdict is Verdict.DUPLICATE for item in rows)
        out.line(ImportLines.account(account.name, rows=len(rows), new=len(rows) - duplicates, duplicates=duplicates))
        if rows:
            days = [item.row.booked_on for item in rows]
            total = Money.of(sum(item.row.amount for item in rows), account.statement.currency)
            proof = account.statement.proof.state.value
            sums = ImportLines.sums(
                f"{total.decimal()} {total.currency.code}", first=str(min(days)), last=str(max(days)), proof=proof
            )
            out.line(sums)
    for finding in staged.findings:
        out.line(ImportLines.finding(finding.severity.value, finding.message, line=finding.line))


def undo(services: Services) -> int:
    """Take a past import back."""
    batch = services.options.batch
    with services.open_book() as book:
        count = book.undo(batch)
    if services.out.json:
        services.out.object({"batch": batch, "status": "undone", "transactions": count})
    else:
        services.out.note(Messages.undone(batch, count))
    return 0
