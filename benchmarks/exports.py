"""Rendering 10,000 claims to each format against bare serialisation of the same objects, and memory over articles.

    make bench-exports

The objects are what the rendered files hold, read back: json.dumps writes them as the format has them (indented where
it is, a line each where it is), csv.writer the rows, lxml's tostring the tree, pyarrow the table. A render does all of
it from the dossier: how each claim stands, the gate, the words looked up in the text, the objects, the bytes. Both are
run in turn, five times; the ratio is that of each pair. Memory is the peak of a process that runs ``claimkit feed``.
"""

from __future__ import annotations

import csv
import gc
import io
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow
from lxml import etree
from pyarrow import parquet

from claimkit.annotations.documents import Document, save
from claimkit.annotations.dossiers import Dossier
from claimkit.annotations.texts import Texts
from claimkit.annotations.workspace import Workspace
from claimkit.export import FORMATS, exporter
from claimkit.model.article import Article, Metadata, Structure, TextOfRecord
from claimkit.model.attribution import Link, Source
from claimkit.model.claim import CheckWorthiness, Claim, ClaimsFile, Splitter
from claimkit.model.config import Config, Publisher
from claimkit.model.decision import Decision, DecisionsFile, LedgerEntry
from claimkit.model.review import Evidence, Review, Reviewer, ReviewFile
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Act, Disposition, How, Kind, Mode, SourceType, Stage, Stance
from claimkit.storage import sha256, write

CLAIMS = 10_000
PAIRS = 5
PAGES = frozenset({"html", "snippet", "report"})
"""What templates make of the article: there is no object that could be serialised bare."""
ARTICLES = (30, 100, 200)
CONFIG = Config(publisher=Publisher(name="Example desk", url="https://example.org/"))
TOML = '[publisher]\nname = "Example desk"\nurl = "https://example.org/"\n'


def main() -> None:
    """Print a row a format, then the peaks of memory."""
    dossier = made("long", CLAIMS)
    print(f"{CLAIMS:,} claims, each reviewed and published")
    for name in FORMATS:
        if name not in PAGES:
            _measure(name, dossier)
    for count in ARTICLES:
        print(f"claimkit feed, {count:4} articles of 100 claims: peak {_peak(count):4.0f} MB")


def made(slug: str, count: int) -> Dossier:
    """An article of so many sentences, each with a published claim of two stretches, a speaker, a review, a page."""
    lines = [
        f"The mayor said in report {number} that {number} bridges, among them old ones, were closed."
        for number in range(count)
    ]
    text = "\n".join(lines) + "\n"
    claims, start = [], 0
    for number, line in enumerate(lines):
        claims.append(_claim(text, start, line, number))
        start += len(line) + 1
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    paragraphs = tuple(Span(start=at, end=at + len(line)) for at, line in zip(starts, lines, strict=False))
    data = text.encode()
    article = Article(
        slug=slug,
        metadata=Metadata(title="Bridges", language="en", url=f"https://example.com/{slug}", publisher="Gazette"),
        text=TextOfRecord(file=f"seeds/{slug}.txt", sha256=sha256(data), length=len(text)),
        structure=Structure(paragraphs=paragraphs),
    )
    splitter = Splitter(name="claimkit", version="0", pipeline="by hand")
    reviews = ReviewFile(
        article=slug, reviewer=Reviewer(id="ada", name="Ada Stone"), reviews=tuple(map(_review, claims))
    )
    page = f"https://example.org/fact-checks/{slug}"
    decisions = DecisionsFile(
        article=slug, decisions=tuple(map(_decision, claims)), ledger=tuple(_entry(claim, page) for claim in claims)
    )
    return Dossier(
        slug=slug,
        texts=Texts(text),
        claims=_document(ClaimsFile(article=article, splitter=splitter, claims=tuple(claims))),
        reviews=(_document(reviews),),
        decisions=_document(decisions),
    )


def _claim(text: str, start: int, line: str, number: int) -> Claim:
    def at(words: str) -> Anchor:
        first = start + line.index(words)
        return Anchor.at(text, first, first + len(words))

    source = Source(name="the mayor", type=SourceType.PERSON, anchor=at("The mayor"), role="mayor")
    return Claim(
        id=f"c{number:07x}",
        text=f"{number} bridges were closed.",
        anchors=(at(f"{number} bridges"), at("were closed")),
        kind=Kind.FACT,
        proposed_by="rule:reported-content",
        check_worthiness=CheckWorthiness(score=0.5, reasons=("it gives a number",)),
        attribution=(Link(source=source, cue=at("said"), mode=Mode.INDIRECT),),
    )


