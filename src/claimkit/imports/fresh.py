"""A new article of what others say of it: its text, or as long as nobody has that, the words of the statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimkit import __version__, storage
from claimkit.annotations.workspace import text_name
from claimkit.articles.blocks import Block, assemble, without_controls
from claimkit.articles.formats import Format
from claimkit.articles.intake import Intake, take_in
from claimkit.errors import DataError
from claimkit.imports.foreign import Stretch
from claimkit.imports.placing import Places, Unplaced
from claimkit.imports.reviewing import begun
from claimkit.imports.sources import OMITTED, Brought, Placed, Said, Told, statements, wording
from claimkit.model.article import Article, Metadata, Structure, TextOfRecord
from claimkit.model.claim import Claim, ClaimsFile, Splitter
from claimkit.model.identity import claim_id
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Kind

_UNSEEN = re.compile("[\x80-\x9f]")
"""Control characters that XML may have, and no reader sees; one of them, U+0085, ends a line and so parts two words."""


class NewArticle:
    """The article that a group of files says something of, under a slug; nothing is written.

    Raises :class:`DataError` where two of them have different texts of it, and
    :class:`~claimkit.errors.SourceError` where its text is none.
    """

    def __init__(self, slug: str, brought: list[Brought], most: int) -> None:
        self.slug = slug
        self._brought = brought
        self._given = self._text()
        self.told: list[Told] = []
        self.text, self._structure, anchored = self._as_received(most) if self._given else self._made()
        self.claims: dict[str, Claim] = {}
        self._same: dict[tuple[str, tuple[Anchor, ...]], Claim] = {}
        self._turns: dict[str, int] = {}
        self.placed = [self._placed(said, anchors) for said, anchors in anchored]

    @property
    def made(self) -> bool:
        """Whether the text of record is made of the statements' words."""
        return not self._given

    def file(self) -> ClaimsFile:
        """What claims.json has; sentences are left to ``claimkit split``."""
        data = self.text.encode("utf-8")
        record = TextOfRecord(
            file=f"seeds/{text_name(self.slug, 1)}", sha256=storage.sha256(data), length=len(self.text)
        )
        article = Article(slug=self.slug, metadata=self._metadata(), text=record, structure=self._structure)
        splitter = Splitter(name=f"import:{self._format}", version=__version__, pipeline="none")
        claims = sorted(
            self.claims.values(), key=lambda claim: (claim.anchors[0].start, claim.anchors[-1].end, claim.id)
        )
        return ClaimsFile(article=article, splitter=splitter, claims=tuple(claims))

    @property
    def _format(self) -> str:
        return self._brought[0].source.format

    def _text(self) -> str:
        texts = list(dict.fromkeys(one.foreign.text for one in self._brought if one.foreign.text))
        if len(texts) > 1:
            places = ", ".join(dict.fromkeys(one.source.place for one in self._brought))
            raise DataError(
                "the article has different texts there", place=places, remedy="import one of them by itself"
            )
        return texts[0] if texts else ""

    def _as_received(self, most: int) -> tuple[str, Structure, list[tuple[Said, tuple[Anchor, ...]]]]:
        """The text that came, and what can be found in it."""
        place = self._brought[0].source.place
        intake: Intake = take_in(_encoded(self._given, place), name=place, format=Format.TEXT, max_characters=most)
        places, found = Places(intake.text, self._given), []
        for said in self._worded():
            anchors = [places.find(stretch) for stretch in said.statement.stretches or (_words(said),)]
            lost = [anchor.reason for anchor in anchors if isinstance(anchor, Unplaced)]
            if lost:
                self.told.append(said.remark(f"it has no place in the text: {'; '.join(lost)}"))
            else:
                found.append((said, tuple(anchor for anchor in anchors if isinstance(anchor, Anchor))))
        return intake.text, intake.structure, found

    def _made(self) -> tuple[str, Structure, list[tuple[Said, tuple[Anchor, ...]]]]:
        """A paragraph for the words of each statement; the same words have one."""
        every = [(said, _quotes(said)) for said in self._worded()]
        paragraphs = list(dict.fromkeys(OMITTED.join(quotes) for _, quotes in every))
        text, structure = assemble(Block(text=paragraph) for paragraph in paragraphs)
        starts = {paragraph: span.start for paragraph, span in zip(paragraphs, structure.paragraphs, strict=True)}
        return text, structure, [(said, _in_row(text, quotes, starts[OMITTED.join(quotes)])) for said, quotes in every]

    def _worded(self) -> Iterator[Said]:
        """The statements that have any words."""
        for said in statements(self._brought):
            if _quotes(said):
                yield said
            else:
                self.told.append(said.remark("it has no words, neither of a claim nor of the article"))

    def _placed(self, said: Said, anchors: tuple[Anchor, ...]) -> Placed:
        """The claim of these words there, one for all who word it so."""
        text = wording(said.statement)
        claim = self._same.get((text, anchors)) or Claim(
            id=claim_id(text, anchors, self.claims, self._turns),
            text=text,
            anchors=anchors,
            kind=Kind.FACT,
            proposed_by=f"import:{said.source.format}",
            attribution=said.statement.attribution,
        )
        self.claims[claim.id] = self._same[text, anchors] = claim
        return Placed(said=said, claim=claim, review=begun(said, claim, claim.anchors, 1))

    def _metadata(self) -> Metadata:
        """What the first of them that says anything says."""
        known = [one.foreign.metadata for one in self._brought]
        title = _first([item.title for item in known]) or self.slug.replace("-", " ")
        return Metadata(
            title=title,
            language=_first([item.language for item in known]) or "en",
            url=_first([item.url for item in known]),
            publisher=_first([item.publisher for item in known]),
            authors=next((item.authors for item in known if item.authors), ()),
            date_published=_first([item.date_published for item in known]),
        )


def _encoded(text: str, place: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        wrong = "the article's text there holds a lone surrogate, which is no character"
        raise DataError(wrong, place=place, remedy="export it again") from None


def _first(values: list[str]) -> str:
    return next((value for value in values if value), "")


def _words(said: Said) -> Stretch:
    return Stretch(quote=said.statement.text)


def _quotes(said: Said) -> tuple[str, ...]:
    """The statement's own words: those that it marks, else the claim."""
    marked = (_readable(stretch.quote) for stretch in said.statement.stretches)
    return tuple(filter(None, marked)) or tuple(filter(None, [_readable(said.statement.text)]))


def _readable(quote: str) -> str:
    """The words as a text of ours has them; empty where they are blanks and control characters only."""
    return _UNSEEN.sub(" ", without_controls(quote)).strip()


def _in_row(text: str, quotes: tuple[str, ...], start: int) -> tuple[Anchor, ...]:
    """The anchors of the quotes, which stand one after the other from ``start``."""
    anchors = []
    for quote in quotes:
        anchors.append(Anchor.at(text, start, start + len(quote)))
        start += len(quote) + len(OMITTED)
    return tuple(anchors)
