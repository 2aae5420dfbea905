"""Strict reading and canonical writing of JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkit.annotations import jsontext
from claimkit.annotations.jsontext import canonical, decode, parse
from claimkit.annotations.positions import Region, locate, values
from claimkit.errors import DataError

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
)


@given(JSON)
def test_what_is_written_is_read_back(value: Any) -> None:
    data = canonical(value)
    assert parse(decode(data, "f"), "f") == value
    assert canonical(parse(decode(data, "f"), "f")) == data


EDGES = (
    1e16,
    1e15,
    123456789012345680.0,
    1e-5,
    1.5e-5,
    1e-4,
    1e-7,
    5e-324,
    1e300,
    -0.0,
    1.0,
    2**63,
    2**64,
    -(2**63) - 1,
    "1e5",
    " 1e5",
    None,
)


@given(JSON | st.sampled_from(EDGES) | st.lists(st.floats(allow_nan=False, allow_infinity=False)))
def test_what_is_written_is_what_python_writes(value: Any) -> None:
    for item in (value, [value], {"a": value, "b": [1]}, {"a": {"b": value}}):
        assert canonical(item) == (json.dumps(item, ensure_ascii=False, indent=2) + "\n").encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object(), {1, 2}])
def test_what_is_no_json_is_not_written(value: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        canonical({"a": value})


@given(JSON)
def test_every_value_is_located_at_its_own_text(value: Any) -> None:
    text = canonical(value).decode()
    decoder = json.JSONDecoder()
    for item in values(text):
        part = value
        for key in item.path:
            part = part[key]
        assert decoder.raw_decode(text, item.offset)[0] == part


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b"", 1, 1, "it is not JSON"),
        (b'{\n "a": 1,\n}', 3, 1, "it is not JSON"),
        (b'{"a": 1,\n "b": {"c": 1,\n  "c": 2}}', 3, 8, "the key 'c' stands twice"),
        (b'{"a":\n NaN}', 2, 2, "NaN is no JSON number"),
        (b"[1, -Infinity]", 1, 5, "-Infinity is no JSON number"),
        (b"[1,\n1e999]", 2, 1, "the number is too large"),
        (b"[" + b"9" * 5000 + b"]", 1, 2, "the number is too large"),
        (b'["ok",\n "\\ud800"]', 2, 2, "a lone surrogate is no character"),
        (b'{"\\udfff": 1}', 1, 12, "a lone surrogate is no character"),
        (b"\xef\xbb\xbf{}", 1, 1, "byte order mark"),
        ("{}".encode("utf-16"), 1, 1, "byte order mark"),
        ('{"ä":\n "é\xff"}'.encode() + b"\xff", 2, 7, "byte 0xff is not UTF-8"),
    ],
)
def test_what_is_not_strict_json_is_refused_at_its_line_and_column(
    data: bytes, line: int, column: int, words: str
) -> None:
    with pytest.raises(DataError) as caught:
        parse(decode(data, "f.json"), "f.json")
    assert str(caught.value).startswith(f"f.json:{line}:{column}: ")
    assert words in str(caught.value)


TOKENS = (
    "NaN", "-Infinity", "1e999", "1E5", "1e5", "1.50", "-0", "-0.0", "18446744073709551616", "-9223372036854775809", "9" * 5000,
    '"\\ud800"', '"\\ud83d\\ude00"', '"\\u0041"', '"\\/"', '"\x7f"', '"\u2028"', "[ ]", "{}", "[]", "true", "0.1", "5e-324", '{"a": 1, "a": 1}',
)  # fmt: skip
"""What is read strictly in another way than it is written, or not at all."""


def read(text: str) -> str:
    """What comes of a text, values with their types and signs."""
    try:
        return repr(parse(text, "f"))
    except DataError as error:
        return str(error)


@given(JSON, st.sampled_from(TOKENS), st.randoms(use_true_random=False))
def test_the_quick_way_reads_and_refuses_what_the_strict_one_does(value: Any, token: str, dice: Any) -> None:
    """A written file with a line twice, and with a token of another's in it."""
    lines = canonical({"first": value, "last": 1}).decode().splitlines(keepends=True)
    number = dice.randrange(len(lines))
    head, colon, _ = lines[number].partition(": ")
    texts = [
        "".join(lines),
        "".join(lines[: number + 1] + lines[number:]),
        "".join([*lines[:number], head + colon + token, *lines[number + 1 :]]),
        f'{{\n  "a": {token},\n  "b": {token}\n}}\n',
        f'{{\n  "a": {token},\n  "a": {token}\n}}\n',
    ]
    for text in texts:
        quick = read(text)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(jsontext, "_as_written", lambda _text: None)
            assert read(text) == quick


def test_deep_nesting_is_refused_without_a_crash() -> None:
    with pytest.raises(DataError, match="nested too deeply"):
        parse("[" * 100_000, "f")


def test_a_pair_of_surrogate_escapes_is_one_character() -> None:
    assert parse('"\\ud83d\\ude00"', "f") == "😀"


def test_the_place_of_something_missing_is_that_of_its_parent() -> None:
    text = '{\n "a": {"b": 1}\n}'
    assert locate(text, ("a", "b")) == Region(line=2, column=13, end_line=2, end_column=14)
    assert locate(text, ("a", "nothing")) == Region(line=2, column=7, end_line=2, end_column=15)
    assert locate(text, ()) == Region(line=1, column=1, end_line=3, end_column=2)
