"""Which of a task's data is the text, and where its regions stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from claimkit.imports.foreign import Rating, Stretch
from claimkit.imports.labelstudio.regions import Answer, Region
from claimkit.imports.labelstudio.tasks import Task
from claimkit.imports.spans.labels import asks_verdict, is_verdict, spoken
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Budget, Text
from claimkit.imports.spans.statements import Marked
from claimkit.imports.spans.values import Value, has_controls

_LOOKED_AT = 20
"""Regions by which the text is known among a task's data: the labelling configuration, which says it, is not there."""

_WHY = re.compile(r"(?<![a-z])(rationale|justification|reason|reasoning|explanation|why)(?![a-z])")


def text_of(task: Task, regions: Sequence[Region]) -> str:
    """The text in which most regions find their words, of equally good ones that under ``text``, then the longest.

    Empty where the regions are in HTML or in a dialogue, since their places lead into no plain text.
    """
    placed = [region.value for region in regions if region.labels and region.value.get("start").is_a(int)]
    if not placed:
        return ""
    data = {key: task.data.get(key).raw for key in task.data.fields()}
    texts = {key: value for key, value in data.items() if isinstance(value, str)}
    if not texts:
        task.value.refuse("its data has no text")

    def fitness(key: str) -> tuple[int, bool, int]:
        text = Text(texts[key], Budget(task.value.place))
        return (
            sum(_found(value, text) is not None for value in islice(placed, _LOOKED_AT)),
            key == "text",
            len(texts[key]),
        )

    return texts[max(texts, key=fitness)]


def marked(region: Region, text: Text, claims: frozenset[str], notes: Notes) -> Marked:
    """The region as a span with what is answered on it."""
    span = Marked(
        id=region.id,
        labels=tuple(region.labels),
        stretches=_stretches(region.value, text, notes),
        where=region.value.where,
    )
    if not claims.isdisjoint(region.labels):
        for answer in region.answers:
            _take(answer, span, notes)
    return span


def _take(answer: Answer, span: Marked, notes: Notes) -> None:
    for chosen in answer.chosen or (() if answer.stars is None else (str(answer.stars),)):
        if not (asks_verdict(answer.question) or is_verdict(chosen)):
            notes.add(f"answers to {answer.question!r} are not taken over, they give no verdict", answer.where)
        elif span.rating:
            notes.add("of several verdicts on a claim the first is taken over", answer.where)
        else:
            span.rating = Rating(label=chosen)
    written = "\n".join(filter(None, answer.written))
    if written and _WHY.search(spoken(answer.question)):
        span.rationales.append(written)
    elif written:
        span.comments.append(written)


def _stretches(value: Value, text: Text, notes: Notes) -> tuple[Stretch, ...]:
    quote = _quote(value)
    if not value.get("start").is_a(int):
        return _by_words(quote, value, notes)
    found = _found(value, text)
    if found is None and quote:
        found = text.near(quote, value.get("start").number())
        if found:
            notes.add("words that stand elsewhere than their offsets say were found nearby", value.where)
    if found is None:
        notes.refuse("spans whose words do not stand in the text are left out", value.where)
    elif not text.text[slice(*found)].strip():
        notes.add("empty spans are left out", value.where)
    else:
        if not quote and text.wide:
            notes.add(
                "offsets without their words are read as code points, as Label Studio writes them now", value.where
            )
        return (text.stretch(*found),)
    return ()


def _by_words(quote: str, value: Value, notes: Notes) -> tuple[Stretch, ...]:
    """A region of HTML or of a dialogue: its place is a path in the page, or the number of a paragraph."""
    if not quote.strip() or has_controls(quote):
        notes.refuse("regions of HTML or of a dialogue without their words are left out", value.where)
        return ()
    notes.add("regions of HTML or of a dialogue are known by their words alone", value.where)
    return (Stretch(quote=quote.replace("\\n", "\n").strip()),)


def _found(value: Value, text: Text) -> tuple[int, int] | None:
    """Where a region's words stand, in whichever unit; without words, its offsets as code points."""
    start, end, quote = value.get("start").number(), value.get("end").number(), _quote(value)
    for reading in (text.code_points, text.utf16):
        span = text.at(reading, start, end)
        if span and (not quote or text.says(span, quote)):
            return span
    return None


def _quote(value: Value) -> str:
    """The words that a region repeats; a text area has a list there."""
    words = value.get("text")
    return words.text() if words.is_a(str) else ""
