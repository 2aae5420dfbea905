"""Scores what the splitter puts in the place of pronouns, short names and the like against GUM's coreference.

``python -m training.antecedents [TREEBANK] [--genre news] [--show KIND]``. Right is a completion whose words in the
article are a mention of the very entity that gives way; those without an entity in GUM, as the *it* of *it rains*, are
wrong. The rules are those of the splitter, on its own parse of the paragraphs.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimkit.splitting.antecedents.completions import Completion, Sort
from claimkit.splitting.antecedents.grammar import family_of
from claimkit.splitting.antecedents.memory import Memory
from claimkit.splitting.antecedents.pronouns import is_pronoun
from claimkit.splitting.pipeline import load_pipeline
from claimkit.splitting.tree import Node, Tree
from training.coreference import Printed, printed, trees
from training.treebanks import documents

_FAMILIES = {"he": Sort.PERSON, "it": Sort.THING, "they": Sort.THEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A completion, where it stands, and whether it is right."""

    document: str
    node: Node
    completion: Completion
    right: bool


def main() -> None:
    """Print how many there are of each kind, how many are completed, and how many of these rightly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", nargs="?", default="gum-dev", choices=["gum-dev", "gum-test", "gum-train"])
    parser.add_argument("--genre", default="", help="as news, or news|bio")
    parser.add_argument(
        "--show", nargs="*", default=[], choices=[sort.name for sort in Sort], help="those that are wrong"
    )
    given = parser.parse_args()
    nlp, pronouns, told = load_pipeline(), Counter[Sort](), list[Told]()
    for document in map(printed, documents(given.treebank)):
        if re.search(f"_({given.genre})_" if given.genre else "", document.name):
            paragraphs = list(trees(document, nlp))
            pronouns += Counter(sort for tree in _flat(paragraphs) for node in tree.nodes if (sort := _pronoun(node)))
            told += scored(document, paragraphs)
    for sort in Sort:
        of_sort = [one for one in told if one.completion.sort is sort]
        right = sum(one.right for one in of_sort)
        line = f"{sort:14} {len(of_sort):4} completed"
        line += f" of {pronouns[sort]} ({100 * len(of_sort) / pronouns[sort]:.1f} %)" if pronouns[sort] else ""
        print(f"{line}, {100 * right / len(of_sort):.1f} % of these rightly" if of_sort else line)
    for one in told:
        if one.completion.sort.name in given.show and not one.right:
            print(f"{one.document}: {' '.join(one.completion.words)} < {_sentence(one.node)}")


def scored(document: Printed, paragraphs: Sequence[Sequence[Tree]]) -> Iterator[Told]:
    """The completions of one document."""
    memory = Memory()
    for tree in _flat(paragraphs):
        for index, completion in memory.read(tree, document.text).items():
            run = tree.nodes[index : index + completion.size]
            if _pronoun(run[0]) and run[0].word != "it" and not document.narrowest(run[0].start):
                continue  # overlooked by the annotators: only *it* stands for nothing at times
            own = (
                document.narrowest(run[0].start)
                if _pronoun(run[0]) or completion.sort is Sort.PLACE
                else document.spoken_of(run[0].start, run[-1].end)
            )
            meant = {document.spoken_of(anchor.start, anchor.end) for anchor in completion.anchors}
            yield Told(document=document.name, node=run[0], completion=completion, right=bool(own) and meant == {own})


def _flat(paragraphs: Sequence[Sequence[Tree]]) -> Iterator[Tree]:
    return (tree for paragraph in paragraphs for tree in paragraph)


def _pronoun(node: Node) -> Sort | None:
    """What kind of pronoun it is; nothing: it is none."""
    return _FAMILIES[family_of(node)] if is_pronoun(node) else None


def _sentence(node: Node) -> str:
    words = [f"[{node.text}]"]
    before, after = node.before, node.after
    while before and len(words) < 25:
        words.insert(0, before.text)
        before = before.before
    while after and len(words) < 40:
        words.append(after.text)
        after = after.after
    return " ".join(words)


if __name__ == "__main__":
    main()
