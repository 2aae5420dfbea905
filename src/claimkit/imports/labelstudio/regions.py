"""The results of an annotation by regions: Label Studio lists a region's labels and each answer on it one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claimkit.imports.labelstudio.tasks import Annotation
from claimkit.imports.spans.statements import Related
from claimkit.imports.spans.values import Value

_LABELS = ("labels", "hypertextlabels", "htmllabels", "paragraphlabels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was chosen or written on a region, and the name of the question."""

    question: str
    chosen: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    stars: int | None = None
    where: str


@dataclass(slots=True, kw_only=True)
class Region:
    """A region: where it stands, as the first of its results says, its labels and the answers on it."""

    id: str
    value: Value
    labels: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)


def regions_of(annotation: Annotation) -> Iterator[Region]:
    """The regions in the order of the results, relations left out."""
    found: dict[str, Region] = {}
    for result in annotation.results:
        if result.get("type").raw == "relation":
            continue
        known, value = result.get("id").name() or result.path, result.get("value")
        region = found.setdefault(known, Region(id=known, value=value))
        if labels := _labels(value):
            region.value = value
            region.labels += labels
        elif not value.missing:
            region.answers.append(_answer(result, value))
    yield from found.values()


def relations_of(annotation: Annotation) -> list[Related]:
    """The relations between regions."""
    return [
        Related(
            kind=", ".join(label.name() for label in result.get("labels").each()) or "without a label",
            ends=(result.get("from_id").name(), result.get("to_id").name()),
            where=result.where,
        )
        for result in annotation.results
        if result.get("type").raw == "relation"
    ]


def _labels(value: Value) -> tuple[str, ...]:
    if value.missing:
        return ()
    return tuple(label.name() for key in _LABELS for label in value.get(key).listed())


def _answer(result: Value, value: Value) -> Answer:
    """``choices`` with all that was chosen, or in JSON_MIN ``choice``; ``text`` of a text area; ``rating`` in stars."""
    written = value.get("text") if value.get("text").is_a(list) else value.get("textarea")
    stars = value.get("rating")
    return Answer(
        question=result.get("from_name").name(),
        chosen=tuple(choice.name() for choice in value.get("choices", "choice").listed()),
        written=tuple(text.words() for text in written.listed()),
        stars=None if stars.missing else stars.number(),
        where=result.where,
    )
