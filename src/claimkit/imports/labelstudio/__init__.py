"""Label Studio's exports JSON and JSON_MIN: tasks with the spans that annotators marked in their texts.

The forms: https://labelstud.io/guide/task_format and HumanSignal/label-studio-sdk, converter/converter.py (JSON_MIN).
``start`` and ``end`` of a ``Text`` count code points since 2021 (label-studio-frontend pull request 308; today
web/libs/editor/src/utils/selection-tools.js), UTF-16 code units before (label-studio issue 1347), and for some months
of 2023 and 2024 the page mixed them (issue 4988, pull request 6135); the words that each region repeats decide.
``HyperText`` gives paths into the HTML, and ``globalOffsets`` into its text nodes with one for each ``<br>``: neither
leads into a text of record, so only its words are taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimkit.imports.foreign import Foreign, Statement
from claimkit.imports.labelstudio.regions import Region, regions_of, relations_of
from claimkit.imports.labelstudio.tasks import Annotation, Task, tasks_of
from claimkit.imports.labelstudio.texts import marked, text_of
from claimkit.imports.spans.columns import metadata_of
from claimkit.imports.spans.documents import with_claims
from claimkit.imports.spans.labels import marking
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Budget, Text
from claimkit.imports.spans.reading import stem, values
from claimkit.imports.spans.statements import stated


def foreign(data: bytes, place: str, *, labels: Sequence[str] = ()) -> tuple[Foreign, ...]:
    """The tasks that have claims, in the order of the file; the annotators of a task are its statements' reviewers.

    ``labels`` are those that mark claims; without them, those that have *claim* in them. Raises
    :class:`~claimkit.errors.DataError` for what is no export of Label Studio's, and where no label marks claims.
    """
    tasks = tasks_of(values(data, place))
    read = [(task, [(one, list(regions_of(one))) for one in task.annotations]) for task in tasks]
    every = (label for _, done in read for _, regions in done for region in regions for label in region.labels)
    claims = marking(every, labels, place)
    budget = Budget(place)
    return with_claims([_document(task, done, claims, budget, place) for task, done in read])


def _document(
    task: Task, done: list[tuple[Annotation, list[Region]]], claims: frozenset[str], budget: Budget, place: str
) -> Foreign:
    notes = Notes()
    for message, times in task.left.items():
        notes.add(message, task.value.where, times)
    regions = [region for _, theirs in done for region in theirs]
    text = Text(text_of(task, regions), budget)
    statements = [statement for one, theirs in done for statement in _statements(one, theirs, text, claims, notes)]
    return Foreign(
        name=f"{stem(place)}-{task.id or task.value.path}",
        metadata=metadata_of(task.data, task.data.get("meta"), task.value.get("meta")),
        text=text.text,
        statements=tuple(statements),
        remarks=notes.remarks(),
    )


def _statements(
    one: Annotation, regions: list[Region], text: Text, claims: frozenset[str], notes: Notes
) -> Iterator[Statement]:
    spans = [marked(region, text, claims, notes) for region in regions if region.labels]
    for region in regions:
        if not region.labels:
            notes.add("answers on a whole task, and regions without a label, are not taken over", region.value.where)
    return stated(spans, relations_of(one), claims, notes, reviewer=one.reviewer, when=one.when)
