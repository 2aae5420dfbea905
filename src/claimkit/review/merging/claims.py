"""Two branches that split one article again. Claims have no date; what is only proposed can be proposed anew."""

from __future__ import annotations

from typing import Any

from claimkit.model.raw import Raw
from claimkit.review.merging.additions import merged_claim
from claimkit.review.merging.conflicts import BOTH, Conflict, Found, agreed, shown
from claimkit.review.merging.reviews import by_claim

SPLIT_AGAIN = "'claimkit split' of the text of record makes it whole again"


def merged_claims(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Found]:
    """The properties ``article``, ``splitter`` and ``claims`` of the merged file, as raw data, and the conflicts.

    Where both sides have the same text, the claims are those of both: a review may rest on any of them, and splitting
    again drops those that nobody touched. Where the texts differ, one side stands whole: offsets are into one text.
    Claims of the other side are then kept aside, as far as their text is known to both.
    """
    if any(ours["article"][name] != theirs["article"][name] for name in ("text", "structure")):
        return _one_text(base, ours, theirs)
    article, found = _article(base.get("article", {}), ours["article"], theirs["article"])
    splitter, conflicts = merged_claim(
        "", base.get("splitter", {}), ours["splitter"], theirs["splitter"], ours_stand=True
    )
    claims, others = _claims(base, ours, theirs)
    if conflicts:
        found.append(_again("splitter", ours["splitter"], theirs["splitter"]))
    article["sentences"] = _covered(article.get("sentences", []), claims)
    retired = _retired({claim["id"] for claim in claims}, ours.get("retired", []), theirs.get("retired", []))
    return {"article": article, "splitter": splitter, "claims": claims} | retired, [*found, *others]


def _one_text(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Found]:
    """The side with the newer text; ours, where both have a new one."""
    old = base["article"]["text"]["sha256"] if base else None
    stands, gives_way = (theirs, ours) if ours["article"]["text"]["sha256"] == old else (ours, theirs)
    side = "ours" if stands is ours else "theirs"
    told = [shown(item["article"]["text"]["sha256"][:12]) for item in (ours, theirs)]
    outcome = (
        f"{side} stands whole, with its claims; see that seeds/ has its text, then run 'claimkit update' or "
        "'claimkit split' again for what the other side did"
    )
    conflict = Conflict(place="", what="the article's text", ours=told[0], theirs=told[1], outcome=outcome)
    there = {claim["id"] for claim in stands["claims"]}
    retired = _retired(there, base.get("claims", []), _of_known_text(base, gives_way), stands.get("retired", []))
    return {name: stands[name] for name in ("article", "splitter", "claims")} | retired, [conflict]


def _of_known_text(base: Raw, side: Raw) -> list[Raw]:
    """The claims of a side that stand in a text of the common version, which the other side has too."""
    known = len(base["article"].get("earlier", [])) + 1 if base else 0
    every = [*side["claims"], *side.get("retired", [])]
    return [claim for claim in every if claim.get("textVersion", 1) <= known]


def _retired(there: set[str], *former: list[Raw]) -> Raw:
    """The claims that were proposed once and are not ``there``, each once: a review of one side may be of any."""
    kept = {claim["id"]: claim for claims in former for claim in claims if claim["id"] not in there}
    return {"retired": list(kept.values())} if kept else {}


def _article(base: Raw, ours: Raw, theirs: Raw) -> tuple[Raw, Found]:
    old = base.get("metadata", {})
    metadata, found = merged_claim("", old, ours["metadata"], theirs["metadata"], ours_stand=True)
    sentences = [side.get("sentences", []) for side in (ours, theirs)]
    if [_span(item) for item in sentences[0]] != [_span(item) for item in sentences[1]]:
        found.append(_again("sentences", f"{len(sentences[0])} sentences", f"{len(sentences[1])} sentences"))
    return ours | {"metadata": metadata}, found


def _claims(base: Raw, ours: Raw, theirs: Raw) -> tuple[list[Raw], Found]:
    before, one, two = (by_claim(side.get("claims", []), "id", "claims") for side in (base, ours, theirs))
    kept: list[Raw] = []
    found: Found = []
    for name in one | two:
        mine, other = one.get(name), two.get(name)
        claim = agreed(before.get(name), mine, other)
        if claim is BOTH and mine and other:
            claim, conflicts = merged_claim(name, before.get(name, {}), mine, other, ours_stand=True)
            found += conflicts
        kept.append((None if claim is BOTH else claim) or mine or other or {})
    return sorted(kept, key=_place), found


def _covered(sentences: list[Raw], claims: list[Raw]) -> list[Raw]:
    """The sentences; one that a claim stands in needs no reason any more."""
    spans = sorted(_span(anchor) for claim in claims for anchor in claim["anchors"])

    def touched(sentence: Raw) -> bool:
        return any(start < sentence["end"] and sentence["start"] < end for start, end in spans)

    return [
        {key: value for key, value in sentence.items() if key != "noClaim"}
        if "noClaim" in sentence and touched(sentence)
        else sentence
        for sentence in sentences
    ]


def _again(what: str, ours: object, theirs: object) -> Conflict:
    outcome = f"ours stands; {SPLIT_AGAIN}"
    return Conflict(place="", what=what, ours=shown(ours), theirs=shown(theirs), outcome=outcome)


def _span(item: Raw) -> tuple[int, int]:
    return item["start"], item["end"]


def _place(claim: Raw) -> tuple[Any, ...]:
    return claim["anchors"][0]["start"], claim["anchors"][-1]["end"], claim["id"]
