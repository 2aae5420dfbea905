"""What fuzzing found, and its seeds with a few changes: no reader raises anything but a refusal in our words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fuzzing.targets import TARGETS, refused, seeds
from limits import within

KEPT = Path(__file__).parent / "kept"
CHANGED = {"split": 20, "html": 60, "tei-tree": 150}
"""How many changed seeds are tried of a slow target; of the others 300."""


TAKEN = {"markdown/blanks-behind-a-key", "split/blanks-in-a-list-item"}
"""What of the finds is sound, and only took too long once; all others are to be refused."""


@pytest.mark.parametrize("name", sorted(path.relative_to(KEPT).as_posix() for path in KEPT.glob("*/*")))
def test_what_was_found_once_is_taken_or_refused_as_it_should_be(name: str) -> None:
    with within(30):
        assert refused(TARGETS[name.partition("/")[0]], (KEPT / name).read_bytes()) is (name not in TAKEN)


@pytest.mark.parametrize("name", TARGETS)
def test_the_seeds_are_taken_and_whatever_is_made_of_them_is_taken_or_refused(name: str) -> None:
    given = list(seeds(name))
    assert not all(refused(TARGETS[name], data) for data in given)
    chance = random.Random(name)  # noqa: S311 - the same inputs each time
    for _ in range(CHANGED.get(name, 300)):
        data = bytearray(chance.choice(given))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data) + 1)
            data[at : at + chance.choice((0, 0, 1, 9))] = bytes(
                chance.choices(range(256), k=chance.choice((0, 1, 1, 5)))
            )
        with within(30):
            refused(TARGETS[name], bytes(data))


def test_only_targets_have_kept_finds() -> None:
    assert {path.name for path in KEPT.iterdir()} <= set(TARGETS)
