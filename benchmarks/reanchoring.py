"""Anchors found again in revised articles, by claimkit and by Hypothesis' method, in one run.

    make bench-reanchoring                    the held-out half
    python -m benchmarks.reanchoring dev      the half by which the thresholds were set
    python -m benchmarks.reanchoring dev -v   and every anchor that was not found right

Articles: GUM's news documents, PUD's sentences ten by ten (CLAIMKIT_DATA) and, held out, the seed article. Every second
one is for development; the halves have seeds of their own, and what is put into an article comes from its own half.
Anchors: those of claims, cues, sources and contents, coarse and fine, as the splitter makes them. Revisions:
benchmarks/revisions.py. Where the truth is one place, *right* is that place to the letter, but for white space at its
ends.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks import quote_matching
from benchmarks.revisions import EDITS, MIXED, Cell, drafted, near_twin, revised
from claimkit.annotations.reanchoring import Moved, Revision
from claimkit.articles.plain import structure
from claimkit.model.spans import Anchor
from claimkit.model.vocabulary import Granularity
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.splitter import split_article
from training.treebanks import DATA, documents

Article = list[list[str]]
Answers = list[tuple[tuple[int, int] | None, bool]]
HALVES = {"dev": 0, "held-out": 1}
STANDS, CHANGED, GONE, OPEN, TWIN = "stands", "changed in place", "gone", "open", "twin beside"
TWINS = "deleted, near-twin stays"
_WORD = 30
"""Code points within which the word beside a sentence begins or ends."""

SEED = Path(__file__).parents[1] / "seeds" / "us-reaffirms-support-for-india.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What became of an anchor: which of the five, and the span where there is one.

    *Open* is what nobody could tell: the words are gone, but a copy made before stays, which could as well be they,
    moved; or such a copy has as many of their neighbours as they have; or they were torn apart. *Twin
    beside* is open too: the sentence stands twice, side by side.
    """

    case: str
    span: tuple[int, int] | None = None


def main() -> None:
    """Print a table for each of the two methods."""
    half = next((name for name in HALVES if name in sys.argv), "held-out")
    nlp, rng = load_pipeline(), random.Random(f"reanchoring {half}")  # noqa: S311 - a benchmark that can be repeated
    counts: dict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    seconds: dict[str, float] = defaultdict(float)
    all_articles = list(articles(half))
    sentences = [[text for paragraph in article for text in paragraph] for article in all_articles]
    for number, article in enumerate(all_articles):
        others = [text for place, texts in enumerate(sentences) if place != number for text in texts]
        with_twins = _with_twins(article, rng)
        for kind in [*EDITS, MIXED, MIXED]:
            given = with_twins if kind == TWINS else article
            old, draft = drafted(given, others)
            anchors = anchors_of(old, nlp)
            new = revised(draft, kind, rng)
            cells, truths = draft.cells(), []
            truths = [truth(anchor, old, cells, draft.twins) for anchor in anchors]
            for method, results in _found(old, new, anchors, seconds).items():
                for anchor, fate, (span, changed) in zip(anchors, truths, results, strict=True):
                    outcome = judged(fate, span, new)
                    counts[method][kind, fate.case, outcome] += 1
                    if method == "claimkit" and fate.case == STANDS and outcome == "right" and changed:
                        counts["changed"][kind, "", ""] += 1
                    if method == "claimkit" and fate.case == CHANGED and outcome == "right" and not changed:
                        counts["unchanged"][kind, "", ""] += 1
                    if "-v" in sys.argv and method == "claimkit" and outcome != "right":
                        _tell(f"{outcome} | {kind}", anchor, fate, span, old, new)
    _print(half, len(all_articles), counts, seconds)


def articles(half: str) -> Iterator[Article]:
    """The articles of one half, as paragraphs of sentences."""
    try:
        news = [doc for part in ("train", "dev", "test") for doc in documents(f"gum-{part}") if "_news_" in doc.name]
        pud = [document.sentences[0].text for document in documents("pud")]
    except OSError:
        sys.exit(f"GUM and PUD are not in {DATA / 'treebanks'}; name their folder in CLAIMKIT_DATA")
    found = [[[sentence.text for sentence in paragraph] for paragraph in doc.paragraphs] for doc in news]
    found += [[pud[start : start + 5], pud[start + 5 : start + 10]] for start in range(0, len(pud), 10)]
    yield from islice(found, HALVES[half], None, 2)
    if half == "held-out":
        lines = SEED.read_text(encoding="utf-8").splitlines()
        yield [re.split(r"(?<=[.!?]) (?=[A-Z])", line) for line in lines if line.strip()]


