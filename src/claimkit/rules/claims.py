"""What the claims of an article must satisfy: ids, places, spans, quotes, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.following import follow, present
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import text_name
from claimkit.model.article import Article, Heading, Sentence
from claimkit.model.attribution import Link
from claimkit.model.claim import KEPT_WHOLE, TOO_LONG, Claim, Splitter
from claimkit.model.findings import Code, Finding, Severity
from claimkit.model.review import Review, ReviewFile
from claimkit.model.spans import Anchor, Span

Path = tuple[str | int, ...]


def claim_findings(dossier: Dossier) -> Iterator[Finding]:
    """All findings on claims.json and on the claims that reviewers added."""
    file = str(dossier.claims.path)
    article = dossier.claims.item.article
    yield from _places(dossier, file)
    yield from _spans(article, len(dossier.text), file)
    yield from _duplicates(dossier)
    for index, claim in enumerate(dossier.claims.item.claims):
        yield from _moved(dossier.texts.of(claim.text_version), anchors_of(claim, ("claims", index)), file)
    for document in dossier.reviews:
        yield from _moved_in_reviews(document, dossier.texts)
    yield from _uncovered(dossier, file)
    yield from _unsure(dossier.claims.item.splitter, file)
    yield from _kept_whole(dossier.claims.item.claims, file)


def anchors_of(claim: Claim, path: Path) -> Iterator[tuple[Path, Anchor]]:
    """Every anchor of a claim at ``path``, its attribution's included, with its own path."""
    for index, anchor in enumerate(claim.anchors):
        yield (*path, "anchors", index), anchor
    for index, anchor in enumerate(claim.antecedents):
        yield (*path, "antecedents", index), anchor
    yield from _anchors_of_chain(claim.attribution, (*path, "attribution"))


def _anchors_of_chain(chain: tuple[Link, ...], path: Path) -> Iterator[tuple[Path, Anchor]]:
    for index, link in enumerate(chain):
        if link.source.anchor:
            yield (*path, index, "source", "anchor"), link.source.anchor
        if link.cue:
            yield (*path, index, "cue"), link.cue
        for number, anchor in enumerate(link.content):
            yield (*path, index, "content", number), anchor


def _moved_in_reviews(document: Document[ReviewFile], texts: Texts) -> Iterator[Finding]:
    file = str(document.path)
    for index, claim in enumerate(document.item.added):
        yield from _moved(texts.of(claim.text_version), anchors_of(claim, ("added", index)), file)
    for index, review in enumerate(document.item.reviews):
        yield from _moved(texts.of(review.text_version), _anchors_of_review(review, ("reviews", index)), file)


def _anchors_of_review(review: Review, path: Path) -> Iterator[tuple[Path, Anchor]]:
    for number, anchor in enumerate(review.anchors):
        yield (*path, "anchors", number), anchor
    if review.attribution:
        yield from _anchors_of_chain(review.attribution.chain, (*path, "attribution", "chain"))


def _places(dossier: Dossier, file: str) -> Iterator[Finding]:
    article = dossier.claims.item.article
    if article.slug != dossier.slug:
        message = f"the file is that of {article.slug!r} and lies with {dossier.slug!r}; rename the folder or the slug"
        yield Finding(code=Code.WRONG_PLACE, message=message, file=file, path=("article", "slug"))
    for version, record in enumerate(article.texts, 1):
        wanted = f"seeds/{text_name(dossier.slug, version)}"
        if record.file != wanted:
            where = ("text",) if version == article.version else ("earlier", version - 1)
            message = f"version {version} of the text must be {wanted}; name that"
            yield Finding(code=Code.WRONG_PLACE, message=message, file=file, path=("article", *where, "file"))


def _unsure(splitter: Splitter, file: str) -> Iterator[Finding]:
    if splitter.confidence is not None:
        message = (
            f"the parser was unsure of this text (confidence {splitter.confidence:.2f}): it may be no English; look at "
            "every claim, and edit or reject what is cut wrongly"
        )
        path = ("splitter", "confidence")
        yield Finding(code=Code.UNSURE_PARSE, message=message, file=file, path=path, severity=Severity.WARNING)


