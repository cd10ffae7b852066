"""Commands on privacy: wipe, check."""

from app.cli.services import Services
from app.privacy.checkup import CheckState, run_checks
from app.privacy.receipt import Receipt, receipt_json
from app.privacy.wipe import wipe as wipe_all

_EXIT_LOCK = 6
_EXIT_REFUSED = 4


def wipe(services: Services) -> int:
    """Wipe every cache and print the receipt."""
    with services.open_book() as book:
        receipt = wipe_all(book.session, dry_run=services.options.dry_run)
    if services.out.json:
        services.out.object(receipt_json(receipt))
    else:
        _show(services, receipt)
    return 0


def _show(services: Services, receipt: Receipt) -> None:
    for line in receipt.wiped:
        services.out.line(f"{line.what}: {line.bytes:,} bytes {line.how} ({line.where})")
    for kept in receipt.kept:
        services.out.line(f"kept: {kept.what} ({kept.why})")
    for text in receipt.not_promised:
        services.out.line(f"not promised: {text}")
    services.out.line(f"scan: {receipt.canaries} of your texts found readable; {receipt.seconds:.2f} s")


def check(services: Services) -> int:
    """Try every protection now; the exit code is that of the worst that failed."""
    with services.open_book() as book:
        checks = run_checks(book.session, services.lock)
    if services.out.json:
        found = [{"id": item.id, "state": item.state.value, "detail": item.detail, "fix": item.fix} for item in checks]
        services.out.object({"checks": found})
    else:
        for item in checks:
            services.out.line(f"{item.state.value:>7}  {item.id}: {item.detail}")
            if item.fix:
                services.out.line(f"         {item.fix}")
    failed = {item.id for item in checks if item.state is CheckState.FAIL}
    if "network_lock" in failed:
        return _EXIT_LOCK
    return _EXIT_REFUSED if failed else 0
