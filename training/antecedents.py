"""Scores the antecedents of *he* and *she* against GUM's coreference: ``python -m training.antecedents [TREEBANK]``.

Right is an antecedent whose words lie in a mention of the pronoun's own entity. The rules are those of the splitter, on
its own parse of the paragraphs.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from typing import TYPE_CHECKING

from claimkit.splitting.antecedents import Memory, gender_of
from claimkit.splitting.mending import mend
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.tree import tree_of
from training.treebanks import Document, Word, documents

if TYPE_CHECKING:
    from spacy.language import Language

_MARK = re.compile(r"\((\d+)[^()]*(\)?)|(\d+)\)")


def main() -> None:
    """Print how many pronouns there are, how many are given an antecedent, and how many of these rightly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", nargs="?", default="gum-dev", choices=["gum-dev", "gum-test", "gum-train"])
    nlp, counts = load_pipeline(), Counter[str]()
    for document in documents(parser.parse_args().treebank):
        counts += scored(document, nlp)
    precision, recall = counts["right"] / counts["named"], counts["named"] / counts["pronouns"]
    print(f"{dict(counts)}: {100 * recall:.1f} % are named, {100 * precision:.1f} % of these rightly")


def scored(document: Document, nlp: Language) -> Counter[str]:
    """The counts of one document."""
    text, paragraphs, starts = "", [], {}
    for paragraph in document.paragraphs:
        first = len(text)
        for word in (word for sentence in paragraph for word in sentence.words):
            starts[len(text)] = word
            text += word.surface + (" " if word.space else "")
        paragraphs.append((first, len(text)))
        text += "\n"
    entities, counts, memory = _entities(starts), Counter[str](), Memory()
    for first, last in paragraphs:
        for sentence in nlp(text[first:last]).sents:
            tree = tree_of(sentence, first)
            if tree is None:
                continue
            mend(tree)
            counts["pronouns"] += sum(bool(gender_of(node)) for node in tree.nodes)
            for index, person in memory.read(tree, text).items():
                own, anchor = _own(starts.get(tree.nodes[index].start)), person.anchor
                named = range(anchor.start, anchor.end) if anchor else ()
                counts["named"] += 1
                counts["right"] += any(own in entities.get(place, ()) for place in named)
    return counts


def _own(word: Word | None) -> str:
    """The entity that begins with a pronoun and is the narrowest there."""
    marks = _MARK.findall((word.misc.get("Entity") if word else None) or "")
    opened = [name for name, _, _ in marks if name]
    return opened[-1] if opened else ""


def _entities(starts: dict[int, Word]) -> dict[int, set[str]]:
    """The entities whose mentions each word lies in."""
    found: dict[int, set[str]] = {}
    inside: list[str] = []
    for start, word in sorted(starts.items()):
        marks = _MARK.findall(word.misc.get("Entity") or "")
        inside += [name for name, _, _ in marks if name]
        found[start] = set(inside)
        for name, alone, closed in marks:
            gone = closed or (name if alone else "")
            if gone in inside:
                inside.remove(gone)
    return found


if __name__ == "__main__":
    main()
