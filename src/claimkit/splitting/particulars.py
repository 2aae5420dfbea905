"""What news says of a person in passing, between commas: how old they are, and where from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimkit.splitting.asides import Aside, name_of
from claimkit.splitting.tree import Node, Tree, subtree
from claimkit.splitting.wording import Word, words_of

_PERSONS = frozenset({"PERSON", "PER"})
_PLACES = frozenset({"GPE", "LOC"})
MAX_AGE = 120


def particulars(tree: Tree) -> Iterator[Aside]:
    """*Eva Chapin, 34, from Austin, Texas, resigned*: she is 34; she is from Austin, Texas."""
    for name in tree.nodes:
        if name.pos != "PROPN" or name.entity not in _PERSONS:
            continue
        if name.relation not in {"flat", "compound"} or (name.head is not None and name.head.pos == "NOUN"):
            yield from _age(name)
            yield from _home(name)


def _age(name: Node) -> Iterator[Aside]:
    for number in name.of("appos"):
        if number.pos == "NUM" and number.text.isdecimal() and int(number.text) <= MAX_AGE:
            yield from _told(name, [number], words_of([number]))


def _home(name: Node) -> Iterator[Aside]:
    for place in name.of("nmod"):
        case = next(iter(place.of("case")), None)
        said = [node for node in subtree(place) if not (node.text == "," and node.index < place.index)]
        if place.entity in _PLACES and case is not None and case.word in {"from", "of"} and said[0] is case:
            yield from _told(name, said, (Word(form="from"), *words_of(said[1:])))


def _told(name: Node, said: Sequence[Node], words: tuple[Word, ...]) -> Iterator[Aside]:
    """The claim, where a comma stands before what is said, and a mark or the end behind it."""
    comma, after = said[0].before, said[-1].after
    if comma is None or comma.text != "," or (after is not None and not after.is_punctuation):
        return
    full = words_of(name_of(name))
    closing = [after] if after is not None and after.text == "," else []
    told = frozenset(node.index for node in (comma, *said, *closing))
    kept = frozenset(word.node.index for word in full if word.node)
    text = (*full, Word(form="is"), *words)
    yield Aside(noun=name, subject=full, words=text, rule="particular", spare=tuple(said), told=told, kept=kept)
