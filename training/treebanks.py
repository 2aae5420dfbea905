"""Universal Dependencies treebanks as documents, paragraphs, sentences and words, with the text as it was printed."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import conllu

DATA = Path(os.environ.get("CLAIMKIT_DATA", Path(__file__).parents[2] / "shared" / "data"))
"""Where the third-party data lies (never copied into the project)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word. ``surface`` is its share of the printed text ("n't" of "don't"), ``head`` counts from 1."""

    form: str
    surface: str
    space: bool
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One annotated sentence; ``words`` are in the order of the text.

    A ``joined`` one is no sentence of its own: augmentation has hung its root under that of the sentence before.
    """

    id: str
    text: str
    words: tuple[Word, ...]
    joined: bool = False


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text of the treebank."""

    name: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in the order of the text."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def documents(name: str, data: Path = DATA) -> list[Document]:
    """The documents of a treebank, as ``ewt-train``; in ``pud`` each sentence is one, for they are unrelated.

    Raises ``OSError`` where the file is missing.
    """
    with gzip.open(data / "treebanks" / f"{name}.conllu.gz", "rt", encoding="utf-8") as file:
        parsed = conllu.parse(file.read())
    found: list[tuple[str, list[list[Sentence]]]] = []
    for tokens in parsed:
        marks = tokens.metadata
        if "newdoc id" in marks or name == "pud" or not found:
            found.append((marks.get("newdoc id", marks["sent_id"]), []))
        paragraphs = found[-1][1]
        if not paragraphs or any(mark.startswith("newpar") for mark in marks):
            paragraphs.append([])
        paragraphs[-1].append(_sentence(tokens))
    return [Document(name=doc, paragraphs=tuple(tuple(part) for part in parts)) for doc, parts in found]


def text_of(paragraph: Sequence[Sentence]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The paragraph as printed, and for each sentence the half-open code-point span of every word."""
    text, spans = "", []
    for sentence in paragraph:
        row = []
        for word in sentence.words:
            row.append((len(text), len(text) + len(word.surface)))
            text += word.surface + (" " if word.space else "")
        spans.append(row)
    return text.rstrip(), spans


def _sentence(tokens: conllu.TokenList) -> Sentence:
    words = [token for token in tokens if isinstance(token["id"], int)]
    surfaces = {word["id"]: (word["form"], _spaced(word)) for word in words}
    for token in tokens:
        if isinstance(token["id"], tuple) and token["id"][1] == "-":
            inside = range(token["id"][0], token["id"][2] + 1)
            pieces = list(_cut(token["form"], [surfaces[number][0] for number in inside]))
            for number, piece in zip(inside, pieces, strict=True):
                surfaces[number] = (piece, number == inside[-1] and _spaced(token))
    return Sentence(
        id=tokens.metadata["sent_id"],
        text=tokens.metadata["text"],
        words=tuple(_word(word, *surfaces[word["id"]]) for word in words),
    )


def _word(token: dict[str, Any], surface: str, space: bool) -> Word:
    feats = "|".join(f"{name}={value}" for name, value in (token["feats"] or {}).items())
    return Word(
        form=token["form"],
        surface=surface,
        space=space,
        lemma=token["lemma"],
        upos=token["upos"],
        xpos=token["xpos"],
        feats=feats,
        head=token["head"],
        deprel=token["deprel"],
        misc=token["misc"] or {},
    )


def _spaced(token: dict[str, Any]) -> bool:
    return (token["misc"] or {}).get("SpaceAfter") != "No"


def _cut(form: str, parts: Sequence[str]) -> Iterator[str]:
    """The printed form shared out among its words: by their lengths, and a letter at least to each."""
    rest = form
    for number, part in enumerate(parts):
        left = len(parts) - number - 1
        size = len(rest) if not left else max(1, min(len(part), len(rest) - left))
        yield rest[:size]
        rest = rest[size:]
