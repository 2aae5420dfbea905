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
from claimkit.imports.spans.reading import stem, values
from claimkit.imports.webannotation.annotations import Annotation
from claimkit.imports.webannotation.containers import Found, found_in
from claimkit.imports.webannotation.ours import Around
from claimkit.imports.webannotation.statements import statements_on
from claimkit.model.article import Metadata


def foreign(data: bytes, place: str, *, labels: Sequence[str] = ()) -> tuple[Foreign, ...]:
    """The annotated pages with what is said of their words, in the order of the file.

    ``labels`` are the tags of those annotations that mark claims; without them all that mark words do. Raises
    :class:`~claimkit.errors.DataError` for what holds no annotations, and where none has one of the labels.
    """
    notes = Notes()
    found = found_in(values(data, place), notes)
    around = Around(found.annotations)
    pages: dict[str, list[Annotation]] = {}
    for one in around.free:
        for page in dict.fromkeys(target.page for target in one.targets):
            pages.setdefault(page, []).append(one)
    of_all = found if len(pages) == 1 else Found()  # what the collection is called, where it is about one page
    made = [_page(page, ones, of_all, around, labels, place) for page, ones in pages.items()]
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
    page: str, ones: list[Annotation], found: Found, around: Around, labels: Sequence[str], place: str
) -> Foreign:
    notes = Notes()
    nameless = "#annotation-" in page  # claimkit's own name for a text without an address
    return Foreign(
        name=found.slug or page.rstrip("/").rpartition("/")[2] or stem(place),
        metadata=Metadata(
            title=next((one.title for one in ones if one.title), found.label),
            language=next((body.language for one in ones for body in one.bodies if body.language), ""),
            url="" if nameless else address(page),
        ),
        statements=tuple(statements_on(page, ones, around, frozenset(labels), notes)),
        remarks=notes.remarks(),
    )
