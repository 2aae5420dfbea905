"""Lists whose items are blocks of their own: *The budget includes:*, and what it includes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from claimkit.model.claim import Claim
from claimkit.model.spans import Anchor, Span
from claimkit.splitting.lexicon import SAYING
from claimkit.splitting.tree import FINITE_TAGS, VERBAL, Tree

JOINED = "rule:list-item"
"""What proposes a claim that an item ends."""

_BULLET = re.compile(r"(?:[-–—•*·◦▪]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_END_BACKWARDS = re.compile(r"[\s;,.]*(?:\b(?:dna|ro)\b[\s;,]*)?")
"""How an item ends, from its end: searched for from the front, a run of blanks would take cubic time."""

_LISTING = frozenset(
    {"be", "comprise", "contain", "cover", "demand", "feature", "have", "include", "involve", "list", "mean", "need",
     "offer", "propose", "provide", "recommend", "require", "show", "want"}
)  # fmt: skip
_POINTERS = frozenset({"following", "follows", "below", "these", "this", "here", "ways", "things"})
_ARTICLES = frozenset({"a", "an", "the", "more", "new", "some", "its", "their", "no", "up", "at", "about"})


class Opening(Enum):
    """What the colon at a sentence's end leaves open."""

    NONE = auto()
    VERB = auto()
    """*The budget includes:*: each item ends the sentence."""
    POINTER = auto()
    """*They are as follows:* or *She said:*: it says nothing without the items, and no item ends it."""


def opening_of(tree: Tree) -> Opening:
    """How the sentence leads into a list."""
    words = [node for node in tree.nodes if not node.is_punctuation] if tree.nodes[-1].text == ":" else []
    if not words:
        return Opening.NONE
    last = words[-1]
    if last.word in _POINTERS or (last.lemma in SAYING and last.tag in FINITE_TAGS):  # he said:
        return Opening.POINTER
    open_verb = last.pos in VERBAL and last.lemma in _LISTING and not last.of("aux:pass")
    return Opening.VERB if open_verb or last.pos == "ADP" or last.tag in {"MD", "TO"} else Opening.NONE


def is_item(text: str) -> bool:
    """Whether a block with that text can be an item: with a bullet, or with no full stop at its end."""
    return bool(_BULLET.match(text)) or not re.search(r"[.!?:]['\"”’)]*$", text)


def with_items(claims: Iterable[Claim], end: int, text: str, items: Iterable[Span]) -> list[Claim]:
    """The claims of a sentence that leads into a list up to ``end``: one that ends there becomes one for each item."""
    items = list(items)
    result: list[Claim] = []
    for claim in claims:
        if claim.anchors[-1].end < end - 2:
            result.append(claim)
        else:
            result += [_joined(claim, text, item) for item in items]
    return result


def _joined(claim: Claim, text: str, item: Span) -> Claim:
    start, end = _core(text, item)
    words = " ".join(text[start:end].split())
    first, _, rest = words.partition(" ")
    if first.lower() in _ARTICLES:
        words = f"{first.lower()} {rest}".strip()
    said = f"{claim.text.rstrip('.:')} {words}."
    anchors = (*claim.anchors, Anchor.at(text, start, end))
    return replace(claim, id="", text=said, anchors=anchors, proposed_by=JOINED)


def _core(text: str, item: Span) -> tuple[int, int]:
    """The item without its bullet and without the marks that tie it to the next."""
    bullet = _BULLET.match(text, item.start, item.end)
    start = bullet.end() if bullet else item.start
    ending = _END_BACKWARDS.match(text[start : item.end][::-1])
    end = item.end - (ending.end() if ending else 0)
    return start, end if end > start else item.end
