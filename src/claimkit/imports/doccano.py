"""doccano's exports of sequence labelling: JSON lines, or an array, with a document each.

The forms are those of doccano/doccano, backend/data_export (``label`` as ``[start, end, name]``; with relations,
``entities`` and ``relations`` by id; ``Comments``), and of versions before 1.5 (``labels``, ``annotations``, ``meta``).
doccano's page counts UTF-16 code units (its issues 2290 and 2484), whoever uploads spans from Python counts code
points, and no file says which, nor has it the words. They differ only behind characters such as emoji.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimkit.imports.foreign import Foreign, Statement, Stretch
from claimkit.imports.spans.columns import metadata_of
from claimkit.imports.spans.documents import with_claims
from claimkit.imports.spans.labels import marking
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Budget, Reading, Text
from claimkit.imports.spans.people import person
from claimkit.imports.spans.reading import stem, values
from claimkit.imports.spans.statements import Marked, Related, stated
from claimkit.imports.spans.values import Value
from claimkit.model.review import Reviewer

_SPANS = ("label", "labels", "entities", "annotations")


def foreign(data: bytes, place: str, *, labels: Sequence[str] = ()) -> tuple[Foreign, ...]:
    """The documents that have claims, in the order of the file.

    ``labels`` are those that mark claims; without them, those that have *claim* in them. Raises
    :class:`~claimkit.errors.DataError` for what is no export of doccano's, and where no label marks claims.
    """
    documents = values(data, place)
    claims = marking((label for one in documents for span in _spans(one) for label in _label(span)), labels, place)
    budget = Budget(place)
    return with_claims([_document(one, claims, budget, place) for one in documents])


def _document(one: Value, claims: frozenset[str], budget: Budget, place: str) -> Foreign:
    notes = Notes()
    if one.get("text", "data").missing:
        one.refuse("it has no text")
    text = Text(one.get("text", "data").text(), budget)
    statements = _statements(one, text, claims, notes)
    comments = list(filter(None, map(_comment, one.get("Comments", "comments").listed())))
    if comments and len(statements) == 1:
        statements = [replace(statements[0], comment="\n".join(comments))]
    elif comments:
        notes.add("comments are on a whole document, and are not taken over", times=len(comments))
    if whole := sum(label.is_a(str) for key in ("label", "labels", "cats") for label in one.get(key).listed()):
        notes.add("labels of a whole document are not taken over", one.where, times=whole)
    return Foreign(
        name=f"{stem(place)}-{one.get('id').name() or one.path}",
        metadata=metadata_of(one, one.get("meta")),
        text=text.text,
        statements=tuple(statements),
        remarks=notes.remarks(),
    )


def _statements(one: Value, text: Text, claims: frozenset[str], notes: Notes) -> list[Statement]:
    spans = list(_spans(one))
    reading = _reading(spans, text, notes)
    marked: dict[Reviewer | None, list[Marked]] = {}
    for span in spans:
        marked.setdefault(_annotator(span), []).append(_marked(span, text, reading, notes))
    relations = [_related(relation) for relation in one.get("relations").each()]
    return [
        statement
        for reviewer, theirs in marked.items()
        for statement in stated(theirs, relations, claims, notes, reviewer=reviewer)
    ]


def _spans(one: Value) -> Iterator[Value]:
    """The spans, however the version calls them; a label without a place is one of the document."""
    for key in _SPANS:
        for span in one.get(key).listed():
            if span.is_a(list) or span.has("start_offset") or span.has("start"):
                yield span


def _label(span: Value) -> tuple[str, ...]:
    if span.is_a(dict):
        return (span.get("label").name(),)
    return (_triple(span)[2].name(),)


def _triple(span: Value) -> list[Value]:
    parts = list(span.each())
    if len(parts) < 3:
        span.refuse("a span must be [start, end, label]")
    return parts


def _ends(span: Value) -> tuple[int, int]:
    if span.is_a(list):
        start, end = _triple(span)[:2]
        return start.number(), end.number()
    return span.get("start_offset", "start").number(), span.get("end_offset", "end").number()


def _reading(spans: Sequence[Value], text: Text, notes: Notes) -> Reading:
    """How the offsets of a document count: as its page does, unless more spans begin and end with whole words so."""
    if not text.wide:
        return text.code_points
    ends = [_ends(span) for span in spans]
    units, points = (
        sum(text.whole_words(reading, *pair) for pair in ends) for reading in (text.utf16, text.code_points)
    )
    name, reading = ("code points", text.code_points) if points > units else ("UTF-16 code units", text.utf16)
    notes.once(f"its text has characters beyond the basic ones, and its offsets are read as {name}: look at the claims")
    return reading


def _marked(span: Value, text: Text, reading: Reading, notes: Notes) -> Marked:
    found = text.at(reading, *_ends(span))
    stretches: tuple[Stretch, ...] = ()
    if found is None:
        notes.refuse("spans outside of the text are left out", span.where)
    elif not text.text[slice(*found)].strip():
        notes.add("empty spans are left out", span.where)
    else:
        stretches = (text.stretch(*found),)
    known = span.get("id").name() if span.is_a(dict) else ""
    return Marked(id=known or span.path, labels=_label(span), stretches=stretches, where=span.where)


def _annotator(span: Value) -> Reviewer | None:
    """Who marked it, where an old export has the number of the user."""
    known = span.get("user").name() if span.is_a(dict) else ""
    return person(f"annotator-{known}") if known else None


def _related(relation: Value) -> Related:
    ends = (relation.get("from_id").name(), relation.get("to_id").name())
    return Related(kind=relation.get("type").name(), ends=ends, where=relation.where)


def _comment(comment: Value) -> str:
    return comment.get("text", "comment").words() if comment.is_a(dict) else comment.words()
