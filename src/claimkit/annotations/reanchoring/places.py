"""From tokens back to code points."""

from __future__ import annotations

from claimkit.annotations.reanchoring.alignment import Alignment
from claimkit.annotations.reanchoring.tokens import Range, Tokens, key
from claimkit.model.spans import Anchor


def place(alignment: Alignment, anchor: Anchor, old: Range, new: Range) -> tuple[int, int] | None:
    """The half-open code points of the anchor in the new text, its tokens being ``old`` there and ``new`` here.

    None where it begins or ends inside of a word that is not the same. White space at its ends stays if it is the same.
    """
    here, there = alignment.old, alignment.new
    into = anchor.start - here.starts[old[0]]
    short = here.ends[old[1] - 1] - anchor.end
    start, end = there.starts[new[0]], there.ends[new[1] - 1]
    if into > 0:
        skip = _within(_word(here, old[0]), _word(there, new[0]), into)
        if skip is None:
            return None
        start += skip
    if short > 0:
        word = _word(here, old[1] - 1)
        skip = _within(word, _word(there, new[1] - 1), len(word) - short)
        if skip is None:
            return None
        end = there.starts[new[1] - 1] + skip
    lead, trail = (
        here.text[anchor.start : anchor.start - min(into, 0)],
        here.text[anchor.end + min(short, 0) : anchor.end],
    )
    if lead and there.text.endswith(lead, 0, start):
        start -= len(lead)
    if trail and there.text.startswith(trail, end):
        end += len(trail)
    return (start, end) if start < end else None


def _word(tokens: Tokens, place: int) -> str:
    return tokens.text[tokens.starts[place] : tokens.ends[place]]


def _within(word: str, other: str, skip: int) -> int | None:
    """The offset in ``other`` of what stands at ``skip`` in ``word``; None where the two are not the same word."""
    if word == other:
        return skip
    if key(word) != key(other):
        return None
    return next((at for at in range(1, len(other)) if key(other[:at]) == key(word[:skip])), None)
