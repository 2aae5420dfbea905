"""What a careful editor asks of a review: that verdict, reasons and evidence agree, and nobody judges themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimkit.annotations.dossiers import Dossier
from claimkit.model.claim import Claim
from claimkit.model.config import Config, Verdict
from claimkit.model.findings import Code, Finding
from claimkit.model.review import Review, Reviewer
from claimkit.model.vocabulary import Act, Disposition, Stance
from claimkit.rules.shorteners import shortener
from claimkit.rules.standing import standings

Path = tuple[str | int, ...]
Wrong = tuple[Code, str, Path]

FIRST_WORDS = 80
"""Code points at the beginning of a rationale in which its own verdict is looked for."""

_NEGATED = re.compile(
    r"(?:\b(?:not|no|never|hardly|far from|neither|nor|nicht|kein\w*|pas|nunca|no es)|n't)\W+(?:\w+\W+)?$", re.I
)


def lint_findings(dossier: Dossier, config: Config) -> Iterator[Finding]:
    """All findings on the reviews; how grave each is, its claim's step says (:mod:`claimkit.rules.stages`)."""
    by_claim = {standing.claim.id: standing for standing in standings(dossier)}
    published = {
        entry.claim
        for entry in (dossier.decisions.item.ledger if dossier.decisions else ())
        if entry.act is Act.PUBLISHED
    }
    language = dossier.claims.item.article.metadata.language
    article, scale = dossier.claims.item.article.metadata, Scale(config)
    for document in dossier.reviews:
        for index, review in enumerate(document.item.reviews):
            standing = by_claim.get(review.claim)
            found = [*scale.direction(review), *_dates(review, article.date_published[:10])]
            if review.claim not in published:  # of what is published, CK609 tells
                found += _shortened(review)
            if standing and standing.lead and standing.lead.review is review and unresolved(standing.claim, language):
                found += [(Code.UNRESOLVED_PRONOUN, UNRESOLVED, ())]
            if standing and review.verdict:
                found += _own(document.item.reviewer, standing.claim, article.publisher, config)
            for code, message, path in found:
                yield Finding(code=code, message=message, file=str(document.path), path=("reviews", index, *path))


