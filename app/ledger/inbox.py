"""The inbox: a complete file dropped into the watched folder is staged for review, once, and never committed."""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

from app.base.clock import iso_instant
from app.base.log import logger, shown
from app.base.tasks import CancelToken
from app.domain.changes import ChangeKind, Changes
from app.domain.errors import CancelledError, CofferError
from app.ledger.settings import read_setting
from app.ledger.statement_files import StatementFiles
from app.ledger.watch_folder import WatchFolder
from app.store import batches, caches, staging
from app.store.session import VaultSession

_ROOM = "inbox"
_log = logger(__name__)


class Inbox:
    """Follows the settings: watches the owner's folder, or else the portable one, while the vault is open."""

    def __init__(
        self,
        session: VaultSession,
        stage: Callable[[Path, CancelToken], object],
        *,
        files: StatementFiles,
        settle_seconds: float = 1.0,  # no money
    ) -> None:
        self._session = session
        self._stage = stage
        self._files = files
        self._settle = settle_seconds
        self._watch: WatchFolder | None = None
        self._folder: Path | None = None
        self._changing = threading.Lock()
        self._token = CancelToken()
        self._end = session.on_changes(self._follow)

    def start(self) -> None:
        """Begin to watch, if the owner wants it."""
        self._turn_to(self._wanted())

    def close(self) -> None:
        """Stop watching, and let a file that is being staged go. May be called twice."""
        if not self._token.cancelled:
            self._token.cancel()
            self._end()
            self._turn_to(None)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched now."""
        return self._folder

    def _follow(self, changes: Changes) -> None:
        if ChangeKind.SETTINGS in changes and not self._token.cancelled:
            self._turn_to(self._wanted())

    def _wanted(self) -> Path | None:
        if not read_setting(self._session, "watch_inbox"):
            return self._session.places.inbox
        chosen = str(read_setting(self._session, "inbox_folder"))
        return Path(chosen) if chosen else self._session.places.inbox

    def _turn_to(self, folder: Path | None) -> None:
        with self._changing:
            if folder == self._folder:
                return
            if self._watch is not None:
                self._watch.close()
            self._watch = self._folder = None
            if folder is None or not folder.is_dir():
                return
            watch = WatchFolder(folder, self._take, settle_seconds=self._settle)
            try:
                watch.start()
            except OSError as error:
                watch.close()
                _log.info("the inbox can't be watched: %s", shown(type(error).__name__))
                return
            self._watch, self._folder = watch, folder

    def _take(self, path: Path) -> None:
        """Stage a file, an archive file by file, unless its bytes were committed, wait already, or were seen before."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if self._known(digest):
            return
        for member in self._files.members(path):
            if member != path and self._member_known(member):
                continue
            try:
                self._stage(member, self._token)
            except CancelledError:
                return
            except CofferError as error:
                _log.info("a file of the inbox was not staged: %s", shown(error.code))
        at = iso_instant(self._session.clock.now())
        self._session.cache_write(lambda connection: caches.put(connection, _ROOM, key=digest, value=b"", stored_at=at))

    def _member_known(self, member: Path) -> bool:
        try:
            return self._known(hashlib.sha256(self._files.source(member).data).hexdigest())
        except CofferError:
            return False  # staging it says why

    def _known(self, digest: str) -> bool:
        if self._session.read(lambda connection: batches.batch_seen(connection, digest)) is not None:
            return True
        if self._session.read(lambda connection: staging.is_waiting(connection, digest)):
            return True
        return self._session.cache_read(lambda connection: caches.get(connection, _ROOM, key=digest)) is not None
