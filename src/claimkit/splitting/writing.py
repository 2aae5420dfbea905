"""A split put together with what people have made of the article before, and written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimkit import storage
from claimkit.annotations.documents import serialised
from claimkit.annotations.following import Followed, follow
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import text_name
from claimkit.articles.intake import Intake
from claimkit.errors import ConflictError
from claimkit.model.article import Article, Metadata, TextOfRecord
from claimkit.model.claim import Claim, ClaimsFile, Splitter
from claimkit.splitting.on_record import OnRecord
from claimkit.splitting.resplit import Merged, merge
from claimkit.splitting.splitter import Splitting

TRIES = 5
"""How often a split is put together anew because somebody reviewed its claims meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The claims as written.

    ``followed`` are those that people had touched, by id; ``strays`` those of them left behind; ``retired`` those that
    nobody had touched and that are no longer proposed.
    """

    merged: Merged
    followed: dict[str, Followed]
    strays: tuple[Claim, ...]
    retired: tuple[Claim, ...]


def record_of(slug: str, version: int, intake: Intake, *, since: str = "", who: str = "") -> TextOfRecord:
    """What claims.json says of a version of the text."""
    return TextOfRecord(
        file=f"seeds/{text_name(slug, version)}",
        sha256=storage.sha256(intake.data),
        length=len(intake.text),
        received=intake.received,
        since=since,
        who=who,
    )


def article_of(
    slug: str, metadata: Metadata, intake: Intake, text: TextOfRecord, earlier: tuple[TextOfRecord, ...]
) -> Article:
    """The article, its sentences still to come."""
    return Article(slug=slug, metadata=metadata, text=text, earlier=earlier, structure=intake.structure)


def together(known: OnRecord, texts: Texts, split: Splitting) -> Written:
    """The split with what is on record: what people have touched stays, followed to the last of ``texts``.

    What of it cannot be found there stays behind as it was, with the version of the text that it points into.
    """
    before = known.file.every if known.file else ()
    followed = {claim.id: follow(claim, texts) for claim in before if claim.id in known.touched}
    strays = tuple(claim for claim in before if claim.id in followed and followed[claim.id].lost)
    live = tuple(followed[claim.id].claim if claim.id in followed else claim for claim in before if claim not in strays)
    merged = merge(live, split, known.touched, list(known.written(texts)), {claim.id for claim in strays})
    there = {claim.id for claim in (*merged.claims, *strays)}
    retired = tuple(claim for claim in before if claim.id not in there)
    return Written(merged=merged, followed=followed, strays=strays, retired=retired)


def file_of(written: Written, article: Article, splitter: Splitter) -> ClaimsFile:
    """The file: what stands in the article's present text, then what was left behind."""
    claims = tuple(replace(claim, text_version=article.version) for claim in written.merged.claims)
    article = replace(article, sentences=written.merged.sentences)
    every = (*claims, *written.strays)
    return ClaimsFile(article=article, splitter=splitter, claims=every, retired=written.retired)


def write(
    known: OnRecord, texts: Texts, article: Article, splitter: Splitter, split: Splitting, data: bytes
) -> Written:
    """Write the text, then the claims, so that a claim that somebody reviews meanwhile is never dropped.

    Raises :class:`ConflictError` where the files keep changing, or another text lies where this one belongs.
    """
    for _ in range(TRIES):
        written = together(known, texts, split)
        _write(known, file_of(written, article, splitter), data)
        now = OnRecord.read(known.workspace, known.slug)
        there = {claim.id for claim in now.file.claims} if now.file else set()
        before = {claim.id for claim in known.file.every} if known.file else set()
        if not (now.touched & before) - there:
            return written
        digest = now.claims.digest if now.claims else ""
        known = replace(now, claims=known.claims and replace(known.claims, digest=digest))
    raise ConflictError("claims are being reviewed all the time", place=known.slug, remedy="repeat the command")


def _write(known: OnRecord, claims: ClaimsFile, data: bytes) -> None:
    workspace, slug = known.workspace, known.slug
    path = workspace.claims_path(slug)
    serial = serialised(workspace, path, claims)  # refuses what is invalid before anything is written
    text = workspace.text_path(slug, claims.article.version)
    if not text.exists():
        storage.write(text, data, replaces=None)
    elif storage.read(text) != data:
        raise ConflictError(
            "another text lies there, of which claims.json does not know",
            place=workspace.relative(text),
            remedy="move it away, and repeat the command",
        )
    storage.write(path, serial, replaces=known.claims.digest if known.claims else None)
