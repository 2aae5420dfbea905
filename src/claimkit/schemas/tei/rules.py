"""The rules of schemas/claimkit.sch, by the same names; a test holds the two together.

Schematron by XSLT takes ten seconds for ten thousand claims, and needs the whole document; this takes a tenth of that,
and a claim at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from claimkit.schemas.tei.names import NOTHING, NS, Named, Names, claim_of

Broken = tuple[str, etree._Element]
"""The id of the rule, and the element that breaks it."""

_STATES = frozenset({"accepted", "edited", "rejected", "open"})
_REVIEWED = frozenset({"category:verdict", "category:state", "category:kind", "category:attribution"})
_NOTES = {"proposed-kind": "kind", "link": "quote", "attribution": "attribution"}


class Rules:
    """What can be said of a document's parts once all its names are known, and those of the part at hand."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def outside(self, root: etree._Element) -> Iterator[Broken]:
        """What is broken outside of the claims."""
        for division in root.iterfind(f"{NS}text/{NS}back/{NS}div"):
            named = self._one(division, "corresp")
            if named.kind != "stage" or named.n != division[0].get("n"):
                yield "stage", division
        for changes in root.iterfind(f"{NS}teiHeader/{NS}profileDesc/{NS}creation/{NS}listChange"):
            if len(changes) - 1 != len(root.findall(f"{NS}text/{NS}back/{NS}div")):
                yield "earlier", changes
            yield from (
                ("who", change) for change in changes if change.get("who") and not self._is(change, "who", "worker")
            )
        for span in root.iterfind(f"{NS}standOff/{NS}spanGrp/{NS}span"):
            if span.get("ana") and not self._is(span, "ana", "category:no-claim"):
                yield "no-claim", span

    def inside(self, group: etree._Element) -> Iterator[Broken]:
        """What is broken in the annotations on one claim."""
        claim = claim_of(group)
        for element in group.iter(*_CHECKS):
            for rule in _CHECKS[str(element.tag)](self, element, claim):
                yield rule, element
            if element.get("resp") and not self._is(element, "resp", "worker"):
                yield "resp", element

    def annotation(self, element: etree._Element, claim: str) -> Iterator[str]:
        """The rules of an annotation, by its motivation."""
        ana = self._all(element, "ana")
        kinds = [named.kind for named in ana]
        match element.get("motivation"):
            case "identifying":
                yield from self._words(element, "words")
                yield from _unless(kinds.count("category:state") == 1, "claim-state")
                yield from _unless(kinds.count("category:kind") == 1, "claim-kind")
                yield from _unless(len(kinds) == 2, "claim-ana")
            case "linking":
                target = self._one(element, "target")
                yield from _unless(target.kind in {"identifying", "linking"} and target.claim == claim, "link-target")
                both = kinds.count("category:quote") == kinds.count("category:chain") == 1
                yield from _unless(both, "link-ana")
            case "assessing":
                yield from _unless(self._on(element, claim), "review-target")
                yield from self._review(element, ana)
            case _:
                yield from _unless(self._on(element, claim), "decision-target")
                settled = [
                    named for named in ana if named.kind == "category:verdict" or _item(named) == "state.rejected"
                ]
                right = kinds.count("category:how") == 1 and len(settled) == 1
                yield from _unless(not ana or right, "decision-ana")

    def _review(self, element: etree._Element, ana: list[Named]) -> Iterator[str]:
        kinds = [named.kind for named in ana]
        yield from _unless(kinds.count("category:state") == 1, "review-state")
        states = {_item(named).removeprefix("state.") for named in ana if named.kind == "category:state"}
        yield from _unless(bool(states & _STATES), "review-disposition")
        yield from _unless(_REVIEWED.issuperset(kinds), "review-ana")
        once = all(kinds.count(kind) < 2 for kind in ("category:verdict", "category:kind", "category:attribution"))
        yield from _unless(once, "review-once")
        changes = element.findall(f"{NS}revisionDesc/{NS}change")
        yield from _unless(changes[-1].find(f"{NS}note") is None, "review-last")

    def pointer(self, element: etree._Element, claim: str) -> Iterator[str]:
        """The rules of ptr, by its type."""
        target = self._one(element, "target")
        match element.get("type"):
            case "agent":
                yield from _unless(target.kind == "source", "agent")
            case "review":
                yield from _unless(target.kind == "assessing" and target.claim == claim, "reviewed")
            case "chain":
                wanted = Named("linking", claim, _above(element).get("resp", ""))
                names = element.get("target", "").split()
                given = self._all(element, "target")
                yield from _unless(len(set(names)) == len(names) and set(given) == {wanted}, "given")
            case "added":
                yield from _unless(target.kind == "worker", "adder")
            case "former-verdict":
                yield from _unless(target.kind == "category:verdict", "former-verdict")
            case "proposed" | "anchors" | "content":
                yield from self._words(element, "on-words")

    def reference(self, element: etree._Element, _claim: str) -> Iterator[str]:
        """The rules of ref, by its type."""
        match element.get("type"):
            case "evidence":
                yield from _unless(self._is(element, "target", "page"), "page")
                yield from _unless(self._is(element, "ana", "category:evid"), "stance")
            case "antecedent" | "source" | "cue" if element.get("target"):
                yield from self._words(element, "on-words")
            case "derived-from" | "replaced-by" if element.get("target"):
                yield from _unless(self._is(element, "target", "identifying"), "other")

    def note(self, element: etree._Element, _claim: str) -> Iterator[str]:
        """The rule of notes that have a category."""
        if element.get("ana"):
            wanted = _NOTES.get(element.get("type", ""), "")
            yield from _unless(self._is(element, "ana", f"category:{wanted}"), "note-ana")

    def change(self, element: etree._Element, _claim: str) -> Iterator[str]:
        """The rules of change."""
        yield from _unless(self._is(element, "who", "worker"), "who")
        if element.get("ana"):
            yield from _unless(self._is(element, "ana", "category:verdict"), "line-verdict")

    def person(self, element: etree._Element, _claim: str) -> Iterator[str]:
        """The rule of a reviewer's name."""
        yield from _unless(element.get("ref") == _above(_above(element)).get("resp"), "ref")

    def _all(self, element: etree._Element, name: str) -> list[Named]:
        return [self._names.get(pointer[1:], NOTHING) for pointer in element.get(name, "").split()]

    def _one(self, element: etree._Element, name: str) -> Named:
        return self._names.get(element.get(name, "")[1:], NOTHING)

    def _is(self, element: etree._Element, name: str, kind: str) -> bool:
        return self._one(element, name).kind == kind

    def _on(self, element: etree._Element, claim: str) -> bool:
        target = self._one(element, "target")
        return target.kind == "identifying" and target.claim == claim

    def _words(self, element: etree._Element, rule: str) -> Iterator[str]:
        names = element.get("target", "").split()
        segs = all(self._names.get(name[1:], NOTHING).kind == "seg" for name in names)
        yield from _unless(segs and len(set(names)) == len(names), rule)


_CHECKS = {
    f"{NS}annotation": Rules.annotation,
    f"{NS}ptr": Rules.pointer,
    f"{NS}ref": Rules.reference,
    f"{NS}note": Rules.note,
    f"{NS}change": Rules.change,
    f"{NS}persName": Rules.person,
}
"""By the elements that rules are about; nothing else has a reviewer (the grammar sees to that)."""


def _item(named: Named) -> str:
    return named.resp.replace("_", "") if named.kind.startswith("category:") else ""


def _above(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent


def _unless(held: bool, rule: str) -> Iterator[str]:
    if not held:
        yield rule
