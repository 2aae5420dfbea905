"""Seeded changes of valid files: of what they say (types, deletions, doubles, characters, depth, size), and of their bytes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from mutating.places import Place, places

WORDS = (
    "", " ", "\u0000", "\u202e", "\ufeff", "\uffff", "e\u0301", "\U0001f600" * 3, "a\nb", "<script>", "../../etc/passwd", "c1111111",
    "2025-02-30", "9999-12-31", "2025-05-10T25:61:00Z", "javascript:alert(1)", "https://example.org/a b", "true", "x" * 5000, "İ", "ß\u2028",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    0.5,
    1e308,
    2**53 + 1,
    10**400,
    -0.0,
    [],
    {},
    [[]],
    {"a": {}},
    ["x", "x"],
    *WORDS,
)


class Mutant(NamedTuple):
    """A changed file. ``refused``: whether it is no strict JSON by the way it was made, so that nothing may take it."""

    how: str
    data: bytes
    refused: bool = False


def mutants(name: str, data: bytes, number: int) -> Iterator[Mutant]:
    """So many mutants of a file, always the same ones: most of what a JSON file says, the others of its bytes."""
    chance = random.Random(f"{name} {len(data)}")  # noqa: S311 - the same mutants each time
    is_json = name.endswith(".json")
    for _ in range(number):
        if is_json and chance.random() < 0.8:
            yield _retold(data, chance)
        elif is_json and chance.random() < 0.5:
            yield chance.choice(BROKEN)(data, chance)
        else:
            yield _scratched(data, chance)


def _retold(data: bytes, chance: random.Random) -> Mutant:
    root = {"": json.loads(data)}
    how = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        found = list(places(root))
        if not found:  # only the root is left, and that is no container
            break
        holder, key = chance.choice(found)
        change = chance.choice(CHANGES)
        change(holder, key, chance, found)
        how.append(f"{change.__name__.strip('_')} {key}")
    text = json.dumps(root.get(""), ensure_ascii=chance.random() < 0.1, indent=chance.choice((2, 2, None)))
    return Mutant(", ".join(how), (text + "\n").encode("utf-8", "surrogatepass"))


Places = list[Place]


def _retype(holder: Any, key: Any, chance: random.Random, _places: Places) -> None:
    holder[key] = chance.choice(VALUES)


def _delete(holder: Any, key: Any, _chance: random.Random, _places: Places) -> None:
    del holder[key]


def _double(holder: Any, key: Any, chance: random.Random, _places: Places) -> None:
    if isinstance(holder, list):
        holder.insert(chance.randint(0, len(holder)), holder[key])
    else:
        holder[chance.choice(("x", f"{key}2", key.upper()))] = holder[key]


def _swap(holder: Any, key: Any, chance: random.Random, places: Places) -> None:
    """Another value of the file in its place, of the same type where there is one: what schemas cannot see."""
    alike = [(other, at) for other, at in places if type(other[at]) is type(holder[key])]
    other, at = chance.choice(alike)
    holder[key] = json.loads(json.dumps(other[at]))


def _nudge(holder: Any, key: Any, chance: random.Random, places: Places) -> None:
    numbers = [(other, at) for other, at in places if type(other[at]) is int]
    if numbers:
        other, at = chance.choice(numbers)
        other[at] = chance.choice(
            (other[at] + 1, other[at] - 1, -other[at], other[at] * 10, other[at] + 0.5, float(other[at]))
        )
    else:
        holder[key] = chance.randint(-5, 5)


def _respell(holder: Any, key: Any, chance: random.Random, places: Places) -> None:
    texts = [(other, at) for other, at in places if isinstance(other[at], str)]
    other, at = chance.choice(texts) if texts else (holder, key)
    text, place = str(other[at]), chance.randint(0, len(str(other[at])))
    other[at] = chance.choice(
        (
            text[:place],
            text[place:],
            text[:place] + chance.choice(WORDS) + text[place:],
            text.upper(),
            text[::-1],
            text + text,
            f" {text}",
        )
    )


def _shuffle(holder: Any, _key: Any, chance: random.Random, _places: Places) -> None:
    if isinstance(holder, list):
        chance.shuffle(holder)
    else:
        for name in chance.sample(list(holder), len(holder)):
            holder[name] = holder.pop(name)


def _deepen(holder: Any, key: Any, chance: random.Random, _places: Places) -> None:
    for _ in range(chance.choice((1, 2, 60, 300))):
        holder[key] = {"a": holder[key]} if chance.random() < 0.5 else [holder[key]]


def _grow(holder: Any, key: Any, chance: random.Random, _places: Places) -> None:
    if isinstance(holder, list):
        holder.extend([holder[key]] * chance.choice((1, 3, 40)))
    else:
        holder |= {f"{key}{number}": holder[key] for number in range(40)}


CHANGES: tuple[Callable[[Any, Any, random.Random, Places], None], ...] = (
    _retype, _delete, _double, _swap, _swap, _nudge, _nudge, _respell, _shuffle, _deepen, _grow,
)  # fmt: skip


def _scratched(data: bytes, chance: random.Random) -> Mutant:
    """Some bytes changed, lost, doubled, or put in."""
    at, to = sorted(chance.randint(0, len(data)) for _ in range(2))
    to = min(to, at + chance.choice((1, 2, 8, 200, len(data))))
    way = chance.choice(("flip", "lose", "double", "put", "cut", "lines"))
    if way == "flip" and at < len(data):
        return Mutant(f"flip {at}", data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
    if way == "lose":
        return Mutant(f"lose {at}..{to}", data[:at] + data[to:])
    if way == "double":
        return Mutant(f"double {at}..{to}", data[:to] + data[at:])
    if way == "put":
        put = chance.choice(
            (*(word.encode("utf-8", "replace") for word in WORDS), b"\xff", b"\x00", b"}", b'"', b",", b"\r")
        )
        return Mutant(f"put {put[:9]!r} at {at}", data[:at] + put + data[at:])
    if way == "lines":
        lines = data.splitlines(keepends=True)
        chance.shuffle(lines)
        return Mutant("lines shuffled", b"".join(lines))
    return Mutant(f"cut at {at}", data[:at])


def _key_twice(data: bytes, chance: random.Random) -> Mutant:
    lines = data.splitlines(keepends=True)
    keys = [
        number
        for number, line in enumerate(lines)
        if b'": ' in line and line.rstrip().endswith(b",") and b"[" not in line
    ]
    number = chance.choice(keys)
    return Mutant("key twice", b"".join([*lines[: number + 1], *lines[number:]]), refused=True)


def _number(word: bytes) -> Callable[[bytes, random.Random], Mutant]:
    def put(data: bytes, _chance: random.Random) -> Mutant:
        return Mutant(f"{word[:9]!r}", data.replace(b'"schemaVersion": 1', b'"schemaVersion": ' + word), refused=True)

    return put


def _around(before: bytes, after: bytes = b"") -> Callable[[bytes, random.Random], Mutant]:
    def put(data: bytes, _chance: random.Random) -> Mutant:
        return Mutant(f"within {before[:9]!r}", before + data + after, refused=True)

    return put


BROKEN: tuple[Callable[[bytes, random.Random], Mutant], ...] = (
    _key_twice,
    *map(_number, (b"NaN", b"-Infinity", b"1e999", b"01", b"+1", b"0x1", b"1_000", b"9" * 5000, b'"\\ud800"')),
    _around(b"\xef\xbb\xbf"), _around(b"// a comment\n"), _around(b"", b"{}"), _around(b"[" * 100_000, b"]" * 100_000),
    _around(b"<<<<<<< ours\n", b"=======\n>>>>>>> theirs\n"),
    lambda data, _: Mutant("a comma at the end", data.rstrip()[:-1] + b",\n}\n", refused=True),
    lambda data, _: Mutant("single quotes", data.replace(b'"', b"'"), refused=True),
    lambda data, _: Mutant("UTF-16", data.decode().encode("utf-16"), refused=True),
    lambda data, _: Mutant("Latin-1", data.replace(b'"', b'"\xe9', 1), refused=True),
)  # fmt: skip
