"""The claim that a ClaimReview is about: its wording, and who made it."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.imports.claimreview.graph import kinds, term, types
from claimkit.imports.claimreview.mending import Mending, shown
from claimkit.model.attribution import Link, Source
from claimkit.model.vocabulary import Mode, SourceType

_NOBODY = frozenset({"", "-", "n/a", "na", "none", "null", "unknown", "undefined", "various"})
_PEOPLE = frozenset({"person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """The claim as a sentence, and its short wording where that is another one; ``text`` is empty where it has none."""

    text: str
    short: str = ""


def item_of(mending: Mending, node: object) -> object:
    """The claim; None where it is missing."""
    item = mending.one(node, "itemReviewed", "itemReviewed")
    if item is None:
        mending.remark("itemReviewed", "it is missing, so that nothing is known of who claims it and where")
    elif not isinstance(item, dict):
        mending.remark("itemReviewed", f"{shown(item)} is no object; left out")
        return None
    for name in ("claim", "creativeWork"):
        if name.casefold() in kinds(item):
            _capitals(mending, item, name)
    return item


def wording_of(mending: Mending, node: object, item: object) -> Worded:
    """claimReviewed, which is short where the claim has a text of its own; without it, what stands in for it."""
    short = mending.line(mending.one(node, "claimReviewed", "claimReviewed"), "claimReviewed")
    text = mending.line(mending.graph.first(item, "text"), "itemReviewed.text") if _is_claim(item) else ""
    if short or text:
        if not short:
            mending.remark("claimReviewed", "it is missing; itemReviewed.text is the wording")
        return Worded(text=text or short, short=short if text and short != text else "")
    name = mending.line(mending.graph.first(item, "name"), "itemReviewed.name")
    if name:
        mending.remark("claimReviewed", f"it is missing; itemReviewed.name, {shown(name)}, is taken as the wording")
    return Worded(text=name)


def attribution_of(mending: Mending, item: object, worded: Worded) -> tuple[tuple[Link, ...], str]:
    """Who made the claim, where and when; and what of that cannot be said of nobody, in words."""
    source = _source(mending, item)
    medium = _medium(mending, item, worded)
    said = mending.day(mending.one(item, "datePublished", "itemReviewed.datePublished"), "itemReviewed.datePublished")
    if source:
        return (Link(source=source, mode=Mode.INDIRECT, medium=medium, date_said=said),), ""
    told = ", ".join(text for text in (medium, said) if text)
    return (), f"Claimed: {told}." if told else ""


def _source(mending: Mending, item: object) -> Source | None:
    path = "itemReviewed.author"
    author = mending.one(item, "author", path)
    name = mending.called(author, path) if author is not None else ""
    if name.casefold() in _NOBODY:
        if name:
            mending.remark(path, f"{shown(name)} is nobody's name; left out")
        return None
    found = kinds(author)
    person = not found or bool(found & _PEOPLE)
    if not found:
        mending.remark(path, f"whether {shown(name)} is a person is not said; taken as one")
    role = mending.line(mending.graph.first(author, "jobTitle"), f"{path}.jobTitle") if person else ""
    same = (mending.url(value, f"{path}.sameAs") for value in mending.graph.values(author, "sameAs"))
    kind = SourceType.PERSON if person else SourceType.ORGANIZATION
    return Source(name=name, type=kind, role=role, same_as=tuple(dict.fromkeys(url for url in same if url)))


def _medium(mending: Mending, item: object, worded: Worded) -> str:
    """itemReviewed.name, the place where it was claimed; often the wording stands there once more."""
    name = mending.line(mending.graph.first(item, "name"), "itemReviewed.name") if item else ""
    if name and name.casefold() in {worded.text.casefold(), worded.short.casefold()}:
        mending.remark("itemReviewed.name", "it is the claim's wording, not the place where it was claimed; left out")
        return ""
    return name


def _is_claim(item: object) -> bool:
    """Of another work the text is all of it, and not the claim."""
    return isinstance(item, dict) and (not kinds(item) or "claim" in kinds(item))


def _capitals(mending: Mending, item: object, name: str) -> None:
    right = name[:1].upper() + name[1:]
    wrong = [term(kind) for kind in types(item) if term(kind) != right and term(kind).casefold() == right.casefold()]
    if wrong:
        mending.remark("itemReviewed", f"the type {shown(wrong[0])} is read as {right}")
