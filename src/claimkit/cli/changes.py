"""What a new version of a text changes, in lines that can be read: words of the text, then claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimkit.splitting.updating import Turn, Update
    from claimkit.splitting.writing import Written

KEPT = 8
"""Words that are shown before and after what changed."""


def text_changes(old: str, new: str) -> Iterator[str]:
    """The paragraphs that changed, what went in [-…-], what came in {+…+}; paragraphs that are gone or new whole."""
    before, after = _paragraphs(old), _paragraphs(new)
    for tag, low, high, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and high - low == last - first:
            for one, two in zip(before[low:high], after[first:last], strict=True):
                yield _words(one, two)
            continue
        yield from (f"[-{paragraph}-]" for paragraph in before[low:high])
        yield from (f"{{+{paragraph}+}}" for paragraph in after[first:last])


def claim_changes(planned: Update, written: Written) -> Iterator[str]:
    """What became of the claims, a line each but for those that stand as they did."""
    turns, changed = planned.turns(written), planned.changed(written)
    found = [turn for turn in turns if not turn.lost and turn.claim.id not in changed]
    head = f"{len(found)} of {len(turns)} claims that somebody touched stand as they did"
    yield f"version {planned.article.version}: {head}"
    for turn in turns:
        if turn.claim.id in changed:
            yield f"look again  {turn.claim.id}  {_change(turn)}"
    for turn in turns:
        if turn.lost:
            yield f"orphan      {turn.claim.id}  {_flat(turn.claim.text)}: {'; '.join(turn.lost)}"
    yield from (f"proposed    {claim.id}  {_flat(claim.text)}" for claim in planned.fresh(written))
    yield from (f"no longer   {claim.id}  {_flat(claim.text)}" for claim in planned.dropped(written))


def _change(turn: Turn) -> str:
    if turn.before == turn.after:
        return f"{_flat(turn.claim.text)} (its words stand, and what is beside them or who says it changed)"
    return _words(_flat(" … ".join(turn.before)), _flat(" … ".join(turn.after)))


def _paragraphs(text: str) -> list[str]:
    return [_flat(part) for part in re.split(r"\r?\n\s*\n|\r?\n", text) if part.strip()]


def _words(old: str, new: str) -> str:
    """The two as one line, with what went and what came."""
    before, after = old.split(), new.split()
    parts: list[str] = []
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for index, (tag, low, high, first, last) in enumerate(codes):
        if tag == "equal":
            parts.append(_shortened(before[low:high], begins=index == 0, ends=index == len(codes) - 1))
            continue
        parts += [f"[-{' '.join(before[low:high])}-]"] if high > low else []
        parts += [f"{{+{' '.join(after[first:last])}+}}"] if last > first else []
    return " ".join(parts)


def _shortened(words: list[str], *, begins: bool, ends: bool) -> str:
    """Equal words, without those far from any change."""
    head, tail = [] if begins else words[:KEPT], [] if ends else words[-KEPT:]
    if len(words) <= len(head) + len(tail):
        return " ".join(words)
    return " ".join([*head, "…", *tail])


def _flat(text: str) -> str:
    return " ".join(text.split())
