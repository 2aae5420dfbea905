"""Sound files, changed in a few places: what any reader of strangers' files must take or refuse, and never fall over."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

from mutating.places import places

ODD: list[Any] = [
    None, True, False, 0, -1, 1, 3.5, 10**30, -(10**30), "", " ", "x", "\x00\x1f", "\U0001f600", "e\u0301", "\u2028", "\\n", [], {}, [[]],
    [None], {"x": 1}, ["\U0001f600", 1], "https://e.example/1", "javascript:alert(1)", "2025-02-30", "a" * 2000, [1, 2], [1, 2, "Claim"], [-5, 10**9, "Claim"],
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, value: Any) -> bytes:
    """The value as JSON after up to four changes: a part is replaced, removed, doubled, or put in another's place."""
    root = [copy.deepcopy(value)]
    for _ in range(draw(st.integers(1, 4))):
        found = list(places(root))
        container, key = found[draw(st.integers(0, len(found) - 1))]
        match draw(st.sampled_from(["odd", "odd", "number", "drop", "double", "other"])):
            case "odd":
                container[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
            case "number":
                container[key] = draw(st.integers(-3, 80))
            case "drop" if container is not root:
                del container[key]
            case "double" if isinstance(container, list) and container is not root:
                container.append(copy.deepcopy(container[key]))
            case "other":
                other, name = found[draw(st.integers(0, len(found) - 1))]
                container[key] = copy.deepcopy(other[name])
    return json.dumps(root[0], ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@st.composite
def garbled(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes after up to four changes: some cut out, some put in, some doubled."""
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(st.integers(0, len(data))), draw(st.integers(0, 6))
        new = draw(
            st.sampled_from(
                [
                    b"",
                    b"\t",
                    b"\n",
                    b"\r\n",
                    b" ",
                    b"0",
                    b"9" * 14,
                    b"-1",
                    b";",
                    b"T1",
                    b"\xff",
                    b"\x00",
                    b"\xf0\x9f\x98\x80",
                    b":",
                ]
            )
        )
        data = data[:start] + new + data[start + length :]
    return data