_ANCHORS: dict[str, list[Anchor]] = {}


def anchors_of(text: str, nlp: Any) -> list[Anchor]:
    """What claims, coarse and fine, and their attributions rest on, each span once, in the order of the text."""
    if text not in _ANCHORS:
        found: set[Anchor] = set()
        for granularity in Granularity:
            for claim in split_article(text, structure(text), nlp, granularity=granularity).claims:
                found |= {*claim.anchors, *claim.antecedents}
                for link in claim.attribution:
                    found |= {anchor for anchor in (link.cue, link.source.anchor, *link.content) if anchor}
        _ANCHORS[text] = sorted(found)
    return _ANCHORS[text]


def _with_twins(article: Article, rng: random.Random) -> Article:
    """The article with near-twins of a fifth of its sentences, in other places."""
    made = [list(paragraph) for paragraph in article]
    every = [text for paragraph in article for text in paragraph]
    for text in rng.sample(every, max(1, len(every) // 5)):
        paragraph = rng.choice(made)
        twin = "".join(char for char, _ in near_twin([(char, -1) for char in text], rng))
        if twin != text:
            paragraph.insert(rng.randint(0, len(paragraph)), twin)
    return made


def truth(anchor: Anchor, old: str, cells: list[Cell], twins: list[tuple[int, int]]) -> Truth:
    """What became of an anchor, by the cells of the new text."""
    places = [place for place, (_, origin) in enumerate(cells) if anchor.start <= origin < anchor.end]
    if all(cells[place][0].isspace() for place in places):
        copied = any(anchor.start <= -2 - origin < anchor.end and not char.isspace() for char, origin in cells)
        return Truth(case=OPEN if copied else GONE)
    span = (places[0], places[-1] + 1)
    for twin in twins:
        if twin[0] <= anchor.start and anchor.end <= twin[1] and _side_by_side(twin, cells):
            return Truth(case=TWIN, span=span)
    copies = [place for place, (_, origin) in enumerate(cells) if anchor.start <= -2 - origin < anchor.end]
    if copies and _kept(copies[0], copies[-1], cells, old) >= _kept(places[0], places[-1], cells, old):
        return Truth(case=OPEN, span=span)
    origins = [cells[place][1] for place in places]
    if origins != sorted(origins) or span[1] - span[0] > 2 * len(anchor.quote) + 40:
        return Truth(case=OPEN)
    new = "".join(char for char, _ in cells[span[0] : span[1]])
    return Truth(case=STANDS if _plain(new) == _plain(anchor.quote) else CHANGED, span=span)


def _kept(first: int, last: int, cells: list[Cell], old: str) -> int:
    """On how many sides, 0 to 2, the sentence, or its copy, at these cells has the neighbour that it had."""
    copied = cells[first][1] < 0
    while first > 0 and cells[first - 1][1] != -1 and (cells[first - 1][1] < 0) == copied:
        first -= 1
    while last + 1 < len(cells) and cells[last + 1][1] != -1 and (cells[last + 1][1] < 0) == copied:
        last += 1
    start, end = ((-2 - origin if copied else origin) for origin in (cells[first][1], cells[last][1]))
    before = next((origin for char, origin in reversed(cells[:first]) if not char.isspace()), 0)
    after = next((origin for char, origin in cells[last + 1 :] if not char.isspace()), len(old))
    return int(0 <= start - before < _WORD) + int(0 <= after - end < _WORD)


def _side_by_side(twin: tuple[int, int], cells: list[Cell]) -> bool:
    """Whether the original of a sentence and its copy still stand next to each other."""
    originals = [place for place, (_, origin) in enumerate(cells) if twin[0] <= origin < twin[1]]
    copies = [place for place, (_, origin) in enumerate(cells) if twin[0] <= -2 - origin < twin[1]]
    before = (originals[0] - place for place in copies if place < originals[0])
    after = (place - originals[-1] for place in copies if place > originals[-1])
    return min((*before, *after), default=len(cells)) <= 3


_FORMS = str.maketrans({**dict.fromkeys('"“”‘’', "'"), **dict.fromkeys("‐–—", "-")})


def _plain(text: str) -> str:
    return " ".join(text.translate(_FORMS).replace("--", "-").split())


def _found(old: str, new: str, anchors: list[Anchor], seconds: dict[str, float]) -> dict[str, Answers]:
    """For each method, for each anchor: the span that it gives, and whether it says that the words changed."""
    start = time.process_time()
    revision = Revision(old, new)
    outcomes = [revision.find(anchor) for anchor in anchors]
    ours: Answers = [
        ((it.anchor.start, it.anchor.end), it.changed) if isinstance(it, Moved) else (None, False) for it in outcomes
    ]
    seconds["claimkit"] += time.process_time() - start
    start = time.process_time()
    theirs: Answers = [(quote_matching.found(new, anchor), False) for anchor in anchors]
    seconds["Hypothesis"] += time.process_time() - start
    return {"claimkit": ours, "Hypothesis": theirs}


def judged(fate: Truth, span: tuple[int, int] | None, new: str) -> str:
    """How an answer compares with the truth: right, other edges, wrong, orphaned."""
    if fate.case == OPEN:
        return "placed" if span else "orphaned"
    if span is None:
        return "right" if fate.case == GONE else "orphaned"
    if fate.span is None:
        return "wrong"
    if _trimmed(span, new) == _trimmed(fate.span, new):
        return "right"
    shared = min(span[1], fate.span[1]) - max(span[0], fate.span[0])
    whole = max(span[1], fate.span[1]) - min(span[0], fate.span[0])
    return "other edges" if fate.case == CHANGED and shared * 2 >= whole else "wrong"


def _trimmed(span: tuple[int, int], new: str) -> tuple[int, int]:
    words = new[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(words.rstrip())


def _tell(case: str, anchor: Anchor, fate: Truth, span: tuple[int, int] | None, old: str, new: str) -> None:
    """Show an anchor that was not found right: where it stood, where it went, where it was found, and why."""
    print(f"\n{case} | {fate.case}\n  old   {_shown(old, (anchor.start, anchor.end))}")
    if fate.span:
        print(f"  truth {_shown(new, fate.span)}")
    if span:
        print(f"  found {_shown(new, span)}")
    result = Revision(old, new).find(anchor)
    print(f"  {', '.join(result.signals) if isinstance(result, Moved) else result.reason}")


def _shown(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return f"{text[max(0, start - 60) : start]!r} [{text[start:end]}] {text[end : end + 60]!r}"


def _print(half: str, size: int, counts: dict[str, Counter[tuple[str, str, str]]], seconds: dict[str, float]) -> None:
    pairs = sum(counts["claimkit"].values())
    print(f"\n{half}: {size} articles, {pairs:,} anchors in revisions")
    for method in ("claimkit", "Hypothesis"):
        print(f"\n{method}, {seconds[method]:.1f} s\n")
        print(
            "| revision | stands: right | wrong | orphaned | changed: right | other edges | wrong | orphaned | ", end=""
        )
        print("gone: orphaned | wrong | open: refused | placed | twin beside: refused | original | copy |")
        print("|---" * 15 + "|")
        for kind in [*EDITS, MIXED, "all"]:
            print(f"| {kind} | " + " | ".join(_cells(counts[method], kind)) + " |")
    told = {name: sum(counts[name].values()) for name in ("changed", "unchanged")}
    print(f"\nclaimkit: said to be changed, though they stand: {told['changed']}; ", end="")
    print(f"not said so, though changed: {told['unchanged']}")


def _cells(counts: Counter[tuple[str, str, str]], kind: str) -> Iterator[str]:
    columns = [(STANDS, "right"), (STANDS, "wrong"), (STANDS, "orphaned"), (CHANGED, "right"), (CHANGED, "other edges")]
    columns += [(CHANGED, "wrong"), (CHANGED, "orphaned"), (GONE, "right"), (GONE, "wrong")]
    columns += [(OPEN, "orphaned"), (OPEN, "placed")]
    columns += [(TWIN, "orphaned"), (TWIN, "right"), (TWIN, "wrong")]
    for case, outcome in columns:
        total = sum(count for key, count in counts.items() if key[1] == case and kind in {key[0], "all"})
        count = sum(count for key, count in counts.items() if key[1:] == (case, outcome) and kind in {key[0], "all"})
        share = f" ({100 * count / total:.2f} %)" if total and kind == "all" else ""
        yield f"{count:,}{share}" if total else ""


if __name__ == "__main__":
    main()
