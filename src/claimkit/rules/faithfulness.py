"""A claim says no more than its anchors, and leaves out nothing that changes what they say.

Read off the words alone, whoever wrote the claim: numbers, names, negation, quantifiers, hedges, and what stands in
quotation marks. A name may come from elsewhere in the article, in the place of *she* or *the two sides*; that it is the
right one, no rule can tell. A date in brackets may come from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.following import follow, follow_review
from claimkit.model.attribution import Link
from claimkit.model.claim import Claim
from claimkit.model.dates import published_on, without_completions
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Disposition
from claimkit.rules.marks import quotations

Path = tuple[str | int, ...]

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]")
_UNITS = {"%": "percent", "percent": "percent", "per cent": "percent"}

_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "dozen": "dozen", "dozens": "dozens", "hundred": "hundred",
    "hundreds": "hundreds", "thousand": "thousand", "thousands": "thousands", "million": "million",
    "millions": "millions", "billion": "billion", "billions": "billions", "trillion": "trillion",
    "twice": "twice", "double": "double", "triple": "triple",
}  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL = _words("two three four five both")
"""Words that go where names take their place: *the two sides*, *A and B both*."""

_NEGATIONS = _words("not never no none nobody nothing neither nor without cannot")
_QUANTIFIERS = _words(
    """all every each most many few several some any only both half majority minority almost nearly about approximately
    roughly least"""
)
_ABOUT_AMOUNT = re.compile(rf"\s+(?:[$€£]?\d|(?:a|half|{'|'.join(map(re.escape, _NUMBERS))})\b)")
"""What follows *about* where it is *roughly*, not *concerning*."""

_HEDGES = _words(
    """may might could would should must will shall can allegedly reportedly apparently perhaps possibly probably likely
    unlikely seemingly supposedly suspected alleged purported potential potentially"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a text says that must stand in its source: each kind with the words as written, by what they mean."""

    numbers: dict[str, str]
    negations: dict[str, str]
    quantifiers: dict[str, str]
    hedges: dict[str, str]

    def by_kind(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The kinds, as a message names them."""
        yield "number", self.numbers
        yield "negation", self.negations
        yield "quantifier", self.quantifiers
        yield "hedge", self.hedges


@lru_cache(maxsize=64)  # a claim's own words are looked at twice
def wording_of(text: str) -> Wording:
    """The words of the text that bear numbers, negation, quantity and modality."""
    found = Wording(numbers={}, negations={}, quantifiers={}, hedges={})
    for match in _TOKEN.finditer(text):
        word = match[0].casefold().replace("’", "'")
        if word[0].isdigit() or word in _NUMBERS or word in _UNITS:
            meaning = _NUMBERS.get(word, _UNITS.get(word, word.replace(",", "")))
            found.numbers.setdefault(meaning, match[0])
        elif word in _NEGATIONS or word.endswith("n't"):
            found.negations.setdefault("not", match[0])
        elif word in _QUANTIFIERS and (word != "about" or _ABOUT_AMOUNT.match(text, match.end())):
            found.quantifiers.setdefault(word, match[0])
        elif word in _HEDGES or word.endswith(("'ll", "'d")):
            found.hedges.setdefault({"'ll": "will", "'d": "would"}.get(word[word.find("'") :], word), match[0])
    return found


def added(text: str, sources: Sequence[str], article: str = "", published: date | None = None) -> Iterator[str]:
    """What the text says and none of its sources, in words for a message: *the number “48”*.

    Names may stand anywhere in ``article``. A date in brackets behind *on Tuesday* or *last year* may come from the day
    on which it was ``published``, and must then be the right one.
    """
    if published:
        text = without_completions(text, published)
    said, known = wording_of(text), wording_of("\n".join(sources))
    for (kind, words), (_, there) in zip(said.by_kind(), known.by_kind(), strict=True):
        yield from (f"the {kind} “{written}”" for meaning, written in words.items() if meaning not in there)
    yield from (f"the name “{name}”" for name in _new_names(text, [*sources, article]))
    plain = _plain(" ".join(sources))
    for span in quotations(text):
        quoted = re.sub(r"(?<!\W)\W+$", "", _plain(text[span.start : span.end]))
        if quoted and quoted not in plain:
            yield f"the quotation “{quoted}”"


def lost(text: str, sources: Sequence[str]) -> Iterator[str]:
    """What the sources say and the text does not, though it changes the meaning."""
    said, known = wording_of(text), wording_of("\n".join(sources))
    for (kind, words), (_, there) in zip(known.by_kind(), said.by_kind(), strict=True):
        gone = {meaning: written for meaning, written in words.items() if meaning not in there}
        yield from (f"the {kind} “{written}”" for written in gone.values() if written.casefold() not in _SMALL)


def _new_names(text: str, sources: Sequence[str]) -> Iterator[str]:
    """Capitalised words within a sentence that stand in no source, whatever their case there."""
    for match in _TOKEN.finditer(text):
        before = text[: match.start()].rstrip(" \"“‘'(")
        starts = not before or before[-1] in ".!?:"
        if match[0][0].isupper() and not starts and match[0] != "I" and not _in(match[0], sources):
            yield match[0]


def _in(word: str, sources: Iterable[str]) -> bool:
    return any(_stem(word) in _stems(source) for source in sources)


@lru_cache(maxsize=64)  # the article is a source of every claim
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(match[0]) for match in _TOKEN.finditer(text))


def _plain(text: str) -> str:
    """Without quotation marks, with single blanks."""
    return " ".join(re.sub(r"[\"“”‘]|(?<!\w)’|’(?!\w)", " ", text).split())


def _stem(word: str) -> str:
    return re.sub(r"['’]s$", "", word.casefold())


def faithfulness_findings(dossier: Dossier) -> Iterator[Finding]:
    """Findings on the wording of proposed, added and edited claims against the article's words."""
    edited = {review.claim for document in dossier.reviews for review in document.item.reviews if review.text}
    known: dict[str, Claim] = {}
    for index, claim in enumerate(dossier.claims.item.claims):
        known[claim.id] = follow(claim, dossier.texts).claim
        if claim.id not in edited:
            yield from _of_claim(claim, dossier, str(dossier.claims.path), ("claims", index, "text"))
    for document in dossier.reviews:
        file = str(document.path)
        here = known | {claim.id: follow(claim, dossier.texts).claim for claim in document.item.added}
        for index, claim in enumerate(document.item.added):
            yield from _of_claim(claim, dossier, file, ("added", index, "text"))
        for index, written in enumerate(document.item.reviews):
            review, _ = follow_review(written, dossier.texts)
            own = here.get(review.claim)
            kept = own and review.text and review.disposition is not Disposition.REJECTED
            if own and kept and _stand(review.anchors or own.anchors, dossier.text):
                chain = (*own.attribution, *(review.attribution.chain if review.attribution else ()))
                anchors = [anchor.quote for anchor in review.anchors or own.anchors]
                path = ("reviews", index, "text")
                yield from _unfaithful(review.text, anchors, _others(own, chain), dossier, file, path)


def _of_claim(claim: Claim, dossier: Dossier, file: str, path: Path) -> Iterator[Finding]:
    followed = follow(claim, dossier.texts)
    claim = followed.claim
    if followed.lost or not _stand(claim.anchors, dossier.text):
        return
    anchors = [anchor.quote for anchor in claim.anchors]
    yield from _unfaithful(claim.text, anchors, _others(claim, claim.attribution), dossier, file, path)


def _stand(anchors: Iterable[Anchor], article: str) -> bool:
    """Whether the anchors are where they say; where not, that is a finding of its own and comes first."""
    return all(anchor.stands_in(article) for anchor in anchors)


def _others(claim: Claim, chain: Iterable[Link]) -> Iterator[str]:
    """Other words that a claim may take its names from: those of its antecedents, and of who says it."""
    yield from (anchor.quote for anchor in claim.antecedents)
    for link in chain:
        yield link.source.name
        if link.source.anchor:
            yield link.source.anchor.quote


def _unfaithful(
    text: str, anchors: Sequence[str], others: Iterable[str], dossier: Dossier, file: str, path: Path
) -> Iterator[Finding]:
    published = published_on(dossier.claims.item.article.metadata.date_published)
    more, less = list(added(text, [*anchors, *others], dossier.text, published)), list(lost(text, anchors))
    if more:
        message = (
            f"the claim says what its anchors do not: {', '.join(more)}; "
            "anchor it to the words that say so, or leave that out"
        )
        yield Finding(code=Code.ADDED_WORDS, message=message, file=file, path=path, severity=Severity.WARNING)
    if less:
        message = (
            f"the claim leaves out what its anchors say: {', '.join(less)}; put that in, or anchor it to fewer words"
        )
        yield Finding(code=Code.LOST_WORDS, message=message, file=file, path=path, severity=Severity.WARNING)
