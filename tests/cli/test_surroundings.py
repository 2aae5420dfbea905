"""What a command lives in: a full or read-only disk, locales, homes, closed streams, clocks that are wrong, Ctrl-C at any moment."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimkit.annotations.workspace import Workspace
from made import AT, CLOSED, HURT, SLUG, workspace

AS = ("--as", "ada", "--at", AT)
DONE = (
    "--verdict", "true", "--rationale", "R.", "--done", "--evidence", "https://example.net/", "--title", "T", "--stance", "supports",
)  # fmt: skip
Run = subprocess.CompletedProcess[bytes]


@pytest.fixture
def desk(tmp_path: Path) -> Workspace:
    root = tmp_path / "büro 😀"
    root.mkdir()
    made = workspace(root)
    (root / "élan.txt").write_text("The café was closed on Monday, said Zoë Ólafsdóttir.\n", encoding="utf-8")
    for arguments in (("annotate", SLUG, CLOSED.id, *AS, *DONE), ("publish", SLUG, "--all", *AS), ("export", SLUG)):
        assert run(made, *arguments).returncode == 0
    return made


def command(desk: Workspace, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "claimkit", "-C", str(desk.root), *arguments]


def run(desk: Workspace, *arguments: str, env: dict[str, str] | None = None, largest: int | None = None) -> Run:
    """A process; whatever it lives in, it ends by itself, without a traceback."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    done = subprocess.run(
        command(desk, *arguments),
        capture_output=True,
        check=False,
        timeout=120,
        env=env,
        stdin=subprocess.DEVNULL,
        preexec_fn=limit,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    assert done.returncode in {0, 1, 2}, done
    return done


def tree(root: Path) -> dict[str, bytes]:
    """All files by name."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


WRITING = [
    ("split", "élan.txt", "--slug", "elan"),
    ("annotate", SLUG, HURT.id, *AS, "--comment", "x"),
    ("correct", SLUG, CLOSED.id, "--anyway", "--change", "A slip.", *AS),
    ("export", SLUG, "--to", "csv"),
    ("feed",),
    ("check", "--write-baseline", "baseline.json"),
    ("check", "--format", "json=report.json"),
    ("evidence", "capture", SLUG, "élan.txt"),
    ("init", "new", "--publisher", "Desk", "--url", "https://example.org/"),
]


def there(desk: Workspace, arguments: tuple[str, ...]) -> list[str]:
    """The arguments with files of the workspace by their whole paths."""
    return [
        str(desk.root / part)
        if part in {"élan.txt", "new"}
        else part.replace("=", f"={desk.root}/")
        if "=" in part
        else part
        for part in arguments
    ]


@pytest.mark.parametrize("arguments", WRITING, ids=lambda arguments: "-".join(arguments[:2]))
def test_a_disk_that_takes_no_more_leaves_all_as_it_was(desk: Workspace, arguments: tuple[str, ...]) -> None:
    before = tree(desk.root)
    done = run(desk, *there(desk, arguments), largest=1)
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr
    assert tree(desk.root) == before


READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
FULL = 'mount -t tmpfs -o size=64k none "$0" && cp -R "$1"/. "$0" && (head -c 99999 /dev/zero >"$0/zero" || true) 2>/dev/null; shift; exec "$@"'
MOUNTS = (
    subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0 and os.geteuid() == 0
)


@pytest.mark.skipif(not MOUNTS, reason="only root can mount a disk of its own (unshare -m)")
def test_commands_that_write_say_that_a_disk_is_read_only_and_the_others_work(desk: Workspace) -> None:
    def mounted(*arguments: str) -> Run:
        return subprocess.run(
            ["unshare", "-m", "sh", "-c", READ_ONLY, str(desk.root), *command(desk, *arguments)],
            capture_output=True,
            check=False,
            timeout=120,
        )

    for reading in (("check",), ("show", SLUG), ("status",), ("log", SLUG), ("evidence", "list", SLUG)):
        done = mounted(*reading)
        assert (done.returncode in {0, 2}, b"Traceback" in done.stderr) == (True, False), done
    for arguments in WRITING:
        done = mounted(*there(desk, arguments))
        assert (done.returncode, b"Traceback" in done.stderr) == (1, False), done
        assert b"Read-only file system" in done.stderr


@pytest.mark.skipif(not MOUNTS, reason="only root can mount a disk of its own (unshare -m)")
def test_a_full_disk_is_told_and_nothing_is_lost(desk: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "full"
    place.mkdir()
    script = FULL + " ; true"
    for arguments in (
        ("annotate", SLUG, HURT.id, *AS, "--comment", "x"),
        ("export", SLUG, "--to", "csv"),
        ("split", str(desk.root / "élan.txt"), "--slug", "elan"),
    ):
        line = [sys.executable, "-m", "claimkit", "-C", str(place), *arguments]
        done = subprocess.run(
            ["unshare", "-m", "sh", "-c", script, str(place), str(desk.root), *line],
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert (done.returncode, b"Traceback" in done.stderr) == (1, False), done
        assert b"No space left on device" in done.stderr


WORLDS = [
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"LC_ALL": "C.UTF-8", "HOME": "/proc/none"},
    {"LC_ALL": "xx_XX.KOI8-R", "HOME": "", "TMPDIR": "/nonexistent", "TERM": "dumb", "COLUMNS": "-1"},
    {},
]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: "-".join(world) or "nothing")
def test_no_locale_and_no_home_is_enough(desk: Workspace, world: dict[str, str]) -> None:
    """The environment has nothing but what is given, and the path to find Python's modules."""
    env = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ} | world
    bare = world.get("PYTHONUTF8") == "0"  # arguments that are not ASCII cannot even be handed over then
    for arguments in (
        ("split", "élan.txt", "--slug", "elan", "--author", "Zoë"), ("show", SLUG), ("check",),
        ("annotate", SLUG, HURT.id, *AS, "--comment", "Ólafsdóttir 😀"), ("evidence", "capture", SLUG, "élan.txt"),
    ):  # fmt: skip
        done = run(desk, *there(desk, arguments), env=env)
        assert done.returncode == 0 or (bare and b"UTF-8" in done.stderr), done
    if not bare:
        assert "Zoë" in (desk.root / "annotations" / "elan" / "claims.json").read_text("utf-8")
        assert "😀" in desk.review_path(SLUG, "ada").read_text("utf-8")


