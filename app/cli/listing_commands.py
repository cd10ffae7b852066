"""Commands that list: transactions, accounts, audit."""

from app.cli.services import Services
from app.cli.vault_json import account_json, audit_json, transaction_json
from app.domain.errors import NotFoundError
from app.domain.transaction import TransactionSearch
from app.ledger.book import Book
from app.ledger.export_text import csv_text
from app.presenters.texts_terminal import Messages

_PAGE = 5_000


def transactions(services: Services) -> int:
    """List committed transactions, newest first."""
    options, out = services.options, services.out
    with services.open_book() as book:
        search = TransactionSearch(
            account_ids=_account_ids(book, options.account),
            first=options.first,
            last=options.last,
            text=options.search,
        )
        found = [
            item for start in range(0, book.count(search), _PAGE) for item in book.transactions(search, start, _PAGE)
        ]
    if options.csv:
        out.stdout.write(csv_text(found))
    for item in () if options.csv else found:
        if out.json:
            out.object(transaction_json(item))
        else:
            out.line(
                f"{item.counted_on}  {item.amount.decimal():>12} {item.amount.currency.code}  "
                f"{item.payee or item.printed_payee}  ({item.category or item.kind.value}, {item.account})"
            )
    return 0


def _account_ids(book: Book, wanted: str) -> tuple[int, ...]:
    if not wanted:
        return ()
    accounts = [summary.account for summary in book.accounts()]
    found = [item.id for item in accounts if wanted.casefold() in {item.name.casefold(), item.number, str(item.id)}]
    if not found:
        raise NotFoundError("account", wanted)
    return tuple(found)


def accounts(services: Services) -> int:
    """Accounts with balances, coverage and proof."""
    with services.open_book() as book:
        found = book.accounts()
    for item in found:
        if services.out.json:
            services.out.object(account_json(item))
        else:
            services.out.line(
                f"{item.account.name}  {item.balance.decimal()} {item.account.currency}  "
                f"{item.transactions:,} transactions, {item.first or '-'} to {item.last or '-'}, {item.proof.value}"
            )
    return 0


def audit(services: Services) -> int:
    """The audit trail; with --verify the chain of digests is checked first."""
    out = services.out
    with services.open_book() as book:
        entries = book.audit_entries()
        first_bad = book.verify_audit() if services.options.verify else None
    for entry in entries:
        if out.json:
            out.object(audit_json(entry))
        else:
            details = " ".join(f"{name}={value}" for name, value in entry.details)
            out.line(f"{entry.number:>6}  {entry.at}  {entry.event.value}  {entry.actor}  {details}")
    if services.options.verify:
        whole = first_bad is None
        if out.json:
            out.object({"verified": whole, "entries": len(entries), "first_bad": first_bad})
        else:
            out.line(Messages.CHAIN_WHOLE if first_bad is None else Messages.chain_broken(first_bad))
        return 0 if whole else 5
    return 0
