"""One annotation, whoever wrote it: what it is for, what it targets, what it says, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimkit.articles import fields
from claimkit.imports.foreign import Stretch
from claimkit.imports.spans.addresses import address
from claimkit.imports.spans.notes import Notes
from claimkit.imports.spans.people import person
from claimkit.imports.spans.values import Value, plain
from claimkit.imports.webannotation.selectors import kind_of, stretches_of
from claimkit.model.review import Reviewer

_OURS = "#person-"
"""What claimkit's own names of people have before the person's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is annotated: its address, and the words there; none where it is the whole."""

    source: str
    stretches: tuple[Stretch, ...] = ()

    @property
    def page(self) -> str:
        """The address without its fragment; the name of claimkit's own for a text without an address is all of it."""
        return self.source if "#annotation-" in self.source else self.source.partition("#")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What is said: a text, or a page with words quoted from it; ``purpose`` says what for."""

    purpose: str
    text: str = ""
    page: str = ""
    quote: str = ""
    language: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """An annotation. ``title`` is that of the page, where it is known."""

    id: str
    motivations: tuple[str, ...]
    targets: tuple[Target, ...]
    bodies: tuple[Body, ...]
    reviewer: Reviewer | None
    when: str
    where: str
    url: str = ""
    title: str = ""

    def texts(self, *purposes: str) -> list[str]:
        """The texts that are for one of the purposes."""
        return [body.text for body in self.bodies if body.purpose in purposes and body.text]


def annotation_of(value: Value, notes: Notes) -> Annotation:
    """An annotation of the model; raises :class:`~claimkit.errors.DataError` where it has no target."""
    motivations = tuple(_bare(one.text()) for one in value.get("motivation", "oa:motivatedBy").listed())
    targets = tuple(_target(one, notes) for one in value.get("target", "oa:hasTarget").listed())
    if not targets:
        value.refuse("it has no target")
    name = value.get("id", "@id").words()
    return Annotation(
        id=name,
        motivations=motivations,
        targets=targets,
        bodies=tuple(_bodies(value, motivations, notes)),
        reviewer=_creator(value.get("creator", "dcterms:creator"), notes),
        when=fields.date(value.get("modified", "created").raw),
        where=value.where,
        url=address(name),
    )


def _bare(term: str) -> str:
    return term.rpartition("#")[2].removeprefix("oa:")


def _target(value: Value, notes: Notes) -> Target:
    if not value.is_a(dict):
        return Target(source=value.words())
    source = value.get("source", "id", "@id", "oa:hasSource")
    address_of = source.get("id", "@id") if source.is_a(dict) else source
    selector = value.get("selector", "oa:hasSelector")
    return Target(source=address_of.words(), stretches=stretches_of(selector, notes))


def _bodies(value: Value, motivations: tuple[str, ...], notes: Notes) -> Iterator[Body]:
    usual = next(iter(motivations), "commenting")
    if value.has("bodyValue"):
        yield Body(purpose=usual, text=value.get("bodyValue").words(), where=value.where)
    for one in value.get("body", "oa:hasBody").listed():
        if not one.is_a(dict):
            yield Body(purpose=usual, page=address(one.text()), where=one.where)
        elif kind_of(one) in {"Choice", "List", "Composite", "Independents"}:
            notes.add("bodies of several parts are not taken over", one.where)
        else:
            yield _body(one, usual, notes)


def _body(one: Value, usual: str, notes: Notes) -> Body:
    purpose = next((_bare(item.text()) for item in one.get("purpose", "oa:hasPurpose").listed()), usual)
    source = one.get("source", "id", "@id")
    quoted = stretches_of(one.get("selector"), notes)
    return Body(
        purpose=purpose,
        text=one.get("value", "chars").words(),
        page=address((source.get("id", "@id") if source.is_a(dict) else source).text()),
        quote=plain(" … ".join(stretch.quote for stretch in quoted)),
        language=next((fields.language(item.text()) for item in one.get("language").listed()), ""),
        where=one.where,
    )


def _creator(value: Value, notes: Notes) -> Reviewer | None:
    """The first creator that is no program."""
    for one in value.listed():
        if not one.is_a(dict):
            return _named(one.words(), "")
        if kind_of(one) in {"Software", "SoftwareAgent", "as:Application"}:
            notes.add("what programs made has no reviewer", one.where)
            continue
        name = one.get("name", "nickname", "foaf:name").words()
        return _named(one.get("id", "@id").words() or one.get("nickname", "name").words(), name)
    return None


def _named(known_as: str, name: str) -> Reviewer | None:
    if _OURS in known_as:
        return person(known_as.rpartition(_OURS)[2], name)
    bare = known_as.rstrip("/").rpartition("/")[2]
    return person(bare or name, name) if bare or name else None
