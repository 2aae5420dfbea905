"""The structure of a plain text: which lines make a paragraph, and which are headings.

The rules, in order:

1. Every line that is not blank lies in exactly one block, trimmed of outer white space.
2. The text is *wrapped* when its lines keep a common margin and break in the middle of sentences (:func:`_is_wrapped`);
   then lines flow together up to a blank line, a list item, a drawn line, a heading or the visible end of a paragraph
   (:func:`_breaks`). Otherwise each line is a block.
3. A block is a heading when it has the shape of one (:func:`claimkit.articles.lines.may_be_heading`) and a block that
   has not follows. More than two such blocks in a row are a table or verse: paragraphs. So is the last block.
4. A heading that opens the text is its title, level 1. All others have level 2: plain text shows no deeper levels.
"""

from __future__ import annotations

from itertools import groupby, pairwise

from claimkit.articles.lines import Line, ends_sentence, is_credit, is_list_item, is_rule, lines, may_be_heading
from claimkit.model.article import Heading, Structure
from claimkit.model.spans import Span

MAX_MARGIN = 100
"""The widest margin, in columns, at which text is wrapped by hand or by mail programs."""

MIN_MARGIN = 40
"""Lines that all are shorter than this are verse, a table or headlines."""

MAX_HEADINGS_IN_A_ROW = 2


def structure(text: str) -> Structure:
    """The headings and paragraphs of ``text`` as spans in code points; takes time linear in its length."""
    all_lines = list(lines(text))
    margin = _margin(all_lines)
    spans = _flowed(all_lines, margin) if _is_wrapped(all_lines, margin) else [_span(line, line) for line in all_lines]
    headings = _heading_places(text, spans)
    return Structure(
        headings=tuple(
            Heading(start=span.start, end=span.end, level=2 if place else 1)
            for place, span in enumerate(spans)
            if place in headings
        ),
        paragraphs=tuple(span for place, span in enumerate(spans) if place not in headings),
    )


def _span(first: Line, last: Line) -> Span:
    return Span(start=first.start, end=last.end)


def _margin(all_lines: list[Line]) -> int:
    """The column that nineteen lines of twenty keep to; a line without a space (an address) could not be broken."""
    widths = sorted(line.indent + len(line.text) for line in all_lines if " " in line.text)
    return widths[(19 * len(widths) - 1) // 20] if widths else 0


def _is_wrapped(all_lines: list[Line], margin: int) -> bool:
    """Whether most breaks between touching lines are full lines that end in the middle of a sentence.

    With one or two breaks, which could be a heading's, one must show it: the next line goes on with a small letter.
    """
    if not MIN_MARGIN <= margin <= MAX_MARGIN:
        return False
    breaks = [(line, after) for line, after in pairwise(all_lines) if not after.opens and not is_list_item(after.text)]
    flowing = [pair for pair in breaks if not ends_sentence(pair[0].text) and not _has_room(*pair, margin, spare=0)]
    if 2 * len(flowing) < len(breaks) or not flowing:
        return False
    return len(flowing) > 2 or any(after.text[0].islower() for _, after in flowing)


def _has_room(line: Line, after: Line, margin: int, *, spare: int) -> bool:
    """Whether the first word of the next line would have fitted, with ``spare`` columns left over."""
    word = after.text.split(maxsplit=1)[0]
    return line.indent + len(line.text) + 1 + len(word) + spare <= margin


def _flowed(all_lines: list[Line], margin: int) -> list[Span]:
    """The lines of a wrapped text joined to blocks."""
    spans: list[Span] = []
    first: Line | None = None
    for line, after in zip(all_lines, [*all_lines[1:], None], strict=True):
        first = first or line
        if after is None or _breaks(first, line, after, margin):
            spans.append(_span(first, line))
            first = None
    return spans


def _breaks(first: Line, line: Line, after: Line, margin: int) -> bool:
    """Whether a block that began with ``first`` ends between two lines of a wrapped text."""
    if after.opens or is_list_item(after.text) or is_rule(after.text) or is_rule(line.text):
        return True
    if ends_sentence(line.text):
        # The end of a paragraph without a blank line shows in room left over, or in the next one's indented start.
        indented = after.indent > line.indent and not is_list_item(first.text)
        return indented or _has_room(line, after, margin, spare=10)
    stands_alone = may_be_heading(line.text) or is_credit(line.text)
    return line is first and stands_alone and _has_room(line, after, margin, spare=10)


def _heading_places(text: str, spans: list[Span]) -> set[int]:
    """The places of the blocks that are headings."""
    places: set[int] = set()
    candidates = [
        span.end - span.start <= MAX_MARGIN * 2 and may_be_heading(" ".join(text[span.start : span.end].split()))
        for span in spans
    ]
    for is_candidate, run in groupby(range(len(spans)), key=candidates.__getitem__):
        row = list(run)
        if is_candidate and len(row) <= MAX_HEADINGS_IN_A_ROW and row[-1] < len(spans) - 1:
            places.update(row)
    return places
