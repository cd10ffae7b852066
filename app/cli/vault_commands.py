"""Commands on the vault as a whole: new, export, restore."""

from app.cli.output import Output
from app.cli.passphrase import read_new_passphrase, read_passphrase
from app.cli.services import Services
from app.presenters.texts_terminal import Messages


def new(services: Services) -> int:
    """Make a vault and print its recovery code once."""
    services.access.require_none()
    passphrase = read_new_passphrase(services.options.passphrase_file)
    book, recovery_code = services.access.create(passphrase, services.options.currency)
    book.close()
    _say_new(services.out, services, recovery_code=recovery_code)
    return 0


def _say_new(out: Output, services: Services, *, recovery_code: str) -> None:
    if out.json:
        out.object(
            {
                "vault": str(services.places.vault),
                "currency": services.options.currency,
                "recovery_code": recovery_code,
            }
        )
        return
    out.note(f"{Messages.VAULT_MADE} {services.places.vault}")
    out.note(Messages.RECOVERY)
    out.line(recovery_code)


def export(services: Services) -> int:
    """Write CSV, OFX or an encrypted backup, by the file's ending."""
    file = services.options.file.absolute()
    with services.open_book() as book:
        written = book.export(file)
    if services.out.json:
        services.out.object({
            "file": str(file), "format": written.format, "transactions": written.transactions, "bytes": written.bytes,
        })  # fmt: skip
    elif written.format == "coffer":
        services.out.note(Messages.backed_up(written.bytes, str(file)))
    else:
        services.out.note(Messages.exported(written.transactions, str(file)))
    return 0


def restore(services: Services) -> int:
    """Open a backup into a new vault."""
    services.access.require_none()
    passphrase = read_passphrase(services.options.passphrase_file)
    book = services.access.restore(services.options.file.absolute(), passphrase)
    count = book.count()
    book.close()
    if services.out.json:
        services.out.object({"vault": str(services.places.vault), "transactions": count})
    else:
        services.out.note(Messages.RESTORED)
    return 0
