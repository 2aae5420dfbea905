"""The splitter's own code against the parser below it, and its memory over a batch, in one run.

    make bench-splitting

The articles are made of GUM's and PUD's raw text, which is in the folder that CLAIMKIT_DATA names: paragraphs of one
document, or PUD's sentences ten by ten, until some 250 words are full. The parser's time is spaCy's, the tokenizer and
the pipeline; all else that ``split_article`` does is our own. The goal is a ratio of at most a quarter. Memory is the
peak of a process that runs ``claimkit split --jsonl``, which must not grow with the articles.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from claimkit.articles.plain import structure
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.splitter import split_article
from training.treebanks import DATA, documents, text_of

ARTICLES = 1_000
BLOCK = 100
WORDS = 250
BATCHES = (100, 300, 1_000)
TREEBANKS = ("gum-train", "gum-dev", "gum-test", "pud")


class Timed:
    """A pipeline that counts the seconds that it takes."""

    def __init__(self, nlp: Any) -> None:
        self._nlp, self.seconds = nlp, 0.0

    def make_doc(self, text: str) -> Any:
        """The tokenizer's work."""
        return self._counted(self._nlp.make_doc, text)

    def __call__(self, doc: Any) -> Any:
        """The work of all that follows the tokenizer."""
        return self._counted(self._nlp, doc)

    def _counted(self, work: Any, given: Any) -> Any:
        start = time.process_time()
        done = work(given)
        self.seconds += time.process_time() - start
        return done


def main() -> None:
    """Print the ratios, coarse and fine, and the peaks of memory."""
    texts = articles()
    if not texts:
        sys.exit(f"neither GUM nor PUD is in {DATA / 'treebanks'}; name their folder in CLAIMKIT_DATA")
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts):,} articles of {words / len(texts):.0f} words")
    nlp = load_pipeline()
    for granularity in Granularity:
        _print_ratio(granularity, list(_measured(texts, nlp, granularity)), words)
    for count in BATCHES:
        print(f"split --jsonl, {count:5,} articles   peak {_peak(texts[:count]):4.0f} MB")


def articles() -> list[str]:
    """The articles, each of some 250 words; empty where there is no treebank. What is missing is told."""
    parts: list[str] = []
    for name in TREEBANKS:
        try:
            parts += texts_of(name)
        except OSError:
            print(f"skipped: {name} is not in {DATA / 'treebanks'}")
    return list(islice(cycle(parts), ARTICLES)) if parts else []


def texts_of(name: str) -> Iterator[str]:
    """A treebank's text, as articles of some 250 words; raises ``OSError`` where the file is missing."""
    if name == "pud":
        paragraphs = [text_of(document.sentences)[0] for document in documents(name)]
        yield from ("\n".join(" ".join(five) for five in _by(5, ten)) for ten in _by(10, paragraphs))
        return
    for document in documents(name):
        full: list[str] = []
        for paragraph in document.paragraphs:
            full.append(text_of(paragraph)[0])
            if sum(len(text.split()) for text in full) >= WORDS:
                yield "\n".join(full)
                full = []
        if full:
            yield "\n".join(full)


def _by(count: int, texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[start : start + count] for start in range(0, len(texts), count))


def _measured(texts: list[str], nlp: Any, granularity: Granularity) -> Iterator[tuple[float, float]]:
    """Seconds of our own and of the parser, for each hundred articles."""
    _split(texts[:5], nlp, granularity)
    for block in _by(BLOCK, texts):
        timed = Timed(nlp)
        start = time.process_time()
        _split(block, timed, granularity)
        yield time.process_time() - start - timed.seconds, timed.seconds


def _split(texts: Iterable[str], nlp: Any, granularity: Granularity) -> None:
    for text in texts:
        split_article(text, structure(text), nlp, granularity=granularity)


def _print_ratio(granularity: Granularity, rows: list[tuple[float, float]], words: int) -> None:
    own, parser = (sum(column) for column in zip(*rows, strict=True))
    blocks = [ours / theirs for ours, theirs in rows]
    speed = words / (own + parser)
    print(f"{granularity:6}   own {own:5.1f} s   parser {parser:5.1f} s   {speed:5,.0f} words/s   ", end="")
    print(f"ratio {own / parser:.3f} (by hundreds: median {statistics.median(blocks):.3f}, ", end="")
    print(f"min {min(blocks):.3f}, max {max(blocks):.3f}); goal 0.25")


def _peak(texts: list[str]) -> float:
    """The peak of ``claimkit split --jsonl`` over these articles, in MB."""
    lines = "".join(json.dumps({"id": str(place), "text": text}) + "\n" for place, text in enumerate(texts))
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "articles.jsonl")
        given.write_text(lines, encoding="utf-8")
        Path(folder, "claimkit.toml").write_text('[publisher]\nname = "X"\nurl = "https://example.org/"\n')
        with given.open("rb") as articles_in, Path(folder, "claims.jsonl").open("wb") as claims_out:
            command = [sys.executable, "-m", "claimkit", "-C", folder, "split", "--jsonl"]
            process = subprocess.Popen(command, stdin=articles_in, stdout=claims_out)  # noqa: S603 - our own command
            _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit("claimkit split --jsonl failed")
    return used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