def _kept_whole(claims: Iterable[Claim], file: str) -> Iterator[Finding]:
    """A note for each sentence that was too long to be parsed: one whose parse was not trusted is told by its rule."""
    for index, claim in enumerate(claims):
        if claim.proposed_by == KEPT_WHOLE and claim.kind_reason == TOO_LONG:
            message = "the sentence is too long to be parsed and was kept whole; look whether it holds several claims"
            path = ("claims", index, "text")
            yield Finding(code=Code.KEPT_WHOLE, message=message, file=file, path=path, severity=Severity.NOTE)


def _spans(article: Article, length: int, file: str) -> Iterator[Finding]:
    structure = article.structure
    blocks: list[tuple[Path, Span | Sentence | Heading]] = [
        *((("article", "structure", "headings", index), span) for index, span in enumerate(structure.headings)),
        *((("article", "structure", "paragraphs", index), span) for index, span in enumerate(structure.paragraphs)),
    ]
    blocks.sort(key=lambda block: (block[1].start, block[1].end))  # headings and paragraphs lie apart from one another
    sentences = [(("article", "sentences", index), span) for index, span in enumerate(article.sentences)]
    for spans in (sentences, blocks):
        end = 0
        for path, span in spans:
            if not end <= span.start < span.end <= length:
                if span.start >= span.end:
                    wrong = "is empty"
                else:
                    wrong = "overlaps the one before" if span.start < end else f"runs past the text's end at {length}"
                message = f"the span {span.start}..{span.end} {wrong}; split the article again"
                yield Finding(code=Code.SPAN_OUTSIDE, message=message, file=file, path=path)
            end = max(end, span.end)


def _duplicates(dossier: Dossier) -> Iterator[Finding]:
    """Two claims with one id. Two reviewers may add the very same claim; it is then one claim."""
    seen: dict[str, Claim] = {}
    places = [(str(dossier.claims.path), "claims", dossier.claims.item.claims)]
    places += [(str(document.path), "added", document.item.added) for document in dossier.reviews]
    for file, key, claims in places:
        here: set[str] = set()
        for index, written in enumerate(claims):
            claim = present(written, dossier.texts)
            other = seen.setdefault(claim.id, claim)
            if claim.id in here or (other.text, other.anchors) != (claim.text, claim.anchors):
                message = f"two claims have the id {claim.id!r}; give one of them another id"
                yield Finding(code=Code.DUPLICATE_ID, message=message, file=file, path=(key, index, "id"))
            here.add(claim.id)


def _moved(text: str | None, anchors: Iterator[tuple[Path, Anchor]], file: str) -> Iterator[Finding]:
    for path, anchor in anchors:
        if text is None:
            message = "the article has no such version of its text; write the version that its words are quoted from"
            yield Finding(code=Code.QUOTE_MOVED, message=message, file=file, path=path)
        elif not anchor.stands_in(text):
            message = (
                f"the quote is not what stands at {anchor.start}..{anchor.end}; {_whereabouts(text, anchor.quote)}"
            )
            yield Finding(code=Code.QUOTE_MOVED, message=message, file=file, path=path)


def _whereabouts(text: str, quote: str) -> str:
    first = text.find(quote)
    if first < 0:
        return "it stands nowhere in the text; quote the article's own words"
    if text.find(quote, first + 1) < 0:
        return f"it stands at {first}..{first + len(quote)}; mend the offsets"
    return "it stands at several places; mend the offsets"


def _uncovered(dossier: Dossier, file: str) -> Iterator[Finding]:
    claims = [*dossier.claims.item.claims, *(claim for document in dossier.reviews for claim in document.item.added)]
    followed = [follow(claim, dossier.texts).claim for claim in claims]
    starts = sorted((anchor.start, anchor.end) for claim in followed for anchor in claim.anchors)
    position, reach = 0, 0
    for index, sentence in enumerate(dossier.claims.item.article.sentences):
        while position < len(starts) and starts[position][0] < sentence.end:
            reach = max(reach, starts[position][1])
            position += 1
        if reach <= sentence.start and sentence.no_claim is None:
            message = "the sentence has no claim and no reason why; add a claim, or split the article again"
            yield Finding(
                code=Code.UNCOVERED_SENTENCE, message=message, file=file, path=("article", "sentences", index)
            )


def misquoted(anchors: Iterable[Anchor], text: str) -> Iterator[str]:
    """Which anchors do not stand in the text, in words that say what to do."""
    for anchor in anchors:
        if not anchor.stands_in(text):
            yield f"its quote {anchor.quote!r} does not stand at {anchor.start}..{anchor.end}; anchor it again"
