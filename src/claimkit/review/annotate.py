"""One reviewer's work on one claim, from an entry as people write it: a JSON object, or the options of ``annotate``.

An entry names a claim (``claim``) or brings one (``add``), and has any of the properties of a review. Places in the
article may be given by their words alone. What is not named stays as it was; null takes a property away; evidence is
added to what is there, and replaces what has the same address and the same quote; so are findings to be ignored, by
their code.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from claimkit.annotations.documents import Document
from claimkit.annotations.following import follow_review, present
from claimkit.annotations.texts import Texts
from claimkit.errors import ReviewError
from claimkit.model.article import Article
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim, ClaimsFile
from claimkit.model.findings import IGNORABLE
from claimkit.model.identity import claim_id
from claimkit.model.raw import Raw, from_raw, to_raw
from claimkit.model.review import Review, ReviewFile
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import AttributionStatus, Disposition, Mode, Stage
from claimkit.review.anchoring import around, completed
from claimkit.review.history import succeeded
from claimkit.rules.standing import full_id, reworded
from claimkit.schemas import FileKind, violations

EDITS = ("text", "kind", "anchors")
"""The properties of a review that make its claim an edited one."""

RECORDED = frozenset({"history", "origin", "textVersion"})
"""The properties that claimkit itself records."""

RECORDED_OF_CLAIMS = frozenset({"textVersion", "changedIn", "checkWorthiness"})
"""The properties of an added claim that claimkit itself records."""

OWN = {Disposition.EDITED: EDITS, Disposition.REJECTED: ("replacedBy",)}
"""The properties that only a review of that disposition has; they go when it changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a reviewer has before them: the text, the article's structure, the proposed claims. No one else's work."""

    texts: Texts
    document: Document[ClaimsFile]

    @property
    def text(self) -> str:
        """The text of record."""
        return self.texts.present

    @property
    def article(self) -> Article:
        """The article."""
        return self.document.item.article

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The proposed claims in the present text; those that it has no longer as they were."""
        return tuple(present(claim, self.texts) for claim in self.document.item.every)

    def near(self, claim: Claim) -> Span:
        """Where words that a reviewer quotes for the claim are looked for first: its sentences, if it has any here."""
        if claim.text_version == self.texts.version:
            return around(claim.anchors, self.sentences)
        return Span(start=0, end=len(self.text))

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The article's sentences as spans."""
        return tuple(sentence.span for sentence in self.article.sentences)


def annotate(file: ReviewFile, entry: Raw, desk: Desk, at: str) -> tuple[ReviewFile, Review]:
    """``file`` with ``entry`` worked in, and its review, dated ``at``; raises :class:`ReviewError` if it cannot be."""
    entry = dict(entry)
    if kept := sorted(RECORDED & set(entry)):
        raise ReviewError(f"{', '.join(map(repr, kept))} is recorded, not given", remedy="leave it out")
    if ("claim" in entry) == ("add" in entry):
        raise ReviewError("an entry either names a claim or adds one", remedy='give "claim" or "add"')
    if "add" in entry:
        claim = _added(entry.pop("add"), file, desk)
        file = replace(file, added=_in_text_order([*(c for c in file.added if c.id != claim.id), claim]))
    else:
        by_id = {claim.id: claim for claim in (*desk.claims, *file.added)}
        claim = by_id[full_id(by_id, str(entry.pop("claim")))]
        claim = present(claim, desk.texts)
        file = replace(file, added=tuple(claim if other.id == claim.id else other for other in file.added))
    _known(entry.get("replacedBy"), "replacedBy", file, desk, but=claim.id)
    old = next((review for review in file.reviews if review.claim == claim.id), None)
    review = _reviewed(old, entry, claim, desk, at)
    others = [other for other in file.reviews if other.claim != claim.id]
    return replace(file, reviews=in_order([*others, review], (*desk.claims, *file.added))), review


def _known(ids: object, name: str, file: ReviewFile, desk: Desk, *, but: str = "") -> None:
    """Refuse ids of claims that there are not."""
    there = {claim.id for claim in (*desk.claims, *file.added)} - {but}
    if strangers := [item for item in ids if item not in there] if isinstance(ids, list) else []:
        raise ReviewError(f"{name} names {strangers[0]!r}, which is no other claim here", remedy="name one that is")


def _added(given: object, file: ReviewFile, desk: Desk) -> Claim:
    if not isinstance(given, dict):
        raise ReviewError('"add" must be an object', remedy='write {"add": {"text": "...", "anchors": ["..."]}}')
    if kept := sorted(RECORDED_OF_CLAIMS & set(given)):
        raise ReviewError(f"{', '.join(map(repr, kept))} is recorded, not given", remedy="leave it out")
    recorded = {"proposedBy": f"reviewer:{file.reviewer.id}", "textVersion": desk.article.version}
    raw: Raw = {"kind": "fact"} | given | recorded
    if not isinstance(raw.get("anchors"), list) or not raw["anchors"]:
        raise ReviewError("an added claim has no anchors", remedy="quote the words of the article that bear it")
    raw["anchors"] = [completed(anchor, desk.text, None) for anchor in raw["anchors"]]
    near = around([from_raw(Anchor, anchor) for anchor in raw["anchors"]], desk.sentences)
    raw["attribution"] = _chain(raw.get("attribution", []), desk.text, near)
    if isinstance(raw.get("antecedents"), list):
        raw["antecedents"] = [completed(anchor, desk.text, None) for anchor in raw["antecedents"]]
    _known(raw.get("derivedFrom"), "derivedFrom", file, desk)
    raw["id"] = "c0"
    _refuse(raw, "claim")
    claim = from_raw(Claim, raw)
    others = (present(other, desk.texts) for other in (*desk.claims, *file.added))
    taken = {other.id for other in others if (other.text, other.anchors) != (claim.text, claim.anchors)}
    return replace(claim, id=claim_id(claim.text, claim.anchors, taken))


