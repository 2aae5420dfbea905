"""Runs a command again and again, and each time one file operation later it is killed, or the disk fails.

Run as a program of its own: it forks, and a fork of a process with threads is none. Each child is a real process with
claimkit loaded already, so that a kill costs milliseconds. The operations are met by an audit hook (PEP 578) inside the
interpreter, so whoever asks for them, pathlib too, is met; those that have no audit event are wrapped.
"""

from __future__ import annotations

import builtins
import errno
import io
import json
import mmap
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from claimkit.annotations.workspace import Workspace
from claimkit.cli import main
from made import AT, CLOSED, HURT, SAID, SLUG, TEXT, workspace

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "tempfile.mkstemp"}
LOOKS = {"open", "os.listdir", "os.scandir", "fcntl.flock"}
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
MOST = 2000
"""Operations after which a command that still does not get through is taken for endless."""

DONE = ["--verdict", "true", "--done", "--rationale", "So.", "--evidence", "https://e.net/", "--title", "T"]
REVIEW = [*DONE, "--stance", "supports", "--as", "ada", "--at", AT]
LATER = ["--as", "ada", "--at", "2025-05-12T08:00:00Z"]

KEYS = b"6"
"""An act of a sitting: the verdict unproven."""

NEWER = TEXT.replace("The mayor", "It rained for three days. The mayor").replace("12 people", "14 people")

HALF_WAY = {f"CK101 annotations/{SLUG}/claims.json"}
"""An import that was cut short is seen: claims.json comes last, so an article without its reviews is none yet."""

Command = list[str]


