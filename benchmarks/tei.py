"""Time and memory of a TEI export as long as a book, beside lxml's own parse of the same file.

    make bench-tei

The article is made: 1,000,000 characters in paragraphs of 500, and 10,000 claims of two anchors each, every second of
which overlaps the next, with an attribution, a review and evidence. Each figure is that of a process of its own. The
export is ``render``, from the dossier in memory to the bytes, our own schemas' verdict included; import is from the
bytes to the model; the parse is lxml's, from the same bytes to a tree. The goal is 3 s, and 300 MB for the process.
"""

from __future__ import annotations

import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from claimkit.annotations.documents import Document
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.texts import Texts
from claimkit.model.article import Article, Metadata, Sentence, Structure, TextOfRecord
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import Claim, ClaimsFile, Splitter
from claimkit.model.config import Config, Publisher
from claimkit.model.review import Evidence, Review, Reviewer, ReviewFile
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Disposition, Kind, Mode, SourceType, Stage, Stance

CHARACTERS, CLAIMS, PARAGRAPH = 1_000_000, 10_000, 500
SLUG = "book"
CONFIG = Config(publisher=Publisher(name="Example desk", url="https://example.org/"))
WHEN = "2025-05-10T08:00:00Z"


def main() -> None:
    """Print the figures; with arguments, be one of the processes that are measured."""
    if len(sys.argv) > 1:
        _measure(sys.argv[1], Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.tei.xml")
        figures = {name: _run(name, path) for name in ("export", "parse", "import")}
        size = path.stat().st_size
    print(f"{size / 1e6:.1f} MB of TEI: {CHARACTERS:,} characters, {CLAIMS:,} claims; goal 3 s, 300 MB")
    parse, grown = figures["parse"][0], figures["parse"][2] - figures["parse"][1]
    for name, (seconds, before, peak) in figures.items():
        print(f"{name:6} {seconds:5.2f} s, {seconds / parse:4.1f} x parse; ", end="")
        print(f"peak {peak:4.0f} MB, {peak - before:4.0f} MB of it new, {(peak - before) / grown:3.1f} x parse")


def dossier() -> Dossier:
    """The book. All its words are made of its offsets, so that no two sentences are the same."""
    lines = (
        f"Sentence {place:09d} says that the bridge over the river was closed." for place in range(0, CHARACTERS, 50)
    )
    text = " ".join(lines)[:CHARACTERS]
    blocks = [
        Span(start=start, end=min(start + PARAGRAPH, CHARACTERS) - 1) for start in range(0, CHARACTERS, PARAGRAPH)
    ]
    text = "".join(text[block.start : block.end] + "\n" for block in blocks)
    article = Article(
        slug=SLUG,
        metadata=Metadata(title="A book", language="en"),
        text=TextOfRecord(file=f"seeds/{SLUG}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), length=len(text)),
        structure=Structure(paragraphs=tuple(blocks)),
        sentences=tuple(Sentence(start=block.start, end=block.end) for block in blocks),
    )
    claims = tuple(_claim(number, text) for number in range(CLAIMS))
    splitter = Splitter(name="claimkit", version="0", pipeline="none")
    reviews = ReviewFile(article=SLUG, reviewer=Reviewer(id="ada"), reviews=tuple(_review(claim) for claim in claims))
    return Dossier(
        slug=SLUG,
        texts=Texts(text),
        claims=Document(
            item=ClaimsFile(article=article, splitter=splitter, claims=claims), path=Path(), digest="", text=""
        ),
        reviews=(Document(item=reviews, path=Path(), digest="", text=""),),
        decisions=None,
    )


def _claim(number: int, text: str) -> Claim:
    start = number * (CHARACTERS // CLAIMS)
    anchors = (
        Anchor.at(text, start, start + 20),
        Anchor.at(text, start + 30, min(start + 69 + 40 * (number % 2), len(text))),
    )
    source = Source(name=f"Source {number % 50}", type=SourceType.PERSON, anchor=Anchor.at(text, start + 2, start + 10))
    link = Link(source=source, cue=Anchor.at(text, start + 11, start + 15), content=anchors[1:], mode=Mode.INDIRECT)
    return Claim(
        id=f"c{number:07x}",
        text=f"The bridge over river {number} was closed.",
        anchors=anchors,
        kind=Kind.FACT,
        kind_reason="it states what is or was",
        proposed_by="rule:main-clause",
        attribution=(link,),
    )


def _review(claim: Claim) -> Review:
    page = Evidence(url=f"https://example.org/{claim.id}", title="Minutes", stance=Stance.SUPPORTS, quote="was closed")
    return Review(
        claim=claim.id,
        disposition=Disposition.ACCEPTED,
        verdict="true",
        confidence=0.8,
        rationale="The minutes say so.",
        evidence=(page,),
        stage=Stage.DONE,
        when=WHEN,
    )


def _run(name: str, path: Path) -> tuple[float, float, float]:
    """Seconds, and the peak of memory in MB before and at the end, of a process that does it once."""
    command = [sys.executable, "-m", "benchmarks.tei", name, str(path)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - ourselves
    seconds, before, peak = map(float, out.split())
    return seconds, before, peak


def _measure(name: str, path: Path) -> None:
    work = {"export": _export, "parse": _parse, "import": _import}[name](path)
    before, start = _peak(), time.perf_counter()
    work()
    print(time.perf_counter() - start, before, _peak())


def _export(path: Path) -> Callable[[], object]:
    from claimkit.export.tei import render  # noqa: PLC0415 - a process loads what it measures

    given = dossier()
    return lambda: path.write_bytes(next(iter(render(given, CONFIG).files.values())))


def _parse(path: Path) -> Callable[[], object]:
    from lxml import etree  # noqa: PLC0415

    data = path.read_bytes()
    return lambda: etree.fromstring(data)


def _import(path: Path) -> Callable[[], object]:
    from claimkit.imports.tei import read  # noqa: PLC0415

    data = path.read_bytes()
    return lambda: read(data, path.name)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
