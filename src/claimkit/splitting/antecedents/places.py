"""*There* for the one place just named: *in Leeds*, *to Leeds* after a verb of going."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimkit.model.spans import Anchor
from claimkit.splitting.antecedents.completions import Completion, Sort
from claimkit.splitting.antecedents.mentions import Mention, Nature
from claimkit.splitting.antecedents.wordings import said_again
from claimkit.splitting.lexicon import GOING
from claimkit.splitting.tree import Node, Tree

MAX_WORDS = 3
"""Words of a place; a longer name holds several places."""

_PLACES = frozenset({"LOC", "GPE"})
_AT = frozenset({"in", "at", "on"})


@dataclass(slots=True, kw_only=True)
class Places:
    """The named places of the sentence before."""

    before: list[Mention] = field(default_factory=list)

    def forget(self) -> None:
        """A heading: nowhere above it is *there* below it."""
        self.before = []

    def read(self, tree: Tree, mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, Completion]]:
        """Where the *there* of the next sentence is, if one place was named before in it, or in the one before."""
        here = [mention for mention in mentions if mention.named and mention.nature is Nature.PLACE and mention.words]
        for node in tree.nodes:
            if _is_there(node):
                places = [mention for mention in here if mention.head.index < node.index] or self.before
                completion = None if _others(tree, here) else _completion(node, places, text)
                if completion:
                    yield node.index, completion
        self.before = here


def _others(tree: Tree, places: Sequence[Mention]) -> bool:
    """Whether the sentence names a place within a longer phrase too: *the Leeds and York plants*."""
    known = {node.index for place in places for node in place.words}
    return any(node.entity in _PLACES and node.pos == "PROPN" and node.index not in known for node in tree.nodes)


def _is_there(node: Node) -> bool:
    """The adverb, not *there is*, *over there* nor *get there*."""
    before = node.before
    led = before is not None and before.pos in {"ADV", "ADP"} and before.word != "from"
    led = led or (node.head is not None and node.head.lemma == "get")
    return node.word == "there" and node.relation in {"advmod", "obl"} and node.tag != "EX" and not led


def _completion(node: Node, places: Sequence[Mention], text: str) -> Completion | None:
    if not places or len({id(place.thing) for place in places}) != 1:
        return None
    place = places[-1]
    words = said_again(place)
    cases = [case.word for case in place.head.of("case") if case.word in _AT]
    verb = node.head.lemma if node.head else ""
    led = node.before is not None and node.before.word == "from"
    lead = () if led else ("to",) if verb in GOING and verb != "arrive" else (cases[0] if cases else "in",)
    if not words or len(words) > MAX_WORDS or place.head.dep == "nmod:poss" or (place.head.of("case") and not cases):
        return None
    return Completion(
        sort=Sort.PLACE,
        words=(*lead, *words),
        anchors=(Anchor.at(text, place.words[0].start, place.words[-1].end),),
        told=frozenset({place.words[-1].word}),
    )
