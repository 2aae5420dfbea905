"""Where the spans of a ``.ann`` file stand in the text, by the words that the file repeats.

brat counts a line break of two characters, CR LF, as one where its Python reads it so (nlplab/brat issue 853), and as
two elsewhere; a byte order mark counts as one that editors hide; tools of others count UTF-16. The file does not say
which, but its words do: of all ways to count, that by which most of them stand where they should is the one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimkit.errors import DataError
from claimkit.imports.brat.lines import Span
from claimkit.imports.foreign import Stretch
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Reading, Text
from claimkit.imports.spans.statements import Marked

_CODE_POINTS = "code points"


def placed(spans: Sequence[Span], text: Text, place: str, notes: Notes) -> list[Marked]:
    """The spans on their words; one whose words stand elsewhere, or nowhere, is noted.

    Raises :class:`DataError` where no words stand where they should: the text is another one.
    """
    name, reading, standing = max(_tried(spans, text), key=lambda tried: tried[2])
    if not standing and any(span.words for span in spans):
        first = next(span for span in spans if span.words)
        raise DataError(
            f"{first.id}: its words do not stand at {first.pieces[0][0]}..{first.pieces[-1][1]}, nor do any others",
            place=place,
            line=first.line,
            remedy="put the .txt beside it that was annotated",
        )
    if name != _CODE_POINTS:
        notes.once(f"its offsets count {name}; they are turned into code points")
    return [
        Marked(
            id=span.id,
            labels=(span.label,),
            stretches=_stretches(span, text, reading, notes),
            where=f"line {span.line}",
        )
        for span in spans
    ]


def _tried(spans: Sequence[Span], text: Text) -> Iterator[tuple[str, Reading, int]]:
    for name, reading in _readings(text):
        yield name, reading, sum(_words_stand(span, text, reading) for span in spans)


def _readings(text: Text) -> Iterator[tuple[str, Reading]]:
    """The ways to count, the usual one first; of those by which equally many words stand the first is taken."""
    yield _CODE_POINTS, text.code_points
    if "\r\n" in text.text:
        yield "CR LF as one character", _breaks_as_one(text)
    if text.wide:
        yield "UTF-16 code units", text.utf16
    if text.text:
        yield "a byte order mark before the text", lambda offset: text.code_points(offset - 1)


def _breaks_as_one(text: Text) -> Reading:
    ends: list[int] = []
    found = text.text.find("\r\n")
    while found >= 0:
        ends.append(found - len(ends) + 1)  # where the character after the break is, each break counted as one
        found = text.text.find("\r\n", found + 2)
    return lambda offset: text.code_points(offset + bisect_right(ends, offset)) if offset >= 0 else None


def _words_stand(span: Span, text: Text, reading: Reading) -> bool:
    if not span.words:
        return False
    found = [text.at(reading, start, end) for start, end in span.pieces]
    return all(text.says(piece, words) for piece, words in zip(found, _words(span), strict=True))


def _words(span: Span) -> list[str]:
    """The words of each piece, cut by their lengths: joined by blanks since brat 1.3, by nothing before."""
    words, result, at = span.words or "", [], 0
    lengths = [end - start for start, end in span.pieces]
    gap = 1 if len(words) >= sum(lengths) + len(lengths) - 1 else 0
    for length in lengths:
        result.append(words[at : at + length])
        at += length + gap
    return result


def _stretches(span: Span, text: Text, reading: Reading, notes: Notes) -> tuple[Stretch, ...]:
    """The pieces in the order of the file, or none of them: half of a claim is another claim."""
    found = [
        _found(text.at(reading, *piece), words, piece[0], text, span, notes)
        for piece, words in zip(span.pieces, _words(span), strict=True)
    ]
    full = [piece for piece in found if piece and text.text[slice(*piece)].strip()]
    if None in found:
        return ()
    if not full:
        notes.add("empty spans are left out", f"line {span.line}")
    return tuple(text.stretch(*piece) for piece in full)


def _found(
    there: tuple[int, int] | None, words: str, start: int, text: Text, span: Span, notes: Notes
) -> tuple[int, int] | None:
    if there and (not span.words or text.says(there, words)):
        return there
    near = text.near(words, start)
    if near:
        notes.add("words that stand elsewhere than their offsets say were found nearby", f"line {span.line}")
    else:
        notes.refuse("spans whose words do not stand in the text are left out", f"line {span.line}")
    return near
