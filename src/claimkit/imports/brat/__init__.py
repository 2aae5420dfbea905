"""brat standoff: spans of a text beside it, their attributes, notes and relations.

The format: http://brat.nlplab.org/standoff.html, and brat's own reader (nlplab/brat, server/src/annotation.py). Offsets
are code points of the ``.txt``.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimkit.imports.brat.lines import Lines, read_lines
from claimkit.imports.brat.places import placed
from claimkit.imports.foreign import Foreign, Rating, Statement
from claimkit.imports.spans.labels import asks_verdict, is_verdict, marking
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Budget, Text
from claimkit.imports.spans.reading import decoded, stem
from claimkit.imports.spans.statements import Marked, stated
from claimkit.imports.spans.values import plain
from claimkit.model.article import Metadata


def foreign(data: bytes, place: str, *, text: str, labels: Sequence[str] = ()) -> tuple[Foreign, ...]:
    """The one document whose ``.ann`` is ``data`` and whose ``.txt`` is ``text``.

    ``labels`` are those that mark claims; without them, those that have *claim* in them. Raises
    :class:`~claimkit.errors.DataError` for a line that is not brat's, where the text is another one than that which was
    marked, and where no label marks claims; a file without spans is no error.
    """
    notes = Notes()
    lines = read_lines(decoded(data, place), place, notes)
    statements = _statements(lines, Text(text, Budget(place)), place, labels, notes) if lines.spans else ()
    if not lines.spans:
        notes.once("nothing is marked in it")
    unknown = Metadata(title="", language="")
    return (Foreign(name=stem(place), metadata=unknown, text=text, statements=statements, remarks=notes.remarks()),)


def _statements(lines: Lines, text: Text, place: str, labels: Sequence[str], notes: Notes) -> tuple[Statement, ...]:
    claims = marking((span.label for span in lines.spans), labels, place)
    spans = {span.id: span for span in placed(lines.spans, text, place, notes)}
    on_claims = {name: span for name, span in spans.items() if not claims.isdisjoint(span.labels)}
    _rate(on_claims, lines, notes)
    for note in lines.notes:
        if note.target in on_claims:
            on_claims[note.target].comments.append(plain(note.text))
        else:
            notes.add("notes that are not on a claim are not taken over", note.where)
    return tuple(stated(spans.values(), lines.relations, claims, notes))


def _rate(spans: dict[str, Marked], lines: Lines, notes: Notes) -> None:
    """The verdicts that attributes give: by their name, ``Verdict T1 Open``, or their value, ``Status T1 False``."""
    for attribute in lines.attributes:
        span, label = spans.get(attribute.target), attribute.value or attribute.name
        if span is None or not (asks_verdict(attribute.name) or is_verdict(label)):
            notes.add(
                f"attributes {attribute.name!r} are not taken over, they give no claim a verdict", attribute.where
            )
        elif span.rating:
            notes.add("of several verdicts on a claim the first is taken over", attribute.where)
        else:
            span.rating = Rating(label=plain(label))
