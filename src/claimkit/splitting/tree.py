"""A parsed sentence as a tree of our own: rules read it, whatever pipeline made it, and repairs may change it."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
OPENING, CLOSING = frozenset({"“", '"', "``"}), frozenset({"”", '"', "''"})
"""Quotation marks, as tokens."""


@dataclass(slots=True, eq=False, kw_only=True)
class Node:
    """One token. Offsets are code points into the text of record; ``index`` counts within the sentence."""

    index: int
    start: int
    end: int
    text: str
    space: bool
    lemma: str
    pos: str
    tag: str
    form: str
    number: str
    entity: str
    dep: str
    head: Node | None = None
    before: Node | None = None
    after: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def relation(self) -> str:
        """The dependency label without its subtype."""
        return self.dep.partition(":")[0]

    @property
    def word(self) -> str:
        """The token in lower case, without invisible marks."""
        return _visible(self.text.lower())

    @property
    def is_punctuation(self) -> bool:
        """Whether it holds no letter, digit or symbol that is read aloud."""
        return self.pos == "PUNCT" or not any(mark.isalnum() or mark in "%$€£¥+=&§°#@" for mark in self.text)

    def of(self, *relations: str) -> list[Node]:
        """The children of one of these relations, in the order of the text; ``nsubj`` finds ``nsubj:pass`` too."""
        return [child for child in self.children if child.dep in relations or child.relation in relations]

    def attach(self, head: Node | None, dep: str) -> None:
        """Hang this node under another (None: make it the root), with that label."""
        if self.head:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        if head:
            head.children.append(self)
            head.children.sort(key=lambda node: node.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """One sentence. ``nodes`` leaves blanks out; ``start`` and ``end`` are trimmed of them too."""

    nodes: tuple[Node, ...]

    @property
    def start(self) -> int:
        """The first code point."""
        return self.nodes[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.nodes[-1].end

    @property
    def root(self) -> Node:
        """The head of the sentence."""
        return next(node for node in self.nodes if node.head is None)


def tree_of(sentence: Span, offset: int, written: str = "") -> Tree | None:
    """The tree of a parsed sentence; ``offset`` is where its document begins in the text. None: nothing but blanks.

    ``written`` is the document as the article has it, where the parser read ``"`` for two apostrophes.
    """
    tokens = [token for token in sentence if not token.is_space]
    if not tokens:
        return None
    nodes = {token.i: _node(token, index, offset) for index, token in enumerate(tokens)}
    for token in tokens if "''" in written else ():
        if token.text == '"':
            nodes[token.i].start -= written[token.idx - 1 : token.idx + 1] == "''"
            nodes[token.i].end += written[token.idx : token.idx + 2] == "''"
    for token in tokens:
        head = nodes.get(token.head.i)
        if head and token.head.i != token.i:
            nodes[token.i].attach(head, token.dep_)
    tree = Tree(nodes=tuple(nodes.values()))
    for left, right in pairwise(tree.nodes):
        left.after, right.before = right, left
    roots = [node for node in tree.nodes if node.head is None]
    for extra in roots[1:]:
        extra.attach(roots[0], "dep")
    return tree


def _node(token: Token, index: int, offset: int) -> Node:
    return Node(
        index=index,
        start=offset + token.idx,
        end=offset + token.idx + len(token.text),
        text=token.text,
        space=bool(token.whitespace_),
        lemma=_visible(token.lemma_.lower() or token.lower_),
        pos=token.pos_,
        tag=token.tag_,
        form=_feature(token, "VerbForm"),
        number=_feature(token, "Number"),
        entity=token.ent_type_,
        dep=token.dep_,
    )


def _visible(word: str) -> str:
    """The word without zero-width and direction marks, which stand in no word list."""
    return word if word.isascii() else "".join(mark for mark in word if unicodedata.category(mark) != "Cf")


def _feature(token: Token, name: str) -> str:
    return str(token.morph.to_dict().get(name, ""))


def subtree(node: Node, without: Container[int] = ()) -> list[Node]:
    """The node and all below it, in the order of the text, less the branches whose top has an index in ``without``."""
    result, stack = [], [node]
    while stack:
        top = stack.pop()
        result.append(top)
        stack.extend(child for child in top.children if child.index not in without)
    return sorted(result, key=lambda found: found.index)


def ancestors(node: Node) -> Iterator[Node]:
    """The nodes above, nearest first."""
    above = node.head
    while above:
        yield above
        above = above.head


def is_finite(head: Node) -> bool:
    """Whether the clause of this head has a finite verb: the head itself, an auxiliary, or a copula."""
    verbs = [head, *head.of("aux", "cop")]
    return any(verb.tag in FINITE_TAGS or (verb.form == "Fin" and verb.pos in VERBAL) for verb in verbs)


def subject_of(head: Node) -> Node | None:
    """The clause's own subject; an expletive counts where there is no other."""
    found = head.of("nsubj", "csubj") or head.of("expl")
    return found[0] if found else None


def is_clause(node: Node) -> bool:
    """Whether this node can be the predicate of a clause."""
    return node.pos in VERBAL or bool(node.of("cop", "nsubj", "csubj"))


def top_of(node: Node) -> Node:
    """The root of the node's sentence."""
    return next((above for above in ancestors(node) if above.head is None), node)


def quoted(tree: Tree) -> set[int]:
    """The indexes of the tokens inside quotation marks, marks included."""
    found: set[int] = set()
    first = next((node for node in tree.nodes if node.text in OPENING | CLOSING), None)
    is_open = first is not None and _closes(first)  # a quotation that an earlier sentence opened
    for node in tree.nodes:
        closes = is_open and node.text in CLOSING
        if is_open or node.text in OPENING:
            found.add(node.index)
        is_open = not closes and (is_open or node.text in OPENING)
    return found


def _closes(mark: Node) -> bool:
    """Whether a quotation mark is a closing one; a straight one is where it follows a word without a blank."""
    straight = mark.text == '"' and mark.before is not None and not mark.before.space
    return straight or mark.text in CLOSING - OPENING
