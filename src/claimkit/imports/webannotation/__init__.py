"""W3C Web Annotations: claimkit's own, those of other tools, and the rows that Hypothesis' API and its export give.

The model: https://www.w3.org/TR/annotation-model/ ; Hypothesis: https://h.readthedocs.io/en/latest/api-reference/v1/ .
Positions count code points (4.2.5), but of the text that the annotator saw, and Hypothesis counts UTF-16 code units of
the whole page (tilgovi/dom-anchor-text-position issue 6): so a position is taken only where it fits the quotation, and
Hypothesis' not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimkit.errors import DataError
from claimkit.imports.foreign import Foreign
from claimkit.imports.spans.addresses import address
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.offsets import Budget
from claimkit.imports.spans.reading import stem, values
from claimkit.imports.webannotation.annotations import Annotation, Target
from claimkit.imports.webannotation.containers import Found, found_in
from claimkit.imports.webannotation.ours import Around
from claimkit.imports.webannotation.statements import statements_on
from claimkit.model.article import Metadata

_MOST = 1_000_000
"""Statements of a file: each target of an annotation is one with each review of it, which a hostile file multiplies."""


def foreign(data: bytes, place: str, *, labels: Sequence[str] = ()) -> tuple[Foreign, ...]:
    """The annotated pages with what is said of their words, in the order of the file.

    ``labels`` are the tags of those annotations that mark claims; without them all that mark words do. Raises
    :class:`~claimkit.errors.DataError` for what holds no annotations, and where none has one of the labels.
    """
    notes = Notes()
    found = found_in(values(data, place), notes)
    around = Around(found.annotations)
    pages: dict[str, list[tuple[Annotation, list[Target]]]] = {}
    for one in around.free:
        by_page: dict[str, list[Target]] = {}
        for target in one.targets:
            by_page.setdefault(target.page, []).append(target)
        for page, targets in by_page.items():
            pages.setdefault(page, []).append((one, targets))
    of_all = found if len(pages) == 1 else Found()  # what the collection is called, where it is about one page
    budget = Budget(place, _MOST, f"it makes more than {_MOST:,} statements")
    made = [_page(page, on_it, of_all, around, labels, budget, place) for page, on_it in pages.items()]
    kept = [one for one in made if one.statements] or made
    if labels and not any(one.statements for one in made):
        raise DataError(
            f"no annotation of words has the tag {' or '.join(map(repr, labels))}",
            place=place,
            remedy="--label names the tag that marks claims; without it all annotations of words do",
        )
    if not kept:
        raise DataError("it holds no annotation of a page", place=place, remedy="export it again, with its annotations")
    return (replace(kept[0], remarks=(*notes.remarks(), *kept[0].remarks)), *kept[1:])


def _page(
    page: str,
    on_it: list[tuple[Annotation, list[Target]]],
    found: Found,
    around: Around,
    labels: Sequence[str],
    budget: Budget,
    place: str,
) -> Foreign:
    notes = Notes()
    nameless = "#annotation-" in page  # claimkit's own name for a text without an address
    title = next((one.title for one, _ in on_it if one.title), found.label)
    return Foreign(
        name=found.slug or title or page.rstrip("/").rpartition("/")[2] or stem(place),
        metadata=Metadata(
            title=title,
            language=next((body.language for one, _ in on_it for body in one.bodies if body.language), ""),
            url="" if nameless else address(page),
        ),
        statements=tuple(statements_on(on_it, around, frozenset(labels), notes, budget)),
        remarks=notes.remarks(),
    )
