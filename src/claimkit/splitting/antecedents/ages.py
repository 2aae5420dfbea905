"""*The 34-year-old* is the one person of whom the article has given that age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimkit.model.spans import Anchor
from claimkit.splitting.antecedents.completions import Completion, Sort
from claimkit.splitting.antecedents.mentions import Mention, Nature, Thing
from claimkit.splitting.tree import Node, Tree, subtree

_YEAR_OLD = ("-", "year", "-", "old")


@dataclass(slots=True, kw_only=True)
class Ages:
    """The persons of the article by their ages; None: two have the same."""

    known: dict[str, Thing | None] = field(default_factory=dict)

    def read(self, tree: Tree, mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, Completion]]:
        """Who the bare ages of the next sentence are; then the ages that it gives are known."""
        for node in tree.nodes:
            run = _year_old(node)
            thing = self.known.get(node.text) if run else None
            phrase = thing.phrase if thing else None
            article, after = node.before, run[-1].after if run else None
            bare = article is not None and article.word == "the" and (after is None or after.pos not in _MODIFIED)
            if phrase and bare and article and phrase.nature is Nature.PERSON:
                yield (
                    article.index,
                    Completion(
                        sort=Sort.DESCRIPTION,
                        words=(text[node.start : run[-1].end], *(part.text for part in phrase.words)),
                        size=len(run) + 1,
                        anchors=(Anchor.at(text, phrase.words[0].start, phrase.words[-1].end),),
                        told=frozenset({phrase.words[-1].word}),
                    ),
                )
        for mention in mentions:
            if mention.named and mention.nature is Nature.PERSON:
                for age in _ages(mention):
                    if self.known.setdefault(age, mention.thing) is not mention.thing:
                        self.known[age] = None


_MODIFIED = frozenset({"NOUN", "PROPN", "ADJ", "PART"})


def _year_old(node: Node) -> list[Node]:
    """The tokens of *34-year-old*, from its number on; empty where there are none."""
    if not node.text.isdigit():
        return []
    run = [node]
    for word in _YEAR_OLD:
        after = run[-1].after
        if after is None or after.word not in {word, "‑"}:
            return []
        run.append(after)
    return run


def _ages(mention: Mention) -> Iterator[str]:
    """*Ann Lee, 34*, *34-year-old Ann Lee*, *Ann Lee, a 34-year-old*."""
    heads = [mention.head, *mention.head.of("flat")]
    beside = [child for head in heads for child in head.of("appos", "nummod")]
    yield from (node.text for node in beside if node.text.isdigit() and len(node.text) < 4)
    branches = [node for child in (*beside, *mention.head.of("amod", "compound")) for node in subtree(child)]
    yield from (node.text for node in branches if _year_old(node))