class Scale:
    """The verdicts by their labels, and on which side of the scale each is."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._by_label = {
            label.strip().casefold(): verdict
            for verdict in config.verdicts
            for label in verdict.label.values()
            if label.strip()
        }
        labels = "|".join(map(re.escape, sorted(self._by_label, key=len, reverse=True)))
        # At the very beginning, or after a verb that gives it.
        self._label = re.compile(rf"(?:^|(?<=\b(?:is|es) )|(?<=\b(?:was|are|ist) ))(?:{labels})\b", re.IGNORECASE)

    def side(self, verdict: Verdict | None) -> int:
        """1 for the true side of the scale, -1 for the false one, 0 for its middle and for what is off it."""
        if verdict is None or verdict.rank is None:
            return 0
        doubled = 2 * verdict.rank - sum(self._config.ranks())
        return (doubled > 0) - (doubled < 0)

    def said(self, rationale: str) -> Verdict | None:
        """The verdict that the first words of a rationale give, where they do and do not deny it."""
        start = rationale[:FIRST_WORDS]
        for match in self._label.finditer(start):
            if not _NEGATED.search(start[: match.start()]):
                return self._by_label[match[0].casefold()]
        return None

    def direction(self, review: Review) -> Iterator[Wrong]:
        """A rationale, or evidence, that speaks for the other side of the scale than the verdict."""
        verdict = self._config.verdict(review.verdict)
        side = self.side(verdict)
        if not verdict or not side or review.disposition is Disposition.REJECTED:
            return
        if (other := self.said(review.rationale)) and self.side(other) == -side:
            message = f"the verdict is {verdict.id!r}, and the rationale says {other.id!r}; let both say the same"
            yield Code.CONTRADICTED, message, ("rationale",)
        stances = {evidence.stance for evidence in review.evidence} - {Stance.CONTEXT}
        if stances == {Stance.REFUTES if side > 0 else Stance.SUPPORTS}:
            does = "refutes" if side > 0 else "supports"
            message = f"the verdict is {verdict.id!r}, and all its evidence {does} the claim; look at both again"
            yield Code.CONTRADICTED, message, ("verdict",)


def _dates(review: Review, published: str) -> Iterator[Wrong]:
    """Dates of which the later one comes first. A year is not compared with a day in it."""
    day = review.when[:10]
    for index, evidence in enumerate(review.evidence):
        if _after(evidence.published, evidence.accessed):
            message = (
                f"the page is said to be published on {evidence.published}, after it was seen on {evidence.accessed}"
            )
            yield Code.DATE_ORDER, f"{message}; correct one of the two", ("evidence", index, "accessed")
        if _after(evidence.accessed, day):
            message = f"the page is said to be seen on {evidence.accessed}, after the review was written on {day}"
            yield (
                Code.DATE_ORDER,
                f"{message}; correct it, or look at the review again",
                ("evidence", index, "accessed"),
            )
    first = review.first_appearance
    if first and _after(first.published, published):
        message = (
            f"the first appearance is of {first.published}, and the article of {published}; then it was not the first"
        )
        yield Code.DATE_ORDER, message, ("firstAppearance", "published")
    for index, link in enumerate(review.attribution.chain if review.attribution else ()):
        if _after(link.date_said, published):
            message = (
                f"it is said to be said on {link.date_said}, after the article of {published}; correct one of the two"
            )
            yield Code.DATE_ORDER, message, ("attribution", "chain", index, "dateSaid")
    if _after(day, review.review_by):
        message = (
            f"it was to be looked at again by {review.review_by}, before it was written on {day}; set a later date"
        )
        yield Code.DATE_ORDER, message, ("reviewBy",)


def _after(date: str, other: str) -> bool:
    """Whether a date is after another, as far as both are known."""
    length = min(len(date), len(other))
    return bool(length) and date[:length] > other[:length]


def _shortened(review: Review) -> Iterator[Wrong]:
    """Addresses that end with their shortener."""
    addresses: list[tuple[str, Path]] = [(item.url, ("evidence", at, "url")) for at, item in enumerate(review.evidence)]
    if review.first_appearance:
        addresses.append((review.first_appearance.url, ("firstAppearance", "url")))
    for url, path in addresses:
        if shortener(url):
            message = f"{url} is a shortened address, and ends with its shortener; give the one that it leads to"
            yield Code.SHORTENED_SOURCE, message, path


def _own(reviewer: Reviewer, claim: Claim, publisher: str, config: Config) -> Iterator[Wrong]:
    """A verdict on what oneself, or one's own outlet, says."""
    source = claim.claimant.source if claim.claimant else None
    claimant = source.name if source else publisher
    judges = {_folded(name) for name in (reviewer.name, config.publisher.name)} - {""}
    if _folded(claimant) in judges:
        message = f"{claimant!r} makes the claim and checks it; let somebody else judge it, or correct who says it"
        yield Code.CONFLICT_OF_INTEREST, message, ("verdict",)


UNRESOLVED = (
    "the claim begins with a word for something that only the article names; say what it is with "
    "'claimkit annotate --text'"
)
_PRONOUN = re.compile(
    r"(?:He|She|They|It)\b|(?:This|That|These|Those) (?:is|are|was|were|has|have|had|will|would|could|means?)\b"
)
# *It is clear that*, *it took an hour to*: here the word stands for what follows.
_EXPLETIVE = re.compile(r"It (?:is|was|has been|will be|would be|seems|appears|takes|took)\b.*\b(?:that|to|who|when)\b")


def unresolved(claim: Claim, language: str) -> bool:
    """Whether an English claim begins with a pronoun, or a bare *this*, that stands for something named elsewhere."""
    if language.partition("-")[0].lower() != "en":
        return False
    text = claim.text.lstrip(' "“‘')
    return bool(_PRONOUN.match(text)) and not _EXPLETIVE.match(text)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
