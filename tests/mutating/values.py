"""Broken files, thousands of them: JSON values changed at random places, always the same ones from the same seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

from mutating.places import places

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 0.0, 1.0, -0.0, 0.5, 1.5, 1e300, 2**53 + 1, 2**63, 2**64, -(2**70), "", " ", "x",
    "\n", "true", "2025-05-10", "2025-05-10T08:00:00Z", "https://example.org/", "c1", "1c", "a" * 300, "😀" * 201,
    [], {}, [1, 1.0], [True, 1], [[1], [1]], [{"a": 1}, {"a": 1.0}], {"a": {"b": []}}, ["x", "x"],
)  # fmt: skip
"""Values that validators are known to take in different ways: numbers that are equal, lengths, what is empty."""

CHARACTERS = "\n\r\t\x00\x08\x0b\x0c\x1c\x1f\x7f\x80\x85\xa0\u1680\u180e\u200b\u2028\u2029\u3000\ufeff\ufffe\uffffé\u0660😀$^\\ {}#?%:/-.0aZ"
"""Characters that engines for patterns are known to take in different ways."""


def mutants(value: Any, count: int, seed: int) -> Iterator[Any]:
    """So many copies of ``value``, each changed in one to three places."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(count):
        made = [copy.deepcopy(value)]  # in a list, so that the root too has a place
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            _change(made, dice)
        yield made[0]


def _change(root: list[Any], dice: random.Random) -> None:
    found = list(places(root))
    holder, key = dice.choice(found)
    match dice.randrange(6):
        case 0 if holder is not root:
            del holder[key]
        case 1:
            holder[key] = _strange(dice)
        case 2:  # a value of its own from somewhere else
            other, there = dice.choice(found)
            holder[key] = copy.deepcopy(other[there])
        case 3 if isinstance(holder[key], dict):
            holder[key][dice.choice(("id", "text", "verdict", "unknown", "ünknown", ""))] = _strange(dice)
        case 4 if isinstance(holder[key], list) and holder[key]:
            holder[key].append(copy.deepcopy(dice.choice(holder[key])))
        case _ if isinstance(holder[key], str):
            at = dice.choice((0, len(holder[key]) // 2, len(holder[key])))
            holder[key] = holder[key][:at] + dice.choice(CHARACTERS) + holder[key][at + dice.randrange(2) :]
        case _:
            holder[key] = _strange(dice)


def _strange(dice: random.Random) -> Any:
    return copy.deepcopy(dice.choice(STRANGE))
