"""A small workspace, made by hand: three sentences, three claims, one reviewer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from claimkit import schemas, storage
from claimkit.annotations.documents import save
from claimkit.annotations.workspace import Workspace
from claimkit.model.article import Article, Heading, Metadata, Sentence, Structure, TextOfRecord
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import Claim, ClaimsFile, Splitter
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Kind, Mode, NoClaim, SourceType

SLUG = "bridge-closed"
TEXT = "Bridge closed\nThe bridge was closed on Monday. The mayor, Ada Stone, said that 12 people were hurt. Why?\n"
AT = "2025-05-10T08:00:00Z"

CONFIG = """\
[publisher]
name = "Example desk"
url = "https://example.org/"

[pages]
url = "https://example.org/fact-checks/{slug}#{claim}"
"""


def anchor(quote: str) -> Anchor:
    """The anchor of the first place of ``quote``."""
    start = TEXT.index(quote)
    return Anchor.at(TEXT, start, start + len(quote))


CLOSED = Claim(
    id="c1111111",
    text="The bridge was closed on Monday.",
    anchors=(anchor("The bridge was closed on Monday."),),
    kind=Kind.FACT,
    proposed_by="rule:main-clause",
)
SAID = Claim(
    id="c2222222",
    text="The mayor, Ada Stone, said that 12 people were hurt.",
    anchors=(anchor("The mayor, Ada Stone, said that 12 people were hurt."),),
    kind=Kind.QUOTATION,
    proposed_by="rule:saying",
)
HURT = Claim(
    id="c3333333",
    text="12 people were hurt.",
    anchors=(anchor("12 people were hurt"),),
    kind=Kind.FACT,
    proposed_by="rule:reported-content",
    attribution=(
        Link(
            source=Source(name="Ada Stone", type=SourceType.PERSON, anchor=anchor("The mayor, Ada Stone")),
            cue=anchor("said"),
            content=(anchor("12 people were hurt"),),
            mode=Mode.INDIRECT,
        ),
    ),
)


def sentence(quote: str, no_claim: NoClaim | None = None) -> Sentence:
    """The sentence that ``quote`` is."""
    found = anchor(quote)
    return Sentence(start=found.start, end=found.end, no_claim=no_claim)


def claims_file() -> ClaimsFile:
    """The claims of the article."""
    heading = anchor("Bridge closed")
    body = anchor(TEXT[heading.end + 1 : -1])
    article = Article(
        slug=SLUG,
        metadata=Metadata(title="Bridge closed", language="en", url="https://example.com/news/1", publisher="Gazette"),
        text=TextOfRecord(file=f"seeds/{SLUG}.txt", sha256=storage.sha256(TEXT.encode()), length=len(TEXT)),
        structure=Structure(
            headings=(Heading(start=heading.start, end=heading.end, level=1),),
            paragraphs=(Span(start=body.start, end=body.end),),
        ),
        sentences=(
            sentence("Bridge closed", NoClaim.HEADING),
            sentence("The bridge was closed on Monday."),
            sentence("The mayor, Ada Stone, said that 12 people were hurt."),
            sentence("Why?", NoClaim.QUESTION),
        ),
    )
    return ClaimsFile(
        article=article,
        splitter=Splitter(name="claimkit", version="0", pipeline="by hand"),
        claims=(CLOSED, SAID, HURT),
    )


def workspace(root: Path) -> Workspace:
    """A workspace in ``root`` with the article in it."""
    (root / "claimkit.toml").write_text(CONFIG, encoding="utf-8")
    (root / "schemas").mkdir()
    for kind in schemas.FileKind:
        (root / "schemas" / kind.file_name).write_text(schemas.text(kind), encoding="utf-8")
    made = Workspace.find(root)
    storage.write(made.text_path(SLUG), TEXT.encode(), replaces=None)
    save(made, made.claims_path(SLUG), claims_file(), replaces=None)
    return made


def with_claims(made: Workspace, *claims: Claim) -> None:
    """Put these claims in place of those that are there."""
    path = made.claims_path(SLUG)
    digest = storage.sha256(path.read_bytes())
    save(made, path, replace(claims_file(), claims=claims), replaces=digest)


def renewed(made: Workspace, *claims: Claim) -> None:
    """The article with a second version of its text, letter by letter the first, and these claims in it."""
    storage.write(made.text_path(SLUG, 2), TEXT.encode(), replaces=None)
    file, path = claims_file(), made.claims_path(SLUG)
    second = replace(file.article.text, file=f"seeds/{SLUG}.2.txt", since=AT, who="desk")
    article = replace(file.article, text=second, earlier=(file.article.text,))
    save(made, path, replace(file, article=article, claims=claims), replaces=storage.sha256(path.read_bytes()))
