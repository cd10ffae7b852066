"""Guard and app as one program to the shell: exit codes, signals, core files, and the new image after a lock."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.network.ordinary import USERS, Stage, stage

SCENARIOS = "tests.hostile.network.scenarios"


@pytest.fixture(scope="module")
def program() -> Iterator[Stage]:
    """A copy whose bootstrap and statement worker are the small drivers."""
    with stage() as ready:
        here = ready.root / "tests/hostile/network/bootstrap_driver.py"
        (ready.root / "app/bootstrap.py").write_bytes(here.read_bytes())
        (ready.root / "app/workers/parser_child.py").write_text("from app.bootstrap import main as main\n")
        for path in ready.root.rglob("*.py"):
            path.chmod(0o755)
        yield ready


@pytest.mark.parametrize("user", USERS)
def test_the_new_image_finds_itself_under_the_same_guard(program: Stage, user: str) -> None:
    run = program.run(user, "-m", "app", "first")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["same_process"]
    assert found["same_guard"]
    assert found["state"] == "kernel_locked"
    assert found["evidence"] == "kernel-locked (seccomp): 3 of 3 test attempts refused"
    assert found["listing"]
    assert found["network_rows"] == 0


@pytest.mark.parametrize("descriptor", ["0", "3", "77", "-1", "x", "99999999999999999999"])
def test_the_hint_alone_proves_nothing(program: Stage, descriptor: str) -> None:
    run = program.run("ordinary", "-m", "app", "state", environment={"COFFER_ATTEMPTS_DESCRIPTOR": descriptor})
    assert json.loads(run.stdout)["evidence"] == "kernel-locked (seccomp): 3 of 3 test attempts refused"
    assert json.loads(run.stdout)["listing"]


@pytest.mark.parametrize("user", USERS)
def test_a_clean_start_is_no_alarm_and_leaves_no_core_file(program: Stage, user: str) -> None:
    found = json.loads(program.run(user, "-m", "app", "state").stdout)
    assert found["network_rows"] == 0
    assert found["core"] == "0"
    assert json.loads(program.run(user, "-m", "app", "core").stdout) == {"own": "0", "guard": "0"}


def test_it_starts_by_its_path_from_any_folder(program: Stage, tmp_path: Path) -> None:
    main = str(program.root / "app/__main__.py")
    command = program.python(main, "state")
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["state"] == "kernel_locked", run.stderr


def test_a_worker_inherits_the_lock_and_its_start_is_no_alarm(program: Stage) -> None:
    found = json.loads(program.run("ordinary", "-m", "app", "worker").stdout)
    assert found == {"code": 33, "rows": ["local"]}


def test_the_exit_code_of_the_app_reaches_the_shell(program: Stage) -> None:
    assert program.run("ordinary", "-m", SCENARIOS, "exit_seven").returncode == 7
    assert program.run("ordinary", "-m", SCENARIOS, "die_by_signal").returncode == -signal.SIGKILL


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_launcher_reaches_the_app(program: Stage, number: signal.Signals) -> None:
    with _waiting(program) as launcher:
        launcher.send_signal(number)
        output, _ = launcher.communicate(timeout=10)
    assert json.loads(output.splitlines()[-1]) == {"caught": int(number)}
    assert launcher.returncode == 40 + number


def test_no_process_is_left_when_the_app_is_killed(program: Stage) -> None:
    with _waiting(program) as launcher:
        assert launcher.stdout
        app = json.loads(launcher.stdout.readline())["app"]
        os.kill(app, signal.SIGKILL)
        launcher.communicate(timeout=10)
    assert launcher.returncode == -signal.SIGKILL
    assert not Path(f"/proc/{app}").exists()


def _waiting(program: Stage) -> subprocess.Popen[str]:
    launcher = subprocess.Popen(
        program.python("-m", SCENARIOS, "wait_for_signal"),
        cwd=program.root,
        env=program.environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    if launcher.stdout:
        _until_readable(launcher.stdout.fileno())
    return launcher


def _until_readable(descriptor: int) -> None:
    import select

    deadline = time.monotonic() + 10
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    assert waiting.poll(max(0.0, deadline - time.monotonic()) * 1000)