@pytest.mark.parametrize(
    "redirect", [">&-", "2>&-", "<&- >&- 2>&-", "| head -1", "| true", ">/dev/full", ">/dev/full 2>&1"]
)
def test_streams_that_are_closed_or_full_are_no_tracebacks(desk: Workspace, redirect: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    for arguments in (
        f"show {SLUG}",
        "check --format json",
        f"log {SLUG}",
        "--help",
    ):
        line = " ".join(f"'{word}'" for word in command(desk, *arguments.split()))
        shell = f"{line} {redirect}" if "2>" in redirect else f"{{ {line} {redirect} ; }} 2>'{log}'"
        done = subprocess.run(["sh", "-c", shell], capture_output=True, check=False, timeout=60)
        said = done.stderr + done.stdout + (log.read_bytes() if log.exists() else b"")
        assert b"Traceback" not in said, (arguments, said)
        assert b"Exception ignored" not in said, (arguments, said)


@pytest.mark.parametrize(
    "when", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.5-14:00", "9999-12-31T23:59:59Z"]
)
def test_a_clock_that_is_wrong_is_told_or_does_no_harm(desk: Workspace, when: str) -> None:
    done = run(desk, "correct", SLUG, CLOSED.id, "--anyway", "--change", "A slip.", "--as", "ada", "--at", when)
    assert done.returncode in {0, 1}
    run(desk, "annotate", SLUG, HURT.id, "--as", "ada", "--at", when, *DONE)
    run(desk, "publish", SLUG, "--all", "--as", "ada", "--at", when)
    run(desk, "retract", SLUG, CLOSED.id, "--change", "No.", "--as", "ada", "--at", when)
    checked = run(desk, "check")
    assert b"CK1" not in checked.stdout
    assert b"CK2" not in checked.stdout
    for arguments in (("show", SLUG), ("log", SLUG), ("status",)):
        assert run(desk, *arguments).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("split", "élan.txt", "--slug", "elan"),
        ("check",),
        ("export", SLUG),
        ("annotate", SLUG, HURT.id, *AS, "--comment", "x"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_ctrl_c_at_any_moment_leaves_whole_files_and_no_traceback(desk: Workspace, arguments: tuple[str, ...]) -> None:
    """Each file is the old or the new one; the moments are drawn over the time that the command takes."""
    before = tree(desk.root)
    begun = time.monotonic()
    run(desk, *there(desk, arguments))
    length, after = time.monotonic() - begun, tree(desk.root)
    chance = random.Random(arguments[0])  # noqa: S311 - the same moments each time, as far as clocks go
    for _ in range(int(os.environ.get("CLAIMKIT_INTERRUPTIONS", "6"))):
        for name in set(tree(desk.root)) - set(before):
            (desk.root / name).unlink()
        for name, data in before.items():
            (desk.root / name).write_bytes(data)
        process = subprocess.Popen(
            command(desk, *there(desk, arguments)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        time.sleep(
            chance.uniform(0.05, length)
        )  # earlier it is not yet claimkit that is interrupted, but Python that starts
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode in {0, 1, 130, -signal.SIGINT}, said
        assert b"Traceback" not in said or b"claimkit" not in said, said.decode()
        for name, data in tree(desk.root).items():
            assert data in (before.get(name), after.get(name)), name
        assert set(before) <= set(tree(desk.root))
