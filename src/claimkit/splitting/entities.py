"""One source, one name: whoever the article names in several ways is gathered under the fullest of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from claimkit.model.attribution import Link, Source
from claimkit.model.vocabulary import SourceType

_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "we", "i"})

MIN_INITIALS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A source's fullest name in the article, the first role that it gives them, and whether it is a person's name."""

    name: str
    role: str = ""
    is_person: bool = False


def gathered(chains: Iterable[tuple[Link, ...]], people: Iterable[str]) -> Mapping[str, Entity]:
    """The entity of each name of a source; ``people`` are the full names that the article gives besides.

    A surname belongs to the one full name that ends so, an abbreviation to the one name with these initials, a short
    name of an organization to the one that ends with it. Where two come into question, a name stays as it is.
    """
    people = frozenset(people)
    sources = [link.source for chain in chains for link in chain if _is_named(link.source)]
    roles: dict[str, str] = {}
    for source in sources:
        if source.role:
            roles.setdefault(source.name, source.role)
    persons = people | {source.name for source in sources if source.type is SourceType.PERSON}
    known = list(dict.fromkeys([*sorted(people), *(source.name for source in sources)]))
    by_end: dict[str, set[str]] = {}
    by_initials: dict[str, set[str]] = {}
    for name in known:
        by_end.setdefault(name.rpartition(" ")[2], set()).add(name)
        if name not in persons:
            by_initials.setdefault(_initials(name), set()).add(name)
    full = {name: _fullest(name, by_end, by_initials, persons) for name in known}
    named: dict[str, str] = {}
    for name, fuller in full.items():
        if name in roles:
            named.setdefault(fuller, roles[name])
    return {
        name: Entity(name=fuller, role=named.get(fuller, ""), is_person=fuller in people)
        for name, fuller in full.items()
    }


def identified(chain: tuple[Link, ...], entities: Mapping[str, Entity]) -> tuple[Link, ...]:
    """The chain with each named source under its entity's name, with its role where the sentence gave none."""
    return tuple(_identified(link, entities) for link in chain)


def _identified(link: Link, entities: Mapping[str, Entity]) -> Link:
    source = link.source
    entity = entities.get(source.name) if _is_named(source) else None
    if entity is None or (entity.name == source.name and (source.role or not entity.role)):
        return link
    kind = SourceType.PERSON if entity.is_person and entity.name != source.name else source.type
    return replace(link, source=replace(source, name=entity.name, role=source.role or entity.role, type=kind))


def _is_named(source: Source) -> bool:
    return source.type is not SourceType.UNNAMED and source.name.lower() not in _PRONOUNS


def _fullest(
    name: str, by_end: Mapping[str, set[str]], by_initials: Mapping[str, set[str]], persons: Collection[str]
) -> str:
    longer = {other for other in by_end.get(name.rpartition(" ")[2], ()) if other.endswith(" " + name)}
    if " " not in name:  # the House is no White House, Mexico no New Mexico
        longer = {other for other in longer if other in persons}
    if _is_initials(name):
        longer |= by_initials.get(name.replace(".", ""), set()) - {name}
    ends = {other for other in longer if not any(third != other and third.endswith(" " + other) for third in longer)}
    return ends.pop() if len(ends) == 1 else name


def _is_initials(name: str) -> bool:
    plain = name.replace(".", "")
    return len(plain) >= MIN_INITIALS and plain.isalpha() and plain.isupper()


def _initials(name: str) -> str:
    words = [word for word in name.split() if word.lower() not in _SMALL]
    return "".join(word[0] for word in words).upper() if len(words) >= MIN_INITIALS else ""
