"""Named entities for training and for measuring: UNER's layers, and names drawn from GUM's entity spans.

A word's tag is ``O``, ``B-TYPE``, ``I-TYPE``, or None where the annotation does not say (UNER knows persons,
organizations and places alone, so a proper noun outside of these may be anything else).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.treebanks import DATA, Document, Sentence, Word

GUM = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "object": "PRODUCT",
    "abstract": "MISC",
    "time": "DATE",
}
UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
TYPES = ("DATE", "EVENT", "LOC", "MISC", "NORP", "ORG", "PERSON", "PRODUCT")

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november")
_SHORT = ("tues", "thur", "thurs", "sept", "december", "dec")
_CALENDAR = frozenset({*_DAYS, *_MONTHS, *_SHORT, *(name[:3] for name in (*_DAYS, *_MONTHS))})
_YEAR = re.compile(r"(1\d|20)\d\d('?s)?")
_LINKS = frozenset({"of", "the", "for", "and", "&", "-", "–", "'s", "’s", "de", "del", "la", "von", "van", "al"})
_TITLES = frozenset({"nmod:desc", "compound", "appos", "amod", "det", "nmod:poss"})
_MARK = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")

Span = tuple[int, int, str]
"""First word, one past the last, type; counted within the sentence."""


def uner(name: str, data: Path = DATA) -> dict[str, list[str]]:
    """The tags of a UNER file by the words of the sentence joined with blanks; ``name`` as ``en_ewt-ud-dev``."""
    found: dict[str, list[str]] = {}
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(data / "treebanks" / f"uner-{name}.iob2.gz", "rt", encoding="utf-8") as file:
        for line in [*file, ""]:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 2 and not line.startswith("# "):
                words.append(cells[1])
                mark, _, kind = cells[2].partition("-")
                tags.append(f"{mark}-{UNER[kind]}" if kind in UNER else "O")
            elif not line.strip() and words:
                found[" ".join(words)] = tags
                words, tags = [], []
    return found


def uner_tags(sentence: Sentence, layer: dict[str, list[str]]) -> list[str | None] | None:
    """The sentence's tags in that layer, None where it does not say; None: the layer lacks the sentence."""
    tags = layer.get(" ".join(word.form for word in sentence.words))
    if tags is None:
        return None
    return [_known(word, tag) for word, tag in zip(sentence.words, tags, strict=True)]


def gum_tags(document: Document) -> dict[str, list[str | None]]:
    """The tags of each sentence of a GUM document, by sentence id."""
    found = {}
    for sentence, spans in zip(document.sentences, _spans(document), strict=True):
        tags: list[str | None] = ["O"] * len(sentence.words)
        for start, end, kind in spans:
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        found[sentence.id] = tags
    return found


def _known(word: Word, tag: str) -> str | None:
    unsaid = word.upos in {"PROPN", "NUM"} or word.xpos in {"NNP", "NNPS"} or word.form.lower() in _CALENDAR
    return None if tag == "O" and unsaid else tag


def _spans(document: Document) -> Iterator[list[Span]]:
    opened: dict[str, list[tuple[str, int, int]]] = {}
    for number, sentence in enumerate(document.sentences):
        candidates = []
        for index, word in enumerate(sentence.words):
            for opening, alone, closing in _MARK.findall(word.misc.get("Entity") or ""):
                mark = (opening or closing).split("-")
                if opening:
                    opened.setdefault(mark[0], []).append((mark[1], number, index))
                if (alone or closing) and opened.get(mark[0]):
                    kind, where, start = opened[mark[0]].pop()
                    if where == number and kind in GUM:
                        candidates.append(_name(sentence.words, start, index + 1, GUM[kind]))
        yield _longest(span for span in candidates if span)


def _longest(spans: Iterator[Span]) -> list[Span]:
    """Spans that do not overlap; the longer wins, then the earlier, then what closes first."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)


def _name(words: Sequence[Word], start: int, end: int, kind: str) -> Span | None:
    """The name within a mention: proper nouns around its head, with what links them; None where the head is no name."""
    if kind == "DATE":
        return _date(words, start, end)
    heads = [index for index in range(start, end) if not start < words[index].head <= end]
    if len(heads) != 1 or not _proper(words[heads[0]]):
        return None
    first, past = heads[0], heads[0] + 1
    while first > start and (left := _to_left(words, start, first, kind)):
        first = left - 1
    while past < end and (right := _to_right(words, past, end, heads[0], kind)):
        past = right
    if kind == "PERSON" and words[heads[0]].xpos == "NNPS":
        kind = "NORP"
    return first, past, kind


def _to_left(words: Sequence[Word], start: int, first: int, kind: str) -> int:
    """One more than the new first word, or 0: the word before belongs to the name."""
    before = words[first - 1]
    if _proper(before) and not (kind == "PERSON" and before.deprel in _TITLES):
        return first
    linked = before.form in {"-", "–", "&", "."} and first - 2 >= start and _proper(words[first - 2])
    return first - 1 if linked else 0


def _to_right(words: Sequence[Word], past: int, end: int, head: int, kind: str) -> int:
    """The new end, or 0: the word after belongs to the name, alone or with what it links."""
    after = words[past]
    if after.deprel == "flat" or (_proper(after) and after.deprel in {"compound", "nummod", "nmod:desc"}):
        return past + 1
    if after.deprel == "nummod" and kind in {"EVENT", "PRODUCT", "MISC"}:
        return past + 1
    reach = past
    while reach < end and words[reach].form.lower() in _LINKS:
        reach += 1
    if reach == past or reach >= end or not _proper(words[reach]):
        return 0
    target = words[reach]
    if target.deprel == "conj" and target.head - 1 == head:
        return 0
    joined = after.form in {"-", "–", "&"} or (kind != "PERSON" and target.deprel in {"nmod", "conj", "flat"})
    return reach + 1 if joined else 0


def _date(words: Sequence[Word], start: int, end: int) -> Span | None:
    if end - start > 8:
        return None
    while start < end - 1 and words[start].upos in {"ADP", "DET", "PUNCT", "ADV"}:
        start += 1
    for word in words[start:end]:
        if (word.upos == "PROPN" and word.form.lower().strip(".") in _CALENDAR) or _YEAR.fullmatch(word.form):
            return start, end, "DATE"
    return None


def _proper(word: Word) -> bool:
    return word.upos == "PROPN" or word.xpos in {"NNP", "NNPS"}
