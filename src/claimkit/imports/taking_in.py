"""Others' work taken into the workspace: as a new article, or into one that is there. All of it is written, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimkit import storage
from claimkit.annotations.documents import inspect, load, serialised
from claimkit.annotations.dossiers import open_dossier
from claimkit.annotations.workspace import MAX_SLUG, Workspace, checked_slug, slug_like
from claimkit.errors import ConflictError, DataError
from claimkit.imports.existing import KnownArticle
from claimkit.imports.foreign import Remark
from claimkit.imports.fresh import NewArticle
from claimkit.imports.reviewers import Reviewers
from claimkit.imports.reviewing import reviewed
from claimkit.imports.sources import Brought, Placed, Told, wording
from claimkit.imports.verdicts import judged
from claimkit.model.claim import Claim, ClaimsFile
from claimkit.model.review import Review, Reviewer, ReviewFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user says of an import: the article that it goes to, or the slug of a new one; whose; dated when."""

    at: str
    article: str = ""
    slug: str = ""
    reviewer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What is written, in the order of writing, and what a person is told. ``made``: texts that are claims' words."""

    paths: tuple[Path, ...]
    told: tuple[Told, ...]
    made: tuple[Path, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether something of the files is not in the workspace."""
        return any(one.remark.refused for one in self.told)


def take_in(workspace: Workspace, brought: list[Brought], wanted: Wanted) -> Taken:
    """Write what the files say, those files of the workspace left out that have it already.

    Raises :class:`ConflictError`, before anything is written, where another article has the slug, or a reviewer's file
    is there already that is not of this import.
    """
    told = [Told(place=one.source.place, remark=remark) for one in brought for remark in one.foreign.remarks]
    kept = [one for one in brought if one.foreign.statements]
    files: dict[Path, bytes] = {}
    made: list[Path] = []
    if wanted.article:
        known = KnownArticle(open_dossier(workspace, wanted.article))
        placed = known.place(kept)
        told += known.told
        files |= dict(_reviews(workspace, wanted.article, placed, wanted, told))
    else:
        for slug, group in _named(_groups(kept), wanted.slug):
            article = NewArticle(slug, group, workspace.config.split.max_characters)
            told += [*article.told, *_twins(workspace, slug, group)]
            new = _article(workspace, article, wanted, told)
            files |= new
            made += [path for path in new if article.made and path.suffix == ".txt"]
    for path, data in files.items():
        storage.write(path, data, replaces=None)
    return Taken(paths=tuple(files), told=tuple(told), made=tuple(made))


def _twins(workspace: Workspace, slug: str, group: list[Brought]) -> Iterator[Told]:
    """A word on each article of the workspace that has the same address: the claims may belong on its words."""
    source, url = group[0].source, group[0].foreign.metadata.url
    for known in workspace.slugs() if url else ():
        document, _ = inspect(workspace, workspace.claims_path(known), ClaimsFile)
        if known != slug and document and document.item.article.metadata.url == url:
            message = f"{known} has that address too; to put the claims on its words, import with --article {known}"
            yield Told(place=source.place, remark=Remark(message=message, where=url))


def _groups(brought: Iterable[Brought]) -> list[list[Brought]]:
    """What is said of one article, by its address; where it has none, each by itself."""
    found: dict[object, list[Brought]] = {}
    for number, one in enumerate(brought):
        found.setdefault(one.foreign.metadata.url or number, []).append(one)
    return list(found.values())


def _named(groups: list[list[Brought]], slug: str) -> list[tuple[str, list[Brought]]]:
    """A slug for each article: as given, where there is one; else like its name, numbered where two are alike."""
    if slug and len(groups) > 1:
        wrong = f"it has {len(groups)} articles, and --slug names one"
        raise DataError(wrong, place=groups[0][0].source.place, remedy="leave --slug out, or name one file at a time")
    found: dict[str, list[Brought]] = {}
    numbers: dict[str, int] = {}
    for group in groups:
        like = checked_slug(slug) if slug else _slug(group[0])
        name = like
        while name in found:
            numbers[like] = numbers.get(like, 1) + 1
            name = f"{like[: MAX_SLUG - 7].strip('-')}-{numbers[like]}"
        found[name] = group
    return list(found.items())


def _slug(one: Brought) -> str:
    """A slug like the article's name; else like its address, where that has words, else like the first claim."""
    metadata, claim = one.foreign.metadata, wording(one.foreign.statements[0])
    address = metadata.url.partition("?")[0].rstrip("/").rpartition("/")[2].partition(".")[0]
    tried = (one.foreign.name, metadata.title, address if "-" in address else "", claim)
    return next((slug for name in tried if (slug := slug_like(name))), f"{one.source.format}-{one.source.sha256[:8]}")


def _article(workspace: Workspace, article: NewArticle, wanted: Wanted, told: list[Told]) -> dict[Path, bytes]:
    """The files of a new article that are not there yet, in an order that leaves nothing unsound where it is cut off.

    An article that was imported before may have been split or updated since: it is not looked at where all reviews are
    there.
    """
    if not article.placed:
        return {}
    reviews = dict(_reviews(workspace, article.slug, article.placed, wanted, told))
    path = workspace.claims_path(article.slug)
    if path.exists() and not reviews:
        return {}
    own = {
        workspace.text_path(article.slug): article.text.encode("utf-8"),
        path: serialised(workspace, path, article.file()),
    }
    for place, data in own.items():
        if place.exists() and storage.read(place) != data:
            raise ConflictError(
                f"there is an article {article.slug!r} already",
                place=workspace.relative(place),
                remedy=f"import into it with --article {article.slug}, or name another with --slug",
            )
    return {place: data for place, data in own.items() if not place.exists()} | reviews


def _reviews(
    workspace: Workspace, slug: str, placed: list[Placed], wanted: Wanted, told: list[Told]
) -> Iterable[tuple[Path, bytes]]:
    """A file for each reviewer, those left out that were imported before."""
    reviewers = Reviewers((one.said for one in placed), wanted.reviewer)
    found: dict[str, tuple[Reviewer, list[Placed]]] = {}
    for one in placed:
        person = reviewers.of(one.said)
        found.setdefault(person.id, (person, []))[1].append(one)
    for person, own in found.values():
        kept = _once(own, told)
        file = _file(workspace, slug, person, kept, wanted.at)
        path = workspace.review_path(slug, person.id)
        if not path.exists():
            told += _doubts(workspace, kept)
            yield path, serialised(workspace, path, file)
        elif not _imported_before(workspace, path, file):
            raise ConflictError(
                "this reviewer has a file there already, and an import changes none",
                place=workspace.relative(path),
                remedy="choose another id with --as",
            )


def _once(placed: list[Placed], told: list[Told]) -> list[Placed]:
    """One review a claim; a second one that says something else is told, the same over again is not."""
    kept: dict[str, Placed] = {}
    for one in placed:
        first = kept.setdefault(one.claim.id, one)
        if first.said.statement != one.said.statement:
            told.append(
                one.said.remark(f"the same reviewer reviews the claim {one.claim.id} twice; the first one stands")
            )
    return list(kept.values())


def _doubts(workspace: Workspace, placed: list[Placed]) -> Iterable[Told]:
    for one in placed:
        if doubt := judged(one.said.statement.rating, workspace.config.verdicts).doubt:
            yield one.said.remark(f"verdict: {doubt}", refused=False)


def _file(workspace: Workspace, slug: str, person: Reviewer, placed: list[Placed], at: str) -> ReviewFile:
    ordered = sorted(placed, key=lambda one: _in_text(one.claim))
    return ReviewFile(
        article=slug,
        reviewer=person,
        added=tuple(one.claim for one in ordered if one.added),
        reviews=tuple(reviewed(one, workspace.config.verdicts, at) for one in ordered),
    )


def _in_text(claim: Claim) -> tuple[int, int, str]:
    return claim.anchors[0].start, claim.anchors[-1].end, claim.id


def _imported_before(workspace: Workspace, path: Path, file: ReviewFile) -> bool:
    """Whether the file there has all of these reviews, whatever became of them since."""
    there = {_origin(review) for review in load(workspace, path, ReviewFile).item.reviews}
    return all(_origin(review) in there for review in file.reviews)


def _origin(review: Review) -> tuple[str, str, str]:
    origin = review.origin
    return (origin.sha256, origin.id, origin.url) if origin else ("", "", "")
