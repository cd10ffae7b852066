"""Made-up protection data for pictures and tests: attempts, data map, checks, audit trail, settings."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.base.settings import setting_spec
from app.base.tasks import CancelToken, Progress
from app.domain.audit_entry import AuditEntry, AuditEvent
from app.domain.vocabulary import LearnedName
from app.lockdown import Answer, Attempt, AttemptKind, LockState
from app.presenters.privacy import CheckResult, DiskPlace, NetworkPanel, WipeReport, network_panel
from app.presenters.settings import SettingValue
from app.presenters.shell import LightView, light_of
from app.privacy.network_watch import Light, NetworkView, words_for

_AT = 1_763_978_602.0


def attempt(
    number: int, *, process: str = "python3", address: str = "1.2.3.4:443", stack: tuple[str, ...] = ()
) -> Attempt:
    return Attempt(
        sequence=number,
        monotonic=float(number),
        wall=_AT + number,
        pid=4200 + number,
        thread=4200 + number,
        process=process,
        command=f"{process} -m something",
        call="connect",
        family="inet",
        address=address,
        answer=Answer.REFUSED,
        kind=AttemptKind.NETWORK,
        stack=stack,
    )


def network(
    *, attempts: Sequence[Attempt] = (), unseen: int = 0, state: LockState = LockState.KERNEL_LOCKED
) -> NetworkView:
    locked = state in {LockState.KERNEL_LOCKED, LockState.OS_RULE}
    light = Light.ATTEMPT if unseen else Light.CALM
    return NetworkView(
        state=state,
        light=light if locked else Light.NOT_LOCKED,
        words=words_for(state, "linux"),
        detail="",
        evidence="seccomp, 3 of 3 test attempts refused: socket(AF_INET), connect to 192.0.2.1:443, io_uring_setup",
        attempts=tuple(attempts),
        last=attempts[0] if attempts else None,
        total=len(attempts),
        unseen=unseen,
        local=0,
        dropped=0,
        listing=True,
    )


@dataclass
class Watch:
    """Stands where the network presenter stands."""

    view: NetworkView = field(default_factory=network)
    waiting: list[Attempt] = field(default_factory=list)

    def fileno(self) -> int:
        return -1

    def poll(self) -> bool:
        if not self.waiting:
            return False
        attempts = (*reversed(self.waiting), *self.view.attempts)
        self.waiting.clear()
        self.view = network(attempts=attempts, unseen=len(attempts))
        return True

    def mark_seen(self) -> None:
        self.view = network(attempts=self.view.attempts)

    def light(self) -> LightView:
        return light_of(self.view)

    def panel(self) -> NetworkPanel:
        return network_panel(self.view)


@dataclass
class Protection:
    """Stands where book and places stand for the Privacy presenter."""

    bad_entry: int | None = None
    wiped: int = 0

    def data_map(self) -> tuple[DiskPlace, ...]:
        return (
            DiskPlace(
                what="caches",
                where="caches/cache.db",
                bytes=1_284_096,
                step="key destroyed",
                why="encrypted under a key of its own, which the wipe destroys",
            ),
            DiskPlace(
                what="temporary files",
                where="temporary/",
                bytes=0,
                step="deleted",
                why="left over from work that was cut off",
            ),
            DiskPlace(
                what="log",
                where="logs/coffer.log",
                bytes=18_220,
                step="deleted",
                why="redacted lines on how the program ran",
            ),
            DiskPlace(what="vault", where="vault.db", bytes=4_612_096, step="kept", why="your books, encrypted"),
            DiskPlace(
                what="key slots",
                where="slots.json",
                bytes=812,
                step="kept",
                why="the wrapped keys, without which the vault never opens again",
            ),
            DiskPlace(
                what="settings",
                where="settings.json",
                bytes=120,
                step="kept",
                why="how the window looks and when it locks",
            ),
        )

    def wipe(self, progress: Progress, cancel: CancelToken, /) -> WipeReport:
        self.wiped += 1
        progress(1, 1, "wipe")
        return WipeReport(
            wiped=(("caches", 1_284_096, "key destroyed"), ("log", 18_220, "deleted")),
            kept=(("vault", "your books, encrypted"),),
            not_promised=("Spare blocks of a solid-state disk, snapshots and backups may hold old, encrypted copies.",),
            canaries=0,
            seconds="0.3",
        )

    def checks(self) -> tuple[CheckResult, ...]:
        return (
            CheckResult(
                id="network_lock", state="pass", detail="kernel-locked (seccomp), 3 of 3 test attempts refused", fix=""
            ),
            CheckResult(
                id="model_file", state="pass", detail="the file is the one that was shipped (SHA-256 agrees)", fix=""
            ),
            CheckResult(id="data_map", state="pass", detail="every file written is on the map", fix=""),
            CheckResult(
                id="core_dumps",
                state="unknown",
                detail="Swap: this system may write memory to its swap space",
                fix="Encrypt the swap space, or switch it off.",
            ),
            CheckResult(id="audit_chain", state="pass", detail="all 128 entries are in place", fix=""),
        )

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        rows = (
            (AuditEvent.VAULT_CREATED, "owner", ()),
            (AuditEvent.UNLOCKED, "owner", (("slot", "passphrase"),)),
            (AuditEvent.IMPORTED, "owner", (("batch", "b-000001"), ("rows", "312"))),
            (AuditEvent.QUESTION_ASKED, "owner", (("status", "answered"),)),
            (AuditEvent.NETWORK_ATTEMPT, "kernel", (("call", "connect"),)),
            (AuditEvent.WIPED, "owner", (("bytes", "1302316"),)),
        )
        return tuple(
            AuditEntry(
                number=at,
                at=f"2025-11-24T09:4{at}:00+00:00",
                event=event,
                actor=actor,
                session="s1",
                version="0.1.0",
                details=details,
                digest="0" * 64,
            )
            for at, (event, actor, details) in enumerate(rows, start=1)
        )

    def first_bad_audit_entry(self) -> int | None:
        return self.bad_entry


@dataclass
class Preferences:
    """Stands where book and settings file stand for the Settings presenter."""

    values: dict[str, SettingValue] = field(default_factory=dict)
    calls: list[tuple[str, ...]] = field(default_factory=list)
    slot: bool = False
    offered: bool = True
    learned: list[LearnedName] = field(default_factory=list)

    def learned_names(self) -> tuple[LearnedName, ...]:
        return tuple(self.learned)

    def forget_name(self, span: str, /) -> None:
        self.learned = [name for name in self.learned if name.span != span]

    def setting(self, key: str, /) -> SettingValue:
        return self.values.get(key, setting_spec(key).default)

    def set_setting(self, key: str, value: SettingValue, /) -> None:
        assert setting_spec(key).accepts(value)
        self.values[key] = value

    def change_passphrase(self, old: str, new: str, /) -> None:
        self.calls.append(("change", old, new))

    def new_recovery_code(self) -> str:
        self.calls.append(("code",))
        return "KQ7M-2XPA-9DTR-HW4C-8ZNB-5LVE-W07T"

    def keyring_offered(self) -> bool:
        return self.offered

    def has_keyring_slot(self) -> bool:
        return self.slot

    def add_keyring_slot(self) -> None:
        self.slot = True

    def remove_keyring_slot(self) -> None:
        self.slot = False

    def model_lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Name", "SmolLM2-135M-Instruct Q4_1"),
            ("Size", "98.3 MB"),
            ("Licence", "Apache-2.0"),
            ("SHA-256", "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"),
        )
