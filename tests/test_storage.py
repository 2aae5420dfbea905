"""The disk: whole or not at all, with real full disks and real kills."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimkit import storage
from claimkit.errors import ConflictError, DataError, WorkspaceError


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    storage.write(path, b"one", replaces=None)
    assert path.read_bytes() == b"one"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_is_replaced_when_it_is_still_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"one")
    path.chmod(0o640)
    storage.write(path, b"two", replaces=storage.sha256(b"one"))
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("replaces", [None, storage.sha256(b"something else")])
def test_a_file_that_changed_since_it_was_read_is_not_overwritten(tmp_path: Path, replaces: str | None) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"theirs")
    with pytest.raises(ConflictError):
        storage.write(path, b"ours", replaces=replaces)
    assert path.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_was_removed_since_it_was_read_is_a_conflict(tmp_path: Path) -> None:
    with pytest.raises(ConflictError):
        storage.write(tmp_path / "f", b"ours", replaces=storage.sha256(b"gone"))
    assert list(tmp_path.iterdir()) == []


FULL = """
import resource, signal, sys
from pathlib import Path
from claimkit import storage
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))  # the kernel refuses what goes beyond, as a full disk does
path = Path(sys.argv[1])
try:
    storage.write(path, b"x" * 5000, replaces=storage.sha256(b"old"))
except Exception as error:
    print(type(error).__name__, error)
"""


def test_a_disk_that_takes_no_more_leaves_the_old_file_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"old")
    result = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("WorkspaceError")
    assert "cannot be written" in result.stdout
    assert "what was there before still is" in result.stdout
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


ENDLESS = """
import sys
from pathlib import Path
from claimkit import storage
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        storage.write(path, letter * 300_000, replaces=storage.sha256(path.read_bytes()))
"""


def test_a_kill_during_a_write_leaves_one_whole_version(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"a" * 300_000)
    for turn in range(8):
        with subprocess.Popen([sys.executable, "-c", ENDLESS, str(path)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(0.003 * (turn + 1))
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes() in {b"a" * 300_000, b"b" * 300_000}


def test_what_is_no_regular_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for name, words in (("fifo", "no regular file"), (".", "a folder"), ("gone", "no such file")):
        with pytest.raises(DataError, match=words):
            storage.read(tmp_path / name)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"12345")
    assert storage.read(tmp_path / "f", limit=5) == b"12345"
    with pytest.raises(DataError, match="it has 5 bytes, and the limit is 4"):
        storage.read(tmp_path / "f", limit=4)


def test_a_path_that_leaves_the_workspace_by_dots_or_by_a_link_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "desk"
    root.mkdir()
    (root / "link").symlink_to(tmp_path)
    assert storage.inside(root, root / "a" / "b")
    for path in (root / ".." / "x", root / "link" / "x"):
        with pytest.raises(WorkspaceError, match="leads out of the workspace"):
            storage.inside(root, path)


def test_what_a_killed_write_left_is_swept_away_by_the_next_and_nothing_else_is(tmp_path: Path) -> None:
    kept = [tmp_path / name for name in (".f.part", "f.abcdefgh.part", ".mine.part", ".f.abcdefgh.parts")]
    for path in (*kept, tmp_path / ".f.abcdefgh.part", tmp_path / ".other.json.a1_b2c3d.part"):
        path.write_bytes(b"half")
    storage.write(tmp_path / "f", b"whole", replaces=None)
    assert sorted(tmp_path.iterdir()) == sorted([*kept, tmp_path / "f"])


def test_a_temporary_file_that_is_being_written_is_not_swept_away(tmp_path: Path) -> None:
    with storage._temporary(tmp_path / "f") as (file, temporary):
        file.write(b"one")
        storage.write(tmp_path / "g", b"other", replaces=None)
        assert temporary.exists()
        temporary.rename(tmp_path / "f")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f", "g"]
