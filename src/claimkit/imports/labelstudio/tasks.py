"""Tasks with their annotations, from either export, and from the form of before version 1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimkit.articles import fields
from claimkit.imports.spans.people import account
from claimkit.imports.spans.values import Value
from claimkit.model.review import Reviewer

_CANCELLED = "annotations that were cancelled or skipped are not taken over"
_PREDICTED = "predictions of models are not taken over"
_DRAFTS = "drafts are not taken over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One annotator's work on a task: its results as Label Studio lists them."""

    results: tuple[Value, ...]
    reviewer: Reviewer | None
    when: str


@dataclass(slots=True, kw_only=True)
class Task:
    """A task: its data, the annotations that count, and what was left out, with how often."""

    id: str
    value: Value
    data: Value
    annotations: list[Annotation] = field(default_factory=list)
    left: Counter[str] = field(default_factory=Counter)


def tasks_of(values: Sequence[Value]) -> list[Task]:
    """The tasks by their first mention: JSON_MIN repeats a task for each annotation."""
    found: dict[str, Task] = {}
    for number, value in enumerate(values):
        if value.has("data") and (value.is_a(dict) and ("annotations" in value.raw or "completions" in value.raw)):
            task = _whole(value)
        else:
            task = _smallest(value)
        known = found.setdefault(task.id or f" {number}", task)
        if known is not task:
            known.annotations += task.annotations
            known.left += task.left
    return list(found.values())


def _whole(value: Value) -> Task:
    task = Task(id=value.get("id").name(), value=value, data=value.get("data"))
    for one in value.get("annotations", "completions").each():
        if one.get("was_cancelled", "skipped").raw is True:
            task.left[_CANCELLED] += 1
        else:
            task.annotations.append(_annotation(one, tuple(one.get("result").each()), one.get("completed_by")))
    if predicted := sum(1 for _ in value.get("predictions").each()):
        task.left[_PREDICTED] += predicted
    if drafts := sum(1 for _ in value.get("drafts").listed()):
        task.left[_DRAFTS] += drafts
    return task


def _smallest(value: Value) -> Task:
    """A record of JSON_MIN: the task's data and, under the names of the questions, what was marked and answered."""
    task = Task(id=value.get("id").name(), value=value, data=value)
    results = tuple(item for key in value.fields() for item in _marks(value.get(key)))
    task.annotations.append(_annotation(value, results, value.get("annotator")))
    return task


def _marks(answers: Value) -> Iterator[Value]:
    """The answers that are on a region; in JSON_MIN they have no ids, and are joined by their places."""
    if answers.is_a(list):
        for answer in answers.each():
            if answer.has("start") and answer.has("end"):
                yield Value(
                    raw={"id": _place_of(answer), "value": answer.raw, "from_name": answers.path.rpartition(".")[2]},
                    place=answer.place,
                    path=answer.path,
                )


def _place_of(answer: Value) -> str:
    return "-".join(str(answer.raw.get(key, ""))[:200] for key in ("start", "startOffset", "end", "endOffset"))


def _annotation(value: Value, results: tuple[Value, ...], who: Value) -> Annotation:
    when = fields.date(value.get("updated_at", "created_at").raw)
    return Annotation(results=results, reviewer=account(who), when=when)
