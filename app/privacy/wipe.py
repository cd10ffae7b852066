"""The wipe: destroy the caches' key, then delete what the data map says; finished at the next start after a crash."""

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.base.files import write_whole
from app.base.paths import Places
from app.domain.audit_entry import AuditEvent
from app.domain.changes import ChangeKind, Changes
from app.privacy.canaries import count_canaries
from app.privacy.data_map import MAPPED_TABLES, MappedPath, WipeStep, mapped_paths, wipe_marker
from app.privacy.receipt import KeptLine, Receipt, WipedLine
from app.store.connection import Connection
from app.store.session import VaultSession


def wipe(session: VaultSession, *, dry_run: bool = False) -> Receipt:
    """Wipe all that the data map calls a cache, temporary or a log, and return the receipt.

    The order is crash-safe: first a marker, then the key (from here on no cache can be opened), then files, then the
    audit entry, and the marker last. With `dry_run` nothing is touched.
    """
    started = time.perf_counter()
    places = session.places
    lines = (*_file_lines(places), *session.read(_table_lines))
    kept = _kept(places)
    if dry_run:
        return Receipt(wiped=lines, kept=kept, canaries=0, seconds=_since(started))
    write_whole(wipe_marker(places), b"")
    _carry_out(session)
    canaries = session.read(lambda connection: count_canaries(connection, places))
    receipt = Receipt(wiped=lines, kept=kept, canaries=canaries, seconds=_since(started))
    _finish(session, bytes_wiped=receipt.bytes, canaries=canaries)
    return receipt


def finish_broken_wipe(session: VaultSession) -> bool:
    """Complete a wipe that a crash cut off; returns whether there was one. Called right after each unlock."""
    if not wipe_marker(session.places).exists():
        return False
    _carry_out(session)
    canaries = session.read(lambda connection: count_canaries(connection, session.places))
    _finish(session, bytes_wiped=0, canaries=canaries)
    return True


def _carry_out(session: VaultSession) -> None:
    session.destroy_caches()
    session.write(_clear_tables)
    for item in mapped_paths(session.places):
        if item.step in {WipeStep.DELETED, WipeStep.KEY_DESTROYED}:
            _delete(item)


def _finish(session: VaultSession, *, bytes_wiped: int, canaries: int) -> None:
    details = (("bytes", str(bytes_wiped)), ("canaries", str(canaries)))
    session.write(lambda _: (None, Changes()), event=AuditEvent.WIPED, details=details)
    wipe_marker(session.places).unlink(missing_ok=True)


def _clear_tables(connection: Connection) -> tuple[None, Changes]:
    for mapped in MAPPED_TABLES:
        if mapped.step is WipeStep.CLEARED:
            connection.execute(f"DELETE FROM {mapped.table}")  # noqa: S608 - a name out of the data map
    return None, Changes.of(ChangeKind.STAGING)


def _delete(item: MappedPath) -> None:
    """Delete the files, and folders left empty; a log that is open is emptied where it can't be removed."""
    for path in item.existing():
        try:
            path.unlink()
        except OSError:
            with suppress(OSError):
                path.write_bytes(b"")
    if item.pattern == "**" and item.folder.is_dir():
        for folder in sorted((path for path in item.folder.rglob("*") if path.is_dir()), reverse=True):
            with suppress(OSError):
                folder.rmdir()


def _file_lines(places: Places) -> tuple[WipedLine, ...]:
    """Each place that is wiped; half-written files only where there are any."""
    wiped = [item for item in mapped_paths(places) if item.step in {WipeStep.DELETED, WipeStep.KEY_DESTROYED}]
    return tuple(
        WipedLine(what=item.what, where=_where(item), bytes=_size(item.existing()), how=item.step.value)
        for item in wiped
        if item.existing() or item.folder != places.vault
    )


def _table_lines(connection: Connection) -> tuple[WipedLine, ...]:
    cleared = [mapped for mapped in MAPPED_TABLES if mapped.step is WipeStep.CLEARED]
    return tuple(
        WipedLine(
            what=mapped.what,
            where=f"vault, table {mapped.table}",
            bytes=_table_bytes(connection, mapped.table),
            how=mapped.step.value,
        )
        for mapped in cleared
    )


def _table_bytes(connection: Connection, table: str) -> int:
    found = connection.execute(f"SELECT coalesce(sum(length(json)), 0) FROM {table}").fetchall()  # noqa: S608
    return int(found[0][0])


def _kept(places: Places) -> tuple[KeptLine, ...]:
    files = [item for item in mapped_paths(places) if item.step is WipeStep.KEPT and item.existing()]
    tables = [mapped for mapped in MAPPED_TABLES if mapped.step is WipeStep.KEPT]
    kept = [(item.what, item.why) for item in files] + [(mapped.what, mapped.why) for mapped in tables]
    return tuple(KeptLine(what=what, why=why) for what, why in kept)


def _where(item: MappedPath) -> str:
    name = "" if item.pattern == "**" else f"/{item.pattern}"
    return f"{item.folder.name}{name}"


def _size(paths: Iterable[Path]) -> int:
    return sum(path.lstat().st_size for path in paths)


def _since(started: float) -> float:
    return time.perf_counter() - started
