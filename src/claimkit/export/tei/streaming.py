"""The document, written claim by claim, each held to our own schemas: of a book, no tree is in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO

from lxml import etree

from claimkit.errors import RefusalError
from claimkit.export.tei.claims import claim_group
from claimkit.export.tei.entries import Entry
from claimkit.export.tei.places import Places
from claimkit.export.tei.xml import NS, indent, written
from claimkit.schemas.tei import Problem, explained, shape_problems, text_problems
from claimkit.schemas.tei.names import Named, names_in, names_of
from claimkit.schemas.tei.rules import Rules

_HERE = "claims"
_LEVEL = 3
"""How deep the annotations on a claim stand in the document."""


def stream(document: etree._Element, claims: etree._Element | None, found: list[Entry], places: Places) -> bytes:
    """The document with the annotations on each claim in ``claims``, which is the empty list for them, None for none.

    Raises :class:`RefusalError` where something breaks our own schemas: nothing that a user did is wrong then.
    """
    names = names_of(document)
    names |= {places.ids.of(("claim", entry.id)): Named("identifying", entry.id) for entry in found}
    rules = Rules(names)
    _hold(explained(rules.outside(document)), "the header or the text")
    _hold(text_problems(document), "the text")
    if claims is None:
        _hold(shape_problems(document), "the document")
        return written(indent(document))
    groups = (claim_group(entry, places) for entry in found)
    first = next(groups)
    claims.append(deepcopy(first))
    _hold(shape_problems(document), "the document")
    claims[:] = [etree.ProcessingInstruction(_HERE)]
    head, tail = written(indent(document)).split(etree.tostring(claims[0], with_tail=False))
    out = BytesIO()
    out.write(head)
    for number, group in enumerate(_with(first, groups)):
        own = names_in(group)
        names.update(own)
        _hold(shape_problems(group, "claim"), found[number].id)
        _hold(explained(rules.inside(group)), found[number].id)
        out.write(b"\n      " * bool(number) + _bytes(group))
        for name in own:
            if names[name].kind != "identifying":
                del names[name]
    out.write(tail)
    return out.getvalue()


def _with(first: etree._Element, others: Iterable[etree._Element]) -> Iterator[etree._Element]:
    yield first
    yield from others


def _bytes(group: etree._Element) -> bytes:
    """The group as it stands in the document, which has said already which namespace it is in."""
    return etree.tostring(indent(group, _LEVEL), encoding="UTF-8").replace(f' xmlns="{NS}"'.encode(), b"", 1)


def _hold(wrong: Iterable[Problem], what: str) -> None:
    for problem in wrong:
        raise RefusalError(
            f"{what}: the TEI breaks the rules of its own schema, which is a fault of claimkit: {problem.message}",
            remedy="report it with the article's annotations; nothing was written",
        )
