"""One ClaimReview as a statement, with the article that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from claimkit.annotations.workspace import slug_like
from claimkit.articles import fields
from claimkit.imports.claimreview.appearances import Appearance, appearances_of, with_language
from claimkit.imports.claimreview.claim import attribution_of, item_of, wording_of
from claimkit.imports.claimreview.evidence import evidence_of
from claimkit.imports.claimreview.graph import Node, term, types
from claimkit.imports.claimreview.mending import Mending, shown
from claimkit.imports.claimreview.rating import rating_of
from claimkit.imports.foreign import Remark, Statement
from claimkit.model.article import Metadata
from claimkit.model.review import Reviewer
from claimkit.rules.claimreview.reading import exact

STATUS = "Retracted"
"""What our own exports, and others, say of a work that was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A ClaimReview: the article, the statement (None where it is refused), the page, and what was remarked."""

    article: Metadata
    statement: Statement | None
    page: str
    remarks: tuple[Remark, ...]


def read_review(mending: Mending, node: Node) -> Read:
    """What the object says; refused is one without any wording, and one that was retracted is left out."""
    url = _address(mending, node)
    if retracted(mending, node):
        return _nothing(mending, url)
    _type(mending, node)
    item = item_of(mending, node)
    worded = wording_of(mending, node, item)
    if not worded.text:
        mending.remark("claimReviewed", "it has no wording of the claim at all; refused", refused=True)
        return _nothing(mending, url)
    attribution, told = attribution_of(mending, item, worded)
    language = fields.language(mending.graph.first(node, "inLanguage")) or mending.language
    (article, stretches), *others = appearances_of(mending, item) or [(Metadata(title="", language=""), ())]
    evidence, cited = evidence_of(mending, node)
    statement = Statement(
        text=worded.text,
        short=worded.short,
        stretches=stretches,
        attribution=attribution,
        rating=rating_of(mending, node),
        rationale=_rationale(mending, node),
        evidence=evidence,
        comment="\n".join(text for text in (told, *_elsewhere(others), *cited, *_corrections(mending, node)) if text),
        reviewer=_reviewer(mending, node),
        when=_when(mending, node),
        id=mending.line(mending.graph.name(node), "@id")[:1000],
        url=url,
        licence=_licence(mending, node),
    )
    remarks = tuple(mending.remarks)
    return Read(
        article=with_language(article, language), statement=statement, page=url.partition("#")[0], remarks=remarks
    )


def _address(mending: Mending, node: Node) -> str:
    """Where it was published; without an address of its own, the page that it stands on."""
    url = mending.url(mending.one(node, "url", "url"), "url")
    if not url and mending.base:
        mending.remark("url", f"it has none; {shown(mending.base)}, as the page calls itself, stands in for it")
    return url or mending.base


def retracted(mending: Mending, node: Node) -> bool:
    """Whether the work was taken back; that is remarked."""
    if str(mending.graph.first(node, "creativeWorkStatus") or "").casefold() != STATUS.casefold():
        return False
    reasons = [mending.graph.first(item, "text") for item in mending.graph.values(node, "correction")]
    reason = next((f": {shown(text, 200)}" for text in reasons if isinstance(text, str)), "")
    mending.remark("creativeWorkStatus", f"it was retracted by its publisher, and is not taken over{reason}")
    return True


def _nothing(mending: Mending, url: str) -> Read:
    nothing = Metadata(title="", language="")
    return Read(article=nothing, statement=None, page=url.partition("#")[0], remarks=tuple(mending.remarks))


def _type(mending: Mending, node: Node) -> None:
    wrong = [
        term(kind) for kind in types(node) if term(kind).casefold() == "claimreview" and term(kind) != "ClaimReview"
    ]
    if wrong:
        mending.remark("@type", f"the type {shown(wrong[0])} is read as ClaimReview")


def _rationale(mending: Mending, node: Node) -> str:
    """The explanation of the rating, and the body of the review where that says more."""
    rating = mending.graph.first(node, "reviewRating")
    short = mending.words(mending.graph.first(rating, "ratingExplanation"), "reviewRating.ratingExplanation")
    body = mending.words(mending.graph.first(node, "reviewBody"), "reviewBody")
    return short if body in short else body if short in body else f"{short}\n{body}"


def _elsewhere(others: list[Appearance]) -> list[str]:
    places = list(dict.fromkeys(metadata.url or metadata.title for metadata, _ in others))
    return [f"It appeared elsewhere too: {', '.join(places)}."] if places else []


def _corrections(mending: Mending, node: Node) -> list[str]:
    found = []
    for item in mending.graph.values(node, "correction"):
        text = mending.line(mending.graph.first(item, "text") if isinstance(item, dict) else item, "correction")
        day = mending.day(mending.graph.first(item, "datePublished"), "correction.datePublished")
        if text:
            found.append(f"Corrected there{' on ' if day else ''}{day}: {text}")
    return found


def _reviewer(mending: Mending, node: Node) -> Reviewer | None:
    """The publisher of the review: its author, or where there is none the one that is called its publisher."""
    author = mending.one(node, "author", "author")
    name = fields.field(mending.called(author, "author")) if author is not None else ""
    if not name and (publisher := mending.graph.first(node, "publisher")) is not None:
        name = fields.field(mending.called(publisher, "publisher"))
    if author is None or not name:
        told = f"its publisher {shown(name)} stands in for it" if name else "nobody is named as who reviewed"
        mending.remark("author", f"it {'is missing' if author is None else 'has no name'}; {told}")
    return Reviewer(id=slug_like(name), name=name) if name else None


def _when(mending: Mending, node: Node) -> str:
    """When the review was published; a month or a year is no moment."""
    value = mending.one(node, "datePublished", "datePublished")
    when = mending.date(value, "datePublished")
    if when and not exact(when):
        mending.remark("datePublished", f"{shown(when)} is no day; left out")
    return when if exact(when) else ""


def _licence(mending: Mending, node: Node) -> str:
    for name in ("sdLicense", "license"):
        value = mending.graph.first(node, name)
        text = mending.graph.name(value) or mending.graph.first(value, "url") if isinstance(value, dict) else value
        if isinstance(text, str) and text.strip():
            return mending.line(text, name)[:1000]
    return ""