def _review(claim: Claim) -> Review:
    evidence = Evidence(
        url=f"https://news.example/{claim.id}", title="Minutes of the council", stance=Stance.SUPPORTS,
        publisher="Council", published="2025-05-08", quote="the bridges are closed",
    )  # fmt: skip
    return Review(
        claim=claim.id, disposition=Disposition.ACCEPTED, verdict="true", rationale="The minutes say so.",
        confidence=0.9, evidence=(evidence,), stage=Stage.DONE, when="2025-05-10T08:00:00Z",
    )  # fmt: skip


def _decision(claim: Claim) -> Decision:
    return Decision(
        claim=claim.id, verdict="true", review="ada", how=How.SINGLE, who="desk", when="2025-05-11T08:00:00Z"
    )


def _entry(claim: Claim, page: str) -> LedgerEntry:
    return LedgerEntry(
        claim=claim.id, act=Act.PUBLISHED, date="2025-05-11", who="desk", verdict="true", url=f"{page}#{claim.id}"
    )


def _document(item: Any) -> Document[Any]:
    return Document(item=item, path=Path("x.json"), digest="", text="")


def _measure(name: str, dossier: Dossier) -> None:
    render = exporter(name)
    files = render(dossier, CONFIG).files
    bare = _bare(name, files)
    pairs = [(_seconds(lambda: render(dossier, CONFIG)), _seconds(bare)) for _ in range(PAIRS)]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    size = sum(map(len, files.values())) / 1e6
    print(f"{name:14} {size:5.1f} MB   render {ours:5.2f} s   bare {theirs:5.2f} s   ", end="")
    print(f"ratio {statistics.median(ratios):5.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}); goal 2", flush=True)


def _bare(name: str, files: dict[str, bytes]) -> Callable[[], object]:
    """What serialises the same objects, made here, and nothing more."""
    contents = list(files.values())
    if name in {"tei", "atom"}:
        root = etree.fromstring(contents[0], etree.XMLParser(huge_tree=True))
        return lambda: etree.tostring(root, encoding="UTF-8")
    if name == "csv":
        rows = list(csv.reader(io.StringIO(contents[0].decode(), newline="")))
        return lambda: _csv(rows)
    if name == "parquet":
        table = parquet.read_table(io.BytesIO(contents[0])).to_pylist()
        schema = parquet.read_schema(io.BytesIO(contents[0]))
        return lambda: _parquet(table, schema)
    if name in {"claimreview", "duke", "google-api"}:
        objects = [json.loads(data) for data in contents]
        return lambda: [json.dumps(one, ensure_ascii=False, indent=2).encode() for one in objects]
    if name == "jsonl":
        objects = [json.loads(line) for line in contents[0].splitlines()]
        return lambda: [json.dumps(one, ensure_ascii=False).encode() for one in objects]
    whole = json.loads(contents[0])
    return lambda: json.dumps(whole, ensure_ascii=False).encode()


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue().encode()


def _parquet(rows: list[dict[str, Any]], schema: Any) -> bytes:
    out = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), out, compression="zstd")
    return bytes(out.getvalue())


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    done = work()
    taken = time.process_time() - start
    del done
    return taken


def _peak(count: int) -> float:
    """The peak of ``claimkit feed`` over so many articles, in MB."""
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / "claimkit.toml").write_text(TOML)
        workspace = Workspace.find(folder)
        for number in range(count):
            _put(workspace, made(f"a{number}", 100))
        command = [sys.executable, "-c", _WATCHED, sys.executable, "-m", "claimkit", "-C", str(folder), "feed"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    finally:
        shutil.rmtree(folder)
    return int(done.stdout) / 1024


# A process counts as its own peak what the one that started it had in memory then: so a small one starts it.
_WATCHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _put(workspace: Workspace, dossier: Dossier) -> None:
    slug = dossier.slug
    write(workspace.text_path(slug), dossier.text.encode(), replaces=None)
    save(workspace, workspace.claims_path(slug), dossier.claims.item, replaces=None)
    save(workspace, workspace.review_path(slug, "ada"), dossier.reviews[0].item, replaces=None)
    if dossier.decisions:
        save(workspace, workspace.decisions_path(slug), dossier.decisions.item, replaces=None)


if __name__ == "__main__":
    main()
