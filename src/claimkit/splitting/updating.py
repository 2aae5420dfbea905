"""A new version of an article's text: beside the old one, with every claim that people have touched followed to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from claimkit.annotations.texts import Texts
from claimkit.errors import ConflictError, WorkspaceError
from claimkit.model.article import Article
from claimkit.model.claim import Claim, Splitter
from claimkit.splitting.given import Given, metadata_of
from claimkit.splitting.on_record import OnRecord
from claimkit.splitting.recording import Progress, Recorder
from claimkit.splitting.splitter import Splitting
from claimkit.splitting.writing import Written, article_of, record_of, together, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A claim before and after: the article's words that bore it, and those that bear it now; none: it is an orphan."""

    claim: Claim
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Update:
    """A new version, put together and not written yet."""

    known: OnRecord
    texts: Texts
    article: Article
    splitter: Splitter
    split: Splitting
    data: bytes

    @cached_property
    def planned(self) -> Written:
        """What would be written now."""
        return together(self.known, self.texts, self.split)

    @property
    def file(self) -> str:
        """The new text's file."""
        return self.article.text.file

    def turns(self, written: Written) -> tuple[Turn, ...]:
        """What became of each claim that people have touched and that stood in the text before."""
        known = {claim.id: claim for claim in self.known.file.every} if self.known.file else {}
        return tuple(
            Turn(
                claim=known[name],
                before=tuple(anchor.quote for anchor in known[name].anchors),
                after=() if found.lost else tuple(anchor.quote for anchor in found.claim.anchors),
                lost=found.lost,
            )
            for name, found in written.followed.items()
            if found.lost or known[name].text_version == self.known.version
        )

    def changed(self, written: Written) -> frozenset[str]:
        """The ids of the claims that people must look at again, because words of them changed."""
        found = written.followed.items()
        return frozenset(
            name for name, item in found if not item.lost and item.claim.changed_in == self.article.version
        )

    def fresh(self, written: Written) -> tuple[Claim, ...]:
        """The claims that were not there before."""
        before = {claim.id for claim in self.known.file.claims} if self.known.file else set()
        return tuple(claim for claim in written.merged.claims if claim.id not in before)

    def dropped(self, written: Written) -> tuple[Claim, ...]:
        """The claims that nobody had touched and that the new text does not give."""
        before = self.known.file.claims if self.known.file else ()
        return tuple(claim for claim in before if claim.id in written.merged.dropped)

    def write(self) -> Written:
        """Write the text and the claims; the old text stays. See :func:`claimkit.splitting.writing.write`."""
        return write(self.known, self.texts, self.article, self.splitter, self.split, self.data)


def update_of(
    recorder: Recorder, slug: str, data: bytes, given: Given, *, who: str, at: str, progress: Progress = None
) -> Update:
    """The update of an article to the text in ``data``, dated ``at``.

    Raises :class:`SourceError` for a source that is no article, :class:`WorkspaceError` where there is no such article,
    :class:`ConflictError` where that is its text already.
    """
    known = OnRecord.read(recorder.workspace, slug)
    if known.file is None:
        raise WorkspaceError(f"no article has the slug {slug!r}", remedy="take it in with 'claimkit split'")
    intake = recorder.intake(data, given)
    if intake.text == known.texts.present:
        raise ConflictError("that is the text of record already", place=given.name, remedy="there is nothing to update")
    metadata = metadata_of(given, replace(intake.metadata, title=""), known.metadata, slug)
    split, splitter = recorder.split(intake, metadata, given, known, progress)
    version = known.version + 1
    record = record_of(slug, version, intake, since=at, who=who)
    return Update(
        known=known,
        texts=Texts(*known.texts.versions, intake.text),
        article=article_of(slug, metadata, intake, record, known.file.article.texts),
        splitter=splitter,
        split=split,
        data=intake.data,
    )
