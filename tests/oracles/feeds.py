"""An Atom feed as feedparser reads it, and what RFC 4287 (4.1.1, 4.1.2) says that a feed and an entry must have.

The RELAX NG of the RFC's appendix is in no package of a registry that we know of.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import feedparser


def feed_problems(data: bytes) -> list[str]:
    """What is wrong with a feed."""
    read = feedparser.parse(data)
    if read.bozo:
        return [f"{type(read.bozo_exception).__name__}: {read.bozo_exception}"]
    if read.version != "atom10":
        return [f"it is read as {read.version or 'no feed'}"]
    names = [entry.get("id") for entry in read.entries]
    problems = list(_without(read.feed, "the feed"))
    for entry in read.entries:
        problems += _without(entry, str(entry.get("id")))
        if not (entry.get("author") or read.feed.get("author")):
            problems.append(f"{entry.get('id')}: no author, nor has the feed one")
    return [*problems, *(["two entries have one id"] if len(set(names)) < len(names) else [])]


def _without(item: Any, name: str) -> Iterator[str]:
    yield from (f"{name}: no {field}" for field in ("id", "title", "updated", "link") if not item.get(field))
    if item.get("updated") and not item.get("updated_parsed"):
        yield f"{name}: {item.updated!r} is no time"
