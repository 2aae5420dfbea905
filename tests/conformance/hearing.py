"""What an oracle says of what we export and of what is broken on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conformance.files import File
from conformance.oracle import Oracle
from oracles.alarms import real
from oracles.names import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """``problems`` are those of sound files, ``taken`` the broken files that it should have refused, with what it said.

    ``missing`` is why it did not run at all.
    """

    oracle: Name
    version: str = ""
    kinds: tuple[str, ...] = ()
    looked_at: int = 0
    broken: int = 0
    problems: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    missing: str = ""

    @property
    def fails(self) -> bool:
        """Whether something is wrong; an oracle that was shown nothing broken proves nothing."""
        return not self.missing and bool(self.problems or self.taken or not self.looked_at or not self.broken)


def heard(oracle: Oracle, sound: Sequence[File], broken: Sequence[File]) -> Hearing:
    """The oracle's answer; it is asked once, for all files."""
    missing = oracle.missing()
    if missing:
        return Hearing(oracle=oracle.name, missing=missing)
    good = [file for file in sound if file.kind in oracle.kinds]
    bad = [file for file in broken if oracle.name in file.refused_by]
    found = [real(oracle.name, said) for said in oracle.check([*good, *bad])]
    problems, refusals = found[: len(good)], found[len(good) :]
    return Hearing(
        oracle=oracle.name,
        version=oracle.version(),
        kinds=tuple(sorted({file.kind for file in good})),
        looked_at=len(good),
        broken=len(bad),
        problems=tuple(
            f"{file.path}: {problem}" for file, said in zip(good, problems, strict=True) for problem in said
        ),
        taken=tuple(
            _taken(oracle.name, file, said)
            for file, said in zip(bad, refusals, strict=True)
            if not _refused(oracle.name, file, said)
        ),
    )


def _refused(oracle: Name, file: File, said: list[str]) -> bool:
    return any(file.refused_by[oracle] in problem for problem in said)


def _taken(oracle: Name, file: File, said: list[str]) -> str:
    return f"{file.path}: {file.refused_by[oracle] or 'a problem'!r} is not in what it says: {said or 'nothing'}"
