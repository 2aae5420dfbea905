"""Annotations on annotations, in the shape that claimkit exports: who says a claim, reviews of it, their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimkit.imports.spans.notes import Notes
from claimkit.imports.webannotation.annotations import Annotation
from claimkit.model.attribution import Link, Source
from claimkit.model.review import Evidence
from claimkit.model.vocabulary import Mode, SourceType, Stance


class Around:
    """The annotations of a file by the annotations that they target."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        named: dict[str, Annotation] = {}
        for one in annotations:
            named.setdefault(one.id, one)
        named.pop("", None)
        self._named, self._on = named, dict[str, list[Annotation]]()
        for one in annotations:
            for source in {target.source for target in one.targets} & named.keys():
                self._on.setdefault(source, []).append(one)
        self.free = [one for one in annotations if not any(target.source in named for target in one.targets)]

    def voices(self, claim: Annotation, notes: Notes) -> list[Annotation]:
        """Those that say who says a claim, outermost first. What else is on it, but reviews, is noted."""
        found = []
        for one in self._about(claim):
            if "linking" in one.motivations and one.texts("identifying"):
                found.append(one)
            elif "moderating" in one.motivations:
                notes.add("what a desk settled and published there is not taken over", one.where)
            elif "assessing" not in one.motivations:
                notes.add("annotations of annotations are taken over only where they assess a claim", one.where)
        if found:
            notes.once("whether those who say it are people is not said there; all are put down as people")
        return found

    def reviews(self, claim: Annotation) -> list[Annotation]:
        """Those that assess a claim."""
        return [one for one in self._about(claim) if "assessing" in one.motivations]

    def linked(self, review: Annotation, notes: Notes) -> list[Annotation]:
        """Those that link a review to its evidence."""
        found = [one for one in self._about(review) if "linking" in one.motivations]
        if len(found) < len(self._about(review)):
            notes.add("annotations of reviews are taken over only where they link evidence", review.where)
        return found

    def _about(self, one: Annotation) -> list[Annotation]:
        """Those that target it; of two annotations with one name, the first."""
        return self._on.get(one.id, []) if self._named.get(one.id) is one else []


def voice_of(said: Annotation) -> Link:
    """One saying; how it is said where a body classifies it so."""
    modes = [text for text in said.texts("classifying") if text in set(Mode)]
    return Link(
        source=Source(
            name=said.texts("identifying")[0],
            type=SourceType.PERSON,
            role=next(iter(said.texts("describing")), ""),
            same_as=tuple(body.page for body in said.bodies if body.purpose == "identifying" and body.page),
        ),
        mode=Mode(modes[0]) if modes else Mode.INDIRECT,
    )


def evidence_in(one: Annotation) -> Iterator[Evidence]:
    """The pages that the bodies link, with the stance that a tag says; context where none says one.

    What names a claim or a speaker links no evidence.
    """
    if "identifying" in one.motivations or one.texts("identifying"):
        return
    stances = [tag for tag in one.texts("tagging") if tag in set(Stance)]
    titles = one.texts("describing")
    for body in one.bodies:
        if body.page and body.purpose in {"linking", "commenting", "assessing"}:
            yield Evidence(
                url=body.page,
                title=titles[0] if titles else body.page,
                stance=Stance(stances[0]) if stances else Stance.CONTEXT,
                quote=body.quote,
            )
