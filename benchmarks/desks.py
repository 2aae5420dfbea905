"""Workspaces as large as one likes, for the benchmark of ``check``: real text, our splits, reviews made by a machine.

200 distinct articles of some 500 words are made of PUD's and GUM's raw text and split once, into ``build/checking/``.
A workspace has copies of them under other slugs, each with two to four reviewers' files, and decisions and a ledger on
every third. The same numbers give the same bytes.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.splitting import texts_of
from claimkit import schemas
from claimkit.annotations.documents import load, serialised
from claimkit.annotations.workspace import Workspace
from claimkit.model.claim import Claim, ClaimsFile
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.review import AttributionReview, Evidence, Former, Review, Reviewer, ReviewFile
from claimkit.model.vocabulary import Act, AttributionStatus, Disposition, How, Stage, Stance
from claimkit.splitting.given import Given
from claimkit.splitting.recording import Recorder

BUILD = Path(__file__).parents[1] / "build" / "checking"
DISTINCT = 200
TOML = """\
[publisher]
name = "Example desk"
url = "https://example.org/"

[pages]
url = "https://example.org/fact-checks/{slug}#{claim}"
"""
REVIEWERS = ("ada", "ben", "chi", "dee")
VERDICTS = ("true", "mostly-true", "half-true", "mostly-false", "false")
WORDS = (
    "the minutes of the council a report from the ministry figures published in spring by the statistics office two "
    "witnesses who were there agree on the place the day the number of people and what was said before and after"
)


def workspace(files: int, seed: int = 7, *, all_files: bool = False) -> Workspace:
    """The workspace with about so many claim and review files, or files of all kinds, made unless it is there."""
    root = BUILD / f"desk-{files}"
    done = root / ".made"
    if not done.exists():
        shutil.rmtree(root, ignore_errors=True)
        # four claim and review files an article, a text, and a third of a file of decisions
        _write(root, files * 4 * 3 // (4 * 3 + 3 + 1) if all_files else files, random.Random(seed))  # noqa: S311 - not for secrets
        done.touch()
    return Workspace.find(root)


def annotation_files(made: Workspace) -> tuple[list[Path], list[Path]]:
    """The claim files and the review files."""
    folder = made.root / "annotations"
    return sorted(folder.glob("*/claims.json")), sorted(folder.glob("*/reviews/*.json"))


def _begun(root: Path) -> Workspace:
    (root / "schemas").mkdir(parents=True, exist_ok=True)
    (root / "claimkit.toml").write_text(TOML, encoding="utf-8")
    for kind in schemas.FileKind:
        (root / "schemas" / kind.file_name).write_text(schemas.text(kind), encoding="utf-8")
    return Workspace.find(root)


def _distinct() -> Workspace:
    """The articles, split; what is there already is not split again."""
    made = _begun(BUILD / "distinct")
    pieces = [text for name in ("pud", "gum-train") for text in texts_of(name)]
    texts = [f"{first}\n{second}\n" for first, second in zip(pieces[::2], pieces[1::2], strict=False)]
    recorder = Recorder(made)
    for number, text in enumerate(texts[:DISTINCT]):
        slug = f"article-{number:03}"
        if made.claims_path(slug).exists():
            continue
        given = Given(name=f"{slug}.txt", title=text.split(".")[0][:70], url=f"https://news.example/{slug}")
        recorder.record(text.encode(), given)
    return made


def _write(root: Path, files: int, dice: random.Random) -> None:
    source, made = _distinct(), _begun(root)
    parts = [_parts(source, slug, dice) for slug in source.slugs()]
    written = 0
    for number in count():
        if written >= files:
            return
        slug, part = f"story-{number:06}", parts[number % len(parts)]
        reviewers = REVIEWERS[: dice.randint(2, 4)]
        made.text_path(slug).parent.mkdir(exist_ok=True)
        made.review_path(slug, "ada").parent.mkdir(parents=True)
        made.text_path(slug).write_bytes(part["text"])
        made.claims_path(slug).write_bytes(part["claims"].replace(part["slug"], slug.encode()))
        for reviewer in reviewers:
            made.review_path(slug, reviewer).write_bytes(part[reviewer].replace(part["slug"], slug.encode()))
        if number % 3 == 0:
            made.decisions_path(slug).write_bytes(part["decisions"].replace(part["slug"], slug.encode()))
        written += 1 + len(reviewers)


def _parts(source: Workspace, slug: str, dice: random.Random) -> dict[str, bytes]:
    """All files that a copy of the article may have."""
    document = load(source, source.claims_path(slug), ClaimsFile)
    claims = document.item.claims
    reviews = {reviewer: _reviews(slug, reviewer, claims, dice) for reviewer in REVIEWERS}
    return {
        "slug": slug.encode(),
        "text": source.text_path(slug).read_bytes(),
        "claims": document.text.encode(),
        "decisions": serialised(source, source.decisions_path(slug), _decisions(slug, claims)),
    } | {reviewer: serialised(source, source.review_path(slug, reviewer), file) for reviewer, file in reviews.items()}


def _reviews(slug: str, reviewer: str, claims: tuple[Claim, ...], dice: random.Random) -> ReviewFile:
    """Ada accepts and rates all, so that the desk can settle it; the others differ, reject, and leave drafts."""
    found = [_review(claim, dice, sure=reviewer == "ada") for claim in claims]
    return ReviewFile(
        article=slug, reviewer=Reviewer(id=reviewer, name=f"{reviewer.capitalize()} Stone"), reviews=tuple(found)
    )


def _review(claim: Claim, dice: random.Random, *, sure: bool) -> Review:
    rejected = not sure and dice.random() < 0.1
    when = f"2025-05-{dice.randint(1, 28):02}T{dice.randint(0, 23):02}:00:00Z"
    if rejected:
        return Review(
            claim=claim.id, disposition=Disposition.REJECTED, comment=_words(dice, 8), stage=Stage.DONE, when=when
        )
    verdict = "true" if sure else dice.choice(VERDICTS)
    stance = Stance.REFUTES if "false" in verdict else Stance.SUPPORTS
    history = (Former(when="2025-04-30T09:00:00Z", changed=("verdict",), was={"verdict": "half-true"}),)
    return Review(
        claim=claim.id,
        disposition=Disposition.ACCEPTED,
        attribution=AttributionReview(status=AttributionStatus.CONFIRMED) if claim.attribution else None,
        verdict=verdict,
        confidence=dice.randint(5, 10) / 10,
        rationale=_words(dice, 30),
        evidence=tuple(_evidence(claim, dice, place, stance) for place in range(dice.randint(1, 2))),
        comment=_words(dice, 8) if dice.random() < 0.3 else "",
        stage=Stage.DONE if sure or dice.random() < 0.9 else Stage.DRAFT,
        when=when,
        history=history if dice.random() < 0.2 else (),
    )


def _evidence(claim: Claim, dice: random.Random, place: int, stance: Stance) -> Evidence:
    return Evidence(
        url=f"https://pages.example/{claim.id}/{place}",
        title=_words(dice, 7),
        stance=stance if place == 0 else Stance.CONTEXT,
        publisher="Example Gazette",
        published="2025-04-02",
        accessed="2025-05-01",
        quote=_words(dice, 14),
        note=_words(dice, 12),
    )


def _words(dice: random.Random, most: int) -> str:
    return " ".join(_some(dice, most)).capitalize() + "."


def _some(dice: random.Random, most: int) -> Iterator[str]:
    return (dice.choice(WORDS.split()) for _ in range(dice.randint(most // 2, most)))


def _decisions(slug: str, claims: tuple[Claim, ...]) -> DecisionsFile:
    page = f"https://example.org/fact-checks/{slug}"
    return DecisionsFile(
        article=slug,
        decisions=tuple(_decision(claim) for claim in claims),
        ledger=tuple(
            LedgerEntry(
                claim=claim.id, act=Act.PUBLISHED, date="2025-06-02", who="ada", verdict="true",
                url=f"{page}#{claim.id}",
            )
            for claim in claims
        ),
    )  # fmt: skip


def _decision(claim: Claim) -> Decision:
    return Decision(
        claim=claim.id, verdict="true", review="ada", how=How.ADJUDICATED, who="ada", why="Two sources agree.",
        when="2025-06-01T08:00:00Z",
    )  # fmt: skip