def _reviewed(old: Review | None, entry: Raw, claim: Claim, desk: Desk, at: str) -> Review:
    looked = set(entry) != {"comment"}  # who only comments has not looked again at words that changed
    before = follow_review(old, desk.texts)[0] if old and looked else old
    version = before.text_version if before and not looked else desk.article.version
    raw = _begun(before, claim)
    if "disposition" not in entry and (implied := _implied(entry, raw["disposition"])):
        entry["disposition"] = str(implied)
    near = desk.near(claim)
    if isinstance(entry.get("anchors"), list):
        entry["anchors"] = [completed(anchor, desk.text, near) for anchor in entry["anchors"]]
    if isinstance(entry.get("attribution"), dict):
        in_force = reworded(claim, before).attribution if before else claim.attribution
        entry["attribution"] = _attribution(entry["attribution"], in_force, desk.text, near)
    if isinstance(entry.get("evidence"), list):
        entry["evidence"] = _joined(raw.get("evidence", []), entry["evidence"])
    if isinstance(entry.get("ignored"), list):
        entry["ignored"] = _ignored(raw.get("ignored", []), entry["ignored"])
    raw = {key: value for key, value in (raw | entry).items() if value is not None}
    raw |= {"when": at, "textVersion": version}
    for disposition, names in OWN.items():
        if raw.get("disposition") != disposition:
            raw = {key: value for key, value in raw.items() if key not in names or key in entry}
    _refuse(raw, "review")
    return succeeded(old, from_raw(Review, raw))


def _begun(before: Review | None, claim: Claim) -> Raw:
    """What stands already; nothing is said of the wording to begin with."""
    if before:
        return to_raw(before)
    return {"claim": claim.id, "disposition": str(Disposition.OPEN), "stage": str(Stage.DRAFT)}


def _implied(entry: Raw, before: str) -> Disposition | None:
    """What an entry makes of the wording without saying so; a comment alone makes nothing of it."""
    if any(entry.get(name) is not None for name in EDITS):
        return Disposition.EDITED
    if before == Disposition.OPEN and set(entry) != {"comment"}:
        return Disposition.ACCEPTED
    return None


def _attribution(given: Raw, in_force: tuple[Link, ...], text: str, near: Span) -> Raw:
    """The attribution as the schema has it; ``{"amend": link}`` corrects the last link, and what it lacks stays."""
    if isinstance(given.get("amend"), dict):
        *outer, last = [to_raw(link) for link in in_force] or [{"mode": str(Mode.INDIRECT)}]
        return {"status": str(AttributionStatus.CORRECTED), "chain": [*outer, last | _link(given["amend"], text, near)]}
    return given | {"chain": _chain(given["chain"], text, near)} if "chain" in given else given


def _chain(given: Any, text: str, near: Span) -> list[Raw]:
    if not isinstance(given, list) or not all(isinstance(link, dict) for link in given):
        raise ReviewError("an attribution is a list of links", remedy='write [{"source": {...}, "mode": "indirect"}]')
    return [_link(link, text, near) for link in given]


def _link(given: Raw, text: str, near: Span) -> Raw:
    link = dict(given)
    if isinstance(link.get("source"), dict) and "anchor" in link["source"]:
        link["source"] = link["source"] | {"anchor": completed(link["source"]["anchor"], text, near)}
    if "cue" in link:
        link["cue"] = completed(link["cue"], text, near)
    if isinstance(link.get("content"), list):
        link["content"] = [completed(anchor, text, near) for anchor in link["content"]]
    return link


def _joined(old: Any, new: list[Any]) -> list[Any]:
    """Old evidence, with what has the same address and quote replaced, then what is new."""

    def key(item: Any) -> tuple[Any, Any]:
        return (str(item.get("url")), str(item.get("quote"))) if isinstance(item, dict) else (str(item), "")

    replaced = {key(item): item for item in new}
    kept = [replaced.pop(key(item), item) for item in old]
    return [*kept, *replaced.values()]


def _ignored(old: list[Any], new: list[Any]) -> list[Any]:
    """What was ignored, with what has the same code replaced, then what is new; refuses codes that cannot be."""
    codes = [item.get("code") for item in new if isinstance(item, dict)]
    if wrong := [code for code in codes if code not in IGNORABLE]:
        raise ReviewError(f"{wrong[0]} cannot be ignored", remedy=f"only these can: {', '.join(IGNORABLE)}")
    return [*(item for item in old if item["code"] not in codes), *new]


def _refuse(raw: Raw, definition: str) -> None:
    wrong = [violation.message for violation in violations(FileKind.REVIEW, raw, definition)]
    if wrong:
        raise ReviewError("; ".join(wrong))


def _in_text_order(claims: list[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.anchors[0].start, claim.anchors[-1].end, claim.id)))


def in_order(reviews: list[Review], claims: tuple[Claim, ...]) -> tuple[Review, ...]:
    """The reviews by their claims' order in the text; orphans last."""
    places = {claim.id: index for index, claim in enumerate(_in_text_order(list(claims)))}
    return tuple(sorted(reviews, key=lambda review: (places.get(review.claim, len(places)), review.claim)))
