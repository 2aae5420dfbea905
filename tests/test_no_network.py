"""No command asks the network for anything: none says that it does, and here there is none to ask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimkit.cli import main
from claimkit.cli.evidence import evidence
from claimkit.export import FORMATS
from made import AT

ROOT = Path(__file__).parents[1]
SEED = "us-reaffirms-support-for-india"
CLAIM = "c95c4c39"
NEW = "The tunnel will open in 2028, the city said.\n"
AS = ("--as", "ada", "--at", AT)
LATE = ("--as", "desk", "--at", "2026-12-01T08:00:00Z")

GUARD = """
import os, sys
def noted(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}:
        with open(os.environ["NETWORK_LOG"], "a") as log:
            log.write(f"{sys.argv[1:]} {event} {arguments[1:]}\\n")
        raise OSError("no command of claimkit uses the network")
sys.addaudithook(noted)
"""
"""Put before every process: Python itself tells of each thing that is asked of a network.

Binding is not asking: urllib3, which trafilatura and spaCy load, looks that way whether there is IPv6 at all.
"""

COMMANDS: list[tuple[str, ...]] = [
    ("init", "new", "--publisher", "Desk", "--url", "https://example.org/"),
    ("split", "new.txt", "--slug", "tunnel", "--url", "https://example.com/1"),
    ("split", "page.html", "--slug", "page", "--url", "https://example.com/2"),
    ("show", SEED, "--claim", CLAIM, "--explain"),
    ("annotate", SEED, CLAIM, *AS, "--verdict", "true", "--rationale", "R.", "--evidence", "https://example.net/", "--title", "T", "--stance", "supports"),
    ("annotate", SEED, *AS, "--add", "India is a country.", "--words", "India"),
    ("review", "tunnel", *AS),
    ("adopt", SEED, "--all"),
    ("evidence", "capture", SEED, "page.html"),
    ("evidence", "check", SEED),
    ("agreement", "--plot", "plot.svg"),
    ("adjudicate", SEED, "--claim", CLAIM, "--verdict", "true", "--why", "So.", *LATE),
    ("status",),
    ("log", SEED),
    ("check", "--as-of", "2027-01-01"),
    ("publish", SEED, "--all", *LATE),
    ("correct", SEED, CLAIM, "--anyway", "--change", "A slip.", *LATE),
    *(("export", SEED, "--to", name) for name in FORMATS),
    ("feed",),
    ("import", "book.tei.xml"),
    ("retract", SEED, CLAIM, "--change", "No.", *LATE),
    ("update", SEED, "newer.txt", *LATE),
    ("merge", "base", "ours", "theirs"),
    ("migrate",),
    ("explain", "CK303"),
]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A copy of this repository's workspace, with what the commands are given."""
    root = tmp_path / "desk"
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "claimkit.toml", root)
    (root / "new.txt").write_text(NEW)
    (root / "newer.txt").write_text((root / "seeds" / f"{SEED}.txt").read_text("utf-8").replace("terror", "terrorist"))
    page = (ROOT / "tests/articles/pages/news.html").read_text("utf-8")
    (root / "page.html").write_text(
        page.replace(
            "<body", '<img src="https://example.net/pixel.gif"><link rel="stylesheet" href="//example.net/x.css"><body'
        )
    )
    shutil.copy(ROOT / "exports" / SEED / f"{SEED}.tei.xml", root / "book.tei.xml")
    for name in ("base", "ours", "theirs"):
        shutil.copy(root / "annotations" / SEED / "decisions.json", root / name)
    return root


def alone() -> list[str]:
    """What runs a command in a network namespace of its own, without interfaces; nothing where that may not be."""
    for way in (["unshare", "-n"], ["unshare", "-rn"]):
        if shutil.which("unshare") and subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return way
    return []


def test_every_command_is_here() -> None:
    assert {command[0] for command in COMMANDS} == set(main.commands)
    assert {command[1] for command in COMMANDS if command[0] == "evidence"} == set(evidence.commands)


def test_no_command_asks_the_network_for_anything(desk: Path, tmp_path: Path) -> None:
    """All in one namespace without interfaces, where one can be had; and Python tells of what is asked in any case."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    path = os.pathsep.join(filter(None, [str(tmp_path / "guard"), os.environ.get("PYTHONPATH", "")]))
    env = os.environ | {"PYTHONPATH": path, "NETWORK_LOG": str(tmp_path / "log"), "CLAIMKIT_WORKSPACE": str(desk)}
    for command in COMMANDS:
        line = [*alone(), sys.executable, "-m", "claimkit", *command]
        done = subprocess.run(
            line, capture_output=True, check=False, cwd=desk, env=env, stdin=subprocess.DEVNULL, timeout=120
        )
        assert done.returncode in {0, 1}, done
        assert b"Traceback" not in done.stderr, done
        assert not (tmp_path / "log").exists(), (tmp_path / "log").read_text()
    assert (desk / "annotations/page/claims.json").exists()
    assert (desk / "exports" / SEED / f"{SEED}.tei.xml").exists()


def test_the_guard_sees_what_is_asked(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(GUARD)
    env = os.environ | {"PYTHONPATH": str(tmp_path), "NETWORK_LOG": str(tmp_path / "log")}
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False).returncode == 1
    assert "socket.getaddrinfo" in (tmp_path / "log").read_text()
