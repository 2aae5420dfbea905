"""The disk: bytes in, bytes out, whole or not at all, and never outside of the workspace."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from claimkit.errors import ConflictError, DataError, WorkspaceError

MAX_BYTES = 100_000_000
"""The largest file that is read at all."""

_LEFT = re.compile(r"\..+\.[a-z0-9_]{8}\.part", re.DOTALL)
"""The names that a temporary file of ours has."""


def sha256(data: bytes) -> str:
    """The SHA-256 digest of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes; raises :class:`DataError`, never waits on a device."""
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise DataError("it is a folder", place=str(path), remedy="name a file in it")
        if not stat.S_ISREG(kind.st_mode):
            raise DataError("it is no regular file", place=str(path), remedy="copy what it gives into a file first")
        if kind.st_size > limit:
            raise DataError(
                f"it has {kind.st_size:,} bytes, and the limit is {limit:,}", place=str(path), remedy="divide it"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError("there is no such file", place=str(path), remedy="check the name") from None
    except OSError as error:
        raise DataError(f"it cannot be read ({error.strerror})", place=str(path)) from None


def digest(path: Path) -> str:
    """The SHA-256 digest of a file, in hexadecimal; it is never in memory as a whole.

    Raises :class:`WorkspaceError` for a device or a pipe, which it would wait for.
    """
    _refuse_special(path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(path: Path, data: bytes | Iterable[bytes], *, replaces: str | None) -> None:
    """Put ``data``, whole or piece by piece, at ``path`` whole or not at all: temporary file, fsync, rename.

    ``replaces`` is the digest of what was read from there, None where nothing was. Raises :class:`ConflictError` when
    something else stands there now, :class:`WorkspaceError` when the disk refuses, or a device or a pipe stands there,
    which is not replaced; either way the old file stands. Only where the disk fails after the rename does the new one,
    and the message says so. What a killed write left in the folder goes.
    """
    _refuse_special(path)
    try:
        new = [folder for folder in path.parents if not folder.exists()]
        path.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(path) as (file, temporary):
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
            with alone_in(path.parent):
                _refuse_changed(path, replaces)
                temporary.replace(path)
    except OSError as error:
        raise WorkspaceError(
            f"it cannot be written ({error.strerror}); what was there before still is",
            place=str(path),
            remedy="make room or mend the permissions, then repeat the command",
        ) from None
    _sync_folders(path, (path.parent, *(folder.parent for folder in new)))


def deposit(path: Path, data: bytes) -> None:
    """Put what can be made again at ``path``, whole or not at all: without locks, and not safe from a power cut.

    Raises ``OSError`` where the disk refuses.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def inside(root: Path, path: Path) -> Path:
    """``path``, if it lies inside ``root`` once all links are followed; raises :class:`WorkspaceError`."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        raise WorkspaceError("it leads out of the workspace", place=str(path), remedy="use a path inside it")
    return path


def entries(folder: Path) -> list[Path]:
    """What is in a folder, by name; nothing where there is no such folder.

    Raises :class:`WorkspaceError` where it cannot be looked into: what cannot be read must not count as absent.
    """
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise WorkspaceError(
            f"it cannot be looked into ({error.strerror})", place=str(folder), remedy="make it a readable folder"
        ) from None


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: no other claimkit replaces a file in it between our look at it and our rename.

    The lock is the system's (flock) on the folder itself, so nothing is left lying about, and a kill gives it back.
    :func:`write` takes it by itself; whoever holds it already must not write into that very folder.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _temporary(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A new file beside ``path``, gone at the end unless it was renamed; its lock is held while it is being written."""
    with alone_in(path.parent):
        _sweep(path.parent)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with suppress(OSError):  # unlocked it may be swept away, and then the rename fails, and that is told
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file, Path(name)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _sweep(folder: Path) -> None:
    """Remove what killed writes left: a temporary file whose lock nobody holds. What cannot be removed stays."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _LEFT.fullmatch(path.name):
                with suppress(OSError):
                    _remove_unlocked(path)


def _remove_unlocked(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int:
    """The permissions of the file to be replaced, else those that the umask gives a new file."""
    with suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _refuse_special(path: Path) -> None:
    """Raise :class:`WorkspaceError` where there is a device, a pipe or a socket: root could rename a file over it."""
    with suppress(OSError):
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise WorkspaceError(
                "it is no regular file, and is not written over", place=str(path), remedy="name a file"
            )


def _refuse_changed(path: Path, replaces: str | None) -> None:
    found = digest(path) if path.exists() else None
    if found == replaces:
        return
    if replaces is None:
        raise ConflictError("somebody else made it meanwhile", place=str(path), remedy="repeat the command")
    raise ConflictError(
        "it changed since it was read, and was not overwritten", place=str(path), remedy="repeat the command"
    )


def _sync_folders(path: Path, folders: Iterable[Path]) -> None:
    """Have the rename to ``path``, and the new folders, on the disk itself, so that they stand when the power goes."""
    try:
        for folder in folders:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
    except OSError as error:
        raise WorkspaceError(
            f"it is written, but the disk does not confirm it ({error.strerror})",
            place=str(path),
            remedy="see to the disk before you go on",
        ) from None
