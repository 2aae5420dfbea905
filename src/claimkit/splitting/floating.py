"""Sayings told by their place alone: a verb of saying beside quotation marks, whatever the parser made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimkit.model.attribution import Link
from claimkit.model.spans import Anchor, Span
from claimkit.model.vocabulary import Mode
from claimkit.splitting.lexicon import SAYING, SUBORDINATORS
from claimkit.splitting.sources import source_of
from claimkit.splitting.tree import CLOSING, NOMINAL, OPENING, Node, Tree, quoted

_SPEAKING = SAYING | {"continue"}
_SAYS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_NOBODY = SUBORDINATORS | {"it", "this", "that", "there", "what", "you", "i", "we", "they", "and", "but"}

REACH = 8
"""Tokens between a verb of saying and the mark of what it says: *said on Twitter on Monday*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floating:
    """A speaker and a verb of saying, and the stretch of text that they take up beside a quotation."""

    span: Span
    link: Link


def floating(tree: Tree, text: str) -> Iterator[Floating]:
    """The sayings of the sentence that stand right beside a quotation or before a colon at the sentence's end."""
    inside = quoted(tree)
    for verb in tree.nodes:
        if verb.index in inside or verb.lemma not in _SPEAKING or verb.tag not in _SAYS:
            continue
        words = _speaker(tree, verb)
        if words:
            first, last = min(words[0].start, verb.start), max(words[-1].end, verb.end)
            cue = Anchor.at(text, verb.start, verb.end)
            link = Link(source=source_of(words, text), cue=cue, mode=Mode.DIRECT)
            yield Floating(span=Span(start=first, end=last), link=link)


def _speaker(tree: Tree, verb: Node) -> Sequence[Node]:
    """The words of the one who speaks: after the verb, between a closing mark and it, or before it and a mark."""
    before = verb.before
    if before and before.text in CLOSING:
        return _run(tree.nodes[verb.index + 1 :])
    words = _run(tree.nodes[: verb.index], back=True)
    if not words:
        return ()
    mark = words[0].before
    return words if (mark and mark.text in CLOSING) or _leads_in(tree, verb) else ()


def _leads_in(tree: Tree, verb: Node) -> bool:
    """Whether a quotation, or a colon at the end, follows the verb within reach."""
    for node in tree.nodes[verb.index + 1 : verb.index + REACH]:
        if node.text in OPENING or (node.text == ":" and node.after is None):
            return True
        if node.tag in {"VBD", "VBZ", "VBP", "MD"} or node.word == "that":
            return False
    return False


def _run(nodes: Sequence[Node], *, back: bool = False) -> Sequence[Node]:
    """The unbroken noun phrase that begins, or with ``back`` ends, there; empty where it can be no speaker."""
    found: list[Node] = []
    for node in reversed(nodes) if back else nodes:
        if node.pos not in _NAMING and node.tag != "POS":
            break
        found.append(node)
    run = found[::-1] if back else found
    return run if run and run[-1].pos in NOMINAL and run[0].word not in _NOBODY else ()