class Fault:
    """Strikes at the operation of that number: ``kill``, ``error`` (only there) or ``broken`` (from there on)."""

    def __init__(self, root: Path, mode: str, number: int) -> None:
        self.root, self.mode, self.left, self.number = str(root), mode, number, number
        self.shared = mmap.mmap(-1, 1)  # the parent sees what the child writes here

    @property
    def met(self) -> bool:
        """Whether it ever struck."""
        return self.shared[0] == 1

    def meet(self, *, changes: bool) -> bool:
        """Whether it strikes now. Kills come only at what changes the disk: between two looks nothing is new."""
        if self.mode == "kill" and not changes:
            return False
        self.left -= 1
        return self.left == 0 or (self.left < 0 and self.mode == "broken")

    def strike(self) -> None:
        """The process is gone, or the operation fails."""
        self.shared[0] = 1
        if self.mode == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = ERRORS[self.number % len(ERRORS)] if self.mode == "error" else errno.EIO
        raise OSError(number, os.strerror(number))

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Meet an operation of the interpreter on what lies in the workspace, or on an open file."""
        if event not in CHANGES | LOOKS:
            return
        place = arguments[0] if arguments else None
        if not isinstance(place, int) and not str(place).startswith(self.root):
            return
        writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if self.meet(changes=writes or event in CHANGES):
            self.strike()

    def install(self) -> None:
        """Meet all file operations of this process from now on."""
        sys.addaudithook(self.audit)
        os.fsync = self._wrapped(os.fsync, changes=True)
        os.stat = self._wrapped(os.stat, changes=False)
        vars(io)["open"] = vars(builtins)["open"] = self._opened(io.open)
        vars(os)["fdopen"] = lambda descriptor, _mode: _Torn(descriptor, self)

    def _opened(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Opening for writing, which empties a file that is there: nobody may do that to one that matters."""

        def opened(place: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            file = real(place, mode, *arguments, **options)
            if set(mode) & set("wax+") and str(place).startswith(self.root) and self.meet(changes=True):
                self.strike()
            return file

        return opened

    def _wrapped(self, real: Callable[..., Any], *, changes: bool) -> Callable[..., Any]:
        def wrapper(place: Any, *arguments: Any, **options: Any) -> Any:
            inside = isinstance(place, int) or str(place).startswith(self.root)
            if inside and self.meet(changes=changes):
                self.strike()
            return real(place, *arguments, **options)

        return wrapper


class _Torn(io.BufferedWriter):
    """A file whose write may get only half way."""

    def __init__(self, descriptor: int, fault: Fault) -> None:
        super().__init__(io.FileIO(descriptor, "wb"))
        self.fault = fault

    def write(self, data: Any) -> int:
        if self.fault.meet(changes=True):
            os.write(self.fileno(), bytes(data)[: len(data) // 2])
            self.fault.strike()
        return super().write(data)


def tree(root: Path) -> dict[str, bytes]:
    """All files by name, those of unfinished writes left out."""
    files = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".part")
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def leftovers(root: Path) -> list[str]:
    """The files of unfinished writes."""
    return sorted(path.name for path in root.rglob(".*.part"))


def run(arguments: Command) -> int:
    """Run a command in this process; one that reads standard input is given the keys of a sitting."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(KEYS))
    try:
        main(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    raise AssertionError("a command ends by itself")


def child(arguments: Command, fault: Fault, output: Path) -> int:
    """The command in a process of its own, which meets the fault: its exit status, negative for a signal."""
    if pid := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    log = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    try:
        fault.install()
        code = run(arguments)
    except BaseException:  # whatever it is, a user would see it
        traceback.print_exc()
        code = 99
    sys.stdout.flush()
    os._exit(code)


def errors(desk: Path) -> set[str]:
    """The errors that ``check`` finds, without their places; none where there is no workspace yet."""
    from claimkit.checks.articles import check_article  # noqa: PLC0415

    if not (desk / "claimkit.toml").exists():
        return set()
    made = Workspace.find(desk)
    found = [finding for slug in made.folders() for finding in check_article(made, slug)[1]]
    return {f"{finding.code} {finding.file}" for finding in found if finding.severity == "error"}


class Trial:
    """One command on one workspace, disturbed at every operation."""

    def __init__(self, folder: Path, before: list[Command], command: Command) -> None:
        self.old, self.desk, self.log = folder / "old", folder / "desk", folder / "log"
        self.command = command
        self.desk.mkdir()
        prepare(self.desk, before)
        shutil.copytree(self.desk, self.old)
        self.before, self.known = tree(self.old), errors(self.desk)
        self.usual = run(command)
        self.after = tree(self.desk)
        self.known |= errors(self.desk) | HALF_WAY
        self.sound: set[tuple[str, frozenset[tuple[str, bytes]]]] = set()
        self.problems: list[str] = []

    def disturbed(self, mode: str) -> int:
        """Run it with the fault at every operation; how many it has."""
        for number in range(1, MOST):
            shutil.rmtree(self.desk)
            shutil.copytree(self.old, self.desk)
            fault = Fault(self.desk, mode, number)
            code = child(self.command, fault, self.log)
            self._look(f"{mode} at {number}", code)
            if not fault.met:
                return number - 1
        raise AssertionError("it never gets through")

    def _look(self, point: str, code: int) -> None:
        said, now = self.log.read_text(), tree(self.desk)
        if code not in {self.usual, 1, -signal.SIGKILL} or "Traceback" in said:
            self.problems.append(f"{point}: exit {code}: {said[-1500:]}")
        if code == 0 and now != self.after:
            self.problems.append(f"{point}: it says that all went well, and it did not")
        if now == self.before and now != self.after and "is written" in said:
            self.problems.append(f"{point}: it says that something is written, and nothing is")
        if now == self.after != self.before and "what was there before still is" in said:
            self.problems.append(f"{point}: it says that nothing is written, and all is")
        for name, data in now.items():
            if data not in (self.before.get(name), self.after.get(name)):
                self.problems.append(f"{point}: {name} is neither the old nor the new one: {data[:80]!r}")
        if lost := [name for name in self.before if name not in now and name in self.after]:
            self.problems.append(f"{point}: {lost} are lost")
        self._again(point, now)

    def _again(self, point: str, now: dict[str, bytes]) -> None:
        state = (str(leftovers(self.desk) != []), frozenset(now.items()))
        if state in self.sound:
            return
        self.sound.add(state)
        if new := errors(self.desk) - self.known:
            self.problems.append(f"{point}: check finds {sorted(new)}")
        code = run(self.command)
        if code != self.usual and now != self.after:
            self.problems.append(f"{point}: run again, it gives {code}")
        if (found := tree(self.desk)) != self.after:
            other = sorted(name for name in found | self.after if found.get(name) != self.after.get(name))
            self.problems.append(f"{point}: run again, it gives other files: {other}")
        if now != self.after and (left := leftovers(self.desk)):
            self.problems.append(f"{point}: run again, it leaves {left}")


def prepare(desk: Path, before: list[Command]) -> None:
    """The workspace as it is before the command; none at all where the command is to make it."""
    if before == [["nothing"]]:
        return
    made = workspace(desk)
    (desk / "article.txt").write_text("The council closed the bridge on Monday.\n")
    (desk / "newer.txt").write_text(NEWER)
    (desk / "x.jsonld").write_text(
        json.dumps({"@type": "ClaimReview", "claimReviewed": "It was closed.", "author": "A"})
    )
    for command in before:
        if command == ["forget"]:
            forget(made)
        elif run(["-C", str(desk), *command]):
            raise AssertionError(command)
    if not before:
        versions(made)


def forget(made: Workspace) -> None:
    """Nothing is left of the article but its TEI."""
    made.export_path(SLUG).joinpath(f"{SLUG}.tei.xml").rename(made.root / "book.tei.xml")
    made.text_path(SLUG).unlink()
    for folder in (made.claims_path(SLUG).parent, made.export_path(SLUG)):
        shutil.rmtree(folder)


def versions(made: Workspace) -> None:
    """Three versions of a review file, for a merge, and none in its place."""
    path = made.review_path(SLUG, "ada")
    for name, claims in (("base", []), ("ours", [CLOSED]), ("theirs", [SAID, HURT])):
        for claim in claims:
            run(["-C", str(made.root), "annotate", SLUG, claim.id, "--accept", *LATER])
        (made.root / name).write_bytes(path.read_bytes() if path.exists() else b"")
        path.unlink(missing_ok=True)


def scenarios(desk: str) -> dict[str, tuple[list[Command], Command]]:
    """What is run before, and the command."""
    reviewed = [["annotate", SLUG, claim.id, *REVIEW] for claim in (CLOSED, SAID, HURT)]
    published = [*reviewed, ["publish", SLUG, "--all", "--as", "desk", "--at", AT]]
    here = ["-C", desk]
    changed = [*published, ["annotate", SLUG, CLOSED.id, "--verdict", "false", *LATER]]
    source = ["-C", desk, "split", f"{desk}/article.txt", "--slug", "new", "--url", "https://example.com/2"]
    return {
        "init": ([["nothing"]], ["init", desk, "--publisher", "Desk", "--url", "https://example.org/"]),
        "annotate": ([], [*here, "annotate", SLUG, CLOSED.id, *REVIEW]),
        "annotate-again": (reviewed, [*here, "annotate", SLUG, CLOSED.id, "--verdict", "false", *LATER]),
        "publish": (reviewed, [*here, "publish", SLUG, "--all", "--as", "desk", "--at", AT]),
        "correct": (changed, [*here, "correct", SLUG, CLOSED.id, "--change", "It was not.", *LATER]),
        "adjudicate": (
            [
                *reviewed,
                [
                    "annotate",
                    SLUG,
                    CLOSED.id,
                    "--verdict",
                    "unproven",
                    "--rationale",
                    "No.",
                    "--done",
                    "--as",
                    "ben",
                    "--at",
                    AT,
                ],
            ],
            [*here, "adjudicate", SLUG, "--claim", CLOSED.id, "--verdict", "true", "--why", "So.", *LATER],
        ),
        "review": (reviewed[1:], [*here, "review", SLUG, *LATER]),
        "update": (published, [*here, "update", SLUG, f"{desk}/newer.txt", *LATER]),
        "capture": ([], [*here, "evidence", "capture", SLUG, f"{desk}/newer.txt"]),
        "retract": (published, [*here, "retract", SLUG, CLOSED.id, "--change", "It was not.", *LATER]),
        "split": ([], source),
        "import": (
            [],
            ["-C", desk, "import", f"{desk}/x.jsonld", "--from", "claimreview", "--slug", "new", "--at", AT],
        ),
        "merge": ([], ["merge", f"{desk}/base", f"{desk}/ours", f"{desk}/theirs"]),
        "export": (published, [*here, "export", SLUG]),
        "feed": (published, [*here, "feed"]),
        "import-tei": ([*published, ["export", SLUG], ["forget"]], [*here, "import", f"{desk}/book.tei.xml"]),
    }


def without_threads() -> None:
    """Have an article parsed once, in this process: the parser's threads do not live on in a fork."""
    recording: Any = import_module("claimkit.splitting.recording")
    known: dict[str, Any] = {}
    split = recording.split_article

    def once(text: str, *arguments: Any, **options: Any) -> Any:
        if text not in known:
            known[text] = split(text, *arguments, **options)
        return known[text]

    recording.load_pipeline, recording.split_article = cache(recording.load_pipeline), once


if __name__ == "__main__":
    place, scenario = Path(sys.argv[1]), sys.argv[2]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    report = os.dup(1)
    os.dup2(2, 1)
    if scenario in {"split", "update"}:
        without_threads()
    trial = Trial(place, *scenarios(str(place / "desk"))[scenario])
    points = {mode: trial.disturbed(mode) for mode in ("kill", "error", "broken")}
    os.write(report, json.dumps({"points": points, "problems": trial.problems}).encode())
