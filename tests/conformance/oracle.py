"""What an oracle is to us, and why one may not be able to run here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conformance.files import File
from oracles import DATA
from oracles.names import Kind, Name

Check = Callable[[Sequence[File]], list[list[str]]]


def nothing() -> str:
    """What is missing where all that is needed is a package of ours."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oracle:
    """A validator. ``check`` gives the problems of each file, in the order of the files.

    ``missing`` says why it cannot run here, and is empty where it can.
    """

    name: Name
    kinds: frozenset[Kind]
    version: Callable[[], str]
    check: Check
    missing: Callable[[], str] = nothing


def one_by_one(problems: Callable[[File], list[str]]) -> Check:
    """A check that is asked once a file."""
    return lambda files: [problems(file) for file in files]


def no_data(folder: str) -> str:
    """Why the schemas of others are not there; empty where they are."""
    return "" if (DATA / folder).is_dir() else f"no {folder}/ in {DATA}; name its folder in CLAIMKIT_DATA"
